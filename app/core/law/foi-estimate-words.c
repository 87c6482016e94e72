/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate-words.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* "£450 (18 hours)"; "£600", where the law names no hours. */
static char *
dup_limit (const FoiEstimatePool *pool)
{
  const gint64 hours = foi_json_get_integer (pool->limit, "hours", 0);
  g_autofree char *pounds = foi_estimate_dup_pounds (pool->sum.limit);

  if (hours <= 0)
    return g_steal_pointer (&pounds);
  /* Translators: pounds, and the hours that stand for them. */
  return g_strdup_printf (ngettext ("%s (%d hour)", "%s (%d hours)", (gulong) hours), pounds,
                          (int) hours);
}

static gboolean
is_nothing (const FoiEstimate *sum)
{
  return sum->minutes == 0 && sum->other_costs == 0;
}

/**
 * foi_estimate_dup_cost_words:
 *
 * Returns: (transfer full): the cost; what is more than the limit by less than a penny is not said
 *   to be the limit.
 */
char *
foi_estimate_dup_cost_words (const FoiEstimate *sum)
{
  g_autofree char *cost = foi_estimate_dup_pounds (sum->cost);
  g_autofree char *limit = foi_estimate_dup_pounds (sum->limit);

  if (sum->limit == 0 || sum->cost == sum->limit || !g_str_equal (cost, limit))
    return g_steal_pointer (&cost);
  return sum->cost > sum->limit ? g_strdup_printf (_("just over %s"), limit)
                                : g_strdup_printf (_("just under %s"), limit);
}

/* Where the law has no limit, nothing of it is "counted": all of it is only the burden. */
static char *
dup_unlimited (const FoiEstimate *sum)
{
  g_autofree char *hours = foi_estimate_dup_hours (sum->minutes + sum->not_counted);

  if (sum->minutes + sum->not_counted == 0)
    return g_strdup (_("No time is written down yet."));
  return g_strdup_printf (_("%s of work."), hours);
}

/**
 * foi_estimate_dup_sum_words:
 *
 * Returns: (transfer full): what the estimate comes to: "71 hours at £25 an hour, and £45 of other
 *   costs: £1,820 in all."
 */
char *
foi_estimate_dup_sum_words (const FoiEstimatePool *pool)
{
  const FoiEstimate *sum = &pool->sum;
  g_autofree char *hours = foi_estimate_dup_hours (sum->minutes);
  g_autofree char *rate = foi_estimate_dup_pounds (sum->rate);
  g_autofree char *others = foi_estimate_dup_pounds (sum->other_costs);
  g_autofree char *cost = foi_estimate_dup_cost_words (sum);

  if (sum->limit == 0 && pool->limit == NULL)
    return dup_unlimited (sum);
  if (is_nothing (sum))
    return g_strdup (_("No time is counted yet."));
  if (sum->rate == 0)
    return g_strdup_printf (_("%s of work."), hours);
  if (pool->rate_is_assumed && sum->other_costs == 0)
    /* Translators: hours, pounds for an hour, pounds. */
    return g_strdup_printf (_("%s at %s an hour, which is assumed, as no pay is given: %s in all."),
                            hours, rate, cost);
  if (pool->rate_is_assumed)
    /* Translators: hours, pounds for an hour, other pounds, pounds in all. */
    return g_strdup_printf (_("%s at %s an hour, which is assumed, as no pay is given, and %s of "
                              "other costs: %s in all."), hours, rate, others, cost);
  if (sum->other_costs == 0)
    /* Translators: hours, pounds for an hour, pounds. */
    return g_strdup_printf (_("%s at %s an hour: %s in all."), hours, rate, cost);
  /* Translators: hours, pounds for an hour, other pounds, pounds in all. */
  return g_strdup_printf (_("%s at %s an hour, and %s of other costs: %s in all."), hours, rate,
                          others, cost);
}

/**
 * foi_estimate_dup_verdict:
 *
 * Returns: (transfer full): how that stands to the limit. What equals the limit is within it.
 */
char *
foi_estimate_dup_verdict (const FoiEstimatePool *pool)
{
  const FoiEstimate *sum = &pool->sum;
  g_autofree char *limit = NULL;
  g_autofree char *left = NULL;

  if (sum->limit == 0)
    return g_strdup (_("This law has no limit in pounds. Whether a request is manifestly "
                        "unreasonable is a judgement, for which the work is evidence."));
  limit = dup_limit (pool);
  if (is_nothing (sum))
    return g_strdup_printf (_("The limit is %s. Only what costs more may be refused."), limit);
  if (sum->exceeds)
    return g_strdup_printf (_("That is more than the limit of %s."), limit);
  if (sum->cost == sum->limit)
    return g_strdup_printf (_("That is exactly the limit of %s, so it is within it: the cost must "
                              "be more."), limit);
  left = foi_estimate_dup_pounds (sum->limit - sum->cost);
  return g_strdup_printf (_("That is within the limit of %s, with %s to spare."), limit, left);
}

/**
 * foi_estimate_dup_limit_words:
 * @received: the day of receipt
 *
 * Returns: (transfer full) (nullable): by which law the limit is that, and on which day.
 */
char *
foi_estimate_dup_limit_words (const FoiEstimatePool *pool, FoiDate received)
{
  const gboolean is_own = foi_json_get_boolean (pool->limit, "own", FALSE);
  const char *law = is_own ? _("as your authority has it, not the law")
                           : foi_json_get_string (pool->limit, "law", NULL);
  g_autofree char *limit = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *day = NULL;

  if (pool->limit == NULL || law == NULL || received == FOI_DATE_NONE)
    return NULL;
  limit = dup_limit (pool);
  day = foi_date_to_words (received);
  rate = foi_estimate_dup_pounds (foi_json_get_integer (pool->limit, "rate", 0) * 1000000);
  if (foi_json_get_boolean (pool->limit, "rate_is_most", FALSE))
    /* Translators: pounds, a day, pounds for an hour, a law. */
    return g_strdup_printf (_("The limit for this authority on %2$s: %1$s, at what staff are paid, "
                              "but no more than %3$s an hour (%4$s)."), limit, day, rate, law);
  /* Translators: pounds, a day, pounds for an hour, a law. */
  return g_strdup_printf (_("The limit for this authority on %2$s: %1$s, at %3$s an hour (%4$s)."),
                          limit, day, rate, law);
}

/* ---- what is added up ------------------------------------------------------------------------ */

static char *
dup_name (const FoiPoolMember *member)
{
  if (!member->is_request)
    return g_strdup_printf (_("Question %s"), member->name);
  if (member->name[0] == '\0')
    return g_strdup (_("A request without a reference"));
  return g_strdup_printf (_("Request %s"), member->name);
}

static char *
dup_too_far (const FoiEstimatePool *pool, const char *name, guint days)
{
  g_autofree char *allowed
    = g_strdup_printf (ngettext ("only those within %u working day are added up.",
                                 "only those within %u working days are added up.",
                                 pool->most_days), pool->most_days);

  if (days == 0)
    /* Translators: a request; what the law adds up. */
    return g_strdup_printf (_("%s lies years from this one: %s"), name, allowed);
  /* Translators: a request; a number of days, both the first and the last counted; what the law
   * adds up. */
  return g_strdup_printf (ngettext ("From %s to this one it is %u working day, both days "
                                    "counted: %s",
                                    "From %s to this one it is %u working days, both days "
                                    "counted: %s", days), name, days, allowed);
}

/**
 * foi_pool_member_dup_words:
 * @member: one of the pool
 *
 * Returns: (transfer full) (nullable): why it is not counted; %NULL if it is.
 */
char *
foi_pool_member_dup_words (const FoiEstimatePool *pool, const FoiPoolMember *member)
{
  g_autofree char *name = dup_name (member);

  switch (member->reason)
    {
    case FOI_POOL_NO_LAW:
      return g_strdup_printf (_("%s is not added: under this law each request is estimated by "
                                "itself."), name);
    case FOI_POOL_UNSAID:
      return g_strdup_printf (_("%s is not added: say first what makes it similar."), name);
    case FOI_POOL_OTHER_LAW:
      return g_strdup_printf (_("%s is not added: it is answered under another law."), name);
    case FOI_POOL_MISSING:
      return g_strdup_printf (_("%s is not added: the case has no such question."), name);
    case FOI_POOL_NO_DAY:
      return g_strdup_printf (_("%s is not added: the day of receipt is missing."), name);
    case FOI_POOL_TOO_FAR:
      return dup_too_far (pool, name, member->days);
    case FOI_POOL_TOO_WIDE:
      return g_strdup_printf (ngettext ("%s is not added: it and all the others did not come "
                                        "within %u working day.",
                                        "%s is not added: it and all the others did not come "
                                        "within %u working days.", pool->most_days),
                              name, pool->most_days);
    case FOI_POOL_UNCERTAIN:
      return g_strdup_printf (_("%s is not added: not all bank holidays between the two days are "
                                "known."), name);
    case FOI_POOL_COUNTED:
    default:
      return NULL;
    }
}

/**
 * foi_pool_dup_counted_words:
 *
 * Returns: (transfer full) (nullable): what is added up: "Counted in: Question 4, Request FOI 12."
 */
char *
foi_pool_dup_counted_words (const FoiEstimatePool *pool)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < pool->members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);
      g_autofree char *name = dup_name (member);

      if (member->reason == FOI_POOL_COUNTED)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  /* Translators: questions and requests. */
  return names->len > 0 ? g_strdup_printf (_("Counted in: %s."), names->str) : NULL;
}
