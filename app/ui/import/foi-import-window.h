/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-import-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_IMPORT_WINDOW (foi_import_window_get_type ())

/**
 * FoiImportWindow:
 *
 * The import assistant: takes figures of a spreadsheet into a table, and shows first what it takes,
 * as what, and what stays behind. The file is read in a thread, and nothing of the case changes
 * before the person says so.
 */
G_DECLARE_FINAL_TYPE (FoiImportWindow, foi_import_window, FOI, IMPORT_WINDOW, GtkWindow)

GtkWidget           *foi_import_window_present (GtkWindow *parent, FoiDocument *document,
                                                const char *question, const char *table,
                                                GFile *file);
gboolean             foi_import_window_is_busy (FoiImportWindow *self);
const FoiImportMade *foi_import_window_get_made (FoiImportWindow *self);
const char          *foi_import_window_get_trouble (FoiImportWindow *self);
void                 foi_import_window_apply (FoiImportWindow *self);

G_END_DECLS
