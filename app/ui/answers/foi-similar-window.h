/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_SIMILAR_WINDOW (foi_similar_window_get_type ())

/**
 * FoiSimilarWindow:
 *
 * Earlier answers to questions like one, to be read, taken over or referred to.
 */
G_DECLARE_FINAL_TYPE (FoiSimilarWindow, foi_similar_window, FOI, SIMILAR_WINDOW, GtkWindow)

GtkWidget *foi_similar_window_present (GtkWindow *parent, FoiDocument *document,
                                       const char *question);
gboolean   foi_similar_window_is_busy (FoiSimilarWindow *self);

G_END_DECLS
