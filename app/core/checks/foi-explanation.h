/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-shown-figures.h"
#include "foi-small-rule.h"
#include "foi-statement.h"

G_BEGIN_DECLS

/**
 * FoiExplaining:
 * @figures: what the letter's tables show
 * @rules: (element-type FoiSmallRule): by which figures are withheld
 * @text: the words of a letter that are read together, a question with its answer, as
 *   foi_number_fold() gives them
 * @asked: (nullable): what was asked, the same way
 * @block: the words among them that are read as one: a paragraph, a list
 * @template: (nullable): the paragraph of the rules that the words are made by
 * @is_asked: the words are the requester's
 * @is_confirmed: and the answer says that they are right
 *
 * Where numbers are read that have to be explained.
 */
typedef struct
{
  FoiShownFigures *figures;
  GArray     *rules;
  const char *text;
  FoiRange    block;
  const char *asked;
  const char *template;
  gboolean    is_asked, is_confirmed;
} FoiExplaining;

gboolean foi_explaining_knows (const FoiExplaining *self, FoiRange sentence,
                               const FoiFoundNumber *found);
gboolean foi_explaining_knows_statement (const FoiExplaining *self, FoiRange range,
                                         const FoiStatement *statement);

G_END_DECLS
