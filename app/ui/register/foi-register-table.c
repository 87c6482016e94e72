/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-table.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-focus.h"
#include "foi-register-cells.h"
#include "foi-register-columns.h"
#include "foi-register-rows.h"
#include "foi-register-slots.h"
#include "foi-settings.h"
#include "foi-view-names.h"

/* So many are sorted in a turn of the loop. */
#define FEW_CASES 500

struct _FoiRegisterTable
{
  GtkWidget parent_instance;

  FoiRegister        *reg;
  FoiRegisterFilter   filter;
  GHashTable         *paths;         /* (nullable): of the only cases that are shown */
  GtkFilter          *chooser;
  GtkSortListModel   *sorted;
  GtkFilterListModel *chosen;        /* of these: a choice need not be sorted anew */
  FoiRegisterRows    *rows;
  FoiRegisterSlots   *slots;         /* where these stand */
  GtkSingleSelection *selection;
  GtkSorter          *to_fix_sorter; /* unowned */
  char               *selected;      /* (nullable): what was selected last, by dup_key () */
  gboolean            is_grouped;
  GtkWidget          *scroller;
  GtkWidget          *view;
  GMenuModel         *menu;
  GActionGroup       *columns, *sorts;
  GtkColumnViewColumn *sorted_by; /* (unowned): by the menu */
  gboolean            is_falling;
};

enum
{
  ACTIVATED,
  FILTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiRegisterTable, foi_register_table, GTK_TYPE_WIDGET)

static FoiDate
get_today (void)
{
  return foi_almanac_get_today (foi_almanac_get_default ());
}

/* ---- order and choice ------------------------------------------------------------------------ */

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer column)
{
  const FoiCaseEntry *first = foi_register_item_get_entry ((FoiRegisterItem *) a);
  const FoiCaseEntry *second = foi_register_item_get_entry ((FoiRegisterItem *) b);

  return ((const FoiRegisterColumn *) column)->compare (first, second);
}

/* Cases come in whatever order they were read in; a list that is the same looks the same. */
static int
compare_last_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const FoiRegisterRow *first = foi_register_item_get_row ((FoiRegisterItem *) a);
  const FoiRegisterRow *second = foi_register_item_get_row ((FoiRegisterItem *) b);
  const int order = g_strcmp0 (first->reference, second->reference);

  return gtk_ordering_from_cmpfunc (order != 0 ? order : g_strcmp0 (first->path, second->path));
}

/* By the columns that were chosen, and what is equal there by reference. */
static GtkSorter *
new_sorter (FoiRegisterTable *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_multi_sorter_append (
    sorter, g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  gtk_multi_sorter_append (sorter,
                           GTK_SORTER (gtk_custom_sorter_new (compare_last_cb, NULL, NULL)));
  return GTK_SORTER (sorter);
}

static gboolean
choose_cb (gpointer item, gpointer data)
{
  FoiRegisterTable *self = data;

  if (self->paths != NULL
      && !g_hash_table_contains (self->paths, foi_register_item_get_row (item)->path))
    return FALSE;
  if (foi_register_get_words (self->reg) != NULL && foi_register_item_get_place (item) == NULL)
    return FALSE;
  return foi_register_item_is_accepted (item, self->filter, get_today ());
}

/* While cases come in, what is first stays at the top; once a person has been in the list, what
 * that person looks at stays where it is. */
static void
touch (FoiRegisterTable *self)
{
  foi_register_slots_set_following (self->slots, TRUE);
}

static GObject *
get_selected_row (FoiRegisterTable *self)
{
  FoiRegisterSlot *slot = gtk_single_selection_get_selected_item (self->selection);

  return slot != NULL ? foi_register_slot_get_row (slot) : NULL;
}

/* Left and Right fold and unfold the group whose heading is selected. */
static gboolean
key_cb (FoiRegisterTable *self, guint key, guint code, GdkModifierType modifiers)
{
  const gboolean is_left = gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL;
  const gboolean folds = key == (is_left ? GDK_KEY_Left : GDK_KEY_Right);

  touch (self);
  if ((key == GDK_KEY_Left || key == GDK_KEY_Right)
      && (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0
      && foi_register_rows_fold (get_selected_row (self), folds))
    return GDK_EVENT_STOP;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
scroll_cb (FoiRegisterTable *self)
{
  touch (self);
  return GDK_EVENT_PROPAGATE;
}

/* Thousands are sorted in several turns of the loop; who has few sees none that are not sorted. */
static void
cases_changed_cb (FoiRegisterTable *self)
{
  if (self->sorted != NULL)
    gtk_sort_list_model_set_incremental (
      self->sorted, g_list_model_get_n_items (G_LIST_MODEL (self->reg)) > FEW_CASES);
}

static void
rows_changed_cb (FoiRegisterTable *self)
{
  g_signal_emit (self, signals[FILTERED], 0);
}

/* What was checked may stand elsewhere in the order, if that goes by what is to be fixed. */
static void
read_cb (FoiRegisterTable *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->reg)) == 0)
    foi_register_slots_set_following (self->slots, FALSE);
  if (!foi_register_is_reading (self->reg))
    gtk_sorter_changed (self->to_fix_sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/* ---- what is selected ------------------------------------------------------------------------ */

static char *
dup_key (GObject *row)
{
  g_autoptr (FoiRegisterItem) item = foi_register_rows_ref_case (row);
  g_autoptr (FoiRegisterGroup) group = foi_register_rows_ref_group (row);

  if (item != NULL)
    return g_strdup (foi_register_item_get_row (item)->path);
  return group != NULL ? g_strdup (foi_register_group_get_title (group)) : NULL;
}

static void
selected_cb (FoiRegisterTable *self)
{
  char *key = dup_key (get_selected_row (self));

  if (key == NULL)
    return;
  g_free (self->selected);
  self->selected = key;
}

static FoiRegisterItem *
ref_case (FoiRegisterTable *self, guint position)
{
  g_autoptr (GObject) row
    = g_list_model_get_item (foi_register_rows_get_list (self->rows), position);

  return foi_register_rows_ref_case (row);
}

static guint
find_row (FoiRegisterTable *self, const char *key)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->slots));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row
        = g_list_model_get_item (foi_register_rows_get_list (self->rows), i);
      g_autofree char *candidate = dup_key (row);

      if (g_strcmp0 (candidate, key) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The place that is selected may have another row now; and a file that changed is another item. */
static void
keep_selected (FoiRegisterTable *self)
{
  g_autofree char *now = dup_key (get_selected_row (self));

  if (self->selected != NULL && g_strcmp0 (now, self->selected) != 0)
    gtk_single_selection_set_selected (self->selection, find_row (self, self->selected));
}

static void
activate_cb (FoiRegisterTable *self, guint position)
{
  g_autoptr (GObject) row
    = g_list_model_get_item (foi_register_rows_get_list (self->rows), position);
  g_autoptr (FoiRegisterItem) item = foi_register_rows_ref_case (row);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
  else if (row != NULL)
    foi_register_rows_fold (row, gtk_tree_list_row_get_expanded (GTK_TREE_LIST_ROW (row)));
}

/* ---- columns --------------------------------------------------------------------------------- */

static void
visible_changed_cb (GtkColumnViewColumn *column)
{
  const FoiRegisterColumn *spec = g_object_get_data (G_OBJECT (column), "column");

  foi_settings_set_register_column (foi_settings_get_default (), spec->id,
                                    gtk_column_view_column_get_visible (column));
}

static GtkColumnViewColumn *
append_column (FoiRegisterTable *self, const FoiRegisterColumn *spec)
{
  GtkColumnViewColumn *column
    = gtk_column_view_column_new (_(spec->title), foi_register_cells_new_factory (spec));
  g_autoptr (GtkSorter) sorter
    = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) spec, NULL));

  if (g_str_equal (spec->id, "to-fix"))
    self->to_fix_sorter = sorter;
  g_object_set_data (G_OBJECT (column), "column", (gpointer) spec);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, g_str_equal (spec->id, "subject"));
  gtk_column_view_column_set_header_menu (column, self->menu);
  gtk_column_view_column_set_visible (
    column, foi_settings_has_register_column (foi_settings_get_default (), spec->id));
  g_signal_connect (column, "notify::visible", G_CALLBACK (visible_changed_cb), NULL);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  return column;
}

/* By the keyboard, which comes to no heading: the same column again turns the order round. */
static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FoiRegisterTable *self = data;
  GtkColumnViewColumn *column = g_object_get_data (G_OBJECT (action), "column");

  self->is_falling = column == self->sorted_by && !self->is_falling;
  self->sorted_by = column;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), column,
                                  self->is_falling ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
add_sort_action (FoiRegisterTable *self, GActionMap *actions, GtkColumnViewColumn *column,
                 const char *id)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (id, NULL);

  g_object_set_data (G_OBJECT (action), "column", column);
  g_signal_connect_object (action, "activate", G_CALLBACK (sort_cb), self, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

/* Which case it is can always be seen. */
static void
build_menu (FoiRegisterTable *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new (), section = g_menu_new ();
  guint n;
  const FoiRegisterColumn *columns = foi_register_columns_get (&n);

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *action = g_strconcat ("columns.", columns[i].id, NULL);

      g_menu_append (menu, _(columns[i].title), action);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *action = g_strconcat ("sort.", columns[i].id, NULL);

      g_menu_append (sort, _(columns[i].title), action);
    }
  g_menu_append_submenu (section, _("_Sort By"), G_MENU_MODEL (sort));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  self->menu = G_MENU_MODEL (menu);
}

static void
build_columns (FoiRegisterTable *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) sorts = g_simple_action_group_new ();
  guint n;
  const FoiRegisterColumn *columns = foi_register_columns_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = append_column (self, &columns[i]);
      g_autoptr (GPropertyAction) action
        = g_property_action_new (columns[i].id, column, "visible");

      if (i > 0)
        g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
      add_sort_action (self, G_ACTION_MAP (sorts), column, columns[i].id);
      if (g_str_equal (columns[i].id, "due"))
        g_action_group_activate_action (G_ACTION_GROUP (sorts), columns[i].id, NULL);
    }
  self->columns = G_ACTION_GROUP (g_steal_pointer (&actions));
  self->sorts = G_ACTION_GROUP (g_steal_pointer (&sorts));
  foi_register_table_add_actions (self, GTK_WIDGET (self));
}

/* ---- the table ------------------------------------------------------------------------------- */

static void
foi_register_table_dispose (GObject *object)
{
  FoiRegisterTable *self = FOI_REGISTER_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->slots);
  g_clear_object (&self->rows);
  g_clear_object (&self->sorted);
  g_clear_object (&self->chosen);
  g_clear_object (&self->chooser);
  g_clear_object (&self->menu);
  g_clear_object (&self->columns);
  g_clear_object (&self->sorts);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->paths, g_hash_table_unref);

  G_OBJECT_CLASS (foi_register_table_parent_class)->dispose (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  FoiRegisterTable *self = FOI_REGISTER_TABLE (widget);
  GtkWidget *header = gtk_widget_get_first_child (self->view);
  GtkWidget *list = gtk_widget_get_next_sibling (header);
  GtkWidget *row = gtk_widget_get_first_child (list);

  /* The rows, not the headings; where the focus was may be no row any more. */
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION
      && row != NULL)
    return gtk_widget_grab_focus (row);
  return gtk_widget_grab_focus (list);
}

static void
foi_register_table_class_init (FoiRegisterTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_register_table_dispose;
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "registertable");

  signals[ACTIVATED] = g_signal_new ("activated", FOI_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, g_cclosure_marshal_VOID__OBJECT, G_TYPE_NONE, 1,
                                     FOI_TYPE_REGISTER_ITEM);
  signals[FILTERED] = g_signal_new ("filtered", FOI_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
foi_register_table_init (FoiRegisterTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->scroller = gtk_scrolled_window_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, keys);
  gtk_widget_add_controller (self->scroller, scroll);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
build_view (FoiRegisterTable *self)
{
  self->view = gtk_column_view_new (NULL);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "data-table");
  build_menu (self);
  build_columns (self);
  foi_focus_leave_by_tab (self->view);
  foi_view_names_set (GTK_COLUMN_VIEW (self->view), _("Cases of the folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Cases of the folder"), -1);
  self->chooser = GTK_FILTER (gtk_custom_filter_new (choose_cb, self, NULL));
  self->sorted
    = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->reg)), new_sorter (self));
  self->chosen = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)),
                                            g_object_ref (self->chooser));
  self->rows = foi_register_rows_new (G_LIST_MODEL (self->chosen));
  self->slots = foi_register_slots_new (foi_register_rows_get_list (self->rows));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slots)));
  /* Cases come as they are read: none is selected before a person does. */
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view),
                             GTK_SELECTION_MODEL (self->selection));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
}

/* What is to be done today is always put together by what that is. */
static FoiRegisterGrouping
get_grouping (FoiRegisterTable *self)
{
  if (self->filter == FOI_FILTER_TODAY)
    return FOI_GROUPING_ERRAND;
  return self->is_grouped ? FOI_GROUPING_STATE : FOI_GROUPING_NONE;
}

/* Nobody sees the rows between the ones and the others, and each change of them has its cost: so
 * groups that end do so first, and those that begin do so last. */
static void
choose_again (FoiRegisterTable *self)
{
  const FoiRegisterGrouping grouping = get_grouping (self);

  foi_register_slots_hold (self->slots);
  if (foi_register_rows_get_grouping (self->rows) != grouping)
    foi_register_rows_set_grouping (self->rows, FOI_GROUPING_NONE);
  gtk_filter_changed (self->chooser, GTK_FILTER_CHANGE_DIFFERENT);
  foi_register_rows_set_grouping (self->rows, grouping);
  foi_register_slots_set_rows (self->slots, foi_register_rows_get_list (self->rows));
}

/* Which rows are seen: they are shown before the others. */
static void
scrolled_cb (FoiRegisterTable *self, GtkAdjustment *adjustment)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->slots));
  const double upper = gtk_adjustment_get_upper (adjustment);

  foi_register_slots_set_seen (
    self->slots,
    upper > 0 ? (guint) (gtk_adjustment_get_value (adjustment) / upper * (double) n) : 0);
}

/**
 * foi_register_table_new:
 * @reg: the cases of a folder
 *
 * Returns: (transfer full): their table.
 */
GtkWidget *
foi_register_table_new (FoiRegister *reg)
{
  FoiRegisterTable *self = g_object_new (FOI_TYPE_REGISTER_TABLE, NULL);

  self->reg = g_object_ref (reg);
  /* Before the list that it is about hears of them. */
  g_signal_connect_object (reg, "items-changed", G_CALLBACK (cases_changed_cb), self,
                           G_CONNECT_SWAPPED);
  build_view (self);
  g_signal_connect_object (reg, "searched", G_CALLBACK (choose_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "changed", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slots, "changed", G_CALLBACK (keep_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chosen, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
    G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  choose_again (self);
  return GTK_WIDGET (self);
}

/**
 * foi_register_table_set_grouped:
 * @grouped: whether cases in one state stand together
 *
 * Puts them under headings, or in one list.
 */
void
foi_register_table_set_grouped (FoiRegisterTable *self, gboolean grouped)
{
  g_return_if_fail (FOI_IS_REGISTER_TABLE (self));

  self->is_grouped = grouped;
  choose_again (self);
}

/**
 * foi_register_table_set_filter:
 * @filter: which cases are shown
 *
 * Shows these.
 */
void
foi_register_table_set_filter (FoiRegisterTable *self, FoiRegisterFilter filter)
{
  g_return_if_fail (FOI_IS_REGISTER_TABLE (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  choose_again (self);
}

FoiRegisterFilter
foi_register_table_get_filter (FoiRegisterTable *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), FOI_FILTER_ALL);

  return self->filter;
}

/**
 * foi_register_table_choose:
 * @paths: (nullable) (element-type filename): files of cases; %NULL for all
 *
 * Shows no others, whatever the filter: of these it chooses.
 */
void
foi_register_table_choose (FoiRegisterTable *self, GHashTable *paths)
{
  g_return_if_fail (FOI_IS_REGISTER_TABLE (self));

  if (self->paths == NULL && paths == NULL)
    return;
  g_clear_pointer (&self->paths, g_hash_table_unref);
  self->paths = paths != NULL ? g_hash_table_ref (paths) : NULL;
  choose_again (self);
}

gboolean
foi_register_table_has_chosen (FoiRegisterTable *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), FALSE);

  return self->paths != NULL;
}

/**
 * foi_register_table_get_n_rows:
 *
 * Returns: how many cases are shown.
 */
guint
foi_register_table_get_n_rows (FoiRegisterTable *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->chosen));
}

/**
 * foi_register_table_get_row:
 * @position: of a row, as it is shown
 *
 * Returns: (transfer full) (nullable): its case; %NULL of a heading.
 */
FoiRegisterItem *
foi_register_table_get_row (FoiRegisterTable *self, guint position)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), NULL);

  return ref_case (self, position);
}

/**
 * foi_register_table_dup_heading:
 * @position: of a row, as it is shown
 *
 * Returns: (transfer full) (nullable): the heading that it is; %NULL of a case.
 */
char *
foi_register_table_dup_heading (FoiRegisterTable *self, guint position)
{
  g_autoptr (GObject) row = NULL;
  g_autoptr (FoiRegisterGroup) heading = NULL;

  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), NULL);

  row = g_list_model_get_item (foi_register_rows_get_list (self->rows), position);
  heading = foi_register_rows_ref_group (row);
  return heading != NULL ? g_strdup (foi_register_group_get_title (heading)) : NULL;
}

/**
 * foi_register_table_list_entries:
 *
 * Returns: (transfer full) (element-type FoiCaseEntry): the cases that are shown, in their order,
 *   those of folded groups as well.
 */
GPtrArray *
foi_register_table_list_entries (FoiRegisterTable *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), NULL);

  return foi_register_rows_list_entries (self->rows);
}

/**
 * foi_register_table_ref_selected:
 *
 * Returns: (transfer full) (nullable): the case that is selected.
 */
FoiRegisterItem *
foi_register_table_ref_selected (FoiRegisterTable *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), NULL);

  return foi_register_rows_ref_case (get_selected_row (self));
}

/**
 * foi_register_table_get_menu:
 *
 * Returns: (transfer none): the choice of columns.
 */
GMenuModel *
foi_register_table_get_menu (FoiRegisterTable *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TABLE (self), NULL);

  return self->menu;
}

/**
 * foi_register_table_add_actions:
 * @widget: what has the menu in it
 *
 * Lets the menu's choices act there, which is not in the table.
 */
void
foi_register_table_add_actions (FoiRegisterTable *self, GtkWidget *widget)
{
  g_return_if_fail (FOI_IS_REGISTER_TABLE (self) && GTK_IS_WIDGET (widget));

  gtk_widget_insert_action_group (widget, "columns", self->columns);
  gtk_widget_insert_action_group (widget, "sort", self->sorts);
}
