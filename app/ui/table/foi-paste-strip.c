/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paste-strip.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-column-edits.h"
#include "foi-drop-down.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-totals-find.h"

/* More columns than this are scrolled. */
#define MAX_HEIGHT 190

struct _FoiPasteStrip
{
  GtkBox parent_instance;

  FoiDocument *document;
  FoiTableGrid *grid;   /* unowned: both are in the card of the table */
  GPtrArray *proposals; /* of FoiPasteProposal: the first, and one for each correction */
  GtkWidget *label;
  GtkWidget *columns; /* a grid: heading, type, role */
  GtkWidget *scroller;
  GtkWidget *totals;  /* check buttons: what was found to be one in the first proposal */
  gboolean updating;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (FoiPasteStrip, foi_paste_strip, GTK_TYPE_BOX)

static FoiTable *
get_table (FoiPasteStrip *self)
{
  return foi_table_grid_get_table (self->grid);
}

/* The proposal that the table still is, cell by cell; undo may have gone back to an earlier one. */
static FoiPasteProposal *
find_proposal (FoiPasteStrip *self)
{
  FoiTableData *data = foi_table_get_data (get_table (self));

  for (guint i = self->proposals->len; i-- > 0;)
    {
      FoiPasteProposal *proposal = g_ptr_array_index (self->proposals, i);

      if (foi_table_data_get_rows (proposal->table) == foi_table_data_get_rows (data)
          && foi_table_data_get_columns (proposal->table) == foi_table_data_get_columns (data))
        return proposal;
    }
  return NULL;
}

/* The corrected table under the title that it has by now, as one command. */
static void
push_table (FoiPasteStrip *self, FoiTableData *corrected)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autoptr (JsonNode) resource
      = foi_json_set_string (foi_table_data_get_resource (corrected), "title",
                             foi_table_get_title (get_table (self)), NULL);
  g_autoptr (FoiTableData) titled = foi_table_data_with_resource (corrected, resource);
  g_autoptr (FoiCaseState) changed = foi_case_state_with_table (state, titled);

  foi_table_grid_begin_edits (self->grid);
  foi_case_editor_push (editor, changed, _("Change Column"), NULL);
  foi_table_grid_end_edits (self->grid);
}

/* Reads what was pasted anew where the person has not changed it since; else changes the column as
 * it is now. */
static void
correct (FoiPasteStrip *self, guint index, FoiColumn *column)
{
  FoiPasteProposal *now = find_proposal (self);
  g_autoptr (GError) error = NULL;

  if (now != NULL)
    {
      FoiPasteProposal *corrected = foi_paste_proposal_with_column (now, index, column);

      g_ptr_array_add (self->proposals, corrected);
      push_table (self, corrected->table);
      foi_table_grid_take_problems (self->grid, corrected->problems);
    }
  else if (!foi_column_edits_replace (self->document, self->grid, column, &error))
    foi_document_tell_error (self->document, error);
}

static guint
get_index (GtkWidget *choice)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "index"));
}

static void update (FoiPasteStrip *self);

static void
type_chosen_cb (FoiPasteStrip *self, GParamSpec *pspec, GtkDropDown *choice)
{
  FoiColumn *column = foi_table_get_column (get_table (self), get_index (GTK_WIDGET (choice)));
  FoiValueType type = (FoiValueType) gtk_drop_down_get_selected (choice);
  g_autoptr (FoiColumn) changed = NULL;

  if (self->updating || column == NULL || foi_column_get_value_type (column) == type)
    return;
  changed = foi_column_with_type (column, type, -1, NULL);
  if (changed != NULL)
    correct (self, get_index (GTK_WIDGET (choice)), changed);
  update (self);
}

static void
role_chosen_cb (FoiPasteStrip *self, GParamSpec *pspec, GtkDropDown *choice)
{
  FoiColumn *column = foi_table_get_column (get_table (self), get_index (GTK_WIDGET (choice)));
  FoiRole role = (FoiRole) gtk_drop_down_get_selected (choice);
  g_autoptr (FoiColumn) changed = NULL;

  if (self->updating || column == NULL || foi_column_get_role (column) == role)
    return;
  changed = foi_column_edits_dup_with_role (get_table (self), column, role);
  correct (self, get_index (GTK_WIDGET (choice)), changed);
  update (self);
}

static GtkWidget *
add_choice (FoiPasteStrip *self, guint index, const char *name, int place, GStrv labels,
            GCallback callback)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *const *) labels);

  g_object_set_data (G_OBJECT (choice), "index", GUINT_TO_POINTER (index));
  foi_drop_down_set_name (choice, name);
  g_signal_connect_object (choice, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->columns), choice, place, (int) index, 1, 1);
  return choice;
}

static void
add_column (FoiPasteStrip *self, guint index, GStrv types, GStrv roles)
{
  FoiColumn *column = foi_table_get_column (get_table (self), index);
  const char *title = foi_column_get_title (column);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: names for screen readers; the heading of a column. */
  g_autofree char *type_name = g_strdup_printf (_("Type of %s"), title);
  g_autofree char *role_name = g_strdup_printf (_("Role of %s"), title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (self->columns), label, 0, (int) index, 1, 1);
  add_choice (self, index, type_name, 1, types, G_CALLBACK (type_chosen_cb));
  add_choice (self, index, role_name, 2, roles, G_CALLBACK (role_chosen_cb));
}

static GStrv
list_types (void)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (int i = FOI_VALUE_TEXT; i <= FOI_VALUE_FINANCIAL_YEAR; i++)
    g_strv_builder_add (list, foi_value_type_to_words ((FoiValueType) i));
  return g_strv_builder_end (list);
}

static GStrv
list_roles (void)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (int i = FOI_ROLE_NONE; i <= FOI_ROLE_NOTE; i++)
    g_strv_builder_add (list, foi_role_to_words ((FoiRole) i));
  return g_strv_builder_end (list);
}

/* One line for each column that a person sees; made anew when columns come or go. */
static void
rebuild (FoiPasteStrip *self)
{
  g_auto (GStrv) types = list_types ();
  g_auto (GStrv) roles = list_roles ();
  GtkWidget *child;
  int height;

  while ((child = gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_grid_remove (GTK_GRID (self->columns), child);
  self->updating = TRUE;
  for (guint i = 0; i < foi_table_get_n_columns (get_table (self)); i++)
    {
      FoiColumn *column = foi_table_get_column (get_table (self), i);

      if (!g_str_equal (foi_column_get_name (column), FOI_ROW_FIELD))
        add_column (self, i, types, roles);
    }
  self->updating = FALSE;
  /* A table gives way to the strip above it, not the other way round. */
  gtk_widget_measure (self->columns, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MIN (height, MAX_HEIGHT));
}

static void
update_choice (FoiPasteStrip *self, guint index, int place, guint selected)
{
  GtkWidget *choice = gtk_grid_get_child_at (GTK_GRID (self->columns), place, (int) index);

  if (choice != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
}

static const FoiFoundTotal *
get_total (FoiPasteStrip *self, GtkWidget *check)
{
  FoiPasteProposal *first = g_ptr_array_index (self->proposals, 0);

  return g_ptr_array_index (first->found,
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "index")));
}

/* Whether its row or column is still where it was when the table was pasted. */
static gboolean
has_total (FoiPasteStrip *self, const FoiFoundTotal *total)
{
  FoiPasteProposal *first = g_ptr_array_index (self->proposals, 0);
  FoiTableData *data = foi_table_get_data (get_table (self));
  g_autofree char *before = foi_found_total_dup_id (total, first->table);
  g_autofree char *now = NULL;

  if (total->place >= (total->is_row ? foi_row_store_get_length (foi_table_data_get_rows (data))
                                     : foi_table_data_get_n_columns (data))
      || foi_table_data_get_n_columns (data) != foi_table_data_get_n_columns (first->table)
      || foi_row_store_get_length (foi_table_data_get_rows (data))
           != foi_row_store_get_length (foi_table_data_get_rows (first->table)))
    return FALSE;
  now = foi_found_total_dup_id (total, data);
  return g_str_equal (before, now);
}

static void
total_toggled_cb (FoiPasteStrip *self, GtkCheckButton *check)
{
  const FoiFoundTotal *total = get_total (self, GTK_WIDGET (check));
  FoiTableData *data = foi_table_get_data (get_table (self));
  gboolean is_total = gtk_check_button_get_active (check);
  g_autoptr (JsonNode) totals = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;
  totals = is_total ? foi_found_total_dup_declared (total, data)
                    : foi_found_total_dup_without (total, data);
  foi_table_grid_begin_edits (self->grid);
  if (!foi_case_editor_set_table_member (foi_document_get_editor (self->document),
                                         foi_table_data_get_name (data), "foi:totals", totals,
                                         is_total ? _("Make Total") : _("Forget Total"), &error))
    foi_document_tell_error (self->document, error);
  foi_table_grid_end_edits (self->grid);
}

static void
add_totals (FoiPasteStrip *self, FoiPasteProposal *proposal)
{
  for (guint i = 0; i < proposal->found->len; i++)
    {
      const FoiFoundTotal *total = g_ptr_array_index (proposal->found, i);
      g_autofree char *words = foi_found_total_dup_words (total, proposal->table);
      GtkWidget *check = gtk_check_button_new_with_label (words);

      g_object_set_data (G_OBJECT (check), "index", GUINT_TO_POINTER (i));
      g_signal_connect_object (check, "toggled", G_CALLBACK (total_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->totals), check);
    }
}

/* Shows what is a total now, whoever said so. */
static void
update_totals (FoiPasteStrip *self)
{
  FoiTableData *data = foi_table_get_data (get_table (self));
  gboolean was_updating = self->updating;

  self->updating = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->totals); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      const FoiFoundTotal *total = get_total (self, check);

      gtk_widget_set_visible (check, has_total (self, total));
      if (has_total (self, total))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                     total->is_row ? foi_totals_is_row (data, total->place)
                                                   : foi_totals_is_column (data, total->place));
    }
  self->updating = was_updating;
}

/* Shows what the columns are now. */
static void
update (FoiPasteStrip *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < foi_table_get_n_columns (get_table (self)); i++)
    {
      FoiColumn *column = foi_table_get_column (get_table (self), i);

      update_choice (self, i, 1, foi_column_get_value_type (column));
      update_choice (self, i, 2, foi_column_get_role (column));
    }
  self->updating = FALSE;
}

static void
columns_changed_cb (FoiPasteStrip *self)
{
  guint n_shown = 0;

  while (gtk_grid_get_child_at (GTK_GRID (self->columns), 1, (int) n_shown) != NULL)
    n_shown++;
  if (n_shown != foi_table_grid_get_n_fields (self->grid))
    rebuild (self);
  update (self);
}

static void
done_clicked_cb (FoiPasteStrip *self)
{
  g_signal_emit (self, done_signal, 0);
}

static void
foi_paste_strip_dispose (GObject *object)
{
  FoiPasteStrip *self = FOI_PASTE_STRIP (object);

  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_paste_strip_parent_class)->dispose (object);
}

static void
foi_paste_strip_class_init (FoiPasteStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_paste_strip_dispose;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_heading (FoiPasteStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Done"));

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Done"), -1);
  gtk_widget_set_valign (done, GTK_ALIGN_CENTER);
  g_signal_connect_object (done, "clicked", G_CALLBACK (done_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), done);
  return box;
}

static void
foi_paste_strip_init (FoiPasteStrip *self)
{
  self->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_paste_proposal_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "foi-strip");
  gtk_box_append (GTK_BOX (self), make_heading (self));

  self->scroller = gtk_scrolled_window_new ();
  self->columns = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->columns), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->columns), 8);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->columns);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_box_append (GTK_BOX (self), self->scroller);
  self->totals = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (self), self->totals);
}

static void
describe (FoiPasteStrip *self)
{
  guint n_columns = foi_table_grid_get_n_fields (self->grid);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (get_table (self)));
  g_autofree char *columns
      = foi_number_dup_count (ngettext ("%s column", "%s columns", n_columns), n_columns);
  g_autofree char *rows = foi_number_dup_count (ngettext ("%s row", "%s rows", n_rows), n_rows);
  /* Translators: "4 columns" and "9 rows". */
  g_autofree char *text = g_strdup_printf (_("Pasted %s and %s. This is what the columns look "
                                             "like:"),
                                              columns, rows);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * foi_paste_strip_new:
 * @document: what the window shows
 * @grid: the rows and columns of the pasted table
 * @proposal: (transfer full): what was recognised
 *
 * Returns: (transfer floating): the strip; the grid shows what could not be understood.
 */
GtkWidget *
foi_paste_strip_new (FoiDocument *document, FoiTableGrid *grid, FoiPasteProposal *proposal)
{
  FoiPasteStrip *self = g_object_new (FOI_TYPE_PASTE_STRIP, NULL);

  self->document = g_object_ref (document);
  self->grid = grid;
  g_ptr_array_add (self->proposals, proposal);
  g_signal_connect_object (get_table (self), "columns-changed", G_CALLBACK (columns_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_table (self), "notify::data", G_CALLBACK (update_totals), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
  update (self);
  add_totals (self, proposal);
  update_totals (self);
  describe (self);
  foi_table_grid_take_problems (grid, proposal->problems);
  return GTK_WIDGET (self);
}
