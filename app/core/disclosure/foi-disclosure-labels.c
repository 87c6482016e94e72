/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-labels.h"

#include <string.h>

/* Longer lists are not gone through for what is written otherwise. */
#define MAX_COMPARED 300
/* A word that is cut shorter tells nothing by itself, and one that is longer is no few letters of
 * another. */
#define SHORTEST_TELLING 3
#define LONGEST_FEW_LETTERS 4

static const char *const idle_words[] = { "the", "of", "and", "in", "at", "for", "by", "a", "to",
                                          "from", "number", NULL };

/* What sort of thing it is goes without saying. */
static const char *const weak_words[] = { "school", "sch", "ward", "area", "borough", "council",
                                          "district", "city", "county", "team", "service", "dept",
                                          "department", "year", "term", "division", NULL };

/* ---- words ---- */

static gboolean
is_number (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/* "schools" is "school", "Saint" is "St", and "CofE" three words. */
static char *
dup_stem (const char *word)
{
  const gsize length = strlen (word);

  if (strcmp (word, "saint") == 0)
    return g_strdup ("st");
  if (strcmp (word, "cofe") == 0)
    return g_strdup ("ce");
  if (length > SHORTEST_TELLING && word[length - 1] == 's' && word[length - 2] != 's')
    return g_strndup (word, length - 1);
  return g_strdup (word);
}

/* "2019/2020" is "2019/20". */
static gboolean
is_next_year (const char *before, const char *word)
{
  return before != NULL && strlen (before) == 4 && strlen (word) == 4 && is_number (before)
         && g_ascii_strtoll (word, NULL, 10) == g_ascii_strtoll (before, NULL, 10) + 1;
}

/* Adds a word; single letters are one: "P.S." */
static void
add_word (GPtrArray *words, const char *word)
{
  char *last = words->len > 0 ? words->pdata[words->len - 1] : NULL;
  const gboolean is_letter = g_utf8_strlen (word, -1) == 1 && !is_number (word);

  if (is_letter && last != NULL && last[0] == '\1')
    {
      words->pdata[words->len - 1] = g_strconcat (last, word, NULL);
      g_free (last);
    }
  else if (is_letter)
    g_ptr_array_add (words, g_strconcat ("\1", word, NULL));
  else
    g_ptr_array_add (words, is_next_year (last, word) ? g_strdup (word + 2) : dup_stem (word));
}

/**
 * foi_label_split:
 * @text: what names a row, a column or a table
 *
 * Returns: (transfer full): its words as they are compared.
 */
GStrv
foi_label_split (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) around = g_strsplit (folded, "’", -1);
  g_autofree char *joined = g_strjoinv ("", around);
  g_auto (GStrv) apart = g_strsplit (joined, "'", -1);
  g_autofree char *plain = g_strjoinv ("", apart);
  g_auto (GStrv) parts = g_strsplit_set (plain, " \t\n(),.:;%-_/|&+[]\"", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && !g_strv_contains (idle_words, parts[i]))
      add_word (words, parts[i]);
  for (guint i = 0; i < words->len; i++)
    {
      char *word = words->pdata[i];

      if (word[0] == '\1')
        memmove (word, word + 1, strlen (word));
    }
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* "Sch" of "school", "Rd" of "road": letters of it, in their order. */
static gboolean
has_few_letters (const char *few, const char *word)
{
  if (strlen (few) < 2 || strlen (few) > LONGEST_FEW_LETTERS || few[0] != word[0])
    return FALSE;
  for (; *few != '\0'; few++)
    {
      word = strchr (word, *few);
      if (word == NULL)
        return FALSE;
      word++;
    }
  return TRUE;
}

static gboolean
is_same_word (const char *a, const char *b)
{
  const gsize length = MIN (strlen (a), strlen (b));

  if (is_number (a) || is_number (b))
    return strcmp (a, b) == 0;
  return length > 0
         && (strncmp (a, b, length) == 0 || has_few_letters (a, b) || has_few_letters (b, a));
}

static gboolean
is_telling (const char *a, const char *b)
{
  const gsize length = MIN (strlen (a), strlen (b));

  return is_number (a) || (length >= SHORTEST_TELLING && strncmp (a, b, length) == 0);
}

/* How many of the words begin with the letters, one after another: "ps" of "primary school". */
static guint
count_initials (const char *letters, const char *const *words)
{
  guint n = 0;

  while (letters[n] != '\0' && words[n] != NULL && words[n][0] == letters[n] && letters[n] > 0
         && !is_number (words[n]))
    n++;
  return n >= 2 && letters[n] == '\0' ? n : 0;
}

static guint
count_numbers (const char *const *words)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += is_number (words[i]);
  return n;
}

/* Where in @words from @at on a word of another label is; @n: how many of them it is. */
static int
find_word (const char *const *words, guint at, const char *word, guint *n)
{
  for (; words[at] != NULL; at++)
    {
      *n = is_same_word (words[at], word) ? 1 : count_initials (word, words + at);
      if (*n > 0)
        return (int) at;
    }
  return -1;
}

/**
 * foi_label_has:
 * @words: (array zero-terminated=1): of foi_label_split()
 * @part: (array zero-terminated=1): the same of another label
 *
 * Returns: whether it says all that @part says, and has the same numbers; what sort of thing it is
 *   may be left out.
 */
gboolean
foi_label_has (const char *const *words, const char *const *part)
{
  gboolean tells = FALSE;
  guint at = 0, n;

  if (count_numbers (words) != count_numbers (part))
    return FALSE;
  for (guint i = 0; part[i] != NULL; i++)
    {
      const int found = find_word (words, at, part[i], &n);
      const gboolean is_weak = g_strv_contains (weak_words, part[i]);

      if (found < 0 && !is_weak)
        return FALSE;
      if (found < 0)
        continue;
      tells = tells || (n == 1 && !is_weak && is_telling (words[found], part[i]));
      at = (guint) found + n;
    }
  return tells;
}

/**
 * foi_label_ends_with:
 * @words: (array zero-terminated=1): of foi_label_split()
 * @end: (array zero-terminated=1): the same of another label
 *
 * Returns: whether its last words are those of @end: "April to June" those of "June".
 */
gboolean
foi_label_ends_with (const char *const *words, const char *const *end)
{
  const guint n_words = g_strv_length ((GStrv) words), n_end = g_strv_length ((GStrv) end);

  if (n_end == 0 || n_end > n_words)
    return FALSE;
  for (guint i = 0; i < n_end; i++)
    if (!is_same_word (words[n_words - n_end + i], end[i]))
      return FALSE;
  return is_telling (words[n_words - 1], end[n_end - 1]);
}

/* ---- lists ---- */

/* Two lists; what of each has no like in the other yet. */
typedef struct
{
  GPtrArray *from, *to;             /* of char * */
  GPtrArray *from_words, *to_words; /* of GStrv */
  int *match;
  gboolean *is_taken; /* of @to */
} Lists;

static void
match_exactly (Lists *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->to->len; i++)
    g_hash_table_insert (places, self->to->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->from->len; i++)
    {
      self->match[i] = GPOINTER_TO_INT (g_hash_table_lookup (places, self->from->pdata[i])) - 1;
      if (self->match[i] >= 0)
        self->is_taken[self->match[i]] = TRUE;
    }
}

static GPtrArray *
split_all (GPtrArray *labels)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < labels->len; i++)
    g_ptr_array_add (all, foi_label_split (labels->pdata[i]));
  return all;
}

static gboolean
are_like (Lists *self, guint from, guint to, gboolean is_loose)
{
  const char *const *a = self->from_words->pdata[from];
  const char *const *b = self->to_words->pdata[to];

  if (!is_loose)
    return foi_label_has (a, b) && foi_label_has (b, a);
  return foi_label_has (a, b) || foi_label_has (b, a);
}

/* Takes those for the same that could be no other, neither way round. */
static void
match_likely (Lists *self, gboolean is_loose)
{
  g_autofree int *found = g_new (int, self->from->len + 1);
  g_autofree guint *n_found = g_new0 (guint, self->to->len + 1);

  for (guint i = 0; i < self->from->len; i++)
    {
      guint n = 0;

      found[i] = -1;
      for (guint j = 0; j < self->to->len && self->match[i] < 0; j++)
        if (!self->is_taken[j] && are_like (self, i, j, is_loose))
          {
            found[i] = (int) j;
            n_found[j]++;
            n++;
          }
      if (n > 1)
        found[i] = -1;
    }
  for (guint i = 0; i < self->from->len; i++)
    if (found[i] >= 0 && n_found[found[i]] == 1)
      {
        self->match[i] = found[i];
        self->is_taken[found[i]] = TRUE;
      }
}

/**
 * foi_labels_match:
 * @from: (element-type utf8): labels, each once
 * @to: (element-type utf8): others
 *
 * Returns: (transfer full): of each of @from the place in @to of what means the same, or -1: what
 *   is written so, else what is written otherwise and can mean nothing else.
 */
int *
foi_labels_match (GPtrArray *from, GPtrArray *to)
{
  g_autoptr (GPtrArray) from_words = NULL, to_words = NULL;
  g_autofree gboolean *is_taken = g_new0 (gboolean, to->len + 1);
  Lists lists = { .from = from, .to = to, .is_taken = is_taken };

  lists.match = g_new (int, from->len + 1);
  match_exactly (&lists);
  if (from->len > MAX_COMPARED || to->len > MAX_COMPARED)
    return lists.match;
  from_words = lists.from_words = split_all (from);
  to_words = lists.to_words = split_all (to);
  match_likely (&lists, FALSE);
  match_likely (&lists, TRUE);
  return lists.match;
}
