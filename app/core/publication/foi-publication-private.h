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

typedef struct
{
  const char            *name;
  JsonNode              *resource;     /* sealed, without data, columns left out and internals */
  GPtrArray             *columns;      /* of FoiColumn: those shown */
  GArray                *notes;        /* of FoiPublishedNote, or NULL; taken over */
  GArray                *total_rows;   /* of guint, ascending, or NULL; taken over */
  guint                  n_rows;
  guint64                stamp;        /* differs whenever anything differs */
  gpointer               rows;
  FoiPublicationCellFunc get_cell;
  GDestroyNotify         free_rows;
} FoiPublicationParts;

FoiPublication *_foi_publication_build (FoiPublicationParts *parts);

G_END_DECLS
