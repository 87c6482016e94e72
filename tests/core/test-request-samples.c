/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each requests/NAME.txt is a request as an officer would paste it (made up, people and places
 * too); NAME.expected says what must be recognised in it, one thing a line. Given a file as its
 * argument, the program prints what it recognises there, in the same form. */

#include <stdio.h>
#include <string.h>

#include "foi-question-finder.h"
#include "foi-request-text.h"

/* A span in short: its first and last words. */
static char *
dup_brief (const char *text, FoiTextSpan span)
{
  g_autofree char *line = foi_text_span_dup_line (text, span);
  glong length = g_utf8_strlen (line, -1);
  g_autofree char *head = NULL;

  if (length <= 60)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, 28);
  return g_strdup_printf ("%s … %s", head, g_utf8_offset_to_pointer (line, length - 28));
}

static void
append_span (GString *out, const char *key, const char *text, FoiTextSpan span)
{
  g_autofree char *brief = NULL;

  if (foi_text_span_is_empty (span))
    return;
  brief = dup_brief (text, span);
  g_string_append_printf (out, "%s: %s\n", key, brief);
}

static void
append_field (GString *out, const char *key, const FoiTextField *field)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *value = NULL;

  if (field->value == NULL)
    return;
  lines = g_strsplit (field->value, "\n", -1);
  value = g_strjoinv (" | ", lines);
  g_string_append_printf (out, "%s: %s\n", key, value);
}

static void
append_date (GString *out, const char *key, const FoiTextDate *date)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  switch (date->state)
    {
    case FOI_TEXT_DATE_EXACT:
      first = foi_date_to_iso (date->date);
      g_string_append_printf (out, "%s: %s\n", key, first);
      break;
    case FOI_TEXT_DATE_AMBIGUOUS:
      first = foi_date_to_iso (date->day_first);
      second = foi_date_to_iso (date->month_first);
      g_string_append_printf (out, "%s: %s or %s\n", key, first, second);
      break;
    case FOI_TEXT_DATE_NO_YEAR:
      g_string_append_printf (out, "%s: without a year\n", key);
      break;
    case FOI_TEXT_DATE_NONE:
    default:
      break;
    }
}

static void
append_period (GString *out, const char *key, const char *text, const FoiTextPeriod *period)
{
  const char *basis = foi_period_basis_to_name (period->basis);
  g_autofree char *words = NULL;

  if (period->basis == FOI_PERIOD_NONE)
    return;
  words = foi_text_span_dup_line (text, period->span);
  if (basis == NULL)
    g_string_append_printf (out, "%s: \"%s\"\n", key, words);
  else
    g_string_append_printf (out, "%s: \"%s\" = %s..%s %s\n", key, words, period->from, period->to,
                            basis);
}

static void
append_question (GString *out, const char *text, const FoiFoundQuestion *question, gboolean part)
{
  g_autofree char *brief = dup_brief (text, question->words);

  g_string_append_printf (out, "%s %s [%s] %s\n", part ? "  part" : "question",
                          question->number != NULL ? question->number : "-", question->label,
                          brief);
  append_span (out, "    fallback", text, question->fallback);
  append_period (out, "    period", text, &question->period);
  for (guint i = 0; i < question->parts->len; i++)
    append_question (out, text, g_ptr_array_index (question->parts, i), TRUE);
}

static void
append_request (GString *out, const char *text, const FoiRequestText *request)
{
  static const char *const forms[] = { "plain", "email", "portal", "web form", "letter" };
  g_autofree char *receipt = NULL;

  g_string_append_printf (out, "form: %s%s%s\n", forms[request->form],
                          request->forwarded ? ", forwarded" : "",
                          request->encoded ? ", encoded" : "");
  append_field (out, "name", &request->name);
  append_field (out, "salutation", &request->salutation);
  append_field (out, "email", &request->email);
  append_field (out, "organisation", &request->organisation);
  append_field (out, "address", &request->address);
  append_field (out, "subject", &request->subject);
  append_date (out, "sent", &request->sent);
  if (request->receipt != FOI_DATE_NONE)
    {
      receipt = foi_date_to_iso (request->receipt);
      g_string_append_printf (out, "receipt: %s\n", receipt);
    }
  g_string_append_printf (out, "reason: %s\n", request->receipt_reason);
  append_field (out, "format", &request->format);
  append_span (out, "body", text, request->body);
}

static char *
describe (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRequestText) request = foi_request_text_new (text, (gssize) length, &error);
  g_autoptr (FoiQuestionProposal) proposal = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  append_request (out, text, request);
  proposal = foi_question_finder_run (text, request->body);
  append_span (out, "greeting", text, proposal->greeting);
  append_span (out, "preamble", text, proposal->preamble);
  append_period (out, "period", text, &proposal->period);
  for (guint i = 0; i < proposal->questions->len; i++)
    append_question (out, text, foi_question_proposal_get (proposal, i), FALSE);
  for (guint i = 0; i < proposal->words->len; i++)
    {
      const FoiWords *words = &g_array_index (proposal->words, FoiWords, i);

      if (words->kind == FOI_WORDS_LEFT_OVER)
        append_span (out, "words", text, words->span);
    }
  append_span (out, "closing", text, proposal->closing);
  return g_string_free (out, FALSE);
}

/* Every span must lie in the text at borders of characters and say what the value says. */
static void
check_field (const char *text, const FoiTextField *field)
{
  g_autofree char *said = NULL;

  if (field->value == NULL)
    {
      g_assert_true (foi_text_span_is_empty (field->span));
      return;
    }
  g_assert_cmpuint (field->span.end, <=, strlen (text));
  said = foi_text_span_dup_line (text, field->span);
  if (strstr (said, "=?") == NULL && strchr (field->value, '\n') == NULL
      && strchr (said, ',') == NULL)
    g_assert_cmpstr (said, ==, field->value);
}

static void
test_sample (gconstpointer data)
{
  const char *path = data;
  g_autofree char *text = NULL;
  g_autofree char *expected_path = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *described = NULL;
  g_autoptr (FoiRequestText) request = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_no_error (error);
  expected_path = g_strdup_printf ("%.*s.expected", (int) strlen (path) - 4, path);
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, &error));
  g_assert_no_error (error);
  described = describe (text, length);
  g_assert_cmpstr (described, ==, expected);

  request = foi_request_text_new (text, (gssize) length, &error);
  g_assert_no_error (error);
  check_field (text, &request->email);
  check_field (text, &request->organisation);
  check_field (text, &request->subject);
}

static guint
add_samples (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/request-samples/%s", name);

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_sample, g_free);
      n++;
    }
  return n;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    {
      g_autofree char *text = NULL;
      g_autofree char *described = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (argv[1], &text, &length, NULL));
      described = describe (text, length);
      fputs (described, stdout);
      return 0;
    }
  folder = g_test_build_filename (G_TEST_DIST, "core", "requests", NULL);
  g_assert_cmpuint (add_samples (folder), >=, 40);
  return g_test_run ();
}
