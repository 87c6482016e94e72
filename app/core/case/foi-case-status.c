/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-status.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* In the order of FoiCaseStatus. */
static const struct
{
  const char *name;
  const char *words;
} statuses[] = {
  [FOI_STATUS_DRAFT] = { "draft", N_("Draft") },
  [FOI_STATUS_ISSUED] = { "issued", N_("Issued") },
  [FOI_STATUS_UNDER_REVIEW] = { "under-review", N_("Under review") },
  [FOI_STATUS_CLOSED] = { "closed", N_("Closed") },
};

/* What an event makes of a case; most make nothing of it. */
static const struct
{
  const char   *event;
  FoiCaseStatus status;
} turns[] = {
  { "issued", FOI_STATUS_ISSUED },
  { "withdrawn", FOI_STATUS_DRAFT },
  { "review-asked", FOI_STATUS_UNDER_REVIEW },
  { "review-answered", FOI_STATUS_CLOSED },
};

static FoiCaseStatus
follow_event (FoiCaseStatus status, JsonNode *event)
{
  const char *type = foi_json_get_string (event, "type", "");

  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      if (g_str_equal (turns[i].event, type))
        return turns[i].status;
    }
  return status;
}

/* Letters are answers only when they are responses: an acknowledgement leaves a case a draft. */
static gboolean
is_answer (FoiCaseState *self, JsonNode *issued)
{
  g_autofree char *path = g_strconcat ("letters/", foi_json_get_string (issued, "letter", ""),
                                       "/type", NULL);
  const char *type = foi_case_state_get_string (self, path);

  return type == NULL || g_str_equal (type, "response") || g_str_equal (type, "late")
         || g_str_equal (type, "business-as-usual");
}

/**
 * foi_case_state_get_status:
 * @self: a case
 *
 * Follows the events in their order; where they do not say that the response was sent, the letters
 * issued do.
 *
 * Returns: how far the case is.
 */
FoiCaseStatus
foi_case_state_get_status (FoiCaseState *self)
{
  FoiCaseStatus status = FOI_STATUS_DRAFT;
  JsonNode *issued, *events;

  g_return_val_if_fail (self != NULL, FOI_STATUS_DRAFT);

  issued = foi_case_state_get_node (self, "issued");
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *letter = foi_json_get_element (issued, i);

      if (foi_json_get_member (letter, "withdrawn") == NULL && is_answer (self, letter))
        status = FOI_STATUS_ISSUED;
    }
  events = foi_case_state_get_node (self, "events");
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    status = follow_event (status, foi_json_get_element (events, i));
  return status;
}

/**
 * foi_case_status_to_name:
 *
 * Returns: its name for other programs: "under-review".
 */
const char *
foi_case_status_to_name (FoiCaseStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), "");
  return statuses[status].name;
}

/**
 * foi_case_status_to_words:
 *
 * Returns: its name in the window: "Under review".
 */
const char *
foi_case_status_to_words (FoiCaseStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), "");
  return _(statuses[status].words);
}
