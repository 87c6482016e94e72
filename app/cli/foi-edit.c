/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-edit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-error.h"

static gboolean
is_stream (const char *file)
{
  return strcmp (file, FOI_CLI_STREAM) == 0;
}

/* An editor of texts changes the bytes, and leaves the token as it is. */
static FoiCaseState *
read_case (FoiEdit *self, GPtrArray **faults, GError **error)
{
  g_autofree char *checksum = NULL;
  FoiCaseState *state = is_stream (self->file)
                          ? foi_cli_load (self->file, faults, error)
                          : foi_case_file_load_marked (self->file, faults, &checksum, error);

  if (state != NULL)
    foi_file_mark_set (&self->mark, foi_case_file_get_revision (state), checksum);
  return state;
}

/**
 * foi_edit_begin:
 * @edit: is to be %FOI_EDIT_NONE
 * @file: a case; "-" only for a look
 * @dry_run: it is not going to be saved
 *
 * Reads a case that is to be changed. From before that until it is saved, or cleared, no other
 * program of ours saves it: who is doing so now is waited for, for some seconds. So of two commands
 * at once the second sees what the first did. A look keeps nobody waiting.
 *
 * Returns: whether it was read; it was said if not.
 */
gboolean
foi_edit_begin (FoiEdit *edit, const char *file, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  edit->file = file;
  edit->dry_run = dry_run;
  if (!dry_run && is_stream (file))
    g_set_error_literal (&error, FOI_ERROR, FOI_ERROR_REFUSED,
                         _("a case from standard input cannot be changed; name its file"));
  else if (dry_run || foi_file_lock_take (&edit->lock, file, NULL, &error))
    edit->before = read_case (edit, &faults, &error);
  if (edit->before == NULL)
    {
      foi_cli_fail_with_errors (file, faults, error);
      foi_edit_clear (edit);
      return FALSE;
    }
  edit->foi_case = foi_case_new (edit->before);
  edit->editor = foi_case_editor_new (edit->foi_case);
  return TRUE;
}

/**
 * foi_edit_let_others:
 * @edit: a case
 *
 * Lets others save the case meanwhile: for what takes longer than anybody should wait. Who does so
 * has foi_edit_save() refuse.
 */
void
foi_edit_let_others (FoiEdit *edit)
{
  foi_file_lock_release (&edit->lock);
}

/**
 * foi_edit_get_state:
 * @edit: a case
 *
 * Returns: (transfer none): the case as it is now.
 */
FoiCaseState *
foi_edit_get_state (const FoiEdit *edit)
{
  return foi_case_get_state (edit->foi_case);
}

/**
 * foi_edit_save_state:
 * @edit: a case
 * @state: what is made of it
 * @error: as from foi_case_file_save(); the file is then as it was
 *
 * Saves it over the case, unless that is only a look, or somebody changed the case meanwhile.
 *
 * Returns: whether the file says what @state does, as far as it is to.
 */
gboolean
foi_edit_save_state (FoiEdit *edit, FoiCaseState *state, GError **error)
{
  g_autoptr (GFile) where = g_file_new_for_path (edit->file);
  g_autofree char *token = foi_clock_token ();
  g_autoptr (GError) failed = NULL;

  if (edit->dry_run
      || foi_case_file_save_held (state, where, &edit->mark, token, &edit->lock, &failed))
    return TRUE;
  if (g_error_matches (failed, FOI_ERROR, FOI_ERROR_CONFLICT))
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                         _("another person or program changed the case meanwhile, and nothing was "
                           "saved; run the command again"));
  else
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * foi_edit_save:
 * @edit: a case
 * @error: as from foi_edit_save_state()
 *
 * Saves the case as it is now.
 *
 * Returns: whether the file says what the case does, as far as it is to.
 */
gboolean
foi_edit_save (FoiEdit *edit, GError **error)
{
  return foi_edit_save_state (edit, foi_edit_get_state (edit), error);
}

/**
 * foi_edit_clear:
 * @edit: a case, read or not
 *
 * Lets others save the case, and frees what is in it.
 */
void
foi_edit_clear (FoiEdit *edit)
{
  foi_file_lock_release (&edit->lock);
  foi_file_mark_clear (&edit->mark);
  g_clear_object (&edit->editor);
  g_clear_object (&edit->foi_case);
  g_clear_pointer (&edit->before, foi_case_state_unref);
}
