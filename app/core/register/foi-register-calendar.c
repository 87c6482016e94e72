/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-clean-text.h"
#include "foi-register-state.h"

/* The longest line, without its end (RFC 5545, 3.1). */
#define LINE_OCTETS 75

/* ---- lines (RFC 5545, 3.1 and 3.3.11) -------------------------------------------------------- */

/* A line that is too long goes on in the next, behind a space. No character is taken apart. */
static void
append_line (GString *file, const char *line)
{
  gsize used = 0;

  for (const char *p = line; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      const gsize length = (gsize) (next - p);

      if (used + length > LINE_OCTETS)
        {
          g_string_append (file, "\r\n ");
          used = 1;
        }
      g_string_append_len (file, p, (gssize) length);
      used += length;
      p = next;
    }
  g_string_append (file, "\r\n");
}

static char *
escape (const char *text)
{
  g_autofree char *clean = foi_clean_text (text);
  GString *escaped = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (escaped, "\\n");
      else if (strchr ("\\;,", *p) != NULL)
        g_string_append_printf (escaped, "\\%c", *p);
      else
        g_string_append_c (escaped, *p);
    }
  return g_string_free (escaped, FALSE);
}

static void
append_text (GString *file, const char *name, const char *text)
{
  g_autofree char *escaped = escape (text);
  g_autofree char *line = g_strconcat (name, ":", escaped, NULL);

  append_line (file, line);
}

static void
append_day (GString *file, const char *name, FoiDate day)
{
  int year, month, number;
  g_autofree char *line = NULL;

  foi_date_to_ymd (day, &year, &month, &number);
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, year, month, number);
  append_line (file, line);
}

/* ---- what they say --------------------------------------------------------------------------- */

/* A calendar that takes the file again must know the event by it: so it is made of what the case is
 * called, and of what is due. Cases that are called the same count on. */
static char *
dup_uid (const FoiRegisterRow *row, gboolean is_review, GHashTable *taken)
{
  const char *name = row->reference[0] != '\0' ? row->reference : row->name;
  g_autofree char *key
    = g_strconcat (name, "\n", is_review ? "review" : "answer", NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (taken, sum)) + 1;
  char *uid = n > 1 ? g_strdup_printf ("%.32s-%u@foi-desk", sum, n)
                    : g_strdup_printf ("%.32s@foi-desk", sum);

  g_hash_table_replace (taken, g_steal_pointer (&sum), GUINT_TO_POINTER (n));
  return uid;
}

/* Readers take off what is blank at the end, so it is not written. */
static char *
dup_summary (const FoiRegisterRow *row, gboolean is_review)
{
  const char *name = row->reference[0] != '\0' ? row->reference : row->name;
  g_autofree char *subject = g_strstrip (g_strdup (row->subject));
  g_autofree char *what = is_review
                            /* Translators: an entry of a calendar: what a case is called. */
                            ? g_strdup_printf (_("Review due: %s"), name)
                            /* Translators: an entry of a calendar: what a case is called. */
                            : g_strdup_printf (_("Answer due: %s"), name);

  return subject[0] != '\0' ? g_strdup_printf ("%s · %s", what, subject) : g_steal_pointer (&what);
}

static char *
dup_description (const FoiRegisterRow *row, gboolean is_certain, const FoiRegisterCopies *copies)
{
  GString *text = g_string_new (foi_register_row_get_state_words (row, FOI_DATE_NONE));
  const FoiServiceWait *wait = foi_register_row_find_wait (row);
  g_autofree char *names = foi_register_copies_dup_names (copies, row);

  if (row->received != FOI_DATE_NONE)
    {
      g_autofree char *received = foi_date_to_words (row->received);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Received on %s"), received);
    }
  if (row->owner[0] != '\0')
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Owner: %s"), row->owner);
    }
  if (wait != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Waiting for %s"), wait->service);
    }
  if (!is_certain)
    {
      g_string_append_c (text, '\n');
      g_string_append (text, _("It may be later: not all bank holidays until then are known."));
    }
  if (names != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: the names of files. */
      g_string_append_printf (text, _("There are copies of this case: %s"), names);
    }
  return g_string_free (text, FALSE);
}

/* A day that is due takes no time out of it: nobody is busy because of it. */
static void
append_event (GString *file, const FoiRegisterRow *row, const FoiCaseClock *clock,
              const FoiRegisterCopies *copies, const char *stamp, GHashTable *taken)
{
  const gboolean is_review = clock->phase == FOI_CLOCK_REVIEW;
  g_autofree char *uid = dup_uid (row, is_review, taken), *summary = dup_summary (row, is_review);
  g_autofree char *description = dup_description (row, clock->certain, copies);

  append_line (file, "BEGIN:VEVENT");
  append_text (file, "UID", uid);
  append_text (file, "DTSTAMP", stamp);
  append_day (file, "DTSTART", clock->due);
  append_day (file, "DTEND", clock->due + 1);
  append_text (file, "SUMMARY", summary);
  append_text (file, "DESCRIPTION", description);
  append_line (file, clock->certain ? "STATUS:CONFIRMED" : "STATUS:TENTATIVE");
  append_line (file, "TRANSP:TRANSPARENT");
  append_line (file, "END:VEVENT");
}

/* A calendar has years of four figures. */
static gboolean
can_be_written (FoiDate day)
{
  int year;

  foi_date_to_ymd (day + 1, &year, NULL, NULL);
  return year <= 9999;
}

/* The answer that is owed, and the review. Returns: how many of them there are. */
static guint
append_case (GString *file, const FoiRegisterRow *row, const FoiRegisterCopies *copies,
             const char *stamp, GHashTable *taken)
{
  guint n = 0;

  if (!foi_register_row_is_open (row, FOI_DATE_NONE))
    return 0;
  if (foi_register_row_owes_answer (row) && can_be_written (row->outcome->answer->due))
    {
      append_event (file, row, row->outcome->answer, copies, stamp, taken);
      n++;
    }
  if (row->clock->phase == FOI_CLOCK_REVIEW && foi_case_clock_is_open (row->clock)
      && can_be_written (row->clock->due))
    {
      append_event (file, row, row->clock, copies, stamp, taken);
      n++;
    }
  return n;
}

/**
 * foi_register_to_calendar:
 * @entries: (element-type FoiCaseEntry): cases
 * @copies: which files of their folder are copies of others
 * @now: when it is made, in UTC
 * @n_events: (out): how many days there are in it
 *
 * Writes the days on which the open ones of the cases are due for calendars, by RFC 5545: each an
 * event of a whole day, known again by its UID when the file is made anew. A review of a request
 * that nobody answered is one besides. A copy has none of its own, but is named. A calendar without
 * any event is none.
 *
 * Returns: (transfer full) (nullable): the file, UTF-8; %NULL where nothing is due.
 */
char *
foi_register_to_calendar (GPtrArray *entries, const FoiRegisterCopies *copies, GDateTime *now,
                          guint *n_events)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) file = g_string_new (NULL);
  g_autofree char *stamp = NULL;

  g_return_val_if_fail (entries != NULL && copies != NULL, NULL);
  g_return_val_if_fail (now != NULL && n_events != NULL, NULL);

  *n_events = 0;
  stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  append_line (file, "BEGIN:VCALENDAR");
  append_line (file, "VERSION:2.0");
  append_line (file, "PRODID:-//FOI Desk//Due dates//EN");
  append_line (file, "CALSCALE:GREGORIAN");
  for (guint i = 0; i < entries->len; i++)
    {
      const FoiRegisterRow *row = ((FoiCaseEntry *) g_ptr_array_index (entries, i))->row;

      if (!foi_register_copies_is_spare (copies, row))
        *n_events += append_case (file, row, copies, stamp, taken);
    }
  append_line (file, "END:VCALENDAR");
  return *n_events > 0 ? g_string_free (g_steal_pointer (&file), FALSE) : NULL;
}
