/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-answer-reuse.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-table-data.h"

#define NOTES "internal/notes"

/* What is put in place of an old table's name, wherever a placeholder names it. */
static const char *const placeholders[] = { "{{table:%s}}", "{{chart:%s}}", "{{value:%s/" };

static FoiCaseState *
get_state (FoiCaseEditor *editor)
{
  return foi_case_get_state (foi_case_editor_get_case (editor));
}

static char *
dup_member_path (FoiCaseEditor *editor, const char *question, const char *member)
{
  g_autofree char *path = foi_case_state_dup_question_path (get_state (editor), question);

  return path != NULL ? g_strconcat (path, "/", member, NULL) : NULL;
}

static gboolean
check_question (FoiCaseEditor *editor, const char *question, GError **error)
{
  g_autofree char *path = foi_case_state_dup_question_path (get_state (editor), question);

  if (path != NULL)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
               question);
  return FALSE;
}

/**
 * foi_past_answer_dup_origin:
 *
 * Returns: (transfer full): where an answer comes from: "FOI12, question 3, 2 May 2024".
 */
char *
foi_past_answer_dup_origin (const FoiPastAnswer *answer)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (answer != NULL, NULL);

  date = foi_date_to_words (answer->date);
  /* Translators: a case's reference, the number of a question, and a date. */
  return g_strdup_printf (_("%s, question %s, %s"), answer->reference, answer->number, date);
}

/* ---- the shape of tables --------------------------------------------------------------------- */

/* Rows are named by what they are of; where no column says so, by the first. */
static JsonNode *
new_key (GPtrArray *columns)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = g_ptr_array_index (columns, i);
      const FoiRole role = foi_column_get_role (column);

      if (role == FOI_ROLE_CATEGORY || role == FOI_ROLE_PERIOD)
        g_ptr_array_add (names, (gpointer) foi_column_get_name (column));
    }
  if (names->len == 0)
    g_ptr_array_add (names, (gpointer) foi_column_get_name (g_ptr_array_index (columns, 0)));
  g_ptr_array_add (names, NULL);
  return foi_json_new_strings ((const char *const *) names->pdata);
}

static FoiTableData *
new_table (const FoiPastTable *table, const char *name)
{
  g_autoptr (JsonNode) resource = foi_json_new_object (), schema = foi_json_new_object ();
  g_autoptr (JsonNode) key = new_key (table->columns);
  g_autoptr (JsonNode) keyed = foi_json_set_member (schema, "primaryKey", key, NULL);
  g_autoptr (JsonNode) named = foi_json_set_string (resource, "name", name, NULL);
  g_autoptr (JsonNode) typed = foi_json_set_string (named, "type", "table", NULL);
  g_autoptr (JsonNode) titled = foi_json_set_string (typed, "title", table->title, NULL);
  g_autoptr (JsonNode) media = foi_json_set_string (titled, "mediatype", "application/json", NULL);
  g_autoptr (JsonNode) whole = foi_json_set_member (media, "schema", keyed, NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  FoiRecord *record = foi_record_new (1, table->columns->len);
  g_autoptr (FoiRowStore) rows = NULL;

  for (guint i = 0; i < table->columns->len; i++)
    record->cells[i] = FOI_CELL_INIT;
  g_ptr_array_add (records, record);
  rows = foi_row_store_new_take (records);
  return foi_table_data_new (whole, table->columns, rows, 2);
}

/* @text with what names a table of the old case naming that of this one. */
static void
rename_in_text (GString *text, const char *old, const char *new)
{
  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    {
      g_autoptr (GString) from = g_string_new (placeholders[i]);
      g_autoptr (GString) to = g_string_new (placeholders[i]);

      g_string_replace (from, "%s", old, 1);
      g_string_replace (to, "%s", new, 1);
      g_string_replace (text, from->str, to->str, 0);
    }
}

static gboolean
add_tables (FoiCaseEditor *editor, const char *question, const FoiPastAnswer *answer,
            GString *text, GError **error)
{
  for (guint i = 0; i < answer->tables->len; i++)
    {
      const FoiPastTable *table = g_ptr_array_index (answer->tables, i);
      g_autofree char *name = foi_case_state_dup_unique_table_name (get_state (editor),
                                                                    table->name);
      g_autoptr (FoiTableData) data = NULL;

      if (table->columns->len == 0)
        continue;
      data = new_table (table, name);
      if (!foi_case_editor_add_table (editor, data, question, error))
        return FALSE;
      rename_in_text (text, table->name, name);
    }
  return TRUE;
}

/* ---- the text -------------------------------------------------------------------------------- */

/* What is written already stays before it. */
static gboolean
add_text (FoiCaseEditor *editor, const char *question, const char *text, GError **error)
{
  g_autofree char *path = dup_member_path (editor, question, "answer");
  const char *before = foi_case_state_get_string (get_state (editor), path);
  g_autofree char *whole = NULL;

  if (text[0] == '\0')
    return TRUE;
  whole = before != NULL && before[0] != '\0' ? g_strconcat (before, "\n\n", text, NULL)
                                              : g_strdup (text);
  return foi_case_editor_set_string (editor, path, whole, _("Change Answer"), error);
}

static gboolean
add_note (FoiCaseEditor *editor, const char *question, const FoiPastAnswer *answer,
          GError **error)
{
  g_autofree char *origin = foi_past_answer_dup_origin (answer);
  /* Translators: a note on an answer: it begins with words of an earlier one. */
  g_autofree char *words = g_strdup_printf (_("Taken from %s"), origin);
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) of = foi_json_set_string (empty, "question", question, NULL);
  g_autoptr (JsonNode) note = foi_json_set_string (of, "text", words, NULL);
  JsonNode *before = foi_case_state_get_node (get_state (editor), NOTES);
  g_autoptr (JsonNode) none = foi_json_new_array ();
  g_autoptr (JsonNode) notes = foi_json_array_insert (before != NULL ? before : none,
                                                      foi_json_get_n_elements (before), note);

  return foi_case_editor_set_node (editor, NOTES, notes, _("Add Note"), error);
}

/**
 * foi_answer_reuse:
 * @editor: of a case
 * @question: the id of one of its questions
 * @answer: an earlier answer to one like it
 * @error: %FOI_ERROR
 *
 * Takes over the words of an earlier answer and the shape of its tables, without a figure, behind
 * what is written already, and notes where they come from, as one command. Figures that were quoted
 * from a table quote the new one, and are missing until it has them.
 *
 * Returns: whether it was done; if not, nothing was.
 */
gboolean
foi_answer_reuse (FoiCaseEditor *editor, const char *question, const FoiPastAnswer *answer,
                  GError **error)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (editor), FALSE);
  g_return_val_if_fail (question != NULL && answer != NULL, FALSE);

  if (!check_question (editor, question, error))
    return FALSE;
  text = g_string_new (answer->answer);
  foi_case_editor_begin (editor, _("Insert Earlier Answer"));
  if (!add_tables (editor, question, answer, text, error)
      || !add_text (editor, question, text->str, error)
      || !add_note (editor, question, answer, error))
    {
      foi_case_editor_cancel (editor);
      return FALSE;
    }
  foi_case_editor_end (editor);
  return TRUE;
}

/* ---- what is published already --------------------------------------------------------------- */

/* The law under which a question is answered. */
static const char *
get_regime (FoiCaseState *state, const char *question)
{
  g_autofree char *path = foi_case_state_dup_question_path (state, question);
  g_autofree char *own = path != NULL ? g_strconcat (path, "/regime", NULL) : NULL;
  const char *regime = own != NULL ? foi_case_state_get_string (state, own) : NULL;

  return regime != NULL ? regime : foi_case_state_get_string (state, "regime");
}

static JsonNode *
set_text (JsonNode *object, const char *key, const char *text)
{
  g_autoptr (JsonNode) old = object;

  return text != NULL && text[0] != '\0' ? foi_json_set_string (old, key, text, NULL)
                                         : json_node_ref (old);
}

/* Where in the disclosure log it is: "FOI12, Potholes, question 3". */
static JsonNode *
new_source (const FoiPastAnswer *answer)
{
  /* Translators: an entry of the disclosure log: a reference and what it is about. */
  g_autofree char *title = g_strdup_printf (_("Disclosure log, %s: %s"), answer->reference,
                                            answer->subject);
  /* Translators: the number of a question in a letter. */
  g_autofree char *place = g_strdup_printf (_("question %s"), answer->number);
  const FoiPastTable *table = answer->tables->len > 0 ? g_ptr_array_index (answer->tables, 0)
                                                      : NULL;
  JsonNode *source = foi_json_new_object ();

  source = set_text (source, "publisher", answer->publisher);
  source = set_text (source, "title", title);
  source = set_text (source, "table", table != NULL ? table->title : place);
  source = set_text (source, "url", answer->log);
  source = set_text (source, "from", answer->from);
  return set_text (source, "to", answer->to);
}

static JsonNode *
new_ground (const FoiPastAnswer *answer, JsonNode *rule, const char *regime)
{
  g_autoptr (JsonNode) source = new_source (answer);
  g_autoptr (JsonNode) named = NULL;
  JsonNode *ground = foi_json_new_object ();

  ground = set_text (ground, "act", regime);
  ground = set_text (ground, "section", foi_json_get_string (rule, "section", ""));
  named = set_text (ground, "kind", foi_json_get_string (rule, "kind", ""));
  return foi_json_set_member (named, "source", source, NULL);
}

/**
 * foi_answer_may_cite:
 * @state: a case
 * @question: the id of one of its questions
 * @answer: an earlier answer to one like it
 * @rules: the rules of law
 *
 * Where something was withheld then, saying where the rest is published would leave that part
 * without an answer: such a question is decided afresh.
 *
 * Returns: whether the question can be answered by saying where the earlier answer is published: it
 *     gave all that there was, the authority has a disclosure log, and the law knows such a ground.
 */
gboolean
foi_answer_may_cite (FoiCaseState *state, const char *question, const FoiPastAnswer *answer,
                     FoiRules *rules)
{
  g_return_val_if_fail (state != NULL && question != NULL, FALSE);
  g_return_val_if_fail (answer != NULL && rules != NULL, FALSE);

  return answer->log != NULL && answer->grounds->len == 0
         && (g_str_equal (answer->outcome, "disclosed") || g_str_equal (answer->outcome, "part"))
         && foi_rules_find_ground_of_kind (rules, get_regime (state, question), "elsewhere")
              != NULL;
}

static gboolean
set_stance (FoiCaseEditor *editor, const char *question, GError **error)
{
  static const char *const stance[][2] = {
    { "held", "yes" },
    { "outcome", "refused" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stance); i++)
    {
      g_autofree char *path = dup_member_path (editor, question, stance[i][0]);

      if (!foi_case_editor_set_string (editor, path, stance[i][1], _("Change Outcome"), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_answer_cite:
 * @editor: of a case
 * @question: the id of one of its questions
 * @answer: an earlier answer for which foi_answer_may_cite() holds
 * @rules: the rules of law
 * @error: %FOI_ERROR
 *
 * Answers a question by what is published already: it is held and refused, on the ground that the
 * requester can get it from the disclosure log (Freedom of Information Act 2000, section 21, and
 * its like), with its exact place there; one command. Whether this requester can reach it is for
 * the officer to judge.
 *
 * Returns: whether it was done; if not, nothing was.
 */
gboolean
foi_answer_cite (FoiCaseEditor *editor, const char *question, const FoiPastAnswer *answer,
                 FoiRules *rules, GError **error)
{
  g_autoptr (JsonNode) none = foi_json_new_array ();
  g_autoptr (JsonNode) ground = NULL, grounds = NULL;
  g_autofree char *path = NULL;
  const char *regime;
  JsonNode *rule, *before;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (editor), FALSE);
  g_return_val_if_fail (question != NULL && answer != NULL && rules != NULL, FALSE);

  if (!check_question (editor, question, error))
    return FALSE;
  regime = get_regime (get_state (editor), question);
  rule = foi_rules_find_ground_of_kind (rules, regime, "elsewhere");
  g_return_val_if_fail (rule != NULL, FALSE);
  path = dup_member_path (editor, question, "grounds");
  before = foi_case_state_get_node (get_state (editor), path);
  ground = new_ground (answer, rule, regime);
  grounds = foi_json_array_insert (before != NULL ? before : none,
                                   foi_json_get_n_elements (before), ground);
  foi_case_editor_begin (editor, _("Refer to What Is Published"));
  if (!set_stance (editor, question, error)
      || !foi_case_editor_set_node (editor, path, grounds, _("Add Ground"), error)
      || !add_note (editor, question, answer, error))
    {
      foi_case_editor_cancel (editor);
      return FALSE;
    }
  foi_case_editor_end (editor);
  return TRUE;
}
