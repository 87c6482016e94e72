/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cli.h"
#include "foi-clock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foi-clean-text.h"
#include "foi-date.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-past-day.h"
#include "foi-regular-file.h"

/* ---- messages ---- */

/**
 * foi_cli_dup_line:
 * @text: UTF-8 from a case, or a file's name for display
 *
 * A case comes from somewhere: a title must not be able to write over what stands above it.
 *
 * Returns: (transfer full): @text as a piece of one line that does nothing to a terminal.
 */
char *
foi_cli_dup_line (const char *text)
{
  return foi_clean_line (text);
}

/**
 * foi_cli_warn:
 * @place: a file or a command
 * @reason: what is to be said of it
 *
 * Writes one line to standard error, whatever is in the words.
 */
void
foi_cli_warn (const char *place, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (place);
  g_autofree char *plain_reason = g_utf8_make_valid (reason, -1);
  g_autofree char *message = g_strdup_printf ("foi: %s: %s", shown, plain_reason);
  g_autofree char *line = foi_cli_dup_line (message);

  fprintf (stderr, "%s\n", line);
}

/**
 * foi_cli_fail:
 * @place: a file or a command
 * @format: why nothing was done
 *
 * Returns: %FOI_EXIT_NOT_DONE, having said so.
 */
int
foi_cli_fail (const char *place, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  foi_cli_warn (place, reason);
  return FOI_EXIT_NOT_DONE;
}

/**
 * foi_cli_fail_with_errors:
 * @file: a case that cannot be read
 * @faults: (nullable) (element-type FoiFault): what is wrong in it
 * @error: why it cannot be read
 *
 * Writes a line for each fault, as "FILE:LINE:COLUMN: PATH: REASON".
 *
 * Returns: %FOI_EXIT_NOT_DONE.
 */
int
foi_cli_fail_with_errors (const char *file, GPtrArray *faults, const GError *error)
{
  if (faults == NULL)
    return foi_cli_fail (file, "%s", error->message);
  for (guint i = 0; i < faults->len; i++)
    {
      const FoiFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *place = g_strdup_printf ("%s:%u:%u", file, fault->line, fault->column);
      g_autofree char *reason = g_strdup_printf ("%s: %s", fault->path, fault->message);

      foi_cli_warn (place, reason);
    }
  return FOI_EXIT_NOT_DONE;
}

/**
 * foi_cli_print:
 * @text: results, UTF-8 whatever the locale
 * @length: bytes in @text
 * @exit_status: what the program is about to say
 *
 * Writes to standard output. Results that nobody got are not done.
 *
 * Returns: @exit_status, or %FOI_EXIT_NOT_DONE.
 */
int
foi_cli_print (const char *text, gsize length, int exit_status)
{
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return exit_status;
  return foi_cli_fail (_("standard output"), "%s", g_strerror (errno));
}

/* ---- arguments ---- */

static gboolean
take_status (int *exit_status, int status)
{
  *exit_status = status;
  return FALSE;
}

/**
 * foi_cli_parse:
 * @name: the command
 * @entries: (array zero-terminated=1): its options
 * @argc: (inout): how many arguments; then, how many that are no options
 * @argv: (inout): the arguments
 * @exit_status: (out): what to end with when %FALSE is returned
 *
 * Reads the options of a command. Its help is printed here, bad usage said here.
 *
 * Returns: whether to go on.
 */
gboolean
foi_cli_parse (const char *name, GOptionEntry *entries, int *argc, char ***argv, int *exit_status)
{
  const FoiCommand *command = foi_cli_find_command (name);
  g_autofree char *program = g_strdup_printf ("foi %s", command->name);
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Say how the command is used"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    /* Translators: the first %s says what is wrong with the arguments. */
    return take_status (exit_status, foi_cli_fail (name, _("%s (try: foi help %s)"),
                                                   error->message, name));
  if (help)
    {
      g_autofree char *text = NULL;

      g_set_prgname (program);
      text = g_option_context_get_help (context, TRUE, NULL);
      return take_status (exit_status, foi_cli_print (text, strlen (text), FOI_EXIT_DONE));
    }
  return TRUE;
}

/**
 * foi_cli_parse_format:
 * @name: the command
 * @format: (nullable): what was given
 * @json: (out): whether it is JSON
 *
 * Returns: whether it is a format; it was said if not.
 */
gboolean
foi_cli_parse_format (const char *name, const char *format, gboolean *json)
{
  *json = g_strcmp0 (format, "json") == 0;
  if (format == NULL || *json || strcmp (format, "text") == 0)
    return TRUE;
  foi_cli_fail (name, _("--format is text or json, not “%s”"), format);
  return FALSE;
}

/**
 * foi_cli_parse_day:
 * @name: the command
 * @option: "--date"
 * @day: (nullable): what was given
 *
 * Returns: whether it is a day that exists, or none; it was said if not.
 */
gboolean
foi_cli_parse_day (const char *name, const char *option, const char *day)
{
  if (day == NULL || foi_date_from_iso (day) != FOI_DATE_NONE)
    return TRUE;
  foi_cli_fail (name, _("%s: “%s” is not a day that exists; a day is written like 2024-11-27"),
                option, day);
  return FALSE;
}

/**
 * foi_cli_parse_past_day:
 * @name: the command
 * @option: "--date"
 * @day: (nullable): what was given, on which something is to have happened
 *
 * Returns: whether it is a day that exists and is not yet to come, or none; it was said if not.
 */
gboolean
foi_cli_parse_past_day (const char *name, const char *option, const char *day)
{
  g_autofree char *problem = NULL;

  if (day == NULL)
    return TRUE;
  if (!foi_cli_parse_day (name, option, day))
    return FALSE;
  problem = foi_past_day_dup_problem (foi_date_from_iso (day), foi_clock_today ());
  if (problem != NULL)
    foi_cli_fail (name, "%s: %s", option, problem);
  return problem == NULL;
}

/**
 * foi_cli_read_number:
 * @text: (nullable): what was given
 * @least: the least that it can be
 * @most: the most
 * @number: (inout): what it is; as it was where nothing was given
 *
 * Takes digits, and no other notation: in "010" or "0x10" people and C see other numbers.
 *
 * Returns: whether it is such a number, or none.
 */
gboolean
foi_cli_read_number (const char *text, int least, int most, int *number)
{
  guint64 value;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, (guint64) least, (guint64) most, &value, NULL)
      || (text[0] == '0' && text[1] != '\0'))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

/**
 * foi_cli_parse_number:
 * @name: the command
 * @option: "--days"
 * @text: (nullable): what was given
 * @least: the least that it can be
 * @most: the most
 * @number: (inout): what it is; as it was where nothing was given
 *
 * Takes a number as foi_cli_read_number() does.
 *
 * Returns: whether it is such a number, or none; it was said if not.
 */
gboolean
foi_cli_parse_number (const char *name, const char *option, const char *text, int least, int most,
                      int *number)
{
  if (foi_cli_read_number (text, least, most, number))
    return TRUE;
  foi_cli_fail (name, _("%s: “%s” is not a whole number from %d to %d"), option, text, least, most);
  return FALSE;
}

/**
 * foi_cli_parse_text:
 * @name: the command
 * @option: "--subject"
 * @text: (nullable): what was given
 *
 * Returns: whether there is some text, on one line; it was said if not.
 */
gboolean
foi_cli_parse_text (const char *name, const char *option, const char *text)
{
  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    foi_cli_fail (name, _("%s is missing (try: foi help %s)"), option, name);
  else if (!g_utf8_validate (text, -1, NULL))
    foi_cli_fail (name, _("%s is not UTF-8 text"), option);
  else if (strpbrk (text, "\r\n") != NULL)
    foi_cli_fail (name, _("%s must be one line"), option);
  else
    return TRUE;
  return FALSE;
}

/**
 * foi_cli_find_question:
 * @questions: (nullable): the questions of a case
 * @name: what somebody calls one
 *
 * Returns: (nullable): the id of the question, or part of one, of that id or number.
 */
const char *
foi_cli_find_question (JsonNode *questions, const char *name)
{
  const char *found = NULL;

  for (guint i = 0; found == NULL && i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      const char *id = foi_json_get_string (question, "id", "");

      if (g_str_equal (id, name)
          || g_str_equal (foi_json_get_string (question, "number", ""), name))
        return id;
      found = foi_cli_find_question (foi_json_get_member (question, "parts"), name);
    }
  return found;
}

/**
 * foi_cli_list_questions:
 * @names: (nullable) (array zero-terminated=1): what somebody calls questions, or parts of some
 * @state: a case
 * @error: %FOI_ERROR_NOT_FOUND where the case has no question of that name
 *
 * Returns: (transfer container) (nullable) (element-type utf8): the ids of those named by id or
 *   number; of all questions, where @names is %NULL. The case owns them.
 */
GPtrArray *
foi_cli_list_questions (char **names, FoiCaseState *state, GError **error)
{
  JsonNode *questions = foi_case_state_get_node (state, "questions");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; names == NULL && i < foi_json_get_n_elements (questions); i++)
    g_ptr_array_add (ids, (gpointer) foi_json_get_string (foi_json_get_element (questions, i),
                                                          "id", ""));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *id = foi_cli_find_question (questions, names[i]);

      if (id == NULL)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                       names[i]);
          return NULL;
        }
      g_ptr_array_add (ids, (gpointer) id);
    }
  return g_steal_pointer (&ids);
}

/* ---- files ---- */

/**
 * foi_cli_load:
 * @file: a case, or "-"
 * @faults: (out) (optional) (nullable): as from foi_case_file_load()
 * @error: as from foi_case_file_load()
 *
 * Returns: (transfer full) (nullable): the case.
 */
FoiCaseState *
foi_cli_load (const char *file, GPtrArray **faults, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (file, FOI_CLI_STREAM) != 0)
    return foi_case_file_load (file, faults, NULL, NULL, NULL, error);
  stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  bytes = foi_case_file_read_bytes (stream, NULL, error);
  return bytes != NULL ? foi_case_file_parse (bytes, faults, NULL, NULL, NULL, error) : NULL;
}

/**
 * foi_cli_read_bytes:
 * @file: a file, or "-"
 * @error: as from foi_case_file_read_bytes()
 *
 * Returns: (transfer full) (nullable): all of it.
 */
GBytes *
foi_cli_read_bytes (const char *file, GError **error)
{
  g_autoptr (GFile) named = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (strcmp (file, FOI_CLI_STREAM) == 0)
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      named = g_file_new_for_commandline_arg (file);
      stream = G_INPUT_STREAM (foi_regular_file_read (named, NULL, error));
    }
  return stream != NULL ? foi_case_file_read_bytes (stream, NULL, error) : NULL;
}

static gboolean
write_stream (int fd, gboolean close_fd, GBytes *bytes, GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (fd, close_fd);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return g_output_stream_write_all (stream, data, length, NULL, NULL, error)
         && g_output_stream_close (stream, NULL, error);
}

/* A device or a pipe: nothing is overwritten there. */
static gboolean
write_device (const char *file, GBytes *bytes, GError **error)
{
  int fd = g_open (file, O_WRONLY | O_CLOEXEC, 0);

  if (fd >= 0)
    return write_stream (fd, TRUE, bytes, error);
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/* Whether the file at @file may be replaced. */
static gboolean
may_replace (const char *file, const GStatBuf *info, const char *source, gboolean force,
             GError **error)
{
  GStatBuf other;

  if (source != NULL && g_stat (source, &other) == 0 && other.st_dev == info->st_dev
      && other.st_ino == info->st_ino)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                         _("this is the case itself, which would be lost"));
  else if (S_ISDIR (info->st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("this is a folder"));
  else if (!force)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                         _("there is a file of this name already; --force replaces it"));
  else
    return TRUE;
  return FALSE;
}

/**
 * foi_cli_write:
 * @file: where to; "-" for standard output
 * @bytes: what
 * @source: (nullable): the case that it was made from, which is never replaced
 * @force: whether a file that is there may be replaced
 * @error: why it was not; what was there is then as it was
 *
 * Returns: whether it was written.
 */
gboolean
foi_cli_write (const char *file, GBytes *bytes, const char *source, gboolean force, GError **error)
{
  GStatBuf info;

  if (strcmp (file, FOI_CLI_STREAM) == 0)
    return write_stream (STDOUT_FILENO, FALSE, bytes, error);
  if (g_stat (file, &info) == 0 || g_lstat (file, &info) == 0)
    {
      gboolean is_device = S_ISCHR (info.st_mode) || S_ISFIFO (info.st_mode);

      if (is_device)
        return write_device (file, bytes, error);
      if (!may_replace (file, &info, source, force, error))
        return FALSE;
    }
  return foi_durable_write_path (file, bytes, FOI_DURABLE_MODE, error);
}
