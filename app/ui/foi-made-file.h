/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-dialogs.h"

G_BEGIN_DECLS

/* Makes the bytes of a file, in a thread. */
typedef GBytes *(*FoiMakeFunc) (gpointer data, GError **error);

/**
 * FoiMadeFile:
 * @title: of the dialog that asks for the file
 * @kind: what it is for
 * @folder: (nullable): where it is proposed to lie
 * @name: what it is proposed to be called
 *
 * A file that somebody wants made.
 */
typedef struct
{
  const char    *title;
  FoiFileKind    kind;
  GFile         *folder;
  const char    *name;
  FoiMakeFunc    make;
  gpointer       data;
  GDestroyNotify free_data;
} FoiMadeFile;

void     foi_made_file_async    (GtkWindow *parent, const FoiMadeFile *wanted,
                                 GAsyncReadyCallback callback, gpointer user_data);
gpointer foi_made_file_get_data (GAsyncResult *result);
char    *foi_made_file_finish   (GAsyncResult *result, GError **error);

G_END_DECLS
