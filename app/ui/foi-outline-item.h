/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  FOI_SECTION_CASE,
  FOI_SECTION_LETTERS,
  FOI_SECTION_TABLES,
} FoiSection;

/* What one line of the outline says. */
typedef struct
{
  FoiSection section;
  guint      depth;      /* 1 for a part of a question */
  char      *place;      /* "questions/q3" */
  char      *number;     /* "3", or NULL */
  char      *title;
  char      *subtitle;
  char      *full_text;  /* what may have been cut, or NULL */
  char      *name;       /* for screen readers */
  guint      n_todos;
} FoiOutlineFacts;

#define FOI_TYPE_OUTLINE_ITEM (foi_outline_item_get_type ())

/**
 * FoiOutlineItem:
 *
 * One line of the outline; the same object while what it stands for is there. Signal "changed":
 * it says something else.
 */
G_DECLARE_FINAL_TYPE (FoiOutlineItem, foi_outline_item, FOI, OUTLINE_ITEM, GObject)

FoiOutlineItem        *foi_outline_item_new (FoiOutlineFacts *facts);
const FoiOutlineFacts *foi_outline_item_get_facts (FoiOutlineItem *self);
const char            *foi_outline_item_get_place (FoiOutlineItem *self);
void                   foi_outline_item_take_facts (FoiOutlineItem *self, FoiOutlineFacts *facts);
gboolean               foi_outline_item_is_question (FoiOutlineItem *self);
void                   foi_outline_facts_free (FoiOutlineFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiOutlineFacts, foi_outline_facts_free)

G_END_DECLS
