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

/* What the case keeps of an import, in the house: where the table came from and what was changed in
 * reading it, and a note at each cell that could not be read. */
typedef struct
{
  GPtrArray *entries; /* of JsonNode */
  GPtrArray *notes;   /* of JsonNode */
} FoiImportHistory;

FoiImportHistory *foi_import_history_new (FoiSheetBlock *block, FoiPasteProposal *proposal,
                                          const FoiImportSource *source);
FoiImportHistory *foi_import_history_new_over (FoiSheetBlock *block, FoiTableData *table,
                                               FoiPasteMatch *match,
                                               const FoiImportSource *source);
void              foi_import_history_free (FoiImportHistory *self);

gboolean foi_case_editor_import_new (FoiCaseEditor *self, FoiPasteProposal *proposal,
                                     FoiImportHistory *history, const char *question,
                                     GError **error);
gboolean foi_import_may_append (FoiTableData *table, FoiPasteMatch *match, GError **error);
gboolean foi_case_editor_import_over (FoiCaseEditor *self, const char *table,
                                      FoiPasteMatch *match, FoiImportHistory *history,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiImportHistory, foi_import_history_free)

G_END_DECLS
