/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-past-answer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-answered.h"
#include "foi-case-status.h"
#include "foi-clean-text.h"
#include "foi-json-edit.h"
#include "foi-requester-details.h"

/* What is read of a case for each of its questions. */
typedef struct
{
  const char *path;
  FoiBrief   *brief;
  FoiDate     date;
  GPtrArray  *details; /* by which the requester could be known */
  GPtrArray  *answers;
} Reading;

static char *
dup_masked (const Reading *self, const char *text)
{
  return foi_requester_details_mask_all (self->details, text != NULL ? text : "");
}

/* It is told among other words. */
static char *
dup_line (const Reading *self, const char *text)
{
  g_autofree char *masked = dup_masked (self, text);

  return foi_clean_line (masked);
}

/* A member of the authority's profile that says something. */
static char *
dup_profile_text (const Reading *self, const char *key)
{
  const char *text = foi_json_get_string (foi_brief_get_authority (self->brief), key, "");

  return text[0] != '\0' ? g_strdup (text) : NULL;
}

static GPtrArray *
list_grounds (FoiQuestion *question, const char *regime)
{
  JsonNode *grounds = foi_question_get_grounds (question);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      g_ptr_array_add (list, g_strdup_printf ("%s %s", foi_json_get_string (ground, "act", regime),
                                              foi_json_get_string (ground, "section", "")));
    }
  return list;
}

static void
free_table (gpointer data)
{
  FoiPastTable *table = data;

  g_free (table->name);
  g_free (table->title);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

static FoiPastTable *
read_table (const Reading *self, FoiPublication *publication)
{
  FoiPastTable *table = g_new (FoiPastTable, 1);

  table->name = g_strdup (foi_publication_get_name (publication));
  table->title = dup_masked (self, foi_publication_get_title (publication));
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    g_ptr_array_add (table->columns, foi_column_ref (foi_publication_get_column (publication, i)));
  return table;
}

static GPtrArray *
list_tables (const Reading *self, FoiQuestion *question)
{
  g_auto (GStrv) names = foi_question_dup_tables (question);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_table);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      FoiPublication *publication = foi_brief_find_publication (self->brief, names[i]);

      if (publication != NULL)
        g_ptr_array_add (list, read_table (self, publication));
    }
  return list;
}

/* ---- as it was read -------------------------------------------------------------------------- */

static char *
dup_title (FoiBrief *brief, const char *name, const char *format)
{
  FoiPublication *table = foi_brief_find_publication (brief, name);
  g_autoptr (GString) words = g_string_new (format);

  if (table == NULL)
    return NULL;
  g_string_replace (words, "%s", foi_publication_get_title (table), 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What @mark stands for, "value:homes/2023/n"; NULL where there is no such thing. */
static char *
dup_marked (FoiBrief *brief, const char *mark)
{
  const char *name = strchr (mark, ':');

  if (name == NULL)
    return NULL;
  if (g_str_has_prefix (mark, "value:"))
    return foi_brief_dup_value (brief, name + 1);
  if (g_str_has_prefix (mark, "table:"))
    /* Translators: in the place of a table in an answer; %s is its title. */
    return dup_title (brief, name + 1, _("Table: %s"));
  if (g_str_has_prefix (mark, "chart:"))
    /* Translators: in the place of a chart in an answer; %s is its title. */
    return dup_title (brief, name + 1, _("Chart: %s"));
  return NULL;
}

/* What cannot be told stays as it is. */
static char *
dup_said (FoiBrief *brief, const char *text)
{
  GString *said = g_string_new (NULL);
  const char *end;

  for (const char *at = text != NULL ? text : ""; *at != '\0';)
    {
      g_autofree char *mark = NULL, *words = NULL;

      end = g_str_has_prefix (at, "{{") ? strstr (at, "}}") : NULL;
      mark = end != NULL ? g_strndup (at + 2, (gsize) (end - at - 2)) : NULL;
      words = mark != NULL ? dup_marked (brief, mark) : NULL;
      if (words != NULL)
        {
          g_string_append (said, words);
          at = end + 2;
        }
      else
        g_string_append_c (said, *at++);
    }
  return g_string_free (said, FALSE);
}

/* ---- questions ------------------------------------------------------------------------------- */

/* The time that was answered for: what was said of it, else what was asked. */
static void
read_period (FoiPastAnswer *answer, JsonNode *question)
{
  JsonNode *period = foi_json_get_member (question, "period_answered");

  if (period == NULL)
    period = foi_json_get_member (question, "period");
  answer->from = g_strdup (foi_json_get_string (period, "from", NULL));
  answer->to = g_strdup (foi_json_get_string (period, "to", NULL));
}

/* Passed on, asked back or put off: nothing was answered yet. */
static gboolean
is_answered (FoiQuestion *question)
{
  switch (foi_question_get_outcome (question))
    {
    case FOI_OUTCOME_DISCLOSED:
    case FOI_OUTCOME_PART:
    case FOI_OUTCOME_REFUSED:
    case FOI_OUTCOME_NOT_HELD:
    case FOI_OUTCOME_NEITHER:
      return TRUE;
    case FOI_OUTCOME_OPEN:
    case FOI_OUTCOME_CLARIFICATION:
    case FOI_OUTCOME_TRANSFERRED:
    case FOI_OUTCOME_EXTENDED:
    default:
      return FALSE;
    }
}

static void
add_question (Reading *self, FoiQuestion *question)
{
  GListModel *parts = foi_question_get_parts (question);
  const char *regime = foi_question_get_regime (question);
  g_autofree char *said = NULL;
  FoiPastAnswer *answer;

  for (guint i = 0; parts != NULL && i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      add_question (self, part);
    }
  if (!is_answered (question))
    return;
  answer = g_atomic_rc_box_new0 (FoiPastAnswer);
  answer->path = g_strdup (self->path);
  answer->reference = dup_line (self, foi_brief_get_reference (self->brief));
  answer->subject = dup_line (self, foi_brief_get_subject (self->brief));
  answer->date = self->date;
  answer->regime = g_strdup (regime != NULL ? regime : foi_brief_get_regime (self->brief));
  answer->question = g_strdup (foi_question_get_id (question));
  answer->number = g_strdup (foi_question_get_number (question));
  answer->text = dup_masked (self, foi_question_get_text (question));
  answer->outcome = g_strdup (foi_outcome_to_name (foi_question_get_outcome (question)));
  answer->grounds = list_grounds (question, answer->regime);
  answer->answer = dup_masked (self, foi_question_get_answer (question));
  said = dup_said (self->brief, foi_question_get_answer (question));
  answer->said = dup_masked (self, said);
  answer->tables = list_tables (self, question);
  read_period (answer, foi_question_get_node (question));
  answer->log = dup_profile_text (self, "disclosure_log");
  answer->publisher = dup_profile_text (self, "name");
  g_ptr_array_add (self->answers, answer);
}

/* A letter that is written anew, for a correction or a review, is nothing to go by yet. */
static gboolean
is_settled (FoiCaseState *state)
{
  const FoiCaseStatus status = foi_case_state_get_status (state);

  return status == FOI_STATUS_ISSUED || status == FOI_STATUS_CLOSED;
}

/**
 * foi_past_answers_new:
 * @path: the file of a case
 * @state: the case
 *
 * Reads the questions of a case that was answered, as they can be used again. What is internal or
 * withheld is not in them, and in the place of what tells who had asked stand words.
 *
 * Returns: (transfer full) (element-type FoiPastAnswer): these; none of a case not answered yet,
 *     or being answered anew.
 */
GPtrArray *
foi_past_answers_new (const char *path, FoiCaseState *state)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_past_answer_unref);
  Reading reading = { .path = path, .answers = answers };
  GPtrArray *questions;

  g_return_val_if_fail (path != NULL && state != NULL, answers);

  reading.date = foi_case_state_get_answered (state, FOI_ANSWERED_LAST);
  if (reading.date == FOI_DATE_NONE || !is_settled (state))
    return answers;
  reading.brief = foi_case_state_publish (state);
  reading.details
    = foi_requester_details_list (foi_brief_get_request (reading.brief),
                                  foi_brief_get_authority (reading.brief));
  questions = foi_brief_get_questions (reading.brief);
  for (guint i = 0; i < questions->len; i++)
    add_question (&reading, g_ptr_array_index (questions, i));
  g_ptr_array_unref (reading.details);
  foi_brief_unref (reading.brief);
  return answers;
}

FoiPastAnswer *
foi_past_answer_ref (FoiPastAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoiPastAnswer *self = data;

  g_free (self->path);
  g_free (self->reference);
  g_free (self->subject);
  g_free (self->regime);
  g_free (self->question);
  g_free (self->number);
  g_free (self->text);
  g_free (self->outcome);
  g_ptr_array_unref (self->grounds);
  g_free (self->answer);
  g_free (self->said);
  g_ptr_array_unref (self->tables);
  g_free (self->from);
  g_free (self->to);
  g_free (self->log);
  g_free (self->publisher);
}

void
foi_past_answer_unref (FoiPastAnswer *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}
