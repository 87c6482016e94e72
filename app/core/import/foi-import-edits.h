/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-sheet-import.h"

G_BEGIN_DECLS

/* Where a table came from, for the history that stays in the house. */
typedef struct
{
  const char *file;    /* its name, without folders */
  const char *sha256;
  const char *sheet;   /* NULL or "" of a text file */
  const char *date;    /* today, ISO 8601 */
} FoiImportSource;

gboolean foi_case_editor_import_new (FoiCaseEditor *self, FoiSheetBlock *block,
                                     FoiPasteProposal *proposal, const FoiImportSource *source,
                                     const char *question, GError **error);
gboolean foi_case_editor_import_over (FoiCaseEditor *self, const char *table,
                                      FoiSheetBlock *block, FoiPasteMatch *match,
                                      gboolean only_new, const FoiImportSource *source,
                                      GError **error);

G_END_DECLS
