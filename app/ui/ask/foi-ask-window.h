/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-ask-mail.h"
#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_ASK_WINDOW (foi_ask_window_get_type ())

/**
 * FoiAskWindow:
 *
 * Asks a service for what answers questions, or reminds it: shows the mail as it will go, gives it
 * to the mail program, to a file or to the clipboard, and then notes it in the case as one command.
 */
G_DECLARE_FINAL_TYPE (FoiAskWindow, foi_ask_window, FOI, ASK_WINDOW, GtkWindow)

GtkWidget  *foi_ask_window_present  (GtkWindow *parent, FoiDocument *document,
                                     const char *question, const char *chased);
FoiAskMail *foi_ask_window_get_mail (FoiAskWindow *self);
gboolean    foi_ask_window_is_noted (FoiAskWindow *self);
void        foi_ask_window_save     (FoiAskWindow *self, GFile *file);

G_END_DECLS
