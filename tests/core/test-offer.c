/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-json-edit.h"
#include "foi-offer.h"

#include <string.h>

static JsonNode *
get_grounds (const char *regime)
{
  return foi_json_get_member (foi_rules_get_regime (foi_rules_get_default (), regime), "grounds");
}

/* The sections that are offered, in the order of the rules. */
static char *
dup_offered (const FoiStance *stance)
{
  JsonNode *grounds = get_grounds (stance->regime);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *rule = foi_json_get_element (grounds, i);

      if (foi_offer_ground (foi_rules_get_default (), stance, rule))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                foi_json_get_string (rule, "section", ""));
    }
  return g_string_free (text, FALSE);
}

#define FOIA_EXEMPTIONS_BEFORE_35 "21 22 22A 23 24 26 27 28 29 30 31 32 33 34 "
#define FOIA_EXEMPTIONS_FROM_36 "36 37 38 39 40(1) 40(2) 41 42 43(1) 43(2) 44"
#define FOIA_REFUSALS "12(1) 14(1) 14(2) "

/* What of each law goes with what is said of Held and with the outcome, by the statutes. */
static void
test_grounds (void)
{
  static const struct
  {
    FoiStance   stance;
    const char *offered;
  } facts[] = {
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED },
      FOIA_REFUSALS FOIA_EXEMPTIONS_BEFORE_35 FOIA_EXEMPTIONS_FROM_36 },
    { { "foia", "central", FOI_HELD_YES, FOI_OUTCOME_REFUSED },
      FOIA_REFUSALS FOIA_EXEMPTIONS_BEFORE_35 "35 " FOIA_EXEMPTIONS_FROM_36 },
    { { "foia", "nhs", FOI_HELD_PART, FOI_OUTCOME_PART },
      "12(1) " FOIA_EXEMPTIONS_BEFORE_35 FOIA_EXEMPTIONS_FROM_36 },
    /* The cost of finding out: only where it is not known whether the information is held. */
    { { "foia", "local", FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT, FOI_OUTCOME_REFUSED }, "12(2)" },
    { { "foia", "local", FOI_HELD_NO, FOI_OUTCOME_NOT_HELD }, "" },
    { { "foisa", "local", FOI_HELD_NO, FOI_OUTCOME_NOT_HELD }, "17" },
    { { "eir", "local", FOI_HELD_NO, FOI_OUTCOME_NOT_HELD }, "12(4)(a)" },
    { { "eisr", "local", FOI_HELD_NO, FOI_OUTCOME_NOT_HELD }, "10(4)(a)" },
    /* Section 21 and 43(1) have no limb to neither confirm nor deny. */
    { { "foia", "local", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, FOI_OUTCOME_NEITHER },
      "22 22A 23 24 26 27 28 29 30 31 32 33 34 36 37 38 39 40(1) 40(2) 41 42 43(2) 44" },
    { { "eir", "local", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, FOI_OUTCOME_NEITHER },
      "12(5)(a) 13(1)" },
    { { "foisa", "local", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, FOI_OUTCOME_NEITHER },
      "28 30 31(1) 31(4) 32 33(1)(a) 33(1)(b) 33(2) 34 35 38(1)(a) 38(1)(b) 38(1)(c) 38(1)(d) "
      "39(1) 41" },
    /* Only the weighing of the public interest may take longer. */
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_EXTENDED },
      "22 22A 24 26 27 28 29 30 31 33 36 37 38 40(2) 42 43(1) 43(2)" },
    { { "eir", "local", FOI_HELD_YES, FOI_OUTCOME_EXTENDED }, "" },
    { { "foisa", "central", FOI_HELD_YES, FOI_OUTCOME_REFUSED },
      "12(1) 14(1) 14(2) 25 26 27(1) 27(2) 28 29 30 31(1) 31(4) 32 33(1)(a) 33(1)(b) 33(2) 34 35 "
      "36(1) 36(2) 37 38(1)(a) 38(1)(b) 38(1)(c) 38(1)(d) 39(1) 39(2) 40 41" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_DISCLOSED }, "" },
    { { "foia", "local", FOI_HELD_NOT_CONSIDERED, FOI_OUTCOME_CLARIFICATION }, "" },
    { { "foia", "local", FOI_HELD_NOT_CONSIDERED, FOI_OUTCOME_TRANSFERRED }, "" },
    { { "none", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *offered = dup_offered (&facts[i].stance);

      g_test_message ("%s %s %s", facts[i].stance.regime,
                      foi_held_to_name (facts[i].stance.held),
                      foi_outcome_to_name (facts[i].stance.outcome));
      g_assert_cmpstr (offered, ==, facts[i].offered);
    }
}

/* While nobody says what kind of authority it is, nothing is kept from it. */
static void
test_unknown_authority (void)
{
  const FoiStance stance = { "foia", NULL, FOI_HELD_YES, FOI_OUTCOME_REFUSED };
  g_autofree char *offered = dup_offered (&stance);

  g_assert_nonnull (strstr (offered, " 35 "));
}

/* Held down, the outcomes across, in the order of the file's names; x: can be chosen. */
static void
test_pairs (void)
{
  static const struct
  {
    const char *regime;
    FoiHeld     held;
    gboolean    offered;
    const char *outcomes; /* open disclosed part refused not-held neither clarified transferred … */
  } facts[] = {
    { "foia", FOI_HELD_NOT_CONSIDERED, TRUE, "xxxxxxxxx" },
    { "foia", FOI_HELD_YES, TRUE, "xxxx--xxx" },
    { "foia", FOI_HELD_PART, TRUE, "xxxx--xxx" },
    { "foia", FOI_HELD_NO, TRUE, "x---x-xx-" },
    { "foia", FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT, TRUE, "x--x-----" },
    { "foia", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, TRUE, "x----x--x" },
    { "eir", FOI_HELD_YES, TRUE, "xxxx--xxx" },
    { "eir", FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT, FALSE, "x--x-----" },
    { "eir", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, TRUE, "x----x--x" },
    /* In Scotland time to find out cannot be counted, and nothing but fees stops the clock. */
    { "foisa", FOI_HELD_YES, TRUE, "xxxx--xx-" },
    { "foisa", FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT, FALSE, "x--x-----" },
    { "foisa", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, TRUE, "x----x---" },
    { "eisr", FOI_HELD_YES, TRUE, "xxxx--xxx" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const FoiStance stance = { facts[i].regime, "local", facts[i].held, FOI_OUTCOME_OPEN };
      char outcomes[FOI_OUTCOME_EXTENDED + 2] = { 0 };

      for (guint j = 0; j <= FOI_OUTCOME_EXTENDED; j++)
        outcomes[j] = foi_offer_outcome (foi_rules_get_default (), &stance, j) ? 'x' : '-';
      g_test_message ("%s %s", facts[i].regime, foi_held_to_name (facts[i].held));
      g_assert_cmpstr (outcomes, ==, facts[i].outcomes);
      g_assert_cmpint (foi_offer_held (foi_rules_get_default (), &stance, facts[i].held), ==,
                       facts[i].offered);
    }
}

/* What an outcome becomes when another Held is chosen. */
static void
test_follow (void)
{
  static const struct
  {
    FoiOutcome before;
    FoiHeld    held;
    FoiOutcome after;
  } facts[] = {
    { FOI_OUTCOME_OPEN, FOI_HELD_YES, FOI_OUTCOME_OPEN },
    { FOI_OUTCOME_OPEN, FOI_HELD_NO, FOI_OUTCOME_NOT_HELD },
    { FOI_OUTCOME_REFUSED, FOI_HELD_NO, FOI_OUTCOME_NOT_HELD },
    { FOI_OUTCOME_REFUSED, FOI_HELD_PART, FOI_OUTCOME_REFUSED },
    { FOI_OUTCOME_REFUSED, FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT, FOI_OUTCOME_REFUSED },
    { FOI_OUTCOME_DISCLOSED, FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT, FOI_OUTCOME_REFUSED },
    { FOI_OUTCOME_DISCLOSED, FOI_HELD_NEITHER_CONFIRM_NOR_DENY, FOI_OUTCOME_NEITHER },
    { FOI_OUTCOME_EXTENDED, FOI_HELD_NEITHER_CONFIRM_NOR_DENY, FOI_OUTCOME_EXTENDED },
    { FOI_OUTCOME_NOT_HELD, FOI_HELD_YES, FOI_OUTCOME_OPEN },
    { FOI_OUTCOME_NOT_HELD, FOI_HELD_NOT_CONSIDERED, FOI_OUTCOME_NOT_HELD },
    { FOI_OUTCOME_TRANSFERRED, FOI_HELD_NO, FOI_OUTCOME_TRANSFERRED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_cmpint (foi_outcome_follow_held (facts[i].before, facts[i].held), ==, facts[i].after);
  g_assert_false (foi_outcome_asks_held (FOI_OUTCOME_CLARIFICATION));
  g_assert_false (foi_outcome_asks_held (FOI_OUTCOME_TRANSFERRED));
  g_assert_true (foi_outcome_asks_held (FOI_OUTCOME_REFUSED));
}

/* l limb, r reason, h harm, p public interest, s source, e estimate, o opinion, x earlier request,
 * w whose interests, d personal data, t time of publication, b balance of legitimate interests. */
static char *
dup_letters (FoiNeed needs)
{
  static const char letters[] = "lrhpseoxwdtb";
  GString *text = g_string_new (NULL);

  for (guint i = 0; letters[i] != '\0'; i++)
    if ((needs & (1u << i)) != 0)
      g_string_append_c (text, letters[i]);
  return g_string_free (text, FALSE);
}

static void
test_needs (void)
{
  static const struct
  {
    const char *regime, *section, *limb, *authority;
    FoiOutcome  outcome;
    const char *balance, *needs;
  } facts[] = {
    { "foia", "21", NULL, "local", FOI_OUTCOME_REFUSED, "absolute", "rs" },
    { "foia", "22", NULL, "local", FOI_OUTCOME_REFUSED, "qualified", "rpt" },
    { "foia", "31", "31(1)(a)", "local", FOI_OUTCOME_REFUSED, "qualified", "lrhpw" },
    { "foia", "31", "31(1)(a)", "local", FOI_OUTCOME_EXTENDED, "qualified", "lrhw" },
    { "foia", "27", "27(2)", "central", FOI_OUTCOME_REFUSED, "qualified", "lrp" },
    /* Section 36: only Parliament weighs nothing. */
    { "foia", "36", "36(2)(c)", "local", FOI_OUTCOME_REFUSED, "qualified", "lrhpo" },
    { "foia", "36", "36(2)(c)", "parliament", FOI_OUTCOME_REFUSED, "absolute", "lrho" },
    /* Section 37 goes by the limb. */
    { "foia", "37", NULL, "local", FOI_OUTCOME_REFUSED, "mixed", "lr" },
    { "foia", "37", "37(1)(a)", "local", FOI_OUTCOME_REFUSED, "absolute", "lr" },
    { "foia", "37", "37(1)(ac)", "local", FOI_OUTCOME_REFUSED, "qualified", "lrp" },
    { "foia", "40(1)", NULL, "local", FOI_OUTCOME_REFUSED, "absolute", "r" },
    { "foia", "40(2)", "40(3A)(a)", "local", FOI_OUTCOME_REFUSED, "absolute", "lrdb" },
    { "foia", "40(2)", "40(3B)", "local", FOI_OUTCOME_REFUSED, "qualified", "lrpd" },
    { "foia", "43(2)", NULL, "local", FOI_OUTCOME_REFUSED, "qualified", "rhpw" },
    { "foia", "12(1)", NULL, "local", FOI_OUTCOME_REFUSED, "none", "re" },
    { "foia", "14(1)", NULL, "local", FOI_OUTCOME_REFUSED, "none", "r" },
    { "foia", "14(2)", NULL, "local", FOI_OUTCOME_REFUSED, "none", "rx" },
    { "foisa", "38(1)(b)", "38(2A)", "local", FOI_OUTCOME_REFUSED, "absolute", "lrdb" },
    { "foisa", "36(2)", NULL, "local", FOI_OUTCOME_REFUSED, "absolute", "r" },
    { "foisa", "30", "30(c)", "local", FOI_OUTCOME_REFUSED, "qualified", "lrhpw" },
    /* "Would adversely affect" leaves no choice, and nothing is weighed of what is not held. */
    { "eir", "12(5)(e)", NULL, "local", FOI_OUTCOME_REFUSED, "qualified", "rpw" },
    { "eir", "12(4)(a)", NULL, "local", FOI_OUTCOME_NOT_HELD, "qualified", "r" },
    { "eir", "12(4)(d)", NULL, "local", FOI_OUTCOME_REFUSED, "qualified", "rpt" },
    { "eir", "13(1)", "13(2A)", "local", FOI_OUTCOME_REFUSED, "absolute", "lrdb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      JsonNode *rule = foi_rules_find_ground (foi_rules_get_default (), facts[i].regime,
                                              facts[i].section);
      JsonNode *limb = foi_ground_rule_find_limb (rule, facts[i].limb);
      g_autofree char *needs = dup_letters (foi_ground_rule_get_needs (
        rule, limb, facts[i].authority, facts[i].outcome));

      g_test_message ("%s %s %s", facts[i].regime, facts[i].section, facts[i].limb);
      g_assert_nonnull (rule);
      g_assert_true ((limb != NULL) == (facts[i].limb != NULL));
      g_assert_cmpstr (foi_ground_rule_get_balance (rule, limb, facts[i].authority), ==,
                       facts[i].balance);
      g_assert_cmpstr (needs, ==, facts[i].needs);
    }
}

/* What a file may hold and this program would not have offered. */
static void
test_misfits (void)
{
  static const struct
  {
    FoiStance   stance;
    const char *ground; /* JSON with ' for "; NULL: Held and outcome alone */
    const char *words;  /* NULL: nothing is wrong */
  } facts[] = {
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_DISCLOSED }, NULL, NULL },
    { { "foia", "local", FOI_HELD_NOT_CONSIDERED, FOI_OUTCOME_REFUSED }, NULL, NULL },
    { { "foia", "local", FOI_HELD_NO, FOI_OUTCOME_DISCLOSED }, NULL,
      "Held “No” and Outcome “Disclosed” contradict each other" },
    { { "foisa", "local", FOI_HELD_YES, FOI_OUTCOME_EXTENDED }, NULL,
      "FOISA has no outcome “Extended”" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED }, "{'act':'foia','section':'21'}",
      NULL },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED }, "{'act':'foisa','section':'25'}",
      "25 belongs to another law than FOIA" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED }, "{'act':'foia','section':'25'}",
      "FOIA has no ground 25" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED },
      "{'act':'foia','section':'31','limb':'31(1)(z)'}", "31 has no limb 31(1)(z)" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED }, "{'act':'foia','section':'35'}",
      "35 is not for an authority of your kind" },
    { { "foia", "central", FOI_HELD_YES, FOI_OUTCOME_REFUSED }, "{'act':'foia','section':'35'}",
      NULL },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED }, "{'act':'foia','section':'12(2)'}",
      "12(2) cannot be with Held “Yes”" },
    { { "foia", "local", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, FOI_OUTCOME_NEITHER },
      "{'act':'foia','section':'21'}", "21 is no ground to neither confirm nor deny" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED },
      "{'act':'foia','section':'21','public_interest':{'for':'It is public.'}}",
      "21 is absolute: no public interest is weighed" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED },
      "{'act':'foia','section':'40(2)','limb':'40(3B)','public_interest':{'for':'It is.'}}", NULL },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED },
      "{'act':'foia','section':'40(2)','limb':'40(3A)(a)','public_interest':{'for':'It is.'}}",
      "40(3A)(a) is absolute: no public interest is weighed" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_EXTENDED }, "{'act':'foia','section':'41'}",
      "41 cannot be with Outcome “Extended”" },
    { { "foia", "local", FOI_HELD_YES, FOI_OUTCOME_OPEN }, "{'act':'foia','section':'21'}", NULL },
    { { "unheard-of", "local", FOI_HELD_NO, FOI_OUTCOME_DISCLOSED }, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiRules *rules = foi_rules_get_default ();
      g_autofree char *json = g_strdelimit (g_strdup (facts[i].ground != NULL ? facts[i].ground
                                                                              : "null"), "'", '"');
      g_autoptr (JsonNode) ground = facts[i].ground != NULL ? json_from_string (json, NULL) : NULL;
      FoiMisfit misfit = foi_stance_find_misfit (rules, &facts[i].stance, ground);
      g_autofree char *words = misfit == FOI_MISFIT_NONE
                                 ? NULL
                                 : foi_misfit_dup_words (misfit, rules, &facts[i].stance, ground);

      g_test_message ("%s", facts[i].ground);
      g_assert_cmpstr (words, ==, facts[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offer/grounds", test_grounds);
  g_test_add_func ("/offer/unknown-authority", test_unknown_authority);
  g_test_add_func ("/offer/pairs", test_pairs);
  g_test_add_func ("/offer/follow", test_follow);
  g_test_add_func ("/offer/needs", test_needs);
  g_test_add_func ("/offer/misfits", test_misfits);
  return g_test_run ();
}
