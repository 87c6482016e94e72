/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_PROGRAM_PAGE (foi_program_page_get_type ())

/**
 * FoiProgramPage:
 *
 * Paper, dark or light, and which file the profile is. Signal "profile-chosen" (path, or NULL for
 * the usual place): a person wants another.
 */
G_DECLARE_FINAL_TYPE (FoiProgramPage, foi_program_page, FOI, PROGRAM_PAGE, GtkWidget)

GtkWidget *foi_program_page_new (void);
void       foi_program_page_set_profile (FoiProgramPage *self, const char *path);

G_END_DECLS
