/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-saved-window.h"

#include <glib/gi18n.h>

#include "foi-focus.h"
#include "foi-saved-dialog.h"
#include "foi-saved-lists.h"

struct _FoiSavedWindow
{
  GtkWindow parent_instance;

  char         *proposed;    /* the words of a new paragraph; may be empty */
  GCancellable *cancellable; /* of the reading, while it runs */
  FoiSavedLists *lists;
  char         *shown;       /* (nullable): the title to be chosen after the reading */
  FoiSavedItem *removed;     /* (nullable): what can be brought back */

  GtkWidget *search;
  GtkWidget *problem;
  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *list;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *remove_button;
  GtkWidget *change_button;
  GtkWidget *undo_button;
  GtkWidget *insert_button;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiSavedWindow, foi_saved_window, GTK_TYPE_WINDOW)

static FoiSavedItem *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static FoiSavedItem *
get_chosen (FoiSavedWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)) ? get_item (row) : NULL;
}

static const char *
get_whose (const FoiSavedItem *item)
{
  return item->is_shared ? _("The authority’s") : _("Your own");
}

/* ---- what is shown --------------------------------------------------------------------------- */

static void
chosen_cb (FoiSavedWindow *self)
{
  const FoiSavedItem *item;

  /* The list lets go of its rows as the window goes. */
  if (self->lists == NULL)
    return;
  item = get_chosen (self);
  gtk_widget_set_sensitive (self->insert_button, item != NULL);
  gtk_widget_set_sensitive (self->change_button, item != NULL);
  gtk_widget_set_sensitive (self->remove_button, item != NULL);
  gtk_label_set_text (GTK_LABEL (self->title), item != NULL ? item->paragraph->title : "");
  gtk_label_set_text (GTK_LABEL (self->text), item != NULL ? item->paragraph->text : "");
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  FoiSavedWindow *self = user_data;

  return foi_saved_paragraph_matches (get_item (row)->paragraph,
                                      gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Chooses the one called @title, else the first that is not filtered out. */
static void
choose (FoiSavedWindow *self, const char *title)
{
  GtkListBoxRow *row, *first = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      if (!filter_cb (row, self))
        continue;
      if (title != NULL && g_str_equal (get_item (row)->paragraph->title, title))
        {
          first = row;
          break;
        }
      if (first == NULL)
        first = row;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), first);
  chosen_cb (self);
}

static void
show_stack (FoiSavedWindow *self)
{
  const char *words = NULL;

  if (self->lists->items->len == 0)
    words = _("Nothing is saved yet. Words that you use again and again can be kept here, for you "
              "or for everybody of the authority.");
  else if (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) == NULL)
    words = _("No saved paragraph has all these words.");
  if (words != NULL)
    gtk_label_set_text (GTK_LABEL (self->empty), words);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), words != NULL ? "words"
                                                                           : "paragraphs");
}

static void
search_changed_cb (FoiSavedWindow *self)
{
  if (self->lists == NULL)
    return;
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  choose (self, NULL);
  show_stack (self);
}

static void
add_row (FoiSavedWindow *self, FoiSavedItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (item->paragraph->title);
  GtkWidget *whose = gtk_label_new (get_whose (item));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (whose), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (whose, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), whose);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "item", item);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_lists (FoiSavedWindow *self, FoiSavedLists *lists)
{
  g_autoptr (FoiSavedLists) before = g_steal_pointer (&self->lists);
  GtkListBoxRow *row;

  /* The rows point at what was read before. */
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  self->lists = lists;
  for (guint i = 0; i < lists->items->len; i++)
    add_row (self, g_ptr_array_index (lists->items, i));
  gtk_label_set_text (GTK_LABEL (self->problem), lists->problem != NULL ? lists->problem : "");
  gtk_widget_set_visible (self->problem, lists->problem != NULL);
  choose (self, self->shown);
  g_clear_pointer (&self->shown, g_free);
  show_stack (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiSavedWindow) self = user_data;
  FoiSavedLists *lists = foi_saved_lists_load_finish (result);

  /* The window may have gone meanwhile. */
  if (lists == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_lists (self, lists);
}

static void
load (FoiSavedWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foi_saved_lists_load_async (self->cancellable, loaded_cb, g_object_ref (self));
}

/* ---- the person ------------------------------------------------------------------------------ */

static void
insert_cb (FoiSavedWindow *self)
{
  const FoiSavedItem *item = get_chosen (self);

  if (item == NULL)
    return;
  g_signal_emit (self, signals[CHOSEN], 0, item->paragraph->text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kept_cb (const char *title, gboolean is_shared, gpointer user_data)
{
  FoiSavedWindow *self = user_data;

  g_free (self->shown);
  self->shown = g_strdup (title);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  load (self);
}

static void
new_cb (FoiSavedWindow *self)
{
  foi_saved_dialog_present (GTK_WINDOW (self), NULL, self->proposed, kept_cb, g_object_ref (self),
                            g_object_unref);
}

static void
change_cb (FoiSavedWindow *self)
{
  const FoiSavedItem *item = get_chosen (self);

  if (item != NULL)
    foi_saved_dialog_present (GTK_WINDOW (self), item, NULL, kept_cb, g_object_ref (self),
                              g_object_unref);
}

static void
show_problem (FoiSavedWindow *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static void
update_undo (FoiSavedWindow *self)
{
  g_autofree char *label = NULL;

  if (self->removed != NULL)
    {
      /* Translators: brings back a saved paragraph; its title. */
      label = g_strdup_printf (_("Bring Back “%s”"), self->removed->paragraph->title);
      gtk_button_set_label (GTK_BUTTON (self->undo_button), label);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->undo_button))),
                               PANGO_ELLIPSIZE_MIDDLE);
    }
  gtk_widget_set_visible (self->undo_button, self->removed != NULL);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiSavedWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foi_saved_lists_change_finish (result, &error))
    {
      g_clear_pointer (&self->removed, foi_saved_item_free);
      show_problem (self, error);
    }
  update_undo (self);
  load (self);
}

static void
brought_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiSavedWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (foi_saved_lists_change_finish (result, &error))
    g_clear_pointer (&self->removed, foi_saved_item_free);
  else
    show_problem (self, error);
  update_undo (self);
  load (self);
}

/* Nothing is asked: what was removed can be brought back while the window is open. */
static void
remove_cb (FoiSavedWindow *self)
{
  const FoiSavedItem *item = get_chosen (self);

  if (item == NULL || foi_saved_window_is_busy (self))
    return;
  g_clear_pointer (&self->removed, foi_saved_item_free);
  self->removed = g_new (FoiSavedItem, 1);
  self->removed->paragraph = g_new (FoiSavedParagraph, 1);
  self->removed->paragraph->title = g_strdup (item->paragraph->title);
  self->removed->paragraph->text = g_strdup (item->paragraph->text);
  self->removed->is_shared = item->is_shared;
  foi_saved_lists_remove_async (item->is_shared, item->paragraph->title, removed_cb,
                                g_object_ref (self));
}

static void
undo_cb (FoiSavedWindow *self)
{
  const FoiSavedItem *item = self->removed;

  if (item == NULL)
    return;
  g_free (self->shown);
  self->shown = g_strdup (item->paragraph->title);
  foi_saved_lists_put_async (item->is_shared, NULL, item->paragraph->title, item->paragraph->text,
                             brought_back_cb, g_object_ref (self));
}

/* Up and Down go through the list while one types. */
static gboolean
key_pressed_cb (FoiSavedWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  const int step = keyval == GDK_KEY_Down ? 1 : -1;
  int index;

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_Up) || row == NULL
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  index = gtk_list_box_row_get_index (row);
  do
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index += step);
  while (row != NULL && !filter_cb (row, self));
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  return GDK_EVENT_STOP;
}

/* ---- building -------------------------------------------------------------------------------- */

static void
foi_saved_window_dispose (GObject *object)
{
  FoiSavedWindow *self = FOI_SAVED_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lists, foi_saved_lists_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_SAVED_WINDOW);

  G_OBJECT_CLASS (foi_saved_window_parent_class)->dispose (object);
}

static void
foi_saved_window_finalize (GObject *object)
{
  FoiSavedWindow *self = FOI_SAVED_WINDOW (object);

  g_free (self->proposed);
  g_free (self->shown);
  foi_saved_item_free (self->removed);

  G_OBJECT_CLASS (foi_saved_window_parent_class)->finalize (object);
}

static void
foi_saved_window_class_init (FoiSavedWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_saved_window_dispose;
  object_class->finalize = foi_saved_window_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", FOI_TYPE_SAVED_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-saved-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, search);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, list);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, text);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, change_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSavedWindow, insert_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
foi_saved_window_init (FoiSavedWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  foi_focus_leave_by_tab (self->list);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);
}

/**
 * foi_saved_window_present:
 * @parent: the window of the case
 * @text: (nullable): words of the case that a new paragraph may be made of
 *
 * Shows the saved paragraphs.
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
GtkWidget *
foi_saved_window_present (GtkWindow *parent, const char *text)
{
  FoiSavedWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (FOI_TYPE_SAVED_WINDOW, "transient-for", parent, NULL);
  self->proposed = g_strdup (text != NULL ? text : "");
  load (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * foi_saved_window_is_busy:
 *
 * Returns: whether the lists are being read.
 */
gboolean
foi_saved_window_is_busy (FoiSavedWindow *self)
{
  g_return_val_if_fail (FOI_IS_SAVED_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}
