/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window-follow.h"
#include "foi-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-facts.h"
#include "foi-cell-drafts.h"
#include "foi-dialogs.h"
#include "foi-document-files.h"
#include "foi-error.h"
#include "foi-number.h"
#include "foi-recent.h"

/* A save under way, through its questions. */
typedef struct
{
  FoiWindow *window;
  GFile     *file;        /* NULL until it is chosen */
  char      *files;       /* where the attachments lie, if the case gets another name */
  gboolean   then_close;
} Save;

static Save *
save_new (FoiWindow *self, GFile *file, gboolean then_close)
{
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (self);
  g_set_object (&save->file, file);
  save->then_close = then_close;
  return save;
}

static void
save_free (Save *save)
{
  g_clear_object (&save->window);
  g_clear_object (&save->file);
  g_free (save->files);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
choose_file (FoiWindow *self, gboolean then_close);

static void
conflict_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  const char *choice = foi_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (choice, "another") == 0)
    choose_file (save->window, save->then_close);
  else if (g_strcmp0 (choice, "overwrite") == 0)
    _foi_window_save_to (save->window, save->file, TRUE, save->then_close);
  else if (g_strcmp0 (choice, "look") == 0)
    {
      g_autofree char *uri = g_file_get_uri (save->file);

      gtk_widget_activate_action (GTK_WIDGET (save->window), "app.open-again", "s", uri);
    }
}

static void
ask_about_conflict (Save *save)
{
  const FoiChoice choices[] = {
    { "look", _("_Look at Theirs"), FOI_CHOICE_PLAIN },
    { "overwrite", _("_Replace Theirs"), FOI_CHOICE_DESTRUCTIVE },
    { "another", _("Save as _Another File…"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };

  foi_dialogs_ask_async (GTK_WINDOW (save->window),
                         _("Something else changed this file"),
                         _("Another person or program saved it since you opened it. Your changes "
                           "are still here and nothing has been written. Saving them as another "
                           "file keeps both."),
                         choices, conflict_answered_cb, save);
}

/* A colleague who renamed it has the case there: a second file of it is nothing to make unasked. */
static void
ask_about_gone (Save *save)
{
  const FoiChoice choices[] = {
    { "overwrite", _("Save It _Here Again"), FOI_CHOICE_PLAIN },
    { "another", _("Save _As…"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  g_autofree char *name = foi_document_dup_title (save->window->document);
  g_autofree char *words = NULL;

  /* Translators: %s is a case, or its file. */
  words = g_strdup_printf (_("The file of “%s” was moved, renamed or removed since it was opened "
                             "or saved here. Your changes are still here and nothing has been "
                             "written. If a colleague gave it another name, saving it here again "
                             "makes a second file of this case: look for theirs first."), name);
  foi_dialogs_ask_async (GTK_WINDOW (save->window),
                         _("The file of this case is not there any more"),
                         words, choices, conflict_answered_cb, save);
}

/* Of what was told in the band: the same as when saving finds it. */
void
_foi_window_settle_conflict_action (GtkWidget *widget, const char *action_name,
                                    GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);
  GFile *file = foi_document_get_file (self->document);

  if (file != NULL)
    ask_about_conflict (save_new (self, file, FALSE));
}

static void
tell_failure (FoiWindow *self, const GError *error)
{
  foi_document_tell_error (self->document, error);
  g_free (self->told_failure);
  self->told_failure = g_strdup (foi_message_band_get_text (self->band));
}

/* What could not be saved is saved now. */
static void
forget_failure (FoiWindow *self)
{
  if (self->told_failure != NULL
      && g_strcmp0 (foi_message_band_get_text (self->band), self->told_failure) == 0)
    foi_message_band_dismiss (self->band);
  g_clear_pointer (&self->told_failure, g_free);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GError) error = NULL;
  FoiDocument *document = FOI_DOCUMENT (source);

  if (foi_document_save_finish (document, result, &error))
    {
      forget_failure (save->window);
      if (save->files != NULL)
        foi_document_files_bring (document, save->files);
      foi_recent_add (foi_document_get_file (document), foi_document_get_case (document));
      if (save->then_close)
        {
          /* What the case does not take was spoken of; what was typed meanwhile was not. */
          save->window->may_close = !foi_case_editor_is_modified (
            foi_document_get_editor (document));
          gtk_window_close (GTK_WINDOW (save->window));
        }
      return;
    }
  if (save->file == NULL)
    g_set_object (&save->file, foi_document_get_file (document));
  if (g_error_matches (error, FOI_ERROR, FOI_ERROR_CONFLICT))
    ask_about_conflict (g_steal_pointer (&save));
  else if (g_error_matches (error, FOI_ERROR, FOI_ERROR_NOT_FOUND))
    ask_about_gone (g_steal_pointer (&save));
  else
    tell_failure (save->window, error);
}

/* @file: (nullable): %NULL for the file of the case, which then has one. */
void
_foi_window_save_to (FoiWindow *self, GFile *file, gboolean overwrite, gboolean then_close)
{
  Save *save = save_new (self, file, then_close);

  save->files = file != NULL ? foi_document_files_dup_folder (self->document) : NULL;
  foi_document_save_async (self->document, file, overwrite, NULL, saved_cb, save);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GFile) file = foi_dialogs_save_finish (result, NULL);
  GFile *own = foi_document_get_file (save->window->document);

  if (file == NULL)
    return;
  /* The chooser has asked before replacing a file, but knows nothing of what others wrote into
   * that of the case. */
  _foi_window_save_to (save->window, file, own == NULL || !g_file_equal (file, own),
                       save->then_close);
}

/* "FOI651119421 2024-11-27 10.42.foi.json": a name that is not there yet, so that nobody who just
 * presses Enter replaces anything. */
static char *
dup_other_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, " %Y-%m-%d %H.%M");
  const char *end = g_str_has_suffix (name, ".foi.json") ? name + strlen (name) - 9 : NULL;

  if (end == NULL && (end = strrchr (name, '.')) == NULL)
    end = name + strlen (name);
  return g_strdup_printf ("%.*s%s%s", (int) (end - name), name, time, end);
}

static void
choose_file (FoiWindow *self, gboolean then_close)
{
  GFile *file = foi_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = file != NULL
                            ? dup_other_name (file)
                            : foi_case_facts_dup_file_name (foi_document_get_case (self->document));

  foi_dialogs_save_async (GTK_WINDOW (self), _("Save Case As"), FOI_FILE_CASE, folder, name,
                          file_chosen_cb, save_new (self, NULL, then_close));
}

/* The command is there at all times: only after committing is it known whether there is anything
 * to save. */
static void
save (FoiWindow *self, gboolean then_close)
{
  foi_document_commit (self->document);
  if (foi_document_get_file (self->document) == NULL)
    choose_file (self, then_close);
  else if (foi_case_editor_is_modified (foi_document_get_editor (self->document)))
    _foi_window_save_to (self, NULL, FALSE, then_close);
}

void
_foi_window_save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  save (FOI_WINDOW (widget), FALSE);
}

void
_foi_window_save_as_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foi_document_commit (FOI_WINDOW (widget)->document);
  choose_file (FOI_WINDOW (widget), FALSE);
}

static void
close_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiWindow) self = user_data;
  const char *choice = foi_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (choice, "save") == 0)
    save (self, TRUE);
  else if (g_strcmp0 (choice, "discard") == 0)
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

/* What is lost whatever a person chooses, and what only if the changes are discarded. */
static char *
dup_loss (FoiWindow *self, gboolean can_save)
{
  const guint n_drafts = foi_cell_drafts_count (foi_document_get_case (self->document));
  const char *changes = can_save ? _("If you discard them, everything changed since it was saved "
                                     "last is lost.")
                                 : "";
  g_autofree char *n_cells = foi_number_to_words (n_drafts, 0);
  g_autofree char *drafts = NULL;

  if (n_drafts == 0)
    return g_strdup (changes);
  drafts = g_strdup_printf (ngettext ("%s cell has text that is not in the case: when the window "
                                      "closes it is lost.",
                                      "%s cells have text that is not in the case: when the "
                                      "window closes it is lost.", n_drafts),
                            n_cells);
  return g_strjoin (can_save ? "\n\n" : "", drafts, changes, NULL);
}

/* Asks what is to become of the changes. Cancel, or Escape, leaves everything as it is. */
void
_foi_window_ask_to_close (FoiWindow *self)
{
  const gboolean is_changed
    = foi_case_editor_is_modified (foi_document_get_editor (self->document))
      || foi_document_get_file (self->document) == NULL;
  const gboolean can_save = is_changed && !foi_document_is_read_only (self->document);
  const FoiChoice both[] = {
    { "discard", _("_Discard"), FOI_CHOICE_DESTRUCTIVE },
    { "save", _("_Save"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  const FoiChoice only_close[] = {
    { "discard", _("_Discard"), FOI_CHOICE_DESTRUCTIVE },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  g_autofree char *title = foi_document_dup_title (self->document);
  g_autofree char *heading = g_strdup_printf (is_changed ? _("Save the changes to “%s”?")
                                                         : _("Close “%s”?"), title);
  g_autofree char *loss = dup_loss (self, is_changed);

  gtk_window_present (GTK_WINDOW (self));
  foi_dialogs_ask_async (GTK_WINDOW (self), heading, loss, can_save ? both : only_close,
                         close_answered_cb, g_object_ref (self));
}
