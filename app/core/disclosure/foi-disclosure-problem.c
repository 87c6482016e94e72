/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-problem.h"

static void
clear_cell (gpointer data)
{
  g_free (((FoiSecretCell *) data)->name);
}

static void
free_line (gpointer data)
{
  FoiLine *line = data;

  g_array_unref (line->terms);
  g_free (line->sentence);
  g_free (line->beside);
  g_free (line->where);
  g_free (line);
}

/**
 * foi_disclosure_problem_new:
 *
 * Returns: (transfer full): a problem without cells.
 */
FoiDisclosureProblem *
foi_disclosure_problem_new (void)
{
  FoiDisclosureProblem *self = g_new0 (FoiDisclosureProblem, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (FoiSecretCell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->broken = g_ptr_array_new_with_free_func (free_line);
  return self;
}

/**
 * foi_disclosure_problem_free:
 *
 * Frees the problem.
 */
void
foi_disclosure_problem_free (FoiDisclosureProblem *self)
{
  g_free (self->id);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->broken);
  g_free (self);
}

/**
 * foi_disclosure_problem_get:
 *
 * Returns: (transfer none): a cell, until another is added.
 */
FoiSecretCell *
foi_disclosure_problem_get (FoiDisclosureProblem *self, guint cell)
{
  return &g_array_index (self->cells, FoiSecretCell, cell);
}

/**
 * foi_disclosure_problem_add_cell:
 *
 * Adds a cell that is published, of which nothing is known but that it is not negative.
 *
 * Returns: its number.
 */
guint
foi_disclosure_problem_add_cell (FoiDisclosureProblem *self, const char *name)
{
  FoiSecretCell cell = { .name = g_strdup (name), .to = FOI_LINEAR_NO_TO,
                         .unit = 1 };

  g_array_append_val (self->cells, cell);
  return self->cells->len - 1;
}

/**
 * foi_disclosure_problem_add_line:
 *
 * Adds a line whose terms come to 0.
 *
 * Returns: (transfer none): the line.
 */
FoiLine *
foi_disclosure_problem_add_line (FoiDisclosureProblem *self)
{
  FoiLine *line = g_new0 (FoiLine, 1);

  line->terms = g_array_new (FALSE, FALSE, sizeof (FoiLineTerm));
  line->total = -1;
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * foi_line_add:
 *
 * Adds a cell that the line does not have yet.
 */
void
foi_line_add (FoiLine *self, guint cell, gint64 factor)
{
  FoiLineTerm term = { cell, factor };

  g_array_append_val (self->terms, term);
}
