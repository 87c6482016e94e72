/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-letter-style.h"
#include "layout-check.h"
#include "letter-maker.h"

#define YEAR "{'name':'year','title':'Year','type':'string','foi:role':'period'}"

static FoiLayout *
lay_out (FoiLetter *letter)
{
  return foi_layout_new (letter, FOI_PAPER_A4, NULL);
}

/* The first placed piece of the innermost block with an id. */
static const FoiPlaced *
find_piece (FoiLayout *layout, const char *id)
{
  const FoiPlaced *placed = _foi_layout_find_first (layout, id);

  g_assert_nonnull (placed);
  return placed;
}

static void
test_paper (void)
{
  g_autoptr (FoiLetter) letter = maker_council_letter ();
  g_autoptr (FoiLayout) a4 = lay_out (letter);
  g_autoptr (FoiLayout) us = foi_layout_new (letter, FOI_PAPER_LETTER, a4);
  double width, height;
  FoiRect area;

  foi_layout_get_page_size (a4, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 841.890, 0.001);
  foi_layout_get_text_area (a4, &area);
  g_assert_cmpfloat_with_epsilon (area.x, 70.866, 0.001);   /* 2.5 cm */
  g_assert_cmpfloat_with_epsilon (area.width, 595.276 - 2 * 70.866, 0.001);
  g_assert_cmpfloat_with_epsilon (area.height, 841.890 - 2 * 70.866, 0.001);
  foi_layout_get_page_size (us, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 612.0, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 792.0, 0.001);
  g_assert_cmpuint (foi_layout_get_n_measured (us), ==, letter->blocks->len);
  g_assert_cmpstr (foi_layout_get_font (a4), ==, "Liberation Sans");
  check_layout (a4);
  check_layout (us);
}

static void
test_empty (void)
{
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = lay_out (letter);
  g_autoptr (GArray) rects = foi_layout_find_block (layout, "nothing", NULL);

  g_assert_cmpuint (foi_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpuint (rects->len, ==, 0);
  g_assert_null (foi_layout_get_block_at (layout, 0, 300, 300));
  g_assert_null (foi_layout_get_block_at (layout, 1, 300, 300));
}

/* The last lines of both are on one level; what has no room beside the letterhead is below it. */
static void
test_head (void)
{
  static const struct
  {
    guint n_letterhead, n_addressee;
  } facts[] = { { 8, 5 }, { 3, 7 }, { 1, 1 }, { 6, 0 }, { 30, 5 }, { 60, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiLetter) letter = maker_letter_new ();
      g_autoptr (FoiLayout) layout = NULL;
      FoiBlock *letterhead = maker_add (letter, FOI_BLOCK_LETTERHEAD, "letterhead", NULL);
      FoiBlock *addressee;
      const FoiPlaced *last, *date, *first, *salutation;
      g_autofree char *last_id = NULL;

      for (guint j = 0; j < facts[i].n_letterhead; j++)
        maker_add_child (letterhead, FOI_BLOCK_PARAGRAPH, "Example Council");
      maker_add (letter, FOI_BLOCK_DATE, "date", "27 November 2024");
      addressee = maker_add (letter, FOI_BLOCK_ADDRESSEE, "addressee", NULL);
      for (guint j = 0; j < facts[i].n_addressee; j++)
        maker_add_child (addressee, FOI_BLOCK_PARAGRAPH,
                         "A line as long as the name of a great organisation, which is bent");
      maker_add (letter, FOI_BLOCK_SALUTATION, "salutation", "Dear Sir or Madam");
      layout = lay_out (letter);
      check_layout (layout);
      first = find_piece (layout, "letterhead/1");
      last_id = g_strdup_printf ("letterhead/%u", facts[i].n_letterhead);
      last = find_piece (layout, last_id);
      date = find_piece (layout, "date");
      salutation = find_piece (layout, "salutation");
      if (facts[i].n_letterhead == 60)
        {
          g_assert_cmpuint (date->page, ==, 1);
          g_assert_cmpfloat (date->y, >, last->y);
          continue;
        }
      if (facts[i].n_addressee == 0)
        g_assert_cmpfloat_with_epsilon (date->y + date->height, last->y + last->height, 0.01);
      g_assert_cmpfloat_with_epsilon (MIN (date->y, first->y), 0.0, 0.01);
      g_assert_cmpfloat (salutation->y, >=, last->y + last->height);
      g_assert_cmpuint (salutation->page, ==, 0);
    }
}

/* A heading, its question and two lines of the answer stay on one page, wherever it would end. */
static void
test_heading_keeps (void)
{
  for (guint n_lines = 30; n_lines < 50; n_lines++)
    {
      g_autoptr (FoiLetter) letter = maker_letter_new ();
      g_autoptr (FoiLayout) layout = NULL;
      g_autoptr (GRand) dice = g_rand_new_with_seed (n_lines);
      g_autofree char *words = maker_words (dice, 200);
      FoiBlock *filling = maker_add (letter, FOI_BLOCK_PARAGRAPH, "filling", "x");
      const FoiPlaced *heading, *asked, *answer;

      for (guint i = 1; i < n_lines; i++)
        {
          foi_block_add_span (filling, "", FOI_SPAN_BREAK, NULL);
          foi_block_add_span (filling, "x", 0, NULL);
        }
      maker_add (letter, FOI_BLOCK_HEADING, "q1", "Question 1")->level = 1;
      maker_add (letter, FOI_BLOCK_ASKED, "asked", "How many calls were there in each year?");
      maker_add (letter, FOI_BLOCK_PARAGRAPH, "answer", words);
      layout = lay_out (letter);
      check_layout (layout);
      heading = find_piece (layout, "q1");
      asked = find_piece (layout, "asked");
      answer = find_piece (layout, "answer");
      g_assert_cmpuint (heading->page, ==, asked->page);
      g_assert_cmpuint (asked->page, ==, answer->page);
      g_assert_cmpuint (answer->n_slices, >=, 2);
    }
}

static void
test_table_over_pages (void)
{
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = NULL;

  maker_add (letter, FOI_BLOCK_PARAGRAPH, "before", "The calls are in this table.");
  maker_add_table (letter, "table", "Table 1: Calls", maker_calls (120));
  layout = lay_out (letter);
  check_layout (layout);
  g_assert_cmpuint (foi_layout_get_n_pages (layout), >, 3);
  for (guint page = 1; page < foi_layout_get_n_pages (layout); page++)
    {
      guint n_placed;
      const FoiPlaced *placed = _foi_layout_get_placed (layout, page, &n_placed);

      g_assert_true (placed[0].repeated);
      g_assert_cmpuint (placed[0].item->row, ==, G_MAXUINT);
      g_assert_cmpuint (n_placed, >=, 3);
      for (guint i = 1; i < n_placed; i++)
        {
          g_assert_false (placed[i].repeated);
          g_assert_cmpuint (placed[i].item->n_slices, ==, 1);
        }
    }
}

/* A table that would fit on less than half a page is not parted. */
static void
test_short_table_is_whole (void)
{
  for (guint n_filling = 1; n_filling < 45; n_filling++)
    {
      g_autoptr (FoiLetter) letter = maker_letter_new ();
      g_autoptr (FoiLayout) layout = NULL;
      g_autoptr (GArray) rects = NULL;

      for (guint i = 0; i < n_filling; i++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", i);

          maker_add (letter, FOI_BLOCK_PARAGRAPH, id, "One line");
        }
      maker_add_table (letter, "table", "Table 1: Calls", maker_calls (6));
      maker_add_child (letter->blocks->pdata[n_filling], FOI_BLOCK_NOTE, "A note");
      layout = lay_out (letter);
      rects = foi_layout_find_block (layout, "table", NULL);
      g_assert_cmpuint (rects->len, ==, 1);
    }
}

static guint
count_rows (FoiLayout *layout, guint page, const char *id)
{
  guint n_placed, n_rows = 0;
  const FoiPlaced *placed = _foi_layout_get_placed (layout, page, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    if (placed[i].item->kind == FOI_ITEM_ROW && placed[i].item->row != G_MAXUINT
        && g_str_equal (foi_item_get_block (placed[i].item)->id, id))
      n_rows++;
  return n_rows;
}

/*
 * A longer one is parted only where a sixth of the page would stay empty, three rows or more below
 * its caption and headings, two or more with headings of their own overleaf.
 */
static void
test_middling_table (void)
{
  guint n_whole = 0, n_parted = 0;

  for (guint n_filling = 1; n_filling < 45; n_filling++)
    {
      g_autoptr (FoiLetter) letter = maker_letter_new ();
      g_autoptr (FoiLayout) layout = NULL;
      g_autoptr (GArray) rects = NULL;
      const FoiRect *first;
      guint page;

      for (guint i = 0; i < n_filling; i++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", i);

          maker_add (letter, FOI_BLOCK_PARAGRAPH, id, "One line");
        }
      maker_add_table (letter, "table", "Table 1: Calls", maker_calls (12));
      layout = lay_out (letter);
      check_layout (layout);
      rects = foi_layout_find_block (layout, "table", &page);
      first = &g_array_index (rects, FoiRect, 0);
      if (rects->len == 1)
        {
          n_whole++;
          continue;
        }
      n_parted++;
      g_assert_cmpuint (rects->len, ==, 2);
      g_assert_cmpfloat (first->y, <, layout->area.y + 0.85 * layout->area.height);
      g_assert_cmpuint (count_rows (layout, page, "table"), >=, 3);
      g_assert_cmpuint (count_rows (layout, page + 1, "table"), >=, 2);
      g_assert_cmpfloat (first->y + first->height, >=,
                         layout->area.y + 0.85 * layout->area.height);
    }
  g_assert_cmpuint (n_whole, >, 15);
  g_assert_cmpuint (n_parted, >=, 4);
}

static void
test_row_taller_than_page (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (3);
  g_autofree char *words = maker_words (dice, 1500);
  g_autofree char *rows = g_strdup_printf ("['year','note'],['2016',''],['2017','%s'],['2018','']",
                                           g_strdelimit (words, "'", ' '));
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = NULL;

  maker_add_table (letter, "table", "Table 1: Notes",
                   maker_table (YEAR ",{'name':'note','title':'Note','type':'string'}", rows, ""));
  layout = lay_out (letter);
  check_layout (layout);
  g_assert_cmpuint (foi_layout_get_n_pages (layout), >, 2);
}

/* Where the decimal point of a cell is, or where it would be: after the last whole digit. */
static double
find_point (const FoiSetCell *cell)
{
  const FoiRun *run = foi_set_text_get_run (cell->set, 0);
  const char *point = strchr (cell->set->text, '.');
  guint index = point != NULL ? (guint) (point - cell->set->text) : 0;
  const cairo_glyph_t *glyphs = &g_array_index (cell->set->glyphs, cairo_glyph_t, 0);

  return point != NULL ? cell->x + glyphs[index].x : cell->x + run->x + run->width;
}

static void
test_decimal_alignment (void)
{
  static const char fields[]
      = YEAR ",{'name':'a','title':'Whole','type':'integer','foi:role':'measure'},"
             "{'name':'b','title':'Rate','type':'number','foi:decimals':2,'foi:role':'measure'}";
  static const char rows[] = "['year','a','b'],['2016',1,'1.50'],['2017',20049,'1234.05'],"
                             "['2018',-300,'-0.01'],['2019','[c]','[x]']";
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = NULL;
  double whole = -1.0, rate = -1.0;
  guint n_rows = 0;

  maker_add_table (letter, "table", "Table 1: Rates", maker_table (fields, rows, ""));
  layout = lay_out (letter);
  check_layout (layout);
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const FoiItem *item = g_array_index (layout->placed, FoiPlaced, i).item;

      if (item->kind != FOI_ITEM_ROW || item->row == G_MAXUINT)
        continue;
      n_rows++;
      if (n_rows == 4)
        {
          /* A mark stands at the right, where the longest number ends. */
          const FoiSetCell *above
              = &g_array_index (layout->placed, FoiPlaced, i - 1).item->cells[2];
          const FoiSetCell *mark = &item->cells[2];

          g_assert_cmpfloat_with_epsilon (mark->x + mark->set->width, above->x + above->set->width,
                                          0.01);
          continue;
        }
      if (whole < 0.0)
        {
          whole = find_point (&item->cells[1]);
          rate = find_point (&item->cells[2]);
        }
      g_assert_cmpfloat_with_epsilon (find_point (&item->cells[1]), whole, 0.01);
      g_assert_cmpfloat_with_epsilon (find_point (&item->cells[2]), rate, 0.01);
    }
  g_assert_cmpuint (n_rows, ==, 4);
}

static void
test_wide_table_is_set_smaller (void)
{
  g_autoptr (GString) fields = g_string_new (YEAR);
  g_autoptr (GString) names = g_string_new ("['year'");
  g_autoptr (GString) row = g_string_new ("['2016/17'");
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = NULL;
  g_autofree char *rows = NULL;
  const FoiItem *last;

  for (guint i = 0; i < 11; i++)
    {
      g_string_append_printf (fields, ",{'name':'c%u','title':'Calls','type':'integer'}", i);
      g_string_append_printf (names, ",'c%u'", i);
      g_string_append (row, ",20049");
    }
  rows = g_strdup_printf ("%s],%s]", names->str, row->str);
  maker_add_table (letter, "table", "Table 1: Wide", maker_table (fields->str, rows, ""));
  layout = lay_out (letter);
  check_layout (layout);
  last = g_array_index (layout->placed, FoiPlaced, layout->placed->len - 1).item;
  g_assert_cmpuint (last->n_cells, ==, 12);
  g_assert_cmpfloat (last->cells[0].set->font_size, <, FOI_BODY_SIZE);
  for (guint i = 0; i < last->n_cells; i++)
    g_assert_cmpuint (last->cells[i].set->lines->len, ==, 1);
}

static FoiPublication *
make_columns (guint n_columns, guint n_digits)
{
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) row = g_string_new (NULL);
  g_autofree char *figure = g_strnfill (n_digits, '8');
  g_autofree char *rows = NULL;

  for (guint i = 0; i < n_columns; i++)
    {
      const char *comma = i > 0 ? "," : "";

      g_string_append_printf (fields, "%s{'name':'c%u','title':'A','type':'integer'}", comma, i);
      g_string_append_printf (names, "%s'c%u'", comma, i);
      g_string_append_printf (row, "%s%s", comma, figure);
    }
  rows = g_strdup_printf ("[%s],[%s]", names->str, row->str);
  return maker_table (fields->str, rows, "");
}

/* The publication says which tables a page holds, and the layout has to keep to it: with the most
 * figures that it allows, none is broken. */
static void
test_widest_table_breaks_nothing (void)
{
  guint most = 0;

  for (guint n_digits = 1; n_digits <= 9; n_digits++)
    {
      g_autoptr (FoiPublication) table = NULL;
      g_autoptr (FoiLetter) letter = maker_letter_new ();
      g_autoptr (FoiLayout) layout = NULL;
      const FoiItem *last;
      guint n_columns = 60;

      do
        {
          g_clear_pointer (&table, foi_publication_unref);
          table = make_columns (n_columns--, n_digits);
        }
      while (foi_publication_is_too_wide (table));
      most = MAX (most, foi_publication_get_n_columns (table));
      maker_add_table (letter, "table", "Table 1: Wide", g_steal_pointer (&table));
      layout = lay_out (letter);
      check_layout (layout);
      last = g_array_index (layout->placed, FoiPlaced, layout->placed->len - 1).item;
      g_test_message ("%u columns of %u digits", last->n_cells, n_digits);
      g_assert_cmpuint (last->n_cells, >=, 10);
      for (guint i = 0; i < last->n_cells; i++)
        g_assert_cmpuint (last->cells[i].set->lines->len, ==, 1);
    }
  g_assert_cmpuint (most, ==, 38);
}

/* Dates are not bent, comments are. */
static void
test_dates (void)
{
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = NULL;
  const FoiItem *row;

  maker_add_table (letter, "table", "Table 1: Visits",
                   maker_table ("{'name':'d','title':'Day of the first visit','type':'date'},"
                                "{'name':'m','title':'Month of closing','type':'yearmonth'},"
                                "{'name':'n','title':'Visits','type':'integer'},"
                                "{'name':'c','title':'Comment','type':'string'}",
                                "['d','m','n','c'],['2024-09-26','2024-11',1234567,'The longest "
                                "comment that anybody ever wrote about a visit to a place']", ""));
  layout = lay_out (letter);
  check_layout (layout);
  row = g_array_index (layout->placed, FoiPlaced, 2).item;
  g_assert_cmpuint (row->n_cells, ==, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (row->cells[i].set->lines->len, ==, 1);
  g_assert_cmpuint (row->cells[3].set->lines->len, >=, 2);
}

/* One long word does not make a whole table small. */
static void
test_long_word (void)
{
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = NULL;
  const FoiItem *row;

  maker_add_table (letter, "table", "Table 1: Places",
                   maker_table ("{'name':'p','title':'Place','type':'string'},"
                                "{'name':'n','title':'Visits','type':'integer'},"
                                "{'name':'c','title':'Comment','type':'string'}",
                                "['p','n','c'],['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio"
                                "gogogoch',12,'The longest name of a place in the country'],"
                                "['Bala',1234567,'']", ""));
  layout = lay_out (letter);
  check_layout (layout);
  row = g_array_index (layout->placed, FoiPlaced, 2).item;
  g_assert_cmpuint (row->n_cells, ==, 3);
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_cmpfloat_with_epsilon (row->cells[i].set->font_size, FOI_BODY_SIZE, 0.001);
  g_assert_cmpuint (row->cells[0].set->lines->len, >=, 2);
  g_assert_cmpuint (row->cells[1].set->lines->len, ==, 1);
}

/* A chart is made a little lower where it then stands on the page with its caption. */
static void
test_figure_gives_way (void)
{
  g_autoptr (FoiLetter) council = maker_council_letter ();
  FoiChart *chart = foi_letter_find_block (council, "figure")->chart;
  guint n_lower = 0;
  double natural = 0.0;

  for (guint n_filling = 1; n_filling < 40; n_filling++)
    {
      g_autoptr (FoiLetter) letter = maker_letter_new ();
      g_autoptr (FoiLayout) layout = NULL;
      const FoiPlaced *figure;

      for (guint i = 0; i < n_filling; i++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", i);

          maker_add (letter, FOI_BLOCK_PARAGRAPH, id, "One line");
        }
      maker_add (letter, FOI_BLOCK_FIGURE, "figure", "Figure 1: Calls")->chart
          = foi_chart_ref (chart);
      layout = lay_out (letter);
      check_layout (layout);
      figure = find_piece (layout, "figure");
      g_assert_cmpuint (figure[1].page, ==, figure->page);
      natural = foi_item_get_height (figure->item, 0, 1);
      g_assert_cmpfloat (figure->height, >=, 0.75 * natural - 0.001);
      g_assert_cmpfloat (figure->height, <=, natural);
      if (figure->height >= natural)
        continue;
      n_lower++;
      g_assert_cmpfloat_with_epsilon (figure[1].y + figure[1].height, layout->area.height, 0.001);
    }
  g_assert_cmpuint (n_lower, >=, 1);
  g_assert_cmpuint (n_lower, <=, 4);
}

static void
test_right_to_left_list (void)
{
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) layout = NULL;
  FoiBlock *list = maker_add (letter, FOI_BLOCK_LIST, "list", NULL);
  const FoiItem *item;

  maker_add_child (maker_add_child (list, FOI_BLOCK_ITEM, NULL), FOI_BLOCK_PARAGRAPH,
                   "هذا جواب طلبكم");
  maker_add_child (maker_add_child (list, FOI_BLOCK_ITEM, NULL), FOI_BLOCK_PARAGRAPH,
                   "This is our answer");
  layout = lay_out (letter);
  check_layout (layout);
  item = find_piece (layout, "list/1")->item;
  g_assert_cmpfloat (item->label_x, >, item->x + item->width);
  item = find_piece (layout, "list/2")->item;
  g_assert_cmpfloat (item->label_x + item->label->width, <, item->x);
}

static void
test_find (void)
{
  g_autoptr (FoiLetter) letter = maker_council_letter ();
  g_autoptr (FoiLayout) layout = lay_out (letter);
  guint first_page = 99;
  g_autoptr (GArray) table = foi_layout_find_block (layout, "table", &first_page);
  g_autoptr (GArray) question = foi_layout_find_place (layout, "questions/q1", NULL);
  g_autoptr (GArray) none = foi_layout_find_place (layout, "questions/q", NULL);
  g_autoptr (GArray) line = foi_layout_find_block (layout, "letterhead/2", NULL);
  const FoiRect *rect = &g_array_index (line, FoiRect, 0);

  g_assert_cmpuint (table->len, ==, 2);
  g_assert_cmpuint (first_page, ==, 0);
  g_assert_cmpuint (question->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (line->len, ==, 1);
  g_assert_cmpstr (foi_layout_get_block_at (layout, 0, rect->x + 3, rect->y + 3)->id, ==,
                   "letterhead/2");
  g_assert_null (foi_layout_get_block_at (layout, 0, rect->x, 10));
  rect = &g_array_index (table, FoiRect, 1);
  g_assert_cmpstr (foi_layout_get_block_at (layout, 1, rect->x + 20, rect->y + 20)->id, ==,
                   "table");
  g_assert_cmpfloat_with_epsilon (rect->y, layout->area.y, 0.01);
}

/* Page by page there is what each block says of itself, in the order of the letter. */
static void
test_page_blocks (void)
{
  g_autoptr (FoiLetter) letter = maker_council_letter ();
  g_autoptr (FoiLayout) layout = lay_out (letter);

  for (guint page = 0; page < foi_layout_get_n_pages (layout); page++)
    {
      g_autoptr (GArray) listed = foi_layout_list_blocks (layout, page);
      guint n = 0;

      for (guint i = 0; i < letter->blocks->len; i++)
        {
          const FoiBlock *block = letter->blocks->pdata[i];
          guint first_page;
          g_autoptr (GArray) rects = foi_layout_find_block (layout, block->id, &first_page);
          const FoiPageBlock *there = &g_array_index (listed, FoiPageBlock, n);

          if (page < first_page || page >= first_page + rects->len)
            continue;
          g_assert_cmpuint (n, <, listed->len);
          g_assert_cmpstr (there->block->id, ==, block->id);
          g_assert_cmpmem (&there->rect, sizeof (FoiRect),
                           &g_array_index (rects, FoiRect, page - first_page), sizeof (FoiRect));
          n++;
        }
      g_assert_cmpuint (n, ==, listed->len);
      g_assert_cmpuint (n, >, 0);
    }
}

static void
test_links (void)
{
  g_autoptr (FoiLetter) letter = maker_council_letter ();
  g_autoptr (FoiLayout) layout = lay_out (letter);
  guint first_page;
  g_autoptr (GArray) rects = foi_layout_find_block (layout, "q2/1", &first_page);
  const FoiRect *rect = &g_array_index (rects, FoiRect, 0);
  guint n_links = 0, n_plain = 0;

  for (double x = rect->x; x < rect->x + 200.0; x += 1.0)
    {
      const char *target = foi_layout_get_link_at (layout, first_page, x, rect->y + 5.0);

      n_links += g_strcmp0 (target, "#q1") == 0 ? 1 : 0;
      n_plain += target == NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_links, >, 50);
  g_assert_cmpuint (n_plain, >, 80);
}

static void
test_random (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (20);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (FoiLetter) letter
          = maker_random_letter (dice, (guint) g_rand_int_range (dice, 0, 40));
      g_autoptr (FoiLayout) layout = foi_layout_new (
          letter, g_rand_boolean (dice) ? FOI_PAPER_A4 : FOI_PAPER_LETTER, NULL);

      check_layout (layout);
    }
}

/* A letter set again after each of many changes is as if it had been set at once. */
static void
test_incremental (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (21);
  g_autoptr (FoiLetter) letter = maker_random_letter (dice, 25);
  g_autoptr (FoiLayout) layout = lay_out (letter);

  g_assert_cmpuint (foi_layout_get_n_measured (layout), ==, 25);
  for (guint i = 0; i < 60; i++)
    {
      guint index = (guint) g_rand_int_range (dice, 0, (gint32) letter->blocks->len);
      const FoiBlock *old = letter->blocks->pdata[index];
      g_autoptr (FoiLetter) edited
          = maker_edited (letter, index, maker_random_block (dice, old->id));
      g_autoptr (FoiLayout) after = foi_layout_new (edited, FOI_PAPER_A4, layout);
      g_autoptr (FoiLayout) anew = lay_out (edited);

      g_assert_cmpuint (foi_layout_get_n_measured (after), <=, 1);
      check_same_layout (after, anew);
      check_layout (after);
      foi_letter_unref (g_steal_pointer (&letter));
      foi_layout_unref (g_steal_pointer (&layout));
      letter = g_steal_pointer (&edited);
      layout = g_steal_pointer (&after);
    }
}

/* What is bold and red in a draft is not in the letter that is sent. */
static void
test_issued (void)
{
  g_autoptr (FoiLetter) letter = maker_letter_new ();
  g_autoptr (FoiLayout) draft = NULL;
  g_autoptr (FoiLayout) issued = NULL;

  foi_block_add_span (maker_add (letter, FOI_BLOCK_PARAGRAPH, "p", NULL), "our data set",
                      FOI_SPAN_MISSING, NULL);
  letter->draft = TRUE;
  draft = lay_out (letter);
  letter->draft = FALSE;
  issued = foi_layout_new (letter, FOI_PAPER_A4, NULL);
  g_assert_cmpint (foi_set_text_get_run (find_piece (draft, "p")->item->text, 0)->ink, ==,
                   FOI_INK_MISSING);
  g_assert_cmpint (foi_set_text_get_run (find_piece (issued, "p")->item->text, 0)->ink, ==,
                   FOI_INK_TEXT);
  g_assert_nonnull (draft->watermark);
  g_assert_null (issued->watermark);
}

static gpointer
lay_out_many (gpointer data)
{
  FoiLayout *layout = NULL;

  for (guint i = 0; i < 10; i++)
    {
      FoiLayout *next = foi_layout_new (data, FOI_PAPER_A4, layout);

      g_clear_pointer (&layout, foi_layout_unref);
      layout = next;
    }
  return layout;
}

static void
test_threads (void)
{
  g_autoptr (FoiLetter) letter = maker_council_letter ();
  g_autoptr (FoiLayout) expected = lay_out (letter);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", lay_out_many, letter);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (FoiLayout) layout = g_thread_join (threads[i]);

      check_same_layout (layout, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/paper", test_paper);
  g_test_add_func ("/layout/empty", test_empty);
  g_test_add_func ("/layout/head", test_head);
  g_test_add_func ("/layout/figure-gives-way", test_figure_gives_way);
  g_test_add_func ("/layout/dates", test_dates);
  g_test_add_func ("/layout/long-word", test_long_word);
  g_test_add_func ("/layout/heading-keeps", test_heading_keeps);
  g_test_add_func ("/layout/table-over-pages", test_table_over_pages);
  g_test_add_func ("/layout/short-table-is-whole", test_short_table_is_whole);
  g_test_add_func ("/layout/middling-table", test_middling_table);
  g_test_add_func ("/layout/row-taller-than-page", test_row_taller_than_page);
  g_test_add_func ("/layout/decimal-alignment", test_decimal_alignment);
  g_test_add_func ("/layout/widest-table-breaks-nothing", test_widest_table_breaks_nothing);
  g_test_add_func ("/layout/wide-table-is-set-smaller", test_wide_table_is_set_smaller);
  g_test_add_func ("/layout/right-to-left-list", test_right_to_left_list);
  g_test_add_func ("/layout/find", test_find);
  g_test_add_func ("/layout/page-blocks", test_page_blocks);
  g_test_add_func ("/layout/links", test_links);
  g_test_add_func ("/layout/random", test_random);
  g_test_add_func ("/layout/incremental", test_incremental);
  g_test_add_func ("/layout/issued", test_issued);
  g_test_add_func ("/layout/threads", test_threads);
  return g_test_run ();
}
