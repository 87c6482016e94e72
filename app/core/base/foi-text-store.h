/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The highest number of a text: who keeps numbers has a bit for himself. */
#define FOI_TEXT_STORE_MAX 0x7fffffffu

/**
 * FoiTextStore:
 *
 * Keeps millions of short texts, each by a number of 32 bits. A text that comes again soon is kept
 * once. Texts stay where they are until the store is freed.
 */
typedef struct _FoiTextStore FoiTextStore;

FoiTextStore *foi_text_store_new  (void);
void          foi_text_store_free (FoiTextStore *self);
gboolean      foi_text_store_add  (FoiTextStore *self, const char *text, gsize length,
                                   guint32 *number);
const char   *foi_text_store_get  (FoiTextStore *self, guint32 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiTextStore, foi_text_store_free)

G_END_DECLS
