/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* After so many differences nothing more is listed: it is another case. */
#define FOI_MAX_DIFFERENCES 500

/**
 * FoiCaseDifference:
 * @place: where it is: "questions/q3/answer", "tables/calls"
 * @words: the same, as officers say it: "Question 3 · Answer"
 * @first: (nullable): what one case has there; %NULL: nothing
 * @second: (nullable): what the other has
 *
 * Something in which two cases differ.
 */
typedef struct
{
  char *place;
  char *words;
  char *first, *second;
} FoiCaseDifference;

GPtrArray *foi_case_compare        (FoiCaseState *first, FoiCaseState *second);
void       foi_case_compare_tables (FoiCaseState *first, FoiCaseState *second,
                                    GPtrArray *differences);
void       foi_case_difference_add (GPtrArray *differences, const char *place, const char *words,
                                    const char *first, const char *second);
void       foi_case_compare_values (GPtrArray *differences, const char *place, const char *words,
                                    const char *key, JsonNode *first, JsonNode *second);

G_END_DECLS
