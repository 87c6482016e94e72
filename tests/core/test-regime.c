/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A law that nobody has written yet, with its own numbers, goes all the way without a line of C. */

#include "letter-case.h"

#include "foi-json-edit.h"
#include "foi-letter-writers.h"
#include "foi-offer.h"
#include "foi-rules-clock.h"

#include <glib/gstdio.h>

static void
copy_file (const char *folder, const char *from, const char *name, gboolean add)
{
  g_autofree char *source = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), from, name, NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!add)
    {
      g_assert_cmpint (g_unlink (target), ==, 0);
      return;
    }
  g_assert_true (g_file_get_contents (source, &text, &length, NULL));
  g_assert_true (g_file_set_contents (target, text, (gssize) length, NULL));
}

/* The made-up law beside the one whose paragraphs it takes over, in a folder of their own. */
static FoiRules *
load_rules (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foi-regime-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  FoiRules *rules;

  copy_file (folder, "resources/rules", "foia.json", TRUE);
  copy_file (folder, "tests/data/rules", "ledger.json", TRUE);
  rules = foi_rules_new_from_directory (folder, &error);
  g_assert_no_error (error);
  copy_file (folder, "resources/rules", "foia.json", FALSE);
  copy_file (folder, "tests/data/rules", "ledger.json", FALSE);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return rules;
}

/* Seven working days of Scotland, whose 2 December 2024 was no working day. */
static void
test_deadline (void)
{
  static const struct
  {
    const char *received, *due;
  } facts[] = {
    { "2024-10-30", "2024-11-08" },
    { "2024-11-27", "2024-12-09" },
    { "2025-04-16", "2025-04-28" },
  };
  g_autoptr (FoiRules) rules = load_rules ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCalendar) calendar = foi_rules_new_calendar (rules, "ledger",
                                                             foi_holidays_get_default (), &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const FoiDate received = foi_date_from_iso (facts[i].received);
      const FoiClockEvents events = { .received = received };
      g_autoptr (FoiDeadline) deadline = NULL;
      g_autofree char *due = NULL;
      FoiClockRule rule;

      g_assert_true (foi_rules_get_clock (rules, "ledger", received, FALSE, &rule, NULL));
      deadline = foi_deadline_compute (&events, &rule, calendar);
      due = foi_date_to_iso (deadline->due);
      g_assert_cmpstr (due, ==, facts[i].due);
    }
}

static void
test_limits (void)
{
  static const struct
  {
    const char *authority, *received;
    gint64      pounds, hours;
  } facts[] = {
    { "local", "2024-12-31", 90, 6 },
    { "local", "2025-01-01", 120, 8 },
    { "central", "2024-12-31", 500, 25 },
    { NULL, "2025-06-01", 120, 8 },
  };
  g_autoptr (FoiRules) rules = load_rules ();

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      JsonNode *limit = foi_rules_find_limit (rules, "ledger", "appropriate-limit",
                                              facts[i].authority,
                                              foi_date_from_iso (facts[i].received));

      g_assert_cmpint (foi_json_get_integer (limit, "pounds", 0), ==, facts[i].pounds);
      g_assert_cmpint (foi_json_get_integer (limit, "hours", 0), ==, facts[i].hours);
    }
}

static char *
dup_offered (FoiRules *rules, const char *authority, FoiHeld held, FoiOutcome outcome)
{
  JsonNode *grounds = foi_json_get_member (foi_rules_get_regime (rules, "ledger"), "grounds");
  const FoiStance stance = { "ledger", authority, held, outcome };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    if (foi_offer_ground (rules, &stance, foi_json_get_element (grounds, i)))
      g_string_append_printf (text, "%s ", foi_json_get_string (foi_json_get_element (grounds, i),
                                                                "section", ""));
  return g_string_free (text, FALSE);
}

static void
test_grounds (void)
{
  static const struct
  {
    const char *authority;
    FoiHeld     held;
    FoiOutcome  outcome;
    const char *offered;
  } facts[] = {
    { "local", FOI_HELD_YES, FOI_OUTCOME_REFUSED, "6 8 9 " },
    { "central", FOI_HELD_YES, FOI_OUTCOME_REFUSED, "6 8 9 10 " },
    { "local", FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT, FOI_OUTCOME_REFUSED, "6A " },
    { "local", FOI_HELD_NEITHER_CONFIRM_NOR_DENY, FOI_OUTCOME_NEITHER, "9 " },
    { "local", FOI_HELD_YES, FOI_OUTCOME_EXTENDED, "" },
  };
  g_autoptr (FoiRules) rules = load_rules ();
  JsonNode *harbours = foi_rules_find_ground (rules, "ledger", "9");

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *offered = dup_offered (rules, facts[i].authority, facts[i].held,
                                              facts[i].outcome);

      g_assert_cmpstr (offered, ==, facts[i].offered);
    }
  g_assert_cmpstr (foi_ground_rule_get_balance (
                     harbours, foi_ground_rule_find_limb (harbours, "9(a)"), "local"),
                   ==, "absolute");
  g_assert_cmpstr (foi_ground_rule_get_balance (
                     foi_rules_find_ground (rules, "ledger", "10"), NULL, "parliament"),
                   ==, "absolute");
}

#define LEDGER_CASE \
  CASE (",'request':{'text':'x','received':'2024-10-30'}," \
        "'letters':[{'id':'l','type':'response','date':'2024-11-08'}]," \
        "'authority':{'name':'Port','team':'Desk','type':'local'}", \
        QUESTION ("q1", "1", ",'held':'yes','outcome':'refused'," \
                  "'grounds':[{'act':'ledger','section':'6','kind':'cost'}]") "," \
        QUESTION ("q2", "2", ",'held':'yes','outcome':'refused','grounds':[{'act':'ledger'," \
                  "'section':'9','limb':'9(b)','kind':'prejudice','harm':'would'," \
                  "'reason':'Ships would leave.'}]"), "")

/* The letter names the law, its limit of that day, its articles, ombudsman and own words. */
static void
test_letter (void)
{
  static const char *const words[] = {
    "Open Ledgers Order 1999 (OLO)", "This would cost more than £90.",
    "The limit is set by article 6 of the Open Ledgers Order 1999.",
    "would harm the trade of a harbour", "article 9(b)", "Ships would leave.",
    "The harbour master keeps the ledgers.",
    "Ledger Ombudsman", "https://ledger.example/complain",
  };
  static const char *const others[] = { "2000", "Information Commissioner", "£450", "section " };
  g_autoptr (FoiRules) rules = load_rules ();
  g_auto (GStrv) halves = g_strsplit (LEDGER_CASE, "'regime':'foia'", 2);
  g_autofree char *text = g_strjoinv ("'regime':'ledger'", halves);
  g_autoptr (FoiBrief) brief = make_brief (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = foi_letter_compose (brief, rules, "response", FALSE, &error);
  g_autofree char *written = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *flat = NULL;

  g_assert_no_error (error);
  written = foi_letter_to_text (letter);
  pieces = g_regex_split_simple ("\\s+", written, 0, 0);
  flat = g_strjoinv (" ", pieces);
  g_test_message ("%s", written);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (flat, words[i]) == NULL)
      g_error ("not in the letter: %s", words[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (flat, others[i]) != NULL)
      g_error ("in the letter: %s", others[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regime/deadline", test_deadline);
  g_test_add_func ("/regime/limits", test_limits);
  g_test_add_func ("/regime/grounds", test_grounds);
  g_test_add_func ("/regime/letter", test_letter);
  return g_test_run ();
}
