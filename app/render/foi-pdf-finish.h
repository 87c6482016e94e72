/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What cairo cannot say about an element of the structure. All but @tag may be missing. */
typedef struct
{
  const char *tag;          /* static; as cairo was told */
  char       *alt;          /* of a Figure: what it shows */
  char       *actual_text;  /* what is to be read, where glyphs do not spell it in order */
  char       *contents;     /* of a Link: where it leads */
  const char *scope;        /* static; of a TH: "Row" or "Column" */
  const char *numbering;    /* static; of an L: "Decimal" or "Disc" */
  char       *id;           /* of a Note */
  gboolean    has_box;
  double      box[4];       /* left, bottom, right, top, from the lower left corner of the page */
} FoiPdfElement;

/* What is said about the document. */
typedef struct
{
  const char *title;
  const char *author;       /* (nullable): an organisation, never a person */
  const char *language;     /* "en-GB" */
  const char *date;         /* (nullable): ISO 8601 */
  GPtrArray  *elements;     /* of FoiPdfElement, in reading order, each with all it contains next */
} FoiPdfFacts;

FoiPdfElement *foi_pdf_element_new (const char *tag);
void           foi_pdf_element_free (FoiPdfElement *self);
GBytes        *foi_pdf_to_json (GBytes *pdf, GError **error);
GBytes        *foi_pdf_finish (GBytes *pdf, const FoiPdfFacts *facts, GError **error);

G_END_DECLS
