/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_APPLICATION (foi_application_get_type ())

G_DECLARE_FINAL_TYPE (FoiApplication, foi_application, FOI, APPLICATION, GtkApplication)

FoiApplication *foi_application_new (void);

G_END_DECLS
