/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recent-texts.h"

#include <string.h>

/* A power of two: as many as a table's regions, months and small numbers are, many times over. */
#define N_PLACES 4096

struct _FoiRecentTexts
{
  const char *places[N_PLACES];
};

/**
 * foi_recent_texts_new:
 *
 * Returns: (transfer full): none yet.
 */
FoiRecentTexts *
foi_recent_texts_new (void)
{
  return g_new0 (FoiRecentTexts, 1);
}

/**
 * foi_recent_texts_free:
 * @self: (nullable): recent texts
 *
 * Frees it, and none of the texts.
 */
void
foi_recent_texts_free (FoiRecentTexts *self)
{
  g_free (self);
}

static const char **
find_place (FoiRecentTexts *self, const char *text)
{
  const guint hash = g_str_hash (text);

  return &self->places[(hash ^ hash >> 16) % N_PLACES];
}

/**
 * foi_recent_texts_find:
 * @self: recent texts
 * @text: a text
 *
 * Returns: (nullable): the one that was kept and is the same.
 */
const char *
foi_recent_texts_find (FoiRecentTexts *self, const char *text)
{
  const char *kept = *find_place (self, text);

  return kept != NULL && strcmp (kept, text) == 0 ? kept : NULL;
}

/**
 * foi_recent_texts_keep:
 * @self: recent texts
 * @text: a text that outlives @self
 *
 * Keeps it, in the place of another if need be.
 */
void
foi_recent_texts_keep (FoiRecentTexts *self, const char *text)
{
  *find_place (self, text) = text;
}
