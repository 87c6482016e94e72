/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-private.h"

#include "foi-clean-text.h"
#include "foi-json-edit.h"
#include "foi-link.h"
#include "foi-markup.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
is_set_in_letter (FoiPublication *table)
{
  return foi_publication_get_print (table) != FOI_PRINT_ANNEX
         && foi_publication_get_n_rows (table) <= FOI_MAX_LETTER_ROWS;
}

/*
 * _foi_composer_is_annex:
 *
 * Returns: whether the table is supplied as a file, beside the letter or instead of it.
 */
gboolean
_foi_composer_is_annex (FoiPublication *table)
{
  return foi_publication_get_print (table) != FOI_PRINT_LETTER || !is_set_in_letter (table);
}

static guint
read_states (FoiPublication *table)
{
  guint n_rows = foi_publication_get_n_rows (table);
  guint n_columns = foi_publication_get_n_columns (table);
  guint states = 0;

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        FoiCell cell = FOI_CELL_INIT;

        foi_publication_get_cell (table, row, column, &cell);
        /* "fewer than 6" is no mark, and says itself what it means. */
        if (cell.state != FOI_CELL_SUPPRESSED || cell.number == 0)
          states |= 1u << cell.state;
      }
  return states;
}

/*
 * _foi_composer_collect_states:
 *
 * What was found in long tables is kept: a letter is composed after each change in the case, and a
 * million rows are not read again for it. The stamp tells that a table is still the same.
 *
 * Returns: which states of cells a table shows, a bit each.
 */
guint
_foi_composer_collect_states (FoiPublication *table)
{
  static struct
  {
    guint64 stamp;
    guint states;
  } known[8];
  static guint n_known = 0;
  G_LOCK_DEFINE_STATIC (known);
  guint64 stamp = foi_publication_get_stamp (table);
  guint states = 0;

  if (foi_publication_get_n_rows (table) <= FOI_MAX_LETTER_ROWS)
    return read_states (table);
  G_LOCK (known);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].stamp == stamp)
      states = known[i].states;
  G_UNLOCK (known);
  if (states != 0)
    return states;
  states = read_states (table);
  G_LOCK (known);
  known[n_known].stamp = stamp;
  known[n_known].states = states;
  n_known = (n_known + 1) % G_N_ELEMENTS (known);
  G_UNLOCK (known);
  return states;
}

/*
 * _foi_composer_has_mark:
 * @mark: "c", without its brackets
 *
 * Returns: whether a cell of the table shows that mark.
 */
gboolean
_foi_composer_has_mark (FoiComposer *self, FoiPublication *table, const char *mark)
{
  g_autofree char *text = g_strdup_printf ("[%s]", mark);
  gpointer states;
  FoiCellState state;

  if (!foi_cell_state_from_mark (text, strlen (text), &state))
    return FALSE;
  if (!g_hash_table_lookup_extended (self->marks, table, NULL, &states))
    {
      states = GUINT_TO_POINTER (_foi_composer_collect_states (table));
      g_hash_table_insert (self->marks, table, states);
    }
  return (GPOINTER_TO_UINT (states) & (1u << state)) != 0;
}

/* The caption: the label with its number, strong, and the title. */
static void
add_caption (FoiComposer *self, FoiBlock *block, const char *label, const char *title)
{
  g_autofree char *number = g_strdup_printf ("%u", block->number);
  g_autofree char *words = _foi_composer_dup_label (self, label, number);
  g_autofree char *clean = foi_clean_line (title);
  g_autofree char *start = g_strconcat (words, clean[0] != '\0' ? ": " : "", NULL);

  foi_block_add_span (block, start, FOI_SPAN_STRONG, NULL);
  foi_block_add_span (block, clean, 0, NULL);
}

/* What the marks in the table mean: only of those that occur. */
static void
add_small_print (const FoiScope *scope, const char *id, GPtrArray *out)
{
  FoiScope small_print = *scope;
  guint first = out->len;

  small_print.small_print = TRUE;
  _foi_scope_add_place (&small_print, FOI_PARAGRAPH_TABLE, id, out);
  for (guint i = first; i < out->len; i++)
    {
      FoiBlock *block = out->pdata[i];

      if (block->kind == FOI_BLOCK_PARAGRAPH)
        block->kind = FOI_BLOCK_NOTE;
    }
}

typedef struct
{
  const FoiPublishedNote *note;
  guint index;
} IndexedNote;

/* Whole tables first, then row by row as the eye meets the marks. */
static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const IndexedNote *x = a, *y = b;
  guint row_x = x->note->row + 1, row_y = y->note->row + 1;

  if (row_x != row_y)
    return row_x < row_y ? -1 : 1;
  if (x->note->column != y->note->column)
    return x->note->column < y->note->column ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static GArray *
sort_notes (FoiPublication *table)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (IndexedNote));

  for (guint i = 0; i < foi_publication_get_n_notes (table); i++)
    {
      IndexedNote note = { foi_publication_get_note (table, i), i };

      if (note.note->text != NULL && note.note->text[0] != '\0')
        g_array_append_val (notes, note);
    }
  g_array_sort (notes, compare_notes);
  return notes;
}

static guint
count_figures (FoiPublication *table)
{
  guint n_figures = 0;

  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    n_figures += foi_column_is_numeric (foi_publication_get_column (table, i)) ? 1 : 0;
  return n_figures;
}

/* A note whose mark stands at the row's name says which of the row's figures it means. */
static void
add_note_text (FoiBlock *block, FoiPublication *table, const FoiPublishedNote *note)
{
  if (note->row != G_MAXUINT && note->column >= 0 && count_figures (table) > 1)
    {
      FoiColumn *column = foi_publication_get_column (table, (guint) note->column);

      if (foi_column_is_numeric (column))
        {
          g_autofree char *title = foi_clean_line (foi_column_get_title (column));

          foi_block_add_span (block, title, 0, NULL);
          foi_block_add_span (block, ": ", 0, NULL);
        }
    }
  foi_link_add_text (block, note->text, 0);
}

/* Notes on the table, on its rows and cells; the latter have numbers that run on. */
static void
add_notes (FoiComposer *self, FoiPublication *table, const char *id, const char *place,
           gboolean is_set, GPtrArray *out)
{
  g_autoptr (GArray) notes = sort_notes (table);

  for (guint i = 0; i < notes->len; i++)
    {
      const IndexedNote *indexed = &g_array_index (notes, IndexedNote, i);
      const FoiPublishedNote *note = indexed->note;
      g_autofree char *block_id = foi_block_dup_note_id (id, table, indexed->index);
      FoiBlock *block;

      if (!is_set && note->row != G_MAXUINT)
        continue;
      block = foi_block_new (FOI_BLOCK_NOTE, block_id, place);
      if (note->row != G_MAXUINT || note->column >= 0)
        {
          g_autofree char *mark = NULL;

          block->number = ++self->n_notes;
          /* Translators: the mark of a note in a table; its text stands below the table. */
          mark = g_strdup_printf (_("[note %u]"), block->number);
          foi_block_add_span (block, mark, 0, NULL);
          foi_block_add_span (block, " ", 0, NULL);
        }
      add_note_text (block, table, note);
      g_ptr_array_add (out, block);
    }
}

static void
add_set_table (const FoiScope *scope, const char *id, const char *key, GPtrArray *out)
{
  FoiComposer *self = scope->composer;
  g_autofree char *place = g_strdup_printf ("tables/%s", foi_publication_get_name (scope->table));
  g_autofree char *wording_id = g_strdup_printf ("%s/wording", id);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  const char *title = foi_publication_get_title (scope->table);
  FoiBlock *block = foi_block_new (FOI_BLOCK_TABLE, id, place);

  block->table = foi_publication_ref (scope->table);
  block->number = ++self->n_tables;
  add_caption (self, block, "table-label", title != NULL ? title : "");
  g_hash_table_insert (self->set, g_strdup (key), foi_block_ref (block));
  add_small_print (scope, wording_id, notes);
  add_notes (self, scope->table, id, place, TRUE, notes);
  for (guint i = 0; i < notes->len; i++)
    foi_block_add_child (block, notes->pdata[i]);
  g_ptr_array_add (out, block);
}

/*
 * _foi_composer_add_made_table:
 * @question: the question whose estimate it is
 * @table: a table that is not the case's own
 *
 * Sets a table that the letter itself is made with.
 */
void
_foi_composer_add_made_table (FoiComposer *self, FoiQuestion *question, FoiPublication *table,
                              GPtrArray *out)
{
  g_autofree char *id = g_strdup_printf ("table/%s", foi_publication_get_name (table));
  g_autofree char *place = g_strdup_printf ("questions/%s/estimate",
                                            foi_question_get_id (question));
  FoiBlock *block = foi_block_new (FOI_BLOCK_TABLE, id, place);

  block->table = foi_publication_ref (table);
  block->number = ++self->n_tables;
  add_caption (self, block, "table-label", foi_publication_get_title (table));
  g_ptr_array_add (out, block);
}

/* A table that is only a file: the sentence that says so is what references lead to. */
static void
add_filed_table (const FoiScope *scope, const char *id, const char *key, GPtrArray *out)
{
  FoiComposer *self = scope->composer;
  const char *name = foi_publication_get_name (scope->table);
  g_autofree char *place = g_strdup_printf ("tables/%s", name);
  guint first = out->len;

  _foi_scope_add_place (scope, FOI_PARAGRAPH_TABLE, id, out);
  if (out->len == first)
    {
      g_autofree char *file = g_strconcat (name, ".csv", NULL);
      FoiBlock *block = foi_block_new (FOI_BLOCK_PARAGRAPH, id, place);

      foi_block_add_span (block, file, 0, NULL);
      g_ptr_array_add (out, block);
    }
  g_hash_table_insert (self->set, g_strdup (key), foi_block_ref (out->pdata[first]));
  add_small_print (scope, id, out);
  add_notes (self, scope->table, id, place, FALSE, out);
}

/* The chart below its table, unless a line of the letter places it. */
static void
add_own_chart (FoiComposer *self, FoiPublication *table, GPtrArray *out)
{
  const char *name = foi_publication_get_name (table);
  g_autofree char *id = g_strdup_printf ("chart/%s", name);
  g_autofree char *key = g_strdup_printf ("chart:%s", name);
  FoiBlock *missing;

  if (foi_publication_get_chart (table) == NULL || g_hash_table_contains (self->lines, key)
      || g_hash_table_contains (self->set, key) || _foi_composer_add_chart (self, name, out))
    return;
  missing = foi_block_new (FOI_BLOCK_PARAGRAPH, id, NULL);
  foi_block_add_span (missing, key, FOI_SPAN_PLACEHOLDER, NULL);
  g_ptr_array_add (out, missing);
}

/*
 * _foi_composer_add_table:
 * @name: a table that the case has
 * @out: (element-type FoiBlock): what it is added to
 *
 * Adds the table, or the sentence that it is supplied as a file, or both; and its chart, unless a
 * line of the letter places that.
 */
void
_foi_composer_add_table (FoiComposer *self, const char *name, GPtrArray *out)
{
  FoiPublication *table = foi_brief_find_publication (self->brief, name);
  const FoiScope scope = { .composer = self, .table = table };
  g_autofree char *id = g_strdup_printf ("table/%s", name);
  g_autofree char *key = g_strdup_printf ("table:%s", name);

  g_assert (table != NULL);

  if (is_set_in_letter (table))
    {
      add_set_table (&scope, id, key, out);
      if (_foi_composer_is_annex (table))
        {
          g_autofree char *file_id = g_strdup_printf ("%s/file", id);

          _foi_scope_add_place (&scope, FOI_PARAGRAPH_TABLE, file_id, out);
        }
    }
  else
    add_filed_table (&scope, id, key, out);
  if (_foi_composer_is_annex (table))
    g_ptr_array_add (self->letter->annexes, foi_publication_ref (table));
  add_own_chart (self, table, out);
}

/*
 * _foi_composer_add_chart:
 * @name: a table that the case has and that has a chart
 * @out: (element-type FoiBlock): what it is added to
 *
 * Adds the chart where it is chosen for the letter, and nothing otherwise.
 *
 * Returns: %FALSE where the chart cannot be drawn.
 */
gboolean
_foi_composer_add_chart (FoiComposer *self, const char *name, GPtrArray *out)
{
  FoiPublication *table = foi_brief_find_publication (self->brief, name);
  JsonNode *spec = table != NULL ? foi_publication_get_chart (table) : NULL;
  g_autofree char *id = g_strdup_printf ("chart/%s", name);
  g_autofree char *place = g_strdup_printf ("tables/%s/chart", name);
  g_autofree char *key = g_strdup_printf ("chart:%s", name);
  g_autoptr (FoiChart) chart = NULL;
  FoiBlock *block;

  g_assert (spec != NULL);

  if (!foi_json_get_boolean (spec, "in_letter", FALSE))
    return TRUE;
  chart = foi_chart_new (table, spec, NULL);
  if (chart == NULL)
    return FALSE;
  block = foi_block_new (FOI_BLOCK_FIGURE, id, place);
  block->table = foi_publication_ref (table);
  block->chart = g_steal_pointer (&chart);
  block->number = ++self->n_figures;
  add_caption (self, block, "figure-label", foi_chart_get_title (block->chart));
  g_hash_table_insert (self->set, g_strdup (key), foi_block_ref (block));
  g_ptr_array_add (out, block);
  return TRUE;
}
