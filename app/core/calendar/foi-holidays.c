/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-holidays.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-core-resources.h"
#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"

#define RESOURCE "/io/github/foidesk/FoiDesk/core/calendar/bank-holidays.json"
/* The file of seventeen years is 70 kB; strangers' files have no more in them than this. */
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_DIVISIONS 32
#define MAX_HOLIDAYS 10000

struct _FoiHolidays
{
  int           ref_count;
  GPtrArray    *divisions;  /* of char *, in the order of the file; NULL-terminated */
  GPtrArray    *lists;      /* of GArray of FoiHoliday, by date */
  GStringChunk *texts;
};

static FoiHolidays *
holidays_new (void)
{
  FoiHolidays *self = g_new0 (FoiHolidays, 1);

  self->ref_count = 1;
  self->divisions = g_ptr_array_new ();
  g_ptr_array_add (self->divisions, NULL);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->texts = g_string_chunk_new (4096);
  return self;
}

static GArray *
find_list (FoiHolidays *self, const char *division)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (g_str_equal (g_ptr_array_index (self->divisions, i), division))
      return g_ptr_array_index (self->lists, i);
  return NULL;
}

static GArray *
add_division (FoiHolidays *self, const char *division)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (FoiHoliday));

  g_ptr_array_insert (self->divisions, (int) self->lists->len,
                      g_string_chunk_insert_const (self->texts, division));
  g_ptr_array_add (self->lists, list);
  return list;
}

static void
add_holiday (FoiHolidays *self, GArray *list, const FoiHoliday *holiday)
{
  FoiHoliday own = { .date = holiday->date,
                     .title = g_string_chunk_insert_const (self->texts, holiday->title),
                     .note = g_string_chunk_insert_const (self->texts, holiday->note),
                     .added = holiday->added };

  g_array_append_val (list, own);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const FoiHoliday *left = a, *right = b;

  return left->date < right->date ? -1 : left->date > right->date;
}

/* ---- reading ---- */

static gboolean
fail (GError **error, const char *file, FoiJsonDocument *document, JsonNode *node,
      const char *reason)
{
  g_autofree char *where = foi_json_document_describe (document, node, reason);

  g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, "%s:%s", file, where);
  return FALSE;
}

static gboolean
read_event (FoiHolidays *self, GArray *list, JsonNode *event, FoiJsonDocument *document,
            const char *file, GError **error)
{
  JsonNode *date = foi_json_get_member (event, "date");
  FoiHoliday holiday = { .title = foi_json_get_string (event, "title", ""),
                         .note = foi_json_get_string (event, "notes", "") };

  holiday.date = foi_date_from_iso (foi_json_get_string (event, "date", ""));
  if (holiday.date == FOI_DATE_NONE)
    return fail (error, file, document, date != NULL ? date : event,
                 _("a holiday needs a “date” such as 2024-12-25"));
  if (holiday.title[0] == '\0')
    return fail (error, file, document, event, _("a holiday needs a “title”"));
  if (list->len >= MAX_HOLIDAYS)
    return fail (error, file, document, event, _("there are more holidays than can be real"));
  add_holiday (self, list, &holiday);
  return TRUE;
}

static gboolean
read_division (FoiHolidays *self, const char *division, JsonNode *node, FoiJsonDocument *document,
               const char *file, GError **error)
{
  JsonNode *events = JSON_NODE_HOLDS_OBJECT (node) ? foi_json_get_member (node, "events") : NULL;
  GArray *list;

  if (events == NULL || !JSON_NODE_HOLDS_ARRAY (events))
    return fail (error, file, document, node,
                 _("this is not a file of bank holidays: a division has a list “events”"));
  if (self->lists->len >= MAX_DIVISIONS)
    return fail (error, file, document, node, _("there are more divisions than can be real"));
  list = add_division (self, division);
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    if (!read_event (self, list, foi_json_get_element (events, i), document, file, error))
      return FALSE;
  g_array_sort (list, compare_dates);
  return TRUE;
}

static gboolean
read_root (FoiHolidays *self, FoiJsonDocument *document, const char *file, GError **error)
{
  JsonNode *root = foi_json_document_get_root (document);
  JsonObjectIter iter;
  const char *division;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return fail (error, file, document, root, _("this is not a file of bank holidays"));
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &division, &node))
    if (!read_division (self, division, node, document, file, error))
      return FALSE;
  if (self->lists->len == 0)
    return fail (error, file, document, root, _("there are no holidays in it"));
  return TRUE;
}

/**
 * foi_holidays_new_from_json:
 * @bytes: a file as https://www.gov.uk/bank-holidays.json is
 * @file: its name, for messages
 *
 * Reads bank holidays strictly; on an error nothing of the file is used.
 *
 * Returns: (transfer full) (nullable): them, or %NULL with @error set, which names the place.
 */
FoiHolidays *
foi_holidays_new_from_json (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (FoiHolidays) self = NULL;
  g_autoptr (FoiJsonDocument) document = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("%s: this is too large for a file of bank holidays"), file);
      return NULL;
    }
  document = foi_json_document_read (bytes, FALSE, NULL, error);
  if (document == NULL)
    {
      g_prefix_error (error, "%s:", file);
      return NULL;
    }
  self = holidays_new ();
  return read_root (self, document, file, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foi_holidays_get_default:
 *
 * Returns: (transfer none): the holidays that come with the program: gov.uk's, 2012 to 2028.
 */
FoiHolidays *
foi_holidays_get_default (void)
{
  static gsize made;
  static FoiHolidays *holidays;

  if (g_once_init_enter (&made))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_resources_register (foi_core_get_resource ());
      bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_assert_no_error (error);
      holidays = foi_holidays_new_from_json (bytes, "bank-holidays.json", &error);
      g_assert_no_error (error);
      g_once_init_leave (&made, 1);
    }
  return holidays;
}

/**
 * foi_holidays_ref:
 *
 * Returns: (transfer full): a reference.
 */
FoiHolidays *
foi_holidays_ref (FoiHolidays *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_holidays_unref:
 * @self: (transfer full): holidays
 *
 * Gives a reference up.
 */
void
foi_holidays_unref (FoiHolidays *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_ptr_array_unref (self->divisions);
  g_ptr_array_unref (self->lists);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* ---- newer lists ---- */

static int
get_year (FoiDate date)
{
  int year, month, day;

  foi_date_to_ymd (date, &year, &month, &day);
  return year;
}

static gboolean
has_year (const GArray *list, int year)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (get_year (g_array_index (list, FoiHoliday, i).date) == year)
      return TRUE;
  return FALSE;
}

static void
add_all (FoiHolidays *self, GArray *list, const GArray *from, gboolean added)
{
  for (guint i = 0; i < from->len; i++)
    {
      FoiHoliday holiday = g_array_index (from, FoiHoliday, i);

      holiday.added = holiday.added || added;
      add_holiday (self, list, &holiday);
    }
}

/* Adds the holidays of @from whose year @without has not, and what an office added. */
static void
add_years (FoiHolidays *self, GArray *list, const GArray *from, const GArray *without)
{
  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      const FoiHoliday *holiday = &g_array_index (from, FoiHoliday, i);

      if (holiday->added || !has_year (without, get_year (holiday->date)))
        add_holiday (self, list, holiday);
    }
}

/**
 * foi_holidays_merge:
 * @self: holidays
 * @newer: a list that was published later
 *
 * Puts two lists together. A year of a division that @newer has is as it says there: holidays are
 * added, moved and taken away by proclamation. Years and divisions that it has not are kept, since
 * gov.uk drops the old ones from its file and clocks are looked at again later.
 *
 * Returns: (transfer full): the holidays of both.
 */
FoiHolidays *
foi_holidays_merge (FoiHolidays *self, FoiHolidays *newer)
{
  FoiHolidays *merged;

  g_return_val_if_fail (self != NULL && newer != NULL, NULL);

  merged = holidays_new ();
  for (guint i = 0; i < self->lists->len; i++)
    {
      const char *division = g_ptr_array_index (self->divisions, i);
      const GArray *news = find_list (newer, division);
      GArray *list = add_division (merged, division);

      add_years (merged, list, g_ptr_array_index (self->lists, i), news);
      add_years (merged, list, news, NULL);
      g_array_sort (list, compare_dates);
    }
  for (guint i = 0; i < newer->lists->len; i++)
    {
      const char *division = g_ptr_array_index (newer->divisions, i);

      if (find_list (self, division) == NULL)
        add_years (merged, add_division (merged, division), g_ptr_array_index (newer->lists, i),
                   NULL);
    }
  return merged;
}

/**
 * foi_holidays_add:
 * @self: holidays
 * @more: further ones, as an office adds those that were proclaimed and are in no file yet
 *
 * Returns: (transfer full): the holidays of both; none is taken away, and no further year is known
 *   by what was added.
 */
FoiHolidays *
foi_holidays_add (FoiHolidays *self, FoiHolidays *more)
{
  FoiHolidays *sum;

  g_return_val_if_fail (self != NULL && more != NULL, NULL);

  sum = holidays_new ();
  for (guint i = 0; i < self->lists->len; i++)
    add_all (sum, add_division (sum, g_ptr_array_index (self->divisions, i)),
             g_ptr_array_index (self->lists, i), FALSE);
  for (guint i = 0; i < more->lists->len; i++)
    {
      const char *division = g_ptr_array_index (more->divisions, i);
      GArray *list = find_list (sum, division);

      if (list == NULL)
        list = add_division (sum, division);
      add_all (sum, list, g_ptr_array_index (more->lists, i), TRUE);
      g_array_sort (list, compare_dates);
    }
  return sum;
}

/**
 * foi_holidays_with_day:
 * @self: (nullable): holidays
 * @divisions: (array zero-terminated=1): where @day is one
 * @day: a holiday
 *
 * Returns: (transfer full): the holidays with that one.
 */
FoiHolidays *
foi_holidays_with_day (FoiHolidays *self, const char *const *divisions, const FoiHoliday *day)
{
  g_autoptr (FoiHolidays) none = holidays_new ();
  FoiHolidays *sum;

  g_return_val_if_fail (divisions != NULL && day != NULL, NULL);

  sum = foi_holidays_merge (self != NULL ? self : none, none);
  for (gsize i = 0; divisions[i] != NULL; i++)
    {
      GArray *list = find_list (sum, divisions[i]);

      if (list == NULL)
        list = add_division (sum, divisions[i]);
      add_holiday (sum, list, day);
      g_array_sort (list, compare_dates);
    }
  return sum;
}

/**
 * foi_holidays_without_day:
 * @self: holidays
 * @day: one of them
 *
 * Returns: (transfer full) (nullable): the holidays but those of that day and name, wherever they
 *   are; %NULL where none is left.
 */
FoiHolidays *
foi_holidays_without_day (FoiHolidays *self, const FoiHoliday *day)
{
  g_autoptr (FoiHolidays) rest = holidays_new ();

  g_return_val_if_fail (self != NULL && day != NULL, NULL);

  for (guint i = 0; i < self->lists->len; i++)
    {
      const GArray *from = g_ptr_array_index (self->lists, i);
      GArray *list = NULL;

      for (guint j = 0; j < from->len; j++)
        {
          const FoiHoliday *holiday = &g_array_index (from, FoiHoliday, j);

          if (holiday->date == day->date && g_str_equal (holiday->title, day->title))
            continue;
          if (list == NULL)
            list = add_division (rest, g_ptr_array_index (self->divisions, i));
          add_holiday (rest, list, holiday);
        }
    }
  return rest->lists->len > 0 ? g_steal_pointer (&rest) : NULL;
}

static gboolean
has_date (const GArray *list, FoiDate date)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_array_index (list, FoiHoliday, i).date == date)
      return TRUE;
  return FALSE;
}

/* A holiday of the same name in the same year that the other list has not on its day. */
static const FoiHoliday *
find_moved (const GArray *list, const FoiHoliday *holiday, const GArray *other)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const FoiHoliday *found = &g_array_index (list, FoiHoliday, i);

      if (get_year (found->date) == get_year (holiday->date)
          && g_str_equal (found->title, holiday->title) && !has_date (other, found->date))
        return found;
    }
  return NULL;
}

static void
compare_lists (const char *division, const GArray *before, const GArray *after, GArray *changes)
{
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const FoiHoliday *holiday = &g_array_index (before, FoiHoliday, i);
      FoiHolidayChange change = { FOI_HOLIDAY_REMOVED, division, holiday->date, FOI_DATE_NONE,
                                  holiday->title };
      const FoiHoliday *moved;

      if (has_date (after, holiday->date))
        continue;
      moved = find_moved (after, holiday, before);
      if (moved != NULL)
        change = (FoiHolidayChange) { FOI_HOLIDAY_MOVED, division, moved->date, holiday->date,
                                      moved->title };
      g_array_append_val (changes, change);
    }
  for (guint i = 0; after != NULL && i < after->len; i++)
    {
      const FoiHoliday *holiday = &g_array_index (after, FoiHoliday, i);
      FoiHolidayChange change = { FOI_HOLIDAY_ADDED, division, holiday->date, FOI_DATE_NONE,
                                  holiday->title };

      if (!has_date (before, holiday->date) && find_moved (before, holiday, after) == NULL)
        g_array_append_val (changes, change);
    }
}

/**
 * foi_holidays_compare:
 * @self: holidays
 * @other: what they became
 *
 * Returns: (transfer full) (element-type FoiHolidayChange): what was added, taken away and moved to
 *   another day of its year, division by division. Keep both lists while it is used.
 */
GArray *
foi_holidays_compare (FoiHolidays *self, FoiHolidays *other)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FoiHolidayChange));

  g_return_val_if_fail (self != NULL && other != NULL, changes);

  for (guint i = 0; i < self->lists->len; i++)
    {
      const char *division = g_ptr_array_index (self->divisions, i);

      compare_lists (division, g_ptr_array_index (self->lists, i), find_list (other, division),
                     changes);
    }
  for (guint i = 0; i < other->lists->len; i++)
    {
      const char *division = g_ptr_array_index (other->divisions, i);

      if (find_list (self, division) == NULL)
        compare_lists (division, NULL, g_ptr_array_index (other->lists, i), changes);
    }
  return changes;
}

/* ---- asking ---- */

/**
 * foi_holidays_to_json:
 *
 * Returns: (transfer full): the holidays as a file that foi_holidays_new_from_json() reads.
 */
GBytes *
foi_holidays_to_json (FoiHolidays *self)
{
  GString *text = g_string_new (NULL);
  FoiJsonWriter json;

  g_return_val_if_fail (self != NULL, NULL);

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  for (guint i = 0; i < self->lists->len; i++)
    {
      const char *division = g_ptr_array_index (self->divisions, i);
      const GArray *list = g_ptr_array_index (self->lists, i);

      foi_json_writer_begin_object (&json, division);
      foi_json_writer_add_string (&json, "division", division);
      foi_json_writer_begin_array (&json, "events");
      for (guint j = 0; j < list->len; j++)
        {
          const FoiHoliday *holiday = &g_array_index (list, FoiHoliday, j);
          g_autofree char *date = foi_date_to_iso (holiday->date);

          foi_json_writer_begin_object (&json, NULL);
          foi_json_writer_add_string (&json, "title", holiday->title);
          foi_json_writer_add_string (&json, "date", date);
          foi_json_writer_add_string (&json, "notes", holiday->note);
          foi_json_writer_end_object (&json);
        }
      foi_json_writer_end_array (&json);
      foi_json_writer_end_object (&json);
    }
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

/**
 * foi_holidays_get_divisions:
 *
 * Returns: (transfer none) (array zero-terminated=1): the divisions: "england-and-wales".
 */
const char *const *
foi_holidays_get_divisions (FoiHolidays *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->divisions->pdata;
}

/**
 * foi_holidays_get:
 * @division: a division
 * @n_holidays: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_holidays): its holidays by date.
 */
const FoiHoliday *
foi_holidays_get (FoiHolidays *self, const char *division, guint *n_holidays)
{
  const GArray *list;

  g_return_val_if_fail (self != NULL && division != NULL && n_holidays != NULL, NULL);

  list = find_list (self, division);
  *n_holidays = list != NULL ? list->len : 0;
  return list != NULL ? (const FoiHoliday *) (gconstpointer) list->data : NULL;
}

/**
 * foi_holidays_get_years:
 * @division: a division
 * @first: (out): the first year of which its holidays are known
 * @last: (out): the last one of which they are known without a year between
 *
 * Days that an office added make no year known.
 *
 * Returns: whether anything is known of the division.
 */
gboolean
foi_holidays_get_years (FoiHolidays *self, const char *division, int *first, int *last)
{
  guint n;
  const FoiHoliday *holidays;

  g_return_val_if_fail (self != NULL && division != NULL, FALSE);

  holidays = foi_holidays_get (self, division, &n);
  *first = *last = 0;
  for (guint i = 0; i < n; i++)
    {
      const int year = get_year (holidays[i].date);

      if (holidays[i].added)
        continue;
      if (*first == 0)
        *first = *last = year;
      else if (year == *last + 1)
        *last = year;
      else if (year > *last + 1)
        break;
    }
  return *first != 0;
}
