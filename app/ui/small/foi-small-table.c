/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-table.h"

#include <glib/gi18n.h>

/* Characters that a column has room for before its text is cut; the tooltip has all of it. */
#define MAX_CHARS 22

struct _FoiSmallTable
{
  GtkWidget parent_instance;

  FoiSmallPreview *preview;  /* (nullable): of the window */
  GtkWidget       *scroller;
  GtkWidget       *more;     /* how much is not shown */
};

G_DEFINE_FINAL_TYPE (FoiSmallTable, foi_small_table, GTK_TYPE_WIDGET)

/* ---- cells ----------------------------------------------------------------------------------- */

static GtkWidget *
add_line (GtkWidget *box, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* No narrower than its text, up to a width at which it is cut: where there is no room for all
 * columns they are scrolled. */
static void
set_line (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), MAX_CHARS));
  gtk_widget_set_visible (label, text[0] != '\0');
}

static guint
get_column (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static void
setup_cb (FoiSmallTable *self, GtkListItem *item, GtkListItemFactory *factory)
{
  FoiColumn *column = foi_publication_get_column (self->preview->table, get_column (factory));
  const float xalign = foi_column_is_numeric (column) ? 1 : 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "foi-small-cell");
  add_line (box, xalign, NULL);
  add_line (box, xalign, "row-subtitle");
  gtk_list_item_set_child (item, box);
}

static void
name (GtkWidget *widget, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* The row and the place that the list makes around a cell report their C types unless named. */
static void
name_parents (GtkWidget *box, FoiColumn *column, const char *row_words)
{
  GtkWidget *place = gtk_widget_get_parent (box);
  GtkWidget *row = place != NULL ? gtk_widget_get_parent (place) : NULL;

  if (row == NULL)
    return;
  name (place, foi_column_get_title (column));
  if (gtk_widget_get_prev_sibling (place) == NULL)
    name (row, row_words);
}

static void
bind_cb (FoiSmallTable *self, GtkListItem *item, GtkListItemFactory *factory)
{
  FoiSmallPreview *preview = self->preview;
  const guint column = get_column (factory);
  const guint row = g_array_index (preview->rows, guint, gtk_list_item_get_position (item));
  const char *change = foi_small_preview_get_change (preview, row, column);
  GtkStringObject *words = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *text = gtk_widget_get_first_child (box);
  GtkWidget *why = gtk_widget_get_next_sibling (text);
  g_autofree char *printed = foi_publication_format (preview->table, row, column);

  set_line (text, printed);
  set_line (why, change != NULL ? change : "");
  gtk_widget_set_tooltip_text (box, change != NULL ? change : printed);
  gtk_widget_remove_css_class (box, "changed");
  if (change != NULL)
    gtk_widget_add_css_class (box, "changed");
  gtk_widget_remove_css_class (box, "total");
  if (foi_publication_is_total_row (preview->table, row))
    gtk_widget_add_css_class (box, "total");
  name_parents (box, foi_publication_get_column (preview->table, column),
                gtk_string_object_get_string (words));
}

/* The label in the widget that the view makes of a column's title. */
static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* What stands above numbers stands where they do; and what the view makes by itself would report
 * its C type. */
static void
dress_headings (FoiSmallTable *self, GtkWidget *view)
{
  GtkWidget *header = gtk_widget_get_first_child (view);
  GtkWidget *heading = gtk_widget_get_first_child (header);

  name (header, _("Headings"));
  name (gtk_widget_get_next_sibling (header), _("Rows"));
  for (guint i = 0; i < self->preview->columns->len && heading != NULL; i++)
    {
      FoiColumn *column = foi_publication_get_column (
        self->preview->table, g_array_index (self->preview->columns, guint, i));
      GtkWidget *label = find_label (heading);

      name (heading, foi_column_get_title (column));
      if (label != NULL && foi_column_is_numeric (column))
        {
          gtk_widget_set_hexpand (label, TRUE);
          gtk_label_set_xalign (GTK_LABEL (label), 1);
        }
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/* ---- the table ------------------------------------------------------------------------------- */

static void
append_column (FoiSmallTable *self, GtkColumnView *view, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *heading
    = foi_column_dup_heading (foi_publication_get_column (self->preview->table, column));
  g_autoptr (GtkColumnViewColumn) shown = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  shown = gtk_column_view_column_new (heading, factory);
  gtk_column_view_append_column (view, shown);
}

static GtkWidget *
new_view (FoiSmallTable *self)
{
  FoiSmallPreview *preview = self->preview;
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < preview->rows->len; i++)
    gtk_string_list_take (rows, foi_small_preview_dup_row_words (
                                  preview, g_array_index (preview->rows, guint, i)));
  view = gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (rows)))));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The table as it would print"), -1);
  for (guint i = 0; i < preview->columns->len; i++)
    append_column (self, GTK_COLUMN_VIEW (view), g_array_index (preview->columns, guint, i));
  dress_headings (self, view);
  return view;
}

static void
show_more (FoiSmallTable *self)
{
  const guint n_rows = self->preview->n_rows_more, n_columns = self->preview->n_columns_more;
  g_autofree char *rows
    = g_strdup_printf (ngettext ("%u row is not shown here.", "%u rows are not shown here.",
                                 n_rows), n_rows);
  g_autofree char *columns
    = g_strdup_printf (ngettext ("%u column is not shown here.", "%u columns are not shown here.",
                                 n_columns), n_columns);
  g_autofree char *text = g_strjoin (n_rows > 0 && n_columns > 0 ? " " : "",
                                     n_rows > 0 ? rows : "", n_columns > 0 ? columns : "", NULL);

  gtk_label_set_text (GTK_LABEL (self->more), text);
  gtk_widget_set_visible (self->more, text[0] != '\0');
}

static void
foi_small_table_dispose (GObject *object)
{
  FoiSmallTable *self = FOI_SMALL_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  self->preview = NULL;

  G_OBJECT_CLASS (foi_small_table_parent_class)->dispose (object);
}

static void
foi_small_table_class_init (FoiSmallTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_small_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "smalltable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_small_table_init (FoiSmallTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "foi-card");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_add_css_class (self->more, "row-subtitle");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

/**
 * foi_small_table_new:
 *
 * Returns: (transfer floating): a table without anything in it.
 */
GtkWidget *
foi_small_table_new (void)
{
  return g_object_new (FOI_TYPE_SMALL_TABLE, NULL);
}

/**
 * foi_small_table_set_preview:
 * @preview: (nullable): what to show; it must stay until another is set
 *
 * Shows how a table would print.
 */
void
foi_small_table_set_preview (FoiSmallTable *self, FoiSmallPreview *preview)
{
  g_return_if_fail (FOI_IS_SMALL_TABLE (self));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  self->preview = preview;
  if (preview == NULL)
    return;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), new_view (self));
  show_more (self);
}
