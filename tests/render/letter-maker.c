/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "letter-maker.h"

#include <json-glib/json-glib.h>

#define YEAR "{'name':'year','title':'Reporting year','type':'string','foi:role':'period'}"
#define CALLS "{'name':'calls','title':'Calls answered','type':'integer','foi:role':'measure'}"
#define COMMENT "{'name':'comment','title':'Comment','type':'string','foi:role':'note'}"

FoiLetter *
maker_letter_new (void)
{
  FoiLetter *letter = foi_letter_new ();

  letter->id = g_strdup ("response");
  letter->title = g_strdup ("Response to FOI1");
  letter->author = g_strdup ("Example Council");
  letter->language = g_strdup ("en-GB");
  letter->reference = g_strdup ("FOI1");
  letter->date = g_strdup ("2024-11-27");
  return letter;
}

FoiBlock *
maker_add (FoiLetter *letter, FoiBlockKind kind, const char *id, const char *text)
{
  g_autofree char *place = g_strconcat ("questions/", id, NULL);
  FoiBlock *block = foi_block_new (kind, id, place);

  if (text != NULL)
    foi_block_add_span (block, text, 0, NULL);
  g_ptr_array_add (letter->blocks, block);
  return block;
}

FoiBlock *
maker_add_child (FoiBlock *parent, FoiBlockKind kind, const char *text)
{
  g_autofree char *id = g_strdup_printf ("%s/%u", parent->id,
                                         parent->children != NULL ? parent->children->len + 1 : 1);
  FoiBlock *block = foi_block_new (kind, id, parent->place);

  if (text != NULL)
    foi_block_add_span (block, text, 0, NULL);
  foi_block_add_child (parent, block);
  return block;
}

/* JSON is written with ' for ", so that it can be read in C. */
FoiPublication *
maker_table (const char *fields, const char *rows, const char *more)
{
  g_autofree char *json = g_strdup_printf (
      "{'name':'t','type':'table','title':'T','mediatype':'application/json','schema':"
      "{'fields':[%s],'missingValues':['','[c]','[x]','[z]','[low]']},'data':[%s]%s}",
      fields, rows, more);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (g_strdelimit (json, "'", '"'), &error);
  FoiPublication *table;

  g_assert_no_error (error);
  json_node_seal (node);
  table = foi_publication_new_from_json (node, &error);
  g_assert_no_error (error);
  return table;
}

FoiPublication *
maker_calls (guint n_rows)
{
  g_autoptr (GString) rows = g_string_new ("['year','calls','comment']");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (rows, ",['Year %u',%u,'%s']", i + 1, i * 397 + 12,
                            i % 3 == 0 ? "Reporting was not available for some weeks of the year"
                                       : "");
  return maker_table (YEAR "," CALLS "," COMMENT, rows->str, "");
}

void
maker_add_table (FoiLetter *letter, const char *id, const char *caption, FoiPublication *table)
{
  maker_add (letter, FOI_BLOCK_TABLE, id, caption)->table = table;
}

char *
maker_words (GRand *dice, guint n_words)
{
  static const char *const words[]
      = { "information", "request", "we", "hold", "the", "figures", "year", "of", "calls",
          "children", "section", "12(2)", "18", "hours", "cost", "naïve", "2016/17", "£450",
          "a", "in", "office", "exploitation", "answered", "—", "non-commercial", "fi", "ﬂuid",
          "re‑use", "https://www.example.gov.uk/a/very/long/path/to/a-dataset_of_figures.csv" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[g_rand_int_range (dice, 0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

static void
add_random_spans (GRand *dice, FoiBlock *block, guint max_words)
{
  static const FoiSpanFlags manners[]
      = { 0, 0, 0, FOI_SPAN_STRONG, FOI_SPAN_EMPHASIS, FOI_SPAN_LOCKED, FOI_SPAN_BREAK };
  guint n_spans = (guint) g_rand_int_range (dice, 1, 5);

  for (guint i = 0; i < n_spans; i++)
    {
      FoiSpanFlags flags = manners[g_rand_int_range (dice, 0, G_N_ELEMENTS (manners))];
      g_autofree char *words
          = maker_words (dice, (guint) g_rand_int_range (dice, 1, (gint32) max_words));
      gboolean is_link = g_rand_int_range (dice, 0, 6) == 0;

      if ((flags & FOI_SPAN_BREAK) != 0)
        foi_block_add_span (block, "", flags, NULL);
      else
        foi_block_add_span (block, words, flags, is_link ? "https://example.org/a'b\\c" : NULL);
    }
}

static FoiPublication *
random_table (GRand *dice)
{
  return maker_calls ((guint) g_rand_int_range (dice, 0, 60));
}

static void
add_random_children (GRand *dice, FoiBlock *block)
{
  guint n_children = (guint) g_rand_int_range (dice, 1, 8);

  for (guint i = 0; i < n_children; i++)
    if (block->kind == FOI_BLOCK_LIST)
      add_random_spans (dice,
                        maker_add_child (maker_add_child (block, FOI_BLOCK_ITEM, NULL),
                                         FOI_BLOCK_PARAGRAPH, NULL),
                        30);
    else
      add_random_spans (dice, maker_add_child (block, FOI_BLOCK_PARAGRAPH, NULL), 12);
}

/* One of every kind, the running text most often. */
FoiBlock *
maker_random_block (GRand *dice, const char *id)
{
  static const FoiBlockKind kinds[]
      = { FOI_BLOCK_PARAGRAPH, FOI_BLOCK_PARAGRAPH, FOI_BLOCK_PARAGRAPH, FOI_BLOCK_PARAGRAPH,
          FOI_BLOCK_HEADING,   FOI_BLOCK_ASKED,     FOI_BLOCK_LIST,      FOI_BLOCK_QUOTE,
          FOI_BLOCK_TABLE,     FOI_BLOCK_NOTE,      FOI_BLOCK_SIGN_OFF,  FOI_BLOCK_LETTERHEAD,
          FOI_BLOCK_DATE,      FOI_BLOCK_SUBJECT,   FOI_BLOCK_ADDRESSEE, FOI_BLOCK_SALUTATION };
  FoiBlock *block
      = foi_block_new (kinds[g_rand_int_range (dice, 0, G_N_ELEMENTS (kinds))], id, "request");

  block->level = (guint) g_rand_int_range (dice, 1, 3);
  block->ordered = g_rand_boolean (dice);
  block->start = g_rand_int_range (dice, 0, 120);
  if (block->kind == FOI_BLOCK_LIST || block->kind == FOI_BLOCK_QUOTE
      || block->kind == FOI_BLOCK_SIGN_OFF || block->kind == FOI_BLOCK_LETTERHEAD
      || block->kind == FOI_BLOCK_SUBJECT || block->kind == FOI_BLOCK_ADDRESSEE)
    add_random_children (dice, block);
  else
    add_random_spans (dice, block, 120);
  if (block->kind == FOI_BLOCK_TABLE)
    {
      block->table = random_table (dice);
      maker_add_child (block, FOI_BLOCK_NOTE, "[x] means that it was not recorded.");
    }
  return block;
}

FoiLetter *
maker_random_letter (GRand *dice, guint n_blocks)
{
  FoiLetter *letter = maker_letter_new ();

  letter->draft = g_rand_boolean (dice);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i);

      g_ptr_array_add (letter->blocks, maker_random_block (dice, id));
    }
  return letter;
}

/* The letter with one block replaced by another, or taken out if that is NULL. */
FoiLetter *
maker_edited (FoiLetter *letter, guint index, FoiBlock *block)
{
  FoiLetter *edited = maker_letter_new ();

  edited->draft = letter->draft;
  for (guint i = 0; i < letter->blocks->len; i++)
    if (i != index)
      g_ptr_array_add (edited->blocks, foi_block_ref (letter->blocks->pdata[i]));
    else if (block != NULL)
      g_ptr_array_add (edited->blocks, block);
  return edited;
}

static void
add_lines (FoiBlock *block, const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    maker_add_child (block, FOI_BLOCK_PARAGRAPH, lines[i]);
}

static void
add_figure (FoiLetter *letter)
{
  g_autoptr (FoiPublication) table = maker_calls (9);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) spec = json_from_string (
      "{\"kind\":\"column\",\"x\":\"year\",\"y\":[\"calls\"],\"in_letter\":true}", &error);
  FoiBlock *block = maker_add (letter, FOI_BLOCK_FIGURE, "figure", "Figure 1: Calls answered");

  g_assert_no_error (error);
  json_node_seal (spec);
  block->chart = foi_chart_new (table, spec, &error);
  g_assert_no_error (error);
}

static void
add_rights (FoiLetter *letter)
{
  FoiBlock *block = maker_add (letter, FOI_BLOCK_PARAGRAPH, "review",
                               "Write to\302\240");

  foi_block_add_span (block, "review@example.gov.uk", 0, "mailto:review@example.gov.uk");
  foi_block_add_span (block, " for a review, or read our ", 0, NULL);
  foi_block_add_span (block,
                      "publication scheme, whose name is so long that it goes on to a second line",
                      0, "https://example.gov.uk/scheme?a=b&c='d'");
  foi_block_add_span (block, ".", 0, NULL);
  add_lines (maker_add (letter, FOI_BLOCK_SIGN_OFF, "sign-off", NULL),
             (const char *[]) { "Yours faithfully", "Information Governance", NULL });
}

/* A short letter with something of each kind, as an officer would send it. */
FoiLetter *
maker_council_letter (void)
{
  FoiLetter *letter = maker_letter_new ();
  FoiBlock *block;

  letter->draft = TRUE;
  add_lines (maker_add (letter, FOI_BLOCK_LETTERHEAD, "letterhead", NULL),
             (const char *[]) { "Information Team", "Example Council", "1 High Street", NULL });
  maker_add (letter, FOI_BLOCK_DATE, "date", "27 November 2024");
  maker_add (letter, FOI_BLOCK_SALUTATION, "salutation", "Dear Sir or Madam");
  add_lines (maker_add (letter, FOI_BLOCK_SUBJECT, "subject", NULL),
             (const char *[]) { "Freedom of Information Act 2000", "Reference: FOI1", NULL });
  maker_add (letter, FOI_BLOCK_HEADING, "q1", "Question 1")->level = 1;
  maker_add (letter, FOI_BLOCK_ASKED, "q1/asked", "How many calls were answered in each year?");
  maker_add (letter, FOI_BLOCK_HEADING, "q1a", "Question 1a")->level = 2;
  block = maker_add (letter, FOI_BLOCK_LIST, "q1/list", NULL);
  maker_add_child (maker_add_child (block, FOI_BLOCK_ITEM, NULL), FOI_BLOCK_PARAGRAPH, "Fluffy");
  maker_add_child (maker_add_child (block, FOI_BLOCK_ITEM, NULL), FOI_BLOCK_PARAGRAPH, "offices");
  maker_add_table (letter, "table", "Table 1: Calls answered", maker_calls (40));
  maker_add_child (letter->blocks->pdata[letter->blocks->len - 1], FOI_BLOCK_NOTE,
                   "[x] means that the figure is not available.");
  add_figure (letter);
  maker_add (letter, FOI_BLOCK_HEADING, "q2", "Question 2")->level = 1;
  block = maker_add (letter, FOI_BLOCK_PARAGRAPH, "q2/1", "See our answer to ");
  foi_block_add_span (block, "Question 1", 0, "#q1");
  foi_block_add_span (block, ", and ", 0, NULL);
  foi_block_add_span (block, "what is not there", 0, "#nothing");
  foi_block_add_span (block, ".", 0, NULL);
  maker_add (letter, FOI_BLOCK_PARAGRAPH, "arabic", "السلام عليكم، هذا جواب طلبكم.");
  add_rights (letter);
  return letter;
}
