/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-deadline-view.h"

#include <glib/gi18n.h>

#include "foi-clock-words.h"
#include "foi-deadline-strip.h"
#include "foi-string-list.h"

#define MIN_LIST_HEIGHT 170
/* Nine weeks: forty working days over Christmas are seen whole. */
#define MAX_STRIP_HEIGHT 430

struct _FoiDeadlineView
{
  GtkWidget parent_instance;

  GtkWidget     *strip;
  GtkStringList *days;
};

G_DEFINE_FINAL_TYPE (FoiDeadlineView, foi_deadline_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_list (FoiDeadlineView *self)
{
  GtkWidget *scroller = foi_string_list_new (self->days, _("Day by day"));
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("_Day by day"));

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_LIST_HEIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day by day"), -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), scroller);
  return expander;
}

static void
foi_deadline_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&FOI_DEADLINE_VIEW (object)->days);

  G_OBJECT_CLASS (foi_deadline_view_parent_class)->dispose (object);
}

static void
foi_deadline_view_class_init (FoiDeadlineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_deadline_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
foi_deadline_view_init (FoiDeadlineView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
  self->days = gtk_string_list_new (NULL);
  self->strip = foi_deadline_strip_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_STRIP_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->strip);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (make_list (self), GTK_WIDGET (self));
}

/**
 * foi_deadline_view_new:
 *
 * Returns: (transfer floating): a view without days yet.
 */
GtkWidget *
foi_deadline_view_new (void)
{
  return g_object_new (FOI_TYPE_DEADLINE_VIEW, NULL);
}

/**
 * foi_deadline_view_set:
 * @deadline: (nullable): what to show
 * @calendar: (nullable): the days that were counted
 * @today: the day it is
 */
void
foi_deadline_view_set (FoiDeadlineView *self, const FoiDeadline *deadline, FoiCalendar *calendar,
                       FoiDate today)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->days));

  g_return_if_fail (FOI_IS_DEADLINE_VIEW (self));

  for (guint i = 0; deadline != NULL && i < deadline->days->len; i++)
    g_ptr_array_add (words,
                     foi_clock_dup_day_words (&g_array_index (deadline->days, FoiClockDay, i),
                                              calendar));
  g_ptr_array_add (words, NULL);
  gtk_string_list_splice (self->days, 0, n_old, (const char *const *) words->pdata);
  foi_deadline_strip_set (FOI_DEADLINE_STRIP (self->strip), deadline, calendar, today);
  gtk_widget_set_visible (GTK_WIDGET (self), deadline != NULL);
}

/**
 * foi_deadline_view_get_days:
 *
 * Returns: (transfer none): each day in words, as #GtkStringObject.
 */
GListModel *
foi_deadline_view_get_days (FoiDeadlineView *self)
{
  g_return_val_if_fail (FOI_IS_DEADLINE_VIEW (self), NULL);
  return G_LIST_MODEL (self->days);
}
