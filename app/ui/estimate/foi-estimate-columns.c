/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate-columns.h"

#include <glib/gi18n.h>

/* What decides comes first: a narrow window shows it without scrolling. */
static const FoiEstimateColumn work[] = {
  { "activity", N_("Work"), NULL, FOI_ESTIMATE_CELL_ACTIVITY, 0, 0 },
  { "system", N_("What is searched"), N_("case files"), FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_TEXT,
    13 },
  { "count", N_("How many"), "", FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_COUNT, 5 },
  { "unit", N_("Unit of work"), N_("files"), FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_TEXT, 7 },
  { "minutes", N_("Minutes each"), "", FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_AMOUNT, 5 },
  { NULL, N_("Time"), NULL, FOI_ESTIMATE_CELL_RESULT, 0, 8 },
  { "how_counted", N_("How counted"), N_("report of open cases"), FOI_ESTIMATE_CELL_TYPED,
    FOI_FIELD_TEXT, 18 },
  { "sample", N_("Sample and its date"), N_("20 files, 5 November 2024"),
    FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_TEXT, 18 },
  { "who", N_("Who says so"), N_("name or team"), FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_TEXT, 14 },
  { "cost", N_("Other costs, £"), "", FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_POUNDS, 7 },
};

static const FoiEstimateColumn not_counted[] = {
  { "what", N_("What may not be counted"), N_("redaction"), FOI_ESTIMATE_CELL_TYPED,
    FOI_FIELD_TEXT, 22 },
  { "minutes", N_("Minutes"), "", FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_AMOUNT, 7 },
  { NULL, N_("Time"), NULL, FOI_ESTIMATE_CELL_RESULT, 0, 14 },
};

static const FoiEstimateColumn requests[] = {
  { "reference", N_("Other request"), N_("its reference"), FOI_ESTIMATE_CELL_TYPED,
    FOI_FIELD_TEXT, 12 },
  { "received", N_("Received on"), N_("6 November 2024"), FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_DATE,
    15 },
  { "minutes", N_("Minutes"), "", FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_AMOUNT, 6 },
  { NULL, N_("Added"), NULL, FOI_ESTIMATE_CELL_RESULT, 0, 9 },
  { "cost", N_("Other costs, £"), "", FOI_ESTIMATE_CELL_TYPED, FOI_FIELD_POUNDS, 7 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (work) <= FOI_ESTIMATE_MOST_COLUMNS);

/* Where a list stands in the estimate, and what adding to it, deleting from it, moving in it and
 * changing it is called. */
static const struct
{
  const FoiEstimateColumn *columns;
  guint                    n_columns;
  const char              *member;
  const char              *commands[4];
} lists[] = {
  [FOI_ESTIMATE_WORK] = { work, G_N_ELEMENTS (work), "rows",
                          { N_("Add Work to Estimate"), N_("Delete Work from Estimate"),
                            N_("Move Work in Estimate"), N_("Change Estimate") } },
  [FOI_ESTIMATE_NOT_COUNTED]
    = { not_counted, G_N_ELEMENTS (not_counted), "not_counted",
        { N_("Add Time Not Counted"), N_("Delete Time Not Counted"), N_("Move Time Not Counted"),
          N_("Change Time Not Counted") } },
  [FOI_ESTIMATE_REQUESTS] = { requests, G_N_ELEMENTS (requests), "requests",
                              { N_("Add Other Request"), N_("Delete Other Request"),
                                N_("Move Other Request"), N_("Change Other Request") } },
};

/* The permitted activities (SI 2004/3244, regulation 4(3)). */
static const struct
{
  const char *name, *words;
} activities[] = {
  { "determine", N_("Find out if held") },
  { "locate", N_("Locate") },
  { "retrieve", N_("Retrieve") },
  { "extract", N_("Extract") },
};

/**
 * foi_estimate_get_columns:
 * @n_columns: (out): how many
 *
 * Returns: (array length=n_columns): the columns of a list.
 */
const FoiEstimateColumn *
foi_estimate_get_columns (FoiEstimateList list, guint *n_columns)
{
  g_return_val_if_fail (n_columns != NULL, NULL);
  *n_columns = lists[list].n_columns;
  return lists[list].columns;
}

/**
 * foi_estimate_list_get_member:
 *
 * Returns: where the list stands in the estimate.
 */
const char *
foi_estimate_list_get_member (FoiEstimateList list)
{
  return lists[list].member;
}

/**
 * foi_estimate_list_get_command:
 * @which: 0 for adding, 1 for deleting, 2 for moving, 3 for changing
 *
 * Returns: what that is called.
 */
const char *
foi_estimate_list_get_command (FoiEstimateList list, guint which)
{
  g_return_val_if_fail (which < G_N_ELEMENTS (lists[list].commands), NULL);
  return _(lists[list].commands[which]);
}

/**
 * foi_estimate_get_activity:
 * @index: from 0
 * @words: (out) (optional): what people read
 *
 * Returns: (nullable): the name of one of the permitted activities; %NULL after the last.
 */
const char *
foi_estimate_get_activity (guint index, const char **words)
{
  if (index >= G_N_ELEMENTS (activities))
    return NULL;
  if (words != NULL)
    *words = _(activities[index].words);
  return activities[index].name;
}
