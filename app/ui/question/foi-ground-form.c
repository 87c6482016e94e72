/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ground-form.h"

#include <glib/gi18n.h>

#include "foi-drop-down.h"
#include "foi-json-edit.h"
#include "foi-rules.h"

/* When a field is asked for. */
typedef enum
{
  ALWAYS,
  WITH_BALANCE,
  ELSEWHERE,
} Need;

static const struct
{
  const char *object;   /* the member of the ground that holds it; NULL for the ground itself */
  const char *key;
  const char *label;
  Need        need;
  gboolean    is_long;
} fields[] = {
  { NULL, "applies_to", N_("Applies to"), ALWAYS, FALSE },
  { NULL, "reason", N_("Why it applies"), ALWAYS, TRUE },
  { "public_interest", "for", N_("For releasing it"), WITH_BALANCE, TRUE },
  { "public_interest", "against", N_("Against releasing it"), WITH_BALANCE, TRUE },
  { "public_interest", "balance", N_("Which weighs more"), WITH_BALANCE, TRUE },
  { "source", "title", N_("Where it is"), ELSEWHERE, FALSE },
  { "source", "publisher", N_("Publisher"), ELSEWHERE, FALSE },
  { "source", "url", N_("Link"), ELSEWHERE, FALSE },
  { "source", "table", N_("Table"), ELSEWHERE, FALSE },
  { "source", "page", N_("Page"), ELSEWHERE, FALSE },
  { "source", "from", N_("From"), ELSEWHERE, FALSE },
  { "source", "to", N_("To"), ELSEWHERE, FALSE },
};

static const char *const harms[] = { "", "would", "would-be-likely" };

struct _FoiGroundForm
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *question;
  guint        index;
  gboolean     updating;

  GtkWidget *grid;
  GtkWidget *harm;                            /* (nullable) */
  GtkWidget *widgets[G_N_ELEMENTS (fields)];  /* (nullable): entries and text views */
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

/* ---- writing --------------------------------------------------------------------------------- */

static JsonNode *
with_text (JsonNode *object, const char *key, const char *text)
{
  return foi_json_set_string (object, key, text[0] != '\0' ? text : NULL, NULL);
}

/* The ground with one of its texts, or of those of an object in it; an empty object goes away. */
static JsonNode *
change_ground (JsonNode *ground, const char *member, const char *key, const char *text)
{
  g_autoptr (JsonNode) none = foi_json_new_object ();
  g_autoptr (JsonNode) changed = NULL;
  JsonNode *object;

  if (member == NULL)
    return with_text (ground, key, text);
  object = foi_json_get_member (ground, member);
  changed = with_text (object != NULL ? object : none, key, text);
  return foi_json_set_member (
    ground, member, json_object_get_size (json_node_get_object (changed)) > 0 ? changed : NULL,
    NULL);
}

/* What is typed on in one field is one command. */
static void
write_text (FoiGroundForm *self, const char *member, const char *key, const char *text)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  JsonNode *ground = get_ground (self);
  g_autofree char *question = foi_case_state_dup_question_path (state, self->question);
  g_autofree char *path = g_strconcat (question, "/grounds", NULL);
  g_autofree char *merge_key = g_strdup_printf ("%s/%u/%s", path, self->index, key);
  g_autoptr (JsonNode) changed = NULL;
  g_autoptr (JsonNode) grounds = NULL;
  g_autoptr (FoiCaseState) next = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || ground == NULL || question == NULL)
    return;
  changed = change_ground (ground, member, key, text);
  grounds = foi_json_array_replace (get_grounds (self), self->index, changed);
  next = foi_case_state_with_node (state, path, grounds, &error);
  if (next == NULL)
    foi_document_tell_error (self->document, error);
  else
    foi_case_editor_push (foi_document_get_editor (self->document), next, _("Change Ground"),
                          merge_key);
}

static guint
index_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "index"));
}

static void
entry_changed_cb (GtkEditable *entry, FoiGroundForm *self)
{
  const guint i = index_of (entry);

  write_text (self, fields[i].object, fields[i].key, gtk_editable_get_text (entry));
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, FoiGroundForm *self)
{
  const guint i = index_of (buffer);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  write_text (self, fields[i].object, fields[i].key, text);
}

static void
harm_selected_cb (GtkDropDown *harm, GParamSpec *pspec, FoiGroundForm *self)
{
  const guint selected = gtk_drop_down_get_selected (harm);

  if (selected < G_N_ELEMENTS (harms))
    write_text (self, NULL, "harm", harms[selected]);
}

static void
focus_left_cb (FoiGroundForm *self)
{
  if (self->document != NULL)
    foi_case_editor_break_merge (foi_document_get_editor (self->document));
}

/* ---- building -------------------------------------------------------------------------------- */

static void
add_line (FoiGroundForm *self, int line, const char *words, GtkWidget *widget, GtkWidget *labelled)
{
  GtkWidget *label = gtk_label_new (words);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 7);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (labelled), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), widget, 1, line, 1, 1);
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

static void
new_harm (FoiGroundForm *self)
{
  const char *const words[] = { _("Not said yet"), _("Would harm"), _("Would be likely to harm"),
                                NULL };

  self->harm = gtk_drop_down_new_from_strings (words);
  gtk_widget_set_halign (self->harm, GTK_ALIGN_START);
  g_signal_connect_object (self->harm, "notify::selected", G_CALLBACK (harm_selected_cb), self, 0);
}

static gboolean
is_needed (Need need, JsonNode *rule, const char *kind)
{
  switch (need)
    {
    case WITH_BALANCE:
      return g_strv_contains ((const char *const[]){ "qualified", "mixed", NULL },
                              foi_json_get_string (rule, "balance", ""));
    case ELSEWHERE:
      return g_str_equal (kind, "elsewhere");
    case ALWAYS:
    default:
      return TRUE;
    }
}

static void
build (FoiGroundForm *self)
{
  JsonNode *ground = get_ground (self);
  const char *kind = foi_json_get_string (ground, "kind", "");
  JsonNode *rule = foi_rules_find_ground (foi_rules_get_default (),
                                          foi_json_get_string (ground, "act", ""),
                                          foi_json_get_string (ground, "section", ""));
  int line = 0;

  if (g_strv_contains ((const char *const[]){ "prejudice", "qualified-person", NULL }, kind))
    {
      new_harm (self);
      add_line (self, line++, _("Releasing it"), self->harm, self->harm);
      foi_drop_down_set_name (self->harm, _("Releasing it"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *widget;

      if (!is_needed (fields[i].need, rule, kind))
        continue;
      widget = fields[i].is_long ? new_long_field (self, i) : new_short_field (self, i);
      add_line (self, line++, _(fields[i].label), widget, self->widgets[i]);
    }
}

static const char *
get_text (JsonNode *ground, guint i)
{
  JsonNode *object = fields[i].object != NULL ? foi_json_get_member (ground, fields[i].object)
                                              : ground;

  return foi_json_get_string (object, fields[i].key, "");
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
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = get_text (ground, i);
      g_autofree char *shown = NULL;

      if (self->widgets[i] == NULL)
        continue;
      if (GTK_IS_EDITABLE (self->widgets[i]))
        {
          if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->widgets[i])), text))
            gtk_editable_set_text (GTK_EDITABLE (self->widgets[i]), text);
          continue;
        }
      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widgets[i])), "text", &shown,
                    NULL);
      if (!g_str_equal (shown, text))
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widgets[i])), text,
                                  -1);
    }
  for (guint i = 0; self->harm != NULL && i < G_N_ELEMENTS (harms); i++)
    if (g_str_equal (foi_json_get_string (ground, "harm", ""), harms[i]))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->harm), i);
  self->updating = FALSE;
}
