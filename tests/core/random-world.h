/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WORLD_MAX_ROWS 8
#define WORLD_MAX_COLUMNS 8
#define WORLD_MAX_TABLES 3

/* How a reader comes to know something. */
typedef enum
{
  KNOWN_ROW_TOTAL, KNOWN_ROW_CALLED, /* declared; "Total" */
  KNOWN_ROW_SEEN, KNOWN_SUBTOTAL, /* "England", last and the sum of all; "Total of both" */
  KNOWN_COLUMN_TOTAL, KNOWN_COLUMN_CALLED, /* declared; "All" */
  KNOWN_RATE, KNOWN_SHARE, /* of another column; of the total */
  KNOWN_CHANGE, KNOWN_CHANGE_PER_CENT, KNOWN_BLOCK, KNOWN_BALANCE, /* of rows, or of columns */
  KNOWN_SENTENCE, KNOWN_DIFFERENCE, KNOWN_TOGETHER, KNOWN_PART, /* what an answer says */
  KNOWN_SAME,            /* declared, with the total of another table */
  KNOWN_AGAIN, KNOWN_MARGIN, /* another table shows the column, or comes to the same */
  KNOWN_RATE_BESIDE, KNOWN_SHARE_BESIDE, /* another table has shares of a column, or of all */
  KNOWN_TURNED, KNOWN_TIMES, KNOWN_AVERAGE, KNOWN_RUNNING, KNOWN_JOINED, /* another table has it */
  KNOWN_LISTED, KNOWN_GROUPED, KNOWN_ISSUED, /* a row for each; sums by kind; what became one row */
  N_KNOWN,
} Known;

/* A figure, or (is_text) what stands there besides. */
typedef struct
{
  gint64 value;
  gboolean is_text, is_blank, is_hidden, is_left_out, is_primary;
  gboolean is_unknown; /* nobody here knows it either */
  char text[16];
} WorldCell;

typedef struct
{
  char name[24], title[40], kind[16]; /* integer, number, string */
  int decimals;
  gboolean is_left_out, is_percentage;
} WorldColumn;

typedef struct
{
  char name[16];
  gboolean is_issued;
  guint n_rows, n_columns;
  char rows[WORLD_MAX_ROWS][24];
  WorldColumn columns[WORLD_MAX_COLUMNS];
  WorldCell cells[WORLD_MAX_ROWS][WORLD_MAX_COLUMNS];
  GString *totals; /* declared, and the same figures */
} WorldTable;

/* @factor × a figure of table, row and column. */
typedef struct
{
  guint table, row, column;
  gint64 factor;
} WorldTerm;

typedef struct
{
  Known known;
  GArray *terms; /* of WorldTerm */
  gint64 from, to;
} WorldFact;

/* Tables of a case, and all that follows for a reader from how they were made. */
typedef struct
{
  WorldTable tables[WORLD_MAX_TABLES];
  guint n_tables;
  GPtrArray *facts; /* of WorldFact */
  gint64 threshold, unit;
  char answer[128];
  GString *list; /* as the file has it, or NULL */
} World;

World *world_new (guint seed);
void   world_free (World *self);
void   world_hide (World *self, GRand *chance);
char  *world_to_case (World *self, gboolean with_truth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

G_END_DECLS
