/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-column-menu.h"

#include <glib/gi18n.h>

#include "foi-column-edits.h"
#include "foi-drop-down.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-table-totals.h"

struct _FoiColumnMenu
{
  GtkPopover parent_instance;

  FoiDocument  *document;
  FoiTableGrid *grid;
  char         *column;
  gboolean      updating;    /* the form follows the column, not the other way round */

  GtkWidget *title_entry;
  GtkWidget *type_choice;
  GtkWidget *unit_label;
  GtkWidget *unit_entry;
  GtkWidget *decimals_label;
  GtkWidget *decimals_spin;
  GtkWidget *role_choice;
  GtkWidget *of_label;
  GtkWidget *of_spin;
  GtkWidget *covers_label;
  GtkWidget *covers_box;
  GtkWidget *left_out_check;
  GtkWidget *total_check;
  GtkWidget *error_label;
  GtkWidget *deeds;
};

G_DEFINE_FINAL_TYPE (FoiColumnMenu, foi_column_menu, GTK_TYPE_POPOVER)

static FoiTable *
get_table (FoiColumnMenu *self)
{
  return foi_table_grid_get_table (self->grid);
}

/* NULL once the column has gone. */
static FoiColumn *
get_column (FoiColumnMenu *self)
{
  int index = foi_table_find_column (get_table (self), self->column);

  return index >= 0 ? foi_table_get_column (get_table (self), (guint) index) : NULL;
}

static void
show_error (FoiColumnMenu *self, GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->error_label), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error_label, error != NULL);
}

static void update (FoiColumnMenu *self);

/* After an edit: what went wrong is said in the form, which shows what the column is. */
static void
finish (FoiColumnMenu *self, GError *error)
{
  show_error (self, error);
  update (self);
  g_clear_error (&error);
}

static void
replace_column (FoiColumnMenu *self, FoiColumn *column)
{
  g_autoptr (FoiColumn) owned = column;
  GError *error = NULL;

  foi_column_edits_replace (self->document, self->grid, column, &error);
  finish (self, error);
}

static void
commit_title (FoiColumnMenu *self)
{
  g_autofree char *title
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_entry))));
  FoiColumn *column = get_column (self);
  g_autoptr (JsonNode) value = NULL;

  if (self->updating || column == NULL || title[0] == '\0'
      || g_str_equal (title, foi_column_get_title (column)))
    return;
  value = foi_json_new_string (title);
  replace_column (self, foi_column_with_member (column, "title", value));
}

static void
commit_type (FoiColumnMenu *self, FoiValueType type, int decimals, const char *unit)
{
  FoiColumn *column = get_column (self);
  FoiColumn *changed = column != NULL ? foi_column_with_type (column, type, decimals, unit) : NULL;

  if (changed != NULL)
    {
      replace_column (self, changed);
      return;
    }
  if (column != NULL)
    finish (self, g_error_new (FOI_ERROR, FOI_ERROR_VALUE,
                               _("“%s” is no unit of such a column; money has GBP, EUR or USD"),
                               unit));
}

static void
commit_unit (FoiColumnMenu *self)
{
  g_autofree char *unit
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->unit_entry))));
  FoiColumn *column = get_column (self);
  const char *now;

  if (self->updating || column == NULL)
    return;
  now = foi_column_get_unit (column);
  if (g_strcmp0 (unit, now != NULL ? now : "") == 0)
    return;
  commit_type (self, foi_column_get_value_type (column), foi_column_get_decimals (column),
               unit[0] != '\0' ? unit : NULL);
}

static void
commit_texts (FoiColumnMenu *self)
{
  commit_title (self);
  commit_unit (self);
}

static void
type_chosen_cb (FoiColumnMenu *self)
{
  guint type = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->type_choice));
  FoiColumn *column = get_column (self);

  if (self->updating || column == NULL || type == foi_column_get_value_type (column))
    return;
  commit_type (self, (FoiValueType) type, -1, NULL);
}

static void
decimals_changed_cb (FoiColumnMenu *self)
{
  FoiColumn *column = get_column (self);
  int decimals = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->decimals_spin));

  if (self->updating || column == NULL || decimals == foi_column_get_decimals (column))
    return;
  commit_type (self, foi_column_get_value_type (column), decimals, foi_column_get_unit (column));
}

static void
role_chosen_cb (FoiColumnMenu *self)
{
  guint role = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->role_choice));
  FoiColumn *column = get_column (self);
  GError *error = NULL;

  if (self->updating || column == NULL || role == foi_column_get_role (column))
    return;
  foi_column_edits_set_role (self->document, self->grid, self->column, (FoiRole) role, &error);
  finish (self, error);
}

static void
of_changed_cb (FoiColumnMenu *self)
{
  FoiColumn *column = get_column (self);
  int of = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->of_spin));
  g_autoptr (JsonNode) value = NULL;

  if (self->updating || column == NULL || of == foi_column_get_of (column))
    return;
  value = of > 0 ? foi_json_new_integer (of) : NULL;
  replace_column (self, foi_column_with_member (column, "foi:of", value));
}

static void
covers_toggled_cb (FoiColumnMenu *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autoptr (JsonNode) value = NULL;
  FoiColumn *column = get_column (self);

  if (self->updating || column == NULL)
    return;
  for (GtkWidget *check = gtk_widget_get_first_child (self->covers_box); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_strv_builder_add (names, g_object_get_data (G_OBJECT (check), "column"));
    }
  list = g_strv_builder_end (names);
  value = list[0] != NULL ? foi_json_new_strings ((const char *const *) list) : NULL;
  replace_column (self, foi_column_with_member (column, "foi:covers", value));
}

static void
left_out_toggled_cb (FoiColumnMenu *self)
{
  GError *error = NULL;

  if (self->updating)
    return;
  foi_column_edits_set_left_out (self->document, self->grid, self->column,
                                 gtk_check_button_get_active (
                                   GTK_CHECK_BUTTON (self->left_out_check)),
                                 &error);
  finish (self, error);
}

static void
total_toggled_cb (FoiColumnMenu *self)
{
  GError *error = NULL;

  if (self->updating)
    return;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->total_check)))
    foi_table_totals_make_column (self->document, self->grid, self->column, &error);
  else
    foi_table_totals_forget_column (self->document, self->grid, self->column, &error);
  finish (self, error);
}

/* The deeds: what is done with the column as a whole; the form closes first. */
typedef enum
{
  DEED_SORT_UP,
  DEED_SORT_DOWN,
  DEED_INSERT_LEFT,
  DEED_INSERT_RIGHT,
  DEED_MOVE_LEFT,
  DEED_MOVE_RIGHT,
  DEED_DELETE,
  N_DEEDS
} Deed;

static const char *const deed_labels[N_DEEDS] = {
  [DEED_SORT_UP] = N_("Sort Up"),         [DEED_SORT_DOWN] = N_("Sort Down"),
  [DEED_INSERT_LEFT] = N_("Insert Left"), [DEED_INSERT_RIGHT] = N_("Insert Right"),
  [DEED_MOVE_LEFT] = N_("Move Left"),     [DEED_MOVE_RIGHT] = N_("Move Right"),
  [DEED_DELETE] = N_("Delete Column"),
};

static gboolean
do_deed (FoiColumnMenu *self, Deed deed, GError **error)
{
  int index = foi_table_find_column (get_table (self), self->column);

  if (index < 0)
    return TRUE;
  switch (deed)
    {
    case DEED_SORT_UP:
    case DEED_SORT_DOWN:
      return foi_column_edits_sort (self->document, self->grid, self->column,
                                    deed == DEED_SORT_DOWN, error);
    case DEED_INSERT_LEFT:
    case DEED_INSERT_RIGHT:
      return foi_column_edits_insert (self->document, self->grid,
                                      (guint) index + (deed == DEED_INSERT_RIGHT ? 1 : 0), error);
    case DEED_MOVE_LEFT:
    case DEED_MOVE_RIGHT:
      return foi_column_edits_move (self->document, self->grid, self->column,
                                    deed == DEED_MOVE_LEFT ? -1 : 1, error);
    case DEED_DELETE:
      return foi_column_edits_delete (self->document, self->grid, self->column, error);
    case N_DEEDS:
    default:
      g_assert_not_reached ();
    }
}

static void
deed_clicked_cb (FoiColumnMenu *self, GtkButton *button)
{
  Deed deed = (Deed) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "deed"));
  GError *error = NULL;

  commit_texts (self);
  if (do_deed (self, deed, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    finish (self, error);
}

static void
add_deeds (FoiColumnMenu *self)
{
  for (int i = 0; i < N_DEEDS; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(deed_labels[i]));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_object_set_data (G_OBJECT (button), "deed", GINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (deed_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self->deeds), button, i % 2, i / 2, 1, 1);
    }
}

/* One check button for each measure. Not made anew for each change: the focus is on one of them. */
static void
add_measures (FoiColumnMenu *self)
{
  FoiTable *table = get_table (self);

  for (guint i = 0; i < foi_table_get_n_columns (table); i++)
    {
      FoiColumn *other = foi_table_get_column (table, i);
      GtkWidget *check;

      if (foi_column_get_role (other) != FOI_ROLE_MEASURE
          || g_str_equal (foi_column_get_name (other), self->column))
        continue;
      check = gtk_check_button_new_with_label (foi_column_get_title (other));
      g_object_set_data_full (G_OBJECT (check), "column", g_strdup (foi_column_get_name (other)),
                              g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (covers_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->covers_box), check);
    }
}

static void
update_covers (FoiColumnMenu *self, FoiColumn *column)
{
  const char *const *covers = foi_column_get_covers (column);

  for (GtkWidget *check = gtk_widget_get_first_child (self->covers_box); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      const char *name = g_object_get_data (G_OBJECT (check), "column");

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   covers != NULL && g_strv_contains (covers, name));
    }
}

static void
set_text (GtkWidget *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* Shows what the column is. */
static void
update (FoiColumnMenu *self)
{
  FoiColumn *column = get_column (self);
  FoiValueType type;
  const char *unit;
  gboolean numeric, decimal, coverage;

  if (column == NULL || self->updating)
    return;
  self->updating = TRUE;
  type = foi_column_get_value_type (column);
  unit = foi_column_get_unit (column);
  numeric = foi_column_is_numeric (column) && type != FOI_VALUE_PERCENTAGE;
  decimal = foi_column_is_numeric (column) && type != FOI_VALUE_INTEGER;
  coverage = foi_column_get_role (column) == FOI_ROLE_COVERAGE;
  set_text (self->title_entry, foi_column_get_title (column));
  set_text (self->unit_entry, unit != NULL ? unit : "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->type_choice), type);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->role_choice), foi_column_get_role (column));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->decimals_spin),
                             foi_column_get_decimals (column));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->of_spin), foi_column_get_of (column));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->left_out_check),
                               foi_column_is_left_out (column));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->total_check),
                               foi_table_marks_is_total_column (
                                 foi_table_grid_get_marks (self->grid), self->column));
  update_covers (self, column);
  gtk_widget_set_visible (self->unit_label, numeric);
  gtk_widget_set_visible (self->unit_entry, numeric);
  gtk_widget_set_visible (self->decimals_label, decimal);
  gtk_widget_set_visible (self->decimals_spin, decimal);
  gtk_widget_set_visible (self->of_label, coverage);
  gtk_widget_set_visible (self->of_spin, coverage);
  gtk_widget_set_visible (self->covers_label, coverage);
  gtk_widget_set_visible (self->covers_box, coverage);
  gtk_widget_set_visible (self->total_check, foi_column_is_numeric (column));
  self->updating = FALSE;
}

static void
foi_column_menu_dispose (GObject *object)
{
  FoiColumnMenu *self = FOI_COLUMN_MENU (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_COLUMN_MENU);
  g_clear_object (&self->grid);
  g_clear_object (&self->document);
  g_clear_pointer (&self->column, g_free);

  G_OBJECT_CLASS (foi_column_menu_parent_class)->dispose (object);
}

static void
foi_column_menu_class_init (FoiColumnMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_column_menu_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-column-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, title_entry);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, type_choice);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, unit_label);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, unit_entry);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, decimals_label);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, decimals_spin);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, role_choice);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, of_label);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, of_spin);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, covers_label);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, covers_box);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, left_out_check);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, total_check);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, error_label);
  gtk_widget_class_bind_template_child (widget_class, FoiColumnMenu, deeds);
}

static void
add_choices (FoiColumnMenu *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  for (int i = FOI_VALUE_TEXT; i <= FOI_VALUE_FINANCIAL_YEAR; i++)
    gtk_string_list_append (types, foi_value_type_to_words ((FoiValueType) i));
  for (int i = FOI_ROLE_NONE; i <= FOI_ROLE_NOTE; i++)
    gtk_string_list_append (roles, foi_role_to_words ((FoiRole) i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->type_choice), G_LIST_MODEL (types));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->role_choice), G_LIST_MODEL (roles));
  foi_drop_down_set_name (self->type_choice, _("Type"));
  foi_drop_down_set_name (self->role_choice, _("Role"));
}

static void
connect (FoiColumnMenu *self, GtkWidget *widget, const char *signal, GCallback callback)
{
  g_signal_connect_object (widget, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
foi_column_menu_init (FoiColumnMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  add_choices (self);
  add_deeds (self);
  connect (self, self->title_entry, "activate", G_CALLBACK (commit_title));
  connect (self, self->unit_entry, "activate", G_CALLBACK (commit_unit));
  connect (self, self->type_choice, "notify::selected", G_CALLBACK (type_chosen_cb));
  connect (self, self->role_choice, "notify::selected", G_CALLBACK (role_chosen_cb));
  connect (self, self->decimals_spin, "value-changed", G_CALLBACK (decimals_changed_cb));
  connect (self, self->of_spin, "value-changed", G_CALLBACK (of_changed_cb));
  connect (self, self->left_out_check, "toggled", G_CALLBACK (left_out_toggled_cb));
  connect (self, self->total_check, "toggled", G_CALLBACK (total_toggled_cb));
  connect (self, GTK_WIDGET (self), "closed", G_CALLBACK (commit_texts));
  self->updating = FALSE;
}

/**
 * foi_column_menu_new:
 * @document: what the window shows
 * @grid: the rows and columns
 * @column: the name of one of its columns
 *
 * Returns: (transfer floating): the form, not shown yet.
 */
GtkWidget *
foi_column_menu_new (FoiDocument *document, FoiTableGrid *grid, const char *column)
{
  FoiColumnMenu *self = g_object_new (FOI_TYPE_COLUMN_MENU, NULL);
  g_autofree char *name = NULL;

  self->document = g_object_ref (document);
  self->grid = g_object_ref (grid);
  self->column = g_strdup (column);
  g_signal_connect_object (get_table (self), "notify::data", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  add_measures (self);
  update (self);
  if (get_column (self) != NULL)
    {
      /* Translators: the form for a column; its heading. */
      name = g_strdup_printf (_("Column %s"), foi_column_get_title (get_column (self)));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  return GTK_WIDGET (self);
}
