/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _FoiTextHeight FoiTextHeight;

FoiTextHeight *foi_text_height_new (GtkTextView *view, int enough);
void           foi_text_height_free (FoiTextHeight *self);
int            foi_text_height_get (FoiTextHeight *self, int width);
void           foi_text_height_forget (FoiTextHeight *self);
gboolean       foi_text_height_follow (FoiTextHeight *self, int width);

G_END_DECLS
