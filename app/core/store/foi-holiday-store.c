/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-holiday-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "foi-case-file.h"
#include "foi-durable.h"
#include "foi-regular-file.h"

/* What was imported; and what the office added, which no import takes away. */
#define IMPORTED "bank-holidays.json"
#define LOCAL "local-bank-holidays.json"

/**
 * foi_holiday_store_get_folder:
 *
 * Returns: where this user's bank holidays are kept, which command and window share.
 */
const char *
foi_holiday_store_get_folder (void)
{
  static gsize folder = 0;

  if (g_once_init_enter (&folder))
    g_once_init_leave (&folder,
                       (gsize) g_build_filename (g_get_user_data_dir (), "foi-desk", NULL));
  return (const char *) folder;
}

/**
 * foi_holiday_store_read:
 * @path: a file of bank holidays
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL with @error set.
 */
FoiHolidays *
foi_holiday_store_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_filename_display_name (path);

  g_return_val_if_fail (path != NULL, NULL);

  stream = foi_regular_file_read (file, NULL, error);
  if (stream != NULL)
    bytes = foi_case_file_read_bytes (G_INPUT_STREAM (stream), NULL, error);
  if (bytes != NULL)
    return foi_holidays_new_from_json (bytes, name, error);
  g_prefix_error (error, "%s: ", name);
  return NULL;
}

/* A file of the folder, or %NULL: with @error set unless there is none. */
static FoiHolidays *
read_own (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? foi_holiday_store_read (path, error) : NULL;
}

/**
 * foi_holiday_store_load:
 * @folder: where this program keeps its files
 *
 * Returns: (transfer full) (nullable): all bank holidays that are known on this computer, or %NULL
 *   with @error set where a file of the folder is damaged: a wrong calendar must not go unnoticed.
 */
FoiHolidays *
foi_holiday_store_load (const char *folder, GError **error)
{
  g_autoptr (FoiHolidays) imported = NULL, local = NULL, merged = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  imported = read_own (folder, IMPORTED, &failed);
  if (failed == NULL)
    local = read_own (folder, LOCAL, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  merged = imported != NULL ? foi_holidays_merge (foi_holidays_get_default (), imported)
                            : foi_holidays_ref (foi_holidays_get_default ());
  return local != NULL ? foi_holidays_add (merged, local) : g_steal_pointer (&merged);
}

static gboolean
write_list (const char *folder, const char *path, FoiHolidays *list, GError **error)
{
  g_autoptr (GBytes) bytes = foi_holidays_to_json (list);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return foi_durable_write_path (path, bytes, 0600, error);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder,
               g_strerror (errno));
  return FALSE;
}

/**
 * foi_holiday_store_import:
 * @folder: where this program keeps its files
 * @newer: a list that was published later
 *
 * Keeps it, with what was imported before: a year that it does not have stays as it was.
 *
 * Returns: whether it was kept; else @error is set and nothing has changed.
 */
gboolean
foi_holiday_store_import (const char *folder, FoiHolidays *newer, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (FoiHolidays) imported = NULL, merged = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (folder != NULL && newer != NULL, FALSE);

  imported = read_own (folder, IMPORTED, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  merged = imported != NULL ? foi_holidays_merge (imported, newer) : foi_holidays_ref (newer);
  path = g_build_filename (folder, IMPORTED, NULL);
  return write_list (folder, path, merged, error);
}

/**
 * foi_holiday_store_has_imported:
 * @folder: where this program keeps its files
 *
 * Returns: whether a list was imported.
 */
gboolean
foi_holiday_store_has_imported (const char *folder)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  path = g_build_filename (folder, IMPORTED, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
delete (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

/**
 * foi_holiday_store_forget_imported:
 * @folder: where this program keeps its files
 * @error: return location
 *
 * Goes back to the list that comes with the program. What the office added stays.
 *
 * Returns: whether it was done.
 */
gboolean
foi_holiday_store_forget_imported (const char *folder, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  path = g_build_filename (folder, IMPORTED, NULL);
  return delete (path, error);
}

/**
 * foi_holiday_store_load_own:
 * @folder: where this program keeps its files
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the office added; %NULL where that is nothing, or, with
 *   @error set, where it is damaged.
 */
FoiHolidays *
foi_holiday_store_load_own (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  return read_own (folder, LOCAL, error);
}

/**
 * foi_holiday_store_save_own:
 * @folder: where this program keeps its files
 * @own: (nullable): all that the office added
 * @error: return location
 *
 * Returns: whether it was kept; else @error is set and nothing has changed.
 */
gboolean
foi_holiday_store_save_own (const char *folder, FoiHolidays *own, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  path = g_build_filename (folder, LOCAL, NULL);
  return own != NULL ? write_list (folder, path, own, error) : delete (path, error);
}
