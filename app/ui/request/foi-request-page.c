/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-request-page.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-asked-edits.h"
#include "foi-asked-row.h"
#include "foi-case-field.h"
#include "foi-case-outcome.h"
#include "foi-drop-down.h"
#include "foi-event-list.h"
#include "foi-focus.h"
#include "foi-json-edit.h"
#include "foi-laws.h"
#include "foi-rules.h"
#include "foi-stretches.h"


static const struct
{
  const char *name;
  const char *words;
} bases[] = {
  { "year", N_("Years") },
  { "calendar-year", N_("Calendar years") },
  { "financial-year", N_("Financial years") },
  { "academic-year", N_("Academic years") },
  { "month", N_("Months") },
  { "day", N_("Days") },
};

/* The entries and text views, and what they hold. */
static const struct
{
  const char  *name;
  FoiFieldKind kind;
  const char  *path;
  const char  *label;
} fields[] = {
  { "reference", FOI_FIELD_TEXT, "/id", N_("Change Reference") },
  { "subject", FOI_FIELD_TEXT, "/title", N_("Change Subject") },
  { "received", FOI_FIELD_DATE, "request/received", N_("Change Day of Receipt") },
  { "channel", FOI_FIELD_TEXT, "request/channel", N_("Change How It Came") },
  { "name", FOI_FIELD_TEXT, "request/requester/name", N_("Change Requester") },
  { "salutation", FOI_FIELD_TEXT, "request/requester/salutation", N_("Change Greeting") },
  { "organisation", FOI_FIELD_TEXT, "request/requester/organisation",
    N_("Change Organisation") },
  { "email", FOI_FIELD_TEXT, "request/requester/email", N_("Change E-mail Address") },
  { "address", FOI_FIELD_LINES, "request/requester/address", N_("Change Address") },
  { "period_from", FOI_FIELD_MOMENT, "period/from", N_("Change Period") },
  { "period_to", FOI_FIELD_MOMENT, "period/to", N_("Change Period") },
  { "preamble", FOI_FIELD_TEXT, "request/preamble", N_("Change Words Before the Questions") },
  { "text", FOI_FIELD_TEXT, "request/text", N_("Change Request") },
};

struct _FoiRequestPage
{
  GtkWidget parent_instance;

  FoiDocument *document;
  gboolean     updating;
  gboolean     outdated;   /* the case changed while nobody saw the page */

  GtkWidget  *scroller;
  GtkWidget  *widgets[G_N_ELEMENTS (fields)];
  GtkWidget  *regime;
  GtkWidget  *basis;
  GtkWidget  *received_problem;
  GtkWidget  *period_problem;
  GtkWidget  *outcome;
  GtkWidget  *events;       /* the place of the list below */
  GtkWidget  *event_list;
  GtkWidget  *questions;
  GtkWidget  *text;
  GtkTextTag *tints[FOI_N_TINTS];
};

G_DEFINE_FINAL_TYPE (FoiRequestPage, foi_request_page, GTK_TYPE_WIDGET)

static FoiCase *
get_case (FoiRequestPage *self)
{
  return foi_document_get_case (self->document);
}

static GtkWidget *
find_field (FoiRequestPage *self, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), FOI_TYPE_REQUEST_PAGE,
                                                    name));
}

/* ---- choices --------------------------------------------------------------------------------- */

static void
choose (FoiRequestPage *self, const char *path, const char *name, const char *label)
{
  g_autoptr (JsonNode) value = foi_json_new_string (name);
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), path, value, label,
                                 &error))
    foi_document_tell_error (self->document, error);
}

static void
regime_selected_cb (FoiRequestPage *self)
{
  const char *regime = foi_laws_get_selected (self->regime);

  if (!self->updating && regime != NULL)
    choose (self, "regime", regime, _("Change Law"));
}

static void
basis_selected_cb (FoiRequestPage *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->basis));

  if (!self->updating && selected < G_N_ELEMENTS (bases))
    choose (self, "period/basis", bases[selected].name, _("Change Period"));
}

static void
fill_choices (FoiRequestPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    gtk_string_list_append (words, _(bases[i].words));
  self->updating = TRUE;
  foi_laws_fill (self->regime, FALSE);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->basis), G_LIST_MODEL (words));
  self->updating = FALSE;
}

static void
show_choices (FoiRequestPage *self)
{
  FoiCaseState *state = foi_case_get_state (get_case (self));
  const char *regime = foi_case_get_regime (get_case (self));
  const char *basis = foi_case_state_get_string (state, "period/basis");
  guint unit = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (g_strcmp0 (bases[i].name, basis) == 0)
      unit = i;
  self->updating = TRUE;
  foi_laws_select (self->regime, regime);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->basis), unit);
  self->updating = FALSE;
}

/* ---- questions ------------------------------------------------------------------------------- */

static FoiAskedRow *
find_row (FoiRequestPage *self, const char *question)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->questions); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (foi_asked_row_get_question (FOI_ASKED_ROW (row)), question))
      return FOI_ASKED_ROW (row);
  return NULL;
}

static void
remove_old_rows (FoiRequestPage *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->questions);

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (foi_asked_find (self->document, foi_asked_row_get_question (FOI_ASKED_ROW (row))) < 0)
        gtk_box_remove (GTK_BOX (self->questions), row);
      row = next;
    }
}

/* Rows stay with their questions, so that the focus does. */
static void
show_questions (FoiRequestPage *self)
{
  GListModel *questions = foi_case_get_questions (get_case (self));
  GtkWidget *before = NULL;

  remove_old_rows (self);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);
      const char *id = foi_question_get_id (question);
      GtkWidget *row = GTK_WIDGET (find_row (self, id));

      if (row == NULL)
        {
          row = foi_asked_row_new (self->document, id);
          gtk_box_insert_child_after (GTK_BOX (self->questions), row, before);
        }
      else if (gtk_widget_get_prev_sibling (row) != before)
        gtk_box_reorder_child_after (GTK_BOX (self->questions), row, before);
      foi_asked_row_update (FOI_ASKED_ROW (row));
      before = row;
    }
}

static GArray *
find_stretches (FoiRequestPage *self)
{
  GListModel *questions = foi_case_get_questions (get_case (self));
  const char *text = foi_case_state_get_string (foi_case_get_state (get_case (self)),
                                                "request/text");
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);

      g_ptr_array_add (asked, g_strdup (foi_question_get_text (question)));
    }
  g_ptr_array_add (asked, NULL);
  return foi_stretches_find (text != NULL ? text : "", (const char *const *) asked->pdata);
}

static void
selection_changed_cb (FoiRequestPage *self)
{
  g_autofree char *words
    = foi_stretches_dup_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.make-question", words != NULL);
}

/* What was received is evidence: once it is there it is read and not written. */
static void
show_text (FoiRequestPage *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GArray) stretches = find_stretches (self);

  if (!gtk_widget_has_focus (self->text) || !gtk_text_view_get_editable (view))
    gtk_text_view_set_editable (view, gtk_text_buffer_get_char_count (buffer) == 0);
  foi_stretches_show (buffer, self->tints, stretches);
}

/* What the questions make of the request. */
static void
show_outcome (FoiRequestPage *self)
{
  g_autoptr (FoiCaseOutcome) outcome = foi_case_outcome_new (
    foi_case_get_state (get_case (self)), foi_rules_get_default (),
    foi_almanac_get_holidays (foi_almanac_get_default ()));
  g_autofree char *words = foi_case_outcome_dup_words (outcome);
  /* Translators: what became of the whole request. */
  g_autofree char *line = g_strdup_printf (_("The request as a whole: %s"), words);

  gtk_label_set_label (GTK_LABEL (self->outcome), line);
}

static void
update (FoiRequestPage *self)
{
  self->outdated = FALSE;
  show_choices (self);
  show_outcome (self);
  foi_event_list_update (FOI_EVENT_LIST (self->event_list));
  show_questions (self);
  show_text (self);
}

static void
case_changed_cb (FoiRequestPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->outdated = TRUE;
}

static void
foi_request_page_map (GtkWidget *widget)
{
  FoiRequestPage *self = FOI_REQUEST_PAGE (widget);

  if (self->outdated)
    update (self);

  GTK_WIDGET_CLASS (foi_request_page_parent_class)->map (widget);
}

/* The place of a new question: after those that stand before it in the request. */
static guint
find_position (FoiRequestPage *self, guint start)
{
  g_autoptr (GArray) stretches = find_stretches (self);
  guint position = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const FoiStretch *stretch = &g_array_index (stretches, FoiStretch, i);

      if (stretch->start >= stretch->end || stretch->start < start)
        position = i + 1;
    }
  return position;
}

static void
make_question_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_request_page_make_question (FOI_REQUEST_PAGE (widget));
}

/* ---- places ---------------------------------------------------------------------------------- */

static void
problem_changed_cb (FoiCaseField *field, GParamSpec *pspec, GtkWidget *label)
{
  const char *problem = foi_case_field_get_problem (field);

  gtk_label_set_label (GTK_LABEL (label), problem != NULL ? problem : "");
  gtk_widget_set_visible (label, problem != NULL);
}

static void
focus_field (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (widget));
  else
    gtk_widget_grab_focus (widget);
}

/* "questions/q3/text": the words of a question as asked are edited here. */
static void
focus_asked (FoiRequestPage *self, const char *place)
{
  g_auto (GStrv) segments = g_strsplit (place, "/", 4);
  FoiAskedRow *row = NULL;

  if (g_strv_length (segments) == 3 && g_str_equal (segments[2], "text"))
    row = find_row (self, segments[1]);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
go_to_cb (FoiRequestPage *self, const char *place)
{
  if (g_str_has_prefix (place, "questions/"))
    {
      focus_asked (self, place);
      return;
    }
  if (!g_str_has_prefix (place, "request") && !g_str_has_prefix (place, "period"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].path, place))
      {
        focus_field (self->widgets[i]);
        return;
      }
  focus_field (find_field (self, g_str_has_prefix (place, "request/requester") ? "name"
                                 : g_str_equal (place, "request/reference") ? "reference"
                                                                            : "subject"));
}

static gboolean
foi_request_page_grab_focus (GtkWidget *widget)
{
  focus_field (find_field (FOI_REQUEST_PAGE (widget), "subject"));
  return TRUE;
}

static void
foi_request_page_dispose (GObject *object)
{
  FoiRequestPage *self = FOI_REQUEST_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_REQUEST_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_request_page_parent_class)->dispose (object);
}

static void
foi_request_page_class_init (FoiRequestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_request_page_dispose;
  widget_class->grab_focus = foi_request_page_grab_focus;
  foi_focus_let_go (widget_class);
  widget_class->map = foi_request_page_map;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-request-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i].name, FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, regime);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, basis);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, received_problem);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, period_problem);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, events);
  gtk_widget_class_bind_template_child (widget_class, FoiRequestPage, questions);
  gtk_widget_class_bind_template_callback (widget_class, regime_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, basis_selected_cb);
  gtk_widget_class_install_action (widget_class, "request.make-question", NULL,
                                   make_question_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_request_page_init (FoiRequestPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foi_drop_down_set_name (self->regime, _("Law"));
  foi_drop_down_set_name (self->basis, _("Period counted in"));
  fill_choices (self);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    self->widgets[i] = find_field (self, fields[i].name);
  self->text = find_field (self, "text");
}

static void
add_fields (FoiRequestPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      FoiCaseField *field = foi_case_field_new (self->widgets[i], self->document, fields[i].kind,
                                                fields[i].path, _(fields[i].label));

      if (!g_str_has_prefix (fields[i].path, "request/"))
        foi_case_field_set_place (field, "request");
      if (fields[i].kind == FOI_FIELD_DATE)
        g_signal_connect_object (field, "notify::problem", G_CALLBACK (problem_changed_cb),
                                 self->received_problem, 0);
      else if (fields[i].kind == FOI_FIELD_MOMENT)
        g_signal_connect_object (field, "notify::problem", G_CALLBACK (problem_changed_cb),
                                 self->period_problem, 0);
    }
}

/**
 * foi_request_page_new:
 *
 * Returns: (transfer floating): the page of a case's request.
 */
GtkWidget *
foi_request_page_new (FoiDocument *document)
{
  FoiRequestPage *self;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_REQUEST_PAGE, NULL);
  self->document = g_object_ref (document);
  add_fields (self);
  self->event_list = foi_event_list_new (document);
  gtk_box_append (GTK_BOX (self->events), self->event_list);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  foi_stretches_make_tags (buffer, self->tints);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_case (self), "changed", G_CALLBACK (case_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
  selection_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * foi_request_page_make_question:
 *
 * Makes a question of the words that are selected in the request as received.
 *
 * Returns: whether the request has the focus and words of it are selected.
 */
gboolean
foi_request_page_make_question (FoiRequestPage *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (FOI_IS_REQUEST_PAGE (self), FALSE);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  words = gtk_widget_has_focus (self->text) ? foi_stretches_dup_selection (buffer) : NULL;
  if (words == NULL)
    return FALSE;
  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  if (!foi_asked_add (self->document,
                      find_position (self, (guint) gtk_text_iter_get_offset (&start)), words, NULL,
                      &error))
    foi_document_tell_error (self->document, error);
  return TRUE;
}
