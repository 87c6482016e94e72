/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define FOI_TYPE_PROFILE_DRAFT (foi_profile_draft_get_type ())

/**
 * FoiProfileDraft:
 *
 * The authority's profile while it is being changed: what is on disk, and what it shall become.
 * Properties with notify: profile, modified. Signal "replaced": all of it is another, read anew.
 */
G_DECLARE_FINAL_TYPE (FoiProfileDraft, foi_profile_draft, FOI, PROFILE_DRAFT, GObject)

FoiProfileDraft *foi_profile_draft_new (void);
JsonNode        *foi_profile_draft_get (FoiProfileDraft *self);
void             foi_profile_draft_set (FoiProfileDraft *self, JsonNode *profile);
void             foi_profile_draft_replace (FoiProfileDraft *self, JsonNode *profile,
                                            gboolean is_saved);
JsonNode        *foi_profile_draft_get_saved (FoiProfileDraft *self);
void             foi_profile_draft_set_saved (FoiProfileDraft *self, JsonNode *saved);
gboolean         foi_profile_draft_is_modified (FoiProfileDraft *self);
void             foi_profile_draft_save_async (FoiProfileDraft *self, GFile *file,
                                               GAsyncReadyCallback callback, gpointer user_data);
gboolean         foi_profile_draft_save_finish (FoiProfileDraft *self, GAsyncResult *result,
                                                GError **error);

G_END_DECLS
