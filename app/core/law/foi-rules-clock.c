/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-rules-clock.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-json-edit.h"

static guint
get_number (FoiRules *rules, const char *regime, const char *id, FoiDate date)
{
  JsonNode *limit = foi_rules_find_time_limit (rules, regime, id, date);

  return limit != NULL ? (guint) foi_json_get_integer (limit, "n", 0) : 0;
}

static gboolean
check_regime (FoiRules *self, const char *regime, GError **error)
{
  if (foi_rules_get_regime (self, regime) != NULL)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("there are no rules of the regime “%s”"),
               regime);
  return FALSE;
}

/**
 * foi_rules_get_clock:
 * @self: rules
 * @regime: a regime: "foia"
 * @date: the day of receipt
 * @is_school: whether the time limit of a school applies, where the regime has one
 * @rule: (out): its numbers
 *
 * Gives what a request's clock goes by: the time limits "response", or "school-response" and
 * "school-response-most", and "fees-notice-lapse" or "charge-lapse" in force on the day of
 * receipt.
 *
 * Returns: whether the regime has them, otherwise %FALSE with @error set.
 */
gboolean
foi_rules_get_clock (FoiRules *self, const char *regime, FoiDate date, gboolean is_school,
                     FoiClockRule *rule, GError **error)
{
  g_return_val_if_fail (self != NULL && regime != NULL && rule != NULL, FALSE);

  *rule = (FoiClockRule) { 0 };
  if (!check_regime (self, regime, error))
    return FALSE;
  if (is_school)
    {
      rule->n_days = get_number (self, regime, "school-response", date);
      rule->most_days = get_number (self, regime, "school-response-most", date);
      rule->sessions_only = rule->n_days > 0;
    }
  if (rule->n_days == 0)
    *rule = (FoiClockRule) { .n_days = get_number (self, regime, "response", date) };
  rule->lapse_months = get_number (self, regime, "fees-notice-lapse", date);
  rule->lapse_days = get_number (self, regime, "charge-lapse", date);
  if (rule->n_days > 0)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
               _("the rules of the regime “%s” give no time for a response on that day"), regime);
  return FALSE;
}

/**
 * foi_rules_new_calendar:
 * @self: rules
 * @regime: a regime: "foia"
 * @holidays: bank holidays
 *
 * Returns: (transfer full) (nullable): the regime's working days, or %NULL with @error set.
 */
FoiCalendar *
foi_rules_new_calendar (FoiRules *self, const char *regime, FoiHolidays *holidays, GError **error)
{
  g_return_val_if_fail (self != NULL && regime != NULL && holidays != NULL, NULL);

  if (!check_regime (self, regime, error))
    return NULL;
  return foi_calendar_new (
    foi_json_get_string (foi_rules_get_regime (self, regime), "calendar", ""), holidays, error);
}
