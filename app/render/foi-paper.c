/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paper.h"

#include "foi-letter-painter.h"

/* In the order of FoiPaper: as the case file says it. */
static const char *const names[] = { "A4", "Letter" };

/**
 * foi_paper_to_name:
 *
 * Returns: what the case file calls it: "A4".
 */
const char *
foi_paper_to_name (FoiPaper paper)
{
  g_return_val_if_fail ((gsize) paper < G_N_ELEMENTS (names), names[0]);
  return names[paper];
}

/**
 * foi_paper_from_name:
 * @name: (nullable): what the case file calls it
 * @fallback: what it is where that is not said
 *
 * Returns: the paper.
 */
FoiPaper
foi_paper_from_name (const char *name, FoiPaper fallback)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (FoiPaper) i;
  return fallback;
}

/**
 * foi_paper_make_pdf:
 * @letter: a letter
 * @paper: (nullable): what it is set for, "A4"
 * @error: as from foi_letter_to_pdf()
 *
 * Returns: (transfer full) (nullable): the letter set on pages, as a PDF.
 */
GBytes *
foi_paper_make_pdf (FoiLetter *letter, const char *paper, GError **error)
{
  g_autoptr (FoiLayout) layout = NULL;

  g_return_val_if_fail (letter != NULL, NULL);

  layout = foi_layout_new (letter, foi_paper_from_name (paper, FOI_PAPER_A4), NULL);
  return foi_letter_to_pdf (layout, error);
}
