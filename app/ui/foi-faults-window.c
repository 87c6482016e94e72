/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-faults-window.h"

#include <glib/gi18n.h>

#include "foi-error.h"

struct _FoiFaultsWindow
{
  GtkWindow parent_instance;

  GtkWidget *heading;
  GtkWidget *advice;
  GtkWidget *list;
  char      *text;      /* all of it, to be copied */
};

G_DEFINE_FINAL_TYPE (FoiFaultsWindow, foi_faults_window, GTK_TYPE_WINDOW)

static void
copy_cb (FoiFaultsWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
foi_faults_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOI_TYPE_FAULTS_WINDOW);

  G_OBJECT_CLASS (foi_faults_window_parent_class)->dispose (object);
}

static void
foi_faults_window_finalize (GObject *object)
{
  g_free (FOI_FAULTS_WINDOW (object)->text);

  G_OBJECT_CLASS (foi_faults_window_parent_class)->finalize (object);
}

static void
foi_faults_window_class_init (FoiFaultsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_faults_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_faults_window_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-faults-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiFaultsWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, FoiFaultsWindow, advice);
  gtk_widget_class_bind_template_child (widget_class, FoiFaultsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foi_faults_window_init (FoiFaultsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Tab goes through the list's rows, not through the texts in them. */
  gtk_widget_set_focusable (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_fault (FoiFaultsWindow *self, const char *where, const char *message)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = where != NULL ? g_strconcat (message, ", ", where, NULL)
                                        : g_strdup (message);

  gtk_box_append (GTK_BOX (box), new_label (message, NULL));
  if (where != NULL)
    gtk_box_append (GTK_BOX (box), new_label (where, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
list_faults (FoiFaultsWindow *self, GFile *file, const GError *error, GPtrArray *faults)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const FoiFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *where = g_strdup_printf (_("line %u, column %u · %s"), fault->line,
                                                fault->column,
                                                fault->path != NULL ? fault->path : "$");

      add_fault (self, where, fault->message);
      /* As compilers and `foi check` write it. */
      g_string_append_printf (text, "%s:%u:%u: %s: %s\n", path, fault->line, fault->column,
                              fault->path != NULL ? fault->path : "$", fault->message);
    }
  if (faults == NULL || faults->len == 0)
    {
      add_fault (self, NULL, error->message);
      g_string_append_printf (text, "%s: %s\n", path, error->message);
    }
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
advice_for (const GError *error)
{
  if (error->domain == FOI_ERROR)
    return _("Nothing was changed. Send these lines to whoever made the file, or open an earlier "
             "copy of it.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _("It may have been moved, renamed or deleted, or the drive that it is on is not "
             "connected.");
  return _("Nothing was changed. Try again, or copy the file to your own computer and open it "
           "there.");
}

/**
 * foi_faults_window_present:
 * @error: why it was not opened
 * @faults: (nullable) (element-type FoiFault): every fault of it
 *
 * Tells a person why a file was not opened, and what to do.
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
FoiFaultsWindow *
foi_faults_window_present (GtkApplication *application, GFile *file, const GError *error,
                           GPtrArray *faults)
{
  FoiFaultsWindow *self;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (FOI_TYPE_FAULTS_WINDOW, "application", application, NULL);
  name = g_file_get_basename (file);
  heading = g_strdup_printf (_("“%s” could not be opened"), name);
  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_label_set_label (GTK_LABEL (self->advice), advice_for (error));
  list_faults (self, file, error, faults);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * foi_faults_window_dup_text:
 *
 * Returns: (transfer full): what is copied: a line for each fault, "file:line:column: path: why".
 */
char *
foi_faults_window_dup_text (FoiFaultsWindow *self)
{
  g_return_val_if_fail (FOI_IS_FAULTS_WINDOW (self), NULL);
  return g_strdup (self->text);
}
