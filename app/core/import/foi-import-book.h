/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-import-edits.h"
#include "foi-import-survey.h"
#include "foi-import-wish.h"

G_BEGIN_DECLS

/**
 * FoiImportAsk:
 * @sheet: from 0; -1 for the first that is seen
 * @range: what of it, where @has_range; else all that is used
 * @name: the name of a new table
 * @table: (nullable): the one that is changed, where @mode says so; @title is what it is known by
 * @state: (nullable): the case that has it
 * @date: today, for the history
 *
 * What of a file is wanted, and as what.
 */
typedef struct
{
  char         *encoding;
  char          delimiter;
  int           sheet;
  gboolean      has_range;
  FoiSheetRange range;
  FoiImportWish wish;
  FoiImportMode mode;
  char         *name;
  FoiTableData *table;
  FoiCaseState *state;
  char         *title;
  char         *date;
} FoiImportAsk;

/* What came of it: a proposal or a match, with what is to be seen and kept of it. */
typedef struct
{
  int               sheet;
  FoiSheetRange     range;
  guint             n_merged, n_hidden, n_computed, n_rounded;
  FoiPasteProposal *proposal;
  FoiPasteMatch    *match;
  FoiImportSurvey  *survey;
  FoiImportHistory *history;
} FoiImportMade;

/**
 * FoiImportBook:
 *
 * A file that is imported from, and what was read of it last, so that another wish does not read
 * all of it again. Reference counted; for one thread at a time.
 */
typedef struct _FoiImportBook FoiImportBook;

void           foi_import_ask_init (FoiImportAsk *self);
void           foi_import_ask_clear (FoiImportAsk *self);
void           foi_import_ask_copy (const FoiImportAsk *self, FoiImportAsk *copy);
FoiImportBook *foi_import_book_new (GFile *file);
FoiImportBook *foi_import_book_ref (FoiImportBook *self);
void           foi_import_book_unref (FoiImportBook *self);
FoiImportMade *foi_import_book_make (FoiImportBook *self, const FoiImportAsk *ask,
                                     void (*progress) (double, gpointer), gpointer data,
                                     GCancellable *cancellable, GError **error);
FoiWorkbook   *foi_import_book_get_workbook (FoiImportBook *self);
FoiHidden     *foi_import_book_get_hidden (FoiImportBook *self);
gboolean       foi_import_brings_in (const FoiHiddenItem *item, const char *sheet);
void           foi_import_made_free (FoiImportMade *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiImportBook, foi_import_book_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiImportMade, foi_import_made_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiImportAsk, foi_import_ask_clear)

G_END_DECLS
