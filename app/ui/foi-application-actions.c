/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-application-private.h"

#include <glib/gi18n.h>

#include "foi-dialogs.h"
#include "foi-help.h"
#include "foi-new-case-window.h"
#include "foi-opener.h"
#include "foi-days-window.h"
#include "foi-inspect-window.h"
#include "foi-preferences-window.h"
#include "foi-start-window.h"
#include "foi-window.h"

static GtkWindow *
active_window (gpointer application)
{
  return gtk_application_get_active_window (GTK_APPLICATION (application));
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiApplication) self = user_data;
  g_autoptr (GListModel) files = foi_dialogs_open_finish (result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      foi_opener_open (self, file, FOI_OPEN_CASE);
    }
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_window_present (GTK_WINDOW (foi_new_case_window_new (self)));
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  foi_dialogs_open_async (active_window (self), _("Open Cases"), FOI_FILE_CASE, TRUE,
                          files_chosen_cb, g_object_ref (self));
}

static void
open_uri_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  foi_opener_open (self, file, FOI_OPEN_CASE);
}

static void
open_again_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  foi_opener_open (self, file, FOI_OPEN_AGAIN);
}

static void
example_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (FOI_EXAMPLE_URI);

  foi_opener_open (self, file, FOI_OPEN_EXAMPLE);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  GtkWindow *parent = active_window (self);
  FoiDocument *document = NULL;

  for (GList *link = gtk_application_get_windows (self); link != NULL; link = link->next)
    {
      if (FOI_IS_PREFERENCES_WINDOW (link->data))
        {
          gtk_window_present (link->data);
          return;
        }
    }
  if (FOI_IS_WINDOW (parent))
    document = foi_window_get_document (FOI_WINDOW (parent));
  foi_preferences_window_present (self, parent, document);
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  foi_help_show (active_window (self));
}

static void
count_days_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  foi_days_window_present (self);
}

static void
inspect_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  foi_inspect_window_present (self, NULL);
}

static void
cases_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  foi_start_window_present (self);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_show_about_dialog (
    active_window (self), "program-name", _("FOI Desk"), "logo-icon-name", FOI_APP_ID, "version",
    FOI_VERSION FOI_NAME_SUFFIX, "license-type", GTK_LICENSE_GPL_3_0, "copyright",
    _("© The FOI Desk developers"), "comments",
    _("Answers Freedom of Information requests with their figures.\n\n"
      "FOI Desk helps with drafting. It gives no legal advice: what is sent is decided by the "
      "person who sends it."),
    NULL);
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GtkBuilder) builder
    = gtk_builder_new_from_resource ("/io/github/foidesk/FoiDesk/ui/foi-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, active_window (self));
  gtk_window_present (window);
}

/* Each window asks for itself; one that is cancelled stays, and the program with it. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (self));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.cases", { "<Control><Shift>o" } },
  { "app.count-days", { "<Control>d" } },
  { "app.inspect", { "<Control>h" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.help", { "F1" } },
  { "app.shortcuts", { "<Control>question", "<Control>F1" } },
  { "app.quit", { "<Control>q" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.print", { "<Control>p" } },
  { "win.start-review", { "<Control><Shift>k" } },
  { "win.close", { "<Control>w" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.next-question", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.show-deadline", { "F7" } },
  { "win.next-todo", { "F8" } },
  { "win.checks", { "<Shift>F8" } },
  { "win.toggle-letter", { "F9" } },
  { "win.question(1)", { "<Alt>1" } },
  { "win.question(2)", { "<Alt>2" } },
  { "win.question(3)", { "<Alt>3" } },
  { "win.question(4)", { "<Alt>4" } },
  { "win.question(5)", { "<Alt>5" } },
  { "win.question(6)", { "<Alt>6" } },
  { "win.question(7)", { "<Alt>7" } },
  { "win.question(8)", { "<Alt>8" } },
  { "win.question(9)", { "<Alt>9" } },
};

void
_foi_application_add_actions (FoiApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "new", .activate = new_action },
    { .name = "open", .activate = open_action },
    { .name = "open-uri", .activate = open_uri_action, .parameter_type = "s" },
    { .name = "open-again", .activate = open_again_action, .parameter_type = "s" },
    { .name = "example", .activate = example_action },
    { .name = "cases", .activate = cases_action },
    { .name = "count-days", .activate = count_days_action },
    { .name = "inspect", .activate = inspect_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "help", .activate = help_action },
    { .name = "about", .activate = about_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "quit", .activate = quit_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      const char *keys[] = { accelerators[i].keys[0], accelerators[i].keys[1], NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, keys);
    }
}
