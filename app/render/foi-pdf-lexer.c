/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-lexer.h"

#include <string.h>

/**
 * foi_pdf_lexer_init:
 * @self: a lexer
 * @data: a content stream or a CMap; outlives the lexer
 * @length: in bytes
 *
 * Sets it to the beginning.
 */
void
foi_pdf_lexer_init (FoiPdfLexer *self, const char *data, gsize length)
{
  *self = (FoiPdfLexer) { .at = data, .end = data + length, .bytes = g_string_new (NULL) };
}

/**
 * foi_pdf_lexer_clear:
 * @self: a lexer
 *
 * Frees what it kept.
 */
void
foi_pdf_lexer_clear (FoiPdfLexer *self)
{
  g_string_free (self->bytes, TRUE);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return is_space (c) || strchr ("()<>[]{}/%", c) != NULL;
}

static void
skip_blanks (FoiPdfLexer *self)
{
  while (self->at < self->end && (is_space (*self->at) || *self->at == '%'))
    {
      if (*self->at == '%')
        while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
          self->at++;
      else
        self->at++;
    }
}

/* What a backslash and the signs after it stand for. */
static void
read_escape (FoiPdfLexer *self)
{
  static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
  const char *found;
  guint code = 0;

  if (self->at >= self->end)
    return;
  found = *self->at != '\0' ? strchr (from, *self->at) : NULL;
  if (found != NULL)
    g_string_append_c (self->bytes, to[found - from]);
  else if (*self->at >= '0' && *self->at <= '7')
    {
      for (guint i = 0; i < 3 && self->at < self->end && *self->at >= '0' && *self->at <= '7'; i++)
        code = code * 8 + (guint) (*self->at++ - '0');
      g_string_append_c (self->bytes, (char) code);
      return;
    }
  else if (*self->at != '\n' && *self->at != '\r')
    g_string_append_c (self->bytes, *self->at);
  self->at++;
}

static void
read_string (FoiPdfLexer *self)
{
  guint depth = 1;

  for (self->at++; self->at < self->end;)
    {
      char c = *self->at++;

      if (c == '\\')
        {
          read_escape (self);
          continue;
        }
      depth += c == '(' ? 1 : 0;
      depth -= c == ')' ? 1 : 0;
      if (depth == 0)
        return;
      g_string_append_c (self->bytes, c);
    }
}

static void
read_hexadecimal (FoiPdfLexer *self)
{
  int high = -1;

  for (self->at++; self->at < self->end && *self->at != '>'; self->at++)
    {
      int digit = g_ascii_xdigit_value (*self->at);

      if (digit < 0)
        continue;
      if (high >= 0)
        g_string_append_c (self->bytes, (char) (high * 16 + digit));
      high = high >= 0 ? -1 : digit;
    }
  if (high >= 0)
    g_string_append_c (self->bytes, (char) (high * 16));
  self->at += self->at < self->end ? 1 : 0;
}

static void
read_word (FoiPdfLexer *self)
{
  char *end;

  while (self->at < self->end && !is_delimiter (*self->at))
    g_string_append_c (self->bytes, *self->at++);
  self->number = g_ascii_strtod (self->bytes->str, &end);
  self->kind = end != self->bytes->str && *end == '\0' ? FOI_PDF_NUMBER : FOI_PDF_OPERATOR;
}

/**
 * foi_pdf_lexer_next:
 * @self: a lexer
 *
 * Reads the next token.
 *
 * Returns: whether there is one.
 */
gboolean
foi_pdf_lexer_next (FoiPdfLexer *self)
{
  g_string_truncate (self->bytes, 0);
  skip_blanks (self);
  self->kind = FOI_PDF_END;
  if (self->at >= self->end)
    return FALSE;
  if (*self->at == '(')
    {
      self->kind = FOI_PDF_STRING;
      read_string (self);
    }
  else if (*self->at == '<' && !(self->at + 1 < self->end && self->at[1] == '<'))
    {
      self->kind = FOI_PDF_STRING;
      read_hexadecimal (self);
    }
  else if (*self->at == '/')
    {
      self->at++;
      read_word (self);
      self->kind = FOI_PDF_NAME;
    }
  else if (strchr ("<[{", *self->at) != NULL || strchr (">]})", *self->at) != NULL)
    {
      self->kind = strchr ("<[{", *self->at) != NULL ? FOI_PDF_OPEN : FOI_PDF_CLOSE;
      self->at += self->at + 1 < self->end && self->at[1] == self->at[0] && strchr ("<>", *self->at)
                    ? 2 : 1;
    }
  else
    read_word (self);
  return TRUE;
}

/**
 * foi_pdf_lexer_skip_picture:
 * @self: a lexer that has just read "ID"
 *
 * Goes to behind the "EI" that ends a picture in the stream itself.
 */
void
foi_pdf_lexer_skip_picture (FoiPdfLexer *self)
{
  for (; self->at + 3 < self->end; self->at++)
    if (is_space (self->at[0]) && self->at[1] == 'E' && self->at[2] == 'I'
        && is_delimiter (self->at[3]))
      {
        self->at += 3;
        return;
      }
  self->at = self->end;
}
