/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-question.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/* Under which law who answers a question, and what they say of it so far. */
typedef struct
{
  const char *regime;
  const char *authority; /* "local"; NULL or "" while nobody says: then any may be */
  FoiHeld     held;
  FoiOutcome  outcome;
} FoiStance;

/* What a ground asks an officer for. */
typedef enum
{
  FOI_NEED_LIMB = 1 << 0,             /* which limb, for there are several */
  FOI_NEED_REASON = 1 << 1,           /* why it applies */
  FOI_NEED_HARM = 1 << 2,             /* would or would be likely */
  FOI_NEED_PUBLIC_INTEREST = 1 << 3,  /* for, against, and where the balance lies */
  FOI_NEED_SOURCE = 1 << 4,           /* where the information already is, or will be */
  FOI_NEED_ESTIMATE = 1 << 5,
  FOI_NEED_OPINION = 1 << 6,          /* the qualified person's: who and when */
  FOI_NEED_EARLIER = 1 << 7,          /* the earlier request and its day */
  FOI_NEED_INTERESTS = 1 << 8,        /* whose they are */
  FOI_NEED_PERSONAL = 1 << 9,         /* why it is personal data, and the balance of interests */
  FOI_NEED_EXPECTED = 1 << 10,        /* when it is published, or finished */
  FOI_NEED_LEGITIMATE = 1 << 11,      /* the interest in personal data against the person's */
} FoiNeed;

/* What makes an answer impossible in law. */
typedef enum
{
  FOI_MISFIT_NONE,
  FOI_MISFIT_HELD,            /* not with that outcome */
  FOI_MISFIT_OUTCOME,         /* the regime has no such outcome */
  FOI_MISFIT_REGIME,          /* a ground of another law */
  FOI_MISFIT_UNKNOWN,         /* the law has no such ground */
  FOI_MISFIT_LIMB,            /* the ground has no such limb */
  FOI_MISFIT_KIND,            /* the ground is of another kind than the file says */
  FOI_MISFIT_AUTHORITY,       /* such an authority may not use it */
  FOI_MISFIT_GROUND,          /* not with what is said of Held and the outcome */
  FOI_MISFIT_NEITHER,         /* one cannot neither confirm nor deny by it */
  FOI_MISFIT_PUBLIC_INTEREST, /* nothing is weighed, but weighing is written down */
} FoiMisfit;

gboolean    foi_outcome_asks_held (FoiOutcome outcome);
gboolean    foi_ground_kind_asks_held (const char *kind);
gboolean    foi_outcome_fits_held (FoiOutcome outcome, FoiHeld held);
FoiOutcome  foi_outcome_follow_held (FoiOutcome outcome, FoiHeld held);
gboolean    foi_offer_held (FoiRules *rules, const FoiStance *stance, FoiHeld held);
gboolean    foi_offer_outcome (FoiRules *rules, const FoiStance *stance, FoiOutcome outcome);
gboolean    foi_offer_ground (FoiRules *rules, const FoiStance *stance, JsonNode *rule);
gboolean    foi_offer_limb (const FoiStance *stance, JsonNode *rule, JsonNode *limb);
JsonNode   *foi_ground_rule_find_limb (JsonNode *rule, const char *name);
const char *foi_ground_rule_get_kind (JsonNode *rule, JsonNode *limb);
const char *foi_ground_rule_get_balance (JsonNode *rule, JsonNode *limb, const char *authority);
FoiNeed     foi_ground_rule_get_needs (JsonNode *rule, JsonNode *limb, const char *authority,
                                       FoiOutcome outcome);
FoiMisfit   foi_stance_find_misfit (FoiRules *rules, const FoiStance *stance, JsonNode *ground);
char       *foi_misfit_dup_words (FoiMisfit misfit, FoiRules *rules, const FoiStance *stance,
                                  JsonNode *ground);

G_END_DECLS
