/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cli-json.h"

/**
 * foi_cli_json_add_text:
 * @key: a key
 * @text: (nullable): its text
 *
 * Adds a text; null where there is none.
 */
void
foi_cli_json_add_text (FoiJsonWriter *json, const char *key, const char *text)
{
  if (text != NULL && text[0] != '\0')
    foi_json_writer_add_string (json, key, text);
  else
    foi_json_writer_add_null (json, key);
}

/**
 * foi_cli_json_add_date:
 * @key: a key
 * @date: a day, or none
 *
 * Adds a day as `2024-11-27`; null where there is none.
 */
void
foi_cli_json_add_date (FoiJsonWriter *json, const char *key, FoiDate date)
{
  g_autofree char *iso = date != FOI_DATE_NONE ? foi_date_to_iso (date) : NULL;

  foi_cli_json_add_text (json, key, iso);
}
