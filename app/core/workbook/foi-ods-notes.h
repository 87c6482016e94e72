/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-ods-private.h"
#include "foi-sheet-ranges.h"

G_BEGIN_DECLS

/* What is noted while the sheets of a workbook are looked through, one after another. */
typedef struct _FoiOdsNotes FoiOdsNotes;

/* One cell, or several that are the same: what is in it, and what of that is seen. */
typedef struct
{
  FoiSheetRange range;
  const char *style;
  gboolean is_filled, is_shown, is_covered, is_elsewhere;
  gboolean has_list; /* of permitted entries */
  gboolean has_faint; /* words that are not seen */
  gboolean has_tiny;  /* words that are too small to be read */
  gboolean has_tip;   /* a link that shows words when the pointer rests on it */
  gboolean is_other;  /* what is shown is not what it holds */
} FoiOdsNotedCell;

FoiOdsNotes *_foi_ods_notes_new (FoiOds *ods, FoiHidden *hidden);
void _foi_ods_notes_free (FoiOdsNotes *self);
void _foi_ods_notes_begin_sheet (FoiOdsNotes *self, guint sheet, FoiSheetFacts *facts,
                                 const FoiXmlAttributes *attributes);
void _foi_ods_notes_begin (FoiOdsNotes *self, const char *name,
                           const FoiXmlAttributes *attributes);
void _foi_ods_notes_add_column (FoiOdsNotes *self, guint first, guint last, const char *style);
const char *_foi_ods_notes_get_column_style (FoiOdsNotes *self, guint column);
void _foi_ods_notes_begin_drawn (FoiOdsNotes *self, const char *name,
                                 const FoiXmlAttributes *attributes, guint row, guint column);
gboolean _foi_ods_notes_is_tiny (FoiOdsNotes *self, const char *words);
gboolean _foi_ods_notes_is_faint (FoiOdsNotes *self, const char *words, const char *cell);
void _foi_ods_notes_add_cell (FoiOdsNotes *self, const FoiOdsNotedCell *cell);
void _foi_ods_notes_add_comment (FoiOdsNotes *self, guint row, guint column);
void _foi_ods_notes_add_author (FoiOdsNotes *self, const char *name);
void _foi_ods_notes_end_sheet (FoiOdsNotes *self);
void _foi_ods_notes_tell_names (FoiOdsNotes *self);
gboolean _foi_ods_notes_has_lists (FoiOdsNotes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiOdsNotes, _foi_ods_notes_free)

G_END_DECLS
