/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "foi-json-edit.h"
#include "foi-table-data.h"

/* JSON, written with ' for " so that it can be read in C. */
static inline JsonNode *
parse_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdup (text);
  JsonNode *node = json_from_string (g_strdelimit (json, "'", '"'), &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  json_node_seal (node);
  return node;
}

static inline FoiRecord *
make_record (GPtrArray *columns, JsonNode *values, guint64 id)
{
  FoiRecord *record = foi_record_new (id, columns->len);

  g_assert_cmpuint (foi_json_get_n_elements (values), ==, columns->len);
  for (guint i = 0; i < columns->len; i++)
    {
      JsonNode *value = foi_json_get_element (values, i);
      gboolean is_integer = foi_json_is_integer (value);
      const char *text = is_integer ? "" : json_node_get_string (value);
      g_autofree char *reason = NULL;

      foi_column_cell_from_json (g_ptr_array_index (columns, i), is_integer,
                                 is_integer ? json_node_get_int (value) : 0, text, strlen (text),
                                 &record->cells[i], &reason);
      g_assert_cmpstr (reason, ==, NULL);
    }
  return record;
}

/* A table of a whole resource: fields and, without a header row, data. */
static inline FoiTableData *
make_table (const char *text)
{
  g_autoptr (JsonNode) whole = parse_json (text);
  g_autoptr (JsonNode) resource = foi_json_set_member (whole, "data", NULL, NULL);
  JsonNode *fields = foi_json_get_member (foi_json_get_member (whole, "schema"), "fields");
  JsonNode *data = foi_json_get_member (whole, "data");
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (FoiRowStore) rows = NULL;

  g_ptr_array_set_free_func (columns, (GDestroyNotify) foi_column_unref);
  for (guint i = 0; i < foi_json_get_n_elements (fields); i++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (columns,
                       foi_column_new_from_field (foi_json_get_element (fields, i), &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < foi_json_get_n_elements (data); i++)
    g_ptr_array_add (records, make_record (columns, foi_json_get_element (data, i), i + 1));
  rows = foi_row_store_new_take (records);
  return foi_table_data_new (resource, columns, rows, foi_row_store_get_length (rows) + 1);
}
