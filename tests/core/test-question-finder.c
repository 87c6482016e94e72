/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-error.h"
#include "foi-proposal-edits.h"
#include "foi-question-finder.h"

static FoiQuestionProposal *
find (const char *text)
{
  return foi_question_finder_run (text, (FoiTextSpan){ 0, strlen (text) });
}

/* The numbers of questions and parts: "1 2(a b) -". */
static char *
dup_shape (const FoiQuestionProposal *proposal)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < proposal->questions->len; i++)
    {
      const FoiFoundQuestion *question = foi_question_proposal_get (proposal, i);

      g_string_append_printf (shape, "%s%s", i > 0 ? " " : "",
                              question->number != NULL ? question->number : "-");
      for (guint p = 0; p < question->parts->len; p++)
        {
          const FoiFoundQuestion *part = g_ptr_array_index (question->parts, p);

          g_string_append_printf (shape, "%s%s", p > 0 ? " " : "(",
                                  part->number != NULL ? part->number : "-");
        }
      if (question->parts->len > 0)
        g_string_append_c (shape, ')');
    }
  return g_string_free (shape, FALSE);
}

/* The words of each question, separated by " | "; of what is left over after " || ". */
static char *
dup_words (const FoiQuestionProposal *proposal)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < proposal->questions->len; i++)
    {
      g_autofree char *words
        = foi_text_span_dup_line (proposal->text, foi_question_proposal_get (proposal, i)->words);

      g_string_append_printf (out, "%s%s", i > 0 ? " | " : "", words);
    }
  for (guint i = 0; i < proposal->words->len; i++)
    {
      g_autofree char *words = foi_text_span_dup_line (
        proposal->text, g_array_index (proposal->words, FoiWords, i).span);

      g_string_append_printf (out, " || %s", words);
    }
  return g_string_free (out, FALSE);
}

static void
test_numbering (void)
{
  static const struct
  {
    const char *text;
    const char *shape;
  } facts[] = {
    { "1. How many a?\n2. How many b?", "1 2" },
    { "1) How many a?\n2) How many b?", "1 2" },
    { "(1) How many a?\n(2) How many b?", "1 2" },
    { "1: How many a?\n2: How many b?", "1 2" },
    { "1 - How many a?\n2 - How many b?", "1 2" },
    { "1 How many a?\n2 How many b?", "1 2" },
    { "Q1 How many a?\nQ2. How many b?", "1 2" },
    { "Question 1:\nHow many a?\n\nQuestion 2:\nHow many b?", "1 2" },
    { "a) How many a?\nb) How many b?", "a b" },
    { "A. How many a?\nB. How many b?", "A B" },
    { "i) How many a?\nii) How many b?\niii) How many c?\niv) How many d?", "i ii iii iv" },
    { "h) x\n\nHow many a?", "-" },
    { "1. How many a?\n\n2. How many b?\n\n1. How many c?\n\n2. How many d?", "1 2 1 2" },
    { "1. How many a?\n2. How many b?\n4. How many d?", "1 2 4" },
    { "1. How many a?\n2) How many b?\n3. How many c?", "1 2 3" },
    { "1. In each year:\n a) how many a?\n b) how many b?\n2. How many c?", "1(a b) 2" },
    { "1. In each year:\n  i. how many a?\n  ii. how many b?", "1(i ii)" },
    { "1. In each year:\n - how many a?\n - how many b?\n2. How many c?", "1(- -) 2" },
    { "1. How many a, by:\n - age\n - sex\n2. How many b?", "1 2" },
    { "1a. How many a?\n1b. How many b?\n2a. How many c?\n2b. How many d?", "1(1a 1b) 2(2a 2b)" },
    { "1.1 How many a?\n1.2 How many b?\n2.1 How many c?\n2.2 How many d?",
      "1(1.1 1.2) 2(2.1 2.2)" },
    { "1. How many a and (a) how many b, and (b) how many c?\n2. How many d?", "1(a b) 2" },
    { "\xe2\x80\xa2 How many a?\n\xe2\x80\xa2 How many b?", "- -" },
    { "\xd9\xa1. \xd9\x83\xd9\x85\xd8\x9f\n\xd9\xa2. \xd9\x83\xd9\x85\xd8\x9f",
      "\xd9\xa1 \xd9\xa2" },
    { "Please state: 1. the number of a; 2. the number of b; 3. the number of c.", "1 2 3" },
    /* What only looks like a number of the list. */
    { "I read on page\n2. The council says so. How many a?", "-" },
    { "1. How many visits were made to the homes that are named in the appendix on page\n"
      "2. The council made them.\n2. How many b?", "1 2" },
    { "It cost about £2. That is a lot. How many a?", "-" },
    { "It took them\n18.5 hours. How many a?", "-" },
    { "That was in\n2024. The council knows. How many a?", "-" },
    { "12 Sample Street\n\nHow many a?", "-" },
    { "How many a in section 12(1) and (2)?", "-" },
    { "Under section 1 (a) of the Act, how many a?", "-" },
    { "At 10:15 he came. How many a?", "-" },
    { "E. Example asked. How many a?", "-" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiQuestionProposal) proposal = find (facts[i].text);
      g_autofree char *shape = dup_shape (proposal);

      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (shape, ==, facts[i].shape);
    }
}

static void
test_prose (void)
{
  /* The questions, then what is left over. */
  static const struct
  {
    const char *text;
    const char *words;
  } facts[] = {
    { "How many a? How many b?", "How many a? | How many b?" },
    { "I live here. How many a?", "How many a? || I live here." },
    { "Please provide the number of a. Please split it by year.",
      "Please provide the number of a. Please split it by year." },
    { "Do you have a policy on a? If so, please provide a copy.",
      "Do you have a policy on a? If so, please provide a copy." },
    { "How many a? Please send me the figures as a spreadsheet.",
      "How many a? || Please send me the figures as a spreadsheet." },
    { "1. How many a?\n2. How many b?\n\nCould you provide the data in CSV format?",
      "How many a? | How many b? || Could you provide the data in CSV format?" },
    { "How many a? Please provide the list of b in Excel.",
      "How many a? | Please provide the list of b in Excel." },
    { "I would like to know how many a. Thank you.",
      "I would like to know how many a. || Thank you." },
    { "Can you tell me what the fee is. I hope to hear from you within 20 working days.",
      "Can you tell me what the fee is. || I hope to hear from you within 20 working days." },
    { "How many a?\n\nPlease confirm receipt.", "How many a? || Please confirm receipt." },
    { "How much did Mr. Sample, e.g. in 2023, claim? Why?",
      "How much did Mr. Sample, e.g. in 2023, claim? | Why?" },
    { "How many cost £2.50 or 18.5 p.a. in all?", "How many cost £2.50 or 18.5 p.a. in all?" },
    { "Also, for each of those years, please provide the cost.",
      "Also, for each of those years, please provide the cost." },
    { "I am making a request for the minutes of 4 May 2024.",
      "I am making a request for the minutes of 4 May 2024." },
    { "Nothing is asked here.", " || Nothing is asked here." },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiQuestionProposal) proposal = find (facts[i].text);
      g_autofree char *words = dup_words (proposal);

      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (words, ==, facts[i].words);
    }
}

static void
test_preamble (void)
{
  static const char text[] = "Dear Sir or Madam,\n\nI am a student.\n\n"
                             "As a freedom of information request, please provide, from 2015-2024:"
                             "\n\n1. The number of a\n2. The number of b\n\n"
                             "Yours faithfully\nA B\n";
  g_autoptr (FoiQuestionProposal) proposal = find (text);
  g_autofree char *preamble = foi_text_span_dup_line (text, proposal->preamble);
  g_autofree char *greeting = foi_text_span_dup_line (text, proposal->greeting);
  g_autofree char *closing = foi_text_span_dup_line (text, proposal->closing);
  g_autofree char *words = dup_words (proposal);

  g_assert_cmpstr (preamble, ==,
                   "As a freedom of information request, please provide, from 2015-2024:");
  g_assert_cmpstr (proposal->period.from, ==, "2015");
  g_assert_cmpstr (proposal->period.to, ==, "2024");
  g_assert_cmpstr (greeting, ==, "Dear Sir or Madam,");
  g_assert_cmpstr (closing, ==, "Yours faithfully A B");
  g_assert_cmpstr (words, ==, "The number of a | The number of b || Dear Sir or Madam, || I am a "
                              "student. || Yours faithfully A B");
  g_assert_cmpint (g_array_index (proposal->words, FoiWords, 0).kind, ==, FOI_WORDS_GREETING);
  g_assert_cmpint (g_array_index (proposal->words, FoiWords, 1).kind, ==, FOI_WORDS_LEFT_OVER);
  g_assert_cmpint (g_array_index (proposal->words, FoiWords, 2).kind, ==, FOI_WORDS_CLOSING);
}

static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    const char *label;
  } facts[] = {
    { "How many calls were recorded to the help desk?", "Calls recorded to the help desk" },
    { "Please provide a copy of the parking policy.", "Parking policy" },
    { "Can you tell me how much was spent on agency staff?", "Spent on agency staff" },
    { "I would like to know the number of complaints received by the council.",
      "Complaints received" },
    { "How many fines did the council issue for littering?", "Fines for littering" },
    { "How many staff do you employ?", "Staff you employ" },
    { "Who is the data protection officer?", "Data protection officer" },
    { "Does the council operate cameras in taxis?", "Operate cameras in taxis" },
    { "For each year since 2019, how many trees were felled?", "Trees felled" },
    { "What is the budget for the multi-agency safeguarding hub (MASH) this year?",
      "Budget for the MASH this year" },
    { "How many were refused?", "How many were refused" },
    { "iPads: how many do you own?", "How many do you own" },
    { "What?", "What" },
    { "Pneumonoultramicroscopicsilicovolcanoconiosisandmore?",
      "Pneumonoultramicroscopicsilicovolcanoconios…" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiQuestionProposal) proposal = find (facts[i].text);

      g_test_message ("%s", facts[i].text);
      g_assert_cmpuint (proposal->questions->len, ==, 1);
      g_assert_cmpstr (foi_question_proposal_get (proposal, 0)->label, ==, facts[i].label);
    }
}

static const char four[] = "Hello,\n\nplease answer:\n\n1. How many a?\n2. How many b? And c?\n"
                           "3. How many d:\n a) in x?\n b) in y?\n\nSome words.\n\n"
                           "4. How many e?\n\nThanks\nA B\n";

static gsize
place_of (const char *text, const char *words)
{
  return (gsize) (strstr (text, words) - text);
}

static void
test_add (void)
{
  g_autoptr (FoiQuestionProposal) proposal = find (four);
  g_autoptr (FoiQuestionProposal) words = NULL;
  g_autoptr (FoiQuestionProposal) inside = NULL;
  g_autofree char *shape = NULL;
  g_autofree char *after = NULL;
  g_autofree char *cut = NULL;
  g_autoptr (GError) error = NULL;
  guint index = 0;
  FoiTextSpan span = { place_of (four, "Some words") - 1, place_of (four, "Some words") + 11 };

  shape = dup_shape (proposal);
  g_assert_cmpstr (shape, ==, "1 2 3(a b) 4");
  /* Words that were left over. */
  words = foi_question_proposal_add (proposal, span, &index, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (index, ==, 3);
  g_assert_cmpstr (foi_question_proposal_get (words, 3)->label, ==, "Some words");
  g_clear_pointer (&shape, g_free);
  shape = dup_shape (words);
  g_assert_cmpstr (shape, ==, "1 2 3(a b) - 4");
  /* Words of a question: it is divided around them. */
  span = (FoiTextSpan){ place_of (four, "many b"), place_of (four, "? And c") };
  inside = foi_question_proposal_add (proposal, span, &index, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (index, ==, 2);
  after = dup_words (inside);
  g_assert_true (g_str_has_prefix (after, "How many a? | How | many b | ? And c? | How many d"));
  /* The proposal it was made from is as it was. */
  cut = dup_shape (proposal);
  g_assert_cmpstr (cut, ==, "1 2 3(a b) 4");
}

static void
test_add_refused (void)
{
  g_autoptr (FoiQuestionProposal) proposal = find (four);
  g_autoptr (GError) error = NULL;
  const gsize blank = place_of (four, "\n\nplease");

  g_assert_null (foi_question_proposal_add (proposal, (FoiTextSpan){ blank, blank + 2 }, NULL,
                                            &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (foi_question_proposal_add (proposal, (FoiTextSpan){ 9999, 99999 }, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
}

static void
test_split (void)
{
  g_autoptr (FoiQuestionProposal) proposal = find (four);
  g_autoptr (FoiQuestionProposal) two = NULL;
  g_autoptr (FoiQuestionProposal) parts = NULL;
  g_autofree char *words = NULL;
  g_autofree char *shape = NULL;
  g_autoptr (GError) error = NULL;

  two = foi_question_proposal_split (proposal, 1, place_of (four, "And c"), &error);
  g_assert_no_error (error);
  words = dup_words (two);
  g_assert_true (g_str_has_prefix (words, "How many a? | How many b? | And c? | How many d"));
  g_assert_cmpstr (foi_question_proposal_get (two, 1)->number, ==, "2");
  g_assert_null (foi_question_proposal_get (two, 2)->number);
  /* Between the parts: each goes to its side. */
  parts = foi_question_proposal_split (proposal, 2, place_of (four, "b) in y"), &error);
  g_assert_no_error (error);
  shape = dup_shape (parts);
  g_assert_cmpstr (shape, ==, "1 2 3(a) b 4");

  g_assert_null (foi_question_proposal_split (proposal, 1, place_of (four, "2. How"), &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (foi_question_proposal_split (proposal, 1, 0, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
}

static void
test_merge (void)
{
  g_autoptr (FoiQuestionProposal) proposal = find (four);
  g_autoptr (FoiQuestionProposal) merged = NULL;
  g_autoptr (FoiQuestionProposal) moved = NULL;
  g_autofree char *shape = NULL;
  g_autofree char *words = NULL;
  g_autofree char *asked = NULL;
  g_autoptr (GError) error = NULL;

  /* What stood between them belongs to the merged question. */
  merged = foi_question_proposal_merge (proposal, 2, &error);
  g_assert_no_error (error);
  shape = dup_shape (merged);
  g_assert_cmpstr (shape, ==, "1 2 3(a b)");
  words = dup_words (merged);
  g_assert_null (strstr (words, "|| Some words"));
  asked = foi_question_proposal_dup_asked (merged, foi_question_proposal_get (merged, 2)->words);
  g_assert_cmpstr (asked, ==,
                   "How many d:\na) in x?\nb) in y?\n\nSome words.\n\n4. How many e?");

  moved = foi_question_proposal_move (proposal, 0, 2);
  g_assert_null (foi_question_proposal_merge (moved, 2, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
}

static void
test_move_remove_rename (void)
{
  g_autoptr (FoiQuestionProposal) proposal = find (four);
  g_autoptr (FoiQuestionProposal) moved = foi_question_proposal_move (proposal, 3, 0);
  g_autoptr (FoiQuestionProposal) last = foi_question_proposal_move (proposal, 0, 99);
  g_autoptr (FoiQuestionProposal) removed = foi_question_proposal_remove (proposal, 0);
  g_autoptr (FoiQuestionProposal) named = foi_question_proposal_rename (proposal, 0, "My name");
  g_autoptr (FoiQuestionProposal) later = foi_question_proposal_remove (named, 2);
  g_autoptr (FoiQuestionProposal) again = foi_question_proposal_rename (later, 0, "");
  g_autofree char *first_shape = dup_shape (moved);
  g_autofree char *last_shape = dup_shape (last);
  g_autofree char *words = dup_words (removed);

  g_assert_cmpstr (first_shape, ==, "4 1 2 3(a b)");
  g_assert_cmpstr (last_shape, ==, "2 3(a b) 4 1");
  g_assert_nonnull (strstr (words, "|| 1. How many a?"));
  /* A name given by hand outlives other operations. */
  g_assert_cmpstr (foi_question_proposal_get (later, 0)->label, ==, "My name");
  g_assert_cmpstr (foi_question_proposal_get (again, 0)->label, ==, "How many a");
}

static void
test_set_preamble (void)
{
  g_autoptr (FoiQuestionProposal) proposal = find (four);
  const gsize start = place_of (four, "Some words");
  g_autoptr (FoiQuestionProposal) next
    = foi_question_proposal_set_preamble (proposal, (FoiTextSpan){ start, start + 20 });
  g_autoptr (FoiQuestionProposal) none
    = foi_question_proposal_set_preamble (proposal, (FoiTextSpan){ 0, 0 });
  g_autofree char *preamble = foi_text_span_dup_line (four, next->preamble);
  g_autofree char *words = dup_words (next);

  g_assert_cmpstr (preamble, ==, "Some words.");
  g_assert_nonnull (strstr (words, "|| please answer:"));
  g_assert_true (foi_text_span_is_empty (none->preamble));
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FoiQuestionProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= 600; i++)
    g_string_append_printf (text, "%d. How many of sort %d?\n", i, i);
  proposal = find (text->str);
  g_assert_cmpuint (proposal->questions->len, ==, FOI_PROPOSAL_MAX_QUESTIONS);
  g_assert_true (proposal->too_many);
  g_assert_cmpuint (proposal->words->len, ==, 1);
  g_assert_null (foi_question_proposal_add (
    proposal, g_array_index (proposal->words, FoiWords, 0).span, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (foi_question_proposal_split (proposal, 0, 8, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-finder/numbering", test_numbering);
  g_test_add_func ("/question-finder/prose", test_prose);
  g_test_add_func ("/question-finder/preamble", test_preamble);
  g_test_add_func ("/question-finder/labels", test_labels);
  g_test_add_func ("/question-finder/add", test_add);
  g_test_add_func ("/question-finder/add-refused", test_add_refused);
  g_test_add_func ("/question-finder/split", test_split);
  g_test_add_func ("/question-finder/merge", test_merge);
  g_test_add_func ("/question-finder/move-remove-rename", test_move_remove_rename);
  g_test_add_func ("/question-finder/set-preamble", test_set_preamble);
  g_test_add_func ("/question-finder/too-many", test_too_many);
  return g_test_run ();
}
