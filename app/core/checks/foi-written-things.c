/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-written-number-private.h"

#include <math.h>
#include <string.h>

#include "foi-counted-noun.h"
#include "foi-figures.h"
#include "foi-phrase.h"

/* What a number is by what is done with it: an offer to the requester, a way to say "some", the
 * number of those that are named beside it. None of these is taken for granted where the paragraph
 * names a row in which something is withheld. */

/* Rows of longer tables are named in no letter. */
#define MAX_ROWS 2000

/* Whether the paragraph names a row in which something is withheld; that it says that figures are
 * withheld is no such name. */
static gboolean
names_row_of_gap (const FoiWrittenNumber *self)
{
  return foi_gap_names_find_row (self->at->figures->gaps, self->at->text, self->at->block);
}

static gboolean
is_plain (const FoiWrittenNumber *self)
{
  return !self->is_share && self->found->kind != FOI_FOUND_MONEY;
}

static gboolean
matches (const char *pattern, const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

/* ---- measures ---- */

/* "12.6 full-time equivalent officers": posts, which no table counts and no withheld figures come
 * to. */
gboolean
_foi_written_is_of_posts (const FoiWrittenNumber *self)
{
  static const char *const units[] = { "full-time equivalent", "full-time equivalents",
                                       "full time equivalent", "full time equivalents", "fte",
                                       "ftes", "whole-time equivalent", "whole-time equivalents",
                                       "whole time equivalent", "whole time equivalents", "wte" };

  return is_plain (self) && foi_phrase_starts_any (self->after, units, G_N_ELEMENTS (units))
         && !foi_shown_figures_count_in (self->at->figures, self->sentence)
         && !foi_shown_figures_follow (self->at->figures, self->number.value)
         && !names_row_of_gap (self);
}

/* "A part-time teacher counts as 0.5": how much one is, and not how many there are. */
gboolean
_foi_written_is_weight (const FoiWrittenNumber *self)
{
  return is_plain (self) && self->number.value <= 1 && strchr (self->token, '.') != NULL
         && (g_str_has_suffix (self->before, "counts as")
             || g_str_has_suffix (self->before, "counted as"))
         && !names_row_of_gap (self);
}

/* ---- what is counted for the reader ---- */

/* "We could answer for two schools of your choice": as many as the requester is free to choose. */
gboolean
_foi_written_is_offered (const FoiWrittenNumber *self)
{
  g_autofree char *noun = foi_counted_noun_dup (self->after);

  return is_plain (self) && noun != NULL
         && SAYS (self->after, "of your choice", "of your choosing", "you choose", "you name",
                  "you select")
         && SAYS (self->sentence, "could", "can", "would", "may", "might")
         && !foi_shown_figures_count_in (self->at->figures, noun) && !names_row_of_gap (self);
}

/* "Two or three facts": so many as nobody counted, of what no table counts. */
gboolean
_foi_written_is_vague (const FoiWrittenNumber *self)
{
  static const char pairs[] = "(?:\\bone or two|\\btwo or three|\\bthree or four|\\bfour or five|"
                              "\\bfive or six|\\b1 or 2|\\b2 or 3|\\b3 or 4|\\b4 or 5|\\b5 or 6)$";
  const char *text = self->at->text;
  const char *behind = text + self->found->range.end;
  const gsize rest = self->number.sentence.end - self->found->range.end;
  g_autofree char *after = g_strndup (behind, rest);
  g_autofree char *joint = NULL, *pair = NULL, *noun = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GRegex) next = g_regex_new ("^ or \\w+", 0, 0, NULL);
  const char *last = strrchr (self->before, ' ');

  if (!is_plain (self))
    return FALSE;
  if (g_regex_match (next, after, 0, &info))
    joint = g_match_info_fetch (info, 0);
  pair = joint != NULL
           ? g_strdup_printf ("%.*s%s", (int) (self->found->range.end - self->found->range.begin),
                              text + self->found->range.begin, joint)
         : last != NULL && g_str_has_suffix (self->before, " or")
           ? g_strdup_printf ("%s %.*s", self->before,
                              (int) (self->found->range.end - self->found->range.begin),
                              text + self->found->range.begin)
           : g_strdup ("");
  noun = foi_counted_noun_dup (self->after);
  return matches (pairs, pair) && noun != NULL && !foi_counted_noun_is_of_people (noun)
         && !foi_counted_noun_is_of_office (noun)
         && !foi_gap_names_has_kind (self->at->figures->gaps, noun)
         && !foi_shown_figures_count_in (self->at->figures, self->after)
         && !names_row_of_gap (self);
}

/* How many rows of a table the sentence names, and whether something is withheld in one of them. */
static guint
count_named (FoiPublication *table, const char *sentence, gboolean *has_gap)
{
  guint n = 0;

  for (guint row = 0; row < MIN (foi_publication_get_n_rows (table), MAX_ROWS); row++)
    {
      if (foi_publication_is_total_row (table, row)
          || !foi_figures_row_is_named (table, row, sentence))
        continue;
      n++;
      for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
        {
          FoiCell cell = FOI_CELL_INIT;

          foi_publication_get_cell (table, row, i, &cell);
          *has_gap = *has_gap || cell.state == FOI_CELL_SUPPRESSED;
        }
    }
  return n;
}

/* "The two largest schools, Dale High and Fairway": as many as are named. */
gboolean
_foi_written_counts_named (const FoiWrittenNumber *self)
{
  g_autofree char *noun = foi_counted_noun_dup (self->after);
  g_autofree char *last = _foi_words_dup_last (self->before);
  g_autofree char *sentence = NULL;
  GPtrArray *tables = self->at->figures->tables;

  if (!is_plain (self) || noun == NULL || !IS_ANY_OF (last, "the", "these", "those", "our")
      || !foi_gap_names_has_kind (self->at->figures->gaps, noun)
      || foi_shown_figures_count_in (self->at->figures, self->after))
    return FALSE;
  sentence = g_strndup (self->at->text + self->number.sentence.begin,
                        self->number.sentence.end - self->number.sentence.begin);
  for (guint i = 0; i < tables->len; i++)
    {
      gboolean has_gap = FALSE;

      if (fabs (count_named (tables->pdata[i], sentence, &has_gap) - self->number.value) < 0.5
          && !has_gap)
        return TRUE;
    }
  return FALSE;
}

/* "One of the schools is new, and two others became academies": of what rows are, and nothing is
 * said of what is counted in them. */
gboolean
_foi_written_counts_other_rows (const FoiWrittenNumber *self)
{
  static const char whole[] = "\\b(?:one|some|several|many|most|none|\\d+) of (?:the|our|these) ";
  g_autofree char *next = _foi_words_dup_first (self->after);
  g_auto (GStrv) words = NULL;

  if (!is_plain (self) || !IS_ANY_OF (next, "others")
      || !matches (whole, self->sentence)
      || foi_shown_figures_count_in (self->at->figures, self->sentence)
      || foi_shown_figures_name_row (self->at->figures, self->sentence)
      || SAYS (self->sentence, "each", "than", "same", "as many", "fewer", "more", "none", "no"))
    return FALSE;
  words = g_strsplit_set (self->sentence, " \t\n,.;:!?()", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0' && foi_counted_noun_is_of_people (words[i]))
        return FALSE;
    }
  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL && words[i + 2] != NULL; i++)
    {
      if (g_str_equal (words[i], "of")
          && foi_gap_names_has_kind (self->at->figures->gaps, words[i + 2]))
        return TRUE;
    }
  return FALSE;
}
