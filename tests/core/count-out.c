/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "count-out.h"

#include <string.h>

/* More rounds only narrow what is tried anyway. */
#define MAX_ROUNDS 60
#define MAX_TRIED 20000

/* What the numbers can still be. */
typedef struct
{
  gint64 *from, *to;
} Ranges;

CountOut *
count_out_new (void)
{
  CountOut *self = g_new0 (CountOut, 1);

  self->from = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->to = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->facts = g_array_new (FALSE, TRUE, sizeof (CountOutFact));
  self->without = -1;
  return self;
}

void
count_out_free (CountOut *self)
{
  g_array_unref (self->from);
  g_array_unref (self->to);
  g_array_unref (self->facts);
  g_free (self);
}

guint
count_out_add_unknown (CountOut *self)
{
  gint64 from = 0, to = COUNT_OUT_MOST;

  g_array_append_val (self->from, from);
  g_array_append_val (self->to, to);
  return self->from->len - 1;
}

CountOutFact *
count_out_add_fact (CountOut *self, guint kind)
{
  CountOutFact fact = { .kind = kind };

  g_array_append_val (self->facts, fact);
  return &g_array_index (self->facts, CountOutFact, self->facts->len - 1);
}

void
count_out_set (CountOut *self, guint unknown, gint64 from, gint64 to)
{
  g_array_index (self->from, gint64, unknown) = from;
  g_array_index (self->to, gint64, unknown) = to;
}

static gint64
divide_up (gint64 a, gint64 b)
{
  gint64 q = a / b;

  return a % b != 0 && ((a < 0) == (b < 0)) ? q + 1 : q;
}

static gint64
divide_down (gint64 a, gint64 b)
{
  gint64 q = a / b;

  return a % b != 0 && ((a < 0) != (b < 0)) ? q - 1 : q;
}

/* The least, or most, that the terms of a fact come to. */
static gint64
add_up (const CountOutFact *fact, const Ranges *ranges, gboolean most)
{
  gint64 sum = 0;

  for (guint i = 0; i < fact->n_terms; i++)
    sum += fact->factors[i] * ((fact->factors[i] > 0) == most ? ranges->to[fact->unknowns[i]]
                                                              : ranges->from[fact->unknowns[i]]);
  return sum;
}

/* Takes away the numbers that cannot be, whatever the other terms are; FALSE where none is left. */
static gboolean
narrow (const CountOutFact *fact, Ranges *ranges, gboolean *is_changed)
{
  gint64 least = add_up (fact, ranges, FALSE), most = add_up (fact, ranges, TRUE);

  if (least > fact->to || most < fact->from)
    return FALSE;
  for (guint i = 0; i < fact->n_terms; i++)
    {
      gint64 factor = fact->factors[i];
      gint64 *from = &ranges->from[fact->unknowns[i]], *to = &ranges->to[fact->unknowns[i]];
      gint64 others_least = least - factor * (factor > 0 ? *from : *to);
      gint64 others_most = most - factor * (factor > 0 ? *to : *from);
      gint64 was_from = *from, was_to = *to;

      if (fact->to != G_MAXINT64 && factor > 0)
        *to = MIN (*to, divide_down (fact->to - others_least, factor));
      else if (fact->to != G_MAXINT64)
        *from = MAX (*from, divide_up (fact->to - others_least, factor));
      if (fact->from != G_MININT64 && factor > 0)
        *from = MAX (*from, divide_up (fact->from - others_most, factor));
      else if (fact->from != G_MININT64)
        *to = MIN (*to, divide_down (fact->from - others_most, factor));
      if (*from > *to)
        return FALSE;
      *is_changed = *is_changed || *from != was_from || *to != was_to;
      least = others_least + factor * (factor > 0 ? *from : *to);
      most = others_most + factor * (factor > 0 ? *to : *from);
    }
  return TRUE;
}

static gboolean
narrow_all (const CountOut *self, Ranges *ranges)
{
  gboolean is_changed = TRUE;

  for (guint round = 0; is_changed && round < MAX_ROUNDS; round++)
    {
      is_changed = FALSE;
      for (guint i = 0; i < self->facts->len; i++)
        {
          const CountOutFact *fact = &g_array_index (self->facts, CountOutFact, i);

          if ((int) fact->kind != self->without && !narrow (fact, ranges, &is_changed))
            return FALSE;
        }
    }
  return TRUE;
}

/* Whether some numbers of the ranges fit; each of those of the narrowest open range is tried. */
static gboolean
try_numbers (CountOut *self, const Ranges *ranges)
{
  const guint n = self->from->len;
  g_autofree gint64 *from = g_memdup2 (ranges->from, sizeof (gint64) * n);
  g_autofree gint64 *to = g_memdup2 (ranges->to, sizeof (gint64) * n);
  Ranges here = { from, to };
  guint open = n;

  if (self->n_tried++ > MAX_TRIED)
    return TRUE;
  if (!narrow_all (self, &here))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (from[i] < to[i] && (open == n || to[i] - from[i] < to[open] - from[open]))
      open = i;
  if (open == n)
    return TRUE;
  for (gint64 first = from[open], last = to[open], value = first; value <= last; value++)
    {
      from[open] = to[open] = value;
      if (try_numbers (self, &here))
        return TRUE;
    }
  return FALSE;
}

/* Whether anything fits. What takes too long is counted, and taken to. */
gboolean
count_out_is_possible (CountOut *self)
{
  const Ranges ranges = { (gint64 *) (gpointer) self->from->data,
                          (gint64 *) (gpointer) self->to->data };

  gboolean is_possible;

  self->n_tried = 0;
  is_possible = try_numbers (self, &ranges);
  self->n_given_up += self->n_tried > MAX_TRIED;
  return is_possible;
}

/* Whether a number can be from @from to @to. */
gboolean
count_out_can_be (CountOut *self, guint unknown, gint64 from, gint64 to)
{
  const gint64 was_from = g_array_index (self->from, gint64, unknown);
  const gint64 was_to = g_array_index (self->to, gint64, unknown);
  gboolean is_possible = FALSE;

  if (MAX (from, was_from) <= MIN (to, was_to))
    {
      count_out_set (self, unknown, MAX (from, was_from), MIN (to, was_to));
      is_possible = count_out_is_possible (self);
    }
  count_out_set (self, unknown, was_from, was_to);
  return is_possible;
}
