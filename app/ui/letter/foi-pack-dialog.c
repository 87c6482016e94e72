/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pack-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-ask-draft.h"
#include "foi-case-accept.h"
#include "foi-case-facts.h"
#include "foi-case-pack.h"
#include "foi-dialogs.h"
#include "foi-document-files.h"
#include "foi-hold.h"
#include "foi-leak-row.h"
#include "foi-pack-mail.h"
#include "foi-pack-names.h"
#include "foi-paper.h"
#include "foi-pdf-inspect.h"
#include "foi-pdf-reading.h"
#include "foi-progress-follow.h"
#include "foi-task.h"

/* Pixels: wrapped lines that are told to a scrolled window ask for no room of their own. */
#define ROOM_FOR_PROBLEM 96
#define ROOM_FOR_DOUBTS 190

static const FoiPackTools tools = { foi_paper_make_pdf, foi_file_read_pdf, foi_pdf_inspect };

struct _FoiPackDialog
{
  GtkWindow parent_instance;

  FoiDocument  *document;
  FoiCaseState *state;
  FoiPack      *pack;        /* what the list shows, with nothing in it that may not leave */
  GCancellable *cancellable; /* of what is being done */
  guint         pulse;
  gboolean      is_writing;

  GtkWidget *publish;
  GtkWidget *send;
  GtkWidget *file;
  GtkWidget *heading;
  GtkWidget *remark;
  GtkWidget *files;
  GtkWidget *bar;
  GtkWidget *problem;
  GtkWidget *problems;
  GtkWidget *doubts;
  GtkWidget *mail_button;
  GtkWidget *write_button;
};

G_DEFINE_FINAL_TYPE (FoiPackDialog, foi_pack_dialog, GTK_TYPE_WINDOW)

/* What a thread makes: from immutable values. */
typedef struct
{
  FoiCaseState *state;
  FoiPackKind   kind;
  char         *letter;
  char         *files;
  char         *folder;    /* that is written; NULL while the list is made */
  FoiPaper      paper;
  FoiDate       today;     /* of a mail */
  FoiPack      *pack;
  GPtrArray    *leaks;
  int           percent;   /* atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  foi_case_state_unref (job->state);
  g_clear_pointer (&job->pack, foi_pack_free);
  g_clear_pointer (&job->leaks, g_ptr_array_unref);
  g_free (job->letter);
  g_free (job->files);
  g_free (job->folder);
  g_free (job);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->percent, (int) (fraction * 100));
}

static void
job_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  const FoiPackWish wish = { job->kind, job->letter, foi_paper_to_name (job->paper), job->files };
  gboolean done;

  if (job->folder != NULL)
    done = foi_case_pack_write (job->state, job->pack, &tools, job->folder, FALSE, &job->leaks,
                                progress_cb, job, cancellable, &error);
  else
    {
      job->pack = foi_case_pack_new (job->state, &wish, &tools, &job->leaks, progress_cb, job,
                                     cancellable, &error);
      done = job->pack != NULL
             && foi_case_pack_look (job->state, job->pack, &tools, &job->leaks, cancellable,
                                    &error);
    }
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static FoiPackKind
get_kind (FoiPackDialog *self)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->publish)))
    return FOI_PACK_PUBLISH;
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->send)) ? FOI_PACK_SEND
                                                                     : FOI_PACK_FILE;
}

static void prepare (FoiPackDialog *self);

/* ---- what is shown ---- */

static void
clear_doubts (FoiPackDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->doubts)) != NULL)
    gtk_box_remove (GTK_BOX (self->doubts), row);
}

static void
show_problem (FoiPackDialog *self, const char *text)
{
  clear_doubts (self);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->problems),
                                              ROOM_FOR_PROBLEM);
  gtk_label_set_text (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problems, text != NULL);
}

static void
clear_list (FoiPackDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->files)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->files), row);
}

static void
add_line (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_file (FoiPackDialog *self, const FoiPackFile *file)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *size = g_format_size (g_bytes_get_size (file->bytes));
  /* Translators: the name of a file and its size. */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), file->name, size);
  g_autofree char *words = g_strdup_printf ("%s. %s%s%s", name, file->what,
                                            file->remark != NULL ? ". " : "",
                                            file->remark != NULL ? file->remark : "");

  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  add_line (box, name, "heading");
  add_line (box, file->what, NULL);
  if (file->remark != NULL)
    add_line (box, file->remark, "foi-remark");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->files), row);
}

static void
show_pack (FoiPackDialog *self, FoiPack *pack)
{
  gboolean is_draft = foi_pack_get_letter (pack)->draft;
  g_autofree char *left_out = foi_pack_dup_left_out (pack);
  g_autofree char *remark
    = g_strconcat (is_draft ? _("The letter is not issued: its pages say that it is a draft.") : "",
                   is_draft && left_out != NULL ? "\n" : "", left_out, NULL);

  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    add_file (self, foi_pack_get_file (pack, i));
  gtk_label_set_text (GTK_LABEL (self->remark), remark);
  gtk_widget_set_visible (self->remark, remark[0] != '\0');
}

/* Somebody looked at a sentence: that is kept in the case, and all is looked through again. */
static void
confirmed_cb (FoiPackDialog *self, const char *reason, FoiLeakRow *row)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_accept_finding (editor, FOI_LEAK_FINDING, foi_leak_row_get_path (row),
                                       reason,
                                       foi_almanac_get_today (foi_almanac_get_default ()),
                                       &error))
    {
      show_problem (self, error->message);
      return;
    }
  foi_case_state_unref (self->state);
  self->state = foi_case_ref_snapshot (foi_document_get_case (self->document));
  prepare (self);
  gtk_widget_grab_focus (self->publish);
}

static void
add_doubt (FoiPackDialog *self, const FoiLeak *leak)
{
  GtkWidget *row = gtk_widget_get_first_child (self->doubts);

  while (row != NULL
         && !g_str_equal (foi_leak_row_get_path (FOI_LEAK_ROW (row)), leak->path))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    {
      foi_leak_row_add_place (FOI_LEAK_ROW (row), leak);
      return;
    }
  row = foi_leak_row_new (leak);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->problems),
                                              ROOM_FOR_DOUBTS);
  g_signal_connect_object (row, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->doubts), row);
}

/* Each place where something is that may not leave, and the way out; @first, or NULL, is said
 * before it. */
static void
show_leaks (FoiPackDialog *self, GPtrArray *leaks, const char *first)
{
  const gboolean can_write = !foi_document_is_read_only (self->document);
  g_autoptr (GString) sure = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < leaks->len; i++)
    {
      const FoiLeak *leak = leaks->pdata[i];

      if (leak->path != NULL && can_write)
        continue;
      g_string_append_c (sure, '\n');
      /* Translators: the name of a file, a place in it, and what is there. */
      g_string_append_printf (sure, _("“%s”, %s: %s."), leak->file, leak->place, leak->what);
    }
  text = g_strconcat (first != NULL ? first : "", first != NULL ? "\n" : "",
                      sure->len > 0
                        ? _("This cannot go as it is. Take out of the case what is named here, or "
                            "say it in another way:")
                        : _("This cannot go before somebody has looked at it. Take the figure out "
                            "of the text, or say that the number is another one:"),
                      sure->str, NULL);
  show_problem (self, text);
  for (guint i = 0; i < leaks->len && can_write; i++)
    if (((FoiLeak *) leaks->pdata[i])->path != NULL)
      add_doubt (self, leaks->pdata[i]);
}

static void
update (FoiPackDialog *self)
{
  gboolean is_busy = self->cancellable != NULL;

  gtk_widget_set_visible (self->bar, is_busy);
  gtk_widget_set_sensitive (self->write_button, !is_busy && self->pack != NULL);
  gtk_widget_set_visible (self->mail_button, get_kind (self) == FOI_PACK_SEND);
  gtk_widget_set_sensitive (self->mail_button, !is_busy && self->pack != NULL);
  gtk_widget_set_sensitive (self->publish, !self->is_writing);
  gtk_widget_set_sensitive (self->send, !self->is_writing);
  gtk_widget_set_sensitive (self->file, !self->is_writing);
}

/* ---- doing it ---- */

static void
stop (FoiPackDialog *self)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_writing = FALSE;
}

static void
start (FoiPackDialog *self, Job *job, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;

  stop (self);
  self->cancellable = g_cancellable_new ();
  self->is_writing = job->folder != NULL;
  task = g_task_new (self, self->cancellable, callback, NULL);
  g_task_set_task_data (task, job, job_free);
  foi_hold_while (task);
  self->pulse = foi_progress_follow (self->bar, task, &job->percent, NULL);
  show_problem (self, NULL);
  update (self);
  foi_task_run_in_thread (task, job_thread);
}

static Job *
job_new (FoiPackDialog *self)
{
  Job *job = g_new0 (Job, 1);

  job->state = foi_case_state_ref (self->state);
  job->kind = get_kind (self);
  job->letter = g_strdup (foi_document_get_letter_id (self->document));
  job->paper = foi_document_get_paper (self->document);
  job->files = foi_document_files_dup_folder (self->document);
  return job;
}

/* Whether what ended is what was begun last: another choice ends the one before it. */
static gboolean
take_end (FoiPackDialog *self, GTask *task)
{
  if (self->cancellable == NULL || g_task_get_cancellable (task) != self->cancellable)
    return FALSE;
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->cancellable);
  self->is_writing = FALSE;
  return TRUE;
}

static void
show_error (FoiPackDialog *self, Job *job, const GError *error)
{
  const gboolean is_refused = job->folder == NULL && job->pack == NULL;

  if (job->leaks != NULL && job->leaks->len > 0)
    show_leaks (self, job->leaks, is_refused ? error->message : NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiPackDialog *self = FOI_PACK_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (!take_end (self, G_TASK (result)) || self->document == NULL)
    return;
  if (job->pack != NULL)
    show_pack (self, job->pack);
  if (done)
    self->pack = g_steal_pointer (&job->pack);
  else
    show_error (self, job, error);
  update (self);
}

static void
prepare (FoiPackDialog *self)
{
  if (self->document == NULL)
    return;
  g_clear_pointer (&self->pack, foi_pack_free);
  clear_list (self);
  gtk_label_set_text (GTK_LABEL (self->heading), get_kind (self) == FOI_PACK_FILE
                                                   ? _("What is in the folder")
                                                   : _("What leaves the building"));
  start (self, job_new (self), prepared_cb);
}

static void
chosen_kind_cb (FoiPackDialog *self, GParamSpec *pspec, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    prepare (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiPackDialog *self = FOI_PACK_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (!take_end (self, G_TASK (result)) || self->document == NULL)
    return;
  if (!done)
    {
      self->pack = g_steal_pointer (&job->pack);
      show_error (self, job, error);
      update (self);
      return;
    }
  /* Translators: the path of a folder. */
  text = g_strdup_printf (_("The pack is in “%s”."), job->folder);
  foi_document_tell (self->document, text);
  gtk_window_close (GTK_WINDOW (self));
}

/* A name that is not taken: "FOI1-to-publish", then "FOI1-to-publish-2". */
static char *
dup_folder_path (FoiPackDialog *self, GFile *folder)
{
  static const char *const endings[] = {
    [FOI_PACK_PUBLISH] = "to-publish",
    [FOI_PACK_SEND] = "to-send",
    [FOI_PACK_FILE] = "for-our-file",
  };
  const char *reference = foi_case_state_get_string (self->state, "/id");
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *plain = foi_pack_dup_file_name (reference != NULL ? reference : "case", "x",
                                                   taken);
  g_autofree char *parent = g_file_get_path (folder);

  *strrchr (plain, '.') = '\0';
  for (guint i = 1; parent != NULL; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (plain, "-", endings[foi_pack_get_kind (self->pack)],
                                           number, NULL);
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/**
 * foi_pack_dialog_write_into:
 * @folder: a folder of this machine
 *
 * Writes what is shown as a new folder in @folder.
 */
void
foi_pack_dialog_write_into (FoiPackDialog *self, GFile *folder)
{
  g_autofree char *path = NULL;
  Job *job;

  g_return_if_fail (FOI_IS_PACK_DIALOG (self) && G_IS_FILE (folder));

  if (self->pack == NULL || self->cancellable != NULL)
    return;
  path = dup_folder_path (self, folder);
  if (path == NULL)
    {
      show_problem (self, _("A pack is made on this computer first. Choose a folder of it."));
      return;
    }
  job = job_new (self);
  job->folder = g_steal_pointer (&path);
  job->pack = g_steal_pointer (&self->pack);
  start (self, job, written_cb);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiPackDialog) self = user_data;
  g_autoptr (GFile) folder = foi_dialogs_save_finish (result, NULL);

  if (folder != NULL && self->document != NULL)
    foi_pack_dialog_write_into (self, folder);
}

static void
write_clicked_cb (FoiPackDialog *self)
{
  GFile *file = foi_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  foi_dialogs_folder_async (GTK_WINDOW (self), _("Where to Make the Pack"), folder,
                            folder_chosen_cb, g_object_ref (self));
}

static void
given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiDocument) document = user_data;
  g_autoptr (GError) error = NULL;

  if (foi_ask_draft_give_finish (result, &error))
    foi_document_tell (document, _("The mail is handed to the mail program, where you send it."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foi_document_tell_error (document, error);
}

static void
mail_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, foi_pack_to_eml (job->pack, job->state, job->today),
                         (GDestroyNotify) g_bytes_unref);
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiPackDialog *self = FOI_PACK_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GBytes) eml = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *subject = foi_pack_dup_subject (job->pack);

  if (self->document == NULL || eml == NULL)
    return;
  foi_ask_draft_give_async (gtk_window_get_transient_for (GTK_WINDOW (self)), eml, subject, NULL,
                            given_cb, g_object_ref (self->document));
  gtk_window_close (GTK_WINDOW (self));
}

/* The files were looked through: what goes into the mail is what the list shows. */
static void
mail_clicked_cb (FoiPackDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->pack == NULL || self->cancellable != NULL)
    return;
  job = job_new (self);
  job->today = foi_almanac_get_today (foi_almanac_get_default ());
  job->pack = g_steal_pointer (&self->pack);
  update (self);
  task = g_task_new (self, NULL, mailed_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  foi_hold_while (task);
  foi_task_run_in_thread (task, mail_thread);
}

/* ---- the window ---- */

static gboolean
foi_pack_dialog_close_request (GtkWindow *window)
{
  stop (FOI_PACK_DIALOG (window));
  return GTK_WINDOW_CLASS (foi_pack_dialog_parent_class)->close_request (window);
}

static void
foi_pack_dialog_dispose (GObject *object)
{
  FoiPackDialog *self = FOI_PACK_DIALOG (object);

  stop (self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->pack, foi_pack_free);
  g_clear_pointer (&self->state, foi_case_state_unref);

  G_OBJECT_CLASS (foi_pack_dialog_parent_class)->dispose (object);
}

static void
foi_pack_dialog_class_init (FoiPackDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_pack_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = foi_pack_dialog_close_request;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-pack-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, publish);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, send);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, file);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, remark);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, files);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, doubts);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, mail_button);
  gtk_widget_class_bind_template_child (widget_class, FoiPackDialog, write_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_clicked_cb);
}

static void
foi_pack_dialog_init (FoiPackDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * foi_pack_dialog_present:
 * @parent: the case's window
 * @document: the case
 *
 * Asks whom files are for, shows what would leave the building, and makes the folder.
 */
void
foi_pack_dialog_present (GtkWindow *parent, FoiDocument *document)
{
  FoiPackDialog *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  foi_document_commit (document);
  self = g_object_new (FOI_TYPE_PACK_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->state = foi_case_ref_snapshot (foi_document_get_case (document));
  prepare (self);
  gtk_window_present (GTK_WINDOW (self));
}
