/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-facts-private.h"

#include "foi-json-edit.h"

#include <glib/gi18n-lib.h>

/* No window for a review is longer, in days. */
#define MAX_WINDOW 3650

#define REQUEST "review-request"

/* The authority's own time for asking for a review, where it has one. */
static JsonNode *
get_window (const FoiScope *scope)
{
  JsonNode *authority = foi_brief_get_authority (scope->composer->brief);

  return foi_json_get_member (foi_json_get_member (authority, "review"), "window");
}

/* Its days, counted from the letter's date. What is counted otherwise needs words of its own. */
static gint64
get_days (JsonNode *window, gboolean *working)
{
  const gint64 n = foi_json_get_integer (window, "n", 0);
  const char *unit = foi_json_get_string (window, "unit", "");

  *working = g_str_equal (unit, "working");
  if (!g_str_equal (foi_json_get_string (window, "from", ""), "issue")
      || (!*working && !g_str_equal (unit, "calendar")))
    return 0;
  return n <= MAX_WINDOW ? n : 0;
}

/* The authority's own window, else the law's or the Code's. */
static char *
dup_review_period (const FoiScope *scope)
{
  JsonNode *window = get_window (scope);
  gboolean working;
  gint64 n;

  if (window == NULL)
    return _foi_scope_dup_limit_period (scope, REQUEST);
  n = get_days (window, &working);
  if (n <= 0)
    return NULL;
  if (working)
    return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) n), (int) n);
  return g_strdup_printf (ngettext ("%d calendar day", "%d calendar days", (gulong) n), (int) n);
}

/* The last day for it; none where that cannot be told for certain. */
static char *
dup_review_by (const FoiScope *scope)
{
  JsonNode *window = get_window (scope);
  FoiDate day = scope->composer->date;
  gboolean working;
  gint64 n;

  if (day == FOI_DATE_NONE)
    return NULL;
  if (window == NULL)
    day = _foi_scope_end_of_limit (scope, day, REQUEST);
  else
    {
      n = get_days (window, &working);
      if (n <= 0)
        return NULL;
      day = working ? _foi_composer_add_working_days (scope->composer, day, (guint) n)
                    : day + (FoiDate) n;
    }
  return day != FOI_DATE_NONE ? foi_date_to_words (day) : NULL;
}

/* How many working days the authority has for a review: by law, or by good practice where the law
 * sets none. */
static char *
dup_review_days (const FoiScope *scope)
{
  JsonNode *limit = foi_rules_find_time_limit (scope->composer->rules,
                                               _foi_scope_get_regime (scope), "review-answer",
                                               foi_brief_get_received (scope->composer->brief));
  gint64 days = foi_json_get_integer (limit, "n", 0);

  return days > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, days) : NULL;
}

static const struct
{
  const char *gap;
  char *(*dup) (const FoiScope *scope);
} gaps[] = {
  { "review_by", dup_review_by },
  { "review_period", dup_review_period },
  { "review_days", dup_review_days },
};

/*
 * _foi_scope_dup_review_gap:
 * @name: a gap about the time for a review
 *
 * Returns: (transfer full) (nullable): its text.
 */
char *
_foi_scope_dup_review_gap (const FoiScope *scope, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (g_str_equal (gaps[i].gap, name))
      return gaps[i].dup (scope);
  return NULL;
}
