/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-import-doubt.h"
#include "foi-sheet-import.h"

G_BEGIN_DECLS

/* A column of a table that is to be imported. */
typedef struct
{
  guint        source; /* its place in the block */
  char        *heading;
  FoiValueType type;
  guint        n_changed; /* cells that are written otherwise than in the file */
  guint        n_unread;
  guint        n_words;  /* entries for which the numbers beside them are kept as text */
} FoiImportColumn;

/* What stands in cells in the place of a value. */
typedef struct
{
  char *text;
  guint count;
  char *meaning; /* as what it is read: `[c]`, `0`; NULL where it is not read */
} FoiImportMark;

/* A row or a column that is the sum of others, though nothing in the file says so. */
typedef struct
{
  char    *id;         /* for FoiImportWish */
  char    *words;
  gboolean is_refused;
} FoiImportTotal;

/**
 * FoiImportSurvey:
 * @columns: (element-type FoiImportColumn): the table's columns
 * @doubts: (element-type FoiImportDoubt): of which columns a person has to say what cells mean
 * @marks: (element-type FoiImportMark): what stands in the place of values, the most frequent first
 * @totals: (element-type FoiImportTotal): what was found to be one
 * @lines: (element-type utf8): all that changes, as `what`, a newline, and `where`
 * @rows: (element-type GStrv): the first rows as they will be shown
 * @title: (nullable): the title that was recognised
 * @covered: (nullable): how many withheld and rounded figures are replaced
 * @n_left_out: changes that are not among @lines, for there are too many
 *
 * What a person has to see before an import: made in a thread, then only looked at.
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *doubts;
  GPtrArray *marks;
  GPtrArray *totals;
  GPtrArray *lines;
  GPtrArray *rows;
  char      *title;
  gboolean   has_headings;
  gboolean   has_units;
  guint      n_rows;
  guint      n_changed;
  guint      n_unread;
  guint      n_words;
  guint      n_left_out;
  guint      n_added;
  guint      n_absent;
  GStrv      unmatched;
  char      *covered;
} FoiImportSurvey;

FoiImportSurvey *foi_import_survey_new (FoiSheetBlock *block, FoiPasteProposal *proposal,
                                        GHashTable *meanings);
FoiImportSurvey *foi_import_survey_new_over (FoiSheetBlock *block, FoiPasteGrid *said,
                                             FoiTableData *table, FoiPasteMatch *match);
void             foi_import_survey_free (FoiImportSurvey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiImportSurvey, foi_import_survey_free)

G_END_DECLS
