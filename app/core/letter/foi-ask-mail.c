/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask-mail.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-ask-table.h"
#include "foi-eml.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-requester-details.h"
#include "foi-text-wrap.h"

/* So that a line still fits after it was quoted. */
#define COLUMNS 70

typedef struct
{
  FoiBrief          *brief;
  FoiRules          *rules;
  const FoiAskFacts *facts;
  GPtrArray         *details;   /* by which the requester could be known */
  GString           *text;
} Writing;

/* ---- lines ----------------------------------------------------------------------------------- */

/* Lines with @first before the first and @rest before the others. */
static void
append_lines (Writing *self, const char *words, const char *first, const char *rest)
{
  g_autoptr (GPtrArray) lines = foi_text_wrap (words, COLUMNS - (guint) g_utf8_strlen (rest, -1));

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (line[0] != '\0')
        g_string_append (self->text, i == 0 ? first : rest);
      g_string_append_printf (self->text, "%s\n", line);
    }
}

static void
append_paragraph (Writing *self, const char *words)
{
  append_lines (self, words, "", "");
  g_string_append_c (self->text, '\n');
}

static void
append_item (Writing *self, const char *words)
{
  append_lines (self, words, "* ", "  ");
}

static char *
dup_masked (Writing *self, const char *text)
{
  return foi_ask_dup_masked (self->brief, self->details, text);
}

/* ---- what is asked --------------------------------------------------------------------------- */

static void
append_opening (Writing *self)
{
  const char *act = foi_rules_get_act_title (self->rules, foi_brief_get_regime (self->brief));
  g_autofree char *subject = dup_masked (self, foi_brief_get_subject (self->brief));
  g_autofree char *reference = dup_masked (self, foi_brief_get_reference (self->brief));
  g_autofree char *words
    /* Translators: a service of the authority, and a law. */
    = g_strdup_printf (_("We have a request under the %2$s. We believe that %1$s holds what is "
                         "asked for below, or knows who does."), self->facts->service,
                       act[0] != '\0' ? act : _("law on freedom of information"));
  g_autofree char *about
    = subject[0] != '\0' ? g_strdup_printf (_("Our reference is %s. It is about: %s"), reference,
                                            subject)
                         : g_strdup_printf (_("Our reference is %s."), reference);

  append_paragraph (self, _("Dear colleague"));
  append_paragraph (self, words);
  append_paragraph (self, about);
}

/* A day that has gone by hurries nobody. */
static char *
dup_due (Writing *self)
{
  const FoiAskFacts *facts = self->facts;
  g_autofree char *due = facts->due >= MAX (facts->asked, facts->chased)
                           ? foi_date_to_words_with_weekday (facts->due) : NULL;

  return due != NULL ? g_strdup_printf (_("The law wants our letter to go by %s."), due)
                     : g_strdup ("");
}

static void
append_day (Writing *self)
{
  g_autofree char *due = dup_due (self);
  g_autofree char *wanted = NULL, *words = NULL;

  if (self->facts->wanted_by != FOI_DATE_NONE)
    {
      wanted = foi_date_to_words_with_weekday (self->facts->wanted_by);
      words = g_strchomp (g_strdup_printf (_("Please answer by %s. %s"), wanted, due));
    }
  else
    words = g_strchomp (g_strdup_printf (_("Please answer as soon as you can. %s"), due));
  append_paragraph (self, words);
}

static void
append_question (Writing *self, FoiQuestion *question)
{
  GListModel *parts = foi_question_get_parts (question);
  g_autofree char *words = dup_masked (self, foi_question_get_text (question));
  g_autofree char *number = dup_masked (self, foi_question_get_number (question));
  g_autofree char *heading = g_strdup_printf (_("Question %s"), number);

  append_paragraph (self, heading);
  append_lines (self, words, "  ", "  ");
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      append_question (self, part);
    }
}

/* ---- how to answer --------------------------------------------------------------------------- */

static void
append_tables (Writing *self, GPtrArray *files)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const FoiEmlFile *file = g_ptr_array_index (files, i);

      g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", file->name);
    }
  words = g_strdup_printf (ngettext ("Please fill in the table that goes with this mail (%s), and "
                                     "send it back as it is or as a plain workbook.",
                                     "Please fill in the tables that go with this mail (%s), and "
                                     "send them back as they are or as a plain workbook.",
                                     files->len), names->str);
  append_paragraph (self, words);
}

/* The small print: what is hidden in a file goes wherever the file goes. */
static void
append_small_print (Writing *self)
{
  append_paragraph (self, _("With it, please say:"));
  append_item (self, _("which period the figures cover, and what was counted, and how;"));
  append_item (self, _("what is not held, since when, and who else may hold it;"));
  append_item (self, _("if finding it would take more than a few hours: before you begin, what "
                       "would have to be done and how long it would take;"));
  append_item (self, _("what in it could do harm if everybody read it, and why. Send it all the "
                       "same: what is left out of our letter is for us to decide."));
  g_string_append_c (self->text, '\n');
  append_paragraph (self, _("Send values only. What a file hides goes wherever the file goes, and "
                            "our answer may be read by everybody: so no pivot tables, no hidden "
                            "sheets, rows or columns, no formulas or links to other files, no "
                            "comments and no tracked changes. Names and other details of people "
                            "only where a question asks for them."));
}

static void
append_line_of (Writing *self, JsonNode *authority, const char *key)
{
  const char *line = foi_json_get_string (authority, key, "");

  if (line[0] != '\0')
    g_string_append_printf (self->text, "%s\n", line);
}

static void
append_closing (Writing *self)
{
  JsonNode *authority = foi_brief_get_authority (self->brief);

  append_paragraph (self, _("Thank you"));
  append_line_of (self, authority, "team");
  append_line_of (self, authority, "name");
  append_line_of (self, authority, "phone");
  append_line_of (self, authority, "email");
}

static void
append_request (Writing *self, GPtrArray *questions, GPtrArray *files)
{
  append_opening (self);
  append_day (self);
  for (guint i = 0; i < questions->len; i++)
    append_question (self, g_ptr_array_index (questions, i));
  append_tables (self, files);
  append_small_print (self);
  append_closing (self);
}

/* ---- a reminder ------------------------------------------------------------------------------ */

static void
append_quoted (Writing *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);

  while (n_lines > 0 && lines[n_lines - 1][0] == '\0')
    n_lines--;
  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (self->text, "%s%s\n", lines[i][0] != '\0' ? "> " : ">", lines[i]);
}

/* The mail of which it reminds, as it was written. Where nobody kept it, what was asked for is said
 * once more, and not called a quotation: the case may say other things now than it did then. */
static void
append_first (Writing *self, GPtrArray *questions)
{
  const FoiAskFacts *facts = self->facts;
  g_autofree char *asked = foi_date_to_words_with_weekday (facts->asked);
  const gboolean is_known = facts->text != NULL && facts->text[0] != '\0';
  g_autofree char *lead = g_strdup_printf (is_known ? _("On %s we wrote:")
                                                    : _("On %s we asked you for this:"), asked);

  g_string_append_c (self->text, '\n');
  append_lines (self, lead, "", "");
  if (is_known)
    {
      /* Who asked may have become known since. */
      g_autofree char *text = dup_masked (self, facts->text);

      append_quoted (self, text);
      return;
    }
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < questions->len; i++)
    append_question (self, g_ptr_array_index (questions, i));
}

static void
append_reminder (Writing *self, GPtrArray *questions, GPtrArray *files)
{
  const FoiAskFacts *facts = self->facts;
  g_autofree char *asked = foi_date_to_words_with_weekday (facts->asked);
  g_autofree char *wanted = facts->wanted_by != FOI_DATE_NONE
                              ? foi_date_to_words_with_weekday (facts->wanted_by) : NULL;
  g_autofree char *due = dup_due (self);
  g_autofree char *words
    = wanted != NULL
        ? g_strdup_printf (_("On %s we asked you for the information below, by %s. We have not had "
                             "it yet."), asked, wanted)
        : g_strdup_printf (_("On %s we asked you for the information below. We have not had it "
                             "yet."), asked);
  g_autofree char *wish
    = g_strdup_printf (_("Please send it today, or say today when it will come and what is in the "
                         "way. If you do not hold it, please say so. %s"), due);

  append_paragraph (self, _("Dear colleague"));
  append_paragraph (self, words);
  append_paragraph (self, wish);
  append_tables (self, files);
  append_closing (self);
  append_first (self, questions);
}

/* ---- the mail -------------------------------------------------------------------------------- */

static char *
dup_subject (Writing *self)
{
  const FoiAskFacts *facts = self->facts;
  g_autofree char *reference = dup_masked (self, foi_brief_get_reference (self->brief));
  g_autofree char *wanted = facts->wanted_by != FOI_DATE_NONE
                              ? foi_date_to_words (facts->wanted_by) : NULL;
  g_autofree char *subject
    = wanted != NULL ? g_strdup_printf (_("%s: information wanted by %s"), reference, wanted)
                     : g_strdup_printf (_("%s: information wanted"), reference);

  return facts->chased != FOI_DATE_NONE ? g_strdup_printf (_("Reminder: %s"), subject)
                                        : g_steal_pointer (&subject);
}

/* Nobody writes to the requester by mistake, nor tells a service how the requester is reached. But
 * "j.smith" has a mailbox with everybody who has one. */
static gboolean
check_contact (Writing *self, GError **error)
{
  const char *contact = self->facts->contact != NULL ? self->facts->contact : "";
  JsonNode *requester = foi_json_get_member (foi_brief_get_request (self->brief), "requester");
  const char *email = foi_json_get_string (requester, "email", "");
  gboolean is_theirs = foi_eml_shares_address (contact, email);
  const FoiRequesterDetail *detail;
  gsize from = 0;

  while (!is_theirs)
    {
      detail = foi_requester_details_find (self->details, contact, from, NULL, &from);
      if (detail == NULL)
        return TRUE;
      is_theirs = detail->kind == FOI_DETAIL_CONTACT && contact[from] != '@';
    }
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("“%s” is how the requester is reached, not a service"), contact);
  return FALSE;
}

static GPtrArray *
find_questions (Writing *self, GError **error)
{
  const char *const *ids = self->facts->questions;
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FoiQuestion *question = foi_brief_find_question (self->brief, ids[i]);

      if (question == NULL)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                       ids[i]);
          return NULL;
        }
      g_ptr_array_add (questions, question);
    }
  return g_steal_pointer (&questions);
}

static FoiAskMail *
write_mail (Writing *self, GPtrArray *questions)
{
  FoiAskMail *mail = g_new0 (FoiAskMail, 1);
  JsonNode *authority = foi_brief_get_authority (self->brief);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *from = foi_eml_dup_addresses (foi_json_get_string (authority, "email", ""));

  mail->files = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_eml_file_free);
  for (guint i = 0; i < questions->len; i++)
    foi_ask_tables_add (mail->files, taken, self->brief, g_ptr_array_index (questions, i),
                        self->details);
  if (self->facts->chased != FOI_DATE_NONE)
    append_reminder (self, questions, mail->files);
  else
    append_request (self, questions, mail->files);
  mail->text = g_strdup (self->text->str);
  mail->subject = dup_subject (self);
  mail->from = g_strndup (from, strcspn (from, ","));
  mail->to = foi_eml_dup_addresses (self->facts->contact);
  mail->date = self->facts->chased != FOI_DATE_NONE ? self->facts->chased : self->facts->asked;
  return mail;
}

/**
 * foi_ask_mail_new:
 * @brief: a case, as a letter may know it
 * @rules: the rules of law
 * @facts: who is asked what, and when
 *
 * Writes the mail by which a service is asked, or reminded, with empty tables to fill in. It says
 * nothing of the requester: who asked is no service's business (UK GDPR, article 5(1)(c)). Their
 * name, addresses and organisation are left out of all that the case says in it, headings and names
 * of rows of the tables as well, and so are all e-mail addresses that are not the authority's.
 *
 * Returns: (transfer full): the mail; else %FOI_ERROR_NOT_FOUND for a question, or
 *   %FOI_ERROR_REFUSED where it would go to the requester.
 */
FoiAskMail *
foi_ask_mail_new (FoiBrief *brief, FoiRules *rules, const FoiAskFacts *facts, GError **error)
{
  Writing writing = { .brief = brief, .rules = rules, .facts = facts };
  g_autoptr (GPtrArray) questions = NULL;
  FoiAskMail *mail = NULL;
  JsonNode *authority;

  g_return_val_if_fail (brief != NULL && rules != NULL && facts != NULL, NULL);
  g_return_val_if_fail (facts->service != NULL && facts->questions != NULL, NULL);
  g_return_val_if_fail (facts->asked != FOI_DATE_NONE, NULL);

  authority = foi_brief_get_authority (brief);
  writing.details = foi_requester_details_list (foi_brief_get_request (brief), authority);
  writing.text = g_string_new (NULL);
  if (check_contact (&writing, error))
    questions = find_questions (&writing, error);
  if (questions != NULL)
    mail = write_mail (&writing, questions);
  g_ptr_array_unref (writing.details);
  g_string_free (writing.text, TRUE);
  return mail;
}

void
foi_ask_mail_free (FoiAskMail *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->from);
  g_free (self->to);
  g_free (self->subject);
  g_free (self->text);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/**
 * foi_ask_mail_to_eml:
 *
 * Returns: (transfer full): the draft as the bytes of an .eml file, which mail programs open.
 */
GBytes *
foi_ask_mail_to_eml (FoiAskMail *self)
{
  FoiEml eml;

  g_return_val_if_fail (self != NULL, NULL);

  eml = (FoiEml) {
    .from = self->from, .to = self->to, .subject = self->subject, .text = self->text,
    .date = self->date, .files = self->files,
  };
  return foi_eml_write (&eml);
}
