/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-copy-name.h"

#include <string.h>

/* A case is "FOI12.foi.json". Programs for shared folders take ".json" alone for the ending, and
 * may put what they add before that: "FOI12.foi-LAPTOP.json". */
#define KIND   ".foi"
#define ENDING ".json"
#define SUFFIX KIND ENDING
/* The authority's profile may lie among the cases, and is none. */
#define PROFILE "authority"
/* Syncthing's, behind the name. */
#define SYNC_CONFLICT ".sync-conflict-"

/* What is before @added, where something was put between ".foi" and ".json"; else %NULL. */
static char *
dup_stem_before_added (const char *name)
{
  g_autofree char *base = g_str_has_suffix (name, ENDING)
                            ? g_strndup (name, strlen (name) - strlen (ENDING)) : g_strdup ("");
  const char *kind;

  for (gsize length = strlen (base); (kind = g_strrstr_len (base, (gssize) length, KIND)) != NULL;
       length = (gsize) (kind - base))
    {
      const char *added = kind + strlen (KIND);

      if (kind != base && *added != '\0'
          && (strchr ("-_( [~", *added) != NULL || g_str_has_prefix (added, SYNC_CONFLICT)))
        return g_strndup (base, (gsize) (kind - base));
    }
  return NULL;
}

/**
 * foi_copy_name_is_case:
 * @name: the name of a file
 *
 * Returns: whether it is that of a case, or of a copy of one; never the authority's profile.
 */
gboolean
foi_copy_name_is_case (const char *name)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (name[0] == '.')
    return FALSE;
  if (g_str_has_suffix (name, SUFFIX))
    return strcmp (name, PROFILE SUFFIX) != 0;
  stem = dup_stem_before_added (name);
  return stem != NULL && strcmp (stem, PROFILE) != 0;
}

/* By these words programs, and people, call a copy. */
static const char *const words[] = { "copy",   "copies", "conflict", "conflicted", "backup", "bak",
                                     "old",    "orig",   "original", "duplicate",  "version",
                                     "merge",  "autosave", NULL };

/* Behind these the name of another file stands: "Copy of FOI12", "Copy (2) of FOI12". */
static const char *const prefixes[] = { "copy", "backup", "duplicate", NULL };

static gboolean
is_word_at (const char *at, const char *word)
{
  const gsize length = strlen (word);

  return g_ascii_strncasecmp (at, word, length) == 0 && !g_ascii_isalpha (at[length]);
}

/* Whether one of the words stands in @added by itself. */
static gboolean
says_copy (const char *added)
{
  for (const char *at = added; *at != '\0'; at++)
    for (gsize i = 0; words[i] != NULL; i++)
      if ((at == added || !g_ascii_isalpha (at[-1])) && is_word_at (at, words[i]))
        return TRUE;
  return FALSE;
}

/* A computer may be called "DESKTOP-7K2P9QX", and a case "FOI-2": any hyphen may be the one. What
 * stands in brackets is one thing. A point is one only before what says that it is a copy. */
static gboolean
may_begin_added (const char *at, gboolean in_brackets)
{
  if (strchr ("-([", *at) != NULL || g_str_has_prefix (at, SYNC_CONFLICT))
    return TRUE;
  return !in_brackets && (strchr (" _~", *at) != NULL || (*at == '.' && says_copy (at)));
}

static void
add_original (GPtrArray *originals, const char *stem, gsize length, const char *trimmed)
{
  g_autofree char *name = NULL;

  while (length > 0 && strchr (trimmed, stem[length - 1]) != NULL)
    length--;
  name = g_strdup_printf ("%.*s" SUFFIX, (int) length, stem);
  if (length > 0
      && !g_ptr_array_find_with_equal_func (originals, name, g_str_equal, NULL))
    g_ptr_array_add (originals, g_steal_pointer (&name));
}

/* All that what is called @stem may be a copy of by what stands behind it. */
static void
add_originals (GPtrArray *originals, const char *stem)
{
  for (gsize i = strlen (stem), depth = 0; i-- > 0;)
    {
      depth += strchr (")]", stem[i]) != NULL;
      depth -= depth > 0 && strchr ("([", stem[i]) != NULL;
      if (i > 0 && may_begin_added (stem + i, depth > 0))
        add_original (originals, stem, i, strchr (" _", stem[i]) != NULL ? " -_" : " ");
    }
}

/* What stands behind "Copy of ", or %NULL. */
static const char *
skip_prefix (const char *stem)
{
  for (gsize i = 0; prefixes[i] != NULL; i++)
    {
      const char *of;

      if (!is_word_at (stem, prefixes[i]))
        continue;
      of = stem + strlen (prefixes[i]);
      /* "(2)" */
      if (g_str_has_prefix (of, " ("))
        of = strchr (of, ')') != NULL ? strchr (of, ')') + 1 : of;
      if (g_ascii_strncasecmp (of, " of ", 4) == 0 && of[4] != '\0')
        return of + 4;
    }
  return NULL;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const gsize first = strlen (*(const char *const *) a), second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

/**
 * foi_copy_name_list_originals:
 * @name: the name of a case's file
 *
 * Programs for shared folders keep what two people wrote under two names. OneDrive puts the
 * computer's name behind a hyphen, others a hyphen and a word, or words in brackets. Who copies a
 * file by hand has "Copy of FOI12", "FOI12 2", "FOI12_backup" or the like.
 *
 * Returns: (transfer full): the names of which it may be a copy, the longest first.
 */
GStrv
foi_copy_name_list_originals (const char *name)
{
  GPtrArray *originals = g_ptr_array_new ();
  g_autofree char *stem = NULL;
  const char *behind;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_has_suffix (name, SUFFIX))
    stem = g_strndup (name, strlen (name) - strlen (SUFFIX));
  else if ((stem = dup_stem_before_added (name)) != NULL)
    add_original (originals, stem, strlen (stem), " ");
  if (stem != NULL)
    {
      add_originals (originals, stem);
      behind = skip_prefix (stem);
      if (behind != NULL)
        {
          add_original (originals, behind, strlen (behind), " ");
          add_originals (originals, behind);
        }
    }
  g_ptr_array_sort (originals, compare_lengths);
  g_ptr_array_add (originals, NULL);
  return (GStrv) g_ptr_array_free (originals, FALSE);
}

/**
 * foi_copy_name_is_vague:
 * @path: the path of a case's file
 * @original: the path of one of those that foi_copy_name_list_originals() gives for it
 *
 * Somebody who keeps two requests as "FOI12" and "FOI12 2" has made no copy.
 *
 * Returns: whether the name alone, beside an equal reference, does not say that it is a copy.
 */
gboolean
foi_copy_name_is_vague (const char *path, const char *original)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *other = g_path_get_basename (original);
  const char *added;
  gsize length;

  g_return_val_if_fail (g_str_has_suffix (other, SUFFIX), TRUE);

  length = strlen (other) - strlen (SUFFIX);
  /* "Copy of …" */
  if (strncmp (name, other, length) != 0)
    return FALSE;
  added = name + length;
  added += g_str_has_prefix (added, KIND) ? strlen (KIND) : 0;
  added += strspn (added, " ");
  return strchr ("-([~", *added) == NULL && !says_copy (added);
}

/* "FOI/12" cannot be the name of a file, and is "FOI-12" there. */
static char *
dup_letters (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *letters = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

/**
 * foi_copy_name_says:
 * @path: the path of a case's file
 * @reference: a case's reference
 *
 * Returns: whether the file is called by the reference, and nothing more.
 */
gboolean
foi_copy_name_says (const char *path, const char *reference)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *plain = NULL, *said = NULL, *wanted = NULL;

  g_return_val_if_fail (reference != NULL, FALSE);

  if (!g_str_has_suffix (name, SUFFIX))
    return FALSE;
  name[strlen (name) - strlen (SUFFIX)] = '\0';
  plain = g_utf8_make_valid (name, -1);
  said = dup_letters (plain);
  wanted = dup_letters (reference);
  return g_str_equal (said, wanted);
}
