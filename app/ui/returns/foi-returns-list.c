/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-returns-list.h"

#include <glib/gi18n.h>

#include "foi-list-filler.h"

/* Rows in a frame, and how far each level is set in, in pixels. */
#define ROWS_EACH 8
#define INDENT 22

struct _FoiReturnsList
{
  GtkWidget parent_instance;

  GtkWidget          *scroller;
  GtkWidget          *view;
  GtkSingleSelection *selection;
  FoiListFiller      *filler;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiReturnsList, foi_returns_list, GTK_TYPE_WIDGET)

/* ---- rows ------------------------------------------------------------------------------------ */

static void
setup_cb (FoiReturnsList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new (NULL), *value = gtk_label_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (box, "returns-row");
  g_object_set (words, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_item_set_child (item, box);
}

/* A number of no case leads nowhere. */
static void
bind_cb (FoiReturnsList *self, GtkListItem *list_item)
{
  FoiReturnsItem *item = gtk_list_item_get_item (list_item);
  const FoiStatisticsClass *class = foi_returns_item_get_class (item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *words = gtk_widget_get_first_child (box);
  GtkWidget *value = gtk_widget_get_next_sibling (words);
  GtkWidget *arrow = gtk_widget_get_next_sibling (value);
  GtkWidget *row = gtk_widget_get_parent (box);
  const gboolean has_cases = class->rows->len > 0;
  g_autofree char *number = foi_statistics_class_dup_value (class);
  g_autofree char *name = foi_returns_item_dup_words (item);

  gtk_label_set_label (GTK_LABEL (words), class->words);
  gtk_label_set_label (GTK_LABEL (value), number);
  gtk_widget_set_margin_start (words, INDENT * (int) class->level);
  gtk_widget_set_opacity (arrow, has_cases ? 1 : 0);
  gtk_widget_remove_css_class (box, "dim-label");
  gtk_widget_remove_css_class (box, "row-title");
  if (!has_cases)
    gtk_widget_add_css_class (box, "dim-label");
  else if (class->level == 0)
    gtk_widget_add_css_class (box, "row-title");
  gtk_list_item_set_activatable (list_item, has_cases);
  if (row != NULL)
    gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      has_cases ? _("Shows the cases that are counted") : _("There are no cases to show"), -1);
}

static void
activate_cb (FoiReturnsList *self, guint position)
{
  g_autoptr (FoiReturnsItem) item = foi_returns_list_ref_item (self, position);

  if (item != NULL && foi_returns_item_get_class (item)->rows->len > 0)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

/* ---- the list -------------------------------------------------------------------------------- */

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_RETURNS_LIST (widget)->view);
}

static void
foi_returns_list_dispose (GObject *object)
{
  FoiReturnsList *self = FOI_RETURNS_LIST (object);

  g_clear_pointer (&self->filler, foi_list_filler_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (foi_returns_list_parent_class)->dispose (object);
}

static void
foi_returns_list_class_init (FoiReturnsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_returns_list_dispose;
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "returnslist");
  signals[ACTIVATED] = g_signal_new ("activated", FOI_TYPE_RETURNS_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, g_cclosure_marshal_VOID__OBJECT, G_TYPE_NONE, 1,
                                     FOI_TYPE_RETURNS_ITEM);
}

static void
foi_returns_list_init (FoiReturnsList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (NULL, factory);
  self->filler = foi_list_filler_new (self->view, FOI_TYPE_RETURNS_ITEM, ROWS_EACH);
  self->selection
    = gtk_single_selection_new (g_object_ref (foi_list_filler_get_list (self->filler)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is counted"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is counted"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * foi_returns_list_new:
 *
 * Returns: (transfer full): a list of nothing yet.
 */
GtkWidget *
foi_returns_list_new (void)
{
  return g_object_new (FOI_TYPE_RETURNS_LIST, NULL);
}

/**
 * foi_returns_list_set:
 * @returns: all that was counted
 * @part: (nullable): a part of them
 *
 * Shows that part, a few rows in each frame.
 */
void
foi_returns_list_set (FoiReturnsList *self, FoiReturns *returns, const FoiReturnPart *part)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (FOI_IS_RETURNS_LIST (self));

  for (guint i = 0; part != NULL && i < part->classes->len; i++)
    g_ptr_array_add (items, foi_returns_item_new (returns, part, part->classes->pdata[i]));
  foi_list_filler_set (self->filler, items);
}

/**
 * foi_returns_list_get_n:
 *
 * Returns: how many numbers are shown by now.
 */
guint
foi_returns_list_get_n (FoiReturnsList *self)
{
  g_return_val_if_fail (FOI_IS_RETURNS_LIST (self), 0);

  return g_list_model_get_n_items (foi_list_filler_get_list (self->filler));
}

/**
 * foi_returns_list_ref_item:
 *
 * Returns: (transfer full) (nullable): a number that is shown.
 */
FoiReturnsItem *
foi_returns_list_ref_item (FoiReturnsList *self, guint position)
{
  g_return_val_if_fail (FOI_IS_RETURNS_LIST (self), NULL);

  return g_list_model_get_item (foi_list_filler_get_list (self->filler), position);
}
