/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-allocation.h"

#include <glib/gi18n-lib.h>

#define SCHEME "allocation"

/* Working days, the most of each. */
static const struct
{
  const char *id, *words;
  guint       most;
} bands[] = {
  { "days-1", N_("On the same day, or the next"), 1 },
  { "days-3", N_("Within 2 or 3 working days"), 3 },
  { "days-5", N_("Within 4 or 5 working days"), 5 },
  { "days-10", N_("Within 6 to 10 working days"), 10 },
  { "days-more", N_("After more than 10 working days"), G_MAXUINT },
};

/* The first day on which a service was asked for anything. */
static FoiDate
find_asked (const FoiRegisterRow *row)
{
  FoiDate first = FOI_DATE_NONE;

  for (guint i = 0; i < row->waits->len; i++)
    {
      const FoiServiceWait *wait = g_ptr_array_index (row->waits, i);

      if (wait->asked != FOI_DATE_NONE && (first == FOI_DATE_NONE || wait->asked < first))
        first = wait->asked;
    }
  return first;
}

static guint
count_days (const FoiRegisterRow *row, FoiDate asked)
{
  return asked > row->received ? foi_deadline_count_working_days (row->received, asked,
                                                                  row->clock->calendar) : 0;
}

static FoiStatisticsClass *
add_class (FoiAllocation *self, const char *id, const char *words, guint level)
{
  FoiStatisticsClass *class = foi_statistics_class_new (SCHEME, id, words, level);

  g_ptr_array_add (self->classes, class);
  return class;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static guint
find_median (GArray *days)
{
  guint low, high;

  if (days->len == 0)
    return 0;
  g_array_sort (days, compare_days);
  low = g_array_index (days, guint, (days->len - 1) / 2);
  high = g_array_index (days, guint, days->len / 2);
  return low + high;
}

static guint
find_band (guint n_days)
{
  guint band = 0;

  while (n_days > bands[band].most)
    band++;
  return band;
}

static void
count_row (FoiAllocation *self, const FoiRegisterRow *row, GArray *days)
{
  const FoiDate asked = find_asked (row);
  guint n_days;

  if (asked == FOI_DATE_NONE || row->clock->calendar == NULL)
    {
      foi_statistics_class_take (self->classes->pdata[self->classes->len - 1], row);
      return;
    }
  n_days = count_days (row, asked);
  g_array_append_val (days, n_days);
  self->n_requests++;
  self->n_days += n_days;
  foi_statistics_class_take (self->classes->pdata[0], row);
  foi_statistics_class_take (self->classes->pdata[1 + find_band (n_days)], row);
}

/**
 * foi_allocation_count:
 * @rows: (element-type FoiRegisterRow): the cases of a folder
 * @from: the first day of the period
 * @to: the last
 *
 * Looks how long the requests that were received in a period lay before a service was asked. A case
 * that cannot be read counts nowhere.
 *
 * Returns: (transfer full): the time to allocate.
 */
FoiAllocation *
foi_allocation_count (GPtrArray *rows, FoiDate from, FoiDate to)
{
  FoiAllocation *self = g_new0 (FoiAllocation, 1);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint));

  self->classes = g_ptr_array_new_with_free_func (foi_statistics_class_free);
  g_return_val_if_fail (rows != NULL, self);

  add_class (self, "allocated", _("Given to a service"), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    add_class (self, bands[i].id, _(bands[i].words), 1);
  add_class (self, "not-allocated", _("No service was asked"), 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (rows, i);

      if (row->fault == NULL && row->received != FOI_DATE_NONE && row->received >= from
          && row->received <= to)
        count_row (self, row, days);
    }
  self->half_days = find_median (days);
  return self;
}

/**
 * foi_allocation_free:
 * @self: (transfer full): the time to allocate
 */
void
foi_allocation_free (FoiAllocation *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->classes);
  g_free (self);
}
