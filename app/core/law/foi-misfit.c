/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-offer.h"

#include "foi-json-edit.h"

#include <glib/gi18n-lib.h>

/* Whether the ground has weighing written down. */
static gboolean
says_public_interest (JsonNode *ground)
{
  static const char *const keys[] = { "for", "against", "balance" };
  JsonNode *texts = foi_json_get_member (ground, "public_interest");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (foi_json_get_string (texts, keys[i], "")[0] != '\0')
      return TRUE;
  return FALSE;
}

/* Held, outcome and ground are chosen one after the other: an answer whose outcome nobody has said
 * yet has no wrong ground. */
static gboolean
is_finished (const FoiStance *stance)
{
  return stance->outcome != FOI_OUTCOME_OPEN;
}

/* A letter chooses its words by the kind that the file says: under a wrong one the statute's are
 * missing. A file that says none is read by the rules. */
static gboolean
is_of_another_kind (JsonNode *ground, JsonNode *rule, JsonNode *limb)
{
  const char *kind = foi_json_get_string (ground, "kind", "");

  return kind[0] != '\0' && !g_str_equal (kind, foi_ground_rule_get_kind (rule, limb));
}

static FoiMisfit
find_ground_misfit (FoiRules *rules, const FoiStance *stance, JsonNode *ground)
{
  const char *limb_name = foi_json_get_string (ground, "limb", "");
  JsonNode *rule, *limb;
  const char *balance;

  if (g_strcmp0 (foi_json_get_string (ground, "act", stance->regime), stance->regime) != 0)
    return FOI_MISFIT_REGIME;
  rule = foi_rules_find_ground (rules, stance->regime,
                                foi_json_get_string (ground, "section", NULL));
  if (rule == NULL)
    return FOI_MISFIT_UNKNOWN;
  limb = foi_ground_rule_find_limb (rule, limb_name);
  if (limb_name[0] != '\0' && limb == NULL)
    return FOI_MISFIT_LIMB;
  if (is_of_another_kind (ground, rule, limb))
    return FOI_MISFIT_KIND;
  if (is_finished (stance) && !foi_offer_ground (rules, stance, rule))
    {
      const FoiStance anybody = { stance->regime, NULL, stance->held, stance->outcome };

      if (foi_offer_ground (rules, &anybody, rule))
        return FOI_MISFIT_AUTHORITY;
      return stance->outcome == FOI_OUTCOME_NEITHER ? FOI_MISFIT_NEITHER : FOI_MISFIT_GROUND;
    }
  if (limb != NULL && is_finished (stance) && !foi_offer_limb (stance, rule, limb))
    return FOI_MISFIT_GROUND;
  balance = foi_ground_rule_get_balance (rule, limb, stance->authority);
  if (says_public_interest (ground)
      && (g_str_equal (balance, "absolute") || g_str_equal (balance, "none")))
    return FOI_MISFIT_PUBLIC_INTEREST;
  return FOI_MISFIT_NONE;
}

/**
 * foi_stance_find_misfit:
 * @ground: (nullable): a ground of the case; %NULL for Held and the outcome alone
 *
 * A file may hold what this program would not have offered; it is kept, and pointed out.
 *
 * Returns: what is impossible about an answer, or %FOI_MISFIT_NONE.
 */
FoiMisfit
foi_stance_find_misfit (FoiRules *rules, const FoiStance *stance, JsonNode *ground)
{
  g_return_val_if_fail (rules != NULL && stance != NULL, FOI_MISFIT_NONE);

  if (foi_rules_get_regime (rules, stance->regime) == NULL)
    return FOI_MISFIT_NONE;
  if (ground != NULL)
    return find_ground_misfit (rules, stance, ground);
  if (!foi_outcome_fits_held (stance->outcome, stance->held))
    return FOI_MISFIT_HELD;
  return foi_offer_outcome (rules, stance, stance->outcome) ? FOI_MISFIT_NONE
                                                            : FOI_MISFIT_OUTCOME;
}

/* Whether the ground goes with the outcome, were something else said of Held. */
static gboolean
is_held_at_fault (FoiRules *rules, const FoiStance *stance, const char *section)
{
  JsonNode *rule = foi_rules_find_ground (rules, stance->regime, section);
  FoiStance other = *stance;

  for (guint i = 0; i <= FOI_HELD_NEITHER_CONFIRM_NOR_DENY; i++)
    {
      other.held = (FoiHeld) i;
      if (foi_outcome_fits_held (other.outcome, other.held)
          && foi_offer_ground (rules, &other, rule))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_kind_words (FoiRules *rules, const FoiStance *stance, JsonNode *ground)
{
  const char *number = foi_json_get_string (ground, "section", "");
  JsonNode *rule = foi_rules_find_ground (rules, stance->regime, number);
  JsonNode *limb = foi_ground_rule_find_limb (rule, foi_json_get_string (ground, "limb", NULL));

  /* Translators: the number of a section; two names of kinds as the file has them: "cost". */
  return g_strdup_printf (_("%s is of the kind “%s”, and the file says “%s”"), number,
                          foi_ground_rule_get_kind (rule, limb),
                          foi_json_get_string (ground, "kind", ""));
}

static char *
dup_ground_words (FoiMisfit misfit, FoiRules *rules, const FoiStance *stance, JsonNode *ground)
{
  const char *act = foi_rules_get_act_short (rules, stance->regime);
  const char *number = foi_json_get_string (ground, "section", "");
  const char *limb = foi_json_get_string (ground, "limb", "");
  const char *outcome = foi_outcome_to_words (stance->outcome);

  switch (misfit)
    {
    case FOI_MISFIT_REGIME:
      /* Translators: the number of a section of another Act, and the Act answered under. */
      return g_strdup_printf (_("%s belongs to another law than %s"), number, act);
    case FOI_MISFIT_UNKNOWN:
      /* Translators: the short name of an Act, and the number of a section that it has not. */
      return g_strdup_printf (_("%s has no ground %s"), act, number);
    case FOI_MISFIT_LIMB:
      /* Translators: numbers of a section, and of a limb that it has not. */
      return g_strdup_printf (_("%s has no limb %s"), number, limb);
    case FOI_MISFIT_KIND:
      return dup_kind_words (rules, stance, ground);
    case FOI_MISFIT_AUTHORITY:
      return g_strdup_printf (_("%s is not for an authority of your kind"), number);
    case FOI_MISFIT_NEITHER:
      return g_strdup_printf (_("%s is no ground to neither confirm nor deny"), number);
    case FOI_MISFIT_PUBLIC_INTEREST:
      return g_strdup_printf (_("%s is absolute: no public interest is weighed"),
                              limb[0] != '\0' ? limb : number);
    case FOI_MISFIT_GROUND:
    case FOI_MISFIT_NONE:
    case FOI_MISFIT_HELD:
    case FOI_MISFIT_OUTCOME:
    default:
      if (is_held_at_fault (rules, stance, number))
        /* Translators: the number of a section, then what is said of Held. */
        return g_strdup_printf (_("%s cannot be with Held “%s”"), number,
                                foi_held_to_words (stance->held));
      /* Translators: the number of a section, then the outcome. */
      return g_strdup_printf (_("%s cannot be with Outcome “%s”"), number, outcome);
    }
}

/**
 * foi_misfit_dup_words:
 * @misfit: what was found of @stance and @ground
 *
 * Returns: (transfer full): what is impossible, for a list of things to do: a clause, no sentence.
 */
char *
foi_misfit_dup_words (FoiMisfit misfit, FoiRules *rules, const FoiStance *stance, JsonNode *ground)
{
  const char *outcome = foi_outcome_to_words (stance->outcome);

  g_return_val_if_fail (rules != NULL && stance != NULL, NULL);

  if (misfit == FOI_MISFIT_HELD)
    return g_strdup_printf (_("Held “%s” and Outcome “%s” contradict each other"),
                            foi_held_to_words (stance->held), outcome);
  if (misfit == FOI_MISFIT_OUTCOME)
    /* Translators: the short name of an Act, and an outcome. */
    return g_strdup_printf (_("%s has no outcome “%s”"),
                            foi_rules_get_act_short (rules, stance->regime), outcome);
  return dup_ground_words (misfit, rules, stance, ground);
}
