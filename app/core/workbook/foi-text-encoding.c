/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-encoding.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"

#define WINDOWS "windows-1252"

static const struct
{
  const char *mark;
  gsize length;
  const char *encoding;
} marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

/* What Windows-1252 has from 0x80 to 0x9f; the five that it has not stay what they are. */
static const gunichar windows[32] = {
  0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
  0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178,
};

static char *
decode_windows (const char *data, gsize size, gsize *length)
{
  GString *text = g_string_sized_new (size + size / 16);

  for (gsize i = 0; i < size; i++)
    {
      guchar c = (guchar) data[i];

      if (c < 0x80)
        g_string_append_c (text, (char) c);
      else
        g_string_append_unichar (text, c < 0xa0 ? windows[c - 0x80] : c);
    }
  *length = text->len;
  return g_string_free (text, FALSE);
}

/* The byte of a character in Windows-1252; -1 if it has none. */
static int
encode_windows (gunichar c)
{
  if (c < 0x80 || (c >= 0xa0 && c < 0x100))
    return (int) c;
  for (int i = 0; i < 32; i++)
    {
      if (windows[i] == c)
        return 0x80 + i;
    }
  return -1;
}

/* The character that some in @p were before a program took each of its bytes for one; its bytes in
 * @bytes, and where the next begins. NULL if it was none. */
static const char *
unmix (const char *p, const char *end, char bytes[5])
{
  gsize n = 0, wanted = 0;

  for (; p < end; p = g_utf8_next_char (p))
    {
      int byte = encode_windows (g_utf8_get_char (p));

      if (byte < 0x80)
        return NULL;
      if (n == 0)
        wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
      bytes[n++] = (char) byte;
      bytes[n] = '\0';
      if (wanted == 0 || n > wanted)
        return NULL;
      if (n == wanted)
        return g_utf8_validate (bytes, (gssize) n, NULL) ? g_utf8_next_char (p) : NULL;
    }
  return NULL;
}

/* The next character that is not ASCII, or @end. Of what is sent to us most is ASCII, so eight at
 * a time are looked at. */
static const char *
skip_ascii (const char *p, const char *end)
{
  guint64 eight;

  for (; end - p >= 8; p += 8)
    {
      memcpy (&eight, p, sizeof eight);
      if ((eight & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (p < end && (guchar) *p < 0x80)
    p++;
  return p;
}

static gboolean
looks_mixed (const char *text, gsize length)
{
  const char *end = text + length;
  char bytes[5];

  for (const char *p = text; (p = skip_ascii (p, end)) < end; p = g_utf8_next_char (p))
    {
      if (unmix (p, end, bytes) != NULL)
        return TRUE;
    }
  return FALSE;
}

static GBytes *
unmix_all (const char *text, gsize length)
{
  GString *clean = g_string_sized_new (length);
  const char *end = text + length;
  char bytes[5];

  for (const char *p = text; p < end;)
    {
      const char *next = (guchar) *p >= 0x80 ? unmix (p, end, bytes) : NULL;

      if (next != NULL)
        g_string_append (clean, bytes);
      else
        {
          next = g_utf8_next_char (p);
          g_string_append_len (clean, p, next - p);
        }
      p = next;
    }
  return g_string_free_to_bytes (clean);
}

static gboolean
is_utf8 (const char *data, gsize size)
{
  const char *start = skip_ascii (data, data + size);

  return start == data + size
         || g_utf8_validate_len (start, (gsize) (data + size - start), NULL);
}

static gboolean
fail_text (GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
               _("The file is neither a spreadsheet nor text."));
  return FALSE;
}

/* Of @bytes without its mark, which are UTF-8 where @is_valid says so. What is UTF-8 is shared. */
static GBytes *
convert (GBytes *bytes, const char *encoding, gboolean is_valid, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (is_valid && g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return g_bytes_ref (bytes);
  if (g_ascii_strcasecmp (encoding, WINDOWS) == 0)
    text = decode_windows (data, size, &length);
  else
    text = g_convert (size > 0 ? data : "", (gssize) size, "UTF-8", encoding, NULL, &length,
                      &cause);
  if (text == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("The text is not %s"), encoding);
  else if (!is_utf8 (text, length))
    {
      g_free (text);
      return fail_text (error), NULL;
    }
  return text != NULL ? g_bytes_new_take (text, length) : NULL;
}

/* What follows the mark at the beginning, of which @encoding is said. */
static GBytes *
skip_mark (GBytes *bytes, const char **encoding)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (size < marks[i].length || memcmp (data, marks[i].mark, marks[i].length) != 0)
        continue;
      *encoding = marks[i].encoding;
      return g_bytes_new_from_bytes (bytes, marks[i].length, size - marks[i].length);
    }
  return g_bytes_ref (bytes);
}

/**
 * foi_text_decode_bytes:
 * @bytes: a text file
 * @encoding: (nullable): what a person says it is, or %FOI_ENCODING_MOJIBAKE; %NULL finds out
 * @found: (out): as what it was read
 * @has_mojibake: (out): whether it seems to have been encoded twice
 * @error: set to %FOI_ERROR_SYNTAX if it is no text
 *
 * By its mark, else UTF-8 if all of it is that, else Windows-1252. LibreOffice takes UTF-8 without
 * a mark for Windows-1252, and files of that have gone round.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, without a mark, with no zero byte in it
 *   and none at its end; where it is UTF-8 already, a part of @bytes.
 */
GBytes *
foi_text_decode_bytes (GBytes *bytes, const char *encoding, const char **found,
                       gboolean *has_mojibake, GError **error)
{
  gboolean repair = g_strcmp0 (encoding, FOI_ENCODING_MOJIBAKE) == 0, is_valid;
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GBytes) text = NULL;
  const char *data;
  gsize size;

  *found = repair || encoding == NULL ? NULL : g_intern_string (encoding);
  rest = skip_mark (bytes, found);
  data = g_bytes_get_data (rest, &size);
  is_valid = is_utf8 (data, size);
  if (*found == NULL)
    *found = is_valid ? "UTF-8" : WINDOWS;
  text = convert (rest, *found, is_valid, error);
  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &size);
  if (size > 0 && memchr (data, '\0', size) != NULL)
    return fail_text (error), NULL;
  if (repair)
    return unmix_all (data, size);
  *has_mojibake = looks_mixed (data, size);
  return g_steal_pointer (&text);
}

/**
 * foi_text_decode:
 * @bytes: as of foi_text_decode_bytes()
 * @encoding: (nullable): as there
 * @found: (out): as there
 * @has_mojibake: (out): as there
 * @length: (out): bytes of what is returned
 * @error: as there
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, without a mark, as a string.
 */
char *
foi_text_decode (GBytes *bytes, const char *encoding, const char **found, gboolean *has_mojibake,
                 gsize *length, GError **error)
{
  g_autoptr (GBytes) text = foi_text_decode_bytes (bytes, encoding, found, has_mojibake, error);
  const char *data;

  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, length);
  return g_strndup (data != NULL ? data : "", *length);
}
