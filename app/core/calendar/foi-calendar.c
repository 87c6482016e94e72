/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-calendar.h"

#include <glib/gi18n-lib.h>

#include "foi-core-resources.h"
#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"

#define RESOURCE "/io/github/foidesk/FoiDesk/core/calendar/calendars.json"

/* Two calendars, and those of the holidays before an import. */
#define N_RECENT 4

/* A division whose holidays do not count as working days. */
typedef struct
{
  char       *name;
  const char *nation;         /* as people say it, untranslated */
} Division;

/* A day on which some of the divisions have a holiday. */
typedef struct
{
  const char *title;
  guint32     divisions;      /* a bit for each */
} Day;

struct _FoiCalendar
{
  int          ref_count;
  char        *name;
  FoiHolidays *holidays;
  JsonNode    *definition;
  GArray      *divisions;     /* of Division */
  int          first, last;   /* the years of which all divisions' holidays are known */
  FoiDate      first_day, last_day;
  Day         *days;          /* from first_day to last_day */
};

static void
division_clear (gpointer data)
{
  g_free (((Division *) data)->name);
}

/* All definitions, read once: calendars are made anew for each letter and each look at a clock. The
 * resource is right, a test says so. */
static JsonNode *
get_definitions (void)
{
  static gsize made;
  static FoiJsonDocument *document;

  if (g_once_init_enter (&made))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_resources_register (foi_core_get_resource ());
      bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_assert_no_error (error);
      document = foi_json_document_read (bytes, FALSE, NULL, &error);
      g_assert_no_error (error);
      g_once_init_leave (&made, 1);
    }
  return foi_json_document_get_root (document);
}

/* The definition of a calendar by its name, or NULL. */
static JsonNode *
find_definition (const char *name)
{
  JsonNode *found = foi_json_get_member (get_definitions (), name);

  return found != NULL ? json_node_ref (found) : NULL;
}

static gboolean
add_divisions (FoiCalendar *self, GError **error)
{
  JsonNode *divisions = foi_json_get_member (self->definition, "divisions");

  self->first = G_MININT;
  self->last = G_MAXINT;
  for (guint i = 0; i < foi_json_get_n_elements (divisions); i++)
    {
      JsonNode *node = foi_json_get_element (divisions, i);
      Division division = { .nation = foi_json_get_string (node, "nation", "") };
      int first, last;

      division.name = g_strdup (foi_json_get_string (node, "division", ""));
      if (!foi_holidays_get_years (self->holidays, division.name, &first, &last))
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                       _("the bank holidays of “%s” are missing"), division.name);
          g_free (division.name);
          return FALSE;
        }
      self->first = MAX (self->first, first);
      self->last = MIN (self->last, last);
      g_array_append_val (self->divisions, division);
    }
  if (self->first > self->last)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONTENT,
                           _("there is no year of which all bank holidays are known"));
      return FALSE;
    }
  return TRUE;
}

static void
add_days (FoiCalendar *self)
{
  self->first_day = foi_date_from_ymd (self->first, 1, 1);
  self->last_day = foi_date_from_ymd (self->last, 12, 31);
  self->days = g_new0 (Day, self->last_day - self->first_day + 1);
  for (guint i = 0; i < self->divisions->len; i++)
    {
      guint n;
      const FoiHoliday *holidays
        = foi_holidays_get (self->holidays, g_array_index (self->divisions, Division, i).name, &n);

      for (guint j = 0; j < n; j++)
        if (foi_calendar_is_known (self, holidays[j].date))
          {
            Day *day = &self->days[holidays[j].date - self->first_day];

            if (day->title == NULL)
              day->title = holidays[j].title;
            day->divisions |= 1u << i;
          }
    }
}

static FoiCalendar *
make (const char *name, FoiHolidays *holidays, GError **error)
{
  g_autoptr (FoiCalendar) self = g_new0 (FoiCalendar, 1);

  self->ref_count = 1;
  self->name = g_strdup (name);
  self->holidays = foi_holidays_ref (holidays);
  self->divisions = g_array_new (FALSE, FALSE, sizeof (Division));
  g_array_set_clear_func (self->divisions, division_clear);
  self->definition = find_definition (name);
  if (self->definition == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("there is no calendar “%s”"), name);
      return NULL;
    }
  if (!add_divisions (self, error))
    return NULL;
  add_days (self);
  return g_steal_pointer (&self);
}

/* Those that were made lately: each case, letter and check asks for one of two. While one is kept
 * here its holidays are, too, so that no others can have their address. */
static GMutex lock;
static FoiCalendar *recent[N_RECENT];

/* Under the lock. */
static FoiCalendar *
find_recent (const char *name, FoiHolidays *holidays)
{
  for (gsize i = 0; i < G_N_ELEMENTS (recent); i++)
    if (recent[i] != NULL && recent[i]->holidays == holidays && g_str_equal (recent[i]->name, name))
      return foi_calendar_ref (recent[i]);
  return NULL;
}

static void
keep_recent (FoiCalendar *calendar)
{
  static guint oldest;

  g_clear_pointer (&recent[oldest], foi_calendar_unref);
  recent[oldest] = foi_calendar_ref (calendar);
  oldest = (oldest + 1) % N_RECENT;
}

/**
 * foi_calendar_new:
 * @name: of a calendar, as rule files name it: "uk", "scotland"
 * @holidays: bank holidays; kept
 * @error: %FOI_ERROR_NOT_FOUND: there is none of that name; %FOI_ERROR_CONTENT: the holidays of one
 *   of its divisions are missing
 *
 * Returns: (transfer full) (nullable): the calendar: one that others have too, if it was made
 *   lately.
 */
FoiCalendar *
foi_calendar_new (const char *name, FoiHolidays *holidays, GError **error)
{
  FoiCalendar *calendar;

  g_return_val_if_fail (name != NULL && holidays != NULL, NULL);

  g_mutex_lock (&lock);
  calendar = find_recent (name, holidays);
  if (calendar == NULL)
    {
      calendar = make (name, holidays, error);
      if (calendar != NULL)
        keep_recent (calendar);
    }
  g_mutex_unlock (&lock);
  return calendar;
}

/**
 * foi_calendar_ref:
 *
 * Returns: (transfer full): a reference.
 */
FoiCalendar *
foi_calendar_ref (FoiCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_calendar_unref:
 * @self: (transfer full): a calendar
 *
 * Gives a reference up.
 */
void
foi_calendar_unref (FoiCalendar *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->name);
  g_clear_pointer (&self->definition, json_node_unref);
  g_array_unref (self->divisions);
  foi_holidays_unref (self->holidays);
  g_free (self->days);
  g_free (self);
}

/**
 * foi_calendar_get_holidays:
 *
 * Returns: (transfer none): the bank holidays that it is made of.
 */
FoiHolidays *
foi_calendar_get_holidays (FoiCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->holidays;
}

static const Day *
get_day (FoiCalendar *self, FoiDate date)
{
  return foi_calendar_is_known (self, date) ? &self->days[date - self->first_day] : NULL;
}

/**
 * foi_calendar_get_holiday:
 * @date: a day
 *
 * Returns: (transfer none) (nullable): the name of the bank holiday that it is; %NULL where it is
 *   none or that is not known.
 */
const char *
foi_calendar_get_holiday (FoiCalendar *self, FoiDate date)
{
  const Day *day;

  g_return_val_if_fail (self != NULL, NULL);

  day = get_day (self, date);
  return day != NULL ? day->title : NULL;
}

/**
 * foi_calendar_dup_nations:
 * @date: a bank holiday
 *
 * Returns: (transfer full) (nullable): in which nations of the calendar it is one, for people:
 *   "Scotland"; %NULL where it is one in all of them.
 */
char *
foi_calendar_dup_nations (FoiCalendar *self, FoiDate date)
{
  const Day *day;
  GString *nations = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = get_day (self, date);
  if (day == NULL || day->divisions == (1u << self->divisions->len) - 1)
    return NULL;
  for (guint i = 0; i < self->divisions->len; i++)
    if ((day->divisions & 1u << i) != 0)
      {
        if (nations == NULL)
          nations = g_string_new (NULL);
        else
          g_string_append (nations, ", ");
        g_string_append (nations, g_array_index (self->divisions, Division, i).nation);
      }
  return nations != NULL ? g_string_free (nations, FALSE) : NULL;
}

/**
 * foi_calendar_is_weekend:
 * @date: a day
 *
 * Returns: whether it is a Saturday or a Sunday.
 */
gboolean
foi_calendar_is_weekend (FoiDate date)
{
  int weekday = foi_date_get_weekday (date);

  return weekday == G_DATE_SATURDAY || weekday == G_DATE_SUNDAY;
}

/**
 * foi_calendar_is_known:
 * @date: a day
 *
 * Returns: whether the bank holidays of its year are known in all divisions.
 */
gboolean
foi_calendar_is_known (FoiCalendar *self, FoiDate date)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return date >= self->first_day && date <= self->last_day;
}

/**
 * foi_calendar_count_days:
 * @first: a day
 * @last: the same or a later one
 * @is_known: (out): whether all bank holidays on the way are known
 *
 * Returns: the working days from one to the other, both included: two that came on the first and on
 *     the sixtieth of sixty came within them.
 */
guint
foi_calendar_count_days (FoiCalendar *self, FoiDate first, FoiDate last, gboolean *is_known)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && is_known != NULL, 0);

  *is_known = TRUE;
  for (FoiDate day = first; day <= last; day++)
    {
      n += !foi_calendar_is_weekend (day) && foi_calendar_get_holiday (self, day) == NULL;
      *is_known = *is_known && foi_calendar_is_known (self, day);
    }
  return n;
}

/**
 * foi_calendar_get_years:
 * @first: (out): the first year whose bank holidays are known
 * @last: (out): the last one
 */
void
foi_calendar_get_years (FoiCalendar *self, int *first, int *last)
{
  g_return_if_fail (self != NULL);
  *first = self->first;
  *last = self->last;
}
