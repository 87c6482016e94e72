/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-form.h"

#include <glib/gi18n.h>

#include "foi-drop-down.h"

/* What authorities commonly call small: the last count that is. After them, any other number. */
static const struct
{
  guint to;
  const char *words;
} presets[] = {
  { 4, N_("Fewer than 5") },
  { 5, N_("Fewer than 6") },
  { 7, N_("From 1 to 7") },
  { 9, N_("Fewer than 10") },
};

struct _FoiSmallForm
{
  GtkWidget parent_instance;

  gboolean   updating;
  GtkWidget *box;
  GtkWidget *preset;
  GtkWidget *own_line;
  GtkWidget *own;
  GtkWidget *zero;
  GtkWidget *practice;
  GtkWidget *reason;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiSmallForm, foi_small_form, GTK_TYPE_WIDGET)

static void
changed_cb (FoiSmallForm *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_own (FoiSmallForm *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->preset)) >= G_N_ELEMENTS (presets);
}

static void
preset_cb (FoiSmallForm *self)
{
  gtk_widget_set_visible (self->own_line, is_own (self));
  changed_cb (self);
}

static void
fill_presets (FoiSmallForm *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    gtk_string_list_append (words, _(presets[i].words));
  gtk_string_list_append (words, _("Another number"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->preset), G_LIST_MODEL (words));
  foi_drop_down_set_name (self->preset, _("Which figures are small"));
}

static void
foi_small_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOI_TYPE_SMALL_FORM);
  G_OBJECT_CLASS (foi_small_form_parent_class)->dispose (object);
}

static void
foi_small_form_class_init (FoiSmallFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_small_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-small-form.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, box);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, preset);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, own_line);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, own);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, zero);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, practice);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, reason);
  gtk_widget_class_bind_template_callback (widget_class, preset_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_SMALL_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_small_form_init (FoiSmallForm *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rule about small numbers"), -1);
  fill_presets (self);
  self->updating = FALSE;
}

/**
 * foi_small_form_new:
 *
 * Returns: (transfer floating): a form that says nothing yet.
 */
GtkWidget *
foi_small_form_new (void)
{
  return g_object_new (FOI_TYPE_SMALL_FORM, NULL);
}

/**
 * foi_small_form_set_rule:
 * @reason: (nullable): why somebody could be identified
 * @is_authority: it is what the authority does with every table
 *
 * Shows a rule, and says whose it is. Nobody is told of it by "changed".
 */
void
foi_small_form_set_rule (FoiSmallForm *self, const FoiSmallRule *rule, const char *reason,
                         gboolean is_authority)
{
  guint chosen = G_N_ELEMENTS (presets);

  g_return_if_fail (FOI_IS_SMALL_FORM (self) && rule != NULL);

  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (presets[i].to == rule->threshold)
      chosen = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->preset), chosen);
  if (rule->threshold > 0)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->own), (double) rule->threshold);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->zero), rule->zero);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)),
                            reason != NULL ? reason : "", -1);
  gtk_label_set_text (GTK_LABEL (self->practice),
                      is_authority
                        ? _("The rule that your authority set in the preferences. No law sets a "
                            "number.")
                        : _("Numbers that authorities commonly go by. No law sets one."));
  self->updating = FALSE;
}

/**
 * foi_small_form_get_rule:
 *
 * Returns: the rule as it is shown.
 */
FoiSmallRule
foi_small_form_get_rule (FoiSmallForm *self)
{
  FoiSmallRule rule = { 0 };

  g_return_val_if_fail (FOI_IS_SMALL_FORM (self), rule);

  if (is_own (self))
    rule.threshold = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->own));
  else
    rule.threshold = presets[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->preset))].to;
  rule.zero = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->zero));
  return rule;
}

/**
 * foi_small_form_dup_reason:
 *
 * Returns: (transfer full) (nullable): why somebody could be identified; %NULL for nothing.
 */
char *
foi_small_form_dup_reason (FoiSmallForm *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (FOI_IS_SMALL_FORM (self), NULL);

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)), "text", &text, NULL);
  g_strstrip (text);
  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}
