/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recovery.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "foi-durable.h"
#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"

/*
 * A journal is one file in a folder of the user's own: a first line of JSON that says what it is,
 * and below it the case as it would have been saved. One window has one journal, under a name of
 * its own, and writing replaces it durably: were journals named after the case's file, opening it
 * again would write over work that nobody has answered for yet.
 */
#define SUFFIX ".recovery"
#define FORMAT "foi-recovery"

/* The first line is a place, a token and two numbers. */
#define MAX_HEADER (64 * 1024)

static char *
dup_journal_path (const char *folder, const char *name)
{
  g_autofree char *file_name = g_strconcat (name, SUFFIX, NULL);

  return g_build_filename (folder, file_name, NULL);
}

/* "key": "text" behind a comma; the line must stay one, so no writer with an indent. */
static void
append_string (GString *line, const char *key, const char *text)
{
  g_string_append_printf (line, ", \"%s\": ", key);
  foi_json_write_text (line, text, strlen (text));
}

static GBytes *
make_journal (const char *place, const char *revision, gint64 time, GBytes *bytes)
{
  GString *journal = g_string_sized_new (g_bytes_get_size (bytes) + 1024);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_string_append (journal, "{\"format\": \"" FORMAT "\", \"version\": 1");
  append_string (journal, "place", place);
  if (revision != NULL)
    append_string (journal, "revision", revision);
  g_string_append_printf (journal, ", \"time\": %" G_GINT64_FORMAT, time);
  append_string (journal, "sha256", hash);
  g_string_append (journal, "}\n");
  g_string_append_len (journal, data, (gssize) length);
  return g_string_free_to_bytes (journal);
}

/**
 * foi_recovery_write:
 * @folder: where journals are kept; it is made, for its owner only, if it is not there
 * @name: the journal's own, which can be part of a path
 * @place: the URI of the case file, or a name for a case that was never saved
 * @revision: (nullable): the token of the file on which the work builds
 * @time: now, in seconds since 1970
 * @bytes: the case as it would be saved: foi_case_file_write()
 * @error: %G_IO_ERROR or %G_FILE_ERROR
 *
 * Writes the journal of a case, durably, in the place of the last one of that name. It can
 * be called in any thread.
 *
 * Returns: whether it is there.
 */
gboolean
foi_recovery_write (const char *folder, const char *name, const char *place, const char *revision,
                    gint64 time, GBytes *bytes, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) journal = NULL;

  g_return_val_if_fail (folder != NULL && name != NULL && strchr (name, '/') == NULL, FALSE);
  g_return_val_if_fail (place != NULL && bytes != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  path = dup_journal_path (folder, name);
  journal = make_journal (place, revision, time, bytes);
  return foi_durable_write_path (path, journal, 0600, error);
}

static char *
dup_name (const char *path)
{
  char *name = g_path_get_basename (path);

  name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

/* Reads the first line; NULL where the file is no journal. */
static FoiRecovery *
parse_header (const char *path, const char *line, gsize length, char **hash)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, length);
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, FALSE, NULL, NULL);
  JsonNode *root = document != NULL ? foi_json_document_get_root (document) : NULL;
  const char *place = root != NULL ? foi_json_get_string (root, "place", NULL) : NULL;
  FoiRecovery *recovery;

  if (place == NULL || strcmp (foi_json_get_string (root, "format", ""), FORMAT) != 0
      || foi_json_get_integer (root, "version", 0) != 1)
    return NULL;
  if (hash != NULL)
    *hash = g_strdup (foi_json_get_string (root, "sha256", ""));
  recovery = g_new0 (FoiRecovery, 1);
  recovery->path = g_strdup (path);
  recovery->name = dup_name (path);
  recovery->place = g_strdup (place);
  recovery->revision = g_strdup (foi_json_get_string (root, "revision", NULL));
  recovery->time = foi_json_get_integer (root, "time", 0);
  return recovery;
}

static FoiRecovery *
read_header (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *start = g_malloc (MAX_HEADER);
  const char *end;
  gsize length;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, MAX_HEADER, &length, NULL,
                                   NULL))
    return NULL;
  end = memchr (start, '\n', length);
  return end != NULL ? parse_header (path, start, (gsize) (end - start), NULL) : NULL;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const FoiRecovery *first = *(FoiRecovery *const *) a;
  const FoiRecovery *second = *(FoiRecovery *const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;
  return strcmp (first->place, second->place);
}

/**
 * foi_recovery_list:
 * @folder: where journals are kept
 *
 * Returns: (transfer full) (element-type FoiRecovery): the journals there, the latest first. What
 *   is no journal is passed over.
 */
GPtrArray *
foi_recovery_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_recovery_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, list);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      FoiRecovery *recovery = NULL;

      if (g_str_has_suffix (name, SUFFIX))
        recovery = read_header (path);
      if (recovery != NULL)
        g_ptr_array_add (list, recovery);
    }
  g_ptr_array_sort (list, compare_times);
  return list;
}

/**
 * foi_recovery_read:
 * @recovery: a journal
 * @error: %G_FILE_ERROR, or %FOI_ERROR_CONTENT where it is not what was written
 *
 * Returns: (transfer full) (nullable): the case in it, for foi_case_file_parse().
 */
GBytes *
foi_recovery_read (const FoiRecovery *recovery, GError **error)
{
  g_autoptr (FoiRecovery) header = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *found = NULL;
  char *contents;
  gsize length;
  const char *end;

  g_return_val_if_fail (recovery != NULL, NULL);

  if (!g_file_get_contents (recovery->path, &contents, &length, error))
    return NULL;
  whole = g_bytes_new_take (contents, length);
  end = memchr (contents, '\n', length);
  if (end != NULL)
    header = parse_header (recovery->path, contents, (gsize) (end - contents), &hash);
  if (header != NULL)
    {
      gsize start = (gsize) (end - contents) + 1;

      bytes = g_bytes_new_from_bytes (whole, start, length - start);
      found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  if (found == NULL || strcmp (found, hash) != 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("%s: what was kept of the unsaved work is damaged"), recovery->path);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/**
 * foi_recovery_discard:
 * @folder: where journals are kept
 * @name: as it was given to foi_recovery_write()
 * @error: %G_IO_ERROR
 *
 * Removes the journal of a case: it was saved, or closed without saving.
 *
 * Returns: whether there is none now.
 */
gboolean
foi_recovery_discard (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL && name != NULL, FALSE);

  path = dup_journal_path (folder, name);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

/**
 * foi_recovery_free:
 * @recovery: (transfer full): a journal
 *
 * Frees what is known of it; the journal stays.
 */
void
foi_recovery_free (FoiRecovery *recovery)
{
  if (recovery == NULL)
    return;
  g_free (recovery->path);
  g_free (recovery->name);
  g_free (recovery->place);
  g_free (recovery->revision);
  g_free (recovery);
}
