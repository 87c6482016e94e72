/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-list-marker.h"
#include "foi-text-lines.h"

G_BEGIN_DECLS

/**
 * FoiQuestionItem:
 * @marker: its number or bullet
 * @part: whether it is a part of the item before it that is none
 * @made_up: "2" where the list has only "2a" and "2b"; its words are theirs
 * @run: which list of the text it belongs to
 * @line: the line it begins on
 * @span: the item with its number
 * @words: the item without its number
 */
typedef struct
{
  FoiListMarker marker;
  gboolean      part;
  gboolean      made_up;
  guint         run;
  guint         line;
  FoiTextSpan   span;
  FoiTextSpan   words;
} FoiQuestionItem;

GArray *foi_question_items_read (const char *text, GArray *lines, guint first, guint end);
GArray *foi_question_items_read_inline (const char *text, FoiTextSpan paragraph);
char   *foi_question_item_dup_number (const char *text, const FoiQuestionItem *item);

static inline const FoiQuestionItem *
foi_question_item (GArray *items, guint i)
{
  return &g_array_index (items, FoiQuestionItem, i);
}

G_END_DECLS
