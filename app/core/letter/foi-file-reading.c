/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-file-reading.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-path.h"

#define BYTE_ORDER_MARK "\357\273\277"

/* Where columns of a table in plain text are parted. */
#define GUTTER 2

/**
 * foi_read_unit_dup_place:
 * @unit: a piece of a file
 *
 * Returns: (transfer full): where it is, in words: "row 3".
 */
char *
foi_read_unit_dup_place (const FoiReadUnit *unit)
{
  switch (unit->kind)
    {
    case FOI_READ_LINE:
      return g_strdup_printf (_("line %u"), unit->number);
    case FOI_READ_PAGE:
      return g_strdup_printf (_("page %u"), unit->number);
    case FOI_READ_ROW:
      return unit->number > 0 ? g_strdup_printf (_("row %u"), unit->number)
                              : g_strdup (_("the headings"));
    case FOI_READ_MEMBER:
      return g_strdup (unit->path);
    case FOI_READ_ABOUT:
      return g_strdup (_("what the file says of itself"));
    default:
      g_assert_not_reached ();
    }
}

/* The text of a file that says what it is: UTF-8, with a byte order mark or without. */
static char *
dup_text (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > 0 && (!g_utf8_validate (data, (gssize) length, NULL)
                     || memchr (data, '\0', length) != NULL))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("the file is not UTF-8 text"));
      return NULL;
    }
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (data, BYTE_ORDER_MARK, 3) == 0)
    return g_strndup (data + 3, length - 3);
  return g_strndup (length > 0 ? data : "", length);
}

/* ---- CSV ---- */

/* Reads one field from *@at on and leaves *@at at what ends it. */
static char *
read_field (const char **at)
{
  GString *field = g_string_new (NULL);
  const char *p = *at;
  gboolean quoted = *p == '"';

  p += quoted ? 1 : 0;
  while (*p != '\0')
    {
      if (quoted && *p == '"' && p[1] == '"')
        p++;
      else if (quoted && *p == '"')
        {
          quoted = FALSE;
          p++;
          continue;
        }
      else if (!quoted && strchr (",\r\n", *p) != NULL)
        break;
      g_string_append_c (field, *p++);
    }
  *at = p;
  return g_string_free (field, FALSE);
}

static GStrv
read_record (const char **at)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  const char *p = *at;

  for (;;)
    {
      g_ptr_array_add (fields, read_field (&p));
      if (*p != ',')
        break;
      p++;
    }
  p += *p == '\r' ? 1 : 0;
  p += *p == '\n' ? 1 : 0;
  *at = p;
  g_ptr_array_add (fields, NULL);
  return (GStrv) g_ptr_array_steal (fields, NULL);
}

/**
 * foi_file_read_csv:
 * @bytes: a file of comma-separated values with a header row
 * @func: called for each row, the headings first
 * @user_data: for @func
 * @error: %FOI_ERROR_SYNTAX
 *
 * Returns: whether all was read, or @func had enough.
 */
gboolean
foi_file_read_csv (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error)
{
  g_autofree char *text = dup_text (bytes, error);
  g_auto (GStrv) headings = NULL;
  FoiReadUnit unit = { .kind = FOI_READ_ROW };
  const char *at = text;

  if (text == NULL)
    return FALSE;
  while (*at != '\0')
    {
      g_auto (GStrv) cells = read_record (&at);
      gboolean goes_on;

      unit.cells = (const char *const *) cells;
      unit.headings = (const char *const *) (headings != NULL ? headings : cells);
      if (g_strv_length ((GStrv) unit.headings) != g_strv_length (cells))
        unit.headings = NULL;
      goes_on = func (&unit, user_data);
      unit.number++;
      if (headings == NULL)
        headings = g_steal_pointer (&cells);
      if (!goes_on)
        return TRUE;
    }
  return TRUE;
}

/* ---- plain text ---- */

/* A table being read: where its columns begin, in characters, and the row so far. */
typedef struct
{
  FoiReadFunc func;
  gpointer    user_data;
  GArray     *begins;   /* of guint */
  GPtrArray  *headings; /* of GString */
  GPtrArray  *row;      /* of GString */
  guint       number;
  gboolean    goes_on;
} TextTable;

static void
string_free (gpointer string)
{
  g_string_free (string, TRUE);
}

/* The columns that a line of dashes rules; NULL where it is none, or rules only one. */
static GArray *
read_rule (const char *line)
{
  GArray *begins = g_array_new (FALSE, FALSE, sizeof (guint));
  guint place = 0;

  while (line[place] == '-')
    {
      g_array_append_val (begins, place);
      while (line[place] == '-')
        place++;
      if (line[place] == ' ' && line[place + 1] == ' ' && line[place + GUTTER] == '-')
        place += GUTTER;
    }
  if (line[place] == '\0' && begins->len > 1)
    return begins;
  g_array_unref (begins);
  return NULL;
}

static GPtrArray *
new_row (const TextTable *table)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (string_free);

  for (guint i = 0; i < table->begins->len; i++)
    g_ptr_array_add (row, g_string_new (NULL));
  return row;
}

/* What of a line stands in the columns, added to the cells of a row. */
static void
add_line (const TextTable *table, const char *line, GPtrArray *row)
{
  const char *at = line;
  guint place = 0;

  for (guint i = 0; i < table->begins->len; i++)
    {
      guint end = i + 1 < table->begins->len ? g_array_index (table->begins, guint, i + 1)
                                             : G_MAXUINT;
      g_autoptr (GString) cell = g_string_new (NULL);
      GString *whole = row->pdata[i];

      for (; *at != '\0' && place < end; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          g_string_append_unichar (cell, c);
          place += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
        }
      g_strstrip (cell->str);
      if (cell->str[0] != '\0')
        g_string_append_printf (whole, "%s%s", whole->len > 0 ? " " : "", cell->str);
    }
}

static void
tell_row (TextTable *table, GPtrArray *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  FoiReadUnit unit = { .kind = FOI_READ_ROW, .number = table->number++ };

  for (guint i = 0; i < row->len; i++)
    {
      g_ptr_array_add (cells, ((GString *) row->pdata[i])->str);
      g_ptr_array_add (headings, ((GString *) table->headings->pdata[i])->str);
    }
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (headings, NULL);
  unit.cells = (const char *const *) cells->pdata;
  unit.headings = (const char *const *) headings->pdata;
  table->goes_on = table->goes_on && table->func (&unit, table->user_data);
}

/* The rows below the rule: a line whose first column is empty goes on with the row before it. */
static guint
read_rows (TextTable *table, char *const *lines, guint line)
{
  for (; lines[line] != NULL && lines[line][0] != '\0'; line++)
    {
      g_autoptr (GPtrArray) row = new_row (table);

      add_line (table, lines[line], row);
      if (((GString *) row->pdata[0])->len > 0 || table->row == NULL)
        {
          if (table->row != NULL)
            tell_row (table, table->row);
          g_clear_pointer (&table->row, g_ptr_array_unref);
          table->row = g_steal_pointer (&row);
        }
      else
        add_line (table, lines[line], table->row);
    }
  if (table->row != NULL)
    tell_row (table, table->row);
  g_clear_pointer (&table->row, g_ptr_array_unref);
  return line;
}

/* The table whose rule is the line @rule and whose headings begin at @first. Returns: where it
 * ends. */
static guint
read_table (char *const *lines, guint first, guint rule, GArray *begins, FoiReadFunc func,
            gpointer user_data, gboolean *goes_on)
{
  TextTable table = { .func = func, .user_data = user_data, .begins = begins, .goes_on = TRUE };
  guint end;

  table.headings = new_row (&table);
  for (guint i = first; i < rule; i++)
    add_line (&table, lines[i], table.headings);
  tell_row (&table, table.headings);
  end = read_rows (&table, lines, rule + 1);
  g_ptr_array_unref (table.headings);
  *goes_on = table.goes_on;
  return end;
}

static gboolean
tell_paragraph (GString *paragraph, guint line, FoiReadFunc func, gpointer user_data)
{
  const FoiReadUnit unit = { .kind = FOI_READ_LINE, .number = line, .text = paragraph->str };
  gboolean goes_on = paragraph->len == 0 || func (&unit, user_data);

  g_string_truncate (paragraph, 0);
  return goes_on;
}

/**
 * foi_file_read_text:
 * @bytes: a letter or a list as plain text
 * @func: called for each paragraph, and each row of a table
 * @user_data: for @func
 * @error: %FOI_ERROR_SYNTAX
 *
 * Returns: whether all was read, or @func had enough.
 */
gboolean
foi_file_read_text (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error)
{
  g_autofree char *text = dup_text (bytes, error);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  gboolean goes_on = TRUE;
  guint first = 0;

  if (text == NULL)
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && goes_on; i++)
    {
      g_autoptr (GArray) begins = read_rule (lines[i]);

      if (begins != NULL)
        {
          g_string_truncate (paragraph, 0);
          i = read_table (lines, first, i, begins, func, user_data, &goes_on);
          first = i + 1;
          if (lines[i] == NULL)
            break;
          continue;
        }
      if (lines[i][0] == '\0')
        {
          goes_on = tell_paragraph (paragraph, first + 1, func, user_data);
          first = i + 1;
          continue;
        }
      g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? "\n" : "", lines[i]);
    }
  if (goes_on)
    tell_paragraph (paragraph, first + 1, func, user_data);
  return TRUE;
}

/* ---- JSON ---- */

typedef struct
{
  FoiReadFunc func;
  gpointer    user_data;
  GString    *path;
} JsonReading;

static gboolean
tell_string (JsonReading *self, const char *text)
{
  const FoiReadUnit unit = { .kind = FOI_READ_MEMBER, .text = text, .path = self->path->str };

  return self->func (&unit, self->user_data);
}

static gboolean
read_node (JsonReading *self, JsonNode *node)
{
  const gsize length = self->path->len;
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (foi_json_is_string (node))
    return tell_string (self, json_node_get_string (node));
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      foi_json_path_append_index (self->path, i);
      if (!read_node (self, foi_json_get_element (node, i)))
        return FALSE;
      g_string_truncate (self->path, length);
    }
  if (!foi_json_is_object (node))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &member))
    {
      foi_json_path_append_key (self->path, key);
      if (!tell_string (self, key) || !read_node (self, member))
        return FALSE;
      g_string_truncate (self->path, length);
    }
  return TRUE;
}

/**
 * foi_file_read_json:
 * @bytes: a JSON document
 * @func: called for each string in it, names of members too
 * @user_data: for @func
 * @error: as from foi_json_document_read()
 *
 * Returns: whether all was read, or @func had enough.
 */
gboolean
foi_file_read_json (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GString) path = g_string_new ("$");
  JsonReading reading = { func, user_data, path };
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, FALSE, NULL, error);

  if (document == NULL)
    return FALSE;
  read_node (&reading, foi_json_document_get_root (document));
  return TRUE;
}
