/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-details.h"

#include <glib/gi18n.h>

#include "foi-case-field.h"
#include "foi-drop-down.h"
#include "foi-focus.h"
#include "foi-json-edit.h"

static const struct
{
  const char  *member;
  FoiFieldKind kind;
  const char  *label, *command;
  gboolean     is_of_not_held;
} fields[] = {
  { "period/from", FOI_FIELD_MOMENT, N_("Asked from"), N_("Change Period"), FALSE },
  { "period/to", FOI_FIELD_MOMENT, N_("to"), N_("Change Period"), FALSE },
  { "fallback", FOI_FIELD_TEXT, N_("Would accept instead"), N_("Change What Is Accepted Instead"),
    FALSE },
  { "period_answered/from", FOI_FIELD_MOMENT, N_("Answers from"), N_("Change Period"), FALSE },
  { "period_answered/to", FOI_FIELD_MOMENT, N_("to"), N_("Change Period"), FALSE },
  { "period_answered/gap", FOI_FIELD_TEXT, N_("Why not the rest"), N_("Change Period"), FALSE },
  { "searched", FOI_FIELD_TEXT, N_("Where we looked"), N_("Change Where We Looked"), TRUE },
  { "may_hold", FOI_FIELD_TEXT, N_("Who may hold it"), N_("Change Who May Hold It"), TRUE },
  { "owner", FOI_FIELD_TEXT, N_("Owner"), N_("Change Owner"), FALSE },
};

#define N_FIELDS G_N_ELEMENTS (fields)

struct _FoiQuestionDetails
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *question;
  gboolean     updating;

  GtkWidget    *button;
  GtkWidget    *labels[N_FIELDS];
  GtkWidget    *entries[N_FIELDS];
  FoiCaseField *fields[N_FIELDS]; /* owned by the entries */
  GtkWidget    *together;
  GStrv         others;           /* ids, in the order of the choice; the first is "" */
};

G_DEFINE_FINAL_TYPE (FoiQuestionDetails, foi_question_details, GTK_TYPE_WIDGET)

static FoiQuestion *
get_question (FoiQuestionDetails *self)
{
  return self->question != NULL
           ? foi_case_find_question (foi_document_get_case (self->document), self->question)
           : NULL;
}

static char *
dup_path (FoiQuestionDetails *self, const char *member)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = foi_case_state_dup_question_path (state, self->question);

  return path != NULL ? g_strconcat (path, "/", member, NULL) : NULL;
}

/* One ground, one estimate, one notice: what is refused together is said once. */
static void
together_selected_cb (GtkDropDown *choice, GParamSpec *pspec, FoiQuestionDetails *self)
{
  const guint selected = gtk_drop_down_get_selected (choice);
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) see = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || get_question (self) == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  path = dup_path (self, "see");
  if (selected > 0)
    see = foi_json_new_strings ((const char *const[]){ self->others[selected], NULL });
  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), path, see,
                                 _("Change Answered Together"), &error))
    foi_document_tell_error (self->document, error);
}

static void
show_others (FoiQuestionDetails *self, FoiQuestion *question)
{
  GListModel *questions = foi_case_get_questions (foi_document_get_case (self->document));
  g_auto (GStrv) see = foi_question_dup_see (question);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_auto (GStrv) others = NULL;
  guint selected = 0, n = 0;

  g_strv_builder_add (ids, "");
  gtk_string_list_append (words, _("No other question"));
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) other = g_list_model_get_item (questions, i);
      const char *id = foi_question_get_id (other);
      g_autofree char *name = NULL;

      if (g_strcmp0 (id, self->question) == 0)
        continue;
      name = g_strdup_printf (_("Question %s"), foi_question_get_number (other));
      g_strv_builder_add (ids, id);
      gtk_string_list_append (words, name);
      n++;
      if (g_strcmp0 (see[0], id) == 0)
        selected = n;
    }
  others = g_strv_builder_end (ids);
  /* A list that is open stays as it is. */
  if (self->others == NULL
      || !g_strv_equal ((const char *const *) self->others, (const char *const *) others))
    {
      g_strfreev (self->others);
      self->others = g_steal_pointer (&others);
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->together), G_LIST_MODEL (words));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->together), selected);
}

/* A question that names no period of its own asks for that of the request. */
static void
show_asked (FoiQuestionDetails *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));

  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_has_prefix (fields[i].member, "period/"))
      {
        const char *moment = foi_case_state_get_string (state, fields[i].member);

        gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[i]), moment);
      }
}

static void
update (FoiQuestionDetails *self)
{
  FoiQuestion *question = get_question (self);
  gboolean is_not_held;

  if (question == NULL)
    return;
  is_not_held = foi_question_get_outcome (question) == FOI_OUTCOME_NOT_HELD;
  self->updating = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      gtk_widget_set_visible (self->labels[i], is_not_held || !fields[i].is_of_not_held);
      gtk_widget_set_visible (self->entries[i], is_not_held || !fields[i].is_of_not_held);
    }
  show_others (self, question);
  show_asked (self);
  self->updating = FALSE;
}

/* A field is made with the first question that there is. */
static void
follow_path (FoiQuestionDetails *self, guint i)
{
  g_autofree char *path = self->question != NULL ? dup_path (self, fields[i].member) : NULL;

  if (path == NULL)
    return;
  if (self->fields[i] != NULL)
    foi_case_field_set_path (self->fields[i], path);
  else
    self->fields[i] = foi_case_field_new (self->entries[i], self->document, fields[i].kind, path,
                                          _(fields[i].command));
}

static void
add_line (GtkGrid *grid, int line, const char *words, GtkWidget *widget, GtkWidget **label)
{
  *label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (*label), 1);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, *label, 0, line, 1, 1);
  gtk_grid_attach (grid, widget, 1, line, 1, 1);
}

static void
build (FoiQuestionDetails *self)
{
  GtkWidget *grid = gtk_grid_new (), *popover = gtk_popover_new (), *label;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_widget_set_size_request (grid, 420, -1);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->entries[i] = gtk_entry_new ();
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _(fields[i].label), -1);
      add_line (GTK_GRID (grid), (int) i, _(fields[i].label), self->entries[i], &self->labels[i]);
    }
  self->together = gtk_drop_down_new (NULL, NULL);
  foi_drop_down_set_name (self->together, _("Answered together with"));
  g_signal_connect_object (self->together, "notify::selected", G_CALLBACK (together_selected_cb),
                           self, 0);
  add_line (GTK_GRID (grid), (int) N_FIELDS, _("Answered together with"), self->together, &label);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  foi_focus_keep_shortcuts (popover);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
}

static void
foi_question_details_dispose (GObject *object)
{
  FoiQuestionDetails *self = FOI_QUESTION_DETAILS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (foi_question_details_parent_class)->dispose (object);
}

static void
foi_question_details_finalize (GObject *object)
{
  FoiQuestionDetails *self = FOI_QUESTION_DETAILS (object);

  g_strfreev (self->others);
  g_free (self->question);

  G_OBJECT_CLASS (foi_question_details_parent_class)->finalize (object);
}

static void
foi_question_details_class_init (FoiQuestionDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foi_question_details_dispose;
  object_class->finalize = foi_question_details_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_question_details_init (FoiQuestionDetails *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Details…"));
  gtk_widget_set_tooltip_text (self->button,
                               _("The period asked and answered, who works on it, and what is "
                                 "answered together"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Details…"), -1);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * foi_question_details_new:
 *
 * Returns: (transfer floating): a button without a question yet.
 */
GtkWidget *
foi_question_details_new (FoiDocument *document)
{
  FoiQuestionDetails *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_QUESTION_DETAILS, NULL);
  self->document = g_object_ref (document);
  build (self);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_question_details_set_question:
 * @question: (nullable): the id of a question or of a part of one
 */
void
foi_question_details_set_question (FoiQuestionDetails *self, const char *question)
{
  g_return_if_fail (FOI_IS_QUESTION_DETAILS (self));

  g_free (self->question);
  self->question = g_strdup (question);
  for (guint i = 0; i < N_FIELDS; i++)
    follow_path (self, i);
  update (self);
}
