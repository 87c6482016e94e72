/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-eml.h"
#include "foi-json-edit.h"
#include "foi-pack-names.h"
#include "foi-requester-details.h"

/* More years than anybody asks for. */
#define MOST_YEARS 60

/* A table of words that is being made: its headings, and its rows under each other. */
typedef struct
{
  JsonArray *fields;
  JsonArray *header;
  JsonArray *data;
  FoiBrief  *brief;
  GPtrArray *details;
} Form;

/**
 * foi_ask_dup_masked:
 * @brief: a case, as a letter may know it
 * @details: the requester's, from foi_requester_details_list()
 * @text: what the case says
 *
 * Whoever asked is in nothing that a service reads: not by name, and not by how to reach them.
 *
 * Returns: (transfer full): @text with words in the place of each such detail.
 */
char *
foi_ask_dup_masked (FoiBrief *brief, GPtrArray *details, const char *text)
{
  g_autofree char *masked = foi_requester_details_mask_all (details, text);

  return foi_requester_details_mask_contacts (foi_brief_get_authority (brief), masked);
}

static void
form_init (Form *self, FoiBrief *brief, GPtrArray *details)
{
  self->brief = brief;
  self->fields = json_array_new ();
  self->header = json_array_new ();
  self->data = json_array_new ();
  self->details = details;
}

static void
add_heading (Form *self, const char *heading)
{
  g_autofree char *name = g_strdup_printf ("f%u", json_array_get_length (self->fields) + 1);
  g_autofree char *plain = foi_ask_dup_masked (self->brief, self->details, heading);
  JsonObject *field = json_object_new ();

  json_object_set_string_member (field, "name", name);
  json_object_set_string_member (field, "title", plain);
  json_object_set_string_member (field, "type", "string");
  json_array_add_object_element (self->fields, field);
  json_array_add_string_element (self->header, name);
}

/* Only after the last heading. */
static JsonArray *
add_row (Form *self)
{
  JsonArray *row = json_array_new ();

  if (json_array_get_length (self->data) == 0)
    json_array_add_array_element (self->data, self->header);
  json_array_add_array_element (self->data, row);
  return row;
}

/* What names a row may look like a telephone number and be none: "01234567". */
static void
add_cell (Form *self, JsonArray *row, const char *text)
{
  g_autofree char *plain = foi_requester_details_mask_all (self->details, text);

  json_array_add_string_element (row, plain);
}

/* Through a publication, so that it is a CSV file as all of ours are. */
static GBytes *
write_form (Form *self)
{
  JsonObject *schema = json_object_new ();
  JsonObject *resource = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (FoiPublication) publication = NULL;

  if (json_array_get_length (self->data) == 0)
    json_array_add_array_element (self->data, self->header);
  json_object_set_array_member (schema, "fields", self->fields);
  json_object_set_string_member (resource, "name", "form");
  json_object_set_object_member (resource, "schema", schema);
  json_object_set_array_member (resource, "data", self->data);
  node = foi_json_take_object (resource);
  publication = foi_publication_new_from_json (node, NULL);
  g_assert (publication != NULL);
  return foi_publication_to_csv_file (publication);
}

/* ---- as the question's table is -------------------------------------------------------------- */

/* What names a row is filled in, unless there are more than anybody would read; what is asked for
 * is not, and what is added up we add up. */
static GBytes *
make_like (FoiPublication *table, FoiBrief *brief, GPtrArray *details)
{
  g_auto (GStrv) headings = foi_publication_dup_csv_headings (table);
  const guint n_columns = foi_publication_get_n_columns (table);
  gboolean has_key = FALSE;
  Form form;

  form_init (&form, brief, details);
  for (guint i = 0; i < n_columns; i++)
    {
      add_heading (&form, headings[i]);
      has_key = has_key || foi_publication_is_key (table, i);
    }
  has_key = has_key && foi_publication_get_n_rows (table) <= FOI_MAX_LETTER_ROWS;
  for (guint row = 0; has_key && row < foi_publication_get_n_rows (table); row++)
    {
      JsonArray *cells;

      if (foi_publication_is_total_row (table, row))
        continue;
      cells = add_row (&form);
      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *key = foi_publication_is_key (table, i)
                                   ? foi_publication_format (table, row, i) : NULL;

          add_cell (&form, cells, key != NULL ? key : "");
        }
    }
  return write_form (&form);
}

/* ---- where it has none ----------------------------------------------------------------------- */

/* The first of the two years that "2016/17" or "2016" names, 0 where it is neither. */
static int
read_year (const char *text, gboolean *is_split)
{
  const gsize length = strlen (text);

  if (strspn (text, "0123456789") != 4 || (length != 4 && length != 7))
    return 0;
  *is_split = length == 7;
  if (*is_split && (text[4] != '/' || strspn (text + 5, "0123456789") != 2))
    return 0;
  return (int) g_ascii_strtoll (text, NULL, 10);
}

static void
add_years (Form *form, int from, int to, gboolean is_split)
{
  for (int year = from; year <= to; year++)
    {
      g_autofree char *name = is_split ? g_strdup_printf ("%d/%02d", year, (year + 1) % 100)
                                       : g_strdup_printf ("%d", year);
      JsonArray *row = add_row (form);

      add_cell (form, row, name);
      add_cell (form, row, "");
      add_cell (form, row, "");
    }
}

/* A number for each year asked about, or for whatever goes by. */
static GBytes *
make_usual (JsonNode *period, FoiBrief *brief, GPtrArray *details)
{
  gboolean is_split = FALSE, ends_split = FALSE;
  const int from = read_year (foi_json_get_string (period, "from", ""), &is_split);
  const int to = read_year (foi_json_get_string (period, "to", ""), &ends_split);
  const gboolean knows = from > 0 && to >= from && to - from < MOST_YEARS
                         && is_split == ends_split;
  Form form;

  form_init (&form, brief, details);
  add_heading (&form, knows ? _("Year") : _("Period"));
  add_heading (&form, _("Number"));
  add_heading (&form, _("Comment"));
  if (knows)
    add_years (&form, from, to, is_split);
  return write_form (&form);
}

static void
add_file (GPtrArray *files, GHashTable *taken, const char *number, GBytes *bytes)
{
  g_autofree char *wish = g_strdup_printf ("question-%s", number);
  FoiEmlFile *file = g_new0 (FoiEmlFile, 1);

  file->name = foi_pack_dup_file_name (wish, "csv", taken);
  file->format = g_strdup ("text/csv; charset=utf-8");
  file->bytes = bytes;
  g_ptr_array_add (files, file);
}

/**
 * foi_ask_tables_add:
 * @files: (element-type FoiEmlFile): gets a CSV file for each table, one at least
 * @taken: (element-type utf8 utf8): the names of @files, in small letters
 * @brief: a case, as a letter may know it
 * @question: a question of it
 * @details: the requester's, from foi_requester_details_list()
 *
 * Makes the empty tables that a service is to fill in: with the headings of the question's tables
 * and what names their rows; where it has none, with a row for each year asked about.
 */
void
foi_ask_tables_add (GPtrArray *files, GHashTable *taken, FoiBrief *brief, FoiQuestion *question,
                    GPtrArray *details)
{
  JsonNode *own = foi_json_get_member (foi_question_get_node (question), "period");
  g_auto (GStrv) tables = foi_question_dup_tables (question);
  g_autofree char *number = foi_ask_dup_masked (brief, details,
                                                foi_question_get_number (question));
  const guint n_files = files->len;

  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    {
      FoiPublication *table = foi_brief_find_publication (brief, tables[i]);

      if (table != NULL)
        add_file (files, taken, number, make_like (table, brief, details));
    }
  if (files->len == n_files)
    add_file (files, taken, number,
              make_usual (own != NULL ? own : foi_brief_get_period (brief), brief, details));
}
