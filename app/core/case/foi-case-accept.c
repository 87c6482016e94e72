/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-accept.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

#define ACCEPTED "accepted"

static JsonNode *
make_entry (const char *finding, const char *path, const char *reason, FoiDate date)
{
  JsonObject *entry = json_object_new ();
  g_autofree char *day = foi_date_to_iso (date);

  json_object_set_string_member (entry, "finding", finding);
  json_object_set_string_member (entry, "path", path);
  json_object_set_string_member (entry, "reason", reason);
  json_object_set_string_member (entry, "date", day);
  return foi_json_take_object (entry);
}

/**
 * foi_case_editor_accept_finding:
 * @finding: the id of a check
 * @path: where it found something, as a JSON path
 * @reason: why that stays as it is
 * @date: the day it is
 * @error: return location
 *
 * Keeps in the case why an officer let a finding stand.
 *
 * Returns: whether it could be kept.
 */
gboolean
foi_case_editor_accept_finding (FoiCaseEditor *self, const char *finding, const char *path,
                                const char *reason, FoiDate date, GError **error)
{
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) entry = NULL;
  g_autoptr (JsonNode) accepted = NULL;
  JsonNode *before;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (finding != NULL && path != NULL && reason != NULL, FALSE);

  before = foi_case_state_get_node (foi_case_get_state (foi_case_editor_get_case (self)), ACCEPTED);
  if (!foi_json_is_array (before))
    before = empty;
  entry = make_entry (finding, path, reason, date);
  accepted = foi_json_array_insert (before, foi_json_get_n_elements (before), entry);
  return foi_case_editor_set_node (self, ACCEPTED, accepted, _("Accept Finding"), error);
}
