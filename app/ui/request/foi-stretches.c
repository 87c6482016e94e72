/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-stretches.h"

#include <string.h>

/* A text without what a mail program or a copy changes: white space and the marks of quoting. */
typedef struct
{
  GString *bytes;
  GArray  *offsets;  /* guint for each byte: the character that it belongs to */
} Folded;

static void
folded_clear (Folded *folded)
{
  g_string_free (folded->bytes, TRUE);
  g_array_unref (folded->offsets);
}

static Folded
fold (const char *text)
{
  Folded folded = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint offset = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      const gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (*p == '>' || g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      g_string_append_len (folded.bytes, p, (gssize) length);
      for (gsize i = 0; i < length; i++)
        g_array_append_val (folded.offsets, offset);
    }
  return folded;
}

static FoiStretch
find (const Folded *text, const char *asked)
{
  Folded folded = fold (asked);
  const char *found = folded.bytes->len > 0 ? strstr (text->bytes->str, folded.bytes->str) : NULL;
  FoiStretch stretch = { 0, 0 };

  if (found != NULL)
    {
      const gsize at = (gsize) (found - text->bytes->str);

      stretch.start = g_array_index (text->offsets, guint, at);
      stretch.end = g_array_index (text->offsets, guint, at + folded.bytes->len - 1) + 1;
    }
  folded_clear (&folded);
  return stretch;
}

/**
 * foi_stretches_find:
 * @text: a request as received
 * @asked: the texts of questions
 *
 * Returns: (transfer full) (element-type FoiStretch): where each question stands in the request,
 *   whatever was done to its lines; one for each of @asked.
 */
GArray *
foi_stretches_find (const char *text, const char *const *asked)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (FoiStretch));
  Folded folded;

  g_return_val_if_fail (text != NULL && asked != NULL, stretches);

  folded = fold (text);
  for (gsize i = 0; asked[i] != NULL; i++)
    {
      const FoiStretch stretch = find (&folded, asked[i]);

      g_array_append_val (stretches, stretch);
    }
  folded_clear (&folded);
  return stretches;
}

/**
 * foi_stretches_make_tags:
 * @tags: (out): the tints of neighbouring questions
 */
void
foi_stretches_make_tags (GtkTextBuffer *buffer, GtkTextTag *tags[FOI_N_TINTS])
{
  static const char *const tints[FOI_N_TINTS] = {
    "rgba(53,132,228,0.16)", "rgba(38,162,105,0.16)",
  };

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  for (guint i = 0; i < FOI_N_TINTS; i++)
    tags[i] = gtk_text_buffer_create_tag (buffer, NULL, "background", tints[i], NULL);
}

/**
 * foi_stretches_show:
 * @stretches: (element-type FoiStretch): questions
 *
 * Tints the questions in a text, each other than the one before.
 */
void
foi_stretches_show (GtkTextBuffer *buffer, GtkTextTag *tags[FOI_N_TINTS], const GArray *stretches)
{
  GtkTextIter start, end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (stretches != NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < FOI_N_TINTS; i++)
    gtk_text_buffer_remove_tag (buffer, tags[i], &start, &end);
  for (guint i = 0; i < stretches->len; i++)
    {
      const FoiStretch *stretch = &g_array_index (stretches, FoiStretch, i);

      if (stretch->start >= stretch->end)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) stretch->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) stretch->end);
      gtk_text_buffer_apply_tag (buffer, tags[i % FOI_N_TINTS], &start, &end);
    }
}

/**
 * foi_stretches_dup_selection:
 *
 * Returns: (transfer full) (nullable): the selected words, without white space at their ends;
 *   %NULL where there are none.
 */
char *
foi_stretches_dup_selection (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}
