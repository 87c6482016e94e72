/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-gap-names.h"

#include <string.h>

#include "foi-phrase.h"
#include "foi-secrets.h"

/* Longer tables have their rows named in no letter. */
#define MAX_ROWS 2000
/* Shorter words of a name are in many. */
#define SHORTEST_PIECE 4
/* A place of more words is none: "the first school", "the first two of the schools". */
#define MAX_BETWEEN 3

struct _FoiGapNames
{
  GHashTable *known; /* of char *, borrowed: all that is in the lists */
  GPtrArray *names;  /* of char *: whole names */
  GPtrArray *pieces; /* of char *: of names, as they are written */
  GPtrArray *kinds;  /* of char *: what rows are, in small letters: "school" */
  FoiRange   last;   /* what was looked through last, and what was found there */
  const char *last_text;
  gboolean   was_row, was_found;
};

/* ---- collecting ---- */

static void
add_once (FoiGapNames *self, GPtrArray *list, const char *word)
{
  char *copy;

  if (g_hash_table_contains (self->known, word))
    return;
  copy = g_strdup (word);
  g_ptr_array_add (list, copy);
  g_hash_table_add (self->known, copy);
}

/* How many rows have each word in their names. */
static GHashTable *
count_words (FoiPublication *table)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint n_rows = MIN (foi_publication_get_n_rows (table), MAX_ROWS);

  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
      {
        g_autofree char *key = foi_publication_is_key (table, i)
                                 ? foi_publication_format (table, row, i) : g_strdup ("");
        g_auto (GStrv) parts = g_strsplit_set (key, " -,()/'.", -1);

        for (guint j = 0; parts[j] != NULL; j++)
          g_hash_table_insert (words, g_strdup (parts[j]),
                               GUINT_TO_POINTER (
                                 GPOINTER_TO_UINT (g_hash_table_lookup (words, parts[j])) + 1));
      }
  return words;
}

/* "Ashfield" of "Ashfield Primary School", where no other school is called so. */
static void
add_pieces (FoiGapNames *self, GHashTable *words, const char *key)
{
  g_auto (GStrv) parts = g_strsplit_set (key, " -,()/'.", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) >= SHORTEST_PIECE
        && g_unichar_isupper (g_utf8_get_char (parts[i]))
        && GPOINTER_TO_UINT (g_hash_table_lookup (words, parts[i])) == 1)
      add_once (self, self->pieces, parts[i]);
}

static void
add_kinds (FoiGapNames *self, FoiPublication *table)
{
  static const char *const idle[] = { "name", "code", "year", "total", "group", "type", "financial",
                                      NULL };

  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    if (foi_publication_is_key (table, i))
      {
        g_autofree char *lower
          = g_utf8_strdown (foi_column_get_title (foi_publication_get_column (table, i)), -1);
        g_auto (GStrv) parts = g_strsplit_set (lower, " -/()", -1);

        for (guint j = 0; parts[j] != NULL; j++)
          if (strlen (parts[j]) >= SHORTEST_PIECE && !g_strv_contains (idle, parts[j]))
            add_once (self, self->kinds, parts[j]);
      }
}

/**
 * foi_gap_names_new:
 * @withheld: (element-type FoiSecret): the figures that a case withholds
 *
 * Returns: (transfer full): the names of their rows.
 */
FoiGapNames *
foi_gap_names_new (GPtrArray *withheld)
{
  FoiGapNames *self = g_new0 (FoiGapNames, 1);
  g_autoptr (GHashTable) words = NULL;
  FoiPublication *last = NULL;

  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->pieces = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < withheld->len; i++)
    {
      const FoiSecret *secret = withheld->pdata[i];

      if (secret->publication != last)
        {
          last = secret->publication;
          g_clear_pointer (&words, g_hash_table_unref);
          words = count_words (last);
          add_kinds (self, last);
        }
      for (guint j = 0; j < secret->keys->len; j++)
        {
          add_once (self, self->names, secret->keys->pdata[j]);
          add_pieces (self, words, secret->keys->pdata[j]);
        }
    }
  return self;
}

/**
 * foi_gap_names_free:
 * @self: (transfer full): names
 *
 * Frees them.
 */
void
foi_gap_names_free (FoiGapNames *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->kinds);
  g_free (self);
}

/* ---- finding ---- */

static gboolean
is_kind (FoiGapNames *self, const char *word)
{
  const gsize length = strlen (word);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const char *kind = self->kinds->pdata[i];
      const gsize stem = strlen (kind);

      if (g_str_equal (word, kind)
          || (length >= SHORTEST_PIECE && g_str_has_prefix (word, kind) && length <= stem + 2))
        return TRUE;
    }
  return FALSE;
}

/* "The first school in the table", "the smallest site": whichever it is. */
static gboolean
names_place (FoiGapNames *self, const char *words)
{
  static const char *const places[] = {
    "first", "second", "third", "fourth", "fifth", "last", "next", "previous", "top", "bottom",
    "former", "latter", "smallest", "largest", "biggest", "lowest", "highest", "fewest", "least",
    "most", "other",
    "others", "remaining", "same", "that", "those", "one", "another", "single", NULL,
  };
  static const char *const ranks[] = { "fewest", "lowest", "smallest", "least", "highest", "most",
                                       "largest", NULL };
  static const char *const any[] = { "row", "area", "place", "location", "figure", NULL };
  g_autofree char *lower = g_utf8_strdown (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, " \t\n,.;:()!?\"", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!g_strv_contains (places, parts[i]))
        continue;
      /* "The site with the fewest" */
      for (guint j = i > MAX_BETWEEN ? i - MAX_BETWEEN : 0;
           g_strv_contains (ranks, parts[i]) && j < i; j++)
        if (is_kind (self, parts[j]))
          return TRUE;
      for (guint j = i + 1; j <= i + MAX_BETWEEN && parts[j] != NULL; j++)
        if (is_kind (self, parts[j])
            || (g_strv_contains (any, parts[j]) && !g_str_equal (parts[i], "that")))
          return TRUE;
    }
  return FALSE;
}

/* "The two areas with gaps" */
static gboolean
names_gaps (const char *words)
{
  static const char *const phrases[] = { "withheld", "suppressed", "redacted", "not shown",
                                         "with gaps", "with a gap", "hidden", "left out",
                                         "not given", "not published", "[c]" };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (foi_phrase_find (words, phrases[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
has_any (GPtrArray *names, const char *words, gboolean exact_case)
{
  const guint64 letters = foi_phrase_get_letters (words);

  for (guint i = 0; i < names->len; i++)
    if ((foi_phrase_get_letters (names->pdata[i]) & ~letters) == 0
        && foi_phrase_find (words, names->pdata[i], exact_case, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

/* The same words are asked for again and again. */
static void
look_through (FoiGapNames *self, const char *text, FoiRange within)
{
  g_autofree char *words = NULL;

  if (self->last_text == text && self->last.begin == within.begin && self->last.end == within.end)
    return;
  words = g_strndup (text + within.begin, within.end - within.begin);
  self->last_text = text;
  self->last = within;
  self->was_row = has_any (self->names, words, FALSE) || has_any (self->pieces, words, TRUE)
                  || names_place (self, words);
  self->was_found = self->was_row || names_gaps (words);
}

/**
 * foi_gap_names_has_kind:
 * @word: a word in small letters, for one or for many
 *
 * Returns: whether rows are of that kind: "schools", where a heading says "School".
 */
gboolean
foi_gap_names_has_kind (FoiGapNames *self, const char *word)
{
  return is_kind (self, word);
}

/**
 * foi_gap_names_find_row:
 * @text: what is read
 * @within: a piece of it
 *
 * Returns: whether it names a row in which figures are withheld, or its place in the table.
 */
gboolean
foi_gap_names_find_row (FoiGapNames *self, const char *text, FoiRange within)
{
  look_through (self, text, within);
  return self->was_row;
}

/**
 * foi_gap_names_find:
 * @text: what is read
 * @within: a piece of it
 *
 * Returns: whether it speaks of a row in which figures are withheld: names it, or says that
 *   something is.
 */
gboolean
foi_gap_names_find (FoiGapNames *self, const char *text, FoiRange within)
{
  look_through (self, text, within);
  return self->was_found;
}
