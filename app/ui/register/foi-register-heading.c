/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-heading.h"

#include <glib/gi18n.h>

#include "foi-number.h"

struct _FoiRegisterHeading
{
  GtkWidget parent_instance;

  GtkTreeListRow   *row;   /* (nullable) */
  FoiRegisterGroup *group; /* (nullable): its own */
  GtkWidget        *box;
  GtkWidget        *arrow;
  GtkWidget        *title;
  GtkWidget        *count;
};

G_DEFINE_FINAL_TYPE (FoiRegisterHeading, foi_register_heading, GTK_TYPE_WIDGET)

static void
update (FoiRegisterHeading *self)
{
  g_autofree char *count = NULL;
  const gboolean is_open = self->row != NULL && gtk_tree_list_row_get_expanded (self->row);
  const gboolean is_left = gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL;

  if (self->group == NULL)
    return;
  count = foi_number_to_words (foi_register_group_get_n_cases (self->group), 0);
  gtk_label_set_text (GTK_LABEL (self->title), foi_register_group_get_title (self->group));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                is_open ? "pan-down-symbolic"
                                        : is_left ? "pan-end-symbolic" : "pan-start-symbolic");
}

static void
clicked_cb (FoiRegisterHeading *self)
{
  if (self->row != NULL)
    foi_register_rows_fold (self->row, gtk_tree_list_row_get_expanded (self->row));
}

/* The row must not take the second press of a hasty person for its own. */
static void
pressed_cb (GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
forget (FoiRegisterHeading *self)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  if (self->group != NULL)
    g_signal_handlers_disconnect_by_data (foi_register_group_get_cases (self->group), self);
  g_clear_object (&self->row);
  g_clear_object (&self->group);
}

static void
foi_register_heading_dispose (GObject *object)
{
  FoiRegisterHeading *self = FOI_REGISTER_HEADING (object);

  forget (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (foi_register_heading_parent_class)->dispose (object);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  FoiRegisterHeading *self = FOI_REGISTER_HEADING (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (self->box, orientation, -1, minimum, natural, minimum_baseline,
                        natural_baseline);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoiRegisterHeading *self = FOI_REGISTER_HEADING (widget);
  int wanted;
  GtkAllocation area = { 0, 0, 0, height };

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  area.width = wanted;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = width - wanted;
  gtk_widget_size_allocate (self->box, &area, baseline);
}

static void
foi_register_heading_class_init (FoiRegisterHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_register_heading_dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_css_name (widget_class, "registerheading");
}

static void
foi_register_heading_init (FoiRegisterHeading *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->arrow = gtk_image_new ();
  self->title = gtk_label_new (NULL);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->arrow);
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->count);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->box, GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
foi_register_heading_new (void)
{
  return g_object_new (FOI_TYPE_REGISTER_HEADING, NULL);
}

/**
 * foi_register_heading_set_row:
 * @row: (nullable): the row of a group
 *
 * Says what the heading of that group says, and follows it.
 */
void
foi_register_heading_set_row (FoiRegisterHeading *self, GtkTreeListRow *row)
{
  g_return_if_fail (FOI_IS_REGISTER_HEADING (self));

  forget (self);
  self->group = foi_register_rows_ref_group (row);
  if (self->group == NULL)
    return;
  self->row = g_object_ref (row);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (update), self);
  g_signal_connect_swapped (foi_register_group_get_cases (self->group), "items-changed",
                            G_CALLBACK (update), self);
  update (self);
}

/**
 * foi_register_heading_dup_words:
 *
 * Returns: (transfer full): what a screen reader says of it.
 */
char *
foi_register_heading_dup_words (FoiRegisterHeading *self)
{
  guint n;

  g_return_val_if_fail (FOI_IS_REGISTER_HEADING (self) && self->group != NULL, NULL);

  n = foi_register_group_get_n_cases (self->group);
  /* Translators: the heading of a group, and how many cases there are in it. */
  return g_strdup_printf (ngettext ("%s, %u case", "%s, %u cases", n),
                          foi_register_group_get_title (self->group), n);
}
