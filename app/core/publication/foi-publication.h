/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-column.h"

G_BEGIN_DECLS

#define FOI_TYPE_PUBLICATION (foi_publication_get_type ())

/**
 * FoiPublication:
 *
 * What may be shown of one table, and nothing else: no withheld values, no columns left out, no
 * officers' notes. Every letter, chart, CSV and copy is made from one; it is made in one place,
 * foi_publication_new() of the table folder. Immutable, reference counted, thread-safe.
 */
typedef struct _FoiPublication FoiPublication;

/* Where a table is set: in the letter, as a file beside it, or both. */
typedef enum
{
  FOI_PRINT_LETTER,
  FOI_PRINT_ANNEX,
  FOI_PRINT_BOTH,
} FoiPrint;

/* A note on a table (no row), on a row (no column) or on a cell. */
typedef struct
{
  char *id;       /* or NULL */
  guint row;      /* G_MAXUINT for the whole table */
  int   column;   /* -1 for the whole row */
  char *text;
} FoiPublishedNote;

/* A cell of a CSV file that has an apostrophe before it; row G_MAXUINT is the header. */
typedef struct
{
  guint row, column;
} FoiCsvPlace;

/* Tables with more rows are never set whole in a letter. */
#define FOI_MAX_LETTER_ROWS 200

GType                   foi_publication_get_type (void);
FoiPublication         *foi_publication_ref (FoiPublication *self);
void                    foi_publication_unref (FoiPublication *self);
const char             *foi_publication_get_name (FoiPublication *self);
const char             *foi_publication_get_title (FoiPublication *self);
const char             *foi_publication_get_description (FoiPublication *self);
guint                   foi_publication_get_n_columns (FoiPublication *self);
FoiColumn              *foi_publication_get_column (FoiPublication *self, guint column);
int                     foi_publication_find_column (FoiPublication *self, const char *name);
guint                   foi_publication_get_n_rows (FoiPublication *self);
void                    foi_publication_get_cell (FoiPublication *self, guint row, guint column,
                                                  FoiCell *out);
gboolean                foi_publication_is_name_of_total (FoiPublication *self, guint row,
                                                          guint column);
char                   *foi_publication_format (FoiPublication *self, guint row, guint column);
gboolean                foi_publication_is_total_row (FoiPublication *self, guint row);
gboolean                foi_publication_is_total_column (FoiPublication *self, guint column);
guint                   foi_publication_get_n_notes (FoiPublication *self);
const FoiPublishedNote *foi_publication_get_note (FoiPublication *self, guint index);
JsonNode               *foi_publication_get_chart (FoiPublication *self);
gboolean                foi_publication_is_too_wide (FoiPublication *self);
FoiPrint                foi_publication_get_print (FoiPublication *self);
gboolean                foi_publication_find_cell (FoiPublication *self, const char *row_key,
                                                   const char *field, guint *row, guint *column);
gboolean                foi_publication_is_key (FoiPublication *self, guint column);
char                   *foi_publication_dup_row_key (FoiPublication *self, guint row);
guint64                 foi_publication_get_stamp (FoiPublication *self);
gboolean                foi_publication_has_same_frame (FoiPublication *a, FoiPublication *b);
gboolean                foi_publication_equal (FoiPublication *a, FoiPublication *b);
JsonNode               *foi_publication_to_json (FoiPublication *self);
FoiPublication         *foi_publication_new_from_json (JsonNode *resource, GError **error);
char                   *foi_publication_to_csv (FoiPublication *self);
GBytes                 *foi_publication_to_csv_file (FoiPublication *self);
GStrv                   foi_publication_dup_csv_headings (FoiPublication *self);
GArray                 *foi_publication_list_disarmed (FoiPublication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPublication, foi_publication_unref)

G_END_DECLS
