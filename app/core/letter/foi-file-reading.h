/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  FOI_READ_LINE,   /* of running text, from the line that @number says */
  FOI_READ_PAGE,   /* the same, on a page */
  FOI_READ_ROW,    /* of a table, the headings being row 0 */
  FOI_READ_MEMBER, /* a string of JSON */
  FOI_READ_ABOUT,  /* what the file says of itself */
} FoiReadKind;

/*
 * A piece of a file, as a reader of it sees it: running text, or a row of a table. Borrowed from
 * whoever reads.
 */
typedef struct
{
  FoiReadKind        kind;
  guint              number;   /* from 1 */
  const char        *text;     /* or NULL, for a row */
  const char        *path;     /* of a string of JSON; else NULL */
  const char *const *headings; /* of a row, as many as cells; or NULL */
  const char *const *cells;
} FoiReadUnit;

/* Returns: whether to go on. */
typedef gboolean (*FoiReadFunc) (const FoiReadUnit *unit, gpointer user_data);

gboolean foi_file_read_csv (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error);
gboolean foi_file_read_text (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error);
gboolean foi_file_read_json (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error);
char    *foi_read_unit_dup_place (const FoiReadUnit *unit);

G_END_DECLS
