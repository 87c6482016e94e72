/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* In the order of FoiCellState. */
/* How a letter says that a figure is withheld for being small. */
#define FEWER_THAN "fewer than "

static const struct
{
  const char *mark;
  const char *words;
} states[] = {
  [FOI_CELL_VALUE] = { NULL, N_("value") },
  [FOI_CELL_BLANK] = { "", N_("blank") },
  /* Translators: what [c], [x], [z] and [low] mean, below a table of a letter. */
  [FOI_CELL_SUPPRESSED] = { "[c]", N_("withheld") },
  [FOI_CELL_NOT_AVAILABLE] = { "[x]", N_("not available") },
  [FOI_CELL_NOT_APPLICABLE] = { "[z]", N_("not applicable") },
  [FOI_CELL_LOW] = { "[low]", N_("rounds to zero but is not zero") },
};

/**
 * foi_cell_number:
 * @number: what it means is said by the column
 *
 * Returns: a cell with that value.
 */
FoiCell
foi_cell_number (gint64 number)
{
  return (FoiCell) { .number = number, .state = FOI_CELL_VALUE };
}

/**
 * foi_cell_text:
 * @text: UTF-8
 *
 * Returns: (transfer full): a cell with a copy of @text; blank if that is empty, since the file
 *   cannot tell the two apart.
 */
FoiCell
foi_cell_text (const char *text)
{
  g_return_val_if_fail (text != NULL, FOI_CELL_INIT);

  return foi_cell_text_len (text, strlen (text));
}

/**
 * foi_cell_text_len:
 * @text: UTF-8, which need not end in NUL and has none inside
 * @length: bytes in @text
 *
 * Returns: (transfer full): as foi_cell_text().
 */
FoiCell
foi_cell_text_len (const char *text, gsize length)
{
  g_return_val_if_fail (text != NULL || length == 0, FOI_CELL_INIT);

  if (length == 0)
    return FOI_CELL_INIT;
  return (FoiCell) {
    .text = g_ref_string_new_len (text, (gssize) length),
    .state = FOI_CELL_VALUE,
    .has_text = TRUE,
  };
}

/**
 * foi_cell_state:
 * @state: not %FOI_CELL_VALUE
 *
 * Returns: a cell without a value, in @state.
 */
FoiCell
foi_cell_state (FoiCellState state)
{
  g_return_val_if_fail (state != FOI_CELL_VALUE, FOI_CELL_INIT);

  return (FoiCell) { .state = (guint8) state };
}

/**
 * foi_cell_fewer:
 * @limit: above 0
 *
 * Returns: a suppressed cell of which the letter says that there are fewer than @limit.
 */
FoiCell
foi_cell_fewer (gint64 limit)
{
  return (FoiCell) { .number = limit, .state = FOI_CELL_SUPPRESSED };
}

/**
 * foi_cell_copy:
 * @cell: a cell
 *
 * Returns: (transfer full): the same, with its own reference on the text.
 */
FoiCell
foi_cell_copy (const FoiCell *cell)
{
  FoiCell copy;

  g_return_val_if_fail (cell != NULL, FOI_CELL_INIT);

  copy = *cell;
  if (copy.has_text)
    copy.text = g_ref_string_acquire (copy.text);
  return copy;
}

/**
 * foi_cell_clear:
 * @cell: a cell that the caller owns
 *
 * Gives its text back and makes it blank.
 */
void
foi_cell_clear (FoiCell *cell)
{
  g_return_if_fail (cell != NULL);

  if (cell->has_text)
    g_ref_string_release (cell->text);
  *cell = FOI_CELL_INIT;
}

/**
 * foi_cell_equal:
 * @a: a cell
 * @b: a cell of the same column
 *
 * Returns: whether both say the same.
 */
gboolean
foi_cell_equal (const FoiCell *a, const FoiCell *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->state != b->state || a->has_text != b->has_text)
    return FALSE;
  if (a->state == FOI_CELL_SUPPRESSED)
    return a->number == b->number;
  if (a->state != FOI_CELL_VALUE)
    return TRUE;
  if (a->has_text)
    return a->text == b->text || strcmp (a->text, b->text) == 0;
  return a->number == b->number;
}

/**
 * foi_cell_hash:
 * @cell: a cell
 *
 * Returns: a hash; the same for cells that are equal.
 */
guint
foi_cell_hash (const FoiCell *cell)
{
  g_return_val_if_fail (cell != NULL, 0);

  if (cell->state != FOI_CELL_VALUE)
    return cell->state;
  return cell->has_text ? g_str_hash (cell->text) : g_int64_hash (&cell->number);
}

/**
 * foi_cell_state_to_mark:
 * @state: a state
 *
 * Returns: (nullable): how files, letters and copies write it: `[c]`; %NULL for a value.
 */
const char *
foi_cell_state_to_mark (FoiCellState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return states[state].mark;
}

/**
 * foi_cell_dup_mark:
 * @cell: a cell without a value
 *
 * Returns: (transfer full) (nullable): how files, letters and copies write it: `[c]`, or
 *   "fewer than 6"; %NULL for a value.
 */
char *
foi_cell_dup_mark (const FoiCell *cell)
{
  if (cell->state == FOI_CELL_SUPPRESSED && cell->number > 0)
    return g_strdup_printf (FEWER_THAN "%" G_GINT64_FORMAT, cell->number);
  return g_strdup (foi_cell_state_to_mark ((FoiCellState) cell->state));
}

/**
 * foi_cell_from_mark:
 * @mark: text
 * @length: bytes in @mark
 * @out: (out): the cell
 *
 * Reads what foi_cell_dup_mark() writes.
 *
 * Returns: whether @mark is exactly one of the marks, the empty one among them.
 */
gboolean
foi_cell_from_mark (const char *mark, gsize length, FoiCell *out)
{
  g_autofree char *text = NULL;
  FoiCellState state;
  gint64 limit;

  if (foi_cell_state_from_mark (mark, length, &state))
    {
      *out = foi_cell_state (state);
      return TRUE;
    }
  text = g_strndup (mark, length);
  if (!g_str_has_prefix (text, FEWER_THAN))
    return FALSE;
  limit = g_ascii_strtoll (text + strlen (FEWER_THAN), NULL, 10);
  *out = foi_cell_fewer (limit);
  return limit > 0 && strspn (text + strlen (FEWER_THAN), "0123456789") + strlen (FEWER_THAN)
                        == length;
}

/**
 * foi_cell_state_from_mark:
 * @mark: text
 * @length: bytes in @mark
 * @out: (out): the state
 *
 * Returns: whether @mark is exactly one of the marks, the empty one among them.
 */
gboolean
foi_cell_state_from_mark (const char *mark, gsize length, FoiCellState *out)
{
  g_return_val_if_fail (mark != NULL || length == 0, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  for (guint i = FOI_CELL_BLANK; i < G_N_ELEMENTS (states); i++)
    {
      if (strlen (states[i].mark) == length && memcmp (states[i].mark, mark, length) == 0)
        {
          *out = (FoiCellState) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * foi_cell_state_to_words:
 * @state: a state
 *
 * Returns: what it means, in the language of the letter and in small letters, as it stands in the
 *   explanation of the marks: "withheld".
 */
const char *
foi_cell_state_to_words (FoiCellState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), "");

  return _(states[state].words);
}
