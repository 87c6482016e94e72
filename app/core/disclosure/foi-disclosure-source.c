/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-case-private.h"

/* What kind of thing a line says, and which sentence is behind what was found. */

/* Further away than so many figures nobody sees what a sentence has to do with one. */
#define MAX_REACHED 200

/*
 * _foi_disclosure_is_copy:
 *
 * Returns: whether the line says that a figure is the same as another one, or as a number.
 */
gboolean
_foi_disclosure_is_copy (const FoiLine *line)
{
  return line->terms->len == 1 || (line->terms->len == 2 && line->from == 0 && line->to == 0);
}

/**
 * foi_line_is_sum:
 *
 * Returns: whether the line says what figures come to.
 */
gboolean
foi_line_is_sum (const FoiLine *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, FoiLineTerm, i).factor != 1)
      return FALSE;
  return self->from == self->to;
}

/*
 * _foi_disclosure_is_telling:
 *
 * Returns: whether the line alone can give away the one figure of it that is not seen.
 */
gboolean
_foi_disclosure_is_telling (const FoiLine *line)
{
  return line->from == line->to || line->kind == FOI_LINE_RATE;
}

static gboolean
has_sentences (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((FoiLine *) lines->pdata[i])->sentence != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_cell (const FoiLine *line, guint cell)
{
  for (guint i = 0; i < line->terms->len; i++)
    if (g_array_index (line->terms, FoiLineTerm, i).cell == cell)
      return TRUE;
  return FALSE;
}

/* Goes on from a line to all figures in it that are not seen. */
static void
reach (FoiDisclosureCase *self, const FoiLine *line, gboolean *reached, GArray *queue)
{
  for (guint i = 0; i < line->terms->len; i++)
    {
      const guint cell = g_array_index (line->terms, FoiLineTerm, i).cell;

      if (reached[cell] || !foi_disclosure_problem_get (self->problem, cell)->is_suppressed)
        continue;
      reached[cell] = TRUE;
      g_array_append_val (queue, cell);
    }
}

/*
 * _foi_disclosure_find_source:
 *
 * Looks for a sentence that helps to work out a figure: one that is of it, else the nearest one of
 * figures bound to it.
 *
 * Returns: (transfer none) (nullable): what that sentence says.
 */
const FoiLine *
_foi_disclosure_find_source (FoiDisclosureCase *self, guint cell)
{
  g_autofree gboolean *reached = g_new0 (gboolean, self->problem->cells->len);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *lines = self->problem->lines;

  reached[cell] = TRUE;
  g_array_append_val (queue, cell);
  if (!has_sentences (lines))
    return NULL;
  for (guint at = 0; at < MIN (queue->len, MAX_REACHED); at++)
    {
      const guint next = g_array_index (queue, guint, at);

      for (guint i = 0; i < lines->len; i++)
        if (((FoiLine *) lines->pdata[i])->sentence != NULL && has_cell (lines->pdata[i], next))
          return lines->pdata[i];
      for (guint i = 0; i < lines->len; i++)
        if (has_cell (lines->pdata[i], next))
          reach (self, lines->pdata[i], reached, queue);
    }
  return NULL;
}
