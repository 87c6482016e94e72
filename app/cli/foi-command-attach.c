/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-attachment-files.h"
#include "foi-case-attachments.h"
#include "foi-checks.h"
#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-edit.h"
#include "foi-error.h"
#include "foi-hidden-output.h"
#include "foi-json-edit.h"
#include "foi-pdf-inspect.h"

#define NAME "attach"

typedef struct
{
  char    *format, *name, *question;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->name);
  g_free (options->question);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Has a file go with the letter; @entry is set once there is a copy of it. Returns: (nullable) what
 * was found in it. */
static FoiAttachmentLook *
attach (const Options *options, FoiCaseEditor *editor, const char *folder, const char *path,
        JsonNode **entry, gboolean *is_new, GError **error)
{
  FoiCaseState *state = foi_case_get_state (foi_case_editor_get_case (editor));
  g_autoptr (GFile) source = g_file_new_for_commandline_arg (path);
  g_autoptr (JsonNode) made = foi_attachment_add (state, folder, source, options->name,
                                                  foi_pdf_inspect, is_new, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (made == NULL)
    return NULL;
  *entry = options->question != NULL
             ? foi_json_set_string (made, "question", options->question, NULL)
             : json_node_ref (made);
  bytes = foi_attachment_read (folder, *entry, error);
  if (bytes == NULL || !foi_case_editor_attach (editor, *entry, error))
    return NULL;
  return foi_attachment_inspect (foi_attachment_get_file (*entry), bytes, foi_pdf_inspect, NULL,
                                 error);
}

static int
say (const Options *options, FoiCaseState *state, JsonNode *entry, FoiAttachmentLook *look)
{
  g_autofree char *unaudited = foi_checks_dup_stop (state, entry, look, FOI_CHECK_UNAUDITED);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FoiHidden) none = foi_hidden_new ();
  FoiHidden *hidden = look->hidden != NULL ? look->hidden : none;
  const char *name = foi_json_get_string (entry, "name", "");
  FoiJsonWriter json;

  if (options->json)
    {
      foi_json_writer_init (&json, text, 0);
      foi_json_writer_begin_object (&json, NULL);
      foi_json_writer_add_string (&json, "name", name);
      foi_json_writer_add_string (&json, "file", foi_attachment_get_file (entry));
      foi_json_writer_add_integer (&json, "size", foi_json_get_integer (entry, "size", 0));
      foi_json_writer_add_string (&json, "sha256", foi_json_get_string (entry, "sha256", ""));
      foi_json_writer_add_boolean (&json, "looked_through", look->hidden != NULL);
      foi_json_writer_add_boolean (&json, "not_audited", unaudited != NULL);
      foi_hidden_to_json (hidden, &json);
      foi_json_writer_end_object (&json);
      g_string_append_c (text, '\n');
    }
  else
    {
      g_string_append_printf (text, _("“%s” goes with the letter.\n"), name);
      if (look->hidden == NULL)
        g_string_append (text, _("The program cannot look through it: do so yourself.\n"));
      foi_hidden_to_text (hidden, text);
      if (unaudited != NULL)
        g_string_append_printf (text, "%s\n", unaudited);
    }
  return foi_cli_print (text->str, text->len,
                        look->hidden == NULL || foi_hidden_get_length (hidden) > 0
                            || unaudited != NULL
                          ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

static int
run (Options *options, const char *file, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_auto (FoiEdit) edit = FOI_EDIT_NONE;
  g_autoptr (JsonNode) entry = NULL;
  g_autoptr (FoiAttachmentLook) look = NULL;
  g_autofree char *folder = foi_attachments_dup_folder (file);
  gboolean is_new = FALSE;

  if (!foi_edit_begin (&edit, file, FALSE))
    return FOI_EXIT_NOT_DONE;
  if (options->question != NULL)
    {
      const char *id = foi_cli_find_question (foi_case_state_get_node (edit.before, "questions"),
                                              options->question);

      if (id == NULL)
        return foi_cli_fail (file, _("There is no “%s” in this case"), options->question);
      g_free (options->question);
      options->question = g_strdup (id);
    }
  look = attach (options, edit.editor, folder, path, &entry, &is_new, &error);
  if (look != NULL && foi_edit_save (&edit, &error))
    return say (options, foi_edit_get_state (&edit), entry, look);
  if (entry != NULL && is_new)
    foi_attachment_take_back (folder, entry);
  return foi_cli_fail (look == NULL ? path : file, "%s", error->message);
}

/**
 * foi_cli_run_attach:
 *
 * `foi attach CASE FILE`: has a file go with the letter.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_attach (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, N_("What the letter calls it"), "NAME" },
    { "question", 0, 0, G_OPTION_ARG_FILENAME, &options.question,
      N_("The question that it answers, by its id or number"), "QUESTION" },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, options.format, &options.json))
    return FOI_EXIT_NOT_DONE;
  if (options.name != NULL && !foi_cli_parse_text (NAME, "--name", options.name))
    return FOI_EXIT_NOT_DONE;
  if (argc != 3)
    return foi_cli_fail (NAME, _("name a case and a file (try: foi help %s)"), NAME);
  return run (&options, argv[1], argv[2]);
}
