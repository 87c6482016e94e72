/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-remedy.h"

G_BEGIN_DECLS

/* A remedy while it is worked out. @state is the case as far as it is done. */
typedef struct
{
  FoiRemedy *remedy;
  FoiCaseState *state;
  GStrv tables;  /* that were asked for, and what is rounded with them */
  gint64 moved;  /* how far rounded figures moved in all */
  guint n_rows, n_columns; /* that became one */
  guint n_left_out;
  guint max_attempts; /* at rows that could be combined */
  gboolean is_attempt; /* nobody sees it unless it is safe */
  gboolean is_helped; /* it is not safe, and is said what is */
  FoiAuditProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} FoiRemedyDraft;

void     _foi_remedy_draft_take (FoiRemedyDraft *self, FoiCaseState *state);
GArray *_foi_remedy_new_edits (void);
void _foi_remedy_add_edit (GArray *edits, const FoiCellPlace *place, FoiCell cell);
gboolean _foi_remedy_set_cells (FoiRemedyDraft *self, const char *table, GArray *edits,
                                FoiWithheldBy by, GError **error);
void _foi_remedy_note_cell (FoiRemedyDraft *self, FoiDisclosureCase *disclosure, guint number,
                            FoiWithheldBy by);
void _foi_remedy_forget_rounding (FoiRemedyDraft *self, const char *table);
gboolean _foi_remedy_take_off (FoiRemedyDraft *self, const char *table, GError **error);
gboolean _foi_remedy_leave_out (FoiRemedyDraft *self, GError **error);
gboolean _foi_remedy_suppress (FoiRemedyDraft *self, GError **error);
gboolean _foi_remedy_round (FoiRemedyDraft *self, GError **error);
FoiRemedy *_foi_remedy_try (FoiCaseState *state, const FoiRemedyRequest *request,
                            gboolean ends_early, GCancellable *cancellable);
FoiRemedyRequest *_foi_remedy_propose (FoiRemedyDraft *self);
GStrv    _foi_remedy_list_linked (FoiCaseState *state, const FoiRemedyRequest *request);

/* foi-remedy-together.c */
FoiRemedyRequest *_foi_remedy_propose_together (FoiRemedyDraft *self, FoiRemedy **failed);
GPtrArray *_foi_remedy_list_tellers (FoiRemedy *self);
gboolean _foi_remedy_is_together (FoiRemedy *self);

G_END_DECLS
