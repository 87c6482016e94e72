/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pdf-objects.h"

G_BEGIN_DECLS

/* The words of a page: those of each marked content, by its number, and all the others. */
typedef struct
{
  GHashTable *pieces;    /* number -> GString */
  GHashTable *taken;     /* the numbers of those that were told */
  GString    *rest;
  gboolean    is_legible;
} FoiPdfPage;

FoiPdfPage *foi_pdf_page_read (FoiPdfObjects *objects, JsonNode *page, JsonNode *resources);
void        foi_pdf_page_free (FoiPdfPage *self);
GString    *foi_pdf_page_join_contents (FoiPdfObjects *objects, JsonNode *page);
const char *foi_pdf_page_take (FoiPdfPage *self, gint64 number);

G_END_DECLS
