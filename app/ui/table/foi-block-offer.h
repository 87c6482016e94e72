/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-block-copy.h"

G_BEGIN_DECLS

#define FOI_TYPE_BLOCK_OFFER (foi_block_offer_get_type ())
G_DECLARE_FINAL_TYPE (FoiBlockOffer, foi_block_offer, FOI, BLOCK_OFFER, GdkContentProvider)

/**
 * FoiBlockOffer:
 *
 * A copied block on the clipboard. It can be put there at once: whoever wants the cells of a large
 * block, which a thread writes down, gets them when they are written. "ready" is emitted then, in
 * the main loop, and only where foi_block_offer_is_ready() was %FALSE.
 */

FoiBlockOffer *foi_block_offer_new (FoiBlockCopy *copy);
gboolean       foi_block_offer_is_ready (FoiBlockOffer *self);
FoiBlockCopy  *foi_block_offer_get_copy (FoiBlockOffer *self);

G_END_DECLS
