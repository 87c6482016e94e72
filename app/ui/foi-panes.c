/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-panes.h"

#include <math.h>

/* Below these widths, in pixels at the usual size of text, the letter and then the outline cease to
 * stand beside the page. */
#define LETTER_WIDTH 900
#define OUTLINE_WIDTH 700

typedef enum
{
  ROOM_FOR_ALL,
  ROOM_FOR_TWO,
  ROOM_FOR_ONE,
} Room;

struct _FoiPanes
{
  GtkWidget parent_instance;

  GtkWidget *outer;                   /* GtkPaned: the outline, and the rest */
  GtkWidget *inner;                   /* GtkPaned: page and letter */
  GtkWidget *children[FOI_N_PANES];
  GtkWidget *last_focus[FOI_N_PANES]; /* weak */
  Room       room;
  Room       applied;
  guint      apply_source;
  guint      restore_source;
  int        letter_width;            /* wanted; 0 once the pane has it */
  int        kept_outline, kept_letter; /* widths of before the room went */
  gboolean   letter_visible;          /* beside the page, where there is room */
  gboolean   letter_instead;          /* of the page, where there is none */
  gboolean   outline_visible;
};

enum
{
  PROP_0,
  PROP_LETTER_VISIBLE,
  PROP_OUTLINE_VISIBLE,
  PROP_NARROW,
  PROP_ROOMY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiPanes, foi_panes, GTK_TYPE_WIDGET)

static gboolean
wants (FoiPanes *self, FoiPane pane)
{
  switch (self->room)
    {
    case ROOM_FOR_ALL:
      return pane != FOI_PANE_LETTER || self->letter_visible;
    case ROOM_FOR_TWO:
      return pane == FOI_PANE_OUTLINE || self->letter_instead == (pane == FOI_PANE_LETTER);
    case ROOM_FOR_ONE:
      if (self->outline_visible)
        return pane == FOI_PANE_OUTLINE;
      return pane != FOI_PANE_OUTLINE && self->letter_instead == (pane == FOI_PANE_LETTER);
    default:
      g_assert_not_reached ();
    }
}

static int
focused_pane (FoiPanes *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (int i = 0; focus != NULL && i < FOI_N_PANES; i++)
    {
      if (self->children[i] != NULL
          && (focus == self->children[i] || gtk_widget_is_ancestor (focus, self->children[i])))
        return i;
    }
  return -1;
}

static gboolean
restore_letter_cb (gpointer user_data)
{
  FoiPanes *self = user_data;

  self->restore_source = 0;
  self->letter_width = self->kept_letter;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* A pane that was away would come back as narrow as it can be. GtkPaned shares out by itself what
 * a window grows by: the letter's width is said once that is done. */
static void
restore_widths (FoiPanes *self)
{
  if (self->room == ROOM_FOR_ALL && self->kept_letter > 0 && self->restore_source == 0)
    self->restore_source = g_idle_add (restore_letter_cb, self);
  if (self->applied == ROOM_FOR_ONE && self->kept_outline > 0)
    gtk_paned_set_position (GTK_PANED (self->outer), self->kept_outline);
}

static void
apply (FoiPanes *self)
{
  const int focused = focused_pane (self);
  gboolean loses_focus;

  /* What a person is at stays when the room goes: the page, unless it is the letter. */
  if (self->applied != self->room && self->applied == ROOM_FOR_ALL)
    self->letter_instead = self->letter_visible && focused == FOI_PANE_LETTER;
  if (self->applied != self->room)
    restore_widths (self);
  loses_focus = focused >= 0 && !wants (self, (FoiPane) focused);
  /* Before it is hidden: the toolkit would keep hold of what had the focus, and of its pane. */
  if (loses_focus)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_visible (self->inner,
                          wants (self, FOI_PANE_PAGE) || wants (self, FOI_PANE_LETTER));
  for (guint i = 0; i < FOI_N_PANES; i++)
    {
      if (self->children[i] != NULL)
        gtk_widget_set_visible (self->children[i], wants (self, (FoiPane) i));
    }
  for (int i = FOI_N_PANES - 1; loses_focus && i >= 0; i--)
    {
      if (self->children[i] != NULL && wants (self, (FoiPane) i)
          && gtk_widget_child_focus (self->children[i], GTK_DIR_TAB_FORWARD))
        break;
    }
  if (self->applied != self->room)
    {
      self->applied = self->room;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOMY]);
    }
}

static gboolean
apply_cb (gpointer user_data)
{
  FoiPanes *self = user_data;

  self->apply_source = 0;
  apply (self);
  return G_SOURCE_REMOVE;
}

/* Where text is twice as large, twice the width is needed. */
static double
text_scale (FoiPanes *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (1.0, dpi / (96.0 * 1024.0)) : 1.0;
}

static Room
room_in (FoiPanes *self, int width)
{
  const double scale = text_scale (self);

  if (width >= LETTER_WIDTH * scale)
    return ROOM_FOR_ALL;
  return width >= OUTLINE_WIDTH * scale ? ROOM_FOR_TWO : ROOM_FOR_ONE;
}

static void
foi_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  FoiPanes *self = FOI_PANES (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int least;

      gtk_widget_measure (self->outer, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (self->outer, orientation, for_size < 0 ? -1 : MAX (for_size, least),
                          minimum, natural, NULL, NULL);
      return;
    }

  gtk_widget_measure (self->outer, orientation, -1, NULL, natural, NULL, NULL);
  /* A window may become as narrow as its widest pane: the others then make room. */
  *minimum = 0;
  for (guint i = 0; i < FOI_N_PANES; i++)
    {
      int least = 0;

      if (self->children[i] != NULL)
        gtk_widget_measure (self->children[i], orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*natural, *minimum);
}

/* While they have room: as a person left them, before they are squeezed. */
static void
keep_widths (FoiPanes *self)
{
  if (self->applied != self->room)
    return;
  if (self->room != ROOM_FOR_ONE)
    self->kept_outline = gtk_paned_get_position (GTK_PANED (self->outer));
  if (self->room == ROOM_FOR_ALL && self->letter_visible && self->letter_width == 0
      && self->restore_source == 0)
    self->kept_letter = gtk_widget_get_width (self->children[FOI_PANE_LETTER]);
}

static void
foi_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoiPanes *self = FOI_PANES (widget);
  int least;

  keep_widths (self);
  self->room = room_in (self, width);
  /* Children must not come and go while they are being given their places. */
  if (self->room != self->applied && self->apply_source == 0)
    self->apply_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, apply_cb, self, NULL);

  if (self->letter_width > 0 && self->room == ROOM_FOR_ALL && self->room == self->applied)
    {
      const int rest = width - gtk_paned_get_position (GTK_PANED (self->outer));

      gtk_paned_set_position (GTK_PANED (self->inner), MAX (rest - self->letter_width, rest / 2));
      self->letter_width = 0;
    }
  gtk_widget_measure (self->outer, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (self->outer, MAX (width, least), height, baseline, NULL);
}

static void
foi_panes_dispose (GObject *object)
{
  FoiPanes *self = FOI_PANES (object);

  g_clear_handle_id (&self->apply_source, g_source_remove);
  g_clear_handle_id (&self->restore_source, g_source_remove);
  for (guint i = 0; i < FOI_N_PANES; i++)
    {
      g_clear_weak_pointer (&self->last_focus[i]);
      self->children[i] = NULL;
    }
  g_clear_pointer (&self->outer, gtk_widget_unparent);

  G_OBJECT_CLASS (foi_panes_parent_class)->dispose (object);
}

static void
foi_panes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiPanes *self = FOI_PANES (object);

  switch (prop_id)
    {
    case PROP_LETTER_VISIBLE:
      g_value_set_boolean (value, self->letter_visible);
      break;
    case PROP_OUTLINE_VISIBLE:
      g_value_set_boolean (value, self->outline_visible);
      break;
    case PROP_ROOMY:
      g_value_set_boolean (value, self->applied == ROOM_FOR_ALL);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->applied == ROOM_FOR_ONE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_panes_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FoiPanes *self = FOI_PANES (object);
  gboolean *field;

  switch (prop_id)
    {
    case PROP_LETTER_VISIBLE:
      field = &self->letter_visible;
      break;
    case PROP_OUTLINE_VISIBLE:
      field = &self->outline_visible;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (*field == g_value_get_boolean (value))
    return;
  *field = g_value_get_boolean (value);
  apply (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
foi_panes_class_init (FoiPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = foi_panes_dispose;
  object_class->get_property = foi_panes_get_property;
  object_class->set_property = foi_panes_set_property;
  widget_class->measure = foi_panes_measure;
  widget_class->size_allocate = foi_panes_size_allocate;

  properties[PROP_LETTER_VISIBLE] = g_param_spec_boolean ("letter-visible", NULL, NULL, TRUE,
                                                          flags);
  properties[PROP_OUTLINE_VISIBLE] = g_param_spec_boolean ("outline-visible", NULL, NULL, FALSE,
                                                           flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROOMY] = g_param_spec_boolean ("roomy", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_panes_init (FoiPanes *self)
{
  self->letter_visible = TRUE;
  self->outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_resize_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_end_child (GTK_PANED (self->outer), self->inner);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->inner), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->inner), FALSE);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * foi_panes_set_child:
 *
 * Puts @child into its place, instead of what was there.
 */
void
foi_panes_set_child (FoiPanes *self, FoiPane pane, GtkWidget *child)
{
  g_return_if_fail (FOI_IS_PANES (self));
  g_return_if_fail (pane < FOI_N_PANES);

  self->children[pane] = child;
  switch (pane)
    {
    case FOI_PANE_OUTLINE:
      gtk_paned_set_start_child (GTK_PANED (self->outer), child);
      break;
    case FOI_PANE_PAGE:
      gtk_paned_set_start_child (GTK_PANED (self->inner), child);
      break;
    case FOI_PANE_LETTER:
      gtk_paned_set_end_child (GTK_PANED (self->inner), child);
      break;
    default:
      g_assert_not_reached ();
    }
  apply (self);
}

/**
 * foi_panes_get_child:
 *
 * Returns: (transfer none) (nullable): what is in a place.
 */
GtkWidget *
foi_panes_get_child (FoiPanes *self, FoiPane pane)
{
  g_return_val_if_fail (FOI_IS_PANES (self), NULL);
  g_return_val_if_fail (pane < FOI_N_PANES, NULL);
  return self->children[pane];
}

/**
 * foi_panes_set_widths:
 *
 * Gives outline and letter their widths, in pixels at the usual size of text; the page takes the
 * rest.
 */
void
foi_panes_set_widths (FoiPanes *self, int outline, int letter)
{
  g_return_if_fail (FOI_IS_PANES (self));

  gtk_paned_set_position (GTK_PANED (self->outer), (int) round (outline * text_scale (self)));
  self->letter_width = (int) round (letter * text_scale (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * foi_panes_get_widths:
 * @outline: (out): the outline's width; 0 while it is not shown
 * @letter: (out): the letter's; 0 while it is not shown beside the page
 *
 * Tells the widths that a person gave the panes, in pixels at the usual size of text.
 */
void
foi_panes_get_widths (FoiPanes *self, int *outline, int *letter)
{
  g_return_if_fail (FOI_IS_PANES (self));

  *outline = 0;
  *letter = 0;
  if (self->applied != ROOM_FOR_ONE)
    *outline = (int) round (gtk_paned_get_position (GTK_PANED (self->outer)) / text_scale (self));
  if (self->applied == ROOM_FOR_ALL && self->letter_visible && self->letter_width == 0)
    *letter = (int) round (gtk_widget_get_width (self->children[FOI_PANE_LETTER])
                           / text_scale (self));
}

/**
 * foi_panes_is_shown:
 *
 * Returns: whether a pane can be seen.
 */
gboolean
foi_panes_is_shown (FoiPanes *self, FoiPane pane)
{
  g_return_val_if_fail (FOI_IS_PANES (self), FALSE);
  return wants (self, pane);
}

/**
 * foi_panes_show:
 *
 * Has a pane be seen, in the place of another where there is no room for both.
 */
void
foi_panes_show (FoiPanes *self, FoiPane pane)
{
  g_return_if_fail (FOI_IS_PANES (self));

  if (wants (self, pane))
    return;
  g_object_set (self, "outline-visible", pane == FOI_PANE_OUTLINE, NULL);
  if (pane == FOI_PANE_OUTLINE)
    return;
  if (self->room == ROOM_FOR_ALL)
    {
      g_object_set (self, "letter-visible", TRUE, NULL);
      return;
    }
  self->letter_instead = pane == FOI_PANE_LETTER;
  apply (self);
}

/**
 * foi_panes_toggle_letter:
 *
 * Shows or hides the letter: beside the page, which is remembered, or in its place where there is
 * no room for both.
 */
void
foi_panes_toggle_letter (FoiPanes *self)
{
  g_return_if_fail (FOI_IS_PANES (self));

  if (self->room == ROOM_FOR_ALL)
    g_object_set (self, "letter-visible", !self->letter_visible, NULL);
  else
    foi_panes_show (self, wants (self, FOI_PANE_LETTER) ? FOI_PANE_PAGE : FOI_PANE_LETTER);
}

/**
 * foi_panes_cycle_focus:
 * @step: 1 for the next pane, -1 for the one before
 *
 * Takes the focus to another pane that is seen, and there to where it was last.
 */
void
foi_panes_cycle_focus (FoiPanes *self, int step)
{
  int current;

  g_return_if_fail (FOI_IS_PANES (self));

  current = focused_pane (self);
  if (current >= 0)
    g_set_weak_pointer (&self->last_focus[current],
                        gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  else
    current = step > 0 ? FOI_N_PANES - 1 : 0;
  for (int i = 1; i <= FOI_N_PANES; i++)
    {
      const int pane = (current + step * i + FOI_N_PANES * FOI_N_PANES) % FOI_N_PANES;
      GtkWidget *child = self->children[pane];

      if (child == NULL || !wants (self, (FoiPane) pane))
        continue;
      if (self->last_focus[pane] != NULL && gtk_widget_get_mapped (self->last_focus[pane])
          && gtk_widget_grab_focus (self->last_focus[pane]))
        return;
      if (gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
        return;
    }
}
