/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-placeholder-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-table.h"

static char *
describe_table (FoiDocument *document, const char *name, gboolean is_chart)
{
  FoiTable *table = foi_case_find_table (foi_document_get_case (document), name);
  const char *title = table != NULL ? foi_table_get_title (table) : NULL;

  if (table == NULL)
    return NULL;
  if (title == NULL || title[0] == '\0')
    title = name;
  if (is_chart)
    /* Translators: what stands in a letter at this place; %s is a table's title. */
    return g_strdup_printf (_("The chart of “%s”"), title);
  /* Translators: what stands in a letter at this place; %s is a table's title. */
  return g_strdup_printf (_("The table “%s”"), title);
}

static char *
describe_question (FoiDocument *document, const char *id)
{
  FoiQuestion *question = foi_case_find_question (foi_document_get_case (document), id);

  if (question == NULL)
    return NULL;
  return g_strdup_printf (_("Question %s · %s"), foi_question_get_number (question),
                          foi_question_get_label (question));
}

/* @address is TABLE/ROW/FIELD; slashes may stand in a row's key (2016/17). */
static char *
describe_value (FoiDocument *document, const char *address)
{
  const char *first = strchr (address, '/');
  const char *last = strrchr (address, '/');
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  g_autoptr (FoiPublication) publication = NULL;
  FoiTable *table;
  guint row, column;

  if (first == NULL || first == last)
    return NULL;
  name = g_strndup (address, (gsize) (first - address));
  key = g_strndup (first + 1, (gsize) (last - first - 1));
  table = foi_case_find_table (foi_document_get_case (document), name);
  if (table == NULL)
    return NULL;
  publication = foi_publication_new (foi_table_get_data (table));
  if (!foi_publication_find_cell (publication, key, last + 1, &row, &column))
    return NULL;
  value = foi_publication_format (publication, row, column);
  /* Translators: a figure, its row, its column, and the title of its table. */
  return g_strdup_printf (_("%s, which follows the table: %s, %s, in “%s”"), value, key,
                          foi_column_get_title (foi_publication_get_column (publication, column)),
                          foi_publication_get_title (publication));
}

/**
 * foi_placeholder_describe:
 * @placeholder: "{{table:mash-calls}}"
 * @known: (out): whether the case has what it stands for
 *
 * Returns: (transfer full): what the letter says at this place, in words.
 */
char *
foi_placeholder_describe (FoiDocument *document, const char *placeholder, gboolean *known)
{
  g_autofree char *inner = NULL;
  g_auto (GStrv) pair = NULL;
  char *words = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (strlen (placeholder) >= 4, NULL);

  inner = g_strndup (placeholder + 2, strlen (placeholder) - 4);
  pair = g_strsplit (g_strstrip (inner), ":", 2);
  if (pair[0] == NULL || pair[1] == NULL)
    words = NULL;
  else if (g_str_equal (pair[0], "table"))
    words = describe_table (document, pair[1], FALSE);
  else if (g_str_equal (pair[0], "chart"))
    words = describe_table (document, pair[1], TRUE);
  else if (g_str_equal (pair[0], "question"))
    words = describe_question (document, pair[1]);
  else if (g_str_equal (pair[0], "value"))
    words = describe_value (document, pair[1]);
  *known = words != NULL;
  return words != NULL ? words : g_strdup (_("The case has nothing of this name"));
}
