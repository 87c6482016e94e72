/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-register-item.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_GROUP (foi_register_group_get_type ())

/* How the cases of a list are put together. */
typedef enum
{
  FOI_GROUPING_NONE,
  FOI_GROUPING_STATE,  /* by how far they are */
  FOI_GROUPING_ERRAND, /* by the most pressing of what they ask for */
} FoiRegisterGrouping;

/**
 * FoiRegisterGroup:
 *
 * Some of the cases of a list, in its order, under a heading: those that are in one state, or that
 * ask for one thing. What is in it follows the list.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterGroup, foi_register_group, FOI, REGISTER_GROUP, GObject)

guint             foi_register_grouping_get_n_groups (FoiRegisterGrouping grouping);
FoiRegisterGroup *foi_register_group_new             (GListModel *cases,
                                                      FoiRegisterGrouping grouping, guint key);
FoiRegisterGrouping foi_register_group_get_grouping  (FoiRegisterGroup *self);
const char       *foi_register_group_get_title       (FoiRegisterGroup *self);
guint             foi_register_group_get_n_cases     (FoiRegisterGroup *self);
GListModel       *foi_register_group_get_cases       (FoiRegisterGroup *self);
gboolean          foi_register_group_is_folded       (FoiRegisterGroup *self);
void              foi_register_group_set_folded      (FoiRegisterGroup *self, gboolean folded);

G_END_DECLS
