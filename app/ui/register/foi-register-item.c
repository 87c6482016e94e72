/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-item.h"

struct _FoiRegisterItem
{
  GObject parent_instance;

  FoiCaseEntry  *entry;
  char          *original; /* (nullable): the path of the case that it is a copy of */
  FoiDate        looked;   /* on which day one looked, and saw: */
  FoiErrand      errand;
  guint          filters;  /* those that accept it, a bit for each */
  FoiCaseTextHit hit; /* of the search that is shown; empty where it found nothing */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiRegisterItem, foi_register_item, G_TYPE_OBJECT)

static void
foi_register_item_finalize (GObject *object)
{
  FoiRegisterItem *self = FOI_REGISTER_ITEM (object);

  foi_case_entry_unref (self->entry);
  foi_case_text_hit_clear (&self->hit);
  g_free (self->original);

  G_OBJECT_CLASS (foi_register_item_parent_class)->finalize (object);
}

static void
foi_register_item_class_init (FoiRegisterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_register_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_REGISTER_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
foi_register_item_init (FoiRegisterItem *self)
{
  self->looked = FOI_DATE_NONE;
}

/**
 * foi_register_item_new:
 * @entry: a case that was read
 *
 * Returns: (transfer full): an item for a list.
 */
FoiRegisterItem *
foi_register_item_new (FoiCaseEntry *entry)
{
  FoiRegisterItem *self = g_object_new (FOI_TYPE_REGISTER_ITEM, NULL);

  self->entry = foi_case_entry_ref (entry);
  return self;
}

/**
 * foi_register_item_set_entry:
 * @entry: the same state of the file, of which more is known
 *
 * Takes it in the place of the one before.
 */
void
foi_register_item_set_entry (FoiRegisterItem *self, FoiCaseEntry *entry)
{
  g_return_if_fail (FOI_IS_REGISTER_ITEM (self) && entry != NULL);

  foi_case_entry_ref (entry);
  foi_case_entry_unref (self->entry);
  self->entry = entry;
  self->looked = FOI_DATE_NONE;
  g_signal_emit (self, signals[CHANGED], 0);
}

const FoiCaseEntry *
foi_register_item_get_entry (FoiRegisterItem *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ITEM (self), NULL);

  return self->entry;
}

const FoiRegisterRow *
foi_register_item_get_row (FoiRegisterItem *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ITEM (self), NULL);

  return self->entry->row;
}

static void
look (FoiRegisterItem *self, FoiDate today)
{
  if (self->looked != FOI_DATE_NONE && self->looked == today)
    return;
  self->looked = today;
  self->errand = foi_register_row_get_errand (self->entry->row, today);
  self->filters = 0;
  for (guint filter = 0; filter < FOI_N_FILTERS; filter++)
    if (foi_register_filter_accepts ((FoiRegisterFilter) filter, self->entry->row, today,
                                     g_get_real_name ()))
      self->filters |= 1u << filter;
}

/**
 * foi_register_item_get_errand:
 * @today: the day on which one looks
 *
 * Returns: what foi_register_row_get_errand() says; each group of thousands asks for it.
 */
FoiErrand
foi_register_item_get_errand (FoiRegisterItem *self, FoiDate today)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ITEM (self), FOI_ERRAND_NONE);

  look (self, today);
  return self->errand;
}

/**
 * foi_register_item_is_accepted:
 * @filter: which cases are looked at
 * @today: the day on which one looks
 *
 * Returns: what foi_register_filter_accepts() says of it to who uses this computer.
 */
gboolean
foi_register_item_is_accepted (FoiRegisterItem *self, FoiRegisterFilter filter, FoiDate today)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ITEM (self), FALSE);

  look (self, today);
  return (self->filters >> filter & 1) != 0;
}

/**
 * foi_register_item_get_excerpt:
 *
 * Returns: (nullable): the words around what was sought last, if it is in this case.
 */
const char *
foi_register_item_get_excerpt (FoiRegisterItem *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ITEM (self), NULL);

  return self->hit.excerpt;
}

/**
 * foi_register_item_get_place:
 *
 * Returns: (nullable): where that stands: "questions/q3/answer".
 */
const char *
foi_register_item_get_place (FoiRegisterItem *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ITEM (self), NULL);

  return self->hit.place;
}

/**
 * foi_register_item_get_original:
 *
 * Returns: (nullable): the path of the case that the file is a copy of, by a program for shared
 *   folders.
 */
const char *
foi_register_item_get_original (FoiRegisterItem *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ITEM (self), NULL);

  return self->original;
}

void
foi_register_item_set_original (FoiRegisterItem *self, const char *original)
{
  g_return_if_fail (FOI_IS_REGISTER_ITEM (self));

  if (g_strcmp0 (self->original, original) == 0)
    return;
  g_free (self->original);
  self->original = g_strdup (original);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * foi_register_item_take_hit:
 * @hit: (transfer full): what was found; empty: nothing
 *
 * Sets what a search found in it.
 */
void
foi_register_item_take_hit (FoiRegisterItem *self, FoiCaseTextHit *hit)
{
  g_return_if_fail (FOI_IS_REGISTER_ITEM (self) && hit != NULL);

  if (g_strcmp0 (self->hit.place, hit->place) == 0
      && g_strcmp0 (self->hit.excerpt, hit->excerpt) == 0)
    return;
  foi_case_text_hit_clear (&self->hit);
  self->hit = *hit;
  *hit = (FoiCaseTextHit) { NULL, NULL };
  g_signal_emit (self, signals[CHANGED], 0);
}
