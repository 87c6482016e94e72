/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-file.h"

G_BEGIN_DECLS

/* What the program says with its exit status. */
enum
{
  FOI_EXIT_DONE     = 0,
  FOI_EXIT_FINDINGS = 1,
  FOI_EXIT_NOT_DONE = 2,
};

/* One command: @arguments and @summary are for its help. */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int       (*run) (int argc, char *argv[]);
} FoiCommand;

/* "-": standard input, or standard output. */
#define FOI_CLI_STREAM "-"

/* Every command's own. */
#define FOI_CLI_FORMAT_ENTRY(format) \
  { "format", 0, 0, G_OPTION_ARG_FILENAME, format, N_("How results are printed: text or json"), \
    "FORMAT" }

const FoiCommand *foi_cli_find_command (const char *name);

gboolean foi_cli_parse (const char *name, GOptionEntry *entries, int *argc, char ***argv,
                        int *exit_status);
gboolean foi_cli_parse_format (const char *name, const char *format, gboolean *json);
gboolean foi_cli_parse_day (const char *name, const char *option, const char *day);
gboolean foi_cli_parse_past_day (const char *name, const char *option, const char *day);
gboolean foi_cli_read_number (const char *text, int least, int most, int *number);
gboolean foi_cli_parse_number (const char *name, const char *option, const char *text, int least,
                               int most, int *number);
gboolean foi_cli_parse_text (const char *name, const char *option, const char *text);

const char *foi_cli_find_question (JsonNode *questions, const char *name);
GPtrArray  *foi_cli_list_questions (char **names, FoiCaseState *state, GError **error);
char *foi_cli_dup_line (const char *text);
int  foi_cli_fail (const char *place, const char *format, ...) G_GNUC_PRINTF (2, 3);
int  foi_cli_fail_with_errors (const char *file, GPtrArray *faults, const GError *error);
void foi_cli_warn (const char *place, const char *reason);
int  foi_cli_print (const char *text, gsize length, int exit_status);

FoiCaseState *foi_cli_load (const char *file, GPtrArray **faults, GError **error);
GBytes       *foi_cli_read_bytes (const char *file, GError **error);
gboolean      foi_cli_write (const char *file, GBytes *bytes, const char *source, gboolean force,
                             GError **error);

G_END_DECLS
