/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-number.h"

#define MILLION G_GINT64_CONSTANT (1000000)
#define MINUTES_IN_HOUR 60
#define PENCE_IN_POUND 100
/* Of minutes and pounds; far from where sums would overflow, and so of pence for an hour. */
#define MOST (G_GINT64_CONSTANT (100000000) * MILLION)
#define MOST_RATE 10000

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

/* The permitted activities (SI 2004/3244, regulation 4(3)). */
static const struct
{
  const char *activity, *words;
} activities[] = {
  { "determine", N_("Finding out whether we hold it") },
  { "locate", N_("Locating it") },
  { "retrieve", N_("Retrieving it") },
  { "extract", N_("Extracting it") },
};

/**
 * foi_estimate_activity_to_words:
 * @activity: (nullable): "determine", "locate", "retrieve" or "extract"
 *
 * Returns: what the authority does then, as its letters say it; "" for any other.
 */
const char *
foi_estimate_activity_to_words (const char *activity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (activities); i++)
    if (g_strcmp0 (activities[i].activity, activity) == 0)
      return _(activities[i].words);
  return "";
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
  JsonNode *counted = foi_json_get_member (limit, "activities");

  if (activity == NULL
      || (g_strcmp0 (kind, "cost-to-confirm") == 0 && !g_str_equal (activity, "determine")))
    return FALSE;
  for (guint i = 0; i < foi_json_get_n_elements (counted); i++)
    if (g_str_equal (json_node_get_string (foi_json_get_element (counted, i)), activity))
      return TRUE;
  return FALSE;
}

/**
 * foi_estimate_get_kind:
 * @question: (nullable): a question
 *
 * Returns: the kind of ground that its cost is measured for: that which it is refused by, or which
 *   it would be.
 */
const char *
foi_estimate_get_kind (JsonNode *question)
{
  JsonNode *grounds = foi_json_get_member (question, "grounds");

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      const char *kind = foi_json_get_string (foi_json_get_element (grounds, i), "kind", "");

      if (foi_estimate_is_cost (kind))
        return kind;
    }
  return g_str_equal (foi_json_get_string (question, "held", ""), "cannot-confirm-within-limit")
           ? "cost-to-confirm" : "cost";
}

/**
 * foi_estimate_is_cost:
 *
 * Returns: whether it is the cost limit that grounds of that kind go by.
 */
gboolean
foi_estimate_is_cost (const char *kind)
{
  return g_strcmp0 (kind, "cost") == 0 || g_strcmp0 (kind, "cost-to-confirm") == 0;
}

/**
 * foi_estimate_get_unit_minutes:
 * @row: a row of an estimate
 *
 * Returns: the minutes of one unit, in millionths; 0 where none are given.
 */
gint64
foi_estimate_get_unit_minutes (JsonNode *row)
{
  return get_millionths (row, "minutes", 0);
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
  const gint64 minutes = foi_estimate_get_unit_minutes (row);
  const gint64 count = CLAMP (foi_json_get_integer (row, "count", 1), 0, MOST / MILLION);

  return minutes > 0 && count > MOST / minutes ? MOST : minutes * count;
}

/**
 * foi_estimate_get_row_cost:
 * @row: a row of an estimate, or another request
 *
 * Returns: its pounds besides the time, in millionths.
 */
gint64
foi_estimate_get_row_cost (JsonNode *row)
{
  return get_millionths (row, "cost", 0);
}

/**
 * foi_estimate_add:
 * @self: a sum
 * @estimate: (nullable): the estimate of a question
 * @limit: (nullable): the limit in force, as the rules have it
 * @kind: the kind of ground
 *
 * Adds what one estimate says. foi_estimate_close() then tells what all come to.
 */
void
foi_estimate_add (FoiEstimate *self, JsonNode *estimate, JsonNode *limit, const char *kind)
{
  JsonNode *rows = foi_json_get_member (estimate, "rows");
  JsonNode *others = foi_json_get_member (estimate, "not_counted");

  g_return_if_fail (self != NULL);

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
      self->other_costs = MIN (self->other_costs + foi_estimate_get_row_cost (row), MOST);
    }
  for (guint i = 0; i < foi_json_get_n_elements (others); i++)
    self->not_counted = MIN (self->not_counted
                               + get_millionths (foi_json_get_element (others, i), "minutes", 0),
                             MOST);
}

/**
 * foi_estimate_add_request:
 * @self: a sum
 * @request: another request, with the minutes and the other costs that its own estimate counts
 *
 * Adds what another request takes.
 */
void
foi_estimate_add_request (FoiEstimate *self, JsonNode *request)
{
  g_return_if_fail (self != NULL);

  self->minutes = MIN (self->minutes + get_millionths (request, "minutes", 0), MOST);
  self->other_costs = MIN (self->other_costs + foi_estimate_get_row_cost (request), MOST);
}

/* Pence for an hour that the estimate itself says. */
static gint64
get_own_rate (JsonNode *estimate)
{
  return get_millionths (estimate, "rate", 0) / (MILLION / PENCE_IN_POUND);
}

/* Pence for an hour. Where the law gives the most that may be asked, what staff are paid counts. */
static gint64
find_rate (JsonNode *estimate, JsonNode *limit)
{
  const gint64 rate = CLAMP (foi_json_get_integer (limit, "rate", 0) * PENCE_IN_POUND, 0,
                             MOST_RATE);
  const gint64 own = get_own_rate (estimate);

  return foi_json_get_boolean (limit, "rate_is_most", FALSE) && own > 0 ? MIN (own, rate) : rate;
}

/**
 * foi_estimate_is_rate_assumed:
 * @limit: (nullable): the limit in force, as the rules have it
 * @estimate: (nullable): the estimate of a question
 *
 * Returns: whether the most that the law allows stands for what staff are paid, which nobody said.
 */
gboolean
foi_estimate_is_rate_assumed (JsonNode *limit, JsonNode *estimate)
{
  return foi_json_get_boolean (limit, "rate_is_most", FALSE) && get_own_rate (estimate) <= 0;
}

/**
 * foi_estimate_close:
 * @self: a sum
 * @estimate: (nullable): the estimate that says what an hour costs, if the law leaves that to it
 * @limit: (nullable): the limit in force, as the rules have it
 *
 * Tells what the time and the other costs come to. In six-thousandths of millionths of a pound
 * nothing is rounded before it is compared.
 */
void
foi_estimate_close (FoiEstimate *self, JsonNode *estimate, JsonNode *limit)
{
  const gint64 unit = MINUTES_IN_HOUR * PENCE_IN_POUND;
  gint64 parts;

  g_return_if_fail (self != NULL);

  self->rate = find_rate (estimate, limit) * (MILLION / PENCE_IN_POUND);
  self->limit = foi_json_get_integer (limit, "pounds", 0) * MILLION;
  parts = self->minutes * find_rate (estimate, limit) + self->other_costs * unit;
  self->cost = (parts + unit / 2) / unit;
  self->exceeds = self->limit > 0 && parts > self->limit * unit;
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
  foi_estimate_add (self, estimate, limit, kind);
  foi_estimate_close (self, estimate, limit);
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
