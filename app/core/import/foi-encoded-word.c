/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-encoded-word.h"

#include <string.h>

/* One `=?charset?B?text?=`, its parts as places in the value it stands in. */
typedef struct
{
  const char *charset;
  gsize       charset_length;
  gboolean    base64;
  const char *text;
  gsize       text_length;
  const char *after;
} EncodedWord;

/* Longer than any real one (RFC 2047 allows 75 bytes); keeps the search for its end short. */
#define MAX_LENGTH 1024

static gboolean
read_word (const char *p, EncodedWord *word)
{
  const char *limit = p + strnlen (p, MAX_LENGTH);
  const char *charset_end, *text_end;

  if (limit - p < 8 || p[0] != '=' || p[1] != '?')
    return FALSE;
  word->charset = p + 2;
  charset_end = memchr (word->charset, '?', (size_t) (limit - word->charset));
  if (charset_end == NULL || limit - charset_end < 5 || charset_end[2] != '?')
    return FALSE;
  /* RFC 2231 lets a language follow the name: "utf-8*cy". */
  word->charset_length = strcspn (word->charset, "*?");
  if (strchr ("bBqQ", charset_end[1]) == NULL || word->charset_length == 0)
    return FALSE;
  word->base64 = g_ascii_tolower (charset_end[1]) == 'b';
  word->text = charset_end + 3;
  text_end = memchr (word->text, '?', (size_t) (limit - word->text));
  if (text_end == NULL || text_end + 1 >= limit || text_end[1] != '=')
    return FALSE;
  word->text_length = (gsize) (text_end - word->text);
  word->after = text_end + 2;
  return TRUE;
}

static void
append_bytes (GByteArray *bytes, const EncodedWord *word)
{
  if (word->base64)
    {
      g_autofree char *text = g_strndup (word->text, word->text_length);
      gsize length = 0;
      g_autofree guchar *decoded = g_base64_decode (text, &length);

      g_byte_array_append (bytes, decoded, (guint) length);
      return;
    }
  for (gsize i = 0; i < word->text_length; i++)
    {
      guint8 byte = (guint8) word->text[i];

      if (byte == '_')
        byte = ' ';
      else if (byte == '=' && i + 2 < word->text_length
               && g_ascii_isxdigit (word->text[i + 1]) && g_ascii_isxdigit (word->text[i + 2]))
        {
          byte = (guint8) (g_ascii_xdigit_value (word->text[i + 1]) * 16
                           + g_ascii_xdigit_value (word->text[i + 2]));
          i += 2;
        }
      g_byte_array_append (bytes, &byte, 1);
    }
}

/* What @bytes of @charset say, or NULL when they say nothing in it that can be shown. */
static char *
to_utf8 (GByteArray *bytes, const char *charset)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  text = g_convert ((const char *) bytes->data, bytes->len, "UTF-8", charset, NULL, &length, NULL);
  if (text == NULL || !g_utf8_validate_len (text, length, NULL))
    return NULL;
  return g_steal_pointer (&text);
}

static gboolean
same_charset (const EncodedWord *a, const EncodedWord *b)
{
  return a->charset_length == b->charset_length
         && g_ascii_strncasecmp (a->charset, b->charset, a->charset_length) == 0;
}

/* Reads @word and those that follow it after white space only: mail programs cut characters in
 * two between them, so their bytes are put together before they are read. */
static const char *
decode_run (GString *out, EncodedWord word)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *charset = g_strndup (word.charset, word.charset_length);
  g_autofree char *text = NULL;
  const char *start = word.charset - 2;
  EncodedWord next = word;
  gboolean more = TRUE;

  while (more)
    {
      const char *ahead = next.after;

      word.after = next.after;
      append_bytes (bytes, &next);
      ahead += strspn (ahead, " \t\r\n");
      more = ahead > next.after && read_word (ahead, &next) && same_charset (&word, &next);
    }
  text = to_utf8 (bytes, charset);
  if (text != NULL)
    g_string_append (out, text);
  else
    g_string_append_len (out, start, word.after - start);
  return word.after;
}

/**
 * foi_encoded_words_decode:
 * @value: the value of a mail header, valid UTF-8
 *
 * Decodes the encoded words of RFC 2047 in @value. What cannot be decoded stays as it is written.
 *
 * Returns: (transfer full): the value as people read it, valid UTF-8.
 */
char *
foi_encoded_words_decode (const char *value)
{
  GString *out = g_string_new (NULL);
  gboolean after_word = FALSE;

  g_return_val_if_fail (value != NULL, g_string_free (out, FALSE));

  while (*value != '\0')
    {
      gsize blank = after_word ? strspn (value, " \t\r\n") : 0;
      EncodedWord word;

      /* White space between two encoded words is not part of the text (RFC 2047, 6.2). */
      if (read_word (value + blank, &word))
        {
          value = decode_run (out, word);
          after_word = TRUE;
          continue;
        }
      g_string_append_c (out, *value++);
      after_word = FALSE;
    }
  return g_string_free (out, FALSE);
}
