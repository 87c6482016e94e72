/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "foi-block.h"
#include "foi-typesetter.h"
#include "letter-maker.h"

static const FoiTextStyle body = { .size = 12.0, .pitch = 16.0 };

/* The words of a line, in the order in which they are read. */
static char *
spell_line (const FoiSetText *set, guint index)
{
  const FoiLine *line = foi_set_text_get_line (set, index);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_runs; i++)
    {
      const FoiRun *run = foi_set_text_get_run (set, line->first_run + i);

      g_string_append_len (text, set->text + run->text_start, run->text_length);
    }
  return g_string_free (text, FALSE);
}

/* Pango on a surface of its own, told what the typesetter is told. */
static PangoLayout *
create_layout (cairo_surface_t *surface, const char *text)
{
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Sans");
  PangoLayout *layout;

  pango_cairo_context_set_resolution (context, 72.0);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en-GB"));
  pango_cairo_update_context (cr, context);
  layout = pango_layout_new (context);
  pango_font_description_set_absolute_size (font, 12 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);
  g_object_unref (context);
  cairo_destroy (cr);
  return layout;
}

static cairo_status_t
ignore_cb (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static void
test_same_breaks (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (4);
  g_autofree char *text = maker_words (dice, 160);
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
  const cairo_rectangle_t extents = { 0, 0, 600, 800 };
  cairo_surface_t *surfaces[]
      = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 800),
          cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents),
          cairo_pdf_surface_create_for_stream (ignore_cb, NULL, 600, 800) };
  guint n_lines = 0;

  g_strdelimit (text, ":", '.');   /* links are broken later than Pango would by itself */
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (surfaces[i], text);

      for (guint width = 150; width < 550; width += 2)
        {
          g_autoptr (FoiSetText) set = foi_typesetter_set_text (typesetter, &body, text, width);

          pango_layout_set_width (layout, (int) width * PANGO_SCALE);
          g_assert_cmpint (pango_layout_get_line_count (layout), ==, (int) set->lines->len);
          for (guint j = 0; j < set->lines->len; j++)
            {
              const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) j);
              g_autofree char *theirs
                  = g_strndup (text + line->start_index, (gsize) line->length);
              g_autofree char *ours = spell_line (set, j);

              g_assert_cmpstr (g_strstrip (ours), ==, g_strstrip (theirs));
              n_lines++;
            }
        }
      cairo_surface_destroy (surfaces[i]);
    }
  g_assert_cmpuint (n_lines, >, 3 * 200 * 10);
}

/* Nothing is lost or added, however narrow the line; words stay apart when lines are joined. */
static void
test_spelling (void)
{
  static const char *const texts[] = {
    "A first office: fluffy ﬁles, naïve e\314\201tude",
    "السلام عليكم، هذا جواب طلبكم رقم 12 بتاريخ اليوم",
    "שלום, זו תשובה לבקשתך",
    "Mixed عربي and English, נכון?",
    "https://www.example.gov.uk/a/very/long/path/to/a-dataset_of_figures_2018_to_2024.csv",
    "",
  };
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 30.0; width < 400.0; width += 7.3)
      {
        g_autoptr (FoiSetText) set = foi_typesetter_set_text (typesetter, &body, texts[i], width);
        gsize n_bytes = 0, n_glyphs = 0;

        for (guint j = 0; j < set->clusters->len; j++)
          {
            const cairo_text_cluster_t *cluster
                = &g_array_index (set->clusters, cairo_text_cluster_t, j);

            g_assert_cmpint (cluster->num_glyphs, >, 0);
            n_bytes += (gsize) cluster->num_bytes;
            n_glyphs += (gsize) cluster->num_glyphs;
          }
        g_assert_cmpuint (n_bytes, ==, strlen (texts[i]));
        g_assert_cmpuint (n_glyphs, ==, set->glyphs->len);
        g_assert_cmpuint (strlen (set->text), ==, strlen (texts[i]));
      }
}

/* A no-break space is found as a space where the font shows both with one glyph. */
static void
test_lookalikes (void)
{
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
  g_autoptr (FoiSetText) plain = foi_typesetter_set_text (typesetter, &body, "7 May \302\265g", 90);
  g_autoptr (FoiSetText) set
      = foi_typesetter_set_text (typesetter, &body, "7\302\240May \302\265g", 90);
  gulong space = g_array_index (plain->glyphs, cairo_glyph_t, 1).index;
  gulong no_break_space = g_array_index (set->glyphs, cairo_glyph_t, 1).index;

  g_assert_cmpstr (plain->text, ==, "7 May \302\265g");
  g_assert_cmpstr (set->text, ==,
                   space == no_break_space ? plain->text : "7\302\240May \302\265g");
}

static void
test_link_breaks_late (void)
{
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
  g_autoptr (FoiSetText) set = foi_typesetter_set_text (
      typesetter, &body, "See https://www.example.gov.uk/a/very/long/path/that-goes-on", 150.0);

  for (guint i = 0; i < set->lines->len; i++)
    {
      g_autofree char *words = spell_line (set, i);

      g_assert_false (g_str_has_suffix (g_strchomp (words), "//"));
    }
}

/* What is printed can be followed, too; the address belongs to the link, after its last words. */
static void
test_link_says_where (void)
{
  static const char words[] = "You can complain online (a.uk/c), see Question 1 or ask www.a.uk.";
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
  g_autoptr (FoiBlock) block = foi_block_new (FOI_BLOCK_PARAGRAPH, "p", NULL);
  g_autoptr (FoiSetText) set = NULL;
  guint n_underlined = 0;

  foi_block_add_span (block, "You can ", 0, NULL);
  foi_block_add_span (block, "complain", FOI_SPAN_STRONG, "https://a.uk/c");
  foi_block_add_span (block, " online", 0, "https://a.uk/c");
  foi_block_add_span (block, ", see ", 0, NULL);
  foi_block_add_span (block, "Question 1", 0, "#q1");
  foi_block_add_span (block, " or ask ", 0, NULL);
  foi_block_add_span (block, "www.a.uk", 0, "https://www.a.uk");
  foi_block_add_span (block, ".", 0, NULL);
  set = foi_typesetter_set_spans (typesetter, &body, block->spans, FOI_WIDTH_UNLIMITED);
  g_assert_cmpstr (set->text, ==, words);
  for (guint i = 0; i < set->runs->len; i++)
    {
      const FoiRun *run = foi_set_text_get_run (set, i);

      n_underlined += run->underlined ? run->text_length : 0;
    }
  g_assert_cmpuint (n_underlined, ==, strlen ("complain online (a.uk/c)Question 1www.a.uk"));
}

static void
test_lines_within_width (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (7);
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);

  for (double width = 40.0; width < 460.0; width += 1.7)
    {
      g_autofree char *text = maker_words (dice, 25);
      g_autoptr (FoiSetText) set = foi_typesetter_set_text (typesetter, &body, text, width);
      double y = 0.0;

      for (guint i = 0; i < set->lines->len; i++)
        {
          const FoiLine *line = foi_set_text_get_line (set, i);
          g_autofree char *words = spell_line (set, i);

          g_assert_cmpfloat (line->x + line->width, <=, width + 0.01);
          g_assert_cmpfloat_with_epsilon (line->y, y, 1e-6);
          g_assert_cmpfloat (line->height, >=, body.pitch);
          if (words[0] == ' ')
            g_assert_cmpfloat (foi_set_text_get_run (set, line->first_run)->x, <, 0.0);
          y += line->height;
        }
      g_assert_cmpfloat_with_epsilon (set->height, y, 1e-6);
    }
}

/* A line as wide as its word leaves a kerned space to the next, which it must not indent. */
/* Numbers stay with what they belong to, at whatever width; other spaces may end a line. */
static void
test_unbroken (void)
{
  static const struct
  {
    const char *text, *pair;
    gboolean    kept;
  } facts[] = {
    { "which we received on 30 October 2024", "30 October", TRUE },
    { "refused under section 12(2) of it", "section 12(2)", TRUE },
    { "the Freedom of Information Act 2000 says", "Act 2000", TRUE },
    { "as you see in Table 1 below", "Table 1", TRUE },
    { "Wilmslow, Cheshire, SK9 5AF.", "SK9 5AF", TRUE },
    { "St Andrews, Fife, KY16 9DS, or online", "KY16 9DS", TRUE },
    { "or call us on 024 7697 5408.", "7697 5408", TRUE },
    { "or call us on 024 7697 5408.", "024 7697", TRUE },
    { "there were 31 999 calls", "31 999", FALSE },
    { "the Director of IT 24HR service", "IT 24HR", FALSE },
    { "which we received on 30 October 2024", "October 2024", TRUE },
    { "all calls to us from October 2024 on", "October 2024", FALSE },
    { "of 30 October 20245, which is no year", "October 20245", FALSE },
    { "we may answer 30 questions", "30 questions", FALSE },
    { "the contract 2000 of them", "contract 2000", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiBlock) block = foi_block_new (FOI_BLOCK_PARAGRAPH, "p", NULL);
      FoiTypesetter *typesetter = foi_typesetter_acquire ("en-GB", FALSE);
      gboolean parted = FALSE;

      foi_block_add_span (block, facts[i].text, 0, NULL);
      for (double width = 90.0; width < 260.0; width += 1.0)
        {
          g_autoptr (FoiSetText) set
              = foi_typesetter_set_spans (typesetter, &body, block->spans, width);
          g_autofree char *first = g_strndup (facts[i].pair, strcspn (facts[i].pair, " "));

          for (guint j = 0; j + 1 < set->lines->len; j++)
            {
              g_autofree char *words = spell_line (set, j);

              if (g_str_has_suffix (g_strchomp (words), first))
                parted = TRUE;
            }
        }
      g_test_message ("%s", facts[i].pair);
      g_assert_cmpint (parted, ==, !facts[i].kept);
      foi_typesetter_release (typesetter);
    }
}

static void
test_exact_width (void)
{
  const FoiTextStyle bold = { .size = 12.0, .pitch = 16.0, .bold = TRUE };
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
  double width = foi_typesetter_measure_word (typesetter, &bold, "Reporting Year");
  g_autoptr (FoiSetText) set
      = foi_typesetter_set_text (typesetter, &bold, "Reporting Year", width);
  const FoiLine *line = foi_set_text_get_line (set, 1);
  g_autofree char *words = spell_line (set, 1);

  g_assert_cmpuint (set->lines->len, ==, 2);
  g_assert_cmpstr (g_strstrip (words), ==, "Year");
  g_assert_cmpfloat (foi_set_text_get_run (set, line->first_run)->x, <, -2.0);
  g_assert_cmpfloat_with_epsilon (
      line->width, foi_typesetter_measure_text (typesetter, &bold, "Year"), 0.01);
}

static void
test_manners (void)
{
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", TRUE);
  g_autoptr (FoiBlock) block = foi_block_new (FOI_BLOCK_PARAGRAPH, "p", NULL);
  g_autoptr (FoiSetText) set = NULL;
  static const struct
  {
    FoiInk ink;
    gboolean underlined;
  } facts[] = { { FOI_INK_TEXT, FALSE }, { FOI_INK_LINK, TRUE }, { FOI_INK_LINK, TRUE },
                { FOI_INK_TEXT, FALSE }, { FOI_INK_MISSING, FALSE } };

  foi_block_add_span (block, "plain ", 0, NULL);
  foi_block_add_span (block, "one", 0, "https://example.org/1");
  foi_block_add_span (block, "two", 0, "https://example.org/2");
  foi_block_add_span (block, " strong ", FOI_SPAN_STRONG, NULL);
  foi_block_add_span (block, "[missing: table a]", FOI_SPAN_MISSING, NULL);
  set = foi_typesetter_set_spans (typesetter, &body, block->spans, 1000.0);
  g_assert_cmpuint (set->runs->len, ==, G_N_ELEMENTS (facts));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const FoiRun *run = foi_set_text_get_run (set, i);

      g_assert_cmpint (run->span, ==, (int) i);
      g_assert_cmpint (run->ink, ==, facts[i].ink);
      g_assert_cmpint (run->underlined, ==, facts[i].underlined);
    }
}

static void
test_line_break (void)
{
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
  g_autoptr (FoiBlock) block = foi_block_new (FOI_BLOCK_PARAGRAPH, "p", NULL);
  g_autoptr (FoiSetText) set = NULL;

  foi_block_add_span (block, "One", 0, NULL);
  foi_block_add_span (block, "", FOI_SPAN_BREAK, NULL);
  foi_block_add_span (block, "two", 0, NULL);
  set = foi_typesetter_set_spans (typesetter, &body, block->spans, 1000.0);
  g_assert_cmpuint (set->lines->len, ==, 2);
  g_assert_cmpstr (set->text, ==, "One two");
}

static void
test_direction (void)
{
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
  g_autoptr (FoiSetText) arabic
      = foi_typesetter_set_text (typesetter, &body, "السلام عليكم", 300.0);
  const FoiLine *line = foi_set_text_get_line (arabic, 0);

  g_assert_true (foi_typesetter_runs_leftwards (typesetter, "السلام"));
  g_assert_true (foi_typesetter_runs_leftwards (typesetter, "1. שלום"));
  g_assert_false (foi_typesetter_runs_leftwards (typesetter, "Hello السلام"));
  g_assert_cmpfloat_with_epsilon (line->x + line->width, 300.0, 0.01);
  g_assert_cmpint (foi_set_text_get_run (arabic, 0)->flags, ==,
                   CAIRO_TEXT_CLUSTER_FLAG_BACKWARD);
}

static gpointer
set_many (gpointer data)
{
  double *width = g_new (double, 1);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);
      g_autoptr (FoiSetText) set
          = foi_typesetter_set_text (typesetter, &body, "The same everywhere", 1000.0);

      *width = set->width;
    }
  return width;
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autofree double *expected = set_many (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("typesetter", set_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree double *width = g_thread_join (threads[i]);

      g_assert_cmpfloat_with_epsilon (*width, *expected, 1e-9);
    }
}

static void
test_font (void)
{
  g_autoptr (FoiTypesetter) typesetter = foi_typesetter_acquire ("en-GB", FALSE);

  g_assert_cmpstr (foi_typesetter_get_font (typesetter), ==, "Liberation Sans");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typesetter/same-breaks", test_same_breaks);
  g_test_add_func ("/typesetter/spelling", test_spelling);
  g_test_add_func ("/typesetter/lookalikes", test_lookalikes);
  g_test_add_func ("/typesetter/link-breaks-late", test_link_breaks_late);
  g_test_add_func ("/typesetter/link-says-where", test_link_says_where);
  g_test_add_func ("/typesetter/lines-within-width", test_lines_within_width);
  g_test_add_func ("/typesetter/exact-width", test_exact_width);
  g_test_add_func ("/typesetter/manners", test_manners);
  g_test_add_func ("/typesetter/line-break", test_line_break);
  g_test_add_func ("/typesetter/direction", test_direction);
  g_test_add_func ("/typesetter/threads", test_threads);
  g_test_add_func ("/typesetter/font", test_font);
  g_test_add_func ("/typesetter/unbroken", test_unbroken);
  return g_test_run ();
}
