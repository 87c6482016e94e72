/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-statistics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-statistics-private.h"

typedef FoiStatisticsPeriod Period;

typedef gboolean (*Counts) (const FoiRegisterRow *row, const Period *period);
typedef guint (*Days) (const FoiRegisterRow *row);

/* ---- what a case is -------------------------------------------------------------------------- */

static gboolean
is_received (const FoiRegisterRow *row, const Period *period)
{
  return _foi_statistics_is_within (period, row->received);
}

/* Nothing is left open of it. */
static gboolean
is_processed (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && row->outcome->timeliness != FOI_TIME_OPEN
         && row->outcome->outcome != FOI_REQUEST_OPEN;
}

/* By the requester: there is nothing to be answered, on time or not. */
static gboolean
is_withdrawn (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && row->status == FOI_STATUS_WITHDRAWN;
}

static gboolean
is_pending (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && !is_processed (row, period) && !is_withdrawn (row, period);
}

static gboolean
is_pending_extended (const FoiRegisterRow *row, const Period *period)
{
  return is_pending (row, period) && row->outcome->answer->phase == FOI_CLOCK_EXTENDED;
}

/* The requester is waited for, or it lapsed because nothing came. */
static gboolean
is_stopped (const FoiRegisterRow *row, const Period *period)
{
  const FoiClockPhase phase = row->fault == NULL ? row->outcome->answer->phase : FOI_CLOCK_UNKNOWN;

  return is_pending (row, period)
         && (phase == FOI_CLOCK_WANTS_CLARIFICATION || phase == FOI_CLOCK_WANTS_FEE
             || phase == FOI_CLOCK_LAPSED);
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
is_environmental (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && (g_str_equal (row->regime, "eir")
                                       || g_str_equal (row->regime, "eisr"));
}

/* ---- how long it took ------------------------------------------------------------------------ */

/* Beyond the time that there is without an extension. */
static guint
count_extension_days (const FoiRegisterRow *row)
{
  return _foi_statistics_count_days (row, row->outcome->first_due, row->answered);
}

/* ---- section 45 ------------------------------------------------------------------------------ */

/* What is only published elsewhere is refused under section 21, for the Code does not set it apart:
 * beside something that was given, in part. */
static gboolean
is_elsewhere_in_full (const FoiRegisterRow *row, const Period *period)
{
  return is_elsewhere (row, period) && !row->outcome->gave;
}

static gboolean
is_elsewhere_in_part (const FoiRegisterRow *row, const Period *period)
{
  return is_elsewhere (row, period) && row->outcome->gave;
}

static gboolean
is_elsewhere_in_time (const FoiRegisterRow *row, const Period *period)
{
  return is_elsewhere (row, period) && (is_in_time (row, period)
                                        || is_in_extended_time (row, period));
}

static gboolean
is_elsewhere_late (const FoiRegisterRow *row, const Period *period)
{
  return is_elsewhere (row, period) && is_late (row, period);
}

static gboolean
is_refused (const FoiRegisterRow *row, const Period *period)
{
  return is_withheld (row, period) || is_elsewhere_in_full (row, period)
         || is_not_held (row, period);
}

static gboolean
is_refused_in_part (const FoiRegisterRow *row, const Period *period)
{
  return is_part (row, period) || is_elsewhere_in_part (row, period);
}

/* ---- the Cabinet Office ---------------------------------------------------------------------- */

static gboolean
is_on_hold (const FoiRegisterRow *row, const Period *period)
{
  return is_stopped (row, period) || is_withdrawn (row, period);
}

/* What is only published elsewhere is counted apart from everything. */
static gboolean
is_main (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && !is_on_hold (row, period) && !is_elsewhere (row, period);
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
  return is_pending (row, period) && foi_register_row_owes_answer (row)
         && row->outcome->answer->certain && row->outcome->answer->due < period->today;
}

static gboolean
is_in_hand (const FoiRegisterRow *row, const Period *period)
{
  return is_pending (row, period) && !is_stopped (row, period) && !is_failure (row, period);
}

static gboolean
is_charged (const FoiRegisterRow *row, const Period *period)
{
  return is_received (row, period) && row->fees_notice != FOI_DATE_NONE;
}

static gboolean
is_paid (const FoiRegisterRow *row, const Period *period)
{
  return is_charged (row, period) && row->fee_received != FOI_DATE_NONE;
}

/* The Commissioner counts what is neither confirmed nor denied by itself. */
static gboolean
is_none (const FoiRegisterRow *row, const Period *period)
{
  return has_outcome (row, period, FOI_REQUEST_WITHHELD);
}

static gboolean
is_none_for (const FoiRegisterRow *row, const Period *period, FoiWithheldFor reason)
{
  return is_none (row, period) && (row->outcome->withheld_for & reason) != 0;
}

static gboolean
is_none_for_cost (const FoiRegisterRow *row, const Period *period)
{
  return is_none_for (row, period, FOI_WITHHELD_COST);
}

static gboolean
is_none_as_vexatious (const FoiRegisterRow *row, const Period *period)
{
  return is_none_for (row, period, FOI_WITHHELD_VEXATIOUS);
}

static gboolean
is_none_as_repeated (const FoiRegisterRow *row, const Period *period)
{
  return is_none_for (row, period, FOI_WITHHELD_REPEATED);
}

static gboolean
is_none_as_unreasonable (const FoiRegisterRow *row, const Period *period)
{
  return is_none_for (row, period, FOI_WITHHELD_UNREASONABLE);
}

/* ---- the returns ----------------------------------------------------------------------------- */

#define CODE     "section-45"
#define CABINET  "cabinet-office"
#define SCOTLAND "scotland"
#define REVIEWS  "reviews"

static const struct
{
  const char *scheme, *words;
} schemes[] = {
  { CODE, N_("Quarterly return of the Code of Practice, parts 8.5 and 8.6") },
  { CABINET, N_("Classes of the Cabinet Office") },
  { SCOTLAND, N_("Classes of the Scottish Information Commissioner") },
  { REVIEWS, N_("Internal reviews") },
};

#define HEAD(scheme, id, words, level, counts) { scheme, id, words, level, counts, NULL, 0, 0 }

static const struct
{
  const char *scheme, *id, *words;
  guint       level;
  Counts      counts;
  Days        days;        /* (nullable): of those, the ones that took so long */
  guint       least, most; /* working days, both included */
} heads[] = {
  HEAD (CODE, "received", N_("Received"), 0, is_received),
  HEAD (CODE, "not-yet-processed", N_("Not yet processed"), 0, is_pending),
  HEAD (CODE, "not-yet-processed-extended", N_("Time extended"), 1, is_pending_extended),
  HEAD (CODE, "not-yet-processed-stopped", N_("Clock stopped"), 1, is_stopped),
  HEAD (CODE, "processed", N_("Processed in full"), 0, is_processed),
  HEAD (CODE, "processed-in-time", N_("Within the deadline"), 1, is_in_time),
  HEAD (CODE, "processed-extended", N_("Within an extended deadline"), 1, is_in_extended_time),
  HEAD (CODE, "processed-late", N_("After the deadline"), 1, is_late),
  HEAD (CODE, "processed-uncertain", N_("Not certain: bank holidays are not known"), 1,
        is_uncertain),
  HEAD (CODE, "withdrawn", N_("Withdrawn by the requester"), 0, is_withdrawn),
  HEAD (CODE, "granted", N_("Granted in full"), 0, is_granted),
  HEAD (CODE, "refused", N_("Refused in full"), 0, is_refused),
  HEAD (CODE, "refused-not-held", N_("Because it is not held"), 1, is_not_held),
  HEAD (CODE, "part", N_("Granted in part and refused in part"), 0, is_refused_in_part),
  HEAD (CODE, "advice", N_("Clarified or passed on"), 0, is_advice),
  HEAD (CODE, "reviews", N_("Referred to internal review"), 0, _foi_review_is_asked),

  HEAD (CABINET, "received", N_("Total requests received"), 0, is_received),
  HEAD (CABINET, "on-hold", N_("On hold or lapsed"), 1, is_on_hold),
  HEAD (CABINET, "on-hold-withdrawn", N_("Withdrawn by the requester"), 2, is_withdrawn),
  HEAD (CABINET, "elsewhere", N_("Only already available elsewhere (counted apart)"), 1,
    is_elsewhere),
  HEAD (CABINET, "elsewhere-part", N_("The rest was given"), 2, is_elsewhere_in_part),
  HEAD (CABINET, "elsewhere-full", N_("Nothing was given"), 2, is_elsewhere_in_full),
  HEAD (CABINET, "elsewhere-in-time", N_("Deadline met, or within a permitted extension"), 2,
        is_elsewhere_in_time),
  HEAD (CABINET, "elsewhere-late", N_("Late response"), 2, is_elsewhere_late),
  HEAD (CABINET, "environmental", N_("Handled under environmental regulations"), 1,
    is_environmental),
  HEAD (CABINET, "total", N_("Total without these on hold, lapsed or counted apart"), 0, is_main),
  HEAD (CABINET, "open", N_("Still being processed"), 1, is_main_pending),
  HEAD (CABINET, "processed", N_("Processed"), 1, is_main_processed),
  HEAD (CABINET, "in-time", N_("Deadline met"), 2, is_main_in_time),
  HEAD (CABINET, "extended", N_("Permitted extension"), 2, is_main_extended),
  { CABINET, "extended-days-5", N_("5 working days or fewer"), 3, is_main_extended,
    count_extension_days, 0, 5 },
  { CABINET, "extended-days-10", N_("6 to 10 working days"), 3, is_main_extended,
    count_extension_days, 6, 10 },
  { CABINET, "extended-days-15", N_("11 to 15 working days"), 3, is_main_extended,
    count_extension_days, 11, 15 },
  { CABINET, "extended-days-20", N_("16 to 20 working days"), 3, is_main_extended,
    count_extension_days, 16, 20 },
  { CABINET, "extended-days-30", N_("21 to 30 working days"), 3, is_main_extended,
    count_extension_days, 21, 30 },
  { CABINET, "extended-days-40", N_("31 to 40 working days"), 3, is_main_extended,
    count_extension_days, 31, 40 },
  { CABINET, "extended-days-60", N_("41 to 60 working days"), 3, is_main_extended,
    count_extension_days, 41, 60 },
  { CABINET, "extended-days-80", N_("61 to 80 working days"), 3, is_main_extended,
    count_extension_days, 61, 80 },
  { CABINET, "extended-days-100", N_("81 to 100 working days"), 3, is_main_extended,
    count_extension_days, 81, 100 },
  { CABINET, "extended-days-more", N_("More than 100 working days"), 3, is_main_extended,
    count_extension_days, 101, G_MAXUINT },
  HEAD (CABINET, "late", N_("Late response"), 2, is_main_late),
  HEAD (CABINET, "uncertain", N_("Not certain: bank holidays are not known"), 2, is_main_uncertain),
  HEAD (CABINET, "advice", N_("Advice and assistance given"), 1, is_advice),
  HEAD (CABINET, "not-held", N_("Information not held"), 1, is_not_held),
  HEAD (CABINET, "resolvable", N_("Total resolvable"), 0, is_resolvable),
  HEAD (CABINET, "granted", N_("Granted in full"), 1, is_granted),
  HEAD (CABINET, "part", N_("Partially withheld"), 1, is_part),
  HEAD (CABINET, "withheld", N_("Fully withheld"), 1, is_withheld),
  HEAD (CABINET, "withheld-vexatious", N_("Because it was vexatious"), 2, is_vexatious),
  HEAD (CABINET, "withheld-repeated", N_("Because it was repeated"), 2, is_repeated),
  HEAD (CABINET, "withheld-cost", N_("Because of the cost limit"), 2, is_cost),
  HEAD (CABINET, "withheld-exemption", N_("Because of an exemption"), 2, is_exempt),
  HEAD (CABINET, "not-yet-provided", N_("Response not yet provided"), 1, is_main_pending),
  HEAD (CABINET, "reviews", N_("Internal reviews"), 0, _foi_review_is_asked),
  HEAD (CABINET, "reviews-done", N_("Outcome known"), 1, _foi_review_is_done),
  HEAD (CABINET, "reviews-upheld", N_("The decision stands"), 2, _foi_review_is_upheld),
  HEAD (CABINET, "reviews-part", N_("The decision stands in part"), 2,
        _foi_review_is_upheld_in_part),
  HEAD (CABINET, "reviews-overturned", N_("The decision was changed"), 2,
        _foi_review_is_overturned),
  { CABINET, "reviews-days-10", N_("10 working days or fewer"), 2, _foi_review_is_done,
    _foi_review_count_days, 0, 10 },
  { CABINET, "reviews-days-20", N_("11 to 20 working days"), 2, _foi_review_is_done,
    _foi_review_count_days, 11, 20 },
  { CABINET, "reviews-days-40", N_("21 to 40 working days"), 2, _foi_review_is_done,
    _foi_review_count_days, 21, 40 },
  { CABINET, "reviews-days-60", N_("41 to 60 working days"), 2, _foi_review_is_done,
    _foi_review_count_days, 41, 60 },
  { CABINET, "reviews-days-80", N_("61 to 80 working days"), 2, _foi_review_is_done,
    _foi_review_count_days, 61, 80 },
  { CABINET, "reviews-days-100", N_("81 to 100 working days"), 2, _foi_review_is_done,
    _foi_review_count_days, 81, 100 },
  { CABINET, "reviews-days-more", N_("More than 100 working days"), 2, _foi_review_is_done,
    _foi_review_count_days, 101, G_MAXUINT },
  HEAD (CABINET, "reviews-open", N_("Outcome not yet known"), 1, _foi_review_is_open),
  HEAD (CABINET, "reviews-withdrawn", N_("Withdrawn by the requester"), 1,
        _foi_review_is_withdrawn),

  HEAD (SCOTLAND, "received", N_("Received under the Freedom of Information (Scotland) Act"), 0,
        is_received),
  HEAD (SCOTLAND, "on-hold", N_("Waiting for the requester"), 1, is_stopped),
  HEAD (SCOTLAND, "withdrawn", N_("Closed: withdrawn by the requester"), 1, is_withdrawn),
  HEAD (SCOTLAND, "in-time", N_("Answered on time"), 1, is_in_time),
  HEAD (SCOTLAND, "extended", N_("Answered within an extended time"), 1, is_in_extended_time),
  HEAD (SCOTLAND, "late", N_("Answered late"), 1, is_late),
  HEAD (SCOTLAND, "uncertain", N_("Not certain: bank holidays are not known"), 1, is_uncertain),
  HEAD (SCOTLAND, "failure", N_("Failure to respond"), 1, is_failure),
  HEAD (SCOTLAND, "open", N_("Not answered, and not overdue"), 1, is_in_hand),
  HEAD (SCOTLAND, "fees-notice", N_("A fees notice was given"), 0, is_charged),
  HEAD (SCOTLAND, "fees-paid", N_("The fee was paid"), 1, is_paid),
  HEAD (SCOTLAND, "answered", N_("Answered"), 0, is_processed),
  HEAD (SCOTLAND, "full", N_("Full release"), 1, is_granted),
  HEAD (SCOTLAND, "some", N_("Some released"), 1, is_refused_in_part),
  HEAD (SCOTLAND, "none", N_("Nothing released"), 1, is_none),
  HEAD (SCOTLAND, "cost", N_("Refused for cost"), 2, is_none_for_cost),
  HEAD (SCOTLAND, "vexatious", N_("Refused as vexatious"), 2, is_none_as_vexatious),
  HEAD (SCOTLAND, "repeated", N_("Refused as repeated"), 2, is_none_as_repeated),
  HEAD (SCOTLAND, "unreasonable", N_("Refused as manifestly unreasonable"), 2,
        is_none_as_unreasonable),
  HEAD (SCOTLAND, "elsewhere", N_("Otherwise available"), 1, is_elsewhere_in_full),
  HEAD (SCOTLAND, "not-held", N_("Nothing held"), 1, is_not_held),
  HEAD (SCOTLAND, "neither", N_("Neither confirmed nor denied"), 1, is_neither),
  HEAD (SCOTLAND, "advice", N_("Clarified or passed on"), 1, is_advice),
  HEAD (SCOTLAND, "reviews", N_("Reviews asked for"), 0, _foi_review_is_asked),
  HEAD (SCOTLAND, "reviews-done", N_("Reviews answered"), 1, _foi_review_is_done),
  HEAD (SCOTLAND, "reviews-upheld", N_("The decision stands"), 2, _foi_review_is_upheld),
  HEAD (SCOTLAND, "reviews-part", N_("The decision stands in part"), 2,
        _foi_review_is_upheld_in_part),
  HEAD (SCOTLAND, "reviews-overturned", N_("The decision was changed"), 2,
        _foi_review_is_overturned),
  HEAD (SCOTLAND, "reviews-in-time", N_("Reviews answered on time"), 1, _foi_review_is_in_time),
  HEAD (SCOTLAND, "reviews-late", N_("Reviews answered late"), 1, _foi_review_is_late),
  HEAD (SCOTLAND, "reviews-failure", N_("Reviews not answered in time"), 1, _foi_review_is_overdue),
  HEAD (SCOTLAND, "reviews-withdrawn", N_("Reviews withdrawn by the requester"), 1,
        _foi_review_is_withdrawn),

  HEAD (REVIEWS, "asked", N_("Asked for in the period"), 0, _foi_review_is_asked),
  HEAD (REVIEWS, "open", N_("Not answered yet"), 0, _foi_review_is_open),
  HEAD (REVIEWS, "overdue", N_("The day for it has gone by"), 1, _foi_review_is_overdue),
  HEAD (REVIEWS, "withdrawn", N_("Withdrawn by the requester"), 0, _foi_review_is_withdrawn),
  HEAD (REVIEWS, "done", N_("Answered"), 0, _foi_review_is_done),
  HEAD (REVIEWS, "in-time", N_("In time"), 1, _foi_review_is_in_time),
  HEAD (REVIEWS, "late", N_("Late"), 1, _foi_review_is_late),
  HEAD (REVIEWS, "uncertain", N_("Not certain: bank holidays are not known"), 1,
    _foi_review_is_uncertain),
  HEAD (REVIEWS, "upheld", N_("The decision stands"), 1, _foi_review_is_upheld),
  HEAD (REVIEWS, "part", N_("The decision stands in part"), 1, _foi_review_is_upheld_in_part),
  HEAD (REVIEWS, "overturned", N_("The decision was changed"), 1, _foi_review_is_overturned),
  HEAD (REVIEWS, "unknown", N_("The letter does not say what it came to"), 1,
        _foi_review_is_undecided),
  { REVIEWS, "days-10", N_("10 working days or fewer"), 1, _foi_review_is_done,
    _foi_review_count_days, 0, 10 },
  { REVIEWS, "days-20", N_("11 to 20 working days"), 1, _foi_review_is_done,
    _foi_review_count_days, 11, 20 },
  { REVIEWS, "days-40", N_("21 to 40 working days"), 1, _foi_review_is_done,
    _foi_review_count_days, 21, 40 },
  { REVIEWS, "days-60", N_("41 to 60 working days"), 1, _foi_review_is_done,
    _foi_review_count_days, 41, 60 },
  { REVIEWS, "days-80", N_("61 to 80 working days"), 1, _foi_review_is_done,
    _foi_review_count_days, 61, 80 },
  { REVIEWS, "days-100", N_("81 to 100 working days"), 1, _foi_review_is_done,
    _foi_review_count_days, 81, 100 },
  { REVIEWS, "days-more", N_("More than 100 working days"), 1, _foi_review_is_done,
    _foi_review_count_days, 101, G_MAXUINT },
};

/* A return is for all laws, or the same heads are for each of its own. */
static const struct
{
  const char *scheme;
  const char *law;     /* (nullable): only what came under it */
  const char *prefix;  /* of the ids of its heads */
  const char *without; /* (nullable): a head that this law has nothing for */
} counts[] = {
  { CODE, NULL, "", NULL },
  { CABINET, NULL, "", NULL },
  { SCOTLAND, "foisa", "", "unreasonable" },
  { SCOTLAND, "eisr", "eir-", NULL },
  { REVIEWS, NULL, "", NULL },
};

static gboolean
is_of_law (const char *law, const FoiRegisterRow *row)
{
  return row->fault == NULL && (law == NULL || g_str_equal (row->regime, law));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* How many requests each ground was used in: "foia 40(2)". A request may have several. */
static void
count_grounds (GPtrArray *classes, const char *scheme, const char *law, GPtrArray *rows,
               const Period *period)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (rows, i);

      if (!is_of_law (law, row) || !is_processed (row, period))
        continue;
      for (guint j = 0; j < row->outcome->grounds->len; j++)
        if (g_hash_table_add (found, row->outcome->grounds->pdata[j]))
          g_ptr_array_add (names, row->outcome->grounds->pdata[j]);
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *id = g_strconcat ("ground ", name, NULL);
      FoiStatisticsClass *class = foi_statistics_class_new (scheme, id, name, 0);

      g_ptr_array_add (classes, class);
      for (guint j = 0; j < rows->len; j++)
        {
          FoiRegisterRow *row = g_ptr_array_index (rows, j);

          if (is_of_law (law, row) && is_processed (row, period)
              && g_ptr_array_find_with_equal_func (row->outcome->grounds, name, g_str_equal, NULL))
            foi_statistics_class_take (class, row);
        }
    }
}

/* One head of @heads. */
static gboolean
is_counted (gsize head, const FoiRegisterRow *row, const Period *period)
{
  guint n_days;

  if (!heads[head].counts (row, period))
    return FALSE;
  n_days = heads[head].days != NULL ? heads[head].days (row) : 0;
  return heads[head].days == NULL
         || (n_days >= heads[head].least && n_days <= heads[head].most);
}

/* What a head of one law is called; the first of them says which law it is. */
static const char *
get_words (gsize head, const char *prefix)
{
  if (prefix[0] != '\0' && g_str_equal (heads[head].id, "received"))
    return _("Received under the environmental regulations");
  return _(heads[head].words);
}

/* The heads of one entry of @counts. */
static void
count_heads (GPtrArray *classes, gsize entry, GPtrArray *rows, const Period *period)
{
  const char *prefix = counts[entry].prefix, *without = counts[entry].without;

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *id = g_strconcat (prefix, heads[i].id, NULL);
      FoiStatisticsClass *class;

      if (!g_str_equal (heads[i].scheme, counts[entry].scheme)
          || g_strcmp0 (heads[i].id, without) == 0)
        continue;
      class = foi_statistics_class_new (heads[i].scheme, id, get_words (i, prefix),
                                        heads[i].level);
      g_ptr_array_add (classes, class);
      for (guint j = 0; j < rows->len; j++)
        {
          FoiRegisterRow *row = g_ptr_array_index (rows, j);

          if (is_of_law (counts[entry].law, row) && is_counted (i, row, period))
            foi_statistics_class_take (class, row);
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
 * section 45 (parts 8.5 and 8.6), the Cabinet Office's, and the Scottish Information Commissioner's
 * for each of the Scottish laws, whose ids begin with "eir-" for the environmental regulations.
 * Reviews count in the period in which they were asked for. A case that cannot be read counts
 * nowhere.
 *
 * Returns: (transfer full) (element-type FoiStatisticsClass): the heads, in the returns' order.
 */
GPtrArray *
foi_statistics_count (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today)
{
  const Period period = { from, to, today };
  GPtrArray *classes = g_ptr_array_new_with_free_func (foi_statistics_class_free);

  g_return_val_if_fail (rows != NULL, classes);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      count_heads (classes, i, rows, &period);
      /* Reviews have no grounds of their own. */
      if (!g_str_equal (counts[i].scheme, REVIEWS))
        count_grounds (classes, counts[i].scheme, counts[i].law, rows, &period);
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
