/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-json-path.h"

/* How far it reads between two looks at the cancellable. */
#define TICK_BYTES (256 * 1024)

/**
 * foi_json_scanner_init:
 * @self: a scanner
 * @bytes: the file; it must stay alive
 *
 * Starts at the first byte. All of the file is looked through for invalid UTF-8 here, once; a
 * fault before the first such place is still told first.
 */
void
foi_json_scanner_init (FoiJsonScanner *self, GBytes *bytes)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);

  if (start == NULL)
    start = "";
  *self = (FoiJsonScanner) { .start = start, .cursor = start, .end = start + size };
  self->next_tick = start + MIN (size, TICK_BYTES);
  g_utf8_validate_len (start, size, &self->limit);
}

/**
 * foi_json_scanner_init_within:
 * @self: a scanner
 * @text: a file that was read before
 * @start: where to begin
 * @end: where to end
 *
 * Starts at @start, in bytes known to be UTF-8.
 */
void
foi_json_scanner_init_within (FoiJsonScanner *self, const char *text, gsize start, gsize end)
{
  *self = (FoiJsonScanner) { .start = text, .cursor = text + start, .limit = text + end };
  self->end = self->limit;
  self->next_tick = self->cursor + MIN (end - start, TICK_BYTES);
}

static char *
describe_place (FoiJsonScanner *self, const char *at)
{
  gsize offset = (gsize) (at - self->start);
  FoiJsonLine line = { 0 };
  g_autoptr (GString) path = g_string_new (NULL);

  foi_json_line_seek (&line, self->start, offset);
  g_string_printf (path, "%u:%u: $", line.number,
                   foi_json_line_get_column (&line, self->start, offset));
  for (guint i = 0; i < self->depth; i++)
    {
      const FoiJsonFrame *frame = &self->frames[i];

      if (frame->key != NULL)
        {
          g_autofree char *key = g_malloc ((gsize) frame->number + 1);

          key[foi_json_unescape (frame->key, (gsize) frame->number, key)] = '\0';
          foi_json_path_append_key (path, key);
        }
      else if (frame->number >= 0)
        foi_json_path_append_index (path, (guint) frame->number);
    }
  return g_strdup (path->str);
}

/**
 * foi_json_scanner_fail:
 * @self: a scanner without an error
 * @code: the code of the error
 * @at: the byte at fault
 * @format: the reason
 *
 * Sets the error: place, path and reason.
 *
 * Returns: %FALSE.
 */
gboolean
foi_json_scanner_fail (FoiJsonScanner *self, FoiError code, const char *at, const char *format, ...)
{
  g_autofree char *place = describe_place (self, at);
  g_autofree char *reason = NULL;
  va_list arguments;

  g_assert (self->error == NULL);
  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->error = g_error_new (FOI_ERROR, (int) code, "%s: %s", place, reason);
  return FALSE;
}

/**
 * foi_json_scanner_fail_unexpected:
 * @self: a scanner without an error
 * @reason: what is wrong with the byte at the cursor, unless something more telling is
 *
 * Returns: %FALSE.
 */
gboolean
foi_json_scanner_fail_unexpected (FoiJsonScanner *self, const char *reason)
{
  const char *at = self->cursor;

  if (at == self->end)
    return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                  _("the file ends before it is complete"));
  if (at == self->limit && *at == '\0')
    return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                  _("a NUL byte has no place in a text file"));
  if (at == self->limit)
    return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                  /* Translators: %02X is a byte, in hexadecimal. */
                                  _("this is not UTF-8 text (byte 0x%02X)"), (guchar) *at);
  if (*at == '/' || *at == '#')
    return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at, _("JSON has no comments"));
  if (*at == '\'')
    return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at,
                                  _("text stands between \" marks, not ' marks"));
  return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, at, "%s", reason);
}

/**
 * foi_json_scanner_skip_space:
 * @self: a scanner
 *
 * Goes to the next byte that is not a space, a tab or the end of a line.
 */
void
foi_json_scanner_skip_space (FoiJsonScanner *self)
{
  const char *c = self->cursor;

  while (c < self->limit && (*c == ' ' || *c == '\n' || *c == '\r' || *c == '\t'))
    c++;
  self->cursor = c;
}

static gboolean
tick (FoiJsonScanner *self)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return FALSE;
  if (self->progress != NULL)
    self->progress ((gsize) (self->cursor - self->start), (gsize) (self->end - self->start),
                    self->user_data);
  self->next_tick = self->cursor + MIN (self->end - self->cursor, TICK_BYTES);
  return TRUE;
}

/**
 * foi_json_scanner_enter:
 * @self: a scanner whose cursor is on `[` or `{`
 * @close: `]` or `}`
 *
 * Opens an array or object.
 *
 * Returns: what comes next.
 */
FoiJsonStep
foi_json_scanner_enter (FoiJsonScanner *self, char close)
{
  if (self->depth == FOI_JSON_MAX_DEPTH)
    {
      foi_json_scanner_fail (self, FOI_ERROR_LIMIT, self->cursor, _("nested more than %d deep"),
                             FOI_JSON_MAX_DEPTH);
      return FOI_JSON_STEP_FAULT;
    }

  self->frames[self->depth++] = (FoiJsonFrame) { NULL, -1 };
  self->cursor++;
  foi_json_scanner_skip_space (self);
  if (self->cursor < self->limit && *self->cursor == close)
    {
      self->cursor++;
      self->depth--;
      return FOI_JSON_STEP_END;
    }
  return FOI_JSON_STEP_VALUE;
}

/**
 * foi_json_scanner_step:
 * @self: a scanner that has just read an element or a member
 * @close: `]` or `}`
 *
 * Goes on to the next element or member, or closes the array or object.
 *
 * Returns: what comes next.
 */
FoiJsonStep
foi_json_scanner_step (FoiJsonScanner *self, char close)
{
  const char *comma;

  self->frames[self->depth - 1] = (FoiJsonFrame) { NULL, -1 };
  foi_json_scanner_skip_space (self);
  if (self->cursor < self->limit && *self->cursor == close)
    {
      self->cursor++;
      self->depth--;
      return FOI_JSON_STEP_END;
    }
  if (self->cursor == self->limit || *self->cursor != ',')
    {
      foi_json_scanner_fail_unexpected (self, close == ']' ? _("a comma or ] is missing here")
                                                           : _("a comma or } is missing here"));
      return FOI_JSON_STEP_FAULT;
    }

  comma = self->cursor++;
  foi_json_scanner_skip_space (self);
  if (self->cursor < self->limit && *self->cursor == close)
    {
      foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, comma,
                             /* Translators: %c is ] or }. */
                             _("a comma stands before the closing %c"), close);
      return FOI_JSON_STEP_FAULT;
    }
  if (self->cursor >= self->next_tick && !tick (self))
    return FOI_JSON_STEP_FAULT;
  return FOI_JSON_STEP_VALUE;
}

/**
 * foi_json_scanner_read_key:
 * @self: a scanner inside an object
 * @key: (out): the key
 *
 * Reads a key and its colon, up to the value, which from now on is what the path names.
 *
 * Returns: %FALSE when the scanner has an error.
 */
gboolean
foi_json_scanner_read_key (FoiJsonScanner *self, FoiJsonValue *key)
{
  if (self->cursor == self->limit || *self->cursor != '"')
    return foi_json_scanner_fail_unexpected (self, _("a key between \" marks is missing here"));
  if (!foi_json_scanner_read_scalar (self, key))
    return FALSE;

  self->frames[self->depth - 1] = (FoiJsonFrame) { key->text, (gint64) key->length };
  foi_json_scanner_skip_space (self);
  if (self->cursor == self->limit || *self->cursor != ':')
    return foi_json_scanner_fail_unexpected (self, _("a colon is missing after the key"));
  self->cursor++;
  foi_json_scanner_skip_space (self);
  return TRUE;
}

static gboolean
skip_array (FoiJsonScanner *self)
{
  FoiJsonStep step = foi_json_scanner_enter (self, ']');

  for (guint i = 0; step == FOI_JSON_STEP_VALUE; i++)
    {
      self->frames[self->depth - 1].number = i;
      if (!foi_json_scanner_skip_value (self, NULL))
        return FALSE;
      step = foi_json_scanner_step (self, ']');
    }
  return step == FOI_JSON_STEP_END;
}

static gboolean
skip_object (FoiJsonScanner *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FoiJsonStep step = foi_json_scanner_enter (self, '}');

  while (step == FOI_JSON_STEP_VALUE)
    {
      FoiJsonValue key;

      if (!foi_json_scanner_read_key (self, &key))
        return FALSE;
      if (!g_hash_table_add (keys, foi_json_value_dup_text (&key)))
        return foi_json_scanner_fail (self, FOI_ERROR_SYNTAX, self->start + key.offset,
                                      _("this key stands twice in its object"));
      if (!foi_json_scanner_skip_value (self, NULL))
        return FALSE;
      step = foi_json_scanner_step (self, '}');
    }
  return step == FOI_JSON_STEP_END;
}

/**
 * foi_json_scanner_skip_value:
 * @self: a scanner
 * @kind: (out) (optional): what was skipped
 *
 * Reads a value of any kind, as strictly as any other, and keeps nothing of it.
 *
 * Returns: %FALSE when the scanner has an error.
 */
gboolean
foi_json_scanner_skip_value (FoiJsonScanner *self, FoiJsonKind *kind)
{
  FoiJsonValue value = { .kind = FOI_JSON_ARRAY };
  gboolean ok;

  if (self->cursor < self->limit && *self->cursor == '[')
    ok = skip_array (self);
  else if (self->cursor < self->limit && *self->cursor == '{')
    {
      value.kind = FOI_JSON_OBJECT;
      ok = skip_object (self);
    }
  else
    ok = foi_json_scanner_read_scalar (self, &value);

  if (kind != NULL)
    *kind = value.kind;
  return ok;
}
