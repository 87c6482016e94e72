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
#include "foi-regular-file.h"
#include "foi-typed-text.h"

/*
 * A journal is one file in a folder of the user's own: a first line of JSON that says what it is, a
 * second with what was typed and is not in the case, where there is any, and below them the case as
 * it would have been saved. One window has one journal, under a name of
 * its own, and writing replaces it durably: were journals named after the case's file, opening it
 * again would write over work that nobody has answered for yet.
 */
#define SUFFIX ".recovery"
#define FORMAT "foi-recovery"

/* The first line is a place, a token, two sums and two numbers. */
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

/* {"typed": [{"row": 3, "table": "calls", …}, …]} on a line of its own; nothing for none. */
static void
append_typed (GString *above, GPtrArray *typed)
{
  for (guint i = 0; typed != NULL && i < typed->len; i++)
    {
      const FoiTypedText *entry = g_ptr_array_index (typed, i);

      g_string_append_printf (above, "%s{\"row\": %u", i == 0 ? "{\"typed\": [" : ", ", entry->row);
      append_string (above, "table", entry->table);
      append_string (above, "column", entry->column);
      append_string (above, "text", entry->text);
      append_string (above, "reason", entry->reason);
      g_string_append_c (above, '}');
    }
  if (above->len > 0)
    g_string_append (above, "]}\n");
}

static GBytes *
make_journal (const FoiRecovery *recovery, GBytes *bytes, GPtrArray *typed)
{
  GString *journal = g_string_sized_new (g_bytes_get_size (bytes) + 1024);
  g_autoptr (GString) above = g_string_new (NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  append_typed (above, typed);
  g_checksum_update (sum, (const guchar *) above->str, (gssize) above->len);
  g_checksum_update (sum, data, (gssize) length);
  g_string_append (journal, "{\"format\": \"" FORMAT "\", \"version\": 1");
  append_string (journal, "place", recovery->place);
  if (recovery->mark.revision != NULL)
    append_string (journal, "revision", recovery->mark.revision);
  if (recovery->mark.checksum != NULL)
    append_string (journal, "file_sha256", recovery->mark.checksum);
  g_string_append_printf (journal, ", \"time\": %" G_GINT64_FORMAT, recovery->time);
  g_string_append_printf (journal, ", \"typed\": %" G_GSIZE_FORMAT, above->len);
  append_string (journal, "sha256", g_checksum_get_string (sum));
  g_string_append (journal, "}\n");
  g_string_append_len (journal, above->str, (gssize) above->len);
  g_string_append_len (journal, (const char *) data, (gssize) length);
  return g_string_free_to_bytes (journal);
}

/**
 * foi_recovery_dup_folder:
 *
 * Returns: (transfer full): where the journals of this person's cases are kept.
 */
char *
foi_recovery_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "foi-desk", "recovery", NULL);
}

/**
 * foi_recovery_write:
 * @folder: where journals are kept; it is made, for its owner only, if it is not there
 * @recovery: what the journal is of: name, place, mark and time
 * @bytes: the case as it would be saved: foi_case_file_write()
 * @typed: (nullable) (element-type FoiTypedText): what is typed into its cells and is no value
 * @error: %G_IO_ERROR or %G_FILE_ERROR
 *
 * Writes the journal of a case, durably, in the place of the last one of that name. It can
 * be called in any thread.
 *
 * Returns: whether it is there.
 */
gboolean
foi_recovery_write (const char *folder, const FoiRecovery *recovery, GBytes *bytes,
                    GPtrArray *typed, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) journal = NULL;

  g_return_val_if_fail (folder != NULL && recovery != NULL && bytes != NULL, FALSE);
  g_return_val_if_fail (recovery->name != NULL && strchr (recovery->name, '/') == NULL, FALSE);
  g_return_val_if_fail (recovery->place != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  path = dup_journal_path (folder, recovery->name);
  journal = make_journal (recovery, bytes, typed);
  return foi_durable_write_path (path, journal, 0600, error);
}

static char *
dup_name (const char *path)
{
  char *name = g_path_get_basename (path);

  name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

/* What only who reads the whole of it needs. */
typedef struct
{
  char  *hash;
  gint64 typed;   /* the length of what was typed, above the case */
} Contents;

/* Reads the first line; NULL where the file is no journal. */
static FoiRecovery *
parse_header (const char *path, const char *line, gsize length, Contents *contents)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, length);
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, FALSE, NULL, NULL);
  JsonNode *root = document != NULL ? foi_json_document_get_root (document) : NULL;
  const char *place = root != NULL ? foi_json_get_string (root, "place", NULL) : NULL;
  FoiRecovery *recovery;

  if (place == NULL || strcmp (foi_json_get_string (root, "format", ""), FORMAT) != 0
      || foi_json_get_integer (root, "version", 0) != 1)
    return NULL;
  if (contents != NULL)
    *contents = (Contents) { g_strdup (foi_json_get_string (root, "sha256", "")),
                             foi_json_get_integer (root, "typed", 0) };
  recovery = g_new0 (FoiRecovery, 1);
  recovery->path = g_strdup (path);
  recovery->name = dup_name (path);
  recovery->place = g_strdup (place);
  foi_file_mark_set (&recovery->mark, foi_json_get_string (root, "revision", NULL),
                     foi_json_get_string (root, "file_sha256", NULL));
  recovery->time = foi_json_get_integer (root, "time", 0);
  return recovery;
}

static FoiRecovery *
read_header (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = foi_regular_file_read (file, NULL, NULL);
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

static GPtrArray *
parse_typed (GBytes *line)
{
  GPtrArray *typed = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_typed_text_free);
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (line, FALSE, NULL, NULL);
  JsonNode *root = document != NULL ? foi_json_document_get_root (document) : NULL;
  JsonNode *list = root != NULL ? foi_json_get_member (root, "typed") : NULL;

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *entry = foi_json_get_element (list, i);
      const gint64 row = foi_json_get_integer (entry, "row", -1);

      if (row >= 0 && row <= G_MAXUINT)
        g_ptr_array_add (typed, foi_typed_text_new (foi_json_get_string (entry, "table", ""),
                                                    (guint) row,
                                                    foi_json_get_string (entry, "column", ""),
                                                    foi_json_get_string (entry, "text", ""),
                                                    foi_json_get_string (entry, "reason", "")));
    }
  return typed;
}

/* What stands below the first line of a whole journal; NULL where it is not what was written. */
static GBytes *
find_body (GBytes *whole, const char *path, Contents *contents)
{
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);
  const char *end = length > 0 ? memchr (data, '\n', length) : NULL;
  g_autoptr (FoiRecovery) header = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *found = NULL;
  gsize start;

  if (end != NULL)
    header = parse_header (path, data, (gsize) (end - data), contents);
  if (header == NULL)
    return NULL;
  start = (gsize) (end - data) + 1;
  body = g_bytes_new_from_bytes (whole, start, length - start);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
  if (!g_str_equal (found, contents->hash) || contents->typed < 0
      || (guint64) contents->typed > length - start)
    return NULL;
  return g_steal_pointer (&body);
}

/**
 * foi_recovery_read:
 * @recovery: a journal
 * @typed: (out) (optional) (nullable) (transfer full) (element-type FoiTypedText): what was typed
 *   into its cells and is not in the case
 * @error: as from foi_regular_file_load(), or %FOI_ERROR_CONTENT where it is not what was written
 *
 * Returns: (transfer full) (nullable): the case in it, for foi_case_file_parse().
 */
GBytes *
foi_recovery_read (const FoiRecovery *recovery, GPtrArray **typed, GError **error)
{
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) above = NULL;
  Contents contents = { NULL, 0 };
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (recovery != NULL, NULL);

  if (typed != NULL)
    *typed = NULL;
  file = g_file_new_for_path (recovery->path);
  whole = foi_regular_file_load (file, 0, NULL, error);
  if (whole == NULL)
    return NULL;
  body = find_body (whole, recovery->path, &contents);
  g_free (contents.hash);
  if (body == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("%s: what was kept of the unsaved work is damaged"), recovery->path);
      return NULL;
    }
  above = g_bytes_new_from_bytes (body, 0, (gsize) contents.typed);
  if (typed != NULL)
    *typed = parse_typed (above);
  return g_bytes_new_from_bytes (body, (gsize) contents.typed,
                                 g_bytes_get_size (body) - (gsize) contents.typed);
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
  foi_file_mark_clear (&recovery->mark);
  g_free (recovery);
}
