/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoiPane:
 *
 * The parts of a case's window, from left to right.
 */
typedef enum
{
  FOI_PANE_OUTLINE,
  FOI_PANE_PAGE,
  FOI_PANE_LETTER,
} FoiPane;

#define FOI_N_PANES 3

#define FOI_TYPE_PANES (foi_panes_get_type ())

/**
 * FoiPanes:
 *
 * Outline, page and letter side by side where there is room. In a narrower window the letter takes
 * the place of the page when it is asked for; in a narrow one the outline does, too. Properties,
 * with notify: letter-visible (wanted, beside the page), outline-visible (wanted, in a narrow
 * window), narrow.
 */
G_DECLARE_FINAL_TYPE (FoiPanes, foi_panes, FOI, PANES, GtkWidget)

void       foi_panes_set_child (FoiPanes *self, FoiPane pane, GtkWidget *child);
GtkWidget *foi_panes_get_child (FoiPanes *self, FoiPane pane);
void       foi_panes_set_widths (FoiPanes *self, int outline, int letter);
void       foi_panes_get_widths (FoiPanes *self, int *outline, int *letter);
gboolean   foi_panes_is_shown (FoiPanes *self, FoiPane pane);
void       foi_panes_show (FoiPanes *self, FoiPane pane);
void       foi_panes_toggle_letter (FoiPanes *self);
void       foi_panes_cycle_focus (FoiPanes *self, int step);

G_END_DECLS
