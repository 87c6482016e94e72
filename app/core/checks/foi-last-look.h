/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-doubt.h"
#include "foi-pack.h"
#include "foi-secrets.h"
#include "foi-file-reading.h"

G_BEGIN_DECLS

/* What is accepted of a last look is kept under this name, beside the findings of checks. */
#define FOI_LEAK_FINDING "withheld-figure-in-file"

/**
 * FoiLeak:
 * @file: the name of a file
 * @place: where in it
 * @what: what is there, without saying it again
 * @sentence: (nullable): the sentence, where a number in it may be another one than it seems
 * @path: (nullable): what an officer's word for that sentence is kept under, as @path of
 *   foi_case_editor_accept_finding()
 *
 * Something in a file that may not leave. Only of a number in a sentence can be doubtful what it
 * means; requesters' details, hidden names and cells of tables are what they are.
 */
typedef struct
{
  char *file;
  char *place;
  char *what;
  char *sentence;
  char *path;
} FoiLeak;

/**
 * FoiLastLook:
 *
 * Reads the files of a pack as they are, before they are handed over, for all that the case keeps
 * to itself. It knows nothing of how they were made.
 */
typedef struct _FoiLastLook FoiLastLook;

char        *foi_leak_dup_path (const FoiSecret *secret, const char *sentence);
FoiLastLook *foi_last_look_new (FoiCaseState *state, FoiPackKind kind);
void         foi_last_look_free (FoiLastLook *self);
void         foi_last_look_begin_file (FoiLastLook *self, const char *name,
                                       gboolean is_attachment);
gboolean     foi_last_look_read (const FoiReadUnit *unit, gpointer self);
void         foi_last_look_read_letter (FoiLastLook *self, FoiLetter *letter, FoiRules *rules,
                                        const char *name);
GPtrArray   *foi_last_look_get_leaks (FoiLastLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiLastLook, foi_last_look_free)

G_END_DECLS
