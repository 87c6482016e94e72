/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-wrap-layout.h"

struct _FoiWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiWrapLayout, foi_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Widgets that stand beside one another: from @first up to the one before @end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;      /* or NULL */
  int        width;    /* of all that is shown, with the spacing */
  int        height;
  guint      n_expanding;
} Row;

static int
get_natural (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* The row that begins with @first: as many as @width holds, one at least. */
static Row
take_row (FoiWrapLayout *self, GtkWidget *first, int width)
{
  Row row = { .first = first };
  gboolean is_empty = TRUE;

  for (row.end = first; row.end != NULL; row.end = gtk_widget_get_next_sibling (row.end))
    {
      int child_width, needed;

      if (!gtk_widget_should_layout (row.end))
        continue;
      child_width = get_natural (row.end, GTK_ORIENTATION_HORIZONTAL, -1);
      needed = row.width + (is_empty ? 0 : self->spacing) + child_width;
      if (!is_empty && needed > width)
        break;
      is_empty = FALSE;
      row.width = needed;
      row.height = MAX (row.height, get_natural (row.end, GTK_ORIENTATION_VERTICAL, -1));
      row.n_expanding += gtk_widget_compute_expand (row.end, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
    }
  return row;
}

static GtkSizeRequestMode
foi_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (FoiWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  const Row row = take_row (self, gtk_widget_get_first_child (widget), G_MAXINT);

  *natural = row.width;
  *minimum = 0;
  for (GtkWidget *child = row.first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
}

static int
measure_height (FoiWrapLayout *self, GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      const Row row = take_row (self, child, width < 0 ? G_MAXINT : width);

      if (row.height > 0)
        height += (height > 0 ? self->spacing : 0) + row.height;
      child = row.end;
    }
  return height;
}

static void
foi_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                         int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  FoiWrapLayout *self = FOI_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size);
}

static void
allocate_row (FoiWrapLayout *self, const Row *row, int y, int width, gboolean mirrored)
{
  int left = MAX (0, width - row->width), x = 0;
  guint n_left = row->n_expanding;

  for (GtkWidget *child = row->first; child != row->end;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { .y = y, .height = row->height };
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      place.width = MAX (minimum, MIN (natural, width));
      if (n_left > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          place.width += left / (int) n_left;
          left -= left / (int) n_left--;
        }
      place.x = mirrored ? width - x - place.width : x;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static void
foi_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                          int baseline)
{
  FoiWrapLayout *self = FOI_WRAP_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      const Row row = take_row (self, child, width);

      allocate_row (self, &row, y, width, mirrored);
      if (row.height > 0)
        y += row.height + self->spacing;
      child = row.end;
    }
}

static void
foi_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, FOI_WRAP_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
foi_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoiWrapLayout *self = FOI_WRAP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        return;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
foi_wrap_layout_class_init (FoiWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = foi_wrap_layout_get_property;
  object_class->set_property = foi_wrap_layout_set_property;
  layout_class->get_request_mode = foi_wrap_layout_get_request_mode;
  layout_class->measure = foi_wrap_layout_measure;
  layout_class->allocate = foi_wrap_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int (
      "spacing", NULL, NULL, 0, G_MAXINT, 6,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foi_wrap_layout_init (FoiWrapLayout *self)
{
  self->spacing = 6;
}
