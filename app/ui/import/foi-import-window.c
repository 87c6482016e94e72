/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-window.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-hidden-list.h"
#include "foi-import-window-private.h"
#include "foi-json-edit.h"
#include "foi-mnemonics.h"
#include "foi-progress-follow.h"
#include "foi-table-paste-new.h"
#include "foi-task.h"

G_DEFINE_FINAL_TYPE (FoiImportWindow, foi_import_window, GTK_TYPE_WINDOW)

/* ---- reading ---- */

/* What a thread does, and in it frees what was shown before, which may be large. */
typedef struct
{
  FoiImportBook *book;
  FoiImportAsk   ask;
  FoiImportMade *made;
  GPtrArray     *hidden; /* of char */
  gboolean       brings_in; /* some of it comes in all the same */
  int            percent; /* atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  foi_import_book_unref (job->book);
  foi_import_ask_clear (&job->ask);
  g_clear_pointer (&job->made, foi_import_made_free);
  g_clear_pointer (&job->hidden, g_ptr_array_unref);
  g_free (job);
}

static void
free_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  foi_import_made_free (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
free_book_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  foi_import_book_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

/* Frees in a thread what may have millions of cells. */
static void
let_go (gpointer data, GTaskThreadFunc func)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  if (data == NULL)
    return;
  g_task_set_task_data (task, data, NULL);
  foi_task_run_in_thread (task, func);
}

static void
progress_cb (double fraction, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->percent, (int) (fraction * 100));
}

/* Whether cells that are taken hold what a glance does not show. */
static gboolean
brings_in (Job *job, FoiHidden *hidden)
{
  FoiWorkbook *workbook = foi_import_book_get_workbook (job->book);
  const char *sheet = foi_workbook_get_sheet_name (workbook, (guint) job->made->sheet);

  for (guint i = 0; i < foi_hidden_get_length (hidden); i++)
    if (foi_import_brings_in (foi_hidden_get (hidden, i), sheet))
      return TRUE;
  return FALSE;
}

static void
job_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  FoiHidden *hidden;

  job->made = foi_import_book_make (job->book, &job->ask, progress_cb, job, cancellable, &error);
  hidden = foi_import_book_get_hidden (job->book);
  if (hidden != NULL)
    {
      job->hidden = foi_hidden_list_describe (hidden);
      job->brings_in = job->made != NULL && brings_in (job, hidden);
    }
  if (job->made != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- what is shown ---- */

/* Says what stands in the way: in the place of all where the file cannot be read. */
static void
show_trouble (FoiImportWindow *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->trouble), text);
  gtk_widget_set_visible (self->trouble, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "trouble");
}

static void
show_band (FoiImportWindow *self, GPtrArray *hidden, gboolean brings)
{
  g_autofree char *text = NULL;

  foi_hidden_list_set_lines (FOI_HIDDEN_LIST (self->hidden), hidden);
  gtk_widget_set_visible (self->band, hidden->len > 0);
  if (hidden->len == 0)
    return;
  if (brings)
    text = g_strdup_printf (ngettext ("This file holds %u thing that a glance does not show. It is "
                                      "in cells that are taken, and comes in as Preview shows it.",
                                      "This file holds %u things that a glance does not show. What "
                                      "cells hold that are taken comes in, as Preview shows it; "
                                      "all else stays behind.",
                                      hidden->len),
                            hidden->len);
  else
    text = g_strdup_printf (ngettext ("This file holds %u thing that a glance does not show. It "
                                      "stays behind.",
                                      "This file holds %u things that a glance does not show. "
                                      "They stay behind.",
                                      hidden->len),
                            hidden->len);
  gtk_label_set_text (GTK_LABEL (self->band_words), text);
}

/* What GTK sees first it gives a style and a place, which takes more than making it: so one part in
 * a frame. */
static gboolean
show_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoiImportWindow *self = FOI_IMPORT_WINDOW (widget);

  if (self->n_unseen > 0)
    gtk_widget_set_visible (self->unseen[--self->n_unseen], TRUE);
  if (self->n_unseen > 0)
    return G_SOURCE_CONTINUE;
  self->showing = 0;
  return G_SOURCE_REMOVE;
}

static void
show_all (FoiImportWindow *self, const GError *error)
{
  if (self->n_unseen > 0 && self->showing == 0)
    self->showing = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_cb, NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "ready");
  self->updating = TRUE;
  _foi_import_form_show (self);
  _foi_import_says_show (self);
  _foi_import_pages_show (self);
  self->updating = FALSE;
  if (error != NULL)
    gtk_label_set_text (GTK_LABEL (self->outcome), error->message);
}

static void
update_busy (FoiImportWindow *self)
{
  gboolean is_busy = self->cancellable != NULL;

  gtk_widget_set_opacity (self->bar, is_busy ? 1 : 0);
  gtk_widget_set_sensitive (self->import_button, !is_busy && self->made != NULL);
}

static void start (FoiImportWindow *self);

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiImportWindow *self = FOI_IMPORT_WINDOW (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  /* It has the task, and the task has the window. */
  g_clear_handle_id (&self->pulse, g_source_remove);
  /* Of a window that is closed again nothing more is made. */
  if (self->to_build > 0)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (self)))
        g_set_object (&self->early, result);
      else
        let_go (g_steal_pointer (&job->made), free_thread);
      return;
    }
  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_object (&self->cancellable);
  if (self->document == NULL || self->again)
    {
      let_go (g_steal_pointer (&job->made), free_thread);
      if (self->document != NULL)
        start (self);
      return;
    }
  let_go (self->made, free_thread);
  self->made = g_steal_pointer (&job->made);
  if (job->hidden != NULL)
    show_band (self, job->hidden, job->brings_in);
  if (foi_import_book_get_workbook (self->book) == NULL)
    show_trouble (self, error->message);
  else
    show_all (self, error);
  update_busy (self);
}

static void
start (FoiImportWindow *self)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  self->again = FALSE;
  self->cancellable = g_cancellable_new ();
  job->book = foi_import_book_ref (self->book);
  foi_import_ask_copy (&self->ask, &job->ask);
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  /* A result that is late is let go of in a thread, and must be looked at for that. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  self->pulse = foi_progress_follow (self->bar, task, &job->percent, NULL);
  update_busy (self);
  foi_task_run_in_thread (task, job_thread);
}

/* Makes anew what is asked for now. One thread at a time has the book. */
void
_foi_import_window_ask (FoiImportWindow *self)
{
  if (self->updating)
    return;
  if (self->cancellable == NULL)
    {
      start (self);
      return;
    }
  self->again = TRUE;
  g_cancellable_cancel (self->cancellable);
}

/* ---- doing it ---- */

/* What a service filled in is called as its question is: that file's name is ours. */
static char *
dup_question_label (FoiImportWindow *self, const char *name)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  FoiQuestion *question
    = self->question != NULL && g_str_has_prefix (name, "question-")
        ? foi_case_find_question (foi_case, self->question) : NULL;
  const char *label = question != NULL ? foi_question_get_label (question) : "";

  return label[0] != '\0' ? g_strdup (label) : NULL;
}

/* The title that stands above the table in the file, or else the file's own name. */
static gboolean
add_title (FoiImportWindow *self, FoiCaseEditor *editor, FoiTableData *table, GError **error)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *label = dup_question_label (self, shown);
  char *end = strrchr (shown, '.');
  g_autoptr (JsonNode) title = NULL;

  if (foi_json_get_string (foi_table_data_get_resource (table), "title", NULL) != NULL)
    return TRUE;
  if (end != NULL && end != shown)
    *end = '\0';
  title = foi_json_new_string (label != NULL ? label : shown);
  return foi_case_editor_set_table_member (editor, foi_table_data_get_name (table), "title", title,
                                           _("Import Table"), error);
}

static gboolean
import_new (FoiImportWindow *self, FoiCaseEditor *editor, GError **error)
{
  FoiPasteProposal *proposal = self->made->proposal;
  const char *name = foi_table_data_get_name (proposal->table);

  foi_table_paste_leave_problems (self->document, name, proposal->problems);
  foi_case_editor_begin (editor, _("Import Table"));
  if (foi_case_editor_import_new (editor, proposal, self->made->history, self->question, error)
      && add_title (self, editor, proposal->table, error))
    {
      foi_case_editor_end (editor);
      return TRUE;
    }
  foi_case_editor_cancel (editor);
  foi_table_paste_forget_problems (self->document, name);
  return FALSE;
}

static gboolean
import_over (FoiImportWindow *self, FoiCaseEditor *editor, GError **error)
{
  const char *name = foi_table_data_get_name (self->ask.table);
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));

  if (foi_case_state_find_table (state, name) == self->ask.table)
    return foi_case_editor_import_over (editor, name, self->made->match, self->made->history,
                                        error);
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("The table changed meanwhile. Open the import again."));
  return FALSE;
}

/* Where the table will be, once it has its place there. */
typedef struct
{
  FoiDocument *document;
  char        *place;
} Going;

static void
going_free (gpointer data)
{
  Going *going = data;

  g_object_unref (going->document);
  g_free (going->place);
  g_free (going);
}

static gboolean
go_cb (gpointer data)
{
  Going *going = data;

  foi_document_go_to (going->document, going->place);
  return G_SOURCE_REMOVE;
}

/**
 * foi_import_window_apply:
 *
 * Imports what is shown, as one command, and closes the window.
 */
void
foi_import_window_apply (FoiImportWindow *self)
{
  FoiCaseEditor *editor;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  Going *going;
  gboolean done;

  g_return_if_fail (FOI_IS_IMPORT_WINDOW (self));

  if (self->made == NULL || self->cancellable != NULL)
    return;
  editor = foi_document_get_editor (self->document);
  place = g_strconcat ("tables/", self->made->proposal != NULL
                                    ? foi_table_data_get_name (self->made->proposal->table)
                                    : foi_table_data_get_name (self->ask.table), NULL);
  done = self->made->proposal != NULL ? import_new (self, editor, &error)
                                      : import_over (self, editor, &error);
  if (!done)
    {
      gtk_label_set_text (GTK_LABEL (self->outcome), error->message);
      return;
    }
  going = g_new (Going, 1);
  going->document = g_object_ref (self->document);
  going->place = g_steal_pointer (&place);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_cb, going, going_free);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- the window ---- */

GtkWidget *
_foi_import_add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
show_hidden_cb (FoiImportWindow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "hidden");
  gtk_widget_child_focus (self->hidden, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_band (FoiImportWindow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show _What"));

  self->band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->band, "foi-remark");
  self->band_words = _foi_import_add_label (self->band, "", NULL);
  gtk_widget_set_hexpand (self->band_words, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_hidden_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->band), button);
  gtk_widget_set_visible (self->band, FALSE);
  return self->band;
}

static GtkWidget *
make_trouble (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  _foi_import_add_label (box, _("This file cannot be imported"), "title-label");
  self->trouble = _foi_import_add_label (box, "", NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (self->trouble), 60);
  gtk_label_set_selectable (GTK_LABEL (self->trouble), TRUE);
  gtk_widget_set_visible (self->trouble, FALSE);
  return box;
}

/* The parts of the assistant, in the order in which they come to their places. */
static void
add_unseen (FoiImportWindow *self, GtkWidget *part)
{
  gtk_widget_set_visible (part, FALSE);
  self->unseen[self->n_unseen++] = part;
}

static void
add_source (FoiImportWindow *self)
{
  add_unseen (self, _foi_import_form_add_source (self));
}

static void
add_target (FoiImportWindow *self)
{
  add_unseen (self, _foi_import_form_add_target (self));
}

static void
add_pages (FoiImportWindow *self)
{
  gtk_box_append (GTK_BOX (self->halves), _foi_import_pages_new (self));
  add_unseen (self, self->hidden);
  add_unseen (self, self->changes);
  add_unseen (self, self->columns);
  add_unseen (self, self->preview);
  add_unseen (self, self->pages);
  add_unseen (self, self->page_names);
}

static void
add_form (FoiImportWindow *self)
{
  gtk_box_append (GTK_BOX (self->halves), _foi_import_form_new (self));
}

static void
add_box (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  gtk_widget_set_vexpand (self->halves, TRUE);
  gtk_box_append (GTK_BOX (box), make_band (self));
  gtk_box_append (GTK_BOX (box), self->halves);
  gtk_box_append (GTK_BOX (box), _foi_import_outcome_new (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_trouble (self), "trouble");
  gtk_stack_add_named (GTK_STACK (self->stack), box, "ready");
}

static void (*const parts[]) (FoiImportWindow *)
  = { add_source, add_target, add_pages, add_form, add_box };

/* One part in a frame, and in the last what was read: all at once would hold up the window that it
 * belongs to. */
static gboolean
build_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoiImportWindow *self = FOI_IMPORT_WINDOW (widget);
  g_autoptr (GAsyncResult) early = NULL;

  if (self->document == NULL)
    return G_SOURCE_REMOVE;
  if (self->to_build > 1)
    {
      parts[--self->to_build - 1](self);
      foi_mnemonics_name_buttons (widget);
      return G_SOURCE_CONTINUE;
    }
  self->to_build = 0;
  early = g_steal_pointer (&self->early);
  if (early != NULL)
    made_cb (G_OBJECT (self), early, NULL);
  return G_SOURCE_REMOVE;
}

static void
make_titlebar (FoiImportWindow *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->import_button = gtk_button_new_with_mnemonic (_("_Import"));
  gtk_widget_add_css_class (self->import_button, "suggested-action");
  g_signal_connect_object (self->import_button, "clicked", G_CALLBACK (foi_import_window_apply),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), self->import_button);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_window_set_titlebar (GTK_WINDOW (self), bar);
}

static void
foi_import_window_dispose (GObject *object)
{
  FoiImportWindow *self = FOI_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  let_go (g_steal_pointer (&self->made), free_thread);
  let_go (g_steal_pointer (&self->book), free_book_thread);
  g_clear_pointer (&self->preview_rows, foi_list_filler_free);
  g_clear_pointer (&self->column_items, foi_list_filler_free);
  g_clear_object (&self->document);
  g_clear_object (&self->early);

  G_OBJECT_CLASS (foi_import_window_parent_class)->dispose (object);
}

static void
foi_import_window_finalize (GObject *object)
{
  FoiImportWindow *self = FOI_IMPORT_WINDOW (object);

  foi_import_ask_clear (&self->ask);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_free (self->question);
  g_free (self->said_for);

  G_OBJECT_CLASS (foi_import_window_parent_class)->finalize (object);
}

static gboolean
drop_cb (gpointer user_data)
{
  FoiImportWindow *self = user_data;

  if (self->document != NULL && self->to_build == 0
      && (_foi_import_pages_drop (self) || _foi_import_says_drop (self)))
    return G_SOURCE_CONTINUE;
  g_clear_object (&self->early);
  if (self->document != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* It goes at once, and what it has little by little: freeing hundreds of widgets takes a while. */
static gboolean
foi_import_window_close_request (GtkWindow *window)
{
  FoiImportWindow *self = FOI_IMPORT_WINDOW (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_cb, g_object_ref (self), g_object_unref);
  return TRUE;
}

static void
foi_import_window_class_init (FoiImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = foi_import_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foi_import_window_init (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *reading = gtk_label_new (_("Reading the file…"));

  foi_import_ask_init (&self->ask);
  self->targets = g_ptr_array_new_with_free_func (g_free);
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  make_titlebar (self);
  gtk_widget_add_css_class (box, "form");
  self->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reading the file"), -1);
  gtk_box_append (GTK_BOX (box), self->bar);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (reading, "dim-label");
  gtk_stack_add_named (GTK_STACK (self->stack), reading, "reading");
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_window_set_child (GTK_WINDOW (self), box);
  self->to_build = G_N_ELEMENTS (parts) + 1;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), build_cb, NULL, NULL);
}

static void
set_ask (FoiImportWindow *self, const char *table)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *base = g_file_get_basename (self->file);
  g_autofree char *wish = g_filename_display_name (base);
  char *end = strrchr (wish, '.');
  FoiTableData *data = table != NULL ? foi_case_state_find_table (state, table) : NULL;

  if (end != NULL && end != wish)
    *end = '\0';
  self->ask.name = foi_case_state_dup_unique_table_name (state, wish);
  self->ask.date = foi_date_to_iso (foi_almanac_get_today (foi_almanac_get_default ()));
  if (data == NULL)
    return;
  self->ask.table = foi_table_data_ref (data);
  self->ask.state = foi_case_state_ref (state);
  self->ask.title = g_strdup (foi_table_data_get_title (data));
  self->ask.mode = foi_import_has_names (data) ? FOI_IMPORT_REPLACE : FOI_IMPORT_APPEND;
}

/**
 * foi_import_window_present:
 * @parent: the case's window
 * @document: the case
 * @question: (nullable): the question that a new table answers
 * @table: (nullable): a table that gets the rows, unless something else is chosen
 * @file: a spreadsheet
 *
 * Reads the file, and shows what can be taken from it.
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
GtkWidget *
foi_import_window_present (GtkWindow *parent, FoiDocument *document, const char *question,
                           const char *table, GFile *file)
{
  FoiImportWindow *self;
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  foi_document_commit (document);
  self = g_object_new (FOI_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  self->question = g_strdup (question);
  self->book = foi_import_book_new (file);
  set_ask (self, table);
  base = g_file_get_basename (file);
  shown = g_filename_display_name (base);
  /* Translators: the name of a file. */
  title = g_strdup_printf (_("Import “%s”"), shown);
  gtk_window_set_title (GTK_WINDOW (self), title);
  start (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * foi_import_window_is_busy:
 *
 * Returns: whether something is being read, or what was read is coming into view.
 */
gboolean
foi_import_window_is_busy (FoiImportWindow *self)
{
  g_return_val_if_fail (FOI_IS_IMPORT_WINDOW (self), FALSE);

  return self->cancellable != NULL || self->showing != 0;
}

/**
 * foi_import_window_get_made:
 *
 * Returns: (transfer none) (nullable): what would be imported.
 */
const FoiImportMade *
foi_import_window_get_made (FoiImportWindow *self)
{
  g_return_val_if_fail (FOI_IS_IMPORT_WINDOW (self), NULL);

  return self->made;
}

/**
 * foi_import_window_get_trouble:
 *
 * Returns: why the file cannot be imported at all; "" where it can.
 */
const char *
foi_import_window_get_trouble (FoiImportWindow *self)
{
  g_return_val_if_fail (FOI_IS_IMPORT_WINDOW (self), NULL);

  return self->to_build > 0 ? "" : gtk_label_get_text (GTK_LABEL (self->trouble));
}
