/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pdf-inspect.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-pdf-inspect-private.h"
#include "foi-pdf-page.h"

/* Larger is no letter's attachment. */
#define MAX_DEPTH 64
#define MAX_PAGES 10000
/* Lists of pages, too: what a damaged tree leads to again and again ends somewhere. */
#define MAX_NODES 20000
/* Of an annotation: what keeps it off the page. */
#define FLAG_HIDDEN (1 << 1)
#define FLAG_NO_VIEW (1 << 5)

typedef struct
{
  FoiPdfObjects objects;
  FoiPdfDrawing drawing;
  GHashTable   *pages;  /* "5 0 R" of each */
  FoiHidden    *hidden;
  GCancellable *cancellable;
  guint         n_pages;
  guint         n_nodes; /* of the tree of pages */
} Inspection;

/* ---- annotations ---- */

/* What it looks like: one of several, perhaps, by its state. */
static JsonNode *
find_appearance (FoiPdfObjects *objects, JsonNode *annotation)
{
  JsonNode *normal = foi_pdf_objects_get (
    objects, foi_pdf_objects_get (objects, annotation, "/AP"), "/N");
  const char *state = foi_pdf_objects_get_name (objects, annotation, "/AS");
  JsonNode *chosen = state != NULL ? foi_pdf_objects_get (objects, normal, state) : NULL;

  return chosen != NULL ? chosen : normal;
}

static void
add_annotation (Inspection *self, JsonNode *annotation, const char *type, const char *place)
{
  const char *written = foi_pdf_objects_get_name (&self->objects, annotation, "/T");
  g_autofree char *name = written != NULL ? foi_pdf_dup_string (written) : NULL;

  if (g_strcmp0 (type, "/Redact") == 0)
    foi_hidden_add (self->hidden, FOI_HIDDEN_UNMADE_REDACTION, place, 1, NULL);
  else if (g_strcmp0 (type, "/Widget") == 0)
    foi_hidden_add (self->hidden, FOI_HIDDEN_FORM_FIELD, place, 1, NULL);
  else if (g_strcmp0 (type, "/Link") != 0 && g_strcmp0 (type, "/Popup") != 0)
    foi_hidden_add (self->hidden, FOI_HIDDEN_ANNOTATION, place, 1, name);
}

static void
inspect_annotations (Inspection *self, JsonNode *page, const char *place)
{
  JsonArray *list = foi_pdf_objects_get_array (&self->objects, page, "/Annots");

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *annotation = json_array_get_element (list, i);
      const char *type = foi_pdf_objects_get_name (&self->objects, annotation, "/Subtype");
      guint flags = (guint) CLAMP (
        foi_pdf_objects_get_number (&self->objects, annotation, "/F", 0), 0, 65535);
      FoiPdfBox box;

      if (type == NULL)
        continue;
      add_annotation (self, annotation, type, place);
      if ((flags & (FLAG_HIDDEN | FLAG_NO_VIEW)) == 0 && !g_str_equal (type, "/Redact")
          && !foi_pdf_drawing_is_hidden (&self->drawing, foi_pdf_objects_get (
                                           &self->objects, annotation, "/OC"))
          && foi_pdf_box_read (&self->objects, foi_pdf_objects_get_array (
                                 &self->objects, annotation, "/Rect"), &box))
        foi_pdf_drawing_read_form (&self->drawing, find_appearance (&self->objects, annotation),
                                   &box);
    }
}

/* ---- pages ---- */

static gboolean
inspect_page (Inspection *self, JsonNode *page, JsonNode *resources, const FoiPdfBox *seen,
              GError **error)
{
  /* Translators: the number of a page. */
  g_autofree char *place = g_strdup_printf (_("page %u"), ++self->n_pages);
  g_autoptr (GString) contents = foi_pdf_page_join_contents (&self->objects, page);
  guint found[FOI_HIDDEN_N_KINDS] = { 0 };

  foi_pdf_drawing_begin_page (&self->drawing);
  foi_pdf_drawing_read (&self->drawing, contents->str, contents->len, resources, NULL);
  inspect_annotations (self, page, place);
  if (!foi_pdf_covers_find (&self->drawing, seen, found))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("%s: more is painted on it than can be looked through"), place);
      return FALSE;
    }
  for (guint i = 0; i < FOI_HIDDEN_N_KINDS; i++)
    foi_hidden_add (self->hidden, (FoiHiddenKind) i, place, found[i], NULL);
  return TRUE;
}

/* A page, or a list of them. What a page does not say it has from above. */
static gboolean
inspect_pages (Inspection *self, JsonNode *node, JsonNode *resources, FoiPdfBox seen, guint depth,
               GError **error)
{
  JsonNode *own = foi_pdf_objects_get (&self->objects, node, "/Resources");
  JsonArray *kids = foi_pdf_objects_get_array (&self->objects, node, "/Kids");
  const char *reference = foi_pdf_node_get_string (node);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (depth > MAX_DEPTH || self->n_pages >= MAX_PAGES || ++self->n_nodes > MAX_NODES)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("The file is too large: at most %d pages are read."), MAX_PAGES);
      return FALSE;
    }
  resources = own != NULL ? own : resources;
  if (!foi_pdf_box_read (&self->objects,
                         foi_pdf_objects_get_array (&self->objects, node, "/CropBox"), &seen))
    foi_pdf_box_read (&self->objects,
                      foi_pdf_objects_get_array (&self->objects, node, "/MediaBox"), &seen);
  for (guint i = 0; kids != NULL && i < json_array_get_length (kids); i++)
    if (!inspect_pages (self, json_array_get_element (kids, i), resources, seen, depth + 1, error))
      return FALSE;
  if (kids != NULL)
    return TRUE;
  if (reference != NULL)
    g_hash_table_add (self->pages, g_strdup (reference));
  return inspect_page (self, node, resources, &seen, error);
}

/* ---- the file ---- */

/* What is added to a file after it was saved stands behind its end, and the old is still there. */
static void
inspect_ends (GBytes *pdf, FoiHidden *hidden)
{
  static const char mark[] = "startxref", linear[] = "/Linearized";
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size), *at = data;
  guint n = 0, usual = memmem (data, MIN (size, 1024), linear, strlen (linear)) != NULL ? 2 : 1;

  while ((at = memmem (at, size - (gsize) (at - data), mark, strlen (mark))) != NULL)
    {
      at += strlen (mark);
      n++;
    }
  foi_hidden_add (hidden, FOI_HIDDEN_EARLIER_VERSION, "file", n > usual ? n - usual : 0, NULL);
}

static gboolean
inspect (Inspection *self, GBytes *pdf, GError **error)
{
  static const FoiPdfBox letter = { 0, 0, 612, 792 };
  JsonNode *root = foi_pdf_objects_get_root (&self->objects);

  foi_pdf_layers_inspect (&self->objects, self->drawing.hidden, self->hidden);
  if (!inspect_pages (self, foi_pdf_objects_get (&self->objects, root, "/Pages"), NULL, letter, 0,
                      error))
    return FALSE;
  if (foi_pdf_objects_get (&self->objects, foi_pdf_objects_get (&self->objects, root, "/AcroForm"),
                           "/XFA") != NULL)
    foi_hidden_add (self->hidden, FOI_HIDDEN_FORM_FIELD, "XFA", 1, NULL);
  inspect_ends (pdf, self->hidden);
  foi_pdf_about_inspect (&self->objects, self->pages, self->hidden);
  return TRUE;
}

/**
 * foi_pdf_inspect:
 * @pdf: any PDF
 * @cancellable: (nullable): stops it
 * @error: where the file is damaged, locked, or has more in it than is looked through
 *
 * Looks for everything that is in the file and not seen on its pages: text under a box, the
 * redaction that is none; layers, annotations, other files, and what it says of itself. Nothing is
 * drawn and no font is opened: what is painted where follows from the operations alone. Words in
 * pictures are not seen.
 *
 * Returns: (transfer full) (nullable): what is hidden.
 */
FoiHidden *
foi_pdf_inspect (GBytes *pdf, GCancellable *cancellable, GError **error)
{
  Inspection self = { .cancellable = cancellable };
  g_autoptr (GError) cause = NULL;
  gboolean is_done = foi_pdf_objects_init (&self.objects, pdf, &cause);

  if (!is_done)
    /* Translators: %s says why. */
    g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("This PDF cannot be read: %s"),
                 cause->message);
  else
    {
      self.pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self.hidden = foi_hidden_new ();
      foi_pdf_drawing_init (&self.drawing, &self.objects);
      is_done = inspect (&self, pdf, error);
      foi_pdf_drawing_clear (&self.drawing);
      g_hash_table_unref (self.pages);
    }
  foi_pdf_objects_clear (&self.objects);
  if (!is_done)
    g_clear_pointer (&self.hidden, foi_hidden_free);
  return self.hidden;
}
