/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-block.h"

#include <glib/gi18n-lib.h>

#include "foi-clean-text.h"

/* What a note is called in its table: by its id, or by where it stands. */
static char *
dup_note_name (FoiPublication *table, guint index)
{
  const FoiPublishedNote *note = foi_publication_get_note (table, index);

  return note->id != NULL && note->id[0] != '\0' ? g_strdup (note->id)
                                                 : g_strdup_printf ("%u", index + 1);
}

static gboolean
is_name_of_earlier (FoiPublication *table, guint index, const char *name)
{
  guint64 number = 0;

  g_ascii_string_to_unsigned (name, 10, 1, G_MAXUINT, &number, NULL);
  for (guint i = 0; i < index; i++)
    {
      const char *id = foi_publication_get_note (table, i)->id;

      if (id != NULL && id[0] != '\0' ? g_str_equal (id, name) : number == (guint64) i + 1)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_block_dup_note_id:
 * @table_id: the id of the table's block
 * @table: its publication
 * @index: one of its notes
 *
 * Returns: (transfer full): the id of the note's block. Two notes of a file may have one id; their
 *   blocks have not.
 */
char *
foi_block_dup_note_id (const char *table_id, FoiPublication *table, guint index)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (table_id != NULL && table != NULL, NULL);
  g_return_val_if_fail (index < foi_publication_get_n_notes (table), NULL);

  name = dup_note_name (table, index);
  return is_name_of_earlier (table, index, name)
           ? g_strdup_printf ("%s/further-note/%u", table_id, index + 1)
           : g_strdup_printf ("%s/note/%s", table_id, name);
}

/* The number printed for the note below the table, or 0: notes on a whole table have none. */
static guint
find_note_number (const FoiBlock *self, guint index)
{
  g_autofree char *id = foi_block_dup_note_id (self->id, self->table, index);

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    {
      const FoiBlock *child = self->children->pdata[i];

      if (g_str_equal (child->id, id))
        return child->number;
    }
  return 0;
}

/*
 * The column whose cells say what a row is about: a mark that only qualifies a figure stands there,
 * because in the figure's own cell it would make the cell no number (shorthand guidance of the
 * Government Analysis Function, 2022).
 */
static int
find_label_column (FoiPublication *table)
{
  guint n_columns = foi_publication_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    {
      FoiColumn *column = foi_publication_get_column (table, i);
      FoiRole role = foi_column_get_role (column);

      if (role == FOI_ROLE_PERIOD || role == FOI_ROLE_CATEGORY)
        return (int) i;
    }
  for (guint i = 0; i < n_columns; i++)
    if (!foi_column_is_numeric (foi_publication_get_column (table, i)))
      return (int) i;
  return -1;
}

static int
find_marked_column (FoiPublication *table, const FoiPublishedNote *note)
{
  int label = find_label_column (table);
  FoiColumn *column;

  if (note->column < 0)
    return MAX (label, 0);
  column = foi_publication_get_column (table, (guint) note->column);
  return label >= 0 && foi_column_is_numeric (column) ? label : note->column;
}

static void
append_note_marks (const FoiBlock *self, guint row, guint column, GString *text)
{
  guint n_notes = foi_publication_get_n_notes (self->table);

  for (guint i = 0; i < n_notes; i++)
    {
      const FoiPublishedNote *note = foi_publication_get_note (self->table, i);
      guint number;
      int marked;

      if (note->row != row)
        continue;
      marked = row == G_MAXUINT ? note->column : find_marked_column (self->table, note);
      if (marked != (int) column)
        continue;
      number = find_note_number (self, i);
      if (number > 0)
        {
          if (text->len > 0)
            g_string_append_c (text, ' ');
          /* Translators: the mark of a note in a table; its text stands below the table. */
          g_string_append_printf (text, _("[note %u]"), number);
        }
    }
}

/**
 * foi_block_dup_heading_text:
 * @self: a table's block
 * @column: a column of its publication
 *
 * Returns: (transfer full): what stands at the head of the column: its title, its unit unless the
 *   title has it, and the marks of notes on the whole column.
 */
char *
foi_block_dup_heading_text (const FoiBlock *self, guint column)
{
  g_autofree char *heading = NULL, *apart = NULL, *clean = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL && self->table != NULL, NULL);
  g_return_val_if_fail (column < foi_publication_get_n_columns (self->table), NULL);

  heading = foi_column_dup_heading (foi_publication_get_column (self->table, column));
  apart = foi_clean_text_apart (heading);
  clean = foi_clean_text (apart);
  text = g_string_new (clean);
  append_note_marks (self, G_MAXUINT, column, text);
  return g_string_free (text, FALSE);
}

/**
 * foi_block_dup_cell_text:
 * @self: a table's block
 * @row: a row of its publication
 * @column: a column of its publication
 *
 * Returns: (transfer full): what is printed in the cell: the figure as published or the mark that
 *   stands for it, and in the cell that names the row the marks of notes on its figures.
 */
char *
foi_block_dup_cell_text (const FoiBlock *self, guint row, guint column)
{
  g_autofree char *figure = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL && self->table != NULL, NULL);

  figure = foi_publication_format (self->table, row, column);
  if (foi_publication_get_n_notes (self->table) == 0)
    return g_steal_pointer (&figure);
  text = g_string_new (figure);
  append_note_marks (self, row, column, text);
  return g_string_free (text, FALSE);
}
