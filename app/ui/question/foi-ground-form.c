/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ground-form.h"

#include <glib/gi18n.h>

#include "foi-case-stance.h"
#include "foi-drop-down.h"
#include "foi-ground-fields.h"
#include "foi-json-edit.h"
#include "foi-spelling.h"
#include "foi-table-data.h"
#include "foi-typed-date.h"

static const char *const harms[] = { "", "would", "would-be-likely" };

struct _FoiGroundForm
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *question;
  guint        index;
  gboolean     updating;

  GtkWidget *grid;
  GtkWidget *labels[FOI_N_GROUND_FIELDS];
  GtkWidget *lines[FOI_N_GROUND_FIELDS];   /* what stands in the grid */
  GtkWidget *widgets[FOI_N_GROUND_FIELDS]; /* (nullable): entries, text views, choices */
};

G_DEFINE_FINAL_TYPE (FoiGroundForm, foi_ground_form, GTK_TYPE_WIDGET)

static JsonNode *
get_grounds (FoiGroundForm *self)
{
  FoiQuestion *question = foi_case_find_question (foi_document_get_case (self->document),
                                                  self->question);

  return question != NULL ? foi_question_get_grounds (question) : NULL;
}

static JsonNode *
get_ground (FoiGroundForm *self)
{
  JsonNode *grounds = get_grounds (self);

  return self->index < foi_json_get_n_elements (grounds)
           ? foi_json_get_element (grounds, self->index) : NULL;
}

static JsonNode *
get_rule (FoiGroundForm *self)
{
  JsonNode *ground = get_ground (self);

  return foi_rules_find_ground (foi_rules_get_default (), foi_json_get_string (ground, "act", ""),
                                foi_json_get_string (ground, "section", ""));
}

/* What is said of the question; of one that has gone, nothing. */
static FoiStance
get_stance (FoiGroundForm *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  FoiQuestion *question = foi_case_find_question (foi_case, self->question);
  const FoiStance nothing = { 0 };

  return question != NULL
           ? foi_case_state_get_stance (foi_case_get_state (foi_case), question) : nothing;
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Puts @changed in the place of the ground; what has the same @merge_key is one command. */
static void
put_ground (FoiGroundForm *self, JsonNode *changed, const char *merge_key)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *question = foi_case_state_dup_question_path (state, self->question);
  g_autofree char *path = g_strconcat (question, "/grounds", NULL);
  g_autoptr (JsonNode) grounds = NULL;
  g_autoptr (FoiCaseState) next = NULL;
  g_autoptr (GError) error = NULL;

  if (question == NULL)
    return;
  grounds = foi_json_array_replace (get_grounds (self), self->index, changed);
  next = foi_case_state_with_node (state, path, grounds, &error);
  if (next == NULL)
    foi_document_tell_error (self->document, error);
  else
    foi_case_editor_push (foi_document_get_editor (self->document), next, _("Change Ground"),
                          merge_key);
}

/* What is typed on in one field is one command. */
static void
write_text (FoiGroundForm *self, guint i, const char *text)
{
  JsonNode *ground = get_ground (self);
  g_autofree char *merge_key = g_strdup_printf ("%s/%u/%u", self->question, self->index, i);
  g_autoptr (JsonNode) changed = NULL;

  if (self->updating || ground == NULL)
    return;
  changed = foi_ground_fields_change (ground, i, text);
  put_ground (self, changed, merge_key);
}

static guint
index_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "index"));
}

static void
entry_changed_cb (GtkEditable *entry, FoiGroundForm *self)
{
  write_text (self, index_of (entry), gtk_editable_get_text (entry));
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, FoiGroundForm *self)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  write_text (self, index_of (buffer), text);
}

static void
harm_selected_cb (GtkDropDown *harm, GParamSpec *pspec, FoiGroundForm *self)
{
  const guint selected = gtk_drop_down_get_selected (harm);

  if (selected < G_N_ELEMENTS (harms))
    write_text (self, index_of (harm), harms[selected]);
}

static void
limb_selected_cb (GtkDropDown *choice, GParamSpec *pspec, FoiGroundForm *self)
{
  const char *const *names = g_object_get_data (G_OBJECT (choice), "limbs");
  const guint selected = gtk_drop_down_get_selected (choice);
  JsonNode *ground = get_ground (self);
  g_autoptr (JsonNode) changed = NULL;

  if (self->updating || ground == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  changed = foi_ground_fields_change_limb (ground, get_rule (self),
                                           selected > 0 ? names[selected] : NULL);
  put_ground (self, changed, NULL);
}

static void
focus_left_cb (FoiGroundForm *self)
{
  if (self->document != NULL)
    foi_case_editor_break_merge (foi_document_get_editor (self->document));
}

/* ---- building -------------------------------------------------------------------------------- */

static void
add_line (FoiGroundForm *self, guint i, GtkWidget *widget)
{
  const char *words = _(foi_ground_fields_get (i)->label);
  GtkWidget *label = gtk_label_new (words);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 7);
  gtk_widget_set_hexpand (widget, TRUE);
  if (GTK_IS_DROP_DOWN (self->widgets[i]))
    foi_drop_down_set_name (self->widgets[i], words);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->widgets[i]),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) i, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), widget, 1, (int) i, 1, 1);
  self->labels[i] = label;
  self->lines[i] = widget;
}

static GtkWidget *
new_long_field (FoiGroundForm *self, guint i)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_object_set (view, "left-margin", 8, "right-margin", 8, "top-margin", 6, "bottom-margin", 6,
                NULL);
  gtk_widget_add_css_class (view, "foi-answer");
  gtk_widget_add_css_class (scroller, "foi-card");
  g_object_set (scroller, "child", view, "hscrollbar-policy", GTK_POLICY_NEVER,
                "min-content-height", 50, "max-content-height", 110, "propagate-natural-height",
                TRUE, NULL);
  /* Undo is the case's. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  foi_spelling_attach (GTK_TEXT_VIEW (view));
  g_object_set_data (G_OBJECT (buffer), "index", GUINT_TO_POINTER (i));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, 0);
  self->widgets[i] = view;
  return scroller;
}

static GtkWidget *
new_short_field (FoiGroundForm *self, guint i)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  g_object_set_data (G_OBJECT (entry), "index", GUINT_TO_POINTER (i));
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, 0);
  self->widgets[i] = entry;
  return entry;
}

/* A day or a year is written when the field is left, and only when it is one. */
static void
moment_left_cb (GtkWidget *entry, FoiGroundForm *self)
{
  const guint i = index_of (entry);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *moment = NULL, *reason = NULL;
  gboolean is_good = foi_ground_fields_get (i)->kind == FOI_GROUND_FIELD_DATE
                       ? foi_typed_date_read (typed, &moment, &reason)
                       : foi_typed_moment_read (typed, &moment, &reason);

  if (is_good)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, reason);
  if (is_good && g_strcmp0 (moment != NULL ? moment : "",
                            foi_ground_fields_get_text (get_ground (self), i)) != 0)
    write_text (self, i, moment != NULL ? moment : "");
}

static void
moment_focus_left_cb (GtkEventController *focus, FoiGroundForm *self)
{
  moment_left_cb (gtk_event_controller_get_widget (focus), self);
}

static GtkWidget *
new_moment_field (FoiGroundForm *self, guint i)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  g_object_set_data (G_OBJECT (entry), "index", GUINT_TO_POINTER (i));
  g_signal_connect_object (entry, "activate", G_CALLBACK (moment_left_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (moment_focus_left_cb), self, 0);
  gtk_widget_add_controller (entry, focus);
  self->widgets[i] = entry;
  return entry;
}

static GtkWidget *
new_choice (FoiGroundForm *self, guint i, const char *const *words, GCallback selected_cb)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);

  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (choice), "index", GUINT_TO_POINTER (i));
  g_signal_connect_object (choice, "notify::selected", selected_cb, self, 0);
  self->widgets[i] = choice;
  return choice;
}

/* The limbs that can be chosen, and the one that was, whatever it is. */
static GtkWidget *
new_limb (FoiGroundForm *self, guint i)
{
  const FoiStance stance = get_stance (self);
  JsonNode *rule = get_rule (self);
  JsonNode *limbs = foi_json_get_member (rule, "limbs");
  const char *chosen = foi_ground_fields_get_text (get_ground (self), i);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;
  GtkWidget *choice;

  g_strv_builder_add (names, "");
  g_strv_builder_add (words, _("Not said yet"));
  for (guint j = 0; j < foi_json_get_n_elements (limbs); j++)
    {
      JsonNode *limb = foi_json_get_element (limbs, j);
      const char *name = foi_json_get_string (limb, "limb", "");
      const char *plain = foi_json_get_string (limb, "plain", "");
      g_autofree char *both = g_strjoin (plain[0] != '\0' ? " · " : "", name, plain, NULL);

      if (!foi_offer_limb (&stance, rule, limb) && !g_str_equal (name, chosen))
        continue;
      g_strv_builder_add (names, name);
      g_strv_builder_add (words, both);
    }
  shown = g_strv_builder_end (words);
  choice = new_choice (self, i, (const char *const *) shown, G_CALLBACK (limb_selected_cb));
  g_object_set_data_full (G_OBJECT (choice), "limbs", g_strv_builder_end (names),
                          (GDestroyNotify) g_strfreev);
  return choice;
}

static void
cells_toggled_cb (GtkCheckButton *button, FoiGroundForm *self)
{
  write_text (self, index_of (button), gtk_check_button_get_active (button) ? "true" : "");
  focus_left_cb (self);
}

/* Whether the ground is why figures of the question's tables are left out. */
static GtkWidget *
new_cells (FoiGroundForm *self, guint i)
{
  GtkWidget *button
    = gtk_check_button_new_with_label (_("Covers those withheld in the question’s tables"));
  GtkWidget *label = gtk_widget_get_last_child (button);

  if (GTK_IS_LABEL (label))
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "toggled", G_CALLBACK (cells_toggled_cb), self, 0);
  self->widgets[i] = button;
  return button;
}

static GtkWidget *
new_field (FoiGroundForm *self, guint i)
{
  const char *const harm_words[] = { _("Not said yet"), _("Would harm"),
                                     _("Would be likely to harm"), NULL };

  switch (foi_ground_fields_get (i)->kind)
    {
    case FOI_GROUND_FIELD_LONG:
      return new_long_field (self, i);
    case FOI_GROUND_FIELD_DATE:
    case FOI_GROUND_FIELD_MOMENT:
      return new_moment_field (self, i);
    case FOI_GROUND_FIELD_LIMB:
      return new_limb (self, i);
    case FOI_GROUND_FIELD_HARM:
      return new_choice (self, i, harm_words, G_CALLBACK (harm_selected_cb));
    case FOI_GROUND_FIELD_CELLS:
      return new_cells (self, i);
    case FOI_GROUND_FIELD_SHORT:
    default:
      return new_short_field (self, i);
    }
}

/* Every field that some limb asks for; the ones that are not asked for now are hidden. */
static void
build (FoiGroundForm *self)
{
  const FoiStance stance = get_stance (self);
  const FoiNeed needs = foi_ground_fields_get_all_needs (get_rule (self), stance.authority);

  for (guint i = 0; i < FOI_N_GROUND_FIELDS; i++)
    if ((foi_ground_fields_get (i)->needs & ~needs) == 0)
      add_line (self, i, new_field (self, i));
}

static gboolean
has_table (FoiGroundForm *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  GPtrArray *tables = foi_case_state_get_tables (foi_case_get_state (foi_case));

  for (guint i = 0; i < tables->len; i++)
    if (g_strcmp0 (foi_case_find_table_question (foi_case,
                                                 foi_table_data_get_name (tables->pdata[i])),
                   self->question) == 0)
      return TRUE;
  return FALSE;
}

/* What is asked for goes by the limb and the outcome; what is filled in stays in sight. */
static void
show_needed (FoiGroundForm *self)
{
  const FoiStance stance = get_stance (self);
  JsonNode *ground = get_ground (self), *rule = get_rule (self);
  JsonNode *limb = foi_ground_rule_find_limb (rule, foi_json_get_string (ground, "limb", NULL));
  const FoiNeed needs = foi_ground_rule_get_needs (rule, limb, stance.authority, stance.outcome);

  for (guint i = 0; i < FOI_N_GROUND_FIELDS; i++)
    {
      const FoiGroundField *field = foi_ground_fields_get (i);
      gboolean asked = field->kind == FOI_GROUND_FIELD_CELLS ? has_table (self)
                                                             : (field->needs & ~needs) == 0;
      gboolean shown = asked || foi_ground_fields_get_text (ground, i)[0] != '\0';

      if (self->widgets[i] == NULL)
        continue;
      gtk_widget_set_visible (self->labels[i], shown);
      gtk_widget_set_visible (self->lines[i], shown);
    }
}

static void
show_text (GtkWidget *widget, const char *text)
{
  g_autofree char *shown = NULL;
  GtkTextBuffer *buffer;

  if (GTK_IS_EDITABLE (widget))
    {
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
        gtk_editable_set_text (GTK_EDITABLE (widget), text);
      return;
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_object_get (buffer, "text", &shown, NULL);
  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
show_choice (GtkDropDown *choice, const char *name)
{
  const char *const *names = g_object_get_data (G_OBJECT (choice), "limbs");
  guint n_names = names != NULL ? g_strv_length ((char **) names) : G_N_ELEMENTS (harms);

  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names != NULL ? names[i] : harms[i], name))
      gtk_drop_down_set_selected (choice, i);
}

static void
show_field (FoiGroundForm *self, guint i, const char *text)
{
  const FoiGroundFieldKind kind = foi_ground_fields_get (i)->kind;
  GtkWidget *widget = self->widgets[i];
  g_autofree char *words = NULL;

  if (GTK_IS_DROP_DOWN (widget))
    {
      show_choice (GTK_DROP_DOWN (widget), text);
      return;
    }
  if (kind == FOI_GROUND_FIELD_CELLS)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), text[0] != '\0');
      return;
    }
  if (kind == FOI_GROUND_FIELD_DATE || kind == FOI_GROUND_FIELD_MOMENT)
    {
      /* What is being typed is not a day yet. */
      if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)))))
        return;
      words = foi_moment_to_words (text);
    }
  show_text (widget, words != NULL ? words : text);
}

static void
foi_ground_form_dispose (GObject *object)
{
  FoiGroundForm *self = FOI_GROUND_FORM (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (foi_ground_form_parent_class)->dispose (object);
}

static void
foi_ground_form_finalize (GObject *object)
{
  g_free (FOI_GROUND_FORM (object)->question);

  G_OBJECT_CLASS (foi_ground_form_parent_class)->finalize (object);
}

static void
foi_ground_form_class_init (FoiGroundFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_ground_form_dispose;
  object_class->finalize = foi_ground_form_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_ground_form_init (FoiGroundForm *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 10);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/**
 * foi_ground_form_new:
 * @question: the id of a question or of a part of one
 * @index: which of its grounds
 *
 * Returns: (transfer floating): a form for that ground.
 */
GtkWidget *
foi_ground_form_new (FoiDocument *document, const char *question, guint index)
{
  FoiGroundForm *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (FOI_TYPE_GROUND_FORM, NULL);
  self->document = g_object_ref (document);
  self->question = g_strdup (question);
  self->index = index;
  build (self);
  foi_ground_form_update (self);
  return GTK_WIDGET (self);
}

/**
 * foi_ground_form_update:
 *
 * Shows what the case says of the ground now.
 */
void
foi_ground_form_update (FoiGroundForm *self)
{
  JsonNode *ground;

  g_return_if_fail (FOI_IS_GROUND_FORM (self));

  ground = get_ground (self);
  self->updating = TRUE;
  for (guint i = 0; i < FOI_N_GROUND_FIELDS; i++)
    if (self->widgets[i] != NULL)
      show_field (self, i, foi_ground_fields_get_text (ground, i));
  show_needed (self);
  self->updating = FALSE;
}
