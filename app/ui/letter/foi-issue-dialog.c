/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-issue-dialog.h"

#include <glib/gi18n.h>

#include <string.h>

#include "foi-case-approval.h"
#include "foi-almanac.h"
#include "foi-case-facts.h"
#include "foi-chance.h"
#include "foi-drop-down.h"
#include "foi-finding-list.h"
#include "foi-issue.h"
#include "foi-letter-kind.h"
#include "foi-letter-copy.h"
#include "foi-letter-gaps.h"
#include "foi-print.h"
#include "foi-review.h"
#include "foi-todo.h"
#include "foi-typed.h"

struct _FoiIssueDialog
{
  GtkWindow parent_instance;

  FoiDocument    *document;
  FoiCaseChecker *checker;
  gboolean        busy;
  GtkWidget      *findings; /* NULL: what this letter says is not checked */
  guint           n_stops;  /* as they were counted last */

  GtkWidget *stack;
  GtkWidget *stops;
  GtkWidget *found;
  GtkWidget *lists;
  GtkWidget *obstacles;
  GtkWidget *todos;
  GtkWidget *date;
  GtkWidget *remark;
  GtkWidget *how;
  GtkWidget *by;
  GtkWidget *approver;
  GtkWidget *problem;
  GtkWidget *issue_button;
  GtkWidget *issued;
  GtkWidget *save_pdf;
  GtkWidget *annexes;
  GtkWidget *told;
};

G_DEFINE_FINAL_TYPE (FoiIssueDialog, foi_issue_dialog, GTK_TYPE_WINDOW)

static const char *
get_entry_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* The typed date in ISO 8601, or NULL and the reason. */
static char *
dup_date (FoiIssueDialog *self, char **reason)
{
  g_autoptr (FoiColumn) column = foi_column_new ("date", "", FOI_VALUE_DATE);
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  FoiRefusal refusal = { NULL, NULL };

  if (!foi_typed_parse (column, get_entry_text (self->date), &cell, &refusal))
    {
      *reason = g_strdup (refusal.reason);
      foi_refusal_clear (&refusal);
      return NULL;
    }
  if (cell.state != FOI_CELL_VALUE)
    {
      *reason = g_strdup (_("The letter needs a date"));
      return NULL;
    }
  return foi_date_to_iso ((FoiDate) cell.number);
}

/* The same; NULL also for a day on which no letter of this case's can be issued. */
static char *
dup_possible_date (FoiIssueDialog *self, char **reason)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();
  g_autofree char *date = dup_date (self, reason);

  if (date == NULL)
    return NULL;
  *reason = foi_case_facts_dup_date_fault (
    foi_case_get_state (foi_document_get_case (self->document)),
    foi_almanac_get_holidays (almanac), foi_date_from_iso (date),
    foi_almanac_get_today (almanac));
  return *reason == NULL ? g_steal_pointer (&date) : NULL;
}

static void
show_problem (FoiIssueDialog *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem, text != NULL);
}

/* The date is the officer's to choose: what is odd about it is only said. */
static void
show_remark (FoiIssueDialog *self, const char *iso)
{
  g_autofree char *text
    = iso != NULL ? foi_case_facts_dup_date_remark (foi_document_get_case (self->document),
                                                    foi_date_from_iso (iso), foi_today ()) : NULL;

  gtk_label_set_text (GTK_LABEL (self->remark), text != NULL ? text : "");
  gtk_widget_set_visible (self->remark, text != NULL);
}

/* How many findings nobody may pass by: each is put right, or accepted with a reason. */
static guint
count_stops (FoiIssueDialog *self)
{
  return self->findings != NULL ? foi_case_checker_count (self->checker, FOI_SEVERITY_ERROR) : 0;
}

static gboolean
has_findings (FoiIssueDialog *self)
{
  GPtrArray *findings = foi_case_checker_get_findings (self->checker);

  for (guint i = 0; self->findings != NULL && i < findings->len; i++)
    if (((FoiFinding *) findings->pdata[i])->severity >= FOI_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

static void
show_stops (FoiIssueDialog *self, gboolean has_todos)
{
  const guint n_stops = count_stops (self);
  const gboolean has_lists = has_todos || has_findings (self);
  g_autofree char *text = NULL;

  /* Nothing is left to accept: Return sends the form. */
  if (self->n_stops > 0 && n_stops == 0 && !has_todos)
    gtk_window_set_focus (GTK_WINDOW (self), self->date);
  self->n_stops = n_stops;
  if (n_stops > 0)
    text = g_strdup_printf (ngettext ("%u thing is to be put right, or accepted with a reason, "
                                      "before the letter can go.",
                                      "%u things are to be put right, or accepted with a reason, "
                                      "before the letter can go.", n_stops), n_stops);
  else if (self->findings != NULL && foi_case_checker_is_busy (self->checker) && !has_lists)
    text = g_strdup (_("Checking …"));
  gtk_label_set_text (GTK_LABEL (self->stops), text != NULL ? text : "");
  gtk_widget_set_visible (self->stops, text != NULL);
  gtk_widget_set_visible (self->obstacles, has_todos);
  gtk_widget_set_visible (self->found, has_lists);
}

static void
update (FoiIssueDialog *self)
{
  g_autofree char *reason = NULL;
  g_autofree char *date = NULL;
  gboolean has_todos, is_checked;

  if (self->document == NULL)
    return;
  date = dup_possible_date (self, &reason);
  has_todos = gtk_widget_get_first_child (self->todos) != NULL;
  is_checked = self->findings == NULL || !foi_case_checker_is_busy (self->checker);
  show_problem (self, reason);
  show_remark (self, date);
  show_stops (self, has_todos);
  gtk_widget_set_sensitive (self->issue_button,
                            date != NULL && !has_todos && !self->busy && is_checked
                              && count_stops (self) == 0
                              && get_entry_text (self->by)[0] != '\0');
}

/* What is said of the answer is checked, and the answer is the letter that is being written. */
static void
add_findings (FoiIssueDialog *self)
{
  FoiBrief *brief = foi_document_get_brief (self->document);

  if (brief == NULL || g_strcmp0 (foi_brief_get_current_letter (brief),
                                  foi_document_get_letter_id (self->document)) != 0)
    return;
  self->findings = foi_finding_list_new (self->document, self->checker);
  /* What is to do stands above it. */
  foi_finding_list_set_first (FOI_FINDING_LIST (self->findings), FOI_SEVERITY_ERROR);
  foi_finding_list_update (FOI_FINDING_LIST (self->findings));
  gtk_box_append (GTK_BOX (self->lists), self->findings);
  g_signal_connect_object (self->findings, "leaving", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checker, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_document_get_case (self->document), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
}

static void
todo_clicked_cb (GtkWidget *button, FoiIssueDialog *self)
{
  g_autoptr (FoiDocument) document = g_object_ref (self->document);
  g_autofree char *place = g_strdup (g_object_get_data (G_OBJECT (button), "place"));

  gtk_window_close (GTK_WINDOW (self));
  foi_document_go_to (document, place);
}

static void
add_todo (FoiIssueDialog *self, const char *text, const char *place)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "link");
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_object_set_data_full (G_OBJECT (button), "place", g_strdup (place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (todo_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->todos), button);
}

/* What the points of a review say does not stand beside them. */
static gboolean
says_by_points (FoiCaseState *state, const char *letter, const char *particular)
{
  g_autofree char *path = g_strdup_printf ("letters/%s/particulars", letter);
  JsonNode *particulars = foi_case_state_get_node (state, path);

  if (g_str_equal (particular, "decision"))
    return foi_review_get_n_points (particulars) > 0;
  return g_str_equal (particular, "findings") && foi_review_get_n_points (particulars) > 0;
}

/* What a letter asks an officer for that does not answer the request: it can go while questions are
 * open. Some of its days are told by its date, which it gets here. */
static void
fill_particulars (FoiIssueDialog *self, const FoiLetterKind *kind)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  const char *letter = foi_document_get_letter_id (self->document);

  for (guint i = 0; kind->particulars[i].name != NULL; i++)
    {
      const FoiParticular *particular = &kind->particulars[i];
      g_autofree char *place
        = g_strdup_printf ("letters/%s/particulars/%s", letter, particular->name);
      const char *text = foi_case_state_get_string (state, place);
      /* Translators: %s is the name of something that a letter has to say. */
      g_autofree char *words = g_strdup_printf (_("The letter does not say yet: %s"),
                                                _(particular->label));

      if (!particular->is_optional && (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
          && !says_by_points (state, letter, particular->name))
        add_todo (self, words, place);
    }
}

/* Where the letter lacks something that is no thing to do by itself. A paragraph that stands under
 * a question is put right there: its id begins with the question's. */
static void
fill_gaps (FoiIssueDialog *self, GPtrArray *todos)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  FoiLayout *layout = foi_document_get_layout (self->document);
  g_autoptr (GPtrArray) gaps
    = layout != NULL ? foi_letter_gaps_list (foi_layout_get_letter (layout)) : g_ptr_array_new ();

  for (guint i = 0; i < gaps->len; i++)
    {
      const FoiLetterGap *gap = gaps->pdata[i];
      g_autofree char *question = g_strndup (gap->block, strcspn (gap->block, "/"));
      g_autofree char *topic = foi_case_state_dup_question_path (state, question);
      /* Translators: %s is "[missing: …]", as it stands in the letter. */
      g_autofree char *words = g_strdup_printf (_("The letter says “%s”"), gap->text);
      FoiTodo *todo = topic != NULL ? foi_todo_find (todos, topic) : NULL;

      if (todo == NULL || !todo->is_obstacle)
        add_todo (self, words, topic != NULL ? topic : gap->place != NULL ? gap->place : "closing");
    }
}

static void
fill_todos (FoiIssueDialog *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = g_strdup_printf ("letters/%s/type",
                                           foi_document_get_letter_id (self->document));
  const FoiLetterKind *kind = foi_letter_kind_find (foi_case_state_get_string (state, path));
  g_autoptr (GPtrArray) todos = NULL;

  if (kind != NULL && !foi_letter_kind_is_answer (kind->type))
    {
      fill_particulars (self, kind);
      return;
    }
  todos = foi_todo_list (foi_document_get_case (self->document));
  for (guint i = 0; i < todos->len; i++)
    {
      FoiTodo *todo = g_ptr_array_index (todos, i);

      if (todo->is_obstacle)
        add_todo (self, todo->text, todo->editor);
    }
  fill_gaps (self, todos);
}

/* Who approved all that the letter says, as it is now: nobody else is written down by itself. */
static char *
dup_approvers (FoiCaseState *state)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  GPtrArray *questions = foi_brief_get_questions (brief);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      FoiApproval approval;

      foi_case_state_get_approval (state, foi_question_get_id (questions->pdata[i]), &approval);
      if (approval.state != FOI_APPROVAL_GIVEN)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (names, approval.by, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) approval.by);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
fill_fields (FoiIssueDialog *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = g_strconcat ("letters/", foi_document_get_letter_id (self->document),
                                       "/date", NULL);
  FoiDate date = foi_date_from_iso (foi_case_state_get_string (state, path));
  g_autofree char *words = foi_date_to_words (
    date != FOI_DATE_NONE ? date
                          : foi_case_facts_propose_date (foi_document_get_case (self->document),
                                                         foi_today ()));
  g_autofree char *approvers = dup_approvers (state);
  g_autofree char *type_path = g_strconcat (
    "letters/", foi_document_get_letter_id (self->document), "/type", NULL);
  const char *type = foi_case_state_get_string (state, type_path);
  const char *name = g_get_real_name ();

  gtk_editable_set_text (GTK_EDITABLE (self->date), words);
  if (approvers != NULL
      && foi_letter_kind_is_answer (type != NULL ? type : "response"))
    gtk_editable_set_text (GTK_EDITABLE (self->approver), approvers);
  if (name != NULL && !g_str_equal (name, "Unknown"))
    gtk_editable_set_text (GTK_EDITABLE (self->by), name);
}

/* What the window is told while this dialog lies over it is said here as well. */
static void
message_cb (FoiIssueDialog *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->told), text);
  gtk_widget_set_visible (self->told, TRUE);
}

static void
say_issued (FoiIssueDialog *self, gboolean saved)
{
  /* Translators: %s is a date. */
  g_autofree char *text
    = g_strdup_printf (saved ? _("The letter is issued, dated %s. The case is saved.")
                             : _("The letter is issued, dated %s. Save the case now."),
                       get_entry_text (self->date));

  gtk_label_set_text (GTK_LABEL (self->issued), text);
  gtk_widget_set_visible (self->issued, TRUE);
}

static void
modified_cb (FoiIssueDialog *self, GParamSpec *pspec, FoiCaseEditor *editor)
{
  if (self->document != NULL && !foi_case_editor_is_modified (editor))
    say_issued (self, TRUE);
}

/* As a person does: the window asks what is to become of what somebody else wrote meanwhile. */
static void
save (FoiIssueDialog *self)
{
  g_signal_connect_object (foi_document_get_editor (self->document), "notify::modified",
                           G_CALLBACK (modified_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.save", NULL);
}

static void
annex_clicked_cb (GtkWidget *button, FoiIssueDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.export-csv", "s", gtk_widget_get_name (button));
}

/* A button for each table that goes with the letter as a file. */
static void
letter_frozen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiIssueDialog) self = user_data;
  g_autoptr (FoiLayout) layout
    = foi_document_set_letter_finish (FOI_DOCUMENT (source), result, NULL);
  GPtrArray *tables = layout != NULL ? foi_layout_get_letter (layout)->annexes : NULL;

  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      const char *name = foi_publication_get_name (tables->pdata[i]);
      g_autofree char *label = g_strdup_printf (_("Save %s.csv…"), name);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_set_name (button, name);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_object (button, "clicked", G_CALLBACK (annex_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (self->annexes), button);
      gtk_widget_set_visible (self->annexes, TRUE);
    }
}

static void
show_issued (FoiIssueDialog *self)
{
  say_issued (self, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "issued");
  gtk_window_set_title (GTK_WINDOW (self), _("The Letter Is Issued"));
  /* As high as what it says now, not as what it asked. */
  gtk_window_set_default_size (GTK_WINDOW (self), -1, -1);
  gtk_widget_grab_focus (self->save_pdf);
  g_signal_connect_object (self->document, "message", G_CALLBACK (message_cb), self,
                           G_CONNECT_SWAPPED);
  foi_document_set_letter_async (self->document, NULL, letter_frozen_cb, g_object_ref (self));
  if (foi_document_get_file (self->document) != NULL)
    save (self);
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiIssueDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = foi_issue_finish (FOI_DOCUMENT (source), result, &error);

  self->busy = FALSE;
  if (self->document == NULL)
    return;
  update (self);
  if (done)
    show_issued (self);
  else
    show_problem (self, error->message);
}

static void
issue_clicked_cb (FoiIssueDialog *self)
{
  static const char *const names[] = { "email", "post", "portal", "hand" };
  g_autofree char *reason = NULL;
  g_autofree char *date = dup_possible_date (self, &reason);
  guint how = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->how));
  const FoiIssueFacts facts = {
    date, names[MIN (how, G_N_ELEMENTS (names) - 1)], get_entry_text (self->by),
    get_entry_text (self->approver), NULL,
  };

  if (date == NULL || !gtk_widget_get_sensitive (self->issue_button))
    return;
  self->busy = TRUE;
  update (self);
  foi_issue_async (self->document, &facts, NULL, issued_cb, g_object_ref (self));
}

static void
save_pdf_clicked_cb (FoiIssueDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.export", "s", "pdf");
}

static void
print_clicked_cb (FoiIssueDialog *self)
{
  foi_print (GTK_WINDOW (self), self->document);
}

/* The letter goes out with its tables and its attachments: the window has a way for that. */
static void
pack_clicked_cb (FoiIssueDialog *self)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.make-pack", NULL);
}

static void
copy_clicked_cb (FoiIssueDialog *self)
{
  foi_letter_copy (self->document, gtk_widget_get_clipboard (GTK_WIDGET (self)));
}

static void
foi_issue_dialog_dispose (GObject *object)
{
  FoiIssueDialog *self = FOI_ISSUE_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->checker);

  G_OBJECT_CLASS (foi_issue_dialog_parent_class)->dispose (object);
}

static void
foi_issue_dialog_class_init (FoiIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_issue_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, stops);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, found);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, lists);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, obstacles);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, todos);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, date);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, remark);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, how);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, by);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, approver);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, issue_button);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, issued);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, save_pdf);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, annexes);
  gtk_widget_class_bind_template_child (widget_class, FoiIssueDialog, told);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, issue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_pdf_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pack_clicked_cb);
}

static void
foi_issue_dialog_init (FoiIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foi_drop_down_set_name (self->how, _("How it is sent"));
}

/**
 * foi_issue_dialog_present:
 * @parent: the case's window
 * @document: the case, whose current letter is a draft
 * @checker: what checks it
 *
 * Asks how the letter goes out, and issues it. Over what the checks say is to fix nothing is issued
 * until it is put right, or accepted with a reason that the case keeps.
 */
void
foi_issue_dialog_present (GtkWindow *parent, FoiDocument *document, FoiCaseChecker *checker)
{
  FoiIssueDialog *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));
  g_return_if_fail (FOI_IS_CASE_CHECKER (checker));

  foi_document_commit (document);
  self = g_object_new (FOI_TYPE_ISSUE_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->checker = g_object_ref (checker);
  fill_todos (self);
  fill_fields (self);
  add_findings (self);
  update (self);
  /* What stops comes first; else the form, which Return sends. */
  if (count_stops (self) == 0 && gtk_widget_get_first_child (self->todos) == NULL)
    gtk_window_set_focus (GTK_WINDOW (self), self->date);
  gtk_window_present (GTK_WINDOW (self));
}
