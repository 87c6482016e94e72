/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pdf-lexer.h"

G_BEGIN_DECLS

/* What stands before an operator of a content stream. */
typedef struct
{
  FoiPdfTokenKind kind;
  double          number;
  char           *bytes;
  gsize           length;
} FoiPdfOperand;

GArray              *foi_pdf_operands_new (void);
void                 foi_pdf_operands_add (GArray *operands, const FoiPdfLexer *lexer);
const FoiPdfOperand *foi_pdf_operands_get (GArray *operands, guint from_end);
double               foi_pdf_operands_get_number (GArray *operands, guint from_end);

G_END_DECLS
