/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_MARKER_NUMBER,
  FOI_MARKER_LETTER,
  FOI_MARKER_BULLET,
} FoiMarkerKind;

/**
 * FoiListMarker:
 * @kind: a number, a letter, or a bullet
 * @form: how it is written: the character that closes it (`(` where brackets are around it, `Q`
 *   after the word, a blank after a bare number) or the bullet; capital letters are another form
 * @value: the number, or the place of the letter in the alphabet; 0 for a bullet and for a roman
 *   number of several letters
 * @roman: what it is as a roman number; 0 when it is none
 * @sub: the second number of `1a`, `1(b)` or `1.2`; 0 without one
 * @span: the marker itself, as written
 * @words: where the words after it begin
 *
 * What may be the number of a list item at the beginning of a line. Whether it is one is for its
 * neighbours to say.
 */
typedef struct
{
  FoiMarkerKind kind;
  gunichar      form;
  int           value;
  int           roman;
  int           sub;
  FoiTextSpan   span;
  gsize         words;
} FoiListMarker;

gboolean foi_list_marker_read (const char *text, FoiTextSpan line, FoiListMarker *marker);

G_END_DECLS
