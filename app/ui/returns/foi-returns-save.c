/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-returns-save.h"

#include <glib/gi18n.h>

#include "foi-csv-text.h"
#include "foi-made-file.h"

static GBytes *
make (gpointer data, GError **error)
{
  g_autofree char *csv = foi_returns_to_csv (data);

  return foi_csv_to_file (csv);
}

/**
 * foi_returns_save_async:
 * @parent: over which window the file is asked for
 * @returns: what was counted
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Asks for a file, and writes all numbers to it as a table.
 */
void
foi_returns_save_async (GtkWindow *parent, FoiReturns *returns, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autofree char *from = NULL, *to = NULL, *name = NULL;

  g_return_if_fail (returns != NULL);

  from = foi_date_to_iso (returns->from);
  to = foi_date_to_iso (returns->to);
  /* Translators: what a file is proposed to be called; two days. */
  name = g_strdup_printf (_("returns %s to %s.csv"), from, to);
  foi_made_file_async (parent,
                       &(FoiMadeFile) {
                         .title = _("Save the Returns as CSV"),
                         .kind = FOI_FILE_CSV,
                         .name = name,
                         .make = make,
                         .data = foi_returns_ref (returns),
                         .free_data = (GDestroyNotify) foi_returns_unref,
                       },
                       callback, user_data);
}

/**
 * foi_returns_save_finish:
 * @result: what the callback was given
 * @error: why no file was made; %G_IO_ERROR_CANCELLED where none was wanted
 *
 * Returns: (transfer full) (nullable): what was done, in words.
 */
char *
foi_returns_save_finish (GAsyncResult *result, GError **error)
{
  g_autofree char *name = foi_made_file_finish (result, error);

  if (name == NULL)
    return NULL;
  return g_strdup_printf (_("“%s” was made, with all returns of the period."), name);
}
