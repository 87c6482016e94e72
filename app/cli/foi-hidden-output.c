/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-hidden-output.h"

#include <glib/gi18n.h>

#include "foi-cli.h"

/**
 * foi_hidden_to_json:
 * @hidden: what was found in a file
 * @json: gets it, as the member "findings"
 *
 * Says it to programs.
 */
void
foi_hidden_to_json (FoiHidden *hidden, FoiJsonWriter *json)
{
  foi_json_writer_begin_array (json, "findings");
  for (guint i = 0; i < foi_hidden_get_length (hidden); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (hidden, i);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "kind", foi_hidden_kind_get_id (item->kind));
      foi_json_writer_add_string (json, "place", item->place);
      foi_json_writer_add_integer (json, "count", item->count);
      foi_json_writer_add_string (json, "detail", item->detail != NULL ? item->detail : "");
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

/**
 * foi_hidden_to_text:
 * @hidden: what was found in a file
 * @text: gets a line for each place
 *
 * Says it to people.
 */
void
foi_hidden_to_text (FoiHidden *hidden, GString *text)
{
  for (guint i = 0; i < foi_hidden_get_length (hidden); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (hidden, i);
      g_autofree char *place = foi_cli_dup_line (item->place);
      g_autofree char *detail = item->detail != NULL ? foi_cli_dup_line (item->detail) : NULL;

      g_string_append_printf (text, "%s: %s: %u", foi_hidden_kind_get_words (item->kind), place,
                              item->count);
      /* What a property says is a value; whose comments there are is not. */
      if (detail != NULL && item->kind != FOI_HIDDEN_DOCUMENT_PROPERTY)
        g_string_append_printf (text, " (%s)", detail);
      g_string_append_c (text, '\n');
    }
}
