/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attachment-files.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foi-attached-book.h"
#include "foi-attached-data.h"
#include "foi-case-attachments.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-workbook.h"

#define CASE_SUFFIX ".foi.json"
/* What is sent with a letter is no larger. */
#define MAX_BYTES ((goffset) 512 * 1024 * 1024)
#define FOLDER_MODE 0770
#define MAX_NAMES 10000

/**
 * foi_attachments_dup_folder:
 * @case_path: a case file
 *
 * Returns: (transfer full): the folder beside it in which its attachments lie.
 */
char *
foi_attachments_dup_folder (const char *case_path)
{
  gsize length = strlen (case_path);
  g_autofree char *stem = g_str_has_suffix (case_path, CASE_SUFFIX)
                            ? g_strndup (case_path, length - strlen (CASE_SUFFIX))
                            : g_strdup (case_path);

  return g_strconcat (stem, ".files", NULL);
}

/* ---- reading --------------------------------------------------------------------------------- */

/**
 * foi_attachment_is_plain_name:
 * @name: what a case says a file is called
 *
 * Returns: whether it is one in the folder of the case's, and leads nowhere else.
 */
gboolean
foi_attachment_is_plain_name (const char *name)
{
  return name[0] != '\0' && strchr (name, '/') == NULL && !g_str_equal (name, ".")
         && !g_str_equal (name, "..");
}

static GBytes *
read_descriptor (int file, const GStatBuf *info, GError **error)
{
  g_autofree char *data = g_malloc (MAX ((gsize) info->st_size, 1));
  gsize done = 0;

  while (done < (gsize) info->st_size)
    {
      ssize_t n = read (file, data + done, (gsize) info->st_size - done);

      if (n <= 0)
        break;
      done += (gsize) n;
    }
  if (done == (gsize) info->st_size)
    return g_bytes_new_take (g_steal_pointer (&data), done);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("it cannot be read whole"));
  return NULL;
}

/* A file in the folder of the case's, and no link out of it. */
static GBytes *
read_file (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  GBytes *bytes = NULL;
  GStatBuf info;
  int file;

  if (!foi_attachment_is_plain_name (name) || folder == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                           _("it is not in the folder of the case’s files"));
      return NULL;
    }
  file = g_open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  if (file < 0 || fstat (file, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > MAX_BYTES)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("it is not there as a file: %s"), path);
  else
    bytes = read_descriptor (file, &info, error);
  if (file >= 0)
    close (file);
  return bytes;
}

/**
 * foi_attachment_read:
 * @folder: (nullable): where the case's files lie
 * @attachment: what the case says of one
 * @error: %FOI_ERROR_NOT_FOUND; %FOI_ERROR_CONFLICT where it is not what was added
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
GBytes *
foi_attachment_read (const char *folder, JsonNode *attachment, GError **error)
{
  const char *wanted = foi_json_get_string (attachment, "sha256", NULL);
  g_autoptr (GBytes) bytes = read_file (folder, foi_attachment_get_file (attachment), error);
  g_autofree char *found = NULL;

  if (bytes == NULL || wanted == NULL)
    return g_steal_pointer (&bytes);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (wanted, found))
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                       _("it is not the file that was added to the case: it has changed since"));
  return NULL;
}

/* ---- looking --------------------------------------------------------------------------------- */

static void
refuse (FoiAttachmentLook *look, const char *refusal, const char *way_out)
{
  look->refusal = g_strdup (refusal);
  look->way_out = g_strdup (way_out);
}

/**
 * foi_attachment_inspect:
 * @name: what the file is called
 * @bytes: what is in it
 * @inspect_pdf: how a PDF is looked through
 * @cancellable: (nullable): stops it
 * @error: only where it was stopped
 *
 * Looks for what is in a file and not seen, and whether it may hold figures. Of a spreadsheet, and
 * of a case, also whether it may be handed over.
 *
 * Returns: (transfer full) (nullable): what was found. What no reader of ours knows, or what is
 *   damaged, has nothing %hidden.
 */
FoiAttachmentLook *
foi_attachment_inspect (const char *name, GBytes *bytes, FoiPdfInspectFunc inspect_pdf,
                        GCancellable *cancellable, GError **error)
{
  static const char *const texts[] = { ".txt", ".csv", ".json", NULL };
  g_autoptr (FoiAttachmentLook) look = foi_attachment_look_new ();
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr (GError) cause = NULL;

  if (foi_workbook_is_case (bytes))
    refuse (look, _("this is a case file, with who asked, notes and all that is withheld"),
            _("Remove it. What may leave a case is its letter, made with Export."));
  else if (foi_attached_book_is (name, bytes, cancellable))
    {
      look->hidden = foi_attached_book_check (bytes, cancellable, &cause);
      if (look->hidden == NULL)
        refuse (look, cause->message, _("Remove it, and import the cells that are seen."));
    }
  else if (foi_file_find_format (bytes, cancellable) != NULL)
    look->hidden = foi_file_inspect (bytes, inspect_pdf, NULL, cancellable, &cause);
  else if (g_strv_contains (texts, foi_attachment_get_extension (lower)))
    look->hidden = foi_hidden_new ();
  look->data = foi_attached_data_dup_kind (lower, bytes, cancellable);
  if (look->data != NULL)
    look->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&look);
}

/* Looks that were made lately, by all that says that a file is still the same. */
static GMutex looks_lock;
static GHashTable *looks; /* char * -> FoiAttachmentLook */
#define MAX_LOOKS 1000

static char *
dup_look_key (const char *folder, JsonNode *attachment)
{
  const char *file = foi_attachment_get_file (attachment);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
  GStatBuf info;

  if (path == NULL || !foi_attachment_is_plain_name (file) || g_lstat (path, &info) != 0)
    return NULL;
  return g_strdup_printf ("%s\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%ld %" G_GINT64_FORMAT
                          " %s", path, (gint64) info.st_size, (gint64) info.st_mtim.tv_sec,
                          info.st_mtim.tv_nsec, (gint64) info.st_ino,
                          foi_json_get_string (attachment, "sha256", ""));
}

static FoiAttachmentLook *
find_look (const char *key)
{
  FoiAttachmentLook *look = NULL;

  g_mutex_lock (&looks_lock);
  if (looks != NULL && key != NULL)
    look = g_hash_table_lookup (looks, key);
  if (look != NULL)
    foi_attachment_look_ref (look);
  g_mutex_unlock (&looks_lock);
  return look;
}

static void
keep_look (const char *key, FoiAttachmentLook *look)
{
  g_mutex_lock (&looks_lock);
  if (looks == NULL)
    looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                   (GDestroyNotify) foi_attachment_look_unref);
  if (g_hash_table_size (looks) >= MAX_LOOKS)
    g_hash_table_remove_all (looks);
  g_hash_table_insert (looks, g_strdup (key), foi_attachment_look_ref (look));
  g_mutex_unlock (&looks_lock);
}

static FoiAttachmentLook *
look_at (const char *folder, JsonNode *attachment, FoiPdfInspectFunc inspect_pdf,
         GCancellable *cancellable)
{
  g_autofree char *key = dup_look_key (folder, attachment);
  FoiAttachmentLook *look = find_look (key);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (look != NULL)
    return look;
  bytes = foi_attachment_read (folder, attachment, &reason);
  if (bytes == NULL)
    {
      look = foi_attachment_look_new ();
      look->id = foi_attachment_dup_id (attachment);
      look->state = g_error_matches (reason, FOI_ERROR, FOI_ERROR_CONFLICT)
                      ? FOI_ATTACHMENT_CHANGED : FOI_ATTACHMENT_MISSING;
      look->reason = g_strdup (reason->message);
      /* Reading it whole takes long; that it is not there is soon found again. */
      if (look->state == FOI_ATTACHMENT_CHANGED && key != NULL)
        keep_look (key, look);
      return look;
    }
  look = foi_attachment_inspect (foi_attachment_get_file (attachment), bytes, inspect_pdf,
                                 cancellable, NULL);
  if (look != NULL)
    look->id = foi_attachment_dup_id (attachment);
  if (look != NULL && key != NULL)
    keep_look (key, look);
  return look;
}

/**
 * foi_attachments_look:
 * @state: a case
 * @folder: (nullable): where its files lie
 * @inspect_pdf: how a PDF is looked through
 * @cancellable: (nullable): stops it
 *
 * Looks into each file that goes with the letter, or remembers what it saw there if that is as it
 * was. On any thread.
 *
 * Returns: (transfer full) (nullable) (element-type FoiAttachmentLook): one for each attachment;
 *   %NULL if it was stopped.
 */
GPtrArray *
foi_attachments_look (FoiCaseState *state, const char *folder, FoiPdfInspectFunc inspect_pdf,
                      GCancellable *cancellable)
{
  g_autoptr (GPtrArray) all
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_attachment_look_unref);

  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    {
      FoiAttachmentLook *look = look_at (folder, foi_case_state_get_attachment (state, i),
                                         inspect_pdf, cancellable);

      if (look == NULL)
        return NULL;
      g_ptr_array_add (all, look);
    }
  return g_steal_pointer (&all);
}

/* ---- adding ---------------------------------------------------------------------------------- */

static gboolean
has_attachment (FoiCaseState *state, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    {
      g_autofree char *folded = g_utf8_casefold (
        foi_json_get_string (foi_case_state_get_attachment (state, i), "name", ""), -1);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }
  return FALSE;
}

/* "minutes.pdf", then "minutes (2).pdf". */
static char *
dup_numbered (const char *name, guint number)
{
  g_autofree char *stem = foi_attachment_dup_stem (name);

  return number < 2 ? g_strdup (name)
                    : g_strdup_printf ("%s (%u)%s", stem, number,
                                       foi_attachment_get_extension (name));
}

static char *
dup_free_name (FoiCaseState *state, const char *name)
{
  for (guint number = 1; number < MAX_NAMES; number++)
    {
      char *numbered = dup_numbered (name, number);

      if (!has_attachment (state, numbered))
        return numbered;
      g_free (numbered);
    }
  return g_strdup (name);
}

/**
 * foi_attachment_put:
 * @folder: where a case's files lie; is made if need be
 * @name: what the file should be called
 * @bytes: what is in it
 * @is_new: (out): whether it was written; else it was there
 * @error: of files
 *
 * Puts a file there under that name or one like it, and replaces nothing; a file that is the same
 * already will do.
 *
 * Returns: (transfer full) (nullable): what it is called.
 */
char *
foi_attachment_put (const char *folder, const char *name, GBytes *bytes, gboolean *is_new,
                    GError **error)
{
  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("The folder “%s” for the case’s files cannot be made"), folder);
      return NULL;
    }
  for (guint number = 1; number < MAX_NAMES; number++)
    {
      g_autofree char *numbered = dup_numbered (name, number);
      g_autofree char *path = g_build_filename (folder, numbered, NULL);
      g_autoptr (GBytes) there = NULL;
      GStatBuf info;

      *is_new = g_lstat (path, &info) != 0;
      if (*is_new)
        return foi_durable_write_path (path, bytes, FOI_DURABLE_MODE, error)
                 ? g_steal_pointer (&numbered) : NULL;
      there = read_file (folder, numbered, NULL);
      if (there != NULL && g_bytes_equal (there, bytes))
        return g_steal_pointer (&numbered);
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("No free name was found for it"));
  return NULL;
}

static char *
dup_type (const char *name, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *type = g_content_type_guess (name, data, MIN (size, 4096), NULL);

  return g_content_type_get_mime_type (type);
}

static JsonNode *
make_entry (const char *name, const char *file, GBytes *bytes)
{
  JsonObject *entry = json_object_new ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *type = dup_type (name, bytes);

  json_object_set_string_member (entry, "name", name);
  if (!g_str_equal (file, name))
    json_object_set_string_member (entry, "file", file);
  json_object_set_string_member (entry, "format",
                                 type != NULL ? type : "application/octet-stream");
  json_object_set_int_member (entry, "size", (gint64) g_bytes_get_size (bytes));
  json_object_set_string_member (entry, "sha256", sha256);
  return foi_json_take_object (entry);
}

/* A control character, a slash or a dot in front makes a name that somebody cannot use. */
static char *
dup_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  char *clean;

  for (char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || strchr ("/\\:*?\"<>|\x7f", *p) != NULL)
      *p = '-';
  g_strstrip (valid);
  clean = g_strdup (valid + strspn (valid, "."));
  if (clean[0] == '\0')
    {
      g_free (clean);
      clean = g_strdup ("file");
    }
  return clean;
}

/**
 * foi_attachment_add:
 * @state: a case
 * @folder: where its files lie; is made if need be
 * @source: the file that is to go with the letter
 * @name: (nullable): what the letter calls it, else as it is called
 * @inspect_pdf: how a PDF is looked through
 * @is_new: (out): whether a copy was made; else it was there
 * @cancellable: (nullable): stops it
 * @error: %FOI_ERROR_REFUSED where it may not be handed over; %FOI_ERROR_LIMIT; or of files
 *
 * Copies a file to those of the case. What is there already stays as it is. On any thread.
 *
 * Returns: (transfer full) (nullable): what is to be said of it in the case, which is not changed.
 */
JsonNode *
foi_attachment_add (FoiCaseState *state, const char *folder, GFile *source, const char *name,
                    FoiPdfInspectFunc inspect_pdf, gboolean *is_new, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GBytes) bytes = foi_workbook_load (source, cancellable, error);
  g_autofree char *base = g_file_get_basename (source);
  g_autofree char *own = NULL, *wanted = NULL, *file = NULL;
  g_autoptr (FoiAttachmentLook) look = NULL;

  if (bytes == NULL)
    return NULL;
  own = dup_clean_name (base != NULL ? base : "");
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("“%s” is empty"), own);
      return NULL;
    }
  look = foi_attachment_inspect (own, bytes, inspect_pdf, cancellable, error);
  if (look == NULL)
    return NULL;
  if (look->refusal != NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, "“%s”: %s", own, look->refusal);
      return NULL;
    }
  if (name != NULL)
    {
      g_autofree char *clean = dup_clean_name (name);
      const char *extension = foi_attachment_get_extension (own);

      wanted = g_str_has_suffix (clean, extension) ? g_strdup (clean)
                                                   : g_strconcat (clean, extension, NULL);
    }
  else
    wanted = dup_free_name (state, own);
  if (has_attachment (state, wanted))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("Another attachment is called “%s” already"), wanted);
      return NULL;
    }
  file = foi_attachment_put (folder, own, bytes, is_new, error);
  return file != NULL ? make_entry (wanted, file, bytes) : NULL;
}

/**
 * foi_attachment_take_back:
 * @folder: where the case's files lie
 * @made: what foi_attachment_add() gave, where a copy was made
 *
 * Removes that copy: the case did not come to name it.
 */
void
foi_attachment_take_back (const char *folder, JsonNode *made)
{
  g_autofree char *path = g_build_filename (folder, foi_attachment_get_file (made), NULL);

  g_unlink (path);
  /* Empty, it is of no use; else this does nothing. */
  g_rmdir (folder);
}
