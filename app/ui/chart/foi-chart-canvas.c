/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-canvas.h"

#include <math.h>

#include "foi-chart-painter.h"

/* Pixels, at the usual size of text. */
#define LEAST_WIDTH 220.0
#define USUAL_WIDTH 480.0
#define LARGE_WIDTH 1e6
/* Bars of more rows than this is high are squeezed. */
#define MOST_HEIGHT 900.0
/* What columns and lines can do without where the page is short on room; no more where text is
 * large, for then the page scrolls anyway. */
#define SPARE_HEIGHT 48
#define RING_GAP 3.0f
#define USUAL_DPI (96.0 * 1024.0)

struct _FoiChartCanvas
{
  GtkWidget parent_instance;

  FoiChart      *chart;       /* or NULL */
  GskRenderNode *node;        /* the chart as it was painted last, or NULL */
  GHashTable    *heights;     /* of the chart: int for each width asked for, in pixels */
  char          *status;
  char          *label;       /* by which it is known to those who hear it */
  gboolean       has_value;   /* a value is pointed at, or moved to */
  gboolean       by_keyboard;
  guint          series;
  guint          category;
  double         pointer_x;   /* where the pointer was last */
  double         pointer_y;
};

enum
{
  PROP_0,
  PROP_STATUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiChartCanvas, foi_chart_canvas, GTK_TYPE_WIDGET)

/* Pixels to a point of the chart: letters of 12 points are as large as 12 pixels are here, more for
 * those who have large text. */
static double
get_scale (FoiChartCanvas *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / USUAL_DPI, 0.5) : 1.0;
}

static void
get_size (FoiChartCanvas *self, double *width, double *height)
{
  double scale = get_scale (self);

  *width = gtk_widget_get_width (GTK_WIDGET (self)) / scale;
  *height = gtk_widget_get_height (GTK_WIDGET (self)) / scale;
}

static void
drop_node (FoiChartCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The name and the description for those who hear the window. */
static void
update_accessible (FoiChartCanvas *self)
{
  const char *title = self->chart != NULL ? foi_chart_get_title (self->chart) : " ";
  const char *description = self->chart != NULL ? foi_chart_get_description (self->chart) : "";

  g_free (self->label);
  self->label = g_strdup (self->by_keyboard && self->has_value ? self->status : title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
update_status (FoiChartCanvas *self)
{
  g_autofree char *status
    = self->has_value ? foi_chart_dup_value_text (self->chart, self->series, self->category)
                      : g_strdup ("");

  if (g_strcmp0 (status, self->status) != 0)
    {
      g_free (self->status);
      self->status = g_steal_pointer (&status);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
    }
  else if (!self->has_value)
    return;
  update_accessible (self);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static gboolean
can_move (FoiChartCanvas *self)
{
  return self->chart != NULL && foi_chart_get_n_categories (self->chart) > 0;
}

static void
move_to (FoiChartCanvas *self, guint series, guint category, gboolean by_keyboard)
{
  if (self->has_value && self->series == series && self->category == category
      && self->by_keyboard == by_keyboard)
    return;
  self->has_value = TRUE;
  self->by_keyboard = by_keyboard;
  self->series = series;
  self->category = category;
  update_status (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_value (FoiChartCanvas *self)
{
  if (!self->has_value)
    return;
  self->has_value = FALSE;
  self->by_keyboard = FALSE;
  update_status (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
find_value (FoiChartCanvas *self, double x, double y, guint *series, guint *category)
{
  double scale = get_scale (self), width, height;

  if (!can_move (self))
    return FALSE;
  get_size (self, &width, &height);
  return foi_chart_get_value_at (self->chart, width, height, x / scale, y / scale, series,
                                 category);
}

static void
pointer_moved_cb (FoiChartCanvas *self, double x, double y)
{
  guint series, category;

  /* GTK tells of a pointer that rests whenever the window is laid out: it does not take the place
   * of the keyboard. */
  if (fabs (x - self->pointer_x) < 0.5 && fabs (y - self->pointer_y) < 0.5)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (find_value (self, x, y, &series, &category))
    move_to (self, series, category, FALSE);
  else if (!self->by_keyboard)
    leave_value (self);
}

static void
pointer_left_cb (FoiChartCanvas *self)
{
  self->pointer_x = self->pointer_y = -1;
  if (!self->by_keyboard)
    leave_value (self);
}

static void
focus_entered_cb (FoiChartCanvas *self)
{
  if (can_move (self) && !self->has_value)
    move_to (self, 0, 0, TRUE);
}

static void
focus_left_cb (FoiChartCanvas *self)
{
  leave_value (self);
}

static void
pressed_cb (FoiChartCanvas *self, int n_press, double x, double y)
{
  guint series, category;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (find_value (self, x, y, &series, &category))
    move_to (self, series, category, TRUE);
}

/* By @step places, stopping at the first and the last of @n. */
static guint
step_in (guint place, int step, guint n)
{
  return (guint) CLAMP ((int) place + step, 0, (int) n - 1);
}

static gboolean
key_pressed_cb (FoiChartCanvas *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean across = FALSE;
  int step = 0;
  guint series = self->series, category = self->category;

  if (!can_move (self)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step = -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step = 1;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      step = G_MININT / 2;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      step = G_MAXINT / 2;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  across = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_Down
           || keyval == GDK_KEY_KP_Down;
  if (foi_chart_get_kind (self->chart) == FOI_CHART_BARS && ABS (step) == 1)
    across = !across;
  if (across && foi_chart_get_n_series (self->chart) > 1)
    series = step_in (series, step, foi_chart_get_n_series (self->chart));
  else if (across)
    return GDK_EVENT_PROPAGATE;
  else
    category = step_in (category, step, foi_chart_get_n_categories (self->chart));
  move_to (self, series, category, TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
foi_chart_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_mode,
                                GtkTooltip *tooltip)
{
  FoiChartCanvas *self = FOI_CHART_CANVAS (widget);
  guint series = self->series, category = self->category;
  g_autofree char *text = NULL;

  if (keyboard_mode ? !self->has_value : !find_value (self, x, y, &series, &category))
    return FALSE;
  text = foi_chart_dup_value_text (self->chart, series, category);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static GtkSizeRequestMode
foi_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* For no width in particular, as high as for any that is usual or more. */
static double
work_out_height (FoiChartCanvas *self, int width)
{
  if (width > 0)
    return foi_chart_get_compact_height (self->chart, width / get_scale (self));
  return fmax (foi_chart_get_compact_height (self->chart, USUAL_WIDTH),
               foi_chart_get_compact_height (self->chart, LARGE_WIDTH));
}

/* GTK asks many times for each layout of the window; for a height, all of the chart is set. */
static int
get_height (FoiChartCanvas *self, int width)
{
  gpointer kept;
  int height;

  if (g_hash_table_lookup_extended (self->heights, GINT_TO_POINTER (width), NULL, &kept))
    return GPOINTER_TO_INT (kept);
  height = (int) ceil (MIN (work_out_height (self, width), MOST_HEIGHT) * get_scale (self));
  g_hash_table_insert (self->heights, GINT_TO_POINTER (width), GINT_TO_POINTER (height));
  return height;
}

/* Whether the chart asks for another height than the one before, whose @heights are given. Other
 * widths than the one it has are looked at when it is asked about them. */
static gboolean
is_height_different (FoiChartCanvas *self, GHashTable *heights)
{
  gpointer width = GINT_TO_POINTER (gtk_widget_get_width (GTK_WIDGET (self)));
  gpointer height;

  return !g_hash_table_lookup_extended (heights, width, NULL, &height)
         || get_height (self, GPOINTER_TO_INT (width)) != GPOINTER_TO_INT (height);
}

static void
foi_chart_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  FoiChartCanvas *self = FOI_CHART_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) LEAST_WIDTH;
      *natural = (int) ceil (USUAL_WIDTH * get_scale (self));
    }
  else
    {
      *natural = self->chart != NULL ? get_height (self, for_size) : 0;
      *minimum = *natural;
      if (self->chart != NULL && foi_chart_get_kind (self->chart) != FOI_CHART_BARS)
        *minimum -= MIN (*minimum, SPARE_HEIGHT);
    }
}

static void
foi_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_node (FOI_CHART_CANVAS (widget));
}

/* Painted once for each chart and size, into pixels: moving over the values only moves the ring,
 * and a frame for something else copies the pixels, which costs far less than the strokes. */
static GskRenderNode *
paint_node (FoiChartCanvas *self, int width, int height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double scale = get_scale (self);
  cairo_surface_t *pixels
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  GskRenderNode *node
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr;

  cairo_surface_set_device_scale (pixels, factor, factor);
  cr = cairo_create (pixels);
  cairo_scale (cr, scale, scale);
  foi_chart_paint_picture (self->chart, cr, width / scale, height / scale);
  cairo_destroy (cr);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, pixels, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (pixels);
  return node;
}

/* Black with white around it is seen on paper, on grey and on every colour of the palette. */
static void
snapshot_ring (FoiChartCanvas *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA black = { 0.0f, 0.0f, 0.0f, 1.0f }, white = { 1.0f, 1.0f, 1.0f, 1.0f };
  const float dark_width[] = { 2.0f, 2.0f, 2.0f, 2.0f }, light_width[] = { 1.0f, 1.0f, 1.0f, 1.0f };
  double scale = get_scale (self), width, height, rect[4];
  GskRoundedRect ring;

  get_size (self, &width, &height);
  if (!foi_chart_get_value_rect (self->chart, width, height, self->series, self->category, rect))
    return;
  gsk_rounded_rect_init_from_rect (
    &ring,
    &GRAPHENE_RECT_INIT ((float) (rect[0] * scale) - RING_GAP, (float) (rect[1] * scale) - RING_GAP,
                         (float) (rect[2] * scale) + 2 * RING_GAP,
                         (float) (rect[3] * scale) + 2 * RING_GAP),
    3.0f);
  gtk_snapshot_append_border (snapshot, &ring, dark_width,
                              (GdkRGBA[]) { black, black, black, black });
  gsk_rounded_rect_shrink (&ring, 2.0f, 2.0f, 2.0f, 2.0f);
  gtk_snapshot_append_border (snapshot, &ring, light_width,
                              (GdkRGBA[]) { white, white, white, white });
}

static void
foi_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoiChartCanvas *self = FOI_CHART_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  if (self->node == NULL)
    self->node = paint_node (self, width, height);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->has_value)
    snapshot_ring (self, snapshot);
}

static void
scale_changed_cb (FoiChartCanvas *self)
{
  drop_node (self);
  g_hash_table_remove_all (self->heights);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
foi_chart_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STATUS:
      g_value_set_string (value, FOI_CHART_CANVAS (object)->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
foi_chart_canvas_finalize (GObject *object)
{
  FoiChartCanvas *self = FOI_CHART_CANVAS (object);

  g_clear_pointer (&self->chart, foi_chart_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_hash_table_unref (self->heights);
  g_free (self->status);
  g_free (self->label);

  G_OBJECT_CLASS (foi_chart_canvas_parent_class)->finalize (object);
}

static void
foi_chart_canvas_class_init (FoiChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = foi_chart_canvas_finalize;
  object_class->get_property = foi_chart_canvas_get_property;
  widget_class->get_request_mode = foi_chart_canvas_get_request_mode;
  widget_class->measure = foi_chart_canvas_measure;
  widget_class->query_tooltip = foi_chart_canvas_query_tooltip;
  widget_class->size_allocate = foi_chart_canvas_size_allocate;
  widget_class->snapshot = foi_chart_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  properties[PROP_STATUS]
    = g_param_spec_string ("status", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
add_controllers (FoiChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
foi_chart_canvas_init (FoiChartCanvas *self)
{
  self->status = g_strdup ("");
  self->heights = g_hash_table_new (NULL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  update_accessible (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_node), NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * foi_chart_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a chart.
 */
GtkWidget *
foi_chart_canvas_new (void)
{
  return g_object_new (FOI_TYPE_CHART_CANVAS, NULL);
}

/**
 * foi_chart_canvas_set_chart:
 * @chart: (nullable): a chart
 *
 * Shows the chart from the next frame on. The value that was moved to stays the one at its place.
 */
void
foi_chart_canvas_set_chart (FoiChartCanvas *self, FoiChart *chart)
{
  g_autoptr (GHashTable) heights = NULL;

  g_return_if_fail (FOI_IS_CHART_CANVAS (self));

  if (self->chart == chart
      || (self->chart != NULL && chart != NULL && foi_chart_equal (self->chart, chart)))
    return;
  g_clear_pointer (&self->chart, foi_chart_unref);
  self->chart = chart != NULL ? foi_chart_ref (chart) : NULL;
  heights = self->heights;
  self->heights = g_hash_table_new (NULL, NULL);
  self->has_value = self->has_value && can_move (self)
                    && self->series < foi_chart_get_n_series (self->chart)
                    && self->category < foi_chart_get_n_categories (self->chart);
  if (!self->has_value)
    self->series = self->category = 0;
  update_status (self);
  update_accessible (self);
  drop_node (self);
  /* An edited figure rarely changes how high its chart is: then the window need not be laid out. */
  if (chart == NULL || is_height_different (self, heights))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * foi_chart_canvas_get_chart:
 *
 * Returns: (transfer none) (nullable): the chart that is shown.
 */
FoiChart *
foi_chart_canvas_get_chart (FoiChartCanvas *self)
{
  g_return_val_if_fail (FOI_IS_CHART_CANVAS (self), NULL);
  return self->chart;
}

/**
 * foi_chart_canvas_get_status:
 *
 * Returns: what there is to say of the value pointed at or moved to; "" where there is none.
 */
const char *
foi_chart_canvas_get_status (FoiChartCanvas *self)
{
  g_return_val_if_fail (FOI_IS_CHART_CANVAS (self), NULL);
  return self->status;
}

/**
 * foi_chart_canvas_get_label:
 *
 * Returns: the name that those who hear the window know it by.
 */
const char *
foi_chart_canvas_get_label (FoiChartCanvas *self)
{
  g_return_val_if_fail (FOI_IS_CHART_CANVAS (self), NULL);
  return self->label;
}
