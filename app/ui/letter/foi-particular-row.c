/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-particular-row.h"

#include <glib/gi18n.h>

#include "foi-case-field.h"
#include "foi-drop-down.h"
#include "foi-focus.h"
#include "foi-review.h"
#include "foi-spelling.h"
#include "foi-words.h"

struct _FoiParticularRow
{
  GtkWidget parent_instance;

  FoiDocument         *document;
  const FoiParticular *particular;
  FoiCaseField        *field;     /* the input owns it; NULL for a choice */
  char                *path;
  gboolean             updating;

  GtkWidget *input;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (FoiParticularRow, foi_particular_row, GTK_TYPE_WIDGET)

/* What a review can come to, as the case file writes it; first nothing. */
static const char *const decisions[] = { NULL, "upheld", "upheld-in-part", "overturned" };

static void
decision_selected_cb (FoiParticularRow *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));
  g_autoptr (GError) error = NULL;

  if (self->updating || selected >= G_N_ELEMENTS (decisions))
    return;
  if (!foi_case_editor_set_string (foi_document_get_editor (self->document), self->path,
                                   decisions[selected], _ ("Change Outcome of the Review"),
                                   &error))
    foi_document_tell_error (self->document, error);
}

static GtkWidget *
new_choice (FoiParticularRow *self)
{
  GtkWidget *choice;
  const char *words[G_N_ELEMENTS (decisions) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (decisions); i++)
    words[i] = decisions[i] != NULL ? foi_review_decision_to_words (decisions[i])
                                    : _ ("Not decided yet");
  choice = gtk_drop_down_new_from_strings (words);
  foi_drop_down_set_name (choice, _ (self->particular->label));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (decision_selected_cb), self,
                           G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
new_words (FoiParticularRow *self)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), FALSE);
  gtk_widget_set_size_request (view, -1, 64);
  gtk_widget_add_css_class (view, "foi-answer");
  foi_spelling_attach (GTK_TEXT_VIEW (view));
  return view;
}

static GtkWidget *
new_input (FoiParticularRow *self)
{
  GtkWidget *entry;

  if (self->particular->kind == FOI_PARTICULAR_DECISION)
    return new_choice (self);
  if (self->particular->kind == FOI_PARTICULAR_WORDS)
    return new_words (self);
  entry = gtk_entry_new ();
  gtk_widget_set_hexpand (entry, self->particular->kind == FOI_PARTICULAR_TEXT);
  if (self->particular->kind != FOI_PARTICULAR_TEXT)
    gtk_widget_set_halign (entry, GTK_ALIGN_START);
  return entry;
}

/* An entry has a frame of its own. */
static GtkWidget *
frame (FoiParticularRow *self)
{
  GtkWidget *card;

  if (self->particular->kind != FOI_PARTICULAR_WORDS)
    return self->input;
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (card, "foi-card");
  gtk_widget_set_hexpand (self->input, TRUE);
  gtk_box_append (GTK_BOX (card), self->input);
  return card;
}

static void
problem_changed_cb (FoiParticularRow *self)
{
  const char *problem = foi_case_field_get_problem (self->field);

  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

static void
bind_field (FoiParticularRow *self, const char *place)
{
  const gboolean is_date = self->particular->kind == FOI_PARTICULAR_DATE;

  self->field = foi_case_field_new (self->input, self->document,
                                    is_date ? FOI_FIELD_DATE : FOI_FIELD_TEXT, self->path,
                                    _ ("Change What the Letter Says"));
  foi_case_field_set_place (self->field, place);
  g_signal_connect_object (self->field, "notify::problem", G_CALLBACK (problem_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
foi_particular_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_PARTICULAR_ROW (widget)->input);
}

static void
foi_particular_row_dispose (GObject *object)
{
  FoiParticularRow *self = FOI_PARTICULAR_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_particular_row_parent_class)->dispose (object);
}

static void
foi_particular_row_finalize (GObject *object)
{
  g_free (FOI_PARTICULAR_ROW (object)->path);

  G_OBJECT_CLASS (foi_particular_row_parent_class)->finalize (object);
}

static void
foi_particular_row_class_init (FoiParticularRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_particular_row_dispose;
  object_class->finalize = foi_particular_row_finalize;
  widget_class->grab_focus = foi_particular_row_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_particular_row_init (FoiParticularRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

/**
 * foi_particular_row_new:
 * @letter: the id of a letter
 * @particular: what its type of letter says
 *
 * Returns: (transfer floating): the row.
 */
GtkWidget *
foi_particular_row_new (FoiDocument *document, const char *letter, const FoiParticular *particular)
{
  FoiParticularRow *self;
  GtkWidget *title;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (letter != NULL && particular != NULL, NULL);

  self = g_object_new (FOI_TYPE_PARTICULAR_ROW, NULL);
  self->document = g_object_ref (document);
  self->particular = particular;
  self->path = g_strdup_printf ("letters/%s/particulars/%s", letter, particular->name);
  self->input = new_input (self);
  title = foi_words_new (_ (particular->label), "row-title");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  if (particular->hint[0] != '\0')
    gtk_widget_set_parent (foi_words_new (_ (particular->hint), "row-subtitle"), GTK_WIDGET (self));
  gtk_widget_set_parent (frame (self), GTK_WIDGET (self));
  self->problem = foi_words_new ("", "foi-problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  if (particular->kind != FOI_PARTICULAR_DECISION)
    {
      bind_field (self, self->path);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (particular->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _ (particular->hint), -1);
    }
  foi_particular_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * foi_particular_row_get_name:
 *
 * Returns: what the row edits, as the case file names it.
 */
const char *
foi_particular_row_get_name (FoiParticularRow *self)
{
  g_return_val_if_fail (FOI_IS_PARTICULAR_ROW (self), NULL);
  return self->particular->name;
}

/**
 * foi_particular_row_get_input:
 *
 * Returns: (transfer none): the entry, the text view or the choice.
 */
GtkWidget *
foi_particular_row_get_input (FoiParticularRow *self)
{
  g_return_val_if_fail (FOI_IS_PARTICULAR_ROW (self), NULL);
  return self->input;
}

/**
 * foi_particular_row_update:
 *
 * Shows what the case says now; what is typed follows it by itself.
 */
void
foi_particular_row_update (FoiParticularRow *self)
{
  FoiCaseState *state;
  const char *value;
  guint selected = 0;

  g_return_if_fail (FOI_IS_PARTICULAR_ROW (self));

  if (self->field != NULL)
    return;
  state = foi_case_get_state (foi_document_get_case (self->document));
  value = foi_case_state_get_string (state, self->path);
  for (guint i = 1; i < G_N_ELEMENTS (decisions); i++)
    if (g_strcmp0 (decisions[i], value) == 0)
      selected = i;
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), selected);
  self->updating = FALSE;
}
