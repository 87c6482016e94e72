/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attachments-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-attachment-files.h"
#include "foi-attachment-row.h"
#include "foi-case-attachments.h"
#include "foi-checks.h"
#include "foi-dialogs.h"
#include "foi-document-files.h"
#include "foi-focus.h"
#include "foi-mnemonics.h"
#include "foi-pdf-inspect.h"
#include "foi-task.h"
#include "foi-words.h"

struct _FoiAttachmentsPage
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  FoiCaseState *shown;     /* what the rows say */
  GPtrArray    *looks;     /* of FoiAttachmentLook, as last looked */
  GPtrArray    *stops;     /* of FoiFinding: what keeps files here, as last looked */
  GQueue        waiting;   /* of GFile: to be added */
  GCancellable *cancellable;
  gboolean      is_adding;
  gboolean      is_looking;
  gboolean      look_again;

  GtkWidget *scroller;
  GtkWidget *add_button;
  GtkWidget *spinner;
  GtkWidget *problem;
  GtkWidget *empty;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (FoiAttachmentsPage, foi_attachments_page, GTK_TYPE_WIDGET)

static FoiCaseState *
get_state (FoiAttachmentsPage *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static FoiAttachmentRow *
get_row (FoiAttachmentsPage *self, guint position)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; row != NULL && i < position; i++)
    row = gtk_widget_get_next_sibling (row);
  return FOI_ATTACHMENT_ROW (row);
}

/* ---- what is in the files ---- */

/* What a thread needs, and nothing of the window. */
typedef struct
{
  FoiCaseState *state;
  char         *folder;
  GFile        *source; /* of what is added; NULL where files are looked at */
  gboolean      is_new; /* a copy of it was made */
  GPtrArray    *stops;  /* of FoiFinding, or NULL */
} Job;

static void
job_free (Job *job)
{
  foi_case_state_unref (job->state);
  g_free (job->folder);
  g_clear_object (&job->source);
  g_clear_pointer (&job->stops, g_ptr_array_unref);
  g_free (job);
}

static Job *
job_new (FoiAttachmentsPage *self, GFile *source)
{
  Job *job = g_new0 (Job, 1);

  job->state = foi_case_ref_snapshot (foi_document_get_case (self->document));
  job->folder = foi_document_files_dup_folder (self->document);
  job->source = source != NULL ? g_object_ref (source) : NULL;
  return job;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GPtrArray *looks = foi_attachments_look (job->state, job->folder, foi_pdf_inspect, cancellable);

  if (looks != NULL)
    job->stops = foi_checks_run_attached (job->state, foi_rules_get_default (),
                                          foi_holidays_get_default (), looks);
  if (looks != NULL)
    g_task_return_pointer (task, looks, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "-");
}

/* What keeps the attachment here for being held against nothing; NULL: nothing. */
static const FoiFinding *
find_unaudited (FoiAttachmentsPage *self, guint position)
{
  g_autofree char *place = g_strdup_printf ("attachments/#%u", position);

  for (guint i = 0; self->stops != NULL && i < self->stops->len; i++)
    {
      const FoiFinding *finding = self->stops->pdata[i];

      if (g_str_equal (finding->id, FOI_CHECK_UNAUDITED) && g_str_equal (finding->place, place))
        return finding;
    }
  return NULL;
}

static void
show_looks (FoiAttachmentsPage *self)
{
  guint i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row), i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (get_state (self), i);
      g_autofree char *id = attachment != NULL ? foi_attachment_dup_id (attachment) : NULL;

      foi_attachment_row_set_look (FOI_ATTACHMENT_ROW (row),
                                   foi_attachment_looks_find (self->looks, id),
                                   find_unaudited (self, i));
    }
}

static void look (FoiAttachmentsPage *self);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiAttachmentsPage *self = FOI_ATTACHMENTS_PAGE (source);
  GPtrArray *looks = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_looking = FALSE;
  if (looks == NULL || self->document == NULL)
    {
      g_clear_pointer (&looks, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  self->looks = looks;
  self->stops = g_steal_pointer (&((Job *) g_task_get_task_data (G_TASK (result)))->stops);
  if (self->look_again)
    look (self);
  else
    show_looks (self);
}

static void
look (FoiAttachmentsPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->look_again = self->is_looking;
  if (self->is_looking || foi_case_state_get_n_attachments (get_state (self)) == 0)
    return;
  self->is_looking = TRUE;
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_task_data (task, job_new (self, NULL), (GDestroyNotify) job_free);
  foi_task_run_in_thread (task, look_in_thread);
}

/* ---- rows ---- */

static void
update_empty (FoiAttachmentsPage *self)
{
  const gboolean is_saved = foi_document_get_file (self->document) != NULL;
  const gboolean has_any = gtk_widget_get_first_child (self->rows) != NULL;

  foi_words_show (self->empty,
                  has_any ? NULL
                  : is_saved ? _("Nothing goes with the letter yet. Drop files here, or press Add "
                                 "Files.")
                             : _("Save the case first: the files lie in a folder beside it."));
  gtk_widget_set_sensitive (self->add_button,
                            is_saved && !foi_document_is_read_only (self->document));
}

static void
update (FoiAttachmentsPage *self)
{
  FoiCaseState *state = get_state (self);
  const guint n = foi_case_state_get_n_attachments (state);
  gboolean is_another = FALSE;
  guint n_rows = 0;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (state != self->shown)
    {
      is_another = self->shown != NULL
                   && foi_case_state_get_node (state, "attachments")
                        != foi_case_state_get_node (self->shown, "attachments");
      g_clear_pointer (&self->shown, foi_case_state_unref);
      self->shown = foi_case_state_ref (state);
    }
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  for (; n_rows < n; n_rows++)
    gtk_box_append (GTK_BOX (self->rows), foi_attachment_row_new (self->document, n_rows));
  for (; n_rows > n; n_rows--)
    gtk_box_remove (GTK_BOX (self->rows), gtk_widget_get_last_child (self->rows));
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    foi_attachment_row_update (FOI_ATTACHMENT_ROW (row));
  if (is_another)
    {
      /* They name attachments by their number: those of now are on their way. */
      g_clear_pointer (&self->stops, g_ptr_array_unref);
      show_looks (self);
    }
  update_empty (self);
  look (self);
}

/* ---- adding ---- */

static void add_next (FoiAttachmentsPage *self);

static void
tell_problem (FoiAttachmentsPage *self, const char *words)
{
  const char *before = gtk_label_get_label (GTK_LABEL (self->problem));
  g_autofree char *all = words != NULL && before[0] != '\0'
                           ? g_strconcat (before, "\n", words, NULL) : g_strdup (words);

  foi_words_show (self->problem, all);
}

static void
add_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  JsonNode *made = foi_attachment_add (job->state, job->folder, job->source, NULL,
                                       foi_pdf_inspect, &job->is_new, cancellable, &error);

  if (made != NULL)
    g_task_return_pointer (task, made, (GDestroyNotify) json_node_unref);
  else
    g_task_return_error (task, error);
}

/* What was refused is told, and the others are added all the same. */
static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiAttachmentsPage *self = FOI_ATTACHMENTS_PAGE (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) made = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_adding = FALSE;
  if (self->document == NULL)
    {
      if (made != NULL && job->is_new)
        foi_attachment_take_back (job->folder, made);
      return;
    }
  if (made != NULL)
    {
      foi_document_files_note (self->document, foi_attachment_get_file (made), job->is_new);
      foi_case_editor_attach (foi_document_get_editor (self->document), made, &error);
    }
  if (error != NULL)
    tell_problem (self, error->message);
  add_next (self);
}

static void
add_next (FoiAttachmentsPage *self)
{
  g_autoptr (GFile) source = g_queue_pop_head (&self->waiting);
  g_autoptr (GTask) task = NULL;

  gtk_widget_set_visible (self->spinner, source != NULL);
  if (source == NULL)
    {
      update (self);
      if (gtk_widget_get_last_child (self->rows) != NULL)
        gtk_widget_grab_focus (gtk_widget_get_last_child (self->rows));
      return;
    }
  self->is_adding = TRUE;
  task = g_task_new (self, self->cancellable, added_cb, NULL);
  g_task_set_task_data (task, job_new (self, source), (GDestroyNotify) job_free);
  foi_task_run_in_thread (task, add_in_thread);
}

static void
add_file (FoiAttachmentsPage *self, GFile *file)
{
  g_queue_push_tail (&self->waiting, g_object_ref (file));
}

static gboolean
may_add (FoiAttachmentsPage *self)
{
  return foi_document_get_file (self->document) != NULL
         && !foi_document_is_read_only (self->document);
}

/**
 * foi_attachments_page_add_files:
 * @files: of #GFile
 *
 * Copies them to those of the case, one after another, and has them go with the letter.
 */
void
foi_attachments_page_add_files (FoiAttachmentsPage *self, GListModel *files)
{
  g_return_if_fail (FOI_IS_ATTACHMENTS_PAGE (self));

  if (!may_add (self))
    return;
  foi_words_show (self->problem, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      add_file (self, file);
    }
  if (!self->is_adding)
    add_next (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiAttachmentsPage) self = user_data;
  g_autoptr (GListModel) files = foi_dialogs_open_finish (result, NULL);

  if (files != NULL && self->document != NULL)
    foi_attachments_page_add_files (self, files);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiAttachmentsPage *self = FOI_ATTACHMENTS_PAGE (widget);

  if (may_add (self))
    foi_dialogs_open_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Add Files"),
                            FOI_FILE_ATTACHMENT, TRUE, chosen_cb, g_object_ref (self));
}

static gboolean
dropped_cb (FoiAttachmentsPage *self, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    g_list_store_append (files, link->data);
  foi_attachments_page_add_files (self, G_LIST_MODEL (files));
  return TRUE;
}

/* ---- the widget ---- */

/* "attachments", "attachments/#1", "attachments/#1/redactions/#0". */
static void
go_to_cb (FoiAttachmentsPage *self, const char *place)
{
  g_auto (GStrv) segments = g_strsplit (place, "/", -1);
  const guint n = g_strv_length (segments);
  FoiAttachmentRow *row;

  if (n == 0 || !g_str_equal (segments[0], "attachments"))
    return;
  update (self);
  row = n > 1 && segments[1][0] == '#'
          ? get_row (self, (guint) g_ascii_strtoull (segments[1] + 1, NULL, 10)) : NULL;
  if (row != NULL)
    foi_attachment_row_go_to (row, n > 3 && segments[3][0] == '#'
                                     ? (int) g_ascii_strtoull (segments[3] + 1, NULL, 10) : -1);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
foi_attachments_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foi_attachments_page_parent_class)->map (widget);
  update (FOI_ATTACHMENTS_PAGE (widget));
}

static gboolean
foi_attachments_page_grab_focus (GtkWidget *widget)
{
  FoiAttachmentsPage *self = FOI_ATTACHMENTS_PAGE (widget);
  GtkWidget *first = gtk_widget_get_first_child (self->rows);

  return gtk_widget_grab_focus (first != NULL ? first : self->add_button);
}

static void
foi_attachments_page_dispose (GObject *object)
{
  FoiAttachmentsPage *self = FOI_ATTACHMENTS_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_pointer (&self->shown, foi_case_state_unref);
  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_ATTACHMENTS_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_attachments_page_parent_class)->dispose (object);
}

static void
foi_attachments_page_finalize (GObject *object)
{
  g_clear_object (&FOI_ATTACHMENTS_PAGE (object)->cancellable);

  G_OBJECT_CLASS (foi_attachments_page_parent_class)->finalize (object);
}

static void
foi_attachments_page_class_init (FoiAttachmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_attachments_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_attachments_page_finalize;
  widget_class->map = foi_attachments_page_map;
  widget_class->grab_focus = foi_attachments_page_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_install_action (widget_class, "attachments.add", NULL, add_action);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-attachments-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FoiAttachmentsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoiAttachmentsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, FoiAttachmentsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FoiAttachmentsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, FoiAttachmentsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FoiAttachmentsPage, rows);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_attachments_page_init (FoiAttachmentsPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  foi_mnemonics_name_buttons (GTK_WIDGET (self));
  g_queue_init (&self->waiting);
  self->cancellable = g_cancellable_new ();
  /* Before the names, which would take a file's as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * foi_attachments_page_new:
 * @document: what the window shows
 *
 * Returns: (transfer floating): the page.
 */
GtkWidget *
foi_attachments_page_new (FoiDocument *document)
{
  FoiAttachmentsPage *self = g_object_new (FOI_TYPE_ATTACHMENTS_PAGE, NULL);

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
