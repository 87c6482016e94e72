/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-cell.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-cell-words.h"
#include "foi-table-grid-private.h"
#include "foi-totals.h"
#include "foi-withheld.h"

/* How a cell looks; each is a class of the style sheet. */
typedef enum
{
  LOOK_NUMBER   = 1 << 0,
  LOOK_PART     = 1 << 1,
  LOOK_MARK     = 1 << 2,
  LOOK_LEFT_OUT = 1 << 3,
  LOOK_TOTAL    = 1 << 4,
  LOOK_WARNING  = 1 << 5,
  LOOK_ERROR    = 1 << 6,
  LOOK_NOTED    = 1 << 7,
  LOOK_IN_BLOCK = 1 << 8,
  LOOK_CURSOR   = 1 << 9,
} Look;

static const char *const look_classes[] = {
  "number", "part", "mark", "left-out", "total", "warning", "error", "noted", "in-block", "cursor",
};

struct _FoiTableCell
{
  GtkWidget parent_instance;

  FoiTableGrid  *grid;      /* unowned: the cell is in it */
  FoiGridColumn *column;
  GtkListItem   *item;      /* weak */
  FoiRow        *row;
  GSignalGroup  *row_signals;
  GtkWidget     *label;
  GtkWidget     *entry;     /* while the cell is edited */
  guint          look;
};

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiTableCell, foi_table_cell, GTK_TYPE_WIDGET)

static void
set_look (FoiTableCell *self, guint look)
{
  guint changed = self->look ^ look;

  for (guint i = 0; changed != 0 && i < G_N_ELEMENTS (look_classes); i++)
    {
      if ((changed & (1u << i)) == 0)
        continue;
      if ((look & (1u << i)) != 0)
        gtk_widget_add_css_class (GTK_WIDGET (self), look_classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), look_classes[i]);
    }
  self->look = look;
}

static guint
get_block_look (FoiTableCell *self)
{
  guint look = 0;

  if (self->row == NULL)
    return 0;
  if (foi_row_get_id (self->row) == self->grid->cursor.row
      && g_strcmp0 (self->column->name, self->grid->cursor.column) == 0)
    look |= LOOK_CURSOR;
  else if (_foi_table_grid_in_block (self->grid, foi_table_cell_get_position (self),
                                     self->column->field))
    look |= LOOK_IN_BLOCK;
  return look;
}

/* What is wrong with a value that stands in the case, or NULL. */
static const char *
find_fault (FoiTableCell *self)
{
  const FoiCell *cell = foi_row_get_cell (self->row, self->column->index);

  if (foi_cell_words_is_over (self->column->column, cell))
    return _("More than the whole: correct this figure, or what the column counts up to");
  return foi_table_marks_get_fault (self->grid->marks, foi_row_get_id (self->row),
                                    self->column->name);
}

/* Not what could be a value and waits for a person to say so. */
static gboolean
is_misunderstood (const FoiCellDraft *draft)
{
  return draft != NULL && draft->origin != FOI_DRAFT_RECOVERED;
}

static guint
get_content_look (FoiTableCell *self, const FoiCell *cell, const FoiCellDraft *draft)
{
  FoiTableMarks *marks = self->grid->marks;
  guint64 row = foi_row_get_id (self->row);
  const char *name = self->column->name;
  guint look = 0;

  if (foi_column_is_numeric (self->column->column))
    look |= LOOK_NUMBER;
  if (foi_column_is_left_out (self->column->column))
    look |= LOOK_LEFT_OUT;
  if (foi_table_marks_is_total_row (marks, row) || foi_table_marks_is_total_column (marks, name))
    look |= LOOK_TOTAL;
  if (foi_table_marks_get_note (marks, row, name) != NULL)
    look |= LOOK_NOTED;
  if (draft != NULL)
    return look | (is_misunderstood (draft) ? LOOK_ERROR : LOOK_WARNING);
  if (foi_cell_words_is_part (self->column->column, cell))
    look |= LOOK_PART;
  if (cell->state != FOI_CELL_VALUE && cell->state != FOI_CELL_BLANK)
    look |= LOOK_MARK;
  if (find_fault (self) != NULL)
    look |= LOOK_WARNING;
  return look;
}

/* One line: what a person typed on several is shown with marks between them. */
static char *
fold_lines (char *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL || strchr (text, '\n') == NULL)
    return text;
  lines = g_strsplit (text, "\n", -1);
  g_free (text);
  return g_strjoinv (" ⏎ ", lines);
}

static void
update_accessible (FoiTableCell *self, const FoiCellDraft *draft)
{
  FoiTableData *data = foi_table_get_data (self->grid->table);
  FoiRecord *record = foi_row_get_record (self->row);
  guint position = foi_table_cell_get_position (self);
  guint64 row = foi_row_get_id (self->row);
  const char *note = foi_table_marks_get_note (self->grid->marks, row, self->column->name);
  const char *fault = find_fault (self);
  const char *bounds = foi_table_marks_get_bounds (self->grid->marks, row, self->column->name);
  g_autofree char *full = NULL;
  g_autofree char *withheld = NULL;
  GString *description = g_string_new (draft != NULL ? draft->reason : fault);

  if (draft != NULL)
    {
      g_autofree char *place = foi_cell_words_place (data, record, position, self->column->index);

      if (is_misunderstood (draft))
        /* Translators: a cell, and what was typed into it and is no value. */
        full = g_strdup_printf (_("%s: “%s”, not understood"), place, draft->text);
      else
        /* Translators: a cell, and what was typed into it just before the program ended. */
        full = g_strdup_printf (_("%s: “%s”, typed and not yet in the case"), place, draft->text);
    }
  else
    full = foi_cell_words_full (data, record, position, self->column->index);
  if (draft == NULL)
    withheld = foi_withheld_dup_remark (self->grid->document, self->grid->table, row,
                                        self->column->name);
  if (withheld != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? ". " : "", withheld);
  if (draft == NULL && bounds != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? ". " : "", bounds);
  if (note != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? ". " : "", note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, full,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_misunderstood (draft) ? GTK_ACCESSIBLE_INVALID_TRUE
                                                        : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_string_free (description, TRUE);
}

/* The row and the place that the list makes around a cell report their C types unless named. */
static void
name_parents (FoiTableCell *self)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = place != NULL ? gtk_widget_get_parent (place) : NULL;

  if (row == NULL || self->row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  foi_column_get_title (self->column->column), -1);
  if (gtk_widget_get_prev_sibling (place) == NULL)
    {
      g_autofree char *name = foi_cell_words_row (foi_table_get_data (self->grid->table),
                                                  foi_row_get_record (self->row),
                                                  foi_table_cell_get_position (self));

      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

static void
unregister (FoiTableCell *self)
{
  guint64 id;

  if (self->row == NULL)
    return;
  id = foi_row_get_id (self->row);
  if (g_hash_table_lookup (self->column->cells, &id) == self)
    g_hash_table_remove (self->column->cells, &id);
}

static void
set_row (FoiTableCell *self, FoiRow *row)
{
  if (self->row == row)
    return;
  /* A cell that is given to another row takes no typed text with it. */
  if (self->entry != NULL)
    foi_table_grid_commit (self->grid);
  unregister (self);
  g_set_object (&self->row, row);
  g_signal_group_set_target (self->row_signals, row);
  if (row != NULL)
    {
      guint64 id = foi_row_get_id (row);

      g_hash_table_replace (self->column->cells, g_memdup2 (&id, sizeof id), self);
      foi_table_cell_update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

static void
foi_table_cell_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foi_table_cell_parent_class)->root (widget);
  name_parents (FOI_TABLE_CELL (widget));
}

static void
foi_table_cell_dispose (GObject *object)
{
  FoiTableCell *self = FOI_TABLE_CELL (object);

  if (self->column != NULL)
    set_row (self, NULL);
  g_clear_weak_pointer (&self->item);
  g_clear_object (&self->row_signals);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->column, _foi_grid_column_unref);

  G_OBJECT_CLASS (foi_table_cell_parent_class)->dispose (object);
}

static void
foi_table_cell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ROW:
      g_value_set_object (value, FOI_TABLE_CELL (object)->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_table_cell_set_property (GObject *object, guint prop_id, const GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ROW:
      set_row (FOI_TABLE_CELL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_table_cell_class_init (FoiTableCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_table_cell_dispose;
  object_class->get_property = foi_table_cell_get_property;
  object_class->set_property = foi_table_cell_set_property;
  widget_class->root = foi_table_cell_root;

  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, FOI_TYPE_ROW,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
foi_table_cell_init (FoiTableCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->label = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->label), 1);
  /* As high as its line, or a text that is cut stands higher than one that is not. */
  gtk_widget_set_valign (self->label, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->row_signals = g_signal_group_new (FOI_TYPE_ROW);
  g_signal_group_connect_swapped (self->row_signals, "changed", G_CALLBACK (foi_table_cell_update),
                                  self);
}

/**
 * foi_table_cell_new:
 * @grid: the grid it is in
 * @column: its column, for good
 * @item: what the list calls its place
 *
 * Returns: (transfer floating): a cell, of the row that @item has.
 */
FoiTableCell *
foi_table_cell_new (FoiTableGrid *grid, FoiGridColumn *column, GtkListItem *item)
{
  FoiTableCell *self = g_object_new (FOI_TYPE_TABLE_CELL, NULL);

  self->grid = grid;
  self->column = _foi_grid_column_ref (column);
  g_set_weak_pointer (&self->item, item);
  foi_table_cell_update_width (self);
  g_object_bind_property (item, "item", self, "row", G_BINDING_SYNC_CREATE);
  return self;
}

/**
 * foi_table_cell_get_row:
 *
 * Returns: (transfer none) (nullable): its row.
 */
FoiRow *
foi_table_cell_get_row (FoiTableCell *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_CELL (self), NULL);
  return self->row;
}

/**
 * foi_table_cell_get_column:
 *
 * Returns: (transfer none): its column.
 */
FoiGridColumn *
foi_table_cell_get_column (FoiTableCell *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_CELL (self), NULL);
  return self->column;
}

/**
 * foi_table_cell_get_position:
 *
 * Returns: where its row is now.
 */
guint
foi_table_cell_get_position (FoiTableCell *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_CELL (self), 0);
  return self->item != NULL ? gtk_list_item_get_position (self->item) : 0;
}

/**
 * foi_table_cell_get_text:
 *
 * Returns: what it shows.
 */
const char *
foi_table_cell_get_text (FoiTableCell *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_CELL (self), NULL);
  return gtk_inscription_get_text (GTK_INSCRIPTION (self->label));
}

/* Whether there is more text than the cell shows. */
static gboolean
is_cut (FoiTableCell *self)
{
  g_autoptr (PangoLayout) layout
    = gtk_widget_create_pango_layout (self->label, foi_table_cell_get_text (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (self->label);
}

/**
 * foi_table_cell_dup_tooltip:
 *
 * Returns: (transfer full) (nullable): what the cell does not show: why its text is not understood,
 *   that a total is wrong, the value that is withheld, its note, the rest of a long text.
 */
char *
foi_table_cell_dup_tooltip (FoiTableCell *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *withheld = NULL;
  const FoiCellDraft *draft;
  const char *texts[5] = { NULL };
  guint64 row;

  g_return_val_if_fail (FOI_IS_TABLE_CELL (self), NULL);

  if (self->row == NULL)
    return NULL;
  row = foi_row_get_id (self->row);
  draft = foi_cell_drafts_get (self->grid->drafts, row, self->column->name);
  withheld = foi_withheld_dup_words (self->grid->document, self->grid->table, row,
                                     self->column->name);
  texts[0] = is_cut (self) ? foi_table_cell_get_text (self) : NULL;
  texts[1] = draft != NULL ? draft->reason : find_fault (self);
  texts[2] = withheld;
  texts[3] = foi_table_marks_get_bounds (self->grid->marks, row, self->column->name);
  texts[4] = foi_table_marks_get_note (self->grid->marks, row, self->column->name);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL)
        g_strv_builder_add (lines, texts[i]);
    }
  list = g_strv_builder_end (lines);
  return list[0] != NULL ? g_strjoinv ("\n", list) : NULL;
}

/* As the letter shows it: a column of years has no word for the row of its total. */
static gboolean
is_name_of_total (FoiTableCell *self)
{
  guint position;

  return foi_table_find_row (self->grid->table, foi_row_get_id (self->row), &position)
         && foi_totals_is_name (foi_table_get_data (self->grid->table), position,
                                self->column->index);
}

/**
 * foi_table_cell_update:
 *
 * Shows what the row has now.
 */
void
foi_table_cell_update (FoiTableCell *self)
{
  const FoiCellDraft *draft;
  const FoiCell *cell;
  g_autofree char *text = NULL;

  g_return_if_fail (FOI_IS_TABLE_CELL (self));

  if (self->row == NULL)
    return;
  cell = foi_row_get_cell (self->row, self->column->index);
  draft = foi_cell_drafts_get (self->grid->drafts, foi_row_get_id (self->row), self->column->name);
  if (draft != NULL)
    text = g_strdup (draft->text);
  else if (is_name_of_total (self))
    text = g_strdup (_("Total"));
  else
    text = foi_cell_words_display (self->column->column, cell);
  text = fold_lines (g_steal_pointer (&text));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), text);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->label),
                              foi_column_is_numeric (self->column->column) ? 1 : 0);
  set_look (self, get_content_look (self, cell, draft) | get_block_look (self));
  update_accessible (self, draft);
  name_parents (self);
}

/**
 * foi_table_cell_update_block:
 *
 * Shows whether the cell is in the block, or the one with the cursor.
 */
void
foi_table_cell_update_block (FoiTableCell *self)
{
  g_return_if_fail (FOI_IS_TABLE_CELL (self));

  set_look (self, (self->look & ~(guint) (LOOK_IN_BLOCK | LOOK_CURSOR)) | get_block_look (self));
}

/**
 * foi_table_cell_update_width:
 *
 * Asks for the width that its column wants.
 */
void
foi_table_cell_update_width (FoiTableCell *self)
{
  g_return_if_fail (FOI_IS_TABLE_CELL (self));

  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->label), (guint) self->column->n_chars);
  /* Words can be cut; of a figure or a date that is cut nobody knows what it is. */
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->label),
                                 foi_column_get_value_type (self->column->column) == FOI_VALUE_TEXT
                                   ? (guint) MIN (self->column->n_chars, 8)
                                   : (guint) self->column->n_chars);
}

/**
 * foi_table_cell_set_entry:
 * @entry: (nullable): what the cell is edited with; %NULL for the label again
 *
 * Puts the entry in the label's place.
 */
void
foi_table_cell_set_entry (FoiTableCell *self, GtkWidget *entry)
{
  g_return_if_fail (FOI_IS_TABLE_CELL (self));

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  if (entry != NULL)
    {
      self->entry = entry;
      gtk_widget_set_parent (entry, GTK_WIDGET (self));
    }
  /* Not hidden: it keeps the place's size. */
  gtk_widget_set_child_visible (self->label, entry == NULL);
  foi_table_cell_update (self);
}
