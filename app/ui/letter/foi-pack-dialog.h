/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_PACK_DIALOG (foi_pack_dialog_get_type ())

/**
 * FoiPackDialog:
 *
 * Shows what would leave the building before any of it is written, and writes it.
 */
G_DECLARE_FINAL_TYPE (FoiPackDialog, foi_pack_dialog, FOI, PACK_DIALOG, GtkWindow)

void foi_pack_dialog_present (GtkWindow *parent, FoiDocument *document);
/* As if a person had chosen that folder; for tests as well. */
void foi_pack_dialog_write_into (FoiPackDialog *self, GFile *folder);

G_END_DECLS
