/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-question-finder.h"
#include "foi-request-text.h"

G_BEGIN_DECLS

/* What was read in one text. */
typedef struct
{
  FoiRequestText      *request;
  FoiQuestionProposal *proposal;
  const char          *regime;    /* the one law that it names, or NULL */
} FoiReading;

void        foi_reading_async (const char *text, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
FoiReading *foi_reading_finish (GAsyncResult *result, GError **error);
void        foi_reading_free (FoiReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiReading, foi_reading_free)

G_END_DECLS
