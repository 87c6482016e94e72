/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is read of a clipboard, at most. */
#define FOI_PASTE_MAX_BYTES ((gsize) 64 * 1024 * 1024)
#define FOI_PASTE_MAX_ROWS 1000000
#define FOI_PASTE_MAX_COLUMNS 512
#define FOI_PASTE_MAX_CELLS 8000000

/**
 * FoiPasteGrid:
 *
 * The cells of a block that was copied in a spreadsheet: every row has as many as the longest, and
 * those that were not there are empty. Immutable, reference counted, thread-safe.
 */
typedef struct _FoiPasteGrid FoiPasteGrid;

/* What a filled cell is to have; NULL where it keeps @text. */
typedef const char *(*FoiPasteGridFunc) (guint row, guint column, const char *text, gpointer data);

FoiPasteGrid *foi_paste_grid_new (const char *text, gssize length, GError **error);
FoiPasteGrid *foi_paste_grid_ref (FoiPasteGrid *self);
void          foi_paste_grid_unref (FoiPasteGrid *self);
guint         foi_paste_grid_get_n_rows (FoiPasteGrid *self);
guint         foi_paste_grid_get_n_columns (FoiPasteGrid *self);
const char   *foi_paste_grid_get (FoiPasteGrid *self, guint row, guint column);
const char   *foi_paste_grid_get_original (FoiPasteGrid *self, guint row, guint column);
FoiPasteGrid *foi_paste_grid_map (FoiPasteGrid *self, gboolean is_meaning, FoiPasteGridFunc func,
                                  gpointer data);
FoiPasteGrid *foi_paste_grid_with_meanings (FoiPasteGrid *self, GHashTable *meanings);

/* Cells of a file, given one after another. */
typedef struct _FoiPasteGridBuilder FoiPasteGridBuilder;

FoiPasteGridBuilder *foi_paste_grid_builder_new (void);
void                 foi_paste_grid_builder_free (FoiPasteGridBuilder *self);
void                 foi_paste_grid_builder_begin_row (FoiPasteGridBuilder *self);
gboolean             foi_paste_grid_builder_add (FoiPasteGridBuilder *self, guint column,
                                                 const char *text, GError **error);
FoiPasteGrid        *foi_paste_grid_builder_end (FoiPasteGridBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPasteGridBuilder, foi_paste_grid_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPasteGrid, foi_paste_grid_unref)

G_END_DECLS
