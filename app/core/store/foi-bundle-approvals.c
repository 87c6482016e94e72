/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-bundle-paper.h"

#include <glib/gi18n-lib.h>

#include "foi-case-approval.h"
#include "foi-json-edit.h"
#include "foi-sent-approvals.h"

/* Who agreed to each answer: to what was sent, letter by letter, and to what the case says now. */

static void
add_sent (FoiBlockWriter *writer, JsonNode *issued)
{
  JsonNode *approvals = foi_json_get_member (issued, "approvals");
  const FoiDate date = foi_date_from_iso (foi_json_get_string (issued, "date", NULL));
  g_autofree char *day = date != FOI_DATE_NONE ? foi_date_to_words (date) : g_strdup ("");
  /* Translators: the id of a letter, and a day. What follows is who approved its answers. */
  g_autofree char *title = g_strdup_printf (_("For the letter “%s” of %s:"),
                                            foi_json_get_string (issued, "letter", ""), day);
  FoiBlock *list = foi_block_writer_new_list (writer);

  foi_block_writer_add_paragraph (writer, title);
  for (guint i = 0; i < foi_json_get_n_elements (approvals); i++)
    {
      g_autofree char *words
        = foi_sent_approval_dup_words (foi_json_get_element (approvals, i), FOI_DATE_NONE);

      foi_block_writer_add_item (writer, list, words);
    }
  foi_block_writer_take_list (writer, list);
}

static void
add_now (FoiBlockWriter *writer, FoiCaseState *state, FoiBrief *brief)
{
  GPtrArray *questions = foi_brief_get_questions (brief);
  const gboolean is_disposed = foi_case_state_get_node (state, "disposed") != NULL;
  FoiBlock *list = foi_block_writer_new_list (writer);

  for (guint i = 0; i < questions->len; i++)
    {
      FoiApproval approval;
      g_autofree char *stands = NULL, *words = NULL;

      foi_case_state_get_approval (state, foi_question_get_id (questions->pdata[i]), &approval);
      /* After who asked was taken out nobody can tell whether anything else was changed. */
      if (is_disposed && approval.state == FOI_APPROVAL_CHANGED)
        approval.state = FOI_APPROVAL_GIVEN;
      stands = foi_approval_dup_words (&approval, FOI_DATE_NONE);
      /* Translators: the number of a question, and whether it is approved. */
      words = g_strdup_printf (_("Question %s: %s"),
                               foi_question_get_number (questions->pdata[i]), stands);
      foi_block_writer_add_item (writer, list, words);
    }
  if (!foi_block_writer_take_list (writer, list))
    foi_block_writer_add_paragraph (writer, _("The case has no questions."));
}

/**
 * foi_bundle_add_approvals:
 * @writer: what writes the paper
 * @state: the case
 * @brief: what may leave of it
 *
 * Writes who approved the answers of each letter that was issued, withdrawn or not, and who
 * approved what the case would answer now.
 */
void
foi_bundle_add_approvals (FoiBlockWriter *writer, FoiCaseState *state, FoiBrief *brief)
{
  JsonNode *issued = foi_case_state_get_node (state, "issued");
  gboolean is_known = FALSE;

  foi_block_writer_add_heading (writer, _("Approvals"));
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *record = foi_json_get_element (issued, i);

      if (foi_json_get_n_elements (foi_json_get_member (record, "approvals")) == 0)
        continue;
      add_sent (writer, record);
      is_known = TRUE;
    }
  if (is_known)
    foi_block_writer_add_paragraph (writer, _("As the case is now:"));
  add_now (writer, state, brief);
}
