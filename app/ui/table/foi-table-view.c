/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-view.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-cell-words.h"
#include "foi-draft-band.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-table-view-private.h"
#include "foi-tooltip.h"
#include "foi-withheld.h"

G_DEFINE_FINAL_TYPE (FoiTableView, foi_table_view, GTK_TYPE_BOX)

const char *
_foi_table_view_get_name (FoiTableView *self)
{
  return foi_table_get_name (self->table);
}

FoiCaseEditor *
_foi_table_view_get_editor (FoiTableView *self)
{
  return foi_document_get_editor (self->document);
}

/* Tells what could not be done, and frees the reason. */
gboolean
_foi_table_view_done (FoiTableView *self, gboolean done, GError *error)
{
  if (!done && error != NULL)
    foi_document_tell_error (self->document, error);
  g_clear_error (&error);
  return done;
}

static char *
dup_place (FoiTableView *self)
{
  return g_strconcat ("tables/", _foi_table_view_get_name (self), NULL);
}

/* The letter's number of the table in a list of blocks; 0 where it is in none of them. */
static guint
find_number (GPtrArray *blocks, const char *table)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = g_ptr_array_index (blocks, i);
      guint number;

      if (block->kind == FOI_BLOCK_TABLE && block->table != NULL
          && g_strcmp0 (foi_publication_get_name (block->table), table) == 0)
        return block->number;
      number = find_number (block->children, table);
      if (number > 0)
        return number;
    }
  return 0;
}

static void
update_number (FoiTableView *self)
{
  FoiLayout *layout = foi_document_get_layout (self->document);
  guint number = layout != NULL ? find_number (foi_layout_get_letter (layout)->blocks,
                                               _foi_table_view_get_name (self))
                                : 0;
  g_autofree char *text = NULL;

  if (number > 0)
    /* Translators: before the title of a table, the letter's number of it. */
    text = g_strdup_printf (_("Table %u ·"), number);
  gtk_label_set_text (GTK_LABEL (self->number_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->number_label, text != NULL);
}

static void
update_title (FoiTableView *self)
{
  const char *title = foi_table_get_title (self->table);
  /* Translators: a name for screen readers. */
  g_autofree char *name = g_strdup_printf (_("Table %s"), title);

  /* Setting text deletes what was there first: that is no edit of the person's. */
  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->title_entry)), title) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->title_entry), title);
  self->updating = FALSE;
  foi_tooltip_set (self->title_entry, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
title_changed_cb (FoiTableView *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_entry));
  g_autoptr (JsonNode) value = NULL;
  GError *error = NULL;

  if (self->updating || g_strcmp0 (title, foi_table_get_title (self->table)) == 0)
    return;
  value = foi_json_new_string (title);
  _foi_table_view_done (self,
                        foi_case_editor_set_table_member (_foi_table_view_get_editor (self),
                                                          _foi_table_view_get_name (self), "title",
                                                          value, _("Change Table Title"), &error),
                        error);
}

static void
title_left_cb (FoiTableView *self)
{
  foi_case_editor_break_merge (_foi_table_view_get_editor (self));
}

static void
title_activated_cb (FoiTableView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
update_small_bar (FoiTableView *self)
{
  const char *name = _foi_table_view_get_name (self);
  g_autofree char *summary = foi_withheld_dup_summary (self->document, name);

  if (summary == NULL)
    summary = foi_withheld_dup_small (self->document, self->table);
  if (summary != NULL)
    gtk_label_set_text (GTK_LABEL (self->small_label), summary);
  gtk_widget_set_visible (self->small_bar, summary != NULL);
}

static void
update_rows (FoiTableView *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->table)) == 0;

  gtk_widget_set_visible (self->empty_button, empty);
  update_small_bar (self);
  _foi_table_view_update_actions (self);
}

static void
update_page (FoiTableView *self)
{
  guint n_fields = foi_table_grid_get_n_fields (self->grid);
  guint first, last;
  g_autofree char *text = NULL;

  foi_table_grid_get_page (self->grid, &first, &last);
  /* Translators: which columns of a wide table are shown. */
  text = g_strdup_printf (_("Columns %u–%u of %u"), first, last, n_fields);
  gtk_label_set_text (GTK_LABEL (self->page_label), text);
  gtk_widget_set_visible (self->page_bar, n_fields > FOI_TABLE_GRID_PAGE);
  _foi_table_view_update_actions (self);
}

/* What the table says of the cursor's cell beside its value: what is known of a figure that came
 * withheld, that a total is wrong, a note. */
static char *
dup_marks (FoiTableView *self)
{
  FoiTableMarks *marks = foi_table_grid_get_marks (self->grid);
  guint64 row = foi_table_grid_get_cursor_row (self->grid);
  const char *column = foi_table_grid_get_cursor_column (self->grid);
  g_autofree char *withheld = foi_withheld_dup_remark (self->document, self->table, row, column);
  const char *const texts[] = {
    withheld,
    foi_table_marks_get_bounds (marks, row, column),
    foi_table_marks_get_fault (marks, row, column),
    foi_table_marks_get_note (marks, row, column),
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL)
        g_string_append_printf (words, " · %s", texts[i]);
    }
  return g_string_free (words, FALSE);
}

static void
update_status (FoiTableView *self)
{
  FoiTableData *data = foi_table_get_data (self->table);
  g_autofree char *status = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *text = NULL;
  guint position;
  int column;

  if (!foi_table_grid_get_cursor (self->grid, &position, NULL))
    return;
  column = foi_table_find_column (self->table, foi_table_grid_get_cursor_column (self->grid));
  if (column < 0)
    return;
  status = foi_cell_words_status (data, foi_row_store_get (foi_table_data_get_rows (data),
                                                           position),
                                  position, (guint) column);
  marks = dup_marks (self);
  text = g_strconcat (status, marks, NULL);
  foi_document_set_status (self->document, text);
}

static gboolean
has_focus (FoiTableView *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;
}

static void
cursor_moved_cb (FoiTableView *self)
{
  _foi_table_view_update_actions (self);
  if (has_focus (self))
    update_status (self);
}

static void
focus_entered_cb (FoiTableView *self)
{
  g_autofree char *place = dup_place (self);

  foi_document_set_place (self->document, place);
  update_status (self);
}

static void
focus_left_cb (FoiTableView *self)
{
  foi_document_set_status (self->document, "");
}

static void
told_cb (FoiTableView *self, const char *text)
{
  foi_document_tell (self->document, text);
}

static void
commit_cb (FoiTableView *self)
{
  guint n_drafts;
  g_autofree char *n_cells = NULL;
  g_autofree char *text = NULL;

  if (foi_table_grid_commit (self->grid))
    return;
  n_drafts = foi_cell_drafts_get_n (foi_table_grid_get_drafts (self->grid));
  n_cells = foi_number_to_words (n_drafts, 0);
  /* Translators: the title of a table, and a number of cells. */
  text = g_strdup_printf (ngettext ("In “%s” %s cell has text that is not understood: it is not in "
                                    "the case",
                                    "In “%s” %s cells have text that is not understood: it is not "
                                    "in the case", n_drafts),
                          foi_table_get_title (self->table), n_cells);
  foi_document_tell (self->document, text);
}

static void
go_to_cb (FoiTableView *self, const char *place)
{
  g_autofree char *own = dup_place (self);
  g_autofree char *small = g_strconcat (own, "/small-numbers", NULL);

  if (g_strcmp0 (place, own) == 0 || g_str_equal (place, small))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static gboolean
remove_popover_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (FoiTableView *self, GtkPopover *popover)
{
  if (self->grid == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  /* The action that its menu was closed for comes first. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_popover_cb, g_object_ref (popover),
                   g_object_unref);
}

/* Shows a popover at a place of the grid, which it belongs to until it closes. */
void
_foi_table_view_show_popover (FoiTableView *self, GtkWidget *popover, const GdkRectangle *area)
{
  gtk_widget_set_parent (popover, GTK_WIDGET (self->grid));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), area);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
context_menu_cb (FoiTableView *self, int x, int y)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (self->cell_menu);
  const GdkRectangle area = { x, y, 1, 1 };

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  _foi_table_view_update_actions (self);
  _foi_table_view_show_popover (self, menu, &area);
}

/*
 * _foi_table_view_set_strip:
 * @strip: (nullable): what stands between the title and the rows; %NULL for nothing
 */
void
_foi_table_view_set_strip (FoiTableView *self, GtkWidget *strip)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->strip_slot)) != NULL)
    gtk_box_remove (GTK_BOX (self->strip_slot), child);
  if (strip != NULL)
    gtk_box_append (GTK_BOX (self->strip_slot), strip);
}

static void
foi_table_view_dispose (GObject *object)
{
  FoiTableView *self = FOI_TABLE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_TABLE_VIEW);
  self->grid = NULL;
  g_clear_object (&self->actions);
  g_clear_object (&self->table);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_table_view_parent_class)->dispose (object);
}

static void
foi_table_view_class_init (FoiTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_table_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, number_label);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, title_entry);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, mark_button);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, leave_out_button);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, strip_slot);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, grid_slot);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, small_bar);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, small_label);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, page_bar);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, page_label);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, cell_menu);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, mark_menu);
  gtk_widget_class_bind_template_child (widget_class, FoiTableView, table_menu);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.small-numbers", NULL);
}

/* A menu is some hundred widgets, and most tables are never asked for theirs. */
static void
menu_wanted_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

static void
foi_table_view_init (FoiTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->mark_button), menu_wanted_cb,
                                         self->mark_menu, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), menu_wanted_cb,
                                         self->table_menu, NULL);
}

static void
listen (FoiTableView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *title_focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (self->grid, "cursor-moved", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "page-changed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "context-menu", G_CALLBACK (context_menu_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), focus);

  g_signal_connect_object (self->title_entry, "changed", G_CALLBACK (title_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_entry, "activate", G_CALLBACK (title_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (title_focus, "leave", G_CALLBACK (title_left_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->title_entry, title_focus);

  g_signal_connect_object (self->table, "notify::title", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::data", G_CALLBACK (update_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::layout", G_CALLBACK (update_number), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "commit", G_CALLBACK (commit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "go-to", G_CALLBACK (go_to_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * foi_table_view_new:
 * @document: what the window shows
 * @table_name: the name of one of its tables
 *
 * Returns: (transfer floating) (nullable): the card of the table; %NULL where there is no such
 *   table.
 */
GtkWidget *
foi_table_view_new (FoiDocument *document, const char *table_name)
{
  FoiTableView *self;
  FoiTable *table;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (table_name != NULL, NULL);

  table = foi_case_find_table (foi_document_get_case (document), table_name);
  if (table == NULL)
    return NULL;
  self = g_object_new (FOI_TYPE_TABLE_VIEW, NULL);
  self->document = g_object_ref (document);
  self->table = g_object_ref (table);
  self->grid = foi_table_grid_new (document, table);
  gtk_box_append (GTK_BOX (self->grid_slot), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->grid_slot), foi_draft_band_new (self->grid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the table"), -1);
  _foi_table_view_add_actions (self);
  _foi_table_view_add_strips (self);
  listen (self);
  update_title (self);
  update_number (self);
  update_page (self);
  update_rows (self);
  return GTK_WIDGET (self);
}
