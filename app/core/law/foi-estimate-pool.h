/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-calendar.h"
#include "foi-estimate.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/**
 * FoiEstimateCase:
 * @questions: those of the case
 * @calendar: (nullable): the working days of the case's law
 * @regime: of the case; a question may name another
 * @profile: (nullable): that of the authority that answers
 * @received: the day of receipt
 *
 * What a pool is reckoned by. Everything is borrowed.
 */
typedef struct
{
  FoiRules    *rules;
  FoiCalendar *calendar;
  JsonNode    *questions;
  const char  *regime;
  JsonNode    *profile;
  FoiDate      received;
} FoiEstimateCase;

/* Whether what is named in an estimate is added up with it, or why not. */
typedef enum
{
  FOI_POOL_COUNTED,
  FOI_POOL_NO_LAW,    /* the law adds nothing up */
  FOI_POOL_UNSAID,    /* it is not said what they have in common */
  FOI_POOL_OTHER_LAW, /* the other question is answered under another law */
  FOI_POOL_MISSING,   /* there is no such question */
  FOI_POOL_NO_DAY,    /* nobody says when it was received */
  FOI_POOL_TOO_FAR,   /* from this request */
  FOI_POOL_TOO_WIDE,  /* this request and all others do not lie within one such time */
  FOI_POOL_UNCERTAIN, /* not all bank holidays between them are known */
} FoiPoolReason;

/**
 * FoiPoolMember:
 * @node: a question or another request; %NULL where there is no such question
 * @name: the question's number or the request's reference
 * @is_request: which of them it is
 * @reason: whether it is counted
 * @days: of a request, working days from the one receipt to the other, both included; 0 if nobody
 *   knows
 */
typedef struct
{
  JsonNode     *node;
  const char   *name;
  gboolean      is_request;
  FoiPoolReason reason;
  guint         days;
} FoiPoolMember;

/**
 * FoiEstimatePool:
 * @sum: what it comes to
 * @limit: (nullable): the limit in force, as foi_rules_find_own_limit() gives it
 * @most_days: within how many working days requests come that are added up; 0: they never are
 * @rate_is_assumed: whether the law's highest rate stands for what staff are paid
 * @similarity: (nullable): what those that are counted have in common
 * @members: (element-type FoiPoolMember): what else is named in it
 */
typedef struct
{
  FoiEstimate sum;
  JsonNode   *limit;
  guint       most_days;
  gboolean    rate_is_assumed;
  const char *similarity;
  GArray     *members;
} FoiEstimatePool;

FoiEstimatePool *foi_estimate_pool_new (const FoiEstimateCase *estimate_case, const char *id);
void             foi_estimate_pool_free (FoiEstimatePool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiEstimatePool, foi_estimate_pool_free)

G_END_DECLS
