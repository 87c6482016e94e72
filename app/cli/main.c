/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-rules.h"

/* In the order of the help. A new command is a line here and a file of its own. */
static const FoiCommand commands[] = {
  { "check", "CASE…", N_("Say whether cases are in the right format"), foi_cli_run_check },
  { "show", "CASE", N_("Say what a case is: its questions, tables and dates"), foi_cli_run_show },
  { "new", "--reference REFERENCE --subject SUBJECT -o FILE", N_("Start a case"),
    foi_cli_run_new },
  { "export", "CASE --to KIND -o FILE", N_("Make a letter, a table or a chart from a case"),
    foi_cli_run_export },
  { "deadline", "--received DAY", N_("Say by when a request must be answered"),
    foi_cli_run_deadline },
  { "audit", "CASE", N_("Say what can be worked out from figures with gaps"),
    foi_cli_run_audit },
  { "protect", "CASE --table NAME --threshold COUNT",
    N_("Suppress small counts, and what would give them away"), foi_cli_run_protect },
  { "calendar", "list|import FILE", N_("List or renew the bank holidays that clocks go by"),
    foi_cli_run_calendar },
  { "import", "FILE --into CASE --name TABLE", N_("Make a table of a spreadsheet"),
    foi_cli_run_import },
  { "list", "FOLDER", N_("List the cases of a folder"), foi_cli_run_list },
  { "event", "CASE --type TYPE", N_("Note what happened to a request"), foi_cli_run_event },
  { "review", "CASE --asked DAY", N_("Begin an internal review, or decide its points"),
    foi_cli_run_review },
  { "stats", "FOLDER --from DAY --to DAY", N_("Count the cases of a folder for the returns"),
    foi_cli_run_stats },
  { "ask", "CASE --question QUESTION --service NAME -o FILE",
    N_("Write to a service for what answers a question, or remind it"), foi_cli_run_ask },
  { "similar", "CASE", N_("Find answers to questions like those of a case"),
    foi_cli_run_similar },
  { "compare", "CASE CASE", N_("Say in what two files of one case differ"),
    foi_cli_run_compare },
  { "approve", "CASE --by NAME", N_("Note who agrees to the answers as they are"),
    foi_cli_run_approve },
  { "attach", "CASE FILE", N_("Have a file go with the letter"), foi_cli_run_attach },
  { "dispose", "FOLDER --older-than AGE", N_("Remove from closed cases what nobody needs any more"),
    foi_cli_run_dispose },
  { "bundle", "CASE --out FOLDER", N_("Make what goes to the regulator of a complaint"),
    foi_cli_run_bundle },
  { "inspect", "FILE", N_("Say what a file hides"), foi_cli_run_inspect },
};

const FoiCommand *
foi_cli_find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i].name, name) == 0)
        return &commands[i];
    }
  return NULL;
}

static int
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, _("Usage: foi COMMAND [OPTION…]\n"));
  g_string_append (text, _("Answers Freedom of Information requests, on the command line.\n\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s %s\n", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "  %-10s %s\n", "help", _("Say how a command is used"));
  g_string_append (text, _("\nfoi help COMMAND says more; so does the manual: man foi\n"));
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

static int
help (int argc, char *argv[])
{
  char *arguments[] = { NULL, (char *) "--help", NULL };
  const FoiCommand *command;

  if (argc < 2)
    return print_help ();
  command = foi_cli_find_command (argv[1]);
  if (command == NULL || argc > 2)
    return foi_cli_fail ("help", _("“%s” is not a command (try: foi help)"),
                         argv[command == NULL ? 1 : 2]);
  arguments[0] = argv[1];
  return command->run (2, arguments);
}

int
main (int argc, char *argv[])
{
  const FoiCommand *command;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FOI_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("foi");

  if (argc < 2)
    return foi_cli_fail (_("usage"), _("foi COMMAND [OPTION…] (try: foi help)"));
  if (strcmp (argv[1], "--version") == 0)
    return foi_cli_print ("foi " FOI_VERSION "\n", strlen ("foi " FOI_VERSION "\n"),
                          FOI_EXIT_DONE);
  if (strcmp (argv[1], "help") == 0)
    return help (argc - 1, argv + 1);
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_help ();
  command = foi_cli_find_command (argv[1]);
  if (command == NULL)
    return foi_cli_fail (argv[1], _("this is not a command (try: foi help)"));
  if (!foi_rules_use_own (&error))
    return foi_cli_fail (_("rules"), "%s", error->message);
  return command->run (argc - 1, argv + 1);
}
