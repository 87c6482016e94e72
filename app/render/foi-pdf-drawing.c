/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-drawing-private.h"

#include <math.h>
#include <string.h>

/* Forms in forms end somewhere. */
#define MAX_DEPTH 20
#define MAX_FORMS 20000
#define MAX_STATES 512
#define EVERYWHERE 1e9

static const double identity[6] = { 1, 0, 0, 1, 0, 0 };

/* @left first, then @right. */
void
_foi_pdf_multiply (const double left[6], const double right[6], double result[6])
{
  const double product[6] = {
    left[0] * right[0] + left[1] * right[2],
    left[0] * right[1] + left[1] * right[3],
    left[2] * right[0] + left[3] * right[2],
    left[2] * right[1] + left[3] * right[3],
    left[4] * right[0] + left[5] * right[2] + right[4],
    left[4] * right[1] + left[5] * right[3] + right[5],
  };

  memcpy (result, product, sizeof product);
}

/* The box around @box where @matrix puts it. */
FoiPdfBox
_foi_pdf_transform (const double matrix[6], const FoiPdfBox *box)
{
  FoiPdfBox all = { EVERYWHERE, EVERYWHERE, -EVERYWHERE, -EVERYWHERE };

  for (guint i = 0; i < 4; i++)
    {
      double x = i % 2 == 0 ? box->left : box->right, y = i < 2 ? box->bottom : box->top;
      double to_x = matrix[0] * x + matrix[2] * y + matrix[4];
      double to_y = matrix[1] * x + matrix[3] * y + matrix[5];

      all.left = MIN (all.left, to_x);
      all.right = MAX (all.right, to_x);
      all.bottom = MIN (all.bottom, to_y);
      all.top = MAX (all.top, to_y);
    }
  return all;
}

FoiPdfState *
_foi_pdf_painting_get_state (FoiPdfPainting *self)
{
  return &g_array_index (self->states, FoiPdfState, self->states->len - 1);
}

/**
 * foi_pdf_box_read:
 * @objects: the objects of a PDF
 * @numbers: (nullable): four numbers
 * @box: (out): where they are
 *
 * Returns: whether there is such a box; @box stays as it was else.
 */
gboolean
foi_pdf_box_read (FoiPdfObjects *objects, JsonArray *numbers, FoiPdfBox *box)
{
  double n[4];

  if (numbers == NULL || json_array_get_length (numbers) < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    n[i] = foi_pdf_node_get_number (
      foi_pdf_objects_resolve (objects, json_array_get_element (numbers, i)), 0);
  if (!(fabs (n[0] - n[2]) > 0 && fabs (n[1] - n[3]) > 0))
    return FALSE;
  *box = (FoiPdfBox){ MIN (n[0], n[2]), MIN (n[1], n[3]), MAX (n[0], n[2]), MAX (n[1], n[3]) };
  return TRUE;
}

/**
 * foi_pdf_box_contains:
 * @self: a box
 * @other: another
 *
 * Returns: whether that is in it.
 */
gboolean
foi_pdf_box_contains (const FoiPdfBox *self, const FoiPdfBox *other)
{
  return other->left >= self->left && other->right <= self->right && other->bottom >= self->bottom
         && other->top <= self->top;
}

/* ---- layers ---- */

/**
 * foi_pdf_drawing_is_hidden:
 * @self: a drawing
 * @layer: (nullable): a layer, or a choice of several, or a reference to it
 *
 * Returns: whether it is not shown.
 */
gboolean
foi_pdf_drawing_is_hidden (FoiPdfDrawing *self, JsonNode *layer)
{
  const char *name = foi_pdf_node_get_string (layer);
  JsonNode *several = foi_pdf_objects_get (self->objects, layer, "/OCGs");
  JsonArray *list = foi_pdf_node_get_array (foi_pdf_objects_resolve (self->objects, several));

  if (name != NULL && g_hash_table_contains (self->hidden, name))
    return TRUE;
  if (list == NULL)
    {
      name = foi_pdf_node_get_string (several);
      return name != NULL && g_hash_table_contains (self->hidden, name);
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      name = foi_pdf_node_get_string (json_array_get_element (list, i));
      if (name == NULL || !g_hash_table_contains (self->hidden, name))
        return FALSE;
    }
  return json_array_get_length (list) > 0;
}

static void
begin_mark (FoiPdfPainting *self, gboolean has_properties)
{
  const FoiPdfOperand *tag = foi_pdf_operands_get (self->operands, 1);
  const FoiPdfOperand *name = foi_pdf_operands_get (self->operands, 0);
  FoiPdfObjects *objects = self->drawing->objects;
  gboolean is_hidden = FALSE;

  if (has_properties && tag != NULL && name != NULL && tag->kind == FOI_PDF_NAME
      && name->kind == FOI_PDF_NAME && g_str_equal (tag->bytes, "OC"))
    {
      g_autofree char *key = g_strconcat ("/", name->bytes, NULL);
      JsonNode *properties = foi_pdf_objects_get (objects, self->resources, "/Properties");

      is_hidden = foi_pdf_drawing_is_hidden (self->drawing,
                                             foi_pdf_objects_get (objects, properties, key));
    }
  self->n_hidden += is_hidden;
  g_array_append_val (self->marks, is_hidden);
}

static void
end_mark (FoiPdfPainting *self)
{
  if (self->marks->len == 0)
    return;
  self->n_hidden -= g_array_index (self->marks, gboolean, self->marks->len - 1);
  g_array_set_size (self->marks, self->marks->len - 1);
}

/* ---- forms ---- */

static void read_content (FoiPdfPainting *self, const char *data, gsize length);

static gboolean
read_matrix (FoiPdfObjects *objects, JsonNode *form, double matrix[6])
{
  JsonArray *numbers = foi_pdf_objects_get_array (objects, form, "/Matrix");

  memcpy (matrix, identity, sizeof identity);
  if (numbers == NULL || json_array_get_length (numbers) < 6)
    return FALSE;
  for (guint i = 0; i < 6; i++)
    matrix[i] = foi_pdf_node_get_number (
      foi_pdf_objects_resolve (objects, json_array_get_element (numbers, i)), identity[i]);
  return TRUE;
}

/* Paints a form where the state is; that is kept. */
static void
paint_form (FoiPdfPainting *self, JsonNode *form)
{
  FoiPdfObjects *objects = self->drawing->objects;
  g_autoptr (GBytes) content = foi_pdf_objects_get_stream (objects, form);
  JsonNode *own = foi_pdf_objects_get (objects, form, "/Resources"), *outer = self->resources;
  FoiPdfState state = *_foi_pdf_painting_get_state (self);
  guint n_states = self->states->len;
  double matrix[6], text[6], line[6];
  FoiPdfBox box;

  if (content == NULL)
    return;
  if (self->depth >= MAX_DEPTH || ++self->drawing->n_forms > MAX_FORMS)
    {
      self->drawing->is_too_large = TRUE;
      return;
    }
  memcpy (text, self->text, sizeof text);
  memcpy (line, self->line, sizeof line);
  read_matrix (objects, form, matrix);
  _foi_pdf_multiply (matrix, state.ctm, state.ctm);
  g_array_append_val (self->states, state);
  if (foi_pdf_box_read (objects, foi_pdf_objects_get_array (objects, form, "/BBox"), &box))
    _foi_pdf_painting_clip_quad (self, state.ctm, &box);
  self->resources = own != NULL ? own : outer;
  self->depth++;
  g_array_set_size (self->operands, 0);
  read_content (self, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  self->depth--;
  self->resources = outer;
  g_array_set_size (self->states, MAX (n_states, 1));
  memcpy (self->text, text, sizeof text);
  memcpy (self->line, line, sizeof line);
}

static void
paint_object (FoiPdfPainting *self)
{
  const FoiPdfOperand *name = foi_pdf_operands_get (self->operands, 0);
  FoiPdfObjects *objects = self->drawing->objects;
  g_autofree char *key = NULL;
  JsonNode *object;
  const char *type;

  if (name == NULL || name->kind != FOI_PDF_NAME)
    return;
  key = g_strconcat ("/", name->bytes, NULL);
  object = foi_pdf_objects_get (objects, foi_pdf_objects_get (objects, self->resources, "/XObject"),
                                key);
  if (foi_pdf_drawing_is_hidden (self->drawing, foi_pdf_objects_get (objects, object, "/OC")))
    return;
  type = foi_pdf_objects_get_name (objects, object, "/Subtype");
  if (g_strcmp0 (type, "/Form") == 0)
    paint_form (self, object);
  else if (g_strcmp0 (type, "/Image") == 0)
    _foi_pdf_painting_picture (self, object);
}

/* ---- operators ---- */

static void
take_matrix (FoiPdfPainting *self)
{
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  double matrix[6];

  for (guint i = 0; i < 6; i++)
    matrix[i] = foi_pdf_operands_get_number (self->operands, 5 - i);
  _foi_pdf_multiply (matrix, state->ctm, state->ctm);
}

static void
take_operator (FoiPdfPainting *self, const char *operator, FoiPdfLexer *lexer, guint lowest)
{
  FoiPdfState state = *_foi_pdf_painting_get_state (self);

  if (g_str_equal (operator, "q"))
    {
      if (self->states->len < MAX_STATES)
        g_array_append_val (self->states, state);
      else
        self->drawing->is_too_large = TRUE;
    }
  else if (g_str_equal (operator, "Q"))
    {
      if (self->states->len > lowest)
        g_array_set_size (self->states, self->states->len - 1);
    }
  else if (g_str_equal (operator, "cm"))
    take_matrix (self);
  else if (g_str_equal (operator, "Do"))
    paint_object (self);
  else if (g_str_equal (operator, "BDC") || g_str_equal (operator, "BMC"))
    begin_mark (self, operator[1] == 'D');
  else if (g_str_equal (operator, "EMC"))
    end_mark (self);
  else if (g_str_equal (operator, "ID"))
    {
      foi_pdf_lexer_skip_picture (lexer);
      _foi_pdf_painting_picture (self, NULL);
    }
  else if (g_str_equal (operator, "sh"))
    _foi_pdf_painting_shade (self);
  else if (!_foi_pdf_painting_take_colour (self, operator)
           && !_foi_pdf_painting_take_path (self, operator))
    _foi_pdf_painting_take_text (self, operator);
}

static void
read_content (FoiPdfPainting *self, const char *data, gsize length)
{
  guint lowest = self->states->len;
  FoiPdfLexer lexer;

  foi_pdf_lexer_init (&lexer, data, length);
  while (foi_pdf_lexer_next (&lexer) && !self->drawing->is_too_large)
    if (lexer.kind == FOI_PDF_OPERATOR)
      {
        g_autofree char *operator = g_strdup (lexer.bytes->str);

        take_operator (self, operator, &lexer, lowest);
        g_array_set_size (self->operands, 0);
      }
    else
      foi_pdf_operands_add (self->operands, &lexer);
  foi_pdf_lexer_clear (&lexer);
}

static void
painting_init (FoiPdfPainting *self, FoiPdfDrawing *drawing, JsonNode *resources,
               const double matrix[6])
{
  FoiPdfState state = { .alpha = 1, .stroke_alpha = 1, .line_width = 1, .stretch = 1,
                        .clip_is_known = TRUE, .clip_shape = FOI_PDF_NO_SHAPE,
                        .clip = { -EVERYWHERE, -EVERYWHERE, EVERYWHERE, EVERYWHERE } };

  *self = (FoiPdfPainting){ .drawing = drawing, .resources = resources };
  memcpy (state.ctm, matrix, sizeof state.ctm);
  memcpy (self->text, identity, sizeof identity);
  memcpy (self->line, identity, sizeof identity);
  self->operands = foi_pdf_operands_new ();
  self->states = g_array_new (FALSE, FALSE, sizeof (FoiPdfState));
  self->path = g_array_new (FALSE, FALSE, sizeof (FoiPdfSubpath));
  self->edges = g_array_new (FALSE, FALSE, sizeof (FoiPdfEdge));
  self->marks = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_array_append_val (self->states, state);
}

static void
painting_clear (FoiPdfPainting *self)
{
  g_array_unref (self->operands);
  g_array_unref (self->states);
  g_array_unref (self->path);
  g_array_unref (self->edges);
  g_array_unref (self->marks);
}

/**
 * foi_pdf_drawing_read:
 * @self: a drawing
 * @data: a content stream
 * @length: in bytes
 * @resources: (nullable): what its names stand for
 * @matrix: (nullable): where it is painted
 *
 * Adds what is painted, over what is there.
 */
void
foi_pdf_drawing_read (FoiPdfDrawing *self, const char *data, gsize length, JsonNode *resources,
                      const double matrix[6])
{
  FoiPdfPainting painting;

  painting_init (&painting, self, resources, matrix != NULL ? matrix : identity);
  read_content (&painting, data, length);
  painting_clear (&painting);
}

/**
 * foi_pdf_drawing_read_form:
 * @self: a drawing
 * @form: the appearance of an annotation
 * @place: where it goes
 *
 * Adds it, over what is there: its box is laid into @place (ISO 32000-1, 12.5.5).
 */
void
foi_pdf_drawing_read_form (FoiPdfDrawing *self, JsonNode *form, const FoiPdfBox *place)
{
  double own[6], matrix[6];
  FoiPdfPainting painting;
  FoiPdfBox box;

  memcpy (matrix, identity, sizeof identity);
  read_matrix (self->objects, form, own);
  if (foi_pdf_box_read (self->objects, foi_pdf_objects_get_array (self->objects, form, "/BBox"),
                        &box))
    {
      box = _foi_pdf_transform (own, &box);
      matrix[0] = (place->right - place->left) / MAX (box.right - box.left, 1e-6);
      matrix[3] = (place->top - place->bottom) / MAX (box.top - box.bottom, 1e-6);
      matrix[4] = place->left - matrix[0] * box.left;
      matrix[5] = place->bottom - matrix[3] * box.bottom;
    }
  painting_init (&painting, self, NULL, matrix);
  paint_form (&painting, form);
  painting_clear (&painting);
}

/**
 * foi_pdf_drawing_init:
 * @self: gets nothing yet
 * @objects: the objects of a PDF; outlive it
 *
 * Sets it up.
 */
void
foi_pdf_drawing_init (FoiPdfDrawing *self, FoiPdfObjects *objects)
{
  *self = (FoiPdfDrawing){ .objects = objects };
  self->fonts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) foi_pdf_metrics_free);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (FoiPdfGlyph));
  self->patches = g_array_new (FALSE, FALSE, sizeof (FoiPdfPatch));
  foi_pdf_shapes_init (&self->shapes);
}

/**
 * foi_pdf_drawing_clear:
 * @self: a drawing
 *
 * Frees what it has.
 */
void
foi_pdf_drawing_clear (FoiPdfDrawing *self)
{
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->hidden);
  g_array_unref (self->glyphs);
  g_array_unref (self->patches);
  foi_pdf_shapes_clear (&self->shapes);
}

/**
 * foi_pdf_drawing_begin_page:
 * @self: a drawing
 *
 * Forgets what was painted.
 */
void
foi_pdf_drawing_begin_page (FoiPdfDrawing *self)
{
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->patches, 0);
  foi_pdf_shapes_forget (&self->shapes);
  self->order = 0;
  self->is_too_large = FALSE;
}
