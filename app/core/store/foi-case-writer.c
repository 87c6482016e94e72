/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-writer.h"

#include <glib/gi18n-lib.h>

#include "foi-case-file.h"
#include "foi-case-follow.h"
#include "foi-case-writer-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-json-value.h"

static gboolean
has_objects (JsonNode *array)
{
  for (guint i = 0; i < foi_json_get_n_elements (array); i++)
    {
      JsonNode *element = foi_json_get_element (array, i);

      if (foi_json_is_object (element) || (foi_json_is_array (element) && has_objects (element)))
        return TRUE;
    }
  return FALSE;
}

static void
write_value (FoiCaseWriter *self, const char *key, JsonNode *node, const FoiShape *shape)
{
  if (shape != NULL && foi_json_is_object (node))
    foi_case_writer_write_object (self, key, node, shape);
  else if (shape != NULL && foi_json_is_array (node) && has_objects (node))
    {
      foi_json_writer_begin_array (&self->json, key);
      for (guint i = 0; i < foi_json_get_n_elements (node); i++)
        {
          write_value (self, NULL, foi_json_get_element (node, i), shape);
          foi_case_writer_flush (self, FOI_CASE_WRITER_PIECE);
        }
      foi_json_writer_end_array (&self->json);
    }
  else
    foi_json_writer_add_node (&self->json, key, node);
}

static void
write_member (FoiCaseWriter *self, const char *key, JsonNode *node, const FoiShape *shape)
{
  const FoiShapeMember *member = foi_shape_find_member (shape, key);

  if (shape == &foi_shape_file && g_str_equal (key, "resources"))
    foi_case_writer_write_tables (self);
  else if (shape == &foi_shape_resource && g_str_equal (key, "data"))
    foi_case_writer_write_data (self);
  else if (shape == &foi_shape_schema && g_str_equal (key, "fields"))
    foi_case_writer_write_fields (self);
  else if (shape == &foi_shape_internal && g_str_equal (key, "fields"))
    foi_case_writer_write_left_out (self, node);
  else if (shape == &foi_shape_left_out && g_str_equal (key, "data") && self->table != NULL)
    foi_case_writer_write_left_out_data (self);
  else
    write_value (self, key, node, member != NULL ? member->shape : NULL);
}

/**
 * foi_case_writer_write_object:
 * @key: (nullable): its key
 * @node: an object
 * @shape: what kind of object it is
 *
 * Writes an object, its members in the order of its kind.
 */
void
foi_case_writer_write_object (FoiCaseWriter *self, const char *key, JsonNode *node,
                              const FoiShape *shape)
{
  g_autofree const char **known = foi_shape_dup_keys (shape);
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GPtrArray) keys = foi_json_order_keys (object, known);

  foi_json_writer_begin_object (&self->json, key);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *name = g_ptr_array_index (keys, i);

      write_member (self, name, json_object_get_member (object, name), shape);
    }
  foi_json_writer_end_object (&self->json);
}

/*
 * foi_case_writer_flush:
 * @least: of so many bytes
 *
 * Hands on what is written by now, where somebody takes it.
 */
void
foi_case_writer_flush (FoiCaseWriter *self, gsize least)
{
  GString *text = self->json.out;

  if (self->sink == NULL || text->len < least)
    return;
  self->length += text->len;
  if (self->error == NULL && self->length <= FOI_JSON_MAX_BYTES)
    self->sink (text->str, text->len, self->data, &self->error);
  g_string_truncate (text, 0);
}

static void
write_file (FoiCaseWriter *self, const char *revision)
{
  g_autoptr (FoiCaseState) placed = foi_case_follow_places (self->state);
  g_autoptr (JsonNode) root = foi_case_prepare_root (placed, revision);
  g_autoptr (GString) scratch = g_string_new (NULL);

  self->state = placed;
  self->scratch = scratch;
  foi_case_writer_write_object (self, NULL, root, &foi_shape_file);
  g_string_append_c (self->json.out, '\n');
}

static gboolean
check_length (guint64 length, GError **error)
{
  if (length <= FOI_JSON_MAX_BYTES)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
               _("The case is larger than %u MiB, the most that can be read again"),
               (guint) (FOI_JSON_MAX_BYTES / (1024 * 1024)));
  return FALSE;
}

/**
 * foi_case_write:
 * @state: a case
 * @revision: (nullable): the token to write instead of the case's own
 * @error: %FOI_ERROR_LIMIT
 *
 * Writes a case in its canonical form: the same case always gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file.
 */
GBytes *
foi_case_write (FoiCaseState *state, const char *revision, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FoiCaseWriter writer = { .state = state };

  foi_json_writer_init (&writer.json, text, 0);
  write_file (&writer, revision);
  if (!check_length (text->len, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/**
 * foi_case_write_to:
 * @state: a case
 * @revision: (nullable): the token to write instead of the case's own
 * @sink: gets the file, piece by piece
 * @data: for @sink
 * @error: %FOI_ERROR_LIMIT, after some of it went to @sink; or what @sink said
 *
 * Writes the same bytes as foi_case_write(), of which a large case has as many again as it takes in
 * memory, without ever holding all of them.
 *
 * Returns: whether @sink took all.
 */
gboolean
foi_case_write_to (FoiCaseState *state, const char *revision, FoiCaseSink sink, gpointer data,
                   GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (2 * FOI_CASE_WRITER_PIECE);
  FoiCaseWriter writer = { .state = state, .sink = sink, .data = data };

  g_return_val_if_fail (state != NULL && sink != NULL, FALSE);

  foi_json_writer_init (&writer.json, text, 0);
  write_file (&writer, revision);
  foi_case_writer_flush (&writer, 0);
  if (writer.error == NULL)
    return check_length (writer.length, error);
  g_propagate_error (error, writer.error);
  return FALSE;
}

/**
 * foi_case_file_write:
 * @state: a case
 * @error: %FOI_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable): the case as a file, with the revision token it has.
 */
GBytes *
foi_case_file_write (FoiCaseState *state, GError **error)
{
  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return foi_case_write (state, NULL, error);
}
