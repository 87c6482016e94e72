/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-figures.h"
#include "foi-disclosure-said.h"

#include <string.h>

#include "foi-number.h"
#include "foi-phrase.h"
#include "foi-statement.h"

/* What sentences tell of figures without saying them: what several come to, by how much one is more
 * than another, which share it has. A sentence that names no row, or no column, may mean those that
 * were named before it. What comes out at the true figures is taken for meant. */

/* How near behind a number stands what it counts, in bytes. */
#define COUNTED_WITHIN 32
/* A sentence that stands for so many rows names none. */
#define MAX_NEAR 6

/* From where it is known which rows, or columns, are meant. */
typedef enum
{
  NAMED_NOWHERE,
  NAMED_NEAR, /* in another sentence of the same text */
  NAMED_HERE,
} Named;

typedef struct
{
  FoiFigureTable table;
  FoiDisclosureNames *names;
  GPtrArray *said;
  GPtrArray *named; /* of FoiNamed, of each sentence */
  GHashTable *lines; /* those that were added, in words */
} Telling;

/* A sentence that is read, and one thing that it says. */
typedef struct
{
  Telling *telling;
  const FoiSaid *said;
  Named rows, columns;
  GArray *figures; /* of FoiFigure */
  const FoiStatement *statement;
  gboolean is_bare, is_counted, is_explained;
  gboolean is_together; /* one sentence names the rows and the columns */
} Reading;

/* ---- lines ---- */

static char *
dup_line_words (const FoiLine *line)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, line->from, line->to);
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      g_string_append_printf (words, " %u %" G_GINT64_FORMAT, term->cell, term->factor);
    }
  return g_string_free (words, FALSE);
}

/* Keeps the last line that was begun, once. */
static void
keep (Reading *self, FoiLine *line)
{
  FoiDisclosureDraft *draft = self->telling->table.draft;
  GPtrArray *lines = draft->self->problem->lines;
  g_autofree char *words = NULL;

  for (guint i = line->terms->len; i-- > 0;)
    if (g_array_index (line->terms, FoiLineTerm, i).factor == 0)
      g_array_remove_index (line->terms, i);
  words = dup_line_words (line);
  if (line->terms->len == 0 || g_hash_table_contains (self->telling->lines, words))
    {
      g_ptr_array_remove_index (lines, lines->len - 1);
      return;
    }
  if (!_foi_disclosure_draft_keep_line (draft, line))
    return;
  _foi_disclosure_set_source (line, self->said);
  g_hash_table_add (self->telling->lines, g_steal_pointer (&words));
}

/* A figure is from @from to @to. */
static void
add_value (Reading *self, const FoiFigure *figure, const FoiFigure *less, gint64 from, gint64 to)
{
  FoiLine *line = _foi_disclosure_draft_add_line (self->telling->table.draft, FOI_LINE_QUOTED);

  line->from = from;
  line->to = to;
  foi_figure_table_add_terms (&self->telling->table, figure, 1, line);
  if (less != NULL)
    foi_figure_table_add_terms (&self->telling->table, less, -1, line);
  keep (self, line);
}

/* @part is @times so often as @whole, or more, or less: @side is 0, 1 or -1. */
static void
add_times (Reading *self, const FoiFigure *part, const FoiFigure *whole, FoiFraction times,
           int side, gboolean is_strict)
{
  FoiLine *line = _foi_disclosure_draft_add_line (self->telling->table.draft, FOI_LINE_QUOTED);

  line->from = side >= 0 ? (is_strict ? 1 : 0) : FOI_LINEAR_NO_FROM;
  line->to = side <= 0 ? (is_strict ? -1 : 0) : FOI_LINEAR_NO_TO;
  foi_figure_table_add_terms (&self->telling->table, part, times.below, line);
  foi_figure_table_add_terms (&self->telling->table, whole, -times.above, line);
  keep (self, line);
}

/* ---- numbers ---- */

/* What is said, in the last digits of a figure; FALSE where it has more of them. */
static gboolean
get_said (FoiFraction value, const FoiFigure *figure, gint64 *out)
{
  const FoiWide scaled = (FoiWide) value.above * foi_number_power_of_ten (figure->decimals);

  if (value.below == 0 || scaled % value.below != 0
      || scaled / value.below > FOI_DISCLOSURE_MAX_VALUE)
    return FALSE;
  *out = (gint64) (scaled / value.below);
  return TRUE;
}

/* Whether a text that says it of a rounded table may mean what the table shows. */
static gboolean
shows (Reading *self, const FoiFigure *figure, gint64 from, gint64 to)
{
  FoiDisclosureDraft *draft = self->telling->table.draft;

  return _foi_disclosure_get_rule (draft, self->telling->table.grid->data)->round > 1
         && figure->is_shown && figure->shown >= from && figure->shown <= to;
}

static gboolean
is_single (const FoiFigure *figure)
{
  return figure->rows->kind == FOI_PART_ONE && figure->columns->kind == FOI_PART_ONE;
}

/* Between which numbers a statement puts a figure. */
static gboolean
get_ends (const FoiStatement *statement, const FoiFigure *figure, gint64 *from, gint64 *to)
{
  *from = FOI_LINEAR_NO_FROM;
  *to = FOI_LINEAR_NO_TO;
  return figure->is_money == statement->is_money
         && (statement->from.below == 0 || get_said (statement->from, figure, from))
         && (statement->to.below == 0 || get_said (statement->to, figure, to))
         && figure->value >= *from && figure->value <= *to;
}

/* Whether the number is a figure that anybody sees, and which the sentence names. */
static gboolean
is_explained (Reading *self)
{
  gint64 from, to;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const FoiFigure *figure = &g_array_index (self->figures, FoiFigure, i);

      if (is_single (figure) && (!figure->is_hidden || figure->is_shown)
          && get_ends (self->statement, figure, &from, &to))
        return TRUE;
    }
  return FALSE;
}

/* Whether the sentence may mean that figure: what is named near it is one figure, or a sum. */
static gboolean
may_mean (Reading *self, const FoiFigure *figure, gboolean is_explained_already)
{
  if (!figure->is_hidden || figure->rows->kind == FOI_PART_NEAR)
    return FALSE;
  if (self->rows == NAMED_NOWHERE)
    return figure->rows->kind == FOI_PART_ALL && figure->columns->kind != FOI_PART_ALL;
  if (is_single (figure))
    return TRUE;
  if (self->columns == NAMED_NOWHERE || (self->rows == NAMED_NEAR && self->columns == NAMED_NEAR))
    return FALSE;
  return !is_explained_already && figure->rows->kind != FOI_PART_ALL;
}

static void
tell_number (Reading *self)
{
  const FoiStatement *statement = self->statement;
  const gboolean is_there_already = statement->kind != FOI_STATEMENT_BOUND && is_explained (self);
  gint64 from, to;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const FoiFigure *figure = &g_array_index (self->figures, FoiFigure, i);

      if (may_mean (self, figure, is_there_already) && get_ends (statement, figure, &from, &to)
          && !shows (self, figure, from, to))
        add_value (self, figure, NULL, from, to);
    }
}

/* ---- two figures ---- */

static gboolean
is_any_hidden (const FoiFigure *a, const FoiFigure *b)
{
  return a->is_hidden || b->is_hidden;
}

/* Whether two figures can be compared: one of them is another row of the same columns, or another
 * column of the same rows. */
static gboolean
can_compare (const FoiFigure *a, const FoiFigure *b)
{
  return a != b && a->decimals == b->decimals && a->is_money == b->is_money
         && ((a->rows == b->rows) != (a->columns == b->columns));
}

/* Whether two figures that anybody sees, and which the sentence names, are so far apart. */
static gboolean
is_difference_explained (Reading *self)
{
  gint64 said;

  for (guint i = 0; i < self->figures->len; i++)
    for (guint j = 0; j < self->figures->len; j++)
      {
        const FoiFigure *more = &g_array_index (self->figures, FoiFigure, i);
        const FoiFigure *less = &g_array_index (self->figures, FoiFigure, j);

        if (can_compare (more, less) && is_single (more) && is_single (less)
            && !is_any_hidden (more, less) && more->is_money == self->statement->is_money
            && get_said (self->statement->from, more, &said)
            && more->value - less->value == said)
          return TRUE;
      }
  return FALSE;
}

/* By how much one figure is more than another. Of a plain number, which may be anything, they are
 * both named. */
static void
tell_difference (Reading *self)
{
  const gboolean is_said = self->statement->kind == FOI_STATEMENT_DIFFERENCE;
  const gboolean is_there_already = is_said && is_difference_explained (self);
  gint64 said;

  for (guint i = 0; i < self->figures->len; i++)
    for (guint j = 0; j < self->figures->len; j++)
      {
        const FoiFigure *more = &g_array_index (self->figures, FoiFigure, i);
        const FoiFigure *less = &g_array_index (self->figures, FoiFigure, j);

        if (!can_compare (more, less) || !is_any_hidden (more, less) || more->value <= less->value
            || more->rows->kind == FOI_PART_ALL || more->columns->kind == FOI_PART_ALL
            || (!(is_said && !is_there_already) && !(is_single (more) && is_single (less)))
            || more->is_money != self->statement->is_money
            || !get_said (self->statement->from, more, &said)
            || more->value - less->value != said
            || (more->is_shown && less->is_shown
                && shows (self, more, less->shown + said, less->shown + said)))
          continue;
        add_value (self, more, less, said, said);
      }
}

static gboolean
is_between (gint64 part, gint64 whole, FoiFraction from, FoiFraction to, gboolean is_strict)
{
  const FoiWide low = (FoiWide) part * from.below - (FoiWide) whole * from.above;
  const FoiWide high = (FoiWide) part * to.below - (FoiWide) whole * to.above;

  return (from.below == 0 || low > 0 || (low == 0 && !(is_strict && from.above > 0)))
         && (to.below == 0 || high < 0 || (high == 0 && !is_strict));
}

static void
add_between (Reading *self, const FoiFigure *part, const FoiFigure *whole, FoiFraction from,
             FoiFraction to, gboolean is_strict)
{
  if (from.above == to.above && from.below == to.below)
    {
      add_times (self, part, whole, from, 0, FALSE);
      return;
    }
  if (from.below != 0 && from.above > 0)
    add_times (self, part, whole, from, 1, is_strict);
  if (to.below != 0)
    add_times (self, part, whole, to, -1, is_strict);
}

/* As exact as it is said; else as far as it may be rounded. */
static gboolean
try_between (Reading *self, const FoiFigure *part, const FoiFigure *whole, FoiFraction from,
             FoiFraction to)
{
  const FoiDisclosureGrid *grid = self->telling->table.grid;
  const gboolean is_strict = self->statement->is_strict;

  if (whole->value <= 0 || !is_between (part->value, whole->value, from, to, is_strict))
    return FALSE;
  if (_foi_disclosure_get_rule (self->telling->table.draft, grid->data)->round > 1
      && part->is_shown && whole->is_shown
      && is_between (part->shown, whole->shown, from, to, is_strict))
    return TRUE;
  add_between (self, part, whole, from, to, is_strict);
  return TRUE;
}

typedef gboolean (*PairFunc) (const FoiFigure *a, const FoiFigure *b);

/* Whether two figures that anybody sees stand so to each other, and the sentence names them. */
static gboolean
is_pair_explained (Reading *self, PairFunc can_pair)
{
  const FoiStatement *statement = self->statement;

  for (guint i = 0; i < self->figures->len; i++)
    for (guint j = 0; j < self->figures->len; j++)
      {
        const FoiFigure *a = &g_array_index (self->figures, FoiFigure, i);
        const FoiFigure *b = &g_array_index (self->figures, FoiFigure, j);

        if (a->rows->kind == FOI_PART_ONE && b->value > 0 && can_pair (a, b)
            && (!a->is_hidden || a->is_shown) && (!b->is_hidden || b->is_shown)
            && is_between (a->value, b->value, statement->wide_from, statement->wide_to,
                           statement->is_strict))
          return TRUE;
      }
  return FALSE;
}

/* Of what a figure may be a share: of all rows or all columns, or of those that are named. */
static gboolean
is_whole_of (const FoiFigure *whole, const FoiFigure *part)
{
  const FoiPartKind rows = whole->rows->kind, columns = whole->columns->kind;
  const gboolean same_rows = whole->rows == part->rows, same_columns
                                                        = whole->columns == part->columns;

  return whole != part && whole->decimals == part->decimals && whole->is_money == part->is_money
         && !(same_rows && same_columns)
         && (same_rows || rows == FOI_PART_ALL || rows == FOI_PART_SOME)
         && (same_columns || columns == FOI_PART_ALL || columns == FOI_PART_SOME)
         && part->rows->kind != FOI_PART_NEAR
         && (part->rows->kind != FOI_PART_ALL || rows == FOI_PART_ALL)
         && (part->columns->kind != FOI_PART_ALL || columns == FOI_PART_ALL);
}

/* Whether it is worth asking: what is seen to be so of figures that are named is meant of them. */
static gboolean
may_pair (Reading *self, const FoiFigure *a, const FoiFigure *b)
{
  const FoiPartKind rows = a->rows->kind, columns = a->columns->kind;

  return is_any_hidden (a, b)
         && (self->statement->to.below != 0
             || (rows != FOI_PART_OTHERS && columns != FOI_PART_OTHERS))
         && (!self->is_explained || (is_single (a) && b->rows->kind != FOI_PART_OTHERS
                                     && b->rows->kind != FOI_PART_NEAR
                                     && b->columns->kind != FOI_PART_OTHERS));
}

static gboolean
is_share_of (const FoiFigure *part, const FoiFigure *whole)
{
  return is_whole_of (whole, part);
}

static void
tell_share (Reading *self)
{
  const FoiStatement *statement = self->statement;

  self->is_explained = is_pair_explained (self, is_share_of);
  for (guint i = 0; i < self->figures->len; i++)
    for (guint j = 0; j < self->figures->len; j++)
      {
        const FoiFigure *part = &g_array_index (self->figures, FoiFigure, i);
        const FoiFigure *whole = &g_array_index (self->figures, FoiFigure, j);

        /* "A sixth of those in Dale": exact, or it is by chance. */
        if (is_single (part) && is_single (whole) && can_compare (part, whole)
            && may_pair (self, part, whole))
          try_between (self, part, whole, statement->from, statement->to);
        else if (is_whole_of (whole, part) && may_pair (self, part, whole)
            && !try_between (self, part, whole, statement->from, statement->to))
          try_between (self, part, whole, statement->wide_from, statement->wide_to);
      }
}

static void
tell_times (Reading *self)
{
  const FoiStatement *statement = self->statement;

  self->is_explained = is_pair_explained (self, can_compare);
  for (guint i = 0; i < self->figures->len; i++)
    for (guint j = 0; j < self->figures->len; j++)
      {
        const FoiFigure *more = &g_array_index (self->figures, FoiFigure, i);
        const FoiFigure *less = &g_array_index (self->figures, FoiFigure, j);

        if (can_compare (more, less) && may_pair (self, more, less)
            && !try_between (self, more, less, statement->from, statement->to))
          try_between (self, more, less, statement->wide_from, statement->wide_to);
      }
}

/* "Up 20%", "20% fewer": so much more than it was, or less. */
static FoiFraction
add_to_one (FoiFraction share, int sign)
{
  if (share.below == 0)
    return sign > 0 ? share : (FoiFraction) { 0, 1 };
  return (FoiFraction) { MAX (share.below + sign * share.above, 0), share.below };
}

static gboolean
is_change_explained (Reading *self)
{
  const FoiStatement *statement = self->statement;

  for (guint i = 0; i < self->figures->len; i++)
    for (guint j = 0; j < self->figures->len; j++)
      {
        const FoiFigure *a = &g_array_index (self->figures, FoiFigure, i);
        const FoiFigure *b = &g_array_index (self->figures, FoiFigure, j);

        if (is_single (a) && b->value > 0 && can_compare (a, b) && !is_any_hidden (a, b)
            && is_between (ABS (a->value - b->value), b->value, statement->from, statement->to,
                           statement->is_strict))
          return TRUE;
      }
  return FALSE;
}

static void
tell_change (Reading *self)
{
  const FoiFraction from = self->statement->from, to = self->statement->to;
  const FoiFraction wide_from = self->statement->wide_from, wide_to = self->statement->wide_to;

  self->is_explained = is_change_explained (self);
  for (guint i = 0; i < self->figures->len; i++)
    for (guint j = 0; j < self->figures->len; j++)
      {
        const FoiFigure *is = &g_array_index (self->figures, FoiFigure, i);
        const FoiFigure *was = &g_array_index (self->figures, FoiFigure, j);

        if (!can_compare (is, was) || !may_pair (self, is, was))
          continue;
        if (is->value > was->value)
          {
            if (!try_between (self, is, was, add_to_one (from, 1), add_to_one (to, 1)))
              try_between (self, is, was, add_to_one (wide_from, 1), add_to_one (wide_to, 1));
          }
        else if (!try_between (self, is, was, add_to_one (to, -1), add_to_one (from, -1)))
          try_between (self, is, was, add_to_one (wide_to, -1), add_to_one (wide_from, -1));
      }
}

/* ---- sentences ---- */

static const char *
skip_per_cent (const char *text)
{
  static const char *const signs[] = { "%", "per cent", "percent" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_ascii_strncasecmp (text, signs[i], strlen (signs[i])) == 0)
      return text + strlen (signs[i]);
  return text;
}

/* Whether nothing is counted by name behind a number: "There were three." */
static gboolean
is_bare (const char *after)
{
  static const char *const going_on[] = {
    "in", "at", "for", "were", "was", "are", "is", "and", "or", "but", "there", "this", "last",
    "during", "to", "than", "each", "between", "by", "across", "on", "who", "had", "have", "has",
    "with", "as", "of them", "of these", "of those", "of whom", "more", "fewer", "less", "only",
    "altogether", "overall", "together", "elsewhere", "higher", "lower", "out of", "cases",
  };
  static const char *const of[] = { "of all", "of the", "of those", "of them", "of these" };
  const char *rest = after + strspn (after, " \n");
  const char *sign = skip_per_cent (rest);

  if (sign != rest)
    {
      rest = sign + strspn (sign, " \n");
      if (foi_phrase_starts_any (rest, of, G_N_ELEMENTS (of)))
        return TRUE;
    }
  if (*rest == '\0' || strchr (".,;:)!?]|/-", *rest) != NULL)
    return TRUE;
  return foi_phrase_starts_any (rest, going_on, G_N_ELEMENTS (going_on));
}

/* Whether one of the columns is counted behind the number, or there is a word for others. */
static gboolean
is_counted (Reading *self, const GArray *columns, const char *after)
{
  static const char *const others[] = { "other", "others", "elsewhere", "else", "remaining",
                                        "rest" };
  const gsize stop = strcspn (after, ".!?;\n");
  g_autofree char *near = g_strndup (after, MIN (stop, COUNTED_WITHIN));
  g_autofree char *valid = g_utf8_make_valid (near, -1);

  for (guint i = 0; i < columns->len; i++)
    if (foi_disclosure_names_has_column (self->telling->names, g_array_index (columns, guint, i),
                                         valid))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (foi_phrase_find (valid, others[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

/* Whether the statement is worth asking what it is of. A number that counts something else is not;
 * nor is a word like "one", unless it says what it counts. */
static gboolean
counts (Reading *self)
{
  const FoiStatementKind kind = self->statement->kind;

  if (kind != FOI_STATEMENT_NUMBER && kind != FOI_STATEMENT_BOUND
      && kind != FOI_STATEMENT_DIFFERENCE)
    return self->rows != NAMED_NOWHERE
           && (self->columns == NAMED_HERE || self->is_bare || self->is_counted);
  if (self->statement->is_loose && !self->is_counted)
    return FALSE;
  if (self->columns == NAMED_HERE && self->rows == NAMED_HERE)
    return TRUE;
  if (self->columns == NAMED_HERE)
    return self->is_bare || self->is_counted;
  return self->is_bare;
}

static void
tell (Reading *self)
{
  if (!counts (self))
    return;
  switch (self->statement->kind)
    {
    case FOI_STATEMENT_SHARE:
      tell_share (self);
      break;
    case FOI_STATEMENT_TIMES:
      tell_times (self);
      break;
    case FOI_STATEMENT_CHANGE:
      tell_change (self);
      break;
    case FOI_STATEMENT_NUMBER:
    case FOI_STATEMENT_DIFFERENCE:
      tell_number (self);
      tell_difference (self);
      break;
    case FOI_STATEMENT_BOUND:
    default:
      tell_number (self);
      break;
    }
}

/* Whether a number stands in the name of a row, and that row is not named once more. */
static gboolean
is_of_name (const FoiNamed *named, const FoiStatement *statement)
{
  for (guint i = 0; i < named->ranges->len; i++)
    {
      const FoiRange *range = &g_array_index (named->ranges, FoiRange, i);

      if (statement->range.begin >= range->begin && statement->range.end <= range->end)
        return TRUE;
    }
  return FALSE;
}

/* The nearest sentence of the same text that names rows, or columns: before this one, else after
 * it. */
static const FoiNamed *
find_near (Telling *self, guint place, gboolean for_rows)
{
  const FoiSaid *said = self->said->pdata[place];

  for (int step = -1; step <= 1; step += 2)
    for (gint64 i = (gint64) place + step; i >= 0 && i < self->said->len; i += step)
      {
        const FoiSaid *other = self->said->pdata[i];
        const FoiNamed *named = self->named->pdata[i];

        if (other->passage != said->passage)
          break;
        if (for_rows ? named->rows->len > 0 : named->columns->len > 0)
          return for_rows && !named->is_group && named->rows->len > MAX_NEAR ? NULL : named;
      }
  return NULL;
}

static GArray *
list_all_columns (const FoiFigureTable *table)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < table->grid->columns->len; i++)
    g_array_append_val (all, i);
  return all;
}

/* What the sentence names, or one near it; @columns is what is meant, all where nothing is said. */
static const FoiNamed *
find_meant (Reading *self, guint place, GArray **columns)
{
  Telling *telling = self->telling;
  const FoiNamed *here = telling->named->pdata[place];
  const FoiNamed *rows = here->rows->len > 0 ? here : find_near (telling, place, TRUE);
  const FoiNamed *named = here->columns->len > 0 ? here : find_near (telling, place, FALSE);

  self->rows = rows == NULL ? NAMED_NOWHERE : rows == here ? NAMED_HERE : NAMED_NEAR;
  self->columns = named == NULL ? NAMED_NOWHERE : named == here ? NAMED_HERE : NAMED_NEAR;
  self->is_together = rows != NULL && rows == named;
  *columns = named != NULL ? g_array_ref (named->columns) : list_all_columns (&telling->table);
  return rows != NULL ? rows : here;
}

/* Where the table is not shown, "How many boys were there in Abbey?" makes its figure of "3". */
static gboolean
is_worth_reading (const Reading *self)
{
  if (self->said->is_elsewhere)
    return (self->columns == NAMED_HERE && self->rows != NAMED_NOWHERE) || self->is_together;
  return self->columns == NAMED_HERE || self->rows != NAMED_NOWHERE;
}

static void
read_sentence (Telling *telling, guint place)
{
  Reading self = { .telling = telling, .said = telling->said->pdata[place] };
  g_autoptr (GArray) statements = foi_statements_read (self.said->plain);
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GPtrArray) row_parts = NULL, column_parts = NULL;
  g_autoptr (GArray) figures = NULL;
  const FoiNamed *named;

  if (statements->len == 0)
    return;
  named = find_meant (&self, place, &columns);
  if (!is_worth_reading (&self))
    return;
  row_parts = foi_figure_table_list_rows (&telling->table, named->rows, named->is_group);
  column_parts = foi_figure_table_list_columns (&telling->table, columns);
  figures = self.figures = foi_figure_table_list (&telling->table, row_parts, column_parts);
  for (guint i = 0; i < statements->len; i++)
    {
      const char *after;

      self.statement = &g_array_index (statements, FoiStatement, i);
      after = self.said->plain + self.statement->range.end;
      self.is_bare = is_bare (after);
      self.is_counted = is_counted (&self, columns, after);
      if (!is_of_name (telling->named->pdata[place], self.statement))
        tell (&self);
    }
}

/*
 * _foi_disclosure_add_told:
 * @said: (element-type FoiSaid): the sentences that may be about the table
 *
 * Adds what they tell of its figures in other ways than by saying one, or the sum of a column.
 */
void
_foi_disclosure_add_told (FoiDisclosureDraft *draft, FoiTableData *data, GPtrArray *said)
{
  Telling self = { .said = said };

  if (!foi_figure_table_init (&self.table, draft, data))
    return;
  self.names = foi_disclosure_names_new (self.table.grid);
  self.named = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_named_free);
  self.lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < said->len; i++)
    g_ptr_array_add (self.named, foi_disclosure_names_find (self.names,
                                                            ((FoiSaid *) said->pdata[i])->plain));
  for (guint i = 0; i < said->len; i++)
    if (!((FoiSaid *) said->pdata[i])->is_asked)
      read_sentence (&self, i);
  g_hash_table_unref (self.lines);
  g_ptr_array_unref (self.named);
  foi_disclosure_names_free (self.names);
  foi_figure_table_clear (&self.table);
}
