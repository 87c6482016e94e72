/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-new.h"
#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-json-writer.h"
#include "foi-rules.h"

#define NAME "new"

typedef struct
{
  char    *format;
  char    *reference;
  char    *subject;
  char    *received;
  char    *regime;
  char    *output;
  gboolean force;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->reference);
  g_free (options->subject);
  g_free (options->received);
  g_free (options->regime);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (const Options *options)
{
  const char *const *regimes = foi_rules_get_regimes (foi_rules_get_default ());

  if (!foi_cli_parse_text (NAME, "--reference", options->reference)
      || !foi_cli_parse_text (NAME, "--subject", options->subject)
      || !foi_cli_parse_day (NAME, "--received", options->received))
    return FALSE;
  if (options->regime != NULL && !g_strv_contains (regimes, options->regime))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) regimes);

      foi_cli_fail (NAME, _("--regime is one of %s, not “%s”"), known, options->regime);
      return FALSE;
    }
  if (options->output == NULL)
    {
      foi_cli_fail (NAME, _("%s is missing (try: foi help %s)"), "-o", NAME);
      return FALSE;
    }
  return TRUE;
}

/* What was made, for programs. A case on standard output is the result itself. */
static int
say_done (const Options *options, const char *revision, gboolean as_json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = g_filename_display_name (options->output);
  FoiJsonWriter json;

  if (!as_json || strcmp (options->output, FOI_CLI_STREAM) == 0)
    return FOI_EXIT_DONE;
  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "file", shown);
  foi_json_writer_add_string (&json, "reference", options->reference);
  foi_json_writer_add_string (&json, "revision", revision);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

static int
make_case (const Options *options, gboolean as_json)
{
  g_autofree char *created = foi_clock_now ();
  g_autofree char *revision = foi_clock_token ();
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  FoiNewCase facts = {
    .reference = options->reference,
    .subject = options->subject,
    .regime = options->regime != NULL ? options->regime : "foia",
    .received = options->received,
    .created = created,
    .revision = revision,
  };

  state = foi_case_state_new_case (&facts, &error);
  if (state == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  bytes = foi_case_file_write (state, &error);
  if (bytes == NULL || !foi_cli_write (options->output, bytes, NULL, options->force, &error))
    return foi_cli_fail (options->output, "%s", error->message);
  return say_done (options, revision, as_json);
}

/**
 * foi_cli_run_new:
 *
 * `foi new`: writes a case that holds a reference and a subject, and nothing else yet.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_new (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &options.reference,
      N_("The reference by which the authority knows the request"), "REFERENCE" },
    { "subject", 0, 0, G_OPTION_ARG_FILENAME, &options.subject,
      N_("What the request is about, in a few words"), "SUBJECT" },
    { "received", 0, 0, G_OPTION_ARG_FILENAME, &options.received,
      N_("The day on which the request was received"), "DAY" },
    { "regime", 0, 0, G_OPTION_ARG_FILENAME, &options.regime,
      N_("foia (the default), eir, foisa or eisr"), "REGIME" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Where to write; - is standard output"), "FILE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force,
      N_("Write over a file that is there already"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, options.format, &json) || !check_options (&options))
    return FOI_EXIT_NOT_DONE;
  if (argc > 1)
    return foi_cli_fail (NAME, _("“%s” is one argument too many"), argv[1]);
  return make_case (&options, json);
}
