/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-problem.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-regular-file.h"

/* A file of one problem, or of an array of them:
 *
 *   {"id": "…", "threshold": 5,
 *    "cells": [{"cell": "a", "value": 3, "suppressed": true, "primary": true}, …],
 *    "equations": [{"total": "a|Total", "parts": ["a|x", "a|y"]}, …]}
 *
 * A suppressed cell may have `from` and `to`, what a reader knows of it; its value may be left out.
 * Other members are for people. */

typedef struct
{
  FoiJsonDocument *document;
  GHashTable *numbers; /* name → number of the cell + 1 */
  GHashTable *terms;   /* number of the cell + 1 → its place in this line + 1 */
  FoiDisclosureProblem *problem;
  gint64 threshold;
  guint n_terms;
} Reader;

static gboolean
fail (Reader *self, JsonNode *node, int code, const char *reason, GError **error)
{
  g_autofree char *message = foi_json_document_describe (self->document, node, reason);

  g_set_error_literal (error, FOI_ERROR, code, message);
  return FALSE;
}

static gboolean
read_integer (Reader *self, JsonNode *object, const char *key, gint64 *out, GError **error)
{
  JsonNode *node = foi_json_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!foi_json_is_integer (node))
    return fail (self, node, FOI_ERROR_CONTENT,
                 _("this must be a whole number, and not in quotation marks"), error);
  *out = foi_json_get_integer (object, key, 0);
  if (*out > FOI_DISCLOSURE_MAX_VALUE || *out < -FOI_DISCLOSURE_MAX_VALUE)
    return fail (self, node, FOI_ERROR_LIMIT, _("this number is too large to be reckoned with"),
                 error);
  return TRUE;
}

static gboolean
read_boolean (Reader *self, JsonNode *object, const char *key, gboolean *out, GError **error)
{
  JsonNode *node = foi_json_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!foi_json_is_boolean (node))
    return fail (self, node, FOI_ERROR_CONTENT, _("this must be true or false"), error);
  *out = foi_json_get_boolean (object, key, FALSE);
  return TRUE;
}

/* What is said of a suppressed cell has to hold for its value. */
static gboolean
check_cell (Reader *self, JsonNode *node, const FoiSecretCell *cell, GError **error)
{
  if (!cell->is_suppressed && !cell->is_known)
    return fail (self, node, FOI_ERROR_CONTENT, _("a cell that is not suppressed needs a value"),
                 error);
  if (cell->is_suppressed && (cell->from < 0 || (cell->is_known && cell->value < 0)))
    return fail (self, node, FOI_ERROR_CONTENT, _("a suppressed count cannot be negative"), error);
  if (cell->is_suppressed
      && (cell->from > cell->to
          || (cell->is_known && (cell->value < cell->from || cell->value > cell->to))))
    return fail (self, node, FOI_ERROR_CONTENT, _("the value is not between “from” and “to”"),
                 error);
  return TRUE;
}

static gboolean
read_cell (Reader *self, JsonNode *node, GError **error)
{
  const char *name = foi_json_is_object (node) ? foi_json_get_string (node, "cell", NULL) : NULL;
  FoiSecretCell *cell;
  guint number;

  if (name == NULL)
    return fail (self, node, FOI_ERROR_CONTENT, _("a cell needs a name, “cell”"), error);
  if (g_hash_table_contains (self->numbers, name))
    return fail (self, node, FOI_ERROR_CONTENT, _("there are two cells of that name"), error);
  number = foi_disclosure_problem_add_cell (self->problem, name);
  cell = foi_disclosure_problem_get (self->problem, number);
  g_hash_table_insert (self->numbers, cell->name, GUINT_TO_POINTER (number + 1));
  cell->is_known = foi_json_get_member (node, "value") != NULL;
  if (!read_integer (self, node, "value", &cell->value, error)
      || !read_integer (self, node, "from", &cell->from, error)
      || !read_integer (self, node, "to", &cell->to, error)
      || !read_boolean (self, node, "suppressed", &cell->is_suppressed, error))
    return FALSE;
  cell->is_primary = cell->is_suppressed && self->threshold > 0 && cell->is_known
                     && cell->value >= 1 && cell->value <= self->threshold;
  if (!read_boolean (self, node, "primary", &cell->is_primary, error))
    return FALSE;
  cell->is_primary = cell->is_primary && cell->is_suppressed;
  cell->need_from = cell->is_known && cell->value == 0 ? 0 : 1;
  cell->need_to = self->threshold;
  return check_cell (self, node, cell, error);
}

static gboolean
read_term (Reader *self, FoiLine *line, JsonNode *node, gint64 factor, GError **error)
{
  const char *name = foi_json_is_string (node) ? json_node_get_string (node) : NULL;
  guint number = name == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));
  guint place;

  if (number == 0)
    return fail (self, node, FOI_ERROR_CONTENT, _("there is no cell of that name"), error);
  if (++self->n_terms > FOI_DISCLOSURE_MAX_TERMS)
    return fail (self, node, FOI_ERROR_LIMIT, _("the equations are too long"), error);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->terms, GUINT_TO_POINTER (number)));
  if (place > 0)
    {
      g_array_index (line->terms, FoiLineTerm, place - 1).factor += factor;
      return TRUE;
    }
  foi_line_add (line, number - 1, factor);
  g_hash_table_insert (self->terms, GUINT_TO_POINTER (number),
                       GUINT_TO_POINTER (line->terms->len));
  return TRUE;
}

static gboolean
read_equation (Reader *self, JsonNode *node, GError **error)
{
  JsonNode *total = foi_json_is_object (node) ? foi_json_get_member (node, "total") : NULL;
  JsonNode *parts = total == NULL ? NULL : foi_json_get_member (node, "parts");
  FoiLine *line;

  if (parts == NULL || !foi_json_is_array (parts))
    return fail (self, node, FOI_ERROR_CONTENT, _("an equation needs “total” and “parts”"), error);
  g_hash_table_remove_all (self->terms);
  line = foi_disclosure_problem_add_line (self->problem);
  if (!read_term (self, line, total, -1, error))
    return FALSE;
  line->total = (int) g_array_index (line->terms, FoiLineTerm, 0).cell;
  for (guint i = 0; i < foi_json_get_n_elements (parts); i++)
    {
      if (!read_term (self, line, foi_json_get_element (parts, i), 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_list (Reader *self, JsonNode *node, const char *key,
           gboolean (*read) (Reader *, JsonNode *, GError **), GError **error)
{
  JsonNode *list = foi_json_get_member (node, key);

  if (list == NULL || !foi_json_is_array (list))
    return fail (self, list == NULL ? node : list, FOI_ERROR_CONTENT,
                 _("a problem needs arrays of “cells” and “equations”"), error);
  if (foi_json_get_n_elements (list) > FOI_DISCLOSURE_MAX_CELLS)
    return fail (self, list, FOI_ERROR_LIMIT, _("this is longer than is reckoned with"), error);
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      if (!read (self, foi_json_get_element (list, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_problem (Reader *self, JsonNode *node, GError **error)
{
  JsonNode *id;

  if (!foi_json_is_object (node))
    return fail (self, node, FOI_ERROR_CONTENT, _("a problem must be an object"), error);
  self->threshold = 0;
  id = foi_json_get_member (node, "id");
  if (id != NULL && !foi_json_is_string (id))
    return fail (self, id, FOI_ERROR_CONTENT, _("this must be text"), error);
  self->problem->id = g_strdup (foi_json_get_string (node, "id", NULL));
  if (!read_integer (self, node, "threshold", &self->threshold, error))
    return FALSE;
  return read_list (self, node, "cells", read_cell, error)
         && read_list (self, node, "equations", read_equation, error);
}

/* Takes one problem up into @problems. */
static gboolean
add_problem (FoiJsonDocument *document, JsonNode *node, GPtrArray *problems, GError **error)
{
  Reader reader = { .document = document, .problem = foi_disclosure_problem_new () };
  gboolean is_good;

  g_ptr_array_add (problems, reader.problem);
  reader.numbers = g_hash_table_new (g_str_hash, g_str_equal);
  reader.terms = g_hash_table_new (NULL, NULL);
  is_good = read_problem (&reader, node, error);
  g_hash_table_unref (reader.numbers);
  g_hash_table_unref (reader.terms);
  return is_good;
}

static gboolean
fail_size (GError **error)
{
  g_autofree char *most = g_format_size (FOI_DISCLOSURE_MAX_BYTES);

  /* Translators: %s is as in: 8 MB */
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
               _("The file is larger than %s, which is more than is reckoned with. Of several "
                 "problems, write some into another file."),
               most);
  return FALSE;
}

/**
 * foi_disclosure_problem_load:
 * @file: a file
 * @error: as from foi_regular_file_load(), or as from foi_disclosure_problem_read()
 *
 * Returns: (transfer full) (nullable): what is in it, for foi_disclosure_problem_read(); no more
 *   is read than that takes.
 */
GBytes *
foi_disclosure_problem_load (GFile *file, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GBytes *bytes = foi_regular_file_load (file, FOI_DISCLOSURE_MAX_BYTES, NULL, &cause);

  if (bytes != NULL)
    return bytes;
  if (g_error_matches (cause, FOI_ERROR, FOI_ERROR_LIMIT))
    return fail_size (error), NULL;
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

/**
 * foi_disclosure_problem_read:
 *
 * Reads a file of problems strictly.
 *
 * Returns: (transfer full) (element-type FoiDisclosureProblem): the problems; else %NULL with
 *   %FOI_ERROR_SYNTAX, %FOI_ERROR_CONTENT or %FOI_ERROR_LIMIT, which says where.
 */
GPtrArray *
foi_disclosure_problem_read (GBytes *bytes, GError **error)
{
  g_autoptr (FoiJsonDocument) document = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  JsonNode *root;

  if (g_bytes_get_size (bytes) > FOI_DISCLOSURE_MAX_BYTES)
    return fail_size (error), NULL;
  document = foi_json_document_read_list (bytes, error);
  if (document == NULL)
    return NULL;
  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_disclosure_problem_free);
  root = foi_json_document_get_root (document);
  if (!foi_json_is_array (root))
    return add_problem (document, root, problems, error) ? g_steal_pointer (&problems) : NULL;
  for (guint i = 0; i < foi_json_get_n_elements (root); i++)
    {
      if (!add_problem (document, foi_json_get_element (root, i), problems, error))
        return NULL;
    }
  return g_steal_pointer (&problems);
}
