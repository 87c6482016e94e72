/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-paste-new.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-heading.h"
#include "foi-json-edit.h"

/* More than these are no longer typed anew one by one; the case has its notes of them. */
#define MAX_PROBLEMS 1000

/* Where the document keeps what was proposed until the card of the new table takes it. */
static char *
dup_key (const char *table)
{
  return g_strconcat ("foi-paste-proposal/", table, NULL);
}

static FoiCaseState *
get_state (FoiDocument *document)
{
  return foi_case_get_state (foi_document_get_case (document));
}

/* What a table says of itself: "Calls answered by reporting year". */
static char *
dup_title_of_columns (FoiTableData *table)
{
  const char *key = NULL, *measure = NULL;
  guint n_measures = 0;
  g_autofree char *by = NULL;

  for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
    {
      FoiColumn *column = foi_table_data_get_column (table, i);

      if (key == NULL && !foi_column_is_numeric (column))
        key = foi_column_get_title (column);
      else if (foi_column_get_role (column) == FOI_ROLE_MEASURE && n_measures++ == 0)
        measure = foi_column_get_title (column);
    }
  if (key == NULL || n_measures == 0)
    /* Translators: the title of a pasted table of which nothing is known. */
    return g_strdup (_("Table"));
  by = foi_heading_dup_in_sentence (key);
  if (n_measures > 1)
    /* Translators: the title of a table of several columns of figures; %s is what its rows are. */
    return g_strdup_printf (_("Figures by %s"), by);
  /* Translators: the title of a table: its column of figures, and what its rows are. */
  return g_strdup_printf (_("%s by %s"), measure, by);
}

static const char *
get_label (FoiDocument *document, const char *question)
{
  FoiQuestion *found = question != NULL
                           ? foi_case_find_question (foi_document_get_case (document), question)
                           : NULL;
  const char *label = found != NULL ? foi_question_get_label (found) : NULL;

  return label != NULL ? label : "";
}

/* The question's name for lists; one that was cut would be half a question. */
static char *
dup_title (FoiDocument *document, FoiTableData *table, const char *question)
{
  const char *label = get_label (document, question);

  if (label[0] != '\0' && !g_str_has_suffix (label, "…"))
    return g_strdup (label);
  return dup_title_of_columns (table);
}

/* Adds the table, under the question's label where nothing that was pasted was a title. */
static gboolean
add_table (FoiDocument *document, FoiTableData *table, const char *question, GError **error)
{
  FoiCaseEditor *editor = foi_document_get_editor (document);
  const char *name = foi_table_data_get_name (table);
  g_autoptr (JsonNode) title = NULL;
  gboolean done;

  foi_case_editor_begin (editor, _("Paste Table"));
  done = foi_case_editor_add_table (editor, table, question, error);
  if (done && foi_json_get_string (foi_table_data_get_resource (table), "title", NULL) == NULL)
    {
      g_autofree char *label = dup_title (document, table, question);

      title = foi_json_new_string (label);
      done = foi_case_editor_set_table_member (editor, name, "title", title,
                                               _("Paste Table"), error);
    }
  if (done)
    foi_case_editor_end (editor);
  else
    foi_case_editor_cancel (editor);
  return done;
}

/**
 * foi_table_paste_as_new:
 * @document: what the window shows
 * @question_id: (nullable): the question that the table answers
 * @text: cells as spreadsheets copy them
 * @error: %FOI_ERROR_REFUSED where there is no table in @text, or why it cannot be read
 *
 * Makes a table of pasted cells, as one command: a row of headings, a row of units, types and roles
 * are recognised, and the table's card then shows what was, to be corrected.
 *
 * Returns: whether it was done.
 */
gboolean
foi_table_paste_as_new (FoiDocument *document, const char *question_id, const char *text,
                        GError **error)
{
  g_autoptr (FoiPasteGrid) cells = NULL;
  g_autoptr (FoiPasteProposal) proposal = NULL;
  g_autoptr (FoiTableData) table = NULL;
  const char *label;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  cells = foi_paste_grid_new (text, -1, error);
  if (cells == NULL)
    return FALSE;
  label = get_label (document, question_id);
  name = foi_case_state_dup_unique_table_name (get_state (document),
                                               label[0] != '\0' ? label : "table");
  proposal = foi_paste_propose_table (cells, name);
  if (proposal == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("There are no cells to make a table of: copy them in a spreadsheet"));
      return FALSE;
    }
  table = foi_table_data_ref (proposal->table);
  key = dup_key (name);
  g_object_set_data_full (G_OBJECT (document), key, g_steal_pointer (&proposal),
                          (GDestroyNotify) foi_paste_proposal_free);
  if (add_table (document, table, question_id, error))
    return TRUE;
  g_object_set_data (G_OBJECT (document), key, NULL);
  return FALSE;
}

/**
 * foi_table_paste_take_proposal:
 * @table: the name of a table
 *
 * Returns: (transfer full) (nullable): what was recognised when the table was pasted, once.
 */
FoiPasteProposal *
foi_table_paste_take_proposal (FoiDocument *document, const char *table)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  key = dup_key (table);
  return g_object_steal_data (G_OBJECT (document), key);
}

static char *
dup_problems_key (const char *table)
{
  return g_strconcat ("foi-import-problems/", table, NULL);
}

/**
 * foi_table_paste_leave_problems:
 * @table: the name that a table will have
 * @problems: (element-type FoiPasteProblem): cells of it that could not be read
 *
 * Keeps them until the card of the table takes them.
 */
void
foi_table_paste_leave_problems (FoiDocument *document, const char *table, GArray *problems)
{
  g_autofree char *key = NULL;

  g_return_if_fail (FOI_IS_DOCUMENT (document));
  g_return_if_fail (table != NULL && problems != NULL);

  key = dup_problems_key (table);
  g_object_set_data_full (G_OBJECT (document), key,
                          problems->len > 0 && problems->len <= MAX_PROBLEMS
                            ? g_array_ref (problems)
                            : NULL,
                          (GDestroyNotify) g_array_unref);
}

/**
 * foi_table_paste_forget_problems:
 * @table: the name of a table that there is not after all
 *
 * Else a table that gets the name later would take them for its own.
 */
void
foi_table_paste_forget_problems (FoiDocument *document, const char *table)
{
  g_autofree char *key = NULL;

  g_return_if_fail (FOI_IS_DOCUMENT (document) && table != NULL);

  key = dup_problems_key (table);
  g_object_set_data (G_OBJECT (document), key, NULL);
}

/**
 * foi_table_paste_take_problems:
 * @table: the name of a table
 *
 * Returns: (transfer full) (nullable): its cells that could not be read when it was imported, once.
 */
GArray *
foi_table_paste_take_problems (FoiDocument *document, const char *table)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  key = dup_problems_key (table);
  return g_object_steal_data (G_OBJECT (document), key);
}
