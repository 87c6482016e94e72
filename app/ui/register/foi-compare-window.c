/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-compare-window.h"

#include <glib/gi18n.h>

#include "foi-case-copies.h"
#include "foi-dialogs.h"
#include "foi-message-band.h"
#include "foi-opener.h"
#include "foi-task.h"
#include "foi-tooltip.h"
#include "foi-view-names.h"
#include "foi-words.h"

/* Lines of a text that are shown in a row. */
#define LINES 8

struct _FoiCompareWindow
{
  GtkWindow parent_instance;

  char          *paths[FOI_N_COPIES];
  FoiCaseCopies *copies; /* (nullable): when they were read */
  GCancellable  *cancellable;
  GtkStringList *places; /* as many as there are differences */
  GtkWidget     *heading;
  GtkWidget     *band;
  GtkWidget     *stack;
  GtkWidget     *same;
  GtkWidget     *written[FOI_N_COPIES];
  GtkWidget     *keep[FOI_N_COPIES];
};

G_DEFINE_FINAL_TYPE (FoiCompareWindow, foi_compare_window, GTK_TYPE_WINDOW)

static char *
dup_name (FoiCompareWindow *self, FoiCopy which)
{
  g_autofree char *base = g_path_get_basename (self->paths[which]);

  return g_filename_display_name (base);
}

/* ---- the differences ------------------------------------------------------------------------- */

/* What a column shows: the place, what the original has, what the copy has. */
enum
{
  COLUMN_PLACE,
  COLUMN_ORIGINAL,
  COLUMN_COPY,
};

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (column) == COLUMN_PLACE ? 22 : 30);
  gtk_list_item_set_child (item, label);
}

static void
name_row (GtkWidget *label, const FoiCaseDifference *difference)
{
  GtkWidget *place = gtk_widget_get_parent (label);
  GtkWidget *row = place != NULL ? gtk_widget_get_parent (place) : NULL;
  g_autofree char *words = NULL;

  if (row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  difference->words, -1);
  words = g_strdup_printf ("%s: %s / %s", difference->words,
                           difference->first != NULL ? difference->first : _("not there"),
                           difference->second != NULL ? difference->second : _("not there"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
bind_cb (FoiCompareWindow *self, GtkListItem *item, GtkListItemFactory *factory)
{
  const int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
  const FoiCaseDifference *difference
    = g_ptr_array_index (self->copies->differences, gtk_list_item_get_position (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = column == COLUMN_PLACE      ? difference->words
                     : column == COLUMN_ORIGINAL ? difference->first : difference->second;

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : _("not there"));
  if (text == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  foi_tooltip_set (label, text != NULL ? text : "");
  name_row (label, difference);
}

static void
append_column (FoiCompareWindow *self, GtkColumnView *view, int column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column != COLUMN_PLACE);
  gtk_column_view_append_column (view, view_column);
}

static GtkWidget *
build_list (FoiCompareWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *rows = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->places)));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (rows));
  g_autofree char *original = dup_name (self, FOI_COPY_ORIGINAL);
  g_autofree char *copy = dup_name (self, FOI_COPY_COPY);

  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  append_column (self, GTK_COLUMN_VIEW (view), COLUMN_PLACE, _("Where"));
  append_column (self, GTK_COLUMN_VIEW (view), COLUMN_ORIGINAL, original);
  append_column (self, GTK_COLUMN_VIEW (view), COLUMN_COPY, copy);
  foi_view_names_set (GTK_COLUMN_VIEW (view), _("Differences"));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

/* ---- what was read --------------------------------------------------------------------------- */

static void
show_written (FoiCompareWindow *self, FoiCopy which)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (self->copies->written[which]);
  g_autofree char *when = self->copies->written[which] > 0 && time != NULL
                            /* Translators: a day and a time, as strftime() has it. */
                            ? g_date_time_format (time, _("Written on %-d %B %Y at %H:%M"))
                            : g_strdup (_("Not there any more"));
  g_autofree char *words = self->copies->faults[which] != NULL
                             ? g_strdup_printf (_("%s. It cannot be read: %s"), when,
                                                self->copies->faults[which])
                             : g_strdup (when);

  gtk_label_set_text (GTK_LABEL (self->written[which]), words);
}

static char *
dup_heading (FoiCompareWindow *self)
{
  const guint n = self->copies->differences != NULL ? self->copies->differences->len : 0;

  if (self->copies->differences == NULL)
    return g_strdup (_("They cannot be compared"));
  if (n == 0)
    return g_strdup (_("Both say the same"));
  if (n >= FOI_MAX_DIFFERENCES)
    return g_strdup_printf (_("They differ in more than %d places"), FOI_MAX_DIFFERENCES);
  return g_strdup_printf (ngettext ("They differ in %u place", "They differ in %u places", n), n);
}

static void
show (FoiCompareWindow *self)
{
  GPtrArray *differences = self->copies->differences;
  g_autofree char *heading = dup_heading (self);
  const gboolean differ = differences != NULL && differences->len > 0;

  for (guint i = 0; i < FOI_N_COPIES; i++)
    {
      show_written (self, i);
      gtk_widget_set_sensitive (self->keep[i], self->copies->checksums[i] != NULL
                                                 && self->copies->faults[i] == NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  foi_words_show (self->same, differences == NULL
                                ? _("One of them is no case any more. The other can be kept.")
                                : _("Whichever is kept, nothing is lost."));
  for (guint i = 0; differ && i < differences->len; i++)
    gtk_string_list_append (self->places,
                            ((FoiCaseDifference *) differences->pdata[i])->words);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), differ ? "list" : "same");
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  char **paths = task_data;

  g_task_return_pointer (task, foi_case_copies_read (paths[0], paths[1], cancellable),
                         (GDestroyNotify) foi_case_copies_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FoiCompareWindow *self = FOI_COMPARE_WINDOW (source);
  FoiCaseCopies *copies = g_task_propagate_pointer (G_TASK (result), NULL);

  if (copies == NULL)
    return;
  self->copies = copies;
  show (self);
}

static void
begin (FoiCompareWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);
  char **paths = g_new0 (char *, FOI_N_COPIES + 1);

  for (guint i = 0; i < FOI_N_COPIES; i++)
    paths[i] = g_strdup (self->paths[i]);
  g_task_set_task_data (task, paths, (GDestroyNotify) g_strfreev);
  foi_task_run_in_thread (task, read_thread);
}

/* ---- keeping one ----------------------------------------------------------------------------- */

static void
keep_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FoiCompareWindow *self = source;
  GError *error = NULL;

  /* What was read does not change any more. */
  if (foi_case_copies_keep (self->copies, GPOINTER_TO_UINT (task_data), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FoiCompareWindow *self = FOI_COMPARE_WINDOW (source);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_window_close (GTK_WINDOW (self));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foi_message_band_tell (FOI_MESSAGE_BAND (self->band), error->message);
}

static void
keep (FoiCompareWindow *self, FoiCopy which)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, kept_cb, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_task_set_task_data (task, GUINT_TO_POINTER (which), NULL);
  foi_task_run_in_thread (task, keep_thread);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FoiCompareWindow) self = FOI_COMPARE_WINDOW (data);
  const char *answer = foi_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "original") == 0)
    keep (self, FOI_COPY_ORIGINAL);
  else if (g_strcmp0 (answer, "copy") == 0)
    keep (self, FOI_COPY_COPY);
}

/* What somebody has open must not go away under them. */
static gboolean
is_open (FoiCompareWindow *self)
{
  GtkApplication *application
    = gtk_window_get_application (gtk_window_get_transient_for (GTK_WINDOW (self)));

  for (guint i = 0; i < FOI_N_COPIES; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (self->paths[i]);
      g_autofree char *name = dup_name (self, i), *words = NULL;

      if (foi_application_find_window (FOI_APPLICATION (application), file) == NULL)
        continue;
      words = g_strdup_printf (_("“%s” is open in a window. Close that first."), name);
      foi_message_band_tell (FOI_MESSAGE_BAND (self->band), words);
      return TRUE;
    }
  return FALSE;
}

static void
ask (FoiCompareWindow *self, FoiCopy which)
{
  const FoiCopy other = which == FOI_COPY_ORIGINAL ? FOI_COPY_COPY : FOI_COPY_ORIGINAL;
  g_autofree char *kept = dup_name (self, which), *binned = dup_name (self, other);
  g_autofree char *heading = g_strdup_printf (_("Keep “%s”?"), kept);
  g_autofree char *body
    = g_strdup_printf (which == FOI_COPY_COPY
                         ? _("“%s” goes to the bin, from where it can be brought back, and the "
                             "copy takes its name.")
                         : _("“%s” goes to the bin, from where it can be brought back."), binned);
  const FoiChoice choices[] = {
    { "cancel", _("_Cancel"), FOI_CHOICE_PLAIN },
    { which == FOI_COPY_COPY ? "copy" : "original", _("_Keep It"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };

  if (!is_open (self))
    foi_dialogs_ask_async (GTK_WINDOW (self), heading, body, choices, asked_cb,
                           g_object_ref (self));
}

static void
keep_original_cb (FoiCompareWindow *self)
{
  ask (self, FOI_COPY_ORIGINAL);
}

static void
keep_copy_cb (FoiCompareWindow *self)
{
  ask (self, FOI_COPY_COPY);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiCompareWindow *self = FOI_COMPARE_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GFile) file
    = g_file_new_for_path (self->paths[g_variant_get_int32 (parameter) == FOI_COPY_COPY]);

  foi_opener_open (FOI_APPLICATION (gtk_window_get_application (parent)), file, FOI_OPEN_CASE);
}

/* ---- how it is made -------------------------------------------------------------------------- */

static GtkWidget *
build_file (FoiCompareWindow *self, FoiCopy which)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *open = gtk_button_new_with_label (_("Open"));
  g_autofree char *name = dup_name (self, which);
  GtkWidget *title = foi_words_new (name, "row-title");
  g_autofree char *open_name = g_strdup_printf (_("Open “%s”"), name);
  g_autofree char *keep_name = g_strdup_printf (_("Keep “%s”…"), name);

  self->written[which] = foi_words_new (" ", "row-subtitle");
  self->keep[which] = gtk_button_new_with_label (_("Keep This One…"));
  gtk_widget_set_sensitive (self->keep[which], FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "compare.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "i", (gint32) which);
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, open_name,
                                  -1);
  g_signal_connect_object (self->keep[which], "clicked",
                           which == FOI_COPY_COPY ? G_CALLBACK (keep_copy_cb)
                                                  : G_CALLBACK (keep_original_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep[which]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, keep_name, -1);
  gtk_box_append (GTK_BOX (buttons), open);
  gtk_box_append (GTK_BOX (buttons), self->keep[which]);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->written[which]);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
build (FoiCompareWindow *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *files = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  self->band = foi_message_band_new ();
  self->heading = foi_words_new (_("Reading the two cases…"), "title-label");
  self->same = foi_words_new (NULL, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->same, "same");
  gtk_stack_add_named (GTK_STACK (self->stack), build_list (self), "list");
  gtk_box_set_homogeneous (GTK_BOX (files), TRUE);
  for (guint i = 0; i < FOI_N_COPIES; i++)
    gtk_box_append (GTK_BOX (files), build_file (self, i));
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), files);
  gtk_box_append (GTK_BOX (outer), self->band);
  gtk_box_append (GTK_BOX (outer), box);
  gtk_window_set_child (GTK_WINDOW (self), outer);
}

static void
foi_compare_window_dispose (GObject *object)
{
  g_cancellable_cancel (FOI_COMPARE_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (foi_compare_window_parent_class)->dispose (object);
}

static void
foi_compare_window_finalize (GObject *object)
{
  FoiCompareWindow *self = FOI_COMPARE_WINDOW (object);

  for (guint i = 0; i < FOI_N_COPIES; i++)
    g_free (self->paths[i]);
  g_clear_pointer (&self->copies, foi_case_copies_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (foi_compare_window_parent_class)->finalize (object);
}

static void
foi_compare_window_class_init (FoiCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_compare_window_finalize;

  gtk_widget_class_install_action (widget_class, "compare.open", "i", open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foi_compare_window_init (FoiCompareWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->places = gtk_string_list_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 600);
}

/**
 * foi_compare_window_present:
 * @parent: a window of the program
 * @original: the path of a case
 * @copy: the path of a copy of it
 *
 * Shows the two beside each other.
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
GtkWidget *
foi_compare_window_present (GtkWindow *parent, const char *original, const char *copy)
{
  FoiCompareWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && original != NULL && copy != NULL, NULL);

  self = g_object_new (FOI_TYPE_COMPARE_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                       _("Compare a Copy"), NULL);
  self->paths[FOI_COPY_ORIGINAL] = g_strdup (original);
  self->paths[FOI_COPY_COPY] = g_strdup (copy);
  build (self);
  begin (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
