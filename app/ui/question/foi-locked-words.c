/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-locked-words.h"

#include <string.h>

/* Words of the law stand in double brackets in a paragraph. Nobody types into them by mistake: they
 * are shown without their brackets, tinted, and only change once they are unlocked. */

#define OPEN "[["
#define CLOSE "]]"
#define LAW_TAG "foi-law"
#define LOCK_TAG "foi-lock"
#define BRACKET_TAG "foi-bracket"
#define UNLOCKED "foi-unlocked"

static const char *const tags[] = { LAW_TAG, LOCK_TAG, BRACKET_TAG };

/* The next words of the law from @text on; @end is after the brackets. */
static gboolean
find_next (const char *text, const char **begin, const char **end)
{
  const char *close;

  *begin = strstr (text, OPEN);
  close = *begin != NULL ? strstr (*begin, CLOSE) : NULL;
  if (close == NULL)
    return FALSE;
  *end = close + strlen (CLOSE);
  return TRUE;
}

static void
apply (GtkTextBuffer *buffer, const char *tag, const char *text, const char *begin,
       const char *end)
{
  GtkTextIter first, last;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, (int) g_utf8_pointer_to_offset (text, begin));
  gtk_text_buffer_get_iter_at_offset (buffer, &last, (int) g_utf8_pointer_to_offset (text, end));
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &first, &last);
}

static void
mark (GtkTextBuffer *buffer)
{
  GtkTextIter start, stop;
  g_autofree char *text = NULL;
  const char *at, *begin, *end;

  gtk_text_buffer_get_bounds (buffer, &start, &stop);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag_by_name (buffer, tags[i], &start, &stop);
  text = gtk_text_buffer_get_text (buffer, &start, &stop, TRUE);
  for (at = text; find_next (at, &begin, &end); at = end)
    {
      apply (buffer, LAW_TAG, text, begin, end);
      if (foi_locked_words_are_unlocked (buffer))
        continue;
      apply (buffer, LOCK_TAG, text, begin, end);
      apply (buffer, BRACKET_TAG, text, begin, begin + strlen (OPEN));
      apply (buffer, BRACKET_TAG, text, end - strlen (CLOSE), end);
    }
}

/**
 * foi_locked_words_follow:
 * @buffer: the text of a paragraph, as a person edits it
 *
 * Locks the words of the law in it, now and after each change.
 */
void
foi_locked_words_follow (GtkTextBuffer *buffer)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_create_tag (buffer, LAW_TAG, "background", "rgba(128,128,128,0.16)", NULL);
  gtk_text_buffer_create_tag (buffer, LOCK_TAG, "editable", FALSE, NULL);
  gtk_text_buffer_create_tag (buffer, BRACKET_TAG, "invisible", TRUE, NULL);
  g_signal_connect (buffer, "changed", G_CALLBACK (mark), NULL);
  mark (buffer);
}

/**
 * foi_locked_words_unlock:
 * @buffer: one that foi_locked_words_follow() follows
 *
 * Lets the words of the law be changed, with their brackets, or locks them again.
 */
void
foi_locked_words_unlock (GtkTextBuffer *buffer, gboolean unlocked)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  g_object_set_data (G_OBJECT (buffer), UNLOCKED, GINT_TO_POINTER (unlocked));
  mark (buffer);
}

/**
 * foi_locked_words_are_unlocked:
 *
 * Returns: whether somebody unlocked them.
 */
gboolean
foi_locked_words_are_unlocked (GtkTextBuffer *buffer)
{
  return g_object_get_data (G_OBJECT (buffer), UNLOCKED) != NULL;
}

/**
 * foi_locked_words_are_in:
 * @text: a paragraph
 *
 * Returns: whether it has words of the law.
 */
gboolean
foi_locked_words_are_in (const char *text)
{
  const char *begin, *end;

  return find_next (text, &begin, &end);
}

/**
 * foi_locked_words_stand:
 * @text: a paragraph as somebody worded it
 * @standard: as the rules have it
 *
 * Returns: whether all words of the law in @standard stand in @text.
 */
gboolean
foi_locked_words_stand (const char *text, const char *standard)
{
  const char *at, *begin, *end;

  for (at = standard; find_next (at, &begin, &end); at = end)
    {
      g_autofree char *words = g_strndup (begin + strlen (OPEN),
                                          (gsize) (end - begin) - strlen (OPEN CLOSE));

      if (strstr (text, words) == NULL)
        return FALSE;
    }
  return TRUE;
}
