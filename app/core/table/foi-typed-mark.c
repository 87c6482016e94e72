/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typed-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * What people write instead of a value, and what it is here. The older symbols of government
 * statistics that had one meaning are read; those that had several, or that hide what they mean,
 * are refused (Government Analysis Function, shorthand of 2022, and the symbols that it replaced).
 */
static const struct
{
  const char *words;
  FoiCellState state;
} marks[] = {
  { "[c]", FOI_CELL_SUPPRESSED },
  { "[x]", FOI_CELL_NOT_AVAILABLE },
  { "[z]", FOI_CELL_NOT_APPLICABLE },
  { "[low]", FOI_CELL_LOW },
  { "*", FOI_CELL_SUPPRESSED },
  { "suppressed", FOI_CELL_SUPPRESSED },
  { "withheld", FOI_CELL_SUPPRESSED },
  { "..", FOI_CELL_NOT_AVAILABLE },
  { "not available", FOI_CELL_NOT_AVAILABLE },
  { "not recorded", FOI_CELL_NOT_AVAILABLE },
  { "n/a", FOI_CELL_NOT_APPLICABLE },
  { "not applicable", FOI_CELL_NOT_APPLICABLE },
};

enum
{
  ZERO = 1 << 0,
  C = 1 << 1,
  X = 1 << 2,
  Z = 1 << 3,
  LOW = 1 << 4,
};

/* What might be several of them. */
static const struct
{
  const char *words;
  guint choices;
} unclear[] = {
  { "-", ZERO | X | Z },
  { "–", ZERO | X | Z },
  { "—", ZERO | X | Z },
  { ".", X | Z },
  { ":", X | Z },
  { "nil", ZERO },
  { "none", ZERO | Z },
  { "zero", ZERO },
  { "na", X | Z },
  { "n.a.", X | Z },
  { "n.a", X | Z },
  { "[na]", X | Z },
  { "#n/a", X | Z },
  { "?", X },
  { "tbc", X },
  { "unknown", X },
  { "not held", X },
  { "c", C },
  { "s", C },
  { "x", C | X },
  { "z", Z },
  { "low", LOW },
  { "k", LOW },
  { "[k]", LOW },
  { "#", C | X },
  { "**", C },
};

static void
add_choices (FoiTyping *self, guint choices)
{
  if ((choices & ZERO) != 0 && foi_column_is_numeric (self->column))
    _foi_typing_add_number (self, 0);
  if ((choices & C) != 0)
    _foi_typing_add_mark (self, FOI_CELL_SUPPRESSED);
  if ((choices & X) != 0)
    _foi_typing_add_mark (self, FOI_CELL_NOT_AVAILABLE);
  if ((choices & Z) != 0)
    _foi_typing_add_mark (self, FOI_CELL_NOT_APPLICABLE);
  if ((choices & LOW) != 0)
    _foi_typing_add_mark (self, FOI_CELL_LOW);
}

/* The number in "<5", "< 5", "less than 5", "fewer than 5", "under 5"; NULL for anything else. */
static const char *
get_limit (const char *folded)
{
  static const char *const starts[] = { "<", "less than ", "fewer than ", "under " };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (g_str_has_prefix (folded, starts[i]))
        {
          const char *limit = folded + strlen (starts[i]);

          return *limit == ' ' ? limit + 1 : limit;
        }
    }
  return NULL;
}

/* A count below a limit came to us suppressed. It is at least 1: a true zero would have been given
 * as such. Of other numbers nobody can say that. */
static gboolean
read_limit (FoiTyping *self, const char *limit)
{
  guint64 most;

  if (foi_column_get_value_type (self->column) == FOI_VALUE_INTEGER
      && g_ascii_string_to_unsigned (limit, 10, 2, 1000000, &most, NULL))
    {
      *self->out = foi_cell_state (FOI_CELL_SUPPRESSED);
      *self->bounds = (FoiTypedBounds) { TRUE, 1, (gint64) most - 1 };
      return TRUE;
    }
  add_choices (self, foi_column_is_numeric (self->column) ? C | LOW : C);
  return _foi_typing_refuse (self, _("does not say which value is meant"));
}

/* Whether the text is about there being no value; if so, @accepted says whether it is clear. */
gboolean
_foi_typing_read_mark (FoiTyping *self, gboolean *accepted)
{
  g_autofree char *folded = g_utf8_strdown (self->plain, -1);
  const char *limit = get_limit (folded);

  *accepted = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (strcmp (folded, marks[i].words) == 0)
        {
          *self->out = foi_cell_state (marks[i].state);
          *accepted = TRUE;
          return TRUE;
        }
    }
  if (limit != NULL)
    {
      *accepted = read_limit (self, limit);
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unclear); i++)
    {
      if (strcmp (folded, unclear[i].words) == 0)
        {
          add_choices (self, unclear[i].choices);
          if (self->choices == NULL)
            _foi_typing_refuse_kind (self);
          else if (self->choices->len > 1)
            _foi_typing_refuse (self, _("could mean several things: choose one"));
          else
            _foi_typing_refuse (self, _("is not a value: is this what it means?"));
          return TRUE;
        }
    }
  if (folded[0] == '#')
    {
      add_choices (self, X);
      _foi_typing_refuse (self, _("is an error that a spreadsheet made"));
      return TRUE;
    }
  return FALSE;
}
