/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-joined.h"

#include <string.h>

#include "foi-disclosure-labels.h"

/* Which of several labels another one has together, by what it is called: "Abbey and Brook",
 * "2019/20 to 2021/22", "Under 10". A name says what may be; the figures say whether it is. */

/* How many words @part has, if @words begin with them; else 0. */
static guint
count_run (const char *const *words, const char *const *part)
{
  guint n = 0;

  while (part[n] != NULL && words[n] != NULL && g_str_equal (words[n], part[n]))
    n++;
  return part[n] == NULL ? n : 0;
}

/* Whether the words of @part stand in @words one after another. */
static gboolean
has_run (const char *const *words, const char *const *part)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (count_run (words + i, part) > 0)
      return TRUE;
  return FALSE;
}

/* "Partly upheld or withdrawn" names what was partly upheld, and not what was upheld. */
static GArray *
list_read (const FoiJoinedNames *self, guint label)
{
  const char *const *words = self->labels->pdata[label];
  GArray *read = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = 0; words[at] != NULL;)
    {
      guint longest = 0, part = 0;
      gboolean is_new = TRUE;

      for (guint i = 0; i < self->ends->len; i++)
        {
          const guint n = self->is_part[i] ? count_run (words + at, self->ends->pdata[i]) : 0;

          part = n > longest ? i : part;
          longest = MAX (longest, n);
        }
      for (guint i = 0; i < read->len; i++)
        is_new = is_new && g_array_index (read, guint, i) != part;
      if (longest > 0 && is_new)
        g_array_append_val (read, part);
      at += MAX (longest, 1);
    }
  return read;
}

/* Whether it is named by the first of its words, if no other part begins with it. */
static gboolean
has_first (const FoiJoinedNames *self, guint label, guint part)
{
  const char *first = ((GStrv) self->ends->pdata[part])[0];

  if (first == NULL || strlen (first) < 4 || g_ascii_isdigit (first[0])
      || !g_strv_contains (self->labels->pdata[label], first))
    return FALSE;
  for (guint i = 0; i < self->ends->len; i++)
    if (i != part && (!self->is_one_list || i != label)
        && g_strv_contains (self->ends->pdata[i], first))
      return FALSE;
  return TRUE;
}

static GArray *
list_named (const FoiJoinedNames *self, guint label)
{
  GArray *named = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->ends->len; i++)
    if (self->is_part[i]
        && (has_run (self->labels->pdata[label], self->ends->pdata[i])
            || has_first (self, label, i)))
      g_array_append_val (named, i);
  return named;
}

/* From the first that is named to the last. */
static void
fill_up (const FoiJoinedNames *self, GArray *named)
{
  const guint first = g_array_index (named, guint, 0);
  const guint last = g_array_index (named, guint, named->len - 1);

  g_array_set_size (named, 0);
  for (guint i = first; i <= last; i++)
    if (self->is_part[i])
      g_array_append_val (named, i);
}

/*
 * _foi_joined_get_spans:
 *
 * Returns: (transfer none): the ways in which a label may be meant as a part of a scale.
 */
const FoiSpan *
_foi_joined_get_spans (GArray *spans, guint label)
{
  return &g_array_index (spans, FoiSpan, label * FOI_MAX_SPANS);
}

static gboolean
is_within (const FoiSpan *span, const FoiSpan *parts)
{
  for (guint i = 0; i < FOI_MAX_SPANS && parts[i].kind != FOI_SPAN_NONE; i++)
    if (foi_span_has (span, &parts[i]))
      return TRUE;
  return FALSE;
}

/* What lies within one of the ways in which a label may be meant: "0 to 4" within "Under 10". */
static GArray *
list_within (const FoiJoinedNames *self, guint label, guint way)
{
  const FoiSpan *span = _foi_joined_get_spans (self->spans, label) + way;
  GArray *within = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->ends->len && span->kind != FOI_SPAN_NONE; i++)
    if (self->is_part[i] && is_within (span, _foi_joined_get_spans (self->of_parts, i)))
      g_array_append_val (within, i);
  return within;
}

/* What has the label in its name, as "Abbey Primary" has "Primary"; or (@begins) begins as it
 * does, as "Upheld in full" does with "Upheld in whole or part". */
static GArray *
list_alike (const FoiJoinedNames *self, guint label, gboolean begins)
{
  const char *const *words = self->labels->pdata[label];
  GArray *alike = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->ends->len && words[0] != NULL; i++)
    {
      const char *const *part = self->ends->pdata[i];

      if (self->is_part[i]
          && (begins ? part[0] != NULL && strlen (part[0]) > 3 && strcmp (part[0], words[0]) == 0
                     : foi_label_has (part, words)))
        g_array_append_val (alike, i);
    }
  return alike;
}

/*
 * _foi_joined_list_parts:
 * @label: the one that may have others together
 * @way: how it may be meant
 *
 * Returns: (transfer full) (element-type guint): the places of what it has together then; none
 *   where it cannot be meant so, or only who has both lists can say.
 */
GArray *
_foi_joined_list_parts (const FoiJoinedNames *self, guint label, FoiJoinedWay way)
{
  GArray *parts;

  if (way >= FOI_JOINED_WITHIN && way < FOI_JOINED_HAVING)
    return list_within (self, label, way - FOI_JOINED_WITHIN);
  if (way == FOI_JOINED_HAVING || way == FOI_JOINED_BEGUN)
    return list_alike (self, label, way == FOI_JOINED_BEGUN);
  if (way == FOI_JOINED_READ)
    return list_read (self, label);
  if (way != FOI_JOINED_NAMED && way != FOI_JOINED_FILLED)
    return g_array_new (FALSE, FALSE, sizeof (guint));
  parts = list_named (self, label);
  if (way == FOI_JOINED_FILLED && parts->len > 1)
    fill_up (self, parts);
  return parts;
}
