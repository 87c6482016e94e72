/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-column.h"

G_BEGIN_DECLS

/* Typed text that is no value: @reason for the person, @choices (nullable) what it could mean. Each
 * choice, typed, is a value. */
typedef struct
{
  char  *reason;
  char **choices;
} FoiRefusal;

/* What is known of a count that came to us suppressed: "<5" is from 1 to 4. */
typedef struct
{
  gboolean known;
  gint64   from;
  gint64   to;
} FoiTypedBounds;

void     foi_refusal_clear (FoiRefusal *refusal);
gboolean foi_typed_parse (FoiColumn *column, const char *typed, FoiCell *out, FoiRefusal *refusal);
gboolean foi_typed_parse_full (FoiColumn *column, const char *typed, FoiCell *out,
                               FoiTypedBounds *bounds, FoiRefusal *refusal);
char    *foi_typed_for_editing (FoiColumn *column, const FoiCell *cell);

/* A column's type and unit guessed from what was pasted into it; never a value. */
FoiColumn *foi_typed_propose_column (const char *name, const char *heading, const char *unit,
                                     const char *const *values, gsize n_values);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiRefusal, foi_refusal_clear)

G_END_DECLS
