/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiTextSpan:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A place in a UTF-8 text, in bytes, always at the borders of characters. A span whose ends are
 * the same is "nowhere". For a GtkTextBuffer, count characters up to it:
 * `g_utf8_pointer_to_offset (text, text + span.start)`.
 */
typedef struct
{
  gsize start;
  gsize end;
} FoiTextSpan;

static inline gboolean
foi_text_span_is_empty (FoiTextSpan span)
{
  return span.start >= span.end;
}

gboolean    foi_text_is_space (gunichar character);
gboolean    foi_text_is_hidden (gunichar character);
FoiTextSpan foi_text_span_trim (const char *text, FoiTextSpan span);
gsize       foi_text_span_skip_space (const char *text, FoiTextSpan span);
gboolean    foi_text_span_has_words (const char *text, FoiTextSpan span);
char       *foi_text_span_dup_line (const char *text, FoiTextSpan span);
char       *foi_text_span_fold (const char *text, FoiTextSpan span);

gsize    foi_phrase_begins (const char *folded, const char *const *phrases);
gboolean foi_phrase_within (const char *folded, const char *const *phrases);

G_END_DECLS
