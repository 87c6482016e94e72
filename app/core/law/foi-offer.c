/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-offer.h"

#include "foi-json-edit.h"

#include <glib/gi18n-lib.h>

#define HELD(value) (1u << FOI_HELD_##value)
#define OUTCOME(value) (1u << FOI_OUTCOME_##value)
#define ANY G_MAXUINT

/* What may be said of Held with an outcome. An answer that is not considered is unfinished, not
 * impossible. */
static const guint helds_of[] = {
  [FOI_OUTCOME_OPEN] = ANY,
  [FOI_OUTCOME_DISCLOSED] = HELD (NOT_CONSIDERED) | HELD (YES) | HELD (PART),
  [FOI_OUTCOME_PART] = HELD (NOT_CONSIDERED) | HELD (YES) | HELD (PART),
  [FOI_OUTCOME_REFUSED] = HELD (NOT_CONSIDERED) | HELD (YES) | HELD (PART)
                          | HELD (CANNOT_CONFIRM_WITHIN_LIMIT),
  [FOI_OUTCOME_NOT_HELD] = HELD (NOT_CONSIDERED) | HELD (NO),
  [FOI_OUTCOME_NEITHER] = HELD (NOT_CONSIDERED) | HELD (NEITHER_CONFIRM_NOR_DENY),
  [FOI_OUTCOME_CLARIFICATION] = HELD (NOT_CONSIDERED) | HELD (YES) | HELD (PART) | HELD (NO),
  [FOI_OUTCOME_TRANSFERRED] = HELD (NOT_CONSIDERED) | HELD (YES) | HELD (PART) | HELD (NO),
  [FOI_OUTCOME_EXTENDED] = HELD (NOT_CONSIDERED) | HELD (YES) | HELD (PART)
                           | HELD (NEITHER_CONFIRM_NOR_DENY),
};

#define WITHHELD (OUTCOME (PART) | OUTCOME (REFUSED) | OUTCOME (EXTENDED) | OUTCOME (NEITHER))
#define SOMETHING (HELD (NOT_CONSIDERED) | HELD (YES) | HELD (PART))

/* With which outcomes and what of Held a kind of ground goes. A kind that is not here: whatever is
 * withheld, or neither confirmed nor denied. */
static const struct
{
  const char *kind;
  guint       outcomes;
  guint       helds;
} kinds[] = {
  { "cost", OUTCOME (PART) | OUTCOME (REFUSED), SOMETHING },
  { "cost-to-confirm", OUTCOME (REFUSED),
    HELD (NOT_CONSIDERED) | HELD (CANNOT_CONFIRM_WITHIN_LIMIT) },
  { "vexatious", OUTCOME (REFUSED), SOMETHING },
  { "repeated", OUTCOME (REFUSED), SOMETHING },
  { "manifestly-unreasonable", OUTCOME (PART) | OUTCOME (REFUSED) | OUTCOME (EXTENDED),
    SOMETHING },
  { "too-general", OUTCOME (REFUSED), SOMETHING },
  { "not-held", OUTCOME (NOT_HELD) | OUTCOME (PART),
    HELD (NOT_CONSIDERED) | HELD (NO) | HELD (PART) },
  { "environmental", OUTCOME (PART) | OUTCOME (REFUSED) | OUTCOME (NEITHER),
    SOMETHING | HELD (NEITHER_CONFIRM_NOR_DENY) },
  { "elsewhere", OUTCOME (PART) | OUTCOME (REFUSED), SOMETHING },
};

/* What a kind of ground asks for besides its reason. */
static const struct
{
  const char *kind;
  FoiNeed     needs;
} needs_of[] = {
  { "cost", FOI_NEED_ESTIMATE },
  { "cost-to-confirm", FOI_NEED_ESTIMATE },
  { "repeated", FOI_NEED_EARLIER },
  { "elsewhere", FOI_NEED_SOURCE },
  { "future-publication", FOI_NEED_EXPECTED },
  { "unfinished", FOI_NEED_EXPECTED },
  { "prejudice", FOI_NEED_HARM | FOI_NEED_INTERESTS },
  { "qualified-person", FOI_NEED_HARM | FOI_NEED_OPINION },
  { "personal-data", FOI_NEED_PERSONAL },
};

static gboolean
names_authority (JsonNode *list, const char *authority)
{
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    if (g_strcmp0 (json_node_get_string (foi_json_get_element (list, i)), authority) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
may_use (JsonNode *rule, const char *authority)
{
  JsonNode *authorities = foi_json_get_member (rule, "authorities");

  return authorities == NULL || authority == NULL || authority[0] == '\0'
         || names_authority (authorities, authority);
}

/**
 * foi_outcome_asks_held:
 *
 * Returns: whether Held is asked with such an outcome: not of what is clarified or passed on.
 */
gboolean
foi_outcome_asks_held (FoiOutcome outcome)
{
  return outcome != FOI_OUTCOME_CLARIFICATION && outcome != FOI_OUTCOME_TRANSFERRED;
}

/**
 * foi_ground_kind_asks_held:
 * @kind: a kind of ground
 *
 * Returns: whether Held is asked with such a ground: not of a request that nobody has to look into.
 */
gboolean
foi_ground_kind_asks_held (const char *kind)
{
  return g_strcmp0 (kind, "vexatious") != 0 && g_strcmp0 (kind, "repeated") != 0;
}

/**
 * foi_outcome_fits_held:
 *
 * Returns: whether an answer can have both: what is not held cannot be disclosed.
 */
gboolean
foi_outcome_fits_held (FoiOutcome outcome, FoiHeld held)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (helds_of), FALSE);
  return (helds_of[outcome] & (1u << held)) != 0;
}

/**
 * foi_outcome_follow_held:
 * @outcome: what was said before
 * @held: what is said now
 *
 * Returns: @outcome where it fits; else the only one that does, or %FOI_OUTCOME_OPEN where a person
 *   has to choose.
 */
FoiOutcome
foi_outcome_follow_held (FoiOutcome outcome, FoiHeld held)
{
  FoiOutcome only = FOI_OUTCOME_OPEN;

  if (outcome != FOI_OUTCOME_OPEN && foi_outcome_fits_held (outcome, held))
    return outcome;
  switch (held)
    {
    case FOI_HELD_NO:
      only = FOI_OUTCOME_NOT_HELD;
      break;
    case FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT:
      only = FOI_OUTCOME_REFUSED;
      break;
    case FOI_HELD_NEITHER_CONFIRM_NOR_DENY:
      only = FOI_OUTCOME_NEITHER;
      break;
    case FOI_HELD_NOT_CONSIDERED:
    case FOI_HELD_YES:
    case FOI_HELD_PART:
    default:
      break;
    }
  return only;
}

static JsonNode *
get_grounds (FoiRules *rules, const char *regime)
{
  return foi_json_get_member (foi_rules_get_regime (rules, regime), "grounds");
}

/* Whether a law has a ground that goes with an answer of this kind. */
static gboolean
has_ground_for (FoiRules *rules, const FoiStance *stance)
{
  JsonNode *grounds = get_grounds (rules, stance->regime);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    if (foi_offer_ground (rules, stance, foi_json_get_element (grounds, i)))
      return TRUE;
  return FALSE;
}

/**
 * foi_offer_held:
 *
 * Returns: whether that of Held can be said under the law of @stance: a cost of finding out needs a
 *   ground for it, as has neither confirming nor denying.
 */
gboolean
foi_offer_held (FoiRules *rules, const FoiStance *stance, FoiHeld held)
{
  FoiStance wanted = *stance;

  g_return_val_if_fail (rules != NULL && stance != NULL, FALSE);

  wanted.held = held;
  wanted.outcome = foi_outcome_follow_held (FOI_OUTCOME_OPEN, held);
  return held == FOI_HELD_NO || wanted.outcome == FOI_OUTCOME_OPEN
         || has_ground_for (rules, &wanted);
}

/* Whether a law lets an answer wait: for the public interest, or for its size. */
static gboolean
may_extend (FoiRules *rules, const char *regime)
{
  return foi_rules_find_time_limit (rules, regime, "public-interest-target", FOI_DATE_NONE) != NULL
         || foi_rules_find_time_limit (rules, regime, "response-extended", FOI_DATE_NONE) != NULL;
}

/**
 * foi_offer_outcome:
 *
 * Returns: whether that outcome can be chosen with the Held of @stance under its law.
 */
gboolean
foi_offer_outcome (FoiRules *rules, const FoiStance *stance, FoiOutcome outcome)
{
  FoiStance wanted = *stance;

  g_return_val_if_fail (rules != NULL && stance != NULL, FALSE);

  wanted.outcome = outcome;
  if (!foi_outcome_fits_held (outcome, stance->held))
    return FALSE;
  if (outcome == FOI_OUTCOME_EXTENDED)
    return may_extend (rules, stance->regime);
  return outcome != FOI_OUTCOME_NEITHER || has_ground_for (rules, &wanted);
}

/* Whether a kind of ground goes with an answer, the law's words on it aside. */
static gboolean
kind_fits (const FoiStance *stance, const char *kind)
{
  const guint outcome = 1u << stance->outcome, held = 1u << stance->held;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return (kinds[i].outcomes & outcome) != 0 && (kinds[i].helds & held) != 0;
  return (WITHHELD & outcome) != 0
         && stance->held != FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT && stance->held != FOI_HELD_NO;
}

static gboolean
can_be_weighed (JsonNode *rule, JsonNode *limb, const char *authority)
{
  const char *balance = foi_ground_rule_get_balance (rule, limb, authority);

  return g_str_equal (balance, "qualified") || g_str_equal (balance, "mixed");
}

/* Only what is weighed may wait, and only where waiting is for weighing. */
static gboolean
may_wait (FoiRules *rules, const FoiStance *stance, JsonNode *rule, JsonNode *limb)
{
  return foi_rules_find_time_limit (rules, stance->regime, "public-interest-target",
                                    FOI_DATE_NONE) != NULL
         && can_be_weighed (rule, limb, stance->authority);
}

/**
 * foi_offer_ground:
 * @rule: a ground of the law of @stance, as the rules have it
 *
 * Returns: whether that ground can be chosen: by such an authority, with what it says of Held and
 *   with the outcome.
 */
gboolean
foi_offer_ground (FoiRules *rules, const FoiStance *stance, JsonNode *rule)
{
  g_return_val_if_fail (rules != NULL && stance != NULL, FALSE);

  if (rule == NULL || !may_use (rule, stance->authority)
      || !kind_fits (stance, foi_json_get_string (rule, "kind", NULL)))
    return FALSE;
  if (stance->outcome == FOI_OUTCOME_NEITHER)
    return foi_json_get_member (rule, "ncnd") != NULL;
  return stance->outcome != FOI_OUTCOME_EXTENDED || may_wait (rules, stance, rule, NULL);
}

/**
 * foi_offer_limb:
 * @rule: a ground that is offered
 * @limb: one of its limbs
 *
 * Returns: whether that limb can be chosen: an answer that waits is one that is weighed.
 */
gboolean
foi_offer_limb (const FoiStance *stance, JsonNode *rule, JsonNode *limb)
{
  g_return_val_if_fail (stance != NULL && rule != NULL && limb != NULL, FALSE);

  return kind_fits (stance, foi_ground_rule_get_kind (rule, limb))
         && (stance->outcome != FOI_OUTCOME_EXTENDED
             || can_be_weighed (rule, limb, stance->authority));
}

/**
 * foi_ground_rule_find_limb:
 * @rule: (nullable): a ground as the rules have it
 * @name: (nullable): the whole number of a limb
 *
 * Returns: (transfer none) (nullable): that limb.
 */
JsonNode *
foi_ground_rule_find_limb (JsonNode *rule, const char *name)
{
  JsonNode *limbs = foi_json_get_member (rule, "limbs");

  for (guint i = 0; name != NULL && i < foi_json_get_n_elements (limbs); i++)
    {
      JsonNode *limb = foi_json_get_element (limbs, i);

      if (g_strcmp0 (foi_json_get_string (limb, "limb", NULL), name) == 0)
        return limb;
    }
  return NULL;
}

/**
 * foi_ground_rule_get_kind:
 *
 * Returns: the kind of a limb, which the ground has unless the limb has its own.
 */
const char *
foi_ground_rule_get_kind (JsonNode *rule, JsonNode *limb)
{
  return foi_json_get_string (limb, "kind", foi_json_get_string (rule, "kind", ""));
}

/**
 * foi_ground_rule_get_balance:
 * @limb: (nullable): the limb that is relied on
 * @authority: (nullable): the type of authority
 *
 * Returns: "absolute", "qualified" or "none": as the limb has it, else as such an authority has it,
 *   else as all do; "mixed" while no limb says.
 */
const char *
foi_ground_rule_get_balance (JsonNode *rule, JsonNode *limb, const char *authority)
{
  JsonNode *balance_for = foi_json_get_member (rule, "balance_for");
  const char *balance = foi_json_get_string (rule, "balance", "none");

  for (guint i = 0; i < foi_json_get_n_elements (balance_for); i++)
    {
      JsonNode *entry = foi_json_get_element (balance_for, i);

      if (names_authority (foi_json_get_member (entry, "authorities"), authority))
        balance = foi_json_get_string (entry, "balance", balance);
    }
  return foi_json_get_string (limb, "balance", balance);
}

/**
 * foi_ground_rule_get_needs:
 * @limb: (nullable): the limb that is relied on
 * @authority: (nullable): the type of authority
 * @outcome: the question's
 *
 * Returns: what an officer is asked for. What waits for the public interest is not weighed yet; of
 *   what is not held nothing is.
 */
FoiNeed
foi_ground_rule_get_needs (JsonNode *rule, JsonNode *limb, const char *authority,
                           FoiOutcome outcome)
{
  const char *kind = foi_ground_rule_get_kind (rule, limb);
  const char *test = foi_json_get_string (limb, "test", foi_json_get_string (rule, "test", ""));
  const char *balance = foi_ground_rule_get_balance (rule, limb, authority);
  FoiNeed needs = FOI_NEED_REASON;

  if (foi_json_get_member (rule, "limbs") != NULL)
    needs |= FOI_NEED_LIMB;
  for (gsize i = 0; i < G_N_ELEMENTS (needs_of); i++)
    if (g_str_equal (needs_of[i].kind, kind))
      needs |= needs_of[i].needs;
  /* "Would adversely affect" leaves no choice. */
  if (g_str_equal (test, "adverse-effect"))
    needs &= ~(guint) FOI_NEED_HARM;
  /* Whether releasing personal data is lawful is itself a balance. */
  if ((needs & FOI_NEED_PERSONAL) != 0 && g_str_equal (balance, "absolute"))
    needs |= FOI_NEED_LEGITIMATE;
  if (g_str_equal (balance, "qualified")
      && outcome != FOI_OUTCOME_EXTENDED && !g_str_equal (kind, "not-held")
      && !g_str_equal (kind, "environmental"))
    needs |= FOI_NEED_PUBLIC_INTEREST;
  return needs;
}
