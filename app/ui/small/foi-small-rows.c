/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cell-words.h"
#include "foi-totals.h"

/* Pixels that the list has before it is scrolled, and that a row of it takes. */
#define LIST_HEIGHT 136
#define ROW_HEIGHT 28

struct _FoiSmallRows
{
  GtkBox parent_instance;

  gboolean   updating;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *label;
  GtkWidget *name;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiSmallRows, foi_small_rows, GTK_TYPE_BOX)

static void
changed_cb (FoiSmallRows *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static guint64
get_row (GtkWidget *check)
{
  return *(guint64 *) g_object_get_data (G_OBJECT (check), "row");
}

static void
foi_small_rows_class_init (FoiSmallRowsClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_SMALL_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_small_rows_init (FoiSmallRows *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Together the_y are called"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rows that become one"), -1);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scroller = gtk_scrolled_window_new ();
  g_object_set (self->scroller, "child", self->list, "has-frame", TRUE, "hscrollbar-policy",
                GTK_POLICY_NEVER, "max-content-height", LIST_HEIGHT, "propagate-natural-height",
                TRUE, NULL);
  self->name = gtk_entry_new ();
  self->label = label;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->name);
  gtk_entry_set_activates_default (GTK_ENTRY (self->name), FALSE);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->scroller);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), self->name);
}

/**
 * foi_small_rows_new:
 *
 * Returns: (transfer floating): a list without rows.
 */
GtkWidget *
foi_small_rows_new (void)
{
  return g_object_new (FOI_TYPE_SMALL_ROWS, NULL);
}

static void
clear_list (FoiSmallRows *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

static void
make_room (FoiSmallRows *self, guint n_listed)
{
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              (int) MIN (n_listed * ROW_HEIGHT, LIST_HEIGHT));
}

static void
add_row (FoiSmallRows *self, FoiTableData *data, guint position)
{
  FoiRecord *record = foi_row_store_get (foi_table_data_get_rows (data), position);
  g_autofree char *name = foi_cell_words_row (data, record, position);
  GtkWidget *check = gtk_check_button_new_with_label (name);

  g_object_set_data_full (G_OBJECT (check), "row", g_memdup2 (&record->id, sizeof record->id),
                          g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), check);
}

/**
 * foi_small_rows_set_table:
 * @data: a table
 *
 * Lists its rows, but for totals; none of a long table.
 *
 * Returns: how many rows are listed.
 */
guint
foi_small_rows_set_table (FoiSmallRows *self, FoiTableData *data)
{
  guint n_rows, n_listed = 0;

  g_return_val_if_fail (FOI_IS_SMALL_ROWS (self) && data != NULL, 0);

  clear_list (self);
  n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  for (guint i = 0; i < n_rows && n_rows <= FOI_SMALL_MAX_ROWS; i++)
    if (!foi_totals_is_row (data, i))
      {
        add_row (self, data, i);
        n_listed++;
      }
  make_room (self, n_listed);
  return n_listed;
}

/**
 * foi_small_rows_set_columns:
 * @data: a table
 *
 * Lists its columns of counts, but for totals: what becomes one is columns from now on.
 *
 * Returns: how many are listed.
 */
guint
foi_small_rows_set_columns (FoiSmallRows *self, FoiTableData *data)
{
  guint n_listed = 0;

  g_return_val_if_fail (FOI_IS_SMALL_ROWS (self) && data != NULL, 0);

  clear_list (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns that become one"), -1);
  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->label), _("The_ir heading together"));
  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      FoiColumn *column = foi_table_data_get_column (data, i);
      GtkWidget *check;

      if (foi_table_data_is_key (data, i) || foi_column_is_left_out (column)
          || foi_column_get_value_type (column) != FOI_VALUE_INTEGER
          || foi_totals_is_column (data, i))
        continue;
      check = gtk_check_button_new_with_label (foi_column_get_title (column));
      g_object_set_data_full (G_OBJECT (check), "column", g_strdup (foi_column_get_name (column)),
                              g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->list), check);
      n_listed++;
    }
  make_room (self, n_listed);
  return n_listed;
}

/**
 * foi_small_rows_ask_columns:
 *
 * Asks for the columns that are chosen to become one, called after all of them if nothing is typed;
 * of less than two there is nothing to ask.
 */
void
foi_small_rows_ask_columns (FoiSmallRows *self, FoiRemedyRequest *request)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) headings = NULL;
  const char *name;

  g_return_if_fail (FOI_IS_SMALL_ROWS (self) && request != NULL);

  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      {
        g_strv_builder_add (names, g_object_get_data (G_OBJECT (check), "column"));
        g_strv_builder_add (titles, gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));
      }
  headings = g_strv_builder_end (titles);
  if (g_strv_length (headings) < 2)
    return;
  request->columns = g_strv_builder_end (names);
  name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  request->columns_label = name[strspn (name, " \t")] != '\0'
                             ? g_strstrip (g_strdup (name)) : g_strjoinv (", ", headings);
}

/**
 * foi_small_rows_set_rows:
 * @rows: (element-type guint64): ids of rows
 * @label: (nullable): what they are called together
 *
 * Chooses rows. Nobody is told of it by "changed".
 */
void
foi_small_rows_set_rows (FoiSmallRows *self, GArray *rows, const char *label)
{
  g_return_if_fail (FOI_IS_SMALL_ROWS (self) && rows != NULL);

  self->updating = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      gboolean chosen = FALSE;

      for (guint i = 0; i < rows->len; i++)
        chosen = chosen || g_array_index (rows, guint64, i) == get_row (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->name), label != NULL ? label : "");
  self->updating = FALSE;
}

/**
 * foi_small_rows_ask:
 *
 * Asks for the rows that are chosen to become one; of less than two there is nothing to ask.
 */
void
foi_small_rows_ask (FoiSmallRows *self, FoiRemedyRequest *request)
{
  const char *name;

  g_return_if_fail (FOI_IS_SMALL_ROWS (self) && request != NULL);

  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      const guint64 row = get_row (check);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_array_append_val (request->rows, row);
    }
  if (request->rows->len < 2)
    g_array_set_size (request->rows, 0);
  name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  if (request->rows->len > 0 && name[strspn (name, " \t")] != '\0')
    request->rows_label = g_strstrip (g_strdup (name));
}
