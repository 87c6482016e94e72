/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A number outside tables, which is never negative. */
typedef enum
{
  FOI_NUMBER_COUNT,  /* an integer in the file */
  FOI_NUMBER_AMOUNT, /* decimal text */
  FOI_NUMBER_POUNDS, /* decimal text with two places */
} FoiNumberKind;

gboolean foi_typed_number_read (FoiNumberKind kind, const char *typed, JsonNode **value,
                                char **reason);
char    *foi_typed_number_to_words (FoiNumberKind kind, JsonNode *value);

G_END_DECLS
