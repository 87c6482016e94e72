/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-text.h"

#include <string.h>

#include "foi-clean-text.h"
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
add_member (GString *all, const char *place, JsonNode *object, const char *key)
{
  JsonNode *node = foi_json_get_member (object, key);
  g_autofree char *inner = g_strconcat (place, "/", key, NULL);

  if (node != NULL)
    add_node (all, inner, node);
}

/* Of a note its words: the row and the column that it is of stand in the table. */
static void
add_notes (GString *all, const char *place, JsonNode *notes)
{
  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      JsonNode *note = foi_json_get_element (notes, i);
      g_autofree char *name = dup_element_name (note, i);
      g_autofree char *inner = g_strconcat (place, "/foi:notes/", name, NULL);

      add_piece (all, inner, foi_json_get_string (note, "text", ""));
    }
}

/* What a table says besides its cells: what it is called, and what is noted of them. */
static void
add_table (GString *all, FoiTableData *table)
{
  g_autofree char *place = g_strconcat ("tables/", foi_table_data_get_name (table), NULL);
  g_autofree char *chart = g_strconcat (place, "/foi:chart", NULL);
  g_autofree char *rule = g_strconcat (place, "/foi:rule", NULL);
  JsonNode *resource = foi_table_data_get_resource (table);

  add_piece (all, place, foi_table_data_get_title (table));
  for (guint j = 0; j < foi_table_data_get_n_columns (table); j++)
    add_piece (all, place, foi_column_get_title (foi_table_data_get_column (table, j)));
  add_member (all, place, resource, "description");
  add_notes (all, place, foi_json_get_member (resource, "foi:notes"));
  add_member (all, chart, foi_json_get_member (resource, "foi:chart"), "title");
  add_member (all, chart, foi_json_get_member (resource, "foi:chart"), "alt");
  add_member (all, rule, foi_json_get_member (resource, "foi:rule"), "reason");
}

/* What only tells rows apart is printed nowhere. */
static gboolean
is_shown (FoiColumn *column, const FoiCell *cell)
{
  return cell->state == FOI_CELL_VALUE
         && g_strcmp0 (foi_column_get_name (column), FOI_ROW_FIELD) != 0;
}

/* A row is one text, with its figures as they are shown: what is found tells whose figure it is. */
static void
add_rows (GString *all, FoiTableData *table)
{
  g_autofree char *place = g_strconcat ("tables/", foi_table_data_get_name (table), NULL);
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (table));
  const guint n_columns = foi_table_data_get_n_columns (table);
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < n_rows && all->len < FOI_CASE_TEXT_MAX; i++)
    {
      g_string_truncate (row, 0);
      for (guint j = 0; j < n_columns; j++)
        {
          FoiColumn *column = foi_table_data_get_column (table, j);
          const FoiCell *cell = foi_table_data_get_cell (table, i, j);
          g_autofree char *shown = NULL;

          if (!is_shown (column, cell))
            continue;
          shown = cell->has_text ? NULL : foi_column_format (column, cell);
          if (row->len > 0)
            g_string_append (row, " · ");
          g_string_append (row, shown != NULL ? shown : cell->text);
        }
      add_piece (all, place, row->str);
    }
}

/**
 * foi_case_text_new:
 * @state: a case
 *
 * Collects what is written in a case: the request, answers, grounds, notes, also those on cells,
 * and tables with their figures; not the letters that were issued, which say the same again, nor
 * what is withheld, nor the authority's profile, which all cases have.
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
  for (guint i = 0; i < tables->len; i++)
    add_rows (all, g_ptr_array_index (tables, i));
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

/* Whether a comma stands here that only parts thousands: "20,049". */
static gboolean
is_separator (const char *begin, const char *comma)
{
  return *comma == ',' && comma > begin && g_ascii_isdigit (comma[-1])
         && g_ascii_isdigit (comma[1]) && g_ascii_isdigit (comma[2])
         && g_ascii_isdigit (comma[3]) && !g_ascii_isdigit (comma[4]);
}

/* A figure is sought as it is typed or shown: "20,049" is sought as "20049". */
static char *
dup_plain_figures (const char *words)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p++)
    if (!is_separator (words, p))
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

/* Whether the text goes on with the words; commas that part thousands count only if they are
 * sought, too. */
static gboolean
goes_on (const char *text, const char *from, const char *words)
{
  for (; *words != '\0'; from++)
    {
      if (g_ascii_tolower (*from) == g_ascii_tolower (*words))
        words++;
      else if (!is_separator (text, from))
        return FALSE;
    }
  return TRUE;
}

static const char *
find_figures (const char *text, const char *words)
{
  const char first[] = { g_ascii_tolower (words[0]), g_ascii_toupper (words[0]), '\0' };

  for (const char *p = strpbrk (text, first); p != NULL; p = strpbrk (p + 1, first))
    if (goes_on (text, p, words))
      return p;
  return NULL;
}

/* What is sought, made ready once. */
typedef struct
{
  char    *words;
  gboolean is_plain;    /* of letters that need no folding */
  gboolean has_figures;
} Sought;

static void
sought_init (Sought *self, const char *words)
{
  self->is_plain = g_str_is_ascii (words);
  self->has_figures = strpbrk (words, "0123456789") != NULL;
  self->words = self->has_figures ? dup_plain_figures (words) : g_strdup (words);
}

static void
sought_clear (Sought *self)
{
  g_free (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sought, sought_clear)

/* Where @sought begins in @text, whatever the case of letters; -1: nowhere. Nearly all searches are
 * of plain letters, for which nothing need be folded. */
static gssize
find_in_piece (const char *text, const Sought *sought)
{
  g_autofree char *folded = NULL, *words = NULL;
  const char *found;

  if (sought->is_plain)
    {
      found = sought->has_figures ? find_figures (text, sought->words)
                                  : strcasestr (text, sought->words);
      return found != NULL ? found - text : -1;
    }
  folded = g_utf8_casefold (text, -1);
  words = g_utf8_casefold (sought->words, -1);
  found = sought->has_figures ? find_figures (folded, words) : strstr (folded, words);
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
  g_autofree char *found = NULL, *line = NULL;
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
  found = g_strndup (begin, (gsize) (end - begin));
  line = foi_clean_line (found);
  excerpt = g_string_new (begin > text ? "…" : "");
  g_string_append (excerpt, g_strstrip (line));
  if (*end != '\0')
    g_string_append (excerpt, "…");
  return g_string_free (excerpt, FALSE);
}

static gboolean
find_phrase (FoiCaseText *self, const char *words, FoiCaseTextHit *hit)
{
  const char *end = self->text + self->length;
  g_auto (Sought) sought = { NULL };

  sought_init (&sought, words);
  for (const char *place = self->text; place < end;)
    {
      const char *text = place + strlen (place) + 1;
      const gssize offset = find_in_piece (text, &sought);

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
