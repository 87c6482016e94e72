/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-holiday-words.h"

#include <glib/gi18n.h>

#include "foi-case-clock.h"
#include "foi-rules.h"

#define MAX_CHANGES 12    /* more than these are counted, not told */

/**
 * foi_division_to_words:
 * @division: as gov.uk's file names it: "england-and-wales"
 *
 * Returns: "England and Wales"; of one that is not known, its name.
 */
const char *
foi_division_to_words (const char *division)
{
  static const struct
  {
    const char *division, *words;
  } known[] = {
    { "england-and-wales", N_("England and Wales") },
    { "scotland", N_("Scotland") },
    { "northern-ireland", N_("Northern Ireland") },
  };

  g_return_val_if_fail (division != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].division, division))
      return _(known[i].words);
  return division;
}

static void
append_change (GString *text, const FoiHolidayChange *change)
{
  const char *where = foi_division_to_words (change->division);
  g_autofree char *day = foi_date_to_words (change->date);
  g_autofree char *before = NULL;

  switch (change->kind)
    {
    case FOI_HOLIDAY_MOVED:
      before = foi_date_to_words (change->before);
      /* Translators: a bank holiday, where it is one, from which day it moves and to which. */
      g_string_append_printf (text, _("Moved: %s (%s), from %s to %s\n"), change->title, where,
                              before, day);
      break;
    case FOI_HOLIDAY_REMOVED:
      g_string_append_printf (text, _("Removed: %s, %s (%s)\n"), day, change->title, where);
      break;
    case FOI_HOLIDAY_ADDED:
    default:
      g_string_append_printf (text, _("Added: %s, %s (%s)\n"), day, change->title, where);
      break;
    }
}

/**
 * foi_holiday_dup_changes:
 *
 * Returns: (transfer full) (nullable): what is added, moved and taken away, a line for each; %NULL
 *   where that is nothing.
 */
char *
foi_holiday_dup_changes (FoiHolidays *before, FoiHolidays *after)
{
  g_autoptr (GArray) changes = foi_holidays_compare (before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  if (changes->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (changes->len, MAX_CHANGES); i++)
    append_change (text, &g_array_index (changes, FoiHolidayChange, i));
  if (changes->len > MAX_CHANGES)
    g_string_append_printf (text, ngettext ("and %u more\n", "and %u more\n",
                                            changes->len - MAX_CHANGES),
                            changes->len - MAX_CHANGES);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_due (const FoiCaseClock *clock)
{
  if (clock->due == FOI_DATE_NONE || !clock->certain)
    return g_strdup (_("not certain"));
  return foi_date_to_words_with_weekday (clock->due);
}

/**
 * foi_holiday_dup_effect:
 * @document: (nullable): an open case
 *
 * Returns: (transfer full): whether its date moves; "" where there is no case.
 */
char *
foi_holiday_dup_effect (FoiDocument *document, FoiHolidays *before, FoiHolidays *after)
{
  FoiCaseState *state;
  g_autoptr (FoiCaseClock) old = NULL, new = NULL;
  g_autofree char *old_due = NULL, *new_due = NULL;

  if (document == NULL)
    return g_strdup ("");
  state = foi_case_get_state (foi_document_get_case (document));
  old = foi_case_clock_new (state, foi_rules_get_default (), before);
  new = foi_case_clock_new (state, foi_rules_get_default (), after);
  old_due = dup_due (old);
  new_due = dup_due (new);
  if (g_str_equal (old_due, new_due))
    return g_strdup (_("The date of the open case does not move."));
  /* Translators: two days, or "not certain". */
  return g_strdup_printf (_("The date of the open case moves: %s before, then %s."), old_due,
                          new_due);
}
