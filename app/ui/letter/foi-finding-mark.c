/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-finding-mark.h"

#include <glib/gi18n.h>

#include "foi-tooltip.h"

/* Of the side of the mark. */
#define FONT_SIZE 0.78f
#define RING 0.11f

struct _FoiFindingMark
{
  GtkButton parent_instance;

  FoiSeverity severity;
  guint       n_findings;
  char       *editor;
};

G_DEFINE_FINAL_TYPE (FoiFindingMark, foi_finding_mark, GTK_TYPE_BUTTON)

/* As large as the sheet makes it. */
static void
foi_finding_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
snapshot_sign (FoiFindingMark *self, GtkSnapshot *snapshot, float side, const GdkRGBA *colour)
{
  const char *sign = self->severity == FOI_SEVERITY_ERROR        ? "!"
                     : self->severity == FOI_SEVERITY_UNFINISHED ? "–"
                                                                 : "?";
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sign);
  PangoFontDescription *font = pango_font_description_from_string ("Sans Bold");
  PangoRectangle ink;

  pango_font_description_set_absolute_size (font, (double) (side * FONT_SIZE) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((side - (float) ink.width) / 2 - (float) ink.x,
                                                (side - (float) ink.height) / 2 - (float) ink.y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A full disc for what is to fix, a ring for the rest. Paper is white whatever the theme is. */
static void
foi_finding_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, red = { 0.65f, 0.11f, 0.18f, 1 },
                       brown = { 0.40f, 0.30f, 0.05f, 1 }, blue = { 0.21f, 0.52f, 0.89f, 1 };
  FoiFindingMark *self = FOI_FINDING_MARK (widget);
  const gboolean is_error = self->severity == FOI_SEVERITY_ERROR;
  const GdkRGBA *colour = is_error ? &red : &brown;
  const float side = (float) MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  const float width = is_error ? side / 2 : MAX (side * RING, 1);
  graphene_rect_t square = GRAPHENE_RECT_INIT (0, 0, side, side);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &square, side / 2);
  gtk_snapshot_append_border (snapshot, &disc, (const float[4]) { width, width, width, width },
                              (const GdkRGBA[4]) { *colour, *colour, *colour, *colour });
  snapshot_sign (self, snapshot, side, is_error ? &white : colour);
  if (!gtk_widget_has_visible_focus (widget))
    return;
  graphene_rect_inset (&square, -2, -2);
  gsk_rounded_rect_init_from_rect (&disc, &square, side / 2 + 2);
  gtk_snapshot_append_border (snapshot, &disc, (const float[4]) { 2, 2, 2, 2 },
                              (const GdkRGBA[4]) { blue, blue, blue, blue });
}

static void
foi_finding_mark_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GTK_WIDGET_CLASS (foi_finding_mark_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static void
foi_finding_mark_finalize (GObject *object)
{
  g_free (FOI_FINDING_MARK (object)->editor);

  G_OBJECT_CLASS (foi_finding_mark_parent_class)->finalize (object);
}

static void
foi_finding_mark_class_init (FoiFindingMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foi_finding_mark_finalize;
  widget_class->measure = foi_finding_mark_measure;
  widget_class->snapshot = foi_finding_mark_snapshot;
  widget_class->state_flags_changed = foi_finding_mark_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "mark");
}

static void
foi_finding_mark_init (FoiFindingMark *self)
{
  /* A layout manager would measure for us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

/**
 * foi_finding_mark_new:
 *
 * Returns: (transfer floating): a mark that says nothing yet.
 */
GtkWidget *
foi_finding_mark_new (void)
{
  return g_object_new (FOI_TYPE_FINDING_MARK, NULL);
}

/* Its name is short, for all of them are heard one after the other; the words follow. */
static void
set_words (FoiFindingMark *self, const char *text)
{
  g_autofree char *several = NULL;

  if (self->n_findings > 1)
    /* Translators: "To fix, and 2 more" */
    several = g_strdup_printf (ngettext ("%s, and %u more", "%s, and %u more",
                                         self->n_findings - 1),
                               foi_severity_to_words (self->severity), self->n_findings - 1);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    several != NULL ? several : foi_severity_to_words (self->severity),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * foi_finding_mark_set:
 * @mark: what it says
 *
 * Has it say that, unless it does.
 */
void
foi_finding_mark_set (FoiFindingMark *self, const FoiLetterMark *mark)
{
  g_return_if_fail (FOI_IS_FINDING_MARK (self));
  g_return_if_fail (mark != NULL);

  g_free (self->editor);
  self->editor = g_strdup (mark->editor);
  if (!foi_tooltip_set (GTK_WIDGET (self), mark->text) && self->severity == mark->severity)
    return;
  self->severity = mark->severity;
  self->n_findings = mark->n_findings;
  set_words (self, mark->text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * foi_finding_mark_get_editor:
 *
 * Returns: (nullable): where what it marks is put right.
 */
const char *
foi_finding_mark_get_editor (FoiFindingMark *self)
{
  g_return_val_if_fail (FOI_IS_FINDING_MARK (self), NULL);
  return self->editor;
}
