/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"

typedef struct archive Archive;

struct _FoiZip
{
  GBytes *bytes;
  GPtrArray *entries;
  GHashTable *names; /* to the entry */
  gint64 n_read;     /* inflated so far, in all */
};

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

static void
free_entry (gpointer data)
{
  FoiZipEntry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
               _("The file is damaged: it can only be read in part. Save it again where it came "
                 "from."));
  return FALSE;
}

static gboolean
fail_large (const char *name, GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
               _("%s: it is packed so that it would fill the memory, as no spreadsheet is"), name);
  return FALSE;
}

static Archive *
open_archive (FoiZip *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (self->bytes, &size);

  /* Nothing but ZIP: libarchive would try seven more formats, and filters around them. */
  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      fail_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&archive);
}

static gboolean
add_entry (FoiZip *self, struct archive_entry *entry, gint64 *total, GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  gint64 size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;
  gint64 packed = (gint64) g_bytes_get_size (self->bytes);
  FoiZipEntry *added;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return fail_damaged (error);
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (
          error, FOI_ERROR, FOI_ERROR_REFUSED,
          _("The file is protected by a password. Open it where it came from, and save it "
                     "without one."));
      return FALSE;
    }
  *total += size;
  if (size < 0 || size > FOI_ZIP_MAX_ENTRY || *total > FOI_ZIP_MAX_TOTAL
      || (size > FOI_ZIP_SMALL && size / FOI_ZIP_MAX_RATIO > packed)
      || self->entries->len >= FOI_ZIP_MAX_ENTRIES)
    return fail_large (name, error);
  /* Of two parts of one name nobody can say which a program would show. */
  if (g_hash_table_contains (self->names, name))
    return fail_damaged (error);
  added = g_new (FoiZipEntry, 1);
  added->name = g_strdup (name);
  added->size = size;
  g_ptr_array_add (self->entries, added);
  g_hash_table_insert (self->names, added->name, added);
  return TRUE;
}

static gboolean
list_entries (FoiZip *self, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  struct archive_entry *entry;
  gint64 total = 0;
  int result;

  if (archive == NULL)
    return FALSE;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || result == ARCHIVE_WARN)
    {
      if (!add_entry (self, entry, &total, error))
        return FALSE;
    }
  if (result != ARCHIVE_EOF || self->entries->len == 0)
    return fail_damaged (error);
  return TRUE;
}

/**
 * foi_zip_is:
 * @bytes: a file
 *
 * Returns: whether it begins as a ZIP archive does.
 */
gboolean
foi_zip_is (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0);
}

/**
 * foi_zip_new:
 * @bytes: a file
 * @error: set to %FOI_ERROR_SYNTAX, %FOI_ERROR_LIMIT or, for an encrypted one, %FOI_ERROR_REFUSED
 *
 * Lists the parts of an archive; nothing is unpacked yet.
 *
 * Returns: (transfer full) (nullable): the archive.
 */
FoiZip *
foi_zip_new (GBytes *bytes, GError **error)
{
  g_autoptr (FoiZip) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (FoiZip, 1);
  self->bytes = g_bytes_ref (bytes);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  if (!list_entries (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * foi_zip_free:
 * @self: (nullable): an archive
 *
 * Frees it.
 */
void
foi_zip_free (FoiZip *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->entries);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * foi_zip_get_entries:
 * @self: an archive
 *
 * Returns: (transfer none) (element-type FoiZipEntry): its parts, in the order of the file.
 */
GPtrArray *
foi_zip_get_entries (FoiZip *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

/**
 * foi_zip_find:
 * @self: an archive
 * @name: the name of a part
 *
 * Returns: (transfer none) (nullable): the part, or %NULL if there is none.
 */
const FoiZipEntry *
foi_zip_find (FoiZip *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_hash_table_lookup (self->names, name);
}

static gboolean
read_blocks (FoiZip *self, Archive *archive, const FoiZipEntry *entry, FoiZipFunc func,
             gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 n_read = 0;
  const void *block;
  gsize length;
  la_int64_t offset;
  int result;

  while ((result = archive_read_data_block (archive, &block, &length, &offset)) == ARCHIVE_OK)
    {
      gint64 packed = MAX (archive_filter_bytes (archive, -1), 1);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_read += (gint64) length;
      self->n_read += (gint64) length;
      if (n_read > FOI_ZIP_MAX_ENTRY || self->n_read > 4 * FOI_ZIP_MAX_TOTAL
          || (n_read > FOI_ZIP_SMALL && n_read / FOI_ZIP_MAX_RATIO > packed))
        return fail_large (entry->name, error);
      if (n_read > entry->size)
        return fail_damaged (error);
      if (length > 0 && !func (block, length, data, error))
        return FALSE;
    }
  return result == ARCHIVE_EOF && n_read == entry->size ? TRUE : fail_damaged (error);
}

/**
 * foi_zip_read:
 * @self: an archive
 * @name: the name of a part
 * @func: takes its bytes, in pieces
 * @data: for @func
 * @cancellable: (nullable): stops between pieces
 * @error: set to %FOI_ERROR_NOT_FOUND, %FOI_ERROR_SYNTAX, %FOI_ERROR_LIMIT or what @func says
 *
 * Unpacks a part. What comes out is held in memory in pieces only.
 *
 * Returns: whether all of it was read.
 */
gboolean
foi_zip_read (FoiZip *self, const char *name, FoiZipFunc func, gpointer data,
              GCancellable *cancellable, GError **error)
{
  const FoiZipEntry *wanted;
  g_autoptr (Archive) archive = NULL;
  struct archive_entry *entry;

  g_return_val_if_fail (self != NULL && name != NULL && func != NULL, FALSE);

  wanted = foi_zip_find (self, name);
  if (wanted == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   _("The file is damaged: “%s” is missing in it."), name);
      return FALSE;
    }
  archive = open_archive (self, error);
  if (archive == NULL)
    return FALSE;
  while (archive_read_next_header (archive, &entry) >= ARCHIVE_WARN)
    {
      const char *found = archive_entry_pathname_utf8 (entry);

      if (found == NULL)
        found = archive_entry_pathname (entry);
      if (g_strcmp0 (found, name) == 0)
        return read_blocks (self, archive, wanted, func, data, cancellable, error);
    }
  return fail_damaged (error);
}

typedef struct
{
  GString *text;
  const char *name;
  gsize limit;
} Loading;

static gboolean
append_piece (const char *bytes, gsize length, gpointer data, GError **error)
{
  Loading *loading = data;

  if (loading->text->len + length > loading->limit)
    return fail_large (loading->name, error);
  g_string_append_len (loading->text, bytes, (gssize) length);
  return TRUE;
}

/**
 * foi_zip_load:
 * @self: an archive
 * @name: the name of a part
 * @limit: how many bytes it may have
 * @error: as foi_zip_read()
 *
 * Returns: (transfer full) (nullable): all of a small part, ended by a zero.
 */
char *
foi_zip_load (FoiZip *self, const char *name, gsize limit, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Loading loading = { text, name, limit };

  if (!foi_zip_read (self, name, append_piece, &loading, NULL, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
