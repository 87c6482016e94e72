/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-sentence.h"

#include "random-world-private.h"

#include <string.h>

/* What an answer says of the first column of the first table, and what follows from it. */

typedef struct
{
  World *world;
  const guint *plain; /* rows that are no totals */
  guint n_plain;
  guint one, other;   /* two of them */
} Saying;

static gint64
get (const Saying *self, guint row)
{
  return self->world->tables[0].cells[row][0].value;
}

static const char *
get_name (const Saying *self, guint row)
{
  return self->world->tables[0].rows[row];
}

static gint64
add_up (const Saying *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->n_plain; i++)
    sum += get (self, self->plain[i]);
  return sum;
}

static void
add_all (const Saying *self, WorldFact *fact, gint64 factor)
{
  for (guint i = 0; i < self->n_plain; i++)
    world_add_term (fact, 0, self->plain[i], 0, factor);
}

static void
say_sum (const Saying *self)
{
  WorldFact *fact = world_add_fact (self->world, KNOWN_SENTENCE);

  fact->from = fact->to = add_up (self);
  add_all (self, fact, 1);
  g_snprintf (self->world->answer, sizeof self->world->answer, "In all there were %d calls.",
              (int) fact->to);
}

static void
say_one (const Saying *self)
{
  WorldFact *fact = world_add_fact (self->world, KNOWN_SENTENCE);

  fact->from = fact->to = get (self, self->one);
  world_add_term (fact, 0, self->one, 0, 1);
  g_snprintf (self->world->answer, sizeof self->world->answer, "There were %d calls in %s.",
              (int) fact->to, get_name (self, self->one));
}

static void
say_difference (const Saying *self)
{
  WorldFact *fact = world_add_fact (self->world, KNOWN_DIFFERENCE);

  fact->from = fact->to = get (self, self->one) - get (self, self->other);
  world_add_term (fact, 0, self->one, 0, 1);
  world_add_term (fact, 0, self->other, 0, -1);
  g_snprintf (self->world->answer, sizeof self->world->answer, "%s had %d more calls than %s.",
              get_name (self, self->one), (int) fact->to, get_name (self, self->other));
}

static void
say_together (const Saying *self)
{
  WorldFact *fact = world_add_fact (self->world, KNOWN_TOGETHER);

  fact->from = fact->to = get (self, self->one) + get (self, self->other);
  world_add_term (fact, 0, self->one, 0, 1);
  world_add_term (fact, 0, self->other, 0, 1);
  g_snprintf (self->world->answer, sizeof self->world->answer, "%s and %s had %d calls together.",
              get_name (self, self->one), get_name (self, self->other), (int) fact->to);
}

/* Rounded to whole per cents, halves up. */
static void
say_part (const Saying *self)
{
  const gint64 sum = add_up (self), per_cent = (200 * get (self, self->one) + sum) / (2 * sum);

  for (int side = -1; side <= 1; side += 2)
    {
      WorldFact *fact = world_add_fact (self->world, KNOWN_PART);

      fact->from = side < 0 ? 0 : G_MININT64;
      fact->to = side < 0 ? G_MAXINT64 : 0;
      world_add_term (fact, 0, self->one, 0, 200);
      add_all (self, fact, -(2 * per_cent + side));
    }
  g_snprintf (self->world->answer, sizeof self->world->answer, "%s had %d%% of all calls.",
              get_name (self, self->one), (int) per_cent);
}

/* Says something where that is not of nothing: one figure is not said to be another of 0. */
void
world_make_sentence (World *world, GRand *chance, const guint *plain, guint n_plain)
{
  Saying self = { world, plain, n_plain, 0, 0 };
  const guint first = (guint) g_rand_int_range (chance, 0, (gint32) n_plain);
  const guint step = (guint) g_rand_int_range (chance, 1, (gint32) n_plain);

  self.one = plain[first];
  self.other = plain[(first + step) % n_plain];
  switch (g_rand_int_range (chance, 0, 8))
    {
    case 0:
      if (get (&self, self.one) > 0)
        say_one (&self);
      break;
    case 1:
    case 2:
      if (get (&self, self.one) > get (&self, self.other))
        say_difference (&self);
      break;
    case 3:
      if (get (&self, self.one) + get (&self, self.other) > 0)
        say_together (&self);
      break;
    case 4:
    case 5:
      if (add_up (&self) > 0)
        say_part (&self);
      break;
    default:
      if (add_up (&self) > 0)
        say_sum (&self);
      break;
    }
}
