/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-table-cell.h"
#include "foi-table-grid.h"

G_BEGIN_DECLS

/* The card of the example's MASH calls, in a window of its own. Its fields: 0 year, 1 calls,
 * 2 weeks, 3 comment. */
typedef struct
{
  FoiDocument *document;
  FoiTable *table;
  GtkWidget *window;
  FoiTableGrid *grid;
} TableTest;

void table_test_show (TableTest *test, const char *name);
void table_test_set_up (TableTest *test, gconstpointer data);
void table_test_tear_down (TableTest *test, gconstpointer data);
gboolean table_test_press (TableTest *test, guint keyval, GdkModifierType modifiers);
GtkWidget *table_test_find_entry (TableTest *test);
void table_test_type (TableTest *test, const char *text, guint keyval);
void table_test_assert_value (TableTest *test, guint position, guint field, const char *expected);
void table_test_assert_cursor (TableTest *test, guint position, guint field);
void table_test_assert_block (TableTest *test, guint top, guint left, guint bottom, guint right);
guint table_test_count_rows (TableTest *test);
void table_test_act (TableTest *test, const char *action, const char *target);
FoiCaseEditor *table_test_get_editor (TableTest *test);
FoiTableCell *table_test_find_cell (TableTest *test, guint position, const char *title);

G_END_DECLS
