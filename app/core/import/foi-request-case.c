/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-request-case.h"

#include <string.h>

#include "foi-json-edit.h"

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL && text[strspn (text, " \t\n")] != '\0')
    json_object_set_string_member (object, key, text);
}

/* How it came, in the words of the case file. */
static const char *
get_channel (FoiRequestForm form)
{
  switch (form)
    {
    case FOI_REQUEST_FORM_EMAIL:
      return "email";
    case FOI_REQUEST_FORM_PORTAL:
      return "portal";
    case FOI_REQUEST_FORM_WEB_FORM:
      return "web form";
    case FOI_REQUEST_FORM_LETTER:
      return "letter";
    case FOI_REQUEST_FORM_PLAIN:
    default:
      return NULL;
    }
}

static JsonNode *
new_requester (const FoiRequester *requester)
{
  JsonObject *object = json_object_new ();
  const char *text = requester->address != NULL ? requester->address : "";
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  JsonArray *address = json_array_new ();

  set_text (object, "name", requester->name);
  set_text (object, "salutation", requester->salutation);
  set_text (object, "organisation", requester->organisation);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] != '\0')
      json_array_add_string_element (address, lines[i]);
  if (json_array_get_length (address) > 0)
    json_object_set_array_member (object, "address", address);
  else
    json_array_unref (address);
  set_text (object, "email", requester->email);
  return foi_json_take_object (object);
}

static JsonNode *
new_request (const FoiNewCase *facts, const FoiRequestText *request,
             const FoiRequester *requester, const FoiQuestionProposal *proposal)
{
  JsonObject *object = json_object_new ();
  g_autofree char *preamble = NULL;

  if (!foi_text_span_is_empty (proposal->preamble))
    preamble = foi_question_proposal_dup_asked (proposal, proposal->preamble);
  json_object_set_string_member (object, "text", proposal->text);
  set_text (object, "preamble", preamble);
  set_text (object, "channel", get_channel (request->form));
  set_text (object, "format_preference", request->format.value);
  set_text (object, "received", facts->received);
  json_object_set_member (object, "requester", new_requester (requester));
  return foi_json_take_object (object);
}

/* A period in words only is for the officer to put into years, months or days. */
static JsonNode *
new_period (const FoiTextPeriod *period)
{
  JsonObject *object;

  if (period->basis == FOI_PERIOD_NONE || period->basis == FOI_PERIOD_WORDS
      || (period->from[0] == '\0' && period->to[0] == '\0'))
    return NULL;
  object = json_object_new ();
  set_text (object, "from", period->from);
  set_text (object, "to", period->to);
  set_text (object, "basis", foi_period_basis_to_name (period->basis));
  return foi_json_take_object (object);
}

static JsonNode *new_question (const FoiQuestionProposal *proposal, const FoiFoundQuestion *found,
                               const char *id, const char *number);

static JsonArray *
new_parts (const FoiQuestionProposal *proposal, const FoiFoundQuestion *found, const char *id,
           const char *number)
{
  JsonArray *parts = json_array_new ();

  for (guint i = 0; i < found->parts->len; i++)
    {
      const FoiFoundQuestion *part = found->parts->pdata[i];
      g_autofree char *letter = i < 26 ? g_strdup_printf ("%c", (char) ('a' + i))
                                       : g_strdup_printf ("-%u", i + 1);
      g_autofree char *part_id = g_strconcat (id, letter, NULL);
      g_autofree char *part_number = g_strconcat (number, letter, NULL);

      json_array_add_element (parts, new_question (proposal, part, part_id, part_number));
    }
  return parts;
}

static JsonNode *
new_question (const FoiQuestionProposal *proposal, const FoiFoundQuestion *found, const char *id,
              const char *number)
{
  JsonObject *object = json_object_new ();
  JsonNode *period = new_period (&found->period);
  g_autofree char *text = foi_question_proposal_dup_asked (proposal, found->words);
  g_autofree char *fallback = NULL;

  if (!foi_text_span_is_empty (found->fallback))
    fallback = foi_question_proposal_dup_asked (proposal, found->fallback);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "number", number);
  json_object_set_string_member (object, "label", found->label);
  json_object_set_string_member (object, "text", text);
  if (period != NULL)
    json_object_set_member (object, "period", period);
  set_text (object, "fallback", fallback);
  json_object_set_string_member (object, "held", "not-considered");
  json_object_set_string_member (object, "outcome", "open");
  if (found->parts->len > 0)
    json_object_set_array_member (object, "parts", new_parts (proposal, found, id, number));
  return foi_json_take_object (object);
}

static JsonNode *
new_questions (const FoiQuestionProposal *proposal)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < proposal->questions->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i + 1);

      json_array_add_element (array, new_question (proposal, proposal->questions->pdata[i], id,
                                                   id + 1));
    }
  return foi_json_take_array (array);
}

/**
 * foi_request_case_new:
 * @facts: what the case must say
 * @request: what was recognised in the request
 * @requester: who asks, as the officer has it
 * @proposal: the questions, as the officer has them
 *
 * Makes the case of a request: its text as received, the requester, the period that it names and
 * its questions, all open. The questions are numbered by their places.
 *
 * Returns: (transfer full): the case, or %FOI_ERROR_VALUE.
 */
FoiCaseState *
foi_request_case_new (const FoiNewCase *facts, const FoiRequestText *request,
                      const FoiRequester *requester, const FoiQuestionProposal *proposal,
                      GError **error)
{
  g_autoptr (FoiCaseState) empty = NULL;
  g_autoptr (FoiCaseState) with_request = NULL;
  g_autoptr (FoiCaseState) with_period = NULL;
  g_autoptr (JsonNode) request_node = NULL;
  g_autoptr (JsonNode) period = NULL;
  g_autoptr (JsonNode) questions = NULL;

  g_return_val_if_fail (facts != NULL && request != NULL && requester != NULL, NULL);
  g_return_val_if_fail (proposal != NULL, NULL);

  empty = foi_case_state_new_case (facts, error);
  if (empty == NULL)
    return NULL;
  request_node = new_request (facts, request, requester, proposal);
  with_request = foi_case_state_with_node (empty, "request", request_node, error);
  if (with_request == NULL)
    return NULL;
  period = new_period (&proposal->period);
  with_period = period != NULL
                  ? foi_case_state_with_node (with_request, "period", period, error)
                  : foi_case_state_ref (with_request);
  questions = new_questions (proposal);
  return with_period != NULL
           ? foi_case_state_with_node (with_period, "questions", questions, error) : NULL;
}
