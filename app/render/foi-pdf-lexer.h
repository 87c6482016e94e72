/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FOI_PDF_END,
  FOI_PDF_NUMBER,
  FOI_PDF_NAME,      /* without its slash */
  FOI_PDF_STRING,    /* its bytes */
  FOI_PDF_OPEN,      /* of an array or a dictionary */
  FOI_PDF_CLOSE,
  FOI_PDF_OPERATOR,
} FoiPdfTokenKind;

/* A piece of a content stream or a CMap. @bytes is kept from token to token. */
typedef struct
{
  const char     *at, *end;
  FoiPdfTokenKind kind;
  double          number;
  GString        *bytes;
} FoiPdfLexer;

void     foi_pdf_lexer_init (FoiPdfLexer *self, const char *data, gsize length);
void     foi_pdf_lexer_clear (FoiPdfLexer *self);
gboolean foi_pdf_lexer_next (FoiPdfLexer *self);
void     foi_pdf_lexer_skip_picture (FoiPdfLexer *self);

G_END_DECLS
