/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-typed.h"

G_BEGIN_DECLS

/* One reading of typed text. @plain is @typed in ASCII as far as it can be: digits and signs of
 * every script in the plain form, spaces of every kind as one space, none at the ends. */
typedef struct
{
  FoiColumn      *column;
  const char     *typed;
  char           *plain;
  FoiCell        *out;
  FoiTypedBounds *bounds;
  char           *reason;
  GPtrArray      *choices;
} FoiTyping;

gboolean _foi_typing_refuse (FoiTyping *self, const char *reason);
gboolean _foi_typing_refuse_kind (FoiTyping *self);
void     _foi_typing_add_number (FoiTyping *self, gint64 number);
void     _foi_typing_add_mark (FoiTyping *self, FoiCellState state);
gboolean _foi_typing_accept (FoiTyping *self, gint64 number);

gboolean _foi_typed_read_plain (FoiColumn *column, const char *typed, FoiCell *out);
gboolean _foi_typing_read_mark (FoiTyping *self, gboolean *accepted);
gboolean _foi_typing_read_number (FoiTyping *self);
gboolean _foi_typing_read_date (FoiTyping *self);
gboolean _foi_typing_read_month (FoiTyping *self);
gboolean _foi_typing_read_year (FoiTyping *self);
gboolean _foi_typing_read_financial_year (FoiTyping *self);

G_END_DECLS
