/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-answer-index.h"
#include "foi-document.h"

G_BEGIN_DECLS

/**
 * FoiSimilar:
 * @matches: (element-type FoiAnswerMatch): answers to questions like one, the best first
 * @related: (element-type FoiRelated): requests that its case may repeat or be added to
 *
 * What the folder of a case has for one of its questions.
 */
typedef struct
{
  GArray    *matches;
  GPtrArray *related;
} FoiSimilar;

void        foi_similar_find_async  (FoiDocument *document, const char *question,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
FoiSimilar *foi_similar_find_finish (GAsyncResult *result, GError **error);
void        foi_similar_free        (FoiSimilar *self);
gboolean    foi_similar_is_empty    (const FoiSimilar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSimilar, foi_similar_free)

G_END_DECLS
