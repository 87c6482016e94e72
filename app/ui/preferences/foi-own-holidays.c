/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-own-holidays.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-drop-down.h"
#include "foi-holiday-store.h"
#include "foi-holiday-words.h"
#include "foi-task.h"
#include "foi-typed-date.h"

/* Where a day is a bank holiday. */
static const struct
{
  const char *words;
  const char *divisions[4];
} places[] = {
  { N_("All of the UK"), { "england-and-wales", "scotland", "northern-ireland", NULL } },
  { N_("England and Wales"), { "england-and-wales", NULL } },
  { N_("Scotland"), { "scotland", NULL } },
  { N_("Northern Ireland"), { "northern-ireland", NULL } },
};

struct _FoiOwnHolidays
{
  GtkWidget parent_instance;

  FoiDocument *document; /* weak; may be none */
  FoiHolidays *own;      /* or NULL */
  gboolean     may_save; /* no save runs, and the file is not damaged */
  GtkWidget   *rows;
  GtkWidget   *day;
  GtkWidget   *name;
  GtkWidget   *where;
  GtkWidget   *note;
  GtkWidget   *told;     /* what came of it, or what is wrong */
};

G_DEFINE_FINAL_TYPE (FoiOwnHolidays, foi_own_holidays, GTK_TYPE_WIDGET)

static void
tell (FoiOwnHolidays *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->told), words);
  gtk_widget_set_visible (self->told, words[0] != '\0');
}

/* ---- keeping --------------------------------------------------------------------------------- */

static void
save_thread (GTask *task, gpointer source, gpointer own, GCancellable *cancellable)
{
  GError *error = NULL;

  if (foi_holiday_store_save_own (foi_holiday_store_get_folder (), own, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiOwnHolidays *self = FOI_OWN_HOLIDAYS (source);
  FoiAlmanac *almanac = foi_almanac_get_default ();
  g_autoptr (FoiHolidays) before = foi_holidays_ref (foi_almanac_get_holidays (almanac));
  g_autoptr (GError) error = NULL;
  g_autofree char *effect = NULL;

  self->may_save = TRUE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell (self, error->message);
      return;
    }
  foi_almanac_reload (almanac);
  effect = foi_holiday_dup_effect (self->document, before, foi_almanac_get_holidays (almanac));
  tell (self, effect);
}

static void
save (FoiOwnHolidays *self, FoiHolidays *own)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);

  /* What is written is what is shown: nothing is added meanwhile. */
  self->may_save = FALSE;
  if (own != NULL)
    g_task_set_task_data (task, foi_holidays_ref (own), (GDestroyNotify) foi_holidays_unref);
  foi_task_run_in_thread (task, save_thread);
}

/* ---- the list -------------------------------------------------------------------------------- */

static void
remove_cb (GtkWidget *button, FoiOwnHolidays *self)
{
  const FoiHoliday day = {
    .date = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "date")),
    .title = g_object_get_data (G_OBJECT (button), "title"),
  };
  g_autoptr (FoiHolidays) rest = NULL;

  if (!self->may_save || self->own == NULL)
    return;
  rest = foi_holidays_without_day (self->own, &day);
  /* The button goes away with its row. */
  gtk_widget_grab_focus (self->day);
  save (self, rest);
}

static char *
dup_where (FoiOwnHolidays *self, const FoiHoliday *day)
{
  const char *const *divisions = foi_holidays_get_divisions (self->own);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (gsize i = 0; divisions[i] != NULL; i++)
    {
      guint n;
      const FoiHoliday *days = foi_holidays_get (self->own, divisions[i], &n);

      for (guint j = 0; j < n; j++)
        if (days[j].date == day->date && g_str_equal (days[j].title, day->title))
          g_strv_builder_add (names, foi_division_to_words (divisions[i]));
    }
  all = g_strv_builder_end (names);
  return g_strv_length (all) == 3 ? g_strdup (_(places[0].words)) : g_strjoinv (", ", all);
}

static GtkWidget *
new_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_row (FoiOwnHolidays *self, const FoiHoliday *day)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (_("Remove"));
  g_autofree char *date = foi_date_to_words_with_weekday (day->date);
  g_autofree char *where = dup_where (self, day);
  /* Translators: a day, the name of a bank holiday, where it is one. */
  g_autofree char *words = g_strdup_printf (_("%s: %s (%s)"), date, day->title, where);
  /* Translators: a bank holiday. */
  g_autofree char *name = g_strdup_printf (_("Remove %s"), words);

  gtk_box_append (GTK_BOX (lines), new_line (words, NULL));
  if (day->note[0] != '\0')
    gtk_box_append (GTK_BOX (lines), new_line (day->note, "row-subtitle"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (button), "date", GINT_TO_POINTER (day->date));
  g_object_set_data_full (G_OBJECT (button), "title", g_strdup (day->title), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static gboolean
is_shown (GArray *shown, const FoiHoliday *day)
{
  for (guint i = 0; i < shown->len; i++)
    {
      const FoiHoliday *other = &g_array_index (shown, FoiHoliday, i);

      if (other->date == day->date && g_str_equal (other->title, day->title))
        return TRUE;
    }
  return FALSE;
}

/* A day that is one in several nations is one row. */
static void
update (FoiOwnHolidays *self)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (FoiHoliday));
  g_autoptr (GError) error = NULL;
  const char *const *divisions;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  g_clear_pointer (&self->own, foi_holidays_unref);
  self->own = foi_holiday_store_load_own (foi_holiday_store_get_folder (), &error);
  divisions = self->own != NULL ? foi_holidays_get_divisions (self->own) : NULL;
  for (gsize i = 0; divisions != NULL && divisions[i] != NULL; i++)
    {
      guint n;
      const FoiHoliday *days = foi_holidays_get (self->own, divisions[i], &n);

      for (guint j = 0; j < n; j++)
        if (!is_shown (shown, &days[j]))
          {
            add_row (self, &days[j]);
            g_array_append_val (shown, days[j]);
          }
    }
  /* A damaged file is not written over. */
  self->may_save = error == NULL;
  if (error != NULL)
    tell (self, error->message);
}

/* ---- adding ---------------------------------------------------------------------------------- */

static char *
dup_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
add_cb (FoiOwnHolidays *self)
{
  const guint where = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->where));
  g_autofree char *name = dup_text (self->name);
  g_autofree char *note = dup_text (self->note);
  g_autofree char *typed = dup_text (self->day);
  g_autofree char *iso = NULL, *reason = NULL;
  g_autoptr (FoiHolidays) own = NULL;
  FoiHoliday day = { .title = name, .note = note };

  if (!self->may_save)
    return;
  if (!foi_typed_date_read (typed, &iso, &reason))
    {
      tell (self, reason);
      gtk_widget_grab_focus (self->day);
      return;
    }
  if (iso == NULL || name[0] == '\0')
    {
      tell (self, _("A bank holiday needs its day and its name"));
      gtk_widget_grab_focus (iso == NULL ? self->day : self->name);
      return;
    }
  day.date = foi_date_from_iso (iso);
  own = foi_holidays_with_day (self->own, places[where].divisions, &day);
  gtk_editable_set_text (GTK_EDITABLE (self->day), "");
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  save (self, own);
}

static GtkWidget *
new_entry (FoiOwnHolidays *self, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  g_signal_connect_object (entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
add_line (GtkGrid *grid, int line, int column, const char *words, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "form-label");
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, label, column, line, 1, 1);
  gtk_grid_attach (grid, widget, column + 1, line, 1, 1);
}

static GtkWidget *
make_form (FoiOwnHolidays *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add"));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_string_list_append (words, _(places[i].words));
  self->day = new_entry (self, _("5 May 2025"));
  self->name = new_entry (self, NULL);
  self->note = new_entry (self, _("Where it was proclaimed"));
  self->where = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (words)), NULL);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_line (GTK_GRID (grid), 0, 0, _("_Day"), self->day);
  add_line (GTK_GRID (grid), 0, 2, _("Na_me"), self->name);
  add_line (GTK_GRID (grid), 1, 0, _("_Where"), self->where);
  add_line (GTK_GRID (grid), 1, 2, _("N_ote"), self->note);
  foi_drop_down_set_name (self->where, _("Where"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), button, 4, 1, 1, 1);
  return grid;
}

/* ---- the widget ------------------------------------------------------------------------------ */

static void
foi_own_holidays_dispose (GObject *object)
{
  FoiOwnHolidays *self = FOI_OWN_HOLIDAYS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->own, foi_holidays_unref);
  g_clear_weak_pointer (&self->document);

  G_OBJECT_CLASS (foi_own_holidays_parent_class)->dispose (object);
}

static void
foi_own_holidays_class_init (FoiOwnHolidaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_own_holidays_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_own_holidays_init (FoiOwnHolidays *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (_("Bank holidays that you add"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "form-heading");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->told = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->told), 0);
  gtk_label_set_wrap (GTK_LABEL (self->told), TRUE);
  gtk_widget_add_css_class (self->told, "form-hint");
  gtk_widget_set_visible (self->told, FALSE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), make_form (self));
  gtk_box_append (GTK_BOX (box), self->told);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (foi_almanac_get_default (), "holidays-changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * foi_own_holidays_new:
 *
 * Returns: (transfer floating): what the office added.
 */
GtkWidget *
foi_own_holidays_new (void)
{
  return g_object_new (FOI_TYPE_OWN_HOLIDAYS, NULL);
}

/**
 * foi_own_holidays_set_document:
 * @document: (nullable): the open case whose date may move
 */
void
foi_own_holidays_set_document (FoiOwnHolidays *self, FoiDocument *document)
{
  g_return_if_fail (FOI_IS_OWN_HOLIDAYS (self));
  g_set_weak_pointer (&self->document, document);
}
