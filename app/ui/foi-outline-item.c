/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-outline-item.h"

struct _FoiOutlineItem
{
  GObject parent_instance;

  FoiOutlineFacts *facts;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiOutlineItem, foi_outline_item, G_TYPE_OBJECT)

static gboolean
facts_equal (const FoiOutlineFacts *a, const FoiOutlineFacts *b)
{
  return a->section == b->section && a->depth == b->depth && a->n_todos == b->n_todos
         && g_strcmp0 (a->place, b->place) == 0 && g_strcmp0 (a->number, b->number) == 0
         && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->subtitle, b->subtitle) == 0
         && g_strcmp0 (a->full_text, b->full_text) == 0 && g_strcmp0 (a->name, b->name) == 0;
}

static void
foi_outline_item_finalize (GObject *object)
{
  FoiOutlineItem *self = FOI_OUTLINE_ITEM (object);

  g_clear_pointer (&self->facts, foi_outline_facts_free);

  G_OBJECT_CLASS (foi_outline_item_parent_class)->finalize (object);
}

static void
foi_outline_item_class_init (FoiOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_outline_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_outline_item_init (FoiOutlineItem *self)
{
}

/**
 * foi_outline_item_new:
 * @facts: (transfer full): what it says
 *
 * Returns: (transfer full): a line of the outline.
 */
FoiOutlineItem *
foi_outline_item_new (FoiOutlineFacts *facts)
{
  FoiOutlineItem *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (FOI_TYPE_OUTLINE_ITEM, NULL);
  self->facts = facts;
  return self;
}

/**
 * foi_outline_item_get_facts:
 *
 * Returns: (transfer none): what it says.
 */
const FoiOutlineFacts *
foi_outline_item_get_facts (FoiOutlineItem *self)
{
  g_return_val_if_fail (FOI_IS_OUTLINE_ITEM (self), NULL);
  return self->facts;
}

/**
 * foi_outline_item_get_place:
 *
 * Returns: where it leads.
 */
const char *
foi_outline_item_get_place (FoiOutlineItem *self)
{
  g_return_val_if_fail (FOI_IS_OUTLINE_ITEM (self), NULL);
  return self->facts->place;
}

/**
 * foi_outline_item_take_facts:
 * @facts: (transfer full): what it says from now on
 *
 * Has it say something else, if it is something else.
 */
void
foi_outline_item_take_facts (FoiOutlineItem *self, FoiOutlineFacts *facts)
{
  const gboolean equal = facts_equal (self->facts, facts);

  foi_outline_facts_free (self->facts);
  self->facts = facts;
  if (!equal)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * foi_outline_item_is_question:
 *
 * Returns: whether it stands for a question of the request, so that it can be moved and deleted.
 */
gboolean
foi_outline_item_is_question (FoiOutlineItem *self)
{
  g_return_val_if_fail (FOI_IS_OUTLINE_ITEM (self), FALSE);
  return self->facts->depth == 0 && g_str_has_prefix (self->facts->place, "questions/");
}

/**
 * foi_outline_facts_free:
 *
 * Frees what a line says.
 */
void
foi_outline_facts_free (FoiOutlineFacts *facts)
{
  g_free (facts->place);
  g_free (facts->number);
  g_free (facts->title);
  g_free (facts->subtitle);
  g_free (facts->full_text);
  g_free (facts->name);
  g_free (facts);
}
