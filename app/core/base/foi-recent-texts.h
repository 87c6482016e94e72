/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiRecentTexts:
 *
 * Texts that were seen lately, so that one that comes again need not be kept again. It forgets what
 * another takes the place of, and never grows; it owns none of the texts.
 */
typedef struct _FoiRecentTexts FoiRecentTexts;

FoiRecentTexts *foi_recent_texts_new  (void);
void            foi_recent_texts_free (FoiRecentTexts *self);
const char     *foi_recent_texts_find (FoiRecentTexts *self, const char *text);
void            foi_recent_texts_keep (FoiRecentTexts *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRecentTexts, foi_recent_texts_free)

G_END_DECLS
