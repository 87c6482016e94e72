/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* Of each case so much text is searched; beyond that there is a table of thousands of rows. */
#define FOI_CASE_TEXT_MAX (256 * 1024)

/**
 * FoiCaseText:
 *
 * All that is written in a case, to be searched: each text with its place. Immutable, so threads
 * may search it.
 */
typedef struct _FoiCaseText FoiCaseText;

/**
 * FoiCaseTextHit:
 * @place: where it stands: "questions/q3/answer", "tables/calls", "tables/calls/foi:notes/n1",
 *   "request/text"
 * @excerpt: some words around it, on one line
 */
typedef struct
{
  char *place;
  char *excerpt;
} FoiCaseTextHit;

FoiCaseText *foi_case_text_new      (FoiCaseState *state);
void         foi_case_text_free     (FoiCaseText *self);
gsize        foi_case_text_get_size (FoiCaseText *self);
gboolean     foi_case_text_find     (FoiCaseText *self, const char *words, FoiCaseTextHit *hit);
void         foi_case_text_hit_clear (FoiCaseTextHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCaseText, foi_case_text_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiCaseTextHit, foi_case_text_hit_clear)

G_END_DECLS
