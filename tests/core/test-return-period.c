/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-return-period.h"

/* The periods in which a day lies, and those beside them. */
static void
test_periods (void)
{
  static const struct
  {
    const char         *day;
    FoiReturnPeriodKind kind;
    const char         *text, *before, *after, *words;
  } facts[] = {
    { "2024-05-31", FOI_PERIOD_QUARTER, "quarter 2024-04-01 2024-06-30",
      "quarter 2024-01-01 2024-03-31", "quarter 2024-07-01 2024-09-30", "April to June 2024" },
    { "2024-01-01", FOI_PERIOD_QUARTER, "quarter 2024-01-01 2024-03-31",
      "quarter 2023-10-01 2023-12-31", "quarter 2024-04-01 2024-06-30",
      "January to March 2024" },
    { "2024-12-31", FOI_PERIOD_QUARTER, "quarter 2024-10-01 2024-12-31",
      "quarter 2024-07-01 2024-09-30", "quarter 2025-01-01 2025-03-31",
      "October to December 2024" },
    { "2024-02-29", FOI_PERIOD_YEAR, "year 2024-01-01 2024-12-31", "year 2023-01-01 2023-12-31",
      "year 2025-01-01 2025-12-31", "2024" },
    { "2024-03-31", FOI_PERIOD_FINANCIAL_YEAR, "financial-year 2023-04-01 2024-03-31",
      "financial-year 2022-04-01 2023-03-31", "financial-year 2024-04-01 2025-03-31",
      "April 2023 to March 2024" },
    { "2024-04-01", FOI_PERIOD_FINANCIAL_YEAR, "financial-year 2024-04-01 2025-03-31",
      "financial-year 2023-04-01 2024-03-31", "financial-year 2025-04-01 2026-03-31",
      "April 2024 to March 2025" },
    { "2024-02-10", FOI_PERIOD_DATES, "dates 2024-02-01 2024-02-29", "dates 2024-01-03 2024-01-31",
      "dates 2024-03-01 2024-03-29", "1 February 2024 to 29 February 2024" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiReturnPeriod period, before, after;
      g_autofree char *text = NULL, *text_before = NULL, *text_after = NULL, *words = NULL;

      foi_return_period_init (&period, facts[i].kind, foi_date_from_iso (facts[i].day));
      before = after = period;
      foi_return_period_step (&before, -1);
      foi_return_period_step (&after, 1);
      text = foi_return_period_to_text (&period);
      text_before = foi_return_period_to_text (&before);
      text_after = foi_return_period_to_text (&after);
      words = foi_return_period_dup_words (&period);
      g_assert_cmpstr (text, ==, facts[i].text);
      g_assert_cmpstr (text_before, ==, facts[i].before);
      g_assert_cmpstr (text_after, ==, facts[i].after);
      g_assert_cmpstr (words, ==, facts[i].words);
    }
}

/* The quarter that is reported next is the last one that has ended. */
static void
test_last (void)
{
  static const struct
  {
    const char *today, *text;
  } facts[] = {
    { "2024-04-01", "quarter 2024-01-01 2024-03-31" },
    { "2024-06-30", "quarter 2024-01-01 2024-03-31" },
    { "2024-07-01", "quarter 2024-04-01 2024-06-30" },
    { "2024-02-29", "quarter 2023-10-01 2023-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiReturnPeriod period;
      g_autofree char *text = NULL;

      foi_return_period_init_last (&period, foi_date_from_iso (facts[i].today));
      text = foi_return_period_to_text (&period);
      g_assert_cmpstr (text, ==, facts[i].text);
    }
}

/* What was kept is read again; anything else is not taken for a period. */
static void
test_text (void)
{
  static const struct
  {
    const char *text, *read;
  } facts[] = {
    { "dates 2024-05-03 2024-06-04", "dates 2024-05-03 2024-06-04" },
    { "dates 2024-05-03 2024-05-03", "dates 2024-05-03 2024-05-03" },
    { "quarter 2024-05-03 2024-06-04", "quarter 2024-04-01 2024-06-30" },
    { "dates 2024-06-04 2024-05-03", NULL },
    { "dates 2024-02-30 2024-05-03", NULL },
    { "week 2024-05-03 2024-05-09", NULL },
    { "", NULL },
    { "quarter", NULL },
    { "quarter 2024-04-01 2024-06-30 more", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiReturnPeriod period = { FOI_PERIOD_YEAR, 1, 2 };
      const gboolean is_read = foi_return_period_from_text (&period, facts[i].text);
      g_autofree char *text = foi_return_period_to_text (&period);

      g_assert_cmpint (is_read, ==, facts[i].read != NULL);
      g_assert_cmpstr (text, ==, is_read ? facts[i].read : "year 0001-01-01 0001-01-02");
    }
}

/* At the ends of time nothing moves, and nothing breaks. */
static void
test_ends (void)
{
  for (guint kind = 0; kind < FOI_N_PERIOD_KINDS; kind++)
    for (int by = -1; by <= 1; by += 2)
      {
        FoiReturnPeriod period;

        foi_return_period_init (&period, (FoiReturnPeriodKind) kind,
                                foi_date_from_ymd (by < 0 ? 1 : 9999, 6, 6));
        for (guint i = 0; i < 20; i++)
          foi_return_period_step (&period, by);
        g_assert_cmpint (period.from, >, 0);
        g_assert_cmpint (period.to, >, period.from);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/return-period/periods", test_periods);
  g_test_add_func ("/return-period/last", test_last);
  g_test_add_func ("/return-period/text", test_text);
  g_test_add_func ("/return-period/ends", test_ends);
  return g_test_run ();
}
