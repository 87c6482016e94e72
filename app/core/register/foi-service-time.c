/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-service-time.h"

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) foi_register_row_unref);
}

static void
record_free (gpointer data)
{
  FoiServiceRecord *record = data;

  g_free (record->service);
  g_ptr_array_unref (record->rows);
  g_free (record);
}

/* The day of asking is no day of waiting, the day of the answer is: as the law counts days. */
static gboolean
is_waited_for (const FoiServiceWait *wait, FoiDate day)
{
  return wait->asked != FOI_DATE_NONE && wait->asked < day
         && (wait->answered == FOI_DATE_NONE || day <= wait->answered);
}

static gboolean
is_with_services (const FoiRegisterRow *row, FoiDate day)
{
  for (guint i = 0; i < row->waits->len; i++)
    if (is_waited_for (row->waits->pdata[i], day))
      return TRUE;
  return FALSE;
}

/* Several services that are waited for at once take the day once. */
static void
count_days (FoiServiceTime *self, FoiRegisterRow *row)
{
  FoiCalendar *calendar = row->clock->calendar;

  self->n_requests++;
  g_ptr_array_add (self->rows, foi_register_row_ref (row));
  for (FoiDate day = row->received + 1; day <= row->answered; day++)
    {
      if (foi_calendar_is_weekend (day) || foi_calendar_get_holiday (calendar, day) != NULL)
        continue;
      self->n_days++;
      self->n_service_days += is_with_services (row, day) ? 1 : 0;
    }
}

static FoiServiceRecord *
find_record (FoiServiceTime *self, GHashTable *found, const char *service)
{
  g_autofree char *key = g_utf8_casefold (service, -1);
  FoiServiceRecord *record = g_hash_table_lookup (found, key);

  if (record != NULL)
    return record;
  record = g_new0 (FoiServiceRecord, 1);
  record->rows = new_rows ();
  record->service = g_strdup (service);
  g_ptr_array_add (self->services, record);
  g_hash_table_insert (found, g_steal_pointer (&key), record);
  return record;
}

static void
count_wait (FoiServiceRecord *record, const FoiServiceWait *wait, FoiRegisterRow *row,
            FoiDate today)
{
  FoiCalendar *calendar = row->clock->calendar;
  const gboolean answered = wait->answered != FOI_DATE_NONE;

  record->n_asked++;
  if (record->rows->len == 0 || g_ptr_array_index (record->rows, record->rows->len - 1) != row)
    g_ptr_array_add (record->rows, foi_register_row_ref (row));
  record->n_chased += wait->chased != FOI_DATE_NONE ? 1 : 0;
  record->n_late += wait->wanted_by != FOI_DATE_NONE
                    && (answered ? wait->answered : today) > wait->wanted_by ? 1 : 0;
  if (!answered)
    return;
  record->n_answered++;
  if (wait->asked != FOI_DATE_NONE && calendar != NULL)
    record->n_days += foi_deadline_count_working_days (wait->asked, wait->answered, calendar);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const FoiServiceRecord *first = *(const FoiServiceRecord *const *) a;
  const FoiServiceRecord *second = *(const FoiServiceRecord *const *) b;

  return g_utf8_collate (first->service, second->service);
}

/**
 * foi_service_time_count:
 * @rows: (element-type FoiRegisterRow): the cases of a folder
 * @from: the first day of the period
 * @to: the last
 * @today: the day on which one looks
 *
 * Adds up, over the requests that were received in a period, with whom their time was spent. A case
 * that cannot be read, or whose law has no calendar here, counts nowhere.
 *
 * Returns: (transfer full): the time.
 */
FoiServiceTime *
foi_service_time_count (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today)
{
  FoiServiceTime *self = g_new0 (FoiServiceTime, 1);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->services = g_ptr_array_new_with_free_func (record_free);
  self->rows = new_rows ();
  g_return_val_if_fail (rows != NULL, self);

  for (guint i = 0; i < rows->len; i++)
    {
      FoiRegisterRow *row = g_ptr_array_index (rows, i);

      if (row->fault != NULL || row->received < from || row->received > to)
        continue;
      if (row->answered != FOI_DATE_NONE && row->clock->calendar != NULL)
        count_days (self, row);
      for (guint j = 0; j < row->waits->len; j++)
        {
          const FoiServiceWait *wait = row->waits->pdata[j];

          count_wait (find_record (self, found, wait->service), wait, row, today);
        }
    }
  g_ptr_array_sort (self->services, compare_records);
  return self;
}

void
foi_service_time_free (FoiServiceTime *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
