/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-save.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-csv-text.h"
#include "foi-error.h"
#include "foi-made-file.h"
#include "foi-register-calendar.h"
#include "foi-register-csv.h"

/* One file to be made: of immutable cases, in a thread. */
typedef struct
{
  FoiRegisterFile kind;
  GPtrArray      *entries;
  FoiRegisterCopies *copies;
  FoiDate         today;
  GDateTime      *now;
  guint           n_rows;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_ptr_array_unref (self->entries);
  foi_register_copies_free (self->copies);
  g_date_time_unref (self->now);
  g_free (self);
}

static GBytes *
make_table (Saving *self)
{
  g_autofree char *csv = foi_register_to_csv (self->entries, self->copies, self->today,
                                                &self->n_rows);

  return foi_csv_to_file (csv);
}

static GBytes *
make_calendar (Saving *self, GError **error)
{
  char *file = foi_register_to_calendar (self->entries, self->copies, self->now, &self->n_rows);

  if (file != NULL)
    return g_bytes_new_take (file, strlen (file));
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                       _("No calendar was made: nothing is due in the cases that are listed."));
  return NULL;
}

static GBytes *
make (gpointer data, GError **error)
{
  Saving *self = data;

  return self->kind == FOI_REGISTER_CALENDAR_FILE ? make_calendar (self, error)
                                                  : make_table (self);
}

/**
 * foi_register_save_async:
 * @parent: over which window the file is asked for
 * @kind: what is made
 * @entries: (element-type FoiCaseEntry): of which cases, in which order
 * @copies: (transfer full): which files of their folder are copies of others
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Asks for a file, and writes cases to it.
 */
void
foi_register_save_async (GtkWindow *parent, FoiRegisterFile kind, GPtrArray *entries,
                         FoiRegisterCopies *copies, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Saving *saving;
  FoiMadeFile file = { .make = make, .free_data = saving_free };

  g_return_if_fail (entries != NULL && copies != NULL);

  file.data = saving = g_new0 (Saving, 1);
  saving->kind = kind;
  saving->entries = g_ptr_array_ref (entries);
  saving->copies = copies;
  saving->today = foi_almanac_get_today (foi_almanac_get_default ());
  saving->now = g_date_time_new_now_utc ();
  if (kind == FOI_REGISTER_CALENDAR_FILE)
    {
      file.title = _("Save the Due Dates for a Calendar");
      file.kind = FOI_FILE_CALENDAR;
      /* Translators: what a file is proposed to be called. */
      file.name = _("due dates.ics");
    }
  else
    {
      file.title = _("Save the Listed Cases as CSV");
      file.kind = FOI_FILE_CSV;
      /* Translators: what a file is proposed to be called. */
      file.name = _("cases.csv");
    }
  foi_made_file_async (parent, &file, callback, user_data);
}

/**
 * foi_register_save_finish:
 * @result: what the callback was given
 * @error: why no file was made; %G_IO_ERROR_CANCELLED where none was wanted
 *
 * Returns: (transfer full) (nullable): what was done, in words.
 */
char *
foi_register_save_finish (GAsyncResult *result, GError **error)
{
  const Saving *self = foi_made_file_get_data (result);
  g_autofree char *name = foi_made_file_finish (result, error);

  if (name == NULL)
    return NULL;
  if (self->kind == FOI_REGISTER_CALENDAR_FILE)
    return g_strdup_printf (ngettext ("“%s” was made: %u day on which an answer is due.",
                                      "“%s” was made: %u days on which answers are due.",
                                      self->n_rows), name, self->n_rows);
  return g_strdup_printf (ngettext ("“%s” was made of %u case.", "“%s” was made of %u cases.",
                                    self->n_rows), name, self->n_rows);
}
