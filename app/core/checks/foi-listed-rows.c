/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-listed-rows.h"

#include <string.h>

#include "foi-figures.h"
#include "foi-phrase.h"

/* A list with a line for each of those who are counted, "Abbey: assault", tells how many there are
 * of each row to whoever counts its lines. */

/* Longer lists, and tables, nobody writes by hand or counts. */
#define MAX_LINES 5000
#define MAX_ROWS 2000
/* What is longer is prose, and what names a row later is about something else. */
#define MAX_LENGTH 160
#define MAX_BEFORE 40
/* A single line is in every list of what there is. */
#define FEWEST 2
/* Shorter words are in many names. */
#define SHORTEST_NAME 4

/* What a row is called. */
typedef struct
{
  GPtrArray *keys;       /* of char *: all of them are said with it */
  char      *short_name; /* "Abbey" of "Abbey Primary School"; or NULL */
} Name;

typedef struct
{
  FoiPublication *table;
  GArray     *lines;   /* of FoiLine */
  GPtrArray  *names;   /* of Name, one for each row */
  GHashTable *headings; /* names, squashed */
  GArray     *letters; /* of guint64: which each line has */
  GArray     *sections; /* of int: under which line each stands that is a name alone, or -1 */
} Listing;

/* ---- names ---- */

static void
name_free (gpointer data)
{
  Name *name = data;

  g_ptr_array_unref (name->keys);
  g_free (name->short_name);
  g_free (name);
}

static char *
dup_first_word (const char *key)
{
  return g_strndup (key, strcspn (key, " ,(-"));
}

static Name *
name_new (FoiPublication *table, guint row)
{
  Name *name = g_new0 (Name, 1);

  name->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    if (foi_publication_is_key (table, i))
      {
        char *key = foi_publication_format (table, row, i);

        if (key[0] != '\0')
          g_ptr_array_add (name->keys, key);
        else
          g_free (key);
      }
  return name;
}

/* Where no other row begins with the same word. */
static void
add_short_names (GPtrArray *names)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = names->pdata[i];
      char *word = name->keys->len == 1 ? dup_first_word (name->keys->pdata[0]) : g_strdup ("");
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (known, word));

      g_hash_table_replace (known, word, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < names->len; i++)
    {
      Name *name = names->pdata[i];
      g_autofree char *word = name->keys->len == 1 ? dup_first_word (name->keys->pdata[0]) : NULL;

      if (word != NULL && g_utf8_strlen (word, -1) >= SHORTEST_NAME
          && g_unichar_isupper (g_utf8_get_char (word))
          && g_hash_table_lookup (known, word) == GUINT_TO_POINTER (1))
        name->short_name = g_steal_pointer (&word);
    }
}

/* ---- lines ---- */

static const FoiLine *
get_line (const Listing *self, guint i)
{
  return &g_array_index (self->lines, FoiLine, i);
}

static char *
dup_heading (const char *text)
{
  g_autofree char *bare = g_strchomp (g_strdup (text));
  const gsize length = strlen (bare);

  if (length > 0 && strchr (":.-", bare[length - 1]) != NULL)
    bare[length - 1] = '\0';
  return foi_squash (bare);
}

static void
look_for_sections (Listing *self)
{
  int section = -1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *heading = dup_heading (get_line (self, i)->text);
      const gboolean is_heading = g_hash_table_contains (self->headings, heading);
      const guint64 letters = foi_phrase_get_letters (get_line (self, i)->text);

      if (is_heading)
        section = (int) i;
      g_array_append_val (self->letters, letters);
      g_array_append_val (self->sections, section);
    }
}

static void
listing_init (Listing *self, FoiPublication *table, GArray *lines)
{
  const guint n_rows = foi_publication_get_n_rows (table);

  self->table = table;
  self->lines = lines;
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->letters = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->sections = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint row = 0; row < MIN (n_rows, MAX_ROWS); row++)
    g_ptr_array_add (self->names, name_new (table, row));
  add_short_names (self->names);
  for (guint row = 0; row < self->names->len; row++)
    {
      const Name *name = self->names->pdata[row];

      for (guint i = 0; i < name->keys->len; i++)
        g_hash_table_add (self->headings, foi_squash (name->keys->pdata[i]));
      if (name->short_name != NULL)
        g_hash_table_add (self->headings, foi_squash (name->short_name));
    }
  look_for_sections (self);
}

static void
listing_clear (Listing *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->headings);
  g_array_unref (self->letters);
  g_array_unref (self->sections);
}

/* ---- counting ---- */

static gboolean
has_name (const Listing *self, guint line, const char *name)
{
  gsize begin = 0;

  return (foi_phrase_get_letters (name) & ~g_array_index (self->letters, guint64, line)) == 0
         && foi_phrase_find (get_line (self, line)->text, name, FALSE, 0, &begin, NULL)
         && begin <= MAX_BEFORE;
}

/* Whether the line has the name, or stands under it. */
static gboolean
is_under (const Listing *self, guint line, const char *name)
{
  const int section = g_array_index (self->sections, int, line);

  return has_name (self, line, name) || (section >= 0 && has_name (self, (guint) section, name));
}

static gboolean
is_about (const Listing *self, guint line, const Name *name)
{
  if (g_array_index (self->sections, int, line) == (int) line
      || strlen (get_line (self, line)->text) > MAX_LENGTH)
    return FALSE;
  if (name->short_name != NULL && is_under (self, line, name->short_name))
    return TRUE;
  for (guint i = 0; i < name->keys->len; i++)
    if (!is_under (self, line, name->keys->pdata[i]))
      return FALSE;
  return name->keys->len > 0;
}

static guint
count_lines (const Listing *self, guint row)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += is_about (self, i, self->names->pdata[row]) ? 1 : 0;
  return n;
}

/* Whether the other rows of the column have as many lines as they show, where any has several. */
static void
compare_others (const Listing *self, const FoiSecret *secret, guint *n_same, guint *n_other)
{
  double value;

  *n_same = *n_other = 0;
  for (guint row = 0; row < self->names->len; row++)
    {
      guint n;

      if (row == secret->row
          || !foi_figures_get_number (self->table, row, secret->column, &value)
          || (n = count_lines (self, row)) < FEWEST)
        continue;
      *(n == (guint) value ? n_same : n_other) += 1;
    }
}

/* ---- what is told ---- */

static void
listed_row_free (gpointer data)
{
  g_free (((FoiListedRow *) data)->words);
  g_free (data);
}

static void
add_row (const Listing *self, guint row, guint n, GPtrArray *found)
{
  FoiListedRow *listed = g_new0 (FoiListedRow, 1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    if (is_about (self, i, self->names->pdata[row]))
      {
        const int section = g_array_index (self->sections, int, i);

        if (listed->place == NULL)
          listed->place = get_line (self, i)->place;
        if (words->len == 0 && section >= 0)
          g_string_append (words, get_line (self, (guint) section)->text);
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                                get_line (self, i)->text);
      }
  listed->n = n;
  listed->words = g_string_free (g_steal_pointer (&words), FALSE);
  g_ptr_array_add (found, listed);
}

/* A list in which the others have several lines, and not as many as they show, lists something
 * else. */
static gboolean
tells (const Listing *self, const FoiSecret *secret, guint n, gboolean is_about_counted)
{
  guint n_same, n_other;

  compare_others (self, secret, &n_same, &n_other);
  if (n < FEWEST)
    return n > 0 && n_same > 0 && n_other == 0;
  return n_same > 0 || (n_other == 0 && is_about_counted);
}

static void
look_at_table (FoiShownFigures *figures, Listing *self, gboolean is_about_counted,
               GPtrArray *found)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < figures->withheld->len; i++)
    {
      const FoiSecret *secret = figures->withheld->pdata[i];
      const gpointer row = GUINT_TO_POINTER (secret->row);
      const double value = g_ascii_strtod (secret->value, NULL);
      guint n;

      if (secret->publication != self->table || secret->row >= self->names->len
          || value < 1 || value > self->lines->len || g_hash_table_contains (known, row))
        continue;
      n = count_lines (self, secret->row);
      if (n == 0 || n != (guint) value || !tells (self, secret, n, is_about_counted))
        continue;
      g_hash_table_add (known, row);
      add_row (self, secret->row, n, found);
    }
}

/**
 * foi_listed_rows_find:
 * @figures: what a letter shows, and withholds
 * @passage: an answer, or a file that goes with the letter
 *
 * Counts the lines that are about each row, wherever they stand in the passage: that begin with its
 * name, or stand under it. Those of a list of something else are as many only by chance: so the
 * passage has to speak of what is counted, or other rows have as many lines as they show; and where
 * they have several, and none as many as that, nothing is told.
 *
 * Returns: (transfer full) (element-type FoiListedRow): the rows that have as many lines as a
 *   figure is high that is withheld in them; they live as long as the passage.
 */
GPtrArray *
foi_listed_rows_find (FoiShownFigures *figures, const FoiPassage *passage)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (listed_row_free);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autofree char *lower = NULL;
  gboolean is_about_counted;

  if (passage->lines->len == 0 || passage->lines->len > MAX_LINES)
    return found;
  lower = g_utf8_strdown (passage->text->str, -1);
  is_about_counted = foi_shown_figures_count_in (figures, lower);
  for (guint i = 0; i < figures->withheld->len; i++)
    {
      FoiPublication *table = ((const FoiSecret *) figures->withheld->pdata[i])->publication;
      Listing listing;

      if (g_ptr_array_find (tables, table, NULL))
        continue;
      g_ptr_array_add (tables, table);
      listing_init (&listing, table, passage->lines);
      look_at_table (figures, &listing, is_about_counted, found);
      listing_clear (&listing);
    }
  return found;
}
