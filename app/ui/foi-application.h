/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_APPLICATION (foi_application_get_type ())

/**
 * FoiApplication:
 *
 * The program with a window: each case in a window of its own, the start window where there is
 * none. Its actions, "app.…", need no case.
 */
G_DECLARE_FINAL_TYPE (FoiApplication, foi_application, FOI, APPLICATION, GtkApplication)

FoiApplication *foi_application_new (void);
GtkWindow      *foi_application_show_document (FoiApplication *self, FoiDocument *document);
GtkWindow      *foi_application_find_window (FoiApplication *self, GFile *file);

G_END_DECLS
