/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recent-row.h"

#include <glib/gi18n.h>

struct _FoiRecentRow
{
  GtkListBoxRow parent_instance;

  GFile     *file;
  GtkWidget *title;
  GtkWidget *folder;
  GtkWidget *used;
};

G_DEFINE_FINAL_TYPE (FoiRecentRow, foi_recent_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_cb (FoiRecentRow *self)
{
  foi_recent_remove (self->file);
}

static void
foi_recent_row_dispose (GObject *object)
{
  FoiRecentRow *self = FOI_RECENT_ROW (object);

  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_RECENT_ROW);

  G_OBJECT_CLASS (foi_recent_row_parent_class)->dispose (object);
}

static void
foi_recent_row_class_init (FoiRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_recent_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiRecentRow, title);
  gtk_widget_class_bind_template_child (widget_class, FoiRecentRow, folder);
  gtk_widget_class_bind_template_child (widget_class, FoiRecentRow, used);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
foi_recent_row_init (FoiRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_used (FoiRecentRow *self, const char *used)
{
  g_autofree char *name
    = g_strdup_printf ("%s, %s, %s", gtk_label_get_label (GTK_LABEL (self->title)), used,
                       gtk_label_get_label (GTK_LABEL (self->folder)));

  gtk_label_set_label (GTK_LABEL (self->used), used);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * foi_recent_row_new:
 *
 * Returns: (transfer floating): a row for a case used lately.
 */
GtkWidget *
foi_recent_row_new (const FoiRecent *recent)
{
  FoiRecentRow *self = g_object_new (FOI_TYPE_RECENT_ROW, NULL);
  g_autofree char *title = foi_recent_dup_title (recent);
  g_autofree char *path = g_file_get_parse_name (recent->file);
  g_autoptr (GDateTime) local = g_date_time_to_local (recent->used);
  /* Translators: a day, as strftime(3) writes it. */
  g_autofree char *day = g_date_time_format (local, _("%-d %B %Y"));

  self->file = g_object_ref (recent->file);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->folder), recent->folder);
  show_used (self, day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), path);
  return GTK_WIDGET (self);
}

/**
 * foi_recent_row_set_missing:
 *
 * Says that the case's file is not there now.
 */
void
foi_recent_row_set_missing (FoiRecentRow *self)
{
  g_return_if_fail (FOI_IS_RECENT_ROW (self));

  show_used (self, _("Not found"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
}

/**
 * foi_recent_row_get_file:
 *
 * Returns: (transfer none): the case's file.
 */
GFile *
foi_recent_row_get_file (FoiRecentRow *self)
{
  g_return_val_if_fail (FOI_IS_RECENT_ROW (self), NULL);
  return self->file;
}
