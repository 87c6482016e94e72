/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-saved-paragraphs.h"

G_BEGIN_DECLS

/*
 * The two lists of saved paragraphs that an officer has: the authority's, beside its profile, which
 * a team may share, and the officer's own. They are read and written in a thread: the first may lie
 * on another machine.
 */

/**
 * FoiSavedItem:
 * @paragraph: what is saved
 * @is_shared: whether it is the authority's
 */
typedef struct
{
  FoiSavedParagraph *paragraph;
  gboolean           is_shared;
} FoiSavedItem;

/**
 * FoiSavedLists:
 * @items: (element-type FoiSavedItem): all paragraphs that could be read, by title
 * @problem: (nullable): why a list could not be read, with its name
 */
typedef struct
{
  GPtrArray *items;
  char      *problem;
} FoiSavedLists;

void       foi_saved_item_free (FoiSavedItem *self);
void       foi_saved_lists_free (FoiSavedLists *self);
GFile     *foi_saved_lists_ref_file (gboolean is_shared);
void       foi_saved_lists_load_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
FoiSavedLists *foi_saved_lists_load_finish (GAsyncResult *result);
void       foi_saved_lists_put_async (gboolean is_shared, const char *former, const char *title,
                                      const char *text, GAsyncReadyCallback callback,
                                      gpointer user_data);
void       foi_saved_lists_remove_async (gboolean is_shared, const char *title,
                                         GAsyncReadyCallback callback, gpointer user_data);
gboolean   foi_saved_lists_change_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSavedItem, foi_saved_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSavedLists, foi_saved_lists_free)

G_END_DECLS
