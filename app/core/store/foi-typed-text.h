/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that was typed into a cell and is not in the case: @row counts the rows from 0. */
typedef struct
{
  char *table;
  guint row;
  char *column;
  char *text;
  char *reason;
} FoiTypedText;

FoiTypedText *foi_typed_text_new (const char *table, guint row, const char *column,
                                  const char *text, const char *reason);
void          foi_typed_text_free (FoiTypedText *typed);

G_END_DECLS
