/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-hidden.h"
#include "foi-pdf-drawing.h"

G_BEGIN_DECLS

gboolean foi_pdf_covers_find (const FoiPdfDrawing *drawing, const FoiPdfBox *seen,
                              guint found[FOI_HIDDEN_N_KINDS]);
void     foi_pdf_about_inspect (FoiPdfObjects *objects, GHashTable *pages, FoiHidden *hidden);
void     foi_pdf_layers_inspect (FoiPdfObjects *objects, GHashTable *off, FoiHidden *hidden);

G_END_DECLS
