/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_MESSAGE_BAND (foi_message_band_get_type ())

/**
 * FoiMessageBand:
 *
 * A soft band of words beside what they are about, in the place of a dialog. It comes when it is
 * told something, is announced to screen readers, and goes when it is dismissed.
 */
G_DECLARE_FINAL_TYPE (FoiMessageBand, foi_message_band, FOI, MESSAGE_BAND, GtkWidget)

GtkWidget  *foi_message_band_new (void);
void        foi_message_band_tell (FoiMessageBand *self, const char *text);
void        foi_message_band_offer (FoiMessageBand *self, const char *label, const char *action);
void        foi_message_band_dismiss (FoiMessageBand *self);
const char *foi_message_band_get_text (FoiMessageBand *self);

G_END_DECLS
