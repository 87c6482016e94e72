/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-page.h"

#include <math.h>
#include <string.h>

#include "foi-pdf-font.h"
#include "foi-pdf-lexer.h"
#include "foi-pdf-operands.h"

/* Forms in forms end somewhere; a gap of so many thousandths of a letter's size is a space. */
#define MAX_DEPTH 20
#define MAX_FORMS 10000
#define SPACE_GAP -200.0
#define SAME_LINE 0.5

/* What is open: the number of a marked content or -1, and whether its words were said for it. */
typedef struct
{
  gint64   number;
  gboolean is_said;
} Mark;

typedef struct
{
  FoiPdfObjects *objects;
  FoiPdfPage    *page;
  JsonNode      *resources;
  GHashTable    *fonts;    /* name -> FoiPdfFont */
  FoiPdfFont    *font;
  GArray        *operands; /* of FoiPdfOperand */
  GArray        *marks;    /* of Mark */
  double         line;     /* where the line of the text is */
  guint          depth;
  guint          n_forms;
} Content;

static const FoiPdfOperand *
get_operand (Content *self, guint from_end)
{
  return foi_pdf_operands_get (self->operands, from_end);
}

/* ---- where the words go ---- */

static GString *
get_target (Content *self)
{
  GString *piece;

  for (guint i = self->marks->len; i-- > 0;)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (mark->number < 0)
        continue;
      piece = g_hash_table_lookup (self->page->pieces, GINT_TO_POINTER ((int) mark->number));
      if (piece == NULL)
        {
          piece = g_string_new (NULL);
          g_hash_table_insert (self->page->pieces, GINT_TO_POINTER ((int) mark->number), piece);
        }
      return piece;
    }
  return self->page->rest;
}

static gboolean
is_said (Content *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, Mark, i).is_said)
      return TRUE;
  return FALSE;
}

static void
add_space (Content *self)
{
  GString *target = get_target (self);

  if (!is_said (self) && target->len > 0 && !g_ascii_isspace (target->str[target->len - 1]))
    g_string_append_c (target, ' ');
}

static void
end_line (Content *self)
{
  GString *rest = self->page->rest;

  add_space (self);
  if (get_target (self) == rest && rest->len > 0 && rest->str[rest->len - 1] == ' ')
    rest->str[rest->len - 1] = '\n';
}

static void
show (Content *self, const FoiPdfOperand *operand)
{
  g_autoptr (GString) codes = NULL;

  if (operand == NULL || operand->kind != FOI_PDF_STRING || is_said (self))
    return;
  codes = g_string_new_len (operand->bytes, (gssize) operand->length);
  if (self->font == NULL || !foi_pdf_font_append (self->font, codes, get_target (self)))
    self->page->is_legible = FALSE;
}

static void
show_array (Content *self)
{
  for (guint i = 0; i < self->operands->len; i++)
    {
      const FoiPdfOperand *operand = &g_array_index (self->operands, FoiPdfOperand, i);

      if (operand->kind == FOI_PDF_NUMBER && operand->number < SPACE_GAP)
        add_space (self);
      show (self, operand);
    }
}

/* ---- fonts ---- */

static void
set_font (Content *self)
{
  const FoiPdfOperand *name = get_operand (self, 1);
  g_autofree char *key = NULL;
  JsonNode *fonts, *font;

  if (name == NULL || name->kind != FOI_PDF_NAME)
    return;
  key = g_strconcat ("/", name->bytes, NULL);
  self->font = g_hash_table_lookup (self->fonts, key);
  if (self->font != NULL)
    return;
  fonts = foi_pdf_objects_get (self->objects, self->resources, "/Font");
  font = foi_pdf_objects_get (self->objects, fonts, key);
  self->font = foi_pdf_font_new (self->objects, font);
  g_hash_table_insert (self->fonts, g_steal_pointer (&key), self->font);
}

/* ---- marks ---- */

static void
append_string (const FoiPdfOperand *operand, GString *out)
{
  if (operand->length >= 2 && memcmp (operand->bytes, "\376\377", 2) == 0)
    foi_pdf_append_utf16 (operand->bytes + 2, operand->length - 2, out);
  else
    for (gsize i = 0; i < operand->length; i++)
      g_string_append_unichar (out, (guchar) operand->bytes[i]);
}

/* Its properties may stand with the page's resources. */
static gint64
find_named_number (Content *self)
{
  const FoiPdfOperand *name = get_operand (self, 0);
  JsonNode *properties, *number;
  g_autofree char *key = NULL;

  if (name == NULL || name->kind != FOI_PDF_NAME)
    return -1;
  key = g_strconcat ("/", name->bytes, NULL);
  properties = foi_pdf_objects_get (self->objects, self->resources, "/Properties");
  number = foi_pdf_objects_resolve (
    self->objects,
    foi_pdf_objects_get (self->objects, foi_pdf_objects_get (self->objects, properties, key),
                         "/MCID"));
  return number != NULL && json_node_get_value_type (number) == G_TYPE_INT64
           ? json_node_get_int (number) : -1;
}

static void
begin_mark (Content *self, gboolean has_properties)
{
  Mark mark = { -1, FALSE };
  const FoiPdfOperand *actual = NULL;

  for (guint i = 0; has_properties && i + 1 < self->operands->len; i++)
    {
      const FoiPdfOperand *key = &g_array_index (self->operands, FoiPdfOperand, i);
      const FoiPdfOperand *value = &g_array_index (self->operands, FoiPdfOperand, i + 1);

      if (key->kind != FOI_PDF_NAME)
        continue;
      if (g_str_equal (key->bytes, "MCID") && value->kind == FOI_PDF_NUMBER)
        mark.number = (gint64) value->number;
      if (g_str_equal (key->bytes, "ActualText") && value->kind == FOI_PDF_STRING)
        actual = value;
    }
  if (has_properties && mark.number < 0 && actual == NULL)
    mark.number = find_named_number (self);
  if (actual != NULL && !is_said (self))
    {
      append_string (actual, get_target (self));
      mark.is_said = TRUE;
    }
  g_array_append_val (self->marks, mark);
}

/* ---- operators ---- */

static void read_content (Content *self, const char *data, gsize length);

static void
draw_form (Content *self)
{
  const FoiPdfOperand *name = get_operand (self, 0);
  g_autofree char *key = NULL;
  JsonNode *forms, *form, *own, *outer = self->resources;
  GHashTable *fonts = self->fonts;
  g_autoptr (GBytes) content = NULL;

  if (name == NULL || name->kind != FOI_PDF_NAME)
    return;
  key = g_strconcat ("/", name->bytes, NULL);
  forms = foi_pdf_objects_get (self->objects, self->resources, "/XObject");
  form = foi_pdf_objects_get (self->objects, forms, key);
  if (g_strcmp0 (foi_pdf_node_get_string (foi_pdf_objects_resolve (
                   self->objects, foi_pdf_objects_get (self->objects, form, "/Subtype"))),
                 "/Form") != 0)
    return;
  content = foi_pdf_objects_get_stream (self->objects, form);
  if (content == NULL)
    return;
  /* What is not looked into may have words. */
  if (self->depth >= MAX_DEPTH || ++self->n_forms > MAX_FORMS)
    {
      self->page->is_legible = FALSE;
      return;
    }
  own = foi_pdf_objects_get (self->objects, form, "/Resources");
  self->resources = own != NULL ? own : outer;
  self->fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) foi_pdf_font_free);
  self->depth++;
  g_array_set_size (self->operands, 0);
  read_content (self, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  self->depth--;
  g_hash_table_unref (self->fonts);
  self->fonts = fonts;
  self->font = NULL;
  self->resources = outer;
}

static void
move_line (Content *self, double line)
{
  if (fabs (line - self->line) > SAME_LINE)
    end_line (self);
  self->line = line;
}

static void
take_text_operator (Content *self, const char *operator)
{
  const FoiPdfOperand *last = get_operand (self, 0);

  if (g_str_equal (operator, "Tf"))
    set_font (self);
  else if (g_str_equal (operator, "Tj"))
    show (self, last);
  else if (g_str_equal (operator, "TJ"))
    show_array (self);
  else if (g_str_equal (operator, "'") || g_str_equal (operator, "\""))
    {
      end_line (self);
      show (self, last);
    }
  else if (g_str_equal (operator, "Tm") && last != NULL)
    move_line (self, last->number);
  else if ((g_str_equal (operator, "Td") || g_str_equal (operator, "TD")) && last != NULL)
    move_line (self, self->line + last->number);
  else if (g_str_equal (operator, "T*"))
    end_line (self);
}

static void
take_operator (Content *self, const char *operator, FoiPdfLexer *lexer)
{
  if (g_str_equal (operator, "BDC") || g_str_equal (operator, "BMC"))
    begin_mark (self, operator[1] == 'D');
  else if (g_str_equal (operator, "EMC") && self->marks->len > 0)
    g_array_set_size (self->marks, self->marks->len - 1);
  else if (g_str_equal (operator, "BT"))
    end_line (self);
  else if (g_str_equal (operator, "Do"))
    draw_form (self);
  else if (g_str_equal (operator, "ID"))
    foi_pdf_lexer_skip_picture (lexer);
  else
    take_text_operator (self, operator);
}

static void
read_content (Content *self, const char *data, gsize length)
{
  FoiPdfLexer lexer;

  foi_pdf_lexer_init (&lexer, data, length);
  while (foi_pdf_lexer_next (&lexer))
    {
      if (lexer.kind == FOI_PDF_OPERATOR)
        {
          g_autofree char *operator = g_strdup (lexer.bytes->str);

          take_operator (self, operator, &lexer);
          g_array_set_size (self->operands, 0);
        }
      else
        foi_pdf_operands_add (self->operands, &lexer);
    }
  foi_pdf_lexer_clear (&lexer);
}

/**
 * foi_pdf_page_join_contents:
 * @objects: the objects of a PDF
 * @page: one of its pages
 *
 * Returns: (transfer full): its streams, which are one.
 */
GString *
foi_pdf_page_join_contents (FoiPdfObjects *objects, JsonNode *page)
{
  GString *all = g_string_new (NULL);
  JsonNode *contents = foi_pdf_objects_get (objects, page, "/Contents");
  JsonNode *list = foi_pdf_objects_resolve (objects, contents);
  guint n = list != NULL && JSON_NODE_HOLDS_ARRAY (list)
              ? json_array_get_length (json_node_get_array (list)) : 1;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *reference = list != NULL && JSON_NODE_HOLDS_ARRAY (list)
                              ? json_array_get_element (json_node_get_array (list), i) : contents;
      g_autoptr (GBytes) bytes = foi_pdf_objects_get_stream (objects, reference);

      if (bytes == NULL)
        continue;
      g_string_append_len (all, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      g_string_append_c (all, '\n');
    }
  return all;
}

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

/**
 * foi_pdf_page_read:
 * @objects: the objects of a PDF
 * @page: one of its pages
 * @resources: (nullable): the page's, or those it has from above
 *
 * Returns: (transfer full): the words that are painted on it.
 */
FoiPdfPage *
foi_pdf_page_read (FoiPdfObjects *objects, JsonNode *page, JsonNode *resources)
{
  FoiPdfPage *self = g_new0 (FoiPdfPage, 1);
  g_autoptr (GString) contents = foi_pdf_page_join_contents (objects, page);
  Content content = { .objects = objects, .page = self, .resources = resources };

  self->pieces = g_hash_table_new_full (NULL, NULL, NULL, string_free);
  self->taken = g_hash_table_new (NULL, NULL);
  self->rest = g_string_new (NULL);
  self->is_legible = TRUE;
  content.fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) foi_pdf_font_free);
  content.operands = foi_pdf_operands_new ();
  content.marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  read_content (&content, contents->str, contents->len);
  g_hash_table_unref (content.fonts);
  g_array_unref (content.operands);
  g_array_unref (content.marks);
  return self;
}

/**
 * foi_pdf_page_free:
 * @self: (transfer full): a page
 *
 * Frees it.
 */
void
foi_pdf_page_free (FoiPdfPage *self)
{
  g_hash_table_unref (self->pieces);
  g_hash_table_unref (self->taken);
  g_string_free (self->rest, TRUE);
  g_free (self);
}

/**
 * foi_pdf_page_take:
 * @self: a page
 * @number: of a marked content
 *
 * Returns: (nullable): its words, which count as told from now on.
 */
const char *
foi_pdf_page_take (FoiPdfPage *self, gint64 number)
{
  GString *piece = g_hash_table_lookup (self->pieces, GINT_TO_POINTER ((int) number));

  g_hash_table_add (self->taken, GINT_TO_POINTER ((int) number));
  return piece != NULL ? piece->str : NULL;
}
