/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-drawing-private.h"

#include <string.h>

static guint32
from_rgb (double red, double green, double blue)
{
  const double parts[] = { red, green, blue };
  guint32 colour = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    colour = colour << 8 | (parts[i] > 0 ? (guint32) (MIN (parts[i], 1) * 255 + 0.5) : 0);
  return colour;
}

static guint32
from_cmyk (double cyan, double magenta, double yellow, double black)
{
  return from_rgb ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black),
                   (1 - yellow) * (1 - black));
}

/* The numbers before the operator, as so many of them are a colour; a pattern is none. */
static guint32
read_colour (FoiPdfPainting *self, guint n)
{
  GArray *operands = self->operands;
  const FoiPdfOperand *last = foi_pdf_operands_get (operands, 0);
  double number = foi_pdf_operands_get_number (operands, 0);

  if (last == NULL || last->kind != FOI_PDF_NUMBER)
    return FOI_PDF_NO_COLOUR;
  if (n == 1)
    return from_rgb (number, number, number);
  if (n == 3)
    return from_rgb (foi_pdf_operands_get_number (operands, 2),
                     foi_pdf_operands_get_number (operands, 1), number);
  if (n == 4)
    return from_cmyk (foi_pdf_operands_get_number (operands, 3),
                      foi_pdf_operands_get_number (operands, 2),
                      foi_pdf_operands_get_number (operands, 1), number);
  return FOI_PDF_NO_COLOUR;
}

/* How it is mixed with what is below, by the resources. */
static void
set_state (FoiPdfPainting *self)
{
  const FoiPdfOperand *name = foi_pdf_operands_get (self->operands, 0);
  FoiPdfObjects *objects = self->drawing->objects;
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  g_autofree char *key = NULL;
  JsonNode *set;
  const char *mix;

  if (name == NULL || name->kind != FOI_PDF_NAME)
    return;
  key = g_strconcat ("/", name->bytes, NULL);
  set = foi_pdf_objects_get (objects, foi_pdf_objects_get (objects, self->resources, "/ExtGState"),
                             key);
  state->alpha = foi_pdf_objects_get_number (objects, set, "/ca", state->alpha);
  state->stroke_alpha = foi_pdf_objects_get_number (objects, set, "/CA", state->stroke_alpha);
  if (foi_pdf_objects_get (objects, set, "/SMask") != NULL)
    state->is_masked = g_strcmp0 (foi_pdf_objects_get_name (objects, set, "/SMask"), "/None") != 0;
  mix = foi_pdf_objects_get_name (objects, set, "/BM");
  if (mix != NULL)
    state->multiplies = g_str_equal (mix, "/Multiply") || g_str_equal (mix, "/Darken");
}

/* Sets colours and widths. Returns: whether the operator is one of those. */
gboolean
_foi_pdf_painting_take_colour (FoiPdfPainting *self, const char *operator)
{
  static const struct
  {
    const char *fill, *stroke;
    guint       n; /* 0: as many as there are */
  } colours[] = { { "g", "G", 1 }, { "rg", "RG", 3 }, { "k", "K", 4 }, { "sc", "SC", 0 },
                  { "scn", "SCN", 0 } };
  FoiPdfState *state = _foi_pdf_painting_get_state (self);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      guint n = colours[i].n > 0 ? colours[i].n : self->operands->len;

      if (g_str_equal (operator, colours[i].fill))
        state->fill = read_colour (self, n);
      else if (g_str_equal (operator, colours[i].stroke))
        state->stroke = read_colour (self, n);
      else
        continue;
      return TRUE;
    }
  if (g_str_equal (operator, "cs"))
    state->fill = 0;
  else if (g_str_equal (operator, "CS"))
    state->stroke = 0;
  else if (g_str_equal (operator, "gs"))
    set_state (self);
  else if (g_str_equal (operator, "w"))
    state->line_width = foi_pdf_operands_get_number (self->operands, 0);
  else
    return FALSE;
  return TRUE;
}
