/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-read.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-holiday-store.h"

static void
take_entry (FoiCaseEntry *entry, gpointer user_data)
{
  g_ptr_array_add (user_data, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const FoiCaseEntry *first = *(FoiCaseEntry *const *) a, *second = *(FoiCaseEntry *const *) b;

  return strcmp (first->file.path, second->file.path);
}

/**
 * foi_register_read_day:
 * @date: (nullable): a day that was asked for, which is one
 *
 * Returns: that day; today where none was asked for.
 */
FoiDate
foi_register_read_day (const char *date)
{
  return date != NULL ? foi_date_from_iso (date) : foi_clock_today ();
}

/**
 * foi_register_list_rows:
 * @entries: (element-type FoiCaseEntry): cases of a folder
 *
 * Returns: (transfer container) (element-type FoiRegisterRow): what the register says of them; they
 *   are the entries'.
 */
GPtrArray *
foi_register_list_rows (GPtrArray *entries)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (rows, ((FoiCaseEntry *) g_ptr_array_index (entries, i))->row);
  return rows;
}

/**
 * foi_register_read:
 * @command: the name of the command, for what it says if it fails
 * @folder: a folder of cases
 * @check_day: the day on which they are checked, or none
 * @copies: (out) (transfer full): which of them are copies of others
 *
 * Reads the cases of a folder.
 *
 * Returns: (transfer full) (element-type FoiCaseEntry) (nullable): these, in the order of their
 *     files' names; %NULL if it failed, which it has said.
 */
GPtrArray *
foi_register_read (const char *command, const char *folder, FoiDate check_day,
                   FoiRegisterCopies **copies)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (GPtrArray) files = NULL, rows = NULL;
  g_autoptr (GHashTable) named = NULL;
  GPtrArray *entries;

  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    {
      foi_cli_fail (command, "%s", error->message);
      return NULL;
    }
  files = foi_case_folder_list (folder, NULL, &error);
  if (files == NULL)
    {
      foi_cli_fail (folder, "%s", error->message);
      return NULL;
    }
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_case_entry_unref);
  foi_case_folder_read (files, foi_rules_get_default (), holidays, check_day, take_entry, entries,
                        NULL);
  g_ptr_array_sort (entries, compare_entries);
  rows = foi_register_list_rows (entries);
  named = foi_case_folder_find_copies (files);
  *copies = foi_register_copies_new (rows, named);
  return entries;
}

/**
 * foi_register_count_faults:
 * @entries: (element-type FoiCaseEntry): cases of a folder
 *
 * Returns: how many of them cannot be read.
 */
guint
foi_register_count_faults (GPtrArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += ((FoiCaseEntry *) g_ptr_array_index (entries, i))->row->fault != NULL;
  return n;
}

/**
 * foi_register_warn_of_faults:
 * @entries: (element-type FoiCaseEntry): cases of a folder
 *
 * Says on standard error which of them cannot be read, and why.
 */
void
foi_register_warn_of_faults (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const FoiRegisterRow *row = ((FoiCaseEntry *) g_ptr_array_index (entries, i))->row;

      if (row->fault != NULL)
        foi_cli_warn (row->path, row->fault);
    }
}

/**
 * foi_register_warn_of_copies:
 * @entries: (element-type FoiCaseEntry): cases of a folder
 * @copies: which of them are copies of others
 *
 * Says on standard error which of them are not counted, for they are no further requests.
 */
void
foi_register_warn_of_copies (GPtrArray *entries, const FoiRegisterCopies *copies)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const FoiRegisterRow *row = ((FoiCaseEntry *) g_ptr_array_index (entries, i))->row;
      g_autofree char *original = foi_register_copies_dup_original (copies, row);
      g_autofree char *words = NULL;

      if (original == NULL || !foi_register_copies_is_spare (copies, row))
        continue;
      words = g_strdup_printf (_("this is a copy of “%s”, and is not counted once more"),
                               original);
      foi_cli_warn (row->path, words);
    }
}
