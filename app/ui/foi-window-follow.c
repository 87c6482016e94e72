/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window-follow.h"
#include "foi-window-private.h"

#include <glib/gi18n.h>

#include "foi-table-grid.h"

/* Whoever types in a cell goes on typing there. */
static gboolean
is_in_cell (GtkWidget *focus)
{
  GtkWidget *grid = gtk_widget_get_ancestor (focus, FOI_TYPE_TABLE_GRID);

  return grid != NULL && foi_table_grid_is_editing (FOI_TABLE_GRID (grid));
}

/* A dialog shows what the case was when it opened, and what is typed there is not in the case. */
static gboolean
may_follow (gpointer user_data)
{
  GtkWindow *window = user_data;
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == window && gtk_widget_get_visible (link->data))
      return FALSE;
  return focus == NULL
         || (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL && !is_in_cell (focus));
}

static char *
dup_words (FoiFollow found, const char *reason)
{
  switch (found)
    {
    case FOI_FOLLOW_DONE:
      return g_strdup (_("Another person or program changed this case. It was read again: you see "
                         "it as it is now, and what was done before cannot be undone."));
    case FOI_FOLLOW_CONFLICT:
      return g_strdup (_("Another person or program changed the file of this case, and you have "
                         "changes that are not saved. Nothing is lost: choose what becomes of "
                         "both."));
    case FOI_FOLLOW_NEWER:
      return g_strdup (_("The file of this case was saved by another version of FOI Desk. You "
                         "still see the case as it was before."));
    case FOI_FOLLOW_UNREADABLE:
      /* Translators: %s says what is wrong with the file. */
      return g_strdup_printf (_("Another person or program changed the file of this case, and it "
                                "cannot be read: %s. You still see the case as it was before."),
                              reason);
    case FOI_FOLLOW_GONE:
      return g_strdup (_("The file of this case is not there any more: it was moved, renamed or "
                         "removed. You still see the case as it was before."));
    case FOI_FOLLOW_SAME:
    default:
      return NULL;
    }
}

static void
found_cb (FoiWindow *self, int found, const char *reason)
{
  g_autofree char *words = dup_words (found, reason);

  /* It is over: what was saved there is what is here, or is there again. */
  if (g_strcmp0 (foi_message_band_get_text (self->band), self->told_of_file) == 0)
    foi_message_band_dismiss (self->band);
  g_free (self->told_of_file);
  self->told_of_file = g_strdup (words);
  /* What was issued there went out with what the case says now. */
  if (found == FOI_FOLLOW_DONE)
    g_clear_pointer (&self->sent_state, foi_case_state_unref);
  if (words != NULL)
    foi_message_band_tell (self->band, words);
  if (found == FOI_FOLLOW_CONFLICT)
    foi_message_band_offer (self->band, _("Choose…"), "win.settle-conflict");
  else if (found == FOI_FOLLOW_NEWER || found == FOI_FOLLOW_UNREADABLE)
    foi_message_band_offer (self->band, _("Look at It"), "win.look-at-file");
}

/* In another window: this one has the case as it was. */
void
_foi_window_look_at_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GFile *file = foi_document_get_file (FOI_WINDOW (widget)->document);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    gtk_widget_activate_action (widget, "app.open-again", "s", uri);
}

/* Has the window show what others do to the file of its case. */
void
_foi_window_follow_file (FoiWindow *self)
{
  self->follower = foi_case_follower_new (self->document, may_follow, self);
  g_signal_connect_object (self->follower, "found", G_CALLBACK (found_cb), self,
                           G_CONNECT_SWAPPED);
}
