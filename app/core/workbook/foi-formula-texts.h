/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-sheet-ranges.h"

G_BEGIN_DECLS

/**
 * FoiFormulaTexts:
 *
 * The words that stand in the formulas of a workbook: `=IF(B2>3,"John Smith","")`. What one of its
 * cells shows is seen; the others are told when all cells were read.
 */
typedef struct _FoiFormulaTexts FoiFormulaTexts;

FoiFormulaTexts *foi_formula_texts_new (void);
void foi_formula_texts_free (FoiFormulaTexts *self);
void foi_formula_texts_show (FoiFormulaTexts *self, const char *text);
void foi_formula_texts_add (FoiFormulaTexts *self, const char *sheet, const FoiSheetRange *cells,
                            const char *formula, const char *shown);
gboolean foi_formula_texts_is_empty (FoiFormulaTexts *self);
void foi_formula_texts_tell (FoiFormulaTexts *self, FoiHidden *hidden);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiFormulaTexts, foi_formula_texts_free)

G_END_DECLS
