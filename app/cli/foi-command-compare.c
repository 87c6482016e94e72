/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-case-compare.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-commands.h"
#include "foi-json-writer.h"

#define NAME "compare"

static void
compare_as_json (GString *text, GPtrArray *differences)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_begin_array (&json, "differences");
  for (guint i = 0; i < differences->len; i++)
    {
      const FoiCaseDifference *difference = g_ptr_array_index (differences, i);

      foi_json_writer_begin_object (&json, NULL);
      foi_json_writer_add_string (&json, "place", difference->place);
      foi_json_writer_add_string (&json, "words", difference->words);
      foi_cli_json_add_text (&json, "first", difference->first);
      foi_cli_json_add_text (&json, "second", difference->second);
      foi_json_writer_end_object (&json);
    }
  foi_json_writer_end_array (&json);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

static void
append_value (GString *text, const char *sign, const char *value)
{
  g_autofree char *line = foi_cli_dup_line (value != NULL ? value : _("not there"));

  g_string_append_printf (text, "  %s %s\n", sign, line);
}

static void
compare_as_text (GString *text, GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const FoiCaseDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *words = foi_cli_dup_line (difference->words);

      g_string_append_printf (text, "%s\n", words);
      append_value (text, "1", difference->first);
      append_value (text, "2", difference->second);
    }
  if (differences->len == 0)
    g_string_append (text, _("The two cases say the same.\n"));
}

static int
compare (const char *first, const char *second, gboolean json)
{
  const char *files[] = { first, second };
  g_autoptr (FoiCaseState) state = NULL, other = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;
      FoiCaseState *read = foi_cli_load (files[i], &faults, &error);

      if (read == NULL)
        return foi_cli_fail_with_errors (files[i], faults, error);
      if (i == 0)
        state = read;
      else
        other = read;
    }
  differences = foi_case_compare (state, other);
  if (json)
    compare_as_json (text, differences);
  else
    compare_as_text (text, differences);
  return foi_cli_print (text->str, text->len,
                        differences->len > 0 ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

/**
 * foi_cli_run_compare:
 *
 * `foi compare CASE CASE`: says in what two files of one case differ.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_compare (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json))
    return FOI_EXIT_NOT_DONE;
  if (argc != 3)
    return foi_cli_fail (NAME, _("name two cases (try: foi help %s)"), NAME);
  return compare (argv[1], argv[2], json);
}
