/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of pasted requests over any bytes, then the finder of questions and what an officer
 * does to its proposal, chosen by the bytes. Every span must lie in the text at borders of
 * characters, questions must not share words, and no word of the request may be lost: each is in
 * the preamble, in a question or among the words in no question. */

#include "fuzz.h"

#include <string.h>

#include "foi-error.h"
#include "foi-proposal-edits.h"
#include "foi-question-finder.h"
#include "foi-request-text.h"

/* The longest number that may stand alone and be in nothing: "Question 999". */
#define MAX_LOST 24
#define MAX_EDITS 6

const char *const fuzz_words[] = {
  "From: A B <a@example.org>\n", "Sent: 1 May 2024 10:15\n", "Subject: FW: x\n", "To: y\n",
  "Received: from a; Wed, 1 May 2024 10:15:00 +0100\n", "-----Original Message-----\n",
  "On 1 May 2024, A B wrote:\n", "Begin forwarded message:\n", "> ", ">> ", "\r\n", "\r", "\n\n",
  "=?utf-8?Q?=C3=A9?=", "=?utf-8?B?w6k=?=", "1. ", "2. ", "3) ", "(a) ", "(b) ", "1a. ", "1b. ",
  "Q1 ", "Question 2: ", "i) ", "ii) ", "- ", "\xe2\x80\xa2 ", "Please provide ", "how many ",
  "?", "the following:", "Dear Sir or Madam,\n", "Yours faithfully\n", "Thanks\n", "Ms A Patel\n",
  "EX1 2AB\n", "Re: ", "from 2015-2024", "since April 2019", "2019/20", "03/04/24",
  "last five years", "in Excel",
  "\xe2\x80\xae", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xc2\xa0", "\xe2\x80\xa8", "Name: ",
  "Email: ", "Your request:\n", "request-1-a@whatdotheyknow.com", "-- \n", "__________\n",
  "Disclaimer: ", "(CSE)", "\xc3\xa9", "\xcc\x81", NULL,
};

static void
check_span (const char *text, gsize size, FoiTextSpan span)
{
  g_assert_cmpuint (span.start, <=, size);
  g_assert_cmpuint (span.end, <=, size);
  if (foi_text_span_is_empty (span))
    return;
  g_assert_true (g_utf8_validate_len (text + span.start, span.end - span.start, NULL));
}

static void
check_field (const char *text, gsize size, const FoiTextField *field)
{
  check_span (text, size, field->span);
  g_assert_cmpint (field->value == NULL, ==, foi_text_span_is_empty (field->span));
  g_assert_true (field->value == NULL || g_utf8_validate (field->value, -1, NULL));
}

static void
check_request (const char *text, gsize size, const FoiRequestText *request)
{
  check_field (text, size, &request->name);
  check_field (text, size, &request->email);
  check_field (text, size, &request->organisation);
  check_field (text, size, &request->address);
  check_field (text, size, &request->subject);
  check_field (text, size, &request->salutation);
  check_field (text, size, &request->format);
  check_span (text, size, request->sent.span);
  check_span (text, size, request->receipt_span);
  check_span (text, size, request->body);
  g_assert_true (g_utf8_validate (request->receipt_reason, -1, NULL));
  g_assert_cmpint (request->receipt, >=, FOI_DATE_NONE);
}

static void
mark (const FoiQuestionProposal *proposal, guint8 *taken, FoiTextSpan span)
{
  for (gsize i = span.start; i < span.end; i++)
    {
      g_assert_cmpuint (taken[i], ==, 0);
      taken[i] = 1;
    }
  g_assert_true (foi_text_span_is_empty (span)
                 || (span.start >= proposal->body.start && span.end <= proposal->body.end));
}

static void
check_question (const FoiQuestionProposal *proposal, const FoiFoundQuestion *question, gsize size)
{
  gsize at = question->span.start;

  check_span (proposal->text, size, question->span);
  check_span (proposal->text, size, question->words);
  check_span (proposal->text, size, question->fallback);
  check_span (proposal->text, size, question->period.span);
  g_assert_cmpuint (question->words.start, >=, question->span.start);
  g_assert_cmpuint (question->words.end, <=, question->span.end);
  g_assert_true (g_utf8_validate (question->label, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (question->label, -1), <=, 45);
  for (guint i = 0; i < question->parts->len; i++)
    {
      const FoiFoundQuestion *part = g_ptr_array_index (question->parts, i);

      g_assert_cmpuint (part->span.start, >=, at);
      g_assert_cmpuint (part->span.end, <=, question->span.end);
      g_assert_cmpuint (part->parts->len, ==, 0);
      check_question (proposal, part, size);
      at = part->span.end;
    }
}

/* No letter of the body is in nothing, but for numbers that stand alone. */
static void
check_nothing_lost (const FoiQuestionProposal *proposal, const guint8 *taken)
{
  const char *text = proposal->text;
  gsize lost = 0;

  for (gsize i = proposal->body.start; i < proposal->body.end; i++)
    {
      gboolean letter = g_ascii_isalpha (text[i]);

      lost = taken[i] || g_ascii_isspace (text[i]) ? 0 : lost + letter;
      g_assert_cmpuint (lost, <=, MAX_LOST);
    }
}

static void
check_proposal (const FoiQuestionProposal *proposal, gsize size)
{
  g_autofree guint8 *taken = g_new0 (guint8, size + 1);

  g_assert_cmpuint (proposal->questions->len, <=, FOI_PROPOSAL_MAX_QUESTIONS);
  check_span (proposal->text, size, proposal->greeting);
  check_span (proposal->text, size, proposal->closing);
  mark (proposal, taken, proposal->preamble);
  for (guint i = 0; i < proposal->questions->len; i++)
    {
      const FoiFoundQuestion *question = foi_question_proposal_get (proposal, i);

      check_question (proposal, question, size);
      mark (proposal, taken, question->span);
    }
  for (guint i = 0; i < proposal->words->len; i++)
    {
      FoiTextSpan span = g_array_index (proposal->words, FoiWords, i).span;

      check_span (proposal->text, size, span);
      mark (proposal, taken, span);
    }
  check_nothing_lost (proposal, taken);
}

/* One thing that an officer may do, chosen by @choice; NULL where it is refused. */
static FoiQuestionProposal *
edit (const FoiQuestionProposal *proposal, guint choice, gsize size)
{
  guint n = proposal->questions->len;
  guint index = n > 0 ? choice / 8 % n : 0;
  gsize start = size > 0 ? choice / 3 % size : 0;
  FoiTextSpan span = { start, start + choice % 97 };

  switch (n == 0 ? choice % 2 : choice % 8)
    {
    case 0:
    case 2:
      return foi_question_proposal_add (proposal, span, NULL, NULL);
    case 1:
      return foi_question_proposal_set_preamble (proposal, span);
    case 3:
      return foi_question_proposal_split (proposal, index, start, NULL);
    case 4:
      return index + 1 < n ? foi_question_proposal_merge (proposal, index, NULL) : NULL;
    case 5:
      return foi_question_proposal_move (proposal, index, choice % 11);
    case 6:
      return foi_question_proposal_remove (proposal, index);
    default:
      return foi_question_proposal_rename (proposal, index, choice % 2 ? "a" : "");
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (FoiRequestText) request
    = foi_request_text_new ((const char *) data, (gssize) size, &error);
  g_autoptr (FoiQuestionProposal) proposal = NULL;
  guint seed = (guint) size;

  if (request == NULL)
    {
      g_assert_true (error != NULL && error->domain == FOI_ERROR);
      return 0;
    }
  g_assert_no_error (error);
  check_request (text, size, request);
  proposal = foi_question_finder_run (text, request->body);
  check_proposal (proposal, size);
  for (guint i = 0; i < MAX_EDITS; i++)
    {
      FoiQuestionProposal *next;

      seed = seed * 1664525u + 1013904223u + (size > 0 ? data[i % size] : 0);
      next = edit (proposal, seed >> 8, size);
      if (next == NULL)
        continue;
      check_proposal (next, size);
      foi_question_proposal_unref (proposal);
      proposal = next;
    }
  return 0;
}
