/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-review-points.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-field.h"
#include "foi-case-review.h"
#include "foi-drop-down.h"
#include "foi-focus.h"
#include "foi-json-edit.h"
#include "foi-review.h"
#include "foi-words.h"

/* What a point can come to, as the case file writes it; first nothing. */
static const char *const decisions[] = { NULL, "upheld", "upheld-in-part", "overturned" };

/* One point, as it is shown; the widgets are the view's. */
typedef struct
{
  char      *question;
  GtkWidget *title, *choice, *finding;
} Row;

struct _FoiReviewPoints
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *letter;
  GArray      *rows;   /* of Row */
  GtkWidget   *whole;  /* (nullable): what it comes to */
  gboolean     updating;
};

G_DEFINE_FINAL_TYPE (FoiReviewPoints, foi_review_points, GTK_TYPE_WIDGET)

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->question);
}

static JsonNode *
get_particulars (FoiReviewPoints *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = g_strdup_printf ("letters/%s/particulars", self->letter);

  return foi_case_state_get_node (state, path);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void
decision_selected_cb (FoiReviewPoints *self, GParamSpec *pspec, GtkDropDown *choice)
{
  const guint selected = gtk_drop_down_get_selected (choice);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || selected >= G_N_ELEMENTS (decisions))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).choice == GTK_WIDGET (choice))
      path = g_strdup_printf ("letters/%s/particulars/points/#%u/decision", self->letter, i);
  if (path != NULL
      && !foi_case_editor_set_string (foi_document_get_editor (self->document), path,
                                      decisions[selected], _("Decide Point of the Review"),
                                      &error))
    foi_document_tell_error (self->document, error);
}

/* "Question 2: Contracts", as the case has it now. */
static char *
dup_title (FoiReviewPoints *self, const char *id)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  JsonNode *node = foi_question_find_node (foi_case_state_get_node (state, "questions"), id);
  const char *label = foi_json_get_string (node, "label", "");
  const char *text = label[0] != '\0' ? label : foi_json_get_string (node, "text", "");
  g_autofree char *line = g_strndup (text, strcspn (text, "\r\n"));

  if (node == NULL)
    return g_strdup_printf (_("A question that is not there any more (%s)"), id);
  /* Translators: the number of a question, and its words. */
  return g_strdup_printf (_("Question %s: %s"), foi_json_get_string (node, "number", ""), line);
}

static GtkWidget *
new_choice (FoiReviewPoints *self)
{
  const char *words[G_N_ELEMENTS (decisions) + 1] = { NULL };
  GtkWidget *choice;

  for (gsize i = 0; i < G_N_ELEMENTS (decisions); i++)
    words[i] = decisions[i] != NULL ? foi_review_decision_to_words (decisions[i])
                                    : _("Not decided yet");
  choice = gtk_drop_down_new_from_strings (words);
  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (decision_selected_cb), self,
                           G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
new_finding (FoiReviewPoints *self, guint index)
{
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *path
    = g_strdup_printf ("letters/%s/particulars/points/#%u/finding", self->letter, index);
  FoiCaseField *field;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), FALSE);
  gtk_widget_set_size_request (view, -1, 48);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_add_css_class (view, "foi-answer");
  field = foi_case_field_new (view, self->document, FOI_FIELD_TEXT, path,
                              _("Change Finding of the Review"));
  foi_case_field_set_place (field, path);
  return view;
}

static void
add_row (FoiReviewPoints *self, guint index, const char *question)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Row row = { g_strdup (question), foi_words_new (NULL, "row-title"), new_choice (self),
              new_finding (self, index) };

  gtk_widget_add_css_class (card, "foi-card");
  gtk_box_append (GTK_BOX (card), row.finding);
  gtk_widget_set_parent (row.title, GTK_WIDGET (self));
  gtk_widget_set_parent (row.choice, GTK_WIDGET (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_array_append_val (self->rows, row);
}

static void
remove_rows (FoiReviewPoints *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->rows, 0);
  self->whole = NULL;
}

static void
make_rows (FoiReviewPoints *self, JsonNode *particulars)
{
  const guint n = foi_review_get_n_points (particulars);

  remove_rows (self);
  if (n == 0)
    return;
  gtk_widget_set_parent (foi_words_new (_("Points, each decided afresh"), "foi-section"),
                         GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    {
      FoiReviewPoint point;

      foi_review_get_point (particulars, i, &point);
      add_row (self, i, point.question);
    }
  self->whole = foi_words_new (NULL, "row-title");
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
}

static gboolean
has_these_rows (FoiReviewPoints *self, JsonNode *particulars)
{
  const guint n = foi_review_get_n_points (particulars);

  if (n != self->rows->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      FoiReviewPoint point;

      foi_review_get_point (particulars, i, &point);
      if (!g_str_equal (point.question, g_array_index (self->rows, Row, i).question))
        return FALSE;
    }
  return TRUE;
}

static void
show_row (FoiReviewPoints *self, Row *row, const FoiReviewPoint *point)
{
  g_autofree char *title = dup_title (self, point->question);
  /* Translators: "Question 2: Contracts" stands before it. */
  g_autofree char *why = g_strdup_printf (_("%s: why it is decided so"), title);
  guint selected = 0;

  for (guint i = 1; i < G_N_ELEMENTS (decisions); i++)
    if (g_str_equal (decisions[i], point->decision))
      selected = i;
  gtk_label_set_label (GTK_LABEL (row->title), title);
  foi_drop_down_set_name (row->choice, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->finding), GTK_ACCESSIBLE_PROPERTY_LABEL, why,
                                  -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->choice), selected);
}

/* ---- the view -------------------------------------------------------------------------------- */

static void
foi_review_points_dispose (GObject *object)
{
  FoiReviewPoints *self = FOI_REVIEW_POINTS (object);

  remove_rows (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_review_points_parent_class)->dispose (object);
}

static void
foi_review_points_finalize (GObject *object)
{
  FoiReviewPoints *self = FOI_REVIEW_POINTS (object);

  g_array_unref (self->rows);
  g_free (self->letter);

  G_OBJECT_CLASS (foi_review_points_parent_class)->finalize (object);
}

static void
foi_review_points_class_init (FoiReviewPointsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_review_points_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_review_points_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_review_points_init (FoiReviewPoints *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Points of the review"), -1);
}

/**
 * foi_review_points_new:
 * @letter: the id of a letter
 *
 * Returns: (transfer floating): its points, if it is about a review that has any.
 */
GtkWidget *
foi_review_points_new (FoiDocument *document, const char *letter)
{
  FoiReviewPoints *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && letter != NULL, NULL);

  self = g_object_new (FOI_TYPE_REVIEW_POINTS, NULL);
  self->document = g_object_ref (document);
  self->letter = g_strdup (letter);
  foi_review_points_update (self);
  return GTK_WIDGET (self);
}

/**
 * foi_review_points_update:
 *
 * Shows what the case says now.
 */
void
foi_review_points_update (FoiReviewPoints *self)
{
  JsonNode *particulars;
  g_autofree char *words = NULL;
  const char *decision;

  g_return_if_fail (FOI_IS_REVIEW_POINTS (self));

  particulars = get_particulars (self);
  if (!has_these_rows (self, particulars))
    make_rows (self, particulars);
  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      FoiReviewPoint point;

      foi_review_get_point (particulars, i, &point);
      show_row (self, &g_array_index (self->rows, Row, i), &point);
    }
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  if (self->whole == NULL)
    return;
  decision = foi_review_get_decision (particulars);
  /* Translators: what a review comes to. */
  words = g_strdup_printf (_("As a whole: %s"), decision[0] != '\0'
                                                  ? foi_review_decision_to_words (decision)
                                                  : _("not decided yet"));
  gtk_label_set_label (GTK_LABEL (self->whole), words);
}

guint
foi_review_points_get_n (FoiReviewPoints *self)
{
  g_return_val_if_fail (FOI_IS_REVIEW_POINTS (self), 0);

  return self->rows->len;
}

/**
 * foi_review_points_find:
 * @place: "points/#1", "points/#1/finding"
 *
 * Returns: (transfer none) (nullable): what edits it.
 */
GtkWidget *
foi_review_points_find (FoiReviewPoints *self, const char *place)
{
  g_auto (GStrv) segments = NULL;
  guint64 index;

  g_return_val_if_fail (FOI_IS_REVIEW_POINTS (self) && place != NULL, NULL);

  segments = g_strsplit (place, "/", -1);
  if (g_strv_length (segments) < 2 || !g_str_equal (segments[0], "points")
      || segments[1][0] != '#'
      || !g_ascii_string_to_unsigned (segments[1] + 1, 10, 0, G_MAXUINT, &index, NULL)
      || index >= self->rows->len)
    return NULL;
  return segments[2] != NULL && g_str_equal (segments[2], "finding")
           ? g_array_index (self->rows, Row, index).finding
           : g_array_index (self->rows, Row, index).choice;
}
