/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-label.h"

#include <string.h>

#include "foi-label-trim.h"
#include "foi-label-words.h"

/* A label of at most @WANTED characters is left as it is, a longer one is shortened by sense; over
 * @LONGEST it is cut. */
#define WANTED 40
#define LONGEST 44

/* ---- what questions share ---- */

static guint
count_shared (GPtrArray *a, GPtrArray *b)
{
  guint i = 0;

  while (i < a->len && i < b->len
         && strcmp (foi_label_words_plain (a, i), foi_label_words_plain (b, i)) == 0)
    i++;
  return i;
}

/* How many words at its beginning question @i has in common with another. */
static guint
find_shared (GPtrArray *questions, guint i)
{
  GPtrArray *words = g_ptr_array_index (questions, i);
  guint shared = 0;

  for (guint other = 0; other < questions->len; other++)
    {
      if (other != i)
        shared = MAX (shared, count_shared (words, g_ptr_array_index (questions, other)));
    }
  /* The same question twice shares no opening. */
  return shared < words->len ? shared : 0;
}

/* ---- making it short ---- */

static gboolean
fits (GPtrArray *words, glong length)
{
  g_autofree char *joined = foi_label_words_join_shown (words);

  return g_utf8_strlen (joined, -1) <= length;
}

/* Whether @p may be cut after: not before a mark that belongs to the character before it. */
static const char *
cut_characters (const char *label, glong length)
{
  const char *p = g_utf8_offset_to_pointer (label, length);

  while (p > label && (g_unichar_ismark (g_utf8_get_char (p))
                       || g_unichar_iszerowidth (g_utf8_get_char (p))))
    p = g_utf8_prev_char (p);
  return p;
}

static char *
cut_at_word (GPtrArray *words)
{
  GString *label = g_string_new (NULL);
  guint i;

  for (i = 0; i < words->len; i++)
    {
      const char *shown = foi_label_words_get (words, i)->shown;

      if (i > 0 && g_utf8_strlen (label->str, -1) + 1 + g_utf8_strlen (shown, -1) > LONGEST - 1)
        break;
      g_string_append_printf (label, "%s%s", i > 0 ? " " : "", shown);
    }
  while (i > 1 && foi_label_is_small (foi_label_words_plain (words, i - 1)))
    {
      i--;
      g_string_truncate (label, label->len - strlen (foi_label_words_get (words, i)->shown) - 1);
    }
  if (g_utf8_strlen (label->str, -1) > LONGEST)
    g_string_truncate (label, (gsize) (cut_characters (label->str, LONGEST - 1) - label->str));
  while (label->len > 0 && strchr (",;:-. ", label->str[label->len - 1]) != NULL)
    g_string_truncate (label, label->len - 1);
  g_string_append (label, "…");
  return g_string_free (label, FALSE);
}

static gboolean
ends_with_mark (const char *label, gsize length)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (label + length));

  return (last < 0x80 && strchr (".,;:?!-*", (int) last) != NULL) || last == 0x061f
         || last == 0xff1f || last == 0x2013 || last == 0x3002
         || (last == ')' && strchr (label, '(') == NULL);
}

/* Without stops, commas, an unmatched bracket or a joining word at its end, and with a capital. */
static char *
finish (GPtrArray *words)
{
  g_autofree char *label = NULL;
  gunichar first;
  gsize length;
  char capital[8] = { 0 };

  while (words->len > 1)
    {
      static const char *const joins[] = { "", "and", "or", "the", NULL };

      if (!g_strv_contains (joins, foi_label_words_plain (words, words->len - 1)))
        break;
      g_ptr_array_set_size (words, (gint) words->len - 1);
    }
  label = fits (words, LONGEST) ? foi_label_words_join_shown (words) : cut_at_word (words);
  length = strlen (label);
  while (length > 0 && ends_with_mark (label, length))
    length = (gsize) (g_utf8_prev_char (label + length) - label);
  label[length] = '\0';
  first = g_utf8_get_char (label);
  capital[g_unichar_to_utf8 (g_unichar_totitle (first), capital)] = '\0';
  return length == 0 ? g_strdup ("")
                     : g_strconcat (capital, g_utf8_next_char (label), NULL);
}

/* Where the last clause ends that the question shares with another. */
static guint
shared_clause_end (GPtrArray *words, guint shared)
{
  for (guint i = MIN (shared, words->len); i > 0; i--)
    {
      const char *shown = foi_label_words_get (words, i - 1)->shown;
      const char end = shown[strlen (shown) - 1];

      if ((end == ',' || end == ':') && i + 1 < words->len)
        return i;
    }
  return 0;
}

/* Whether so much was taken away that it names nothing, or is half a question. */
static gboolean
says_too_little (GPtrArray *words)
{
  static const char *const verbs[] = { "did", "do", "does", NULL };
  static const char *const firsts[] = { "would", "could", "should", "can", "will", NULL };

  if (words->len > 0 && g_strv_contains (firsts, foi_label_words_plain (words, 0)))
    return TRUE;
  for (guint i = 0; i < words->len && i < 5; i++)
    {
      if (g_strv_contains (verbs, foi_label_words_plain (words, i)))
        return TRUE;
    }
  return words->len == 0
         || (words->len == 1
             && (foi_label_is_participle (foi_label_words_plain (words, 0))
                 || foi_label_is_small (foi_label_words_plain (words, 0))));
}

/* "Existing supplier: if there is more than one …" is named by its heading. */
static void
cut_at_colon (GPtrArray *words)
{
  for (guint i = 1; i + 1 < words->len; i++)
    {
      if (g_str_has_suffix (foi_label_words_get (words, i)->shown, ":"))
        g_ptr_array_set_size (words, (gint) i + 1);
    }
}

static char *
make_label (GPtrArray *question, guint shared, GPtrArray *abbreviations, gboolean whole)
{
  guint first = shared_clause_end (question, shared);
  g_autoptr (GPtrArray) words = foi_label_words_copy (question, first);

  foi_label_drop_announcement (words);
  foi_label_drop_openings (words);
  foi_label_cut_afterwards (words);
  foi_label_words_abbreviate (words, abbreviations);
  foi_label_drop_question_form (words);
  foi_label_drop_auxiliaries (words);
  foi_label_drop_addressee (words);
  if (says_too_little (words))
    {
      g_ptr_array_unref (words);
      words = foi_label_words_copy (question, first);
      foi_label_drop_announcement (words);
      foi_label_drop_politeness (words);
      foi_label_cut_afterwards (words);
    }
  if (!fits (words, WANTED))
    cut_at_colon (words);
  if (!fits (words, WANTED))
    foi_label_drop_brackets (words);
  if (!fits (words, whole ? LONGEST : WANTED))
    foi_label_drop_shared (words, shared);
  if (!whole && !fits (words, WANTED))
    foi_label_drop_ending (words);
  return finish (words);
}

/* Questions whose labels came out the same keep how they end. */
static void
tell_apart (char **labels, GPtrArray *questions, GPtrArray *abbreviations)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      gpointer count = g_hash_table_lookup (counts, labels[i]);

      g_hash_table_insert (counts, g_strdup (labels[i]),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  for (guint i = 0; i < questions->len; i++)
    {
      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, labels[i])) < 2)
        continue;
      g_free (labels[i]);
      labels[i] = make_label (g_ptr_array_index (questions, i), find_shared (questions, i),
                              abbreviations, TRUE);
    }
}

/**
 * foi_question_labels_make:
 * @text: valid UTF-8
 * @questions: (array length=n_questions): the words of questions of one request
 * @n_questions: how many
 *
 * Names questions for lists, each in about forty characters: the words that tell it from the
 * others, without "please provide", "how many" and the opening that several share, with the
 * abbreviations that the request itself explains.
 *
 * Returns: (transfer full) (array zero-terminated=1): a label for each, in their order.
 */
char **
foi_question_labels_make (const char *text, const FoiTextSpan *questions, gsize n_questions)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) abbreviations = foi_label_abbreviations_new ();
  char **labels = g_new0 (char *, n_questions + 1);

  g_return_val_if_fail (text != NULL, labels);

  for (gsize i = 0; i < n_questions; i++)
    {
      GPtrArray *words = foi_label_words_read (text, questions[i]);

      foi_label_words_collect_abbreviations (words, abbreviations);
      g_ptr_array_add (all, words);
    }
  for (gsize i = 0; i < n_questions; i++)
    labels[i] = make_label (g_ptr_array_index (all, i), find_shared (all, (guint) i),
                            abbreviations, FALSE);
  tell_apart (labels, all, abbreviations);
  return labels;
}
