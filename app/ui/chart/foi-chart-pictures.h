/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-chart.h"
#include "foi-document.h"

G_BEGIN_DECLS

/* Charts as pictures for elsewhere. They are made in a thread; failures are told softly. */
typedef enum
{
  FOI_CHART_PICTURE_SVG,
  FOI_CHART_PICTURE_PNG,
} FoiChartPictureKind;

void foi_chart_save_picture (GtkWindow *parent, FoiDocument *document, FoiChart *chart,
                             FoiChartPictureKind kind, const char *name);
void foi_chart_copy_picture (GdkClipboard *clipboard, FoiDocument *document, FoiChart *chart);

G_END_DECLS
