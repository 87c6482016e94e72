/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document-tally.h"
#include "foi-zip.h"

G_BEGIN_DECLS

#define FOI_ODT_CONTENT "content.xml"

/* How words look, as far as that hides them. Colours are six hexadecimal digits, or nothing. */
typedef struct
{
  gboolean is_hidden;
  gboolean is_tiny;     /* no larger than a point */
  gboolean is_marked;   /* painted over with a black pen */
  char colour[8];
  char behind[8];
} FoiDocumentLook;

/* What a style of tables paints, and where; and what it says where it paints nothing. */
typedef struct _FoiDocxTable FoiDocxTable;
#define FOI_DOCX_NOTHING "none"

/* A style by its name: what it says, and where the rest comes from. */
typedef struct
{
  FoiDocumentLook look;
  FoiDocxTable *table; /* or NULL: it is none of tables */
  char *parent;
} FoiDocumentStyle;

GHashTable *_foi_document_styles_new (void);
FoiDocumentStyle *_foi_document_styles_add (GHashTable *styles, const char *name);
void _foi_document_styles_apply (GHashTable *styles, const char *name, FoiDocumentLook *look);
void _foi_document_look_set_colour (char *colour, const char *value);
gboolean _foi_document_look_hides (const FoiDocumentLook *look, gboolean is_on_paper,
                                   FoiHiddenKind *kind);

char *_foi_docx_find_main (FoiZip *zip);
gboolean _foi_docx_inspect (FoiZip *zip, const char *main_part, FoiHidden *hidden,
                            GCancellable *cancellable, GError **error);
gboolean _foi_docx_read_styles (FoiZip *zip, GHashTable *styles, GCancellable *cancellable,
                                GError **error);
gboolean _foi_docx_scan (FoiZip *zip, const char *part, gboolean is_main, GHashTable *styles,
                         FoiDocumentTally *tally, GCancellable *cancellable, GError **error);
gboolean _foi_odt_is (FoiZip *zip);
gboolean _foi_odt_inspect (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable,
                           GError **error);
gboolean _foi_odt_scan (FoiZip *zip, FoiDocumentTally *tally, GCancellable *cancellable,
                        GError **error);

G_END_DECLS
