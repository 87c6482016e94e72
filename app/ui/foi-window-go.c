/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window-private.h"

#include "foi-attachments-page.h"
#include "foi-authority-offer.h"
#include "foi-case-facts.h"
#include "foi-closing-page.h"
#include "foi-json-edit.h"
#include "foi-letter-kind.h"
#include "foi-question-page.h"
#include "foi-request-page.h"
#include "foi-sent-page.h"
#include "foi-small-window.h"
#include "foi-table.h"
#include "foi-table-page.h"
#include "foi-todo.h"

static GListModel *
questions (FoiWindow *self)
{
  return foi_case_get_questions (foi_document_get_case (self->document));
}

static void
go_to_answer (FoiWindow *self, FoiQuestion *question)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = foi_case_state_dup_question_path (state, foi_question_get_id (question));
  g_autofree char *place = g_strconcat (path, "/answer", NULL);

  foi_document_go_to (self->document, place);
}

/* The questions in their order, each with its parts after it: what Ctrl+Enter goes through. */
static GPtrArray *
list_questions (FoiWindow *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (questions (self)); i++)
    {
      FoiQuestion *question = g_list_model_get_item (questions (self), i);
      GListModel *parts = foi_question_get_parts (question);

      g_ptr_array_add (list, question);
      for (guint j = 0; parts != NULL && j < g_list_model_get_n_items (parts); j++)
        g_ptr_array_add (list, g_list_model_get_item (parts, j));
    }
  return list;
}

static guint
find_next (FoiWindow *self, GPtrArray *list)
{
  g_autofree char *id = foi_document_dup_question (self->document);

  for (guint i = 0; id != NULL && i < list->len; i++)
    if (g_str_equal (foi_question_get_id (g_ptr_array_index (list, i)), id))
      return i + 1;
  return 0;
}

static void
question_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);
  const int number = g_variant_get_int32 (parameter);
  g_autoptr (FoiQuestion) question
    = number > 0 ? g_list_model_get_item (questions (self), (guint) number - 1) : NULL;

  if (question != NULL)
    go_to_answer (self, question);
}

static void
next_question_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);
  g_autoptr (GPtrArray) list = list_questions (self);
  const guint next = find_next (self, list);

  /* The same key makes a question of words that are selected in the request. */
  if (self->request_page != NULL
      && foi_request_page_make_question (FOI_REQUEST_PAGE (self->request_page)))
    return;
  /* It takes what the question at hand proposes, as the proposal says. */
  if (next > 0
      && !foi_question_page_accept_proposal (FOI_QUESTION_PAGE (self->question_page)))
    return;
  if (next < list->len)
    go_to_answer (self, g_ptr_array_index (list, next));
  else
    foi_document_go_to (self->document, "closing");
}

static void
next_todo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);
  g_autoptr (GPtrArray) todos = foi_todo_list (foi_document_get_case (self->document));
  g_autofree char *topic = foi_case_facts_dup_topic (self->document);
  FoiTodo *todo = foi_todo_find_next (todos, topic);

  if (todo != NULL)
    foi_document_go_to (self->document, todo->editor);
}

static void
next_pane_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foi_panes_cycle_focus (FOI_WINDOW (widget)->panes, 1);
}

static void
previous_pane_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foi_panes_cycle_focus (FOI_WINDOW (widget)->panes, -1);
}

static void
toggle_letter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foi_panes_toggle_letter (FOI_WINDOW (widget)->panes);
}

static void
toggle_outline_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiPanes *panes = FOI_WINDOW (widget)->panes;
  gboolean shown;

  g_object_get (panes, "outline-visible", &shown, NULL);
  g_object_set (panes, "outline-visible", !shown, NULL);
}

static void
show_deadline_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (FOI_WINDOW (widget)->clock_button));
}

void
_foi_window_go_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.question", "i", question_action);
  gtk_widget_class_install_action (widget_class, "win.next-question", NULL, next_question_action);
  gtk_widget_class_install_action (widget_class, "win.next-todo", NULL, next_todo_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, previous_pane_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-letter", NULL, toggle_letter_action);
  gtk_widget_class_install_action (widget_class, "win.show-deadline", NULL, show_deadline_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-outline", NULL,
                                   toggle_outline_action);
}

/* The name of the table at @place, if it is in no question. */
static const char *
find_loose_table (FoiWindow *self, const char *place)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  g_auto (GStrv) segments = g_strsplit (place, "/", 3);
  FoiTable *table = g_strcmp0 (segments[0], "tables") == 0 && segments[1] != NULL
                      ? foi_case_find_table (foi_case, segments[1]) : NULL;

  if (table == NULL || foi_case_find_table_question (foi_case, segments[1]) != NULL)
    return NULL;
  return foi_table_get_name (table);
}

/* The letter at @place, or NULL. */
static JsonNode *
find_letter (FoiWindow *self, const char *place)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  g_auto (GStrv) segments = g_strsplit (place, "/", 3);
  g_autofree char *path = NULL;

  if (g_strcmp0 (segments[0], "letters") != 0 || segments[1] == NULL)
    return NULL;
  path = g_strconcat ("letters/", segments[1], NULL);
  return foi_case_state_get_node (foi_case_get_state (foi_case), path);
}

/* The page of a letter: one that was issued is only told of; one that answers the request is
 * written question by question, but for what stands around the answers. */
static const char *
page_of_letter (FoiWindow *self, JsonNode *letter)
{
  const char *id = foi_json_get_string (letter, "id", NULL);

  if (id == NULL)
    return NULL;
  if (foi_case_facts_find_issued (foi_document_get_case (self->document), id) != NULL)
    return "sent";
  return foi_letter_kind_is_answer (foi_json_get_string (letter, "type", "response")) ? "closing"
                                                                                     : "letter";
}

static const char *
page_of_place (FoiWindow *self, const char *place)
{
  g_autofree char *question = foi_document_dup_question (self->document);

  /* A question as it was asked is part of the request; so is what happened to it. */
  if (g_str_has_prefix (place, "request") || g_str_has_prefix (place, "events")
      || g_str_has_prefix (place, "issued")
      || (g_str_has_prefix (place, "questions/") && g_str_has_suffix (place, "/text")))
    return "request";
  if (question != NULL)
    return "question";
  if (g_str_has_prefix (place, "closing") || g_str_has_prefix (place, "wording/"))
    return "closing";
  if (g_str_has_prefix (place, "attachments"))
    return "attachments";
  if (g_str_has_prefix (place, "letters/"))
    return page_of_letter (self, find_letter (self, place));
  return find_loose_table (self, place) != NULL ? "table" : NULL;
}

/* Each page is made when it is first shown, so that a window is there sooner. */
static void
ensure_page (FoiWindow *self, const char *name)
{
  GtkStack *pages = GTK_STACK (self->pages);
  GtkWidget *page;

  if (gtk_stack_get_child_by_name (pages, name) != NULL)
    return;
  if (g_str_equal (name, "request"))
    page = self->request_page = foi_request_page_new (self->document);
  else if (g_str_equal (name, "question"))
    page = self->question_page = foi_question_page_new (self->document);
  else if (g_str_equal (name, "table"))
    page = self->table_page = foi_table_page_new (self->document);
  else if (g_str_equal (name, "letter"))
    page = self->letter_page = foi_closing_page_new (self->document);
  else if (g_str_equal (name, "attachments"))
    page = foi_attachments_page_new (self->document);
  else if (g_str_equal (name, "sent"))
    page = self->sent_page = foi_sent_page_new (self->document);
  else
    page = foi_closing_page_new (self->document);
  gtk_stack_add_named (pages, page, name);
}

/* Shows the page on which the place at hand is edited. */
void
_foi_window_show_place (FoiWindow *self)
{
  const char *place = foi_document_get_place (self->document);
  const char *page = page_of_place (self, place);
  g_autofree char *question = foi_document_dup_question (self->document);

  if (page != NULL)
    ensure_page (self, page);
  if (question != NULL)
    foi_question_page_set_question (FOI_QUESTION_PAGE (self->question_page), question);
  else if (g_strcmp0 (page, "table") == 0)
    foi_table_page_set_table (FOI_TABLE_PAGE (self->table_page), find_loose_table (self, place));
  else if (g_strcmp0 (page, "letter") == 0)
    foi_closing_page_set_letter (FOI_CLOSING_PAGE (self->letter_page),
                                 foi_json_get_string (find_letter (self, place), "id", ""));
  else if (g_strcmp0 (page, "sent") == 0)
    foi_sent_page_set_letter (FOI_SENT_PAGE (self->sent_page),
                              foi_json_get_string (find_letter (self, place), "id", ""));
  if (page != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->pages), page);
}

/* The table whose small numbers are meant, or NULL. */
static char *
dup_small_numbers_table (const char *place)
{
  g_auto (GStrv) segments = g_strsplit (place, "/", 4);

  return g_strv_length (segments) == 3 && g_str_equal (segments[0], "tables")
             && g_str_equal (segments[2], "small-numbers")
           ? g_strdup (segments[1]) : NULL;
}

/* A person wants to be there: what is in its way makes room. */
void
_foi_window_go_to (FoiWindow *self, const char *place)
{
  g_autofree char *table = dup_small_numbers_table (place);

  _foi_window_show_place (self);
  foi_panes_show (self->panes,
                  g_str_has_prefix (place, "letters/")
                      && g_strcmp0 (page_of_place (self, place), "letter") != 0
                    ? FOI_PANE_LETTER : FOI_PANE_PAGE);
  if (g_str_equal (place, "closing/authority"))
    foi_authority_offer (GTK_WINDOW (self), self->document);
  if (table != NULL && !foi_document_is_read_only (self->document))
    foi_small_window_present (GTK_WINDOW (self), self->document, table);
}
