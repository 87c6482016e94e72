/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-problem-part.h"

/* A part under way; cells are taken up when a line first names them. */
typedef struct
{
  FoiDisclosureProblem *whole;
  guint *leaders;
  GHashTable *parts;   /* leader → FoiProblemPart, borrowed */
  GHashTable *places;  /* of each part: cell of the whole → cell of the part + 1 */
  GPtrArray *list;
} Splitter;

static void
free_part (gpointer data)
{
  FoiProblemPart *part = data;

  foi_disclosure_problem_free (part->problem);
  g_array_unref (part->cells);
  g_ptr_array_unref (part->lines);
  g_free (part);
}

static guint
find_leader (Splitter *self, guint cell)
{
  while (self->leaders[cell] != cell)
    {
      self->leaders[cell] = self->leaders[self->leaders[cell]];
      cell = self->leaders[cell];
    }
  return cell;
}

static gboolean
connects (Splitter *self, guint cell, gboolean by_suppressed)
{
  return !by_suppressed || foi_disclosure_problem_get (self->whole, cell)->is_suppressed;
}

/* The first cell of a line that connects others; -1 where all are published. */
static int
find_first (Splitter *self, const FoiLine *line, gboolean by_suppressed)
{
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      if (term->factor != 0 && connects (self, term->cell, by_suppressed))
        return (int) term->cell;
    }
  return -1;
}

static void
connect_line (Splitter *self, const FoiLine *line, gboolean by_suppressed)
{
  int first = find_first (self, line, by_suppressed);

  for (guint i = 0; first >= 0 && i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      if (term->factor != 0 && connects (self, term->cell, by_suppressed))
        self->leaders[find_leader (self, term->cell)] = find_leader (self, (guint) first);
    }
}

/* The part of a leader; of the lines of published cells alone, where it is -1. */
static FoiProblemPart *
get_part (Splitter *self, int leader)
{
  FoiProblemPart *part = g_hash_table_lookup (self->parts, GINT_TO_POINTER (leader));

  if (part != NULL)
    return part;
  part = g_new (FoiProblemPart, 1);
  part->problem = foi_disclosure_problem_new ();
  part->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  part->lines = g_ptr_array_new ();
  g_hash_table_insert (self->parts, GINT_TO_POINTER (leader), part);
  g_hash_table_insert (self->places, part, g_hash_table_new (NULL, NULL));
  g_ptr_array_add (self->list, part);
  return part;
}

static guint
take_cell (Splitter *self, FoiProblemPart *part, guint cell)
{
  GHashTable *places = g_hash_table_lookup (self->places, part);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (cell)));
  FoiSecretCell copy = *foi_disclosure_problem_get (self->whole, cell);

  if (place > 0)
    return place - 1;
  copy.name = g_strdup (copy.name);
  g_array_append_val (part->problem->cells, copy);
  g_array_append_val (part->cells, cell);
  g_hash_table_insert (places, GUINT_TO_POINTER (cell),
                       GUINT_TO_POINTER (part->problem->cells->len));
  return part->problem->cells->len - 1;
}

static void
take_line (Splitter *self, FoiLine *line, gboolean by_suppressed)
{
  int first = find_first (self, line, by_suppressed);
  FoiProblemPart *part
    = get_part (self, first < 0 ? -1 : (int) find_leader (self, (guint) first));
  FoiLine *copy = foi_disclosure_problem_add_line (part->problem);

  g_ptr_array_add (part->lines, line);
  copy->kind = line->kind;
  copy->from = line->from;
  copy->to = line->to;
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      foi_line_add (copy, take_cell (self, part, term->cell), term->factor);
    }
  if (line->total >= 0)
    copy->total = (int) take_cell (self, part, (guint) line->total);
}

/**
 * foi_disclosure_problem_split:
 * @by_suppressed: only suppressed cells hold parts together, as they do for a reader: what is
 *   published is the same for all; else all cells do
 *
 * Splits a problem into problems that can be solved one by one. Published cells may be in several.
 *
 * Returns: (transfer full) (element-type FoiProblemPart): the parts, in the order of their cells;
 *   each cell that is suppressed, or without @by_suppressed each cell, is in exactly one.
 */
GPtrArray *
foi_disclosure_problem_split (FoiDisclosureProblem *self, gboolean by_suppressed)
{
  Splitter splitter = { .whole = self };

  splitter.leaders = g_new (guint, self->cells->len + 1);
  splitter.parts = g_hash_table_new (NULL, NULL);
  splitter.places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  splitter.list = g_ptr_array_new_with_free_func (free_part);
  for (guint i = 0; i < self->cells->len; i++)
    splitter.leaders[i] = i;
  for (guint i = 0; i < self->lines->len; i++)
    connect_line (&splitter, self->lines->pdata[i], by_suppressed);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (connects (&splitter, i, by_suppressed))
        take_cell (&splitter, get_part (&splitter, (int) find_leader (&splitter, i)), i);
    }
  for (guint i = 0; i < self->lines->len; i++)
    take_line (&splitter, self->lines->pdata[i], by_suppressed);
  g_hash_table_unref (splitter.parts);
  g_hash_table_unref (splitter.places);
  g_free (splitter.leaders);
  return splitter.list;
}
