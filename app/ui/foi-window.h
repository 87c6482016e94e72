/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-application.h"
#include "foi-document.h"
#include "foi-case-checker.h"
#include "foi-recovery-keeper.h"

G_BEGIN_DECLS

#define FOI_TYPE_WINDOW (foi_window_get_type ())

/**
 * FoiWindow:
 *
 * The window of one case: outline, the page of what is at hand, the letter. Its actions, "win.…",
 * are what a person can do with the whole case.
 */
G_DECLARE_FINAL_TYPE (FoiWindow, foi_window, FOI, WINDOW, GtkApplicationWindow)

FoiWindow   *foi_window_new (FoiApplication *application, FoiDocument *document);
FoiDocument *foi_window_get_document (FoiWindow *self);
const char  *foi_window_get_message (FoiWindow *self);
void         foi_window_set_sample (FoiWindow *self);
FoiRecoveryKeeper *foi_window_get_keeper (FoiWindow *self);
FoiCaseChecker *foi_window_get_checker (FoiWindow *self);

G_END_DECLS
