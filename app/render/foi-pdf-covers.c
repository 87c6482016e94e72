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
#define NEAR 12
#define DARK 96

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
      guint last = find_band (self, patch->box.top);

      self->is_scan |= is_page_sized (self, patch);
      for (guint band = find_band (self, patch->box.bottom); band <= last; band++)
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

/* What lies over the letter, else what is right below it. */
static gboolean
compare_with_patches (Judging *self, const FoiPdfGlyph *glyph, FoiHiddenKind *kind)
{
  const GArray *band = self->bands[find_band (self, (glyph->box.bottom + glyph->box.top) / 2)];

  for (guint i = band->len; i-- > 0;)
    {
      const FoiPdfPatch *patch = &g_array_index (self->drawing->patches, FoiPdfPatch,
                                                 g_array_index (band, guint, i));
      FoiPdfBox box = patch->box;

      self->n_steps++;
      box.left -= ROOM, box.right += ROOM, box.bottom -= ROOM, box.top += ROOM;
      if (!foi_pdf_box_contains (&box, &glyph->box))
        continue;
      if (patch->order < glyph->order)
        return glyph->has_ink && is_lost_in (glyph->colour, patch->colour, kind);
      *kind = is_page_sized (self, patch) ? FOI_HIDDEN_SCANNED_TEXT : FOI_HIDDEN_COVERED_TEXT;
      if (patch->is_opaque)
        return TRUE;
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
