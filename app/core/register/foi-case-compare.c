/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-compare.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-member-words.h"

static void
free_difference (gpointer data)
{
  FoiCaseDifference *difference = data;

  g_free (difference->place);
  g_free (difference->words);
  g_free (difference->first);
  g_free (difference->second);
  g_free (difference);
}

/**
 * foi_case_difference_add:
 * @differences: what was found before
 * @place: where it is
 * @words: the same for people
 * @first: (nullable): what the one has
 * @second: (nullable): what the other has
 *
 * Adds a difference, unless there are too many.
 */
void
foi_case_difference_add (GPtrArray *differences, const char *place, const char *words,
                         const char *first, const char *second)
{
  FoiCaseDifference *difference;

  if (differences->len >= FOI_MAX_DIFFERENCES)
    return;
  difference = g_new (FoiCaseDifference, 1);
  *difference = (FoiCaseDifference) { g_strdup (place), g_strdup (words), g_strdup (first),
                                      g_strdup (second) };
  g_ptr_array_add (differences, difference);
}

static char *
join (const char *before, const char *between, const char *after)
{
  return before[0] != '\0' ? g_strconcat (before, between, after, NULL) : g_strdup (after);
}

/* ---- objects --------------------------------------------------------------------------------- */

static void
compare_member (GPtrArray *differences, const char *place, const char *words, const char *key,
                JsonNode *first, JsonNode *second)
{
  g_autofree char *name = foi_member_dup_words (key);
  g_autofree char *inner = join (place, "/", key);
  g_autofree char *inner_words = join (words, " · ", name);

  foi_case_compare_values (differences, inner, inner_words, key,
                           foi_json_get_member (first, key), foi_json_get_member (second, key));
}

static void
compare_objects (GPtrArray *differences, const char *place, const char *words, JsonNode *first,
                 JsonNode *second)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, json_node_get_object (first));
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    compare_member (differences, place, words, key, first, second);
  json_object_iter_init_ordered (&iter, json_node_get_object (second));
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (foi_json_get_member (first, key) == NULL)
      compare_member (differences, place, words, key, first, second);
}

/* ---- lists ----------------------------------------------------------------------------------- */

/* By what an element is the same one in the other case: an id, or what it is of. */
static const char *
get_identity (JsonNode *element)
{
  static const char *const keys[] = { "id", "name", "letter", "service", "section" };
  const char *identity = NULL;

  for (gsize i = 0; identity == NULL && i < G_N_ELEMENTS (keys); i++)
    identity = foi_json_get_string (element, keys[i], NULL);
  return identity;
}

/* The element of @list that is @element, and is not taken yet; -1: there is none. */
static int
find_element (JsonNode *list, JsonNode *element, const gboolean *taken)
{
  const char *identity = get_identity (element);
  const guint n = foi_json_get_n_elements (list);

  for (guint i = 0; i < n; i++)
    if (!taken[i] && foi_json_equal (foi_json_get_element (list, i), element))
      return (int) i;
  for (guint i = 0; identity != NULL && i < n; i++)
    if (!taken[i] && g_strcmp0 (get_identity (foi_json_get_element (list, i)), identity) == 0)
      return (int) i;
  return -1;
}

static void
compare_elements (GPtrArray *differences, const char *place, const char *words, const char *key,
                  guint index, JsonNode *first, JsonNode *second)
{
  JsonNode *element = first != NULL ? first : second;
  const char *identity = get_identity (element);
  g_autofree char *number = g_strdup_printf ("%u", index);
  g_autofree char *inner = join (place, "/", identity != NULL ? identity : number);
  g_autofree char *name = foi_element_dup_words (key, element, index);
  /* "Question 3" says by itself that it is one of the questions. */
  g_autofree char *inner_words = g_str_equal (key, "questions") || g_str_equal (key, "parts")
                                     || g_str_equal (key, "grounds")
                                   ? NULL : join (words, " · ", name);

  if (inner_words == NULL)
    {
      const char *cut = g_strrstr (words, " · ");
      g_autofree char *outer = cut != NULL ? g_strndup (words, (gsize) (cut - words))
                                           : g_strdup ("");

      inner_words = join (outer, " · ", name);
    }
  foi_case_compare_values (differences, inner, inner_words, NULL, first, second);
}

static char *
dup_names (const char *key, JsonNode *list)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      g_autofree char *name = foi_element_dup_words (key, foi_json_get_element (list, i), i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
compare_lists (GPtrArray *differences, const char *place, const char *words, const char *key,
               JsonNode *first, JsonNode *second)
{
  const guint n_first = foi_json_get_n_elements (first);
  const guint n_second = foi_json_get_n_elements (second);
  g_autofree gboolean *taken = g_new0 (gboolean, n_second + 1);
  gboolean is_moved = FALSE;
  int last = -1;

  for (guint i = 0; i < n_first; i++)
    {
      JsonNode *element = foi_json_get_element (first, i);
      const int place_there = find_element (second, element, taken);

      if (place_there >= 0)
        taken[place_there] = TRUE;
      is_moved = is_moved || (place_there >= 0 && place_there < last);
      last = MAX (last, place_there);
      compare_elements (differences, place, words, key, i, element,
                        place_there >= 0 ? foi_json_get_element (second, (guint) place_there)
                                         : NULL);
    }
  for (guint i = 0; i < n_second; i++)
    if (!taken[i])
      compare_elements (differences, place, words, key, i, NULL,
                        foi_json_get_element (second, i));
  if (is_moved)
    {
      g_autofree char *order = g_strdup_printf (_("%s · Order"), words);
      g_autofree char *names = dup_names (key, first), *names_there = dup_names (key, second);

      foi_case_difference_add (differences, place, order, names, names_there);
    }
}

/**
 * foi_case_compare_values:
 * @differences: (element-type FoiCaseDifference): what was found before
 * @place: where they stand
 * @words: the same for people
 * @key: (nullable): the member whose value they are
 * @first: (nullable): what the one has
 * @second: (nullable): what the other has
 *
 * Adds in what two values differ, in their parts as far as they are of one kind.
 */
void
foi_case_compare_values (GPtrArray *differences, const char *place, const char *words,
                         const char *key, JsonNode *first, JsonNode *second)
{
  g_autofree char *first_words = NULL, *second_words = NULL;

  g_return_if_fail (differences != NULL && place != NULL && words != NULL);

  if (first == second || (first != NULL && second != NULL && foi_json_equal (first, second)))
    return;
  if (foi_json_is_object (first) && foi_json_is_object (second))
    {
      compare_objects (differences, place, words, first, second);
      return;
    }
  if (foi_json_is_array (first) && foi_json_is_array (second) && key != NULL
      && !foi_json_is_string (foi_json_get_element (first, 0))
      && !foi_json_is_string (foi_json_get_element (second, 0)))
    {
      compare_lists (differences, place, words, key, first, second);
      return;
    }
  first_words = first != NULL ? foi_value_dup_words (key, first) : NULL;
  second_words = second != NULL ? foi_value_dup_words (key, second) : NULL;
  foi_case_difference_add (differences, place, words, first_words, second_words);
}

/**
 * foi_case_compare:
 * @first: a case
 * @second: the same case, as another file has it
 *
 * Finds in what two files of one case differ, in the order of the file: what was asked, answered
 * and done, letters, and the figures of tables, each by the place at which an officer looks for it.
 * By whom and when the files were written is no difference.
 *
 * Returns: (transfer full) (element-type FoiCaseDifference): these, %FOI_MAX_DIFFERENCES at most.
 */
GPtrArray *
foi_case_compare (FoiCaseState *first, FoiCaseState *second)
{
  static const char *const titles[] = { "id", "title" };
  static const char *const members[] = { "regime", "request", "period", "questions", "events",
                                         "letters", "issued", "attachments", "withheld",
                                         "internal", "accepted", "authority" };
  GPtrArray *differences = g_ptr_array_new_with_free_func (free_difference);

  g_return_val_if_fail (first != NULL && second != NULL, differences);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    compare_member (differences, "", "", titles[i], foi_case_state_get_root (first),
                    foi_case_state_get_root (second));
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *name = foi_member_dup_words (members[i]);

      foi_case_compare_values (differences, members[i], name, members[i],
                               foi_case_state_get_node (first, members[i]),
                               foi_case_state_get_node (second, members[i]));
    }
  foi_case_compare_tables (first, second, differences);
  return differences;
}
