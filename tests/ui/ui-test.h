/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-application.h"

G_BEGIN_DECLS

typedef gboolean (*UiTestCondition) (gpointer data);

/* The program, started and without a window; one for the whole test program. */
void            ui_test_init (int *argc, char ***argv);
FoiApplication *ui_test_get_application (void);
int             ui_test_run (void);

/* Waits are bounded: a hang is a failure at a line. */
gboolean        ui_test_wait_until (UiTestCondition condition, gpointer data, guint milliseconds);
void            ui_test_settle (void);
gboolean        ui_test_is_gone (gpointer weak_pointer);
gboolean        ui_test_is_mapped (gpointer widget);

char           *ui_test_dup_data (const char *name);
FoiDocument    *ui_test_open_file (GFile *file);
FoiDocument    *ui_test_open_example (void);
GFile          *ui_test_copy_example (const char *name);

GtkWidget      *ui_test_find (GtkWidget *root, GType type);
GtkWidget      *ui_test_find_nth (GtkWidget *root, GType type, guint n);
GtkWidget      *ui_test_find_action (GtkWidget *root, const char *action_name);
GtkWidget      *ui_test_find_window (GType type);
void            ui_test_wait_for_layout (FoiDocument *document);
void            ui_test_wait_for_checks (GtkWidget *window);
GtkWidget      *ui_test_show (FoiDocument *document);
void            ui_test_resize (GtkWidget *window, int width, int height);
void            ui_test_change_answer (FoiDocument *document, const char *answer);
void            ui_test_accept_findings (FoiDocument *document);
GtkWidget      *ui_test_find_button (GtkWidget *root, const char *label);
void            ui_test_answer (GType dialog, const char *label);

G_END_DECLS
