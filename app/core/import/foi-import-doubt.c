/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-doubt.h"

#include <glib/gi18n-lib.h>

#include "foi-date.h"
#include "foi-paste-layout.h"
#include "foi-work.h"

/* What stands in a column. */
typedef struct
{
  guint       n_filled;
  guint       n_dates;      /* of one meaning or two */
  guint       n_unclear;
  const char *unclear;
  const char *date;
  guint       n_signs;
  guint       n_fractions;
  const char *fraction;
  const char *sign;
} Tally;

static void
free_doubt (gpointer data)
{
  FoiImportDoubt *doubt = data;

  g_free (doubt->heading);
  g_free (doubt->example);
  g_free (doubt->evidence);
  g_free (doubt);
}

/* How many days it may be: 12/31/2024 is one, 03/04/2024 two, 04/04/2024 twice the same. */
static guint
count_readings (const char *text)
{
  g_autofree char *day = foi_date_order_dup_iso (FOI_DATE_ORDER_DAY_FIRST, text);
  g_autofree char *month = foi_date_order_dup_iso (FOI_DATE_ORDER_MONTH_FIRST, text);

  return (guint) (day != NULL) + (month != NULL);
}

static void
note_date (Tally *self, const char *text)
{
  if (!g_ascii_isdigit (*text))
    return;
  if (foi_date_order_is_needed (text))
    {
      if (self->n_unclear++ == 0)
        self->unclear = text;
      self->n_dates++;
    }
  else
    {
      guint n = count_readings (text);

      if (n == 1 && self->date == NULL)
        self->date = text;
      self->n_dates += n > 0;
    }
}

static void
note_share (Tally *self, const char *text)
{
  if (foi_share_has_sign (text))
    {
      if (self->n_signs++ == 0)
        self->sign = text;
    }
  else if (foi_share_may_be_fraction (text))
    {
      if (self->n_fractions++ == 0)
        self->fraction = text;
    }
}

static char *
dup_heading (FoiPasteGrid *grid, const FoiPasteLayout *layout, guint column)
{
  g_autofree char *heading
    = layout->header >= 0
        ? foi_paste_clean_heading (foi_paste_grid_get (grid, (guint) layout->header, column))
        : g_strdup ("");

  if (*heading != '\0')
    return g_steal_pointer (&heading);
  /* Translators: the heading of a column that has none in the file. */
  return g_strdup_printf (_("Column %u"), column + 1);
}

static void
add_doubt (GPtrArray *doubts, FoiImportDoubtKind kind, guint column, const char *heading,
           guint count, const char *example, const char *evidence)
{
  FoiImportDoubt *doubt = g_new (FoiImportDoubt, 1);

  *doubt = (FoiImportDoubt) { kind,  column, g_strdup (heading),
                              count, g_strdup (example), g_strdup (evidence) };
  g_ptr_array_add (doubts, doubt);
}

static void
look_at (GPtrArray *doubts, FoiPasteGrid *grid, const FoiPasteLayout *layout, guint column)
{
  Tally tally = { 0 };
  g_autofree char *heading = dup_heading (grid, layout, column);

  for (guint i = 0; i < layout->rows->len && foi_work_go_on (i, G_MAXUINT64); i++)
    {
      const char *text
        = foi_paste_grid_get_original (grid, g_array_index (layout->rows, guint, i), column);

      if (*text == '\0')
        continue;
      tally.n_filled++;
      note_date (&tally, text);
      note_share (&tally, text);
    }
  /* A date or two in remarks are words. */
  if (tally.n_unclear > 0 && tally.n_dates * 2 >= tally.n_filled)
    add_doubt (doubts, FOI_IMPORT_DOUBT_DATES, column, heading, tally.n_unclear, tally.unclear,
               tally.date);
  if (tally.n_fractions > 0 && tally.n_signs > 0)
    add_doubt (doubts, FOI_IMPORT_DOUBT_SHARES, column, heading, tally.n_fractions,
               tally.fraction, tally.sign);
}

/**
 * foi_import_doubts_find:
 * @grid: cells of a file, also with what they were said to mean
 *
 * Finds the columns of which a person has to say what some of their cells mean: whether the day or
 * the month comes first in 03/04/2024, and whether 0.5 beside 50% is a half. What was said already
 * is among them, so that it can be said otherwise.
 *
 * Returns: (transfer full) (element-type FoiImportDoubt): these, in the order of the columns.
 */
GPtrArray *
foi_import_doubts_find (FoiPasteGrid *grid)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (free_doubt);
  g_auto (FoiPasteLayout) layout = { NULL, -1, -1, NULL, NULL };

  g_return_val_if_fail (grid != NULL, doubts);

  foi_paste_layout_read (&layout, grid);
  for (guint i = 0; i < foi_paste_grid_get_n_columns (grid); i++)
    look_at (doubts, grid, &layout, i);
  return doubts;
}

/**
 * foi_import_doubt_dup_words:
 *
 * Returns: (transfer full): what has to be said, in sentences.
 */
char *
foi_import_doubt_dup_words (const FoiImportDoubt *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == FOI_IMPORT_DOUBT_SHARES)
    return g_strdup_printf (
      ngettext ("%s: %u number, %s, stands beside percentages such as %s. Say whether it is a "
                "fraction or a percentage.",
                "%s: %u numbers, such as %s, stand beside percentages such as %s. Say whether they "
                "are fractions or percentages.",
                self->count),
      self->heading, self->count, self->example, self->evidence);
  words = g_strdup_printf (
    ngettext ("%s: %u date, %s, could be either of two days. Say whether the day or the month "
              "comes first.",
              "%s: these are dates, and %u of them, such as %s, could be either of two days. Say "
              "whether the day or the month comes first.",
              self->count),
    self->heading, self->count, self->example);
  if (self->evidence == NULL)
    return g_steal_pointer (&words);
  /* Translators: appended to a sentence; %s is a date. */
  return g_strdup_printf (_("%s Beside them stands %s, which has one meaning."), words,
                          self->evidence);
}

/**
 * foi_import_doubt_dup_meaning:
 * @choice: one of %FoiDateOrder or %FoiShareOrder, but for the unknown
 *
 * Returns: (transfer full): what its example would be: `3 April 2024`, `50%`.
 */
char *
foi_import_doubt_dup_meaning (const FoiImportDoubt *self, guint choice)
{
  g_autofree char *iso = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == FOI_IMPORT_DOUBT_SHARES)
    return foi_share_order_dup_percent ((FoiShareOrder) choice, self->example);
  iso = foi_date_order_dup_iso ((FoiDateOrder) choice, self->example);
  /* Some dates are none in one of the orders. */
  return iso != NULL ? foi_date_to_words (foi_date_from_iso (iso)) : g_strdup (_("no date"));
}
