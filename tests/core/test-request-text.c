/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <time.h>

#include "foi-encoded-word.h"
#include "foi-error.h"
#include "foi-person-name.h"
#include "foi-question-finder.h"
#include "foi-request-text.h"
#include "foi-text-format.h"
#include "foi-text-lines.h"

static FoiTextSpan
whole (const char *text)
{
  return (FoiTextSpan){ 0, strlen (text) };
}

static void
test_dates (void)
{
  /* The first reading, or "first or second" where it is ambiguous, or why there is none. */
  static const struct
  {
    const char *text;
    const char *expected;
  } facts[] = {
    { "27 November 2024", "2024-11-27" },
    { "27th November 2024", "2024-11-27" },
    { "1st of May, 2024", "2024-05-01" },
    { "Wednesday 27 November 2024", "2024-11-27" },
    { "Wed, 27 Nov 2024 10:15:00 +0000", "2024-11-27" },
    { "November 27, 2024 10:15 AM", "2024-11-27" },
    { "Monday, November 4th, 2024", "2024-11-04" },
    { "27-Nov-24", "2024-11-27" },
    { "27 Nov '24", "2024-11-27" },
    { "2024-11-27T10:15:00Z", "2024-11-27" },
    { "27/11/2024", "2024-11-27" },
    { "11/27/2024", "2024-11-27" },
    { "27.11.24", "2024-11-27" },
    { "05/05/2024", "2024-05-05" },
    { "03/04/24", "2024-04-03 or 2024-03-04" },
    { "3-4-2024", "2024-04-03 or 2024-03-04" },
    { "Wed 03/04/2024", "2024-04-03" },
    { "Mon 03/04/2024", "2024-03-04" },
    { "Fri 03/04/2024", "2024-04-03 or 2024-03-04" },
    { "14 Hydref 2024", "2024-10-14" },
    { "Dydd Mawrth 14 Mai 2024", "2024-05-14" },
    { "27 November", "no year" },
    { "27 Nov 10:15", "no year" },
    { "31 February 2024", "none" },
    { "30/02/2024", "none" },
    { "13/13/2024", "none" },
    { "2024-02-30", "none" },
    { "27 Brumaire 2024", "none" },
    { "November", "none" },
    { "1234", "none" },
    { "", "none" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiTextDate date;
      g_autofree char *found = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      if (!foi_text_date_read (facts[i].text, whole (facts[i].text), &date))
        found = g_strdup ("none");
      else if (date.state == FOI_TEXT_DATE_NO_YEAR)
        found = g_strdup ("no year");
      else if (date.state == FOI_TEXT_DATE_EXACT)
        found = foi_date_to_iso (date.date);
      else
        {
          first = foi_date_to_iso (date.day_first);
          second = foi_date_to_iso (date.month_first);
          found = g_strdup_printf ("%s or %s", first, second);
        }
      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (found, ==, facts[i].expected);
    }
}

/* The day in the United Kingdom, across midnight and the two changes of its clocks. */
static void
test_uk_day (void)
{
  static const struct
  {
    const char *sent;
    const char *here;
  } facts[] = {
    { "30 Oct 2024 21:40 -0700", "2024-10-31" },  { "1 Jan 2025 00:30 +0100", "2024-12-31" },
    { "14 Jul 2024 23:30 +0000", "2024-07-15" },  { "14 Jan 2024 23:30 +0000", "2024-01-14" },
    { "30 Mar 2024 23:30 GMT", "2024-03-30" },    { "31 Mar 2024 23:30 GMT", "2024-04-01" },
    { "26 Oct 2024 23:30 +0000", "2024-10-27" },  { "27 Oct 2024 23:30 +0000", "2024-10-27" },
    { "14 Jul 2024 23:30 BST", "2024-07-14" },    { "14 Jul 2024 23:30", "2024-07-14" },
    { "14 Jul 2024 11:30 PM +0000", "2024-07-15" }, { "14 Jul 2024 12:30 AM +0100", "2024-07-14" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiTextDate date;
      g_autofree char *here = NULL;

      g_assert_true (foi_text_date_read (facts[i].sent, whole (facts[i].sent), &date));
      here = foi_date_to_iso (foi_text_date_get_uk_day (&date));
      g_test_message ("%s", facts[i].sent);
      g_assert_cmpstr (here, ==, facts[i].here);
    }
}

static void
test_encoded_words (void)
{
  static const struct
  {
    const char *value;
    const char *expected;
  } facts[] = {
    { "plain", "plain" },
    { "=?utf-8?Q?caf=C3=A9?=", "café" },
    { "=?UTF-8?B?Y2Fmw6k=?= open", "café open" },
    { "=?iso-8859-1?q?caf=E9_bar?=", "café bar" },
    { "=?windows-1252?Q?=93quoted=94?=", "“quoted”" },
    { "=?utf-8*cy?Q?D=C5=B5r?=", "Dŵr" },
    /* White space between two encoded words goes, and a character cut in two is whole again. */
    { "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café" },
    { "a =?utf-8?Q?b?= c", "a b c" },
    { "=?utf-8?Q?caf=C3?=", "=?utf-8?Q?caf=C3?=" },
    { "=?nonsense?Q?a?=", "=?nonsense?Q?a?=" },
    { "=?utf-8?X?a?=", "=?utf-8?X?a?=" },
    { "=?utf-8?Q?a", "=?utf-8?Q?a" },
    { "=?utf-8?Q?=00?=", "=?utf-8?Q?=00?=" },
    { "=?=?=?", "=?=?=?" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *decoded = foi_encoded_words_decode (facts[i].value);

      g_assert_cmpstr (decoded, ==, facts[i].expected);
    }
}

static void
test_names (void)
{
  /* No salutation: not a name. */
  static const struct
  {
    const char *line;
    const char *name;
    const char *salutation;
  } facts[] = {
    { "Anita Patel", "Anita Patel", "Anita Patel" },
    { "Ms Anita Patel", "Ms Anita Patel", "Ms Patel" },
    { "Anita Patel (Ms)", "Ms Anita Patel", "Ms Patel" },
    { "(Miss) J. Brown", "Miss J. Brown", "Miss Brown" },
    { "Dr. Tess van der Meer", "Dr. Tess van der Meer", "Dr van der Meer" },
    { "Prof. Adaeze Obi, FRS", "Prof. Adaeze Obi", "Prof Obi" },
    { "Mr and Mrs P Goddard", "Mr and Mrs P Goddard", "Mr and Mrs Goddard" },
    { "Sir John Sample", "Sir John Sample", "Sir John" },
    { "Sir J Sample", "Sir J Sample", "Sir J Sample" },
    { "Lady Anne Sample", "Lady Anne Sample", "Lady Anne Sample" },
    { "Cllr Idris Bevan", "Cllr Idris Bevan", "Cllr Bevan" },
    { "Jane Doe MP", "Jane Doe", "Jane Doe" },
    { "Fintan O’Rourke", "Fintan O’Rourke", "Fintan O’Rourke" },
    { "Mary-Ann Lee-Ford", "Mary-Ann Lee-Ford", "Mary-Ann Lee-Ford" },
    { "李明", "李明", "李明" },
    { "Information Governance Team", NULL, NULL },
    { "Kind regards", NULL, NULL },
    { "Please reply by post", NULL, NULL },
    { "Exampleton Residents Association", NULL, NULL },
    { "12 Sample Street", NULL, NULL },
    { "What happened?", NULL, NULL },
    { "anita@example.org", NULL, NULL },
    { "Mrs", NULL, NULL },
    { "", NULL, NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gboolean is_name = foi_person_name_is_name (facts[i].line, FALSE);
      g_autofree char *name = is_name ? foi_person_name_dup_plain (facts[i].line) : NULL;
      g_autofree char *salutation = is_name ? foi_person_name_dup_salutation (name) : NULL;

      g_test_message ("%s", facts[i].line);
      g_assert_cmpstr (name, ==, facts[i].name);
      g_assert_cmpstr (salutation, ==, facts[i].salutation);
    }
}

static void
test_periods (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } facts[] = {
    { "please provide, from 2015-2024:", "2015..2024 year" },
    { "in each year 2015 to 2024", "2015..2024 year" },
    { "from 2015–24", "2015..2024 year" },
    { "between 2015 and 2024", "2015..2024 year" },
    { "for 2021, 2022 and 2023", "2021..2023 year" },
    { "calendar years 2019 to 2022", "2019..2022 calendar-year" },
    { "since April 2019", "2019-04.. month" },
    { "from 1 May 2020 onwards", "2020-05-01.. day" },
    { "from 2018 to the present", "2018.. year" },
    { "financial years 2019/20 to 2023/24", "2019/20..2023/24 financial-year" },
    { "2019-20, 2020-21 and 2021-22", "2019/20..2021/22 financial-year" },
    { "FY 2022/2023", "2022/23..2022/23 financial-year" },
    { "the financial year 2019-2020", "2019/20..2019/20 financial-year" },
    { "the year ending 31 March 2024", "2023/24..2023/24 financial-year" },
    { "academic years 2021/22 and 2022/23", "2021/22..2022/23 academic-year" },
    { "1999/00", "1999/00..1999/00 financial-year" },
    { "between 1 January 2020 and 31 March 2024", "2020-01-01..2024-03-31 day" },
    { "from January to March 2024", "2024-01..2024-03 month" },
    { "1 January - 31 December 2023", "2023-01-01..2023-12-31 day" },
    { "01/04/2019 to 31/03/2024", "2019-04-01..2024-03-31 day" },
    { "from 03/04/2023 to 05/06/2023", "words" },
    { "financial years 2019 to 2024", "words" },
    { "from April 2019 to 2024", "words" },
    { "from 2024 to 2015", "words" },
    { "over the last five years", "words" },
    { "in the past 3 financial years", "words" },
    { "the previous twelve (12) months", "words" },
    { "the last three years (2021/22 to 2023/24)", "2021/22..2023/24 financial-year" },
    { "under the Freedom of Information Act 2000", "none" },
    { "the Regulations 2004 and the Act 2018", "none" },
    { "reference 2019-881", "none" },
    { "call 01632 960123", "none" },
    { "18.5 hours, £2015", "none" },
    { "you may ask", "none" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiTextPeriod period;
      g_autofree char *found = NULL;

      if (!foi_text_period_find (facts[i].text, whole (facts[i].text), &period))
        found = g_strdup ("none");
      else if (period.basis == FOI_PERIOD_WORDS)
        found = g_strdup ("words");
      else
        found = g_strdup_printf ("%s..%s %s", period.from, period.to,
                                 foi_period_basis_to_name (period.basis));
      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (found, ==, facts[i].expected);
    }
}

static void
test_formats (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } facts[] = {
    { "Please provide the data in Excel or CSV format.", "in Excel or CSV format" },
    { "I would prefer an electronic copy.", "an electronic copy" },
    { "Please send it as a machine-readable file.", "as a machine-readable file" },
    { "Please send the response by email.", "by email" },
    { "We would like the answer electronically, please.", "electronically" },
    { "Could I have the figures as a CSV file please?", "as a CSV file" },
    { "I'd like this as a spreadsheet please.", "as a spreadsheet" },
    { "A spreadsheet would be preferred.", "A spreadsheet" },
    { "Please provide the number of complaints received by email in 2023.", NULL },
    { "How many replies were sent by email?", NULL },
    { "How many records are held in Excel?", NULL },
    { "Please provide the cost of paper.", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiTextSpan span;
      g_autofree char *found = NULL;

      if (foi_text_format_find (facts[i].text, whole (facts[i].text), &span))
        found = foi_text_span_dup_line (facts[i].text, span);
      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (found, ==, facts[i].expected);
    }
}

/* A sentence that says only in which form the answer is wanted asks for no information. */
static void
test_only_a_format (void)
{
  static const struct
  {
    const char *text;
    gboolean only;
  } facts[] = {
    { "Please send this as a spreadsheet.", TRUE },
    { "Please can you send the data in an Excel spreadsheet?", TRUE },
    { "Could you please provide this data as a spreadsheet rather than a PDF?", TRUE },
    { "I would be grateful if you could send the information as a spreadsheet.", TRUE },
    { "Please provide all of the above in a spreadsheet.", TRUE },
    { "Please supply electronically.", TRUE },
    { "I require the information in the form of a spreadsheet.", TRUE },
    { "Please provide the contract register as a spreadsheet.", FALSE },
    { "Please send me a spreadsheet of all contracts.", FALSE },
    { "Please send a copy of the spreadsheet in the response.", FALSE },
    { "Please provide the data for 2023 in Excel.", FALSE },
    { "Please send the résumé as a PDF.", FALSE },
    { "Are the records kept in electronic form?", FALSE },
    { "Please send it.", FALSE },
    { "", FALSE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *folded = foi_text_span_fold (facts[i].text, whole (facts[i].text));

      g_test_message ("%s", facts[i].text);
      g_assert_cmpint (foi_text_format_is_all (folded), ==, facts[i].only);
    }
}

static void
test_as_asked (void)
{
  static const char text[] = "> How many school crossing patrols are there in the borough at\r\n"
                             "> the end of each term:\r\n"
                             ">\r\n"
                             "> a) in the north\r\n"
                             "> b) in the south\r\n";
  g_autofree char *asked = foi_text_span_dup_asked (text, whole (text));

  g_assert_cmpstr (asked, ==,
                   "How many school crossing patrols are there in the borough at the end of each "
                   "term:\n\na) in the north\nb) in the south");
}

/* Controls of writing direction must not make a value read as another one. */
static void
test_hidden_characters (void)
{
  static const char text[] = "From: \xe2\x80\xaeMallory\xe2\x80\xac Roe "
                             "<m\xe2\x80\x8b@example.org>\n"
                             "Date: 1 May 2024\nSubject: FOI: \xe2\x81\xa6trees\xe2\x81\xa9\n\n"
                             "How many trees?\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRequestText) request = foi_request_text_new (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (request->name.value, ==, "Mallory Roe");
  g_assert_cmpstr (request->subject.value, ==, "trees");
}

static void
test_refusals (void)
{
  static const char nul[] = "Dear Sir\nHow\0many?";
  static const char invalid[] = "Dear Sir\n\nHow many caf\xe9s?";
  g_autofree char *large = g_malloc (FOI_REQUEST_MAX_LENGTH + 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRequestText) request = NULL;

  g_assert_null (foi_request_text_new (nul, sizeof nul - 1, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "Line 2 "));
  g_clear_error (&error);
  g_assert_null (foi_request_text_new (invalid, -1, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "Line 3 "));
  g_clear_error (&error);

  memset (large, 'a', FOI_REQUEST_MAX_LENGTH + 1);
  g_assert_null (foi_request_text_new (large, FOI_REQUEST_MAX_LENGTH + 1, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_clear_error (&error);
  request = foi_request_text_new (large, FOI_REQUEST_MAX_LENGTH, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (request->body.end, ==, FOI_REQUEST_MAX_LENGTH);
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", " ", "\n\n", "\r", "\xe2\x80\xae", ">", "> >\n", "-" };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiRequestText) request = foi_request_text_new (texts[i], -1, &error);
      g_autoptr (FoiQuestionProposal) proposal = NULL;

      g_assert_no_error (error);
      g_assert_null (request->name.value);
      g_assert_cmpint (request->receipt, ==, FOI_DATE_NONE);
      g_assert_nonnull (request->receipt_reason);
      proposal = foi_question_finder_run (texts[i], request->body);
      g_assert_cmpuint (proposal->questions->len, ==, 0);
      g_assert_cmpuint (proposal->words->len, ==, 0);
    }
}

/* CPU seconds to recognise @size bytes of @piece over and over, after @head. */
static double
seconds_for (const char *head, const char *piece, gsize size)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autoptr (FoiRequestText) request = NULL;
  g_autoptr (FoiQuestionProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;
  clock_t start;

  while (text->len + strlen (piece) <= size)
    g_string_append (text, piece);
  start = clock ();
  request = foi_request_text_new (text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  proposal = foi_question_finder_run (text->str, request->body);
  g_assert_cmpuint (proposal->questions->len, <=, FOI_PROPOSAL_MAX_QUESTIONS);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* Four times the text takes about four times as long, whatever is in it: sixteen times would be
 * the square. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *head;
    const char *piece;
  } facts[] = {
    { "", "1. " },
    { "", "1. How many?\n" },
    { "", ">" },
    { "", ">>>> a\n> b\n" },
    { "", "\r" },
    { "", "From: a@b.example\n" },
    { "", "From: a@b.example\nSent: 1 May 2024\nSubject: x\n" },
    { "", "On 1 May 2024, A B wrote:\n> x\ny\n" },
    { "From: a@b.example\nTo: b\nSubject: ", "=?utf-8?Q?=41?= " },
    { "From: a@b.example\nSubject: x\nMessage-ID: y\n", " folded\n" },
    { "From: a@b.example\nSubject: x\nMessage-ID: y\n\n", "--ab\nContent-x: y\n\n" },
    { "", "Name: x\nEmail: y\n" },
    { "", "Dear Sir,\n" },
    { "", "Regards\nJohn Smith\n" },
    { "", "Thanks for that\n\n" },
    { "1. x y\n\nwords\n\n", "- a b\n\nc d\n\n" },
    { "", "1. x\n- a\n" },
    { "", "a) b\nb) c\n" },
    { "", "Please state (a) x and (b) y. " },
    { "", "2019 to 2020, " },
    { "", "2019, 2020, " },
    { "", "the last five years and " },
    { "", "Please provide a. " },
    { "1. ", "If x then y instead. " },
    { "", "\xe2\x80\xae\xe2\x81\xa6" },
    { "", "@a.b" },
    { "Dear X\n", "EX1 2AB\n" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      double less = seconds_for (facts[i].head, facts[i].piece, 48 * 1024);
      double more = seconds_for (facts[i].head, facts[i].piece, 192 * 1024);

      g_test_message ("%s: %.3f s, %.3f s", facts[i].piece, less, more);
      g_assert_cmpfloat (more, <, 12 * less + 0.05);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request-text/dates", test_dates);
  g_test_add_func ("/request-text/uk-day", test_uk_day);
  g_test_add_func ("/request-text/encoded-words", test_encoded_words);
  g_test_add_func ("/request-text/names", test_names);
  g_test_add_func ("/request-text/periods", test_periods);
  g_test_add_func ("/request-text/formats", test_formats);
  g_test_add_func ("/request-text/only-a-format", test_only_a_format);
  g_test_add_func ("/request-text/as-asked", test_as_asked);
  g_test_add_func ("/request-text/hidden-characters", test_hidden_characters);
  g_test_add_func ("/request-text/refusals", test_refusals);
  g_test_add_func ("/request-text/empty", test_empty);
  g_test_add_func ("/request-text/hostile", test_hostile);
  return g_test_run ();
}
