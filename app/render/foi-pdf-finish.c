/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-finish.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "foi-pdf-content.h"
#include "foi-pdf-xmp.h"

/* What is unpacked of somebody's file, at the most: a bomb would be more. */
#define MAX_UNPACKED (256 * 1024 * 1024)

/* All that a file says about who made it. */
#define PROGRAM "FOI Desk"

typedef struct
{
  qpdf_data qpdf;
  const FoiPdfFacts *facts;
  guint next;            /* of the elements */
  gboolean is_other;     /* the structure is not the one that was painted */
  GPtrArray *ids;        /* of the strings of elements that have one */
  GArray *ided;          /* of qpdf_oh: these elements */
} Finishing;

/**
 * foi_pdf_element_new:
 * @tag: its structure type; static
 *
 * Returns: (transfer full): an element of which nothing else is said.
 */
FoiPdfElement *
foi_pdf_element_new (const char *tag)
{
  FoiPdfElement *self = g_new0 (FoiPdfElement, 1);

  self->tag = tag;
  return self;
}

/**
 * foi_pdf_element_free:
 * @self: (transfer full): an element
 *
 * Frees it with its texts.
 */
void
foi_pdf_element_free (FoiPdfElement *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->alt);
  g_free (self->actual_text);
  g_free (self->contents);
  g_free (self->id);
  g_free (self);
}

/* @name is without its slash. */
static void
set_name (Finishing *self, qpdf_oh dictionary, const char *key, const char *name)
{
  g_autofree char *slashed = g_strconcat ("/", name, NULL);

  qpdf_oh_replace_key (self->qpdf, dictionary, key, qpdf_oh_new_name (self->qpdf, slashed));
}

static void
set_text (Finishing *self, qpdf_oh dictionary, const char *key, const char *text)
{
  if (text != NULL && text[0] != '\0')
    qpdf_oh_replace_key (self->qpdf, dictionary, key,
                         qpdf_oh_new_unicode_string (self->qpdf, text));
}

/* The attributes of a structure element: a dictionary with its owner, added to those it has. */
static qpdf_oh
add_attributes (Finishing *self, qpdf_oh element, const char *owner)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (self->qpdf);

  set_name (self, attributes, "/O", owner);
  qpdf_oh_replace_key (self->qpdf, element, "/A", attributes);
  return qpdf_oh_get_key (self->qpdf, element, "/A");
}

static void
set_box (Finishing *self, qpdf_oh element, const double box[4])
{
  qpdf_oh attributes = add_attributes (self, element, "Layout");
  qpdf_oh array = qpdf_oh_new_array (self->qpdf);

  for (guint i = 0; i < 4; i++)
    qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_real_from_double (self->qpdf, box[i], 3));
  qpdf_oh_replace_key (self->qpdf, attributes, "/BBox", array);
  set_name (self, attributes, "/Placement", "Block");
}

/* The annotation that an element's object reference leads to gets the words that describe it. */
static void
describe_annotation (Finishing *self, qpdf_oh kid, const char *contents)
{
  qpdf_oh annotation = qpdf_oh_get_key (self->qpdf, kid, "/Obj");

  if (qpdf_oh_is_dictionary (self->qpdf, annotation))
    set_text (self, annotation, "/Contents", contents);
}

static void
finish_element (Finishing *self, qpdf_oh element, const FoiPdfElement *facts)
{
  set_text (self, element, "/Alt", facts->alt);
  set_text (self, element, "/ActualText", facts->actual_text);
  if (facts->scope != NULL)
    set_name (self, add_attributes (self, element, "Table"), "/Scope", facts->scope);
  if (facts->numbering != NULL)
    set_name (self, add_attributes (self, element, "List"), "/ListNumbering", facts->numbering);
  if (facts->has_box)
    set_box (self, element, facts->box);
  if (facts->id != NULL)
    {
      qpdf_oh_replace_key (self->qpdf, element, "/ID", qpdf_oh_new_string (self->qpdf, facts->id));
      g_ptr_array_add (self->ids, facts->id);
      g_array_append_val (self->ided, element);
    }
}

/*
 * Elements come in the order in which they were opened: the nth is the nth that was painted. @kids
 * is what an element has under /K: an array, an element, a reference or a number of content.
 */
static void
finish_kids (Finishing *self, qpdf_oh kids, const FoiPdfElement *parent)
{
  const FoiPdfElement *facts = NULL;
  qpdf_oh type;

  if (qpdf_oh_is_array (self->qpdf, kids))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, kids); i++)
      finish_kids (self, qpdf_oh_get_array_item (self->qpdf, kids, i), parent);
  if (!qpdf_oh_is_dictionary (self->qpdf, kids))
    return;
  type = qpdf_oh_get_key (self->qpdf, kids, "/S");
  if (!qpdf_oh_is_name (self->qpdf, type))
    {
      if (parent != NULL && parent->contents != NULL)
        describe_annotation (self, kids, parent->contents);
      return;
    }
  if (self->next < self->facts->elements->len)
    facts = self->facts->elements->pdata[self->next];
  if (facts == NULL || !g_str_equal (qpdf_oh_get_name (self->qpdf, type) + 1, facts->tag))
    {
      self->is_other = TRUE;
      return;
    }
  self->next++;
  finish_element (self, kids, facts);
  finish_kids (self, qpdf_oh_get_key (self->qpdf, kids, "/K"), facts);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *ids = data;

  return strcmp (ids->pdata[*(const guint *) a], ids->pdata[*(const guint *) b]);
}

/* From the identifiers of elements to the elements: a tree of one leaf, in the order of bytes. */
static void
add_id_tree (Finishing *self, qpdf_oh structure)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  qpdf_oh names, tree;

  if (self->ids->len == 0)
    return;
  for (guint i = 0; i < self->ids->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_ids, self->ids);
  names = qpdf_oh_new_array (self->qpdf);
  for (guint i = 0; i < order->len; i++)
    {
      guint which = g_array_index (order, guint, i);

      qpdf_oh_append_item (self->qpdf, names,
                           qpdf_oh_new_string (self->qpdf, self->ids->pdata[which]));
      qpdf_oh_append_item (self->qpdf, names, g_array_index (self->ided, qpdf_oh, which));
    }
  tree = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh_replace_key (self->qpdf, tree, "/Names", names);
  qpdf_oh_replace_key (self->qpdf, structure, "/IDTree", tree);
}

static void
finish_structure (Finishing *self, qpdf_oh root)
{
  qpdf_oh structure = qpdf_oh_get_key (self->qpdf, root, "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary (self->qpdf, structure))
    {
      self->is_other = self->facts->elements->len > 0;
      return;
    }
  finish_kids (self, qpdf_oh_get_key (self->qpdf, structure, "/K"), NULL);
  if (self->next != self->facts->elements->len)
    self->is_other = TRUE;
  add_id_tree (self, structure);
}

static gboolean
finish_page (Finishing *self, gsize number, GError **error)
{
  qpdf_oh page = qpdf_get_page_n (self->qpdf, number);
  qpdf_oh contents = qpdf_oh_get_key (self->qpdf, page, "/Contents");
  g_autoptr (GString) marked = NULL;
  unsigned char *content = NULL;
  size_t length = 0;

  set_name (self, page, "/Tabs", "S");
  if (!qpdf_oh_is_stream (self->qpdf, contents))
    return TRUE;
  if ((qpdf_oh_get_stream_data (self->qpdf, contents, qpdf_dl_generalized, NULL, &content, &length)
       & QPDF_ERRORS) != 0)
    return TRUE;   /* told with the other errors of the library */
  marked = foi_pdf_content_mark_artifacts ((const char *) content, length, error);
  free (content);
  if (marked == NULL)
    return FALSE;
  qpdf_oh_replace_stream_data (self->qpdf, contents, (const unsigned char *) marked->str,
                               marked->len, qpdf_oh_new_null (self->qpdf),
                               qpdf_oh_new_null (self->qpdf));
  return TRUE;
}

/* What readers take for granted, the standard wants to be said (ISO 14289-1, 7.21.3.2). */
static void
finish_fonts (Finishing *self)
{
  int n_objects = qpdf_oh_get_int_value_as_int (
      self->qpdf, qpdf_oh_get_key (self->qpdf, qpdf_get_trailer (self->qpdf), "/Size"));

  for (int i = 1; i < n_objects; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (self->qpdf, i, 0);
      qpdf_oh type;

      if (!qpdf_oh_is_dictionary (self->qpdf, object))
        continue;
      type = qpdf_oh_get_key (self->qpdf, object, "/Subtype");
      if (qpdf_oh_is_name (self->qpdf, type)
          && g_str_equal (qpdf_oh_get_name (self->qpdf, type), "/CIDFontType2")
          && !qpdf_oh_has_key (self->qpdf, object, "/CIDToGIDMap"))
        set_name (self, object, "/CIDToGIDMap", "Identity");
    }
}

static void
finish_catalog (Finishing *self, qpdf_oh root)
{
  g_autofree char *xmp = foi_pdf_create_xmp (self->facts, PROGRAM);
  qpdf_oh preferences = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh marks = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh metadata = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh dictionary;

  set_text (self, root, "/Lang", self->facts->language);
  qpdf_oh_replace_key (self->qpdf, marks, "/Marked", qpdf_oh_new_bool (self->qpdf, QPDF_TRUE));
  if (self->facts->elements->len > 0)
    qpdf_oh_replace_key (self->qpdf, root, "/MarkInfo", marks);
  qpdf_oh_replace_key (self->qpdf, preferences, "/DisplayDocTitle",
                       qpdf_oh_new_bool (self->qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (self->qpdf, root, "/ViewerPreferences", preferences);
  qpdf_oh_replace_stream_data (self->qpdf, metadata, (const unsigned char *) xmp, strlen (xmp),
                               qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));
  dictionary = qpdf_oh_get_dict (self->qpdf, metadata);
  set_name (self, dictionary, "/Type", "Metadata");
  set_name (self, dictionary, "/Subtype", "XML");
  qpdf_oh_replace_key (self->qpdf, root, "/Metadata", metadata);
}

/* The document's information, without anything that the libraries said about themselves. */
static void
finish_info (Finishing *self)
{
  qpdf_oh info = qpdf_oh_new_dictionary (self->qpdf);

  set_text (self, info, "/Title", self->facts->title);
  set_text (self, info, "/Author", self->facts->author);
  set_text (self, info, "/Creator", PROGRAM);
  set_text (self, info, "/Producer", PROGRAM);
  if (self->facts->date != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (self->facts->date, "-", -1);
      g_autofree char *digits = g_strjoinv (NULL, parts);
      g_autofree char *date = g_strdup_printf ("D:%s000000Z", digits);

      set_text (self, info, "/CreationDate", date);
      set_text (self, info, "/ModDate", date);
    }
  qpdf_oh_replace_key (self->qpdf, qpdf_get_trailer (self->qpdf), "/Info",
                       qpdf_make_indirect_object (self->qpdf, info));
}

static GBytes *
write_out (Finishing *self)
{
  if ((qpdf_init_write_memory (self->qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (self->qpdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version (self->qpdf, "1.7");
  if ((qpdf_write (self->qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (self->qpdf), qpdf_get_buffer_length (self->qpdf));
}

static GBytes *
finish (Finishing *self, GError **error)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);
  gsize n_pages = (gsize) qpdf_get_num_pages (self->qpdf);
  GBytes *finished;

  finish_catalog (self, root);
  finish_info (self);
  finish_fonts (self);
  finish_structure (self, root);
  for (gsize i = 0; i < n_pages; i++)
    if (!finish_page (self, i, error))
      return NULL;
  if (self->is_other)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   "the PDF's structure is not what was painted, from element %u on", self->next);
      return NULL;
    }
  finished = write_out (self);
  if (qpdf_has_error (self->qpdf))
    {
      qpdf_error problem = qpdf_get_error (self->qpdf);

      g_clear_pointer (&finished, g_bytes_unref);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "qpdf: %s",
                   qpdf_get_error_full_text (self->qpdf, problem));
    }
  return finished;
}

/**
 * foi_pdf_finish:
 * @pdf: a tagged PDF as cairo writes it
 * @facts: what is said about the document and its elements
 * @error: return location
 *
 * Adds what PDF/UA-1 (ISO 14289-1) asks for and cairo cannot write: language, title to be shown,
 * metadata, descriptions of figures and links, scopes of headings, artifacts, order of tabs. The
 * same input gives the same bytes.
 *
 * Returns: (transfer full): the finished file; %NULL with an error of %G_IO_ERROR.
 */
GBytes *
foi_pdf_finish (GBytes *pdf, const FoiPdfFacts *facts, GError **error)
{
  Finishing self = { .facts = facts };
  gsize length;
  const char *data;
  GBytes *finished = NULL;

  g_return_val_if_fail (pdf != NULL && facts != NULL && facts->elements != NULL, NULL);

  data = g_bytes_get_data (pdf, &length);
  self.qpdf = qpdf_init ();
  self.ids = g_ptr_array_new ();
  self.ided = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_silence_errors (self.qpdf);
  qpdf_set_suppress_warnings (self.qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (self.qpdf, PROGRAM, data, length, NULL) & QPDF_ERRORS) == 0)
    finished = finish (&self, error);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "qpdf: %s",
                 qpdf_get_error_full_text (self.qpdf, qpdf_get_error (self.qpdf)));
  g_ptr_array_unref (self.ids);
  g_array_unref (self.ided);
  qpdf_cleanup (&self.qpdf);
  return finished;
}

/* ---- reading ---- */

static int
take_json (const char *data, size_t length, void *user_data)
{
  GByteArray *json = user_data;

  if (length > MAX_UNPACKED - json->len)
    return 1;
  g_byte_array_append (json, (const guint8 *) data, (guint) length);
  return 0;
}

/**
 * foi_pdf_to_json:
 * @pdf: any PDF
 * @error: %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): all objects of the file as qpdf writes them in JSON, version
 *   2, with their streams unpacked and in Base64; %NULL where the file is damaged, locked, or
 *   larger than anybody would send.
 */
GBytes *
foi_pdf_to_json (GBytes *pdf, GError **error)
{
  gsize length;
  const char *data;
  qpdf_data qpdf;
  GByteArray *json;
  gboolean is_read;

  g_return_val_if_fail (pdf != NULL, NULL);

  data = g_bytes_get_data (pdf, &length);
  json = g_byte_array_new ();
  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  is_read = (qpdf_read_memory (qpdf, PROGRAM, data, length, NULL) & QPDF_ERRORS) == 0
            && (qpdf_write_json (qpdf, 2, take_json, json, qpdf_dl_generalized,
                                 qpdf_sj_inline, "", NULL) & QPDF_ERRORS) == 0;
  if (is_read)
    {
      qpdf_cleanup (&qpdf);
      return g_byte_array_free_to_bytes (json);
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "qpdf: %s",
               qpdf_has_error (qpdf)
                 ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf))
                 : "there is too much in it");
  g_byte_array_unref (json);
  qpdf_cleanup (&qpdf);
  return NULL;
}
