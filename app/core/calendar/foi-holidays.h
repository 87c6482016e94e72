/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-date.h"

G_BEGIN_DECLS

/**
 * FoiHoliday:
 * @date: the day
 * @title: as it is known: "St Andrew’s Day"
 * @note: "" or why it is that day: "Substitute day"
 */
typedef struct
{
  FoiDate     date;
  const char *title;
  const char *note;
  gboolean    added; /* by the office: it says nothing of the rest of its year */
} FoiHoliday;

/* What became of a holiday when a newer list came. */
typedef enum
{
  FOI_HOLIDAY_ADDED,
  FOI_HOLIDAY_REMOVED,
  FOI_HOLIDAY_MOVED,
} FoiHolidayChangeKind;

/* @before: of one that moved. The texts belong to the lists that were compared. */
typedef struct
{
  FoiHolidayChangeKind kind;
  const char          *division;
  FoiDate              date, before;
  const char          *title;
} FoiHolidayChange;

/**
 * FoiHolidays:
 *
 * Bank holidays by division, in the form of the gov.uk file. A division's years are those in which
 * it has a holiday; of other years nothing is known. Immutable, reference counted, thread-safe.
 */
typedef struct _FoiHolidays FoiHolidays;

FoiHolidays      *foi_holidays_new_from_json (GBytes *bytes, const char *file, GError **error);
FoiHolidays      *foi_holidays_get_default (void);
FoiHolidays      *foi_holidays_ref (FoiHolidays *self);
void              foi_holidays_unref (FoiHolidays *self);
FoiHolidays      *foi_holidays_merge (FoiHolidays *self, FoiHolidays *newer);
FoiHolidays      *foi_holidays_add (FoiHolidays *self, FoiHolidays *more);
FoiHolidays      *foi_holidays_with_day (FoiHolidays *self, const char *const *divisions,
                                         const FoiHoliday *day);
FoiHolidays      *foi_holidays_without_day (FoiHolidays *self, const FoiHoliday *day);
GArray           *foi_holidays_compare (FoiHolidays *self, FoiHolidays *other);
GBytes           *foi_holidays_to_json (FoiHolidays *self);
const char *const *foi_holidays_get_divisions (FoiHolidays *self);
const FoiHoliday *foi_holidays_get (FoiHolidays *self, const char *division, guint *n_holidays);
gboolean          foi_holidays_get_years (FoiHolidays *self, const char *division, int *first,
                                          int *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiHolidays, foi_holidays_unref)

G_END_DECLS
