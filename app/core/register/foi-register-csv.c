/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-csv.h"

#include <glib/gi18n-lib.h>

#include "foi-csv-text.h"
#include "foi-errand.h"
#include "foi-register-state.h"

/* ---- what stands in a row -------------------------------------------------------------------- */

static char *
dup_date (FoiDate date)
{
  return date != FOI_DATE_NONE ? foi_date_to_iso (date) : g_strdup ("");
}

static char *
dup_file (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->name);
}

static char *
dup_reference (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->reference);
}

static char *
dup_subject (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->subject);
}

/* What kind of requester, never who: the register is for those who keep it. */
static char *
dup_requester (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->fault == NULL ? foi_requester_kind_to_words (entry->row->requester)
                                             : "");
}

static char *
dup_law (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->regime);
}

static char *
dup_state (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (foi_register_row_get_state_words (entry->row, today));
}

static char *
dup_errands (const FoiCaseEntry *entry, FoiDate today)
{
  return foi_register_row_dup_errand_words (entry->row, FOI_ERRAND_OVERDUE, today);
}

static char *
dup_received (const FoiCaseEntry *entry, FoiDate today)
{
  return dup_date (entry->row->received);
}

/* Nobody sees of a date alone that bank holidays may move it: it is not told then. */
static char *
dup_certain (const FoiCaseClock *clock, FoiDate date)
{
  return dup_date (clock != NULL && clock->certain ? date : FOI_DATE_NONE);
}

static char *
dup_due (const FoiCaseEntry *entry, FoiDate today)
{
  return dup_certain (foi_register_row_get_clock (entry->row),
                      foi_register_row_get_due (entry->row));
}

/* A review has a day of its own, which says nothing of when the answer was due. */
static char *
dup_what (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiCaseClock *clock = foi_register_row_get_clock (entry->row);
  const char *what;

  if (foi_register_row_get_due (entry->row) == FOI_DATE_NONE)
    return g_strdup ("");
  what = clock == entry->row->clock && foi_register_row_has_review (entry->row)
           ? _("Internal review") : _("Answer");
  if (clock->certain)
    return g_strdup (what);
  /* Translators: what is due, and a year. */
  return g_strdup_printf (_("%s; the day is not certain, for the bank holidays of %d are not "
                            "known"), what, clock->unknown_year);
}

static char *
dup_review_due (const FoiCaseEntry *entry, FoiDate today)
{
  return dup_certain (entry->row->clock, foi_register_row_get_review_due (entry->row));
}

static char *
dup_review_asked (const FoiCaseEntry *entry, FoiDate today)
{
  return dup_date (entry->row->review_asked);
}

static char *
dup_reviewed (const FoiCaseEntry *entry, FoiDate today)
{
  return dup_date (entry->row->reviewed);
}

static char *
dup_left (const FoiCaseEntry *entry, FoiDate today)
{
  int days;

  return foi_register_row_get_days_left (entry->row, today, &days) ? g_strdup_printf ("%d", days)
                                                                   : g_strdup ("");
}

static char *
dup_answered (const FoiCaseEntry *entry, FoiDate today)
{
  return dup_date (entry->row->answered);
}

static const FoiServiceWait *
find_wait (const FoiCaseEntry *entry, FoiDate today)
{
  return foi_register_row_is_open (entry->row, today) ? foi_register_row_find_wait (entry->row)
                                                      : NULL;
}

static char *
dup_service (const FoiCaseEntry *entry, FoiDate today)
{
  FoiDate since;
  const char *name = foi_register_row_get_waited_for (entry->row, today, &since);

  return g_strdup (name != NULL ? name : "");
}

static char *
dup_since (const FoiCaseEntry *entry, FoiDate today)
{
  FoiDate since;

  return foi_register_row_get_waited_for (entry->row, today, &since) != NULL ? dup_date (since)
                                                                            : g_strdup ("");
}

static char *
dup_wanted_by (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiServiceWait *wait = find_wait (entry, today);

  return dup_date (wait != NULL ? wait->wanted_by : FOI_DATE_NONE);
}

static char *
dup_chased (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiServiceWait *wait = find_wait (entry, today);

  return dup_date (wait != NULL ? wait->chased : FOI_DATE_NONE);
}

static char *
dup_owner (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->owner);
}

static char *
dup_approved (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiApprovals *approvals = &entry->row->approvals;

  return foi_approvals_is_given (approvals) ? dup_date (approvals->on) : g_strdup ("");
}

static char *
dup_approver (const FoiCaseEntry *entry, FoiDate today)
{
  const FoiApprovals *approvals = &entry->row->approvals;

  return g_strdup (approvals->by != NULL ? approvals->by : "");
}

static char *
dup_to_fix (const FoiCaseEntry *entry, FoiDate today)
{
  return entry->n_to_fix >= 0 ? g_strdup_printf ("%d", entry->n_to_fix) : g_strdup ("");
}

static char *
dup_fault (const FoiCaseEntry *entry, FoiDate today)
{
  return g_strdup (entry->row->fault != NULL ? entry->row->fault : "");
}

/* @plain: it is a number or a date of ours. */
static const struct
{
  const char *title;
  char     *(*dup_text) (const FoiCaseEntry *entry, FoiDate today);
  gboolean    plain;
} columns[] = {
  { N_("File"), dup_file, FALSE },
  { N_("Reference"), dup_reference, FALSE },
  { N_("Subject"), dup_subject, FALSE },
  { N_("Requester"), dup_requester, FALSE },
  { N_("Law"), dup_law, FALSE },
  { N_("State"), dup_state, FALSE },
  { N_("To do"), dup_errands, FALSE },
  { N_("Received"), dup_received, TRUE },
  { N_("Due"), dup_due, TRUE },
  { N_("What is due"), dup_what, FALSE },
  { N_("Working days left"), dup_left, TRUE },
  { N_("Answered"), dup_answered, TRUE },
  { N_("Review asked for"), dup_review_asked, TRUE },
  { N_("Review due"), dup_review_due, TRUE },
  { N_("Review answered"), dup_reviewed, TRUE },
  { N_("Waiting for"), dup_service, FALSE },
  { N_("Waiting since"), dup_since, TRUE },
  { N_("Wanted by"), dup_wanted_by, TRUE },
  { N_("Chased"), dup_chased, TRUE },
  { N_("Owner"), dup_owner, FALSE },
  { N_("Approved"), dup_approved, TRUE },
  { N_("Approved by"), dup_approver, FALSE },
  { N_("To fix"), dup_to_fix, TRUE },
  { N_("Cannot be read"), dup_fault, FALSE },
};

/* ---- the file -------------------------------------------------------------------------------- */

static void
append_row (GString *csv, const FoiCaseEntry *entry, const FoiRegisterCopies *copies,
            FoiDate today)
{
  g_autofree char *original = foi_register_copies_dup_original (copies, entry->row);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = columns[i].dup_text (entry, today);

      if (i > 0)
        g_string_append_c (csv, ',');
      if (columns[i].plain)
        foi_csv_append_field (csv, text, FALSE);
      else
        foi_csv_append_words (csv, text, FALSE);
    }
  g_string_append_c (csv, ',');
  foi_csv_append_words (csv, original != NULL ? original : "", FALSE);
  g_string_append (csv, "\r\n");
}

/**
 * foi_register_to_csv:
 * @entries: (element-type FoiCaseEntry): cases
 * @copies: which files of their folder are copies of others
 * @today: the day on which one looks
 * @n_cases: (out): how many there are in it, without the copies
 *
 * Writes cases as a table by RFC 4180, one in a line: dates are ISO 8601, numbers plain, and no
 * spreadsheet runs what stands in a case. It says of what kind the requester is, never who;
 * and of a copy, of which file it is one.
 *
 * Returns: (transfer full): the file, UTF-8, without a byte order mark.
 */
char *
foi_register_to_csv (GPtrArray *entries, const FoiRegisterCopies *copies, FoiDate today,
                     guint *n_cases)
{
  GString *csv = g_string_new (NULL);

  g_return_val_if_fail (entries != NULL && copies != NULL, g_string_free (csv, FALSE));
  g_return_val_if_fail (n_cases != NULL, g_string_free (csv, FALSE));

  *n_cases = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      foi_csv_append_words (csv, _(columns[i].title), FALSE);
    }
  g_string_append_c (csv, ',');
  foi_csv_append_words (csv, _("Copy of"), FALSE);
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < entries->len; i++)
    {
      const FoiCaseEntry *entry = g_ptr_array_index (entries, i);

      append_row (csv, entry, copies, today);
      *n_cases += !foi_register_copies_is_spare (copies, entry->row);
    }
  return g_string_free (csv, FALSE);
}
