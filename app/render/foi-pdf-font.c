/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-font.h"

#include <string.h>

#include "foi-pdf-lexer.h"

/* A range that says more is not to be believed. */
#define MAX_RANGE 65536

/**
 * foi_pdf_append_utf16:
 * @bytes: UTF-16, big-endian
 * @length: in bytes
 * @out: gets it
 *
 * Appends text as PDF writes it.
 */
void
foi_pdf_append_utf16 (const char *bytes, gsize length, GString *out)
{
  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = (gunichar) ((guchar) bytes[i] * 256 + (guchar) bytes[i + 1]);

      if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < length)
        {
          gunichar low = (gunichar) ((guchar) bytes[i + 2] * 256 + (guchar) bytes[i + 3]);

          unit = 0x10000 + ((unit - 0xd800) << 10) + ((low - 0xdc00) & 0x3ff);
          i += 2;
        }
      if (g_unichar_validate (unit) && unit != 0)
        g_string_append_unichar (out, unit);
    }
}

static guint
read_code (const GString *bytes)
{
  guint code = 0;

  for (gsize i = 0; i < bytes->len && i < 4; i++)
    code = code * 256 + (guchar) bytes->str[i];
  return code;
}

static void
add_mapping (FoiPdfFont *self, guint code, const GString *text, guint more)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GString) raised = g_string_new_len (text->str, (gssize) text->len);

  if (raised->len >= 2)
    {
      guint last = (guint) ((guchar) raised->str[raised->len - 2] * 256
                            + (guchar) raised->str[raised->len - 1]) + more;

      raised->str[raised->len - 2] = (char) (last >> 8);
      raised->str[raised->len - 1] = (char) last;
    }
  foi_pdf_append_utf16 (raised->str, raised->len, words);
  g_hash_table_insert (self->map, GUINT_TO_POINTER (code), g_string_free (words, FALSE));
}

/* "<01> <05> <0041>", or an array in the place of the last. */
static void
read_range (FoiPdfFont *self, FoiPdfLexer *lexer, guint first)
{
  guint last;

  if (!foi_pdf_lexer_next (lexer) || lexer->kind != FOI_PDF_STRING)
    return;
  last = read_code (lexer->bytes);
  if (!foi_pdf_lexer_next (lexer))
    return;
  if (lexer->kind == FOI_PDF_STRING)
    {
      for (guint i = 0; first + i <= last && i < MAX_RANGE; i++)
        add_mapping (self, first + i, lexer->bytes, i);
      return;
    }
  for (guint code = first; foi_pdf_lexer_next (lexer) && lexer->kind == FOI_PDF_STRING; code++)
    add_mapping (self, code, lexer->bytes, 0);
}

static void
read_map (FoiPdfFont *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  FoiPdfLexer lexer;
  enum { NOWHERE, SPACE, CHARS, RANGES } section = NOWHERE;

  self->map = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  foi_pdf_lexer_init (&lexer, data, length);
  while (foi_pdf_lexer_next (&lexer))
    {
      if (lexer.kind == FOI_PDF_OPERATOR)
        section = g_str_equal (lexer.bytes->str, "begincodespacerange") ? SPACE
                  : g_str_equal (lexer.bytes->str, "beginbfchar") ? CHARS
                  : g_str_equal (lexer.bytes->str, "beginbfrange") ? RANGES : NOWHERE;
      else if (lexer.kind == FOI_PDF_STRING && section == SPACE)
        self->code_size = CLAMP ((guint) lexer.bytes->len, 1, 4);
      else if (lexer.kind == FOI_PDF_STRING && section != NOWHERE)
        {
          guint code = read_code (lexer.bytes);

          if (section == RANGES)
            read_range (self, &lexer, code);
          else if (foi_pdf_lexer_next (&lexer) && lexer.kind == FOI_PDF_STRING)
            add_mapping (self, code, lexer.bytes, 0);
        }
    }
  foi_pdf_lexer_clear (&lexer);
}

/**
 * foi_pdf_font_new:
 * @objects: the objects of a PDF
 * @font: (nullable): a font's dictionary, or a reference to it
 *
 * Returns: (transfer full): how its codes are read.
 */
FoiPdfFont *
foi_pdf_font_new (FoiPdfObjects *objects, JsonNode *font)
{
  FoiPdfFont *self = g_new0 (FoiPdfFont, 1);
  g_autoptr (GBytes) map
    = foi_pdf_objects_get_stream (objects, foi_pdf_objects_get (objects, font, "/ToUnicode"));
  const char *type = foi_pdf_node_get_string (
    foi_pdf_objects_resolve (objects, foi_pdf_objects_get (objects, font, "/Subtype")));
  gboolean is_composite = g_strcmp0 (type, "/Type0") == 0;

  self->code_size = is_composite ? 2 : 1;
  if (map != NULL)
    read_map (self, map);
  if (!is_composite)
    self->code_size = 1;
  self->is_legible = map != NULL || (!is_composite && g_strcmp0 (type, "/Type3") != 0);
  return self;
}

/**
 * foi_pdf_font_free:
 * @self: (transfer full): a font
 *
 * Frees it.
 */
void
foi_pdf_font_free (FoiPdfFont *self)
{
  g_clear_pointer (&self->map, g_hash_table_unref);
  g_free (self);
}

/**
 * foi_pdf_font_append:
 * @self: a font
 * @codes: what is shown in it
 * @out: gets the words
 *
 * Returns: whether all could be read.
 */
gboolean
foi_pdf_font_append (FoiPdfFont *self, const GString *codes, GString *out)
{
  gboolean is_legible = self->is_legible;

  for (gsize i = 0; i + self->code_size <= codes->len; i += self->code_size)
    {
      guint code = 0;
      const char *words;

      for (guint j = 0; j < self->code_size; j++)
        code = code * 256 + (guchar) codes->str[i + j];
      words = self->map != NULL ? g_hash_table_lookup (self->map, GUINT_TO_POINTER (code)) : NULL;
      if (words != NULL)
        g_string_append (out, words);
      else if (self->map == NULL && self->code_size == 1)
        g_string_append_unichar (out, code >= ' ' ? code : ' ');
      else
        is_legible = FALSE;
    }
  return is_legible;
}
