/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-days-window.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-deadline-view.h"
#include "foi-drop-down.h"
#include "foi-laws.h"
#include "foi-typed-date.h"

/* No count of working days needs more. */
#define MAX_DAYS 2600
#define MAX_SPAN 3660


struct _FoiDaysWindow
{
  GtkWindow parent_instance;

  GtkWidget *received;
  GtkWidget *regime;
  GtkWidget *due;
  GtkWidget *view;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (FoiDaysWindow, foi_days_window, GTK_TYPE_WINDOW)

/* ---- what was typed ---- */

/* The day in an entry, or none, with why in @reason: nothing to say where nothing was typed. */
static FoiDate
read_day (GtkWidget *entry, char **reason)
{
  g_autofree char *moment = NULL;

  *reason = NULL;
  if (!foi_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (entry)), &moment, reason))
    return FOI_DATE_NONE;
  return moment != NULL ? foi_date_from_iso (moment) : FOI_DATE_NONE;
}

static const char *
get_regime (FoiDaysWindow *self)
{
  return foi_laws_get_selected (self->regime);
}

static FoiCalendar *
make_calendar (FoiDaysWindow *self)
{
  return foi_rules_new_calendar (foi_rules_get_default (), get_regime (self),
                                 foi_almanac_get_holidays (foi_almanac_get_default ()), NULL);
}

static char *
dup_doubt (FoiCalendar *calendar)
{
  int first, last;

  foi_calendar_get_years (calendar, &first, &last);
  return g_strdup_printf (_("Not certain: bank holidays are known from %d to %d"), first, last);
}

/* ---- by when ---- */

static void
show_due (FoiDaysWindow *self)
{
  g_autofree char *reason = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  FoiClockEvents events = { .received = read_day (self->received, &reason) };
  g_autoptr (FoiCalendar) calendar = make_calendar (self);
  g_autoptr (FoiDeadline) deadline = NULL;
  FoiClockRule rule;

  if (events.received != FOI_DATE_NONE && calendar != NULL
      && foi_rules_get_clock (foi_rules_get_default (), get_regime (self), events.received, FALSE,
                              &rule, NULL))
    deadline = foi_deadline_compute (&events, &rule, calendar);
  if (deadline != NULL)
    words = foi_date_to_words_with_weekday (deadline->due);
  if (deadline != NULL && deadline->certain)
    text = g_strdup_printf (_("Due %s"), words);
  else if (deadline != NULL)
    text = dup_doubt (calendar);
  gtk_label_set_label (GTK_LABEL (self->due), text != NULL ? text : reason != NULL ? reason : "");
  foi_deadline_view_set (FOI_DEADLINE_VIEW (self->view), deadline, calendar,
                         foi_almanac_get_today (foi_almanac_get_default ()));
}

/* ---- working days ---- */

static char *
dup_added (FoiDate from, guint n, FoiCalendar *calendar)
{
  gboolean certain;
  FoiDate end = foi_deadline_add_working_days (from, n, calendar, &certain);
  g_autofree char *words = foi_date_to_words_with_weekday (end);

  if (!certain)
    return dup_doubt (calendar);
  return g_strdup_printf (ngettext ("The %u working day after it ends on %s",
                                    "The %u working days after it end on %s", n), n, words);
}

static char *
dup_counted (FoiDate from, FoiDate to, FoiCalendar *calendar)
{
  const guint n = foi_deadline_count_working_days (from, to, calendar);

  if (!foi_calendar_is_known (calendar, from) || !foi_calendar_is_known (calendar, to))
    return dup_doubt (calendar);
  return g_strdup_printf (ngettext ("%u working day, the last day counted and the first not",
                                    "%u working days, the last day counted and the first not", n),
                          n);
}

/* A number alone is so many working days; anything else is a day. */
static char *
dup_count (FoiDaysWindow *self, FoiCalendar *calendar)
{
  g_autofree char *reason = NULL;
  g_autofree char *wrong = NULL;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->to));
  FoiDate from = read_day (self->from, &reason);
  FoiDate to;
  guint64 n;

  if (from == FOI_DATE_NONE || calendar == NULL)
    return g_steal_pointer (&reason);
  if (g_ascii_string_to_unsigned (typed, 10, 1, MAX_DAYS, &n, NULL))
    return dup_added (from, (guint) n, calendar);
  to = read_day (self->to, &wrong);
  if (to == FOI_DATE_NONE)
    return g_steal_pointer (&wrong);
  if (to < from)
    return g_strdup (_("The second day is before the first"));
  if (to - from > MAX_SPAN)
    return g_strdup (_("The two days are more than ten years apart"));
  return dup_counted (from, to, calendar);
}

static void
show_count (FoiDaysWindow *self)
{
  g_autoptr (FoiCalendar) calendar = make_calendar (self);
  g_autofree char *text = dup_count (self, calendar);

  gtk_label_set_label (GTK_LABEL (self->count), text != NULL ? text : "");
}

static void
show_all (FoiDaysWindow *self)
{
  show_due (self);
  show_count (self);
}

/* ---- the window ---- */

static void
foi_days_window_class_init (FoiDaysWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static GtkWidget *
add_heading (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_row (GtkWidget *grid, int row, const char *name, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
  return widget;
}

static GtkWidget *
make_entry (FoiDaysWindow *self, const char *example, GCallback callback)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  g_signal_connect_object (entry, "changed", callback, self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_grid (GtkWidget *box)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_box_append (GTK_BOX (box), grid);
  return grid;
}

static GtkWidget *
make_regimes (FoiDaysWindow *self)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  foi_laws_fill (drop_down, FALSE);
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  foi_drop_down_set_name (drop_down, _("Law"));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (show_all), self,
                           G_CONNECT_SWAPPED);
  return drop_down;
}

static void
add_due (FoiDaysWindow *self, GtkWidget *box)
{
  GtkWidget *grid;

  add_heading (box, _("By when a request must be answered"), "title-label");
  grid = make_grid (box);
  self->received = add_row (grid, 0, _("_Day of receipt"),
                            make_entry (self, _("30 October 2024"), G_CALLBACK (show_due)));
  self->regime = add_row (grid, 1, _("_Law"), make_regimes (self));
  self->due = add_heading (box, "", "form-heading");
  self->view = foi_deadline_view_new ();
  gtk_box_append (GTK_BOX (box), self->view);
}

static void
add_count (FoiDaysWindow *self, GtkWidget *box)
{
  GtkWidget *grid;

  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_heading (box, _("Working days"), "title-label");
  grid = make_grid (box);
  self->from = add_row (grid, 0, _("_After"),
                        make_entry (self, _("27 November 2024"), G_CALLBACK (show_count)));
  self->to = add_row (grid, 1, _("_To a day, or how many"),
                      make_entry (self, _("29 January 2025, or 40"), G_CALLBACK (show_count)));
  self->count = add_heading (box, "", "form-heading");
}

static void
foi_days_window_init (FoiDaysWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Count Days"));
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (self), 700, 680);
  gtk_widget_add_css_class (box, "form");
  add_due (self, box);
  add_count (self, box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_child (GTK_WINDOW (self), scroller);
  g_signal_connect_object (foi_almanac_get_default (), "changed", G_CALLBACK (show_all), self,
                           G_CONNECT_SWAPPED);
  show_all (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->received);
}

/**
 * foi_days_window_present:
 *
 * Shows the window, the one that is there already if there is one.
 */
void
foi_days_window_present (GtkApplication *application)
{
  GtkWindow *window = NULL;

  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (FOI_IS_DAYS_WINDOW (link->data))
      window = link->data;
  if (window == NULL)
    window = g_object_new (FOI_TYPE_DAYS_WINDOW, "application", application, NULL);
  gtk_window_present (window);
}

/**
 * foi_days_window_get_due:
 *
 * Returns: what it says of the day of receipt.
 */
const char *
foi_days_window_get_due (FoiDaysWindow *self)
{
  g_return_val_if_fail (FOI_IS_DAYS_WINDOW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->due));
}

/**
 * foi_days_window_get_count:
 *
 * Returns: what it says of working days.
 */
const char *
foi_days_window_get_count (FoiDaysWindow *self)
{
  g_return_val_if_fail (FOI_IS_DAYS_WINDOW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->count));
}
