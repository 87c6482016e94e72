/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case.h"

G_BEGIN_DECLS

/* A case that was opened or saved lately. */
typedef struct
{
  GFile     *file;
  char      *reference;
  char      *subject;
  char      *folder;    /* to be shown */
  GDateTime *used;
} FoiRecent;

typedef void (*FoiRecentMissingFunc) (gpointer listener, GFile *file);

void       foi_recent_add (GFile *file, FoiCase *foi_case);
void       foi_recent_remove (GFile *file);
GPtrArray *foi_recent_list (guint max);
void       foi_recent_find_missing (GPtrArray *recents, GObject *listener,
                                    FoiRecentMissingFunc missing);
char      *foi_recent_dup_title (const FoiRecent *recent);
void       foi_recent_free (FoiRecent *recent);

G_END_DECLS
