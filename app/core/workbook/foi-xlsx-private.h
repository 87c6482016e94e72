/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-formula-texts.h"
#include "foi-sheet-ranges.h"
#include "foi-workbook-private.h"
#include "foi-xlsx-styles.h"
#include "foi-xml.h"

G_BEGIN_DECLS

/* Words of the text @index that have a colour of their own. */
typedef struct
{
  guint32 index;
  guint32 colour;
} FoiXlsxRun;

/* Of a text that cells share. */
enum
{
  FOI_STRING_USED = 1 << 0,     /* a cell has it */
  FOI_STRING_PHONETIC = 1 << 1, /* with how it is spoken, which is not seen */
  FOI_STRING_TINY = 1 << 2,     /* some of its words are too small to be read */
};

/* Texts that cells share: one after another, each ended by a zero. */
typedef struct
{
  GString *text;
  GArray *starts; /* of guint32 */
  GArray *runs;   /* of FoiXlsxRun, in the order of the texts */
  GByteArray *flags; /* of each text */
} FoiXlsxStrings;

/* A name for cells, as the workbook has it. */
typedef struct
{
  char *name;
  char *refers_to;
  gboolean is_hidden;
} FoiXlsxName;

typedef struct
{
  FoiZip *zip;
  char *part;             /* the workbook's */
  GHashTable *relations;  /* id to the part that it stands for */
  GHashTable *types;      /* that part to what it is to the workbook: "worksheet" */
  GHashTable *owners;     /* a part to the name of the sheet that it belongs to */
  GPtrArray *sheets;      /* of FoiSheet; the workbook's */
  GHashTable *by_part;    /* a sheet's part to the sheet */
  GPtrArray *names;       /* of FoiXlsxName */
  FoiSheetTheme theme;
  FoiXlsxStyles styles;
  FoiXlsxStrings strings; /* read when the first sheet is */
  GHashTable *addresses;  /* of the web and of mailboxes that cells show */
  FoiFormulaTexts *texts; /* while it is looked through, or NULL */
  GHashTable *drawn;      /* a sheet's part to a GArray of cells that something is drawn over */
  gboolean from_1904;
} FoiXlsx;

/* Where the cells of a sheet end, and what its filters and groups are, once it was read. */
typedef struct
{
  guint n_rows, n_columns;
} FoiXlsxUsed;

char *_foi_xlsx_resolve (const char *part, const char *target);
char *_foi_xlsx_get_relations_part (const char *part);
void     _foi_xlsx_resolve_escapes (GString *text, gsize start);
gboolean _foi_xlsx_read_strings (FoiXlsx *self, GCancellable *cancellable, GError **error);
gboolean _foi_xlsx_read_sheet (FoiXlsx *self, guint sheet, const FoiSheetVisitor *visitor,
                               gpointer data, FoiHidden *hidden, FoiXlsxUsed *used,
                               GCancellable *cancellable, GError **error);
gboolean _foi_xlsx_read_drawings (FoiXlsx *self, GCancellable *cancellable, GError **error);
void _foi_xlsx_add_drawings (FoiXlsx *self, const char *part, FoiSheetFacts *facts);
void _foi_xlsx_show_address (FoiXlsx *self, const char *text);
void _foi_xlsx_take_extension (const char *name, const FoiXmlAttributes *attributes,
                               const char *place, FoiHidden *hidden);
gboolean _foi_xlsx_inspect_extensions (FoiXlsx *self, FoiHidden *hidden,
                                       GCancellable *cancellable, GError **error);
gboolean _foi_xlsx_inspect_relations (FoiXlsx *self, FoiHidden *hidden, GHashTable *named,
                                      GCancellable *cancellable, GError **error);
gboolean _foi_xlsx_inspect (FoiXlsx *self, FoiHidden *hidden, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
