/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiCellState:
 * @FOI_CELL_VALUE: there is a value
 * @FOI_CELL_BLANK: nothing was entered; written as ""
 * @FOI_CELL_SUPPRESSED: there is a value and it is withheld; written as "[c]"
 * @FOI_CELL_NOT_AVAILABLE: not recorded; written as "[x]"
 * @FOI_CELL_NOT_APPLICABLE: cannot exist; written as "[z]"
 * @FOI_CELL_LOW: rounds to zero and is not zero; written as "[low]"
 *
 * The marks are those of the Government Analysis Function's shorthand of 2022.
 */
typedef enum
{
  FOI_CELL_VALUE,
  FOI_CELL_BLANK,
  FOI_CELL_SUPPRESSED,
  FOI_CELL_NOT_AVAILABLE,
  FOI_CELL_NOT_APPLICABLE,
  FOI_CELL_LOW,
} FoiCellState;

/**
 * FoiCell:
 * @number: whole number; decimal times ten to the column's decimals; #FoiDate; month as
 *   year × 12 + month - 1; calendar year; first year of a financial year; of a suppressed cell that
 *   is published in words the number that it is fewer than, else 0
 * @text: (nullable): a #GRefString, where @has_text
 * @state: a #FoiCellState; only %FOI_CELL_VALUE has a value or text
 * @has_text: the value is @text
 *
 * A cell is a plain value; what its number means is said by its #FoiColumn. A cell in a record
 * owns a reference on its text; a cell passed to a function is borrowed.
 */
typedef struct
{
  union
  {
    gint64 number;
    char *text;
  };
  guint8 state;
  guint8 has_text;
} FoiCell;

#define FOI_CELL_INIT ((FoiCell) { .state = FOI_CELL_BLANK })

FoiCell     foi_cell_number (gint64 number);
FoiCell     foi_cell_text (const char *text);
FoiCell     foi_cell_text_len (const char *text, gsize length);
FoiCell     foi_cell_state (FoiCellState state);
FoiCell     foi_cell_fewer (gint64 limit);
FoiCell     foi_cell_copy (const FoiCell *cell);
void        foi_cell_clear (FoiCell *cell);
gboolean    foi_cell_equal (const FoiCell *a, const FoiCell *b);
guint       foi_cell_hash (const FoiCell *cell);
const char *foi_cell_state_to_mark (FoiCellState state);
char       *foi_cell_dup_mark (const FoiCell *cell);
gboolean    foi_cell_from_mark (const char *mark, gsize length, FoiCell *out);
gboolean    foi_cell_state_from_mark (const char *mark, gsize length, FoiCellState *out);
const char *foi_cell_state_to_words (FoiCellState state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiCell, foi_cell_clear)

G_END_DECLS
