/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-text.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-table-data.h"

/* Letters of an excerpt before what was found, and in all. */
#define BEFORE  24
#define EXCERPT 90

struct _FoiCaseText
{
  char *text; /* place, NUL, text, NUL, and so on */
  gsize length;
};

/* ---- taking it from a case ------------------------------------------------------------------- */

static void
add_piece (GString *all, const char *place, const char *text)
{
  if (*text == '\0' || all->len + strlen (text) > FOI_CASE_TEXT_MAX)
    return;
  g_string_append_len (all, place, (gssize) strlen (place) + 1);
  g_string_append_len (all, text, (gssize) strlen (text) + 1);
}

/* An element of a list is called by its id, or its name, or its number in the list. */
static char *
dup_element_name (JsonNode *element, guint index)
{
  const char *id = foi_json_get_string (element, "id", foi_json_get_string (element, "name", NULL));

  return id != NULL ? g_strdup (id) : g_strdup_printf ("%u", index);
}

static void add_node (GString *all, const char *place, JsonNode *node);

static void
add_array (GString *all, const char *place, JsonNode *array)
{
  for (guint i = 0; i < foi_json_get_n_elements (array); i++)
    {
      JsonNode *element = foi_json_get_element (array, i);
      g_autofree char *name = dup_element_name (element, i);
      g_autofree char *inner = g_strconcat (place, "/", name, NULL);

      add_node (all, inner, element);
    }
}

static void
add_object (GString *all, const char *place, JsonNode *object)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, json_node_get_object (object));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      g_autofree char *inner = place[0] != '\0' ? g_strconcat (place, "/", key, NULL)
                                                : g_strdup (key);

      add_node (all, inner, node);
    }
}

static void
add_node (GString *all, const char *place, JsonNode *node)
{
  if (foi_json_is_string (node))
    add_piece (all, place, json_node_get_string (node));
  else if (foi_json_is_array (node))
    add_array (all, place, node);
  else if (foi_json_is_object (node))
    add_object (all, place, node);
}

static void
add_table (GString *all, FoiTableData *table)
{
  g_autofree char *place = g_strconcat ("tables/", foi_table_data_get_name (table), NULL);
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (table));

  add_piece (all, place, foi_table_data_get_title (table));
  for (guint j = 0; j < foi_table_data_get_n_columns (table); j++)
    add_piece (all, place, foi_column_get_title (foi_table_data_get_column (table, j)));
  for (guint i = 0; i < n_rows && all->len < FOI_CASE_TEXT_MAX; i++)
    for (guint j = 0; j < foi_table_data_get_n_columns (table); j++)
      {
        const FoiCell *cell = foi_table_data_get_cell (table, i, j);

        if (cell->has_text)
          add_piece (all, place, cell->text);
      }
}

/**
 * foi_case_text_new:
 * @state: a case
 *
 * Collects what is written in a case: the request, answers, grounds, notes and tables; not the
 * letters that were issued, which say the same again, nor the authority's profile, which all cases
 * have.
 *
 * Returns: (transfer full): its text.
 */
FoiCaseText *
foi_case_text_new (FoiCaseState *state)
{
  static const char *const members[] = { "request", "questions", "period", "letters", "events",
                                         "internal", "attachments", "accepted" };
  g_autoptr (GString) all = NULL;
  FoiCaseText *self;
  GPtrArray *tables;

  g_return_val_if_fail (state != NULL, NULL);

  all = g_string_new (NULL);
  add_piece (all, "id", foi_case_state_get_string (state, "/id") != NULL
                           ? foi_case_state_get_string (state, "/id") : "");
  add_piece (all, "title", foi_case_state_get_string (state, "/title") != NULL
                              ? foi_case_state_get_string (state, "/title") : "");
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = foi_case_state_get_node (state, members[i]);

      if (node != NULL)
        add_node (all, members[i], node);
    }
  tables = foi_case_state_get_tables (state);
  for (guint i = 0; i < tables->len; i++)
    add_table (all, g_ptr_array_index (tables, i));
  /* Thousands of cases are kept: none has room for what never comes. */
  self = g_new (FoiCaseText, 1);
  *self = (FoiCaseText) { g_memdup2 (all->str, all->len), all->len };
  return self;
}

void
foi_case_text_free (FoiCaseText *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/**
 * foi_case_text_get_size:
 *
 * Returns: bytes of text that are kept.
 */
gsize
foi_case_text_get_size (FoiCaseText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/* ---- searching ------------------------------------------------------------------------------- */

/* Where @words begins in @text, whatever the case of letters; -1: nowhere. Nearly all searches are
 * of plain letters, for which nothing need be folded. */
static gssize
find_in_piece (const char *text, const char *words, gboolean is_plain)
{
  g_autofree char *folded = NULL, *sought = NULL;
  const char *found;

  if (is_plain)
    {
      found = strcasestr (text, words);
      return found != NULL ? found - text : -1;
    }
  folded = g_utf8_casefold (text, -1);
  sought = g_utf8_casefold (words, -1);
  found = strstr (folded, sought);
  if (found == NULL)
    return -1;
  /* Folding may change how many bytes a letter has, and seldom how many letters there are. */
  return MIN (g_utf8_offset_to_pointer (text, MIN (g_utf8_strlen (text, -1),
                                                   g_utf8_strlen (folded, found - folded)))
              - text, (gssize) strlen (text));
}

static char *
dup_excerpt (const char *text, gsize offset)
{
  const char *begin = text + offset, *end;
  g_autofree char *line = NULL;
  GString *excerpt;

  for (guint i = 0; i < BEFORE && begin > text; i++)
    begin = g_utf8_prev_char (begin);
  /* From the beginning of a word, if there is one. */
  for (const char *p = begin; begin > text && p < text + offset; p++)
    if (*p == ' ')
      {
        begin = p + 1;
        break;
      }
  end = begin;
  for (guint i = 0; i < EXCERPT && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  line = g_strndup (begin, (gsize) (end - begin));
  g_strdelimit (line, "\n\r\t", ' ');
  excerpt = g_string_new (begin > text ? "…" : "");
  g_string_append (excerpt, g_strstrip (line));
  if (*end != '\0')
    g_string_append (excerpt, "…");
  return g_string_free (excerpt, FALSE);
}

static gboolean
find_phrase (FoiCaseText *self, const char *words, FoiCaseTextHit *hit)
{
  const gboolean is_plain = g_str_is_ascii (words);
  const char *end = self->text + self->length;

  for (const char *place = self->text; place < end;)
    {
      const char *text = place + strlen (place) + 1;
      const gssize offset = find_in_piece (text, words, is_plain);

      if (offset >= 0)
        {
          if (hit != NULL)
            *hit = (FoiCaseTextHit) { g_strdup (place), dup_excerpt (text, (gsize) offset) };
          return TRUE;
        }
      place = text + strlen (text) + 1;
    }
  return FALSE;
}

/**
 * foi_case_text_find:
 * @words: what is sought, in any case of letters
 * @hit: (out) (optional): where it is
 *
 * Seeks the words as they stand; else a case that has each of them somewhere: then the place of the
 * first is told.
 *
 * Returns: whether it is there.
 */
gboolean
foi_case_text_find (FoiCaseText *self, const char *words, FoiCaseTextHit *hit)
{
  g_auto (GStrv) list = NULL;
  const char *first = NULL;

  g_return_val_if_fail (self != NULL && words != NULL, FALSE);

  if (find_phrase (self, words, hit))
    return TRUE;
  if (strpbrk (words, " \t\n") == NULL)
    return FALSE;
  list = g_strsplit_set (words, " \t\n", -1);
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (list[i][0] == '\0')
        continue;
      if (!find_phrase (self, list[i], NULL))
        return FALSE;
      if (first == NULL)
        first = list[i];
    }
  return first != NULL && find_phrase (self, first, hit);
}

void
foi_case_text_hit_clear (FoiCaseTextHit *hit)
{
  g_clear_pointer (&hit->place, g_free);
  g_clear_pointer (&hit->excerpt, g_free);
}
