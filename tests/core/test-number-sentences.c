/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-file.h"
#include "foi-checks.h"
#include "foi-json-edit.h"

#include <string.h>

/*
 * Sentences beside tables that withhold figures, `tests/core/sentences/sentences.tsv`: which table
 * they stand with (a case of that name), what they are, and their words, with `\n` for the end of a
 * line; of a case that ends in "-estimate" they are a number and what it is of. A "leak" tells
 * something of a withheld figure and has to be asked about; what is "honest" tells nothing, and
 * nobody is asked; what is "known" is honest, and is asked about all the same.
 */

#define FOLDER "tests/core/sentences"
#define TODAY "2024-11-20"
/* So many of each kind there are at least. */
#define LEAST 120
/* Of so many honest sentences one may be asked about. */
#define ONE_IN 20

static char *
dup_path (const char *name)
{
  return g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), FOLDER, name, NULL);
}

static char **
read_lines (void)
{
  g_autofree char *path = dup_path ("sentences.tsv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}

/* The case of the table, whose answer is the sentence above the table. */
static FoiCaseState *
load_with (const char *table, const char *sentence)
{
  g_autofree char *name = g_strconcat (table, ".foi.json", NULL);
  g_autofree char *path = dup_path (name);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_load (path, &faults, NULL, NULL, NULL, &error);
  g_auto (GStrv) parts = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_no_error (error);
  parts = g_strsplit (foi_case_state_get_string (state, "questions/q1/answer"), "ANSWER", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  answer = g_strjoinv (sentence, parts);
  node = foi_json_new_string (answer);
  return foi_case_state_with_node (state, "questions/q1/answer", node, NULL);
}

/* The case whose estimate is one row of the words: a number, and what it is of. */
static FoiCaseState *
load_with_estimate (const char *table, const char *words)
{
  g_autofree char *name = g_strconcat (table, ".foi.json", NULL);
  g_autofree char *path = dup_path (name);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_load (path, &faults, NULL, NULL, NULL, &error);
  g_autoptr (JsonNode) node = NULL;
  char *unit = NULL;
  const gint64 count = g_ascii_strtoll (words, &unit, 10);
  g_autofree char *json
    = g_strdup_printf ("{ \"rows\": [ { \"activity\": \"extract\", \"system\": \"Archive\","
                       " \"unit\": \"%s\", \"count\": %" G_GINT64_FORMAT ","
                       " \"minutes\": \"600\" } ] }", unit + 1, count);

  g_assert_no_error (error);
  node = json_from_string (json, &error);
  g_assert_no_error (error);
  json_node_seal (node);
  return foi_case_state_with_node (state, "questions/q2/estimate", node, NULL);
}

/* What would keep the letter in the house until somebody looked at its words; else NULL. */
static char *
dup_asked (FoiCaseState *state)
{
  static const char *const ids[] = { "number-unexplained", "withheld-value-in-text",
                                     "suppression-derivable", NULL };
  g_autoptr (GPtrArray) findings
    = foi_checks_run (state, foi_rules_get_default (), foi_holidays_get_default (),
                      foi_date_from_iso (TODAY), NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      if (g_strv_contains (ids, finding->id) && finding->accepted == NULL)
        return g_strdup_printf ("%s: %s", finding->id, finding->message);
    }
  return NULL;
}

typedef struct
{
  guint n_leaks, n_honest, n_known, n_wrong;
} Count;

static void
check (Count *count, guint line, char *const *parts)
{
  const gboolean is_leak = g_str_equal (parts[1], "leak");
  const gboolean is_known = g_str_equal (parts[1], "known");
  g_autofree char *words = g_strcompress (parts[2]);
  g_autoptr (FoiCaseState) state = g_str_has_suffix (parts[0], "-estimate")
                                     ? load_with_estimate (parts[0], words)
                                     : load_with (parts[0], words);
  g_autofree char *asked = dup_asked (state);

  g_assert_true (is_leak || is_known || g_str_equal (parts[1], "honest"));
  count->n_leaks += is_leak ? 1 : 0;
  count->n_honest += is_leak ? 0 : 1;
  count->n_known += is_known ? 1 : 0;
  if ((asked != NULL) == (is_leak || is_known))
    return;
  count->n_wrong++;
  g_test_message ("line %u, %s: “%s” %s", line, parts[1], parts[2],
                  asked != NULL ? asked : "is not asked about");
}

static void
test_sentences (void)
{
  g_auto (GStrv) lines = read_lines ();
  Count count = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (parts), ==, 3);
      check (&count, i + 1, parts);
    }
  g_test_message ("%u sentences that tell, %u that do not, of which %u are asked about",
                  count.n_leaks, count.n_honest, count.n_known);
  g_assert_cmpuint (count.n_wrong, ==, 0);
  g_assert_cmpuint (count.n_leaks, >=, LEAST);
  g_assert_cmpuint (count.n_honest, >=, LEAST);
  g_assert_cmpuint (count.n_known * ONE_IN, <=, count.n_honest);
}

/* Without a word beside it each table is safe: what is asked about is asked for the sentence. */
static void
test_tables (void)
{
  static const char *const tables[] = { "schools", "police", "hospital" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (FoiCaseState) state = load_with (tables[i], "");
      g_autofree char *asked = dup_asked (state);

      g_assert_cmpstr (asked, ==, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-sentences/tables", test_tables);
  g_test_add_func ("/number-sentences/sentences", test_sentences);
  return g_test_run ();
}
