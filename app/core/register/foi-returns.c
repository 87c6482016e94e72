/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-returns.h"

#include <glib/gi18n-lib.h>

#include "foi-csv-text.h"
#include "foi-json-edit.h"
#include "foi-number.h"

#define CODE       "section-45"
#define CABINET    "cabinet-office"
#define SCOTLAND   "scotland"
#define MONTHS     "months"
#define TIME       "time"
#define EXEMPTIONS "exemptions"
#define REVIEWS    "reviews"
#define DOUBTS     "doubts"
#define GROUND     "ground "

typedef void (*Fill) (FoiReturns *self, FoiReturnPart *part, FoiRules *rules);

/* ---- numbers --------------------------------------------------------------------------------- */

static FoiStatisticsClass *
copy_class (const FoiStatisticsClass *class)
{
  FoiStatisticsClass *copy
    = foi_statistics_class_new (class->scheme, class->id, class->words, class->level);

  for (guint i = 0; i < class->rows->len; i++)
    foi_statistics_class_take (copy, class->rows->pdata[i]);
  return copy;
}

/* @value: (transfer full) (nullable): what is told, where that is not the number of @rows. */
static void
add_number (FoiReturnPart *part, const char *id, const char *words, guint level, GPtrArray *rows,
            char *value)
{
  FoiStatisticsClass *class = foi_statistics_class_new (part->id, id, words, level);

  for (guint i = 0; i < rows->len; i++)
    foi_statistics_class_take (class, rows->pdata[i]);
  class->value = value;
  g_ptr_array_add (part->classes, class);
}

/* "FOIA section 40(2): personal information", of "foia 40(2)". */
static char *
dup_ground_words (FoiRules *rules, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 2);
  JsonNode *ground = foi_rules_find_ground (rules, words[0], words[1]);
  const char *title = foi_json_get_string (ground, "title", NULL);

  if (words[1] == NULL || foi_rules_get_act_short (rules, words[0])[0] == '\0')
    return g_strdup (name);
  if (title == NULL)
    return g_strdup_printf ("%s %s %s", foi_rules_get_act_short (rules, words[0]),
                            foi_rules_get_section_word (rules, words[0]), words[1]);
  /* Translators: the name of an Act, "section", its number, what it is about. */
  return g_strdup_printf (_("%s %s %s: %s"), foi_rules_get_act_short (rules, words[0]),
                          foi_rules_get_section_word (rules, words[0]), words[1], title);
}

static gboolean
is_ground (const FoiStatisticsClass *class)
{
  return g_str_has_prefix (class->id, GROUND);
}

/* ---- parts ----------------------------------------------------------------------------------- */

/* The heads of a return; with the exemptions, where it asks for these, set in under one more. */
static void
fill_scheme (FoiReturns *self, FoiReturnPart *part, FoiRules *rules)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      const FoiStatisticsClass *class = g_ptr_array_index (self->classes, i);

      if (g_str_equal (class->scheme, part->id) && !is_ground (class))
        g_ptr_array_add (part->classes, copy_class (class));
    }
}

/* Those of all laws. A request may have several. */
static void
fill_exemptions (FoiReturns *self, FoiReturnPart *part, FoiRules *rules)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      const FoiStatisticsClass *class = g_ptr_array_index (self->classes, i);
      g_autofree char *words = NULL;

      if (!g_str_equal (class->scheme, CABINET) || !is_ground (class))
        continue;
      words = dup_ground_words (rules, class->words);
      add_number (part, class->id, words, 0, class->rows, NULL);
    }
}

static void
fill_month (FoiReturnPart *part, const FoiMonth *month)
{
  gint64 tenths = 0;
  g_autofree char *words = foi_month_dup_words (month), *id = foi_date_to_iso (month->first);

  id[7] = '\0';
  add_number (part, id, words, 0, month->received, NULL);
  if (foi_month_get_share (month, &tenths))
    {
      g_autofree char *number = foi_number_to_words (tenths, 1);

      add_number (part, "share", _("Share answered on time"), 1, month->on_time,
                  g_strconcat (number, "%", NULL));
    }
  add_number (part, "on-time", _("Answered on time, or within an extension"), 1, month->on_time,
              NULL);
  add_number (part, "late", _("Answered late"), 1, month->late, NULL);
  add_number (part, "failed", _("Not answered, and the day has gone by"), 1, month->failed, NULL);
  add_number (part, "others", _("Not due yet, on hold, lapsed, withdrawn or not certain"), 1,
              month->others, NULL);
}

static void
fill_months (FoiReturns *self, FoiReturnPart *part, FoiRules *rules)
{
  for (guint i = 0; i < self->months->len; i++)
    fill_month (part, g_ptr_array_index (self->months, i));
}

static void
fill_allocation (FoiReturns *self, FoiReturnPart *part)
{
  FoiAllocation *allocation = self->allocation;
  const FoiStatisticsClass *all = g_ptr_array_index (allocation->classes, 0);

  for (guint i = 0; i < allocation->classes->len; i++)
    g_ptr_array_add (part->classes, copy_class (allocation->classes->pdata[i]));
  if (allocation->n_requests == 0)
    return;
  add_number (part, "allocation-mean", _("Working days until a service was asked, on average"), 0,
              all->rows, foi_number_to_words (foi_number_divide (allocation->n_days,
                                                                 allocation->n_requests, 1), 1));
  add_number (part, "allocation-median", _("Working days until then, in half of them at most"), 0,
              all->rows, foi_number_to_words ((gint64) allocation->half_days * 5, 1));
}

static void
fill_service (FoiReturnPart *part, const FoiServiceRecord *record)
{
  g_autofree char *id = g_strconcat ("service ", record->service, NULL);
  g_autofree char *words
    /* Translators: a service, how often it answered and was late, and the working days taken. */
    = g_strdup_printf (_("%s: %u answered, %u late; %u working days in all"), record->service,
                       record->n_answered, record->n_late, record->n_days);

  add_number (part, id, words, 1, record->rows, foi_number_to_words (record->n_asked, 0));
}

static void
fill_time (FoiReturns *self, FoiReturnPart *part, FoiRules *rules)
{
  FoiServiceTime *time = self->time;
  guint n_asked = 0;

  fill_allocation (self, part);
  if (time->n_requests > 0)
    {
      g_autofree char *words
        = g_strdup_printf (ngettext ("Working days from receipt to answer, of %u request",
                                     "Working days from receipt to answer, of %u requests",
                                     time->n_requests), time->n_requests);

      add_number (part, "working-days", words, 0, time->rows,
                  foi_number_to_words (time->n_days, 0));
      add_number (part, "with-services", _("With services"), 1, time->rows,
                  foi_number_to_words (time->n_service_days, 0));
      add_number (part, "with-us", _("With us"), 1, time->rows,
                  foi_number_to_words (time->n_days - time->n_service_days, 0));
    }
  for (guint i = 0; i < time->services->len; i++)
    n_asked += ((FoiServiceRecord *) time->services->pdata[i])->n_asked;
  if (n_asked == 0)
    return;
  add_number (part, "services", _("How often services were asked"), 0,
              ((FoiStatisticsClass *) self->allocation->classes->pdata[0])->rows,
              foi_number_to_words (n_asked, 0));
  for (guint i = 0; i < time->services->len; i++)
    fill_service (part, g_ptr_array_index (time->services, i));
}

/* What may make all other numbers wrong, in the whole folder. */
static void
fill_doubts (FoiReturns *self, FoiReturnPart *part, FoiRules *rules)
{
  add_number (part, "undated", _("Without a day of receipt: counted in no period"), 0,
              self->undated, NULL);
  add_number (part, "same-reference", _("More than one file with the same reference: each counts"),
              0, self->twins, NULL);
}

static const struct
{
  const char *id, *title, *about;
  Fill        fill;
} kinds[] = {
  { CODE, N_("Quarterly return"),
    N_("By the Code of Practice under section 45, parts 8.5 and 8.6: requests received in the "
       "period. Reviews count when they were asked for."), fill_scheme },
  { CABINET, N_("Cabinet Office"),
    N_("The classes of the published statistics of central government. What is only already "
       "available elsewhere is counted apart."), fill_scheme },
  { SCOTLAND, N_("Scotland"),
    N_("The classes of the Scottish Information Commissioner: of requests under the Act, and then "
       "of those under the environmental regulations."),
    fill_scheme },
  { MONTHS, N_("On time by month"),
    N_("By the month of receipt: the share answered on time of the requests that were answered, or "
       "whose last day has gone by."), fill_months },
  { TIME, N_("Time taken"),
    N_("Working days until the first service was asked, and with whom the time was spent until the "
       "answer."), fill_time },
  { EXEMPTIONS, N_("Exemptions used"),
    N_("In how many of the requests that were answered each was relied on. A request may have "
       "several."), fill_exemptions },
  { REVIEWS, N_("Internal reviews"),
    N_("Reviews that were asked for in the period, whenever the request was received."),
    fill_scheme },
  { DOUBTS, N_("To look at"),
    N_("What may make these numbers wrong, in the whole folder. Two files with one reference are "
       "one request that is counted twice, or one of them has another’s reference."),
    fill_doubts },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == FOI_N_RETURN_PARTS);

static void
part_free (gpointer data)
{
  FoiReturnPart *part = data;

  g_ptr_array_unref (part->classes);
  g_free (part);
}

static void
add_parts (FoiReturns *self, FoiRules *rules)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      FoiReturnPart *part = g_new (FoiReturnPart, 1);

      *part = (FoiReturnPart) { kinds[i].id, _(kinds[i].title), _(kinds[i].about),
                                g_ptr_array_new_with_free_func (foi_statistics_class_free) };
      kinds[i].fill (self, part, rules);
      g_ptr_array_add (self->parts, part);
    }
}

/* Of a case without a reference nobody can tell whose it is. */
static void
find_twins (FoiReturns *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *reference = ((FoiRegisterRow *) rows->pdata[i])->reference;
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, reference));

      g_hash_table_insert (counts, (gpointer) reference, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      FoiRegisterRow *row = g_ptr_array_index (rows, i);

      if (row->reference[0] != '\0'
          && GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->reference)) > 1)
        g_ptr_array_add (self->twins, foi_register_row_ref (row));
    }
}

static void
look_over (FoiReturns *self, GPtrArray *rows)
{
  self->undated = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_register_row_unref);
  self->twins = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_register_row_unref);
  find_twins (self, rows);
  self->first = self->last = FOI_DATE_NONE;
  for (guint i = 0; i < rows->len; i++)
    {
      FoiRegisterRow *row = g_ptr_array_index (rows, i);

      self->n_faults += row->fault != NULL ? 1 : 0;
      if (row->fault == NULL && row->received == FOI_DATE_NONE)
        g_ptr_array_add (self->undated, foi_register_row_ref (row));
      if (row->received == FOI_DATE_NONE)
        continue;
      self->first = self->first == FOI_DATE_NONE ? row->received
                                                 : MIN (self->first, row->received);
      self->last = self->last == FOI_DATE_NONE ? row->received : MAX (self->last, row->received);
    }
}

/**
 * foi_returns_new:
 * @rows: (element-type FoiRegisterRow): the cases of a folder
 * @from: the first day of the period
 * @to: the last
 * @today: the day on which one looks
 * @rules: the rules of law, for the names of exemptions
 *
 * Counts everything that is told of a period. A pure function, and of thousands of cases no short
 * one: it belongs into a thread.
 *
 * Returns: (transfer full): the returns.
 */
FoiReturns *
foi_returns_new (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today, FoiRules *rules)
{
  FoiReturns *self;

  g_return_val_if_fail (rows != NULL && rules != NULL, NULL);

  self = g_atomic_rc_box_new0 (FoiReturns);
  self->from = from;
  self->to = to;
  self->today = today;
  look_over (self, rows);
  self->classes = foi_statistics_count (rows, from, to, today);
  self->n_received = ((FoiStatisticsClass *) self->classes->pdata[0])->rows->len;
  self->months = foi_monthly_count (rows, from, to, today);
  self->chart = foi_monthly_new_chart (self->months);
  self->allocation = foi_allocation_count (rows, from, to);
  self->time = foi_service_time_count (rows, from, to, today);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  add_parts (self, rules);
  return self;
}

/**
 * foi_returns_get_title:
 * @part: the number of a part
 *
 * Returns: what people call it.
 */
const char *
foi_returns_get_title (guint part)
{
  g_return_val_if_fail (part < FOI_N_RETURN_PARTS, "");

  return _(kinds[part].title);
}

FoiReturns *
foi_returns_ref (FoiReturns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoiReturns *self = data;

  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->undated);
  g_ptr_array_unref (self->twins);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->months);
  g_clear_pointer (&self->chart, foi_chart_unref);
  foi_allocation_free (self->allocation);
  foi_service_time_free (self->time);
}

void
foi_returns_unref (FoiReturns *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * foi_return_part_is_empty:
 *
 * Returns: whether it counts no case at all.
 */
gboolean
foi_return_part_is_empty (const FoiReturnPart *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->classes->len; i++)
    if (((FoiStatisticsClass *) self->classes->pdata[i])->rows->len > 0)
      return FALSE;
  return TRUE;
}

/**
 * foi_statistics_class_dup_value:
 *
 * Returns: (transfer full): what is told, for a person: "1,204", "93.3%".
 */
char *
foi_statistics_class_dup_value (const FoiStatisticsClass *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value != NULL ? g_strdup (self->value) : foi_number_to_words (self->rows->len, 0);
}

/* ---- the table ------------------------------------------------------------------------------- */

static void
append_fields (GString *csv, const char *const *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      foi_csv_append_words (csv, fields[i], FALSE);
    }
  g_string_append (csv, "\r\n");
}

/* Without the marks that make a number easier to read. */
static char *
dup_plain_value (const FoiStatisticsClass *class)
{
  g_autofree char *value = foi_statistics_class_dup_value (class);
  g_auto (GStrv) parts = g_strsplit_set (value, ",%", -1);

  return g_strjoinv ("", parts);
}

static char *
join_references (GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const FoiRegisterRow *) rows->pdata[i])->reference);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The head under which a number is set in: a table that is sorted has no other sign of it. */
static const char *
find_whole (const FoiReturnPart *part, guint position)
{
  const FoiStatisticsClass *class = g_ptr_array_index (part->classes, position);

  for (guint i = position; class->level > 0 && i > 0; i--)
    {
      const FoiStatisticsClass *whole = g_ptr_array_index (part->classes, i - 1);

      if (whole->level < class->level)
        return whole->id;
    }
  return "";
}

/**
 * foi_returns_to_csv:
 *
 * Writes the returns as a table by RFC 4180, a number in a line, with the code of the number that
 * it is a part of and the references of its cases: numbers are plain, dates ISO 8601, and no
 * spreadsheet runs what stands in a case.
 *
 * Returns: (transfer full): the file, UTF-8, without a byte order mark.
 */
char *
foi_returns_to_csv (const FoiReturns *self)
{
  GString *csv = g_string_new (NULL);
  const char *headings[] = { _("From"), _("To"), _("Return"), _("Code"), _("Part of"), _("Counted"),
                             _("Number"), _("Cases") };
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (csv, FALSE));

  from = foi_date_to_iso (self->from);
  to = foi_date_to_iso (self->to);
  append_fields (csv, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const FoiReturnPart *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->classes->len; j++)
        {
          const FoiStatisticsClass *class = g_ptr_array_index (part->classes, j);
          g_autofree char *value = dup_plain_value (class), *cases = join_references (class->rows);
          const char *fields[] = { from, to, part->title, class->id, find_whole (part, j),
                                   class->words, value, cases };

          append_fields (csv, fields, G_N_ELEMENTS (fields));
        }
    }
  return g_string_free (csv, FALSE);
}
