/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-import-window.h"
#include "foi-list-filler.h"

G_BEGIN_DECLS

struct _FoiImportWindow
{
  GtkWindow parent_instance;

  FoiDocument   *document;
  GFile         *file;
  char          *question;    /* (nullable): that a new table answers */
  FoiImportBook *book;
  FoiImportAsk   ask;
  FoiImportMade *made;        /* what is shown; NULL where nothing can be made */
  GCancellable  *cancellable; /* of what is being read */
  guint          pulse;
  gboolean       again;       /* something else was asked for meanwhile */
  gboolean       updating;
  guint          to_build;    /* frames until all parts of the window are made */
  GAsyncResult  *early;       /* what was read before they were */
  GtkWidget     *unseen[8];   /* parts that are made and not shown yet, the last one first */
  guint          n_unseen;
  guint          showing;     /* ticks, while there are such */
  GPtrArray     *targets;     /* of char: names of the case's tables, as listed */

  GtkWidget *import_button;
  GtkWidget *stack;           /* reading, trouble, ready */
  GtkWidget *bar, *trouble;
  GtkWidget *halves, *band, *band_words;

  /* foi-import-form.c */
  GtkWidget *form;
  GtkWidget *sheet_box, *sheet;
  GtkWidget *range, *range_words, *text_box;
  GtkWidget *encoding, *delimiter, *mojibake;
  GtkWidget *facts, *into;
  GtkWidget *how_box, *how;
  GtkWidget *outcome;

  /* foi-import-says.c */
  GtkWidget *doubts_box, *doubts;
  GtkWidget *marks_box, *marks;
  GtkWidget *totals_box, *totals;
  char      *said_for;        /* the columns, marks and totals that are listed */
  guint      n_doubts, n_marks, n_totals; /* that are asked for by now */
  guint      asking;          /* ticks, while there are others */
  gboolean   clearing;        /* what was asked for before goes first */

  /* foi-import-pages.c */
  GtkWidget  *pages, *page_names;
  GtkWidget  *preview;
  FoiListFiller *preview_rows; /* of GtkStringList */
  guint          emptying;     /* ticks, until there can be other columns */
  GtkWidget  *more;
  GtkWidget  *columns;
  FoiListFiller *column_items; /* of GtkStringObject */
  GPtrArray  *bound;          /* of GtkListItem: rows of columns that are seen */
  GtkWidget  *changes, *changes_more;
  GtkWidget  *hidden;
};

/* foi-import-window.c */
void       _foi_import_window_ask (FoiImportWindow *self);
GtkWidget *_foi_import_add_label (GtkWidget *box, const char *text, const char *style);

/* foi-import-form.c */
GtkWidget *_foi_import_form_new (FoiImportWindow *self);
GtkWidget *_foi_import_form_add_source (FoiImportWindow *self);
GtkWidget *_foi_import_form_add_target (FoiImportWindow *self);
GtkWidget *_foi_import_outcome_new (FoiImportWindow *self);
void       _foi_import_form_show (FoiImportWindow *self);

/* foi-import-says.c */
void _foi_import_says_add (FoiImportWindow *self, GtkWidget *box);
void _foi_import_says_show (FoiImportWindow *self);
gboolean _foi_import_says_drop (FoiImportWindow *self);
gboolean _foi_import_says_is_open (FoiImportWindow *self, const FoiImportDoubt *doubt);

/* foi-import-pages.c */
GtkWidget *_foi_import_pages_new (FoiImportWindow *self);
void       _foi_import_pages_show (FoiImportWindow *self);
gboolean   _foi_import_pages_drop (FoiImportWindow *self);

G_END_DECLS
