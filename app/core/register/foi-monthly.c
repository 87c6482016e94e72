/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-monthly.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-number.h"

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) foi_register_row_unref);
}

static void
month_free (gpointer data)
{
  FoiMonth *self = data;

  g_ptr_array_unref (self->received);
  g_ptr_array_unref (self->on_time);
  g_ptr_array_unref (self->late);
  g_ptr_array_unref (self->failed);
  g_ptr_array_unref (self->others);
  g_free (self);
}

static FoiMonth *
month_new (FoiDate first)
{
  FoiMonth *self = g_new (FoiMonth, 1);

  *self = (FoiMonth) { first, new_rows (), new_rows (), new_rows (), new_rows (), new_rows () };
  return self;
}

static FoiDate
get_first_day (FoiDate date)
{
  int day;

  foi_date_to_ymd (date, NULL, NULL, &day);
  return date - day + 1;
}

static FoiDate
get_next (FoiDate first)
{
  return get_first_day (first + 31);
}

/* ---- counting -------------------------------------------------------------------------------- */

/* Nobody is waited for but us, and the last day has gone by. */
static gboolean
is_failed (const FoiRegisterRow *row, FoiDate today)
{
  return foi_register_row_owes_answer (row) && row->outcome->answer->certain
         && row->outcome->answer->due < today;
}

static GPtrArray *
choose (FoiMonth *month, const FoiRegisterRow *row, FoiDate today)
{
  const gboolean is_done = row->outcome->outcome != FOI_REQUEST_OPEN;

  if (is_done && (row->outcome->timeliness == FOI_TIME_MET
                  || row->outcome->timeliness == FOI_TIME_EXTENDED))
    return month->on_time;
  if (is_done && row->outcome->timeliness == FOI_TIME_LATE)
    return month->late;
  if ((!is_done || row->outcome->timeliness == FOI_TIME_OPEN) && is_failed (row, today))
    return month->failed;
  return month->others;
}

static gboolean
is_within (const FoiRegisterRow *row, FoiDate from, FoiDate to)
{
  return row->fault == NULL && row->received != FOI_DATE_NONE && row->received >= from
         && row->received <= to;
}

/* The months from the first to the last that have a case; those between them as well. */
static GPtrArray *
list_months (GPtrArray *rows, FoiDate from, FoiDate to)
{
  GPtrArray *months = g_ptr_array_new_with_free_func (month_free);
  FoiDate first = FOI_DATE_NONE, last = FOI_DATE_NONE;

  for (guint i = 0; i < rows->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (rows, i);

      if (!is_within (row, from, to))
        continue;
      first = first == FOI_DATE_NONE ? row->received : MIN (first, row->received);
      last = MAX (last, row->received);
    }
  for (FoiDate month = first != FOI_DATE_NONE ? get_first_day (first) : 1; month <= last;
       month = get_next (month))
    g_ptr_array_add (months, month_new (month));
  return months;
}

static int
compare_month (gconstpointer first, gconstpointer month)
{
  return *(const FoiDate *) first - (*(FoiMonth *const *) month)->first;
}

static FoiMonth *
find_month (GPtrArray *months, FoiDate day)
{
  const FoiDate first = get_first_day (day);

  return *(FoiMonth **) bsearch (&first, months->pdata, months->len, sizeof (gpointer),
                                 compare_month);
}

/**
 * foi_monthly_count:
 * @rows: (element-type FoiRegisterRow): the cases of a folder
 * @from: the first day of the period
 * @to: the last
 * @today: the day on which one looks
 *
 * Counts the requests received in a period by the month in which they were. Each stands in one of
 * the four parts of its month. A case that cannot be read counts nowhere.
 *
 * Returns: (transfer full) (element-type FoiMonth): from the first month that has any to the last.
 */
GPtrArray *
foi_monthly_count (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today)
{
  GPtrArray *months;

  g_return_val_if_fail (rows != NULL, NULL);

  months = list_months (rows, from, to);
  for (guint i = 0; i < rows->len; i++)
    {
      FoiRegisterRow *row = g_ptr_array_index (rows, i);
      FoiMonth *month;

      if (!is_within (row, from, to))
        continue;
      month = find_month (months, row->received);
      g_ptr_array_add (month->received, foi_register_row_ref (row));
      g_ptr_array_add (choose (month, row, today), foi_register_row_ref (row));
    }
  return months;
}

/**
 * foi_month_get_share:
 * @tenths: (out): of a hundred, in tenths: 933 for 93.3 %
 *
 * The share answered on time, of the requests of which that can be said: they were answered, or
 * their last day has gone by. Who only counts answers does well by not answering.
 *
 * Returns: whether there are any.
 */
gboolean
foi_month_get_share (const FoiMonth *self, gint64 *tenths)
{
  gint64 n;

  g_return_val_if_fail (self != NULL && tenths != NULL, FALSE);

  n = (gint64) self->on_time->len + self->late->len + self->failed->len;
  if (n > 0)
    *tenths = foi_number_divide ((gint64) self->on_time->len * 100, n, 1);
  return n > 0;
}

/**
 * foi_month_dup_words:
 *
 * Returns: (transfer full): "April 2024".
 */
char *
foi_month_dup_words (const FoiMonth *self)
{
  int year, month;

  g_return_val_if_fail (self != NULL, NULL);

  foi_date_to_ymd (self->first, &year, &month, NULL);
  /* Translators: the name of a month, and a year. */
  return g_strdup_printf (_("%s %d"), foi_month_name (month), year);
}

/* ---- the chart ------------------------------------------------------------------------------- */

static void
add_field (JsonBuilder *json, const char *name, const char *title, const char *type)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, name);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, title);
  json_builder_set_member_name (json, "type");
  json_builder_add_string_value (json, type);
  if (g_str_equal (type, "number"))
    {
      json_builder_set_member_name (json, "foi:decimals");
      json_builder_add_int_value (json, 1);
      json_builder_set_member_name (json, "foi:unit");
      json_builder_add_string_value (json, "%");
    }
  json_builder_end_object (json);
}

static void
add_row (JsonBuilder *json, const char *month, const char *share)
{
  json_builder_begin_array (json);
  json_builder_add_string_value (json, month);
  json_builder_add_string_value (json, share);
  json_builder_end_array (json);
}

static void
add_months (JsonBuilder *json, GPtrArray *months)
{
  json_builder_set_member_name (json, "data");
  json_builder_begin_array (json);
  add_row (json, "month", "share");
  for (guint i = 0; i < months->len; i++)
    {
      const FoiMonth *month = g_ptr_array_index (months, i);
      gint64 tenths;
      g_autofree char *day = foi_date_to_iso (month->first);
      g_autofree char *share = foi_month_get_share (month, &tenths)
                                 ? foi_number_to_text (tenths, 1) : g_strdup ("[z]");

      day[7] = '\0';
      add_row (json, day, share);
    }
  json_builder_end_array (json);
}

/* The months as a table: what charts are made of. */
static JsonNode *
make_table (GPtrArray *months)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, "on-time");
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, _("Answered on time, by the month of receipt"));
  json_builder_set_member_name (json, "schema");
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "fields");
  json_builder_begin_array (json);
  add_field (json, "month", _("Month"), "yearmonth");
  add_field (json, "share", _("Answered on time"), "number");
  json_builder_end_array (json);
  json_builder_set_member_name (json, "primaryKey");
  json_builder_add_string_value (json, "month");
  json_builder_set_member_name (json, "missingValues");
  json_builder_begin_array (json);
  json_builder_add_string_value (json, "[z]");
  json_builder_end_array (json);
  json_builder_end_object (json);
  add_months (json, months);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}

static JsonNode *
make_spec (void)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, "column");
  json_builder_set_member_name (json, "x");
  json_builder_add_string_value (json, "month");
  json_builder_set_member_name (json, "y");
  json_builder_begin_array (json);
  json_builder_add_string_value (json, "share");
  json_builder_end_array (json);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, _("Answered on time, by the month of receipt"));
  json_builder_end_object (json);
  return json_builder_get_root (json);
}

/**
 * foi_monthly_new_chart:
 * @months: (element-type FoiMonth): the months of a period
 *
 * Returns: (transfer full) (nullable): the share answered on time, by month; %NULL where there is
 *   none, or there are more months than a chart has room for.
 */
FoiChart *
foi_monthly_new_chart (GPtrArray *months)
{
  g_autoptr (JsonNode) table = NULL, spec = NULL;
  g_autoptr (FoiPublication) publication = NULL;

  g_return_val_if_fail (months != NULL, NULL);

  if (months->len == 0 || months->len > FOI_CHART_MAX_CATEGORIES)
    return NULL;
  table = make_table (months);
  spec = make_spec ();
  publication = foi_publication_new_from_json (table, NULL);
  return publication != NULL ? foi_chart_new (publication, spec, NULL) : NULL;
}
