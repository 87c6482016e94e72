/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-words.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-number-words.h"

/* All that goes out of a letter in words, as it is read: without markup, question by question. */

/* Nobody reads the remarks of longer tables as prose. */
#define MAX_ROWS 2000

static void
clear_words (gpointer data)
{
  g_free (((FoiWords *) data)->place);
}

static void
clear_line (gpointer data)
{
  g_free (((FoiLine *) data)->text);
  g_free (((FoiLine *) data)->place);
}

static void
passage_free (gpointer data)
{
  FoiPassage *passage = data;

  g_free (passage->key);
  g_string_free (passage->text, TRUE);
  g_string_free (passage->asked, TRUE);
  g_string_free (passage->answered, TRUE);
  g_array_unref (passage->words);
  g_array_unref (passage->lines);
  g_free (passage);
}

/* "questions/q1/answer" is of "questions/q1", "tables/calls/foi:notes" of "tables/calls". */
static char *
dup_key (const char *place)
{
  g_auto (GStrv) segments = g_strsplit (place != NULL ? place : "", "/", -1);
  const guint n = g_strv_length (segments);

  if (n >= 4 && g_str_equal (segments[0], "questions") && g_str_equal (segments[2], "parts"))
    return g_strjoin ("/", segments[0], segments[1], segments[2], segments[3], NULL);
  if (n >= 2 && (g_str_equal (segments[0], "questions") || g_str_equal (segments[0], "tables")))
    return g_strjoin ("/", segments[0], segments[1], NULL);
  return g_strdup ("");
}

/* @key is taken over. */
static FoiPassage *
find_passage (GPtrArray *passages, char *taken)
{
  g_autofree char *key = taken;
  FoiPassage *passage;

  for (guint i = 0; i < passages->len; i++)
    if (g_str_equal (((FoiPassage *) passages->pdata[i])->key, key))
      return passages->pdata[i];
  passage = g_new0 (FoiPassage, 1);
  passage->key = g_steal_pointer (&key);
  passage->text = g_string_new (NULL);
  passage->asked = g_string_new (NULL);
  passage->answered = g_string_new (NULL);
  passage->words = g_array_new (FALSE, FALSE, sizeof (FoiWords));
  g_array_set_clear_func (passage->words, clear_words);
  passage->lines = g_array_new (FALSE, FALSE, sizeof (FoiLine));
  g_array_set_clear_func (passage->lines, clear_line);
  g_ptr_array_add (passages, passage);
  return passage;
}

/* Each line of what is written by hand. */
static void
add_lines (FoiPassage *passage, const char *place, const char *folded)
{
  g_auto (GStrv) texts = g_strsplit_set (folded, "\n;", -1);

  if (!g_str_has_suffix (place, "/answer") && !g_str_has_prefix (passage->key, "attachments/"))
    return;
  for (guint i = 0; texts[i] != NULL; i++)
    if (texts[i][strspn (texts[i], " \t\r")] != '\0')
      {
        const FoiLine line = { g_strstrip (g_strdup (texts[i])), g_strdup (place) };

        g_array_append_val (passage->lines, line);
      }
}

/* @goes_on: they belong to the words before them. */
static void
add_to (FoiPassage *passage, const char *place, const char *text, gboolean is_asked,
        gboolean goes_on)
{
  FoiWords words = { .is_asked = is_asked };
  const guint n = passage->words->len;
  g_autofree char *folded = NULL;

  words.block = n > 0 ? g_array_index (passage->words, FoiWords, n - 1).block : 0;
  words.block += goes_on ? 0 : 1;
  folded = foi_number_fold (text);
  if (passage->text->len > 0)
    g_string_append (passage->text, "\n\n");
  words.place = g_strdup (place != NULL ? place : "");
  words.range.begin = passage->text->len;
  g_string_append (passage->text, folded);
  words.range.end = passage->text->len;
  g_array_append_val (passage->words, words);
  if (!is_asked && g_str_has_prefix (passage->key, "questions/"))
    add_lines (passage, words.place, folded);
  if (is_asked)
    g_string_append_printf (passage->asked, "%s\n\n", folded);
  else if (g_str_has_suffix (words.place, "/answer"))
    g_string_append_printf (passage->answered, "%s\n\n", folded);
}

/* Words that stand by themselves. */
static void
add_words (GPtrArray *passages, const char *place, const char *text, gboolean is_asked)
{
  if (text != NULL && text[strspn (text, " \t\r\n")] != '\0')
    add_to (find_passage (passages, dup_key (place)), place, text, is_asked, FALSE);
}

/* ---- tables ---- */

/* "Abbey: since the 3 moved": what is remarked on a row. */
static void
add_remarks (GPtrArray *passages, FoiPublication *table, guint column, const char *place)
{
  const guint n_rows = foi_publication_get_n_rows (table);

  for (guint row = 0; row < MIN (n_rows, MAX_ROWS); row++)
    {
      g_autofree char *key = foi_publication_dup_row_key (table, row);
      g_autofree char *text = NULL;
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (table, row, column, &cell);
      if (!cell.has_text || strpbrk (cell.text, " ") == NULL)
        continue;
      text = g_strdup_printf ("%s: %s", key, cell.text);
      add_words (passages, place, text, FALSE);
    }
}

static void
add_table (GPtrArray *passages, FoiPublication *table, gboolean is_data)
{
  g_autofree char *place = g_strdup_printf ("tables/%s", foi_publication_get_name (table));
  JsonNode *chart = foi_publication_get_chart (table);

  add_words (passages, place, foi_publication_get_title (table), FALSE);
  if (is_data)
    add_words (passages, place, foi_publication_get_description (table), FALSE);
  add_words (passages, place, foi_json_get_string (chart, "title", NULL), FALSE);
  add_words (passages, place, foi_json_get_string (chart, "alt", NULL), FALSE);
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      FoiColumn *column = foi_publication_get_column (table, i);
      g_autofree char *heading = foi_column_dup_heading (column);

      add_words (passages, place, heading, FALSE);
      if (foi_column_get_value_type (column) == FOI_VALUE_TEXT
          && !foi_publication_is_key (table, i))
        add_remarks (passages, table, i, place);
    }
  for (guint i = 0; i < foi_publication_get_n_notes (table); i++)
    {
      const FoiPublishedNote *note = foi_publication_get_note (table, i);
      g_autofree char *key = note->row != G_MAXUINT
                               ? foi_publication_dup_row_key (table, note->row) : NULL;
      g_autofree char *text = g_strdup_printf ("%s%s%s", key != NULL ? key : "",
                                               key != NULL ? ": " : "", note->text);

      /* The base of rounding is no figure of the table. */
      if (g_strcmp0 (note->id, "rounded") != 0)
        add_words (passages, place, text, FALSE);
    }
}

/* ---- estimates ---- */

/**
 * foi_letter_words_are_of_estimate:
 * @place: (nullable): where words stand, or a table
 *
 * Returns: whether it is an estimate of what a question would cost to answer.
 */
gboolean
foi_letter_words_are_of_estimate (const char *place)
{
  return place != NULL && g_str_has_prefix (place, "questions/")
         && g_str_has_suffix (place, "/estimate");
}

static void
collect_counted (GPtrArray *blocks, GPtrArray *tables)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];

      if (block->table != NULL && !foi_letter_words_are_of_estimate (block->place)
          && !g_ptr_array_find (tables, block->table, NULL))
        g_ptr_array_add (tables, block->table);
      collect_counted (block->children, tables);
    }
}

/**
 * foi_letter_list_counted:
 * @letter: a letter
 *
 * Returns: (transfer container) (element-type FoiPublication): its tables, each once, but those of
 *   estimates: what is in them counts work, and explains no number of a sentence.
 */
GPtrArray *
foi_letter_list_counted (FoiLetter *letter)
{
  GPtrArray *tables = g_ptr_array_new ();

  collect_counted (letter->blocks, tables);
  for (guint i = 0; i < letter->annexes->len; i++)
    if (!g_ptr_array_find (tables, letter->annexes->pdata[i], NULL))
      g_ptr_array_add (tables, letter->annexes->pdata[i]);
  return tables;
}

/* "3 files of pupils at Abbey (Extracting it: case files)": what a row of a table says that the
 * letter itself made. It has no figures of the case. */
static void
add_estimate (GPtrArray *passages, const FoiBlock *block)
{
  FoiPublication *table = block->table;
  const int number = foi_publication_find_column (table, "number");
  const int unit = foi_publication_find_column (table, "unit");
  const int work = foi_publication_find_column (table, "work");

  for (guint row = 0; number >= 0 && work >= 0 && row < foi_publication_get_n_rows (table); row++)
    {
      g_autofree char *n = foi_publication_format (table, row, (guint) number);
      g_autofree char *of = unit >= 0 ? foi_publication_format (table, row, (guint) unit)
                                      : g_strdup ("");
      g_autofree char *what = foi_publication_format (table, row, (guint) work);
      g_autofree char *text = g_strdup_printf ("%s%s%s (%s)", n, of[0] != '\0' ? " " : "", of,
                                               what);

      add_words (passages, block->place, text, FALSE);
    }
}

/* ---- blocks ---- */

/* The text of the block alone. */
static char *
dup_own_text (const FoiBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (block->spans, FoiSpan, i);

      g_string_append (text, (span->flags & FOI_SPAN_BREAK) != 0 ? "\n" : span->text);
    }
  return g_string_free (text, FALSE);
}

/* Where its links lead, if that is not what it says. */
static void
add_targets (GPtrArray *passages, const FoiBlock *block)
{
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (block->spans, FoiSpan, i);

      if (span->target != NULL && span->target[0] != '#'
          && strstr (span->target, span->text) == NULL)
        add_words (passages, block->place, span->target, FALSE);
    }
}

/* Who writes, when and to whom is no prose; what stands with a table is read of the table. */
static gboolean
is_prose (const FoiBlock *block)
{
  switch (block->kind)
    {
    case FOI_BLOCK_LETTERHEAD:
    case FOI_BLOCK_DATE:
    case FOI_BLOCK_ADDRESSEE:
    case FOI_BLOCK_SALUTATION:
    case FOI_BLOCK_SIGN_OFF:
    case FOI_BLOCK_FIGURE:
    case FOI_BLOCK_TABLE:
      return FALSE;
    case FOI_BLOCK_NOTE:
      return block->place == NULL || !g_str_has_prefix (block->place, "tables/");
    case FOI_BLOCK_SUBJECT:
    case FOI_BLOCK_HEADING:
    case FOI_BLOCK_PARAGRAPH:
    case FOI_BLOCK_ASKED:
    case FOI_BLOCK_LIST:
    case FOI_BLOCK_ITEM:
    case FOI_BLOCK_QUOTE:
    default:
      return TRUE;
    }
}

/* "In Abbey:", or a name that stands alone: what comes next belongs to it. */
static gboolean
leads_on (const FoiBlock *block)
{
  g_autofree char *text = block != NULL && block->kind == FOI_BLOCK_PARAGRAPH
                            ? g_strchomp (dup_own_text (block)) : g_strdup ("");
  const gsize length = strlen (text);

  return length > 0 && strchr (".!?", text[length - 1]) == NULL;
}

/* @goes_on: they belong to the words before them. */
static void
add_blocks (GPtrArray *passages, GPtrArray *blocks, gboolean goes_on)
{
  const FoiBlock *before = NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];
      g_autofree char *text = is_prose (block) ? dup_own_text (block) : NULL;
      const gboolean follows
        = goes_on || leads_on (before)
          || (block->kind == FOI_BLOCK_LIST && before != NULL
              && before->kind == FOI_BLOCK_PARAGRAPH);

      if (text != NULL && text[strspn (text, " \t\r\n")] != '\0')
        add_to (find_passage (passages, dup_key (block->place)), block->place, text,
                block->kind == FOI_BLOCK_ASKED, follows);
      if (text != NULL)
        add_targets (passages, block);
      if (block->table != NULL && foi_letter_words_are_of_estimate (block->place))
        add_estimate (passages, block);
      if (text != NULL || block->kind == FOI_BLOCK_TABLE)
        add_blocks (passages, block->children,
                    follows || (i > 0 && block->kind == FOI_BLOCK_ITEM));
      before = block;
    }
}

/**
 * foi_letter_list_passages:
 * @letter: a letter
 * @with_data: whether its tables are published as data, with what describes them
 *
 * Returns: (transfer full) (element-type FoiPassage): all words that go out with it: its own, and
 *   the titles, headings, notes and remarks of its tables, those too that go as files, and what
 *   the rows of its estimates say.
 */
GPtrArray *
foi_letter_list_passages (FoiLetter *letter, gboolean with_data)
{
  GPtrArray *passages = foi_passages_new ();
  g_autoptr (GPtrArray) tables = foi_letter_list_counted (letter);

  add_blocks (passages, letter->blocks, FALSE);
  for (guint i = 0; i < tables->len; i++)
    add_table (passages, tables->pdata[i], with_data);
  return passages;
}

/**
 * foi_passage_get_block:
 * @passage: what is read together
 * @words: one of its pieces
 *
 * Returns: from where to where in its text those words stand that are read as one with @words.
 */
FoiRange
foi_passage_get_block (const FoiPassage *passage, const FoiWords *words)
{
  const FoiWords *first = words, *last = words;
  const FoiWords *all = (const FoiWords *) passage->words->data;

  while (first > all && first[-1].block == words->block)
    first--;
  while (last + 1 < all + passage->words->len && last[1].block == words->block)
    last++;
  return (FoiRange) { first->range.begin, last->range.end };
}

/* ---- other files ---- */

/**
 * foi_passages_new:
 *
 * Returns: (transfer full) (element-type FoiPassage): none.
 */
GPtrArray *
foi_passages_new (void)
{
  return g_ptr_array_new_with_free_func (passage_free);
}

/* A cell that holds a sentence, behind what its row begins with. */
static void
add_cells (FoiPassage *passage, const char *place, const FoiReadUnit *unit)
{
  g_autofree char *row = g_strjoinv (": ", (char **) unit->cells);
  g_autofree char *folded = foi_number_fold (row);

  g_strdelimit (folded, "\n;", ',');
  add_lines (passage, place, folded);
  for (guint i = 0; unit->cells[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (strchr (unit->cells[i], ' ') == NULL)
        continue;
      text = i > 0 ? g_strdup_printf ("%s: %s", unit->cells[0], unit->cells[i])
                   : g_strdup (unit->cells[i]);
      add_to (passage, place, text, FALSE, FALSE);
    }
}

/**
 * foi_passages_add_read:
 * @passages: (element-type FoiPassage): what was read before
 * @file: the name of a file that goes with a letter
 * @unit: a piece of it
 *
 * Adds its words. All of one file are a passage.
 */
void
foi_passages_add_read (GPtrArray *passages, const char *file, const FoiReadUnit *unit)
{
  FoiPassage *passage = find_passage (passages, g_strconcat ("attachments/", file, NULL));
  g_autofree char *place = foi_read_unit_dup_place (unit);

  if (unit->cells != NULL)
    add_cells (passage, place, unit);
  else if (unit->text[strspn (unit->text, " \t\r\n")] != '\0')
    {
      g_autofree char *folded = foi_number_fold (unit->text);

      add_lines (passage, place, folded);
      add_to (passage, place, unit->text, FALSE, FALSE);
    }
}
