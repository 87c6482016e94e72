/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-disclosure-words.h"

/* Why nobody can say what follows of a figure: what is published, or said of it, cannot be so. */

/* What the parts of a total come to; FALSE where one of them is not known here. */
static gboolean
add_up (FoiDisclosureCase *self, const FoiLine *line, gint64 *out)
{
  FoiWide sum = 0;
  gint64 factor = 1;

  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      const FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, term->cell);

      if (!cell->is_known)
        return FALSE;
      if ((int) term->cell == line->total)
        factor = -term->factor;
      else
        sum += (FoiWide) cell->value * term->factor;
    }
  if (factor <= 0 || sum % factor != 0 || ABS (sum / factor) > FOI_DISCLOSURE_MAX_VALUE)
    return FALSE;
  *out = (gint64) (sum / factor);
  return TRUE;
}

/* A total that the true figures do not come to. */
static char *
dup_wrong_total (FoiDisclosureCase *self, const FoiLine *line, const char *place)
{
  const gint64 shown = foi_disclosure_problem_get (self->problem, (guint) line->total)->value;
  g_autofree char *total = _foi_disclosure_dup_number (self, (guint) line->total, shown);
  g_autofree char *sum = NULL;
  gint64 parts;

  if (!add_up (self, line, &parts) || parts == shown)
    return NULL;
  sum = _foi_disclosure_dup_number (self, (guint) line->total, parts);
  /* Translators: the place of a total in a table, and two numbers. */
  return g_strdup_printf (_("the total in %s is %s, and its parts come to %s"), place, total, sum);
}

/* Two places that are said to have the same figure. */
static char *
dup_not_same (FoiDisclosureCase *self, const FoiLine *line)
{
  g_autofree char *first
    = foi_disclosure_case_dup_place (self, g_array_index (line->terms, FoiLineTerm, 0).cell);
  g_autofree char *second
    = foi_disclosure_case_dup_place (self, g_array_index (line->terms, FoiLineTerm, 1).cell);

  /* Translators: two places in tables. */
  return g_strdup_printf (_("%s and %s are said to be the same figure, and cannot be"), first,
                          second);
}

/*
 * _foi_disclosure_dup_against:
 * @found: a figure that contradicts something
 *
 * Returns: (transfer full): what, and where it stands, as a part of a sentence.
 */
char *
_foi_disclosure_dup_against (FoiDisclosureCase *self, const FoiAuditCell *found)
{
  const FoiLine *line = found->against;
  g_autofree char *place = NULL;
  char *wrong;

  if (line != NULL && line->kind == FOI_LINE_SAME && line->terms->len == 2)
    return dup_not_same (self, line);
  if (line != NULL && line->kind == FOI_LINE_QUOTED && line->sentence != NULL)
    /* Translators: where a sentence stands ("question 2"), and the sentence. */
    return g_strdup_printf (_("what is said in %s cannot be so: “%s”"), line->where,
                            line->sentence);
  if (line == NULL || line->total < 0)
    return g_strdup (_("the published figures contradict each other"));
  place = foi_disclosure_case_dup_place (self, (guint) line->total);
  wrong = dup_wrong_total (self, line, place);
  return wrong != NULL
           ? wrong
           /* Translators: the place of a total in a table. */
           : g_strdup_printf (_("the total in %s cannot be what its parts come to if none of them "
                                "is below 0"), place);
}
