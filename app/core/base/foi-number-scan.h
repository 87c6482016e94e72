/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-range.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_FOUND_NUMBER,    /* something that was counted or measured */
  FOI_FOUND_MONEY,     /* the same, with the sign of a currency */
  FOI_FOUND_WORD,      /* the same, in letters: "three" */
  FOI_FOUND_YEAR,      /* 2024, 2016/17 */
  FOI_FOUND_OTHER,     /* a date, a time, a section, a reference, a telephone number */
} FoiFoundKind;

/* A number in a text: where it stands, and its digits without commas, signs and idle zeros. What
 * @is_loose, a word or a Roman numeral, counts only where it is said what. */
typedef struct
{
  FoiRange     range;
  FoiFoundKind kind;
  char         value[32];
  gboolean     is_loose;
} FoiFoundNumber;

gboolean foi_number_scan_next (const char *text, FoiRange within, gsize from,
                               FoiFoundNumber *found);
gboolean foi_found_number_is_time (const char *text, FoiRange within,
                                   const FoiFoundNumber *number);
gboolean foi_found_number_is_named (const char *text, FoiRange within, FoiRange range);
char    *foi_number_normalise (const char *text);

G_END_DECLS
