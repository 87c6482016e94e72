/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-case-file.h"

G_BEGIN_DECLS

/*
 * The profile of an authority: who it is, how its letters close. A file of its own, chosen once and
 * shared by a team; every case keeps a copy, in which there is neither `format` nor `version`. In
 * memory it is that copy: a sealed object.
 */
#define FOI_PROFILE_VERSION 1

JsonNode *foi_profile_new (void);
JsonNode *foi_profile_parse (GBytes *bytes, GPtrArray **faults, GError **error);
JsonNode *foi_profile_load (GFile *file, GPtrArray **faults, GCancellable *cancellable,
                            GError **error);
void      foi_profile_load_async (GFile *file, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
JsonNode *foi_profile_load_finish (GAsyncResult *result, GError **error);
GBytes   *foi_profile_write (JsonNode *profile);
gboolean  foi_profile_save (JsonNode *profile, JsonNode *expected, GFile *file,
                            GCancellable *cancellable, GError **error);

/* What two people changed, in one. */
JsonNode *foi_profile_merge (JsonNode *base, JsonNode *mine, JsonNode *theirs);

/* What stands at "review/window/n"; a member that would be empty is left out. */
JsonNode *foi_profile_get_node (JsonNode *profile, const char *path);
JsonNode *foi_profile_with_node (JsonNode *profile, const char *path, JsonNode *value);

G_END_DECLS
