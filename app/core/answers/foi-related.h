/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-calendar.h"
#include "foi-case-state.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/**
 * FoiKnownRequest:
 *
 * A request of the folder, as others are compared with it: when it came and was answered, the words
 * of it, and who made it, which nobody can read out of it again. Immutable and reference counted.
 */
typedef struct _FoiKnownRequest FoiKnownRequest;

/* What another request may have to do with this one. */
typedef enum
{
  FOI_RELATED_REPEATED, /* the same was asked before by the same requester, and answered */
  FOI_RELATED_POOLED,   /* something like it came from the same requester within one time */
  FOI_RELATED_CAMPAIGN, /* nearly the same words came from others within that time */
} FoiRelation;

/**
 * FoiRelated:
 * @relation: what it may be
 * @path: the file of the other case
 * @reference: what that is called by
 * @received: when the other request came
 * @answered: when it was answered, or none
 * @days: of what may be added up, the working days from the one to the other, both included
 *
 * Another request that should be thought of, as advice.
 */
typedef struct
{
  FoiRelation relation;
  char       *path;
  char       *reference;
  FoiDate     received, answered;
  guint       days;
} FoiRelated;

FoiKnownRequest *foi_known_request_new   (const char *path, FoiCaseState *state);
FoiKnownRequest *foi_known_request_ref   (FoiKnownRequest *self);
void             foi_known_request_unref (FoiKnownRequest *self);

GPtrArray  *foi_related_find (FoiKnownRequest *request, GPtrArray *others, FoiRules *rules,
                              FoiCalendar *calendar);
const char *foi_relation_to_name (FoiRelation relation);
char       *foi_related_dup_words (const FoiRelated *self, FoiRules *rules, const char *regime);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiKnownRequest, foi_known_request_unref)

G_END_DECLS
