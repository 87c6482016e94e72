/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-start-window.h"

#include <glib/gi18n.h>

#include "foi-inspect-window.h"
#include "foi-opener.h"
#include "foi-recent.h"
#include "foi-recent-row.h"
#include "foi-register-place.h"
#include "foi-register-view.h"
#include "foi-returns-view.h"
#include "foi-settings.h"
#include "foi-wrap-layout.h"

#define MAX_RECENT 30

struct _FoiStartWindow
{
  GtkApplicationWindow parent_instance;

  GtkWidget *pages;
  GtkWidget *register_view;
  GtkWidget *returns_view;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *new_button;
};

G_DEFINE_FINAL_TYPE (FoiStartWindow, foi_start_window, GTK_TYPE_APPLICATION_WINDOW)

static void
missing_cb (gpointer listener, GFile *file)
{
  FoiStartWindow *self = FOI_START_WINDOW (listener);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      if (g_file_equal (foi_recent_row_get_file (FOI_RECENT_ROW (row)), file))
        foi_recent_row_set_missing (FOI_RECENT_ROW (row));
    }
}

static GtkListBoxRow *
find_row (FoiStartWindow *self, GFile *file)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      if (file == NULL || g_file_equal (foi_recent_row_get_file (FOI_RECENT_ROW (row)), file))
        return row;
    }
  return NULL;
}

/* The file of the row that has the focus, or NULL. */
static GFile *
ref_focused_file (FoiStartWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, FOI_TYPE_RECENT_ROW) : NULL;

  return row != NULL ? g_object_ref (foi_recent_row_get_file (FOI_RECENT_ROW (row))) : NULL;
}

/* Enter goes on with the case used last, where there is none yet it begins one; a person who went
 * elsewhere stays there. */
static void
give_focus (FoiStartWindow *self, GFile *file)
{
  GtkListBoxRow *row = find_row (self, file);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "register") == 0)
    {
      gtk_widget_grab_focus (
        GTK_WIDGET (foi_register_view_get_table (FOI_REGISTER_VIEW (self->register_view))));
      return;
    }
  if (row == NULL)
    row = find_row (self, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), row != NULL ? GTK_WIDGET (row) : self->new_button);
}

/* The rows are made anew whenever the desktop's list changes, also under the focus. */
static void
fill (FoiStartWindow *self)
{
  g_autoptr (GPtrArray) recents = foi_recent_list (MAX_RECENT);
  g_autoptr (GFile) focused = ref_focused_file (self);
  const gboolean is_elsewhere = focused == NULL && gtk_window_get_focus (GTK_WINDOW (self)) != NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < recents->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         foi_recent_row_new (g_ptr_array_index (recents, i)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), recents->len > 0 ? "recent" : "empty");
  if (!is_elsewhere)
    give_focus (self, focused);
  foi_recent_find_missing (recents, G_OBJECT (self), missing_cb);
}

static void
row_activated_cb (FoiStartWindow *self, GtkListBoxRow *row)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GFile *file = foi_recent_row_get_file (FOI_RECENT_ROW (row));

  g_application_open (application, &file, 1, "");
}

/* What was found by words is shown where they stand. */
static void
register_activated_cb (FoiStartWindow *self, FoiRegisterItem *item)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = g_file_new_for_path (foi_register_item_get_row (item)->path);
  const char *found = foi_register_item_get_place (item);
  g_autofree char *place = found != NULL ? foi_register_place_dup_editor (found) : NULL;

  if (place != NULL)
    foi_opener_open_at (FOI_APPLICATION (application), file, place);
  else
    foi_opener_open (FOI_APPLICATION (application), file, FOI_OPEN_CASE);
}

/* A number of the statistics is looked at: its cases, in the register. */
static void
returns_activated_cb (FoiStartWindow *self, FoiReturnsItem *item)
{
  g_autoptr (GHashTable) paths = foi_returns_item_list_paths (item);
  g_autofree char *words = foi_returns_view_dup_words (FOI_RETURNS_VIEW (self->returns_view), item);
  FoiRegisterView *view = FOI_REGISTER_VIEW (self->register_view);

  foi_register_view_choose (view, paths, words);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "register");
  gtk_widget_grab_focus (GTK_WIDGET (foi_register_view_get_table (view)));
}

/* Back to the number whose cases were looked at. */
static void
register_back_cb (FoiStartWindow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "returns");
  gtk_widget_grab_focus (
    GTK_WIDGET (foi_returns_view_get_list (FOI_RETURNS_VIEW (self->returns_view))));
}

static void
choose_folder_cb (FoiStartWindow *self)
{
  foi_register_view_choose_folder (FOI_REGISTER_VIEW (self->register_view));
}

/* Shared folders do not tell: who comes back to the window sees what there is now. */
static void
active_changed_cb (FoiStartWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    foi_register_refresh (
      foi_register_view_get_register (FOI_REGISTER_VIEW (self->register_view)));
}

static gboolean
dropped_cb (FoiStartWindow *self, const GValue *value)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GSList *files = g_value_get_boxed (value);

  for (GSList *link = files; link != NULL; link = link->next)
    {
      GFile *file = link->data;

      if (foi_inspect_takes (file))
        foi_inspect_window_present (GTK_APPLICATION (application), file);
      else
        g_application_open (application, &file, 1, "");
    }
  return files != NULL;
}

static void
foi_start_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOI_TYPE_START_WINDOW);

  G_OBJECT_CLASS (foi_start_window_parent_class)->dispose (object);
}

static void
foi_start_window_class_init (FoiStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_start_window_dispose;

  g_type_ensure (FOI_TYPE_REGISTER_VIEW);
  g_type_ensure (FOI_TYPE_RETURNS_VIEW);
  g_type_ensure (FOI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiStartWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, FoiStartWindow, register_view);
  gtk_widget_class_bind_template_child (widget_class, FoiStartWindow, returns_view);
  gtk_widget_class_bind_template_child (widget_class, FoiStartWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FoiStartWindow, list);
  gtk_widget_class_bind_template_child (widget_class, FoiStartWindow, new_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, returns_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

/* The keys of the register are heard wherever in the window the focus is, while it is shown. */
static gboolean
key_pressed_cb (FoiStartWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "register") != 0)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_ALT_MASK && keyval >= GDK_KEY_1 && keyval < GDK_KEY_1 + FOI_N_FILTERS)
    return gtk_widget_activate_action (self->register_view, "register.filter", "i",
                                       (gint32) (keyval - GDK_KEY_1));
  if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_f)
    return gtk_widget_activate_action (self->register_view, "register.search", NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
foi_start_window_init (FoiStartWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  foi_returns_view_set_register (
    FOI_RETURNS_VIEW (self->returns_view),
    foi_register_view_get_register (FOI_REGISTER_VIEW (self->register_view)));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  /* Who has chosen a folder begins with what there is to do in it. */
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages),
                                    foi_start_window_has_register (self) ? "register" : "lately");
  foi_settings_bind_start_window (foi_settings_get_default (), G_OBJECT (self));
  fill (self);
}

/**
 * foi_start_window_has_register:
 *
 * Returns: whether it lists the cases of a folder.
 */
gboolean
foi_start_window_has_register (FoiStartWindow *self)
{
  FoiRegisterView *view;

  g_return_val_if_fail (FOI_IS_START_WINDOW (self), FALSE);

  view = FOI_REGISTER_VIEW (self->register_view);
  return foi_register_get_folder (foi_register_view_get_register (view)) != NULL;
}

/**
 * foi_start_window_new:
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
GtkWidget *
foi_start_window_new (GtkApplication *application)
{
  FoiStartWindow *self = g_object_new (FOI_TYPE_START_WINDOW, "application", application, NULL);

  /* Buttons can have it only now that there are the actions of the application. */
  give_focus (self, NULL);
  return GTK_WIDGET (self);
}

/**
 * foi_start_window_present:
 * @application: the program
 *
 * Shows the window with the cases, whether or not it is there already.
 */
void
foi_start_window_present (GtkApplication *application)
{
  GtkWindow *window = NULL;

  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (GList *link = gtk_application_get_windows (application); link != NULL && window == NULL;
       link = link->next)
    if (FOI_IS_START_WINDOW (link->data))
      window = link->data;
  if (window == NULL)
    window = GTK_WINDOW (foi_start_window_new (application));
  gtk_window_present (window);
}

/**
 * foi_start_window_get_n_recent:
 *
 * Returns: how many cases it lists.
 */
guint
foi_start_window_get_n_recent (FoiStartWindow *self)
{
  guint n = 0;

  g_return_val_if_fail (FOI_IS_START_WINDOW (self), 0);

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n) != NULL)
    n++;
  return n;
}
