/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-text.h"

struct _FoiRegisterText
{
  GtkWidget parent_instance;

  int          width_chars;
  char        *text;
  PangoLayout *layout; /* (nullable): until it was painted */
};

G_DEFINE_FINAL_TYPE (FoiRegisterText, foi_register_text, GTK_TYPE_WIDGET)

static void
foi_register_text_finalize (GObject *object)
{
  FoiRegisterText *self = FOI_REGISTER_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (foi_register_text_parent_class)->finalize (object);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  FoiRegisterText *self = FOI_REGISTER_TEXT (widget);
  PangoFontMetrics *metrics
    = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int char_width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                              pango_font_metrics_get_approximate_digit_width (metrics));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = PANGO_PIXELS_CEIL (char_width * self->width_chars);
  else
    *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

static void
lay_out (FoiRegisterText *self)
{
  if (self->layout != NULL)
    return;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoiRegisterText *self = FOI_REGISTER_TEXT (widget);
  int height;

  lay_out (self);
  pango_layout_set_alignment (self->layout,
                              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
                                ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              (gtk_widget_get_height (widget) - height) / 2.0, self->layout);
}

/* Another font, or another place for the same one, is another layout. */
static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  g_clear_object (&FOI_REGISTER_TEXT (widget)->layout);

  GTK_WIDGET_CLASS (foi_register_text_parent_class)->css_changed (widget, change);
}

static void
system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  g_clear_object (&FOI_REGISTER_TEXT (widget)->layout);

  GTK_WIDGET_CLASS (foi_register_text_parent_class)->system_setting_changed (widget, setting);
}

static void
foi_register_text_class_init (FoiRegisterTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foi_register_text_finalize;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->css_changed = css_changed;
  widget_class->system_setting_changed = system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
foi_register_text_init (FoiRegisterText *self)
{
  self->text = g_strdup ("");
}

/**
 * foi_register_text_new:
 * @width_chars: how wide it is, in characters
 *
 * Returns: (transfer full): a line of text.
 */
GtkWidget *
foi_register_text_new (int width_chars)
{
  FoiRegisterText *self = g_object_new (FOI_TYPE_REGISTER_TEXT, NULL);

  self->width_chars = width_chars;
  return GTK_WIDGET (self);
}

const char *
foi_register_text_get_text (FoiRegisterText *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_TEXT (self), NULL);

  return self->text;
}

/**
 * foi_register_text_set_text:
 * @text: what it says, and what those hear who do not see it
 */
void
foi_register_text_set_text (FoiRegisterText *self, const char *text)
{
  g_return_if_fail (FOI_IS_REGISTER_TEXT (self) && text != NULL);

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
