/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pdf-inspect-private.h"

#include <string.h>

#define MAX_DEPTH 64
#define MAX_NAMES 20

static void
add_name (GPtrArray *names, const char *written)
{
  g_autofree char *name = written != NULL ? foi_pdf_dup_string (written) : NULL;

  if (name == NULL || names->len >= MAX_NAMES)
    return;
  g_strstrip (name);
  if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 200)));
}

static char *
join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  return g_string_free (text, text->len == 0);
}

/* ---- what it says of itself ---- */

/* Which program made it and when is no secret. */
static gboolean
is_dull (const char *key)
{
  static const char *const keys[] = { "/CreationDate", "/ModDate", "/Producer", "/Creator",
                                      "/Trapped", NULL };

  return g_strv_contains (keys, key);
}

static void
inspect_info (FoiPdfObjects *objects, GHashTable *said, FoiHidden *hidden)
{
  JsonNode *trailer = json_object_get_member (objects->objects, "trailer");
  JsonNode *value = trailer != NULL && JSON_NODE_HOLDS_OBJECT (trailer)
                      ? json_object_get_member (json_node_get_object (trailer), "value") : NULL;
  JsonNode *info
    = foi_pdf_objects_resolve (objects, foi_pdf_objects_get (objects, value, "/Info"));
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (info == NULL || !JSON_NODE_HOLDS_OBJECT (info))
    return;
  json_object_iter_init (&iter, json_node_get_object (info));
  while (json_object_iter_next (&iter, &key, &member))
    {
      const char *written = foi_pdf_node_get_string (foi_pdf_objects_resolve (objects, member));
      g_autofree char *text = written != NULL ? foi_pdf_dup_string (written) : NULL;

      if (text == NULL || *g_strstrip (text) == '\0' || is_dull (key))
        continue;
      foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, key + (*key == '/'), 1, text);
      g_hash_table_add (said, g_steal_pointer (&text));
    }
}

typedef struct
{
  GString    *text;
  const char *open; /* the property that is being read */
  GHashTable *said;
  FoiHidden  *hidden;
} Metadata;

static const char *
find_property (const char *name)
{
  static const char *const names[] = { "dc:creator", "dc:title", "dc:description", "dc:subject",
                                       "dc:contributor", "pdf:Keywords", "pdf:Author",
                                       "photoshop:AuthorsPosition", "xmpMM:DerivedFrom",
                                       "xmpMM:Ingredients", "xmpMM:History",
                                       "Iptc4xmpCore:Location" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return names[i];
  return NULL;
}

static void
begin_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer data, GError **error)
{
  Metadata *self = data;

  if (self->open == NULL)
    self->open = find_property (name);
  /* Properties may be attributes; where a file was made of others, paths are. */
  for (guint i = 0; names[i] != NULL; i++)
    if (find_property (names[i]) != NULL && !g_hash_table_contains (self->said, values[i]))
      foi_hidden_add (self->hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, names[i], 1, values[i]);
    else if (self->open != NULL && g_str_equal (names[i], "stRef:filePath"))
      g_string_append (self->text, values[i]);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Metadata *self = data;
  g_autofree char *text = NULL;

  if (self->open == NULL || !g_str_equal (name, self->open))
    return;
  text = g_strstrip (g_utf8_make_valid (self->text->str, -1));
  if (*text != '\0' && !g_hash_table_contains (self->said, text))
    foi_hidden_add (self->hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, self->open, 1, text);
  g_string_truncate (self->text, 0);
  self->open = NULL;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  Metadata *self = data;

  if (self->open == NULL || self->text->len > 2000)
    return;
  for (gsize i = 0; i < MIN (length, 2000); i++)
    if (!g_ascii_isspace (text[i]) || (self->text->len > 0
                                       && self->text->str[self->text->len - 1] != ' '))
      g_string_append_c (self->text, g_ascii_isspace (text[i]) ? ' ' : text[i]);
}

/* XMP, which editors keep beside the first. */
static void
inspect_metadata (FoiPdfObjects *objects, GHashTable *said, FoiHidden *hidden)
{
  static const GMarkupParser parser = { begin_cb, end_cb, text_cb, NULL, NULL };
  JsonNode *root = foi_pdf_objects_get_root (objects);
  g_autoptr (GBytes) xml
    = foi_pdf_objects_get_stream (objects, foi_pdf_objects_get (objects, root, "/Metadata"));
  g_autoptr (GString) text = g_string_new (NULL);
  Metadata data = { text, NULL, said, hidden };
  g_autoptr (GMarkupParseContext) context = NULL;

  if (xml == NULL)
    return;
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &data, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (xml, NULL),
                                (gssize) g_bytes_get_size (xml), NULL);
}

/* ---- all objects ---- */

typedef struct
{
  FoiPdfObjects *objects;
  GPtrArray     *files; /* names of files inside */
  guint          n_files, n_scripts, n_private, n_pages;
} Counts;

static void
count_in (Counts *self, JsonNode *node, guint depth)
{
  JsonArray *array = foi_pdf_node_get_array (node);
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (node == NULL || depth > MAX_DEPTH)
    return;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    count_in (self, json_array_get_element (array, i), depth + 1);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  if (foi_pdf_objects_get (self->objects, node, "/EF") != NULL)
    {
      const char *name = foi_pdf_objects_get_name (self->objects, node, "/UF");

      self->n_files++;
      add_name (self->files, name != NULL ? name
                                          : foi_pdf_objects_get_name (self->objects, node, "/F"));
    }
  self->n_scripts += foi_pdf_objects_get (self->objects, node, "/JS") != NULL;
  self->n_private += foi_pdf_objects_get (self->objects, node, "/PieceInfo") != NULL;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    if (!g_str_equal (key, "data"))
      count_in (self, member, depth + 1);
}

/* Goes through every object, whether or not anything leads to it. */
static void
inspect_objects (FoiPdfObjects *objects, GHashTable *pages, FoiHidden *hidden)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  Counts counts = { .objects = objects, .files = files };
  g_autofree char *names = NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  json_object_iter_init (&iter, objects->objects);
  while (json_object_iter_next (&iter, &key, &member))
    {
      JsonNode *value = JSON_NODE_HOLDS_OBJECT (member)
                          ? json_object_get_member (json_node_get_object (member), "value") : NULL;

      count_in (&counts, member, 0);
      if (g_str_has_prefix (key, "obj:") && value != NULL
          && g_strcmp0 (foi_pdf_objects_get_name (objects, value, "/Type"), "/Page") == 0)
        counts.n_pages += !g_hash_table_contains (pages, key + 4);
    }
  names = join (files);
  foi_hidden_add (hidden, FOI_HIDDEN_EMBEDDED_OBJECT, "file", counts.n_files, names);
  foi_hidden_add (hidden, FOI_HIDDEN_MACRO, "JavaScript", counts.n_scripts, NULL);
  foi_hidden_add (hidden, FOI_HIDDEN_CUSTOM_XML, "PieceInfo", counts.n_private, NULL);
  foi_hidden_add (hidden, FOI_HIDDEN_EARLIER_VERSION, "pages", counts.n_pages, NULL);
}

/**
 * foi_pdf_about_inspect:
 * @objects: the objects of a PDF
 * @pages: "5 0 R" of those pages that are shown
 * @hidden: gets it
 *
 * Names what a PDF says of itself, and what is in it and on no page.
 */
void
foi_pdf_about_inspect (FoiPdfObjects *objects, GHashTable *pages, FoiHidden *hidden)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  inspect_info (objects, said, hidden);
  inspect_metadata (objects, said, hidden);
  inspect_objects (objects, pages, hidden);
}

/* ---- layers ---- */

/* Adds those of a list to @names, and to @off unless that is NULL. */
static guint
take_layers (FoiPdfObjects *objects, JsonArray *list, GHashTable *off, gboolean are_off,
             GPtrArray *names)
{
  guint n = 0;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *layer = json_array_get_element (list, i);
      const char *reference = foi_pdf_node_get_string (layer);

      if (reference == NULL || g_hash_table_contains (off, reference) != are_off)
        continue;
      n++;
      add_name (names, foi_pdf_objects_get_name (objects, layer, "/Name"));
    }
  return n;
}

static void
set_off (JsonArray *list, GHashTable *off, gboolean are_off)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      const char *reference = foi_pdf_node_get_string (json_array_get_element (list, i));

      if (reference != NULL && are_off)
        g_hash_table_add (off, g_strdup (reference));
      else if (reference != NULL)
        g_hash_table_remove (off, reference);
    }
}

/**
 * foi_pdf_layers_inspect:
 * @objects: the objects of a PDF
 * @off: gets "5 0 R" of the layers that are not shown
 * @hidden: gets what there is
 *
 * Names the layers, by whether they are shown when the file is opened.
 */
void
foi_pdf_layers_inspect (FoiPdfObjects *objects, GHashTable *off, FoiHidden *hidden)
{
  JsonNode *root = foi_pdf_objects_get_root (objects);
  JsonNode *properties = foi_pdf_objects_get (objects, root, "/OCProperties");
  JsonNode *usual = foi_pdf_objects_get (objects, properties, "/D");
  JsonArray *all = foi_pdf_objects_get_array (objects, properties, "/OCGs");

  if (all == NULL)
    return;
  if (g_strcmp0 (foi_pdf_objects_get_name (objects, usual, "/BaseState"), "/OFF") == 0)
    set_off (all, off, TRUE);
  set_off (foi_pdf_objects_get_array (objects, usual, "/ON"), off, FALSE);
  set_off (foi_pdf_objects_get_array (objects, usual, "/OFF"), off, TRUE);
  for (guint are_off = 0; are_off < 2; are_off++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      guint n = take_layers (objects, all, off, are_off == 1, names);
      g_autofree char *text = join (names);

      foi_hidden_add (hidden, are_off == 1 ? FOI_HIDDEN_UNSEEN_LAYER : FOI_HIDDEN_LAYER, "layers",
                      n, text);
    }
}
