/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-answered.h"
#include "foi-case-event.h"
#include "foi-json-edit.h"
#include "foi-term.h"

/* In the order of FoiCaseStatus. */
static const FoiTerm statuses[] = {
  [FOI_STATUS_DRAFT] = { "draft", N_("Draft") },
  [FOI_STATUS_WITHDRAWN] = { "withdrawn", N_("Withdrawn by the requester") },
  [FOI_STATUS_ISSUED] = { "issued", N_("Issued") },
  [FOI_STATUS_UNDER_REVIEW] = { "under-review", N_("Under review") },
  [FOI_STATUS_CLOSED] = { "closed", N_("Closed") },
};

/* What a letter that was issued makes of a case: an acknowledgement leaves it a draft. */
static const struct
{
  const char   *type;
  FoiCaseStatus status;
} letters[] = {
  { "response", FOI_STATUS_ISSUED },
  { "business-as-usual", FOI_STATUS_ISSUED },
  { "review", FOI_STATUS_CLOSED },
};

static FoiCaseStatus
get_letter_status (FoiCaseState *self, JsonNode *issued)
{
  g_autofree char *path = g_strconcat ("letters/", foi_json_get_string (issued, "letter", ""),
                                       "/type", NULL);
  const char *type = foi_case_state_get_string (self, path);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (g_strcmp0 (letters[i].type, type) == 0)
        return letters[i].status;
    }
  /* Of a letter that the case has no more, the likeliest is the response. */
  return type == NULL ? FOI_STATUS_ISSUED : FOI_STATUS_DRAFT;
}

static gboolean
is_refused (const FoiEventLog *log, guint position)
{
  for (guint i = 0; i < log->refusals->len; i++)
    if (g_array_index (log->refusals, FoiEventRefusal, i).position == position)
      return TRUE;
  return FALSE;
}

/* One review is enough, of several; an answer that makes no sense is none. */
static gboolean
has_answered_review (FoiCaseState *self, const FoiEventLog *log)
{
  JsonNode *events = foi_case_state_get_node (self, "events");

  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    if (g_str_equal (foi_json_get_string (foi_json_get_element (events, i), "type", ""),
                     "review-answered")
        && !is_refused (log, i))
      return TRUE;
  return FALSE;
}

/* What the letters that stand make of it, and the day of the last that makes that. */
static FoiCaseStatus
follow_letters (FoiCaseState *self, FoiDate *since)
{
  JsonNode *issued = foi_case_state_get_node (self, "issued");
  FoiCaseStatus status = FOI_STATUS_DRAFT;

  *since = FOI_DATE_NONE;
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *letter = foi_json_get_element (issued, i);
      const FoiDate date = foi_date_from_iso (foi_json_get_string (letter, "date", NULL));
      const FoiCaseStatus of_letter = get_letter_status (self, letter);

      if (foi_json_get_member (letter, "withdrawn") != NULL || of_letter < status)
        continue;
      *since = of_letter > status ? date : MAX (*since, date);
      status = of_letter;
    }
  return status;
}

/**
 * foi_case_state_get_status:
 * @self: a case
 *
 * Looks at the letters issued that stand and at the answers that went another way, and at what the
 * events tell of a review and of a request that was withdrawn, in the order of their days.
 *
 * Returns: how far the case is.
 */
FoiCaseStatus
foi_case_state_get_status (FoiCaseState *self)
{
  FoiCaseStatus status;
  FoiDate since;
  g_autoptr (FoiEventLog) log = NULL;

  g_return_val_if_fail (self != NULL, FOI_STATUS_DRAFT);

  log = foi_case_state_read_events (self);
  status = follow_letters (self, &since);
  /* A review's answer that was sent closes it, whether or not the events say so; not one that was
   * asked for after that. */
  if (foi_event_log_is_review_open (log)
      && (status != FOI_STATUS_CLOSED || (since != FOI_DATE_NONE && since < log->review_asked)))
    return FOI_STATUS_UNDER_REVIEW;
  if (status == FOI_STATUS_CLOSED || has_answered_review (self, log))
    return FOI_STATUS_CLOSED;
  if (status == FOI_STATUS_DRAFT
      && foi_case_state_get_answered (self, FOI_ANSWERED_LAST) != FOI_DATE_NONE)
    return FOI_STATUS_ISSUED;
  return status == FOI_STATUS_DRAFT && log->request_withdrawn != FOI_DATE_NONE
           ? FOI_STATUS_WITHDRAWN : status;
}

/**
 * foi_case_state_is_answer:
 * @issued: the record of a letter that was issued
 *
 * Returns: whether it stands and answers the request: neither an acknowledgement nor the outcome of
 *   a review.
 */
gboolean
foi_case_state_is_answer (FoiCaseState *self, JsonNode *issued)
{
  g_return_val_if_fail (self != NULL && issued != NULL, FALSE);
  return foi_json_get_member (issued, "withdrawn") == NULL
         && get_letter_status (self, issued) == FOI_STATUS_ISSUED;
}

static gboolean
says (FoiCaseState *self, const char *path)
{
  const char *text = foi_case_state_get_string (self, path);

  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

/**
 * foi_case_state_names_authority:
 *
 * Returns: whether a letter of the case says which authority it comes from.
 */
gboolean
foi_case_state_names_authority (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return says (self, "authority/name");
}

/**
 * foi_case_state_names_sender:
 *
 * Returns: whether somebody signs a letter of the case: a person, or else the team.
 */
gboolean
foi_case_state_names_sender (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return says (self, "authority/signatory/name") || says (self, "authority/team");
}

/**
 * foi_case_status_to_name:
 *
 * Returns: its name for other programs: "under-review".
 */
const char *
foi_case_status_to_name (FoiCaseStatus status)
{
  return foi_term_get_name (statuses, G_N_ELEMENTS (statuses), status);
}

/**
 * foi_case_status_to_words:
 *
 * Returns: its name in the window: "Under review".
 */
const char *
foi_case_status_to_words (FoiCaseStatus status)
{
  return foi_term_get_words (statuses, G_N_ELEMENTS (statuses), status);
}
