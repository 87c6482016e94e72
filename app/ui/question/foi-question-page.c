/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-page.h"

#include <glib/gi18n.h>

#include "foi-answer-editor.h"
#include "foi-approval-line.h"
#include "foi-ask-drop.h"
#include "foi-asked-text.h"
#include "foi-ask-list.h"
#include "foi-case-edits.h"
#include "foi-case-stance.h"
#include "foi-choice-list.h"
#include "foi-drop-down.h"
#include "foi-estimate-card.h"
#include "foi-focus.h"
#include "foi-grounds-row.h"
#include "foi-json-edit.h"
#include "foi-outcome-proposal.h"
#include "foi-question-details.h"
#include "foi-question-paste.h"
#include "foi-question-tables.h"
#include "foi-saved-window.h"
#include "foi-similar-row.h"
#include "foi-similar-window.h"

struct _FoiQuestionPage
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  char         *question;
  GSignalGroup *question_signals;
  gboolean      updating;

  GtkWidget *scroller;
  GtkWidget *asked_box;
  GtkWidget *asked;
  GtkWidget *choices;
  GtkWidget *details;
  GtkWidget *asks_box;
  GtkWidget *asks;
  GtkWidget *held;
  GtkWidget *outcome;
  GtkWidget *similar_box;
  GtkWidget *similar;
  GtkWidget *proposal;
  GtkWidget *proposal_words;
  GtkWidget *proposal_button;
  GtkWidget *grounds_box;
  GtkWidget *grounds;
  GtkWidget *estimate_box;
  GtkWidget *estimate;
  GtkWidget *answer_box;
  GtkWidget *answer;
  GtkWidget *approval;
  GtkWidget *tables;
  GtkWidget *offers;         /* there while one of these is */
  GtkWidget *add_table_box;
  GtkWidget *estimate_offer;
};

G_DEFINE_FINAL_TYPE (FoiQuestionPage, foi_question_page, GTK_TYPE_WIDGET)

static FoiQuestion *
get_question (FoiQuestionPage *self)
{
  if (self->question == NULL || self->document == NULL)
    return NULL;
  return foi_case_find_question (foi_document_get_case (self->document), self->question);
}

static char *
dup_member_path (FoiQuestionPage *self, const char *member)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = foi_case_state_dup_question_path (state, self->question);

  return path != NULL ? g_strconcat (path, "/", member, NULL) : NULL;
}

static void
set_choice (FoiQuestionPage *self, const char *member, const char *name, const char *label)
{
  g_autofree char *path = dup_member_path (self, member);
  g_autoptr (JsonNode) value = foi_json_new_string (name);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), path, value, label,
                                 &error))
    foi_document_tell_error (self->document, error);
}

/* What is said of Held may leave but one outcome, or make the one that was chosen impossible: the
 * outcome follows in the same command. */
static void
held_selected_cb (FoiQuestionPage *self)
{
  FoiQuestion *question = get_question (self);
  FoiCaseEditor *editor;
  FoiOutcome outcome;
  guint held;

  if (self->updating || question == NULL || !foi_choice_list_get (self->held, &held))
    return;
  editor = foi_document_get_editor (self->document);
  outcome = foi_outcome_follow_held (foi_question_get_outcome (question), (FoiHeld) held);
  foi_case_editor_begin (editor, _("Change Held"));
  set_choice (self, "held", foi_held_to_name ((FoiHeld) held), _("Change Held"));
  if (outcome != foi_question_get_outcome (question))
    set_choice (self, "outcome", foi_outcome_to_name (outcome), _("Change Outcome"));
  foi_case_editor_end (editor);
}

static void
outcome_selected_cb (FoiQuestionPage *self)
{
  guint outcome;

  if (!self->updating && foi_choice_list_get (self->outcome, &outcome))
    set_choice (self, "outcome", foi_outcome_to_name ((FoiOutcome) outcome),
                _("Change Outcome"));
}

/* Grounds are asked for where something is refused, and shown wherever there are some. */
static gboolean
needs_grounds (FoiQuestion *question)
{
  switch (foi_question_get_outcome (question))
    {
    case FOI_OUTCOME_PART:
    case FOI_OUTCOME_REFUSED:
    case FOI_OUTCOME_NEITHER:
    case FOI_OUTCOME_EXTENDED:
      return TRUE;
    case FOI_OUTCOME_OPEN:
    case FOI_OUTCOME_DISCLOSED:
    case FOI_OUTCOME_NOT_HELD:
    case FOI_OUTCOME_CLARIFICATION:
    case FOI_OUTCOME_TRANSFERRED:
    default:
      return foi_json_get_n_elements (foi_question_get_grounds (question)) > 0;
    }
}

/* What the question at hand proposes; NULL for nothing. */
static const FoiOutcomeProposal *
find_proposal (FoiQuestionPage *self)
{
  FoiQuestion *question = get_question (self);
  g_auto (GStrv) tables = NULL;

  if (question == NULL || foi_question_get_outcome (question) != FOI_OUTCOME_OPEN
      || foi_question_get_held (question) != FOI_HELD_NOT_CONSIDERED
      || g_list_model_get_n_items (foi_question_get_parts (question)) > 0)
    return NULL;
  tables = foi_question_dup_tables (question);
  return foi_outcome_propose (foi_question_get_answer (question), tables[0] != NULL);
}

static void
show_proposal (FoiQuestionPage *self)
{
  const FoiOutcomeProposal *proposal = find_proposal (self);

  gtk_widget_set_visible (self->proposal, proposal != NULL);
  if (proposal == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->proposal_words), _(proposal->words));
  gtk_button_set_label (GTK_BUTTON (self->proposal_button), _(proposal->label));
}

/* The question of that id may be another than before: the first was removed, or came back. */
static void
follow_question (FoiQuestionPage *self)
{
  FoiQuestion *question = get_question (self);
  g_autoptr (FoiQuestion) followed = g_signal_group_dup_target (self->question_signals);

  if (followed == question)
    return;
  g_signal_group_set_target (self->question_signals, question);
  foi_question_details_set_question (FOI_QUESTION_DETAILS (self->details), self->question);
  foi_ask_list_set_question (FOI_ASK_LIST (self->asks), self->question);
  foi_similar_row_set_question (FOI_SIMILAR_ROW (self->similar), self->question);
  foi_grounds_row_set_question (FOI_GROUNDS_ROW (self->grounds), self->question);
  foi_estimate_card_set_question (FOI_ESTIMATE_CARD (self->estimate), self->question);
  foi_answer_editor_set_question (FOI_ANSWER_EDITOR (self->answer), self->question);
  foi_approval_line_set_question (FOI_APPROVAL_LINE (self->approval), self->question);
  foi_question_tables_set_question (FOI_QUESTION_TABLES (gtk_widget_get_first_child (self->tables)),
                                    self->question);
}

/* Of what is clarified or passed on Held is not asked, nor of a request that is vexatious. */
static gboolean
asks_held (FoiQuestion *question)
{
  JsonNode *grounds = foi_question_get_grounds (question);
  gboolean asks = foi_outcome_asks_held (foi_question_get_outcome (question));

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    asks = asks && foi_ground_kind_asks_held (
                     foi_json_get_string (foi_json_get_element (grounds, i), "kind", NULL));
  return asks;
}

/* What can be chosen, and what is, whether or not it could be. */
static void
show_choices (FoiQuestionPage *self, FoiQuestion *question)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  FoiRules *rules = foi_rules_get_default ();
  const FoiStance stance = foi_case_state_get_stance (foi_case_get_state (foi_case), question);
  guint helds = 1u << stance.held, outcomes = 1u << stance.outcome;

  for (guint i = 0; i <= FOI_HELD_NEITHER_CONFIRM_NOR_DENY; i++)
    helds |= foi_offer_held (rules, &stance, (FoiHeld) i) ? 1u << i : 0;
  for (guint i = 0; i <= FOI_OUTCOME_EXTENDED; i++)
    outcomes |= foi_offer_outcome (rules, &stance, (FoiOutcome) i) ? 1u << i : 0;
  self->updating = TRUE;
  foi_choice_list_show (self->held, helds, stance.held);
  foi_choice_list_show (self->outcome, outcomes, stance.outcome);
  self->updating = FALSE;
}

static void
update (FoiQuestionPage *self)
{
  FoiQuestion *question = get_question (self);
  gboolean has_parts;
  g_autofree char *asked = NULL;

  follow_question (self);
  if (question == NULL)
    return;
  has_parts = g_list_model_get_n_items (foi_question_get_parts (question)) > 0;
  /* Translators: the number of a question and the question as asked. */
  asked = g_strdup_printf (_("%s. %s"), foi_question_get_number (question),
                           foi_question_get_text (question));
  foi_asked_text_set_text (FOI_ASKED_TEXT (self->asked), asked);
  gtk_widget_set_visible (self->asked, TRUE);
  show_choices (self, question);
  /* With parts the whole follows from them. */
  gtk_widget_set_sensitive (self->held, !has_parts && asks_held (question));
  gtk_widget_set_sensitive (self->outcome, !has_parts);
  gtk_widget_set_visible (self->grounds_box, needs_grounds (question));
  foi_ask_list_update (FOI_ASK_LIST (self->asks));
  foi_estimate_card_update (FOI_ESTIMATE_CARD (self->estimate));
  gtk_widget_set_visible (self->estimate_offer,
                          foi_estimate_card_is_offered (FOI_ESTIMATE_CARD (self->estimate)));
  show_proposal (self);
}

static void
go_to_cb (FoiQuestionPage *self, const char *place)
{
  const struct
  {
    const char *member;
    GtkWidget  *editor;
  } editors[] = {
    { "answer", self->answer },
    { "held", self->held },
    { "outcome", self->outcome },
    { "grounds", self->grounds },
    { "estimate", self->estimate },
    { "asked", self->asks },
  };

  if (self->question == NULL || !g_str_has_prefix (place, "questions/"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      g_autofree char *path = dup_member_path (self, editors[i].member);

      if (g_strcmp0 (place, path) == 0)
        gtk_widget_grab_focus (editors[i].editor);
    }
}

static void
add_table_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiQuestionPage *self = FOI_QUESTION_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!foi_question_add_table (self->document, self->question, &error))
    foi_document_tell_error (self->document, error);
}

static void
small_numbers_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiQuestionPage *self = FOI_QUESTION_PAGE (widget);
  GtkWidget *tables = gtk_widget_get_first_child (self->tables);

  if (self->question != NULL)
    foi_question_tables_show_small_numbers (FOI_QUESTION_TABLES (tables));
}

static void
paste_table_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiQuestionPage *self = FOI_QUESTION_PAGE (widget);

  if (self->question != NULL)
    foi_question_paste_table (widget, self->document, self->question);
}

static void
import_table_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiQuestionPage *self = FOI_QUESTION_PAGE (widget);

  if (self->question != NULL)
    foi_ask_drop_choose (widget, self->document, self->question);
}

/* What is dropped anywhere on the page came back about its question. */
static gboolean
dropped_cb (FoiQuestionPage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || self->question == NULL || !foi_ask_drop_takes (files->data))
    return FALSE;
  foi_ask_drop (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document,
                self->question, files->data);
  return TRUE;
}

static void
estimate_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_estimate_card_begin (FOI_ESTIMATE_CARD (FOI_QUESTION_PAGE (widget)->estimate));
}

static void
ask_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_ask_list_ask (FOI_ASK_LIST (FOI_QUESTION_PAGE (widget)->asks));
}

static void
similar_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiQuestionPage *self = FOI_QUESTION_PAGE (widget);

  if (get_question (self) != NULL)
    foi_similar_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->document,
                                self->question);
}

/* Standing words are a paragraph of their own. */
static void
saved_paragraphs_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAnswerEditor *answer = FOI_ANSWER_EDITOR (FOI_QUESTION_PAGE (widget)->answer);
  g_autofree char *marked = foi_answer_editor_dup_marked (answer);
  GtkWidget *window = foi_saved_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), marked);

  g_signal_connect_object (window, "chosen", G_CALLBACK (foi_answer_editor_place), answer,
                           G_CONNECT_SWAPPED);
}

static void
foi_question_page_dispose (GObject *object)
{
  FoiQuestionPage *self = FOI_QUESTION_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->question_signals);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_QUESTION_PAGE);
  /* The template lets go of the children that have a name, and of no others. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_question_page_parent_class)->dispose (object);
}

static void
foi_question_page_finalize (GObject *object)
{
  g_free (FOI_QUESTION_PAGE (object)->question);

  G_OBJECT_CLASS (foi_question_page_parent_class)->finalize (object);
}

static gboolean
foi_question_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_QUESTION_PAGE (widget)->answer);
}

static void
foi_question_page_class_init (FoiQuestionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_question_page_dispose;
  object_class->finalize = foi_question_page_finalize;
  widget_class->grab_focus = foi_question_page_grab_focus;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (FOI_TYPE_ASKED_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-question-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, asked_box);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, asked);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, choices);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, asks_box);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, held);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, similar_box);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, proposal);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, proposal_words);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, proposal_button);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, grounds_box);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, estimate_box);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, answer_box);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, tables);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, offers);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, add_table_box);
  gtk_widget_class_bind_template_child (widget_class, FoiQuestionPage, estimate_offer);
  gtk_widget_class_bind_template_callback (widget_class, held_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, foi_question_page_accept_proposal);
  gtk_widget_class_install_action (widget_class, "question.add-table", NULL, add_table_action);
  gtk_widget_class_install_action (widget_class, "question.paste-table", NULL, paste_table_action);
  gtk_widget_class_install_action (widget_class, "question.import-table", NULL,
                                   import_table_action);
  gtk_widget_class_install_action (widget_class, "question.small-numbers", NULL,
                                   small_numbers_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "question.small-numbers", NULL);
  gtk_widget_class_install_action (widget_class, "question.estimate", NULL, estimate_action);
  gtk_widget_class_install_action (widget_class, "question.ask", NULL, ask_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "question.ask", NULL);
  gtk_widget_class_install_action (widget_class, "question.saved-paragraphs", NULL,
                                   saved_paragraphs_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "question.saved-paragraphs", NULL);
  gtk_widget_class_install_action (widget_class, "question.similar", NULL, similar_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "question.similar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "question.paste-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "question.import-table",
                                       NULL);
}

/* A line without anything in it would take its distance from the others. */
static void
show_offers (FoiQuestionPage *self)
{
  gtk_widget_set_visible (self->offers, gtk_widget_get_visible (self->add_table_box)
                                          || gtk_widget_get_visible (self->estimate_offer));
}

static void
fill_choices (FoiQuestionPage *self)
{
  const char *held[FOI_HELD_NEITHER_CONFIRM_NOR_DENY + 2] = { NULL };
  const char *outcomes[FOI_OUTCOME_EXTENDED + 2] = { NULL };

  for (guint i = 0; i <= FOI_HELD_NEITHER_CONFIRM_NOR_DENY; i++)
    held[i] = foi_held_to_words ((FoiHeld) i);
  for (guint i = 0; i <= FOI_OUTCOME_EXTENDED; i++)
    outcomes[i] = foi_outcome_to_words ((FoiOutcome) i);
  self->updating = TRUE;
  foi_choice_list_fill (self->held, held);
  foi_choice_list_fill (self->outcome, outcomes);
  self->updating = FALSE;
  foi_drop_down_set_name (self->held, _("Held"));
  foi_drop_down_set_name (self->outcome, _("Outcome"));
}

static void
foi_question_page_init (FoiQuestionPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the answer, which would take the file's name as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  fill_choices (self);
  self->question_signals = g_signal_group_new (FOI_TYPE_QUESTION);
  g_signal_group_connect_object (self->question_signals, "notify::node", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
}

/* Beside the question, before what is decided of it; short, for the question needs the room. */
static GtkWidget *
new_ask_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Ask…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "question.ask");
  gtk_widget_set_tooltip_text (button, _("Ask a service for what answers this question "
                                         "(Ctrl+Shift+E)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Ask a Service…"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

/**
 * foi_question_page_new:
 *
 * Returns: (transfer floating): a page without a question yet.
 */
GtkWidget *
foi_question_page_new (FoiDocument *document)
{
  FoiQuestionPage *self;
  GtkWidget *tables;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_QUESTION_PAGE, NULL);
  self->document = g_object_ref (document);
  self->details = foi_question_details_new (document);
  gtk_box_append (GTK_BOX (self->choices), self->details);
  gtk_box_append (GTK_BOX (self->asked_box), new_ask_button ());
  self->asks = foi_ask_list_new (document);
  gtk_box_append (GTK_BOX (self->asks_box), self->asks);
  g_object_bind_property (self->asks, "visible", self->asks_box, "visible", G_BINDING_SYNC_CREATE);
  self->similar = foi_similar_row_new (document);
  gtk_box_append (GTK_BOX (self->similar_box), self->similar);
  g_object_bind_property (self->similar, "visible", self->similar_box, "visible",
                          G_BINDING_SYNC_CREATE);
  self->grounds = foi_grounds_row_new (document);
  gtk_box_append (GTK_BOX (self->grounds_box), self->grounds);
  self->estimate = foi_estimate_card_new (document);
  gtk_box_append (GTK_BOX (self->estimate_box), self->estimate);
  self->answer = foi_answer_editor_new (document);
  gtk_box_append (GTK_BOX (self->answer_box), self->answer);
  self->approval = foi_approval_line_new (document);
  gtk_box_append (GTK_BOX (self->answer_box), self->approval);
  tables = foi_question_tables_new (document);
  gtk_box_append (GTK_BOX (self->tables), tables);
  /* A second table is rare, and made from the Insert menu: the first one needs the room. */
  g_object_bind_property (tables, "visible", self->add_table_box, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (self->estimate, "visible", self->estimate_box, "visible",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->add_table_box, "notify::visible", G_CALLBACK (show_offers), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->estimate_offer, "notify::visible", G_CALLBACK (show_offers), self,
                           G_CONNECT_SWAPPED);
  show_offers (self);
  g_signal_connect_object (document, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_question_page_set_question:
 * @question: (nullable): the id of a question or of a part of one
 *
 * Shows it, from its top.
 */
void
foi_question_page_set_question (FoiQuestionPage *self, const char *question)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (FOI_IS_QUESTION_PAGE (self));

  if (g_strcmp0 (self->question, question) == 0)
    return;
  g_free (self->question);
  self->question = g_strdup (question);
  update (self);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_adjustment_set_value (adjustment, 0);
}

/**
 * foi_question_page_get_question:
 *
 * Returns: (nullable): the id of the question that it shows, which may have gone since.
 */
const char *
foi_question_page_get_question (FoiQuestionPage *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION_PAGE (self), NULL);
  return self->question;
}

/**
 * foi_question_page_has_proposal:
 *
 * Returns: whether the question is open and has an answer or a table, so that Held and Outcome can
 *   be proposed.
 */
gboolean
foi_question_page_has_proposal (FoiQuestionPage *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION_PAGE (self), FALSE);
  return find_proposal (self) != NULL;
}

/**
 * foi_question_page_accept_proposal:
 *
 * Takes what is proposed for Held and Outcome, as one command; does nothing where nothing is
 * proposed. A refusal takes the person to its ground.
 *
 * Returns: whether the question needs nothing more, as far as its proposal goes.
 */
gboolean
foi_question_page_accept_proposal (FoiQuestionPage *self)
{
  const FoiOutcomeProposal *proposal;
  FoiCaseEditor *editor;

  g_return_val_if_fail (FOI_IS_QUESTION_PAGE (self), FALSE);

  proposal = find_proposal (self);
  if (proposal == NULL)
    return TRUE;
  editor = foi_document_get_editor (self->document);
  foi_case_editor_begin (editor, _(proposal->label));
  set_choice (self, "held", foi_held_to_name (proposal->held), _("Change Held"));
  set_choice (self, "outcome", foi_outcome_to_name (proposal->outcome), _("Change Outcome"));
  foi_case_editor_end (editor);
  if (proposal->outcome != FOI_OUTCOME_REFUSED)
    return TRUE;
  gtk_widget_set_visible (self->grounds_box, TRUE);
  gtk_widget_grab_focus (self->grounds);
  return FALSE;
}
