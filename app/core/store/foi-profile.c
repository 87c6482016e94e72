/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-profile.h"

#include <glib/gi18n-lib.h>

#include "foi-case-check.h"
#include "foi-case-writer-private.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-faults.h"
#include "foi-json-edit.h"
#include "foi-regular-file.h"
#include "foi-task.h"

static const char *const file_only[] = { "format", "version" };

/**
 * foi_profile_new:
 *
 * Returns: (transfer full): a profile that says nothing yet.
 */
JsonNode *
foi_profile_new (void)
{
  return foi_json_new_object ();
}

static gboolean
check_version (JsonNode *root, GError **error)
{
  if (foi_json_get_integer (root, "version", FOI_PROFILE_VERSION) <= FOI_PROFILE_VERSION)
    return TRUE;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                       _("This profile was made by a newer version of FOI Desk; use that one to "
                         "change it"));
  return FALSE;
}

static JsonNode *
read_profile (FoiFaults *faults, JsonNode *root, GError **error)
{
  g_autoptr (JsonNode) profile = json_node_ref (root);

  foi_case_check_object (faults, root, &foi_shape_profile, FALSE);
  if (faults->list->len > 0)
    {
      const FoiFault *first = g_ptr_array_index (faults->list, 0);

      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, "%u:%u: %s: %s", first->line,
                   first->column, first->path, first->message);
      return NULL;
    }
  if (!check_version (root, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (file_only); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&profile);

      profile = foi_json_set_member (before, file_only[i], NULL, NULL);
    }
  return g_steal_pointer (&profile);
}

/**
 * foi_profile_parse:
 * @faults: (out) (optional) (nullable) (transfer full) (element-type FoiFault): every fault
 * @error: %FOI_ERROR_SYNTAX, %FOI_ERROR_CONTENT, %FOI_ERROR_LIMIT, or %FOI_ERROR_REFUSED for a
 *   newer version
 *
 * Reads the profile of an authority, strictly.
 *
 * Returns: (transfer full) (nullable): the profile.
 */
JsonNode *
foi_profile_parse (GBytes *bytes, GPtrArray **faults, GError **error)
{
  g_autoptr (FoiJsonDocument) document = NULL;
  g_autoptr (JsonNode) profile = NULL;
  g_autoptr (GError) failed = NULL;
  g_auto (FoiFaults) found = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (faults != NULL)
    *faults = NULL;
  document = foi_json_document_read (bytes, FALSE, NULL, &failed);
  if (document == NULL)
    {
      if (faults != NULL)
        *faults = foi_faults_new_for_syntax (failed);
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  foi_faults_init (&found, document);
  profile = read_profile (&found, foi_json_document_get_root (document), error);
  if (profile == NULL && faults != NULL && found.list->len > 0)
    {
      foi_faults_sort (&found);
      *faults = g_ptr_array_ref (found.list);
    }
  return g_steal_pointer (&profile);
}

/**
 * foi_profile_load:
 * @file: a profile
 * @faults: as from foi_profile_parse()
 * @error: as from foi_profile_parse(), or %G_IO_ERROR
 *
 * Reads the file of a profile.
 *
 * Returns: (transfer full) (nullable): the profile.
 */
JsonNode *
foi_profile_load (GFile *file, GPtrArray **faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (faults != NULL)
    *faults = NULL;
  stream = foi_regular_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  bytes = foi_case_file_read_bytes (G_INPUT_STREAM (stream), cancellable, error);
  return bytes != NULL ? foi_profile_parse (bytes, faults, error) : NULL;
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  JsonNode *profile = foi_profile_load (G_FILE (source), NULL, cancellable, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) json_node_unref);
  else
    g_task_return_error (task, error);
}

/**
 * foi_profile_load_async:
 * @file: a profile
 *
 * Reads the file of a profile in a thread: it may lie on another machine.
 */
void
foi_profile_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, foi_profile_load_async);
  foi_task_run_in_thread (task, load_thread);
}

/**
 * foi_profile_load_finish:
 * @error: as from foi_profile_load()
 *
 * Returns: (transfer full) (nullable): the profile.
 */
JsonNode *
foi_profile_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, foi_profile_load_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * foi_profile_write:
 * @profile: a profile, as from foi_profile_parse() or a case
 *
 * Returns: (transfer full): its file, in the canonical form.
 */
GBytes *
foi_profile_write (JsonNode *profile)
{
  g_autoptr (JsonNode) format = foi_json_new_string ("uk-foi-authority");
  g_autoptr (JsonNode) version = foi_json_new_integer (FOI_PROFILE_VERSION);
  g_autoptr (JsonNode) with_format = NULL;
  g_autoptr (JsonNode) root = NULL;
  GString *text = g_string_new (NULL);
  FoiCaseWriter writer = { 0 };

  g_return_val_if_fail (foi_json_is_object (profile), NULL);

  with_format = foi_json_set_member (profile, "format", format, NULL);
  root = foi_json_set_member (with_format, "version", version, NULL);
  foi_json_writer_init (&writer.json, text, 0);
  foi_case_writer_write_object (&writer, NULL, root, &foi_shape_profile);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

/* Whether the file says what it said when it was read, or already what it shall. */
static gboolean
check_conflict (GFile *file, JsonNode *expected, JsonNode *profile, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (JsonNode) current = foi_profile_load (file, NULL, cancellable, &failed);

  if (current == NULL && g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (current == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if ((expected != NULL && foi_json_equal (current, expected)) || foi_json_equal (current, profile))
    return TRUE;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                       _("The profile was not saved: somebody else changed it after you opened "
                         "it"));
  return FALSE;
}

/**
 * foi_profile_save:
 * @expected: (nullable): the profile as it was read from @file, or saved there last; %NULL where
 *   there is no file yet
 * @error: %FOI_ERROR_CONFLICT where a colleague changed it since, as from foi_profile_load() where
 *   it can be read no more, %G_IO_ERROR or %G_FILE_ERROR; the file is then as it was
 *
 * Writes the file of a profile durably, reading it again before; makes its folder where that is not
 * there. A file that was removed meanwhile is written anew.
 *
 * Returns: whether it is written.
 */
gboolean
foi_profile_save (JsonNode *profile, JsonNode *expected, GFile *file, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (foi_json_is_object (profile), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!check_conflict (file, expected, profile, cancellable, error))
    return FALSE;
  folder = g_file_get_parent (file);
  if (folder != NULL && !g_file_make_directory_with_parents (folder, cancellable, &failed)
      && !g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  bytes = foi_profile_write (profile);
  return foi_durable_write (file, bytes, cancellable, error);
}

/**
 * foi_profile_get_node:
 * @path: "review/window/n"
 *
 * Returns: (transfer none) (nullable): what stands there.
 */
JsonNode *
foi_profile_get_node (JsonNode *profile, const char *path)
{
  g_auto (GStrv) keys = NULL;
  JsonNode *node = profile;

  g_return_val_if_fail (path != NULL, NULL);

  keys = g_strsplit (path, "/", -1);
  for (guint i = 0; keys[i] != NULL && node != NULL; i++)
    node = foi_json_get_member (node, keys[i]);
  return node;
}

static JsonNode *
set_in (JsonNode *object, const FoiShape *shape, char **keys, JsonNode *value)
{
  g_autofree const char **known = shape != NULL ? foi_shape_dup_keys (shape) : NULL;
  const FoiShapeMember *member = shape != NULL ? foi_shape_find_member (shape, keys[0]) : NULL;
  JsonNode *before = foi_json_get_member (object, keys[0]);
  g_autoptr (JsonNode) inner = NULL;
  g_autoptr (JsonNode) empty = NULL;

  if (keys[1] == NULL)
    return foi_json_set_member (object, keys[0], value, known);
  if (!foi_json_is_object (before))
    before = empty = foi_json_new_object ();
  inner = set_in (before, member != NULL ? member->shape : NULL, keys + 1, value);
  if (json_object_get_size (json_node_get_object (inner)) == 0)
    return foi_json_set_member (object, keys[0], NULL, known);
  return foi_json_set_member (object, keys[0], inner, known);
}

/**
 * foi_profile_with_node:
 * @path: as in foi_profile_get_node()
 * @value: (nullable): sealed; %NULL takes it away, and the objects around it that then are empty
 *
 * Returns: (transfer full): the changed profile, sealed.
 */
JsonNode *
foi_profile_with_node (JsonNode *profile, const char *path, JsonNode *value)
{
  g_auto (GStrv) keys = NULL;

  g_return_val_if_fail (foi_json_is_object (profile), NULL);
  g_return_val_if_fail (path != NULL && path[0] != '\0', NULL);

  keys = g_strsplit (path, "/", -1);
  return set_in (profile, &foi_shape_profile, keys, value);
}

static JsonNode *
take_change (JsonNode *merged, const char *path, JsonNode *base, JsonNode *mine);

/* Takes @merged over. */
static JsonNode *
take_changes (JsonNode *merged, const char *path, JsonNode *base, JsonNode *mine)
{
  JsonNode *const sides[] = { base, mine };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      JsonObjectIter iter;
      const char *key;

      json_object_iter_init (&iter, json_node_get_object (sides[i]));
      while (json_object_iter_next (&iter, &key, NULL))
        {
          g_autofree char *place = path != NULL ? g_strconcat (path, "/", key, NULL)
                                                : g_strdup (key);

          merged = take_change (merged, place, foi_json_get_member (base, key),
                                foi_json_get_member (mine, key));
        }
    }
  return merged;
}

static JsonNode *
take_change (JsonNode *merged, const char *path, JsonNode *base, JsonNode *mine)
{
  JsonNode *changed;

  if (base == mine || (base != NULL && mine != NULL && foi_json_equal (base, mine)))
    return merged;
  if (foi_json_is_object (base) && foi_json_is_object (mine))
    return take_changes (merged, path, base, mine);
  changed = foi_profile_with_node (merged, path, mine);
  json_node_unref (merged);
  return changed;
}

/**
 * foi_profile_merge:
 * @base: the profile that both began with
 * @mine: as one person changed it
 * @theirs: as another did
 *
 * Returns: (transfer full): @theirs with what is changed in @mine; where both changed the same
 *   thing, it is as in @mine.
 */
JsonNode *
foi_profile_merge (JsonNode *base, JsonNode *mine, JsonNode *theirs)
{
  g_return_val_if_fail (foi_json_is_object (base) && foi_json_is_object (mine), NULL);
  g_return_val_if_fail (foi_json_is_object (theirs), NULL);
  return take_changes (json_node_ref (theirs), NULL, base, mine);
}
