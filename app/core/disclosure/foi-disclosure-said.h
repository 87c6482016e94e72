/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-grid.h"

G_BEGIN_DECLS

/**
 * FoiSaid:
 * @raw: a sentence as it stands
 * @plain: the same as foi_number_fold() gives it, and the words of its links and names of files
 * @folded: the same without case
 * @where: where it stands, in words; %NULL if it is of an earlier letter
 * @passage: sentences of one text have the same number
 * @is_elsewhere: it does not stand with the table, and has to say what it counts
 * @is_apart: it goes out only where the table is published as data
 * @is_asked: it was asked: what it names is spoken of, what it counts is not ours
 */
typedef struct
{
  char *raw, *plain, *folded;
  char *where;
  guint passage;
  gboolean is_elsewhere, is_apart, is_asked;
} FoiSaid;

GPtrArray *_foi_disclosure_list_said (FoiDisclosureDraft *draft, FoiTableData *data);
void       _foi_disclosure_set_source (FoiLine *line, const FoiSaid *said);
void       _foi_disclosure_add_told (FoiDisclosureDraft *draft, FoiTableData *data,
                                     GPtrArray *said);

/* foi-disclosure-stated.c */
void       _foi_disclosure_pass_rule (FoiSaid *said, FoiTableData *data,
                                      const FoiSmallRule *rule);

G_END_DECLS
