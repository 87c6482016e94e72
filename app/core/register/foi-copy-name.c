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
          && (strchr ("-_( ", *added) != NULL || g_str_has_prefix (added, SYNC_CONFLICT)))
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

/* A computer may be called "DESKTOP-7K2P9QX", and a case "FOI-2": any hyphen may be the one. */
static gboolean
may_begin_added (const char *at)
{
  return *at == '-' || *at == '(' || g_str_has_prefix (at, SYNC_CONFLICT);
}

static void
add_original (GPtrArray *originals, const char *stem, gsize length)
{
  g_autofree char *name = NULL;

  while (length > 0 && stem[length - 1] == ' ')
    length--;
  name = g_strdup_printf ("%.*s" SUFFIX, (int) length, stem);
  if (length > 0
      && (originals->len == 0 || strcmp (name, originals->pdata[originals->len - 1]) != 0))
    g_ptr_array_add (originals, g_steal_pointer (&name));
}

/**
 * foi_copy_name_list_originals:
 * @name: the name of a case's file
 *
 * Programs for shared folders keep what two people wrote under two names. OneDrive puts the
 * computer's name behind a hyphen, others a hyphen and a word, or words in brackets.
 *
 * Returns: (transfer full): the names of which it may be a copy, the longest first.
 */
GStrv
foi_copy_name_list_originals (const char *name)
{
  GPtrArray *originals = g_ptr_array_new ();
  g_autofree char *stem = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_has_suffix (name, SUFFIX))
    stem = g_strndup (name, strlen (name) - strlen (SUFFIX));
  else if ((stem = dup_stem_before_added (name)) != NULL)
    add_original (originals, stem, strlen (stem));
  for (gsize i = stem != NULL ? strlen (stem) : 0; i > 0; i--)
    if (may_begin_added (stem + i))
      add_original (originals, stem, i);
  g_ptr_array_add (originals, NULL);
  return (GStrv) g_ptr_array_free (originals, FALSE);
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
