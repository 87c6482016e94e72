/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-history.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-event.h"
#include "foi-json-edit.h"
#include "foi-sent-approvals.h"

static void
append_pair (GString *text, const char *label, const char *value)
{
  if (value != NULL && value[0] != '\0')
    g_string_append_printf (text, "  %s: %s\n", label, value);
}

static void
append_event (GString *text, JsonNode *event)
{
  const char *type = foi_json_get_string (event, "type", "");
  const char *words = foi_event_type_to_words (type);

  g_string_append_printf (text, "%s  %s\n", foi_json_get_string (event, "date", "          "),
                          words != NULL ? words : type);
  append_pair (text, _("Question"), foi_json_get_string (event, "question", NULL));
  append_pair (text, _("Note"), foi_json_get_string (event, "note", NULL));
}

static void
append_issued (GString *text, JsonNode *issued)
{
  JsonNode *files = foi_json_get_member (issued, "files");
  JsonNode *approvals = foi_json_get_member (issued, "approvals");
  JsonNode *withdrawn = foi_json_get_member (issued, "withdrawn");

  g_string_append_printf (text, "%s  %s\n", foi_json_get_string (issued, "date", ""),
                          foi_json_get_string (issued, "letter", ""));
  append_pair (text, _("How"), foi_json_get_string (issued, "how", NULL));
  append_pair (text, _("Sent by"), foi_json_get_string (issued, "by", NULL));
  append_pair (text, _("Approved by"), foi_json_get_string (issued, "approver", NULL));
  for (guint i = 0; i < foi_json_get_n_elements (approvals); i++)
    {
      g_autofree char *words
        = foi_sent_approval_dup_words (foi_json_get_element (approvals, i), FOI_DATE_NONE);

      g_string_append_printf (text, "  %s\n", words);
    }
  if (withdrawn != NULL)
    append_pair (text, _("Withdrawn"), foi_json_get_string (withdrawn, "reason", NULL));
  for (guint i = 0; i < foi_json_get_n_elements (files); i++)
    {
      JsonNode *file = foi_json_get_element (files, i);

      g_string_append_printf (text, "  %s\n    SHA-256 %s\n",
                              foi_json_get_string (file, "name", ""),
                              foi_json_get_string (file, "sha256", ""));
    }
}

/**
 * foi_case_history_to_text:
 * @state: a case
 *
 * Returns: (transfer full): what happened in it, as plain text for our own file: events, letters
 *   that went out with the SHA-256 of what went with them, findings that were accepted.
 */
char *
foi_case_history_to_text (FoiCaseState *state)
{
  GString *text = g_string_new (NULL);
  JsonNode *events = foi_case_state_get_node (state, "events");
  JsonNode *issued = foi_case_state_get_node (state, "issued");
  JsonNode *accepted = foi_case_state_get_node (state, "accepted");

  g_string_append_printf (text, "%s\n%s\n\n", foi_case_state_get_string (state, "/id"),
                          _("For our file: never to be released"));
  g_string_append_printf (text, "%s\n\n", _("What happened"));
  append_pair (text, _("Received"), foi_case_state_get_string (state, "request/received"));
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    append_event (text, foi_json_get_element (events, i));
  g_string_append_printf (text, "\n%s\n\n", _("Letters that went out"));
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    append_issued (text, foi_json_get_element (issued, i));
  g_string_append_printf (text, "\n%s\n\n", _("Findings that were accepted"));
  for (guint i = 0; i < foi_json_get_n_elements (accepted); i++)
    {
      JsonNode *element = foi_json_get_element (accepted, i);

      g_string_append_printf (text, "%s  %s\n", foi_json_get_string (element, "date", ""),
                              foi_json_get_string (element, "finding", ""));
      append_pair (text, _("Reason"), foi_json_get_string (element, "reason", NULL));
      append_pair (text, _("By"), foi_json_get_string (element, "by", NULL));
    }
  return g_string_free (text, FALSE);
}
