/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-place.h"

/* What stands on the page of the request, under another name or none. */
static const struct
{
  const char *member;
  const char *editor;
} pages[] = {
  { "id", "request/reference" },
  { "title", "request/subject" },
  { "period", "request" },
  { "events", "request" },
};

/* So many of the segments are those of an editor: the question, the part of it, and one member. */
static guint
count_segments (GStrv segments)
{
  const guint n = g_strv_length (segments);
  const gboolean is_part = n > 3 && g_str_equal (segments[2], "parts");

  if (g_str_equal (segments[0], "questions"))
    return MIN (n, is_part ? 5 : 3);
  return g_str_equal (segments[0], "tables") ? MIN (n, 2) : n;
}

/**
 * foi_register_place_dup_editor:
 * @place: where words were found in a case: "questions/q3/grounds/0/reason"
 *
 * Returns: (transfer full) (nullable): the place whose editor in the window of the case shows them:
 *   "questions/q3/grounds"; %NULL where none does.
 */
char *
foi_register_place_dup_editor (const char *place)
{
  g_auto (GStrv) segments = NULL;
  guint n;

  g_return_val_if_fail (place != NULL, NULL);

  segments = g_strsplit (place, "/", -1);
  for (gsize i = 0; segments[0] != NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (segments[0], pages[i].member))
      return g_strdup (pages[i].editor);
  if (g_strv_length (segments) < 2
      || !(g_str_equal (segments[0], "request") || g_str_equal (segments[0], "questions")
           || g_str_equal (segments[0], "tables") || g_str_equal (segments[0], "letters")))
    return NULL;
  n = count_segments (segments);
  for (guint i = g_strv_length (segments); i > n; i--)
    g_clear_pointer (&segments[i - 1], g_free);
  return g_strjoinv ("/", segments);
}
