/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-message-band.h"

#include <glib/gi18n.h>

struct _FoiMessageBand
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *offer;
};

G_DEFINE_FINAL_TYPE (FoiMessageBand, foi_message_band, GTK_TYPE_WIDGET)

static void
dismiss_cb (FoiMessageBand *self)
{
  foi_message_band_dismiss (self);
}

static void
foi_message_band_dispose (GObject *object)
{
  FoiMessageBand *self = FOI_MESSAGE_BAND (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_MESSAGE_BAND);

  G_OBJECT_CLASS (foi_message_band_parent_class)->dispose (object);
}

static void
foi_message_band_class_init (FoiMessageBandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_message_band_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-message-band.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiMessageBand, box);
  gtk_widget_class_bind_template_child (widget_class, FoiMessageBand, label);
  gtk_widget_class_bind_template_child (widget_class, FoiMessageBand, offer);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_css_name (widget_class, "message-band");
}

static void
foi_message_band_init (FoiMessageBand *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Message"), -1);
}

/**
 * foi_message_band_new:
 *
 * Returns: (transfer floating): a band that is not seen until it is told something.
 */
GtkWidget *
foi_message_band_new (void)
{
  return g_object_new (FOI_TYPE_MESSAGE_BAND, NULL);
}

/**
 * foi_message_band_tell:
 *
 * Shows @text in the place of what stood there.
 */
void
foi_message_band_tell (FoiMessageBand *self, const char *text)
{
  g_return_if_fail (FOI_IS_MESSAGE_BAND (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->offer, FALSE);
  /* The label is what an alert says: screen readers read its name when it comes to be shown. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * foi_message_band_offer:
 * @label: what the button says
 * @action: a detailed action
 *
 * Adds a button to what was told last.
 */
void
foi_message_band_offer (FoiMessageBand *self, const char *label, const char *action)
{
  g_return_if_fail (FOI_IS_MESSAGE_BAND (self));

  gtk_button_set_label (GTK_BUTTON (self->offer), label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->offer), action);
  gtk_widget_set_visible (self->offer, TRUE);
}

/**
 * foi_message_band_dismiss:
 *
 * Takes the band away.
 */
void
foi_message_band_dismiss (FoiMessageBand *self)
{
  g_return_if_fail (FOI_IS_MESSAGE_BAND (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * foi_message_band_get_text:
 *
 * Returns: (nullable): what the band says; %NULL while it is not seen.
 */
const char *
foi_message_band_get_text (FoiMessageBand *self)
{
  g_return_val_if_fail (FOI_IS_MESSAGE_BAND (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;
  return gtk_label_get_label (GTK_LABEL (self->label));
}
