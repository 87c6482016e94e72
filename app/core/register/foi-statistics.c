/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-statistics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The period, and the day on which one looks. */
typedef struct
{
  FoiDate from, to, today;
} Period;

typedef gboolean (*Counts) (const FoiRegisterRow *row, const Period *period);

/* ---- what a case is -------------------------------------------------------------------------- */

static gboolean
is_within (const Period *period, FoiDate date)
{
  return date != FOI_DATE_NONE && date >= period->from && date <= period->to;
}

static gboolean
is_received (const FoiRegisterRow *row, const Period *period)
{
  return is_within (period, row->received);
}

/* Nothing is left open of it. */
static gboolean
is_processed (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && row->outcome->timeliness != FOI_TIME_OPEN
         && row->outcome->outcome != FOI_REQUEST_OPEN;
}

static gboolean
is_pending (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && !is_processed (row, period);
}

static gboolean
is_pending_extended (const FoiRegisterRow *row, const Period *period)
{
  return is_pending (row, period) && row->clock->phase == FOI_CLOCK_EXTENDED;
}

/* The requester is waited for, or it lapsed because nothing came. */
static gboolean
is_stopped (const FoiRegisterRow *row, const Period *period)
{
  return is_pending (row, period)
         && (row->clock->phase == FOI_CLOCK_WANTS_CLARIFICATION
             || row->clock->phase == FOI_CLOCK_WANTS_FEE
             || row->clock->phase == FOI_CLOCK_LAPSED);
}

static gboolean
has_timeliness (const FoiRegisterRow *row, const Period *period, FoiTimeliness timeliness)
{
  return is_processed (row, period) && row->outcome->timeliness == timeliness;
}

static gboolean
is_in_time (const FoiRegisterRow *row, const Period *period)
{
  return has_timeliness (row, period, FOI_TIME_MET);
}

static gboolean
is_in_extended_time (const FoiRegisterRow *row, const Period *period)
{
  return has_timeliness (row, period, FOI_TIME_EXTENDED);
}

static gboolean
is_late (const FoiRegisterRow *row, const Period *period)
{
  return has_timeliness (row, period, FOI_TIME_LATE);
}

static gboolean
is_uncertain (const FoiRegisterRow *row, const Period *period)
{
  return has_timeliness (row, period, FOI_TIME_UNCERTAIN);
}

static gboolean
has_outcome (const FoiRegisterRow *row, const Period *period, FoiRequestOutcome outcome)
{
  return is_processed (row, period) && row->outcome->outcome == outcome;
}

static gboolean
is_granted (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_GRANTED);
}

static gboolean
is_part (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_PARTLY);
}

static gboolean
is_not_held (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_NOT_HELD);
}

static gboolean
is_elsewhere (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_ELSEWHERE);
}

static gboolean
is_advice (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_ADVICE);
}

static gboolean
is_neither (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_NEITHER);
}

/* To neither confirm nor deny is to refuse in full. */
static gboolean
is_withheld (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_WITHHELD) || is_neither (row, period);
}

static gboolean
is_withheld_for (const FoiRegisterRow *row, const Period *period, FoiWithheldFor reason)
{
  return is_withheld (row, period) && (row->outcome->withheld_for & reason) != 0;
}

static gboolean
is_vexatious (const FoiRegisterRow *row, const Period *period)
{
  return is_withheld_for (row, period, FOI_WITHHELD_VEXATIOUS);
}

static gboolean
is_repeated (const FoiRegisterRow *row, const Period *period)
{
  return is_withheld_for (row, period, FOI_WITHHELD_REPEATED);
}

static gboolean
is_cost (const FoiRegisterRow *row, const Period *period)
{
  return is_withheld_for (row, period, FOI_WITHHELD_COST);
}

static gboolean
is_exempt (const FoiRegisterRow *row, const Period *period)
{
  return is_withheld_for (row, period, FOI_WITHHELD_EXEMPTION);
}

static gboolean
is_review (const FoiRegisterRow *row, const Period *period)
{
  return is_within (period, row->review_asked);
}

static gboolean
is_review_open (const FoiRegisterRow *row, const Period *period)
{
  return is_review (row, period) && row->reviewed == FOI_DATE_NONE;
}

static gboolean
is_review_done (const FoiRegisterRow *row, const Period *period)
{
  return is_review (row, period) && row->reviewed != FOI_DATE_NONE;
}

static gboolean
has_decision (const FoiRegisterRow *row, const Period *period, const char *decision)
{
  return is_review_done (row, period) && strcmp (row->decision, decision) == 0;
}

static gboolean
is_upheld (const FoiRegisterRow *row, const Period *period)
{
  return has_decision (row, period, "upheld");
}

static gboolean
is_upheld_in_part (const FoiRegisterRow *row, const Period *period)
{
  return has_decision (row, period, "upheld-in-part");
}

static gboolean
is_overturned (const FoiRegisterRow *row, const Period *period)
{
  return has_decision (row, period, "overturned");
}

static gboolean
is_environmental (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && (g_str_equal (row->regime, "eir")
                                       || g_str_equal (row->regime, "eisr"));
}

/* ---- section 45 ------------------------------------------------------------------------------ */

/* What is already published is refused in full under section 21; the Code does not set it apart. */
static gboolean
is_refused (const FoiRegisterRow *row, const Period *period)
{
  return is_withheld (row, period) || is_elsewhere (row, period) || is_not_held (row, period);
}

/* ---- the Cabinet Office ---------------------------------------------------------------------- */

/* What is only published elsewhere is counted apart from everything. */
static gboolean
is_main (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && !is_stopped (row, period) && !is_elsewhere (row, period);
}

static gboolean
is_main_processed (const FoiRegisterRow *row, const Period *period)
{
  return is_main (row, period) && is_processed (row, period);
}

static gboolean
is_main_pending (const FoiRegisterRow *row, const Period *period)
{
  return is_main (row, period) && is_pending (row, period);
}

static gboolean
is_main_in_time (const FoiRegisterRow *row, const Period *period)
{
  return is_main (row, period) && is_in_time (row, period);
}

static gboolean
is_main_extended (const FoiRegisterRow *row, const Period *period)
{
  return is_main (row, period) && is_in_extended_time (row, period);
}

static gboolean
is_main_late (const FoiRegisterRow *row, const Period *period)
{
  return is_main (row, period) && is_late (row, period);
}

static gboolean
is_main_uncertain (const FoiRegisterRow *row, const Period *period)
{
  return is_main (row, period) && is_uncertain (row, period);
}

static gboolean
is_resolvable (const FoiRegisterRow *row, const Period *period)
{
  return is_main (row, period) && !is_advice (row, period) && !is_not_held (row, period);
}

/* ---- Scotland -------------------------------------------------------------------------------- */

/* Not answered, and the day for it has gone by. */
static gboolean
is_failure (const FoiRegisterRow *row, const Period *period)
{
  const FoiDate due = foi_register_row_get_due (row);

  return is_pending (row, period) && !is_stopped (row, period) && row->clock->certain
         && due != FOI_DATE_NONE && due < period->today;
}

/* ---- the returns ----------------------------------------------------------------------------- */

#define CODE     "section-45"
#define CABINET  "cabinet-office"
#define SCOTLAND "scotland"

static const struct
{
  const char *scheme, *words;
} schemes[] = {
  { CODE, N_("Quarterly return of the Code of Practice, parts 8.5 and 8.6") },
  { CABINET, N_("Classes of the Cabinet Office") },
  { SCOTLAND, N_("Classes of the Scottish Information Commissioner") },
};

static const struct
{
  const char *scheme, *id, *words;
  guint       level;
  Counts      counts;
} heads[] = {
  { CODE, "received", N_("Received"), 0, is_received },
  { CODE, "not-yet-processed", N_("Not yet processed"), 0, is_pending },
  { CODE, "not-yet-processed-extended", N_("Time extended"), 1, is_pending_extended },
  { CODE, "not-yet-processed-stopped", N_("Clock stopped"), 1, is_stopped },
  { CODE, "processed", N_("Processed in full"), 0, is_processed },
  { CODE, "processed-in-time", N_("Within the deadline"), 1, is_in_time },
  { CODE, "processed-extended", N_("Within an extended deadline"), 1, is_in_extended_time },
  { CODE, "processed-late", N_("After the deadline"), 1, is_late },
  { CODE, "processed-uncertain", N_("Not certain: bank holidays are not known"), 1, is_uncertain },
  { CODE, "granted", N_("Granted in full"), 0, is_granted },
  { CODE, "refused", N_("Refused in full"), 0, is_refused },
  { CODE, "refused-not-held", N_("Because it is not held"), 1, is_not_held },
  { CODE, "part", N_("Granted in part and refused in part"), 0, is_part },
  { CODE, "advice", N_("Clarified or passed on"), 0, is_advice },
  { CODE, "reviews", N_("Referred to internal review"), 0, is_review },

  { CABINET, "received", N_("Total requests received"), 0, is_received },
  { CABINET, "on-hold", N_("On hold or lapsed"), 1, is_stopped },
  { CABINET, "elsewhere", N_("Only already available elsewhere (counted apart)"), 1,
    is_elsewhere },
  { CABINET, "environmental", N_("Handled under environmental regulations"), 1,
    is_environmental },
  { CABINET, "total", N_("Total without these on hold, lapsed or counted apart"), 0, is_main },
  { CABINET, "processed", N_("Processed"), 1, is_main_processed },
  { CABINET, "open", N_("Still being processed"), 1, is_main_pending },
  { CABINET, "in-time", N_("Deadline met"), 2, is_main_in_time },
  { CABINET, "extended", N_("Permitted extension"), 2, is_main_extended },
  { CABINET, "late", N_("Late response"), 2, is_main_late },
  { CABINET, "uncertain", N_("Not certain: bank holidays are not known"), 2, is_main_uncertain },
  { CABINET, "advice", N_("Advice and assistance given"), 1, is_advice },
  { CABINET, "not-held", N_("Information not held"), 1, is_not_held },
  { CABINET, "resolvable", N_("Total resolvable"), 0, is_resolvable },
  { CABINET, "granted", N_("Granted in full"), 1, is_granted },
  { CABINET, "part", N_("Partially withheld"), 1, is_part },
  { CABINET, "withheld", N_("Fully withheld"), 1, is_withheld },
  { CABINET, "withheld-vexatious", N_("Because it was vexatious"), 2, is_vexatious },
  { CABINET, "withheld-repeated", N_("Because it was repeated"), 2, is_repeated },
  { CABINET, "withheld-cost", N_("Because of the cost limit"), 2, is_cost },
  { CABINET, "withheld-exemption", N_("Because of an exemption"), 2, is_exempt },
  { CABINET, "not-yet-provided", N_("Response not yet provided"), 1, is_main_pending },
  { CABINET, "reviews", N_("Internal reviews"), 0, is_review },
  { CABINET, "reviews-done", N_("Outcome known"), 1, is_review_done },
  { CABINET, "reviews-upheld", N_("The decision stands"), 2, is_upheld },
  { CABINET, "reviews-part", N_("The decision stands in part"), 2, is_upheld_in_part },
  { CABINET, "reviews-overturned", N_("The decision was changed"), 2, is_overturned },
  { CABINET, "reviews-open", N_("Outcome not yet known"), 1, is_review_open },

  { SCOTLAND, "received", N_("Received"), 0, is_received },
  { SCOTLAND, "on-hold", N_("Waiting for the requester"), 1, is_stopped },
  { SCOTLAND, "in-time", N_("Answered on time"), 1, is_in_time },
  { SCOTLAND, "extended", N_("Answered within an extended time"), 1, is_in_extended_time },
  { SCOTLAND, "late", N_("Answered late"), 1, is_late },
  { SCOTLAND, "uncertain", N_("Not certain: bank holidays are not known"), 1, is_uncertain },
  { SCOTLAND, "failure", N_("Failure to respond"), 1, is_failure },
  { SCOTLAND, "full", N_("Full release"), 0, is_granted },
  { SCOTLAND, "some", N_("Some released"), 0, is_part },
  { SCOTLAND, "none", N_("Nothing released"), 0, is_withheld },
  { SCOTLAND, "elsewhere", N_("Otherwise available"), 0, is_elsewhere },
  { SCOTLAND, "not-held", N_("Nothing held"), 0, is_not_held },
  { SCOTLAND, "neither", N_("Neither confirmed nor denied"), 0, is_neither },
  { SCOTLAND, "cost", N_("Refused for cost"), 0, is_cost },
  { SCOTLAND, "vexatious", N_("Refused as vexatious"), 0, is_vexatious },
  { SCOTLAND, "repeated", N_("Refused as repeated"), 0, is_repeated },
  { SCOTLAND, "reviews", N_("Reviews asked for"), 0, is_review },
  { SCOTLAND, "reviews-done", N_("Reviews answered"), 1, is_review_done },
  { SCOTLAND, "reviews-upheld", N_("The decision stands"), 2, is_upheld },
  { SCOTLAND, "reviews-part", N_("The decision stands in part"), 2, is_upheld_in_part },
  { SCOTLAND, "reviews-overturned", N_("The decision was changed"), 2, is_overturned },
};

static void
free_class (gpointer data)
{
  FoiStatisticsClass *class = data;

  g_free (class->id);
  g_free (class->words);
  g_ptr_array_unref (class->rows);
  g_free (class);
}

static FoiStatisticsClass *
add_class (GPtrArray *classes, const char *scheme, char *id, const char *words, guint level)
{
  FoiStatisticsClass *class = g_new (FoiStatisticsClass, 1);

  *class = (FoiStatisticsClass) {
    scheme, id, g_strdup (words), level,
    g_ptr_array_new_with_free_func ((GDestroyNotify) foi_register_row_unref)
  };
  g_ptr_array_add (classes, class);
  return class;
}

static gboolean
is_of_scheme (const char *scheme, const FoiRegisterRow *row)
{
  const gboolean is_scottish = g_str_equal (row->regime, "foisa")
                               || g_str_equal (row->regime, "eisr");

  return row->fault == NULL && (is_scottish || !g_str_equal (scheme, SCOTLAND));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* How many requests each ground was used in: "foia 40(2)". A request may have several. */
static void
count_grounds (GPtrArray *classes, const char *scheme, GPtrArray *rows, const Period *period)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (rows, i);

      if (!is_of_scheme (scheme, row) || !is_processed (row, period))
        continue;
      for (guint j = 0; j < row->outcome->grounds->len; j++)
        if (g_hash_table_add (found, row->outcome->grounds->pdata[j]))
          g_ptr_array_add (names, row->outcome->grounds->pdata[j]);
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      FoiStatisticsClass *class
        = add_class (classes, scheme, g_strconcat ("ground ", name, NULL), name, 0);

      for (guint j = 0; j < rows->len; j++)
        {
          FoiRegisterRow *row = g_ptr_array_index (rows, j);

          if (is_of_scheme (scheme, row) && is_processed (row, period)
              && g_ptr_array_find_with_equal_func (row->outcome->grounds, name, g_str_equal, NULL))
            g_ptr_array_add (class->rows, foi_register_row_ref (row));
        }
    }
}

/**
 * foi_statistics_count:
 * @rows: (element-type FoiRegisterRow): the cases of a folder
 * @from: the first day of the period
 * @to: the last
 * @today: the day on which one looks
 *
 * Counts the requests received in a period by the heads of the returns: the Code of Practice under
 * section 45 (parts 8.5 and 8.6), the Cabinet Office's and the Scottish Information Commissioner's.
 * Reviews count in the period in which they were asked for. A case that cannot be read counts
 * nowhere.
 *
 * Returns: (transfer full) (element-type FoiStatisticsClass): the heads, in the returns' order.
 */
GPtrArray *
foi_statistics_count (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today)
{
  const Period period = { from, to, today };
  GPtrArray *classes = g_ptr_array_new_with_free_func (free_class);

  g_return_val_if_fail (rows != NULL, classes);

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      FoiStatisticsClass *class = add_class (classes, heads[i].scheme, g_strdup (heads[i].id),
                                             _(heads[i].words), heads[i].level);

      for (guint j = 0; j < rows->len; j++)
        {
          FoiRegisterRow *row = g_ptr_array_index (rows, j);

          if (is_of_scheme (heads[i].scheme, row) && heads[i].counts (row, &period))
            g_ptr_array_add (class->rows, foi_register_row_ref (row));
        }
      if (i + 1 == G_N_ELEMENTS (heads) || !g_str_equal (heads[i + 1].scheme, heads[i].scheme))
        count_grounds (classes, heads[i].scheme, rows, &period);
    }
  return classes;
}

/**
 * foi_statistics_scheme_to_words:
 * @scheme: of a class
 *
 * Returns: whose return it is.
 */
const char *
foi_statistics_scheme_to_words (const char *scheme)
{
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (strcmp (schemes[i].scheme, scheme) == 0)
      return _(schemes[i].words);
  return scheme;
}
