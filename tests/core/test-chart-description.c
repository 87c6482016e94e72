/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "make-table.h"

#include "foi-chart.h"
#include "foi-table.h"

/*
 * The description of a chart, read back as a person would: each sentence must be one of those known
 * here, each of its claims is worked out again from the figures, and what the figures call for must
 * have been said. Nothing of the code under test is used for that.
 */

#define MAX_ROWS 24
#define NO_VALUE G_MININT64
#define NOT_KNOWN -1

typedef struct
{
  const char *kind;
  guint    n;
  gboolean is_rate;
  gboolean has_coverage;
  gboolean is_time;                 /* years; else names in no order */
  int      year[MAX_ROWS];
  gint64   calls[MAX_ROWS];         /* or NO_VALUE */
  char     mark[MAX_ROWS];          /* of a cell without a value: c x z, or ' ' */
  int      weeks[MAX_ROWS];         /* or NOT_KNOWN */
} Facts;

static void
draw (GRand *rand, Facts *facts)
{
  static const char marks[] = "cxz ";
  int year = g_rand_int_range (rand, 1990, 2010);
  int spread = g_rand_boolean (rand) ? 3 : 5000;
  int lowest = g_rand_int_range (rand, 0, 3) == 0 ? -spread : 0;

  facts->n = (guint) g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 4 : MAX_ROWS);
  facts->has_coverage = g_rand_boolean (rand);
  facts->is_rate = facts->has_coverage && g_rand_boolean (rand);
  facts->is_time = g_rand_boolean (rand);
  for (guint i = 0; i < facts->n; i++)
    {
      facts->year[i] = year;
      year += g_rand_int_range (rand, 0, 8) == 0 ? 3 : 1;
      facts->calls[i] = g_rand_int_range (rand, lowest, spread + 1);
      facts->mark[i] = marks[g_rand_int_range (rand, 0, 4)];
      if (g_rand_int_range (rand, 0, 5) == 0)
        facts->calls[i] = NO_VALUE;
      facts->weeks[i] = g_rand_boolean (rand) ? 52 : g_rand_int_range (rand, 1, 53);
      if (g_rand_int_range (rand, 0, 9) == 0)
        facts->weeks[i] = NOT_KNOWN;
    }
}

static char *
name_of (const Facts *facts, guint i)
{
  return facts->is_time
             ? g_strdup_printf ("%04d/%02d", facts->year[i], (facts->year[i] + 1) % 100)
             : g_strdup_printf ("Ward %d", facts->year[i]);
}

static char *
write_table (const Facts *facts)
{
  GString *text = g_string_new ("{'name':'t','type':'table','schema':{'fields':[");

  g_string_append (text, facts->is_time
                             ? "{'name':'y','type':'string','foi:period':'financial-year'},"
                             : "{'name':'y','type':'string'},");
  g_string_append (text, "{'name':'n','title':'Calls','type':'integer','foi:role':'measure'},"
                         "{'name':'w','type':'integer','foi:role':'coverage','foi:of':52,"
                         "'foi:unit':'weeks','foi:covers':[");
  g_string_append (text, facts->has_coverage ? "'n']}]},'data':[" : "]}]},'data':[");
  for (guint i = 0; i < facts->n; i++)
    {
      g_autofree char *name = name_of (facts, i);

      g_string_append_printf (text, "%s['%s',", i > 0 ? "," : "", name);
      if (facts->calls[i] != NO_VALUE)
        g_string_append_printf (text, "%" G_GINT64_FORMAT ",", facts->calls[i]);
      else if (facts->mark[i] == ' ')
        g_string_append (text, "'',");
      else
        g_string_append_printf (text, "'[%c]',", facts->mark[i]);
      if (facts->weeks[i] == NOT_KNOWN)
        g_string_append (text, "'']");
      else
        g_string_append_printf (text, "%d]", facts->weeks[i]);
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

/* ---- what is true ---- */

/* Tenths of calls a week, or ten times the calls: one scale for both. */
static gint64
tenths_of (const Facts *facts, guint i)
{
  gint64 calls = facts->calls[i], size, rounded;

  if (!facts->is_rate)
    return calls * 10;
  size = ABS (calls) * 10;
  rounded = size / facts->weeks[i];
  if ((size - rounded * facts->weeks[i]) * 2 >= facts->weeks[i])
    rounded++;
  return calls < 0 ? -rounded : rounded;
}

static gboolean
is_shown (const Facts *facts, guint i)
{
  return facts->calls[i] != NO_VALUE && !(facts->is_rate && facts->weeks[i] == NOT_KNOWN);
}

static gboolean
is_part (const Facts *facts, guint i)
{
  return is_shown (facts, i) && facts->has_coverage && facts->weeks[i] != NOT_KNOWN
         && facts->weeks[i] < 52;
}

static gboolean
is_unsure (const Facts *facts, guint i)
{
  return is_shown (facts, i) && facts->has_coverage && facts->weeks[i] == NOT_KNOWN;
}

static gboolean
is_compared (const Facts *facts, guint i)
{
  return is_shown (facts, i)
         && (facts->is_rate || !(is_part (facts, i) || is_unsure (facts, i)));
}

static guint
count (const Facts *facts, gboolean (*is) (const Facts *, guint))
{
  guint n = 0;

  for (guint i = 0; i < facts->n; i++)
    n += is (facts, i) ? 1 : 0;
  return n;
}

static gint64
extreme (const Facts *facts, gboolean (*is) (const Facts *, guint), gboolean highest)
{
  gint64 found = highest ? G_MININT64 : G_MAXINT64;

  for (guint i = 0; i < facts->n; i++)
    if (is (facts, i))
      found = highest ? MAX (found, tenths_of (facts, i)) : MIN (found, tenths_of (facts, i));
  return found;
}

static gboolean
differ (const Facts *facts, gboolean (*is) (const Facts *, guint))
{
  return count (facts, is) > 0 && extreme (facts, is, TRUE) != extreme (facts, is, FALSE);
}

/* ---- how it is written ---- */

static gint64
read_tenths (const Facts *facts, const char *text)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  const char *start = parts[0][0] == '-' ? parts[0] + 1 : parts[0];
  double number;

  /* Thousands are parted, all of them and nothing else. */
  g_assert_cmpuint (strspn (start, "0123456789."), ==, strlen (start));
  for (guint i = 1; parts[i] != NULL; i++)
    g_assert_cmpuint (strspn (parts[i], "0123456789"), ==, 3);
  g_assert_true (parts[1] != NULL || strlen (start) <= (facts->is_rate ? 5 : 3));
  plain = g_strjoinv ("", parts);
  number = g_ascii_strtod (plain, NULL) * 10;
  return (gint64) (number < 0 ? number - 0.5 : number + 0.5);
}

/* "a, b and c" or "a, b and 7 others" is exactly those that @is says, in their order. */
static void
assert_list (const Facts *facts, const char *text, gboolean (*is) (const Facts *, guint),
             char *(*write) (const Facts *, guint), guint most)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  guint total = count (facts, is), shown = total > most + 1 ? most : total, n = 0;

  for (guint i = 0; i < facts->n && n < shown; i++)
    {
      g_autofree char *item = is (facts, i) ? write (facts, i) : NULL;

      if (item == NULL)
        continue;
      if (n > 0)
        g_string_append (expected, n + 1 == total ? " and " : ", ");
      g_string_append (expected, item);
      n++;
    }
  if (total > shown)
    g_string_append_printf (expected, " and %u others", total - shown);
  g_assert_cmpstr (text, ==, expected->str);
}

static char *
write_part (const Facts *facts, guint i)
{
  g_autofree char *name = name_of (facts, i);

  if (facts->is_rate)
    return g_strdup_printf ("%s (%d of 52 weeks)", name, facts->weeks[i]);
  if (ABS (facts->calls[i]) < 1000)
    return g_strdup_printf ("%s (%d, %d of 52 weeks)", name, (int) facts->calls[i],
                            facts->weeks[i]);
  return g_strdup_printf ("%s (%d,%03d, %d of 52 weeks)", name, (int) facts->calls[i] / 1000,
                          ABS ((int) facts->calls[i]) % 1000, facts->weeks[i]);
}

/* Those whose value is the extreme looked for: what the callback cannot be told otherwise. */
static gint64 wanted;

static gboolean
has_wanted (const Facts *facts, guint i)
{
  return is_compared (facts, i) && tenths_of (facts, i) == wanted;
}

static void
assert_extremes (const Facts *facts, const char *high_names, const char *low_names)
{
  wanted = extreme (facts, is_compared, TRUE);
  assert_list (facts, high_names, has_wanted, name_of, 2);
  wanted = extreme (facts, is_compared, FALSE);
  assert_list (facts, low_names, has_wanted, name_of, 2);
}

static char wanted_mark;

static gboolean
has_wanted_mark (const Facts *facts, guint i)
{
  if (is_shown (facts, i))
    return FALSE;
  return (facts->calls[i] != NO_VALUE ? 'x' : facts->mark[i]) == wanted_mark;
}

/* ---- the sentences ---- */

typedef enum
{
  SUBJECT, NONE, ONLY, ALL, RANGE, EXTREMES, WHOLE, WHOLE_SAME, WHOLE_ONE, RISES, FALLS, SAME,
  PARTS, PARTS_ALL, PART_ONE, AVERAGES, UNSURE, GAP, HOLE, N_SENTENCES
} Sentence;

static const char *const patterns[] = {
  [SUBJECT] = "^((?:Column |Bar |Line )?[Cc]hart): (Calls(?: per week)?, by y)(?:, (.+) to (.+))?$",
  [NONE] = "^No value is shown$",
  [ONLY] = "^The only value is (.+), for (.+)$",
  [ALL] = "^(?:All (\\d+)|(Both)) values are ([-\\d.,]+)$",
  [RANGE] = "^(\\d+) values, from (.+) to (.+)$",
  [EXTREMES] = "^The highest is for (.+), the lowest for (.+)$",
  [WHOLE] = "^Of the (\\d+) values for whole periods, the highest is (.+), for (.+), and the "
            "lowest (.+), for (.+)$",
  [WHOLE_SAME] = "^The (two|\\d+) values for whole periods are (all|both) (.+)$",
  [WHOLE_ONE] = "^Only the value for (.+) is for a whole period$",
  [RISES] = "^From (.+) to (.+) it rises from (.+) to (.+), by ([^ ]+)(?: \\((.+)%\\))?$",
  [FALLS] = "^From (.+) to (.+) it falls from (.+) to (.+), by ([^ ]+)(?: \\((.+)%\\))?$",
  [SAME] = "^It is the same, (.+), for (.+) and for (.+)$",
  [PARTS] = "^(\\d+) (?:value is for part of a period, so it|values are for parts of periods, so "
            "they) cannot be compared with the others: (.+)$",
  [PARTS_ALL] = "^(?:All (\\d+)|(Both)) values are for parts of periods, so they cannot be "
                "compared with (?:one another|each other): (.+)$",
  [PART_ONE] = "^It is for part of a period: (.+)$",
  [AVERAGES] = "^(\\d+) (?:value is an average|values are averages) over part of a period: (.+)$",
  [UNSURE] = "^How much of the period is covered is not known for (.+), so nothing can be compared "
             "with that$",
  [GAP] = "^There is no value for (.+): (withheld|not available|not applicable|blank)$",
  [HOLE] = "^There is nothing for the time between (.+) and (.+)$",
};

static void
assert_change (const Facts *facts, GStrv words, gboolean rises)
{
  guint first = 0, last = facts->n - 1;
  g_autofree char *from = NULL, *to = NULL;
  gint64 before, after, change;

  while (!is_compared (facts, first))
    first++;
  while (!is_compared (facts, last))
    last--;
  from = name_of (facts, first);
  to = name_of (facts, last);
  before = tenths_of (facts, first);
  after = tenths_of (facts, last);
  change = ABS (after - before);
  g_assert_true (facts->is_time);
  g_assert_cmpint (rises, ==, after > before);
  g_assert_cmpint (before, !=, after);
  g_assert_cmpstr (words[1], ==, from);
  g_assert_cmpstr (words[2], ==, to);
  g_assert_cmpint (read_tenths (facts, words[3]), ==, before);
  g_assert_cmpint (read_tenths (facts, words[4]), ==, after);
  g_assert_cmpint (read_tenths (facts, words[5]), ==, change);
  if (words[6] != NULL && words[6][0] != '\0')
    {
      g_auto (GStrv) parts = g_strsplit (words[6], ",", -1);
      g_autofree char *plain = g_strjoinv ("", parts);
      double percent = 100.0 * (double) change / (double) before;
      double said = g_ascii_strtod (plain, NULL);

      g_assert_true (before > 0 && after >= 0);
      g_assert_cmpfloat_with_epsilon (said, percent, strchr (plain, '.') != NULL ? 0.051 : 0.51);
    }
  else
    g_assert_true (before <= 0 || after < 0 || change * 2000 < before);
}

static void
assert_values (const Facts *facts, Sentence sentence, GStrv words)
{
  guint n = count (facts, is_shown), n_compared = count (facts, is_compared);

  switch ((int) sentence)
    {
    case ALL:
      g_assert_cmpuint (n, ==, words[2][0] != '\0' ? 2 : g_ascii_strtoull (words[1], NULL, 10));
      g_assert_false (differ (facts, is_shown));
      g_assert_cmpint (read_tenths (facts, words[3]), ==, extreme (facts, is_shown, TRUE));
      break;
    case RANGE:
      g_assert_cmpuint (n, ==, g_ascii_strtoull (words[1], NULL, 10));
      g_assert_true (differ (facts, is_shown));
      g_assert_cmpint (read_tenths (facts, words[2]), ==, extreme (facts, is_shown, FALSE));
      g_assert_cmpint (read_tenths (facts, words[3]), ==, extreme (facts, is_shown, TRUE));
      break;
    case EXTREMES:
      g_assert_cmpuint (n, ==, n_compared);
      g_assert_true (differ (facts, is_compared));
      assert_extremes (facts, words[1], words[2]);
      break;
    case WHOLE:
      g_assert_cmpuint (n_compared, ==, g_ascii_strtoull (words[1], NULL, 10));
      g_assert_cmpuint (n_compared, <, n);
      g_assert_cmpint (read_tenths (facts, words[2]), ==, extreme (facts, is_compared, TRUE));
      g_assert_cmpint (read_tenths (facts, words[4]), ==, extreme (facts, is_compared, FALSE));
      assert_extremes (facts, words[3], words[5]);
      break;
    case WHOLE_SAME:
      g_assert_cmpuint (n_compared, ==, g_str_equal (words[1], "two")
                                            ? 2 : g_ascii_strtoull (words[1], NULL, 10));
      g_assert_cmpstr (words[2], ==, n_compared == 2 ? "both" : "all");
      g_assert_cmpuint (n_compared, <, n);
      g_assert_false (differ (facts, is_compared));
      g_assert_cmpint (read_tenths (facts, words[3]), ==, extreme (facts, is_compared, TRUE));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The time between two years that stand side by side. */
static void
assert_hole (const Facts *facts, const char *from, const char *to)
{
  guint found = 0;

  for (guint i = 1; i < facts->n; i++)
    {
      g_autofree char *before = name_of (facts, i - 1), *after = name_of (facts, i);

      if (g_str_equal (before, from) && g_str_equal (after, to)
          && facts->year[i] > facts->year[i - 1] + 1)
        found++;
    }
  g_assert_cmpuint (found, ==, 1);
}

static void
assert_coverage (const Facts *facts, Sentence sentence, GStrv words)
{
  guint n = count (facts, is_shown), n_parts = count (facts, is_part);

  g_assert_true (facts->has_coverage);
  switch ((int) sentence)
    {
    case PARTS:
      g_assert_cmpuint (n_parts, ==, g_ascii_strtoull (words[1], NULL, 10));
      g_assert_cmpuint (n_parts, <, n);
      g_assert_false (facts->is_rate);
      assert_list (facts, words[2], is_part, write_part, 6);
      break;
    case PARTS_ALL:
      g_assert_cmpuint (n_parts, ==,
                        words[2][0] != '\0' ? 2 : g_ascii_strtoull (words[1], NULL, 10));
      g_assert_cmpuint (n_parts, ==, n);
      g_assert_false (facts->is_rate);
      assert_list (facts, words[3], is_part, write_part, 6);
      break;
    case PART_ONE:
      g_assert_cmpuint (n, ==, 1);
      assert_list (facts, words[1], is_part, write_part, 6);
      break;
    case AVERAGES:
      g_assert_true (facts->is_rate);
      g_assert_cmpuint (n_parts, ==, g_ascii_strtoull (words[1], NULL, 10));
      assert_list (facts, words[2], is_part, write_part, 6);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
assert_gap (const Facts *facts, const char *names, const char *reason)
{
  wanted_mark = g_str_equal (reason, "withheld")         ? 'c'
                : g_str_equal (reason, "not available")  ? 'x'
                : g_str_equal (reason, "not applicable") ? 'z'
                                                         : ' ';
  g_assert_cmpuint (count (facts, has_wanted_mark), >, 0);
  assert_list (facts, names, has_wanted_mark, name_of, 6);
}

static void
assert_single (const Facts *facts, const char *value, const char *name)
{
  guint i = 0;
  g_autofree char *expected = NULL;

  g_assert_cmpuint (count (facts, is_shown), ==, 1);
  while (!is_shown (facts, i))
    i++;
  expected = name_of (facts, i);
  g_assert_cmpstr (name, ==, expected);
  g_assert_cmpint (read_tenths (facts, value), ==, tenths_of (facts, i));
}

static gboolean
is_first (const Facts *facts, guint i)
{
  return i == 0;
}

static gboolean
is_last (const Facts *facts, guint i)
{
  return i + 1 == facts->n;
}

static void
assert_claim (const Facts *facts, Sentence sentence, GStrv words)
{
  switch (sentence)
    {
    case SUBJECT:
      g_assert_cmpstr (words[1], ==,
                       g_str_equal (facts->kind, "bar")      ? "Bar chart"
                       : !facts->is_time                     ? "Chart"
                       : g_str_equal (facts->kind, "column") ? "Column chart"
                                                             : "Line chart");
      g_assert_cmpint (strstr (words[2], "per week") != NULL, ==, facts->is_rate);
      g_assert_cmpint (words[3] != NULL && words[3][0] != '\0', ==,
                       facts->is_time && facts->n > 1);
      if (facts->is_time && facts->n > 1)
        {
          assert_list (facts, words[3], is_first, name_of, 1);
          assert_list (facts, words[4], is_last, name_of, 1);
        }
      break;
    case NONE:
      g_assert_cmpuint (count (facts, is_shown), ==, 0);
      break;
    case ONLY:
      assert_single (facts, words[1], words[2]);
      break;
    case ALL:
    case RANGE:
    case EXTREMES:
    case WHOLE:
    case WHOLE_SAME:
      assert_values (facts, sentence, words);
      break;
    case WHOLE_ONE:
      g_assert_cmpuint (count (facts, is_compared), ==, 1);
      assert_list (facts, words[1], is_compared, name_of, 1);
      break;
    case RISES:
    case FALLS:
      assert_change (facts, words, sentence == RISES);
      break;
    case SAME:
      g_assert_true (facts->is_time);
      break;
    case PARTS:
    case PARTS_ALL:
    case PART_ONE:
    case AVERAGES:
      assert_coverage (facts, sentence, words);
      break;
    case UNSURE:
      assert_list (facts, words[1], is_unsure, name_of, 6);
      break;
    case GAP:
      assert_gap (facts, words[1], words[2]);
      break;
    case HOLE:
      assert_hole (facts, words[1], words[2]);
      break;
    case N_SENTENCES:
    default:
      g_assert_not_reached ();
    }
}

static guint
count_marks (const Facts *facts)
{
  guint kinds = 0;

  for (const char *mark = "cxz "; *mark != '\0'; mark++)
    {
      wanted_mark = *mark;
      kinds += count (facts, has_wanted_mark) > 0 ? 1 : 0;
    }
  return kinds;
}

static guint
count_holes (const Facts *facts)
{
  guint holes = 0;
  int pace = G_MAXINT;

  for (guint i = 1; i < facts->n; i++)
    pace = MIN (pace, facts->year[i] - facts->year[i - 1]);
  for (guint i = 1; i < facts->n && facts->is_time; i++)
    holes += facts->year[i] - facts->year[i - 1] > pace ? 1 : 0;
  return holes;
}

/* What must have been said, neither more nor less often. */
static void
assert_complete (const Facts *facts, const guint *said)
{
  guint n = count (facts, is_shown), n_compared = count (facts, is_compared);
  gboolean whole = n_compared == n;
  gboolean changes = n_compared > 1 && differ (facts, is_compared);

  g_assert_cmpuint (said[SUBJECT], ==, 1);
  g_assert_cmpuint (said[NONE] + said[ONLY] + said[ALL] + said[RANGE], ==, 1);
  g_assert_cmpuint (said[EXTREMES], ==, whole && changes ? 1 : 0);
  g_assert_cmpuint (said[WHOLE], ==, !whole && changes ? 1 : 0);
  g_assert_cmpuint (said[WHOLE_SAME], ==, !whole && n_compared > 1 && !changes ? 1 : 0);
  g_assert_cmpuint (said[WHOLE_ONE], ==, !whole && n_compared == 1 ? 1 : 0);
  g_assert_cmpuint (said[RISES] + said[FALLS] + said[SAME], ==, changes && facts->is_time ? 1 : 0);
  g_assert_cmpuint (said[PARTS] + said[PARTS_ALL] + said[PART_ONE] + said[AVERAGES], ==,
                    count (facts, is_part) > 0 ? 1 : 0);
  g_assert_cmpuint (said[UNSURE], ==, count (facts, is_unsure) > 0 ? 1 : 0);
  g_assert_cmpuint (said[GAP], ==, count_marks (facts));
  g_assert_cmpuint (said[HOLE], ==, count_holes (facts));
}

static void
assert_described (const Facts *facts, const char *description, guint *seen)
{
  g_auto (GStrv) sentences = g_strsplit (description, ". ", -1);
  guint said[N_SENTENCES] = { 0 };

  g_assert_true (g_str_has_suffix (description, "."));
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      guint matched = 0;

      if (sentences[i + 1] == NULL)
        sentences[i][strlen (sentences[i]) - 1] = '\0';
      for (guint j = 0; j < N_SENTENCES; j++)
        {
          g_autoptr (GRegex) regex = g_regex_new (patterns[j], 0, 0, NULL);
          g_autoptr (GMatchInfo) match = NULL;
          g_auto (GStrv) words = NULL;

          if (!g_regex_match (regex, sentences[i], 0, &match))
            continue;
          words = g_match_info_fetch_all (match);
          assert_claim (facts, (Sentence) j, words);
          said[j]++;
          seen[j]++;
          matched++;
        }
      if (matched != 1)
        g_test_message ("not one known sentence: %s", sentences[i]);
      g_assert_cmpuint (matched, ==, 1);
    }
  assert_complete (facts, said);
}

static void
test_claims (void)
{
  static const char *const kinds[] = { "column", "bar", "line" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (651119421);
  guint seen[N_SENTENCES] = { 0 };

  for (guint i = 0; i < 4000; i++)
    {
      Facts facts = { 0 };
      g_autofree char *table = NULL, *spec = NULL;
      g_autoptr (FoiTableData) data = NULL;
      g_autoptr (FoiPublication) publication = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (FoiChart) chart = NULL;
      g_autoptr (GError) error = NULL;

      draw (rand, &facts);
      facts.kind = kinds[i % 3];
      table = write_table (&facts);
      spec = g_strdup_printf ("{'kind':'%s'%s}", facts.kind, facts.is_rate ? ",'rate':true" : "");
      data = make_table (table);
      publication = foi_publication_new (data);
      node = parse_json (spec);
      chart = foi_chart_new (publication, node, &error);
      g_assert_no_error (error);
      g_test_message ("%s", foi_chart_get_description (chart));
      assert_described (&facts, foi_chart_get_description (chart), seen);
    }
  /* The random tables called for every sentence there is. */
  for (guint i = 0; i < N_SENTENCES; i++)
    g_assert_cmpuint (seen[i], >, 0);
}

/* Word for word, for those who read and translate them. */
static void
test_words (void)
{
#define FIELDS(more)                                                                               \
  "{'name':'t','type':'table','schema':{'fields':[{'name':'y','title':'Financial year',"          \
  "'type':'string','foi:period':'financial-year'},{'name':'n','title':'Budget','type':'number',"  \
  "'foi:decimals':0,'foi:unit':'GBP','foi:role':'measure'}" more "]},'data':["
#define SHARE                                                                                      \
  "{'name':'t','type':'table','schema':{'fields':[{'name':'y','title':'Year','type':'year'},"     \
  "{'name':'n','title':'On time','type':'number','foi:unit':'%','foi:role':'measure'}]},'data':["
  static const struct
  {
    const char *table, *spec, *description;
  } facts[] = {
    { FIELDS ("") "['2015/16','274552'],['2024/25','1415349']]}", NULL,
      "Column chart: Budget, by financial year, 2015/16 to 2024/25. 2 values, from £274,552 to "
      "£1,415,349. The highest is for 2024/25, the lowest for 2015/16. From 2015/16 to 2024/25 it "
      "rises from £274,552 to £1,415,349, by £1,140,797 (416%)." },
    { FIELDS (",{'name':'m','title':'Spent','type':'number','foi:decimals':0,'foi:unit':'GBP',"
              "'foi:role':'measure'}") "['2015/16','5','[c]'],['2016/17','5','-4']]}",
      "{'kind':'line','title':'More was set aside','in_letter':true}",
      "Line chart: More was set aside, 2015/16 to 2016/17. Budget: Both values are £5. Spent: The "
      "only value is -£4, for 2016/17. There is no value for 2015/16: withheld." },
    { SHARE "[2019,'91.5'],[2020,'88.3'],[2021,'[low]']]}", "{'kind':'bar'}",
      "Bar chart: On time, by year, 2019 to 2021. 2 values, from 88.3% to 91.5%. The highest is "
      "for 2019, the lowest for 2020. From 2019 to 2020 it falls from 91.5% to 88.3%, by 3.2 "
      "percentage points. There is no value for 2021: rounds to zero but is not zero." },
    { FIELDS ("") "]}", "{'alt':'My own words.'}", "My own words." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiTableData) data = make_table (facts[i].table);
      g_autoptr (FoiPublication) publication = foi_publication_new (data);
      g_autoptr (JsonNode) spec = facts[i].spec != NULL ? parse_json (facts[i].spec) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiChart) chart = foi_chart_new (publication, spec, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (foi_chart_get_description (chart), ==, facts[i].description);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-description/claims", test_claims);
  g_test_add_func ("/chart-description/words", test_words);
  return g_test_run ();
}
