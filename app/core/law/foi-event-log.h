/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-deadline.h"

G_BEGIN_DECLS

/* An event that moves nothing, and why. */
typedef struct
{
  const char *type;   /* as the case file calls it; lives as long as the events */
  FoiDate     date;
  const char *reason;
  guint       position; /* among the events, as the file has them */
} FoiEventRefusal;

/**
 * FoiEventLog:
 * @clock: what the request's clock goes by
 * @asked: since when a clarification is waited for, or none
 * @notified: the day on which the requester was told of an extension, or none
 * @until: the last day to which the events extend, or none
 * @notified_position, @until_position, @notice_position: among the events, where an extension, its
 *   last day and a fees notice stand
 * @issued: the day of the first answer that was not withdrawn, or none
 * @withdrew_none: the day of a letter that was withdrawn though none had been issued by the events,
 *   or none
 * @request_withdrawn: the day on which the requester withdrew the request, or none
 * @review_asked: the day on which an internal review was asked for last, or none
 * @reviewed: the day on which that was answered, or none
 * @review_withdrawn: the day on which the requester withdrew that, or none
 * @complained: the day of the last complaint to the regulator, or none
 * @complaint_closed: the day on which that ended, or none
 * @closed: (element-type FoiDays): of a school, when it has no sessions
 * @misdated: (element-type JsonNode): the closed periods that end before they begin
 * @refusals: (element-type FoiEventRefusal): what makes no sense, in the order of the days
 *
 * What happened to a request, read in the order of its days: the one reading that the case's clock
 * and the letters' dates go by.
 */
typedef struct
{
  FoiClockEvents clock;
  FoiDate        asked;
  FoiDate        notified, until;
  guint          notified_position, until_position, notice_position;
  FoiDate        issued;
  FoiDate        withdrew_none, request_withdrawn;
  FoiDate        review_asked, reviewed, review_withdrawn;
  FoiDate        complained, complaint_closed;
  GArray        *closed;
  GPtrArray     *misdated;
  GArray        *refusals;
} FoiEventLog;

gboolean     foi_event_log_is_review_open (const FoiEventLog *self);
FoiEventLog *foi_event_log_new (JsonNode *events, JsonNode *authority, FoiDate received);
FoiDeadline *foi_event_log_extend (FoiEventLog *self, const FoiClockRule *rule, guint most,
                                   FoiCalendar *calendar, FoiDate due);
void         foi_event_log_shorten (FoiEventLog *self, FoiDeadline *deadline, FoiDate due);
void         foi_event_log_free (FoiEventLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiEventLog, foi_event_log_free)

G_END_DECLS
