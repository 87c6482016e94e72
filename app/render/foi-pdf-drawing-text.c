/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-drawing-private.h"

#include <math.h>
#include <string.h>

/* Of a letter of size 1, from its origin: what has to be covered, and how large is too small. */
#define LOW 0.1
#define HIGH 0.42
#define TINY 1.0
/* Text that is only a path to clip with, or nothing. */
#define MODE_NOTHING 3
#define MODE_CLIP 7
#define MODE_STROKE 1

static void
set_identity (double matrix[6])
{
  static const double identity[6] = { 1, 0, 0, 1, 0, 0 };

  memcpy (matrix, identity, sizeof identity);
}

static void
move_text (double matrix[6], double x, double y)
{
  matrix[4] += x * matrix[0] + y * matrix[2];
  matrix[5] += x * matrix[1] + y * matrix[3];
}

static void
next_line (FoiPdfPainting *self, double x, double y)
{
  move_text (self->line, x, y);
  memcpy (self->text, self->line, sizeof self->text);
}

static void
add_glyph (FoiPdfPainting *self, double width)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  FoiPdfDrawing *drawing = self->drawing;
  const FoiPdfBox middle = { 0.15 * width * state->size * state->stretch,
                             state->rise + LOW * state->size,
                             0.85 * width * state->size * state->stretch,
                             state->rise + HIGH * state->size };
  double matrix[6], scale;
  FoiPdfGlyph glyph = { .order = ++drawing->order };

  _foi_pdf_multiply (self->text, state->ctm, matrix);
  scale = sqrt (fabs (matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  glyph.box = _foi_pdf_transform (matrix, &middle);
  for (guint i = 0; i < 2; i++)
    {
      glyph.at[i] = (float) (matrix[i] * middle.left + matrix[2 + i] * middle.bottom
                             + matrix[4 + i]);
      glyph.across[i] = (float) (matrix[i] * (middle.right - middle.left));
      glyph.up[i] = (float) (matrix[2 + i] * (middle.top - middle.bottom));
    }
  glyph.colour = state->mode == MODE_STROKE ? state->stroke : state->fill;
  if (state->alpha < 0.95)
    glyph.colour = FOI_PDF_NO_COLOUR;
  glyph.has_ink = state->mode != MODE_NOTHING && state->mode != MODE_CLIP && state->alpha > 0.02;
  glyph.is_tiny = fabs (state->size) * scale < TINY;
  glyph.is_clipped = glyph.box.right < state->clip.left || glyph.box.left > state->clip.right
                     || glyph.box.top < state->clip.bottom || glyph.box.bottom > state->clip.top;
  if (drawing->glyphs->len >= FOI_PDF_MAX_PAINTED)
    drawing->is_too_large = TRUE;
  else if (self->n_hidden == 0)
    g_array_append_val (drawing->glyphs, glyph);
}

static gboolean
is_blank (FoiPdfFont *font, const char *code, guint size)
{
  g_autoptr (GString) codes = g_string_new_len (code, size);
  g_autoptr (GString) words = g_string_new (NULL);

  if (!foi_pdf_font_append (font, codes, words))
    return FALSE;
  for (const char *p = words->str; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
show (FoiPdfPainting *self, const FoiPdfOperand *operand)
{
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  guint step;

  if (operand == NULL || operand->kind != FOI_PDF_STRING || state->font == NULL)
    return;
  step = state->font->reading->code_size;
  for (gsize i = 0; i + step <= operand->length; i += step)
    {
      guint code = 0;
      double width;

      for (guint j = 0; j < step; j++)
        code = code * 256 + (guchar) operand->bytes[i + j];
      width = foi_pdf_metrics_get_width (state->font, code);
      if (!is_blank (state->font->reading, operand->bytes + i, step))
        add_glyph (self, width);
      width = width * state->size + state->spacing
              + (step == 1 && code == ' ' ? state->word_spacing : 0);
      move_text (self->text, width * state->stretch, 0);
    }
}

static void
show_array (FoiPdfPainting *self)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);

  for (guint i = 0; i < self->operands->len; i++)
    {
      const FoiPdfOperand *operand = &g_array_index (self->operands, FoiPdfOperand, i);

      if (operand->kind == FOI_PDF_NUMBER)
        move_text (self->text,
                   -foi_pdf_operands_get_number (self->operands, self->operands->len - 1 - i)
                     / 1000 * state->size * state->stretch, 0);
      show (self, operand);
    }
}

static void
set_font (FoiPdfPainting *self)
{
  const FoiPdfOperand *name = foi_pdf_operands_get (self->operands, 1);
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  FoiPdfDrawing *drawing = self->drawing;
  g_autofree char *key = NULL;
  JsonNode *font;

  state->size = foi_pdf_operands_get_number (self->operands, 0);
  if (name == NULL || name->kind != FOI_PDF_NAME)
    return;
  key = g_strconcat ("/", name->bytes, NULL);
  font = foi_pdf_objects_resolve (
    drawing->objects,
    foi_pdf_objects_get (drawing->objects,
                         foi_pdf_objects_get (drawing->objects, self->resources, "/Font"), key));
  state->font = g_hash_table_lookup (drawing->fonts, font);
  if (state->font != NULL)
    return;
  state->font = foi_pdf_metrics_new (drawing->objects, font);
  g_hash_table_insert (drawing->fonts, font, state->font);
}

/* Operators that set one number. */
static gboolean
take_number (FoiPdfPainting *self, const char *operator)
{
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  double number = foi_pdf_operands_get_number (self->operands, 0);

  if (g_str_equal (operator, "Tc"))
    state->spacing = number;
  else if (g_str_equal (operator, "Tw"))
    state->word_spacing = number;
  else if (g_str_equal (operator, "Tz"))
    state->stretch = number / 100;
  else if (g_str_equal (operator, "TL"))
    state->leading = number;
  else if (g_str_equal (operator, "Ts"))
    state->rise = number;
  else if (g_str_equal (operator, "Tr"))
    state->mode = (int) CLAMP (number, 0, 7);
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_place (FoiPdfPainting *self, const char *operator)
{
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  double x = foi_pdf_operands_get_number (self->operands, 1);
  double y = foi_pdf_operands_get_number (self->operands, 0);

  if (g_str_equal (operator, "BT"))
    {
      set_identity (self->text);
      set_identity (self->line);
    }
  else if (g_str_equal (operator, "Tm"))
    {
      for (guint i = 0; i < 6; i++)
        self->line[i] = foi_pdf_operands_get_number (self->operands, 5 - i);
      memcpy (self->text, self->line, sizeof self->text);
    }
  else if (g_str_equal (operator, "Td") || g_str_equal (operator, "TD"))
    {
      if (operator[1] == 'D')
        state->leading = -y;
      next_line (self, x, y);
    }
  else if (g_str_equal (operator, "T*"))
    next_line (self, 0, -state->leading);
  else
    return FALSE;
  return TRUE;
}

/* Places and shows letters. Returns: whether the operator is one of those. */
gboolean
_foi_pdf_painting_take_text (FoiPdfPainting *self, const char *operator)
{
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  const FoiPdfOperand *last = foi_pdf_operands_get (self->operands, 0);

  if (take_number (self, operator) || take_place (self, operator))
    return TRUE;
  if (g_str_equal (operator, "Tf"))
    set_font (self);
  else if (g_str_equal (operator, "Tj"))
    show (self, last);
  else if (g_str_equal (operator, "TJ"))
    show_array (self);
  else if (g_str_equal (operator, "'") || g_str_equal (operator, "\""))
    {
      if (operator[0] == '"')
        {
          state->word_spacing = foi_pdf_operands_get_number (self->operands, 2);
          state->spacing = foi_pdf_operands_get_number (self->operands, 1);
        }
      next_line (self, 0, -state->leading);
      show (self, last);
    }
  else
    return FALSE;
  return TRUE;
}
