/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-deadline-strip.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-clock-words.h"

#define DAYS_OF_WEEK 7
#define MAX_WEEKS 40      /* a longer wait is in the list */
#define LATE_WEEKS 4      /* how long after the due date today is still shown */
#define PADDING 4
#define NOTE_WIDTH 250

struct _FoiDeadlineStrip
{
  GtkWidget parent_instance;

  GArray      *days;      /* of FoiClockDay */
  FoiCalendar *calendar;
  FoiDate      due, today;
  FoiDate      doubtful;  /* due, as far as one knows */
  FoiDate      first;     /* the Monday of the first week */
  guint        n_weeks;

  int cell_width, cell_height, head_height, month_width;
};

G_DEFINE_FINAL_TYPE (FoiDeadlineStrip, foi_deadline_strip, GTK_TYPE_WIDGET)

static const FoiClockDay *
find_day (FoiDeadlineStrip *self, FoiDate date)
{
  FoiDate start = g_array_index (self->days, FoiClockDay, 0).date;

  if (date < start || date - start >= (FoiDate) self->days->len)
    return NULL;
  return &g_array_index (self->days, FoiClockDay, date - start);
}

/* ---- beside a week ---- */

static char *
dup_remark (FoiDeadlineStrip *self, FoiDate date)
{
  const FoiClockDay *day = find_day (self, date);
  const FoiClockDay *before = find_day (self, date - 1);

  if (date == self->due && date == self->today)
    return g_strdup (_("due, and today"));
  if (date == self->due)
    return g_strdup (_("due"));
  if (date == self->doubtful)
    return g_strdup (_("not certain"));
  if (date == self->today)
    return g_strdup (_("today"));
  if (day == NULL || day->kind == FOI_DAY_COUNTED || day->kind == FOI_DAY_WEEKEND)
    return NULL;
  /* A pause of many days is said once in a week. */
  if (before != NULL && before->kind == day->kind && foi_date_get_weekday (date) > 1
      && day->kind != FOI_DAY_HOLIDAY)
    return NULL;
  return foi_clock_dup_day_reason (day, self->calendar);
}

/**
 * foi_deadline_strip_dup_note:
 * @week: one of the weeks, from 0
 *
 * Returns: (transfer full): what is said beside it: "Mon 2: St Andrew’s Day (Scotland)".
 */
char *
foi_deadline_strip_dup_note (FoiDeadlineStrip *self, guint week)
{
  g_autoptr (GString) note = g_string_new (NULL);

  g_return_val_if_fail (FOI_IS_DEADLINE_STRIP (self) && week < self->n_weeks, NULL);

  for (int i = 0; i < DAYS_OF_WEEK; i++)
    {
      FoiDate date = self->first + (FoiDate) week * DAYS_OF_WEEK + i;
      g_autofree char *remark = dup_remark (self, date);
      g_autofree char *words = NULL;

      if (remark == NULL)
        continue;
      words = foi_date_to_short_words (date);
      /* Translators: between two remarks on days, and between a day and its remark. */
      g_string_append_printf (note, "%s%s: %s", note->len > 0 ? _("; ") : "", words, remark);
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

/* ---- drawing ---- */

static PangoLayout *
make_layout (FoiDeadlineStrip *self, const char *text, double scale, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static GdkRGBA
get_color (FoiDeadlineStrip *self, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= alpha;
  return color;
}

static void
draw_text (FoiDeadlineStrip *self, GtkSnapshot *snapshot, const char *text, double scale,
           PangoWeight weight, const GdkRGBA *color, graphene_point_t at, float width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, scale, weight);

  if (width > 0)
    {
      pango_layout_set_width (layout, (int) width * PANGO_SCALE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
get_ground (FoiDeadlineStrip *self, const FoiClockDay *day, FoiDate date)
{
  if (date == self->due)
    return get_color (self, "theme_selected_bg_color", 1);
  switch (day != NULL ? day->kind : FOI_DAY_COUNTED)
    {
    case FOI_DAY_HOLIDAY:
      return get_color (self, "warning_color", 0.3f);
    case FOI_DAY_WEEKEND:
      return get_color (self, NULL, 0.06f);
    case FOI_DAY_PAUSED:
    case FOI_DAY_CLOSED:
      return get_color (self, NULL, 0.14f);
    case FOI_DAY_RECEIPT:
    case FOI_DAY_COUNTED:
    default:
      return get_color (self, NULL, day != NULL ? 0.02f : 0);
    }
}

static char *
dup_count (const FoiClockDay *day)
{
  if (day != NULL && day->kind == FOI_DAY_RECEIPT)
    return g_strdup (_("day 0"));
  if (day != NULL && day->kind == FOI_DAY_COUNTED)
    /* Translators: the number of a day that is counted. */
    return g_strdup_printf (_("day %u"), day->number);
  return g_strdup ("");
}

static void
draw_day (FoiDeadlineStrip *self, GtkSnapshot *snapshot, FoiDate date, float x, float y)
{
  const FoiClockDay *day = find_day (self, date);
  GdkRGBA ground = get_ground (self, day, date);
  GdkRGBA text = date == self->due ? get_color (self, "theme_selected_fg_color", 1)
                                   : get_color (self, NULL, day != NULL ? 1 : 0.45f);
  graphene_rect_t cell = GRAPHENE_RECT_INIT (x + 1, y + 1, (float) self->cell_width - 2,
                                             (float) self->cell_height - 2);
  GdkRGBA ring = get_color (self, NULL, 0.9f);
  g_autofree char *count = dup_count (day);
  g_autofree char *number = NULL;
  GskRoundedRect frame;
  int day_of_month;

  foi_date_to_ymd (date, NULL, NULL, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);
  gsk_rounded_rect_init_from_rect (&frame, &cell, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &ground, &cell);
  gtk_snapshot_pop (snapshot);
  if (date == self->today)
    gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 },
                                (GdkRGBA[4]) { ring, ring, ring, ring });
  draw_text (self, snapshot, number, 1, PANGO_WEIGHT_SEMIBOLD, &text,
             GRAPHENE_POINT_INIT (x, y + PADDING), (float) self->cell_width);
  draw_text (self, snapshot, count, PANGO_SCALE_SMALL, PANGO_WEIGHT_NORMAL, &text,
             GRAPHENE_POINT_INIT (x, y + PADDING + (float) self->head_height),
             (float) self->cell_width);
}

/* The month stands where its days begin. */
static void
draw_month (FoiDeadlineStrip *self, GtkSnapshot *snapshot, FoiDate monday, float y)
{
  GdkRGBA color = get_color (self, NULL, 0.8f);
  const FoiDate start = g_array_index (self->days, FoiClockDay, 0).date;
  const FoiDate last = start + (FoiDate) self->days->len - 1;
  FoiDate shown = monday == self->first ? start : MIN (monday + DAYS_OF_WEEK - 1, last);
  int month, month_before, year;
  g_autofree char *words = NULL;

  foi_date_to_ymd (MAX (shown, monday), &year, &month, NULL);
  foi_date_to_ymd (monday - 1, NULL, &month_before, NULL);
  if (month == month_before && monday != self->first)
    return;
  words = g_strdup_printf ("%s\n%d", foi_month_name (month), year);
  draw_text (self, snapshot, words, PANGO_SCALE_SMALL, PANGO_WEIGHT_SEMIBOLD, &color,
             GRAPHENE_POINT_INIT (0, y + PADDING), 0);
}

static void
draw_note (FoiDeadlineStrip *self, GtkSnapshot *snapshot, guint week, float x, float y)
{
  GdkRGBA color = get_color (self, NULL, 0.85f);
  g_autofree char *note = foi_deadline_strip_dup_note (self, week);
  g_autoptr (PangoLayout) layout = make_layout (self, note, PANGO_SCALE_SMALL,
                                                PANGO_WEIGHT_NORMAL);
  const int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - (int) x, 1);
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -3);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x, y + (float) (self->cell_height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_heads (FoiDeadlineStrip *self, GtkSnapshot *snapshot)
{
  GdkRGBA color = get_color (self, NULL, 0.7f);

  for (int i = 0; i < DAYS_OF_WEEK; i++)
    {
      g_autofree char *words = foi_date_to_short_words (self->first + i);
      char *end = strchr (words, ' ');

      if (end != NULL)
        *end = '\0';
      draw_text (self, snapshot, words, PANGO_SCALE_SMALL, PANGO_WEIGHT_NORMAL, &color,
                 GRAPHENE_POINT_INIT ((float) (self->month_width + i * self->cell_width), 0),
                 (float) self->cell_width);
    }
}

static void
foi_deadline_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoiDeadlineStrip *self = FOI_DEADLINE_STRIP (widget);

  if (self->days == NULL)
    return;
  draw_heads (self, snapshot);
  for (guint week = 0; week < self->n_weeks; week++)
    {
      const FoiDate monday = self->first + (FoiDate) week * DAYS_OF_WEEK;
      const float y = (float) (self->head_height + PADDING + (int) week * self->cell_height);

      draw_month (self, snapshot, monday, y);
      for (int i = 0; i < DAYS_OF_WEEK; i++)
        draw_day (self, snapshot, monday + i, (float) (self->month_width + i * self->cell_width),
                  y);
      draw_note (self, snapshot, week,
                 (float) (self->month_width + DAYS_OF_WEEK * self->cell_width + 10), y);
    }
}

/* ---- size ---- */

static void
measure_text (FoiDeadlineStrip *self, const char *text, double scale, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, scale, PANGO_WEIGHT_SEMIBOLD);

  pango_layout_get_pixel_size (layout, width, height);
}

static void
update_sizes (FoiDeadlineStrip *self)
{
  int small;

  measure_text (self, _("day 20"), PANGO_SCALE_SMALL, &self->cell_width, &small);
  measure_text (self, _("September"), PANGO_SCALE_SMALL, &self->month_width, NULL);
  measure_text (self, "20", 1, NULL, &self->head_height);
  self->cell_width += 2 * PADDING + 2;
  self->month_width += 2 * PADDING;
  self->cell_height = self->head_height + small + 2 * PADDING;
}

static void
foi_deadline_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  FoiDeadlineStrip *self = FOI_DEADLINE_STRIP (widget);

  update_sizes (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = self->month_width + DAYS_OF_WEEK * self->cell_width + 10 + NOTE_WIDTH;
  else
    *minimum = self->head_height + PADDING + (int) self->n_weeks * self->cell_height;
  *natural = *minimum;
}

static void
foi_deadline_strip_finalize (GObject *object)
{
  FoiDeadlineStrip *self = FOI_DEADLINE_STRIP (object);

  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->calendar, foi_calendar_unref);

  G_OBJECT_CLASS (foi_deadline_strip_parent_class)->finalize (object);
}

static void
foi_deadline_strip_class_init (FoiDeadlineStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foi_deadline_strip_finalize;
  widget_class->snapshot = foi_deadline_strip_snapshot;
  widget_class->measure = foi_deadline_strip_measure;

  gtk_widget_class_set_css_name (widget_class, "deadlinestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
foi_deadline_strip_init (FoiDeadlineStrip *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Calendar of the days counted; the list below says the same"),
                                  -1);
}

/**
 * foi_deadline_strip_new:
 *
 * Returns: (transfer floating): a calendar without days yet.
 */
GtkWidget *
foi_deadline_strip_new (void)
{
  return g_object_new (FOI_TYPE_DEADLINE_STRIP, NULL);
}

/**
 * foi_deadline_strip_set:
 * @deadline: (nullable): what to show, with at least one day
 * @calendar: (nullable): the days that were counted
 * @today: the day it is
 */
void
foi_deadline_strip_set (FoiDeadlineStrip *self, const FoiDeadline *deadline,
                        FoiCalendar *calendar, FoiDate today)
{
  FoiDate start, last;

  g_return_if_fail (FOI_IS_DEADLINE_STRIP (self));

  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->calendar, foi_calendar_unref);
  self->n_weeks = 0;
  if (deadline != NULL)
    {
      self->days = g_array_ref (deadline->days);
      self->calendar = foi_calendar_ref (calendar);
      self->due = deadline->certain ? deadline->due : FOI_DATE_NONE;
      self->doubtful = deadline->certain ? FOI_DATE_NONE : deadline->due;
      self->today = today;
      start = g_array_index (self->days, FoiClockDay, 0).date;
      last = g_array_index (self->days, FoiClockDay, self->days->len - 1).date;
      self->first = start - (foi_date_get_weekday (start) - 1);
      if (today > last && today - last <= LATE_WEEKS * DAYS_OF_WEEK)
        last = today;
      self->n_weeks = MIN ((guint) (last - self->first) / DAYS_OF_WEEK + 1, MAX_WEEKS);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * foi_deadline_strip_get_n_weeks:
 *
 * Returns: how many weeks it shows.
 */
guint
foi_deadline_strip_get_n_weeks (FoiDeadlineStrip *self)
{
  g_return_val_if_fail (FOI_IS_DEADLINE_STRIP (self), 0);
  return self->n_weeks;
}
