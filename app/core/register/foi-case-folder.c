/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-file.h"
#include "foi-checks.h"
#include "foi-copy-name.h"
#include "foi-error.h"

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," \
  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," \
  G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," G_FILE_ATTRIBUTE_UNIX_INODE "," \
  G_FILE_ATTRIBUTE_UNIX_DEVICE "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK

/* ---- the files ------------------------------------------------------------------------------- */

static void
clear_file (FoiCaseFile *file)
{
  g_clear_pointer (&file->path, g_free);
  g_clear_pointer (&file->stamp, g_free);
}

static void
free_file (gpointer data)
{
  if (data == NULL)
    return;
  clear_file (data);
  g_free (data);
}

/* By the name: a folder, a pipe or a link that leads nowhere is a line that says so. */
static gboolean
is_case (GFileInfo *info)
{
  return foi_copy_name_is_case (g_file_info_get_name (info));
}

static char *
dup_stamp (GFileInfo *info)
{
  return g_strdup_printf (
    "%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT ".%06u %" G_GUINT64_FORMAT,
    (gint64) g_file_info_get_size (info),
    g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
    g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
    g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static FoiCaseFile *
new_file (const char *folder, GFileInfo *info)
{
  FoiCaseFile *file = g_new (FoiCaseFile, 1);

  file->path = g_build_filename (folder, g_file_info_get_name (info), NULL);
  file->stamp = dup_stamp (info);
  return file;
}

/**
 * foi_case_folder_dup_stamp:
 * @file: a case's file; a link is followed
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR: it is not there, or nothing can be known of it
 *
 * Looks at a file without reading it.
 *
 * Returns: (transfer full) (nullable): its stamp, as a #FoiCaseFile has one.
 */
char *
foi_case_folder_dup_stamp (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                                  cancellable, error);

  return info != NULL ? dup_stamp (info) : NULL;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const FoiCaseFile *first = *(FoiCaseFile *const *) a, *second = *(FoiCaseFile *const *) b;

  return strcmp (first->path, second->path);
}

/* What a name leads to, be it by a link; one that leads nowhere is itself. */
static char *
dup_place (GFileInfo *info)
{
  return g_strdup_printf ("%u %" G_GUINT64_FORMAT,
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_DEVICE),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

/* A link to a case that is listed is no further one: there is nothing to compare, nor to keep. */
static void
add_links (GPtrArray *files, GPtrArray *links, GHashTable *places)
{
  g_ptr_array_sort (links, compare_files);
  for (guint i = 0; i < links->len; i++)
    {
      FoiCaseFile *link = g_ptr_array_index (links, i);
      g_autoptr (GFile) file = g_file_new_for_path (link->path);
      g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                                      NULL, NULL);

      if (info == NULL || g_hash_table_add (places, dup_place (info)))
        g_ptr_array_add (files, g_steal_pointer (&links->pdata[i]));
    }
}

/**
 * foi_case_folder_list:
 * @folder: a folder of cases
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR: the folder is not there, or cannot be read
 *
 * Lists the case files that lie in the folder itself, without reading them. Of a case and links to
 * it, and of several links to one file, there is one.
 *
 * Returns: (transfer full) (element-type FoiCaseFile) (nullable): these, in the order of names.
 */
GPtrArray *
foi_case_folder_list (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (free_file);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GFileInfo *info;

  g_return_val_if_fail (folder != NULL, NULL);

  file = g_file_new_for_path (folder);
  children = g_file_enumerate_children (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable,
                                        error);
  if (children == NULL)
    return NULL;
  for (;;)
    {
      if (!g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      if (!is_case (info))
        continue;
      if (!g_file_info_get_is_symlink (info))
        g_hash_table_add (places, dup_place (info));
      g_ptr_array_add (g_file_info_get_is_symlink (info) ? links : files, new_file (folder, info));
    }
  add_links (files, links, places);
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

/* ---- copies that a program for shared folders made ------------------------------------------- */

/* Those of the names that files of the folder have; %NULL if none has. */
static GStrv
list_present (GHashTable *names, const char *name)
{
  g_auto (GStrv) originals = foi_copy_name_list_originals (name);
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; originals[i] != NULL; i++)
    {
      const char *path = g_hash_table_lookup (names, originals[i]);

      if (path != NULL)
        g_ptr_array_add (paths, g_strdup (path));
    }
  if (paths->len > 0)
    g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (paths, FALSE);
}

/**
 * foi_case_folder_find_copies:
 * @files: (element-type FoiCaseFile): what is in a folder
 *
 * Finds the files whose names say that a program for shared folders made them, when two people had
 * changed one case: `FOI12-LAPTOP.foi.json`, `FOI12.foi-LAPTOP.json`, or
 * `FOI12 (conflicted copy).foi.json`, beside `FOI12.foi.json`. That two are the same case is for
 * who reads them to see: foi_register_row_find_original().
 *
 * Returns: (transfer full) (element-type utf8 GStrv): the paths of what each may be a copy of, by
 *   its own, the longest first.
 */
GHashTable *
foi_case_folder_find_copies (GPtrArray *files)
{
  GHashTable *copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_strfreev);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (files != NULL, copies);

  for (guint i = 0; i < files->len; i++)
    {
      const FoiCaseFile *file = g_ptr_array_index (files, i);

      g_hash_table_insert (names, strrchr (file->path, G_DIR_SEPARATOR) + 1, file->path);
    }
  for (guint i = 0; i < files->len; i++)
    {
      const FoiCaseFile *file = g_ptr_array_index (files, i);
      GStrv originals = list_present (names, strrchr (file->path, G_DIR_SEPARATOR) + 1);

      if (originals != NULL)
        g_hash_table_insert (copies, g_strdup (file->path), originals);
    }
  return copies;
}

/* ---- reading them ---------------------------------------------------------------------------- */

/* The first fault is enough to tell what is wrong; all of them are shown when it is opened. */
static char *
dup_fault (GPtrArray *faults, const GError *error)
{
  const FoiFault *fault = faults != NULL && faults->len > 0 ? g_ptr_array_index (faults, 0) : NULL;

  if (fault != NULL)
    /* Translators: a line and a column of a file, and what is wrong there. */
    return g_strdup_printf (_("line %u, column %u: %s"), fault->line, fault->column,
                            fault->message);
  return g_strdup (error->message);
}

/* What an officer let stand is not to be fixed. */
static int
count_to_fix (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays, FoiDate day)
{
  g_autoptr (GPtrArray) findings = foi_checks_run (state, rules, holidays, day, NULL);
  int n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = g_ptr_array_index (findings, i);

      n += finding->severity == FOI_SEVERITY_ERROR && finding->accepted == NULL;
    }
  return n;
}

/**
 * foi_case_entry_read:
 * @file: a file of a folder
 * @rules: the rules of law
 * @holidays: the bank holidays
 * @day: the day on which it is checked; none: it is not checked, which is what takes longest
 * @cancellable: (nullable): stops it
 *
 * Reads a case for the register. A file that cannot be read is an entry that says why.
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL when it was cancelled.
 */
FoiCaseEntry *
foi_case_entry_read (const FoiCaseFile *file, FoiRules *rules, FoiHolidays *holidays, FoiDate day,
                     GCancellable *cancellable)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  FoiCaseEntry *self;

  g_return_val_if_fail (file != NULL, NULL);

  state = foi_case_file_load (file->path, &faults, NULL, NULL, cancellable, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  self = g_atomic_rc_box_new0 (FoiCaseEntry);
  self->file = (FoiCaseFile) { g_strdup (file->path), g_strdup (file->stamp) };
  if (state != NULL)
    {
      self->row = foi_register_row_new (file->path, state, rules, holidays);
      self->text = foi_case_text_new (state);
      self->n_to_fix = day != FOI_DATE_NONE ? count_to_fix (state, rules, holidays, day) : -1;
    }
  else
    {
      g_autofree char *fault = dup_fault (faults, error);

      self->row = foi_register_row_new_fault (file->path, fault);
      self->n_to_fix = -1;
    }
  return self;
}

FoiCaseEntry *
foi_case_entry_ref (FoiCaseEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_entry (gpointer data)
{
  FoiCaseEntry *self = data;

  clear_file (&self->file);
  g_clear_pointer (&self->row, foi_register_row_unref);
  g_clear_pointer (&self->text, foi_case_text_free);
}

void
foi_case_entry_unref (FoiCaseEntry *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_entry);
}

typedef struct
{
  FoiRules        *rules;
  FoiHolidays     *holidays;
  FoiDate          day;
  FoiCaseEntryFunc func;
  gpointer         user_data;
  GCancellable    *cancellable;
  GMutex           lock;
} Reading;

static void
read_one (gpointer data, gpointer user_data)
{
  Reading *self = user_data;
  FoiCaseEntry *entry;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  entry = foi_case_entry_read (data, self->rules, self->holidays, self->day,
                               self->cancellable);
  if (entry == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->func (entry, self->user_data);
  g_mutex_unlock (&self->lock);
}

/**
 * foi_case_folder_each:
 * @files: (element-type FoiCaseFile): files of a folder
 * @func: is given each file, in threads: as many at once as there are processors
 * @user_data: for @func
 *
 * Does something with each file, and waits until all is done.
 */
void
foi_case_folder_each (GPtrArray *files, GFunc func, gpointer user_data)
{
  GThreadPool *pool;

  g_return_if_fail (files != NULL && func != NULL);

  pool = g_thread_pool_new (func, user_data, (int) g_get_num_processors (), FALSE, NULL);
  for (guint i = 0; i < files->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (files, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

/**
 * foi_case_folder_read:
 * @files: (element-type FoiCaseFile): what is to be read
 * @rules: the rules of law
 * @holidays: the bank holidays
 * @day: the day on which they are checked, or none
 * @func: is given each case when it was read, in whatever order, one at a time
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 *
 * Reads cases, as many at once as there are processors, and waits for all of them.
 */
void
foi_case_folder_read (GPtrArray *files, FoiRules *rules, FoiHolidays *holidays, FoiDate day,
                      FoiCaseEntryFunc func, gpointer user_data, GCancellable *cancellable)
{
  Reading reading = { .rules = rules, .holidays = holidays, .day = day, .func = func,
                      .user_data = user_data, .cancellable = cancellable };

  g_return_if_fail (files != NULL && func != NULL);

  g_mutex_init (&reading.lock);
  foi_case_folder_each (files, read_one, &reading);
  g_mutex_clear (&reading.lock);
}
