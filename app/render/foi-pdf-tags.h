/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "foi-pdf-finish.h"

G_BEGIN_DECLS

/* How many elements stand inside one another at most: lists in lists, and some more. */
#define FOI_TAG_MAX_DEPTH 40

/* An element of the structure: @key and @part tell it from others of its name beside it. */
typedef struct
{
  const char   *tag;       /* static */
  gconstpointer key;
  guint         part;
} FoiTagStep;

/* The way from the document to an element. */
typedef struct
{
  FoiTagStep steps[FOI_TAG_MAX_DEPTH];
  guint      n_steps;
} FoiTagPath;

/**
 * FoiTagger:
 *
 * Opens and closes a PDF's structure elements around what is painted, so that each stays open as
 * long as what follows is in it, over pages too.
 */
typedef struct _FoiTagger FoiTagger;

FoiTagger     *foi_tagger_new (cairo_t *cr);
void           foi_tagger_free (FoiTagger *self);
FoiPdfElement *foi_tagger_go_to (FoiTagger *self, const FoiTagPath *path, gboolean is_leaf,
                                 const char *attributes);
void           foi_tagger_leave_leaf (FoiTagger *self);
void           foi_tagger_begin_artifact (FoiTagger *self);
GPtrArray     *foi_tagger_get_elements (FoiTagger *self);
void           foi_tag_path_add (FoiTagPath *path, const char *tag, gconstpointer key, guint part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiTagger, foi_tagger_free)

G_END_DECLS
