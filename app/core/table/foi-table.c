/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-private.h"

#include <string.h>

typedef struct
{
  guint position;
  guint removed;
  guint added;
} Splice;

/*
 * Rows are made when they are asked for and found again, as long as anybody holds them, by their
 * id: a million records are not a million objects.
 *
 * Between two items-changed the list must be neither the old one nor the new one. It is then the
 * first @shown_after rows of the new one followed by the old one's from @hidden_before on, where
 * @before is the old one.
 */
struct _FoiTable
{
  GObject       parent_instance;
  FoiTableData *data;
  GHashTable   *rows;          /* guint64 id -> FoiRow, neither owned */
  FoiRowStore  *before;
  guint         hidden_before;
  guint         shown_after;
  FoiTableData *pending;       /* set from within a signal of this; shown once that is over */
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_TITLE,
  PROP_DATA,
  N_PROPS
};

enum
{
  COLUMNS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static FoiRowStore *
get_store (FoiTable *self)
{
  return foi_table_data_get_rows (self->data);
}

static GType
foi_table_get_item_type (GListModel *model)
{
  return FOI_TYPE_ROW;
}

static guint
foi_table_get_n_items (GListModel *model)
{
  FoiTable *self = FOI_TABLE (model);

  if (self->before == NULL)
    return foi_row_store_get_length (get_store (self));
  return self->shown_after + foi_row_store_get_length (self->before) - self->hidden_before;
}

/* The record at @position of the list as it is shown at this moment. */
static FoiRecord *
get_record (FoiTable *self, guint position)
{
  FoiRecord *record;
  guint now;

  if (self->before == NULL || position < self->shown_after)
    return foi_row_store_get (get_store (self), position);
  record = foi_row_store_get (self->before, self->hidden_before + position - self->shown_after);
  /* A row that stays has its new cells already. */
  if (foi_row_store_find (get_store (self), record->id, &now))
    return foi_row_store_get (get_store (self), now);
  return record;
}

static gpointer
foi_table_get_item (GListModel *model, guint position)
{
  FoiTable *self = FOI_TABLE (model);
  FoiRecord *record;
  FoiRow *row;

  if (position >= foi_table_get_n_items (model))
    return NULL;
  record = get_record (self, position);
  row = g_hash_table_lookup (self->rows, &record->id);
  if (row != NULL)
    return g_object_ref (row);
  row = _foi_row_new (self, record);
  g_hash_table_insert (self->rows, (gpointer) _foi_row_get_id_pointer (row), row);
  return row;
}

static void
foi_table_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foi_table_get_item_type;
  iface->get_n_items = foi_table_get_n_items;
  iface->get_item = foi_table_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FoiTable, foi_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foi_table_list_model_init))

/* What a change of data has to say. */
typedef struct
{
  FoiTable  *table;
  GArray    *splices;
  GPtrArray *changed;   /* of FoiRow, owned */
} Change;

static void
update_row (Change *change, FoiRecord *record)
{
  FoiRow *row = g_hash_table_lookup (change->table->rows, &record->id);

  if (row != NULL && _foi_row_set_record (row, record))
    g_ptr_array_add (change->changed, g_object_ref (row));
}

static void
row_replaced (guint position, FoiRecord *before, FoiRecord *after, gpointer user_data)
{
  update_row (user_data, after);
}

static void
rows_spliced (guint position, guint removed, guint added, gpointer user_data)
{
  Change *change = user_data;
  Splice splice = { position, removed, added };

  g_array_append_val (change->splices, splice);
  /* What was taken out and put in again, because it moved, may have been edited as well. */
  if (g_hash_table_size (change->table->rows) == 0)
    return;
  for (guint i = 0; i < added; i++)
    update_row (change, foi_row_store_get (get_store (change->table), position + i));
}

static gboolean
same_columns (FoiTableData *a, FoiTableData *b)
{
  GPtrArray *left = foi_table_data_get_columns (a);
  GPtrArray *right = foi_table_data_get_columns (b);

  return left == right
         || (left->len == right->len
             && memcmp (left->pdata, right->pdata, left->len * sizeof (gpointer)) == 0);
}

/* Says the splices one by one, showing before each what the ones before it made. */
static void
emit_splices (FoiTable *self, GArray *splices)
{
  for (guint i = 0; i < splices->len; i++)
    {
      const Splice *splice = &g_array_index (splices, Splice, i);

      self->hidden_before += splice->position - self->shown_after + splice->removed;
      self->shown_after = splice->position + splice->added;
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed,
                                  splice->added);
    }
}

/* Every row that anybody holds, where the columns are others; else those that were edited. */
static GPtrArray *
collect_changed (FoiTable *self, Change *change, gboolean all)
{
  GHashTableIter iter;
  gpointer row;

  if (!all)
    return g_ptr_array_ref (change->changed);
  g_ptr_array_set_size (change->changed, 0);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (change->changed, g_object_ref (row));
  return g_ptr_array_ref (change->changed);
}

static void
notify_changes (FoiTable *self, FoiTableData *old)
{
  if (strcmp (foi_table_data_get_name (old), foi_table_data_get_name (self->data)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (strcmp (foi_table_data_get_title (old), foi_table_data_get_title (self->data)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA]);
}

/* Rows have their new cells before anybody is told anything, and the columns are said before the
 * rows, so that whoever looks finds cells that go with columns. */
static void
show_data (FoiTable *self, FoiTableData *data)
{
  g_autoptr (FoiTableData) old = g_steal_pointer (&self->data);
  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  g_autoptr (GPtrArray) edited = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changed = NULL;
  Change change = { self, splices, edited };
  gboolean columns_changed = !same_columns (old, data);

  self->data = foi_table_data_ref (data);
  foi_row_store_diff (foi_table_data_get_rows (old), get_store (self), rows_spliced, row_replaced,
                      &change);
  self->before = foi_table_data_get_rows (old);
  self->hidden_before = 0;
  self->shown_after = 0;
  if (columns_changed)
    g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
  emit_splices (self, splices);
  self->before = NULL;

  changed = collect_changed (self, &change, columns_changed);
  for (guint i = 0; i < changed->len; i++)
    _foi_row_emit_changed (g_ptr_array_index (changed, i));
  notify_changes (self, old);
}

static void
forget_table (gpointer key, gpointer row, gpointer user_data)
{
  _foi_row_forget_table (row);
}

static void
foi_table_finalize (GObject *object)
{
  FoiTable *self = FOI_TABLE (object);

  g_hash_table_foreach (self->rows, forget_table, NULL);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->data, foi_table_data_unref);
  g_clear_pointer (&self->pending, foi_table_data_unref);
  G_OBJECT_CLASS (foi_table_parent_class)->finalize (object);
}

static void
foi_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiTable *self = FOI_TABLE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, foi_table_get_name (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, foi_table_get_title (self));
      break;
    case PROP_DATA:
      g_value_set_boxed (value, self->data);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
foi_table_class_init (FoiTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = foi_table_finalize;
  object_class->get_property = foi_table_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DATA] = g_param_spec_boxed ("data", NULL, NULL, FOI_TYPE_TABLE_DATA, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * FoiTable::columns-changed:
   *
   * Columns came, went, moved, or one of them was altered.
   */
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
foi_table_init (FoiTable *self)
{
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
}

void
_foi_table_forget_row (FoiTable *self, FoiRow *row)
{
  g_hash_table_remove (self->rows, _foi_row_get_id_pointer (row));
}

/**
 * foi_table_new:
 * @data: a table
 *
 * Returns: (transfer full): the list of its rows.
 */
FoiTable *
foi_table_new (FoiTableData *data)
{
  FoiTable *self;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (FOI_TYPE_TABLE, NULL);
  self->data = foi_table_data_ref (data);
  return self;
}

/**
 * foi_table_get_data:
 * @self: a table
 *
 * Returns: (transfer none): what it shows.
 */
FoiTableData *
foi_table_get_data (FoiTable *self)
{
  g_return_val_if_fail (FOI_IS_TABLE (self), NULL);

  return self->data;
}

/**
 * foi_table_set_data:
 * @self: a table
 * @data: what it is to show, which is of the same table, so that its ids mean the same rows
 *
 * For the editor only. Says what differs, and no more: #GListModel::items-changed for rows that
 * came and went, #FoiRow::changed of those that were edited, #FoiTable::columns-changed and notify.
 * Called from within one of these signals, it waits until they are over.
 */
void
foi_table_set_data (FoiTable *self, FoiTableData *data)
{
  g_autoptr (FoiTable) alive = NULL;

  g_return_if_fail (FOI_IS_TABLE (self));
  g_return_if_fail (data != NULL);

  if (self->pending != NULL)
    {
      foi_table_data_ref (data);
      foi_table_data_unref (self->pending);
      self->pending = data;
      return;
    }
  if (data == self->data)
    return;

  alive = g_object_ref (self);
  self->pending = foi_table_data_ref (data);
  while (self->pending != self->data)
    {
      g_autoptr (FoiTableData) next = foi_table_data_ref (self->pending);

      show_data (self, next);
    }
  g_clear_pointer (&self->pending, foi_table_data_unref);
}

/**
 * foi_table_get_name:
 * @self: a table
 *
 * Returns: its name in the file.
 */
const char *
foi_table_get_name (FoiTable *self)
{
  g_return_val_if_fail (FOI_IS_TABLE (self), NULL);

  return foi_table_data_get_name (self->data);
}

/**
 * foi_table_get_title:
 * @self: a table
 *
 * Returns: its caption in the letter.
 */
const char *
foi_table_get_title (FoiTable *self)
{
  g_return_val_if_fail (FOI_IS_TABLE (self), NULL);

  return foi_table_data_get_title (self->data);
}

/**
 * foi_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has, those left out of the letter among them.
 */
guint
foi_table_get_n_columns (FoiTable *self)
{
  g_return_val_if_fail (FOI_IS_TABLE (self), 0);

  return foi_table_data_get_n_columns (self->data);
}

/**
 * foi_table_get_column:
 * @self: a table
 * @index: a column's place
 *
 * Returns: (transfer none): the column.
 */
FoiColumn *
foi_table_get_column (FoiTable *self, guint index)
{
  g_return_val_if_fail (FOI_IS_TABLE (self), NULL);

  return foi_table_data_get_column (self->data, index);
}

/**
 * foi_table_find_column:
 * @self: a table
 * @name: a column's name
 *
 * Returns: its place, or -1.
 */
int
foi_table_find_column (FoiTable *self, const char *name)
{
  g_return_val_if_fail (FOI_IS_TABLE (self), -1);

  return foi_table_data_find_column (self->data, name);
}

/**
 * foi_table_find_row:
 * @self: a table
 * @row_id: a row's id
 * @position: (out) (optional): where it is in the list
 *
 * Returns: whether the table has such a row.
 */
gboolean
foi_table_find_row (FoiTable *self, guint64 row_id, guint *position)
{
  g_return_val_if_fail (FOI_IS_TABLE (self), FALSE);

  return foi_row_store_find (get_store (self), row_id, position);
}
