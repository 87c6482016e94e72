/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-table-paste.h"
#include "foi-table.h"

G_BEGIN_DECLS

/* Edits of tables and questions, each one command. Rows are named by id, columns by name. */

/*
 * One cell's new content. A suppressed cell that came to us as "<5" has @bounds: 1 to 4, and we do
 * not know the value either. Suppression without bounds keeps the cell's true value in the file's
 * `withheld`. An edit that is @anew is a step of the history also where the cell is so already.
 */
typedef struct
{
  guint64     row;
  const char *column;
  FoiCell     cell;
  gboolean    has_bounds;
  gint64      from, to;
  gboolean    anew;
} FoiCellEdit;

gboolean foi_case_editor_set_cell (FoiCaseEditor *self, const char *table, guint64 row,
                                   const char *column, const FoiCell *cell, GError **error);
gboolean foi_case_editor_set_cells (FoiCaseEditor *self, const char *table,
                                    const FoiCellEdit *edits, gsize n_edits, const char *label,
                                    GError **error);
gboolean foi_case_editor_paste_over (FoiCaseEditor *self, const char *table, FoiPasteMatch *match,
                                     GError **error);
gboolean foi_case_editor_insert_rows (FoiCaseEditor *self, const char *table, guint position,
                                      guint n_rows, guint64 *first_id, GError **error);
gboolean foi_case_editor_delete_rows (FoiCaseEditor *self, const char *table, const guint64 *rows,
                                      gsize n_rows, GError **error);
gboolean foi_case_editor_move_row (FoiCaseEditor *self, const char *table, guint64 row,
                                   guint position, GError **error);
gboolean foi_case_editor_sort_rows (FoiCaseEditor *self, const char *table, const char *column,
                                    gboolean descending, GError **error);
gboolean foi_case_editor_insert_column (FoiCaseEditor *self, const char *table, guint position,
                                        FoiColumn *column, GError **error);
gboolean foi_case_editor_delete_column (FoiCaseEditor *self, const char *table, const char *column,
                                        GError **error);
gboolean foi_case_editor_move_column (FoiCaseEditor *self, const char *table, const char *column,
                                      guint position, GError **error);
gboolean foi_case_editor_set_column (FoiCaseEditor *self, const char *table, const char *column,
                                     FoiColumn *replacement, GError **error);
gboolean foi_case_editor_set_table_member (FoiCaseEditor *self, const char *table, const char *key,
                                           JsonNode *value, const char *label, GError **error);
gboolean foi_case_editor_add_table (FoiCaseEditor *self, FoiTableData *data, const char *question,
                                    GError **error);
gboolean foi_case_editor_remove_table (FoiCaseEditor *self, const char *table, GError **error);
gboolean foi_case_editor_set_note (FoiCaseEditor *self, const char *table, guint64 row,
                                   const char *column, const char *text, GError **error);
gboolean foi_case_editor_suppress (FoiCaseEditor *self, const char *table, guint64 row,
                                   const char *column, gboolean primary, GError **error);
gboolean foi_case_editor_reveal (FoiCaseEditor *self, const char *table, guint64 row,
                                 const char *column, GError **error);
gboolean foi_case_editor_suppress_cells (FoiCaseEditor *self, const char *table,
                                         const guint64 *rows, gsize n_rows,
                                         const char *const *columns, gboolean primary,
                                         GError **error);
gboolean foi_case_editor_withhold_cells (FoiCaseEditor *self, const char *table,
                                         const FoiCellEdit *cells, gsize n_cells,
                                         gboolean primary, GError **error);
gboolean foi_case_editor_reveal_cells (FoiCaseEditor *self, const char *table,
                                       const guint64 *rows, gsize n_rows,
                                       const char *const *columns, GError **error);

gboolean foi_case_editor_add_question (FoiCaseEditor *self, guint position, const char *text,
                                       const char *label_text, char **id, GError **error);
gboolean foi_case_editor_remove_question (FoiCaseEditor *self, const char *question,
                                          GError **error);
gboolean foi_case_editor_move_question (FoiCaseEditor *self, const char *question, guint position,
                                        GError **error);

G_END_DECLS
