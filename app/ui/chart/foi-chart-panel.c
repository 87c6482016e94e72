/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-panel.h"

#include <glib/gi18n.h>

#include "foi-chart-canvas.h"
#include "foi-chart-pictures.h"
#include "foi-chart-spec.h"
#include "foi-chart-words.h"
#include "foi-drop-down.h"
#include "foi-settings.h"
#include "foi-table.h"
#include "foi-task.h"
#include "foi-wrap-layout.h"

/* Longer tables are charted in a thread: a frame has no time for them. */
#define MAX_ROWS_AT_ONCE 200

struct _FoiChartPanel
{
  GtkBox parent_instance;

  FoiDocument    *document;
  FoiTable       *table;
  FoiPublication *publication;   /* what is charted, or NULL */
  FoiChartSpec   *spec;          /* as chosen or proposed, or NULL */
  FoiTableData   *working_on;    /* what a thread works on, or NULL */
  gboolean        updating;      /* controls are set, not used */

  GtkWidget      *fold_button;
  GtkWidget      *fold_image;
  GtkWidget      *kind;
  GtkWidget      *series_button;
  GtkWidget      *series_box;
  GtkWidget      *rate_check;
  GtkWidget      *letter_check;
  GtkWidget      *menu_button;
  GtkWidget      *body;
  GtkWidget      *canvas;
  GtkWidget      *reason;
};

G_DEFINE_FINAL_TYPE (FoiChartPanel, foi_chart_panel, GTK_TYPE_BOX)

/* What comes of a table: a chart, or why there is none. */
typedef struct
{
  FoiTableData   *data;
  FoiPublication *publication;
  FoiChartSpec   *spec;
  FoiChart       *chart;
  GError         *error;
} Result;

static void
result_free (Result *self)
{
  foi_table_data_unref (self->data);
  g_clear_pointer (&self->publication, foi_publication_unref);
  g_clear_pointer (&self->spec, foi_chart_spec_free);
  g_clear_pointer (&self->chart, foi_chart_unref);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static Result *
work_out (FoiCaseState *state, FoiTableData *data)
{
  Result *self = g_new0 (Result, 1);
  JsonNode *node;

  self->data = foi_table_data_ref (data);
  self->publication = foi_case_state_publish_table (state, data);
  node = foi_publication_get_chart (self->publication);
  self->spec = foi_chart_spec_new (self->publication, node, NULL);
  self->chart = foi_chart_new (self->publication, node, &self->error);
  return self;
}

/* ---- what is shown ---- */

static gboolean
has_figures (FoiChart *chart)
{
  for (guint i = 0; i < foi_chart_get_n_series (chart); i++)
    for (guint j = 0; j < foi_chart_get_n_categories (chart); j++)
      if (foi_chart_get_value (chart, i, j)->state != FOI_CELL_BLANK)
        return TRUE;
  return FALSE;
}

static void
series_toggled_cb (FoiChartPanel *self, GtkCheckButton *check)
{
  const char *name = g_object_get_data (G_OBJECT (check), "column");

  if (self->updating || self->spec == NULL)
    return;
  if (foi_chart_spec_toggle_series (self->spec, self->publication, name))
    foi_chart_write_spec (self->document, foi_table_get_name (self->table), self->spec,
                          _("Change Series of Chart"));
  else
    {
      self->updating = TRUE;
      gtk_check_button_set_active (check, foi_chart_spec_has_series (self->spec, name));
      self->updating = FALSE;
    }
}

/* Why a column cannot be taken out or put in; NULL where it can. */
static char *
explain_series (FoiChartPanel *self, FoiColumn *column, gboolean is_charted)
{
  guint n_series = g_strv_length (self->spec->y);
  int first = foi_publication_find_column (self->publication, self->spec->y[0]);
  gboolean fits = first >= 0 && foi_chart_can_share_axis (
                                  foi_publication_get_column (self->publication, (guint) first),
                                  column);

  if (is_charted && n_series == 1)
    return g_strdup (_("A chart has one series at least."));
  if (!is_charted && fits && n_series >= FOI_CHART_MAX_SERIES)
    return g_strdup_printf (_("A chart shows at most %d series: more cannot be told apart."),
                            FOI_CHART_MAX_SERIES);
  return NULL;
}

static void
add_series (FoiChartPanel *self, FoiColumn *column)
{
  const char *name = foi_column_get_name (column), *title = foi_column_get_title (column);
  gboolean is_charted = foi_chart_spec_has_series (self->spec, name);
  g_autofree char *reason = explain_series (self, column, is_charted);
  GtkWidget *check = gtk_check_button_new_with_label (title);

  g_object_set_data_full (G_OBJECT (check), "column", g_strdup (name), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_charted);
  gtk_widget_set_sensitive (check, reason == NULL);
  gtk_widget_set_tooltip_text (check, reason);
  g_signal_connect_object (check, "toggled", G_CALLBACK (series_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->series_box), check);
}

/* The check buttons say what they said already, unless a series came, went or was renamed. */
static char *
dup_series_key (FoiChartPanel *self)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < foi_publication_get_n_columns (self->publication); i++)
    {
      FoiColumn *column = foi_publication_get_column (self->publication, i);

      if (foi_chart_can_measure (self->publication, i))
        g_string_append_printf (key, "%s\t%s\t%d\n", foi_column_get_name (column),
                                foi_column_get_title (column),
                                foi_chart_spec_has_series (self->spec,
                                                           foi_column_get_name (column)));
    }
  return g_string_free (key, FALSE);
}

static void
update_series (FoiChartPanel *self)
{
  g_autofree char *key = dup_series_key (self);
  GtkWidget *child;
  guint n_series = 0;

  if (g_strcmp0 (key, g_object_get_data (G_OBJECT (self->series_box), "key")) == 0)
    return;
  while ((child = gtk_widget_get_first_child (self->series_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->series_box), child);
  for (guint i = 0; i < foi_publication_get_n_columns (self->publication); i++)
    if (foi_chart_can_measure (self->publication, i))
      {
        add_series (self, foi_publication_get_column (self->publication, i));
        n_series++;
      }
  gtk_widget_set_visible (self->series_button, n_series > 1);
  g_object_set_data_full (G_OBJECT (self->series_box), "key", g_steal_pointer (&key), g_free);
}

static void
update_controls (FoiChartPanel *self, FoiChart *chart)
{
  const char *rate = chart != NULL ? foi_chart_get_rate_title (chart) : NULL;

  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), self->spec->kind);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->rate_check), self->spec->rate);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->rate_check),
                              rate != NULL ? rate : _("For each period covered"));
  /* One that was chosen and cannot be any more must be taken back. */
  gtk_widget_set_visible (self->rate_check, rate != NULL || self->spec->rate);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->letter_check), self->spec->in_letter);
  update_series (self);
  self->updating = FALSE;
}

static void
update_body (FoiChartPanel *self, FoiChart *chart, const GError *error)
{
  gboolean is_drawn = chart != NULL && has_figures (chart);
  gboolean is_open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold_button));

  foi_chart_canvas_set_chart (FOI_CHART_CANVAS (self->canvas), chart);
  gtk_widget_set_visible (self->canvas, is_drawn);
  gtk_widget_set_visible (self->reason, !is_drawn);
  gtk_label_set_label (GTK_LABEL (self->reason),
                       error != NULL ? error->message
                                     : _("The chart appears when the table has figures."));
  gtk_widget_set_visible (self->body, is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", is_drawn);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save", is_drawn);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.words", chart != NULL);
}

/* A table of words has nothing to chart, so there is nothing to see of this. One whose chart shows
 * what the letter does not have keeps its card, which says so. */
static void
take_result (FoiChartPanel *self, Result *result)
{
  FoiPublication *publication = g_steal_pointer (&result->publication);
  gboolean has_chart = result->spec != NULL || foi_publication_get_chart (publication) != NULL;

  g_clear_pointer (&self->publication, foi_publication_unref);
  self->publication = publication;
  g_clear_pointer (&self->spec, foi_chart_spec_free);
  self->spec = g_steal_pointer (&result->spec);
  if (self->spec == NULL)
    self->spec = foi_chart_spec_propose (publication, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), has_chart);
  gtk_widget_set_sensitive (self->kind, self->spec != NULL);
  gtk_widget_set_sensitive (self->letter_check, self->spec != NULL);
  if (self->spec != NULL)
    update_controls (self, result->chart);
  update_body (self, result->chart, result->error);
}

static void start_work (FoiChartPanel *self);

static FoiCaseState *
get_state (FoiChartPanel *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

/* What a thread works on. */
typedef struct
{
  FoiCaseState *state;
  FoiTableData *data;
} Work;

static void
work_free (Work *work)
{
  foi_case_state_unref (work->state);
  foi_table_data_unref (work->data);
  g_free (work);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Work *work = task_data;

  g_task_return_pointer (task, work_out (work->state, work->data), (GDestroyNotify) result_free);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiChartPanel *self = FOI_CHART_PANEL (source);
  g_autoptr (Result) done = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_pointer (&self->working_on, foi_table_data_unref);
  if (self->table == NULL)
    return;
  if (done->data == foi_table_get_data (self->table))
    take_result (self, done);
  else
    start_work (self);
}

/* While one is being worked out the next ones wait, and only the newest of them is. */
static void
start_work (FoiChartPanel *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->working_on != NULL)
    return;
  self->working_on = foi_table_data_ref (foi_table_get_data (self->table));
  work = g_new (Work, 1);
  work->state = foi_case_state_ref (get_state (self));
  work->data = foi_table_data_ref (self->working_on);
  task = g_task_new (self, NULL, worked_cb, NULL);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  foi_task_run_in_thread (task, work_thread);
}

static void
update (FoiChartPanel *self)
{
  FoiTableData *data = foi_table_get_data (self->table);
  g_autoptr (Result) result = NULL;

  if (foi_row_store_get_length (foi_table_data_get_rows (data)) > MAX_ROWS_AT_ONCE)
    {
      start_work (self);
      return;
    }
  result = work_out (get_state (self), data);
  take_result (self, result);
}

/* ---- what is done ---- */

static void
write_spec (FoiChartPanel *self, const char *label)
{
  foi_chart_write_spec (self->document, foi_table_get_name (self->table), self->spec, label);
}

static void
kind_selected_cb (FoiChartPanel *self)
{
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (self->updating || self->spec == NULL || kind > FOI_CHART_LINE || kind == self->spec->kind)
    return;
  self->spec->kind = (FoiChartKind) kind;
  write_spec (self, _("Change Kind of Chart"));
}

static void
rate_toggled_cb (FoiChartPanel *self)
{
  if (self->updating || self->spec == NULL)
    return;
  self->spec->rate = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->rate_check));
  write_spec (self, self->spec->rate ? _("Chart Averages") : _("Chart Figures as They Are"));
}

static void
letter_toggled_cb (FoiChartPanel *self)
{
  if (self->updating || self->spec == NULL)
    return;
  self->spec->in_letter = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->letter_check));
  write_spec (self, self->spec->in_letter ? _("Put Chart in Letter")
                                          : _("Leave Chart out of Letter"));
}

static void
fold_changed_cb (FoiChartPanel *self)
{
  gboolean is_open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold_button));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->fold_image),
                                is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_open, -1);
  gtk_widget_set_visible (self->body, is_open);
}

static void
status_changed_cb (FoiChartPanel *self)
{
  if (self->document != NULL)
    foi_document_set_status (self->document,
                             foi_chart_canvas_get_status (FOI_CHART_CANVAS (self->canvas)));
}

static void
focus_entered_cb (FoiChartPanel *self)
{
  g_autofree char *place = g_strconcat ("tables/", foi_table_get_name (self->table), NULL);

  foi_document_set_place (self->document, place);
}

static GtkWindow *
get_window (FoiChartPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static FoiChart *
get_chart (FoiChartPanel *self)
{
  return foi_chart_canvas_get_chart (FOI_CHART_CANVAS (self->canvas));
}

static void
words_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiChartPanel *self = FOI_CHART_PANEL (widget);
  GtkWidget *dialog = foi_chart_words_new (get_window (self), self->document, self->publication,
                                           get_chart (self));

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiChartPanel *self = FOI_CHART_PANEL (widget);

  foi_chart_copy_picture (gtk_widget_get_clipboard (widget), self->document, get_chart (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiChartPanel *self = FOI_CHART_PANEL (widget);
  gboolean is_svg = g_str_equal (g_variant_get_string (parameter, NULL), "svg");

  foi_chart_save_picture (get_window (self), self->document, get_chart (self),
                          is_svg ? FOI_CHART_PICTURE_SVG : FOI_CHART_PICTURE_PNG,
                          foi_table_get_name (self->table));
}

static gboolean
remove_menu_cb (gpointer menu)
{
  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);
  return G_SOURCE_REMOVE;
}

/* Once it has told what was chosen in it. */
static void
menu_closed_cb (GtkPopover *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu_cb, g_object_ref (menu), g_object_unref);
}

/* The menu of the button, at a place of the chart. */
static void
open_menu (FoiChartPanel *self, double x, double y)
{
  GMenuModel *model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->menu_button));
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (menu, self->body);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect (menu, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
menu_pressed_cb (FoiChartPanel *self, int n_press, double x, double y)
{
  open_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FoiChartPanel *self = FOI_CHART_PANEL (widget);

  if (!gtk_widget_is_focus (self->canvas))
    return GDK_EVENT_PROPAGATE;
  open_menu (self, gtk_widget_get_width (self->body) / 2.0, 0.0);
  return GDK_EVENT_STOP;
}

static void
foi_chart_panel_dispose (GObject *object)
{
  FoiChartPanel *self = FOI_CHART_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_CHART_PANEL);
  g_clear_object (&self->document);
  g_clear_object (&self->table);
  g_clear_pointer (&self->publication, foi_publication_unref);
  g_clear_pointer (&self->spec, foi_chart_spec_free);

  G_OBJECT_CLASS (foi_chart_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-chart-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, fold_button);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, fold_image);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, kind);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, series_button);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, series_box);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, rate_check);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, letter_check);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, body);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, canvas);
  gtk_widget_class_bind_template_child (widget_class, FoiChartPanel, reason);
  gtk_widget_class_bind_template_callback (widget_class, fold_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, letter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_changed_cb);
}

static void
foi_chart_panel_class_init (FoiChartPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_chart_panel_dispose;
  g_type_ensure (FOI_TYPE_CHART_CANVAS);
  g_type_ensure (FOI_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "chart.words", NULL, words_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
foi_chart_panel_init (FoiChartPanel *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *copy = gtk_shortcut_controller_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  foi_drop_down_set_name (self->kind, _("Kind of chart"));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (copy),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                      gtk_named_action_new ("chart.copy")));
  gtk_widget_add_controller (self->canvas, copy);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (menu));
  fold_changed_cb (self);
}

/**
 * foi_chart_panel_new:
 * @document: a case
 * @table_name: the name of one of its tables
 *
 * Returns: (transfer floating) (nullable): the card; %NULL where there is no such table.
 */
GtkWidget *
foi_chart_panel_new (FoiDocument *document, const char *table_name)
{
  FoiChartPanel *self;
  FoiTable *table;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && table_name != NULL, NULL);

  table = foi_case_find_table (foi_document_get_case (document), table_name);
  if (table == NULL)
    return NULL;
  self = g_object_new (FOI_TYPE_CHART_PANEL, NULL);
  self->document = g_object_ref (document);
  self->table = g_object_ref (table);
  foi_settings_bind_chart_visible (foi_settings_get_default (), G_OBJECT (self->fold_button),
                                   "active");
  g_signal_connect_object (table, "notify::data", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
