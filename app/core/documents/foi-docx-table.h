/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document-private.h"
#include "foi-xml.h"

G_BEGIN_DECLS

/* Where a cell stands in its table, and which parts of the table's style are wanted there. */
typedef struct
{
  guint    row, column;
  guint    wanted; /* as w:tblLook writes it */
  gboolean is_said; /* whether it was written at all */
} FoiDocxCell;

/* What a style of tables paints: behind words, and words. */
typedef enum
{
  FOI_DOCX_BEHIND,
  FOI_DOCX_COLOUR,
} FoiDocxPaint;

FoiDocxTable *_foi_docx_table_new (void);
gboolean      _foi_docx_table_set_part (FoiDocxTable *self, const char *name);
void          _foi_docx_table_set_colour (FoiDocxTable *self, FoiDocxPaint paint,
                                          const char *value);
void          _foi_docx_table_set_bands (FoiDocxTable *self, gboolean of_rows, guint size);
guint         _foi_docx_table_read_wanted (const FoiXmlAttributes *attributes);
gboolean      _foi_docx_table_find (GHashTable *styles, const char *name, const FoiDocxCell *cell,
                                    FoiDocxPaint paint, char colour[8]);

G_END_DECLS
