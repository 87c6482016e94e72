/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-cells.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-errand.h"
#include "foi-register-heading.h"
#include "foi-register-rows.h"
#include "foi-register-slot.h"
#include "foi-register-text.h"

/* A cell, and what is shown in it: a case, or a group, whose heading stands in the first cell. They
 * are kept here, for a row that goes away does not tell any more what it was of. */
typedef struct
{
  GtkListItem             *item;
  const FoiRegisterColumn *column;
  GtkWidget               *label;
  GtkWidget               *below, *heading; /* (nullable): when there was one to show */
  gboolean                 is_named;
  char                    *tooltip; /* (nullable) */
  FoiRegisterSlot         *slot;
  GObject                 *row;
  FoiRegisterItem         *shown;   /* (nullable) */
  FoiRegisterGroup        *group;   /* (nullable) */
} Cell;

static FoiDate
get_today (void)
{
  return foi_almanac_get_today (foi_almanac_get_default ());
}

static gboolean
has_headings (const FoiRegisterColumn *column)
{
  return g_str_equal (column->id, "reference");
}

/* Most cells are one text: hundreds are made at the start, and say something else for each choice
 * of cases. */
static gboolean
has_more (const FoiRegisterColumn *column)
{
  return has_headings (column) || g_str_equal (column->id, "subject");
}

static Cell *
get_cell (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (item), "cell");
}

static void
clear (Cell *cell)
{
  if (cell->shown != NULL)
    g_signal_handlers_disconnect_by_data (cell->shown, cell);
  if (cell->group != NULL)
    g_signal_handlers_disconnect_by_data (foi_register_group_get_cases (cell->group), cell);
  if (cell->row != NULL)
    g_signal_handlers_disconnect_by_data (cell->row, cell);
  g_clear_object (&cell->shown);
  g_clear_object (&cell->group);
  g_clear_object (&cell->row);
}

static void
leave (Cell *cell)
{
  clear (cell);
  if (cell->slot != NULL)
    g_signal_handlers_disconnect_by_data (cell->slot, cell);
  g_clear_object (&cell->slot);
}

static void
free_cell (gpointer data)
{
  leave (data);
  g_free (((Cell *) data)->tooltip);
  g_free (data);
}

/* Asked for when the pointer rests: setting it asks the display where the pointer is each time,
 * which hundreds of cells would do for each choice of cases. */
static gboolean
query_tooltip_cb (Cell *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, cell->tooltip);
  return cell->tooltip != NULL && cell->tooltip[0] != '\0';
}

static void
set_tooltip (Cell *cell, const char *text)
{
  g_free (cell->tooltip);
  cell->tooltip = g_strdup (text);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, const FoiRegisterColumn *column)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *child;

  cell->item = item;
  cell->column = column;
  child = cell->label = foi_register_text_new (column->width);
  gtk_widget_set_hexpand (child, TRUE);
  if (has_more (column))
    {
      child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (child), cell->label);
    }
  gtk_widget_set_has_tooltip (child, TRUE);
  g_signal_connect_swapped (child, "query-tooltip", G_CALLBACK (query_tooltip_cb), cell);
  gtk_list_item_set_child (item, child);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, free_cell);
}

/* ---- names ----------------------------------------------------------------------------------- */

static GtkWidget *
get_row_widget (Cell *cell)
{
  GtkWidget *place = gtk_widget_get_parent (gtk_list_item_get_child (cell->item));

  return place != NULL ? gtk_widget_get_parent (place) : NULL;
}

static void
name_row (Cell *cell, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_row_widget (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The row and the place that the list makes around a cell report their C types unless named. */
static void
name_parents (Cell *cell, const FoiCaseEntry *entry)
{
  GtkWidget *place = gtk_widget_get_parent (gtk_list_item_get_child (cell->item));
  g_autofree char *words = NULL;

  if (get_row_widget (cell) == NULL)
    return;
  if (!cell->is_named)
    gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _(cell->column->title), -1);
  cell->is_named = TRUE;
  if (!has_headings (cell->column))
    return;
  gtk_accessible_reset_state (GTK_ACCESSIBLE (get_row_widget (cell)),
                              GTK_ACCESSIBLE_STATE_EXPANDED);
  words = foi_register_columns_dup_words (entry, get_today ());
  if (foi_register_item_get_original (cell->shown) != NULL)
    {
      g_autofree char *name = g_path_get_basename (foi_register_item_get_original (cell->shown));
      g_autofree char *more = g_strdup_printf (_("%s, a copy of “%s”"), words, name);

      name_row (cell, more);
      return;
    }
  name_row (cell, words);
}

/* ---- a case ---------------------------------------------------------------------------------- */

/* What the heading says already is not said again in each row. */
static char *
dup_text (Cell *cell, const FoiCaseEntry *entry)
{
  g_autoptr (GtkTreeListRow) parent
    = GTK_IS_TREE_LIST_ROW (cell->row)
        ? gtk_tree_list_row_get_parent (GTK_TREE_LIST_ROW (cell->row)) : NULL;
  g_autoptr (FoiRegisterGroup) group = foi_register_rows_ref_group (parent);

  if (group == NULL || !g_str_equal (cell->column->id, "errand")
      || foi_register_group_get_grouping (group) != FOI_GROUPING_ERRAND)
    return cell->column->dup_text (entry, get_today ());
  return foi_register_row_dup_errand_words (
    entry->row, foi_register_row_get_errand (entry->row, get_today ()) + 1, get_today ());
}

/* What stands below the subject: what was sought and found; or that the file is a copy. */
static char *
dup_below (Cell *cell)
{
  const char *excerpt = foi_register_item_get_excerpt (cell->shown);
  const char *original = foi_register_item_get_original (cell->shown);
  g_autofree char *name = NULL;

  if (!g_str_equal (cell->column->id, "subject") || (excerpt == NULL && original == NULL))
    return NULL;
  if (excerpt != NULL)
    return g_strdup (excerpt);
  name = g_path_get_basename (original);
  return g_strdup_printf (_("A copy of “%s”"), name);
}

static void
show_below (Cell *cell, const char *text)
{
  if (cell->below == NULL && text != NULL)
    {
      cell->below = foi_register_text_new (cell->column->width);
      gtk_widget_add_css_class (cell->below, "row-subtitle");
      gtk_box_append (GTK_BOX (gtk_list_item_get_child (cell->item)), cell->below);
    }
  if (cell->below == NULL)
    return;
  foi_register_text_set_text (FOI_REGISTER_TEXT (cell->below), text != NULL ? text : " ");
  gtk_widget_set_visible (cell->below, text != NULL);
}

static void
show_case (Cell *cell)
{
  const FoiCaseEntry *entry = foi_register_item_get_entry (cell->shown);
  g_autofree char *text = dup_text (cell, entry);
  g_autofree char *below = dup_below (cell);

  /* A label without any text would go by the name of its class among those who hear it. */
  foi_register_text_set_text (FOI_REGISTER_TEXT (cell->label), text[0] != '\0' ? text : " ");
  show_below (cell, below);
  set_tooltip (cell, below != NULL ? below : text);
  if (entry->row->fault != NULL)
    gtk_widget_add_css_class (cell->label, "dim-label");
  else
    gtk_widget_remove_css_class (cell->label, "dim-label");
  name_parents (cell, entry);
}

/* ---- a heading ------------------------------------------------------------------------------- */

static void
name_heading (Cell *cell)
{
  g_autofree char *words = NULL;

  if (get_row_widget (cell) == NULL)
    return;
  words = foi_register_heading_dup_words (FOI_REGISTER_HEADING (cell->heading));
  name_row (cell, words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (get_row_widget (cell)),
                               GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_tree_list_row_get_expanded (GTK_TREE_LIST_ROW (cell->row)), -1);
}

/* What is in the first cell reaches over those beside it, which are empty. */
static void
let_reach (Cell *cell, gboolean is_heading)
{
  GtkWidget *place = gtk_widget_get_parent (gtk_list_item_get_child (cell->item));

  if (place == NULL || gtk_widget_get_parent (place) == NULL)
    return;
  gtk_widget_set_overflow (place, is_heading ? GTK_OVERFLOW_VISIBLE : GTK_OVERFLOW_HIDDEN);
  if (is_heading)
    gtk_widget_add_css_class (gtk_widget_get_parent (place), "group-heading");
  else
    gtk_widget_remove_css_class (gtk_widget_get_parent (place), "group-heading");
}

static void
show_heading (Cell *cell)
{
  foi_register_text_set_text (FOI_REGISTER_TEXT (cell->label), " ");
  show_below (cell, NULL);
  set_tooltip (cell, NULL);
  if (cell->heading == NULL)
    return;
  foi_register_heading_set_row (FOI_REGISTER_HEADING (cell->heading),
                                GTK_TREE_LIST_ROW (cell->row));
  g_signal_connect_swapped (cell->row, "notify::expanded", G_CALLBACK (name_heading), cell);
  g_signal_connect_swapped (foi_register_group_get_cases (cell->group), "items-changed",
                            G_CALLBACK (name_heading), cell);
  name_heading (cell);
}

/* ---- the factory ----------------------------------------------------------------------------- */

/* A row is a case at one time and a heading at another; few ever are a heading. */
static void
make_room (Cell *cell)
{
  const gboolean is_heading = cell->group != NULL;

  if (is_heading && cell->heading == NULL)
    {
      cell->heading = foi_register_heading_new ();
      gtk_box_append (GTK_BOX (gtk_list_item_get_child (cell->item)), cell->heading);
    }
  if (cell->heading == NULL)
    return;
  if (!is_heading)
    foi_register_heading_set_row (FOI_REGISTER_HEADING (cell->heading), NULL);
  gtk_widget_set_visible (cell->heading, is_heading);
  gtk_widget_set_visible (cell->label, !is_heading);
  let_reach (cell, is_heading);
}

static void
show_row (Cell *cell)
{
  clear (cell);
  cell->row = g_object_ref (foi_register_slot_get_row (cell->slot));
  cell->shown = foi_register_rows_ref_case (cell->row);
  cell->group = foi_register_rows_ref_group (cell->row);
  if (has_headings (cell->column))
    make_room (cell);
  if (cell->group != NULL)
    show_heading (cell);
  if (cell->shown == NULL)
    return;
  g_signal_connect_swapped (cell->shown, "changed", G_CALLBACK (show_case), cell);
  show_case (cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, const FoiRegisterColumn *column)
{
  Cell *cell = get_cell (item);

  cell->slot = g_object_ref (gtk_list_item_get_item (item));
  g_signal_connect_swapped (cell->slot, "changed", G_CALLBACK (show_row), cell);
  show_row (cell);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, const FoiRegisterColumn *column)
{
  Cell *cell = get_cell (item);

  leave (cell);
  if (cell->heading != NULL)
    foi_register_heading_set_row (FOI_REGISTER_HEADING (cell->heading), NULL);
}

/**
 * foi_register_cells_new_factory:
 * @column: a column
 *
 * Returns: (transfer full): what makes its cells.
 */
GtkListItemFactory *
foi_register_cells_new_factory (const FoiRegisterColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (column != NULL, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) column);
  return factory;
}
