/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-set-text.h"

G_BEGIN_DECLS

/* What a piece of text was asked for, of the typesetter's two answers. */
typedef enum
{
  FOI_SET_CACHE_LINES,
  FOI_SET_CACHE_WIDTH,
} FoiSetCacheKind;

/* By what two pieces of text are the same to a typesetter. */
typedef struct
{
  const char     *text;
  FoiSetCacheKind kind;
  gconstpointer   language;   /* a PangoLanguage, which is interned */
  double          size, pitch, width;
  guint           manner;     /* bold and the like, as bits */
  FoiInk          ink;
} FoiSetCacheKey;

/**
 * FoiSetCache:
 *
 * The short pieces of text that a typesetter set last: figures, years, names of columns. After an
 * edit nearly all of them are asked for again, and asking Pango is what takes the time. Belongs to
 * one typesetter, and so to one thread at a time.
 */
typedef struct _FoiSetCache FoiSetCache;

FoiSetCache *foi_set_cache_new (void);
void         foi_set_cache_free (FoiSetCache *self);
gboolean     foi_set_cache_suits (const FoiSetCacheKey *key);
FoiSetText  *foi_set_cache_find_lines (FoiSetCache *self, const FoiSetCacheKey *key);
gboolean     foi_set_cache_find_width (FoiSetCache *self, const FoiSetCacheKey *key, double *width);
void         foi_set_cache_add (FoiSetCache *self, const FoiSetCacheKey *key, FoiSetText *lines,
                                double width);

G_END_DECLS
