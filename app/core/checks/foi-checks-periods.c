/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* The period asked for against the period answered. */

/* So many days before the request an answer may end: figures are made up by the quarter. */
#define CURRENT_DAYS 92

#define APRIL 4
#define SEPTEMBER 9

/* @is_years: both ends are years, of whatever kind. */
typedef struct
{
  FoiDate  from, to;
  int      first, last;
  gboolean is_years;
  gboolean is_vague; /* the request does not say which kind of year */
} Span;

/* ---- reading --------------------------------------------------------------------------------- */

static FoiDate
end_of_month (int year, int month)
{
  return month == 12 ? foi_date_from_ymd (year, 12, 31)
                     : foi_date_from_ymd (year, month + 1, 1) - 1;
}

/* The month in which such a year begins. */
static int
get_first_month (const char *text, const char *basis)
{
  if (g_strcmp0 (basis, "academic-year") == 0)
    return SEPTEMBER;
  return strchr (text, '/') != NULL || g_strcmp0 (basis, "financial-year") == 0 ? APRIL : 1;
}

static gboolean
read_point (const char *text, const char *basis, FoiDate *begin, FoiDate *end, int *year)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length < 4)
    return FALSE;
  *year = (int) g_ascii_strtoll (text, NULL, 10);
  if (*year < 1000 || *year > 9000)
    return FALSE;
  if (length == strlen ("2016-11"))
    {
      int month = (int) g_ascii_strtoll (text + 5, NULL, 10);

      if (text[4] == '-' && month >= 1 && month <= 12)
        {
          *begin = foi_date_from_ymd (*year, month, 1);
          *end = end_of_month (*year, month);
          return TRUE;
        }
    }
  if (length == strlen ("2016-11-30"))
    {
      *begin = *end = foi_date_from_iso (text);
      return *begin != FOI_DATE_NONE;
    }
  *begin = foi_date_from_ymd (*year, get_first_month (text, basis), 1);
  *end = foi_date_from_ymd (*year + 1, get_first_month (text, basis), 1) - 1;
  return TRUE;
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 || strchr (text, '/') != NULL;
}

static gboolean
read_span (const char *from, const char *to, const char *basis, Span *span)
{
  FoiDate begin, end;

  if (from == NULL || to == NULL || !read_point (from, basis, &span->from, &end, &span->first)
      || !read_point (to, basis, &begin, &span->to, &span->last))
    return FALSE;
  span->is_years = is_year (from) && is_year (to);
  span->is_vague = span->is_years && (basis == NULL || g_str_equal (basis, "year"))
                   && strchr (from, '/') == NULL;
  /* 2023/24 is a year of 2023 and of 2024. */
  if (strchr (to, '/') != NULL)
    span->last++;
  return TRUE;
}

static gboolean
read_node (JsonNode *node, Span *span)
{
  return read_span (foi_json_get_string (node, "from", NULL),
                    foi_json_get_string (node, "to", NULL),
                    foi_json_get_string (node, "basis", NULL), span);
}

/* A question's own, or that of the question it is a part of, or the case's. */
static gboolean
read_asked (FoiCheck *self, FoiCheckQuestion *question, Span *span)
{
  g_auto (GStrv) segments = g_strsplit (question->place, "/", -1);
  g_autofree char *whole = g_strdup_printf ("questions/%s/period", segments[1]);
  JsonNode *own = foi_json_get_member (foi_question_get_node (question->question), "period");

  if (own == NULL)
    own = foi_case_state_get_node (self->state, whole);
  if (own == NULL)
    own = foi_case_state_get_node (self->state, "period");
  return read_node (own, span);
}

/* Widens @span by what the column says of each row. */
static gboolean
add_column (FoiPublication *table, guint index, gboolean any, Span *span)
{
  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    {
      g_autofree char *text = NULL;
      FoiCell cell = FOI_CELL_INIT;
      Span one;

      foi_publication_get_cell (table, row, index, &cell);
      if (cell.state != FOI_CELL_VALUE || foi_publication_is_total_row (table, row))
        continue;
      text = foi_column_format_plain (foi_publication_get_column (table, index), &cell);
      if (!read_span (text, text, NULL, &one))
        continue;
      if (any)
        {
          one.from = MIN (one.from, span->from);
          one.to = MAX (one.to, span->to);
          one.first = MIN (one.first, span->first);
          one.last = MAX (one.last, span->last);
        }
      *span = one;
      any = TRUE;
    }
  return any;
}

static gboolean
read_tables (FoiCheckQuestion *question, Span *span)
{
  gboolean any = FALSE;

  for (guint i = 0; i < question->tables->len; i++)
    {
      FoiPublication *table = question->tables->pdata[i];

      for (guint j = 0; j < foi_publication_get_n_columns (table); j++)
        {
          FoiColumn *column = foi_publication_get_column (table, j);
          FoiValueType type = foi_column_get_value_type (column);

          /* Days are those on which something was: the rest of the time nothing was. */
          if (foi_column_get_role (column) == FOI_ROLE_PERIOD && type != FOI_VALUE_TEXT
              && type != FOI_VALUE_DATE)
            any = add_column (table, j, any, span);
        }
    }
  return any;
}

/* What is said to be answered; else what is published elsewhere, else what the tables have. */
static gboolean
read_answered (FoiCheckQuestion *question, Span *span, const char **member)
{
  static const char *const elsewhere[] = { "elsewhere", NULL };
  JsonNode *said = foi_json_get_member (foi_question_get_node (question->question),
                                        "period_answered");
  const FoiCheckGround *ground = _foi_check_find_ground (question, elsewhere);

  *member = "period_answered";
  if (said != NULL && read_node (said, span))
    return TRUE;
  if (question->outcome == FOI_OUTCOME_REFUSED)
    return ground != NULL && question->grounds->len == 1
           && read_node (foi_json_get_member (ground->node, "source"), span);
  return (question->outcome == FOI_OUTCOME_DISCLOSED || question->outcome == FOI_OUTCOME_PART)
         && read_tables (question, span);
}

/* ---- comparing ------------------------------------------------------------------------------- */

/* "2015 to 2017", "January 2015 to October 2016" */
static char *
dup_words (FoiDate from, FoiDate to)
{
  int first_year, first_month, first_day, last_year, last_month, last_day, next_day;

  foi_date_to_ymd (from, &first_year, &first_month, &first_day);
  foi_date_to_ymd (to, &last_year, &last_month, &last_day);
  foi_date_to_ymd (to + 1, &(int) { 0 }, &(int) { 0 }, &next_day);
  if (first_day != 1 || next_day != 1)
    {
      g_autofree char *a = foi_date_to_words (from);
      g_autofree char *b = foi_date_to_words (to);

      return g_strdup_printf (_("%s to %s"), a, b);
    }
  if (first_month == 1 && last_month == 12 && first_year == last_year)
    return g_strdup_printf ("%d", first_year);
  if (first_month == 1 && last_month == 12)
    return g_strdup_printf (_("%d to %d"), first_year, last_year);
  /* Translators: two months with their years: "January 2015 to October 2016". */
  return g_strdup_printf (_("%s %d to %s %d"), foi_month_name (first_month), first_year,
                          foi_month_name (last_month), last_year);
}

/* Where the kind of year was left open, years are counted; else days. */
static void
find_missing (FoiDate received, const Span *asked, const Span *answered, Span *before, Span *after)
{
  FoiDate wanted = asked->to;
  FoiDate enough;
  FoiDate latest_start = asked->from;

  *before = *after = (Span) { 0 };
  if (received != FOI_DATE_NONE && received < wanted)
    wanted = received;
  enough = wanted == asked->to ? wanted : wanted - CURRENT_DAYS;
  if (asked->is_vague)
    {
      latest_start = foi_date_from_ymd (asked->first, APRIL, 6);
      enough = MIN (enough, foi_date_from_ymd (asked->last, APRIL, 1) - 1);
    }
  if (answered->from > latest_start)
    *before = (Span) { .from = asked->from, .to = MIN (answered->from - 1, wanted) };
  if (answered->to < enough)
    *after = (Span) { .from = MAX (answered->to + 1, asked->from), .to = wanted };
  if (asked->is_vague && answered->is_years && before->from != FOI_DATE_NONE)
    before->to = foi_date_from_ymd (answered->first, 1, 1) - 1;
}

static gboolean
names_year (const char *text, FoiRange range, const Span *missing)
{
  int first, last;

  foi_date_to_ymd (missing->from, &first, &(int) { 0 }, &(int) { 0 });
  foi_date_to_ymd (missing->to + 1, &last, &(int) { 0 }, &(int) { 0 });
  for (gsize i = range.begin; i + 4 <= range.end; i++)
    {
      int year;

      if (!g_ascii_isdigit (text[i]) || (i > range.begin && g_ascii_isdigit (text[i - 1])))
        continue;
      year = (int) g_ascii_strtoll (text + i, NULL, 10);
      if (year >= first && year <= last)
        return TRUE;
    }
  return FALSE;
}

/* A sentence says why, or a ground applies to just that. */
static gboolean
is_explained (FoiCheck *self, FoiCheckQuestion *question, const Span *missing)
{
  for (guint i = 0; i < question->texts->len; i++)
    {
      const FoiCheckText *text = question->texts->pdata[i];
      const FoiRange whole = { 0, strlen (text->masked) };
      FoiRange sentence = { 0 };

      if (g_str_has_suffix (text->place, "/applies_to")
          && names_year (text->masked, whole, missing))
        return TRUE;
      while (foi_check_words_find_sentence (self->words, "gap-reason", text->masked, &sentence,
                                            NULL))
        if (names_year (text->masked, sentence, missing))
          return TRUE;
    }
  return FALSE;
}

static void
add_missing (FoiCheck *self, FoiCheckQuestion *question, const char *member, const Span *missing)
{
  g_autofree char *words = NULL, *message = NULL;

  if (missing->from == FOI_DATE_NONE || missing->from > missing->to
      || is_explained (self, question, missing))
    return;
  words = dup_words (missing->from, missing->to);
  /* Translators: the second %s is a period of time: "2015 to 2017". */
  message = g_strdup_printf (_("%s leaves %s unanswered, and does not say why."), question->name,
                             words);
  _foi_check_add_to (self, question, member, message,
                     _("Answer for that time, too; or say why there is nothing for it."));
}

/* Whether it is said what is not there of what is published elsewhere. */
static gboolean
says_what_is_missing (FoiCheckQuestion *question)
{
  for (guint i = 0; i < question->texts->len; i++)
    {
      const FoiCheckText *text = question->texts->pdata[i];

      if (g_str_has_suffix (text->place, "/source/missing")
          && text->raw[strspn (text->raw, " \t\r\n")] != '\0')
        return TRUE;
    }
  return FALSE;
}

/* _foi_check_periods: all of the time asked about is answered, or it is said why not. */
void
_foi_check_periods (FoiCheck *self)
{
  FoiDate received = foi_brief_get_received (self->brief);

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      JsonNode *said = foi_json_get_member (foi_question_get_node (question->question),
                                            "period_answered");
      const char *gap = foi_json_get_string (said, "gap", "");
      const char *member;
      Span asked, answered, before, after;

      if (gap[strspn (gap, " \t\r\n")] != '\0' || says_what_is_missing (question)
          || !read_asked (self, question, &asked)
          || !read_answered (question, &answered, &member))
        continue;
      find_missing (received, &asked, &answered, &before, &after);
      add_missing (self, question, member, &before);
      add_missing (self, question, member, &after);
    }
}
