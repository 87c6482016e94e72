/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-period-chooser.h"

#include <glib/gi18n.h>

#include "foi-drop-down.h"
#include "foi-typed-date.h"
#include "foi-wrap-layout.h"

struct _FoiPeriodChooser
{
  GtkWidget parent_instance;

  FoiReturnPeriod period;
  GtkWidget      *kind;
  GtkWidget      *before, *after;
  GtkWidget      *words;
  GtkWidget      *dates; /* the two entries, and what stands between them */
  GtkWidget      *from, *to;
  GtkWidget      *fault;
  gboolean        is_showing;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiPeriodChooser, foi_period_chooser, GTK_TYPE_WIDGET)

/* ---- what is shown --------------------------------------------------------------------------- */

static void
show_fault (FoiPeriodChooser *self, GtkWidget *entry, const char *reason)
{
  gtk_label_set_label (GTK_LABEL (self->fault), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->fault, reason != NULL);
  gtk_widget_remove_css_class (self->from, "error");
  gtk_widget_remove_css_class (self->to, "error");
  if (entry != NULL)
    gtk_widget_add_css_class (entry, "error");
}

static void
show_day (GtkWidget *entry, FoiDate day)
{
  g_autofree char *words = foi_date_to_words (day);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

/* What is typed stays as it was typed, until another period is chosen. */
static void
show (FoiPeriodChooser *self, gboolean is_typed)
{
  const gboolean has_dates = self->period.kind == FOI_PERIOD_DATES;
  g_autofree char *words = foi_return_period_dup_words (&self->period);

  self->is_showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), self->period.kind);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, !has_dates);
  gtk_widget_set_visible (self->dates, has_dates);
  if (!is_typed)
    {
      show_day (self->from, self->period.from);
      show_day (self->to, self->period.to);
    }
  show_fault (self, NULL, NULL);
  self->is_showing = FALSE;
}

static void
change (FoiPeriodChooser *self, const FoiReturnPeriod *period, gboolean is_typed)
{
  const gboolean is_other = period->from != self->period.from || period->to != self->period.to
                            || period->kind != self->period.kind;

  self->period = *period;
  show (self, is_typed);
  if (is_other)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- what a person does ---------------------------------------------------------------------- */

/* From one kind to another, its last day stays in it: the quarter before last is in its year. */
static void
kind_cb (FoiPeriodChooser *self)
{
  FoiReturnPeriod period = self->period;
  const guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (self->is_showing || kind >= FOI_N_PERIOD_KINDS)
    return;
  if (kind == FOI_PERIOD_DATES)
    period.kind = FOI_PERIOD_DATES;
  else
    foi_return_period_init (&period, (FoiReturnPeriodKind) kind, period.to);
  change (self, &period, FALSE);
}

static gboolean
read_day (FoiPeriodChooser *self, GtkWidget *entry, FoiDate *day)
{
  g_autofree char *moment = NULL, *reason = NULL;

  if (foi_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (entry)), &moment, &reason)
      && moment != NULL)
    *day = foi_date_from_iso (moment);
  else
    show_fault (self, entry, reason != NULL ? reason : _("A day is needed here"));
  return *day != FOI_DATE_NONE;
}

static void
typed_cb (FoiPeriodChooser *self)
{
  FoiReturnPeriod period = { FOI_PERIOD_DATES, FOI_DATE_NONE, FOI_DATE_NONE };

  if (self->is_showing || !read_day (self, self->from, &period.from)
      || !read_day (self, self->to, &period.to))
    return;
  if (period.to < period.from)
    show_fault (self, self->to, _("The period ends before it begins"));
  else
    change (self, &period, TRUE);
}

/**
 * foi_period_chooser_step:
 * @by: 1 for the period after it, -1 for the one before
 *
 * Chooses that one.
 */
void
foi_period_chooser_step (FoiPeriodChooser *self, int by)
{
  FoiReturnPeriod period;

  g_return_if_fail (FOI_IS_PERIOD_CHOOSER (self));

  period = self->period;
  foi_return_period_step (&period, by);
  change (self, &period, FALSE);
}

static void
before_cb (FoiPeriodChooser *self)
{
  foi_period_chooser_step (self, -1);
}

static void
after_cb (FoiPeriodChooser *self)
{
  foi_period_chooser_step (self, 1);
}

/* ---- how it is made -------------------------------------------------------------------------- */

static void
foi_period_chooser_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_period_chooser_parent_class)->dispose (object);
}

static void
foi_period_chooser_class_init (FoiPeriodChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_period_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, FOI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "periodchooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_PERIOD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (FoiPeriodChooser *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static GtkWidget *
new_entry (FoiPeriodChooser *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 17);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
build_dates (FoiPeriodChooser *self)
{
  self->dates = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->from = new_entry (self, _("First day of the period"));
  self->to = new_entry (self, _("Last day of the period"));
  gtk_box_append (GTK_BOX (self->dates), self->from);
  /* Translators: between the first and the last day of a period. */
  gtk_box_append (GTK_BOX (self->dates), gtk_label_new (_("to")));
  gtk_box_append (GTK_BOX (self->dates), self->to);
  gtk_widget_set_parent (self->dates, GTK_WIDGET (self));
}

static void
foi_period_chooser_init (FoiPeriodChooser *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkStringList *kinds = gtk_string_list_new (NULL);

  g_object_set (gtk_widget_get_layout_manager (widget), "spacing", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Period"), -1);
  for (guint kind = 0; kind < FOI_N_PERIOD_KINDS; kind++)
    gtk_string_list_append (kinds, foi_return_period_kind_to_words ((FoiReturnPeriodKind) kind));
  self->is_showing = TRUE;
  self->kind = gtk_drop_down_new (G_LIST_MODEL (kinds), NULL);
  foi_drop_down_set_name (self->kind, _("Kind of period"));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->kind, widget);
  self->before = add_button (self, "go-previous-symbolic", _("Period Before"),
                             G_CALLBACK (before_cb));
  self->words = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->words), 24);
  gtk_widget_add_css_class (self->words, "row-title");
  gtk_widget_set_parent (self->words, widget);
  build_dates (self);
  self->after = add_button (self, "go-next-symbolic", _("Period After"), G_CALLBACK (after_cb));
  self->fault = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->fault), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->fault, "error");
  gtk_widget_set_parent (self->fault, widget);
  self->is_showing = FALSE;
}

/**
 * foi_period_chooser_new:
 *
 * Returns: (transfer full): a chooser, of no period yet.
 */
GtkWidget *
foi_period_chooser_new (void)
{
  return g_object_new (FOI_TYPE_PERIOD_CHOOSER, NULL);
}

/**
 * foi_period_chooser_get:
 *
 * Returns: (transfer none): the period.
 */
const FoiReturnPeriod *
foi_period_chooser_get (FoiPeriodChooser *self)
{
  g_return_val_if_fail (FOI_IS_PERIOD_CHOOSER (self), NULL);

  return &self->period;
}

/**
 * foi_period_chooser_set:
 * @period: a period
 *
 * Chooses it.
 */
void
foi_period_chooser_set (FoiPeriodChooser *self, const FoiReturnPeriod *period)
{
  g_return_if_fail (FOI_IS_PERIOD_CHOOSER (self) && period != NULL);

  change (self, period, FALSE);
}
