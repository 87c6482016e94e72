/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-group.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-errand.h"
#include "foi-register-state.h"

struct _FoiRegisterGroup
{
  GObject parent_instance;

  FoiRegisterGrouping grouping;
  guint               key; /* a state, an errand; without groups nothing */
  GListModel         *cases;
  gboolean            is_folded;
};

G_DEFINE_FINAL_TYPE (FoiRegisterGroup, foi_register_group, G_TYPE_OBJECT)

static guint
get_key (FoiRegisterItem *item, FoiRegisterGrouping grouping)
{
  switch (grouping)
    {
    case FOI_GROUPING_STATE:
      return foi_register_row_get_state (foi_register_item_get_row (item),
                                         foi_almanac_get_today (foi_almanac_get_default ()));
    case FOI_GROUPING_ERRAND:
      return foi_register_item_get_errand (item,
                                           foi_almanac_get_today (foi_almanac_get_default ()));
    case FOI_GROUPING_NONE:
    default:
      return 0;
    }
}

/* Grouping and key in one number, for a list may live longer than its group. */
#define PACK(grouping, key) GUINT_TO_POINTER ((guint) (grouping) << 16 | (key))

static gboolean
is_in_group (gpointer item, gpointer data)
{
  const guint packed = GPOINTER_TO_UINT (data);

  return get_key (item, (FoiRegisterGrouping) (packed >> 16))
         == (packed & 0xffff);
}

static void
foi_register_group_finalize (GObject *object)
{
  FoiRegisterGroup *self = FOI_REGISTER_GROUP (object);

  g_object_unref (self->cases);

  G_OBJECT_CLASS (foi_register_group_parent_class)->finalize (object);
}

static void
foi_register_group_class_init (FoiRegisterGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_register_group_finalize;
}

static void
foi_register_group_init (FoiRegisterGroup *self)
{
}

guint
foi_register_grouping_get_n_groups (FoiRegisterGrouping grouping)
{
  switch (grouping)
    {
    case FOI_GROUPING_STATE:
      return FOI_N_REGISTER_STATES;
    case FOI_GROUPING_ERRAND:
      return FOI_ERRAND_NONE + 1;
    case FOI_GROUPING_NONE:
    default:
      return 1;
    }
}

/**
 * foi_register_group_new:
 * @cases: (element-type FoiRegisterItem): the list
 * @grouping: how they are put together
 * @key: which of the groups it is, less than foi_register_grouping_get_n_groups()
 *
 * Returns: (transfer full): that group; where there are none, all cases.
 */
FoiRegisterGroup *
foi_register_group_new (GListModel *cases, FoiRegisterGrouping grouping, guint key)
{
  FoiRegisterGroup *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (cases), NULL);

  self = g_object_new (FOI_TYPE_REGISTER_GROUP, NULL);
  self->grouping = grouping;
  self->key = key;
  if (grouping == FOI_GROUPING_NONE)
    self->cases = g_object_ref (cases);
  else
    self->cases = G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (cases),
      GTK_FILTER (gtk_custom_filter_new (is_in_group, PACK (grouping, key), NULL))));
  return self;
}

FoiRegisterGrouping
foi_register_group_get_grouping (FoiRegisterGroup *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_GROUP (self), FOI_GROUPING_NONE);

  return self->grouping;
}

/**
 * foi_register_group_get_title:
 *
 * Returns: its heading.
 */
const char *
foi_register_group_get_title (FoiRegisterGroup *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_GROUP (self), NULL);

  return self->grouping == FOI_GROUPING_STATE
           ? foi_register_state_to_words ((FoiRegisterState) self->key)
           : foi_errand_to_words ((FoiErrand) self->key);
}

guint
foi_register_group_get_n_cases (FoiRegisterGroup *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_GROUP (self), 0);

  return g_list_model_get_n_items (self->cases);
}

GListModel *
foi_register_group_get_cases (FoiRegisterGroup *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_GROUP (self), NULL);

  return self->cases;
}

/**
 * foi_register_group_is_folded:
 *
 * Returns: whether a person wants to see its heading only.
 */
gboolean
foi_register_group_is_folded (FoiRegisterGroup *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_GROUP (self), FALSE);

  return self->is_folded;
}

void
foi_register_group_set_folded (FoiRegisterGroup *self, gboolean folded)
{
  g_return_if_fail (FOI_IS_REGISTER_GROUP (self));

  self->is_folded = folded;
}
