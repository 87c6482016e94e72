/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-item.h"

G_BEGIN_DECLS

/**
 * FoiRegisterColumn:
 * @id: what the settings know it by
 * @title: for people; marked to be translated
 * @width: in characters, as a rule
 * @dup_text: what it says of a case on a day
 * @compare: the order of two cases by it
 *
 * A column of the register. Plain data.
 */
typedef struct
{
  const char *id;
  const char *title;
  int         width;
  char     *(*dup_text) (const FoiCaseEntry *entry, FoiDate today);
  int       (*compare) (const FoiCaseEntry *a, const FoiCaseEntry *b);
} FoiRegisterColumn;

const FoiRegisterColumn *foi_register_columns_get (guint *n_columns);
char                    *foi_register_columns_dup_words (const FoiCaseEntry *entry, FoiDate today);

G_END_DECLS
