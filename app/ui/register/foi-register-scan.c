/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-scan.h"

#include "foi-register-item.h"
#include "foi-task.h"

struct _FoiRegisterScan
{
  gatomicrefcount ref_count;
  char           *folder;
  GPtrArray      *known;   /* of FoiCaseEntry: what was read before */
  FoiHolidays    *holidays;
  FoiDate         today;
  GCancellable   *cancellable;
  GHashTable     *present; /* paths of the files that are there; NULL before it knows */
  GHashTable     *copies;  /* paths of originals by those of copies; likewise */
  GMutex          lock;
  GPtrArray      *read;    /* of FoiCaseEntry: under the lock */
};

/**
 * foi_register_scan_new:
 * @folder: the path of a folder
 * @items: (element-type FoiRegisterItem): what is known of its files
 * @holidays: the bank holidays
 * @today: the day on which cases are checked
 *
 * Returns: (transfer full): a reading that has not begun.
 */
FoiRegisterScan *
foi_register_scan_new (const char *folder, GPtrArray *items, FoiHolidays *holidays, FoiDate today)
{
  FoiRegisterScan *self = g_new0 (FoiRegisterScan, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->folder = g_strdup (folder);
  self->holidays = foi_holidays_ref (holidays);
  self->today = today;
  self->cancellable = g_cancellable_new ();
  self->read = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_case_entry_unref);
  self->known = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_case_entry_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->known, foi_case_entry_ref ((FoiCaseEntry *) foi_register_item_get_entry (
                                    g_ptr_array_index (items, i))));
  return self;
}

void
foi_register_scan_unref (FoiRegisterScan *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->folder);
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->read);
  foi_holidays_unref (self->holidays);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->present, g_hash_table_unref);
  g_clear_pointer (&self->copies, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* ---- in the other thread --------------------------------------------------------------------- */

static void
take_entry (FoiCaseEntry *entry, gpointer data)
{
  FoiRegisterScan *self = data;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->read, entry);
  g_mutex_unlock (&self->lock);
}

/* Those of which there is no entry, or one of another state of the file. */
static GPtrArray *
find_changed (FoiRegisterScan *self, GPtrArray *files)
{
  GPtrArray *changed = g_ptr_array_new ();
  g_autoptr (GHashTable) stamps = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->known->len; i++)
    {
      FoiCaseEntry *entry = g_ptr_array_index (self->known, i);

      g_hash_table_insert (stamps, entry->file.path, entry->file.stamp);
    }
  for (guint i = 0; i < files->len; i++)
    {
      FoiCaseFile *file = g_ptr_array_index (files, i);
      const char *stamp = g_hash_table_lookup (stamps, file->path);

      if (g_strcmp0 (stamp, file->stamp) != 0)
        g_ptr_array_add (changed, file);
    }
  return changed;
}

/* Only what is still to be answered is worth checking: nobody mends a letter that has gone. */
static GPtrArray *
find_unchecked (FoiRegisterScan *self)
{
  GPtrArray *unchecked = g_ptr_array_new ();

  for (guint i = 0; i < self->known->len; i++)
    {
      FoiCaseEntry *entry = g_ptr_array_index (self->known, i);

      if (entry->n_to_fix < 0 && foi_register_row_is_open (entry->row, FOI_DATE_NONE))
        g_ptr_array_add (unchecked, &entry->file);
    }
  return unchecked;
}

static void
note_present (FoiRegisterScan *self, GPtrArray *files)
{
  self->present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < files->len; i++)
    {
      const FoiCaseFile *file = g_ptr_array_index (files, i);

      g_hash_table_add (self->present, g_strdup (file->path));
    }
}

static void
run_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FoiRegisterScan *self = task_data;
  FoiRules *rules = foi_rules_get_default ();
  g_autoptr (GPtrArray) files = NULL, wanted = NULL;
  GError *error = NULL;

  files = foi_case_folder_list (self->folder, cancellable, &error);
  if (files == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  note_present (self, files);
  self->copies = foi_case_folder_find_copies (files);
  wanted = find_changed (self, files);
  foi_case_folder_read (wanted, rules, self->holidays, FOI_DATE_NONE, take_entry, self,
                        cancellable);
  if (wanted->len == 0)
    {
      g_ptr_array_unref (wanted);
      wanted = find_unchecked (self);
      foi_case_folder_read (wanted, rules, self->holidays, self->today, take_entry, self,
                            cancellable);
    }
  g_task_return_boolean (task, TRUE);
}

/* ---- in the main thread ---------------------------------------------------------------------- */

/**
 * foi_register_scan_run_async:
 * @source: who is told
 * @callback: told at the end
 *
 * Reads.
 */
void
foi_register_scan_run_async (FoiRegisterScan *self, GObject *source, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, self->cancellable, callback, NULL);

  g_task_set_source_tag (task, foi_register_scan_run_async);
  g_atomic_ref_count_inc (&self->ref_count);
  g_task_set_task_data (task, self, (GDestroyNotify) foi_register_scan_unref);
  foi_task_run_in_thread (task, run_thread);
}

/**
 * foi_register_scan_finish:
 * @error: the folder cannot be read, or it was cancelled
 *
 * Returns: (transfer none): the reading that ended.
 */
FoiRegisterScan *
foi_register_scan_finish (GAsyncResult *result, GError **error)
{
  g_task_propagate_boolean (G_TASK (result), error);
  return g_task_get_task_data (G_TASK (result));
}

/**
 * foi_register_scan_take:
 * @most: how many are wanted at most
 *
 * Returns: (transfer full) (element-type FoiCaseEntry): cases that were read since it was asked
 *     last.
 */
GPtrArray *
foi_register_scan_take (FoiRegisterScan *self, guint most)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_case_entry_unref);
  guint n;

  g_mutex_lock (&self->lock);
  n = MIN (most, self->read->len);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (taken, foi_case_entry_ref (g_ptr_array_index (self->read, i)));
  if (n > 0)
    g_ptr_array_remove_range (self->read, 0, n);
  g_mutex_unlock (&self->lock);
  return taken;
}

/**
 * foi_register_scan_get_present:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the paths of the files that it saw, when
 *     it has ended.
 */
GHashTable *
foi_register_scan_get_present (FoiRegisterScan *self)
{
  return self->present;
}

/**
 * foi_register_scan_get_copies:
 *
 * Returns: (transfer none) (nullable) (element-type utf8 GStrv): the paths of what may be originals
 *     by those of copies, when it has ended.
 */
GHashTable *
foi_register_scan_get_copies (FoiRegisterScan *self)
{
  return self->copies;
}

/**
 * foi_register_scan_cancel:
 *
 * Ends it.
 */
void
foi_register_scan_cancel (FoiRegisterScan *self)
{
  g_cancellable_cancel (self->cancellable);
}
