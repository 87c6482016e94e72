/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disposal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-cells.h"
#include "foi-case-event.h"
#include "foi-case-status.h"
#include "foi-disposal-files.h"
#include "foi-json-edit.h"
#include "foi-leftovers.h"
#include "foi-requester-details.h"
#include "foi-requester.h"
#include "foi-table-data.h"

/* What is taken out whole: who asked, what they wrote, and what never left the building. The
 * questions, which are what was asked, stay. */
static const char *const removed[] = {
  "request/requester", "request/text", "request/preamble", "withheld", "internal", "accepted",
  "attachments",
};

/* What is kept, without what tells who asked; and a member that is for them alone, or an officer's
 * note, wherever it stands in it. */
static const struct
{
  const char *path;
  const char *dropped;
} masked[] = {
  { "questions", "" },
  { "letters", "addressee" },
  { "issued", "" },
  { "events", "note" },
};

/* ---- when ------------------------------------------------------------------------------------ */

static FoiDate
subtract_months (FoiDate day, guint months)
{
  int year, month, day_of_month;
  GDate date;

  foi_date_to_ymd (day, &year, &month, &day_of_month);
  g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  g_date_subtract_months (&date, months);
  return foi_date_from_ymd (g_date_get_year (&date), (int) g_date_get_month (&date),
                            g_date_get_day (&date));
}

/**
 * foi_disposal_parse_age:
 * @text: "3" or "3y" for years, "18m" for months, "400d" for days
 * @today: the day on which one looks
 * @before: (out): what happened last before this day is as old as that
 *
 * Years are what a number alone means: whoever means days by it loses nothing.
 *
 * Returns: whether it says so.
 */
gboolean
foi_disposal_parse_age (const char *text, FoiDate today, FoiDate *before)
{
  const gsize n_digits = strspn (text, "0123456789");
  const char *unit = text + n_digits;
  guint64 n;

  g_return_val_if_fail (text != NULL && before != NULL, FALSE);

  /* Beyond a century nothing is kept that this program wrote. */
  if (n_digits == 0 || n_digits > 5)
    return FALSE;
  n = g_ascii_strtoull (text, NULL, 10);
  if (strcmp (unit, "d") == 0 && n <= 36500)
    *before = today - (FoiDate) n;
  else if (strcmp (unit, "m") == 0 && n <= 1200)
    *before = subtract_months (today, (guint) n);
  else if ((*unit == '\0' || strcmp (unit, "y") == 0) && n <= 100)
    *before = subtract_months (today, 12 * (guint) n);
  else
    return FALSE;
  return n > 0;
}

static FoiDate
get_last_date (JsonNode *list)
{
  FoiDate last = FOI_DATE_NONE;

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *element = foi_json_get_element (list, i);

      last = MAX (last, foi_date_from_iso (foi_json_get_string (element, "date", NULL)));
    }
  return last;
}

/* The last thing that happened: an answer, a review, a complaint. */
static FoiDate
get_closed (FoiCaseState *state)
{
  return MAX (get_last_date (foi_case_state_get_node (state, "events")),
              get_last_date (foi_case_state_get_node (state, "issued")));
}

static gboolean
is_closed (FoiCaseState *state)
{
  const FoiCaseStatus status = foi_case_state_get_status (state);

  return status == FOI_STATUS_ISSUED || status == FOI_STATUS_CLOSED
         || status == FOI_STATUS_WITHDRAWN;
}

/* Who decides on a complaint may ask for all that the case has. */
static FoiDate
get_complained (FoiCaseState *state)
{
  g_autoptr (FoiEventLog) log = foi_case_state_read_events (state);

  return log->complaint_closed == FOI_DATE_NONE ? log->complained : FOI_DATE_NONE;
}

static guint
count (FoiCaseState *state, const char *path)
{
  return foi_json_get_n_elements (foi_case_state_get_node (state, path));
}

static guint
count_left_out (FoiCaseState *state)
{
  GPtrArray *tables = foi_case_state_get_tables (state);
  guint n = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *table = g_ptr_array_index (tables, i);

      for (guint k = 0; k < foi_table_data_get_n_columns (table); k++)
        n += foi_column_is_left_out (foi_table_data_get_column (table, k));
    }
  return n;
}

/**
 * foi_disposal_plan:
 * @path: the file of a case
 * @state: the case
 * @before: what was closed before this day is due
 * @journals: (nullable): where unsaved work is kept
 * @plan: (out): what would be removed
 *
 * A case is kept while a complaint to the regulator runs, however old it is: the plan then says
 * only since when.
 *
 * Returns: whether the case was answered or closed, nothing happened in it since that day, no
 *     complaint runs, and there is something to be removed.
 */
gboolean
foi_disposal_plan (const char *path, FoiCaseState *state, FoiDate before, const char *journals,
                   FoiDisposal *plan)
{
  g_autoptr (GPtrArray) leftovers = NULL;

  g_return_val_if_fail (path != NULL && state != NULL && plan != NULL, FALSE);

  *plan = (FoiDisposal) { .closed = get_closed (state) };
  if (!is_closed (state) || plan->closed == FOI_DATE_NONE || plan->closed >= before)
    return FALSE;
  plan->complained = get_complained (state);
  if (plan->complained != FOI_DATE_NONE)
    return FALSE;
  leftovers = foi_leftovers_list (path);
  plan->requester = foi_case_state_get_node (state, "request/requester") != NULL
                    || foi_case_state_get_string (state, "request/text") != NULL;
  plan->n_withheld = count (state, "withheld") + count (state, "internal/combined");
  plan->n_notes = count (state, "internal/notes") + count (state, "internal/imports")
                  + count (state, "accepted") + count_left_out (state);
  plan->n_attachments = foi_disposal_count_attachments (path);
  plan->n_journals = foi_disposal_count_journals (path, journals);
  plan->n_leftovers = leftovers->len;
  return plan->requester || plan->n_withheld > 0 || plan->n_notes > 0 || plan->n_attachments > 0
         || plan->n_journals > 0 || plan->n_leftovers > 0
         || foi_case_state_get_node (state, "disposed") == NULL;
}

/* ---- what is left of it ---------------------------------------------------------------------- */

typedef struct
{
  GPtrArray  *details;
  JsonNode   *authority;
  const char *dropped;
} Mask;

static JsonNode *mask_node (const Mask *mask, JsonNode *node);

/* What was asked is in the requester's own words, which may say how to reach them. */
static JsonNode *
mask_asked (const Mask *mask, JsonNode *text)
{
  g_autofree char *nameless
    = foi_requester_details_mask_all (mask->details, json_node_get_string (text));
  g_autofree char *plain = foi_requester_details_mask_contacts (mask->authority, nameless);

  return foi_json_new_string (plain);
}

/* The blocks of a letter that are for the requester alone. */
static gboolean
is_for_requester (JsonNode *node)
{
  const char *kind = foi_json_is_object (node) ? foi_json_get_string (node, "kind", "") : "";

  return strcmp (kind, "addressee") == 0 || strcmp (kind, "salutation") == 0;
}

/* Only what is asked has a number and a text. */
static gboolean
is_question (JsonNode *node)
{
  return foi_json_is_string (foi_json_get_member (node, "number"))
         && foi_json_is_string (foi_json_get_member (node, "text"));
}

/* The mail to a service is internal, as notes are; that and when it was asked stays. */
static gboolean
is_mail (JsonNode *node, const char *key)
{
  return strcmp (key, "text") == 0 && foi_json_is_string (foi_json_get_member (node, "service"));
}

static JsonNode *
mask_object (const Mask *mask, JsonNode *node)
{
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &member))
    if (strcmp (mask->dropped, key) != 0 && !is_mail (node, key))
      json_object_set_member (object, key,
                              strcmp (key, "text") == 0 && is_question (node)
                                ? mask_asked (mask, member) : mask_node (mask, member));
  return foi_json_take_object (object);
}

static JsonNode *
mask_array (const Mask *mask, JsonNode *node)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *element = foi_json_get_element (node, i);

      if (!is_for_requester (element))
        json_array_add_element (array, mask_node (mask, element));
    }
  return foi_json_take_array (array);
}

/* Returns: (transfer full): @node with words in the place of what tells who asked. */
static JsonNode *
mask_node (const Mask *mask, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (foi_json_is_object (node))
    return mask_object (mask, node);
  if (foi_json_is_array (node))
    return mask_array (mask, node);
  if (!foi_json_is_string (node))
    return json_node_ref (node);
  text = foi_requester_details_mask_all (mask->details, json_node_get_string (node));
  return foi_json_new_string (text);
}

/* Takes @state; gives the one with another value at @path. */
static FoiCaseState *
set_node (FoiCaseState *state, const char *path, JsonNode *value, GError **error)
{
  g_autoptr (FoiCaseState) before = state;

  if (before == NULL || (value == NULL && foi_case_state_get_node (before, path) == NULL))
    return g_steal_pointer (&before);
  return foi_case_state_with_node (before, path, value, error);
}

static FoiCaseState *
mask_case (FoiCaseState *state, GPtrArray *details, GError **error)
{
  const char *title = foi_case_state_get_string (state, "/title");
  g_autofree char *subject = foi_requester_details_mask_all (details, title != NULL ? title : "");
  g_autoptr (JsonNode) masked_title = foi_json_new_string (subject);

  state = title != NULL ? set_node (state, "/title", masked_title, error) : state;
  for (gsize i = 0; state != NULL && i < G_N_ELEMENTS (masked); i++)
    {
      const Mask mask = { details, foi_case_state_get_node (state, "authority"),
                          masked[i].dropped };
      JsonNode *node = foi_case_state_get_node (state, masked[i].path);
      g_autoptr (JsonNode) without = node != NULL ? mask_node (&mask, node) : NULL;

      state = set_node (state, masked[i].path, without, error);
    }
  return state;
}

/* What officers left out of the letter goes with what is internal. */
static FoiCaseState *
remove_left_out (FoiCaseState *state, GError **error)
{
  g_autoptr (FoiCaseState) before = foi_case_state_ref (state);
  GPtrArray *tables = foi_case_state_get_tables (before);

  for (guint i = 0; state != NULL && i < tables->len; i++)
    {
      FoiTableData *table = g_ptr_array_index (tables, i);

      for (guint k = 0; state != NULL && k < foi_table_data_get_n_columns (table); k++)
        {
          FoiColumn *column = foi_table_data_get_column (table, k);
          g_autoptr (FoiCaseState) with = NULL;

          if (!foi_column_is_left_out (column))
            continue;
          with = state;
          state = foi_case_state_without_column (with, foi_table_data_get_name (table),
                                                 foi_column_get_name (column), error);
        }
    }
  return state;
}

static gboolean
is_shown (JsonNode *questions, const char *table)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *tables = foi_json_get_member (question, "tables");

      for (guint k = 0; k < foi_json_get_n_elements (tables); k++)
        {
          JsonNode *name = foi_json_get_element (tables, k);

          if (foi_json_is_string (name) && strcmp (json_node_get_string (name), table) == 0)
            return TRUE;
        }
      if (is_shown (foi_json_get_member (question, "parts"), table))
        return TRUE;
    }
  return FALSE;
}

/* A table that answers no question was never published. */
static FoiCaseState *
remove_unshown (FoiCaseState *state)
{
  g_autoptr (FoiCaseState) before = foi_case_state_ref (state);
  GPtrArray *tables = foi_case_state_get_tables (before);
  JsonNode *questions = foi_case_state_get_node (before, "questions");

  for (guint i = 0; i < tables->len; i++)
    {
      const char *name = foi_table_data_get_name (g_ptr_array_index (tables, i));
      g_autoptr (FoiCaseState) with = NULL;

      if (is_shown (questions, name))
        continue;
      with = state;
      state = foi_case_state_without_table (with, name);
    }
  return state;
}

/* What is counted of the requester is kept: of which kind they were. */
static JsonNode *
new_record (FoiCaseState *state, FoiDate day)
{
  g_autofree char *date = foi_date_to_iso (day);
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) dated = foi_json_set_string (empty, "date", date, NULL);

  return foi_json_set_string (dated, "requester",
                              foi_requester_kind_to_name (foi_case_state_get_requester (state)),
                              NULL);
}

/**
 * foi_disposal_strip:
 * @state: a case that is due
 * @day: the day on which it is done
 * @error: %FOI_ERROR: a column that was left out names the rows, and cannot go
 *
 * Takes out of a case who asked and in which words, true values that were withheld, columns and
 * tables that were not shown, notes and what else is internal; in questions, letters and answers
 * words stand in the place of the requester's details. What was published and is counted stays,
 * with the day on which this was done (Data Protection Act 2018: personal data are kept no longer
 * than needed).
 *
 * Returns: (transfer full) (nullable): what is left.
 */
FoiCaseState *
foi_disposal_strip (FoiCaseState *state, FoiDate day, GError **error)
{
  g_autoptr (GPtrArray) details = NULL;
  g_autoptr (JsonNode) record = NULL;
  FoiCaseState *left;

  g_return_val_if_fail (state != NULL, NULL);

  details = foi_requester_details_list (foi_case_state_get_node (state, "request"),
                                        foi_case_state_get_node (state, "authority"));
  record = new_record (state, day);
  left = remove_left_out (foi_case_state_ref (state), error);
  if (left == NULL)
    return NULL;
  left = mask_case (remove_unshown (left), details, error);
  for (gsize i = 0; left != NULL && i < G_N_ELEMENTS (removed); i++)
    left = set_node (left, removed[i], NULL, error);
  return set_node (left, "disposed", record, error);
}
