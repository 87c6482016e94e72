/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pdf-font.h"

G_BEGIN_DECLS

/* A font as far as it says where its letters are: how codes are read and how wide they are. */
typedef struct
{
  FoiPdfFont *reading;
  GHashTable *widths;  /* code -> thousandths of the size, of those that are said */
  double      missing; /* of the others */
  double      scale;   /* what a thousandth is */
} FoiPdfMetrics;

FoiPdfMetrics *foi_pdf_metrics_new (FoiPdfObjects *objects, JsonNode *font);
void           foi_pdf_metrics_free (FoiPdfMetrics *self);
double         foi_pdf_metrics_get_width (FoiPdfMetrics *self, guint code);

G_END_DECLS
