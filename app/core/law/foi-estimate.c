/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-number.h"

#define MILLION G_GINT64_CONSTANT (1000000)
#define MINUTES_IN_HOUR 60
/* Of minutes and pounds; far from where sums would overflow. */
#define MOST (G_GINT64_CONSTANT (1000000000) * MILLION)

/* Decimal text in millionths; what is no number is nothing, and too much is the most. */
static gint64
get_millionths (JsonNode *object, const char *key, gint64 fallback)
{
  JsonNode *member = foi_json_get_member (object, key);
  const char *text = foi_json_get_string (object, key, NULL);
  const char *point = text != NULL ? g_utf8_strchr (text, -1, '.') : NULL;
  int decimals = point != NULL ? (int) g_utf8_strlen (point + 1, -1) : 0;
  gint64 value;

  if (foi_json_is_integer (member))
    return CLAMP (json_node_get_int (member), 0, MOST / MILLION) * MILLION;
  if (text == NULL || decimals > FOI_ESTIMATE_DECIMALS
      || !foi_number_from_text (text, decimals, &value))
    return fallback;
  for (int i = decimals; i < FOI_ESTIMATE_DECIMALS && value < MOST; i++)
    value *= 10;
  return CLAMP (value, 0, MOST);
}

/**
 * foi_estimate_counts:
 * @limit: (nullable): the limit in force, as the rules have it
 * @kind: the kind of ground: of the cost of finding out, only finding out counts
 * @activity: (nullable): "determine", "locate", "retrieve" or "extract"
 *
 * Returns: whether time for that activity is counted.
 */
gboolean
foi_estimate_counts (JsonNode *limit, const char *kind, const char *activity)
{
  JsonNode *activities = foi_json_get_member (limit, "activities");

  if (activity == NULL
      || (g_strcmp0 (kind, "cost-to-confirm") == 0 && !g_str_equal (activity, "determine")))
    return FALSE;
  for (guint i = 0; i < foi_json_get_n_elements (activities); i++)
    if (g_str_equal (json_node_get_string (foi_json_get_element (activities, i)), activity))
      return TRUE;
  return FALSE;
}

/**
 * foi_estimate_get_row_minutes:
 * @row: a row of an estimate
 *
 * Returns: its minutes, in millionths: those of a unit, for each unit; without a count, once.
 */
gint64
foi_estimate_get_row_minutes (JsonNode *row)
{
  const gint64 minutes = get_millionths (row, "minutes", 0);
  const gint64 count = CLAMP (foi_json_get_integer (row, "count", 1), 0, MOST / MILLION);

  return minutes > 0 && count > MOST / minutes ? MOST : minutes * count;
}

static void
add_rows (FoiEstimate *self, JsonNode *estimate, JsonNode *limit, const char *kind)
{
  JsonNode *rows = foi_json_get_member (estimate, "rows");
  JsonNode *others = foi_json_get_member (estimate, "not_counted");

  for (guint i = 0; i < foi_json_get_n_elements (rows); i++)
    {
      JsonNode *row = foi_json_get_element (rows, i);
      const gint64 minutes = foi_estimate_get_row_minutes (row);

      if (!foi_estimate_counts (limit, kind, foi_json_get_string (row, "activity", NULL)))
        {
          self->not_counted = MIN (self->not_counted + minutes, MOST);
          continue;
        }
      self->minutes = MIN (self->minutes + minutes, MOST);
      self->other_costs = MIN (self->other_costs + get_millionths (row, "cost", 0), MOST);
    }
  for (guint i = 0; i < foi_json_get_n_elements (others); i++)
    self->not_counted = MIN (self->not_counted
                               + get_millionths (foi_json_get_element (others, i), "minutes", 0),
                             MOST);
}

/* In sixtieths of millionths of a pound nothing is rounded before it is compared. */
static void
compare (FoiEstimate *self, JsonNode *limit)
{
  const gint64 rate = foi_json_get_integer (limit, "rate", 0);
  const gint64 most = foi_json_get_integer (limit, "pounds", 0) * MILLION;
  const gint64 sixtieths = self->minutes * rate + self->other_costs * MINUTES_IN_HOUR;

  self->limit = most;
  self->cost = (sixtieths + MINUTES_IN_HOUR / 2) / MINUTES_IN_HOUR;
  self->exceeds = most > 0 && sixtieths > most * MINUTES_IN_HOUR;
}

/**
 * foi_estimate_sum:
 * @self: (out): the sum
 * @estimate: (nullable): the estimate of a question
 * @limit: (nullable): the limit in force, as the rules have it
 * @kind: the kind of ground
 *
 * Adds up what one estimate says.
 */
void
foi_estimate_sum (FoiEstimate *self, JsonNode *estimate, JsonNode *limit, const char *kind)
{
  g_return_if_fail (self != NULL);

  *self = (FoiEstimate) { 0 };
  add_rows (self, estimate, limit, kind);
  compare (self, limit);
}

static JsonNode *
find_estimate (JsonNode *questions, const char *id)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);

      if (g_strcmp0 (foi_json_get_string (question, "id", NULL), id) == 0)
        return foi_json_get_member (question, "estimate");
    }
  return NULL;
}

/**
 * foi_estimate_pool:
 * @self: (out): the sum
 * @questions: those of the case
 * @id: one of them
 * @limit: (nullable): the limit in force
 * @kind: the kind of ground
 * @may_pool: whether the law adds requests up that came within its time: the questions of one
 *   letter came on one day (SI 2004/3244, regulation 5)
 *
 * Adds up the estimate of a question and those of the questions that it is similar to. The cost of
 * each is that of all of them, but only where it is written down what makes them similar.
 */
void
foi_estimate_pool (FoiEstimate *self, JsonNode *questions, const char *id, JsonNode *limit,
                   const char *kind, gboolean may_pool)
{
  JsonNode *estimate = find_estimate (questions, id);
  JsonNode *similar = foi_json_get_member (estimate, "similar_to");
  const gboolean is_said = foi_json_get_string (estimate, "similarity", "")[0] != '\0';

  g_return_if_fail (self != NULL && id != NULL);

  *self = (FoiEstimate) { 0 };
  add_rows (self, estimate, limit, kind);
  for (guint i = 0; may_pool && is_said && i < foi_json_get_n_elements (similar); i++)
    {
      const char *other = json_node_get_string (foi_json_get_element (similar, i));
      JsonNode *more = find_estimate (questions, other);

      if (more == NULL || g_strcmp0 (other, id) == 0)
        continue;
      add_rows (self, more, limit, kind);
      self->n_pooled++;
    }
  compare (self, limit);
}

/**
 * foi_estimate_dup_hours:
 * @minutes: in millionths
 *
 * Returns: (transfer full): "70 hours", "18 hours and 1 minute", "45 minutes"; whole minutes, a
 *   part of one counting as one.
 */
char *
foi_estimate_dup_hours (gint64 minutes)
{
  const gint64 whole = (minutes + MILLION - 1) / MILLION;
  const gulong hours = (gulong) (whole / MINUTES_IN_HOUR);
  const gulong rest = (gulong) (whole % MINUTES_IN_HOUR);
  g_autofree char *number = foi_number_to_words ((gint64) hours, 0);
  g_autofree char *long_part = g_strdup_printf (ngettext ("%s hour", "%s hours", hours), number);
  g_autofree char *short_part = g_strdup_printf (ngettext ("%lu minute", "%lu minutes", rest),
                                                 rest);

  if (rest == 0)
    return g_steal_pointer (&long_part);
  if (hours == 0)
    return g_steal_pointer (&short_part);
  /* Translators: hours, and minutes. */
  return g_strdup_printf (_("%s and %s"), long_part, short_part);
}

/**
 * foi_estimate_dup_pounds:
 * @pounds: in millionths
 *
 * Returns: (transfer full): "£1,795", "£450.42"
 */
char *
foi_estimate_dup_pounds (gint64 pounds)
{
  const gint64 pence = (pounds + MILLION / 200) / (MILLION / 100);
  g_autofree char *number = pence % 100 == 0 ? foi_number_to_words (pence / 100, 0)
                                             : foi_number_to_words (pence, 2);

  return g_strconcat ("£", number, NULL);
}
