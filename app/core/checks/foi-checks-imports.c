/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-table-data.h"

/* What stands in an imported file and is not in the case, for nobody knows what it means. */

/* Whether the cell of a note still is what it was when the file was read. A note without a row is
 * of one that could not be added at all. */
static gboolean
is_unread (FoiTableData *table, JsonNode *note)
{
  JsonNode *key = foi_json_get_member (note, "row");
  int column = foi_table_data_find_column (table, foi_json_get_string (note, "field", ""));
  g_autofree char *now = NULL;
  guint position;

  if (column < 0)
    return FALSE;
  if (key == NULL)
    return TRUE;
  if (!foi_table_data_find_row (table, key, &position))
    return FALSE;
  now = foi_column_format_plain (foi_table_data_get_column (table, (guint) column),
                                 foi_table_data_get_cell (table, position, (guint) column));
  return g_str_equal (now, foi_json_get_string (note, "kept", ""));
}

/* Takes a cell into what is accepted: where it is, what stands in the file, of which import. */
static void
add_seen (GChecksum *seen, JsonNode *note)
{
  static const char *const members[] = { "field", "unread", "date" };
  JsonNode *row = foi_json_get_member (note, "row");
  g_autofree char *key = row != NULL ? json_to_string (row, FALSE) : g_strdup ("");

  g_checksum_update (seen, (const guchar *) key, (gssize) strlen (key) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = foi_json_get_string (note, members[i], "");

      g_checksum_update (seen, (const guchar *) text, (gssize) strlen (text) + 1);
    }
}

static void
check_table (FoiCheck *self, FoiTableData *table, JsonNode *notes)
{
  const char *name = foi_table_data_get_name (table);
  const char *first = NULL;
  g_autofree char *message = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GChecksum) seen = g_checksum_new (G_CHECKSUM_SHA256);
  FoiFinding *finding;
  guint n = 0;

  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      JsonNode *note = foi_json_get_element (notes, i);
      const char *unread = foi_json_is_object (note) ? foi_json_get_string (note, "unread", NULL)
                                                     : NULL;

      if (unread == NULL || g_strcmp0 (foi_json_get_string (note, "table", NULL), name) != 0
          || !is_unread (table, note))
        continue;
      if (n++ == 0)
        first = unread;
      add_seen (seen, note);
    }
  if (n == 0)
    return;
  place = g_strdup_printf ("tables/%s", name);
  /* Translators: the title of a table, a number of cells, what stands in the first of them. */
  message = g_strdup_printf (ngettext ("“%s”: %u cell of the file that was imported could not be "
                                       "read: “%s”.",
                                       "“%s”: %u cells of the file that was imported could not be "
                                       "read, the first of them “%s”.",
                                       n),
                             foi_table_data_get_title (table), n, first);
  finding = _foi_check_add (self, self->regime, place, message,
                            _("Type what is meant into these cells. Where nothing is to stand "
                              "there, accept this with the reason, which holds for these cells "
                              "alone: what a later import leaves unread is found again."));
  _foi_check_accept_as (self, finding, g_checksum_get_string (seen));
}

/* _foi_check_unread: nothing of a file is left out of the answer without being seen. */
void
_foi_check_unread (FoiCheck *self)
{
  JsonNode *notes = foi_case_state_get_node (self->state, "internal/notes");
  GPtrArray *tables = foi_case_state_get_tables (self->state);

  for (guint i = 0; foi_json_get_n_elements (notes) > 0 && i < tables->len; i++)
    check_table (self, tables->pdata[i], notes);
}
