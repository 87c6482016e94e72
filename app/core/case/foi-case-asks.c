/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-asks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* Bytes of a mail that is kept, at most: of a longer one nothing is. */
#define MOST_TEXT (64 * 1024)

/* ---- what was asked -------------------------------------------------------------------------- */

/* Returns: (nullable) (transfer full): where the asks of a question are, or would be. */
static char *
dup_path (FoiCaseState *state, const char *question)
{
  g_autofree char *place = foi_case_state_dup_question_path (state, question);

  return place != NULL ? g_strconcat (place, "/asked", NULL) : NULL;
}

static JsonNode *
get_asks (FoiCaseState *state, const char *question)
{
  g_autofree char *path = dup_path (state, question);

  return path != NULL ? foi_case_state_get_node (state, path) : NULL;
}

/**
 * foi_case_state_get_n_asks:
 * @question: the id of a question, or of a part of one
 *
 * Returns: how often a service was asked for what answers it.
 */
guint
foi_case_state_get_n_asks (FoiCaseState *self, const char *question)
{
  g_return_val_if_fail (self != NULL && question != NULL, 0);

  return foi_json_get_n_elements (get_asks (self, question));
}

/**
 * foi_case_state_get_ask:
 * @question: the id of a question, or of a part of one
 * @position: which of its asks
 * @ask: (out): what it says; its texts live as long as @self
 *
 * Returns: whether there is such a one.
 */
gboolean
foi_case_state_get_ask (FoiCaseState *self, const char *question, guint position, FoiAsk *ask)
{
  JsonNode *asks;

  g_return_val_if_fail (self != NULL && question != NULL && ask != NULL, FALSE);

  asks = get_asks (self, question);
  if (position >= foi_json_get_n_elements (asks))
    return FALSE;
  foi_ask_read (ask, foi_json_get_element (asks, position));
  return TRUE;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (first), g_strstrip (second));
}

static void
list_asks (GArray *places, JsonNode *questions, const char *service)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *asks = foi_json_get_member (question, "asked");

      for (guint j = 0; j < foi_json_get_n_elements (asks); j++)
        {
          FoiAskPlace place = { foi_json_get_string (question, "id", ""), j, { 0 } };

          foi_ask_read (&place.ask, foi_json_get_element (asks, j));
          if (service == NULL || is_same_name (place.ask.service, service))
            g_array_append_val (places, place);
        }
      list_asks (places, foi_json_get_member (question, "parts"), service);
    }
}

/**
 * foi_case_state_list_asks:
 * @service: (nullable): who was asked, capitals or not; %NULL for everybody
 *
 * Returns: (transfer full) (element-type FoiAskPlace): what was asked, in the questions' order. It
 *   lives as long as @self.
 */
GArray *
foi_case_state_list_asks (FoiCaseState *self, const char *service)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (FoiAskPlace));

  g_return_val_if_fail (self != NULL, places);

  list_asks (places, foi_case_state_get_node (self, "questions"), service);
  return places;
}

/**
 * foi_case_state_find_waiting:
 * @question: the id of a question, or of a part of one
 * @service: (nullable): who was asked, capitals or not; %NULL for anybody
 * @position: (out): which ask is still waited for; of several, the first
 *
 * Returns: whether there is one.
 */
gboolean
foi_case_state_find_waiting (FoiCaseState *self, const char *question, const char *service,
                             guint *position)
{
  FoiAsk ask;

  g_return_val_if_fail (position != NULL, FALSE);

  for (guint i = 0; foi_case_state_get_ask (self, question, i, &ask); i++)
    if (ask.answered == FOI_DATE_NONE && (service == NULL || is_same_name (ask.service, service)))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * foi_case_state_propose_ask_day:
 * @clock: the case's
 * @asked: the day on which a service is asked
 *
 * Returns: by when its answer can be wanted, as foi_ask_propose_day() has it.
 */
FoiDate
foi_case_state_propose_ask_day (FoiCaseState *self, const FoiCaseClock *clock, FoiDate asked)
{
  g_return_val_if_fail (self != NULL && clock != NULL, FOI_DATE_NONE);

  return foi_ask_propose_day (clock->deadline, clock->calendar,
                              foi_case_state_get_node (self, "authority"), asked);
}

/* ---- edits ----------------------------------------------------------------------------------- */

static gboolean
refuse_early_answer (GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("The service cannot have answered before it was asked"));
  return FALSE;
}

/* Says what no ask can be; FALSE if it is so. */
static gboolean
check_ask (const FoiAsk *ask, GError **error)
{
  g_autofree char *service = g_strstrip (g_strdup (ask->service));

  if (service[0] == '\0')
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("Say which service is asked"));
  else if (ask->asked == FOI_DATE_NONE)
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("Say on which day the service is asked"));
  else if (ask->wanted_by != FOI_DATE_NONE && ask->wanted_by < ask->asked)
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                 _("The answer cannot be wanted before the service is asked"));
  else if (ask->answered != FOI_DATE_NONE && ask->answered < ask->asked)
    refuse_early_answer (error);
  else
    return TRUE;
  return FALSE;
}

static JsonNode *
set_text (JsonNode *node, const char *key, const char *text)
{
  g_autoptr (JsonNode) before = node;
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return foi_json_set_string (before, key, stripped[0] != '\0' ? stripped : NULL, NULL);
}

static JsonNode *
set_date (JsonNode *node, const char *key, FoiDate date)
{
  g_autofree char *iso = date != FOI_DATE_NONE ? foi_date_to_iso (date) : NULL;

  return set_text (node, key, iso);
}

/* @node saying what @ask does; when it was chased stays, and so does what is not known, and what
 * was written where @ask has nothing of it. */
static JsonNode *
write_ask (JsonNode *node, const FoiAsk *ask)
{
  JsonNode *written = json_node_ref (node);

  written = set_text (written, "service", ask->service);
  written = set_text (written, "contact", ask->contact);
  written = set_date (written, "asked", ask->asked);
  written = set_date (written, "wanted_by", ask->wanted_by);
  if (ask->text != NULL && ask->text[0] != '\0' && strlen (ask->text) <= MOST_TEXT)
    written = set_text (written, "text", ask->text);
  return set_date (written, "answered", ask->answered);
}

static gboolean
set_asks (FoiCaseEditor *self, const char *question, JsonNode *asks, const char *label,
          GError **error)
{
  g_autofree char *path = dup_path (_foi_case_edits_get_state (self), question);

  return foi_case_editor_set_node (self, path, foi_json_get_n_elements (asks) > 0 ? asks : NULL,
                                   label, error);
}

/* Returns: (nullable) (transfer none): the ask; @asks: (out): all of the question's. */
static JsonNode *
find (FoiCaseEditor *self, const char *question, guint position, JsonNode **asks, GError **error)
{
  *asks = get_asks (_foi_case_edits_get_state (self), question);
  if (position < foi_json_get_n_elements (*asks))
    return foi_json_get_element (*asks, position);
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
               _("No such service was asked about this question"));
  return NULL;
}

static gboolean
replace (FoiCaseEditor *self, const char *question, guint position, JsonNode *asks,
         JsonNode *written, const char *label, GError **error)
{
  g_autoptr (JsonNode) after = foi_json_array_replace (asks, position, written);

  return set_asks (self, question, after, label, error);
}

/**
 * foi_case_editor_ask:
 * @question: the id of a question, or of a part of one
 * @ask: who is asked, when, and by when the answer is wanted
 *
 * Notes that a service is asked for what answers a question.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_REFUSED where it says too
 *   little, or the service is waited for already: it is chased then.
 */
gboolean
foi_case_editor_ask (FoiCaseEditor *self, const char *question, const FoiAsk *ask, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) none = NULL, written = NULL, after = NULL, empty = NULL;
  FoiCaseState *state;
  JsonNode *asks;
  FoiAsk before;
  guint waiting;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && question != NULL && ask != NULL, FALSE);

  state = _foi_case_edits_get_state (self);
  path = dup_path (state, question);
  if (path == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                   question);
      return FALSE;
    }
  if (!check_ask (ask, error))
    return FALSE;
  if (ask->answered == FOI_DATE_NONE
      && foi_case_state_find_waiting (state, question, ask->service, &waiting)
      && foi_case_state_get_ask (state, question, waiting, &before))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("%s was asked already, and has not answered: chase it"), before.service);
      return FALSE;
    }
  asks = get_asks (state, question);
  none = foi_json_new_object ();
  empty = foi_json_new_array ();
  written = write_ask (none, ask);
  after = foi_json_array_insert (asks != NULL ? asks : empty, foi_json_get_n_elements (asks),
                                 written);
  return set_asks (self, question, after, _("Ask Service"), error);
}

/**
 * foi_case_editor_set_ask:
 * @position: which of the question's asks
 * @ask: what it is to say
 *
 * Changes what is noted of a service that was asked; when it was chased stays.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_REFUSED.
 */
gboolean
foi_case_editor_set_ask (FoiCaseEditor *self, const char *question, guint position,
                         const FoiAsk *ask, GError **error)
{
  g_autoptr (JsonNode) written = NULL;
  JsonNode *asks, *node;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && question != NULL && ask != NULL, FALSE);

  node = find (self, question, position, &asks, error);
  if (node == NULL || !check_ask (ask, error))
    return FALSE;
  written = write_ask (node, ask);
  return replace (self, question, position, asks, written, _("Change Asked Service"), error);
}

/* Where a day belongs among days in their order. */
static guint
find_place (JsonNode *days, const char *iso)
{
  guint place = 0;

  while (place < foi_json_get_n_elements (days)
         && g_strcmp0 (json_node_get_string (foi_json_get_element (days, place)), iso) <= 0)
    place++;
  return place;
}

/**
 * foi_case_editor_chase:
 * @position: which of the question's asks
 * @day: when the service is reminded
 *
 * Notes a reminder.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_REFUSED where the service
 *   answered, was asked later, or was reminded on that day already.
 */
gboolean
foi_case_editor_chase (FoiCaseEditor *self, const char *question, guint position, FoiDate day,
                       GError **error)
{
  g_autofree char *iso = NULL;
  g_autoptr (JsonNode) text = NULL, days = NULL, written = NULL, none = NULL;
  JsonNode *asks, *node, *chased;
  FoiAsk ask;
  guint place;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && question != NULL, FALSE);
  g_return_val_if_fail (day != FOI_DATE_NONE, FALSE);

  node = find (self, question, position, &asks, error);
  if (node == NULL)
    return FALSE;
  foi_ask_read (&ask, node);
  iso = foi_date_to_iso (day);
  none = foi_json_new_array ();
  chased = foi_json_get_member (node, "chased");
  place = find_place (chased, iso);
  if (ask.answered != FOI_DATE_NONE)
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("%s has answered"), ask.service);
  else if (day < ask.asked)
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                 _("A service cannot be reminded before it was asked"));
  else if (place > 0 && g_strcmp0 (json_node_get_string (foi_json_get_element (chased, place - 1)),
                                   iso) == 0)
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("%s was reminded on that day already"),
                 ask.service);
  else
    {
      text = foi_json_new_string (iso);
      days = foi_json_array_insert (chased != NULL ? chased : none, place, text);
      written = foi_json_set_member (node, "chased", days, NULL);
      return replace (self, question, position, asks, written, _("Chase Service"), error);
    }
  return FALSE;
}

/**
 * foi_case_editor_note_answered:
 * @position: which of the question's asks
 * @day: when the service answered; none if it has not
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_REFUSED.
 */
gboolean
foi_case_editor_note_answered (FoiCaseEditor *self, const char *question, guint position,
                               FoiDate day, GError **error)
{
  g_autoptr (JsonNode) written = NULL;
  JsonNode *asks, *node;
  FoiAsk ask;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && question != NULL, FALSE);

  node = find (self, question, position, &asks, error);
  if (node == NULL)
    return FALSE;
  foi_ask_read (&ask, node);
  if (day != FOI_DATE_NONE && day < ask.asked)
    return refuse_early_answer (error);
  written = set_date (json_node_ref (node), "answered", day);
  return replace (self, question, position, asks, written,
                  day != FOI_DATE_NONE ? _("Note Service’s Answer")
                                       : _("Wait for Service Again"), error);
}

/**
 * foi_case_editor_remove_ask:
 * @position: which of the question's asks
 *
 * Takes away what is noted of a service that was asked.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_remove_ask (FoiCaseEditor *self, const char *question, guint position,
                            GError **error)
{
  g_autoptr (JsonNode) after = NULL;
  JsonNode *asks;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && question != NULL, FALSE);

  if (find (self, question, position, &asks, error) == NULL)
    return FALSE;
  after = foi_json_array_remove (asks, position);
  return set_asks (self, question, after, _("Remove Asked Service"), error);
}
