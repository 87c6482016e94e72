/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-list-marker.h"

G_BEGIN_DECLS

/* Where a list is on one level: the next item must follow from it. */
typedef struct
{
  gboolean      open;
  FoiMarkerKind kind;
  gunichar      form;
  gboolean      roman;
  /* "1a", "1b": only another double number goes on. */
  gboolean      doubled;
  int           value;
} FoiListLevel;

gboolean foi_list_marker_is_first (const FoiListMarker *marker);
gboolean foi_list_level_is_next (const FoiListLevel *level, const FoiListMarker *marker);
gboolean foi_list_level_is_nearly_next (const FoiListLevel *level, const FoiListMarker *marker);
void     foi_list_level_open (FoiListLevel *level, const FoiListMarker *marker);
void     foi_list_level_step (FoiListLevel *level, const FoiListMarker *marker);

G_END_DECLS
