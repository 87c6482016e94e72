/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-row-store.h"

G_BEGIN_DECLS

/* Known to the store and to its comparison only. The id stands beside its record so that a search
 * through a sorted million reads one run of memory. */
typedef struct
{
  guint64    id;
  FoiRecord *record;
} FoiRowEntry;

typedef struct
{
  int         ref_count;
  guint       length;
  guint64     min_id;
  guint64     max_id;
  FoiRowEntry entries[];
} FoiRowChunk;

/* Where each row is, by its id: positions from 1 on, 0 for an id that no row has. */
typedef struct
{
  guint64 first_id;
  guint64 n_ids;
  guint32 positions[];
} FoiRowPlaces;

struct _FoiRowStore
{
  gatomicrefcount ref_count;
  guint           length;
  guint           n_chunks;
  FoiRowChunk   **chunks;
  guint          *starts;    /* the position at which each chunk begins */
  int             n_scanned; /* chunks looked into, in vain or not; atomic */
  FoiRowPlaces   *places;    /* made once looking has cost more; atomic */
};

G_END_DECLS
