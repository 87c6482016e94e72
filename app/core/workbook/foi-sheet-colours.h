/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-xml.h"

G_BEGIN_DECLS

/* A colour as 0xRRGGBB, or that none is said. */
#define FOI_COLOUR_BLACK 0x000000u
#define FOI_COLOUR_WHITE 0xffffffu
#define FOI_COLOUR_NONE  0xff000000u

#define FOI_N_THEME_COLOURS 12
#define FOI_N_PALETTE       64

/* The colours that a workbook's styles name by number: two for background and text, two more of
 * each, six accents and two of links; and those of the older numbers. */
typedef struct
{
  guint32 colours[FOI_N_THEME_COLOURS];
  guint32 palette[FOI_N_PALETTE];
} FoiSheetTheme;

void     foi_sheet_theme_init (FoiSheetTheme *self);
gboolean foi_sheet_theme_read (FoiSheetTheme *self, FoiZip *zip, const char *part,
                               GCancellable *cancellable, GError **error);
gboolean foi_sheet_palette_read (FoiSheetTheme *self, FoiZip *zip, const char *part,
                                 GCancellable *cancellable, GError **error);
guint32  foi_sheet_theme_get (const FoiSheetTheme *self, const FoiXmlAttributes *attributes);
guint32  foi_sheet_colour_parse (const char *text);
gboolean foi_sheet_colour_is_near (guint32 one, guint32 other);

G_END_DECLS
