/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-list-level.h"

/* People leave numbers out; more than this many is another list, or no list. */
#define MAX_SKIPPED 2

static int
value_on (const FoiListLevel *level, const FoiListMarker *marker)
{
  return level->roman ? marker->roman : marker->value;
}

/**
 * foi_list_level_is_next:
 * @level: where a list is
 * @marker: a marker after it
 *
 * Returns: whether @marker is the one that follows.
 */
gboolean
foi_list_level_is_next (const FoiListLevel *level, const FoiListMarker *marker)
{
  if (!level->open || level->doubled || level->kind != marker->kind)
    return FALSE;
  if (marker->kind == FOI_MARKER_BULLET)
    return level->form == marker->form;
  return value_on (level, marker) == level->value + 1;
}

/**
 * foi_list_level_is_nearly_next:
 * @level: where a list is
 * @marker: a marker after it
 *
 * Returns: whether @marker repeats the number or leaves one or two out, in the same form: still the
 *   same list.
 */
gboolean
foi_list_level_is_nearly_next (const FoiListLevel *level, const FoiListMarker *marker)
{
  int value;

  if (!level->open || level->kind != marker->kind || level->form != marker->form
      || marker->kind == FOI_MARKER_BULLET)
    return FALSE;
  value = value_on (level, marker);
  return value >= level->value && value <= level->value + 1 + MAX_SKIPPED;
}

/**
 * foi_list_marker_is_first:
 * @marker: a marker
 *
 * Returns: whether a list can begin with it.
 */
gboolean
foi_list_marker_is_first (const FoiListMarker *marker)
{
  return marker->kind == FOI_MARKER_BULLET || marker->value == 1 || marker->roman == 1;
}

/**
 * foi_list_level_open:
 * @level: where a list is
 * @marker: its first marker
 *
 * Begins a list.
 */
void
foi_list_level_open (FoiListLevel *level, const FoiListMarker *marker)
{
  level->open = TRUE;
  level->doubled = FALSE;
  level->kind = marker->kind;
  level->form = marker->form;
  level->roman = marker->kind == FOI_MARKER_LETTER && marker->value != 1;
  level->value = marker->kind == FOI_MARKER_BULLET ? 0 : 1;
}

/**
 * foi_list_level_step:
 * @level: where a list is
 * @marker: the marker that follows
 *
 * Goes on to @marker.
 */
void
foi_list_level_step (FoiListLevel *level, const FoiListMarker *marker)
{
  level->form = marker->form;
  if (marker->kind != FOI_MARKER_BULLET)
    level->value = value_on (level, marker);
}
