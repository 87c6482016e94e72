/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-set-text.h"

G_BEGIN_DECLS

/* How running text is set. Sizes are points. */
typedef struct
{
  double   size;
  double   pitch;    /* from baseline to baseline, at least */
  gboolean bold;
  gboolean at_end;   /* flush right, whatever its direction: numbers */
  gboolean runs_on;  /* what follows on the next line is read on with it */
  FoiInk   ink;
} FoiTextStyle;

/* No line ends before the text says so. */
#define FOI_WIDTH_UNLIMITED (-1.0)

/**
 * FoiTypesetter:
 *
 * Pango with all that depends on a device turned off, so that lines break in the same places on
 * every surface. It has a font map of its own: whoever has acquired it may use it in any thread,
 * and nobody else can meanwhile.
 */
typedef struct _FoiTypesetter FoiTypesetter;

FoiTypesetter *foi_typesetter_acquire (const char *language, gboolean marks_missing);
void           foi_typesetter_release (FoiTypesetter *self);
void           foi_typesetter_prepare (const char *language);
const char    *foi_typesetter_get_font (FoiTypesetter *self);
FoiSetText    *foi_typesetter_set_spans (FoiTypesetter *self, const FoiTextStyle *style,
                                         const GArray *spans, double width);
FoiSetText    *foi_typesetter_set_text (FoiTypesetter *self, const FoiTextStyle *style,
                                        const char *text, double width);
double         foi_typesetter_measure_text (FoiTypesetter *self, const FoiTextStyle *style,
                                            const char *text);
double         foi_typesetter_measure_word (FoiTypesetter *self, const FoiTextStyle *style,
                                            const char *text);
gboolean       foi_typesetter_runs_leftwards (FoiTypesetter *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiTypesetter, foi_typesetter_release)

G_END_DECLS
