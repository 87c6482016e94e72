/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-letter-painter.h"
#include "foi-pdf-content.h"
#include "foi-pdf-xmp.h"
#include "letter-maker.h"

static void
test_artifacts (void)
{
  static const struct
  {
    const char *content;
    const char *marked;
  } facts[] = {
    { "", "" },
    { "q 1 0 0 1 0 0 cm Q", "q\n1 0 0 1 0 0 cm\nQ\n" },
    { "0 0 1 1 re f", "/Artifact BMC\n0 0 1 1 re\nf\nEMC\n" },
    { "q 0.5 g 0 0 1 1 re f Q", "q\n0.5 g\n/Artifact BMC\n0 0 1 1 re\nf\nEMC\nQ\n" },
    { "/P << /MCID 0 >> BDC BT (a\\)b(c)) Tj ET EMC",
      "/P << /MCID 0 >> BDC\nBT\n(a\\)b(c)) Tj\nET\nEMC\n" },
    { "0 0 1 1 re f /P << /MCID 0 >> BDC EMC 1 1 2 2 re f",
      "/Artifact BMC\n0 0 1 1 re\nf\nEMC\n/P << /MCID 0 >> BDC\nEMC\n"
      "/Artifact BMC\n1 1 2 2 re\nf\nEMC\n" },
    { "BT /Span << /ActualText <FEFF0066> >> BDC (x) Tj EMC ET",
      "/Artifact BMC\nBT\n/Span << /ActualText <FEFF0066> >> BDC\n(x) Tj\nEMC\nET\nEMC\n" },
    { "/P << /MCID 1 >> BDC /Span << /ActualText (f) >> BDC (x) Tj EMC (y) Tj EMC (z) Tj",
      "/P << /MCID 1 >> BDC\n/Span << /ActualText (f) >> BDC\n(x) Tj\nEMC\n(y) Tj\nEMC\n"
      "/Artifact BMC\n(z) Tj\nEMC\n" },
    { "/a0 gs true /x null q Q", "/a0 gs\ntrue /x null q\nQ\n" },
    { "/Artifact BMC 0 0 1 1 re f EMC 1 1 2 2 re f",
      "/Artifact BMC\n0 0 1 1 re\nf\nEMC\n/Artifact BMC\n1 1 2 2 re\nf\nEMC\n" },
    { "[(BDC)-12(EMC)]TJ", "/Artifact BMC\n[(BDC)-12(EMC)]TJ\nEMC\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) marked = foi_pdf_content_mark_artifacts (
          facts[i].content, strlen (facts[i].content), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (marked->str, ==, facts[i].marked);
    }
}

static void
test_artifact_errors (void)
{
  static const char *const contents[]
      = { "EMC", "/P << /MCID 0 >> BDC", "/P BMC", "(unfinished", "BI /W 1 ID x EI", "1 2 3" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          foi_pdf_content_mark_artifacts (contents[i], strlen (contents[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_xmp (void)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  const FoiPdfFacts facts = { .title = "A & B <c>\001",
                              .language = "en-GB",
                              .date = "2024-11-27",
                              .elements = elements };
  const FoiPdfFacts bare = { .title = "T" };
  g_autofree char *xmp = NULL;
  g_autofree char *bare_xmp = foi_pdf_create_xmp (&bare, "FOI Desk");

  g_ptr_array_add (elements, (gpointer) "any");
  xmp = foi_pdf_create_xmp (&facts, "FOI Desk");
  g_assert_nonnull (strstr (xmp, ">A &amp; B &lt;c&gt; </rdf:li>"));
  g_assert_nonnull (strstr (xmp, "<xmp:CreateDate>2024-11-27T00:00:00Z</xmp:CreateDate>"));
  g_assert_nonnull (strstr (xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_null (strstr (xmp, "dc:creator"));
  g_assert_null (strstr (bare_xmp, "Date"));
  g_assert_null (strstr (bare_xmp, "pdfuaid:part"));
}

static GBytes *
write_pdf (FoiLayout *layout)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = foi_letter_to_pdf (layout, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

/* The same letter gives the same bytes, also when it was set step by step. */
static void
test_same_bytes (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (5);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (FoiLetter) letter = maker_random_letter (dice, 12);
      g_autoptr (FoiLetter) edited
          = maker_edited (letter, 5, maker_random_block (dice, "b5"));
      g_autoptr (FoiLayout) before = foi_layout_new (letter, FOI_PAPER_A4, NULL);
      g_autoptr (FoiLayout) after = foi_layout_new (edited, FOI_PAPER_A4, before);
      g_autoptr (FoiLayout) anew = foi_layout_new (edited, FOI_PAPER_A4, NULL);
      g_autoptr (GBytes) first = write_pdf (after);
      g_autoptr (GBytes) second = write_pdf (after);
      g_autoptr (GBytes) third = write_pdf (anew);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (g_bytes_equal (first, third));
    }
}

static void
test_finish_errors (void)
{
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("not a PDF", 9);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (FoiLetter) letter = maker_council_letter ();
  g_autoptr (FoiLayout) layout = foi_layout_new (letter, FOI_PAPER_A4, NULL);
  g_autoptr (GBytes) pdf = write_pdf (layout);
  const FoiPdfFacts facts = { .title = "T", .language = "en-GB", .elements = elements };
  g_autoptr (GError) error = NULL;

  g_assert_null (foi_pdf_finish (nonsense, &facts, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  /* A structure that is not the one described is not guessed at. */
  g_assert_null (foi_pdf_finish (pdf, &facts, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

/* Painting twice on a screen's surface gives the same picture, at any zoom, in any thread. */
static gpointer
paint_page (gpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 1273);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 900 / 595.276, 900 / 595.276);
  foi_letter_paint_page (data, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_paint_in_threads (void)
{
  g_autoptr (FoiLetter) letter = maker_council_letter ();
  g_autoptr (FoiLayout) layout = foi_layout_new (letter, FOI_PAPER_A4, NULL);
  cairo_surface_t *expected = paint_page (layout);
  gsize size = (gsize) cairo_image_surface_get_stride (expected) * 1273;
  GThread *threads[3];
  guint n_dark = 0;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("painter", paint_page, layout);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      cairo_surface_t *surface = g_thread_join (threads[i]);

      g_assert_cmpmem (cairo_image_surface_get_data (surface), size,
                       cairo_image_surface_get_data (expected), size);
      cairo_surface_destroy (surface);
    }
  for (gsize i = 0; i < size; i += 4)
    n_dark += cairo_image_surface_get_data (expected)[i] < 0x40 ? 1 : 0;
  g_assert_cmpuint (n_dark, >, 5000);
  cairo_surface_destroy (expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/artifacts", test_artifacts);
  g_test_add_func ("/pdf/artifact-errors", test_artifact_errors);
  g_test_add_func ("/pdf/xmp", test_xmp);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/finish-errors", test_finish_errors);
  g_test_add_func ("/pdf/paint-in-threads", test_paint_in_threads);
  return g_test_run ();
}
