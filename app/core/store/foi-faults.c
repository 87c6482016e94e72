/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-faults.h"

#include <stdio.h>
#include <string.h>

#include "foi-error.h"
#include "foi-json-path.h"
#include "foi-json-writer.h"

/* A longer text is cut in messages, in characters. */
#define MAX_QUOTED 60

/**
 * foi_fault_quote:
 * @text: what stands in a file
 *
 * Returns: (transfer full): @text for a message: in quotes, on one line, and cut when it is long.
 */
char *
foi_fault_quote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (NULL);
  gboolean is_long = g_utf8_strlen (text, -1) > MAX_QUOTED;
  const char *end = is_long ? g_utf8_offset_to_pointer (text, MAX_QUOTED) : text + strlen (text);

  foi_json_write_text (quoted, text, (gsize) (end - text));
  if (is_long)
    g_string_insert (quoted, (gssize) quoted->len - 1, "…");
  return g_strdup (quoted->str);
}

/**
 * foi_fault_new:
 * @line: from 1
 * @column: from 1, in characters
 * @path: where, "$.resources[0].data[4][1]"
 * @message: what is wrong there
 *
 * Returns: (transfer full): the fault.
 */
FoiFault *
foi_fault_new (guint line, guint column, const char *path, const char *message)
{
  FoiFault *self;

  g_return_val_if_fail (path != NULL && message != NULL, NULL);

  self = g_new (FoiFault, 1);
  *self = (FoiFault) { line, column, g_strdup (path), g_strdup (message) };
  /* What was found in the file may be in the message, but a message is one line. */
  for (char *c = self->message; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c))
        *c = ' ';
    }
  return self;
}

/* The ": " that ends a path; an odd key in it stands in quotes, as in $["a: b"]. */
static const char *
find_path_end (const char *path)
{
  gboolean in_key = FALSE;

  for (const char *c = path; *c != '\0'; c++)
    {
      if (in_key && *c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '"')
        in_key = !in_key;
      else if (!in_key && g_str_has_prefix (c, ": "))
        return c;
    }
  return NULL;
}

/**
 * foi_fault_new_for_syntax:
 * @error: what foi_json_document_read() said: "LINE:COLUMN: PATH: reason"
 *
 * Returns: (transfer full): the same with its parts apart; the whole message where it has none.
 */
FoiFault *
foi_fault_new_for_syntax (const GError *error)
{
  g_autofree char *path = NULL;
  const char *start, *end;
  guint line, column;
  int length = 0;

  g_return_val_if_fail (error != NULL, NULL);

  if (sscanf (error->message, "%u:%u: %n", &line, &column, &length) != 2 || length == 0)
    return foi_fault_new (1, 1, "$", error->message);
  start = error->message + length;
  end = find_path_end (start);
  if (end == NULL)
    return foi_fault_new (line, column, "$", start);
  path = g_strndup (start, (gsize) (end - start));
  return foi_fault_new (line, column, path, end + 2);
}

/**
 * foi_faults_new_for_syntax:
 * @error: what foi_json_document_read() said
 *
 * Returns: (transfer full) (nullable) (element-type FoiFault): a list of that one fault; %NULL
 *   where the file is not what is wrong: it could not be read, or reading was cancelled.
 */
GPtrArray *
foi_faults_new_for_syntax (const GError *error)
{
  GPtrArray *list;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != FOI_ERROR)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_fault_free);
  g_ptr_array_add (list, foi_fault_new_for_syntax (error));
  return list;
}

/**
 * foi_fault_free:
 * @fault: (transfer full): a fault
 *
 * Frees it.
 */
void
foi_fault_free (FoiFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->path);
  g_free (fault->message);
  g_free (fault);
}

/**
 * foi_faults_init:
 * @self: uninitialised
 * @document: the document being read; outlives @self
 *
 * Makes an empty list.
 */
void
foi_faults_init (FoiFaults *self, FoiJsonDocument *document)
{
  self->document = document;
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_fault_free);
}

/**
 * foi_faults_clear:
 *
 * Frees the list, unless it was stolen.
 */
void
foi_faults_clear (FoiFaults *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

/**
 * foi_faults_is_full:
 *
 * Returns: whether %FOI_MAX_FAULTS were found: looking for more is in vain.
 */
gboolean
foi_faults_is_full (FoiFaults *self)
{
  return self->list->len >= FOI_MAX_FAULTS;
}

/**
 * foi_faults_add:
 * @node: what is wrong; it is of the document
 * @format: the message, translated
 *
 * Adds a fault at the place of @node.
 */
void
foi_faults_add (FoiFaults *self, JsonNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *path = NULL;
  guint line = 0, column = 0;
  va_list arguments;

  if (foi_faults_is_full (self))
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  path = foi_json_document_get_path (self->document, node);
  if (!foi_json_document_get_place (self->document, node, &line, &column))
    g_return_if_reached ();
  g_ptr_array_add (self->list, foi_fault_new (line, column, path, message));
}

/**
 * foi_faults_add_in_row:
 * @resource: the table's number in `resources`
 * @row: the row's number in `data`
 * @cell: the cell's number in the row, or -1 for the row
 * @offset: where it begins in the file
 * @message: what is wrong, translated
 *
 * Adds a fault in the rows of a table, which have no nodes.
 */
void
foi_faults_add_in_row (FoiFaults *self, guint resource, guint row, int cell, gsize offset,
                       const char *message)
{
  g_autoptr (GString) path = NULL;
  guint line, column;

  if (foi_faults_is_full (self))
    return;
  path = g_string_new (NULL);
  g_string_printf (path, "$.resources[%u].data[%u]", resource, row);
  if (cell >= 0)
    foi_json_path_append_index (path, (guint) cell);
  foi_json_document_offset_to_place (self->document, offset, &line, &column);
  g_ptr_array_add (self->list, foi_fault_new (line, column, path->str, message));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FoiFault *first = *(FoiFault *const *) a;
  const FoiFault *second = *(FoiFault *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return strcmp (first->message, second->message);
}

/**
 * foi_faults_sort:
 *
 * Puts the faults in the order of the file.
 */
void
foi_faults_sort (FoiFaults *self)
{
  g_ptr_array_sort (self->list, compare_places);
}
