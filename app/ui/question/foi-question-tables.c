/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-tables.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-chart-panel.h"
#include "foi-json-edit.h"
#include "foi-table-view.h"

struct _FoiQuestionTables
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *question;
};

G_DEFINE_FINAL_TYPE (FoiQuestionTables, foi_question_tables, GTK_TYPE_WIDGET)

static GtkWidget *
find_editor (FoiQuestionTables *self, const char *table)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "table"), table) == 0)
        return child;
    }
  return NULL;
}

/* An editor whose chart is to come. */
typedef struct
{
  GtkWidget   *editor;
  FoiDocument *document;
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_object_unref (later->editor);
  g_object_unref (later->document);
  g_free (later);
}

static void
add_chart (GtkWidget *editor, FoiDocument *document)
{
  gtk_box_append (GTK_BOX (editor),
                  foi_chart_panel_new (document, g_object_get_data (G_OBJECT (editor), "table")));
}

static gboolean
later_cb (gpointer data)
{
  Later *later = data;

  if (gtk_widget_get_parent (later->editor) != NULL)
    add_chart (later->editor, later->document);
  return G_SOURCE_REMOVE;
}

/* A table that comes while the page is seen has its chart after the next frame: both at once take
 * long. */
static GtkWidget *
new_editor (FoiQuestionTables *self, const char *table)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  g_object_set_data_full (G_OBJECT (box), "table", g_strdup (table), g_free);
  gtk_box_append (GTK_BOX (box), foi_table_view_new (self->document, table));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      Later *later = g_new (Later, 1);

      *later = (Later) { g_object_ref_sink (box), g_object_ref (self->document) };
      g_idle_add_full (G_PRIORITY_LOW, later_cb, later, later_free);
    }
  else
    add_chart (box, self->document);
  return box;
}

/* The tables that are the question's own, and those that its answer places, in the case's order. */
static GPtrArray *
list_tables (FoiQuestionTables *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  GListModel *tables = foi_case_get_tables (foi_case);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->question != NULL && i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);
      const char *name = foi_table_get_name (table);

      if (g_strcmp0 (foi_case_find_table_question (foi_case, name), self->question) == 0)
        g_ptr_array_add (names, g_strdup (name));
    }
  return names;
}

static void
update (FoiQuestionTables *self)
{
  g_autoptr (GPtrArray) names = list_tables (self);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *previous = NULL;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!g_ptr_array_find_with_equal_func (names, g_object_get_data (G_OBJECT (child), "table"),
                                             g_str_equal, NULL))
        gtk_widget_unparent (child);
      child = next;
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      GtkWidget *editor = find_editor (self, name);

      if (editor == NULL)
        editor = new_editor (self, name);
      if (gtk_widget_get_parent (editor) == NULL
          || gtk_widget_get_prev_sibling (editor) != previous)
        gtk_widget_insert_after (editor, GTK_WIDGET (self), previous);
      previous = editor;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), names->len > 0);
}

static void
foi_question_tables_dispose (GObject *object)
{
  FoiQuestionTables *self = FOI_QUESTION_TABLES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_question_tables_parent_class)->dispose (object);
}

static void
foi_question_tables_finalize (GObject *object)
{
  g_free (FOI_QUESTION_TABLES (object)->question);

  G_OBJECT_CLASS (foi_question_tables_parent_class)->finalize (object);
}

static void
foi_question_tables_class_init (FoiQuestionTablesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foi_question_tables_dispose;
  object_class->finalize = foi_question_tables_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_question_tables_init (FoiQuestionTables *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

/**
 * foi_question_tables_new:
 *
 * Returns: (transfer floating): a list without a question yet.
 */
GtkWidget *
foi_question_tables_new (FoiDocument *document)
{
  FoiQuestionTables *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_QUESTION_TABLES, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_question_tables_set_question:
 * @question: (nullable): the id of a question or of a part of one
 *
 * Shows its tables.
 */
void
foi_question_tables_set_question (FoiQuestionTables *self, const char *question)
{
  g_return_if_fail (FOI_IS_QUESTION_TABLES (self));

  g_free (self->question);
  self->question = g_strdup (question);
  update (self);
}

static FoiTableData *
new_empty_table (const char *name)
{
  g_autoptr (GPtrArray) columns
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  FoiRecord *record = foi_record_new (1, 2);
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (JsonNode) resource = foi_json_new_object ();
  const char *const key[] = { "item", NULL };
  g_autoptr (JsonNode) primary_key = foi_json_new_strings (key);
  g_autoptr (JsonNode) schema = foi_json_new_object ();
  g_autoptr (JsonNode) keyed = foi_json_set_member (schema, "primaryKey", primary_key, NULL);
  g_autoptr (JsonNode) named = foi_json_set_string (resource, "name", name, NULL);
  g_autoptr (JsonNode) typed = foi_json_set_string (named, "type", "table", NULL);
  g_autoptr (JsonNode) titled = foi_json_set_string (typed, "title", _("New table"), NULL);
  g_autoptr (JsonNode) media = foi_json_set_string (titled, "mediatype", "application/json", NULL);
  g_autoptr (JsonNode) whole = foi_json_set_member (media, "schema", keyed, NULL);

  record->cells[0] = FOI_CELL_INIT;
  record->cells[1] = FOI_CELL_INIT;
  g_ptr_array_add (records, record);
  rows = foi_row_store_new_take (records);
  g_ptr_array_add (columns, foi_column_new ("item", _("Item"), FOI_VALUE_TEXT));
  g_ptr_array_add (columns, foi_column_new ("number", _("Number"), FOI_VALUE_INTEGER));
  return foi_table_data_new (whole, columns, rows, 2);
}

/**
 * foi_question_tables_show_small_numbers:
 *
 * Opens the window of small numbers for the one table there is; where there are several, or none,
 * says what to do.
 */
void
foi_question_tables_show_small_numbers (FoiQuestionTables *self)
{
  GtkWidget *only;

  g_return_if_fail (FOI_IS_QUESTION_TABLES (self));

  only = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (only == NULL)
    foi_document_tell (self->document, _("Small numbers are those of a table, and there is none "
                                         "here."));
  else if (gtk_widget_get_next_sibling (only) != NULL)
    foi_document_tell (self->document, _("Go into the table whose small numbers you mean first: "
                                         "there are several here."));
  else
    gtk_widget_activate_action (gtk_widget_get_first_child (only), "table.small-numbers", NULL);
}

/**
 * foi_question_add_table:
 * @question: the id of a question
 *
 * Adds a table with a column of words, one of numbers and one row, as one command.
 *
 * Returns: whether it was done.
 */
gboolean
foi_question_add_table (FoiDocument *document, const char *question, GError **error)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  g_autofree char *wish = g_strdup_printf ("%s-table", question);
  g_autofree char *name = foi_case_state_dup_unique_table_name (state, wish);
  g_autoptr (FoiTableData) data = new_empty_table (name);

  return foi_case_editor_add_table (foi_document_get_editor (document), data, question, error);
}
