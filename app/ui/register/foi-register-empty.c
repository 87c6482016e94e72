/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-empty.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-number.h"
#include "foi-words.h"

struct _FoiRegisterEmpty
{
  GtkWidget parent_instance;

  FoiRegister      *reg;
  FoiRegisterTable *table;
  GtkWidget        *title, *more;
  GtkWidget        *elsewhere; /* a button to what was found, where the filter leaves none of it */
};

G_DEFINE_FINAL_TYPE (FoiRegisterEmpty, foi_register_empty, GTK_TYPE_WIDGET)

/* What there is to say where no row is shown. */
static const char *
get_empty_words (FoiRegisterEmpty *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->reg)) == 0)
    return foi_register_is_reading (self->reg) ? _("Reading the cases…")
                                               : _("No cases in this folder");
  if (foi_register_get_words (self->reg) != NULL)
    return _("No case here has these words");
  if (foi_register_table_has_chosen (self->table))
    return _("None of these cases is here");
  switch (foi_register_table_get_filter (self->table))
    {
    case FOI_FILTER_TODAY:
      return _("Nothing to do today");
    case FOI_FILTER_WEEK:
      return _("Nothing more is due this week");
    case FOI_FILTER_OVERDUE:
      return _("Nothing is overdue");
    case FOI_FILTER_WAITING:
      return _("Nobody is waited for");
    case FOI_FILTER_APPROVE:
      return _("Nothing waits to be approved");
    case FOI_FILTER_MINE:
      return _("No question is yours");
    case FOI_FILTER_OPEN:
      return _("No case is open");
    case FOI_FILTER_ISSUED:
    case FOI_FILTER_ALL:
    default:
      return _("No answer was issued yet");
    }
}

/* The open case that is due first, of those that are not due yet. */
static const FoiRegisterRow *
find_next_due (FoiRegisterEmpty *self, FoiDate today)
{
  const FoiRegisterRow *next = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->reg)); i++)
    {
      g_autoptr (FoiRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->reg), i);
      const FoiRegisterRow *row = foi_register_item_get_row (item);
      const FoiDate due = foi_register_row_is_open (row, today) ? foi_register_row_get_due (row)
                                                         : FOI_DATE_NONE;

      if (due >= today && foi_case_clock_is_open (foi_register_row_get_clock (row))
          && (next == NULL || due < foi_register_row_get_due (next)))
        next = row;
    }
  return next;
}

/* A day on which there is nothing to do has the next on which there is. */
static char *
dup_next_due (FoiRegisterEmpty *self)
{
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  const FoiRegisterRow *next = find_next_due (self, today);
  g_autofree char *day = next != NULL
                           ? foi_date_to_words_with_weekday (foi_register_row_get_due (next))
                           : NULL;

  if (next == NULL)
    return g_strdup (_("No case waits for an answer."));
  /* Translators: what a case is called, and a day. */
  return g_strdup_printf (_("Nothing is due this week, no service answered and none is late. Next, "
                            "%s is due on %s."), next->reference, day);
}

static char *
dup_empty_advice (FoiRegisterEmpty *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->reg)) == 0)
    return g_strdup (foi_register_is_reading (self->reg)
                       ? "" : _("Save a new case in this folder, or choose another folder."));
  if (foi_register_get_words (self->reg) != NULL)
    return g_strdup (_("All that is written in the cases was searched."));
  if (foi_register_table_get_filter (self->table) == FOI_FILTER_TODAY)
    return dup_next_due (self);
  if (foi_register_table_get_filter (self->table) == FOI_FILTER_MINE)
    return g_strdup_printf (_("You are “%s” here. A question is yours when its Details… have that "
                              "name as its owner."), g_get_real_name ());
  return g_strdup ("");
}

static guint
count_found (FoiRegisterEmpty *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->reg));
  guint n_found = 0;

  for (guint i = 0; foi_register_get_words (self->reg) != NULL && i < n; i++)
    {
      g_autoptr (FoiRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->reg), i);

      n_found += foi_register_item_get_excerpt (item) != NULL;
    }
  return n_found;
}

static void
foi_register_empty_dispose (GObject *object)
{
  FoiRegisterEmpty *self = FOI_REGISTER_EMPTY (object);
  GtkWidget *child;

  g_clear_object (&self->reg);
  g_clear_weak_pointer (&self->table);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_register_empty_parent_class)->dispose (object);
}

static void
foi_register_empty_class_init (FoiRegisterEmptyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_register_empty_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
foi_register_empty_init (FoiRegisterEmpty *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("No cases to show"), -1);
  self->title = foi_words_new (NULL, "title-label");
  gtk_widget_set_halign (self->title, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->title, widget);
  self->more = foi_words_new (NULL, "dim-label");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_label_set_justify (GTK_LABEL (self->more), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->more), 60);
  gtk_widget_set_parent (self->more, widget);
  self->elsewhere = gtk_button_new ();
  gtk_widget_set_halign (self->elsewhere, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->elsewhere, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->elsewhere), "register.filter");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->elsewhere), "i", FOI_FILTER_ALL);
  gtk_widget_set_parent (self->elsewhere, widget);
}

/**
 * foi_register_empty_new:
 * @reg: the cases
 * @table: shows those that are left
 *
 * Returns: (transfer full): a page in the place of @table for when that has no row.
 */
GtkWidget *
foi_register_empty_new (FoiRegister *reg, FoiRegisterTable *table)
{
  FoiRegisterEmpty *self;

  g_return_val_if_fail (FOI_IS_REGISTER (reg) && FOI_IS_REGISTER_TABLE (table), NULL);

  self = g_object_new (FOI_TYPE_REGISTER_EMPTY, NULL);
  self->reg = g_object_ref (reg);
  g_set_weak_pointer (&self->table, table);
  return GTK_WIDGET (self);
}

/**
 * foi_register_empty_say:
 *
 * Says why there is no row now, and where there is one.
 */
void
foi_register_empty_say (FoiRegisterEmpty *self)
{
  g_autofree char *advice = NULL;
  guint n_found;

  g_return_if_fail (FOI_IS_REGISTER_EMPTY (self) && self->table != NULL);

  advice = dup_empty_advice (self);
  n_found = count_found (self);
  foi_words_show (self->title, get_empty_words (self));
  foi_words_show (self->more, advice);
  if (n_found > 0)
    {
      g_autofree char *number = foi_number_to_words (n_found, 0), *label = NULL;

      label = g_strdup_printf (ngettext ("Show the %s Found Among All Cases",
                                         "Show the %s Found Among All Cases", n_found), number);
      gtk_button_set_label (GTK_BUTTON (self->elsewhere), label);
    }
  gtk_widget_set_visible (self->elsewhere, n_found > 0);
}
