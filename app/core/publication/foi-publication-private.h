/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-publication.h"

G_BEGIN_DECLS

/*
 * Only the maker of publications includes this. The rows stay where they are (a million need not be
 * copied); the function gives the cells of the columns that may be shown.
 */
typedef void (*FoiPublicationCellFunc) (gpointer rows, guint row, guint column, FoiCell *out);

typedef enum
{
  FOI_ROWS_SAME,
  FOI_ROWS_DIFFER,
  FOI_ROWS_UNKNOWN,    /* look at every cell */
} FoiRowsEqual;

/* Says quickly whether two that share rows show the same. */
typedef FoiRowsEqual (*FoiPublicationEqualFunc) (gpointer a, gpointer b);

typedef struct
{
  JsonNode               *resource;    /* sealed, without data, columns left out and internals */
  GPtrArray              *columns;     /* of FoiColumn: those shown; taken over, as all below */
  GArray                 *notes;       /* of FoiPublishedNote */
  GArray                 *total_rows;  /* of guint */
  guint                   n_rows;
  guint64                 stamp;       /* differs whenever anything differs */
  gpointer                rows;
  FoiPublicationCellFunc  get_cell;
  FoiPublicationEqualFunc equal_rows;  /* or NULL; asked only of two with the same get_cell */
  GDestroyNotify          free_rows;
} FoiPublicationParts;

FoiPublication *_foi_publication_build (FoiPublicationParts *parts);
void            _foi_publication_take_addresses (FoiPublication *self, GArray *notes,
                                                 GArray *total_rows);
JsonNode       *_foi_publication_get_resource (FoiPublication *self);
GArray         *_foi_published_notes_new (void);
guint64         _foi_stamp_take (void);

G_END_DECLS
