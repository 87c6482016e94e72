/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a PDF that is looked through for what it hides: what is painted where is reckoned
 * from operations and numbers that a stranger wrote. It is refused with a reason, or each finding
 * is valid text and there at least once. */

#include "fuzz.h"

#include "foi-pdf-inspect.h"

const char *const fuzz_words[] = {
  " obj\n", "endobj", "stream\n", "endstream", "BT ", "ET ", "Tj ", "TJ ", "Tf ", "Tm ", "Td ",
  "T* ", "Tr ", "q ", "Q ", "cm ", "re ", "f ", "f* ", "S ", "W n ", "h ", "m ", "l ", "Do ",
  "gs ", "sh ", "g ", "rg ", "scn ", "BDC ", "EMC ", "/OC /L0 BDC ", "BI ID EI ", "1e308 ",
  "-1e308 ", "0 ",
  "nan ", "99999999999 ", "10 0 R ", "/Kids [2 0 R]", "/Annots ", "/Widths [0]", "/W [0 9 9]",
  "/Matrix [0 0 0 0 0 0]", "/BBox [0 0 0 0]", "<<", ">>", "[", "]", "(a)", "<0041>", NULL,
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHidden) hidden = foi_pdf_inspect (bytes, NULL, &error);

  if (hidden == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  for (guint i = 0; i < foi_hidden_get_length (hidden); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (hidden, i);

      g_assert_cmpuint (item->count, >, 0);
      g_assert_true (item->detail == NULL || g_utf8_validate (item->detail, -1, NULL));
    }
  return 0;
}
