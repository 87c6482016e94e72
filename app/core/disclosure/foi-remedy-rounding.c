/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-remedy-private.h"

#include <glib/gi18n-lib.h>

#include "foi-case-cells.h"
#include "foi-controlled-rounding.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* Rounding the counts of tables, and saying so below them. */

/* The notes of a table without the one about rounding; NULL where none is left. */
static JsonNode *
dup_other_notes (FoiTableData *data)
{
  JsonNode *notes = foi_json_get_member (foi_table_data_get_resource (data), "foi:notes");
  JsonArray *others = json_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      JsonNode *note = foi_json_get_element (notes, i);

      if (g_strcmp0 (foi_json_get_string (note, "id", NULL), FOI_ROUNDED_NOTE) != 0)
        json_array_add_element (others, json_node_ref (note));
    }
  if (json_array_get_length (others) > 0)
    return foi_json_take_array (others);
  json_array_unref (others);
  return NULL;
}

/*
 * _foi_remedy_forget_rounding:
 *
 * Takes the note away that says that figures are rounded.
 */
void
_foi_remedy_forget_rounding (FoiRemedyDraft *self, const char *table)
{
  FoiTableData *data = foi_case_state_find_table (self->state, table);
  g_autoptr (JsonNode) notes = dup_other_notes (data);

  if (foi_json_get_n_elements (notes)
      != foi_json_get_n_elements (foi_json_get_member (foi_table_data_get_resource (data),
                                                       "foi:notes")))
    _foi_remedy_draft_take (self, foi_case_state_with_table_member (self->state, table,
                                                                    "foi:notes", notes));
}

/* A note under the table: who does not know that figures are rounded is misled by them. */
static void
say_rounding (FoiRemedyDraft *self, const char *table)
{
  const FoiSmallRule *rule = &self->remedy->request->rule;
  g_autoptr (JsonNode) others
    = dup_other_notes (foi_case_state_find_table (self->state, table));
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) note = NULL;
  g_autoptr (JsonNode) notes = NULL;
  g_autofree char *text = NULL;
  JsonObject *object = json_object_new ();

  if (rule->method == FOI_SMALL_ROUND_CONTROLLED)
    text = g_strdup_printf (_("Figures are rounded to multiples of %" G_GINT64_FORMAT "."),
                            rule->round);
  else
    text = g_strdup_printf (_("Figures are rounded to the nearest %" G_GINT64_FORMAT ", so totals "
                              "may differ from the sum of their parts."), rule->round);
  json_object_set_string_member (object, "id", FOI_ROUNDED_NOTE);
  json_object_set_string_member (object, "text", text);
  note = foi_json_take_object (object);
  notes = foi_json_array_insert (others != NULL ? others : empty, 0, note);
  _foi_remedy_draft_take (self, foi_case_state_with_table_member (self->state, table, "foi:notes",
                                                                  notes));
}

static void
add_linked (FoiCaseState *state, GPtrArray *names, const char *name)
{
  if (foi_case_state_find_table (state, name) != NULL
      && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* The tables of a group of figures that are the same, where one of them is listed. */
static void
add_group (FoiCaseState *state, JsonNode *group, GPtrArray *names)
{
  gboolean is_listed = FALSE;

  for (guint i = 0; i < foi_json_get_n_elements (group); i++)
    is_listed = is_listed
                || g_ptr_array_find_with_equal_func (
                  names, foi_json_get_string (foi_json_get_element (group, i), "table", ""),
                  g_str_equal, NULL);
  for (guint i = 0; is_listed && i < foi_json_get_n_elements (group); i++)
    add_linked (state, names,
                foi_json_get_string (foi_json_get_element (group, i), "table", ""));
}

/*
 * _foi_remedy_list_linked:
 *
 * Returns: (transfer full): the tables that are asked for and those that share figures with them:
 *   they are rounded together, or one would give away what the other rounds.
 */
GStrv
_foi_remedy_list_linked (FoiCaseState *state, const FoiRemedyRequest *request)
{
  GPtrArray *tables = foi_case_state_get_tables (state);
  GPtrArray *names = g_ptr_array_new ();
  guint n_before;

  add_linked (state, names, request->table);
  for (guint i = 0; request->also != NULL && request->also[i] != NULL; i++)
    add_linked (state, names, request->also[i]);
  do
    {
      n_before = names->len;
      for (guint i = 0; i < tables->len; i++)
        {
          JsonNode *groups = foi_json_get_member (foi_table_data_get_resource (tables->pdata[i]),
                                                  "foi:same");

          for (guint j = 0; j < foi_json_get_n_elements (groups); j++)
            add_group (state, foi_json_get_element (groups, j), names);
        }
    }
  while (names->len > n_before);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

/* Counts are rounded, and nothing else. */
static gboolean
is_rounded (FoiRemedyDraft *self, const FoiCellPlace *place)
{
  FoiColumn *column = foi_table_data_get_column (place->data, place->column);

  return g_strv_contains ((const char *const *) self->tables,
                          foi_table_data_get_name (place->data))
         && foi_column_get_value_type (column) == FOI_VALUE_INTEGER
         && foi_small_rule_is_for (column) && !foi_column_is_left_out (column)
         && !foi_table_data_is_key (place->data, place->column)
         && foi_table_data_get_cell (place->data, place->row, place->column)->state
              == FOI_CELL_VALUE;
}

/* Where rounded figures go, by table. */
static gboolean
take_rounded (FoiRemedyDraft *self, FoiDisclosureCase *disclosure, const gboolean *may_move,
              const gint64 *values, GError **error)
{
  for (guint i = 0; self->tables[i] != NULL; i++)
    {
      g_autoptr (GArray) edits = _foi_remedy_new_edits ();

      for (guint j = 0; j < disclosure->problem->cells->len; j++)
        {
          const FoiCellPlace *place = foi_disclosure_case_get_place (disclosure, j);
          gint64 value = foi_disclosure_problem_get (disclosure->problem, j)->value;

          if (!may_move[j] || values[j] == value
              || g_strcmp0 (foi_table_data_get_name (place->data), self->tables[i]) != 0)
            continue;
          _foi_remedy_add_edit (edits, place, foi_cell_number (values[j]));
          _foi_remedy_note_cell (self, disclosure, j, FOI_WITHHELD_ROUNDED);
          self->moved += ABS (values[j] - value);
        }
      self->remedy->n_rounded += edits->len;
      if (!_foi_remedy_set_cells (self, self->tables[i], edits, FOI_WITHHELD_ROUNDED, error))
        return FALSE;
      say_rounding (self, self->tables[i]);
    }
  return TRUE;
}

static gboolean
refuse_negative (FoiDisclosureCase *disclosure, guint cell, GError **error)
{
  g_autofree char *place = foi_disclosure_case_dup_place (disclosure, cell);

  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               /* Translators: the place of a figure: "North, Calls". */
               _("Only counts can be rounded, and %s is below zero. Nothing was changed."), place);
  return FALSE;
}

/*
 * _foi_remedy_round:
 *
 * Rounds the counts of the tables, each by itself or so that totals still add up.
 */
gboolean
_foi_remedy_round (FoiRemedyDraft *self, GError **error)
{
  const FoiSmallRule *rule = &self->remedy->request->rule;
  FoiSmallRule before = { .threshold = rule->threshold, .zero = rule->zero };
  g_autoptr (FoiDisclosureCase) disclosure
    = foi_disclosure_case_new_of (self->state, (const char *const *) self->tables, &before);
  guint n_cells = disclosure->problem->cells->len;
  g_autofree gboolean *may_move = g_new0 (gboolean, n_cells + 1);
  g_autofree gint64 *values = g_new0 (gint64, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    {
      values[i] = foi_disclosure_problem_get (disclosure->problem, i)->value;
      may_move[i] = is_rounded (self, foi_disclosure_case_get_place (disclosure, i));
      if (may_move[i] && values[i] < 0)
        return refuse_negative (disclosure, i, error);
      if (may_move[i] && rule->method == FOI_SMALL_ROUND)
        values[i] = foi_small_rule_round (rule, values[i]);
    }
  if (rule->method == FOI_SMALL_ROUND_CONTROLLED
      && !foi_controlled_rounding_find (disclosure->problem, rule->round, may_move, values,
                                        self->progress, self->user_data, self->cancellable, error))
    return FALSE;
  return take_rounded (self, disclosure, may_move, values, error);
}
