/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The dialogs of the toolkit that newer versions of it replace stand behind this file. A dialog
 * that was cancelled or closed is G_IO_ERROR_CANCELLED.
 */

/* What files are for; each has a name and an ending. */
typedef enum
{
  FOI_FILE_CASE,        /* .foi.json */
  FOI_FILE_AUTHORITY,   /* .foi.json */
  FOI_FILE_HOLIDAYS,    /* .json */
  FOI_FILE_PDF,
  FOI_FILE_TEXT,
  FOI_FILE_CSV,
  FOI_FILE_SHEET,       /* to be read: XLSX, ODS, CSV */
  FOI_FILE_IMAGE,
  FOI_FILE_SVG,
  FOI_FILE_PNG,
  FOI_FILE_MAIL,        /* .eml */
  FOI_FILE_CALENDAR,
  FOI_FILE_ATTACHMENT,  /* that goes with a letter */
  FOI_FILE_ANSWER,      /* that a service sends */
} FoiFileKind;

typedef enum
{
  FOI_CHOICE_PLAIN,
  FOI_CHOICE_SUGGESTED,     /* what Enter does */
  FOI_CHOICE_DESTRUCTIVE,
} FoiChoiceStyle;

/* One button: what it says, and the answer it gives. A list of them ends with a NULL id. */
typedef struct
{
  const char    *id;
  const char    *label;
  FoiChoiceStyle style;
} FoiChoice;

void        foi_dialogs_ask_async (GtkWindow *parent, const char *heading, const char *body,
                                   const FoiChoice *choices, GAsyncReadyCallback callback,
                                   gpointer user_data);
const char *foi_dialogs_ask_finish (GAsyncResult *result, GError **error);
void        foi_dialogs_tell (GtkWindow *parent, const char *heading, const char *body);

void        foi_dialogs_open_async (GtkWindow *parent, const char *title, FoiFileKind kind,
                                    gboolean several, GAsyncReadyCallback callback,
                                    gpointer user_data);
GListModel *foi_dialogs_open_finish (GAsyncResult *result, GError **error);
void        foi_dialogs_save_async (GtkWindow *parent, const char *title, FoiFileKind kind,
                                    GFile *folder, const char *name, GAsyncReadyCallback callback,
                                    gpointer user_data);
void        foi_dialogs_folder_async (GtkWindow *parent, const char *title, GFile *folder,
                                      GAsyncReadyCallback callback, gpointer user_data);
GFile      *foi_dialogs_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
