/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-file.h"
#include "foi-file-inspect.h"
#include "foi-last-look.h"
#include "foi-pack.h"

G_BEGIN_DECLS

/* What core cannot do by itself: set a letter on pages, and read them again. */
typedef struct
{
  GBytes  *(*make_pdf) (FoiLetter *letter, const char *paper, GError **error);
  gboolean (*read_pdf) (GBytes *pdf, FoiReadFunc func, gpointer user_data, gboolean *is_legible,
                        GError **error);
  FoiPdfInspectFunc inspect_pdf;
} FoiPackTools;

/* What is packed. */
typedef struct
{
  FoiPackKind kind;
  const char *letter_id; /* or NULL: the answer */
  const char *paper;     /* or NULL; what was issued keeps its own */
  const char *files;     /* the folder of the attachments, or NULL */
} FoiPackWish;

FoiPack  *foi_case_pack_new (FoiCaseState *state, const FoiPackWish *wish,
                             const FoiPackTools *tools, GPtrArray **leaks,
                             FoiProgressFunc progress, gpointer user_data,
                             GCancellable *cancellable, GError **error);
gboolean  foi_case_pack_look (FoiCaseState *state, FoiPack *pack, const FoiPackTools *tools,
                              GPtrArray **leaks, GCancellable *cancellable, GError **error);
gboolean  foi_case_pack_write (FoiCaseState *state, FoiPack *pack, const FoiPackTools *tools,
                               const char *path, gboolean replace, GPtrArray **leaks,
                               FoiProgressFunc progress, gpointer user_data,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
