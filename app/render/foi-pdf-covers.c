/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-inspect-private.h"

#include <stdlib.h>

/* Bands across the page, so that a letter is compared with what is near it. */
#define N_BANDS 128
#define MAX_STEPS G_GUINT64_CONSTANT (400000000)
/* A picture of at least so much of a page is a page that was scanned. */
#define SCAN 0.5
#define ROOM 0.5
/* A letter lies in the band of its middle, and may reach beyond it. */
#define REACH 8
#define NEAR 12
#define DARK 96
/* Where a letter is asked whether it is covered: along it, and up. */
#define N_ACROSS 8
#define N_UP 4
#define ALL_OF_IT G_MAXUINT32
G_STATIC_ASSERT (N_ACROSS * N_UP == 32);

typedef struct
{
  const FoiPdfDrawing *drawing;
  FoiPdfBox            seen;
  GArray              *bands[N_BANDS]; /* of guint: patches, the lowest first */
  gboolean             is_scan;
  guint64              n_steps;
} Judging;

static guint
find_band (Judging *self, double y)
{
  double band = (y - self->seen.bottom) / (self->seen.top - self->seen.bottom) * N_BANDS;

  /* What is no number at all is no more than 0. */
  return band > 0 ? (guint) MIN (band, N_BANDS - 1) : 0;
}

static gboolean
is_page_sized (Judging *self, const FoiPdfPatch *patch)
{
  double width = MIN (patch->box.right, self->seen.right) - MAX (patch->box.left, self->seen.left);
  double height = MIN (patch->box.top, self->seen.top) - MAX (patch->box.bottom, self->seen.bottom);

  return patch->is_picture && width > 0 && height > 0
         && width * height >= SCAN * (self->seen.right - self->seen.left)
                                * (self->seen.top - self->seen.bottom);
}

static void
sort_patches (Judging *self)
{
  for (guint i = 0; i < N_BANDS; i++)
    self->bands[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->drawing->patches->len; i++)
    {
      const FoiPdfPatch *patch = &g_array_index (self->drawing->patches, FoiPdfPatch, i);
      guint last = find_band (self, patch->box.top + REACH);

      self->is_scan |= is_page_sized (self, patch);
      for (guint band = find_band (self, patch->box.bottom - REACH); band <= last; band++)
        g_array_append_val (self->bands[band], i);
    }
}

static gboolean
is_near (guint32 one, guint32 other)
{
  for (guint shift = 0; shift <= 16; shift += 8)
    if (abs ((int) (one >> shift & 0xff) - (int) (other >> shift & 0xff)) > NEAR)
      return FALSE;
  return TRUE;
}

/* A letter in the colour of what is right below it: black on black was meant to hide it. */
static gboolean
is_lost_in (guint32 colour, guint32 below, FoiHiddenKind *kind)
{
  if (colour == FOI_PDF_NO_COLOUR || below == FOI_PDF_NO_COLOUR || !is_near (colour, below))
    return FALSE;
  *kind = (below >> 16) + (below >> 8 & 0xff) + (below & 0xff) < 3 * DARK
            ? FOI_HIDDEN_COVERED_TEXT : FOI_HIDDEN_INVISIBLE_TEXT;
  return TRUE;
}

static gboolean
meets (const FoiPdfBox *one, const FoiPdfBox *other)
{
  return one->left < other->right && other->left < one->right && one->bottom < other->top
         && other->bottom < one->top;
}

/* Which of the places in @asked of a letter a patch fills: a bit for each. */
static guint32
find_filled (Judging *self, const FoiPdfPatch *patch, const FoiPdfGlyph *glyph, guint32 asked)
{
  const FoiPdfShapes *shapes = &self->drawing->shapes;
  guint32 filled = 0;

  for (guint i = 0; i < N_ACROSS * N_UP; i++)
    {
      const double s = (i % N_ACROSS + 0.5) / N_ACROSS, t = (i / N_ACROSS + 0.5) / N_UP;
      const double x = glyph->at[0] + s * glyph->across[0] + t * glyph->up[0];
      const double y = glyph->at[1] + s * glyph->across[1] + t * glyph->up[1];

      if ((asked & 1u << i) != 0 && x >= patch->box.left && x <= patch->box.right
          && y >= patch->box.bottom && y <= patch->box.top
          && foi_pdf_shapes_has (shapes, patch->shape, x, y, &self->n_steps)
          && foi_pdf_shapes_has (shapes, patch->clip, x, y, &self->n_steps))
        filled |= 1u << i;
    }
  return filled;
}

static gboolean
is_plain (const FoiPdfPatch *patch)
{
  return patch->shape == FOI_PDF_NO_SHAPE && patch->clip == FOI_PDF_NO_SHAPE;
}

/* Takes what an opaque patch over the letter covers from what is @left of it. */
static void
take_covered (Judging *self, const FoiPdfPatch *patch, const FoiPdfGlyph *glyph,
              gboolean is_around, guint32 *left)
{
  if (is_around && is_plain (patch))
    *left = 0;
  else if (meets (&patch->box, &glyph->box))
    *left &= ~find_filled (self, patch, glyph, *left);
}

/* What lies over the letter, one thing or several together, else what is right below it. */
static gboolean
compare_with_patches (Judging *self, const FoiPdfGlyph *glyph, FoiHiddenKind *kind)
{
  const GArray *band = self->bands[find_band (self, (glyph->box.bottom + glyph->box.top) / 2)];
  guint32 left = ALL_OF_IT;

  for (guint i = band->len; i-- > 0;)
    {
      const FoiPdfPatch *patch = &g_array_index (self->drawing->patches, FoiPdfPatch,
                                                 g_array_index (band, guint, i));
      FoiPdfBox box = patch->box;
      gboolean is_around;
      guint32 filled;

      self->n_steps++;
      box.left -= ROOM, box.right += ROOM, box.bottom -= ROOM, box.top += ROOM;
      is_around = foi_pdf_box_contains (&box, &glyph->box);
      if (patch->order > glyph->order)
        {
          *kind = is_page_sized (self, patch) ? FOI_HIDDEN_SCANNED_TEXT
                                              : FOI_HIDDEN_COVERED_TEXT;
          if (patch->is_opaque)
            take_covered (self, patch, glyph, is_around, &left);
          if (left == 0)
            return TRUE;
          continue;
        }
      filled = !is_around ? 0 : patch->is_opaque && !is_plain (patch)
                                  ? find_filled (self, patch, glyph, ALL_OF_IT) : ALL_OF_IT;
      /* Where it is over an edge some of it is seen. */
      if (filled != 0)
        return filled == ALL_OF_IT && glyph->has_ink
               && is_lost_in (glyph->colour, patch->colour, kind);
    }
  return glyph->has_ink && is_lost_in (glyph->colour, 0xffffff, kind);
}

static gboolean
judge (Judging *self, const FoiPdfGlyph *glyph, FoiHiddenKind *kind)
{
  if (compare_with_patches (self, glyph, kind))
    return TRUE;
  *kind = FOI_HIDDEN_OUTSIDE_PAGE;
  if (glyph->is_clipped || glyph->box.right < self->seen.left || glyph->box.left > self->seen.right
      || glyph->box.top < self->seen.bottom || glyph->box.bottom > self->seen.top)
    return TRUE;
  *kind = self->is_scan ? FOI_HIDDEN_SCANNED_TEXT : FOI_HIDDEN_INVISIBLE_TEXT;
  if (!glyph->has_ink)
    return TRUE;
  *kind = FOI_HIDDEN_INVISIBLE_TEXT;
  return glyph->is_tiny;
}

/**
 * foi_pdf_covers_find:
 * @drawing: a page
 * @seen: as much of it as is shown
 * @found: is raised by how often text of a kind is hidden: letters one after another are once
 *
 * Looks for text that is on the page and cannot be seen on it: under a box, in the colour of what
 * is behind it, without ink, beside the page.
 *
 * Returns: whether all of it was looked at; %FALSE if there is too much.
 */
gboolean
foi_pdf_covers_find (const FoiPdfDrawing *drawing, const FoiPdfBox *seen,
                     guint found[FOI_HIDDEN_N_KINDS])
{
  Judging self = { .drawing = drawing, .seen = *seen };
  FoiHiddenKind last = FOI_HIDDEN_N_KINDS;

  sort_patches (&self);
  for (guint i = 0; i < drawing->glyphs->len && self.n_steps < MAX_STEPS; i++)
    {
      const FoiPdfGlyph *glyph = &g_array_index (drawing->glyphs, FoiPdfGlyph, i);
      FoiHiddenKind kind = FOI_HIDDEN_N_KINDS;

      if (!judge (&self, glyph, &kind))
        kind = FOI_HIDDEN_N_KINDS;
      else if (kind != last)
        found[kind]++;
      last = kind;
    }
  for (guint i = 0; i < N_BANDS; i++)
    g_array_unref (self.bands[i]);
  return self.n_steps < MAX_STEPS && !drawing->is_too_large;
}
