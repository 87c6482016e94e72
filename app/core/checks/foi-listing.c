/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-listing.h"

#include <string.h>

#include "foi-counted-noun.h"
#include "foi-phrase.h"

/* Counting by listing: "one in the autumn, one in the spring", "aged 12, 13 and 15", "on 3 May and
 * 9 June" tell how many there are to whoever counts. */

/* One of anything is in every sentence. */
#define FEWEST 2
/* From an article to its noun, in words. */
#define MAX_BETWEEN 3

#define MONTHS \
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|" \
  "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b"
#define DAY "(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?"
#define WEEKDAYS "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#define DATE \
  "(?:(?:" WEEKDAYS ",? )?(?:" DAY "(?: of)? )?" MONTHS "(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?" \
  "(?:,? \\d{4})?|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})"
/* From one day to another. */
#define PERIOD \
  "(?:[Ff]rom|[Bb]etween) " DATE " (?:to|until|till|and) " DATE "|" \
  DATE " ?(?:to|until|till|-|–) ?" DATE
#define JOINT "(?:,? and |,? or |, | & |; )"

static guint
count_matches (const char *pattern, const char *text, gboolean any_case)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, any_case ? G_REGEX_CASELESS : 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  guint n = 0;

  for (gboolean is_any = g_regex_match (regex, text, 0, &info); is_any;
       is_any = g_match_info_next (info, NULL))
    n++;
  return n;
}

/* The text without what the pattern finds. */
static char *
dup_without (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "~", 0, NULL);
}

/* ---- kinds ---- */

/* "3 May, 9 June and 1 July", "3, 5 and 9 May", "Monday and Tuesday"; but no periods. */
static guint
count_dates (const char *words)
{
  g_autofree char *without
    = dup_without (PERIOD "|(?:[Ss]ince|[Uu]ntil|[Bb]y|[Uu]p to) " DATE, words);
  const guint n_dates = count_matches (DATE, without, FALSE);
  const guint n_more = count_matches (DAY "(?=(?:" JOINT DAY ")* ?" JOINT DAY " " MONTHS ")",
                                      without, FALSE);

  return MAX (n_dates + n_more, count_matches ("\\b" WEEKDAYS "\\b", without, FALSE));
}

/* How many numbers stand in the first group of each place that @run matches. */
static guint
count_numbers_in (const char *run, const char *words)
{
  g_autoptr (GRegex) regex = g_regex_new (run, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  guint n = 0;

  for (gboolean is_any = g_regex_match (regex, words, 0, &info); is_any;
       is_any = g_match_info_next (info, NULL))
    {
      g_autofree char *numbers = g_match_info_fetch (info, 1);

      n += count_matches ("\\d+", numbers, FALSE);
    }
  return n;
}

/* "Aged 12, 13 and 15", "a 12-year-old and a 13-year-old", "a boy of 12" */
static guint
count_ages (const char *words)
{
  return count_matches ("\\b\\d{1,3}[- ]years?[- ]olds?\\b", words, TRUE)
         + count_numbers_in ("\\b(?:aged?|ages)(?: of| were| are|:)? (\\d{1,3}(?!\\d)"
                             "(?:" JOINT "\\d{1,3}(?!\\d))*)(?! (?:to|-|–) )", words);
}

/* "Year 8, Year 9 and Year 11", "Years 8, 9 and 11"; but not "Years 7 to 11". */
static guint
count_numbered (const char *words)
{
  return count_numbers_in ("\\b(?:year|grade|band|level|class|form|ward|tier|stage)s? "
                           "(\\d{1,2}(?!\\d)(?:" JOINT "\\d{1,2}(?!\\d))*)(?! ?(?:to|-|–) ?\\d)",
                           words);
}

/* "Mr A and Mrs B", "Child 1 and Child 2" */
static guint
count_named (const char *words)
{
  return count_matches ("\\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|Sgt|Insp|Child|Pupil|Patient|Officer|Person|"
                        "Client|Student|Boy|Girl|Resident|Case|Sergeant|Constable|Inspector|"
                        "Detective|Nurse|Sister|Doctor|Teacher) [A-Z0-9]\\w*", words, FALSE);
}

/* "Liam, Noah and Omar": words with a capital, one after another. Rows, months and days are named
 * so, too. */
static guint
count_capitals (const FoiExplaining *at, const char *words)
{
  static const char run[] = "\\b[A-Z]\\w*(?:" JOINT "[A-Z]\\w*(?! [A-Z]))+";
  static const char other[] = "^(?:" MONTHS "|" WEEKDAYS "|The|In|At|For|Of|I|We)$";
  g_autoptr (GRegex) regex = g_regex_new (run, 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  guint most = 0;

  for (gboolean is_any = g_regex_match (regex, words, 0, &info); is_any;
       is_any = g_match_info_next (info, NULL))
    {
      g_autofree char *list = g_match_info_fetch (info, 0);
      g_auto (GStrv) names = g_regex_split_simple (JOINT, list, 0, 0);
      guint n = 0;

      for (guint i = 0; names[i] != NULL; i++)
        n += g_regex_match_simple (other, names[i], 0, 0)
             || foi_shown_figures_have_heading (at->figures, names[i]) ? 0 : 1;
      most = MAX (most, n);
    }
  return most;
}

/* "In the autumn, the spring and the summer" */
static guint
count_seasons (const char *words)
{
  return count_matches ("\\b(?:autumn|winter|spring|summer|michaelmas|christmas|easter)\\b", words,
                        TRUE);
}

/* "Twice in the autumn and once in the spring" */
static guint
count_times (const char *words)
{
  return count_matches ("\\bonce\\b", words, TRUE) + 2 * count_matches ("\\btwice\\b", words, TRUE)
         + 3 * count_matches ("\\bthrice\\b", words, TRUE);
}

/* "2019, 2021 and 2023" */
static guint
count_run_of_years (const char *words)
{
  static const char year[] = "\\b(?:19|20)\\d\\d\\b(?![/-]\\d)";
  g_autoptr (GRegex) regex = g_regex_new ("\\b(?:19|20)\\d\\d\\b(?![/-]\\d)(?:" JOINT
                                          "(?:in )?(?:19|20)\\d\\d\\b(?![/-]\\d))+",
                                          0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *run = NULL;

  if (!g_regex_match (regex, words, 0, &info))
    return 0;
  run = g_match_info_fetch (info, 0);
  return count_matches (year, run, FALSE);
}

/* "One ... one ... another"; but not "one of the schools". */
static guint
count_ones (const char *words)
{
  return count_matches ("\\b(?:one|another|the other|the (?:first|second|third|fourth|last)|"
                        "a (?:second|third|fourth|fifth|further|single|final))\\b"
                        "(?! of the (?:schools|wards|areas|sites|districts|reasons|tables)\\b)",
                        words, TRUE);
}

/* "A sergeant and a constable", "his sister": how many people are spoken of one by one. */
static guint
count_people (const char *words)
{
  static const char *const articles[] = { "a", "an", "one", "another", "his", "her", "the",
                                          "their", "second", "third", NULL };
  g_autofree char *lower = g_utf8_strdown (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, " \t\n-", -1);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = i + 1;
         g_strv_contains (articles, parts[i]) && j <= i + MAX_BETWEEN && parts[j] != NULL; j++)
      {
        gsize length = strcspn (parts[j], ".,;:!?()'\"");
        g_autofree char *noun = g_strndup (parts[j], length);

        if (foi_counted_noun_is_of_people (noun) && length > 2 && noun[length - 1] != 's')
          {
            n++;
            i = j;
            break;
          }
        if (parts[j][length] != '\0' || g_strv_contains (articles, noun))
          break;
      }
  return n;
}

/* "Involved a swab, a wrong tooth and a wrong lens" */
static guint
count_things (const char *words)
{
  static const char run[] = "\\b(?:an?|one|another) [^,;:.\n]{1,60}?(?:" JOINT
                            "(?:an?|one|another) [^,;:.\n]{1,60}?)+(?=$|[.,;:\n])";
  g_autoptr (GRegex) regex = g_regex_new (run, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  guint most = 0;

  for (gboolean is_any = g_regex_match (regex, words, 0, &info); is_any;
       is_any = g_match_info_next (info, NULL))
    {
      g_autofree char *list = g_match_info_fetch (info, 0);

      most = MAX (most, 1 + count_matches (JOINT "(?:an?|one|another) ", list, TRUE));
    }
  return most;
}

/* ---- years ---- */

/* "In 2020 and in 2022", "(2020), ... (2022)": but not those that a table has in its headings. */
static guint
count_years (const FoiExplaining *at, const char *words)
{
  static const char year[] = "(?<!from )(?<!since )(?<!until )"
                             "\\b((?:19|20)\\d\\d)\\b(?![/-]\\d)";
  g_autoptr (GRegex) regex = g_regex_new (year, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *without = dup_without (PERIOD, words);
  guint n = 0;

  for (gboolean is_any = g_regex_match (regex, without, 0, &info); is_any;
       is_any = g_match_info_next (info, NULL))
    {
      g_autofree char *found = g_match_info_fetch (info, 1);

      n += foi_shown_figures_have_heading (at->figures, found) ? 0 : 1;
    }
  return n;
}

/* ---- what is withheld ---- */

static gboolean
names_column (const FoiSecret *secret, const char *words)
{
  return foi_phrase_find (words,
                          foi_column_get_title (foi_publication_get_column (secret->publication,
                                                                            secret->column)),
                          FALSE, 0, NULL, NULL);
}

/* The figures that are withheld in rows that are named, in columns that are named: in all where no
 * name is said. */
static GPtrArray *
list_near (const FoiExplaining *at, const char *around)
{
  GPtrArray *withheld = at->figures->withheld;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GPtrArray *near = g_ptr_array_new ();

  for (guint i = 0; i < withheld->len; i++)
    if (foi_secret_names_row (withheld->pdata[i], around))
      g_ptr_array_add (rows, withheld->pdata[i]);
  if (rows->len > 0)
    withheld = rows;
  for (guint i = 0; i < withheld->len; i++)
    if (names_column (withheld->pdata[i], around))
      g_ptr_array_add (near, withheld->pdata[i]);
  if (near->len == 0)
    g_ptr_array_extend (near, withheld, NULL, NULL);
  return near;
}

/* Whether one of the figures is so many. */
static gboolean
hides (GPtrArray *near, guint n)
{
  g_autofree char *value = g_strdup_printf ("%u", n);

  for (guint i = 0; n >= FEWEST && i < near->len; i++)
    if (g_str_equal (((const FoiSecret *) near->pdata[i])->value, value))
      return TRUE;
  return FALSE;
}

static gboolean
is_about_counted (const FoiExplaining *at, const char *words)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);

  return foi_shown_figures_count_in (at->figures, lower);
}

/* What may be of anything, where the sentence does not say of what. */
static guint
count_otherwise (const FoiExplaining *at, const char *words, GPtrArray *near)
{
  static const char in_brackets[] = "\\((?:19|20)\\d\\d\\)";
  const guint n_things = count_things (words), n_years = count_years (at, words);
  const guint n_run = count_run_of_years (words), n_times = count_times (words);
  const guint n_seasons = count_seasons (words), n_names = count_capitals (at, words);
  const guint n_in_brackets = count_matches (in_brackets, words, FALSE);

  if (hides (near, n_in_brackets))
    return n_in_brackets;
  if (hides (near, n_names))
    return n_names;
  if (hides (near, n_run) && n_run == n_years)
    return n_run;
  if (!is_about_counted (at, words))
    return 0;
  if (hides (near, n_things))
    return n_things;
  if (hides (near, n_times))
    return n_times;
  if (hides (near, n_seasons))
    return n_seasons;
  return hides (near, n_years) ? n_years : 0;
}

/**
 * foi_listing_count:
 * @at: where it stands
 * @sentence: a sentence there
 *
 * Returns: how many things of one kind the sentence lists, where a row is spoken of in which so
 *   many are withheld; else 0.
 */
guint
foi_listing_count (const FoiExplaining *at, FoiRange sentence)
{
  static guint (*const kinds[]) (const char *words) = {
    count_dates, count_ages, count_numbered, count_named, count_ones, count_people,
  };
  g_autofree char *words = NULL, *around = NULL;
  g_autoptr (GPtrArray) near = NULL;

  if (at->is_asked || !foi_shown_figures_name_gap (at->figures, at->text, at->block))
    return 0;
  words = g_strndup (at->text + sentence.begin, sentence.end - sentence.begin);
  around = g_strndup (at->text + at->block.begin, at->block.end - at->block.begin);
  near = list_near (at, around);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const guint n = kinds[i] (words);

      if (hides (near, n))
        return n;
    }
  return count_otherwise (at, words, near);
}

/**
 * foi_listing_count_block:
 * @at: where it stands
 * @n_items: of how many pieces the block is made behind its first, 0 for a paragraph
 *
 * Returns: the same of all sentences of the block together, and of the items of a list; else 0.
 */
guint
foi_listing_count_block (const FoiExplaining *at, guint n_items)
{
  static guint (*const kinds[]) (const char *words) = { count_ones, count_people, count_numbered,
                                                        count_named, count_ages };
  g_autofree char *around = NULL;
  g_autoptr (GPtrArray) near = NULL;

  if (at->is_asked || !foi_shown_figures_name_gap (at->figures, at->text, at->block))
    return 0;
  around = g_strndup (at->text + at->block.begin, at->block.end - at->block.begin);
  near = list_near (at, around);
  if (hides (near, n_items))
    return n_items;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const guint n = kinds[i] (around);

      if (hides (near, n))
        return n;
    }
  return 0;
}
