/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-error.h"
#include "foi-knowledge.h"
#include "foi-problem-part.h"

/* Which lines of a part contradict those before them. */

/* With more the part is given up. */
#define MAX_CONTRADICTIONS 20

/* Whether some whole numbers fit a part; also where nobody can say. */
static gboolean
is_possible (FoiDisclosureProblem *problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiKnowledge) knowledge = foi_knowledge_new (problem, &error);

  if (knowledge == NULL)
    return !g_error_matches (error, FOI_ERROR, FOI_ERROR_CONTENT);
  for (guint i = 0; i < problem->cells->len; i++)
    {
      FoiEnd end;

      /* The cells of a part hold together, so one speaks for all. */
      if (foi_disclosure_problem_get (problem, i)->is_suppressed)
        return foi_knowledge_find_end (knowledge, i, FALSE, &end)
               && foi_knowledge_find_end (knowledge, i, TRUE, &end);
    }
  return TRUE;
}

/* Whether some whole numbers fit the first @n lines. */
static gboolean
fit_first (FoiDisclosureProblem *problem, guint n)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = NULL;
  FoiDisclosureProblem first = { .cells = problem->cells, .lines = lines };

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, problem->lines->pdata[i]);
  parts = foi_disclosure_problem_split (&first, TRUE);
  for (guint i = 0; i < parts->len; i++)
    if (!is_possible (((FoiProblemPart *) parts->pdata[i])->problem))
      return FALSE;
  return TRUE;
}

/* How many lines can be true together, from the first on. */
static guint
count_fitting (FoiDisclosureProblem *problem)
{
  guint fitting = 0, least_wrong = problem->lines->len + 1;

  while (fitting + 1 < least_wrong)
    {
      const guint n = fitting + (least_wrong - fitting) / 2;

      if (fit_first (problem, n))
        fitting = n;
      else
        least_wrong = n;
    }
  return fitting;
}

/**
 * foi_problem_part_take_contradictions:
 * @self: a part that nothing fits
 * @cancellable: (nullable): stops it between two lines
 *
 * Takes out of the part each line that cannot be true with those before it.
 *
 * Returns: (transfer full) (element-type FoiLine): these lines, as the whole has them.
 */
GPtrArray *
foi_problem_part_take_contradictions (const FoiProblemPart *self, GCancellable *cancellable)
{
  GPtrArray *taken = g_ptr_array_new ();

  while (taken->len < MAX_CONTRADICTIONS && !g_cancellable_is_cancelled (cancellable))
    {
      const guint fitting = count_fitting (self->problem);

      if (fitting == self->problem->lines->len)
        break;
      g_ptr_array_add (taken, g_ptr_array_remove_index (self->lines, fitting));
      g_ptr_array_remove_index (self->problem->lines, fitting);
    }
  return taken;
}
