/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pdf-objects.h"

G_BEGIN_DECLS

/* How the codes of a font are read: by its ToUnicode map, or as Latin letters. */
typedef struct
{
  GHashTable *map;        /* code -> char *; NULL where the font has no map */
  guint       code_size;  /* in bytes: 1 or 2 */
  gboolean    is_legible; /* there is a way to read it */
} FoiPdfFont;

FoiPdfFont *foi_pdf_font_new (FoiPdfObjects *objects, JsonNode *font);
void        foi_pdf_font_free (FoiPdfFont *self);
gboolean    foi_pdf_font_append (FoiPdfFont *self, const GString *codes, GString *out);
void        foi_pdf_append_utf16 (const char *bytes, gsize length, GString *out);

G_END_DECLS
