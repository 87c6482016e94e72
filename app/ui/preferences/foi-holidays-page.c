/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-holidays-page.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-dialogs.h"
#include "foi-holiday-store.h"
#include "foi-holiday-words.h"
#include "foi-own-holidays.h"
#include "foi-string-list.h"
#include "foi-task.h"

#define LIST_HEIGHT 150

struct _FoiHolidaysPage
{
  GtkWidget parent_instance;

  FoiDocument   *document;   /* weak; may be none */
  GtkWidget     *years;
  GtkWidget     *problem;
  GtkWidget     *forget;
  GtkWidget     *own;
  GtkStringList *days;
};

G_DEFINE_FINAL_TYPE (FoiHolidaysPage, foi_holidays_page, GTK_TYPE_WIDGET)

static GtkWindow *
get_window (FoiHolidaysPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? GTK_WINDOW (root) : NULL;
}

/* ---- what is known ---- */

static char *
dup_day (FoiCalendar *calendar, FoiDate date)
{
  const char *title = foi_calendar_get_holiday (calendar, date);
  g_autofree char *words = NULL;
  g_autofree char *nations = NULL;

  if (title == NULL)
    return NULL;
  words = foi_date_to_words_with_weekday (date);
  nations = foi_calendar_dup_nations (calendar, date);
  if (nations != NULL)
    /* Translators: a day, the name of a bank holiday, where it is one. */
    return g_strdup_printf (_("%s: %s (%s)"), words, title, nations);
  return g_strdup_printf (_("%s: %s"), words, title);
}

/* The newest first: they are what one looks for. */
static void
update (FoiHolidaysPage *self)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();
  const char *problem = foi_almanac_get_problem (almanac);
  g_autoptr (FoiCalendar) calendar
    = foi_calendar_new ("uk", foi_almanac_get_holidays (almanac), NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *known = NULL;
  int first, last;

  foi_calendar_get_years (calendar, &first, &last);
  for (FoiDate date = foi_date_from_ymd (last, 12, 31); date >= foi_date_from_ymd (first, 1, 1);
       date--)
    {
      char *day = dup_day (calendar, date);

      if (day != NULL)
        g_ptr_array_add (words, day);
    }
  g_ptr_array_add (words, NULL);
  known = g_strdup_printf (_("Bank holidays are known from %d to %d. No date beyond is certain."),
                           first, last);
  gtk_label_set_label (GTK_LABEL (self->years), known);
  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_widget_set_visible (self->forget,
                          foi_holiday_store_has_imported (foi_holiday_store_get_folder ()));
  gtk_string_list_splice (self->days, 0, g_list_model_get_n_items (G_LIST_MODEL (self->days)),
                          (const char *const *) words->pdata);
}

/* ---- a newer list ---- */

/* What an import changes; %NULL where that is nothing. */
static char *
describe (FoiHolidaysPage *self, FoiHolidays *before, FoiHolidays *after)
{
  g_autofree char *changes = foi_holiday_dup_changes (before, after);
  g_autofree char *effect = foi_holiday_dup_effect (self->document, before, after);

  return changes != NULL ? g_strconcat (changes, "\n", effect, NULL) : NULL;
}

static void
tell_failed (FoiHolidaysPage *self, const GError *error)
{
  foi_dialogs_tell (get_window (self), _("The bank holidays stay as they are"), error->message);
}

static void
import_thread (GTask *task, gpointer source, gpointer newer, GCancellable *cancellable)
{
  GError *error = NULL;

  if (foi_holiday_store_import (foi_holiday_store_get_folder (), newer, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    foi_almanac_reload (foi_almanac_get_default ());
  else
    tell_failed (FOI_HOLIDAYS_PAGE (source), error);
}

/* A person said whether; @user_data is the newer list. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const char *answer = foi_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "import") == 0)
    foi_task_run_in_thread (task, import_thread);
  else
    g_task_return_boolean (task, TRUE);
}

static void
read_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  FoiHolidays *newer = foi_holiday_store_read (path, &error);

  if (newer != NULL)
    g_task_return_pointer (task, newer, (GDestroyNotify) foi_holidays_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const FoiChoice choices[] = {
    { "cancel", N_("_Cancel"), FOI_CHOICE_PLAIN },
    { "import", N_("_Import"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  FoiHolidaysPage *self = FOI_HOLIDAYS_PAGE (source);
  FoiHolidays *before = foi_almanac_get_holidays (foi_almanac_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) newer = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (FoiHolidays) after = NULL;
  g_autofree char *text = NULL;
  GTask *task;

  if (newer == NULL)
    {
      tell_failed (self, error);
      return;
    }
  after = foi_holidays_merge (before, newer);
  text = describe (self, before, after);
  if (text == NULL)
    {
      foi_dialogs_tell (get_window (self), _("The file has nothing new"),
                        _("All its bank holidays are known already."));
      return;
    }
  task = g_task_new (self, NULL, imported_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&newer), (GDestroyNotify) foi_holidays_unref);
  foi_dialogs_ask_async (get_window (self), _("Import these bank holidays?"), text, choices,
                         asked_cb, task);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiHolidaysPage) self = FOI_HOLIDAYS_PAGE (user_data);
  g_autoptr (GListModel) files = foi_dialogs_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    foi_holidays_page_import (self, path);
}

static void
choose_cb (FoiHolidaysPage *self)
{
  foi_dialogs_open_async (get_window (self), _("Import Bank Holidays"), FOI_FILE_HOLIDAYS, FALSE,
                          chosen_cb, g_object_ref (self));
}

/* ---- the program's own list ---- */

static void
forget_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (foi_holiday_store_forget_imported (foi_holiday_store_get_folder (), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
forget_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiHolidaysPage) self = FOI_HOLIDAYS_PAGE (user_data);
  g_autoptr (GTask) task = NULL;

  if (g_strcmp0 (foi_dialogs_ask_finish (result, NULL), "forget") != 0)
    return;
  task = g_task_new (self, NULL, imported_cb, NULL);
  foi_task_run_in_thread (task, forget_thread);
}

/* What was imported can be imported again: nothing is lost for good. */
static void
forget_cb (FoiHolidaysPage *self)
{
  static const FoiChoice choices[] = {
    { "cancel", N_("_Cancel"), FOI_CHOICE_PLAIN },
    { "forget", N_("_Take Back"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  FoiHolidays *before = foi_almanac_get_holidays (foi_almanac_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) own
    = foi_holiday_store_load_own (foi_holiday_store_get_folder (), &error);
  g_autoptr (FoiHolidays) after
    = own != NULL ? foi_holidays_add (foi_holidays_get_default (), own)
                  : foi_holidays_ref (foi_holidays_get_default ());
  g_autofree char *text = describe (self, before, after);

  foi_dialogs_ask_async (get_window (self), _("Take back all imports?"),
                         text != NULL ? text : _("No bank holiday changes."), choices,
                         forget_answered_cb, g_object_ref (self));
}

/* ---- the page ---- */

static GtkWidget *
make_list (FoiHolidaysPage *self)
{
  GtkWidget *scroller = foi_string_list_new (self->days, _("Bank holidays"));

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
foi_holidays_page_dispose (GObject *object)
{
  FoiHolidaysPage *self = FOI_HOLIDAYS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->days);
  g_clear_weak_pointer (&self->document);

  G_OBJECT_CLASS (foi_holidays_page_parent_class)->dispose (object);
}

static void
foi_holidays_page_class_init (FoiHolidaysPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_holidays_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
foi_holidays_page_init (FoiHolidaysPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Import a Newer File…"));

  self->forget = gtk_button_new_with_mnemonic (_("_Take Back Imports…"));
  self->days = gtk_string_list_new (NULL);
  gtk_widget_add_css_class (box, "form");
  self->years = add_label (box, "", "form-heading");
  self->problem = add_label (box, "", "foi-remark");
  gtk_box_append (GTK_BOX (box), make_list (self));
  add_label (box, _("gov.uk publishes the list as bank-holidays.json. Years that a newer file does "
                    "not have stay known."), "form-hint");
  gtk_box_append (GTK_BOX (buttons), button);
  gtk_box_append (GTK_BOX (buttons), self->forget);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->forget, "clicked", G_CALLBACK (forget_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), buttons);
  self->own = foi_own_holidays_new ();
  gtk_box_append (GTK_BOX (box), self->own);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  g_signal_connect_object (foi_almanac_get_default (), "holidays-changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * foi_holidays_page_new:
 * @document: (nullable): the open case whose date may move
 *
 * Returns: (transfer floating): the page of bank holidays.
 */
GtkWidget *
foi_holidays_page_new (FoiDocument *document)
{
  FoiHolidaysPage *self = g_object_new (FOI_TYPE_HOLIDAYS_PAGE, NULL);

  g_set_weak_pointer (&self->document, document);
  foi_own_holidays_set_document (FOI_OWN_HOLIDAYS (self->own), document);
  return GTK_WIDGET (self);
}

/**
 * foi_holidays_page_import:
 * @path: a file of bank holidays, as gov.uk publishes it
 *
 * Reads it, says what it changes and whether the date of the open case moves, and takes it if the
 * person agrees.
 */
void
foi_holidays_page_import (FoiHolidaysPage *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FOI_IS_HOLIDAYS_PAGE (self) && path != NULL);

  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  foi_task_run_in_thread (task, read_thread);
}
