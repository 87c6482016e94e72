/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-answer-shelf.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-commands.h"
#include "foi-holiday-store.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"
#include "foi-rules-clock.h"

#define NAME "similar"

/* More than these nobody reads. */
#define MOST_ANSWERS 5

/* What is compared with what. */
typedef struct
{
  char           *path;
  FoiCaseState   *state;
  const char     *regime;
  const char     *wanted; /* the number of the one question that is looked at, or NULL */
  FoiAnswerShelf *shelf;
  GPtrArray      *related;
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_free (self->path);
  g_clear_pointer (&self->state, foi_case_state_unref);
  g_clear_pointer (&self->shelf, foi_answer_shelf_unref);
  g_clear_pointer (&self->related, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

/* ---- for programs ---- */

static void
add_answer (FoiJsonWriter *json, const FoiPastAnswer *answer)
{
  g_autofree char *file = g_path_get_basename (answer->path);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "file", file);
  foi_json_writer_add_string (json, "reference", answer->reference);
  foi_json_writer_add_string (json, "subject", answer->subject);
  foi_cli_json_add_date (json, "answered", answer->date);
  foi_json_writer_add_string (json, "question", answer->number);
  foi_json_writer_add_string (json, "text", answer->text);
  foi_json_writer_add_string (json, "outcome", answer->outcome);
  foi_json_writer_begin_array (json, "grounds");
  for (guint i = 0; i < answer->grounds->len; i++)
    foi_json_writer_add_string (json, NULL, g_ptr_array_index (answer->grounds, i));
  foi_json_writer_end_array (json);
  foi_json_writer_add_string (json, "answer", answer->answer);
  foi_json_writer_add_string (json, "said", answer->said);
  foi_json_writer_end_object (json);
}

static void
add_related (FoiJsonWriter *json, const FoiRelated *related, const char *regime)
{
  g_autofree char *file = g_path_get_basename (related->path);
  g_autofree char *words = foi_related_dup_words (related, foi_rules_get_default (), regime);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "relation", foi_relation_to_name (related->relation));
  foi_json_writer_add_string (json, "file", file);
  foi_json_writer_add_string (json, "reference", related->reference);
  foi_cli_json_add_date (json, "received", related->received);
  foi_cli_json_add_date (json, "answered", related->answered);
  foi_json_writer_add_string (json, "message", words);
  foi_json_writer_end_object (json);
}

/* ---- for people ---- */

static void
append_answer (GString *text, const FoiPastAnswer *answer)
{
  g_autofree char *reference = foi_cli_dup_line (answer->reference);
  g_autofree char *asked = foi_cli_dup_line (answer->text);
  g_autofree char *said = foi_cli_dup_line (answer->said);
  g_autofree char *date = foi_date_to_short_words_with_year (answer->date);
  FoiOutcome outcome = FOI_OUTCOME_OPEN;

  foi_outcome_from_name (answer->outcome, &outcome);
  /* Translators: a reference, the number of a question, a date, and what became of it. */
  g_string_append_printf (text, _("  %s, question %s, %s: %s"), reference, answer->number, date,
                          foi_outcome_to_words (outcome));
  for (guint i = 0; i < answer->grounds->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " · " : ", ",
                            (const char *) g_ptr_array_index (answer->grounds, i));
  g_string_append_printf (text, "\n    %s\n", asked);
  if (said[0] != '\0')
    g_string_append_printf (text, "    → %s\n", said);
}

/* ---- the questions ---- */

/* One of @json and @text is told. */
static void
tell_question (const Comparison *self, JsonNode *question, FoiJsonWriter *json, GString *text)
{
  const char *asked = foi_json_get_string (question, "text", "");
  const char *number = foi_json_get_string (question, "number", "");
  g_autoptr (GArray) matches
    = foi_answer_index_find (self->shelf->index, asked, self->path, MOST_ANSWERS);

  if (json != NULL)
    {
      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "id", foi_json_get_string (question, "id", ""));
      foi_json_writer_add_string (json, "number", number);
      foi_json_writer_begin_array (json, "similar");
    }
  else
    {
      g_autofree char *line = foi_cli_dup_line (asked);

      g_string_append_printf (text, "%s%s  %s\n", text->len > 0 ? "\n" : "", number, line);
      if (matches->len == 0)
        g_string_append (text, _("  No answer in this folder is like it.\n"));
    }
  for (guint i = 0; i < matches->len; i++)
    {
      const FoiAnswerMatch *match = &g_array_index (matches, FoiAnswerMatch, i);

      if (json != NULL)
        add_answer (json, match->answer);
      else
        append_answer (text, match->answer);
    }
  if (json != NULL)
    {
      foi_json_writer_end_array (json);
      foi_json_writer_end_object (json);
    }
}

/* Returns: how many questions were told of. */
static guint
tell_questions (const Comparison *self, JsonNode *questions, FoiJsonWriter *json, GString *text)
{
  guint n = 0;

  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);

      if (self->wanted == NULL
          || g_str_equal (self->wanted, foi_json_get_string (question, "number", "")))
        {
          tell_question (self, question, json, text);
          n++;
        }
      n += tell_questions (self, foi_json_get_member (question, "parts"), json, text);
    }
  return n;
}

static guint
tell_as_json (const Comparison *self, GString *text)
{
  FoiJsonWriter json;
  guint n;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_begin_array (&json, "questions");
  n = tell_questions (self, foi_case_state_get_node (self->state, "questions"), &json, NULL);
  foi_json_writer_end_array (&json);
  foi_json_writer_begin_array (&json, "related");
  for (guint i = 0; i < self->related->len; i++)
    add_related (&json, g_ptr_array_index (self->related, i), self->regime);
  foi_json_writer_end_array (&json);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return n;
}

static guint
tell_as_text (const Comparison *self, GString *text)
{
  const guint n = tell_questions (self, foi_case_state_get_node (self->state, "questions"), NULL,
                                  text);

  for (guint i = 0; i < self->related->len; i++)
    {
      g_autofree char *words = foi_related_dup_words (g_ptr_array_index (self->related, i),
                                                      foi_rules_get_default (), self->regime);
      g_autofree char *line = foi_cli_dup_line (words);

      g_string_append_printf (text, "%s%s\n", i == 0 ? "\n" : "", line);
    }
  return n;
}

/* ---- the command ---- */

/* Returns: whether all that is compared could be read; if not, it was said. */
static gboolean
read_all (Comparison *self, const char *file, const char *folder)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (FoiCalendar) calendar = NULL;
  g_autoptr (FoiKnownRequest) request = NULL;
  g_autofree char *own = NULL;

  self->state = foi_cli_load (file, &faults, &error);
  if (self->state == NULL)
    {
      foi_cli_fail_with_errors (file, faults, error);
      return FALSE;
    }
  self->path = g_canonicalize_filename (file, NULL);
  own = g_path_get_dirname (self->path);
  self->shelf = foi_answer_shelf_read (folder != NULL ? folder : own, NULL, &error);
  if (self->shelf == NULL)
    {
      foi_cli_fail (folder != NULL ? folder : own, "%s", error->message);
      return FALSE;
    }
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    {
      foi_cli_fail (NAME, "%s", error->message);
      return FALSE;
    }
  self->regime = foi_case_state_get_string (self->state, "regime");
  /* A law that is not known has no calendar, and then nothing is added up. */
  calendar = foi_rules_new_calendar (foi_rules_get_default (), self->regime, holidays, NULL);
  request = foi_known_request_new (self->path, self->state);
  self->related = foi_related_find (request, self->shelf->requests, foi_rules_get_default (),
                                    calendar);
  return TRUE;
}

static int
compare_case (const char *file, const char *folder, const char *question, gboolean json)
{
  g_auto (Comparison) comparison = { .wanted = question };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  if (strcmp (file, FOI_CLI_STREAM) == 0 && folder == NULL)
    return foi_cli_fail (NAME, _("say with --folder where the other cases are"));
  if (!read_all (&comparison, file, folder))
    return FOI_EXIT_NOT_DONE;
  n = json ? tell_as_json (&comparison, text) : tell_as_text (&comparison, text);
  if (question != NULL && n == 0)
    return foi_cli_fail (file, _("there is no question “%s”"), question);
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

/**
 * foi_cli_run_similar:
 *
 * `foi similar CASE`: what the cases beside it have for its questions, and which of them ask the
 * same.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_similar (int argc, char *argv[])
{
  g_autofree char *format = NULL, *folder = NULL, *question = NULL;
  gboolean json;
  int exit_status;
  GOptionEntry options[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      N_("Where the other cases are, instead of beside it"), "FOLDER" },
    { "question", 0, 0, G_OPTION_ARG_FILENAME, &question,
      N_("Look only for answers to the question of this number"), "NUMBER" },
    { NULL },
  };

  if (!foi_cli_parse (NAME, options, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json)
      || (question != NULL && !foi_cli_parse_text (NAME, "--question", question)))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  return compare_case (argv[1], folder, question, json);
}
