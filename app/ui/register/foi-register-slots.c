/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-slots.h"

/* As many rows as fill a window are there at once. GTK keeps widgets for N_HELD of them: what is
 * behind these costs nothing. */
#define N_AT_ONCE 32
#define N_IN_TURN 2
#define N_HELD    220

/* So many of those that are not seen are told of another row in a turn. */
#define N_TOLD 16

/* Below what GTK lays out and paints with. */
#define PRIORITY_GROW (G_PRIORITY_HIGH_IDLE + 40)

/* So many rows may come or go for those that stay to keep their places. */
#define FEW 64

struct _FoiRegisterSlots
{
  GObject parent_instance;

  GListModel *rows;
  GPtrArray  *slots;        /* of the first rows; %NULL where nobody asked for one */
  gboolean    is_following; /* places move with their rows where that can be done */
  guint       seen;         /* the first that is */
  guint       told;         /* those before it know their rows */
  guint       source;       /* while there is more to do */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *list)
{
  return FOI_TYPE_REGISTER_SLOT;
}

static guint
get_n_items (GListModel *list)
{
  return FOI_REGISTER_SLOTS (list)->slots->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  FoiRegisterSlots *self = FOI_REGISTER_SLOTS (list);

  if (position >= self->slots->len)
    return NULL;
  if (self->slots->pdata[position] == NULL)
    {
      g_autoptr (GObject) row = g_list_model_get_item (self->rows, position);

      self->slots->pdata[position] = foi_register_slot_new (row);
    }
  return g_object_ref (self->slots->pdata[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FoiRegisterSlots, foi_register_slots, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- more places ----------------------------------------------------------------------------- */

static void
set_n_slots (FoiRegisterSlots *self, guint n)
{
  const guint before = self->slots->len;

  g_ptr_array_set_size (self->slots, (int) n);
  if (n > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
  else if (n < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n, before - n, 0);
}

static void
tell (FoiRegisterSlots *self, guint from, guint n)
{
  for (guint i = from; i < self->slots->len && i - from < n; i++)
    if (self->slots->pdata[i] != NULL)
      foi_register_slot_tell (self->slots->pdata[i]);
}

/* Makes what is shown so far more like the rows, by a step that takes few milliseconds. */
static gboolean
go_on (FoiRegisterSlots *self)
{
  const guint n = g_list_model_get_n_items (self->rows);
  const guint shown = self->slots->len;

  if (self->told < shown)
    {
      tell (self, self->told, N_TOLD);
      self->told += N_TOLD;
      return TRUE;
    }
  if (shown < n)
    set_n_slots (self, shown < N_HELD ? MIN (shown + N_IN_TURN, n) : n);
  self->told = self->slots->len;
  return self->slots->len < n;
}

static gboolean
go_on_cb (gpointer data)
{
  FoiRegisterSlots *self = data;

  if (go_on (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* After what is to be painted, so that the rows that are seen are there before the others. */
static void
fill (FoiRegisterSlots *self)
{
  const guint n = g_list_model_get_n_items (self->rows);

  if (n <= self->slots->len || self->slots->len < N_AT_ONCE)
    set_n_slots (self, MIN (n, MAX (N_AT_ONCE, self->slots->len)));
  if (self->source == 0 && (self->slots->len < n || self->told < self->slots->len))
    self->source = g_idle_add_full (PRIORITY_GROW, go_on_cb, self, NULL);
}

/* ---- other rows ------------------------------------------------------------------------------ */

static void
put (FoiRegisterSlots *self, guint position)
{
  g_autoptr (GObject) row = NULL;

  if (self->slots->pdata[position] == NULL)
    return;
  row = g_list_model_get_item (self->rows, position);
  foi_register_slot_set_row (self->slots->pdata[position], row);
}

/* The places stay, and have other rows. */
static void
replace (FoiRegisterSlots *self, guint position)
{
  const guint n = MIN (self->slots->len, g_list_model_get_n_items (self->rows));

  for (guint i = position; i < n; i++)
    put (self, i);
  self->told = MIN (self->told, position);
  tell (self, MIN (self->seen, n > N_AT_ONCE ? n - N_AT_ONCE : 0), N_AT_ONCE);
  fill (self);
}

/* Takes the place that a row had among those that were taken out. */
static FoiRegisterSlot *
take_slot (GPtrArray *removed, GObject *row)
{
  for (guint i = 0; i < removed->len; i++)
    {
      FoiRegisterSlot *slot = g_ptr_array_index (removed, i);

      if (slot != NULL && foi_register_slot_get_row (slot) == row)
        {
          removed->pdata[i] = NULL;
          return slot;
        }
    }
  return NULL;
}

static void
splice (FoiRegisterSlots *self, guint position, guint n_removed, guint n_added)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  for (guint i = 0; i < n_removed; i++)
    {
      g_ptr_array_add (removed, self->slots->pdata[position + i]);
      self->slots->pdata[position + i] = NULL;
    }
  if (n_removed > 0)
    g_ptr_array_remove_range (self->slots, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (self->rows, position + i);

      g_ptr_array_insert (self->slots, (int) (position + i), take_slot (removed, row));
    }
  self->told = MIN (self->told, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  fill (self);
  for (guint i = 0; i < removed->len; i++)
    g_clear_object ((GObject **) &removed->pdata[i]);
}

static void
rows_changed_cb (FoiRegisterSlots *self, guint position, guint n_removed, guint n_added,
                 GListModel *rows)
{
  const guint shown = self->slots->len;

  /* What is not shown yet comes by itself. */
  if (position >= shown)
    fill (self);
  else if (self->is_following && n_removed + n_added <= FEW && position + n_removed <= shown)
    splice (self, position, n_removed, n_added);
  else
    replace (self, position);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
foi_register_slots_dispose (GObject *object)
{
  FoiRegisterSlots *self = FOI_REGISTER_SLOTS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->slots, g_ptr_array_unref);

  G_OBJECT_CLASS (foi_register_slots_parent_class)->dispose (object);
}

static void
foi_register_slots_class_init (FoiRegisterSlotsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_register_slots_dispose;

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_REGISTER_SLOTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
free_slot (gpointer slot)
{
  g_clear_object ((GObject **) &slot);
}

static void
foi_register_slots_init (FoiRegisterSlots *self)
{
  self->slots = g_ptr_array_new_with_free_func (free_slot);
}

/**
 * foi_register_slots_new:
 * @rows: (element-type GObject): rows
 *
 * Returns: (transfer full): places for them.
 */
FoiRegisterSlots *
foi_register_slots_new (GListModel *rows)
{
  FoiRegisterSlots *self = g_object_new (FOI_TYPE_REGISTER_SLOTS, NULL);

  foi_register_slots_set_rows (self, rows);
  return self;
}

/**
 * foi_register_slots_set_rows:
 * @rows: (element-type GObject): other rows
 *
 * Has these stand in the places, and follows them.
 */
void
foi_register_slots_set_rows (FoiRegisterSlots *self, GListModel *rows)
{
  g_return_if_fail (FOI_IS_REGISTER_SLOTS (self) && G_IS_LIST_MODEL (rows));

  foi_register_slots_hold (self);
  g_set_object (&self->rows, rows);
  g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (rows_changed_cb), self);
  replace (self, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * foi_register_slots_hold:
 *
 * Leaves all as it is until foi_register_slots_set_rows(): nobody sees the rows between the ones
 * and the others, and each has its cost.
 */
void
foi_register_slots_hold (FoiRegisterSlots *self)
{
  g_return_if_fail (FOI_IS_REGISTER_SLOTS (self));

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_handle_id (&self->source, g_source_remove);
}

/**
 * foi_register_slots_set_seen:
 * @position: of the first row that is seen
 *
 * Those from there on are told first.
 */
void
foi_register_slots_set_seen (FoiRegisterSlots *self, guint position)
{
  g_return_if_fail (FOI_IS_REGISTER_SLOTS (self));

  self->seen = position;
}

/**
 * foi_register_slots_set_following:
 * @following: whether places move with their rows
 *
 * Where they do not, what is at the top stays there, whatever comes before the row that was first.
 */
void
foi_register_slots_set_following (FoiRegisterSlots *self, gboolean following)
{
  g_return_if_fail (FOI_IS_REGISTER_SLOTS (self));

  self->is_following = following;
}
