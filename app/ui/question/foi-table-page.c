/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-page.h"

#include <glib/gi18n.h>

#include "foi-chart-panel.h"
#include "foi-focus.h"
#include "foi-import-window.h"
#include "foi-inspect-window.h"
#include "foi-json-edit.h"
#include "foi-table-view.h"

struct _FoiTablePage
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *table;

  GtkWidget *editors;
  GtkWidget *put_button;
};

G_DEFINE_FINAL_TYPE (FoiTablePage, foi_table_page, GTK_TYPE_WIDGET)

static GMenuModel *
new_menu (FoiTablePage *self)
{
  GListModel *questions = foi_case_get_questions (foi_document_get_case (self->document));
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);
      g_autofree char *label = g_strdup_printf (_("Question %s · %s"),
                                                foi_question_get_number (question),
                                                foi_question_get_label (question));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "table-page.put", "s",
                                         foi_question_get_id (question));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = new_menu (user_data);

  gtk_menu_button_set_menu_model (button, menu);
}

/* Gives the table to a question, and goes there with it. */
static void
put_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiTablePage *self = FOI_TABLE_PAGE (widget);
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *question
    = foi_case_state_dup_question_path (state, g_variant_get_string (parameter, NULL));
  g_autofree char *path = g_strconcat (question, "/tables", NULL);
  g_autofree char *place = g_strconcat ("tables/", self->table, NULL);
  JsonNode *tables = question != NULL ? foi_case_state_get_node (state, path) : NULL;
  g_autoptr (JsonNode) none = foi_json_new_array ();
  g_autoptr (JsonNode) name = foi_json_new_string (self->table);
  g_autoptr (JsonNode) longer = NULL;
  g_autoptr (GError) error = NULL;

  if (question == NULL)
    return;
  longer = foi_json_array_insert (tables != NULL ? tables : none,
                                  foi_json_get_n_elements (tables), name);
  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), path, longer,
                                 _("Put Table into Question"), &error))
    foi_document_tell_error (self->document, error);
  else
    foi_document_go_to (self->document, place);
}

/* The rows of a workbook that is dropped go into the table, unless something else is chosen. */
static gboolean
dropped_cb (FoiTablePage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || self->table == NULL || !foi_inspect_takes (files->data))
    return FALSE;
  foi_import_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document,
                             NULL, self->table, files->data);
  return TRUE;
}

static void
clear_editors (FoiTablePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->editors)) != NULL)
    gtk_box_remove (GTK_BOX (self->editors), child);
}

/* Undo may take the table away, or give it to a question again: then its page is another. */
static void
case_changed_cb (FoiTablePage *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);

  if (self->table != NULL
      && (foi_case_find_table (foi_case, self->table) == NULL
          || foi_case_find_table_question (foi_case, self->table) != NULL))
    foi_table_page_set_table (self, NULL);
}

static gboolean
foi_table_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_first_child (FOI_TABLE_PAGE (widget)->editors);

  return view != NULL && gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
foi_table_page_dispose (GObject *object)
{
  FoiTablePage *self = FOI_TABLE_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_TABLE_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_table_page_parent_class)->dispose (object);
}

static void
foi_table_page_finalize (GObject *object)
{
  g_free (FOI_TABLE_PAGE (object)->table);

  G_OBJECT_CLASS (foi_table_page_parent_class)->finalize (object);
}

static void
foi_table_page_class_init (FoiTablePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_table_page_dispose;
  object_class->finalize = foi_table_page_finalize;
  widget_class->grab_focus = foi_table_page_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiTablePage, editors);
  gtk_widget_class_bind_template_child (widget_class, FoiTablePage, put_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "table-page.put", "s", put_action);
}

static void
foi_table_page_init (FoiTablePage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->put_button), menu_cb, self, NULL);
}

/**
 * foi_table_page_new:
 *
 * Returns: (transfer floating): a page without a table yet.
 */
GtkWidget *
foi_table_page_new (FoiDocument *document)
{
  FoiTablePage *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_TABLE_PAGE, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed",
                           G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_table_page_set_table:
 * @table: (nullable): the name of a table that belongs to no question
 *
 * Shows it.
 */
void
foi_table_page_set_table (FoiTablePage *self, const char *table)
{
  g_return_if_fail (FOI_IS_TABLE_PAGE (self));

  if (g_strcmp0 (self->table, table) == 0)
    return;
  g_free (self->table);
  self->table = g_strdup (table);
  clear_editors (self);
  if (table == NULL)
    return;
  gtk_box_append (GTK_BOX (self->editors), foi_table_view_new (self->document, table));
  gtk_box_append (GTK_BOX (self->editors), foi_chart_panel_new (self->document, table));
}
