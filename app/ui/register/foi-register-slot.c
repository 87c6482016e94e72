/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-slot.h"

struct _FoiRegisterSlot
{
  GObject parent_instance;

  GObject *row;
  gboolean is_told; /* those who look know that it is this one */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiRegisterSlot, foi_register_slot, G_TYPE_OBJECT)

static void
foi_register_slot_finalize (GObject *object)
{
  g_clear_object (&FOI_REGISTER_SLOT (object)->row);

  G_OBJECT_CLASS (foi_register_slot_parent_class)->finalize (object);
}

static void
foi_register_slot_class_init (FoiRegisterSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_register_slot_finalize;

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_REGISTER_SLOT, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
foi_register_slot_init (FoiRegisterSlot *self)
{
}

/**
 * foi_register_slot_new:
 * @row: a row
 *
 * Returns: (transfer full): a place where it stands.
 */
FoiRegisterSlot *
foi_register_slot_new (GObject *row)
{
  FoiRegisterSlot *self = g_object_new (FOI_TYPE_REGISTER_SLOT, NULL);

  self->row = g_object_ref (row);
  self->is_told = TRUE;
  return self;
}

GObject *
foi_register_slot_get_row (FoiRegisterSlot *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_SLOT (self), NULL);

  return self->row;
}

/**
 * foi_register_slot_set_row:
 * @row: the row that stands here from now on
 */
void
foi_register_slot_set_row (FoiRegisterSlot *self, GObject *row)
{
  g_return_if_fail (FOI_IS_REGISTER_SLOT (self) && G_IS_OBJECT (row));

  if (g_set_object (&self->row, row))
    self->is_told = FALSE;
}

/**
 * foi_register_slot_tell:
 *
 * Tells those who look of another row, if they do not know yet.
 */
void
foi_register_slot_tell (FoiRegisterSlot *self)
{
  g_return_if_fail (FOI_IS_REGISTER_SLOT (self));

  if (self->is_told)
    return;
  self->is_told = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}
