/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-approval-paper.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-block-writer.h"
#include "foi-case-approval.h"
#include "foi-checks.h"
#include "foi-eml.h"
#include "foi-error.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-pack-names.h"

typedef struct
{
  FoiBlockWriter writer;
  FoiCaseState  *state;
  FoiBrief      *brief;
  GPtrArray     *findings;
  FoiDate        today;
} Writing;

/* ---- what leaves, and what was found --------------------------------------------------------- */

static void
add_leaving (Writing *self)
{
  g_autoptr (GPtrArray) tables = foi_letter_list_tables (self->writer.letter);
  FoiBlock *list = foi_block_writer_new_list (&self->writer);
  JsonNode *attachments = foi_brief_get_attachments (self->brief);

  foi_block_writer_add_heading (&self->writer, _("What leaves the building"));
  foi_block_writer_add_item (&self->writer, list, _("the letter above, as a PDF document"));
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *words = g_strdup_printf (_("the table “%s”, as a CSV file"),
                                                foi_publication_get_title (tables->pdata[i]));

      foi_block_writer_add_item (&self->writer, list, words);
    }
  for (guint i = 0; i < foi_json_get_n_elements (attachments); i++)
    foi_block_writer_add_item (
      &self->writer, list,
      foi_json_get_string (foi_json_get_element (attachments, i), "name", ""));
  foi_block_writer_take_list (&self->writer, list);
}

static gboolean
is_about (const FoiFinding *finding, const char *place)
{
  const gsize length = strlen (place);

  return strncmp (finding->place, place, length) == 0
         && (finding->place[length] == '/' || finding->place[length] == '\0');
}

/* Findings of @place; with %NULL those of no question. What was accepted says why. */
static void
add_findings (Writing *self, const char *place)
{
  FoiBlock *list = foi_block_writer_new_list (&self->writer);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const FoiFinding *finding = self->findings->pdata[i];
      g_autofree char *words = NULL;

      if (place != NULL ? !is_about (finding, place) : is_about (finding, "questions"))
        continue;
      words = finding->accepted != NULL
                /* Translators: what was found, and why it was let stand. */
                ? g_strdup_printf (_("%s Accepted: %s"), finding->message, finding->accepted)
                /* Translators: how grave a finding is, and what was found. */
                : g_strdup_printf (_("%s: %s"), foi_severity_to_words (finding->severity),
                                   finding->message);
      foi_block_writer_add_item (&self->writer, list, words);
    }
  if (!foi_block_writer_take_list (&self->writer, list))
    foi_block_writer_add_paragraph (&self->writer, _("The checks found nothing."));
}

static void
add_question (Writing *self, FoiQuestion *question)
{
  g_autofree char *heading = g_strdup_printf (_("For approval: Question %s"),
                                              foi_question_get_number (question));
  g_autofree char *place = g_strconcat ("questions/", foi_question_get_id (question), NULL);
  g_autofree char *stands = NULL, *words = NULL;
  FoiApproval approval;

  foi_case_state_get_approval (self->state, foi_question_get_id (question), &approval);
  stands = foi_approval_dup_words (&approval, self->today);
  words = g_strdup_printf (_("Held: %s. Outcome: %s. %s."),
                           foi_held_to_words (foi_question_get_held (question)),
                           foi_outcome_to_words (foi_question_get_outcome (question)), stands);
  foi_block_writer_add_heading (&self->writer, heading);
  foi_block_writer_add_paragraph (&self->writer, words);
  add_findings (self, place);
}

/* ---- the paper ------------------------------------------------------------------------------- */

/* The draft as it stands, on which nothing changes. */
static FoiLetter *
copy_draft (FoiLetter *draft)
{
  FoiLetter *paper = foi_letter_new ();

  paper->id = g_strdup (draft->id);
  paper->title = g_strdup (draft->title);
  paper->author = g_strdup (draft->author);
  paper->language = g_strdup (draft->language);
  paper->reference = g_strdup (draft->reference);
  paper->date = g_strdup (draft->date);
  paper->draft = TRUE;
  paper->quotes_values = draft->quotes_values;
  for (guint i = 0; i < draft->blocks->len; i++)
    g_ptr_array_add (paper->blocks, foi_block_ref (draft->blocks->pdata[i]));
  for (guint i = 0; i < draft->annexes->len; i++)
    g_ptr_array_add (paper->annexes, foi_publication_ref (draft->annexes->pdata[i]));
  return paper;
}

/**
 * foi_approval_paper_new:
 * @today: the day on which it is made
 * @error: why there is no letter
 *
 * Makes what somebody needs who is to agree to a letter: the draft, and after it what leaves the
 * building, and of each question how it is answered, what the checks found, and who agreed already.
 *
 * Returns: (transfer full) (nullable): it, as a letter that is never issued.
 */
FoiLetter *
foi_approval_paper_new (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays, FoiDate today,
                        GError **error)
{
  Writing self = { .state = state, .today = today };
  g_autoptr (FoiBrief) brief = NULL;
  g_autoptr (FoiLetter) draft = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GPtrArray *questions;

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  self.brief = brief = foi_case_state_publish (state);
  draft = foi_issued_or_draft (brief, rules, foi_brief_get_current_letter (brief), error);
  if (draft == NULL)
    return NULL;
  self.findings = findings = foi_checks_run (state, rules, holidays, today, NULL);
  self.writer = (FoiBlockWriter) { .letter = copy_draft (draft), .prefix = "approval" };
  add_leaving (&self);
  questions = foi_brief_get_questions (brief);
  for (guint i = 0; i < questions->len; i++)
    add_question (&self, questions->pdata[i]);
  foi_block_writer_add_heading (&self.writer, _("For approval: the rest of the letter"));
  add_findings (&self, NULL);
  return self.writer.letter;
}

/**
 * foi_approval_paper_to_eml:
 * @self: from foi_approval_paper_new()
 * @to: (nullable): who is to agree, with an e-mail address
 * @pdf: the same as a PDF document
 *
 * Returns: (transfer full): the draft of a mail with it, as the bytes of an .eml file; else
 *   %FOI_ERROR_REFUSED where it would go to the requester, who gets what is issued and no draft.
 */
GBytes *
foi_approval_paper_to_eml (FoiLetter *self, FoiCaseState *state, const char *to, FoiDate today,
                           GBytes *pdf, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_eml_file_free);
  g_autofree char *addresses = foi_eml_dup_addresses (to);
  g_autofree char *from
    = foi_eml_dup_addresses (foi_case_state_get_string (state, "authority/email"));
  g_autofree char *subject = g_strdup_printf (_("%s: for your approval"),
                                              self->reference != NULL ? self->reference : "");
  FoiEmlFile *file;
  FoiEml eml = { .from = from, .to = addresses, .subject = subject, .date = today };

  g_return_val_if_fail (self != NULL && pdf != NULL, NULL);

  if (foi_eml_shares_address (addresses, foi_case_state_get_string (state,
                                                                    "request/requester/email")))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("“%s” is how the requester is reached: nobody sends them a draft for "
                     "approval. Write to whoever is to approve it."), to);
      return NULL;
    }
  file = g_new0 (FoiEmlFile, 1);
  file->name = foi_pack_dup_file_name (subject, "pdf", taken);
  file->format = g_strdup ("application/pdf");
  file->bytes = g_bytes_ref (pdf);
  g_ptr_array_add (files, file);
  eml.files = files;
  eml.text = _("Please say whether you agree to the letter that goes with this mail. It is a draft."
               "\nAfter it stands what leaves the building, and for each question how it is\n"
               "answered and what the checks found.\n");
  return foi_eml_write (&eml);
}
