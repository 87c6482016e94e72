/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-review-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-case-review.h"
#include "foi-focus.h"
#include "foi-past-day.h"
#include "foi-question-choice.h"
#include "foi-typed-date.h"
#include "foi-words.h"

/* What the dialog's buttons need; freed with the window. */
typedef struct
{
  FoiDocument *document;
  GtkWidget   *window, *asked, *days, *reviewer, *warning, *complaint, *questions, *button;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->document);
  g_free (self);
}

static FoiCaseState *
get_state (Dialog *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

/* ---- what was typed -------------------------------------------------------------------------- */

static FoiDate
read_asked (Dialog *self, char **reason)
{
  g_autofree char *moment = NULL;
  FoiDate asked;

  *reason = NULL;
  if (!foi_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (self->asked)), &moment, reason))
    return FOI_DATE_NONE;
  asked = foi_date_from_iso (moment);
  *reason = foi_past_day_dup_problem (asked, foi_almanac_get_today (foi_almanac_get_default ()));
  return *reason == NULL ? asked : FOI_DATE_NONE;
}

static char *
dup_reviewer (Dialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reviewer))));
}

static char *
dup_complaint (Dialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->complaint));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static GPtrArray *
list_questions (Dialog *self)
{
  return foi_question_choice_list (FOI_QUESTION_CHOICE (self->questions));
}

/* ---- what is said ---------------------------------------------------------------------------- */

/* "Due by 10 January 2025; by guidance, at most by 7 February 2025 where it is complex." */
static char *
dup_days (Dialog *self, FoiDate asked)
{
  g_autoptr (FoiCaseClock) clock = foi_case_state_propose_review_clock (
    get_state (self), foi_rules_get_default (),
    foi_almanac_get_holidays (foi_almanac_get_default ()), asked);
  g_autofree char *due = NULL, *latest = NULL;

  if (clock == NULL || clock->phase != FOI_CLOCK_REVIEW || clock->due == FOI_DATE_NONE)
    return g_strdup (_("Until when it is due cannot be told of this case."));
  due = foi_date_to_words_with_weekday (clock->due);
  if (!clock->certain)
    return g_strdup_printf (_("Due by %s, if there are no more bank holidays than are known."),
                            due);
  if (clock->latest == FOI_DATE_NONE)
    return g_strdup_printf (_("The answer to the review is due by %s."), due);
  latest = foi_date_to_words (clock->latest);
  return g_strdup_printf (_("The answer to the review is due by %s; by guidance, at most by %s "
                            "where it is unusually complex."), due, latest);
}

static void
show_reviewer (Dialog *self)
{
  g_autofree char *reviewer = dup_reviewer (self);
  const char *part = reviewer[0] != '\0'
                       ? foi_case_state_find_decider (get_state (self), reviewer) : NULL;
  g_autofree char *words
    /* Translators: a person, and what they did: "approved the answer". */
    = part != NULL ? g_strdup_printf (_("%s %s: let somebody review it who had no part in it."),
                                      reviewer, part) : NULL;

  foi_words_show (self->warning, words);
}

static void
changed_cb (Dialog *self)
{
  g_autofree char *reason = NULL, *days = NULL;
  const FoiDate asked = read_asked (self, &reason);
  g_autoptr (GPtrArray) questions = list_questions (self);

  if (asked != FOI_DATE_NONE)
    days = dup_days (self, asked);
  foi_words_show (self->days, days != NULL ? days : reason);
  show_reviewer (self);
  gtk_widget_set_sensitive (self->button, asked != FOI_DATE_NONE && questions->len > 0);
}

/* ---- what is done ---------------------------------------------------------------------------- */

static void
start_cb (Dialog *self)
{
  g_autofree char *reason = NULL, *letter = NULL, *place = NULL;
  g_autofree char *reviewer = dup_reviewer (self), *complaint = dup_complaint (self);
  g_autoptr (GPtrArray) questions = list_questions (self);
  g_autoptr (GError) error = NULL;
  const FoiReviewStart start = { read_asked (self, &reason), reviewer, complaint, questions };

  letter = foi_case_editor_start_review (foi_document_get_editor (self->document), &start, &error);
  if (letter == NULL)
    {
      foi_words_show (self->days, error->message);
      return;
    }
  place = g_strconcat ("letters/", letter, NULL);
  foi_document_go_to (self->document, place);
  gtk_window_close (GTK_WINDOW (self->window));
}

/* ---- how it is made -------------------------------------------------------------------------- */

static GtkWidget *
new_questions (Dialog *self)
{
  GListModel *questions = foi_case_get_questions (foi_document_get_case (self->document));

  self->questions = foi_question_choice_new ();
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);

      foi_question_choice_add (FOI_QUESTION_CHOICE (self->questions), question, NULL, TRUE);
    }
  return foi_question_choice_scroll (FOI_QUESTION_CHOICE (self->questions), 220);
}

static void
add_field (GtkWidget *box, const char *title, GtkWidget *field, GtkWidget *shown)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), shown);
}

static GtkWidget *
new_complaint (Dialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->complaint = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->complaint), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->complaint), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->complaint), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the requester is unhappy with"), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 72);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->complaint);
  return scroller;
}

static GtkWidget *
new_buttons (Dialog *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->button = gtk_button_new_with_mnemonic (_("_Start Review"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  return buttons;
}

static GtkWidget *
new_content (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *today
    = foi_date_to_words (foi_almanac_get_today (foi_almanac_get_default ()));
  GtkWidget *complaint = new_complaint (self), *points;

  self->asked = gtk_entry_new ();
  self->reviewer = gtk_entry_new ();
  self->days = foi_words_new (NULL, "row-subtitle");
  self->warning = foi_words_new (NULL, "foi-problem");
  gtk_editable_set_text (GTK_EDITABLE (self->asked), today);
  gtk_entry_set_activates_default (GTK_ENTRY (self->asked), TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->reviewer), TRUE);
  add_field (box, _("_Asked for on"), self->asked, self->asked);
  gtk_box_append (GTK_BOX (box), self->days);
  add_field (box, _("_Reviewed by (somebody who did not decide first)"), self->reviewer,
             self->reviewer);
  gtk_box_append (GTK_BOX (box), self->warning);
  add_field (box, _("What the requester is _unhappy with"), self->complaint, complaint);
  points = foi_words_new (_("To be decided afresh"), "review-points");
  gtk_box_append (GTK_BOX (box), points);
  gtk_box_append (GTK_BOX (box), new_questions (self));
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_label_set_max_width_chars (GTK_LABEL (self->days), 60);
  gtk_label_set_max_width_chars (GTK_LABEL (self->warning), 60);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 20);
  gtk_widget_set_margin_bottom (box, 20);
  return box;
}

/**
 * foi_review_dialog_present:
 * @document: a case
 *
 * Asks when a review was asked for, who carries it out and what it is about, and begins it; or says
 * why none can begin.
 */
void
foi_review_dialog_present (GtkWindow *parent, FoiDocument *document)
{
  Dialog *self;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  foi_document_commit (document);
  if (!foi_case_state_can_start_review (foi_case_get_state (foi_document_get_case (document)),
                                        &error))
    {
      foi_document_tell_error (document, error);
      return;
    }
  self = g_new0 (Dialog, 1);
  self->document = g_object_ref (document);
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("Start Internal Review"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self));
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->button);
  foi_focus_close_by_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "dialog", self, dialog_free);
  g_signal_connect_swapped (self->asked, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->questions, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->reviewer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (start_cb), self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
