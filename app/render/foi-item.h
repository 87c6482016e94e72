/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-block.h"
#include "foi-set-text.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_ITEM_TEXT,
  FOI_ITEM_ROW,
  FOI_ITEM_FIGURE,
} FoiItemKind;

typedef enum
{
  FOI_HEAD_NONE,
  FOI_HEAD_LETTERHEAD,  /* at the right */
  FOI_HEAD_ADDRESSEE,   /* at the left: the date, too */
} FoiHead;

/* A cell of a row; @x and @width are those of its text, from the left edge of the text area. */
typedef struct
{
  FoiSetText *set;
  double      x, width;
  double      shift;      /* down, so that the words of a heading row end on one line */
} FoiSetCell;

/**
 * FoiItem:
 * @path: (element-type FoiBlock): the blocks it stands in, the outermost first
 * @offsets: where its slices begin, from its top, and after the last where it ends
 * @together: no page may end between its slices; else two lines at least stay on either side
 * @keep_next, @keep_previous: no page may end between it and its neighbour
 * @rather_next: none should, unless much of the page were to stay empty
 * @head: on which side of a letter's head it stands, one beside the other
 * @least: how low a figure may be, so that it still stands on a page
 * @header: (nullable): the row that is repeated when a page begins with this one
 *
 * What is put on pages: a paragraph, a row of a table or a figure. A slice is what is never split:
 * a line, or a whole row that is no taller than a page. Lengths are points; @x is from the left
 * edge of the text area.
 */
typedef struct _FoiItem FoiItem;

struct _FoiItem
{
  FoiItemKind kind;
  GPtrArray  *path;
  double      x, width;
  double      before, after;
  gboolean    firm_after; /* also where other gaps are made smaller */
  guint       n_slices;
  double     *offsets;
  gboolean    together;
  gboolean    keep_next, keep_previous;
  gboolean    rather_next;
  FoiHead     head;
  double      least;

  FoiSetText *text;       /* of TEXT */
  FoiSetText *label;      /* of the first paragraph of an item in a list */
  double      label_x;

  FoiItem    *header;     /* of ROW */
  FoiSetCell *cells;
  guint       n_cells;
  guint       row;        /* of the publication; G_MAXUINT for the headings */
  gboolean    is_total;
  gboolean    has_row_heading;
  gboolean    is_last;
};

FoiItem        *foi_item_new (FoiItemKind kind, GPtrArray *path);
void            foi_item_free (FoiItem *self);
void            foi_item_set_slices (FoiItem *self, const double *heights, guint n_slices);
double          foi_item_get_height (const FoiItem *self, guint first, guint n_slices);
const FoiBlock *foi_item_get_block (const FoiItem *self);

G_END_DECLS
