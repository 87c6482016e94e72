/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-reading.h"

#include <string.h>

#include "foi-pdf-objects.h"
#include "foi-pdf-page.h"

/* Deeper or larger is no letter. */
#define MAX_DEPTH 64
#define MAX_PAGES 20000
#define MAX_NODES 40000
#define MAX_ELEMENTS 2000000

typedef struct
{
  FoiPdfObjects objects;
  GPtrArray    *pages;       /* of FoiPdfPage */
  GHashTable   *numbers;     /* "5 0 R" -> number of the page, from 1 */
  FoiReadFunc   func;
  gpointer      user_data;
  GStrv         headings;    /* of the table that is being read */
  guint         row;
  guint         page;        /* of the words read last, from 1 */
  guint         n_elements;  /* walked so far */
  gboolean      goes_on;
  gboolean      has_more;    /* pages that were not read */
  guint         n_nodes;     /* of the tree of pages */
  gboolean      has_files;   /* other files are in it */
} Reading;

static const char *
get_name (Reading *self, JsonNode *dictionary, const char *key)
{
  return foi_pdf_node_get_string (
    foi_pdf_objects_resolve (&self->objects, foi_pdf_objects_get (&self->objects, dictionary,
                                                                  key)));
}

static void
tell (Reading *self, FoiReadKind kind, guint number, const char *text)
{
  const FoiReadUnit unit = { .kind = kind, .number = number, .text = text };

  if (self->goes_on && text[strspn (text, " \n\t")] != '\0')
    self->goes_on = self->func (&unit, self->user_data);
}

/* ---- pages ---- */

static void
read_pages (Reading *self, JsonNode *reference, JsonNode *resources, guint depth)
{
  JsonNode *own = foi_pdf_objects_get (&self->objects, reference, "/Resources");
  JsonNode *kids = foi_pdf_objects_resolve (
    &self->objects, foi_pdf_objects_get (&self->objects, reference, "/Kids"));

  if (depth > MAX_DEPTH || self->pages->len >= MAX_PAGES || ++self->n_nodes > MAX_NODES)
    {
      self->has_more = TRUE;
      return;
    }
  if (own != NULL)
    resources = own;
  if (kids != NULL && JSON_NODE_HOLDS_ARRAY (kids))
    {
      JsonArray *array = json_node_get_array (kids);

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_pages (self, json_array_get_element (array, i), resources, depth + 1);
      return;
    }
  g_ptr_array_add (self->pages, foi_pdf_page_read (&self->objects, reference, resources));
  if (foi_pdf_node_get_string (reference) != NULL)
    g_hash_table_insert (self->numbers, g_strdup (foi_pdf_node_get_string (reference)),
                         GUINT_TO_POINTER (self->pages->len));
}

/* ---- structure ---- */

static gboolean
is_inline (const char *type)
{
  static const char *const types[] = { "/Span", "/Link", "/Reference", "/Lbl", "/Em", "/Strong",
                                       "/Quote", "/Code", "/Annot", NULL };

  return type != NULL && g_strv_contains (types, type);
}

static guint
find_page (Reading *self, JsonNode *element, guint inherited)
{
  const char *page = foi_pdf_node_get_string (foi_pdf_objects_get (&self->objects, element, "/Pg"));
  guint number = page != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, page)) : 0;

  return number > 0 ? number : inherited;
}

static void
append_piece (Reading *self, guint page, gint64 number, GString *out)
{
  const char *words = page > 0 && page <= self->pages->len
                        ? foi_pdf_page_take (self->pages->pdata[page - 1], number) : NULL;

  if (words == NULL)
    return;
  self->page = page;
  g_string_append (out, words);
}

static void walk (Reading *self, JsonNode *element, guint page, guint depth, GString *flat);

static void
flush (Reading *self, GString *words)
{
  tell (self, FOI_READ_PAGE, self->page, words->str);
  g_string_truncate (words, 0);
}

/* One of the things under /K. @flat: all words go there; else blocks are told as they end. */
static void
take_kid (Reading *self, JsonNode *kid, guint page, guint depth, gboolean in_flat, GString *words)
{
  JsonNode *node = foi_pdf_objects_resolve (&self->objects, kid);
  JsonNode *number;
  const char *type;

  if (node == NULL)
    return;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      append_piece (self, page, json_node_get_int (node), words);
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  type = get_name (self, node, "/S");
  number = foi_pdf_objects_resolve (&self->objects,
                                    foi_pdf_objects_get (&self->objects, node, "/MCID"));
  if (type == NULL)
    {
      if (number != NULL && json_node_get_value_type (number) == G_TYPE_INT64)
        append_piece (self, find_page (self, node, page), json_node_get_int (number), words);
      return;
    }
  if (in_flat || is_inline (type))
    {
      walk (self, kid, page, depth + 1, words);
      return;
    }
  flush (self, words);
  walk (self, kid, page, depth + 1, NULL);
}

static void
take_kids (Reading *self, JsonNode *element, guint page, guint depth, gboolean in_flat,
           GString *words)
{
  JsonNode *kids = foi_pdf_objects_get (&self->objects, element, "/K");
  JsonNode *list = foi_pdf_objects_resolve (&self->objects, kids);

  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      take_kid (self, kids, page, depth, in_flat, words);
      return;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    take_kid (self, json_array_get_element (json_node_get_array (list), i), page, depth, in_flat,
              words);
}

/* The row of a table; one of headings alone says what the columns are. */
static void
tell_row (Reading *self, JsonNode *element, guint page, guint depth)
{
  JsonNode *list = foi_pdf_objects_resolve (
    &self->objects, foi_pdf_objects_get (&self->objects, element, "/K"));
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  FoiReadUnit unit = { .kind = FOI_READ_ROW };
  gboolean is_header = TRUE;
  guint n = list != NULL && JSON_NODE_HOLDS_ARRAY (list)
              ? json_array_get_length (json_node_get_array (list)) : 1;

  for (guint i = 0; i < n && list != NULL; i++)
    {
      JsonNode *cell = JSON_NODE_HOLDS_ARRAY (list)
                         ? json_array_get_element (json_node_get_array (list), i) : list;
      GString *words = g_string_new (NULL);

      is_header = is_header && g_strcmp0 (get_name (self, cell, "/S"), "/TH") == 0;
      walk (self, cell, page, depth + 1, words);
      g_strstrip (words->str);
      g_ptr_array_add (cells, g_string_free (words, FALSE));
    }
  g_ptr_array_add (cells, NULL);
  if (is_header && self->headings == NULL)
    self->headings = g_strdupv ((GStrv) cells->pdata);
  unit.number = is_header ? 0 : ++self->row;
  unit.cells = (const char *const *) cells->pdata;
  if (self->headings != NULL && g_strv_length (self->headings) == cells->len - 1)
    unit.headings = (const char *const *) self->headings;
  if (self->goes_on && cells->len > 1)
    self->goes_on = self->func (&unit, self->user_data);
  g_strfreev ((GStrv) g_ptr_array_steal (cells, NULL));
}

/* An element and all in it: into @flat, or told in blocks where that is NULL. */
static void
walk (Reading *self, JsonNode *element, guint page, guint depth, GString *flat)
{
  const char *type = get_name (self, element, "/S");
  g_autoptr (GString) words = NULL;

  if (depth > MAX_DEPTH || !self->goes_on || ++self->n_elements > MAX_ELEMENTS)
    return;
  page = find_page (self, element, page);
  if (flat != NULL)
    {
      if (flat->len > 0 && !is_inline (type))
        g_string_append_c (flat, ' ');
      take_kids (self, element, page, depth, TRUE, flat);
      return;
    }
  if (g_strcmp0 (type, "/TR") == 0)
    {
      tell_row (self, element, page, depth);
      return;
    }
  if (g_strcmp0 (type, "/Table") == 0)
    {
      g_clear_pointer (&self->headings, g_strfreev);
      self->row = 0;
    }
  words = g_string_new (NULL);
  take_kids (self, element, page, depth, FALSE, words);
  flush (self, words);
}

/* ---- all the rest ---- */

/* What no element of the structure has: running headers, page numbers, what stands apart. */
static void
tell_rest (Reading *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      FoiPdfPage *page = self->pages->pdata[i];
      GHashTableIter iter;
      gpointer number, piece;

      tell (self, FOI_READ_PAGE, i + 1, page->rest->str);
      g_hash_table_iter_init (&iter, page->pieces);
      while (g_hash_table_iter_next (&iter, &number, &piece))
        if (!g_hash_table_contains (page->taken, number))
          tell (self, FOI_READ_PAGE, i + 1, ((GString *) piece)->str);
    }
}

/* Every string of an object: titles, descriptions, targets of links, comments. */
static void
tell_strings (Reading *self, JsonNode *node, guint depth)
{
  const char *written = foi_pdf_node_get_string (node);
  g_autofree char *text = written != NULL ? foi_pdf_dup_string (written) : NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (depth > MAX_DEPTH || !self->goes_on)
    return;
  if (text != NULL)
    tell (self, FOI_READ_ABOUT, 1, text);
  if (g_strcmp0 (written, "/EmbeddedFile") == 0)
    self->has_files = TRUE;
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      tell_strings (self, json_array_get_element (json_node_get_array (node), i), depth + 1);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    if (strcmp (key, "data") != 0 && strcmp (key, "/ID") != 0)
      tell_strings (self, member, depth + 1);
}

/* XMP is XML: what stands between its tags, and in them. */
static void
tell_metadata (Reading *self)
{
  JsonNode *root = foi_pdf_objects_get_root (&self->objects);
  g_autoptr (GBytes) xml
    = foi_pdf_objects_get_stream (&self->objects,
                                  foi_pdf_objects_get (&self->objects, root, "/Metadata"));
  g_autofree char *text = NULL;

  if (xml == NULL)
    return;
  text = g_utf8_make_valid (g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml));
  g_strdelimit (text, "<>\"", '\n');
  tell (self, FOI_READ_ABOUT, 1, text);
}

/**
 * foi_file_read_pdf:
 * @pdf: any PDF
 * @func: called for each block of text and each row of a table, as its structure has them; then for
 *   what is outside the structure, and for all strings of the file
 * @user_data: for @func
 * @is_legible: (out): whether all words could be read; %FALSE where a font does not say which
 *   letters it has, or other files are in it
 * @error: where the file is damaged or locked
 *
 * Reads a PDF anew, whoever wrote it. Words in pictures are not read.
 *
 * Returns: whether all was read, or @func had enough.
 */
gboolean
foi_file_read_pdf (GBytes *pdf, FoiReadFunc func, gpointer user_data, gboolean *is_legible,
                    GError **error)
{
  Reading self = { .func = func, .user_data = user_data, .goes_on = TRUE, .page = 1 };
  gboolean is_read = foi_pdf_objects_init (&self.objects, pdf, error);
  JsonNode *root, *node;

  *is_legible = TRUE;
  if (!is_read)
    {
      foi_pdf_objects_clear (&self.objects);
      return FALSE;
    }
  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_pdf_page_free);
  self.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  root = foi_pdf_objects_get_root (&self.objects);
  read_pages (&self, foi_pdf_objects_get (&self.objects, root, "/Pages"), NULL, 0);
  node = foi_pdf_objects_get (&self.objects, root, "/StructTreeRoot");
  if (node != NULL)
    walk (&self, node, 1, 0, NULL);
  tell_rest (&self);
  node = json_node_alloc ();
  json_node_init_object (node, self.objects.objects);
  tell_strings (&self, node, 0);
  json_node_unref (node);
  tell_metadata (&self);
  *is_legible = !self.has_files && !self.has_more;
  for (guint i = 0; i < self.pages->len; i++)
    *is_legible &= ((FoiPdfPage *) self.pages->pdata[i])->is_legible;
  g_clear_pointer (&self.headings, g_strfreev);
  g_ptr_array_unref (self.pages);
  g_hash_table_unref (self.numbers);
  foi_pdf_objects_clear (&self.objects);
  return TRUE;
}
