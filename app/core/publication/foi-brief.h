/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"
#include "foi-publication.h"
#include "foi-question.h"

G_BEGIN_DECLS

#define FOI_TYPE_BRIEF (foi_brief_get_type ())

/**
 * FoiBrief:
 *
 * The whole case as a letter may know it: the request, the questions with their answers, the
 * authority, the letter's own data and the publications of the tables. What is internal (withheld
 * values, officers' notes, accepted findings, whom we asked) was taken away when it was made.
 * Immutable, reference counted, made for a thread in constant time.
 */
typedef struct _FoiBrief FoiBrief;

GType           foi_brief_get_type (void);
FoiBrief       *foi_brief_new (JsonNode *root, GPtrArray *publications);
FoiBrief       *foi_brief_ref (FoiBrief *self);
void            foi_brief_unref (FoiBrief *self);
const char     *foi_brief_get_reference (FoiBrief *self);
const char     *foi_brief_get_subject (FoiBrief *self);
const char     *foi_brief_get_regime (FoiBrief *self);
FoiDate         foi_brief_get_received (FoiBrief *self);
JsonNode       *foi_brief_get_request (FoiBrief *self);
JsonNode       *foi_brief_get_period (FoiBrief *self);
JsonNode       *foi_brief_get_authority (FoiBrief *self);
JsonNode       *foi_brief_get_letter (FoiBrief *self, const char *letter_id);
JsonNode       *foi_brief_get_events (FoiBrief *self);
JsonNode       *foi_brief_get_attachments (FoiBrief *self);
JsonNode       *foi_brief_get_letters (FoiBrief *self);
JsonNode       *foi_brief_get_issued (FoiBrief *self);
GPtrArray      *foi_brief_get_questions (FoiBrief *self);
JsonNode       *foi_brief_list_questions (FoiBrief *self);
FoiQuestion    *foi_brief_find_question (FoiBrief *self, const char *id);
GPtrArray      *foi_brief_get_publications (FoiBrief *self);
FoiPublication *foi_brief_find_publication (FoiBrief *self, const char *name);
char           *foi_brief_dup_value (FoiBrief *self, const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiBrief, foi_brief_unref)

G_END_DECLS
