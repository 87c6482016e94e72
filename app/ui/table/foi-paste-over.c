/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paste-over.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-cell-words.h"
#include "foi-error.h"
#include "foi-number.h"
#include "foi-paste-cover.h"
#include "foi-table-grid-private.h"
#include "foi-table-paste.h"

/* Nobody reads more lines than this; the rest is counted. */
#define MAX_LINES  200
#define MAX_HEIGHT 160

struct _FoiPasteOver
{
  GtkBox parent_instance;

  FoiDocument *document;
  FoiTableGrid *grid;  /* unowned: both are in the card of the table */
  FoiTableData *table; /* as it was matched with */
  FoiPasteMatch *match;
  GtkWidget *summary;
  GtkWidget *list;
  GtkWidget *apply;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (FoiPasteOver, foi_paste_over, GTK_TYPE_BOX)

static void
append_line (GString *lines, const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* "Calls answered, 2019/20: 10,066 → 10,070" */
static char *
describe_change (FoiPasteOver *self, const FoiPasteChange *change)
{
  FoiRowStore *rows = foi_table_data_get_rows (self->table);
  int index = foi_table_data_find_column (self->table, change->column);
  g_autofree char *place = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  FoiColumn *column;
  guint position;

  if (index < 0 || !foi_row_store_find (rows, change->row, &position))
    return g_strdup ("");
  column = foi_table_data_get_column (self->table, (guint) index);
  place = foi_cell_words_place (self->table, foi_row_store_get (rows, position), position,
                                (guint) index);
  before = foi_column_format (column, &change->before);
  after = foi_column_format (column, &change->after);
  /* Translators: a cell, what is in it, and what will be. */
  return g_strdup_printf (change->cover == FOI_PASTE_WITHHELD
                            /* Translators: a cell, what is in it, and what will be. */
                            ? _("A withheld figure is replaced: %s: %s → %s")
                          : change->cover == FOI_PASTE_ROUNDED
                            /* Translators: a cell, what is in it, and what will be. */
                            ? _("A rounded figure is replaced: %s: %s → %s")
                            : _("%s: %s → %s"),
                          place, before[0] != '\0' ? before : _("blank"),
                          after[0] != '\0' ? after : _("blank"));
}

/* Lists the cells of which the case keeps something to itself, or the others. */
static guint
list_cells (FoiPasteOver *self, GString *lines, gboolean covered, guint n_listed)
{
  for (guint i = 0; i < self->match->changes->len && n_listed < MAX_LINES; i++)
    {
      const FoiPasteChange *change = &g_array_index (self->match->changes, FoiPasteChange, i);
      g_autofree char *line = NULL;

      if ((change->cover != FOI_PASTE_OPEN) != covered)
        continue;
      line = describe_change (self, change);
      append_line (lines, line);
      n_listed++;
    }
  return n_listed;
}

static char *
list_changes (FoiPasteOver *self)
{
  GString *lines = g_string_new (NULL);
  guint n_listed = list_cells (self, lines, TRUE, 0);

  n_listed = list_cells (self, lines, FALSE, n_listed);
  for (guint i = 0; i < self->match->added->len && n_listed < MAX_LINES; i++, n_listed++)
    {
      FoiRecord *record = g_ptr_array_index (self->match->added, i);
      guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (self->table));
      g_autofree char *row = foi_cell_words_row (self->table, record, n_rows + i);
      /* Translators: a row that pasting adds. */
      g_autofree char *line = g_strdup_printf (_("New row: %s"), row);

      append_line (lines, line);
    }
  return g_string_free (lines, FALSE);
}

static void
append_part (GString *words, const char *part)
{
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, part);
}

static void
append_count (GString *words, const char *things, guint n)
{
  g_autofree char *counted = foi_number_dup_count (things, n);

  append_part (words, counted);
}

static char *
summarise (FoiPasteOver *self)
{
  GString *words = g_string_new (NULL);
  guint n_changes = self->match->changes->len, n_added = self->match->added->len;
  guint n_absent = self->match->absent->len, n_problems = self->match->problems->len;
  g_autofree char *covered = foi_paste_cover_dup_words (self->match);

  if (covered != NULL)
    append_part (words, covered);
  append_count (words, ngettext ("%s cell changes", "%s cells change", n_changes), n_changes);
  if (n_added > 0)
    append_count (words, ngettext ("%s row is new", "%s rows are new", n_added), n_added);
  if (n_absent > 0)
    append_count (words, ngettext ("%s row was not pasted, and stays",
                                   "%s rows were not pasted, and stay", n_absent), n_absent);
  if (n_problems > 0)
    append_count (words, ngettext ("%s cell is not understood", "%s cells are not understood",
                                   n_problems), n_problems);
  if (self->match->unmatched != NULL && self->match->unmatched[0] != NULL)
    {
      g_autofree char *headings = g_strjoinv (", ", self->match->unmatched);
      /* Translators: headings that were pasted and that the table does not have. */
      g_autofree char *unused = g_strdup_printf (_("not used: %s"), headings);

      append_part (words, unused);
    }
  return g_string_free (words, FALSE);
}

static void
finish (FoiPasteOver *self)
{
  g_signal_emit (self, done_signal, 0);
}

static void
apply_clicked_cb (FoiPasteOver *self)
{
  g_autoptr (FoiPasteOver) alive = g_object_ref (self);
  FoiTable *table = foi_table_grid_get_table (self->grid);
  g_autoptr (GError) error = NULL;

  foi_cell_drafts_remember (foi_table_grid_get_drafts (self->grid));
  if (!foi_case_editor_paste_over (foi_document_get_editor (self->document),
                                   foi_table_get_name (table), self->match, &error))
    {
      _foi_table_grid_tell (self->grid, error->message);
      return;
    }
  foi_table_grid_take_problems (self->grid, self->match->problems);
  finish (self);
}

/* What was worked out is about the table as it was. */
static void
table_changed_cb (FoiPasteOver *self)
{
  if (foi_table_get_data (foi_table_grid_get_table (self->grid)) != self->table)
    gtk_widget_set_sensitive (self->apply, FALSE);
}

static void
foi_paste_over_dispose (GObject *object)
{
  FoiPasteOver *self = FOI_PASTE_OVER (object);

  g_clear_pointer (&self->match, foi_paste_match_free);
  g_clear_pointer (&self->table, foi_table_data_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_paste_over_parent_class)->dispose (object);
}

static void
foi_paste_over_class_init (FoiPasteOverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_paste_over_dispose;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_button (FoiPasteOver *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
foi_paste_over_init (FoiPasteOver *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "foi-strip");

  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_box_append (GTK_BOX (heading), self->summary);
  self->apply = add_button (self, heading, _("Apply"), G_CALLBACK (apply_clicked_cb));
  add_button (self, heading, _("Cancel"), G_CALLBACK (finish));
  gtk_box_append (GTK_BOX (self), heading);

  self->list = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->list), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->list), 0);
  gtk_label_set_selectable (GTK_LABEL (self->list), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_box_append (GTK_BOX (self), scroller);
}

/**
 * foi_paste_over_new:
 * @document: what the window shows
 * @grid: the rows and columns of a table
 * @text: cells as spreadsheets copy them
 * @error: %FOI_ERROR_REFUSED where they cannot be matched with the table's rows
 *
 * Returns: (transfer floating) (nullable): what would change.
 */
GtkWidget *
foi_paste_over_new (FoiDocument *document, FoiTableGrid *grid, const char *text, GError **error)
{
  FoiTableData *table = foi_table_get_data (foi_table_grid_get_table (grid));
  g_autoptr (FoiPasteGrid) cells = foi_paste_grid_new (text, -1, error);
  g_autoptr (FoiPasteMatch) match = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *changes = NULL;
  FoiPasteOver *self;

  if (cells == NULL)
    return NULL;
  match = foi_paste_match_table (cells, table);
  if (match == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("What was copied does not have the column that names this table's "
                             "rows. Copy it with its headings, or paste it into the cells"));
      return NULL;
    }
  foi_paste_cover_find (match, foi_case_get_state (foi_document_get_case (document)),
                        foi_table_data_get_name (table));
  self = g_object_new (FOI_TYPE_PASTE_OVER, NULL);
  self->document = g_object_ref (document);
  self->grid = grid;
  self->table = foi_table_data_ref (table);
  self->match = g_steal_pointer (&match);
  summary = summarise (self);
  changes = list_changes (self);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_label_set_text (GTK_LABEL (self->list), changes);
  gtk_widget_set_visible (gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW),
                          changes[0] != '\0');
  gtk_widget_set_sensitive (self->apply, self->match->changes->len + self->match->added->len
                                                 + self->match->problems->len
                                             > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  g_signal_connect_object (foi_table_grid_get_table (grid), "notify::data",
                           G_CALLBACK (table_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
