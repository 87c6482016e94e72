/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-facts.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-case-new.h"
#include "foi-cell-drafts.h"
#include "foi-clock-words.h"
#include "foi-date.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-rules-clock.h"

#define SATURDAY 6
#define SUNDAY 7
/* So many days ago a letter is dated as a rule by mistake. */
#define LONG_PAST 31

static char *
dup_day (const char *iso)
{
  const FoiDate date = iso != NULL ? foi_date_from_iso (iso) : FOI_DATE_NONE;

  return date != FOI_DATE_NONE ? foi_date_to_words (date) : NULL;
}

/**
 * foi_case_facts_dup_received:
 *
 * Returns: (transfer full): "Received 30 October 2024".
 */
char *
foi_case_facts_dup_received (FoiCase *foi_case)
{
  g_autofree char *day = dup_day (foi_case_get_received (foi_case));

  if (day == NULL)
    return g_strdup (_("Day of receipt not known"));
  return g_strdup_printf (_("Received %s"), day);
}

/**
 * foi_case_facts_find_issued:
 *
 * Returns: (transfer none) (nullable): the record of how a letter was issued last; %NULL where that
 *   was withdrawn before it was sent.
 */
JsonNode *
foi_case_facts_find_issued (FoiCase *foi_case, const char *letter_id)
{
  JsonNode *issued = foi_case_state_get_node (foi_case_get_state (foi_case), "issued");
  JsonNode *found = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *record = foi_json_get_element (issued, i);

      if (g_strcmp0 (foi_json_get_string (record, "letter", NULL), letter_id) == 0)
        found = foi_json_get_member (record, "withdrawn") == NULL ? record : NULL;
    }
  return found;
}

/**
 * foi_case_facts_get_type_name:
 * @type: of a letter, as the case file writes it
 *
 * Returns: what officers call such a letter.
 */
const char *
foi_case_facts_get_type_name (const char *type)
{
  static const struct
  {
    const char *type, *name;
  } names[] = {
    { "acknowledgement", N_ ("Acknowledgement") },
    { "business-as-usual", N_ ("Business as usual") },
    { "clarification", N_ ("Request for clarification") },
    { "eir-extension", N_ ("Extension of time") },
    { "fees-notice", N_ ("Fees notice") },
    { "late", N_ ("Apology for lateness") },
    { "pit-extension", N_ ("Extension for the public interest test") },
    { "response", N_ ("Response") },
    { "review", N_ ("Outcome of the internal review") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (type, names[i].type))
        return _ (names[i].name);
    }
  return type;
}

/**
 * foi_case_facts_dup_letter_name:
 * @letter_id: the id of a letter, which needs not be in the case yet
 *
 * Returns: (transfer full): what officers call it: "Response", or "Corrected response" where it
 *   takes the place of one that was sent.
 */
char *
foi_case_facts_dup_letter_name (FoiCase *foi_case, const char *letter_id)
{
  JsonNode *letters = foi_case_state_get_node (foi_case_get_state (foi_case), "letters");
  g_autofree char *path = g_strconcat ("letters/", letter_id, NULL);
  JsonNode *own = foi_case_state_get_node (foi_case_get_state (foi_case), path);
  const char *type = foi_json_get_string (own, "type", "response");
  gboolean corrects = FALSE;

  for (guint i = 0; own != NULL && i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (letter == own)
        break;
      corrects |= g_str_equal (foi_json_get_string (letter, "type", ""), type)
                  && foi_case_facts_find_issued (foi_case, foi_json_get_string (letter, "id", ""));
    }
  if (!corrects)
    return g_strdup (foi_case_facts_get_type_name (type));
  if (g_str_equal (type, "response"))
    return g_strdup (_("Corrected response"));
  /* Translators: the name of a letter that takes the place of one that was sent. */
  return g_strdup_printf (_("%s, corrected"), foi_case_facts_get_type_name (type));
}

/**
 * foi_case_facts_dup_letter_state:
 *
 * Returns: (transfer full): "Draft", or "Issued 27 November 2024".
 */
char *
foi_case_facts_dup_letter_state (FoiCase *foi_case, const char *letter_id)
{
  JsonNode *issued = foi_case_facts_find_issued (foi_case, letter_id);
  g_autofree char *day = NULL;

  if (issued == NULL)
    return g_strdup (_("Draft"));
  day = dup_day (foi_json_get_string (issued, "date", NULL));
  return day != NULL ? g_strdup_printf (_("Issued %s"), day) : g_strdup (_("Issued"));
}

/* "This is a bank holiday: St Andrew’s Day (Scotland)." */
static char *
dup_holiday_remark (FoiCalendar *calendar, FoiDate date)
{
  const char *holiday = calendar != NULL ? foi_calendar_get_holiday (calendar, date) : NULL;
  g_autofree char *nations = NULL;

  if (holiday == NULL)
    return NULL;
  nations = foi_calendar_dup_nations (calendar, date);
  if (nations == NULL)
    return g_strdup_printf (_("This is a bank holiday: %s."), holiday);
  /* Translators: the name of a bank holiday, and the nations in which it is one. */
  return g_strdup_printf (_("This is a bank holiday: %s (%s)."), holiday, nations);
}

/* The working days of the case's law, or NULL where that is not known. */
static FoiCalendar *
dup_calendar (FoiCase *foi_case)
{
  const char *regime = foi_case_get_regime (foi_case);

  if (regime == NULL)
    return NULL;
  return foi_rules_new_calendar (foi_rules_get_default (), regime,
                                 foi_almanac_get_holidays (foi_almanac_get_default ()), NULL);
}

/**
 * foi_case_facts_propose_date:
 *
 * Returns: the day that a letter is to bear which is sent @today: the next working day, unless
 *   today is one.
 */
FoiDate
foi_case_facts_propose_date (FoiCase *foi_case, FoiDate today)
{
  g_autoptr (FoiCalendar) calendar = dup_calendar (foi_case);
  gboolean certain;

  if (calendar == NULL
      || (!foi_calendar_is_weekend (today) && foi_calendar_get_holiday (calendar, today) == NULL))
    return today;
  return foi_deadline_add_working_days (today, 1, calendar, &certain);
}

/**
 * foi_case_facts_dup_date_remark:
 * @date: of a letter
 *
 * Returns: (transfer full) (nullable): what is unusual about it: a Saturday, a bank holiday, a day
 *   that is yet to come, one long past, one before the request was there.
 */
char *
foi_case_facts_dup_date_remark (FoiCase *foi_case, FoiDate date, FoiDate today)
{
  const FoiDate received = foi_date_from_iso (foi_case_get_received (foi_case));
  g_autoptr (FoiCalendar) calendar = dup_calendar (foi_case);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  char *holiday;

  if (date == FOI_DATE_NONE)
    return NULL;
  holiday = dup_holiday_remark (calendar, date);

  if (foi_date_get_weekday (date) == SATURDAY)
    g_ptr_array_add (remarks, g_strdup (_("This is a Saturday.")));
  else if (foi_date_get_weekday (date) == SUNDAY)
    g_ptr_array_add (remarks, g_strdup (_("This is a Sunday.")));
  if (holiday != NULL)
    g_ptr_array_add (remarks, holiday);
  if (received != FOI_DATE_NONE && date < received)
    {
      g_autofree char *day = foi_date_to_words (received);

      g_ptr_array_add (remarks, g_strdup_printf (_("The request was received later, on %s."), day));
    }
  /* On a Saturday the letter is made ready for Monday, as was proposed. */
  if (date > today && date != foi_case_facts_propose_date (foi_case, today))
    g_ptr_array_add (remarks, g_strdup (_("This day is in the future.")));
  else if (today - date > LONG_PAST && (received == FOI_DATE_NONE || date >= received))
    g_ptr_array_add (remarks,
                     g_strdup_printf (ngettext ("This day was %u day ago. Whether the answer was "
                                                "in time is counted by it.",
                                                "This day was %u days ago. Whether the answer was "
                                                "in time is counted by it.",
                                                (guint) (today - date)),
                                      (guint) (today - date)));
  if (remarks->len == 0)
    return NULL;
  g_ptr_array_add (remarks, NULL);
  return g_strjoinv (" ", (char **) remarks->pdata);
}

/**
 * foi_case_facts_dup_date_fault:
 * @date: on which a letter of the case's is issued
 *
 * On any thread.
 *
 * Returns: (transfer full) (nullable): why it cannot be issued on that day: before the request was
 *   there, or after the next working day, when nobody can say that it went.
 */
char *
foi_case_facts_dup_date_fault (FoiCaseState *state, FoiHolidays *holidays, FoiDate date,
                               FoiDate today)
{
  const FoiDate received
    = foi_date_from_iso (foi_case_state_get_string (state, "request/received"));
  g_autofree char *words = NULL, *other = NULL;
  FoiDate last;

  g_return_val_if_fail (date != FOI_DATE_NONE, NULL);

  words = foi_date_to_words (date);
  if (date < received)
    {
      other = foi_date_to_words (received);
      return g_strdup_printf (_("It is dated %s, before the request was received, which was on %s. "
                                "Correct the one or the other."), words, other);
    }
  last = foi_case_clock_find_last_letter_day (state, foi_rules_get_default (), holidays, today);
  if (date <= last)
    return NULL;
  other = foi_date_to_words (last);
  return g_strdup_printf (_("It is dated %s, which is yet to come. Issue it on the day on which it "
                            "goes, or date it %s at the latest."), words, other);
}

/**
 * foi_case_facts_dup_table_summary:
 *
 * Returns: (transfer full): "9 rows · in question 3".
 */
char *
foi_case_facts_dup_table_summary (FoiCase *foi_case, const char *table, guint n_rows)
{
  g_autofree char *rows = foi_number_dup_count (ngettext ("%s row", "%s rows", n_rows), n_rows);
  const char *id = foi_case_find_table_question (foi_case, table);
  FoiQuestion *question = id != NULL ? foi_case_find_question (foi_case, id) : NULL;

  if (question == NULL)
    return g_strdup_printf (_("%s · in no question"), rows);
  return g_strdup_printf (_("%s · in question %s"), rows, foi_question_get_number (question));
}

/**
 * foi_case_facts_dup_topic:
 *
 * Returns: (transfer full): what the person is at, without which field of it: "request",
 *   "questions/q3", also for a table of that question, "questions/q15/parts/q15a".
 */
char *
foi_case_facts_dup_topic (FoiDocument *document)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  g_autofree char *id = foi_document_dup_question (document);
  char *topic = id != NULL ? foi_case_state_dup_question_path (state, id) : NULL;
  g_auto (GStrv) segments = NULL;

  if (topic != NULL)
    return topic;
  segments = g_strsplit (foi_document_get_place (document), "/", 3);
  if (g_strcmp0 (segments[0], "wording") == 0)
    return g_strdup ("closing");
  if (segments[0] != NULL && segments[1] != NULL
      && (g_str_equal (segments[0], "letters") || g_str_equal (segments[0], "tables")))
    return g_strconcat (segments[0], "/", segments[1], NULL);
  return g_strdup (segments[0]);
}

/**
 * foi_case_facts_dup_subtitle:
 *
 * Returns: (transfer full): "Due in 4 working days, Wed 27 Nov · draft".
 */
char *
foi_case_facts_dup_subtitle (FoiDocument *document, const FoiCaseClock *clock, FoiDate today)
{
  FoiCase *foi_case = foi_document_get_case (document);
  g_autofree char *words = clock->phase == FOI_CLOCK_UNKNOWN
                             ? foi_case_facts_dup_received (foi_case)
                             : foi_clock_dup_words (clock, today);
  JsonNode *issued
    = foi_case_facts_find_issued (foi_case, foi_document_get_letter_id (document));
  g_autofree char *day = NULL;

  if (issued == NULL)
    return g_strdup_printf (_("%s · draft"), words);
  day = dup_day (foi_json_get_string (issued, "date", NULL));
  if (clock->phase == FOI_CLOCK_ANSWERED)
    {
      g_free (words);
      words = foi_clock_dup_timeliness (clock);
    }
  return g_strdup_printf (_("%s · issued %s"), words, day != NULL ? day : "");
}

static char *
dup_saved (FoiDocument *document)
{
  GDateTime *saved_at = foi_document_get_saved_at (document);
  g_autofree char *time = NULL;

  if (foi_document_is_busy (document))
    return g_strdup (_("Saving…"));
  if (foi_document_is_read_only (document))
    return g_strdup (_("Read only"));
  if (foi_document_get_file (document) == NULL)
    return g_strdup (_("Not saved yet"));
  if (foi_case_editor_is_modified (foi_document_get_editor (document)))
    return g_strdup (_("Unsaved changes"));
  if (saved_at == NULL)
    return g_strdup (_("No changes"));
  /* Translators: a time of day, hours and minutes, as strftime(3) writes it. */
  time = g_date_time_format (saved_at, _("%H:%M"));
  return g_strdup_printf (_("Saved %s"), time);
}

/**
 * foi_case_facts_dup_saved:
 *
 * Returns: (transfer full): "Saved 10:42", "Unsaved changes", "Not saved yet"; and how many cells
 *   show text that no saving puts into the file.
 */
char *
foi_case_facts_dup_saved (FoiDocument *document)
{
  g_autofree char *saved = dup_saved (document);
  const guint n_drafts = foi_cell_drafts_count (foi_document_get_case (document));
  g_autofree char *drafts = NULL;

  if (n_drafts == 0)
    return g_steal_pointer (&saved);
  drafts = g_strdup_printf (ngettext ("%u entry is not in the file",
                                      "%u entries are not in the file", n_drafts), n_drafts);
  return g_strdup_printf ("%s · %s", saved, drafts);
}

/**
 * foi_case_facts_dup_file_name:
 *
 * Returns: (transfer full): the name that a case's file is proposed: "FOI651119421.foi.json".
 */
char *
foi_case_facts_dup_file_name (FoiCase *foi_case)
{
  const char *reference = foi_case_get_reference (foi_case);
  g_autofree char *name = NULL;

  if (reference == NULL || reference[0] == '\0')
    return g_strdup (_("New case.foi.json"));
  name = g_strdelimit (g_strdup (reference), "/\\:*?\"<>|", '-');
  return g_strconcat (name, ".foi.json", NULL);
}
