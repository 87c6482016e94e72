/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-application.h"

G_BEGIN_DECLS

#define FOI_TYPE_NEW_FROM_DIALOG (foi_new_from_dialog_get_type ())

/**
 * FoiNewFromDialog:
 *
 * Begins a case like one that is open: asks what the new one is called, and shows it.
 */
G_DECLARE_FINAL_TYPE (FoiNewFromDialog, foi_new_from_dialog, FOI, NEW_FROM_DIALOG, GtkWindow)

void     foi_new_from_dialog_present (GtkWindow *parent, FoiDocument *model);
gboolean foi_new_from_dialog_accept (FoiNewFromDialog *self);

G_END_DECLS
