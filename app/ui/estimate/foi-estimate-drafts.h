/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoiEstimateDrafts:
 *
 * Text that was typed into cells of an estimate and is no number. The case never holds it; it goes
 * with its row: where the row is moved, and when the row comes back by undo.
 */
typedef struct _FoiEstimateDrafts FoiEstimateDrafts;

FoiEstimateDrafts *foi_estimate_drafts_new    (void);
void               foi_estimate_drafts_free   (FoiEstimateDrafts *self);
void               foi_estimate_drafts_put    (FoiEstimateDrafts *self, JsonNode *row,
                                               guint column, const char *text);
void               foi_estimate_drafts_follow (FoiEstimateDrafts *self, JsonNode *before,
                                               JsonNode *after);
char              *foi_estimate_drafts_take   (FoiEstimateDrafts *self, JsonNode *row,
                                               guint column);

G_END_DECLS
