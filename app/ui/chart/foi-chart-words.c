/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-words.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-json-edit.h"
#include "foi-table-data.h"

struct _FoiChartWords
{
  GtkWindow parent_instance;

  FoiDocument    *document;
  FoiPublication *publication;
  FoiChart       *chart;
  FoiChart       *made;          /* the same, in no words but those made from the figures */

  GtkWidget      *title_entry;
  GtkWidget      *description_text;
  GtkWidget      *made_button;
};

G_DEFINE_FINAL_TYPE (FoiChartWords, foi_chart_words, GTK_TYPE_WINDOW)

/* The chart as its table has it, read anew: it may have changed meanwhile. */
static FoiChartSpec *
read_spec (FoiChartWords *self, GError **error)
{
  const char *name = foi_publication_get_name (self->publication);
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  FoiTableData *data = foi_case_state_find_table (state, name);
  JsonNode *node
    = data != NULL ? foi_json_get_member (foi_table_data_get_resource (data), "foi:chart") : NULL;

  return foi_chart_spec_new (self->publication, node, error);
}

static char *
dup_description (FoiChartWords *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->description_text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* Takes an officer's own words over; what was not touched stays as it is, and what is made anyway,
 * or empty, is none of them. */
static void
set_own (char **own, const char *text, const char *before, const char *made)
{
  if (g_str_equal (text, before))
    return;
  g_free (*own);
  *own = text[0] == '\0' || g_str_equal (text, made) ? NULL : g_strdup (text);
}

static void
apply_cb (FoiChartWords *self)
{
  g_autofree char *title
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_entry))));
  g_autofree char *description = dup_description (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiChartSpec) spec = read_spec (self, &error);

  if (spec == NULL)
    foi_document_tell_error (self->document, error);
  else
    {
      set_own (&spec->title, title, foi_chart_get_title (self->chart),
               foi_chart_get_title (self->made));
      set_own (&spec->alt, description, foi_chart_get_description (self->chart),
               foi_chart_get_description (self->made));
      foi_chart_write_spec (self->document, foi_publication_get_name (self->publication), spec,
                            _("Change Words of Chart"));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_words (FoiChartWords *self, FoiChart *chart)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->description_text));

  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), foi_chart_get_title (chart));
  gtk_text_buffer_set_text (buffer, foi_chart_get_description (chart), -1);
}

static void
made_cb (FoiChartWords *self)
{
  show_words (self, self->made);
}

static void
foi_chart_words_dispose (GObject *object)
{
  FoiChartWords *self = FOI_CHART_WORDS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_CHART_WORDS);
  g_clear_object (&self->document);
  g_clear_pointer (&self->publication, foi_publication_unref);
  g_clear_pointer (&self->chart, foi_chart_unref);
  g_clear_pointer (&self->made, foi_chart_unref);

  G_OBJECT_CLASS (foi_chart_words_parent_class)->dispose (object);
}

static void
foi_chart_words_class_init (FoiChartWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_chart_words_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-chart-words.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiChartWords, title_entry);
  gtk_widget_class_bind_template_child (widget_class, FoiChartWords, description_text);
  gtk_widget_class_bind_template_child (widget_class, FoiChartWords, made_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, made_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foi_chart_words_init (FoiChartWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the figures alone would say. */
static FoiChart *
make_without_words (FoiChartWords *self, FoiChart *chart)
{
  g_autoptr (FoiChartSpec) spec = read_spec (self, NULL);
  g_autoptr (JsonNode) node = NULL;
  FoiChart *made;

  if (spec == NULL)
    return foi_chart_ref (chart);
  g_clear_pointer (&spec->title, g_free);
  g_clear_pointer (&spec->alt, g_free);
  node = foi_chart_spec_to_json (spec, NULL);
  made = foi_chart_new (self->publication, node, NULL);
  return made != NULL ? made : foi_chart_ref (chart);
}

/**
 * foi_chart_words_new:
 * @parent: (nullable): the window that asks
 * @document: the case
 * @publication: what is charted
 * @chart: the chart
 *
 * Returns: (transfer none): the dialog, not shown yet.
 */
GtkWidget *
foi_chart_words_new (GtkWindow *parent, FoiDocument *document, FoiPublication *publication,
                     FoiChart *chart)
{
  FoiChartWords *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (publication != NULL && chart != NULL, NULL);

  self = g_object_new (FOI_TYPE_CHART_WORDS, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->publication = foi_publication_ref (publication);
  self->chart = foi_chart_ref (chart);
  self->made = make_without_words (self, chart);
  show_words (self, chart);
  return GTK_WIDGET (self);
}

/**
 * foi_chart_write_spec:
 * @document: the case
 * @table: the name of a table
 * @spec: what its chart is now
 * @label: of the command, "Change Kind of Chart"
 *
 * Changes the chart of a table, as one command. What cannot be done is told.
 *
 * Returns: whether it was done.
 */
gboolean
foi_chart_write_spec (FoiDocument *document, const char *table, const FoiChartSpec *spec,
                      const char *label)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  FoiTableData *data = foi_case_state_find_table (state, table);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  if (data == NULL)
    return FALSE;
  node = foi_chart_spec_to_json (
    spec, foi_json_get_member (foi_table_data_get_resource (data), "foi:chart"));
  if (foi_case_editor_set_table_member (foi_document_get_editor (document), table, "foi:chart",
                                        node, label, &error))
    return TRUE;
  foi_document_tell_error (document, error);
  return FALSE;
}
