/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-pack.h"
#include "foi-file-reading.h"

G_BEGIN_DECLS

/* Something in a file that may not leave: where, and what, without saying it again. */
typedef struct
{
  char *file;
  char *place;
  char *what;
} FoiLeak;

/**
 * FoiLastLook:
 *
 * Reads the files of a pack as they are, before they are handed over, for all that the case keeps
 * to itself. It knows nothing of how they were made.
 */
typedef struct _FoiLastLook FoiLastLook;

FoiLastLook *foi_last_look_new (FoiCaseState *state, FoiPackKind kind);
void         foi_last_look_free (FoiLastLook *self);
void         foi_last_look_begin_file (FoiLastLook *self, const char *name);
gboolean     foi_last_look_read (const FoiReadUnit *unit, gpointer self);
GPtrArray   *foi_last_look_get_leaks (FoiLastLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiLastLook, foi_last_look_free)

G_END_DECLS
