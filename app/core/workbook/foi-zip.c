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
  Archive *archive;  /* stands behind the part that was read last, or NULL */
  guint next;        /* the index of the part that it gives next */
  gint64 n_passed;   /* headers so far that were gone past to find a part, in all */
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
               _("The file is packed so that a part of it, “%s”, would fill the memory, as no "
                 "spreadsheet is. Do not open it before you know who made it."),
               name);
  return FALSE;
}

static gboolean
fail_many (GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
               _("The file has more than %d parts, as no spreadsheet has"), FOI_ZIP_MAX_ENTRIES);
  return FALSE;
}

/* Each part has such a record, however many the file says there are: libarchive would take all of
 * them into memory before it gives the first. */
static gboolean
check_records (FoiZip *self, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  const char *end = data + size;
  guint n_records = 0;

  while ((data = memmem (data, (gsize) (end - data), "PK\1\2", 4)) != NULL)
    {
      data += 4;
      if (++n_records > FOI_ZIP_MAX_ENTRIES)
        return fail_many (error);
    }
  return TRUE;
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
      || (size > FOI_ZIP_SMALL && size / FOI_ZIP_MAX_RATIO > packed))
    return fail_large (name, error);
  if (self->entries->len >= FOI_ZIP_MAX_ENTRIES)
    return fail_many (error);
  /* Of two parts of one name nobody can say which a program would show. */
  if (g_hash_table_contains (self->names, name))
    return fail_damaged (error);
  added = g_new (FoiZipEntry, 1);
  added->name = g_strdup (name);
  added->size = size;
  added->index = self->entries->len;
  g_ptr_array_add (self->entries, added);
  g_hash_table_insert (self->names, added->name, added);
  return TRUE;
}

static gboolean
list_entries (FoiZip *self, GCancellable *cancellable, GError **error)
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
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_entry (self, entry, &total, error))
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
 * @cancellable: (nullable): stops it
 * @error: set to %FOI_ERROR_SYNTAX, %FOI_ERROR_LIMIT or, for an encrypted one, %FOI_ERROR_REFUSED
 *
 * Lists the parts of an archive; nothing is unpacked yet.
 *
 * Returns: (transfer full) (nullable): the archive.
 */
FoiZip *
foi_zip_new (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiZip) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (FoiZip, 1);
  self->bytes = g_bytes_ref (bytes);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  if (!check_records (self, error) || !list_entries (self, cancellable, error))
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
  g_clear_pointer (&self->archive, free_archive);
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

/* Sets @broken if nothing more can be read of @archive. */
static gboolean
read_blocks (FoiZip *self, Archive *archive, const FoiZipEntry *entry, FoiZipFunc func,
             gpointer data, GCancellable *cancellable, gboolean *broken, GError **error)
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
  *broken = result != ARCHIVE_EOF;
  return result == ARCHIVE_EOF && n_read == entry->size ? TRUE : fail_damaged (error);
}

/* Whether looking for parts is still little beside what was read of them. */
static gboolean
may_pass (FoiZip *self, gint64 n_more, const char *name, GError **error)
{
  self->n_passed += n_more;
  if (self->n_passed <= FOI_ZIP_MAX_PASSED + self->n_read / 1024)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
               _("%s: the parts of the file are in such a disorder that it would take too long to "
                 "find them, as in no spreadsheet"), name);
  return FALSE;
}

/* Goes on from where the last part ended: who reads the parts in the order of the file goes past
 * each of them once. Back it goes from the beginning, and not without end. */
static gboolean
go_to (FoiZip *self, const FoiZipEntry *wanted, GCancellable *cancellable, GError **error)
{
  struct archive_entry *entry;

  if (self->archive != NULL && self->next > wanted->index)
    g_clear_pointer (&self->archive, free_archive);
  if (self->archive == NULL)
    {
      self->next = 0;
      if (!may_pass (self, self->entries->len, wanted->name, error))
        return FALSE;
      self->archive = open_archive (self, error);
      if (self->archive == NULL)
        return FALSE;
    }
  while (self->next <= wanted->index)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !may_pass (self, 1, wanted->name, error))
        return FALSE;
      if (archive_read_next_header (self->archive, &entry) < ARCHIVE_WARN)
        return fail_damaged (error);
      self->next++;
    }
  return TRUE;
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
  gboolean broken = FALSE, done;
  guint next;

  g_return_val_if_fail (self != NULL && name != NULL && func != NULL, FALSE);

  wanted = foi_zip_find (self, name);
  if (wanted == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   _("The file is damaged: “%s” is missing in it."), name);
      return FALSE;
    }
  if (!go_to (self, wanted, cancellable, error))
    {
      g_clear_pointer (&self->archive, free_archive);
      return FALSE;
    }
  /* Out of @self for as long: @func may read another part. */
  archive = g_steal_pointer (&self->archive);
  next = self->next;
  done = read_blocks (self, archive, wanted, func, data, cancellable, &broken, error);
  g_clear_pointer (&self->archive, free_archive);
  if (!broken)
    self->archive = g_steal_pointer (&archive);
  self->next = next;
  return done;
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
