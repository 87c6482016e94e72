/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-checker.h"
#include "foi-case-follower.h"
#include "foi-message-band.h"
#include "foi-panes.h"
#include "foi-recovery-keeper.h"
#include "foi-status-bar.h"
#include "foi-window.h"

G_BEGIN_DECLS

struct _FoiWindow
{
  GtkApplicationWindow parent_instance;

  FoiDocument    *document;
  FoiRecoveryKeeper *keeper;
  FoiCaseFollower *follower;
  char           *told_of_file; /* (nullable): what the band was told of the case's file */
  char           *told_failure; /* (nullable): what the band was told when it could not be saved */
  GtkWidget      *clock_button;
  GtkWidget      *title_label;
  GtkWidget      *subtitle_label;
  GtkWidget      *undo_button;
  GtkWidget      *redo_button;
  GtkWidget      *todo_button;
  GtkWidget      *checks_button;
  FoiCaseChecker *checker;
  GtkWidget      *print_button;
  GtkWidget      *outline_button;
  GtkWidget      *menu_button;
  GMenu          *recent_menu;
  GMenu          *tables_menu;
  GMenu          *letters_menu;
  FoiMessageBand *band;
  FoiMessageBand *read_only_band;
  FoiPanes       *panes;
  GtkWidget      *pages;
  GtkWidget      *question_page;
  GtkWidget      *request_page;
  GtkWidget      *table_page;
  GtkWidget      *letter_page;
  GtkWidget      *sent_page;
  FoiStatusBar   *status_bar;
  guint           actions_idle;
  gboolean        has_letter;
  gboolean        is_sample;    /* nothing is lost when it closes unchanged */
  FoiCaseState   *sent_state;   /* once the answer is issued: as it was then, or was opened */
  gboolean        told_letter_stays;
  gboolean        may_close;    /* a person decided what becomes of the changes */
};

/* foi-window-actions.c: what a person can do, and the one place that says when */
void _foi_window_install_actions (GtkWidgetClass *widget_class);
void _foi_window_update_actions (FoiWindow *self);

/* foi-window-save.c: saving, conflicts, closing with changes */
void _foi_window_save_action (GtkWidget *widget, const char *action_name, GVariant *parameter);
void _foi_window_save_as_action (GtkWidget *widget, const char *action_name, GVariant *parameter);
void _foi_window_save_to (FoiWindow *self, GFile *file, gboolean overwrite, gboolean then_close);
void _foi_window_ask_to_close (FoiWindow *self);

/* foi-window-export.c: files made from the case */
void _foi_window_export_action (GtkWidget *widget, const char *action_name, GVariant *parameter);
void _foi_window_export_csv_action (GtkWidget *widget, const char *action_name,
                                    GVariant *parameter);
void _foi_window_make_pack_action (GtkWidget *widget, const char *action_name,
                                   GVariant *parameter);
void _foi_window_update_tables_menu (FoiWindow *self);

/* foi-window-go.c: from place to place */
void _foi_window_go_install_actions (GtkWidgetClass *widget_class);
void _foi_window_show_place (FoiWindow *self);
void _foi_window_go_to (FoiWindow *self, const char *place);

/* foi-window-checks.c: what the checks before sending found */
void _foi_window_checks_install_actions (GtkWidgetClass *widget_class);
void _foi_window_follow_checks (FoiWindow *self);
void _foi_window_update_checks (FoiWindow *self);

/* foi-window-letter.c: printing, issuing, copying */
void _foi_window_letter_install_actions (GtkWidgetClass *widget_class);
void _foi_window_letter_update_actions (FoiWindow *self);
void _foi_window_update_letters_menu (FoiWindow *self);

G_END_DECLS
