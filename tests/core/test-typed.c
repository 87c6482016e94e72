/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-typed.h"

#include "foi-json-edit.h"

/* The columns that typed.tsv speaks of. */
static const struct
{
  const char *words;
  FoiValueType type;
  int decimals;
  const char *unit;
} kinds[] = {
  { "whole number", FOI_VALUE_INTEGER, -1, NULL },
  { "whole number of weeks", FOI_VALUE_INTEGER, -1, "weeks" },
  { "decimal, 1 place", FOI_VALUE_DECIMAL, 1, NULL },
  { "decimal, 3 places", FOI_VALUE_DECIMAL, 3, NULL },
  { "money, 2 places", FOI_VALUE_MONEY, 2, NULL },
  { "money, whole", FOI_VALUE_MONEY, 0, NULL },
  { "money, CHF", FOI_VALUE_MONEY, 2, "CHF" },
  { "percentage, 1 place", FOI_VALUE_PERCENTAGE, 1, NULL },
  { "percentage, whole", FOI_VALUE_PERCENTAGE, 0, NULL },
  { "date", FOI_VALUE_DATE, -1, NULL },
  { "month", FOI_VALUE_MONTH, -1, NULL },
  { "calendar year", FOI_VALUE_YEAR, -1, NULL },
  { "financial year", FOI_VALUE_FINANCIAL_YEAR, -1, NULL },
  { "text", FOI_VALUE_TEXT, -1, NULL },
};

static FoiColumn *
make_kind (gsize kind)
{
  g_autoptr (FoiColumn) text = foi_column_new ("f", NULL, FOI_VALUE_TEXT);

  return foi_column_with_type (text, kinds[kind].type, kinds[kind].decimals, kinds[kind].unit);
}

/* Weeks for which there are figures, of the 52 of a year. */
static FoiColumn *
make_coverage (void)
{
  g_autoptr (FoiColumn) text = foi_column_new ("f", NULL, FOI_VALUE_TEXT);
  g_autoptr (FoiColumn) weeks = foi_column_with_type (text, FOI_VALUE_INTEGER, -1, "weeks");
  g_autoptr (JsonNode) role = foi_json_new_string ("coverage");
  g_autoptr (JsonNode) of = foi_json_new_integer (52);
  g_autoptr (FoiColumn) coverage = foi_column_with_member (weeks, "foi:role", role);

  return foi_column_with_member (coverage, "foi:of", of);
}

static FoiColumn *
make_column (const char *words)
{
  if (strcmp (words, "weeks of 52") == 0)
    return make_coverage ();
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i].words, words) == 0)
        return make_kind (i);
    }
  g_assert_not_reached ();
}

/* Unseen characters are written \uXXXX in the file. */
static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      if (text[0] == '\\' && text[1] == 'u')
        {
          g_autofree char *digits = g_strndup (text + 2, 4);

          g_string_append_unichar (out, (gunichar) g_ascii_strtoull (digits, NULL, 16));
          text += 6;
        }
      else
        {
          g_string_append_c (out, *text++);
        }
    }
  return g_string_free (out, FALSE);
}

/* What is offered can be typed. */
static void
assert_choices (FoiColumn *column, const FoiRefusal *refusal)
{
  for (guint i = 0; refusal->choices != NULL && refusal->choices[i] != NULL; i++)
    {
      FoiCell cell;

      g_test_message ("%s: %s", refusal->reason, refusal->choices[i]);
      g_assert_true (foi_typed_parse (column, refusal->choices[i], &cell, NULL));
      foi_cell_clear (&cell);
    }
  g_assert_nonnull (refusal->reason);
  g_assert_true (g_utf8_validate (refusal->reason, -1, NULL));
}

/* What is shown in the editor, in a letter and in a file can be typed too, and is the same. */
static void
assert_typed_again (FoiColumn *column, const FoiCell *cell)
{
  char *texts[] = {
    foi_typed_for_editing (column, cell),
    foi_column_format (column, cell),
    foi_column_format_plain (column, cell),
    foi_column_format_under_heading (column, cell),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (FoiCell) again = FOI_CELL_INIT;

      g_assert_true (foi_typed_parse (column, texts[i], &again, NULL));
      g_assert_true (foi_cell_equal (cell, &again));
      g_free (texts[i]);
    }
}

/* Plain, with bounds behind a mark: `[c] 1-4`. */
static char *
describe (FoiColumn *column, const FoiCell *cell, const FoiTypedBounds *bounds)
{
  g_autofree char *plain = foi_column_format_plain (column, cell);

  if (cell->state == FOI_CELL_BLANK)
    return g_strdup ("(blank)");
  if (!bounds->known)
    return g_steal_pointer (&plain);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, plain, bounds->from,
                          bounds->to);
}

static void
check_line (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  guint n_fields = g_strv_length (fields);
  g_autoptr (FoiColumn) column = make_column (fields[0]);
  g_autofree char *typed = unescape (fields[1]);
  g_autofree char *expected = unescape (fields[2]);
  g_autofree char *choices = NULL;
  g_autofree char *found = NULL;
  g_auto (FoiRefusal) refusal = { NULL, NULL };
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  FoiTypedBounds bounds;

  g_test_message ("%s", line);
  if (foi_typed_parse_full (column, typed, &cell, &bounds, &refusal))
    {
      found = describe (column, &cell, &bounds);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpuint (n_fields, ==, 3);
      g_assert_null (refusal.reason);
      assert_typed_again (column, &cell);
      return;
    }
  g_assert_cmpstr (expected, ==, "refused");
  g_assert_cmpuint (n_fields, ==, 5);
  choices = refusal.choices != NULL ? g_strjoinv (" | ", refusal.choices) : g_strdup ("");
  g_assert_cmpstr (choices, ==, fields[3]);
  g_assert_cmpstr (refusal.reason, ==, fields[4]);
  g_assert_cmpint (cell.state, ==, FOI_CELL_BLANK);
  assert_choices (column, &refusal);
}

static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "typed.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_checked = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '\0' || g_str_has_prefix (lines[i], "column\t"))
        continue;
      check_line (lines[i]);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 250);
}

/* Whatever is put together of what people type: read and read again, or refused with a reason. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "0", "1", "12", "345", "000", "2016", "2024", "17", "99", ",", ".", " ", "'", "-", "–", "/",
    "£", "€", "$", "%", "GBP", "CHF", "k", "m", "bn", "e5", "p", "(", ")", "[c]", "<", "*", "Nov",
    "November", "Wed", "th", "FY", "weeks", "\302\240", "\342\210\222", "٢", "５", "\n", "\a",
    "=", "+", "n/a", "T10:00", ":", "[1]",
  };

  for (int i = 0; i < 60000; i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      gsize kind = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (kinds));
      g_autoptr (FoiColumn) column = make_kind (kind);
      g_auto (FoiRefusal) refusal = { NULL, NULL };
      g_auto (FoiCell) cell = FOI_CELL_INIT;

      for (int n = g_test_rand_int_range (0, 7); n > 0; n--)
        g_string_append (typed, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (foi_typed_parse (column, typed->str, &cell, &refusal))
        assert_typed_again (column, &cell);
      else
        assert_choices (column, &refusal);
    }
}

static void
test_invalid (void)
{
  g_autoptr (FoiColumn) text = make_column ("text");
  g_autofree char *long_text = g_strnfill (20000, 'a');
  FoiCell cell;

  g_assert_false (foi_typed_parse (text, "\377", &cell, NULL));
  g_assert_false (foi_typed_parse (text, long_text, &cell, NULL));
}

/* Whatever a column has, from the least to the most, is read as it is shown. */
static void
test_every_value (void)
{
  static const gint64 numbers[] = { 0, 1, -1, 5, 10, 999, 1000, -1000, 123456789,
                                    G_GINT64_CONSTANT (999999999999999999),
                                    G_GINT64_CONSTANT (-999999999999999999) };

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (FoiColumn) column = make_kind (kind);

      for (int state = FOI_CELL_BLANK; state <= FOI_CELL_LOW; state++)
        {
          FoiCell cell = foi_cell_state ((FoiCellState) state);

          assert_typed_again (column, &cell);
        }
      for (gsize i = 0; foi_column_is_numeric (column) && i < G_N_ELEMENTS (numbers); i++)
        {
          FoiCell cell = foi_cell_number (numbers[i]);

          assert_typed_again (column, &cell);
        }
      if (kinds[kind].type == FOI_VALUE_DATE)
        for (gint64 day = 639000; day < 740000; day += 17)
          assert_typed_again (column, &(FoiCell) { .number = day, .state = FOI_CELL_VALUE });
    }
}

static void
test_proposals (void)
{
  static const struct
  {
    const char *heading;
    const char *unit;
    const char *values; /* between bars */
    const char *field;
  } facts[] = {
    { "Financial Year", NULL, "2015/16|2016/17|2017/18",
      "'type':'string','foi:role':'period','foi:period':'financial-year',"
      "'constraints':{'pattern':'^[0-9]{4}/[0-9]{2}$'}" },
    { "Reporting Year", NULL, "2010-11|2011-12|2012-13",
      "'type':'string','foi:role':'period','foi:period':'financial-year',"
      "'constraints':{'pattern':'^[0-9]{4}/[0-9]{2}$'}" },
    { "Month", NULL, "2010-11|2010-12|2011-01", "'type':'yearmonth','foi:role':'period'" },
    { "Period", NULL, "Nov-24|Dec-24|Jan-25", "'type':'yearmonth','foi:role':'period'" },
    { "Received", NULL, "27/11/2024|28/11/2024|28/11/2024", "'type':'date'" },
    { "Received", NULL, "27/11/2024|03/04/2024", "'type':'date','foi:role':'period'" },
    { "Band", NULL, "1|2|Other", "'type':'string','foi:role':'category'" },
    { "Year", NULL, "2015|2015|2016", "'type':'year','foi:role':'period'" },
    { "Period", NULL, "2024|2025", "'type':'year','foi:role':'period'" },
    { "Period", NULL, "2024|2024|2025", "'type':'integer','foi:role':'measure'" },
    { "Calls per year", NULL, "1950|2016|2017", "'type':'integer','foi:role':'measure'" },
    { "Number of MASH Calls Answered", NULL, "20,049|37,626|n/a|8,649",
      "'type':'integer','foi:role':'measure'" },
    { "Number of weeks in reporting year statistics are available", NULL, "21|52|51|27",
      "'type':'integer','foi:role':'coverage','foi:unit':'weeks','foi:of':52" },
    { "Average weeks waited", NULL, "21|52|51|27", "'type':'integer','foi:role':'measure'" },
    { "Comment", NULL, "Detailed recording began in November 2016||1 week not available",
      "'type':'string','foi:role':'note'" },
    { "Budget (£)", NULL, "274,552|264,522",
      "'type':'number','foi:role':'measure','foi:unit':'GBP','foi:decimals':0" },
    { "Budget", "£", "274,552|264,522",
      "'type':'number','foi:role':'measure','foi:unit':'GBP','foi:decimals':0" },
    { "Spend", NULL, "£1.50|lots|few", "'type':'string','foi:role':'category'" },
    { "Spend", NULL, "£1.50|£2|-",
      "'type':'number','foi:role':'measure','foi:unit':'GBP','foi:decimals':2" },
    { "Spend £000", NULL, "1.5|2", "'type':'number','foi:role':'measure','foi:decimals':1" },
    { "Answered", NULL, "12.5%|100%",
      "'type':'number','foi:role':'measure','foi:unit':'%','foi:decimals':1" },
    { "Share", "%", "12|13",
      "'type':'number','foi:role':'measure','foi:unit':'%','foi:decimals':0" },
    { "Staff", "FTE", "12.25|13",
      "'type':'number','foi:role':'measure','foi:unit':'FTE','foi:decimals':2" },
    { "Ward", NULL, "Foleshill|Holbrook", "'type':'string','foi:role':'category'" },
    { "Code", NULL, "007|123", "'type':'string','foi:role':'category'" },
    { "Empty", NULL, "||", "'type':'string'" },
    { "Only marks", NULL, "n/a|*", "'type':'string','foi:role':'category'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_auto (GStrv) values = g_strsplit (facts[i].values, "|", -1);
      g_autoptr (FoiColumn) column
        = foi_typed_propose_column ("f", facts[i].heading, facts[i].unit,
                                    (const char *const *) values, g_strv_length (values));
      g_autofree char *json
        = g_strdup_printf ("{'name':'f','title':'%s',%s}", facts[i].heading, facts[i].field);
      g_autoptr (JsonNode) expected = json_from_string (g_strdelimit (json, "'", '"'), NULL);
      g_autofree char *found = json_to_string (foi_column_get_field (column), FALSE);

      g_test_message ("%s: %s", facts[i].heading, found);
      g_assert_true (foi_json_equal (foi_column_get_field (column), expected));
    }
}

/* What is read at first sight is what all ways of reading say: a space before a number or a day
 * means nothing, and is looked at by the others. */
static void
test_first_sight (void)
{
  static const struct
  {
    FoiValueType type;
    int decimals;
    const char *unit;
  } columns[] = {
    { FOI_VALUE_INTEGER, -1, NULL },    { FOI_VALUE_DECIMAL, 0, NULL },
    { FOI_VALUE_DECIMAL, 3, NULL },     { FOI_VALUE_DECIMAL, 6, NULL },
    { FOI_VALUE_MONEY, 2, "GBP" },      { FOI_VALUE_PERCENTAGE, 1, NULL },
    { FOI_VALUE_DATE, -1, NULL },
  };
  static const char signs[] = "0123456789012345678901234567890.-";
  g_autoptr (FoiColumn) text = foi_column_new ("f", NULL, FOI_VALUE_TEXT);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (FoiColumn) column
        = foi_column_with_type (text, columns[i].type, columns[i].decimals, columns[i].unit);

      for (int n = 0; n < 4000; n++)
        {
          char typed[24] = " ";
          int length = g_test_rand_int_range (1, 20);
          g_auto (FoiCell) cell = FOI_CELL_INIT, other = FOI_CELL_INIT;
          gboolean accepted;

          for (int j = 1; j <= length; j++)
            typed[j] = signs[g_test_rand_int_range (0, (int) sizeof signs - 1)];
          if (columns[i].type == FOI_VALUE_DATE)
            g_snprintf (typed, sizeof typed, " %d-%02d-%02d", g_test_rand_int_range (1800, 2200),
                        g_test_rand_int_range (0, 14), g_test_rand_int_range (0, 33));
          accepted = foi_typed_parse (column, typed + 1, &cell, NULL);
          g_test_message ("%s in column %d", typed, (int) i);
          g_assert_cmpint (foi_typed_parse (column, typed, &other, NULL), ==, accepted);
          g_assert_true (foi_cell_equal (&cell, &other));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/table", test_table);
  g_test_add_func ("/typed/random", test_random);
  g_test_add_func ("/typed/first-sight", test_first_sight);
  g_test_add_func ("/typed/invalid", test_invalid);
  g_test_add_func ("/typed/every-value", test_every_value);
  g_test_add_func ("/typed/proposals", test_proposals);
  return g_test_run ();
}
