/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-secrets.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-cell-list.h"
#include "foi-json-edit.h"
#include "foi-number-scan.h"
#include "foi-phrase.h"
#include "foi-requester-details.h"
#include "foi-small-rule.h"
#include "foi-table.h"

/* Shorter words and texts are found in any text, and say nothing. */
#define SHORTEST_WORD 4
#define SHORTEST_TEXT 4
#define SHORTEST_NOTE 12
/* What is counted stands so close behind its number, in bytes. */
#define COUNTED_WITHIN 32

/* Words of headings that say of no column which it is. */
static const char *const idle_words[] = {
  "number", "numbers", "total", "totals", "count", "counts", "year", "years", "with", "from",
  "that",
  "this", "each", "figure", "figures", "value", "amount", "rate", "percentage", "reporting", "were",
  "have", "been", "their", "financial", "calendar", "month", "recorded", "during", "per",
  "answered",
  "made", "received", NULL,
};

static void
secret_free (gpointer data)
{
  FoiSecret *secret = data;

  g_ptr_array_unref (secret->keys);
  g_ptr_array_unref (secret->measures);
  g_ptr_array_unref (secret->words);
  g_free (secret->value);
  g_free (secret);
}

static void
name_free (gpointer data)
{
  FoiHiddenName *name = data;

  g_free (name->text);
  g_free (name->squashed);
  g_free (name);
}

/**
 * foi_squash:
 * @text: a heading, a key
 *
 * Returns: (transfer full): its letters and digits alone, small: however it was broken over lines.
 */
char *
foi_squash (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

/* ---- collecting ---- */

/* The names of a column, and the words of them that tell it from others. */
static void
name_column (FoiColumn *column, GPtrArray *measures, GPtrArray *words)
{
  g_autofree char *heading = foi_column_dup_heading (column);
  g_auto (GStrv) parts = NULL;
  g_autofree char *lower = g_utf8_strdown (foi_column_get_title (column), -1);

  g_ptr_array_add (measures, foi_squash (heading));
  g_ptr_array_add (measures, foi_squash (foi_column_get_title (column)));
  g_ptr_array_add (measures, foi_squash (foi_column_get_name (column)));
  parts = g_strsplit_set (lower, " \t\n-/(),.:;'\"", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length < SHORTEST_WORD || g_strv_contains (idle_words, parts[i]))
        continue;
      /* "children" is of "child", "calls" of "call": what they share is enough. */
      if (parts[i][length - 1] == 's')
        parts[i][length - 1] = '\0';
      g_ptr_array_add (words, g_strdup (parts[i]));
    }
}

/* The row's key in the words of a letter: what an outsider can see of it. */
static GPtrArray *
list_keys (FoiPublication *publication, guint row)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    {
      g_autofree char *text = foi_publication_is_key (publication, i)
                                ? foi_publication_format (publication, row, i) : NULL;

      if (text != NULL && text[0] != '\0')
        g_ptr_array_add (keys, g_steal_pointer (&text));
    }
  return keys;
}

static void
index_secret (FoiSecrets *self, FoiSecret *secret)
{
  g_autofree char *first = secret->is_number
                             ? g_strdup (secret->value)
                             : g_strndup (secret->value, strcspn (secret->value, " \t\n"));
  GPtrArray *list = g_hash_table_lookup (self->by_value, first);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->by_value, g_steal_pointer (&first), list);
    }
  g_ptr_array_add (list, secret);
}

static guint
find_column (FoiPublication *publication, FoiColumn *column)
{
  const guint n_columns = foi_publication_get_n_columns (publication);

  for (guint i = 0; i < n_columns; i++)
    if (g_strcmp0 (foi_column_get_name (foi_publication_get_column (publication, i)),
                   foi_column_get_name (column)) == 0)
      return i;
  return n_columns;
}

static FoiSecret *
add_secret (FoiSecrets *self, FoiTableData *data, FoiPublication *publication, guint row,
            FoiColumn *column, GPtrArray *measures, GPtrArray *words, const FoiCell *cell)
{
  g_autofree char *text = foi_column_format_plain (column, cell);
  g_autofree char *value = foi_number_normalise (text);
  gboolean is_number = g_ascii_isdigit (value[0])
                       && strspn (value, "0123456789.") == strlen (value);
  FoiSecret *secret;

  if (cell->state != FOI_CELL_VALUE || value[0] == '\0'
      || (!is_number && g_utf8_strlen (value, -1) < SHORTEST_TEXT))
    return NULL;
  secret = g_new0 (FoiSecret, 1);
  secret->table = foi_table_data_get_title (data);
  secret->publication = publication;
  secret->keys = list_keys (publication, row);
  secret->measures = g_ptr_array_ref (measures);
  secret->words = g_ptr_array_ref (words);
  secret->value = g_steal_pointer (&value);
  secret->row = row;
  secret->is_hidden = foi_column_is_left_out (column);
  secret->is_number = is_number;
  secret->column = find_column (publication, column);
  g_ptr_array_add (self->secrets, secret);
  index_secret (self, secret);
  return secret;
}

/* Whether the true value stands in its cell. A figure that is rounded may be its own multiple. */
static gboolean
is_in_cell (FoiCaseState *state, FoiTableData *data, JsonNode *entry, const FoiCell *cell,
            const FoiCell *truth)
{
  gint64 base = foi_small_rule_of_table (state, data).round;

  return cell->state == FOI_CELL_VALUE && foi_cell_equal (cell, truth)
         && (foi_cell_list_get_by (entry) != FOI_WITHHELD_ROUNDED || base < 2
             || cell->has_text || cell->number % base != 0);
}

/* What is withheld for being small may be any small number. */
static void
need_all_small (FoiSecret *secret, FoiCaseState *state, FoiTableData *data, FoiColumn *column,
                gint64 value)
{
  const FoiSmallRule rule = foi_small_rule_of_table (state, data);

  if (!foi_small_rule_covers (&rule, column, value))
    return;
  secret->need_from = rule.zero ? 0 : 1;
  secret->need_to = rule.threshold;
}

static void
add_withheld (FoiSecrets *self, FoiCaseState *state, JsonNode *entry)
{
  const char *name = foi_json_get_string (entry, "table", "");
  FoiTableData *data = foi_case_state_find_table (state, name);
  FoiPublication *publication = foi_brief_find_publication (self->brief, name);
  JsonNode *value = foi_json_get_member (entry, "value");
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  g_autofree char *reason = NULL;
  const char *text = NULL;
  FoiColumn *column;
  gboolean is_integer, is_shown;
  const FoiCell *shown;
  FoiSecret *secret;
  guint row;
  int place;

  if (data == NULL || publication == NULL || value == NULL)
    return;
  place = foi_table_data_find_column (data, foi_json_get_string (entry, "field", ""));
  if (place < 0 || !foi_table_data_find_row (data, foi_json_get_member (entry, "row"), &row))
    return;
  column = foi_table_data_get_column (data, (guint) place);
  is_integer = foi_json_is_integer (value);
  if (foi_json_is_string (value))
    text = json_node_get_string (value);
  if ((!is_integer && text == NULL)
      || !foi_column_cell_from_json (column, is_integer, is_integer ? json_node_get_int (value) : 0,
                                     text, text != NULL ? strlen (text) : 0, &cell, &reason))
    return;
  shown = foi_table_data_get_cell (data, row, (guint) place);
  is_shown = is_in_cell (state, data, entry, shown, &cell);
  /* What a multiple was rounded to is no secret. */
  if (!is_shown && shown->state == FOI_CELL_VALUE && foi_cell_equal (shown, &cell))
    return;
  name_column (column, measures, words);
  secret = add_secret (self, data, publication, row, column, measures, words, &cell);
  if (secret == NULL)
    return;
  secret->is_in_cell = is_shown;
  if (foi_cell_list_get_by (entry) == FOI_WITHHELD_PRIMARY && !cell.has_text)
    need_all_small (secret, state, data, column, cell.number);
}

static void
add_name (FoiSecrets *self, const char *table, FoiPublication *publication, const char *text,
          gboolean is_note, gboolean is_person)
{
  FoiHiddenName *name;

  if (text == NULL || text[0] == '\0')
    return;
  name = g_new0 (FoiHiddenName, 1);
  name->table = table;
  name->publication = publication;
  name->text = g_strstrip (g_strdup (text));
  name->squashed = foi_squash (text);
  name->is_note = is_note;
  name->is_person = is_person;
  g_ptr_array_add (self->names, name);
}

/* A column left out: its names, and whatever stands in it. */
static void
add_hidden_column (FoiSecrets *self, FoiTableData *data, FoiPublication *publication, guint place,
                   gboolean with_cells)
{
  FoiColumn *column = foi_table_data_get_column (data, place);
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *title = foi_table_data_get_title (data);

  if (g_strcmp0 (foi_column_get_name (column), FOI_ROW_FIELD) == 0)
    {
      add_name (self, title, publication, FOI_ROW_FIELD, FALSE, FALSE);
      return;
    }
  if (!foi_column_is_left_out (column))
    return;
  add_name (self, title, publication, foi_column_get_name (column), FALSE, FALSE);
  if (g_strcmp0 (foi_column_get_title (column), foi_column_get_name (column)) != 0)
    add_name (self, title, publication, foi_column_get_title (column), FALSE, FALSE);
  name_column (column, measures, words);
  for (guint row = 0; with_cells && row < n_rows; row++)
    add_secret (self, data, publication, row, column, measures, words,
                foi_table_data_get_cell (data, row, place));
}

/* ---- people and notes ---- */

static gboolean
is_known (FoiSecrets *self, const char *person)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const FoiHiddenName *name = g_ptr_array_index (self->names, i);

      if (name->is_person && g_str_equal (name->text, person))
        return TRUE;
    }
  return FALSE;
}

static void
add_person (FoiSecrets *self, const char *name)
{
  g_autoptr (GPtrArray) details = NULL;
  JsonNode *authority = foi_brief_get_authority (self->brief);
  JsonNode *signatory = foi_json_get_member (authority, "signatory");

  /* One word may be anything; who signs is known to everybody. */
  if (name == NULL || strchr (name, ' ') == NULL || is_known (self, name)
      || foi_phrase_find (foi_json_get_string (signatory, "name", ""), name, FALSE, 0, NULL, NULL)
      || foi_phrase_find (foi_json_get_string (authority, "team", ""), name, FALSE, 0, NULL, NULL)
      || foi_phrase_find (foi_json_get_string (authority, "name", ""), name, FALSE, 0, NULL, NULL))
    return;
  add_name (self, NULL, NULL, name, FALSE, TRUE);
}

static void
add_people_of_question (FoiSecrets *self, JsonNode *question)
{
  JsonNode *asked = foi_json_get_member (question, "asked");
  JsonNode *parts = foi_json_get_member (question, "parts");
  const char *contact;

  add_person (self, foi_json_get_string (question, "owner", NULL));
  add_person (self, foi_json_get_string (foi_json_get_member (question, "approved"), "by", NULL));
  for (guint i = 0; i < foi_json_get_n_elements (asked); i++)
    {
      contact = foi_json_get_string (foi_json_get_element (asked, i), "contact", NULL);
      if (contact != NULL && strchr (contact, '@') != NULL)
        add_name (self, NULL, NULL, contact, FALSE, TRUE);
      else
        add_person (self, contact);
    }
  for (guint i = 0; i < foi_json_get_n_elements (parts); i++)
    add_people_of_question (self, foi_json_get_element (parts, i));
}

/* Who approved what was sent earlier: the questions may know others since. */
static void
add_people_of_letters (FoiSecrets *self, JsonNode *issued)
{
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *approvals = foi_json_get_member (foi_json_get_element (issued, i), "approvals");

      for (guint k = 0; k < foi_json_get_n_elements (approvals); k++)
        add_person (self, foi_json_get_string (foi_json_get_element (approvals, k), "by", NULL));
    }
}

static void
add_notes (FoiSecrets *self, FoiCaseState *state)
{
  JsonNode *notes = foi_case_state_get_node (state, "internal/notes");

  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      const char *text = foi_json_get_string (foi_json_get_element (notes, i), "text", "");

      if (g_utf8_strlen (text, -1) >= SHORTEST_NOTE)
        add_name (self, NULL, NULL, text, TRUE, FALSE);
    }
}

/**
 * foi_secrets_new:
 * @state: a case
 * @with_hidden_cells: whether what stands in the columns left out is collected too, and not only
 *   what these are called
 *
 * Collects what may not leave: the values that are withheld, the columns left out with what is in
 * them, officers' notes, and the names of those who worked on the answer.
 *
 * Returns: (transfer full): it; the state lives as long.
 */
FoiSecrets *
foi_secrets_new (FoiCaseState *state, gboolean with_hidden_cells)
{
  FoiSecrets *self = g_new0 (FoiSecrets, 1);
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  JsonNode *questions = foi_case_state_get_node (state, "questions");
  GPtrArray *tables = foi_case_state_get_tables (state);

  self->brief = foi_case_state_publish (state);
  self->secrets = g_ptr_array_new_with_free_func (secret_free);
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->by_value = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    add_withheld (self, state, foi_json_get_element (withheld, i));
  for (guint i = 0; i < tables->len; i++)
    for (guint j = 0; j < foi_table_data_get_n_columns (tables->pdata[i]); j++)
      add_hidden_column (self, tables->pdata[i],
                         foi_brief_get_publications (self->brief)->pdata[i], j,
                         with_hidden_cells);
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    add_people_of_question (self, foi_json_get_element (questions, i));
  add_people_of_letters (self, foi_case_state_get_node (state, "issued"));
  add_notes (self, state);
  return self;
}

/**
 * foi_secrets_free:
 * @self: (transfer full): what a case keeps to itself
 *
 * Frees it.
 */
void
foi_secrets_free (FoiSecrets *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_value);
  g_ptr_array_unref (self->secrets);
  g_ptr_array_unref (self->names);
  foi_brief_unref (self->brief);
  g_free (self);
}

/* ---- knowing them again ---- */

/**
 * foi_secrets_find:
 * @self: what a case keeps to itself
 * @word: a number as foi_number_normalise() gives it, or the first word of a text
 *
 * Returns: (transfer none) (nullable) (element-type FoiSecret): those that are it, or begin so.
 */
GPtrArray *
foi_secrets_find (FoiSecrets *self, const char *word)
{
  return g_hash_table_lookup (self->by_value, word);
}

/**
 * foi_secrets_find_cell:
 * @self: what a case keeps to itself
 * @table: the name of a table
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: (transfer none) (nullable): what is withheld there.
 */
const FoiSecret *
foi_secrets_find_cell (FoiSecrets *self, const char *table, guint row, FoiColumn *column)
{
  for (guint i = 0; i < self->secrets->len; i++)
    {
      const FoiSecret *secret = self->secrets->pdata[i];

      if (!secret->is_hidden && secret->row == row
          && g_str_equal (foi_publication_get_name (secret->publication), table)
          && secret->column == find_column (secret->publication, column))
        return secret;
    }
  return NULL;
}

/* Whether @squashed is @name, with at most the number of a note behind it: "note 2", or "2" where
 * that is not one more digit of a name, as in "Band 12". */
static gboolean
is_called (const char *squashed, const char *name)
{
  const gsize length = strlen (name);
  const char *rest = squashed + length;

  if (length == 0 || !g_str_has_prefix (squashed, name))
    return FALSE;
  if (g_str_has_prefix (rest, "note"))
    rest += strlen ("note");
  else if (g_ascii_isdigit (name[length - 1]))
    return rest[0] == '\0';
  return rest[strspn (rest, "0123456789")] == '\0';
}

/**
 * foi_secret_knows_measure:
 * @secret: a secret
 * @heading: the heading of a column, with whatever marks are on it
 *
 * Returns: whether that is the secret's column.
 */
gboolean
foi_secret_knows_measure (const FoiSecret *secret, const char *heading)
{
  g_autofree char *squashed = foi_squash (heading);

  for (guint i = 0; i < secret->measures->len; i++)
    if (is_called (squashed, secret->measures->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * foi_secret_is_key:
 * @key: one of those of the secret's row
 * @cell: what stands in a cell, with whatever marks are on it
 *
 * Returns: whether the cell has that key: "Abbey [note 2]" is Abbey, and "Band 12" is not Band 1.
 */
gboolean
foi_secret_is_key (const char *key, const char *cell)
{
  g_autofree char *squashed = foi_squash (cell);
  g_autofree char *name = foi_squash (key);

  return is_called (squashed, name) || foi_phrase_find (cell, key, FALSE, 0, NULL, NULL);
}

static gboolean
has_word_of (GPtrArray *words, const char *lower)
{
  for (guint i = 0; i < words->len; i++)
    if (strstr (lower, words->pdata[i]) != NULL)
      return TRUE;
  return words->len == 0;
}

/* "Calls in North: a couple." */
static gboolean
stands_alone (const char *text, const FoiFoundNumber *number)
{
  const char *after = text + number->range.end;
  const char *before = text + number->range.begin;

  return number->range.begin >= 2 && before[-1] == ' ' && g_ascii_tolower (before[-2]) == 'a'
         && (number->range.begin == 2 || !g_ascii_isalpha (before[-3]))
         && (*after == '\0' || strchr (".,;)!", *after) != NULL);
}

/**
 * foi_secret_may_be:
 * @secret: a secret whose value is @number's
 * @text: where the number stands
 * @number: a number
 *
 * Returns: whether the number may be the secret: it names nothing; and if it is the word "one" or
 *   another that is in many sentences which count nothing, what was counted follows it.
 */
gboolean
foi_secret_may_be (const FoiSecret *secret, const char *text, const FoiFoundNumber *number)
{
  g_autofree char *after = NULL;
  g_autofree char *lower = NULL;

  if (number->kind == FOI_FOUND_OTHER)
    return FALSE;
  if (!number->is_loose || stands_alone (text, number))
    return TRUE;
  after = g_utf8_make_valid (text + number->range.end,
                             (gssize) strnlen (text + number->range.end, COUNTED_WITHIN));
  lower = g_utf8_strdown (after, -1);
  return has_word_of (secret->words, lower);
}

/* Whether another figure of the row is the same, is shown, and is what the sentence speaks of. */
static gboolean
may_be_another (const FoiSecret *secret, const char *lower)
{
  FoiPublication *table = secret->publication;

  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      FoiColumn *column = foi_publication_get_column (table, i);
      g_autofree char *text = foi_publication_format (table, secret->row, i);
      g_autofree char *value = foi_number_normalise (text);
      g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      if (!g_str_equal (value, secret->value))
        continue;
      name_column (column, measures, words);
      if (has_word_of (words, lower))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_secret_names_row:
 * @secret: a secret
 * @words: a sentence, or a paragraph
 *
 * Returns: whether they say all that the secret's row is known by.
 */
gboolean
foi_secret_names_row (const FoiSecret *secret, const char *words)
{
  for (guint i = 0; i < secret->keys->len; i++)
    if (!foi_phrase_find (words, secret->keys->pdata[i], FALSE, 0, NULL, NULL))
      return FALSE;
  return secret->keys->len > 0;
}

/**
 * foi_secret_is_told:
 * @secret: a secret whose value is in @sentence
 * @sentence: a sentence
 *
 * Returns: whether the sentence says whose value it is: names the row and, unless the value is
 *   words of a column left out, what was counted.
 */
gboolean
foi_secret_is_told (const FoiSecret *secret, const char *sentence)
{
  g_autofree char *lower = g_utf8_strdown (sentence, -1);

  if (!foi_secret_names_row (secret, sentence))
    return FALSE;
  if (!secret->is_number)
    return foi_phrase_find (sentence, secret->value, FALSE, 0, NULL, NULL);
  return has_word_of (secret->words, lower) && !may_be_another (secret, lower);
}

/**
 * foi_secret_dup_words:
 * @secret: a secret
 *
 * Returns: (transfer full): which one it is, without saying it: "“Calls”, 2017/18".
 */
char *
foi_secret_dup_words (const FoiSecret *secret)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "“%s”", secret->table);
  for (guint i = 0; i < secret->keys->len; i++)
    g_string_append_printf (words, ", %s", (const char *) secret->keys->pdata[i]);
  return g_string_free (words, FALSE);
}
