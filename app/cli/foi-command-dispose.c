/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-case-folder.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-disposal-files.h"
#include "foi-disposal.h"
#include "foi-edit.h"
#include "foi-json-writer.h"
#include "foi-leftovers.h"
#include "foi-recovery.h"

#define NAME "dispose"

/* A case that is old enough, and of which a complaint runs. */
typedef struct
{
  char   *file, *reference;
  FoiDate closed, complained;
} Kept;

/* What is done with a folder, and what came of it. */
typedef struct
{
  FoiDate        today, before;
  gboolean       dry_run;
  char          *journals;
  GString       *text;
  FoiJsonWriter *json; /* NULL: it is told to people */
  GArray        *kept;
  guint          n_due, n_failed;
} Errand;

static void
kept_clear (Kept *kept)
{
  g_free (kept->file);
  g_free (kept->reference);
}

/* ---- telling --------------------------------------------------------------------------------- */

static void
append_count (GString *line, guint n, const char *words)
{
  if (n > 0)
    g_string_append_printf (line, "%s%u %s", line->len > 0 ? ", " : "", n, words);
}

static char *
dup_removed_words (const FoiDisposal *plan)
{
  GString *line = g_string_new (plan->requester ? _("who asked") : "");

  append_count (line, plan->n_withheld,
                ngettext ("withheld figure", "withheld figures", plan->n_withheld));
  append_count (line, plan->n_notes, ngettext ("internal note", "internal notes", plan->n_notes));
  append_count (line, plan->n_attachments, ngettext ("file", "files", plan->n_attachments));
  append_count (line, plan->n_journals,
                ngettext ("piece of unsaved work", "pieces of unsaved work", plan->n_journals));
  append_count (line, plan->n_leftovers,
                ngettext ("copy that a save left when it was cut off",
                          "copies that saves left when they were cut off", plan->n_leftovers));
  if (line->len == 0)
    g_string_append (line, _("nothing but its mark"));
  return g_string_free (line, FALSE);
}

/* Who made them can say whether they are still needed; the case may be in them as it was. */
static void
tell_others (Errand *self, const char *path)
{
  g_auto (GStrv) others = foi_disposal_list_others (path);

  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *shown = g_filename_display_name (others[i]);
      g_autofree char *name = foi_cli_dup_line (shown);

      /* Translators: the name of a file that is called after a case. */
      g_string_append_printf (self->text, _("%s: left: look at it yourself, the case may be in it "
                                            "as it was\n"), name);
    }
}

static void
list_others (Errand *self, const char *path)
{
  g_auto (GStrv) others = foi_disposal_list_others (path);

  foi_json_writer_begin_array (self->json, "left");
  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *shown = g_filename_display_name (others[i]);

      foi_json_writer_add_string (self->json, NULL, shown);
    }
  foi_json_writer_end_array (self->json);
}

static void
tell_as_text (Errand *self, const char *path, FoiCaseState *state, const FoiDisposal *plan)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *file = foi_cli_dup_line (base);
  const char *reference = foi_case_state_get_string (state, "/id");
  g_autofree char *name = foi_cli_dup_line (reference != NULL ? reference : "");
  g_autofree char *closed = foi_date_to_words (plan->closed);
  g_autofree char *words = dup_removed_words (plan);

  /* Translators: a file, a reference, a date, and a list of what is removed of the case. */
  g_string_append_printf (self->text, _("%s: %s, closed %s: %s\n"), file, name, closed, words);
  tell_others (self, path);
}

static void
tell_as_json (Errand *self, const char *path, FoiCaseState *state, const FoiDisposal *plan,
              gboolean done)
{
  g_autofree char *file = g_path_get_basename (path);

  foi_json_writer_begin_object (self->json, NULL);
  foi_json_writer_add_string (self->json, "file", file);
  foi_cli_json_add_text (self->json, "reference", foi_case_state_get_string (state, "/id"));
  foi_cli_json_add_date (self->json, "closed", plan->closed);
  foi_json_writer_add_boolean (self->json, "done", done);
  foi_json_writer_begin_object (self->json, "removed");
  foi_json_writer_add_boolean (self->json, "requester", plan->requester);
  foi_json_writer_add_integer (self->json, "withheld", plan->n_withheld);
  foi_json_writer_add_integer (self->json, "internal", plan->n_notes);
  foi_json_writer_add_integer (self->json, "attachments", plan->n_attachments);
  foi_json_writer_add_integer (self->json, "journals", plan->n_journals);
  foi_json_writer_add_integer (self->json, "leftovers", plan->n_leftovers);
  foi_json_writer_end_object (self->json);
  list_others (self, path);
  foi_json_writer_end_object (self->json);
}

/* What is old enough, and kept all the same. */
static void
tell_kept (Errand *self, const char *path, FoiCaseState *state, const FoiDisposal *plan)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *file = foi_cli_dup_line (base);
  const char *reference = foi_case_state_get_string (state, "/id");
  g_autofree char *name = foi_cli_dup_line (reference != NULL ? reference : "");
  g_autofree char *day = foi_date_to_words (plan->complained);

  if (self->json != NULL)
    g_array_append_vals (self->kept, &(Kept) { g_strdup (base), g_strdup (reference),
                                               plan->closed, plan->complained }, 1);
  else
    /* Translators: a file, a reference, and a date. */
    g_string_append_printf (self->text,
                            _("%s: %s is kept: the regulator was complained to on %s. Note in the "
                              "case when that ended.\n"), file, name, day);
}

static void
list_kept (Errand *self)
{
  foi_json_writer_begin_array (self->json, "kept");
  for (guint i = 0; i < self->kept->len; i++)
    {
      const Kept *kept = &g_array_index (self->kept, Kept, i);

      foi_json_writer_begin_object (self->json, NULL);
      foi_json_writer_add_string (self->json, "file", kept->file);
      foi_cli_json_add_text (self->json, "reference", kept->reference);
      foi_cli_json_add_date (self->json, "closed", kept->closed);
      foi_cli_json_add_date (self->json, "complained", kept->complained);
      foi_json_writer_end_object (self->json);
    }
  foi_json_writer_end_array (self->json);
}

/* ---- doing ----------------------------------------------------------------------------------- */

/* The case first: were the files removed and the case not saved, it would name what is gone. */
static gboolean
dispose_of (Errand *self, FoiEdit *edit, GError **error)
{
  g_autoptr (FoiCaseState) left = foi_disposal_strip (edit->before, self->today, error);
  g_autoptr (GPtrArray) leftovers = foi_leftovers_list (edit->file);

  return left != NULL && foi_edit_save_state (edit, left, error)
         && foi_leftovers_remove (leftovers, error)
         && foi_disposal_clear (edit->file, self->journals, error);
}

/* What is not in the folder was not named by whoever has it cleared. */
static gboolean
is_link (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL)
         == G_FILE_TYPE_SYMBOLIC_LINK;
}

static void
look_at_case (Errand *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_auto (FoiEdit) edit = FOI_EDIT_NONE;
  FoiCaseState *state;
  FoiDisposal plan;
  gboolean done;

  if (!foi_edit_begin (&edit, path, self->dry_run))
    {
      self->n_failed++;
      return;
    }
  state = edit.before;
  if (!foi_disposal_plan (path, state, self->before, self->journals, &plan))
    {
      if (plan.complained != FOI_DATE_NONE)
        tell_kept (self, path, state, &plan);
      return;
    }
  if (is_link (path))
    {
      foi_cli_fail (path, _("this is a link: what it leads to is left as it is. Dispose of the "
                            "folder in which that lies."));
      self->n_failed++;
      return;
    }
  self->n_due++;
  done = !self->dry_run && dispose_of (self, &edit, &error);
  if (error != NULL)
    {
      foi_cli_fail (path, "%s", error->message);
      self->n_failed++;
    }
  if (self->json != NULL)
    tell_as_json (self, path, state, &plan, done);
  else if (done || self->dry_run)
    tell_as_text (self, path, state, &plan);
}

static void
tell_end (Errand *self)
{
  if (self->n_due == 0)
    g_string_append (self->text, _("No case of this folder is old enough.\n"));
  else if (self->dry_run)
    g_string_append (self->text, _("Nothing was removed: this was only a look (--dry-run).\n"));
}

static int
dispose_folder (Errand *self, GPtrArray *files, gboolean json)
{
  FoiJsonWriter writer;

  if (json)
    {
      foi_json_writer_init (&writer, self->text, 0);
      foi_json_writer_begin_object (&writer, NULL);
      foi_json_writer_add_boolean (&writer, "dry_run", self->dry_run);
      foi_json_writer_begin_array (&writer, "cases");
      self->json = &writer;
    }
  for (guint i = 0; i < files->len; i++)
    look_at_case (self, ((FoiCaseFile *) g_ptr_array_index (files, i))->path);
  if (json)
    {
      foi_json_writer_end_array (&writer);
      list_kept (self);
      foi_json_writer_end_object (&writer);
      g_string_append_c (self->text, '\n');
    }
  else
    tell_end (self);
  return foi_cli_print (self->text->str, self->text->len,
                        self->n_failed > 0 ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

/**
 * foi_cli_run_dispose:
 *
 * `foi dispose FOLDER --older-than AGE`: removes from closed cases what nobody needs any more. It
 * is never run by the program itself.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_dispose (int argc, char *argv[])
{
  g_autofree char *format = NULL, *age = NULL, *date = NULL;
  g_autofree char *journals = foi_recovery_dup_folder ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  Errand errand = { .text = text, .journals = journals, .kept = kept };
  gboolean json;
  int exit_status;
  GOptionEntry options[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "older-than", 0, 0, G_OPTION_ARG_FILENAME, &age,
      N_("For how long a case must have been closed: 3 (years), 18m (months), 400d (days)"),
      "AGE" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &errand.dry_run,
      N_("Only say what would be removed"), NULL },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date,
      N_("The day on which one looks, instead of today"), "DAY" },
    { NULL },
  };

  g_array_set_clear_func (kept, (GDestroyNotify) kept_clear);
  if (!foi_cli_parse (NAME, options, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json) || !foi_cli_parse_day (NAME, "--date", date))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one folder (try: foi help %s)"), NAME);
  if (age == NULL)
    return foi_cli_fail (NAME, _("say with --older-than how long ago a case was closed"));
  errand.today = date != NULL ? foi_date_from_iso (date) : foi_clock_today ();
  if (!foi_disposal_parse_age (age, errand.today, &errand.before))
    return foi_cli_fail (NAME, _("--older-than: “%s” is no age; one is written like 3 (years), 18m "
                                 "(months) or 400d (days)"), age);
  files = foi_case_folder_list (argv[1], NULL, &error);
  if (files == NULL)
    return foi_cli_fail (argv[1], "%s", error->message);
  return dispose_folder (&errand, files, json);
}
