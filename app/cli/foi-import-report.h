/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-import-doubt.h"
#include "foi-import-edits.h"
#include "foi-json-writer.h"

G_BEGIN_DECLS

/* What `foi import` read, and what it makes of it: a new table or changes of one. */
typedef struct
{
  const char       *file;
  char             *sha256;
  char             *sheet;
  const char       *format;
  const char       *encoding;     /* of a text file, or NULL */
  gboolean          has_mojibake;
  FoiSheetBlock    *block;
  FoiHidden        *left;         /* what is hidden in the workbook, or NULL */
  FoiPasteProposal *proposal;
  FoiPasteMatch    *match;
  guint             n_open;       /* figures of the table that its rule would have withheld */
  GPtrArray        *doubts;       /* of FoiImportDoubt: of which nothing was said */
} FoiImport;

void     foi_import_clear (FoiImport *self);
gboolean foi_import_type_from_id (const char *id, FoiValueType *type);
gboolean foi_import_has_findings (const FoiImport *self);
void     foi_import_report (const FoiImport *self, FoiTableData *table, const char *name,
                            gboolean json, GString *text);

/* foi-import-doubts.c */
void foi_import_find_doubts (FoiImport *self, gboolean has_dates, gboolean has_shares);
void foi_import_add_doubts (FoiJsonWriter *json, const FoiImport *self);
void foi_import_append_doubts (GString *text, const FoiImport *self);
void foi_import_add_rounded (FoiJsonWriter *json, const FoiImport *self);
void foi_import_append_rounded (GString *text, const FoiImport *self);

/* foi-import-cells.c */
void foi_import_add_cells (FoiJsonWriter *json, const char *name, GArray *changes,
                           FoiTableData *table);
void foi_import_append_cover (GString *text, const FoiPasteMatch *match, FoiTableData *table);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiImport, foi_import_clear)

G_END_DECLS
