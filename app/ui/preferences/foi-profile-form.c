/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-profile-form.h"

#include <glib/gi18n.h>

#include "foi-drop-down.h"

#define MAX_NUMBER 366

struct _FoiProfileForm
{
  GtkWidget parent_instance;

  FoiProfileDraft *draft;
  const FoiField  *fields;
  guint            n_fields;
  GtkWidget      **editors;     /* one for each field; NULL for a heading */
  GtkWidget      **hints;       /* the same: what is said of it, or what is wrong */
  gboolean         is_showing;  /* the editors are being told the profile */
};

G_DEFINE_FINAL_TYPE (FoiProfileForm, foi_profile_form, GTK_TYPE_WIDGET)

static GtkTextBuffer *
buffer_of (GtkWidget *editor)
{
  return gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (editor))));
}

static char *
dup_typed (const FoiField *field, GtkWidget *editor)
{
  switch (field->kind)
    {
    case FOI_FIELD_LINES:
    case FOI_FIELD_LINKS:
    case FOI_FIELD_PERIODS:
      {
        GtkTextIter start, end;

        gtk_text_buffer_get_bounds (buffer_of (editor), &start, &end);
        return gtk_text_buffer_get_text (buffer_of (editor), &start, &end, FALSE);
      }
    case FOI_FIELD_NUMBER:
      return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (editor)));
    case FOI_FIELD_CHOICE:
    case FOI_FIELD_STEP:
      return g_strdup (field->choices[gtk_drop_down_get_selected (GTK_DROP_DOWN (editor))].value);
    case FOI_FIELD_SWITCH:
      return g_strdup (gtk_switch_get_active (GTK_SWITCH (editor)) ? "true" : "");
    case FOI_FIELD_TEXT:
    case FOI_FIELD_COLOUR:
    case FOI_FIELD_AMOUNT:
    case FOI_FIELD_DATE:
      return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor))));
    default:
      g_assert_not_reached ();
    }
}

static void
show_choice (const FoiField *field, GtkWidget *editor, const char *text)
{
  guint selected = 0;

  for (guint i = 0; i < FOI_FIELD_MAX_CHOICES && field->choices[i].value != NULL; i++)
    {
      if (g_str_equal (field->choices[i].value, text))
        selected = i;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), selected);
}

static void
show_field (const FoiField *field, GtkWidget *editor, const char *text)
{
  switch (field->kind)
    {
    case FOI_FIELD_LINES:
    case FOI_FIELD_LINKS:
    case FOI_FIELD_PERIODS:
      gtk_text_buffer_set_text (buffer_of (editor), text, -1);
      break;
    case FOI_FIELD_NUMBER:
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (editor), g_ascii_strtod (text, NULL));
      break;
    case FOI_FIELD_CHOICE:
    case FOI_FIELD_STEP:
      show_choice (field, editor, text);
      break;
    case FOI_FIELD_SWITCH:
      gtk_switch_set_active (GTK_SWITCH (editor), text[0] != '\0');
      break;
    case FOI_FIELD_TEXT:
    case FOI_FIELD_COLOUR:
    case FOI_FIELD_AMOUNT:
    case FOI_FIELD_DATE:
      gtk_editable_set_text (GTK_EDITABLE (editor), text);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What is wrong is said in the place of what there is to say. */
static void
update_hint (FoiProfileForm *self, guint index)
{
  const FoiField *field = &self->fields[index];
  GtkWidget *editor = self->editors[index];
  g_autofree char *text = dup_typed (field, editor);
  JsonNode *profile = foi_profile_draft_get (self->draft);
  g_autofree char *complaint = foi_profile_dup_complaint (profile, field, text);
  g_autofree char *hint = foi_profile_dup_hint (profile, field);
  const char *words = complaint != NULL ? complaint : hint;

  if (complaint == NULL)
    gtk_widget_remove_css_class (editor, "error");
  else
    gtk_widget_add_css_class (editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                               complaint == NULL ? GTK_ACCESSIBLE_INVALID_FALSE
                                                 : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_label_set_label (GTK_LABEL (self->hints[index]), words != NULL ? words : "");
  gtk_widget_set_visible (self->hints[index], words != NULL);
}

static void
update_hints (FoiProfileForm *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->editors[i] != NULL)
      update_hint (self, i);
}

static void
show_profile (FoiProfileForm *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (self->editors[i] == NULL)
        continue;
      text = foi_profile_dup_field (foi_profile_draft_get (self->draft), &self->fields[i]);
      show_field (&self->fields[i], self->editors[i], text);
    }
  self->is_showing = FALSE;
  update_hints (self);
}

static void
take (FoiProfileForm *self, guint index)
{
  const FoiField *field = &self->fields[index];
  GtkWidget *editor = self->editors[index];
  g_autofree char *text = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (JsonNode) changed = NULL;

  update_hint (self, index);
  text = dup_typed (field, editor);
  complaint = foi_profile_dup_complaint (foi_profile_draft_get (self->draft), field, text);
  if (complaint != NULL)
    return;
  changed = foi_profile_with_field (foi_profile_draft_get (self->draft), field, text);
  foi_profile_draft_set (self->draft, changed);
}

/* Whether a first day is good may hang upon the last one, and the other way round. */
static void
edited (FoiProfileForm *self, guint index)
{
  if (self->is_showing)
    return;
  take (self, index);
  for (guint i = 0; i < self->n_fields && self->fields[index].kind == FOI_FIELD_DATE; i++)
    if (i != index && self->editors[i] != NULL && self->fields[i].kind == FOI_FIELD_DATE)
      take (self, i);
}

/* Which of the editors it is stands in the editor; a buffer knows its editor. */
static void
edited_cb (FoiProfileForm *self, gpointer unused, gpointer source)
{
  edited (self, GPOINTER_TO_UINT (g_object_get_data (source, "index")));
}

static void
changed_cb (FoiProfileForm *self, gpointer source)
{
  edited_cb (self, NULL, source);
}

static GtkWidget *
new_lines (GObject **source)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 92);
  *source = G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  return scroller;
}

static GtkWidget *
new_choice (const FoiField *field)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < FOI_FIELD_MAX_CHOICES && field->choices[i].value != NULL; i++)
    gtk_string_list_append (labels, _ (field->choices[i].label));
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
}

static GtkWidget *
new_editor (FoiProfileForm *self, const FoiField *field, guint index)
{
  GtkWidget *editor;
  GObject *source = NULL;
  const char *signal = "changed";

  switch (field->kind)
    {
    case FOI_FIELD_LINES:
    case FOI_FIELD_LINKS:
    case FOI_FIELD_PERIODS:
      editor = new_lines (&source);
      break;
    case FOI_FIELD_NUMBER:
      editor = gtk_spin_button_new_with_range (0, MAX_NUMBER, 1);
      signal = "value-changed";
      break;
    case FOI_FIELD_CHOICE:
    case FOI_FIELD_STEP:
      editor = new_choice (field);
      signal = "notify::selected";
      break;
    case FOI_FIELD_SWITCH:
      editor = gtk_switch_new ();
      signal = "notify::active";
      break;
    case FOI_FIELD_TEXT:
    case FOI_FIELD_COLOUR:
    case FOI_FIELD_AMOUNT:
    case FOI_FIELD_DATE:
      editor = gtk_entry_new ();
      break;
    default:
      g_assert_not_reached ();
    }
  if (source == NULL)
    source = G_OBJECT (editor);
  g_object_set_data (source, "index", GUINT_TO_POINTER (index));
  if (g_str_has_prefix (signal, "notify::"))
    g_signal_connect_object (source, signal, G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (source, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return editor;
}

/* What a mnemonic and a screen reader go to: within a frame the text. */
static GtkWidget *
focus_of (GtkWidget *editor)
{
  if (GTK_IS_SCROLLED_WINDOW (editor))
    return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (editor));
  return editor;
}

static void
add_heading (GtkGrid *grid, const char *text, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "form-heading");
  gtk_grid_attach (grid, label, 0, row, 2, 1);
}

static void
add_field (FoiProfileForm *self, GtkGrid *grid, guint index)
{
  const FoiField *field = &self->fields[index];
  GtkWidget *label = gtk_label_new_with_mnemonic (_ (field->label));
  GtkWidget *editor = new_editor (self, field, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *hint = gtk_label_new (NULL);

  self->editors[index] = editor;
  self->hints[index] = hint;
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), focus_of (editor));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "form-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (focus_of (editor)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  if (GTK_IS_DROP_DOWN (focus_of (editor)))
    foi_drop_down_set_name (focus_of (editor), gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), editor);
  if (GTK_IS_ENTRY (editor) || GTK_IS_SCROLLED_WINDOW (editor))
    gtk_widget_set_hexpand (editor, TRUE);
  else
    gtk_widget_set_halign (editor, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "form-hint");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (focus_of (editor)),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, hint, NULL, -1);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_grid_attach (grid, label, 0, (int) index, 1, 1);
  gtk_grid_attach (grid, box, 1, (int) index, 1, 1);
}

static void
foi_profile_form_dispose (GObject *object)
{
  FoiProfileForm *self = FOI_PROFILE_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (foi_profile_form_parent_class)->dispose (object);
}

static void
foi_profile_form_finalize (GObject *object)
{
  g_free (FOI_PROFILE_FORM (object)->editors);
  g_free (FOI_PROFILE_FORM (object)->hints);

  G_OBJECT_CLASS (foi_profile_form_parent_class)->finalize (object);
}

static void
foi_profile_form_class_init (FoiProfileFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_profile_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_profile_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
foi_profile_form_init (FoiProfileForm *self)
{
}

/**
 * foi_profile_form_new:
 *
 * Returns: (transfer floating): a page of the form for @draft.
 */
GtkWidget *
foi_profile_form_new (FoiProfileDraft *draft, FoiProfilePage page)
{
  FoiProfileForm *self = g_object_new (FOI_TYPE_PROFILE_FORM, NULL);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->draft = g_object_ref (draft);
  self->fields = foi_profile_fields (page, &self->n_fields);
  self->editors = g_new0 (GtkWidget *, self->n_fields);
  self->hints = g_new0 (GtkWidget *, self->n_fields);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  page == FOI_PAGE_AUTHORITY ? _("Authority") : _("Letters"), -1);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (grid, "form");
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (self->fields[i].path == NULL)
        add_heading (GTK_GRID (grid), _ (self->fields[i].label), (int) i);
      else
        add_field (self, GTK_GRID (grid), i);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  g_signal_connect_object (draft, "replaced", G_CALLBACK (show_profile), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::profile", G_CALLBACK (update_hints), self,
                           G_CONNECT_SWAPPED);
  show_profile (self);
  return GTK_WIDGET (self);
}
