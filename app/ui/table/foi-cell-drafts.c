/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-drafts.h"

#include <glib/gi18n.h>

#include "foi-typed-text.h"

/*
 * Undo and redo bring back a state of the table, and with it what was typed over that state: the
 * drafts that were there when a state was left are kept under it. A state is kept only where there
 * is something to remember of it, and while somebody else has it, too: the history of the case.
 * What a person does to a draft without changing the table is no step of that history, so it is
 * done to all that is kept of states in which the cell is the same.
 */
struct _FoiCellDrafts
{
  FoiTable     *table;    /* unowned: this is a part of it */
  GHashTable   *drafts;   /* a set of FoiCellDraft, known by row and column */
  FoiTableData *data;     /* the state that they are about */
  GHashTable   *left;     /* FoiTableData -> what @drafts was when the table was left so */
  FoiCellDraft *typing;   /* what is being typed, nothing but its place and text; or NULL */
  guint64       stamp;    /* grows with every change */
  guint64       version;  /* grows with every change of @drafts */
};

static guint
draft_hash (gconstpointer key)
{
  const FoiCellDraft *draft = key;

  return g_int64_hash (&draft->row) ^ g_str_hash (draft->column);
}

static gboolean
draft_equal (gconstpointer a, gconstpointer b)
{
  const FoiCellDraft *left = a, *right = b;

  return left->row == right->row && g_str_equal (left->column, right->column);
}

static void
clear_draft (gpointer data)
{
  FoiCellDraft *draft = data;

  foi_cell_clear (&draft->cell);
  g_strfreev (draft->choices);
  g_free (draft->reason);
  g_free (draft->text);
  g_free (draft->column);
}

static void
draft_unref (gpointer draft)
{
  g_atomic_rc_box_release_full (draft, clear_draft);
}

static void
drafts_free (gpointer data)
{
  FoiCellDrafts *self = data;

  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->left);
  foi_table_data_unref (self->data);
  g_clear_pointer (&self->typing, draft_unref);
  g_free (self);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (draft_hash, draft_equal, draft_unref, NULL);
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = new_set ();
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &draft, NULL))
    g_hash_table_add (copy, g_atomic_rc_box_acquire (draft));
  return copy;
}

static FoiCellDraft *
new_draft (guint64 row, const char *column, const char *text)
{
  FoiCellDraft *draft = g_atomic_rc_box_new0 (FoiCellDraft);

  draft->row = row;
  draft->column = g_strdup (column);
  draft->text = g_strdup (text);
  return draft;
}

static void
say_changed (FoiCellDrafts *self)
{
  self->stamp++;
  self->version++;
}

/* The cell that a draft is of, or NULL where there is none any more. */
static const FoiCell *
find_cell (FoiTableData *data, const FoiCellDraft *draft, guint *position, int *column)
{
  *column = foi_table_data_find_column (data, draft->column);
  if (*column < 0 || !foi_row_store_find (foi_table_data_get_rows (data), draft->row, position))
    return NULL;
  return foi_table_data_get_cell (data, *position, (guint) *column);
}

/* Whether @draft is about the cell as it is in @data. */
static gboolean
is_about (const FoiCellDraft *draft, FoiTableData *data)
{
  guint position;
  int column;
  const FoiCell *cell = find_cell (data, draft, &position, &column);

  return cell != NULL && foi_cell_equal (cell, &draft->cell);
}

/* Those of cells that have gone, or that have another content now, are not shown. */
static gboolean
is_about_another (gpointer draft, gpointer unused, gpointer data)
{
  return !is_about (draft, data);
}

/*
 * Goes with the table to the state it has now, before anybody else hears of it: brings back the
 * drafts that were there when it had this state last, as it has after undo and redo; in a new one,
 * forgets those of cells that have gone or that got another content.
 */
static void
data_changed_cb (FoiCellDrafts *self)
{
  FoiTableData *now = foi_table_get_data (self->table);
  guint n_before = g_hash_table_size (self->drafts);
  GHashTable *left;

  if (now == self->data)
    return;
  if (n_before > 0 || g_hash_table_contains (self->left, self->data))
    foi_cell_drafts_remember (self);
  left = g_hash_table_lookup (self->left, now);
  if (left != NULL)
    {
      g_hash_table_unref (self->drafts);
      self->drafts = copy_set (left);
    }
  else
    g_hash_table_foreach_remove (self->drafts, is_about_another, now);
  foi_table_data_unref (self->data);
  self->data = foi_table_data_ref (now);
  if (n_before > 0 || g_hash_table_size (self->drafts) > 0)
    say_changed (self);
}

/**
 * foi_cell_drafts_of:
 * @table: a table of the case
 *
 * Returns: (transfer none): what was typed in it and is no value; the table keeps it.
 */
FoiCellDrafts *
foi_cell_drafts_of (FoiTable *table)
{
  static const char key[] = "foi-cell-drafts";
  FoiCellDrafts *self;

  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  self = g_object_get_data (G_OBJECT (table), key);
  if (self == NULL)
    {
      self = g_new0 (FoiCellDrafts, 1);
      self->table = table;
      self->drafts = new_set ();
      self->data = foi_table_data_ref (foi_table_get_data (table));
      self->left = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) foi_table_data_unref,
                                          (GDestroyNotify) g_hash_table_unref);
      g_object_set_data_full (G_OBJECT (table), key, self, drafts_free);
      g_signal_connect_swapped (table, "notify::data", G_CALLBACK (data_changed_cb), self);
    }
  return self;
}

/**
 * foi_cell_drafts_count:
 * @foi_case: the open case
 *
 * Returns: how many cells of its tables show text that is not in the case, as the case is now.
 */
guint
foi_cell_drafts_count (FoiCase *foi_case)
{
  GListModel *tables = foi_case_get_tables (foi_case);
  guint n_drafts = 0;

  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);
      n_drafts += foi_cell_drafts_get_n (foi_cell_drafts_of (table));
    }
  return n_drafts;
}

/**
 * foi_cell_drafts_clear:
 *
 * Forgets all that was typed.
 */
void
foi_cell_drafts_clear (FoiCellDrafts *self)
{
  g_hash_table_remove_all (self->drafts);
  say_changed (self);
}

/**
 * foi_cell_drafts_get_n:
 *
 * Returns: how many cells have a draft.
 */
guint
foi_cell_drafts_get_n (FoiCellDrafts *self)
{
  return g_hash_table_size (self->drafts);
}

/**
 * foi_cell_drafts_are_values:
 *
 * Returns: whether all of them could be values as they are, and only wait for a person to say so.
 */
gboolean
foi_cell_drafts_are_values (FoiCellDrafts *self)
{
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &draft, NULL))
    {
      if (((FoiCellDraft *) draft)->origin != FOI_DRAFT_RECOVERED)
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_cell_drafts_get:
 *
 * Returns: (transfer none) (nullable): what was typed into the cell and is no value of it.
 */
const FoiCellDraft *
foi_cell_drafts_get (FoiCellDrafts *self, guint64 row, const char *column)
{
  const FoiCellDraft wanted = { .row = row, .column = (char *) column };

  if (g_hash_table_size (self->drafts) == 0)
    return NULL;
  return g_hash_table_lookup (self->drafts, &wanted);
}

/* Has @draft where the table had the same in the cell, too, unless something else that came before
 * @old was typed there. */
static void
put_everywhere (FoiCellDrafts *self, FoiCellDraft *draft, FoiCellDraft *old)
{
  GHashTableIter iter;
  gpointer data, set;

  g_hash_table_iter_init (&iter, self->left);
  while (g_hash_table_iter_next (&iter, &data, &set))
    {
      gpointer there = g_hash_table_lookup (set, draft);

      if ((there == NULL || there == old) && is_about (draft, data))
        g_hash_table_add (set, g_atomic_rc_box_acquire (draft));
    }
}

/**
 * foi_cell_drafts_put:
 * @origin: whether it was typed by itself, now or before the program ended, or came with a paste
 *   and goes where that is undone
 * @refusal: why @text is no value, or not yet
 * @cell: what the case has in the cell
 *
 * Keeps what was typed, in the place of what was typed before.
 */
void
foi_cell_drafts_put (FoiCellDrafts *self, guint64 row, const char *column, const char *text,
                     FoiDraftOrigin origin, const FoiRefusal *refusal, const FoiCell *cell)
{
  FoiCellDraft *draft, *old;

  g_return_if_fail (column != NULL && text != NULL && refusal != NULL && cell != NULL);

  draft = new_draft (row, column, text);
  draft->origin = origin;
  draft->reason = g_strdup (refusal->reason);
  draft->choices = g_strdupv (refusal->choices);
  draft->cell = foi_cell_copy (cell);
  old = g_hash_table_lookup (self->drafts, draft);
  if (origin != FOI_DRAFT_PASTED)
    put_everywhere (self, draft, old);
  g_hash_table_add (self->drafts, draft);
  say_changed (self);
}

/**
 * foi_cell_drafts_set_typing:
 * @text: (nullable): what is being typed into a cell and may become a value yet; %NULL for nothing
 *
 * Says what would be lost if the program ended now.
 *
 * Returns: whether something is typed, or was until now.
 */
gboolean
foi_cell_drafts_set_typing (FoiCellDrafts *self, guint64 row, const char *column, const char *text)
{
  if (self->typing == NULL && text == NULL)
    return FALSE;
  g_clear_pointer (&self->typing, draft_unref);
  if (text != NULL)
    self->typing = new_draft (row, column, text);
  self->stamp++;
  return TRUE;
}

/**
 * foi_cell_drafts_remove:
 *
 * Removes the draft of a cell as a part of a command, with which undo takes back that it went.
 *
 * Returns: whether the cell had a draft.
 */
gboolean
foi_cell_drafts_remove (FoiCellDrafts *self, guint64 row, const char *column)
{
  const FoiCellDraft wanted = { .row = row, .column = (char *) column };

  if (!g_hash_table_remove (self->drafts, &wanted))
    return FALSE;
  say_changed (self);
  return TRUE;
}

/**
 * foi_cell_drafts_forget:
 *
 * Removes the draft of a cell for good: no undo or redo brings it back.
 *
 * Returns: whether the cell had a draft.
 */
gboolean
foi_cell_drafts_forget (FoiCellDrafts *self, guint64 row, const char *column)
{
  const FoiCellDraft wanted = { .row = row, .column = (char *) column };
  gpointer draft = g_hash_table_lookup (self->drafts, &wanted);
  GHashTableIter iter;
  gpointer set;

  if (draft == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->left);
  while (g_hash_table_iter_next (&iter, NULL, &set))
    {
      if (g_hash_table_lookup (set, draft) == draft)
        g_hash_table_remove (set, draft);
    }
  return foi_cell_drafts_remove (self, row, column);
}

/* ---- undo and redo ---- */

/* Whether nobody else has the state any more: it does not come back. */
static gboolean
is_given_up (gpointer data, gpointer set, gpointer user_data)
{
  return !foi_table_data_is_shared (data);
}

/**
 * foi_cell_drafts_remember:
 *
 * Keeps the drafts as they are under the table as it is: to be said before a command that takes
 * drafts away or brings some, and after it, so that undo and redo bring back both.
 */
void
foi_cell_drafts_remember (FoiCellDrafts *self)
{
  g_hash_table_foreach_remove (self->left, is_given_up, NULL);
  g_hash_table_replace (self->left, foi_table_data_ref (self->data), copy_set (self->drafts));
}

/* ---- the journal of unsaved work ---- */

/**
 * foi_cell_drafts_get_stamp:
 * @foi_case: the open case
 * @has_any: (out): whether there is anything in foi_cell_drafts_snapshot()
 *
 * Returns: a number that is another one whenever that would give something else.
 */
guint64
foi_cell_drafts_get_stamp (FoiCase *foi_case, gboolean *has_any)
{
  GListModel *tables = foi_case_get_tables (foi_case);
  guint64 stamp = 0;

  *has_any = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);
      FoiCellDrafts *self = foi_cell_drafts_of (table);

      stamp += self->stamp;
      *has_any = *has_any || self->typing != NULL || g_hash_table_size (self->drafts) > 0;
    }
  return stamp;
}

/**
 * foi_cell_drafts_get_version:
 *
 * Returns: a number that is another one whenever the cells of this table have other drafts.
 */
guint64
foi_cell_drafts_get_version (FoiCellDrafts *self)
{
  return self->version;
}

/**
 * foi_cell_drafts_dup_list:
 *
 * Returns: (transfer full) (element-type FoiCellDraft): what the cells of the table show and is not
 *   in the case, also what is being typed just now. None of it ever changes: any thread may read.
 */
GPtrArray *
foi_cell_drafts_dup_list (FoiCellDrafts *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (draft_unref);
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &draft, NULL))
    {
      if (self->typing == NULL || !draft_equal (draft, self->typing))
        g_ptr_array_add (list, g_atomic_rc_box_acquire (draft));
    }
  if (self->typing != NULL)
    g_ptr_array_add (list, g_atomic_rc_box_acquire (self->typing));
  return list;
}

/* What is typed in one table. */
typedef struct
{
  FoiTableData *data;
  GPtrArray    *drafts;  /* of FoiCellDraft */
} Snapshot;

static void
snapshot_free (gpointer data)
{
  Snapshot *self = data;

  foi_table_data_unref (self->data);
  g_ptr_array_unref (self->drafts);
  g_free (self);
}

/**
 * foi_cell_drafts_snapshot:
 * @foi_case: the open case
 *
 * Returns: (transfer full): what is typed into its cells and is not in the case, also what is being
 *   typed just now, for foi_cell_drafts_list().
 */
GPtrArray *
foi_cell_drafts_snapshot (FoiCase *foi_case)
{
  GPtrArray *snapshots = g_ptr_array_new_with_free_func (snapshot_free);
  GListModel *tables = foi_case_get_tables (foi_case);

  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);
      FoiCellDrafts *self = foi_cell_drafts_of (table);
      Snapshot *snapshot = g_new0 (Snapshot, 1);

      snapshot->data = foi_table_data_ref (self->data);
      snapshot->drafts = foi_cell_drafts_dup_list (self);
      g_ptr_array_add (snapshots, snapshot);
    }
  return snapshots;
}

static void
add_typed (const Snapshot *snapshot, const FoiCellDraft *draft, GPtrArray *typed)
{
  guint position;
  int column;

  if (find_cell (snapshot->data, draft, &position, &column) != NULL)
    g_ptr_array_add (typed,
                     foi_typed_text_new (foi_table_data_get_name (snapshot->data), position,
                                         draft->column, draft->text,
                                         draft->reason != NULL
                                           ? draft->reason
                                           : _("This was being typed when FOI Desk ended")));
}

/**
 * foi_cell_drafts_list:
 * @snapshots: from foi_cell_drafts_snapshot()
 *
 * Any thread may ask, for there may be many.
 *
 * Returns: (transfer full) (element-type FoiTypedText): what is typed, with its place.
 */
GPtrArray *
foi_cell_drafts_list (GPtrArray *snapshots)
{
  GPtrArray *typed = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_typed_text_free);

  g_return_val_if_fail (snapshots != NULL, typed);

  for (guint i = 0; i < snapshots->len; i++)
    {
      const Snapshot *snapshot = g_ptr_array_index (snapshots, i);

      for (guint j = 0; j < snapshot->drafts->len; j++)
        add_typed (snapshot, g_ptr_array_index (snapshot->drafts, j), typed);
    }
  return typed;
}

/* What can be understood after all is not put into the case unasked: it is the first choice. */
static void
restore (FoiCellDrafts *self, FoiTableData *data, const FoiTypedText *typed)
{
  const int column = foi_table_data_find_column (data, typed->column);
  FoiRowStore *rows = foi_table_data_get_rows (data);
  char *choices[] = { typed->text, NULL };
  FoiRefusal kept = { typed->reason, choices };
  g_auto (FoiRefusal) refusal = { NULL, NULL };
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  gboolean is_value;

  if (column < 0 || typed->row >= foi_row_store_get_length (rows))
    return;
  is_value = foi_typed_parse (foi_table_data_get_column (data, (guint) column), typed->text, &cell,
                              &refusal);
  foi_cell_drafts_put (self, foi_row_store_get (rows, typed->row)->id, typed->column, typed->text,
                       is_value ? FOI_DRAFT_RECOVERED : FOI_DRAFT_TYPED,
                       is_value ? &kept : &refusal,
                       foi_table_data_get_cell (data, typed->row, (guint) column));
}

/**
 * foi_cell_drafts_restore:
 * @foi_case: the case with which @typed was kept
 * @typed: (element-type FoiTypedText): as from foi_cell_drafts_list()
 *
 * Shows again in the cells what was typed there.
 */
void
foi_cell_drafts_restore (FoiCase *foi_case, GPtrArray *typed)
{
  for (guint i = 0; i < typed->len; i++)
    {
      const FoiTypedText *text = g_ptr_array_index (typed, i);
      FoiTable *table = foi_case_find_table (foi_case, text->table);

      if (table != NULL)
        restore (foi_cell_drafts_of (table), foi_table_get_data (table), text);
    }
}

/**
 * foi_cell_drafts_get_first:
 *
 * Returns: (transfer none) (nullable): the draft that comes first in the table, row by row.
 */
const FoiCellDraft *
foi_cell_drafts_get_first (FoiCellDrafts *self, FoiTableData *data)
{
  const FoiCellDraft *first = NULL;
  guint first_position = 0;
  int first_column = 0;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint position;
      int column;

      if (find_cell (data, key, &position, &column) == NULL)
        continue;
      if (first == NULL || position < first_position
          || (position == first_position && column < first_column))
        {
          first = key;
          first_position = position;
          first_column = column;
        }
    }
  return first;
}
