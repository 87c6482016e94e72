/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-names.h"

#include <string.h>

#include "foi-number-words.h"
#include "foi-phrase.h"
#include "foi-totals.h"

/* Shorter words are in any sentence. */
#define SHORTEST_WORD 4
/* So short a key is a letter or a number, which has to be written as it is. */
#define SHORT_KEY 2
/* In longer tables rows are called by their whole key. */
#define MAX_ROWS_BY_WORD 300
/* A sentence that names more rows speaks of the table. */
#define MAX_NAMED 12

/* The values that a key has, each once; and which row has which of them. */
typedef struct
{
  GPtrArray *names;   /* of char * */
  GArray    *letters; /* of guint64 */
  GPtrArray *words;   /* of char *, or NULL: a word that only this name has */
  guint     *of_row;
} Key;

struct _FoiDisclosureNames
{
  const FoiDisclosureGrid *grid;
  GPtrArray *keys;    /* of Key */
  GPtrArray *columns; /* of char **: of each column of the grid what of its heading means it */
  gboolean  *is_total; /* of a row: it is called a total, and names nothing */
};

/* Words of headings and keys that say of none which it is. */
static const char *const idle_words[] = {
  "number", "numbers", "count", "counts", "year", "years", "with", "from", "that", "this", "each",
  "figure", "figures", "value", "amount", "were", "have", "been", "their", "other", "others",
  "unknown", "ward", "wards", "area", "areas", "school", "schools", "team", "service", "north",
  "south", "east", "west", "and", "the", NULL,
};

/* ---- rows ---- */

static void
key_free (gpointer data)
{
  Key *key = data;

  g_ptr_array_unref (key->names);
  g_array_unref (key->letters);
  g_ptr_array_unref (key->words);
  g_free (key->of_row);
  g_free (key);
}

/* "2016-17" is "2016/17". */
static char *
dup_with_slashes (const char *text)
{
  char *out = g_strdup (text);

  for (char *at = out; *at != '\0'; at++)
    if (*at == '-' && at > out && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]))
      *at = '/';
  return out;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return g_strsplit_set (lower, " \t\n-/(),.:;'\"", -1);
}

static gboolean
is_telling (const char *word)
{
  return g_utf8_strlen (word, -1) >= SHORTEST_WORD && !g_ascii_isdigit (word[0])
         && !g_strv_contains (idle_words, word) && !foi_totals_has_word (word);
}

/* Of each name a word that no other has: "Abbey" of "Abbey Ward". */
static void
find_words (Key *key)
{
  g_autoptr (GHashTable) n_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < key->names->len; i++)
      {
        g_auto (GStrv) words = split_words (key->names->pdata[i]);
        const char *found = NULL;

        for (guint j = 0; words[j] != NULL && found == NULL; j++)
          {
            const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_names, words[j]));

            if (pass == 0)
              g_hash_table_insert (n_names, g_strdup (words[j]), GUINT_TO_POINTER (n + 1));
            else if (n == 1 && g_strv_length (words) > 1 && is_telling (words[j]))
              found = words[j];
          }
        if (pass == 1)
          g_ptr_array_add (key->words, g_strdup (found));
      }
}

static Key *
key_new (const FoiDisclosureGrid *grid, guint column)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Key *key = g_new0 (Key, 1);

  key->names = g_ptr_array_new_with_free_func (g_free);
  key->letters = g_array_new (FALSE, FALSE, sizeof (guint64));
  key->words = g_ptr_array_new_with_free_func (g_free);
  key->of_row = g_new0 (guint, grid->n_rows);
  for (guint row = 0; row < grid->n_rows; row++)
    {
      g_autofree char *text
        = foi_column_format_plain (foi_table_data_get_column (grid->data, column),
                                   foi_table_data_get_cell (grid->data, row, column));
      g_autofree char *plain = foi_number_fold (text);
      g_autofree char *name = dup_with_slashes (g_strstrip (plain));
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, name));

      if (place == 0)
        {
          const guint64 letters = foi_phrase_get_letters (name);

          place = key->names->len + 1;
          g_hash_table_insert (places, name, GUINT_TO_POINTER (place));
          g_ptr_array_add (key->names, g_steal_pointer (&name));
          g_array_append_val (key->letters, letters);
        }
      key->of_row[row] = place - 1;
    }
  if (key->names->len <= MAX_ROWS_BY_WORD)
    find_words (key);
  return key;
}

/* ---- columns ---- */

/* What of a heading means its column: words that not all headings have, else all words. */
static char **
list_column_words (const FoiDisclosureGrid *grid, guint column)
{
  g_auto (GStrv) words = split_words (foi_column_get_title (foi_disclosure_grid_get_column (grid,
                                                                                          column)));
  g_autoptr (GStrvBuilder) own = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  guint n_own = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const gsize length = strlen (words[i]);
      gboolean is_shared = FALSE;

      if (length < SHORTEST_WORD - 1 || g_strv_contains (idle_words, words[i]))
        continue;
      for (guint j = 0; j < grid->columns->len && !is_shared; j++)
        is_shared = j != column
                    && foi_phrase_find (foi_column_get_title (
                                          foi_disclosure_grid_get_column (grid, j)),
                                        words[i], FALSE, 0, NULL, NULL);
      /* "calls" of "call": what they share is enough. */
      if (length > SHORTEST_WORD - 1 && words[i][length - 1] == 's')
        words[i][length - 1] = '\0';
      g_strv_builder_add (all, words[i]);
      if (!is_shared)
        {
          g_strv_builder_add (own, words[i]);
          n_own++;
        }
    }
  return g_strv_builder_end (n_own > 0 ? own : all);
}

/* Whether a word of the text begins so and goes on for no more than "s", "es" or the like. */
static gboolean
has_beginning (const char *lower, const char *word)
{
  const gsize length = strlen (word);

  for (const char *at = strstr (lower, word); at != NULL; at = strstr (at + 1, word))
    {
      const char *rest = at + length;

      if (at > lower && (g_ascii_isalnum (at[-1]) || (at[-1] & 0x80) != 0))
        continue;
      while (g_ascii_isalpha (*rest) && rest < at + length + 3)
        rest++;
      if (!g_ascii_isalpha (*rest))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_disclosure_names_has_column:
 * @column: a column of the grid
 * @text: a sentence, or a piece of one
 *
 * Returns: whether it speaks of what the column counts.
 */
gboolean
foi_disclosure_names_has_column (FoiDisclosureNames *self, guint column, const char *text)
{
  const char *const *words = self->columns->pdata[column];
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (has_beginning (lower, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * foi_disclosure_names_new:
 * @grid: a table; it lives longer
 *
 * Returns: (transfer full): by which words people speak of it.
 */
FoiDisclosureNames *
foi_disclosure_names_new (const FoiDisclosureGrid *grid)
{
  FoiDisclosureNames *self = g_new0 (FoiDisclosureNames, 1);
  const guint n_keys = foi_table_data_get_n_keys (grid->data);

  self->grid = grid;
  self->keys = g_ptr_array_new_with_free_func (key_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->is_total = g_new0 (gboolean, grid->n_rows);
  for (guint i = 0; i < MAX (n_keys, 1); i++)
    g_ptr_array_add (self->keys,
                     key_new (grid, n_keys > 0 ? foi_table_data_get_key (grid->data, i) : 0));
  for (guint i = 0; i < grid->columns->len; i++)
    g_ptr_array_add (self->columns, list_column_words (grid, i));
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint i = 0; i < self->keys->len && grid->is_total[row]; i++)
      {
        const Key *key = self->keys->pdata[i];

        if (foi_totals_is_label (key->names->pdata[key->of_row[row]]))
          self->is_total[row] = TRUE;
      }
  return self;
}

/**
 * foi_disclosure_names_free:
 *
 * Frees it.
 */
void
foi_disclosure_names_free (FoiDisclosureNames *self)
{
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->columns);
  g_free (self->is_total);
  g_free (self);
}

/**
 * foi_named_free:
 *
 * Frees it.
 */
void
foi_named_free (FoiNamed *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->ranges);
  g_free (self);
}

/* ---- finding ---- */

/* A name that stands in a longer one, as "Abbey" in "Abbey Park", is not meant. */
static gboolean
is_in_longer (const Key *key, guint name, const char *text, FoiRange range, guint64 letters)
{
  const gsize length = strlen (key->names->pdata[name]);

  for (guint i = 0; i < key->names->len; i++)
    {
      const char *other = key->names->pdata[i];
      FoiRange found = { 0, 0 };

      if (i == name || strlen (other) <= length
          || (g_array_index (key->letters, guint64, i) & ~letters) != 0)
        continue;
      while (foi_phrase_find (text, other, FALSE, found.end, &found.begin, &found.end))
        if (found.begin <= range.begin && range.end <= found.end)
          return TRUE;
    }
  return FALSE;
}

static gboolean
find_name (const Key *key, guint name, const char *text, guint64 letters, FoiRange *range)
{
  const char *wanted = key->names->pdata[name];
  const char *word = name < key->words->len ? key->words->pdata[name] : NULL;
  const gboolean is_short = strlen (wanted) <= SHORT_KEY;

  if (wanted[0] == '\0')
    return FALSE;
  if ((g_array_index (key->letters, guint64, name) & ~letters) == 0)
    for (range->end = 0;
         foi_phrase_find (text, wanted, is_short, range->end, &range->begin, &range->end);)
      if (!is_in_longer (key, name, text, *range, letters))
        return TRUE;
  return word != NULL && (foi_phrase_get_letters (word) & ~letters) == 0
         && foi_phrase_find (text, word, FALSE, 0, &range->begin, &range->end);
}

/* Which names of a key are in the text, by their places. */
static gboolean *
find_names (const Key *key, const char *text, guint64 letters, GArray *ranges, gboolean *is_any)
{
  gboolean *named = g_new0 (gboolean, key->names->len + 1);

  *is_any = FALSE;
  for (guint i = 0; i < key->names->len; i++)
    {
      FoiRange range;

      if (!find_name (key, i, text, letters, &range))
        continue;
      named[i] = *is_any = TRUE;
      g_array_append_val (ranges, range);
    }
  return named;
}

static void
find_rows (FoiDisclosureNames *self, const char *text, FoiNamed *out)
{
  const guint64 letters = foi_phrase_get_letters (text);
  g_autofree gboolean *fits = g_new (gboolean, self->grid->n_rows);
  gboolean is_any = FALSE;

  for (guint row = 0; row < self->grid->n_rows; row++)
    fits[row] = !self->is_total[row];
  for (guint i = 0; i < self->keys->len; i++)
    {
      const Key *key = self->keys->pdata[i];
      gboolean is_named;
      g_autofree gboolean *named = find_names (key, text, letters, out->ranges, &is_named);

      is_any = is_any || is_named;
      out->is_group = out->is_group || (!is_named && key->names->len > 1);
      for (guint row = 0; row < self->grid->n_rows && is_named; row++)
        fits[row] = fits[row] && named[key->of_row[row]];
    }
  for (guint row = 0; row < self->grid->n_rows && is_any; row++)
    if (fits[row] && !(out->is_group && self->grid->is_total[row]))
      g_array_append_val (out->rows, row);
  if (!out->is_group && out->rows->len > MAX_NAMED)
    g_array_set_size (out->rows, 0);
}

/**
 * foi_disclosure_names_find:
 * @text: a sentence, as foi_number_fold() gives it
 *
 * Returns: (transfer full): what it names of the table.
 */
FoiNamed *
foi_disclosure_names_find (FoiDisclosureNames *self, const char *text)
{
  FoiNamed *out = g_new0 (FoiNamed, 1);
  g_autofree char *slashed = dup_with_slashes (text);

  out->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  out->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  out->ranges = g_array_new (FALSE, FALSE, sizeof (FoiRange));
  find_rows (self, slashed, out);
  for (guint i = 0; i < self->grid->columns->len; i++)
    if (foi_disclosure_names_has_column (self, i, text))
      g_array_append_val (out->columns, i);
  return out;
}
