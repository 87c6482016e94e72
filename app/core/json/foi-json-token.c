/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a wrong word a message quotes. */
#define MAX_QUOTED 24

typedef enum
{
  NUMBER_IS_FRACTION,
  NUMBER_HAS_LEADING_ZERO,
  NUMBER_IS_MINUS_ZERO,
  NUMBER_IS_TOO_LARGE,
} NumberFault;

/* The word at @at, for a message: all that could be meant as one number or name. */
static char *
quote_word (const FoiJsonScanner *self, const char *at)
{
  const char *c = at;

  while (c < self->limit && c - at < MAX_QUOTED && (g_ascii_isalnum (*c) || strchr ("+-._", *c)))
    c++;
  return g_strdup_printf ("%.*s%s", (int) (c - at), at, c - at == MAX_QUOTED ? "…" : "");
}

static gboolean
fail_word (FoiJsonScanner *self)
{
  g_autofree char *word = quote_word (self, self->cursor);

  if (word[0] == '\0')
    return foi_json_scanner_fail_unexpected (self, _("a value is missing here"));
  return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, self->cursor,
                                /* Translators: %s is a word such as NaN or True. */
                                _("%s is not a JSON value"), word);
}

static gboolean
read_word (FoiJsonScanner *self, const char *word, FoiJsonValue *value)
{
  gsize length = strlen (word);
  const char *after = self->cursor + length;

  if ((gsize) (self->limit - self->cursor) < length || memcmp (self->cursor, word, length) != 0
      || (after < self->limit && (g_ascii_isalnum (*after) || *after == '_')))
    return fail_word (self);
  value->kind = word[0] == 'n' ? FOI_JSON_NULL : FOI_JSON_BOOLEAN;
  value->integer = word[0] == 't';
  self->cursor = after;
  return TRUE;
}

static gboolean
fail_number (FoiJsonScanner *self, NumberFault fault)
{
  g_autofree char *number = quote_word (self, self->cursor);
  const char *at = self->cursor;

  switch (fault)
    {
    case NUMBER_IS_FRACTION:
      return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                    self->only_whole
                                      ? _("%s is not a whole number: others are not reckoned with")
                                      : _("%s is not a whole number; decimals are written as text"),
                                    number);
    case NUMBER_HAS_LEADING_ZERO:
      return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at, _("%s begins with a zero"), number);
    case NUMBER_IS_MINUS_ZERO:
      return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                    _("%s has a sign that cannot be kept; write 0"), number);
    case NUMBER_IS_TOO_LARGE:
      return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at, _("%s does not fit into 64 bits"),
                                    number);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_integer (FoiJsonScanner *self, FoiJsonValue *value)
{
  gboolean is_negative = *self->cursor == '-';
  const char *digits = self->cursor + is_negative;
  const char *c = digits;
  guint64 magnitude = 0;

  for (; c < self->limit && g_ascii_isdigit (*c); c++)
    {
      if (c - digits < 19)
        magnitude = magnitude * 10 + (guint64) (*c - '0');
    }

  if (c == digits)
    return fail_word (self);
  if (c < self->limit && (*c == '.' || *c == 'e' || *c == 'E'))
    return fail_number (self, NUMBER_IS_FRACTION);
  if (c < self->limit && (g_ascii_isalpha (*c) || *c == '_'))
    return fail_word (self);
  if (*digits == '0' && c - digits > 1)
    return fail_number (self, NUMBER_HAS_LEADING_ZERO);
  if (*digits == '0' && is_negative)
    return fail_number (self, NUMBER_IS_MINUS_ZERO);
  if (c - digits > 19 || magnitude > (guint64) G_MAXINT64 + is_negative)
    return fail_number (self, NUMBER_IS_TOO_LARGE);

  value->kind = FOI_JSON_INTEGER;
  value->integer = (gint64) (is_negative ? 0 - magnitude : magnitude);
  self->cursor = c;
  return TRUE;
}

/* Four hexadecimal digits, or -1. */
static int
read_hex (const char *c, const char *limit)
{
  int code = 0;

  if (limit - c < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (c[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (c[i]);
    }
  return code;
}

/* Checks the escape at @c; gives what follows it, or NULL with the error set. */
static const char *
check_unicode_escape (FoiJsonScanner *self, const char *c)
{
  int code = read_hex (c + 2, self->limit);

  if (code < 0)
    foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, c, _("\\u needs four hexadecimal digits"));
  else if (code == 0)
    foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, c, _("\\u0000, a NUL, cannot be kept"));
  else if (code < 0xd800 || code > 0xdfff)
    return c + 6;
  else
    {
      gboolean has_next = self->limit - c >= 8 && c[6] == '\\' && c[7] == 'u';
      int next = has_next ? read_hex (c + 8, self->limit) : -1;

      if (code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff)
        return c + 12;
      foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, c,
                             /* Translators: %.6s is an escape such as \uD83D: one of the two
                              * halves (surrogates) in which some characters are written. */
                             _("%.6s is half of a character; its other half is missing"), c);
    }
  return NULL;
}

static const char *
check_escape (FoiJsonScanner *self, const char *c)
{
  if (self->limit - c < 2)
    {
      self->cursor = c + 1;
      foi_json_scanner_fail_unexpected (self, "");
      return NULL;
    }
  if (c[1] == 'u')
    return check_unicode_escape (self, c);
  if (strchr ("\"\\/bfnrt", c[1]) != NULL)
    return c + 2;
  foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, c,
                         _("after a \\ stands one of \" \\ / b f n r t u"));
  return NULL;
}

static gboolean
fail_in_string (FoiJsonScanner *self, const char *at)
{
  self->cursor = at;
  if (at == self->limit)
    return foi_json_scanner_fail_unexpected (self, "");
  if (*at == '\n')
    return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                  _("a line ends inside a text; write \\n, or close the text"));
  return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                _("the control character U+%04X must be written \\u%04x"),
                                (guint) *at, (guint) *at);
}

static gboolean
read_string (FoiJsonScanner *self, FoiJsonValue *value)
{
  const char *c = self->cursor + 1;

  value->kind = FOI_JSON_STRING;
  value->escaped = FALSE;
  value->text = c;
  for (;;)
    {
      while (c < self->limit && *c != '"' && *c != '\\' && (guchar) *c >= 0x20)
        c++;
      if (c == self->limit || (guchar) *c < 0x20)
        return fail_in_string (self, c);
      if (*c == '"')
        break;
      value->escaped = TRUE;
      c = check_escape (self, c);
      if (c == NULL)
        return FALSE;
    }
  value->length = (gsize) (c - value->text);
  self->cursor = c + 1;
  return TRUE;
}

/**
 * foi_json_scanner_read_scalar:
 * @self: a scanner
 * @value: (out): the value; a text as the file spells it, with its escapes
 *
 * Reads a text, a number, true, false or null.
 *
 * Returns: %FALSE when the scanner has an error.
 */
gboolean
foi_json_scanner_read_scalar (FoiJsonScanner *self, FoiJsonValue *value)
{
  value->offset = (gsize) (self->cursor - self->start);
  if (self->cursor == self->limit)
    return foi_json_scanner_fail_unexpected (self, "");

  switch (*self->cursor)
    {
    case '"':
      return read_string (self, value);
    case '-':
    case '0' ... '9':
      return read_integer (self, value);
    case 't':
      return read_word (self, "true", value);
    case 'f':
      return read_word (self, "false", value);
    case 'n':
      return read_word (self, "null", value);
    default:
      return fail_word (self);
    }
}

/**
 * foi_json_unescape:
 * @text: a text as the file spells it, checked before
 * @length: its bytes
 * @out: where the text goes; it is never longer than @length
 *
 * Returns: the bytes written; no NUL is added.
 */
gsize
foi_json_unescape (const char *text, gsize length, char *out)
{
  static const char names[] = "bfnrt";
  static const char meant[] = "\b\f\n\r\t";
  const char *end = text + length;
  char *o = out;

  while (text < end)
    {
      const char *name;

      if (*text != '\\')
        *o++ = *text++;
      else if (text[1] == 'u')
        {
          gunichar code = (gunichar) read_hex (text + 2, end);

          text += 6;
          if (code >= 0xd800 && code <= 0xdbff)
            {
              code = 0x10000 + ((code - 0xd800) << 10)
                     + ((gunichar) read_hex (text + 2, end) - 0xdc00);
              text += 6;
            }
          o += g_unichar_to_utf8 (code, o);
        }
      else
        {
          name = strchr (names, text[1]);
          *o++ = name != NULL ? meant[name - names] : text[1];
          text += 2;
        }
    }
  return (gsize) (o - out);
}

/**
 * foi_json_value_dup_text:
 * @value: a string of the scanner
 *
 * Returns: (transfer full): its text without escapes.
 */
char *
foi_json_value_dup_text (const FoiJsonValue *value)
{
  char *text = g_malloc (value->length + 1);

  text[foi_json_unescape (value->text, value->length, text)] = '\0';
  return text;
}

/**
 * foi_json_kind_name:
 * @kind: a kind of value
 *
 * Returns: what to call it in a message.
 */
const char *
foi_json_kind_name (FoiJsonKind kind)
{
  switch (kind)
    {
    case FOI_JSON_NULL:
      return _("null");
    case FOI_JSON_BOOLEAN:
      return _("true or false");
    case FOI_JSON_INTEGER:
      return _("a number");
    case FOI_JSON_STRING:
      return _("text");
    case FOI_JSON_ARRAY:
      return _("an array");
    case FOI_JSON_OBJECT:
      return _("an object");
    default:
      g_return_val_if_reached (NULL);
    }
}
