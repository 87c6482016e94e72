/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-hidden.h"

G_BEGIN_DECLS

/**
 * FoiDocumentTally:
 *
 * What a text hides, while it is read: how often, in which paragraphs or parts, and whose it is.
 * All of one kind is one finding, so that a long document is not a long list.
 */
typedef struct _FoiDocumentTally FoiDocumentTally;

/* Where something is: the number of a @paragraph, from 1, or 0; or a @part (nullable). */
typedef struct
{
  guint paragraph;
  const char *part;
} FoiDocumentPlace;

FoiDocumentTally *foi_document_tally_new (void);
void foi_document_tally_free (FoiDocumentTally *self);
void foi_document_tally_add (FoiDocumentTally *self, FoiHiddenKind kind, FoiDocumentPlace place,
                             guint count, const char *name);
void foi_document_tally_tell (FoiDocumentTally *self, FoiHidden *hidden);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDocumentTally, foi_document_tally_free)

G_END_DECLS
