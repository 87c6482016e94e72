/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-outline-item.h"

G_BEGIN_DECLS

#define FOI_TYPE_OUTLINE_MODEL (foi_outline_model_get_type ())

/**
 * FoiOutlineModel:
 *
 * The lines of a case's outline, a #GListModel of #FoiOutlineItem that follows the case. An item
 * lives as long as what it stands for; what it says changes in it.
 */
G_DECLARE_FINAL_TYPE (FoiOutlineModel, foi_outline_model, FOI, OUTLINE_MODEL, GObject)

FoiOutlineModel *foi_outline_model_new (FoiDocument *document);
FoiOutlineItem  *foi_outline_model_find (FoiOutlineModel *self, const char *place);

G_END_DECLS
