/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-outline-row.h"

#include <glib/gi18n.h>

#include "foi-tooltip.h"

#define INDENT 20

struct _FoiOutlineRow
{
  GtkListBoxRow parent_instance;

  FoiOutlineItem *item;
  GtkWidget      *number;
  GtkWidget      *title;
  GtkWidget      *subtitle;
  GtkWidget      *badge;
};

G_DEFINE_FINAL_TYPE (FoiOutlineRow, foi_outline_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (FoiOutlineRow *self)
{
  const FoiOutlineFacts *facts = foi_outline_item_get_facts (self->item);
  g_autofree char *count = g_strdup_printf ("%u", facts->n_todos);

  gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)),
                               (int) facts->depth * INDENT);
  gtk_widget_set_visible (self->number, facts->number != NULL);
  gtk_label_set_label (GTK_LABEL (self->number), facts->number != NULL ? facts->number : "");
  gtk_label_set_label (GTK_LABEL (self->title), facts->title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), facts->subtitle);
  gtk_widget_set_visible (self->subtitle, facts->subtitle[0] != '\0');
  gtk_label_set_label (GTK_LABEL (self->badge), count);
  gtk_widget_set_visible (self->badge, facts->n_todos > 0);
  foi_tooltip_set (GTK_WIDGET (self), facts->full_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  facts->name, -1);
}

static void
foi_outline_row_dispose (GObject *object)
{
  FoiOutlineRow *self = FOI_OUTLINE_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_OUTLINE_ROW);

  G_OBJECT_CLASS (foi_outline_row_parent_class)->dispose (object);
}

static void
foi_outline_row_class_init (FoiOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_outline_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiOutlineRow, number);
  gtk_widget_class_bind_template_child (widget_class, FoiOutlineRow, title);
  gtk_widget_class_bind_template_child (widget_class, FoiOutlineRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FoiOutlineRow, badge);
}

static void
foi_outline_row_init (FoiOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * foi_outline_row_new:
 *
 * Returns: (transfer floating): a row that says what @item does.
 */
GtkWidget *
foi_outline_row_new (FoiOutlineItem *item)
{
  FoiOutlineRow *self;

  g_return_val_if_fail (FOI_IS_OUTLINE_ITEM (item), NULL);

  self = g_object_new (FOI_TYPE_OUTLINE_ROW, NULL);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * foi_outline_row_get_item:
 *
 * Returns: (transfer none): the line of the outline that it shows.
 */
FoiOutlineItem *
foi_outline_row_get_item (FoiOutlineRow *self)
{
  g_return_val_if_fail (FOI_IS_OUTLINE_ROW (self), NULL);
  return self->item;
}
