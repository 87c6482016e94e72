/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-attachments.h"
#include "foi-composer.h"
#include "foi-doubt.h"
#include "foi-json-edit.h"
#include "foi-json-path.h"
#include "foi-letter-kind.h"
#include "foi-secrets.h"
#include "foi-table-data.h"

#define DERIVABLE "suppression-derivable"
#define RESPONSE "response"

/* One row for each check, in the order in which they are told. */
static const struct
{
  const char  *id;
  FoiSeverity  severity;
  FoiCheckFunc run;
} checks[] = {
  { "question-without-outcome", FOI_SEVERITY_UNFINISHED, _foi_check_outcomes },
  { "refusal-without-ground", FOI_SEVERITY_ERROR, _foi_check_grounds },
  { "exemption-without-reason", FOI_SEVERITY_ERROR, _foi_check_reasons },
  { "qualified-without-public-interest", FOI_SEVERITY_ERROR, _foi_check_public_interest },
  { "refusal-without-review", FOI_SEVERITY_ERROR, _foi_check_review },
  { "refusal-without-complaint-right", FOI_SEVERITY_ERROR, _foi_check_complaint },
  { "s12-2-but-held", FOI_SEVERITY_ERROR, _foi_check_held },
  { "cost-language-without-s12", FOI_SEVERITY_ERROR, _foi_check_cost_language },
  { "s12-without-estimate", FOI_SEVERITY_WARNING, _foi_check_estimates },
  { "s12-without-advice", FOI_SEVERITY_ERROR, _foi_check_advice },
  { "limit-must-be-exceeded", FOI_SEVERITY_ERROR, _foi_check_exceeding },
  { "estimate-within-limit", FOI_SEVERITY_WARNING, _foi_check_within_limit },
  { "estimate-contradicted", FOI_SEVERITY_WARNING, _foi_check_hours_said },
  { "estimate-counts-uncountable", FOI_SEVERITY_WARNING, _foi_check_countable },
  { "pooled-without-similarity", FOI_SEVERITY_WARNING, _foi_check_similarity },
  { "reference-broken", FOI_SEVERITY_ERROR, _foi_check_references },
  { "refusal-by-reference-without-ground", FOI_SEVERITY_ERROR, _foi_check_by_reference },
  { "period-partly-unanswered", FOI_SEVERITY_WARNING, _foi_check_periods },
  { "link-without-target", FOI_SEVERITY_WARNING, _foi_check_targets },
  { "link-text-unclear", FOI_SEVERITY_WARNING, _foi_check_link_texts },
  { "s21-without-exact-place", FOI_SEVERITY_WARNING, _foi_check_places },
  { "suppressed-without-ground", FOI_SEVERITY_ERROR, _foi_check_suppressed },
  { "ground-without-suppression", FOI_SEVERITY_WARNING, _foi_check_cells },
  { "withheld-value-in-text", FOI_SEVERITY_ERROR, _foi_check_withheld },
  { FOI_CHECK_OPEN, FOI_SEVERITY_ERROR, _foi_check_open },
  { DERIVABLE, FOI_SEVERITY_ERROR, _foi_check_derivable },
  { "personal-data-in-public-copy", FOI_SEVERITY_WARNING, _foi_check_personal },
  { "removed-words-left", FOI_SEVERITY_WARNING, _foi_check_removed },
  { FOI_DOUBT_FINDING, FOI_SEVERITY_WARNING, _foi_check_unexplained },
  { "number-not-in-tables", FOI_SEVERITY_ADVICE, _foi_check_quoted },
  { "table-without-figures", FOI_SEVERITY_UNFINISHED, _foi_check_empty },
  { "import-unread", FOI_SEVERITY_UNFINISHED, _foi_check_unread },
  { "unequal-coverage", FOI_SEVERITY_WARNING, _foi_check_coverage },
  { "impossible-date", FOI_SEVERITY_ERROR, _foi_check_dates },
  { "event-without-effect", FOI_SEVERITY_WARNING, _foi_check_events },
  { "due-date-passed", FOI_SEVERITY_WARNING, _foi_check_due },
  { "days-unqualified", FOI_SEVERITY_WARNING, _foi_check_days },
  { "regulator-out-of-date", FOI_SEVERITY_WARNING, _foi_check_regulator },
  { "statute-title-wrong", FOI_SEVERITY_WARNING, _foi_check_titles },
  { "table-header-unclear", FOI_SEVERITY_WARNING, _foi_check_headings },
  { "ncnd-contradicted", FOI_SEVERITY_WARNING, _foi_check_neither },
  { "preference-unaddressed", FOI_SEVERITY_WARNING, _foi_check_preferences },
  { "impossible-answer", FOI_SEVERITY_ERROR, _foi_check_misfits },
  { "attachment-missing", FOI_SEVERITY_ERROR, _foi_check_attachments_there },
  { "attachment-changed", FOI_SEVERITY_ERROR, _foi_check_attachments_changed },
  { FOI_CHECK_HIDES, FOI_SEVERITY_ERROR, _foi_check_attachments_hiding },
  { FOI_CHECK_UNAUDITED, FOI_SEVERITY_ERROR, _foi_check_attachments_unaudited },
  { "attachment-says-of-itself", FOI_SEVERITY_WARNING, _foi_check_attachments_telling },
  { "attachment-not-looked-through", FOI_SEVERITY_WARNING, _foi_check_attachments_unseen },
  { "redaction-without-ground", FOI_SEVERITY_ERROR, _foi_check_redactions },
  { "answer-not-approved", FOI_SEVERITY_ERROR, _foi_check_approvals },
  { "review-by-same-person", FOI_SEVERITY_ERROR, _foi_check_reviewers },
  { "review-point-undecided", FOI_SEVERITY_UNFINISHED, _foi_check_points },
  { "review-late", FOI_SEVERITY_WARNING, _foi_check_review_time },
  { "rule-not-verified", FOI_SEVERITY_ADVICE, _foi_check_sources },
};

/* ---- places ---------------------------------------------------------------------------------- */

/* The index of what a segment of a place names: an `id`, or "#2" from 0. */
static guint
find_index (JsonNode *array, const char *segment)
{
  for (guint i = 0; i < foi_json_get_n_elements (array); i++)
    {
      JsonNode *element = foi_json_get_element (array, i);

      if (foi_json_is_object (element)
          && g_strcmp0 (foi_json_get_string (element, "id", NULL), segment) == 0)
        return i;
    }
  return segment[0] == '#' ? (guint) g_ascii_strtoull (segment + 1, NULL, 10) : 0;
}

/* A table stands with its place in the file; what follows it are keys and "#2". */
static void
append_table (FoiCheck *self, GString *path, const char *name)
{
  GPtrArray *tables = foi_case_state_get_tables (self->state);

  g_string_append (path, ".resources");
  for (guint i = 0; i < tables->len; i++)
    if (g_strcmp0 (foi_table_data_get_name (tables->pdata[i]), name) == 0)
      foi_json_path_append_index (path, i);
}

/*
 * _foi_check_dup_path:
 * @place: "questions/q2/answer", "tables/calls"
 *
 * Returns: (transfer full): the same as a JSON path.
 */
char *
_foi_check_dup_path (FoiCheck *self, const char *place)
{
  g_auto (GStrv) segments = g_strsplit (place, "/", -1);
  g_autoptr (GString) path = g_string_new ("$");
  JsonNode *node = foi_case_state_get_node (self->state, "/foi:case");
  gboolean is_table = g_strcmp0 (segments[0], "tables") == 0 && segments[1] != NULL;

  if (is_table)
    append_table (self, path, segments[1]);
  else
    foi_json_path_append_key (path, "foi:case");
  for (guint i = is_table ? 2 : 0; segments[i] != NULL; i++)
    {
      if (foi_json_is_array (node) || segments[i][0] == '#')
        {
          guint index = find_index (node, segments[i]);

          foi_json_path_append_index (path, index);
          node = foi_json_is_array (node) && index < foi_json_get_n_elements (node)
                   ? foi_json_get_element (node, index) : NULL;
        }
      else
        {
          foi_json_path_append_key (path, segments[i]);
          node = is_table ? NULL : foi_json_get_member (node, segments[i]);
        }
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* ---- findings -------------------------------------------------------------------------------- */

static char *
dup_accepted (FoiCheck *self, const char *path)
{
  JsonNode *accepted = foi_case_state_get_node (self->state, "accepted");

  for (guint i = 0; i < foi_json_get_n_elements (accepted); i++)
    {
      JsonNode *element = foi_json_get_element (accepted, i);

      if (g_strcmp0 (foi_json_get_string (element, "finding", NULL), self->id) == 0
          && g_strcmp0 (foi_json_get_string (element, "path", NULL), path) == 0)
        return g_strdup (foi_json_get_string (element, "reason", ""));
    }
  return NULL;
}

/*
 * _foi_check_add:
 * @regime: the law that matters
 * @place: where the fault is
 * @message: what is wrong, in the case's own terms
 * @fix: how to mend it
 *
 * Adds a finding of the check that runs.
 *
 * Returns: (transfer none): it.
 */
FoiFinding *
_foi_check_add (FoiCheck *self, const char *regime, const char *place, const char *message,
                const char *fix)
{
  FoiFinding *finding = g_new0 (FoiFinding, 1);

  finding->id = self->id;
  finding->severity = self->severity;
  finding->place = g_strdup (place);
  finding->path = _foi_check_dup_path (self, place);
  finding->law = g_strdup (foi_check_words_get_law (self->words, self->id, regime));
  finding->message = g_strdup (message);
  finding->fix = g_strdup (fix);
  finding->accepted = dup_accepted (self, finding->path);
  g_ptr_array_add (self->findings, finding);
  return finding;
}

/*
 * _foi_check_add_to:
 * @question: the question that has the fault
 * @member: the member of it that has
 *
 * Adds a finding of the check that runs.
 *
 * Returns: (transfer none): it.
 */
FoiFinding *
_foi_check_add_to (FoiCheck *self, FoiCheckQuestion *question, const char *member,
                   const char *message, const char *fix)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", question->place, member);

  return _foi_check_add (self, question->regime, place, message, fix);
}

/*
 * _foi_check_accept_as:
 * @finding: the last one that was added
 * @what: what was found there: letters and digits count
 *
 * Lets it be accepted for @what alone: anything else at the same place is looked at again.
 *
 * Returns: whether that was accepted.
 */
gboolean
_foi_check_accept_as (FoiCheck *self, FoiFinding *finding, const char *what)
{
  g_autofree char *squashed = foi_squash (what);
  g_autoptr (GString) path = g_string_new (finding->path);

  foi_json_path_append_key (path, squashed);
  g_free (finding->accept_path);
  finding->accept_path = g_string_free (g_steal_pointer (&path), FALSE);
  g_free (finding->accepted);
  finding->accepted = dup_accepted (self, finding->accept_path);
  return finding->accepted != NULL;
}

/*
 * _foi_finding_set_words:
 * @words: (nullable): as foi_check_text_dup_words() gives them
 *
 * Says which of the officer's words it is about, so that the window can show where they stand.
 */
void
_foi_finding_set_words (FoiFinding *self, const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
}

/*
 * _foi_finding_set_mend:
 * @label: what it does
 * @path: what it changes
 * @value: (nullable): what is put there
 *
 * Says how the program can mend it.
 */
void
_foi_finding_set_mend (FoiFinding *self, const char *label, const char *path, JsonNode *value)
{
  g_assert (self->mend == NULL);
  self->mend = g_new0 (FoiMend, 1);
  self->mend->label = g_strdup (label);
  self->mend->path = g_strdup (path);
  self->mend->value = value != NULL ? json_node_ref (value) : NULL;
}

/* ---- a run ----------------------------------------------------------------------------------- */

/* The letter that answers: the last of them, for a later one corrects an earlier one. */
static JsonNode *
find_response (FoiCaseState *state)
{
  JsonNode *letters = foi_case_state_get_node (state, "letters");
  JsonNode *found = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (g_strcmp0 (foi_json_get_string (letter, "type", RESPONSE), RESPONSE) == 0)
        found = letter;
    }
  return found;
}

static void
add_paragraphs (FoiCheck *self, const char *place)
{
  JsonNode *wording = foi_case_state_get_node (self->state, place);
  JsonObjectIter iter;
  const char *id;
  JsonNode *text;

  if (!foi_json_is_object (wording))
    return;
  json_object_iter_init (&iter, json_node_get_object (wording));
  while (json_object_iter_next (&iter, &id, &text))
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", place, id);

      if (foi_json_is_string (text))
        g_ptr_array_add (self->paragraphs,
                         foi_check_text_new (path, json_node_get_string (text), self->request));
    }
}

static void
read_case (FoiCheck *self)
{
  JsonNode *response = find_response (self->state);
  const char *request = foi_case_state_get_string (self->state, "request/text");
  g_autofree char *place = NULL;

  self->brief = foi_case_state_publish (self->state);
  self->words = foi_check_words_get_default ();
  self->regime = foi_brief_get_regime (self->brief);
  self->authority = foi_case_state_get_string (self->state, "authority/type");
  self->letter_id = foi_json_get_string (response, "id", RESPONSE);
  self->letter = foi_letter_compose (self->brief, self->rules, self->letter_id, TRUE, NULL);
  self->request = foi_fold_words (request != NULL ? request : "");
  self->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_check_text_free);
  place = g_strdup_printf ("letters/%s/paragraphs", self->letter_id);
  add_paragraphs (self, place);
  add_paragraphs (self, "authority/wording");
  _foi_check_read_questions (self);
}

static void
clear (FoiCheck *self)
{
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->paragraphs, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_clear_pointer (&self->letter, foi_letter_unref);
  g_clear_pointer (&self->brief, foi_brief_unref);
  g_clear_pointer (&self->request, g_free);
}

/**
 * foi_checks_run_with_files:
 * @state: a case
 * @rules: the law
 * @holidays: the bank holidays
 * @day: the day on which the case is judged
 * @today: what day it is: nothing can have happened after it; or %FOI_DATE_NONE
 * @looks: (nullable) (element-type FoiAttachmentLook): what is in the files that go with the
 *   letter, in their order; %NULL where nobody looked
 * @cancellable: (nullable): stops it within a check that takes long, and between any two
 *
 * Looks for all that is to do, to fix or to consider before the response goes. Pure; for any
 * thread.
 *
 * Returns: (transfer full) (nullable) (element-type FoiFinding): the findings, in the order of the
 *   checks; %NULL if it was cancelled.
 */
GPtrArray *
foi_checks_run_with_files (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays, FoiDate day,
                           FoiDate today, GPtrArray *looks, GCancellable *cancellable)
{
  FoiCheck self = { .state = state, .rules = rules, .holidays = holidays, .day = day,
                    .today = today, .looks = looks, .cancellable = cancellable };

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_finding_free);
  read_case (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (checks) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      self.id = checks[i].id;
      self.severity = checks[i].severity;
      checks[i].run (&self);
    }
  clear (&self);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self.findings, g_ptr_array_unref);
  return self.findings;
}

/**
 * foi_checks_run_on_day:
 * @state: a case
 * @rules: the law
 * @holidays: the bank holidays
 * @day: the day on which the case is judged
 * @cancellable: (nullable): stops it
 *
 * The same, without a look into files, and without knowing what is yet to come.
 *
 * Returns: (transfer full) (nullable) (element-type FoiFinding): the findings; %NULL if it was
 *   cancelled.
 */
GPtrArray *
foi_checks_run_on_day (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays, FoiDate day,
                       GCancellable *cancellable)
{
  return foi_checks_run_with_files (state, rules, holidays, day, FOI_DATE_NONE, NULL, cancellable);
}

/**
 * foi_checks_run_attached:
 * @state: a case
 * @rules: the law
 * @holidays: the bank holidays
 * @looks: (element-type FoiAttachmentLook): what is in the files that go with the letter
 *
 * Looks only for what stops these files: what they hold and do not show, and figures that were held
 * against nothing while some are withheld.
 *
 * Returns: (transfer full) (element-type FoiFinding): the findings, those too that were accepted.
 */
GPtrArray *
foi_checks_run_attached (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays,
                         GPtrArray *looks)
{
  FoiCheck self = { .state = state, .rules = rules, .holidays = holidays, .looks = looks,
                    .id = FOI_CHECK_HIDES, .severity = FOI_SEVERITY_ERROR };

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_finding_free);
  read_case (&self);
  _foi_check_attachments_hiding (&self);
  self.id = FOI_CHECK_UNAUDITED;
  _foi_check_attachments_unaudited (&self);
  clear (&self);
  return self.findings;
}

/**
 * foi_checks_dup_stop:
 * @state: a case
 * @attachment: one of its attachments
 * @look: what is in its file
 * @id: %FOI_CHECK_HIDES or %FOI_CHECK_UNAUDITED
 *
 * Returns: (transfer full) (nullable): what stops the file and what to do about it; %NULL where
 *   nothing does, or an officer said why it may go.
 */
char *
foi_checks_dup_stop (FoiCaseState *state, JsonNode *attachment, FoiAttachmentLook *look,
                     const char *id)
{
  g_autoptr (GPtrArray) looks
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_attachment_look_unref);
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (state != NULL && attachment != NULL && look != NULL, NULL);

  g_free (look->id);
  look->id = foi_attachment_dup_id (attachment);
  g_ptr_array_add (looks, foi_attachment_look_ref (look));
  found = foi_checks_run_attached (state, foi_rules_get_default (), foi_holidays_get_default (),
                                   looks);
  for (guint i = 0; i < found->len; i++)
    {
      const FoiFinding *finding = found->pdata[i];

      if (g_str_equal (finding->id, id)
          && (finding->accepted == NULL || finding->accepted[0] == '\0'))
        return g_strdup_printf ("%s %s", finding->message, finding->fix);
    }
  return NULL;
}

/**
 * foi_checks_run_small:
 * @state: a case
 * @publishes: whether its tables go out as data, with what describes them
 * @rules: the law
 * @holidays: the bank holidays
 * @cancellable: (nullable): stops it
 *
 * Looks only for small figures that stand open and for withheld ones that can be worked out, which
 * goes by no day; with what all sentences say, but where an officer said at the door that it is
 * another number.
 *
 * Returns: (transfer full) (nullable) (element-type FoiFinding): the findings, those too that were
 *   accepted; %NULL if it was cancelled.
 */
GPtrArray *
foi_checks_run_small (FoiCaseState *state, gboolean publishes, FoiRules *rules,
                      FoiHolidays *holidays, GCancellable *cancellable)
{
  FoiCheck self = { .state = state, .rules = rules, .holidays = holidays,
                    .cancellable = cancellable, .id = FOI_CHECK_OPEN,
                    .severity = FOI_SEVERITY_ERROR, .is_at_door = TRUE, .is_apart = !publishes };

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_finding_free);
  read_case (&self);
  _foi_check_open (&self);
  self.id = DERIVABLE;
  _foi_check_derivable (&self);
  clear (&self);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self.findings, g_ptr_array_unref);
  return self.findings;
}

/**
 * foi_checks_find_day:
 * @state: a case
 * @today: the day it is
 *
 * Returns: the day on which the case is judged: that which the response bears; if it has none yet,
 *   @today.
 */
FoiDate
foi_checks_find_day (FoiCaseState *state, FoiDate today)
{
  FoiDate dated;

  g_return_val_if_fail (state != NULL, today);

  dated = foi_date_from_iso (foi_json_get_string (find_response (state), "date", NULL));
  return dated != FOI_DATE_NONE ? dated : today;
}

/**
 * foi_checks_run:
 * @state: a case
 * @rules: the law
 * @holidays: the bank holidays
 * @today: the day it is
 * @cancellable: (nullable): stops it
 *
 * The same, judged on the day that foi_checks_find_day() says; what is yet to come is known.
 *
 * Returns: (transfer full) (nullable) (element-type FoiFinding): the findings; %NULL if it was
 *   cancelled.
 */
GPtrArray *
foi_checks_run (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays, FoiDate today,
                GCancellable *cancellable)
{
  return foi_checks_run_with_files (state, rules, holidays, foi_checks_find_day (state, today),
                                    today, NULL, cancellable);
}

/* ---- what goes out --------------------------------------------------------------------------- */

/* Whether the check is of figures that are withheld and follow from what goes out. */
static gboolean
is_telling (FoiCheckFunc run)
{
  return run == _foi_check_withheld || run == _foi_check_derivable || run == _foi_check_open
         || run == _foi_check_unexplained;
}

static gboolean
tells (const FoiFinding *finding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (is_telling (checks[i].run) && g_strcmp0 (checks[i].id, finding->id) == 0)
      return finding->accepted == NULL || finding->accepted[0] == '\0';
  return FALSE;
}

/**
 * foi_checks_dup_telling:
 * @findings: (element-type FoiFinding): what was found in a case
 *
 * Returns: (transfer full) (nullable): what is to be said with a letter that is made all the same:
 *   that it may tell a figure that is withheld, and how; %NULL where nothing of the kind was found,
 *   or all of it was accepted.
 */
char *
foi_checks_dup_telling (GPtrArray *findings)
{
  const FoiFinding *first = NULL;
  g_autofree char *more = NULL;
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (tells (findings->pdata[i]))
      {
        first = first != NULL ? first : findings->pdata[i];
        n++;
      }
  if (first == NULL)
    return NULL;
  more = n > 1 ? g_strdup_printf (ngettext (" The checks say %u thing more.",
                                            " The checks say %u things more.", n - 1), n - 1)
               : g_strdup ("");
  /* Translators: what was found, in a sentence; how much more. */
  return g_strdup_printf (_("This letter may tell a figure that is withheld. %s%s"), first->message,
                          more);
}

/**
 * foi_checks_run_telling:
 * @state: a case
 * @letter: (nullable): the id of one of its letters
 * @is_sent: its letters went out before: who reads of it now is asked nothing about doubts
 * @rules: the law
 * @holidays: the bank holidays
 *
 * Looks only for what foi_checks_dup_telling() says, for whoever makes a letter and no pack: which
 * is made, a draft too, but never without a word. Other letters than answers tell no figures.
 *
 * Returns: (transfer full) (nullable): the words.
 */
char *
foi_checks_run_telling (FoiCaseState *state, const char *letter, gboolean is_sent,
                        FoiRules *rules, FoiHolidays *holidays)
{
  FoiCheck self = { .state = state, .rules = rules, .holidays = holidays, .is_at_door = TRUE,
                    .is_apart = TRUE };
  g_autoptr (GPtrArray) findings = NULL;
  JsonNode *node;

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  findings = self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_finding_free);
  read_case (&self);
  node = letter != NULL ? foi_brief_get_letter (self.brief, letter) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      self.id = checks[i].id;
      self.severity = checks[i].severity;
      if (is_telling (checks[i].run) && !(is_sent && checks[i].run == _foi_check_unexplained)
          && (node == NULL
              || foi_letter_kind_is_answer (foi_json_get_string (node, "type", RESPONSE))))
        checks[i].run (&self);
    }
  clear (&self);
  return foi_checks_dup_telling (findings);
}

/**
 * foi_checks_get_ids:
 *
 * Returns: (array zero-terminated=1): the ids of all checks, in their order.
 */
const char *const *
foi_checks_get_ids (void)
{
  static gsize once = 0;
  static const char *ids[G_N_ELEMENTS (checks) + 1];

  if (g_once_init_enter (&once))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
        ids[i] = checks[i].id;
      g_once_init_leave (&once, 1);
    }
  return ids;
}
