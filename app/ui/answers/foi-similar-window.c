/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-similar-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-answer-reuse.h"
#include "foi-focus.h"
#include "foi-opener.h"
#include "foi-related.h"
#include "foi-similar.h"

struct _FoiSimilarWindow
{
  GtkWindow parent_instance;

  FoiDocument  *document;
  char         *question;
  GCancellable *cancellable; /* of the search, while it runs */
  FoiSimilar   *similar;

  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *related;
  GtkWidget *list;
  GtkWidget *origin;
  GtkWidget *asked;
  GtkWidget *answer;
  GtkWidget *tables;
  GtkWidget *open_button;
  GtkWidget *cite_button;
  GtkWidget *insert_button;
};

G_DEFINE_FINAL_TYPE (FoiSimilarWindow, foi_similar_window, GTK_TYPE_WINDOW)

static FoiPastAnswer *
get_chosen (FoiSimilarWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL || self->similar == NULL)
    return NULL;
  return g_array_index (self->similar->matches, FoiAnswerMatch, gtk_list_box_row_get_index (row))
    .answer;
}

static FoiCaseState *
get_state (FoiSimilarWindow *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

/* ---- what is shown --------------------------------------------------------------------------- */

/* "Disclosed", or "Refused · section 12(1)". */
static char *
dup_outcome_words (const FoiPastAnswer *answer)
{
  FoiOutcome outcome = FOI_OUTCOME_OPEN;
  GString *words;

  foi_outcome_from_name (answer->outcome, &outcome);
  words = g_string_new (foi_outcome_to_words (outcome));
  for (guint i = 0; i < answer->grounds->len; i++)
    {
      const char *ground = g_ptr_array_index (answer->grounds, i);
      const char *section = strchr (ground, ' ');
      g_autofree char *act = g_strndup (ground, section != NULL ? (gsize) (section - ground) : 0);
      const char *kind = foi_rules_get_section_word (foi_rules_get_default (), act);

      g_string_append_printf (words, " · %s%s", kind != NULL ? kind : act,
                              section != NULL ? section : "");
    }
  return g_string_free (words, FALSE);
}

static char *
dup_tables_words (const FoiPastAnswer *answer)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < answer->tables->len; i++)
    {
      const FoiPastTable *table = g_ptr_array_index (answer->tables, i);

      g_string_append_printf (words, "%s%s: ", i > 0 ? "\n" : "", table->title);
      for (guint k = 0; k < table->columns->len; k++)
        g_string_append_printf (words, "%s%s", k > 0 ? ", " : "",
                                foi_column_get_title (g_ptr_array_index (table->columns, k)));
    }
  return g_string_free (words, FALSE);
}

/* A label without text would leave a gap. */
static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, text[0] != '\0');
}

static void
chosen_cb (FoiSimilarWindow *self)
{
  FoiPastAnswer *answer;
  g_autofree char *origin = NULL, *outcome = NULL, *heading = NULL, *tables = NULL;
  gboolean may_cite;

  /* The list lets go of its rows as the window goes. */
  if (self->document == NULL)
    return;
  answer = get_chosen (self);
  gtk_widget_set_sensitive (self->insert_button, answer != NULL);
  gtk_widget_set_sensitive (self->open_button, answer != NULL);
  may_cite = answer != NULL
             && foi_answer_may_cite (get_state (self), self->question, answer,
                                     foi_rules_get_default ());
  gtk_widget_set_sensitive (self->cite_button, may_cite);
  if (answer == NULL)
    return;
  origin = foi_past_answer_dup_origin (answer);
  outcome = dup_outcome_words (answer);
  heading = g_strconcat (origin, "\n", outcome, NULL);
  tables = dup_tables_words (answer);
  set_text (self->origin, heading);
  set_text (self->asked, answer->text);
  set_text (self->answer, answer->said);
  set_text (self->tables, tables);
}

static GtkWidget *
new_row (const FoiPastAnswer *answer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *date = foi_date_to_short_words_with_year (answer->date);
  g_autofree char *heading = g_strdup_printf ("%s · %s", answer->reference, date);
  GtkWidget *first = gtk_label_new (heading), *second = gtk_label_new (answer->subject);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

static void
show_related (FoiSimilarWindow *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->similar->related->len; i++)
    {
      g_autofree char *sentence
        = foi_related_dup_words (g_ptr_array_index (self->similar->related, i),
                                 foi_rules_get_default (),
                                 foi_case_state_get_string (get_state (self), "regime"));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  set_text (self->related, words->str);
}

static void
show_similar (FoiSimilarWindow *self)
{
  show_related (self);
  for (guint i = 0; i < self->similar->matches->len; i++)
    {
      const FoiAnswerMatch *match = &g_array_index (self->similar->matches, FoiAnswerMatch, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (match->answer));
    }
  if (self->similar->matches->len == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->empty),
                          _("No answered case of this folder has a question like this one."));
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->empty);
      return;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "answers");
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list))));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiSimilarWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  FoiSimilar *similar = foi_similar_find_finish (result, &error);

  /* The window may have gone meanwhile. */
  if (self->document == NULL)
    {
      foi_similar_free (similar);
      return;
    }
  g_clear_object (&self->cancellable);
  self->similar = similar;
  if (similar != NULL)
    {
      show_similar (self);
      return;
    }
  /* Without a file and a folder there is nowhere to seek. */
  gtk_label_set_text (GTK_LABEL (self->empty),
                      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                        ? _("Save the case in the folder of your cases: answers are sought there.")
                        : error->message);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->empty);
}

/* ---- the person ------------------------------------------------------------------------------ */

static void
finish (FoiSimilarWindow *self, gboolean done, const GError *error)
{
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  else
    foi_document_tell_error (self->document, error);
}

static void
insert_cb (FoiSimilarWindow *self)
{
  FoiPastAnswer *answer = get_chosen (self);
  g_autoptr (GError) error = NULL;

  if (answer == NULL)
    return;
  foi_document_commit (self->document);
  finish (self, foi_answer_reuse (foi_document_get_editor (self->document), self->question, answer,
                                  &error), error);
}

static void
cite_cb (FoiSimilarWindow *self)
{
  FoiPastAnswer *answer = get_chosen (self);
  g_autoptr (GError) error = NULL;

  if (answer == NULL)
    return;
  foi_document_commit (self->document);
  finish (self, foi_answer_cite (foi_document_get_editor (self->document), self->question, answer,
                                 foi_rules_get_default (), &error), error);
}

static void
open_cb (FoiSimilarWindow *self)
{
  FoiPastAnswer *answer = get_chosen (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GFile) file = NULL;
  g_autofree char *place = NULL;

  if (answer == NULL || parent == NULL)
    return;
  file = g_file_new_for_path (answer->path);
  place = g_strconcat ("questions/", answer->question, NULL);
  foi_opener_open_at (FOI_APPLICATION (gtk_window_get_application (parent)), file, place);
  gtk_window_close (GTK_WINDOW (self));
}

static void
foi_similar_window_dispose (GObject *object)
{
  FoiSimilarWindow *self = FOI_SIMILAR_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_SIMILAR_WINDOW);

  G_OBJECT_CLASS (foi_similar_window_parent_class)->dispose (object);
}

static void
foi_similar_window_finalize (GObject *object)
{
  FoiSimilarWindow *self = FOI_SIMILAR_WINDOW (object);

  g_free (self->question);
  foi_similar_free (self->similar);

  G_OBJECT_CLASS (foi_similar_window_parent_class)->finalize (object);
}

static void
foi_similar_window_class_init (FoiSimilarWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_similar_window_dispose;
  object_class->finalize = foi_similar_window_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-similar-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, related);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, list);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, origin);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, asked);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, answer);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, tables);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, cite_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSimilarWindow, insert_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, cite_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
foi_similar_window_init (FoiSimilarWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foi_focus_leave_by_tab (self->list);
}

/**
 * foi_similar_window_present:
 * @parent: the window of the case
 * @document: the case
 * @question: the id of one of its questions, or of a part of one
 *
 * Shows the answers that were given to questions like it.
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
GtkWidget *
foi_similar_window_present (GtkWindow *parent, FoiDocument *document, const char *question)
{
  FoiSimilarWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && question != NULL, NULL);

  self = g_object_new (FOI_TYPE_SIMILAR_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->question = g_strdup (question);
  self->cancellable = g_cancellable_new ();
  foi_similar_find_async (document, question, self->cancellable, found_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * foi_similar_window_is_busy:
 *
 * Returns: whether answers are being sought.
 */
gboolean
foi_similar_window_is_busy (FoiSimilarWindow *self)
{
  g_return_val_if_fail (FOI_IS_SIMILAR_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}
