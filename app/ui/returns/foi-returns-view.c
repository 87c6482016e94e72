/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-returns-view.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-chart-canvas.h"
#include "foi-dialogs.h"
#include "foi-message-band.h"
#include "foi-number.h"
#include "foi-returns-save.h"
#include "foi-rules.h"
#include "foi-settings.h"
#include "foi-task.h"
#include "foi-words.h"
#include "foi-wrap-layout.h"

/* Thousands of cases come one batch after the other: they are counted when there is time. */
#define PATIENCE 150

struct _FoiReturnsView
{
  GtkWidget parent_instance;

  FoiRegister *reg;
  FoiReturns  *returns;  /* (nullable): as they were counted last */
  guint        part;     /* which of them is shown */
  GtkWidget   *period;
  GtkWidget   *buttons[FOI_N_RETURN_PARTS];
  GtkWidget   *about;
  GtkWidget   *band;
  GtkWidget   *stack;
  GtkWidget   *list;
  GtkWidget   *chart, *chart_place, *chart_words;
  GtkWidget   *empty, *empty_more;
  GtkWidget   *status;
  guint        source;
  guint        n_copies; /* that were left out when it was counted last */
  gboolean     is_counting, is_stale;
};

enum
{
  ACTIVATED,
  CHOOSE_FOLDER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiReturnsView, foi_returns_view, GTK_TYPE_WIDGET)

static void count_soon (FoiReturnsView *self);

/* ---- what is shown --------------------------------------------------------------------------- */

static const FoiReturnPart *
get_part (FoiReturnsView *self)
{
  return self->returns != NULL ? self->returns->parts->pdata[self->part] : NULL;
}

/* The days between which the cases were received that there are, where none is in the period. */
static char *
dup_range (FoiReturnsView *self)
{
  const FoiDate first = self->returns->first, last = self->returns->last;
  g_autofree char *from = NULL, *to = NULL;

  if (first == FOI_DATE_NONE)
    return g_strdup (_("No case of this folder says when it was received."));
  from = foi_date_to_words (first);
  to = foi_date_to_words (last);
  return g_strdup_printf (_("The cases of this folder were received from %s to %s."), from, to);
}

static void
show_empty (FoiReturnsView *self)
{
  const FoiReturnPart *part = get_part (self);
  g_autofree char *range = NULL, *title = NULL;

  if (self->returns == NULL || foi_register_is_reading (self->reg))
    {
      foi_words_show (self->empty, _("Counting…"));
      foi_words_show (self->empty_more, NULL);
      return;
    }
  range = self->returns->n_received == 0 ? dup_range (self) : NULL;
  title = range != NULL ? g_strdup (_("No request was received in the period"))
                        : g_strdup_printf (_("%s: nothing to count"), part->title);
  foi_words_show (self->empty, title);
  foi_words_show (self->empty_more, range != NULL ? range : part->about);
}

/* Which they are is in the last of the returns. */
static void
append_doubts (GString *words, FoiReturns *returns)
{
  const guint n_undated = returns != NULL ? returns->undated->len : 0;
  const guint n_twins = returns != NULL ? returns->twins->len : 0;

  if (n_undated > 0)
    g_string_append_printf (words, ngettext (" · %u case has no day of receipt",
                                             " · %u cases have no day of receipt", n_undated),
                            n_undated);
  if (n_twins > 0)
    g_string_append_printf (words, ngettext (" · %u file has a reference that another has",
                                             " · %u files have a reference that another has",
                                             n_twins), n_twins);
}

static void
show_status (FoiReturnsView *self)
{
  const guint n_faults = self->returns != NULL ? self->returns->n_faults : 0;
  const guint n_copies = self->n_copies;
  const guint n = self->returns != NULL ? self->returns->n_received : 0;
  g_autofree char *received = foi_number_to_words (n, 0);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%s request was received in the period",
                                           "%s requests were received in the period", n), received);
  if (n_faults > 0)
    g_string_append_printf (words, ngettext (" · %u file cannot be read and is not counted",
                                             " · %u files cannot be read and are not counted",
                                             n_faults), n_faults);
  if (n_copies > 0)
    g_string_append_printf (words, ngettext (" · %u copy of a case is not counted once more",
                                             " · %u copies of cases are not counted once more",
                                             n_copies), n_copies);
  append_doubts (words, self->returns);
  if (foi_register_is_reading (self->reg))
    g_string_append (words, _(" · reading…"));
  gtk_label_set_text (GTK_LABEL (self->status), words->str);
}

static void
show_chart (FoiReturnsView *self)
{
  FoiChart *chart = self->returns != NULL ? self->returns->chart : NULL;

  foi_chart_canvas_set_chart (FOI_CHART_CANVAS (self->chart), chart);
  gtk_widget_set_visible (self->chart_place, chart != NULL);
}

static void
show (FoiReturnsView *self)
{
  const FoiReturnPart *part = get_part (self);
  const char *page = part != NULL && !foi_return_part_is_empty (part) ? "numbers" : "empty";

  if (foi_register_get_folder (self->reg) == NULL)
    page = "no-folder";
  foi_words_show (self->about, g_str_equal (page, "numbers") ? part->about : NULL);
  if (g_str_equal (page, "empty"))
    show_empty (self);
  foi_returns_list_set (FOI_RETURNS_LIST (self->list), self->returns,
                        g_str_equal (page, "numbers") ? part : NULL);
  show_chart (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  show_status (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "returns.save",
                                 self->returns != NULL && g_str_equal (page, "no-folder") == FALSE);
}

/* ---- counting -------------------------------------------------------------------------------- */

/* What is counted, in a thread: of immutable rows. */
typedef struct
{
  GPtrArray *rows;
  FoiDate    from, to, today;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_ptr_array_unref (count->rows);
  g_free (count);
}

static void
count_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Count *count = task_data;

  g_task_return_pointer (task,
                         foi_returns_new (count->rows, count->from, count->to, count->today,
                                          foi_rules_get_default ()),
                         (GDestroyNotify) foi_returns_unref);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiReturnsView *self = FOI_RETURNS_VIEW (source);
  FoiReturns *returns = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_counting = FALSE;
  if (self->reg == NULL)
    {
      g_clear_pointer (&returns, foi_returns_unref);
      return;
    }
  g_clear_pointer (&self->returns, foi_returns_unref);
  self->returns = returns;
  show (self);
  if (self->is_stale)
    count_soon (self);
}

static GPtrArray *
list_rows (FoiReturnsView *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->reg));
  g_autoptr (FoiRegisterCopies) copies = foi_register_new_copies (self->reg);
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_full (n, (GDestroyNotify) foi_register_row_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FoiRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->reg), i);

      g_ptr_array_add (rows,
                       foi_register_row_ref ((FoiRegisterRow *) foi_register_item_get_row (item)));
    }
  self->n_copies = g_hash_table_size (copies->spare);
  return foi_register_copies_list_once (copies, rows);
}

static void
start_count (FoiReturnsView *self)
{
  const FoiReturnPeriod *period = foi_period_chooser_get (FOI_PERIOD_CHOOSER (self->period));
  Count *count = g_new (Count, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, counted_cb, NULL);

  *count = (Count) { list_rows (self), period->from, period->to,
                     foi_almanac_get_today (foi_almanac_get_default ()) };
  g_task_set_source_tag (task, start_count);
  g_task_set_task_data (task, count, count_free);
  self->is_stale = FALSE;
  self->is_counting = TRUE;
  foi_task_run_in_thread (task, count_thread);
}

static gboolean
count_cb (gpointer data)
{
  FoiReturnsView *self = data;

  self->source = 0;
  if (!self->is_counting)
    start_count (self);
  return G_SOURCE_REMOVE;
}

/* What nobody sees is not counted before somebody does. */
static void
count_soon (FoiReturnsView *self)
{
  self->is_stale = TRUE;
  if (self->reg == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->source == 0 && !self->is_counting)
    self->source = g_timeout_add (PATIENCE, count_cb, self);
}

static void
period_cb (FoiReturnsView *self)
{
  g_autofree char *text = foi_return_period_to_text (
    foi_period_chooser_get (FOI_PERIOD_CHOOSER (self->period)));

  foi_settings_set_returns_period (foi_settings_get_default (), text);
  count_soon (self);
}

static void
register_cb (FoiReturnsView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_status (self);
  count_soon (self);
}

static void
map (GtkWidget *widget)
{
  FoiReturnsView *self = FOI_RETURNS_VIEW (widget);

  GTK_WIDGET_CLASS (foi_returns_view_parent_class)->map (widget);
  show (self);
  if (self->is_stale)
    count_soon (self);
}

/* ---- what a person does ---------------------------------------------------------------------- */

static void
part_toggled_cb (FoiReturnsView *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < FOI_N_RETURN_PARTS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      self->part = i;
  if (self->reg != NULL)
    show (self);
}

static void
activated_cb (FoiReturnsView *self, FoiReturnsItem *item)
{
  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
chart_status_cb (FoiReturnsView *self)
{
  foi_words_show (self->chart_words,
                  foi_chart_canvas_get_status (FOI_CHART_CANVAS (self->chart)));
}

static void
part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const guint part = (guint) g_variant_get_int32 (parameter);

  if (part < FOI_N_RETURN_PARTS)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (FOI_RETURNS_VIEW (widget)->buttons[part]),
                                  TRUE);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  foi_period_chooser_step (FOI_PERIOD_CHOOSER (FOI_RETURNS_VIEW (widget)->period),
                           g_variant_get_int32 (parameter));
}

static void
folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOOSE_FOLDER], 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FoiReturnsView) self = FOI_RETURNS_VIEW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = foi_returns_save_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->reg != NULL)
    foi_message_band_tell (FOI_MESSAGE_BAND (self->band), words != NULL ? words : error->message);
  else if (words == NULL)
    /* Who closed the window meanwhile still counts on the file. */
    foi_dialogs_tell (NULL, _("The File Was Not Made"), error->message);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiReturnsView *self = FOI_RETURNS_VIEW (widget);

  if (self->returns != NULL)
    foi_returns_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), self->returns, saved_cb,
                            g_object_ref (self));
}

/* ---- how it is made -------------------------------------------------------------------------- */

static GtkWidget *
build_top (FoiReturnsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *save = gtk_button_new_with_label (_("Save as CSV…"));

  gtk_widget_set_layout_manager (box, g_object_new (FOI_TYPE_WRAP_LAYOUT, "spacing", 6, NULL));
  self->period = foi_period_chooser_new ();
  gtk_widget_set_hexpand (self->period, TRUE);
  gtk_box_append (GTK_BOX (box), self->period);
  gtk_widget_set_tooltip_text (save, _("All Returns of the Period, as One Table"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "returns.save");
  gtk_box_append (GTK_BOX (box), save);
  return box;
}

static GtkWidget *
build_parts (FoiReturnsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < FOI_N_RETURN_PARTS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (foi_returns_get_title (i));
      g_autofree char *tip = g_strdup_printf ("Alt+%u", i + 1);

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_widget_set_tooltip_text (button, tip);
      g_signal_connect_object (button, "toggled", G_CALLBACK (part_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      self->buttons[i] = button;
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static GtkWidget *
build_chart (FoiReturnsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->chart = foi_chart_canvas_new ();
  self->chart_words = foi_words_new (NULL, "row-subtitle");
  gtk_widget_set_margin_start (self->chart_words, 12);
  g_signal_connect_object (self->chart, "notify::status", G_CALLBACK (chart_status_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->chart);
  foi_words_show (self->chart_words, NULL);
  gtk_box_append (GTK_BOX (box), self->chart_words);
  self->chart_place = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->chart_place), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->chart_place), box);
  return self->chart_place;
}

static GtkWidget *
build_numbers (FoiReturnsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  self->list = foi_returns_list_new ();
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), build_chart (self));
  return box;
}

static GtkWidget *
new_page (GtkWidget *title, GtkWidget *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (title, GTK_ALIGN_CENTER);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 60);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
build_no_folder (void)
{
  GtkWidget *title = foi_words_new (_("Statistics of a folder of cases"), "title-label");
  GtkWidget *words = foi_words_new (_("The returns are counted from the case files in one folder; "
                                      "nothing is entered twice."), "dim-label");
  GtkWidget *page = new_page (title, words);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Choose a _Folder…"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "returns.choose-folder");
  gtk_box_append (GTK_BOX (page), button);
  return page;
}

static void
foi_returns_view_dispose (GObject *object)
{
  FoiReturnsView *self = FOI_RETURNS_VIEW (object);
  GtkWidget *child;

  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_clear_object (&self->reg);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->returns, foi_returns_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_returns_view_parent_class)->dispose (object);
}

static void
foi_returns_view_class_init (FoiReturnsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_returns_view_dispose;
  widget_class->map = map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "returnsview");
  gtk_widget_class_install_action (widget_class, "returns.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "returns.part", "i", part_action);
  gtk_widget_class_install_action (widget_class, "returns.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "returns.choose-folder", NULL, folder_action);
  for (guint i = 0; i < FOI_N_RETURN_PARTS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "returns.part",
                                         "i", (gint32) i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "returns.step",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "returns.step", "i", 1);

  signals[ACTIVATED] = g_signal_new ("activated", FOI_TYPE_RETURNS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, g_cclosure_marshal_VOID__OBJECT, G_TYPE_NONE, 1,
                                     FOI_TYPE_RETURNS_ITEM);
  signals[CHOOSE_FOLDER] = g_signal_new ("choose-folder", FOI_TYPE_RETURNS_VIEW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE,
                                         0);
}

static void
build (FoiReturnsView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Statistics"), -1);
  gtk_widget_set_parent (build_top (self), widget);
  gtk_widget_set_parent (build_parts (self), widget);
  self->about = foi_words_new (NULL, "dim-label");
  gtk_widget_set_parent (self->about, widget);
  self->band = foi_message_band_new ();
  gtk_widget_set_parent (self->band, widget);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (self->stack, "start-list");
  self->empty = foi_words_new (NULL, "title-label");
  self->empty_more = foi_words_new (NULL, "dim-label");
  gtk_stack_add_named (GTK_STACK (self->stack), build_numbers (self), "numbers");
  gtk_stack_add_named (GTK_STACK (self->stack), new_page (self->empty, self->empty_more), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), build_no_folder (), "no-folder");
  gtk_widget_set_parent (self->stack, widget);
  self->status = gtk_label_new (NULL);
  g_object_set (self->status, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->status, "row-subtitle");
  gtk_widget_set_parent (self->status, widget);
}

static void
foi_returns_view_init (FoiReturnsView *self)
{
  g_autofree char *kept = foi_settings_dup_returns_period (foi_settings_get_default ());
  FoiReturnPeriod period;

  build (self);
  if (!foi_return_period_from_text (&period, kept))
    foi_return_period_init_last (&period, foi_almanac_get_today (foi_almanac_get_default ()));
  foi_period_chooser_set (FOI_PERIOD_CHOOSER (self->period), &period);
  g_signal_connect_object (self->period, "changed", G_CALLBACK (period_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_almanac_get_default (), "changed", G_CALLBACK (count_soon), self,
                           G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
}

/**
 * foi_returns_view_new:
 *
 * Returns: (transfer full): the returns of no cases yet.
 */
GtkWidget *
foi_returns_view_new (void)
{
  return g_object_new (FOI_TYPE_RETURNS_VIEW, NULL);
}

/**
 * foi_returns_view_set_register:
 * @reg: the cases of a folder
 *
 * Follows them, once and for all.
 */
void
foi_returns_view_set_register (FoiReturnsView *self, FoiRegister *reg)
{
  g_return_if_fail (FOI_IS_RETURNS_VIEW (self) && self->reg == NULL);

  self->reg = g_object_ref (reg);
  g_signal_connect_object (reg, "items-changed", G_CALLBACK (count_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_cb), self, G_CONNECT_SWAPPED);
  self->is_stale = TRUE;
  show (self);
}

FoiPeriodChooser *
foi_returns_view_get_period (FoiReturnsView *self)
{
  g_return_val_if_fail (FOI_IS_RETURNS_VIEW (self), NULL);

  return FOI_PERIOD_CHOOSER (self->period);
}

FoiReturnsList *
foi_returns_view_get_list (FoiReturnsView *self)
{
  g_return_val_if_fail (FOI_IS_RETURNS_VIEW (self), NULL);

  return FOI_RETURNS_LIST (self->list);
}

/**
 * foi_returns_view_get_returns:
 *
 * Returns: (transfer none) (nullable): what was counted last, if it still holds.
 */
FoiReturns *
foi_returns_view_get_returns (FoiReturnsView *self)
{
  g_return_val_if_fail (FOI_IS_RETURNS_VIEW (self), NULL);

  return self->is_stale || self->is_counting ? NULL : self->returns;
}

/**
 * foi_returns_view_dup_words:
 * @item: a number of it
 *
 * Returns: (transfer full): what its cases are, when they are listed elsewhere: "Quarterly return,
 *   April to June 2024: Granted in full, 3".
 */
char *
foi_returns_view_dup_words (FoiReturnsView *self, FoiReturnsItem *item)
{
  g_autofree char *period = NULL, *words = NULL;

  g_return_val_if_fail (FOI_IS_RETURNS_VIEW (self) && FOI_IS_RETURNS_ITEM (item), NULL);

  period = foi_return_period_dup_words (foi_period_chooser_get (FOI_PERIOD_CHOOSER (self->period)));
  words = foi_returns_item_dup_words (item);
  /* Translators: whose return, its period, and a number in it with what is counted. */
  return g_strdup_printf (_("%s, %s — %s"), foi_returns_item_get_part (item)->title, period, words);
}
