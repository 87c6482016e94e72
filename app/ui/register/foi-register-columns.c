/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-columns.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-clock-words.h"
#include "foi-errand.h"
#include "foi-register-state.h"

/* ---- what they say --------------------------------------------------------------------------- */

/* A file that cannot be read is known by its name. */
static char *
dup_reference (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiRegisterRow *row = entry->row;

  return g_strdup (row->reference[0] != '\0' ? row->reference : row->name);
}

static char *
dup_subject (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->fault != NULL ? entry->row->fault : entry->row->subject);
}

static char *
dup_requester (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->fault == NULL ? foi_requester_kind_to_words (entry->row->requester)
                                             : "");
}

static char *
dup_state (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiRegisterRow *row = entry->row;

  if (row->fault == NULL && row->status == FOI_STATUS_DRAFT
      && foi_approvals_is_given (&row->approvals))
    return g_strdup (_("Draft, approved"));
  if (row->fault == NULL && row->status == FOI_STATUS_DRAFT && row->approvals.n_changed > 0)
    return g_strdup (_("Draft, changed since approved"));
  return g_strdup (foi_register_row_get_state_words (row, today));
}

static char *
dup_received (const FoiCaseEntry *entry, FoiDate today)
{
  return foi_date_to_words_seen (entry->row->received, today);
}

static char *
dup_due (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiDate due = foi_register_row_is_open (entry->row, today)
                        ? foi_register_row_get_due (entry->row) : FOI_DATE_NONE;

  if (due != FOI_DATE_NONE && !foi_register_row_get_clock (entry->row)->certain)
    return g_strdup (_("not certain"));
  return foi_date_to_words_seen (due, today);
}

static char *
dup_left (const FoiCaseEntry *entry, FoiDate today)
{
  int days;

  if (!foi_register_row_get_days_left (entry->row, today, &days))
    return g_strdup ("");
  /* On the weekend after it no working day has gone by. */
  if (days == 0 && foi_register_row_get_due (entry->row) < today)
    return g_strdup (_("late"));
  if (days < 0)
    /* Translators: working days after the day on which a request was to be answered. */
    return g_strdup_printf (ngettext ("%d late", "%d late", (gulong) -days), -days);
  return g_strdup_printf ("%d", days);
}

static char *
dup_wait (const FoiCaseEntry *entry, FoiDate today)
{
  FoiDate asked;
  const char *name = foi_register_row_get_waited_for (entry->row, today, &asked);
  g_autofree char *since = NULL;

  if (name == NULL || asked == FOI_DATE_NONE)
    return g_strdup (name != NULL ? name : "");
  since = foi_date_to_words_seen (asked, today);
  /* Translators: a service of the authority or the regulator, and since when it is waited for. */
  return g_strdup_printf (_("%s, since %s"), name, since);
}

static char *
dup_owner (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->owner);
}

static char *
dup_to_fix (const FoiCaseEntry *entry, FoiDate today)
{
  if (entry->n_to_fix < 0)
    return g_strdup (foi_register_row_is_open (entry->row, today) ? "…" : "");
  return g_strdup_printf ("%d", entry->n_to_fix);
}

static char *
dup_errand (const FoiCaseEntry *entry, FoiDate today)
{
  return foi_register_row_dup_errand_words (entry->row, FOI_ERRAND_OVERDUE, today);
}

/* ---- their order ----------------------------------------------------------------------------- */

/* What is not known is last. */
static int
compare_dates (FoiDate a, FoiDate b)
{
  if (a == FOI_DATE_NONE || b == FOI_DATE_NONE)
    return (a == FOI_DATE_NONE) - (b == FOI_DATE_NONE);
  return (a > b) - (a < b);
}

/* "FOI9" before "FOI10". */
static int
compare_texts (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_collate_key_for_filename (a, -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (b, -1);

  return g_strcmp0 (first, second);
}

static int
compare_references (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  return compare_texts (a->row->reference, b->row->reference);
}

static int
compare_subjects (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  return g_utf8_collate (a->row->subject, b->row->subject);
}

static int
compare_requesters (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  return (int) a->row->requester - (int) b->row->requester;
}

static int
compare_states (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());

  return (int) foi_register_row_get_state (a->row, today)
         - (int) foi_register_row_get_state (b->row, today);
}

static int
compare_received (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  return compare_dates (a->row->received, b->row->received);
}

/* What is still to be answered comes first. */
static int
compare_due (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  const int open
    = foi_register_row_is_open (b->row, today) - foi_register_row_is_open (a->row, today);

  return open != 0 ? open : compare_dates (foi_register_row_get_due (a->row),
                                           foi_register_row_get_due (b->row));
}

static FoiDate
get_wait (const FoiCaseEntry *entry)
{
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  FoiDate since;

  return foi_register_row_get_waited_for (entry->row, today, &since) != NULL ? since
                                                                            : FOI_DATE_NONE;
}

static int
compare_waits (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  return compare_dates (get_wait (a), get_wait (b));
}

static int
compare_owners (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  return g_utf8_collate (a->row->owner, b->row->owner);
}

static int
compare_to_fix (const FoiCaseEntry *a, const FoiCaseEntry *b)
{
  return b->n_to_fix - a->n_to_fix;
}

static const FoiRegisterColumn columns[] = {
  { "reference", N_("Reference"), 13, dup_reference, compare_references },
  { "subject", N_("Subject"), 18, dup_subject, compare_subjects },
  { "errand", N_("To do"), 13, dup_errand, compare_due },
  { "state", N_("State"), 17, dup_state, compare_states },
  { "due", N_("Due"), 16, dup_due, compare_due },
  { "left", N_("Days left"), 8, dup_left, compare_due },
  { "waiting", N_("Waiting for"), 20, dup_wait, compare_waits },
  { "owner", N_("Owner"), 12, dup_owner, compare_owners },
  { "to-fix", N_("To fix"), 5, dup_to_fix, compare_to_fix },
  { "received", N_("Received"), 16, dup_received, compare_received },
  { "requester", N_("Requester"), 12, dup_requester, compare_requesters },
};

/**
 * foi_register_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none): the columns of the register, in their order.
 */
const FoiRegisterColumn *
foi_register_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * foi_register_columns_dup_words:
 * @entry: a case
 * @today: the day on which one looks
 *
 * Returns: (transfer full): what a screen reader says of it: which it is, how far, and by when.
 */
char *
foi_register_columns_dup_words (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiRegisterRow *row = entry->row;
  g_autofree char *reference = dup_reference (entry, today);
  g_autofree char *clock = NULL;

  if (row->fault != NULL)
    return g_strdup_printf ("%s, %s: %s", reference, foi_register_row_get_state_words (row, today),
                            row->fault);
  clock = foi_clock_dup_words (row->clock, today);
  return g_strdup_printf ("%s, %s, %s, %s", reference, row->subject,
                          foi_register_row_get_state_words (row, today), clock);
}
