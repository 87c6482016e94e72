/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-block-writer.h"

#include <glib/gi18n-lib.h>

static FoiBlock *
new_block (FoiBlockWriter *self, FoiBlockKind kind, const char *words)
{
  g_autofree char *id = g_strdup_printf ("%s/%u", self->prefix, self->n_blocks++);
  FoiBlock *block = foi_block_new (kind, id, NULL);

  if (words != NULL)
    foi_block_add_span (block, words, 0, NULL);
  return block;
}

static void
take_block (FoiBlockWriter *self, FoiBlock *block)
{
  g_ptr_array_add (self->letter->blocks, block);
}

/**
 * foi_block_writer_add:
 * @kind: one of running text
 *
 * Adds a block of one run of words to the end of the letter.
 */
void
foi_block_writer_add (FoiBlockWriter *self, FoiBlockKind kind, const char *words)
{
  g_return_if_fail (words != NULL);

  take_block (self, new_block (self, kind, words));
}

void
foi_block_writer_add_heading (FoiBlockWriter *self, const char *words)
{
  FoiBlock *block = new_block (self, FOI_BLOCK_HEADING, words);

  block->level = 1;
  take_block (self, block);
}

void
foi_block_writer_add_paragraph (FoiBlockWriter *self, const char *words)
{
  foi_block_writer_add (self, FOI_BLOCK_PARAGRAPH, words);
}

/**
 * foi_block_writer_add_text:
 * @text: somebody's text, with its lines and paragraphs
 *
 * Adds a block for each paragraph of a text, whose lines stay lines.
 */
void
foi_block_writer_add_text (FoiBlockWriter *self, FoiBlockKind kind, const char *text)
{
  g_auto (GStrv) paragraphs = g_regex_split_simple ("\\n[ \\t]*\\n", text, 0, 0);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_strstrip (paragraphs[i]), "\n", -1);
      FoiBlock *block;

      if (paragraphs[i][0] == '\0')
        continue;
      block = new_block (self, kind, NULL);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          if (j > 0)
            foi_block_add_span (block, "", FOI_SPAN_BREAK, NULL);
          foi_block_add_span (block, lines[j], 0, NULL);
        }
      take_block (self, block);
    }
}

/* ---- lists ----------------------------------------------------------------------------------- */

/**
 * foi_block_writer_new_list:
 *
 * Returns: (transfer full): a list without items, for foi_block_writer_take_list().
 */
FoiBlock *
foi_block_writer_new_list (FoiBlockWriter *self)
{
  return new_block (self, FOI_BLOCK_LIST, NULL);
}

void
foi_block_writer_add_item (FoiBlockWriter *self, FoiBlock *list, const char *words)
{
  FoiBlock *item = new_block (self, FOI_BLOCK_ITEM, NULL);

  foi_block_add_child (item, new_block (self, FOI_BLOCK_PARAGRAPH, words));
  foi_block_add_child (list, item);
}

/**
 * foi_block_writer_take_list:
 * @list: (transfer full): from foi_block_writer_new_list()
 *
 * Adds a list to the end of the letter. One without items is none.
 *
 * Returns: whether it has items.
 */
gboolean
foi_block_writer_take_list (FoiBlockWriter *self, FoiBlock *list)
{
  if (list->children != NULL && list->children->len > 0)
    {
      take_block (self, list);
      return TRUE;
    }
  foi_block_unref (list);
  return FALSE;
}

/* ---- tables ---------------------------------------------------------------------------------- */

static void
add_cells (FoiWrittenTable *self, const char *const *cells)
{
  json_builder_begin_array (self->json);
  for (guint i = 0; i < self->n_columns; i++)
    json_builder_add_string_value (self->json, cells[i]);
  json_builder_end_array (self->json);
}

static void
add_member (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_schema (JsonBuilder *json, const char *const *headings, guint n_columns)
{
  json_builder_set_member_name (json, "schema");
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "fields");
  json_builder_begin_array (json);
  for (guint i = 0; i < n_columns; i++)
    {
      json_builder_begin_object (json);
      add_member (json, "name", headings[i]);
      add_member (json, "type", "string");
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/**
 * foi_written_table_begin:
 * @title: kept, not copied
 * @headings: all of them different
 *
 * Begins a table of texts: what is set in pages are publications, and it becomes one.
 */
void
foi_written_table_begin (FoiWrittenTable *self, const char *title, const char *const *headings,
                         guint n_columns)
{
  *self = (FoiWrittenTable) { json_builder_new_immutable (), title, n_columns, 0 };
  json_builder_begin_object (self->json);
  add_member (self->json, "name", "t");
  add_member (self->json, "title", title);
  add_schema (self->json, headings, n_columns);
  json_builder_set_member_name (self->json, "data");
  json_builder_begin_array (self->json);
  add_cells (self, headings);
}

void
foi_written_table_add_row (FoiWrittenTable *self, const char *const *cells)
{
  add_cells (self, cells);
  self->n_rows++;
}

/**
 * foi_block_writer_take_table:
 * @table: begun with foi_written_table_begin(); has nothing to free afterwards
 *
 * Adds a table to the end of the letter, under the next number. One without rows is none.
 *
 * Returns: whether it has rows.
 */
gboolean
foi_block_writer_take_table (FoiBlockWriter *self, FoiWrittenTable *table)
{
  g_autoptr (JsonBuilder) json = g_steal_pointer (&table->json);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (FoiPublication) publication = NULL;
  g_autofree char *caption = NULL;
  FoiBlock *block;

  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  publication = foi_publication_new_from_json (root, NULL);
  if (publication == NULL || table->n_rows == 0)
    return FALSE;
  /* Translators: the number of a table, and its title. */
  caption = g_strdup_printf (_("Table %u: %s"), ++self->n_tables, table->title);
  block = new_block (self, FOI_BLOCK_TABLE, caption);
  block->number = self->n_tables;
  block->table = g_steal_pointer (&publication);
  take_block (self, block);
  return TRUE;
}
