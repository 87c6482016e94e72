/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-application.h"

#include <glib/gi18n.h>

#include "foi-application-private.h"
#include "foi-dialogs.h"
#include "foi-mnemonics.h"
#include "foi-opener.h"
#include "foi-recovery-offer.h"
#include "foi-rules.h"
#include "foi-settings.h"
#include "foi-start-window.h"
#include "foi-ui-resources.h"
#include "foi-window.h"

/* So many frames are drawn before --exit-after-startup ends the program. */
#define STARTUP_FRAMES 3

struct _FoiApplication
{
  GtkApplication parent_instance;

  gboolean exit_after_startup;
  gboolean has_no_rules;       /* a person's own are wrong, and nothing is done by others */
  guint    n_frames;
};

G_DEFINE_FINAL_TYPE (FoiApplication, foi_application, GTK_TYPE_APPLICATION)

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, "/io/github/foidesk/FoiDesk/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  foi_settings_bind_dark (foi_settings_get_default (),
                          G_OBJECT (gtk_settings_get_for_display (display)));
}

/* Whoever keeps rules of their own gets no letter by others: as `foi` does, the window stops. */
static void
use_own_rules (FoiApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  self->has_no_rules = !foi_rules_use_own (&error);
  if (!self->has_no_rules)
    return;
  body = g_strdup_printf (_("%s\n\nFOI Desk starts again once this file is put right, or is no "
                            "longer in that folder."), error->message);
  foi_dialogs_tell (NULL, _("Your own rules cannot be used"), body);
}

static void
foi_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (foi_application_parent_class)->startup (application);
  foi_mnemonics_read_plainly ();

  g_set_application_name (_("FOI Desk"));
  gtk_window_set_default_icon_name (FOI_APP_ID);
  load_style ();
  _foi_application_add_actions (FOI_APPLICATION (application));
  use_own_rules (FOI_APPLICATION (application));
  if (!FOI_APPLICATION (application)->exit_after_startup
      && !FOI_APPLICATION (application)->has_no_rules)
    foi_recovery_offer (FOI_APPLICATION (application));
}

static void
foi_application_activate (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (self);

  if (window == NULL && !FOI_APPLICATION (application)->has_no_rules)
    window = GTK_WINDOW (foi_start_window_new (self));
  if (window != NULL)
    gtk_window_present (window);
}

static void
foi_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  if (FOI_APPLICATION (application)->has_no_rules)
    g_application_activate (application);
  for (int i = 0; i < n_files && !FOI_APPLICATION (application)->has_no_rules; i++)
    foi_opener_open (FOI_APPLICATION (application), files[i], FOI_OPEN_CASE);
}

static gboolean
frame_cb (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  FoiApplication *self = user_data;

  if (++self->n_frames < STARTUP_FRAMES)
    return G_SOURCE_CONTINUE;
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_REMOVE;
}

static void
foi_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (foi_application_parent_class)->window_added (application, window);
  if (FOI_APPLICATION (application)->exit_after_startup && GTK_IS_APPLICATION_WINDOW (window))
    gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_cb, application, NULL);
}

static void
close_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
}

/* GTK 4.8 never frees a popover that is open as its window goes, and asks for the pointer there. */
static void
foi_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  close_popovers (GTK_WIDGET (window));
  GTK_APPLICATION_CLASS (foi_application_parent_class)->window_removed (application, window);
}

static int
foi_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  FoiApplication *self = FOI_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("FOI Desk %s\n", FOI_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "exit-after-startup"))
    {
      /* It must be this process that shows what it shows. */
      self->exit_after_startup = TRUE;
      g_application_set_flags (application, g_application_get_flags (application)
                                              | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
foi_application_class_init (FoiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* Nothing else names them, so that the linker would leave them out of a static library's. */
  g_resources_register (foi_ui_get_resource ());
  application_class->startup = foi_application_startup;
  application_class->activate = foi_application_activate;
  application_class->open = foi_application_open;
  application_class->handle_local_options = foi_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = foi_application_window_added;
  GTK_APPLICATION_CLASS (klass)->window_removed = foi_application_window_removed;
}

static void
foi_application_init (FoiApplication *self)
{
  const GOptionEntry entries[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Say which version this is"), NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { 0 },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[CASE…]"));
}

/**
 * foi_application_new:
 *
 * Returns: (transfer full): the program.
 */
FoiApplication *
foi_application_new (void)
{
  return g_object_new (FOI_TYPE_APPLICATION, "application-id", FOI_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/foidesk/FoiDesk", NULL);
}

static void
close_start_windows (FoiApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (FOI_IS_START_WINDOW (link->data) && !foi_start_window_has_register (link->data))
        gtk_window_destroy (link->data);
    }
}

/* A question that was asked before there was a window, after a crash, lies over the first one. */
static void
lay_questions_over (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (!GTK_IS_MESSAGE_DIALOG (other) || gtk_window_get_transient_for (other) != NULL)
        continue;
      gtk_window_set_transient_for (other, window);
      gtk_window_present (other);
    }
}

/**
 * foi_application_show_document:
 * @document: a case, opened or new
 *
 * Shows a case in a window of its own, and takes the start window away unless it lists a folder.
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
GtkWindow *
foi_application_show_document (FoiApplication *self, FoiDocument *document)
{
  GtkWindow *window;

  g_return_val_if_fail (FOI_IS_APPLICATION (self), NULL);

  window = GTK_WINDOW (foi_window_new (self, document));
  gtk_window_present (window);
  lay_questions_over (window);
  close_start_windows (self);
  return window;
}

/**
 * foi_application_find_window:
 *
 * Returns: (transfer none) (nullable): the window that shows the case of a file.
 */
GtkWindow *
foi_application_find_window (FoiApplication *self, GFile *file)
{
  g_return_val_if_fail (FOI_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    {
      GFile *shown = FOI_IS_WINDOW (link->data)
                       ? foi_document_get_file (foi_window_get_document (link->data))
                       : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return link->data;
    }
  return NULL;
}
