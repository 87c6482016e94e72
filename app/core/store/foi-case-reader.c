/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-case-check.h"
#include "foi-case-file.h"
#include "foi-error.h"
#include "foi-faults.h"
#include "foi-json-edit.h"
#include "foi-left-out.h"
#include "foi-table-reader.h"

static void
tree_progress_cb (gsize done, gsize total, gpointer user_data)
{
  FoiReading *self = user_data;

  if (self->progress != NULL)
    self->progress (FOI_READING_TREE_SHARE * (double) done / (double) MAX (total, 1),
                    self->user_data);
}

/* Whether an object has the shape it must have; said again only where something was wrong. */
static gboolean
has_shape (FoiReading *self, JsonNode *node, const FoiShape *shape)
{
  g_auto (FoiFaults) again = { 0 };

  if (self->faults->list->len == 0)
    return TRUE;
  if (!foi_json_is_object (node))
    return FALSE;
  foi_faults_init (&again, self->faults->document);
  return foi_case_check_object (&again, node, shape, FALSE);
}

/* Reads the tables that can be read; %FALSE when cancelled, or when one is beyond all limits. */
static gboolean
read_tables (FoiReading *self, JsonNode *resources, GPtrArray *tables, GError **error)
{
  for (guint i = 0; i < foi_json_get_n_elements (resources); i++)
    {
      JsonNode *resource = foi_json_get_element (resources, i);
      GError *failed = NULL;
      FoiTableData *table;

      if (!foi_json_document_has_rows (self->faults->document, i)
          || !has_shape (self, resource, &foi_shape_resource))
        continue;
      table = foi_table_read (self, i, resource, &failed);
      if (table != NULL)
        g_ptr_array_add (tables, table);
      if (failed != NULL)
        {
          g_propagate_error (error, failed);
          return FALSE;
        }
    }
  return TRUE;
}

/* The tree without what is in the tables now; empty lists keep the places. */
static JsonNode *
strip_root (JsonNode *root, FoiLeftOut *left_out)
{
  g_autoptr (JsonNode) internal = foi_left_out_get_rest (left_out);
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) foi_case = NULL;
  g_autoptr (JsonNode) without = NULL;

  foi_case = foi_json_set_member (foi_json_get_member (root, "foi:case"), "internal", internal,
                                  NULL);
  without = foi_json_set_member (root, "foi:case", foi_case, NULL);
  if (foi_json_get_member (root, "resources") == NULL)
    return g_steal_pointer (&without);
  return foi_json_set_member (without, "resources", empty, NULL);
}

static FoiCaseState *
read_case (FoiReading *self, JsonNode *root, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (FoiLeftOut) left_out = NULL;
  g_autoptr (JsonNode) stripped = NULL;
  JsonNode *internal = foi_json_get_member (foi_json_get_member (root, "foi:case"), "internal");

  foi_case_check (self->faults, root);
  if (!has_shape (self, internal, &foi_shape_internal))
    internal = NULL;
  left_out = foi_left_out_new (self->faults, internal);
  self->left_out = left_out;
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_table_data_unref);
  if (!read_tables (self, foi_json_get_member (root, "resources"), tables, error)
      || self->faults->list->len > 0)
    return NULL;
  stripped = strip_root (root, left_out);
  return foi_case_state_new (stripped, tables);
}

/* The error that stands for a list of faults: the first of them, and how many follow. */
static void
set_content_error (GPtrArray *list, GError **error)
{
  const FoiFault *first = g_ptr_array_index (list, 0);
  guint n_more = list->len - 1;
  g_autofree char *more = NULL;

  if (n_more > 0)
    /* Translators: after the first of several faults of a file. */
    more = g_strdup_printf (ngettext (" (and %u more fault)", " (and %u more faults)", n_more),
                            n_more);
  g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, "%u:%u: %s: %s%s", first->line, first->column,
               first->path, first->message, more != NULL ? more : "");
}

/**
 * foi_case_file_parse:
 * @bytes: the file
 * @faults: (out) (optional) (nullable) (transfer full) (element-type FoiFault): what is wrong with
 *   it, in the order of the file; %NULL when nothing is, or when reading was cancelled
 * @progress: (nullable) (scope call): told now and then how much is done, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): looked at now and then
 * @error: %FOI_ERROR_SYNTAX or %FOI_ERROR_LIMIT for the one fault after which reading stops,
 *   %FOI_ERROR_CONTENT for faults of content, %G_IO_ERROR_CANCELLED. The message begins with the
 *   first fault's "LINE:COLUMN: PATH: "
 *
 * Reads a case file strictly. Whatever is in it and no fault is kept, known or not.
 *
 * Returns: (transfer full) (nullable): the case.
 */
FoiCaseState *
foi_case_file_parse (GBytes *bytes, GPtrArray **faults, FoiProgressFunc progress,
                     gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiJsonDocument) document = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GError) failed = NULL;
  g_auto (FoiFaults) found = { 0 };
  FoiReading reading = {
    .faults = &found,
    .size = g_bytes_get_size (bytes),
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
  };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (faults != NULL)
    *faults = NULL;
  document = foi_json_document_read_full (bytes, TRUE, tree_progress_cb, &reading, cancellable,
                                          &failed);
  if (document == NULL)
    {
      if (faults != NULL)
        *faults = foi_faults_new_for_syntax (failed);
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  foi_faults_init (&found, document);
  state = read_case (&reading, foi_json_document_get_root (document), &failed);
  if (failed != NULL)
    {
      if (faults != NULL)
        *faults = foi_faults_new_for_syntax (failed);
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  if (state == NULL)
    {
      foi_faults_sort (&found);
      set_content_error (found.list, error);
      if (faults != NULL)
        *faults = g_ptr_array_ref (found.list);
    }
  return g_steal_pointer (&state);
}

/**
 * foi_case_file_is_read_only:
 * @state: a case
 *
 * Returns: whether it is of a version of the format that this program does not know. It may be
 *   looked at; saving it could lose what a newer program put there.
 */
gboolean
foi_case_file_is_read_only (FoiCaseState *state)
{
  JsonNode *foi_case;

  g_return_val_if_fail (state != NULL, TRUE);

  foi_case = foi_json_get_member (foi_case_state_get_root (state), "foi:case");
  return foi_json_get_integer (foi_case, "version", FOI_CASE_VERSION) != FOI_CASE_VERSION;
}

/**
 * foi_case_file_get_revision:
 * @state: a case that was read from a file
 *
 * Returns: its revision token, to be given back when it is saved; "" when the file had none.
 */
const char *
foi_case_file_get_revision (FoiCaseState *state)
{
  g_return_val_if_fail (state != NULL, "");
  return foi_json_get_string (foi_json_get_member (foi_case_state_get_root (state), "foi:case"),
                              "_rev", "");
}
