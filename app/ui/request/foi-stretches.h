/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A stretch of a text, in characters; empty where it is nowhere. */
typedef struct
{
  guint start;
  guint end;
} FoiStretch;

#define FOI_N_TINTS 2

GArray *foi_stretches_find (const char *text, const char *const *asked);
void    foi_stretches_make_tags (GtkTextBuffer *buffer, GtkTextTag *tags[FOI_N_TINTS]);
void    foi_stretches_show (GtkTextBuffer *buffer, GtkTextTag *tags[FOI_N_TINTS],
                            const GArray *stretches);
char   *foi_stretches_dup_selection (GtkTextBuffer *buffer);

G_END_DECLS
