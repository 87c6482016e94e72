/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-almanac.h"

#include "foi-chance.h"
#include "foi-holiday-store.h"
#include "foi-holidays-current.h"

struct _FoiAlmanac
{
  GObject parent_instance;

  FoiDate      today;
  FoiDate    (*tell_today) (void);
  guint        midnight;
  FoiHolidays *holidays;
  char        *problem;

  /* The clock that was read last, and of what: all that shows a case asks for the same one. */
  FoiCaseClock *clock;
  JsonNode     *clock_root;
};

enum
{
  CHANGED,
  HOLIDAYS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiAlmanac, foi_almanac, G_TYPE_OBJECT)

static gboolean midnight_cb (gpointer data);

/* A second after the next midnight of this place, whatever its clocks do until then. */
static void
wait_for_midnight (FoiAlmanac *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) next = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight
    = g_date_time_new_local (g_date_time_get_year (next), g_date_time_get_month (next),
                             g_date_time_get_day_of_month (next), 0, 0, 1);
  const GTimeSpan left = g_date_time_difference (midnight, now) / G_TIME_SPAN_SECOND;

  g_clear_handle_id (&self->midnight, g_source_remove);
  self->midnight = g_timeout_add_seconds ((guint) CLAMP (left, 0, 90000) + 1, midnight_cb, self);
}

static gboolean
midnight_cb (gpointer data)
{
  FoiAlmanac *self = FOI_ALMANAC (data);

  self->midnight = 0;
  wait_for_midnight (self);
  foi_almanac_check (self);
  return G_SOURCE_REMOVE;
}

/* A damaged file is said, and the bank holidays of the program hold. */
static void
read_holidays (FoiAlmanac *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->holidays, foi_holidays_unref);
  g_clear_pointer (&self->problem, g_free);
  self->holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (self->holidays == NULL)
    {
      self->problem = g_strdup (error->message);
      self->holidays = foi_holidays_ref (foi_holidays_get_default ());
    }
  foi_holidays_set_current (self->holidays);
}

static void
forget_clock (FoiAlmanac *self)
{
  g_clear_pointer (&self->clock, foi_case_clock_unref);
  g_clear_pointer (&self->clock_root, json_node_unref);
}

static void
foi_almanac_finalize (GObject *object)
{
  FoiAlmanac *self = FOI_ALMANAC (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  forget_clock (self);
  g_clear_pointer (&self->holidays, foi_holidays_unref);
  g_free (self->problem);

  G_OBJECT_CLASS (foi_almanac_parent_class)->finalize (object);
}

static void
foi_almanac_class_init (FoiAlmanacClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_almanac_finalize;

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_ALMANAC, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[HOLIDAYS_CHANGED] = g_signal_new ("holidays-changed", FOI_TYPE_ALMANAC,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_almanac_init (FoiAlmanac *self)
{
  self->tell_today = foi_today;
  self->today = foi_today ();
  wait_for_midnight (self);
}

/**
 * foi_almanac_get_default:
 *
 * Returns: (transfer none): the almanac that all windows share.
 */
FoiAlmanac *
foi_almanac_get_default (void)
{
  static FoiAlmanac *almanac;

  if (almanac == NULL)
    {
      almanac = g_object_new (FOI_TYPE_ALMANAC, NULL);
      read_holidays (almanac);
    }
  return almanac;
}

/**
 * foi_almanac_get_today:
 *
 * Returns: the day it is, as all windows show it.
 */
FoiDate
foi_almanac_get_today (FoiAlmanac *self)
{
  g_return_val_if_fail (FOI_IS_ALMANAC (self), FOI_DATE_NONE);
  return self->today;
}

/**
 * foi_almanac_set_source:
 * @tell_today: says what day it is
 *
 * Sets whom the almanac asks, instead of this computer's clock.
 */
void
foi_almanac_set_source (FoiAlmanac *self, FoiDate (*tell_today) (void))
{
  g_return_if_fail (FOI_IS_ALMANAC (self) && tell_today != NULL);

  self->tell_today = tell_today;
  foi_almanac_check (self);
}

/**
 * foi_almanac_check:
 *
 * Says that another day has begun, if one has: at midnight, and when a computer that slept wakes.
 */
void
foi_almanac_check (FoiAlmanac *self)
{
  FoiDate today;

  g_return_if_fail (FOI_IS_ALMANAC (self));

  today = self->tell_today ();
  if (self->today == today)
    return;
  self->today = today;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * foi_almanac_get_holidays:
 *
 * Returns: (transfer none): all bank holidays that are known.
 */
FoiHolidays *
foi_almanac_get_holidays (FoiAlmanac *self)
{
  g_return_val_if_fail (FOI_IS_ALMANAC (self), NULL);

  return self->holidays;
}

/**
 * foi_almanac_get_problem:
 *
 * Returns: (nullable): why the bank holidays that were imported or added do not hold.
 */
const char *
foi_almanac_get_problem (FoiAlmanac *self)
{
  g_return_val_if_fail (FOI_IS_ALMANAC (self), NULL);
  return self->problem;
}

/**
 * foi_almanac_reload:
 *
 * Reads the bank holidays again: some were imported or added.
 */
void
foi_almanac_reload (FoiAlmanac *self)
{
  g_return_if_fail (FOI_IS_ALMANAC (self));

  forget_clock (self);
  read_holidays (self);
  g_signal_emit (self, signals[HOLIDAYS_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * foi_almanac_read_clock:
 * @state: a case
 *
 * Returns: (transfer full): by when it must be answered.
 */
FoiCaseClock *
foi_almanac_read_clock (FoiAlmanac *self, FoiCaseState *state)
{
  JsonNode *root;

  g_return_val_if_fail (FOI_IS_ALMANAC (self), NULL);
  g_return_val_if_fail (state != NULL, NULL);

  /* States that differ in their tables only share it. */
  root = foi_case_state_get_root (state);
  if (self->clock_root != root)
    {
      forget_clock (self);
      self->clock_root = json_node_ref (root);
      self->clock = foi_case_clock_new (state, foi_rules_get_default (), self->holidays);
    }
  return foi_case_clock_ref (self->clock);
}
