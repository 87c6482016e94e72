/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-letter.h"

G_BEGIN_DECLS

/**
 * FoiBlockWriter:
 * @letter: not owned
 * @prefix: of the ids of what is written: "approval", "bundle"
 *
 * Writes the blocks of papers that no officer words: who is to approve reads them, or a regulator.
 */
typedef struct
{
  FoiLetter  *letter;
  const char *prefix;
  guint       n_blocks; /* made so far */
  guint       n_tables;
} FoiBlockWriter;

/* A table of texts while it is written, on the stack. */
typedef struct
{
  JsonBuilder *json;
  const char  *title;
  guint        n_columns;
  guint        n_rows;  /* below the headings */
} FoiWrittenTable;

void      foi_block_writer_add           (FoiBlockWriter *self, FoiBlockKind kind,
                                          const char *words);
void      foi_block_writer_add_heading   (FoiBlockWriter *self, const char *words);
void      foi_block_writer_add_paragraph (FoiBlockWriter *self, const char *words);
void      foi_block_writer_add_text      (FoiBlockWriter *self, FoiBlockKind kind,
                                          const char *text);
FoiBlock *foi_block_writer_new_list      (FoiBlockWriter *self);
void      foi_block_writer_add_item      (FoiBlockWriter *self, FoiBlock *list,
                                          const char *words);
gboolean  foi_block_writer_take_list     (FoiBlockWriter *self, FoiBlock *list);
gboolean  foi_block_writer_take_table    (FoiBlockWriter *self, FoiWrittenTable *table);
void      foi_written_table_begin        (FoiWrittenTable *self, const char *title,
                                          const char *const *headings, guint n_columns);
void      foi_written_table_add_row      (FoiWrittenTable *self, const char *const *cells);

G_END_DECLS
