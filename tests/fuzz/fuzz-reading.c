/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of any bytes, read again as the last look reads them: attachments come from anybody. What
 * is told is valid text, and a row has as many headings as cells. */

#include "fuzz.h"

#include "foi-pdf-reading.h"

const char *const fuzz_words[] = {
  "\"", ",", "\r\n", "----  ----\n", "\n\n", "obj", "endobj", "stream\n", "endstream", "BT",
  "ET", "Tj", "TJ", "Tf", "BDC", "EMC", "/MCID 0", "/ActualText (a)", "Do", "BI ID EI", "<0041>",
  "beginbfrange", "endbfrange", "beginbfchar", "/K 0", "/K [0 1]", "/S /TR", "/S /TD", "/S /Table",
  "6 0 R", "1 0 R", "<<", ">>", "\\0", "{", "}", "[", "]", NULL,
};

static gboolean
check_cb (const FoiReadUnit *unit, gpointer user_data)
{
  guint *n = user_data;
  g_autofree char *place = foi_read_unit_dup_place (unit);

  g_assert_nonnull (place);
  g_assert_true (unit->text != NULL || unit->cells != NULL);
  if (unit->text != NULL)
    g_assert_true (g_utf8_validate (unit->text, -1, NULL));
  for (guint i = 0; unit->cells != NULL && unit->cells[i] != NULL; i++)
    g_assert_true (g_utf8_validate (unit->cells[i], -1, NULL));
  if (unit->cells != NULL && unit->headings != NULL)
    g_assert_cmpuint (g_strv_length ((GStrv) unit->cells), ==,
                      g_strv_length ((GStrv) unit->headings));
  return ++*n < 10000;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  gboolean is_legible;
  guint n = 0;

  foi_file_read_csv (bytes, check_cb, &n, NULL);
  foi_file_read_text (bytes, check_cb, &n, NULL);
  foi_file_read_json (bytes, check_cb, &n, NULL);
  foi_file_read_pdf (bytes, check_cb, &n, &is_legible, NULL);
  return 0;
}
