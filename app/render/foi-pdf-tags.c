/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-tags.h"

/* From 1.18 on whatever is painted in an open element is its content, unless it is an artifact. */
#define FIRST_WITH_ARTIFACTS CAIRO_VERSION_ENCODE (1, 18, 0)
#define ARTIFACT "Artifact"

struct _FoiTagger
{
  cairo_t *cr;
  FoiTagPath open;
  gboolean at_leaf;
  gboolean in_artifact;
  GPtrArray *elements;      /* of FoiPdfElement, in the order in which they were opened */
};

/**
 * foi_tagger_new:
 * @cr: a PDF surface's; outlives the tagger
 *
 * Returns: (transfer full): a tagger with no element open.
 */
FoiTagger *
foi_tagger_new (cairo_t *cr)
{
  FoiTagger *self = g_new0 (FoiTagger, 1);

  self->cr = cr;
  self->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_pdf_element_free);
  return self;
}

/**
 * foi_tagger_free:
 * @self: (transfer full): a tagger
 *
 * Frees it with the list of elements.
 */
void
foi_tagger_free (FoiTagger *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->elements);
  g_free (self);
}

/**
 * foi_tag_path_add:
 * @path: a path
 * @tag: (transfer none): a standard structure type; static
 * @key: what it stands for
 * @part: which part of that
 *
 * Adds an element to the end of the path. Elements deeper than any letter goes are left out.
 */
void
foi_tag_path_add (FoiTagPath *path, const char *tag, gconstpointer key, guint part)
{
  if (path->n_steps < FOI_TAG_MAX_DEPTH)
    path->steps[path->n_steps++] = (FoiTagStep) { tag, key, part };
}

static void
close_last (FoiTagger *self)
{
  cairo_tag_end (self->cr, self->open.steps[--self->open.n_steps].tag);
  self->at_leaf = FALSE;
}

static void
end_artifact (FoiTagger *self)
{
  if (self->in_artifact)
    cairo_tag_end (self->cr, ARTIFACT);
  self->in_artifact = FALSE;
}

static gboolean
is_step (const FoiTagStep *a, const FoiTagStep *b)
{
  return g_str_equal (a->tag, b->tag) && a->key == b->key && a->part == b->part;
}

/**
 * foi_tagger_go_to:
 * @self: a tagger
 * @path: from the document down
 * @is_leaf: whether what is painted next is the element's own, rather than unmarked inside it
 * @attributes: (nullable): of the last element if it is opened, as cairo wants them
 *
 * Closes what @path is not in and opens what it needs. cairo marks content in leaves only, and
 * loses what is painted in an element before its first child: so nothing is.
 *
 * Returns: (transfer none) (nullable): the last element if it was opened now.
 */
FoiPdfElement *
foi_tagger_go_to (FoiTagger *self, const FoiTagPath *path, gboolean is_leaf, const char *attributes)
{
  FoiPdfElement *element = NULL;
  guint shared = 0;

  end_artifact (self);
  while (shared < self->open.n_steps && shared < path->n_steps
         && is_step (&self->open.steps[shared], &path->steps[shared]))
    shared++;
  while (self->open.n_steps > shared)
    close_last (self);
  for (guint i = shared; i < path->n_steps; i++)
    {
      gboolean is_last = i + 1 == path->n_steps;

      self->open.steps[self->open.n_steps++] = path->steps[i];
      cairo_tag_begin (self->cr, path->steps[i].tag, is_last ? attributes : NULL);
      element = foi_pdf_element_new (path->steps[i].tag);
      g_ptr_array_add (self->elements, element);
    }
  self->at_leaf = is_leaf && self->open.n_steps > 0;
  return element;
}

/**
 * foi_tagger_leave_leaf:
 * @self: a tagger
 *
 * Closes the element that holds what was painted last, but none around it: a page may end here.
 */
void
foi_tagger_leave_leaf (FoiTagger *self)
{
  end_artifact (self);
  if (self->at_leaf)
    close_last (self);
}

/**
 * foi_tagger_begin_artifact:
 * @self: a tagger at no leaf
 *
 * What is painted next, until an element is opened or left, is no part of the text. A cairo that
 * cannot say so leaves it unmarked, and foi_pdf_finish() marks it.
 */
void
foi_tagger_begin_artifact (FoiTagger *self)
{
  g_return_if_fail (!self->at_leaf);

  if (self->in_artifact || cairo_version () < FIRST_WITH_ARTIFACTS)
    return;
  cairo_tag_begin (self->cr, ARTIFACT, NULL);
  self->in_artifact = TRUE;
}

/**
 * foi_tagger_get_elements:
 * @self: a tagger
 *
 * Returns: (transfer none) (element-type FoiPdfElement): all that were opened, in that order.
 */
GPtrArray *
foi_tagger_get_elements (FoiTagger *self)
{
  return self->elements;
}
