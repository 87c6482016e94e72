/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-operands.h"

#define MAX_OPERANDS 4096

static void
operand_clear (gpointer data)
{
  g_free (((FoiPdfOperand *) data)->bytes);
}

/**
 * foi_pdf_operands_new:
 *
 * Returns: (transfer full) (element-type FoiPdfOperand): none yet.
 */
GArray *
foi_pdf_operands_new (void)
{
  GArray *operands = g_array_new (FALSE, FALSE, sizeof (FoiPdfOperand));

  g_array_set_clear_func (operands, operand_clear);
  return operands;
}

/**
 * foi_pdf_operands_add:
 * @operands: what was read since the last operator
 * @lexer: at a token that is no operator
 *
 * Keeps the token, unless there are too many or it only opens or closes a list.
 */
void
foi_pdf_operands_add (GArray *operands, const FoiPdfLexer *lexer)
{
  FoiPdfOperand operand = { lexer->kind, lexer->number, NULL, lexer->bytes->len };

  if (operands->len >= MAX_OPERANDS || lexer->kind == FOI_PDF_OPEN || lexer->kind == FOI_PDF_CLOSE)
    return;
  operand.bytes = g_memdup2 (lexer->bytes->str, lexer->bytes->len + 1);
  g_array_append_val (operands, operand);
}

/**
 * foi_pdf_operands_get:
 * @operands: what stands before an operator
 * @from_end: 0 for the last
 *
 * Returns: (transfer none) (nullable): the operand.
 */
const FoiPdfOperand *
foi_pdf_operands_get (GArray *operands, guint from_end)
{
  return from_end < operands->len
           ? &g_array_index (operands, FoiPdfOperand, operands->len - 1 - from_end) : NULL;
}

/**
 * foi_pdf_operands_get_number:
 * @operands: what stands before an operator
 * @from_end: 0 for the last
 *
 * Returns: the number; 0 where there is none, or none that anything could be painted at.
 */
double
foi_pdf_operands_get_number (GArray *operands, guint from_end)
{
  const FoiPdfOperand *operand = foi_pdf_operands_get (operands, from_end);

  if (operand == NULL || operand->kind != FOI_PDF_NUMBER)
    return 0;
  return operand->number > -1e9 && operand->number < 1e9 ? operand->number : 0;
}
