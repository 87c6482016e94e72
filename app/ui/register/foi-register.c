/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register.h"

#include <string.h>

#include "foi-almanac.h"
#include "foi-file-watch.h"
#include "foi-memory.h"
#include "foi-register-scan.h"
#include "foi-register-search.h"
#include "foi-task.h"

/* How often what was read is shown, and how much of it at once: a turn of the loop stays short. */
#define SHOW_MS    30
#define SHOW_CASES 200

/* After so many it is worth looking for memory that is free. */
#define MANY_CASES 200

struct _FoiRegister
{
  GObject parent_instance;

  char            *folder;
  GPtrArray       *items;
  GHashTable      *positions; /* path → position of its item + 1 */
  FoiFileWatch    *watch;
  FoiRegisterScan *scan;      /* (nullable): while it reads */
  GCancellable    *searching; /* (nullable): while it seeks */
  char            *problem;   /* (nullable): why the folder cannot be read */
  char            *words;     /* (nullable): what is sought */
  guint            show_source;
  guint            n_read;    /* since memory was given back */
  gboolean         is_stale;  /* something changed while it read */
  gboolean         has_read;  /* there was something to read */
};

enum
{
  CHANGED,
  SEARCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *list)
{
  return FOI_TYPE_REGISTER_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return FOI_REGISTER (list)->items->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  FoiRegister *self = FOI_REGISTER (list);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FoiRegister, foi_register, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- the list -------------------------------------------------------------------------------- */

static guint
find_position (FoiRegister *self, const char *path)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, path));
}

static void
note_position (FoiRegister *self, guint position)
{
  FoiRegisterItem *item = g_ptr_array_index (self->items, position);

  g_hash_table_replace (self->positions, g_strdup (foi_register_item_get_row (item)->path),
                        GUINT_TO_POINTER (position + 1));
}

static void
replace_item (FoiRegister *self, guint position, FoiRegisterItem *item)
{
  FoiRegisterItem *old = g_ptr_array_index (self->items, position);

  self->items->pdata[position] = item;
  note_position (self, position);
  g_object_unref (old);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

/* What was checked is the same file: its item stays, and what is selected stays with it. */
static void
take_changed (FoiRegister *self, guint position, FoiCaseEntry *entry)
{
  FoiRegisterItem *item = g_ptr_array_index (self->items, position);

  if (g_str_equal (foi_register_item_get_entry (item)->file.stamp, entry->file.stamp))
    foi_register_item_set_entry (item, entry);
  else
    replace_item (self, position, foi_register_item_new (entry));
}

/* Shows cases that were read: those that are there already in their places, the others behind. */
static void
show_entries (FoiRegister *self, GPtrArray *entries)
{
  const guint before = self->items->len;

  self->has_read = self->has_read || entries->len > 0;
  self->n_read += entries->len;
  for (guint i = 0; i < entries->len; i++)
    {
      FoiCaseEntry *entry = g_ptr_array_index (entries, i);
      const guint place = find_position (self, entry->file.path);

      if (place > 0 && place <= before)
        take_changed (self, place - 1, entry);
      else
        {
          g_ptr_array_add (self->items, foi_register_item_new (entry));
          note_position (self, self->items->len - 1);
        }
    }
  if (self->items->len > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->items->len - before);
}

static void
remove_item (FoiRegister *self, guint position)
{
  const guint last = self->items->len - 1;
  FoiRegisterItem *item = g_ptr_array_index (self->items, position);

  g_hash_table_remove (self->positions, foi_register_item_get_row (item)->path);
  /* The last one takes its place: the list has no order of its own. */
  g_ptr_array_remove_index_fast (self->items, position);
  if (position != last)
    note_position (self, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, last - position + 1, last - position);
}

static void
clear_items (FoiRegister *self)
{
  const guint n = self->items->len;

  g_hash_table_remove_all (self->positions);
  g_ptr_array_set_size (self->items, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/* ---- searching ------------------------------------------------------------------------------- */

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FoiRegister *self = FOI_REGISTER (source);

  if (!foi_register_search_finish (result))
    return;
  g_clear_object (&self->searching);
  g_signal_emit (self, signals[SEARCHED], 0);
}

static void
forget_hits (FoiRegister *self)
{
  for (guint i = 0; i < self->items->len; i++)
    foi_register_item_take_hit (g_ptr_array_index (self->items, i),
                                &(FoiCaseTextHit) { NULL, NULL });
}

static void
search (FoiRegister *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->words == NULL)
    {
      forget_hits (self);
      g_signal_emit (self, signals[SEARCHED], 0);
      return;
    }
  self->searching = g_cancellable_new ();
  foi_register_search_async (G_LIST_MODEL (self), self->words, self->searching, found_cb, NULL);
}

/* ---- reading --------------------------------------------------------------------------------- */

static void begin (FoiRegister *self);

static gboolean
show_cb (gpointer data)
{
  FoiRegister *self = data;
  g_autoptr (GPtrArray) entries = foi_register_scan_take (self->scan, SHOW_CASES);

  show_entries (self, entries);
  return G_SOURCE_CONTINUE;
}

/* What the last reading did not see has gone. */
static void
remove_gone (FoiRegister *self, GHashTable *present)
{
  for (guint i = self->items->len; present != NULL && i > 0; i--)
    {
      FoiRegisterItem *item = g_ptr_array_index (self->items, i - 1);

      if (!g_hash_table_contains (present, foi_register_item_get_row (item)->path))
        remove_item (self, i - 1);
    }
}

static const FoiRegisterRow *
find_row (const char *path, gpointer self)
{
  FoiRegisterItem *item = foi_register_find (self, path);

  return item != NULL ? foi_register_item_get_row (item) : NULL;
}

/* A file whose name is that of a copy is one where it is the same case. */
static const char *
find_original (FoiRegister *self, GHashTable *copies, const FoiRegisterRow *row)
{
  const char *const *paths = g_hash_table_lookup (copies, row->path);

  return paths != NULL ? foi_register_row_find_original (row, paths, find_row, self) : NULL;
}

static void
note_copies (FoiRegister *self, GHashTable *copies)
{
  for (guint i = 0; copies != NULL && i < self->items->len; i++)
    {
      FoiRegisterItem *item = g_ptr_array_index (self->items, i);

      foi_register_item_set_original (
        item, find_original (self, copies, foi_register_item_get_row (item)));
    }
}

static void
set_problem (FoiRegister *self, const char *problem)
{
  if (g_strcmp0 (problem, self->problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

static void
give_back_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  foi_memory_give_back ();
  g_task_return_boolean (task, TRUE);
}

/* Of 5,000 cases 45 MB would be held that nobody uses. A reading keeps what it began with until it
 * has ended: there is most to give back after the one that found nothing more to read. */
static void
give_back (FoiRegister *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->has_read || self->n_read < MANY_CASES)
    return;
  self->n_read = 0;
  task = g_task_new (self, NULL, NULL, NULL);
  foi_task_run_in_thread (task, give_back_thread);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FoiRegister *self = FOI_REGISTER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  if (foi_register_scan_finish (result, &error) != self->scan)
    return;
  g_clear_handle_id (&self->show_source, g_source_remove);
  rest = foi_register_scan_take (self->scan, G_MAXUINT);
  show_entries (self, rest);
  if (error == NULL)
    {
      remove_gone (self, foi_register_scan_get_present (self->scan));
      note_copies (self, foi_register_scan_get_copies (self->scan));
    }
  set_problem (self, error != NULL ? error->message : NULL);
  g_clear_pointer (&self->scan, foi_register_scan_unref);
  g_clear_pointer (&rest, g_ptr_array_unref);
  give_back (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->has_read && self->words != NULL)
    search (self);
  if (self->is_stale || (error == NULL && self->has_read))
    begin (self);
}

/* Each reading takes the files that changed; when there are none, the cases that were not checked
 * yet, which takes longest and is last. */
static void
begin (FoiRegister *self)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();

  if (self->folder == NULL)
    return;
  if (self->scan != NULL)
    {
      self->is_stale = TRUE;
      return;
    }
  self->is_stale = FALSE;
  self->has_read = FALSE;
  self->scan = foi_register_scan_new (self->folder, self->items, foi_almanac_get_holidays (almanac),
                                      foi_almanac_get_today (almanac));
  self->show_source = g_timeout_add (SHOW_MS, show_cb, self);
  foi_register_scan_run_async (self->scan, G_OBJECT (self), scanned_cb);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (FoiRegister *self)
{
  if (self->scan != NULL)
    foi_register_scan_cancel (self->scan);
  g_clear_pointer (&self->scan, foi_register_scan_unref);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->watch);
  g_clear_handle_id (&self->show_source, g_source_remove);
}

static void
foi_register_dispose (GObject *object)
{
  FoiRegister *self = FOI_REGISTER (object);

  stop (self);
  g_hash_table_remove_all (self->positions);
  g_ptr_array_set_size (self->items, 0);

  G_OBJECT_CLASS (foi_register_parent_class)->dispose (object);
}

static void
foi_register_finalize (GObject *object)
{
  FoiRegister *self = FOI_REGISTER (object);

  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->items);
  g_free (self->folder);
  g_free (self->problem);
  g_free (self->words);

  G_OBJECT_CLASS (foi_register_parent_class)->finalize (object);
}

static void
foi_register_class_init (FoiRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foi_register_dispose;
  object_class->finalize = foi_register_finalize;

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
  signals[SEARCHED] = g_signal_new ("searched", FOI_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

/* For those who only look whether there is one. */
static FoiRegister *newest = NULL;

static void
foi_register_init (FoiRegister *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * foi_register_new:
 *
 * Returns: (transfer full): a list without a folder.
 */
FoiRegister *
foi_register_new (void)
{
  FoiRegister *self = g_object_new (FOI_TYPE_REGISTER, NULL);

  g_set_weak_pointer (&newest, self);
  return self;
}

/**
 * foi_register_peek:
 *
 * Returns: (transfer none) (nullable): the register that was opened last, if it is still open.
 */
FoiRegister *
foi_register_peek (void)
{
  return newest;
}

/**
 * foi_register_set_folder:
 * @folder: (nullable): the path of a folder of cases
 *
 * Lists that folder from now on.
 */
void
foi_register_set_folder (FoiRegister *self, const char *folder)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (FOI_IS_REGISTER (self));

  stop (self);
  clear_items (self);
  set_problem (self, NULL);
  g_free (self->folder);
  self->folder = g_strdup (folder);
  if (folder == NULL)
    {
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  file = g_file_new_for_path (folder);
  self->watch = foi_file_watch_new (file, TRUE);
  g_signal_connect_object (self->watch, "look", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  begin (self);
}

const char *
foi_register_get_folder (FoiRegister *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER (self), NULL);

  return self->folder;
}

/**
 * foi_register_refresh:
 *
 * Looks whether files came, went or changed.
 */
void
foi_register_refresh (FoiRegister *self)
{
  g_return_if_fail (FOI_IS_REGISTER (self));

  begin (self);
}

/**
 * foi_register_is_reading:
 *
 * Returns: whether cases are being read or checked now.
 */
gboolean
foi_register_is_reading (FoiRegister *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER (self), FALSE);

  return self->scan != NULL;
}

/**
 * foi_register_get_problem:
 *
 * Returns: (nullable): why the folder could not be read when it was tried last; what is listed is
 *     then what was there before.
 */
const char *
foi_register_get_problem (FoiRegister *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER (self), NULL);

  return self->problem;
}

/**
 * foi_register_search:
 * @words: what is sought; "": nothing
 *
 * Seeks in all that is written in the cases, in another thread; "searched" tells when it is done.
 */
void
foi_register_search (FoiRegister *self, const char *words)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (FOI_IS_REGISTER (self) && words != NULL);

  stripped = g_strstrip (g_strdup (words));
  g_free (self->words);
  self->words = stripped[0] != '\0' ? g_steal_pointer (&stripped) : NULL;
  search (self);
}

/**
 * foi_register_get_words:
 *
 * Returns: (nullable): what is sought.
 */
const char *
foi_register_get_words (FoiRegister *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER (self), NULL);

  return self->words;
}

/**
 * foi_register_find:
 * @path: a file
 *
 * Returns: (transfer none) (nullable): its item.
 */
FoiRegisterItem *
foi_register_find (FoiRegister *self, const char *path)
{
  guint position;

  g_return_val_if_fail (FOI_IS_REGISTER (self) && path != NULL, NULL);

  position = find_position (self, path);
  return position > 0 ? g_ptr_array_index (self->items, position - 1) : NULL;
}

/**
 * foi_register_find_copy:
 *
 * Returns: (transfer none) (nullable): a file that is a copy of another one of the folder, the
 *   first by its name.
 */
FoiRegisterItem *
foi_register_find_copy (FoiRegister *self)
{
  FoiRegisterItem *first = NULL;

  g_return_val_if_fail (FOI_IS_REGISTER (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      FoiRegisterItem *item = g_ptr_array_index (self->items, i);

      if (foi_register_item_get_original (item) != NULL
          && (first == NULL || strcmp (foi_register_item_get_row (item)->path,
                                       foi_register_item_get_row (first)->path) < 0))
        first = item;
    }
  return first;
}

/**
 * foi_register_new_copies:
 *
 * Returns: (transfer full): which files of the folder are copies of others.
 */
FoiRegisterCopies *
foi_register_new_copies (FoiRegister *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                        (GDestroyNotify) g_strfreev);

  g_return_val_if_fail (FOI_IS_REGISTER (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      FoiRegisterItem *item = g_ptr_array_index (self->items, i);
      FoiRegisterRow *row = (FoiRegisterRow *) foi_register_item_get_row (item);
      const char *original = foi_register_item_get_original (item);

      g_ptr_array_add (rows, row);
      if (original != NULL)
        g_hash_table_insert (named, row->path, g_strsplit (original, "\n", 1));
    }
  return foi_register_copies_new (rows, named);
}
