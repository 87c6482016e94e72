/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-return-period.h"

#include <glib/gi18n-lib.h>

#include "foi-term.h"

#define LAST_YEAR 9999

/* In the order of FoiReturnPeriodKind. */
static const FoiTerm kinds[] = {
  [FOI_PERIOD_QUARTER] = { "quarter", N_("Quarter") },
  [FOI_PERIOD_YEAR] = { "year", N_("Year") },
  [FOI_PERIOD_FINANCIAL_YEAR] = { "financial-year", N_("Financial year") },
  [FOI_PERIOD_DATES] = { "dates", N_("Other dates") },
};

static void
set_months (FoiReturnPeriod *self, int year, int month, int n)
{
  const int last = year * 12 + month - 1 + n;

  self->from = foi_date_from_ymd (year, month, 1);
  self->to = foi_date_from_ymd (last / 12, last % 12 + 1, 1) - 1;
}

/**
 * foi_return_period_init:
 * @kind: how long it is
 * @day: a day in it
 *
 * Sets it to the period of that kind in which a day lies; of %FOI_PERIOD_DATES to its month.
 */
void
foi_return_period_init (FoiReturnPeriod *self, FoiReturnPeriodKind kind, FoiDate day)
{
  int year, month;

  g_return_if_fail (self != NULL && day != FOI_DATE_NONE);

  foi_date_to_ymd (day, &year, &month, NULL);
  year = CLAMP (year, 2, LAST_YEAR - 2);
  self->kind = kind;
  switch (kind)
    {
    case FOI_PERIOD_YEAR:
      set_months (self, year, 1, 12);
      break;
    case FOI_PERIOD_FINANCIAL_YEAR:
      set_months (self, month >= 4 ? year : year - 1, 4, 12);
      break;
    case FOI_PERIOD_DATES:
      set_months (self, year, month, 1);
      break;
    case FOI_PERIOD_QUARTER:
    default:
      set_months (self, year, (month - 1) / 3 * 3 + 1, 3);
      break;
    }
}

/**
 * foi_return_period_init_last:
 * @today: the day on which one looks
 *
 * Sets it to the last quarter that has ended: the one that is reported next.
 */
void
foi_return_period_init_last (FoiReturnPeriod *self, FoiDate today)
{
  foi_return_period_init (self, FOI_PERIOD_QUARTER, today);
  foi_return_period_step (self, -1);
}

/**
 * foi_return_period_step:
 * @by: 1 for the period after it, -1 for the one before
 *
 * Moves it by its own length.
 */
void
foi_return_period_step (FoiReturnPeriod *self, int by)
{
  const FoiDate length = self->to - self->from + 1;
  const FoiDate last = foi_date_from_ymd (LAST_YEAR - 1, 12, 31);

  if (self->kind != FOI_PERIOD_DATES)
    foi_return_period_init (self, self->kind, by < 0 ? MAX (self->from - 1, 1)
                                                     : MIN (self->to + 1, last));
  else if (self->from + by * length > 0 && self->to + by * length <= last)
    {
      self->from += by * length;
      self->to += by * length;
    }
}

/* "April to June 2024", "April 2024 to March 2025". */
static char *
dup_month_words (const FoiReturnPeriod *self)
{
  int first_year, first_month, last_year, last_month;

  foi_date_to_ymd (self->from, &first_year, &first_month, NULL);
  foi_date_to_ymd (self->to, &last_year, &last_month, NULL);
  if (self->kind == FOI_PERIOD_YEAR)
    return g_strdup_printf ("%d", first_year);
  if (first_year == last_year)
    /* Translators: the names of two months, and their year. */
    return g_strdup_printf (_("%s to %s %d"), foi_month_name (first_month),
                            foi_month_name (last_month), last_year);
  /* Translators: a month and its year, and another month and its year. */
  return g_strdup_printf (_("%s %d to %s %d"), foi_month_name (first_month), first_year,
                          foi_month_name (last_month), last_year);
}

/**
 * foi_return_period_dup_words:
 *
 * Returns: (transfer full): "April to June 2024", "3 May 2024 to 4 June 2024".
 */
char *
foi_return_period_dup_words (const FoiReturnPeriod *self)
{
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind != FOI_PERIOD_DATES)
    return dup_month_words (self);
  from = foi_date_to_words (self->from);
  to = foi_date_to_words (self->to);
  /* Translators: two days. */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/**
 * foi_return_period_to_text:
 *
 * Returns: (transfer full): "quarter 2024-04-01 2024-06-30", to be kept.
 */
char *
foi_return_period_to_text (const FoiReturnPeriod *self)
{
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  from = foi_date_to_iso (self->from);
  to = foi_date_to_iso (self->to);
  return g_strjoin (" ", foi_term_get_name (kinds, G_N_ELEMENTS (kinds), self->kind), from, to,
                    NULL);
}

/**
 * foi_return_period_from_text:
 * @text: what foi_return_period_to_text() gave, or anything else
 *
 * Returns: whether it was that; else nothing is changed.
 */
gboolean
foi_return_period_from_text (FoiReturnPeriod *self, const char *text)
{
  g_auto (GStrv) words = NULL;
  FoiDate from, to;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  words = g_strsplit (text, " ", -1);
  if (g_strv_length (words) != 3)
    return FALSE;
  from = foi_date_from_iso (words[1]);
  to = foi_date_from_iso (words[2]);
  if (from == FOI_DATE_NONE || to < from)
    return FALSE;
  for (guint kind = 0; kind < FOI_N_PERIOD_KINDS; kind++)
    if (g_str_equal (words[0], kinds[kind].name))
      {
        if (kind == FOI_PERIOD_DATES)
          *self = (FoiReturnPeriod) { FOI_PERIOD_DATES, from, to };
        else
          foi_return_period_init (self, (FoiReturnPeriodKind) kind, from);
        return TRUE;
      }
  return FALSE;
}

/**
 * foi_return_period_kind_to_words:
 *
 * Returns: its name in the window: "Financial year".
 */
const char *
foi_return_period_kind_to_words (FoiReturnPeriodKind kind)
{
  return foi_term_get_words (kinds, G_N_ELEMENTS (kinds), kind);
}
