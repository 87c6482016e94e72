/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-checks.h"
#include "letter-case.h"

/* What says how a contradiction is mended, and what mends it. */

static GPtrArray *
check (FoiCaseState *state)
{
  return foi_checks_run (state, foi_rules_get_default (), foi_holidays_get_default (),
                         foi_date_from_iso ("2024-11-20"), NULL);
}

/* The first, or NULL. */
static const FoiFinding *
find (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((FoiFinding *) findings->pdata[i])->id, "impossible-answer"))
      return findings->pdata[i];
  return NULL;
}

static void
assert_mended (FoiCaseState *state, const FoiMend *mend)
{
  g_autoptr (FoiCaseState) mended = foi_case_state_with_node (state, mend->path, mend->value, NULL);
  g_autoptr (GPtrArray) left = NULL;

  g_assert_nonnull (mended);
  left = check (mended);
  g_assert_null (find (left));
}

/* Officers call what is not held refused where their law makes a refusal of it. Only who has said
 * under Held that it is not, and names no other ground, is offered the outcome. */
static void
test_refused_as_not_held (void)
{
#define REFUSED(act, section, held, more) \
  CASE ("", QUESTION ("q1", "1", ",'regime':'" act "','outcome':'refused'" held ",'grounds':[" \
                      "{'act':'" act "','section':'" section "','kind':'not-held'}" more "]"), "")
#define NO ",'held':'no'"
#define OTHER ",{'act':'eir','section':'12(5)(f)'}"
  static const struct
  {
    const char *text, *cite, *fix;
    gboolean    is_offered;
  } facts[] = {
    { REFUSED ("eir", "12(4)(a)", NO, ""), "regulation 12(4)(a),", "outcome “Not held”", TRUE },
    { REFUSED ("eisr", "10(4)(a)", NO, ""), "regulation 10(4)(a),", "outcome “Not held”", TRUE },
    { REFUSED ("foisa", "17", NO, ""), "section 17,", "outcome “Not held”", TRUE },
    { REFUSED ("eir", "12(4)(a)", "", ""), "regulation 12(4)(a),", "If it is not held", FALSE },
    { REFUSED ("eir", "12(4)(a)", ",'held':'yes'", ""), "regulation 12(4)(a),", "If it is held",
      FALSE },
    { REFUSED ("eir", "12(4)(a)", NO, OTHER), "regulation 12(4)(a),", "two parts", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_state (facts[i].text);
      g_autoptr (GPtrArray) findings = check (state);
      const FoiFinding *finding = find (findings);

      g_assert_nonnull (finding);
      g_assert_cmpstr (finding->path, ==, "$.foi:case.questions[0].outcome");
      g_assert_nonnull (strstr (finding->message, facts[i].cite));
      g_assert_nonnull (strstr (finding->fix, facts[i].fix));
      g_assert_true ((finding->mend != NULL) == facts[i].is_offered);
      if (finding->mend != NULL)
        assert_mended (state, finding->mend);
    }
}

/* Held goes with one outcome alone, which is named; else the officer has to choose. */
static void
test_way_out (void)
{
#define SAID(outcome, held) \
  CASE ("", QUESTION ("q1", "1", ",'outcome':'" outcome "','held':'" held "','answer':'a'"), "")
  static const struct
  {
    const char *text, *fix;
  } facts[] = {
    { SAID ("refused", "no"), "If Held “No” is right, the outcome is “Not held”; " },
    { SAID ("disclosed", "no"), "If Held “No” is right, the outcome is “Not held”; " },
    { SAID ("disclosed", "cannot-confirm-within-limit"), "is right, the outcome is “Refused”; " },
    { SAID ("not-held", "yes"), "Choose anew" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_state (facts[i].text);
      g_autoptr (GPtrArray) findings = check (state);
      const FoiFinding *finding = find (findings);

      g_assert_nonnull (finding);
      g_assert_nonnull (strstr (finding->fix, facts[i].fix));
      g_assert_null (finding->mend);
    }
}

/* The kind decides on the statutory sentence: a wrong one is told, and the rules' one is offered. A
 * ground without one is read by the rules. */
static void
test_kind (void)
{
#define GROUND(act, section, more) \
  CASE ("", QUESTION ("q1", "1", ",'regime':'" act "','outcome':'refused','held':'yes'" \
                      ",'grounds':[{'act':'" act "','section':'" section "'" more "}]"), "")
  static const struct
  {
    const char *text, *right;
  } facts[] = {
    { GROUND ("foia", "12(1)", ",'kind':'class'"), "cost" },
    { GROUND ("foia", "27", ",'limb':'27(2)','kind':'prejudice'"), "class" },
    { GROUND ("foia", "12(1)", ",'kind':'cost'"), NULL },
    { GROUND ("foia", "12(1)", ",'kind':''"), NULL },
    { GROUND ("foia", "12(1)", ""), NULL },
    { GROUND ("foia", "27", ",'limb':'27(2)','kind':'class'"), NULL },
    { GROUND ("foia", "27", ",'limb':'27(1)','kind':'prejudice'"), NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_state (facts[i].text);
      g_autoptr (GPtrArray) findings = check (state);
      const FoiFinding *finding = find (findings);

      g_assert_true ((finding != NULL) == (facts[i].right != NULL));
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->path, ==, "$.foi:case.questions[0].grounds[0]");
      g_assert_nonnull (strstr (finding->message, facts[i].right));
      g_assert_cmpstr (json_node_get_string (finding->mend->value), ==, facts[i].right);
      assert_mended (state, finding->mend);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks-misfits/refused-as-not-held", test_refused_as_not_held);
  g_test_add_func ("/checks-misfits/way-out", test_way_out);
  g_test_add_func ("/checks-misfits/kind", test_kind);
  return g_test_run ();
}
