/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-answer-index.h"
#include "foi-related.h"

G_BEGIN_DECLS

/**
 * FoiAnswerShelf:
 * @index: the answers of its cases
 * @requests: (element-type FoiKnownRequest): the requests of all of them
 *
 * What the cases of a folder have for one that is being answered. Immutable and reference counted.
 */
typedef struct
{
  FoiAnswerIndex *index;
  GPtrArray      *requests;
} FoiAnswerShelf;

FoiAnswerShelf *foi_answer_shelf_read  (const char *folder, GCancellable *cancellable,
                                        GError **error);
FoiAnswerShelf *foi_answer_shelf_ref   (FoiAnswerShelf *self);
void            foi_answer_shelf_unref (FoiAnswerShelf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiAnswerShelf, foi_answer_shelf_unref)

G_END_DECLS
