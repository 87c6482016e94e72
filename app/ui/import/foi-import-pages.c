/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-drop-down.h"
#include "foi-hidden-list.h"
#include "foi-import-window-private.h"

/* What would come in, as pages: the right of the assistant. */

/* Wider tables are seen in part; their columns are all listed on the next page. */
#define MAX_COLUMNS 20

/* So many cells are made in a frame, with all that GTK has to lay out for them. */
#define CELLS_EACH 5

/* ---- the first rows ---- */

/* Letters: a column is as wide as what is in it, within reason, and so is its heading. */
#define MIN_WIDTH 5
#define MAX_WIDTH 28

static int
find_width (GPtrArray *rows, guint index)
{
  glong width = MIN_WIDTH;

  for (guint i = 0; i < rows->len && width < MAX_WIDTH; i++)
    {
      const char *const *cells = g_ptr_array_index (rows, i);

      if (index < g_strv_length ((GStrv) cells))
        width = MAX (width, g_utf8_strlen (cells[index], -1));
    }
  return (int) MIN (width, MAX_WIDTH);
}

static char *
dup_short (const char *heading)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (heading, -1) <= MAX_WIDTH)
    return g_strdup (heading);
  begin = g_utf8_substring (heading, 0, MAX_WIDTH - 1);
  return g_strconcat (g_strchomp (begin), "…", NULL);
}

static void
cell_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "width"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_list_item_set_child (item, label);
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* A screen reader reads the cell that the label is in, and would know it by its class. */
static void
cell_bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringList *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_list_get_string (row, GPOINTER_TO_UINT (data));
  g_autofree char *name
    /* Translators: the heading of a column, and what stands in a cell of it. */
    = g_strdup_printf (_("%s: %s"), (char *) g_object_get_data (G_OBJECT (factory), "heading"),
                       text != NULL && *text != '\0' ? text : _("blank"));

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  set_name (gtk_widget_get_parent (label), name);
}

/* What GTK makes of a view by itself has no names. */
static void
name_parts (FoiImportWindow *self, GPtrArray *columns)
{
  GtkWidget *header = gtk_widget_get_first_child (self->preview);
  GtkWidget *heading = gtk_widget_get_first_child (header);

  set_name (header, _("Headings"));
  set_name (gtk_widget_get_next_sibling (header), _("Rows"));
  for (guint i = 0; i < columns->len && heading != NULL; i++)
    {
      const char *whole = ((FoiImportColumn *) g_ptr_array_index (columns, i))->heading;
      g_autofree char *shown = dup_short (whole);

      set_name (heading, whole);
      gtk_widget_set_tooltip_text (heading, g_str_equal (shown, whole) ? NULL : whole);
      heading = gtk_widget_get_next_sibling (heading);
    }
}

static void
add_preview_column (FoiImportWindow *self, guint index, const char *heading, int width)
{
  g_autofree char *shown = dup_short (heading);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data_full (G_OBJECT (factory), "heading", g_strdup (heading), g_free);
  g_object_set_data (G_OBJECT (factory), "width", GINT_TO_POINTER (width));
  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (shown, factory);
  g_object_set_data_full (G_OBJECT (column), "heading", g_strdup (heading), g_free);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->preview), column);
  g_object_unref (column);
}

static gboolean
has_columns (FoiImportWindow *self, GPtrArray *columns)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->preview));
  guint n = g_list_model_get_n_items (shown);

  if (n != MIN (columns->len, MAX_COLUMNS))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      const FoiImportColumn *wanted = g_ptr_array_index (columns, i);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (column), "heading"), wanted->heading) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_columns_of_preview (FoiImportWindow *self, const FoiImportSurvey *survey)
{
  GPtrArray *columns = survey->columns;
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->preview));

  if (has_columns (self, columns))
    return;
  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->preview), column);
    }
  for (guint i = 0; i < MIN (columns->len, MAX_COLUMNS); i++)
    add_preview_column (self, i, ((FoiImportColumn *) g_ptr_array_index (columns, i))->heading,
                        find_width (survey->rows, i));
  name_parts (self, columns);
}

static void
fill_preview (FoiImportWindow *self, const FoiImportSurvey *survey)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  show_columns_of_preview (self, survey);
  foi_list_filler_set_n_each (self->preview_rows,
                              MAX (CELLS_EACH / CLAMP (survey->columns->len, 1, MAX_COLUMNS), 1));
  for (guint i = 0; i < survey->rows->len; i++)
    g_ptr_array_add (rows, gtk_string_list_new (g_ptr_array_index (survey->rows, i)));
  foi_list_filler_set (self->preview_rows, rows);
}

static gboolean
preview_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoiImportWindow *self = user_data;

  if (!foi_list_filler_is_done (self->preview_rows))
    return G_SOURCE_CONTINUE;
  self->emptying = 0;
  if (self->made != NULL && self->made->proposal != NULL)
    fill_preview (self, self->made->survey);
  return G_SOURCE_REMOVE;
}

/* Other columns come when the rows of those that were are gone. */
static void
show_preview (FoiImportWindow *self, const FoiImportSurvey *survey)
{
  g_autofree char *more = NULL;

  if (has_columns (self, survey->columns)
      || g_list_model_get_n_items (foi_list_filler_get_list (self->preview_rows)) == 0)
    fill_preview (self, survey);
  else
    {
      foi_list_filler_set (self->preview_rows, g_ptr_array_new ());
      if (self->emptying == 0)
        self->emptying = gtk_widget_add_tick_callback (self->preview, preview_cb, self, NULL);
    }
  if (survey->n_rows > survey->rows->len || survey->columns->len > MAX_COLUMNS)
    more = g_strdup_printf (_("The first %u of %u rows, and %u of %u columns"), survey->rows->len,
                            survey->n_rows, MIN (survey->columns->len, MAX_COLUMNS),
                            survey->columns->len);
  gtk_label_set_text (GTK_LABEL (self->more), more != NULL ? more : "");
  gtk_widget_set_visible (self->more, more != NULL);
}

static GtkWidget *
make_preview (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  self->preview = gtk_column_view_new (NULL);
  self->preview_rows = foi_list_filler_new (self->preview, GTK_TYPE_STRING_LIST, 1);
  selection = GTK_SELECTION_MODEL (
    gtk_no_selection_new (g_object_ref (foi_list_filler_get_list (self->preview_rows))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->preview), selection);
  g_object_unref (selection);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->preview), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The table as it would be"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->preview);
  gtk_widget_add_css_class (scroller, "foi-card");
  gtk_widget_add_css_class (scroller, "foi-preview");
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  self->more = _foi_import_add_label (box, "", "dim-label");
  return box;
}

/* ---- columns ---- */

static const FoiImportColumn *
get_column (FoiImportWindow *self, guint position)
{
  GPtrArray *columns = self->made != NULL ? self->made->survey->columns : NULL;

  return columns != NULL && position < columns->len ? g_ptr_array_index (columns, position) : NULL;
}

static void
type_chosen_cb (FoiImportWindow *self, GParamSpec *pspec, GtkDropDown *choice)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (choice), "item");
  const FoiImportColumn *column = get_column (self, gtk_list_item_get_position (item));
  guint type = gtk_drop_down_get_selected (choice);

  if (self->updating || column == NULL || type == (guint) column->type)
    return;
  g_hash_table_insert (self->ask.wish.types, GUINT_TO_POINTER (column->source),
                       GUINT_TO_POINTER (type));
  _foi_import_window_ask (self);
}

static GtkWidget *
new_types (FoiImportWindow *self, GtkListItem *item)
{
  const char *types[FOI_VALUE_FINANCIAL_YEAR + 2] = { NULL };
  GtkWidget *choice;

  for (guint i = 0; i <= FOI_VALUE_FINANCIAL_YEAR; i++)
    types[i] = foi_value_type_to_words ((FoiValueType) i);
  choice = gtk_drop_down_new_from_strings (types);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (choice), "item", item);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (type_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return choice;
}

static void
column_setup_cb (FoiImportWindow *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  _foi_import_add_label (words, "", "row-title");
  _foi_import_add_label (words, "", "row-subtitle");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), new_types (self, item));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

/* What waits for a person to say what it means; NULL for a column of which all is known. */
static const char *
find_doubt_words (FoiImportWindow *self, guint source)
{
  const GPtrArray *doubts = self->made->survey->doubts;

  for (guint i = 0; i < doubts->len; i++)
    {
      const FoiImportDoubt *doubt = g_ptr_array_index (doubts, i);

      if (doubt->source == source && _foi_import_says_is_open (self, doubt))
        return doubt->kind == FOI_IMPORT_DOUBT_DATES
                 ? _("These are dates: say on the left whether the day or the month comes first")
                 : _("Fractions beside percentages: say on the left which they are");
    }
  return NULL;
}

/* Under a column's heading: what became of its cells. */
static char *
dup_column_words (FoiImportWindow *self, const FoiImportColumn *column)
{
  const char *doubt = find_doubt_words (self, column->source);
  g_autofree char *changed
    = g_strdup_printf (ngettext ("%u cell is written otherwise", "%u cells are written otherwise",
                                 column->n_changed),
                       column->n_changed);
  g_autofree char *unread = g_strdup_printf (
    ngettext ("%u is not read", "%u are not read", column->n_unread), column->n_unread);

  if (doubt != NULL)
    return g_strdup (doubt);
  if (column->n_words > 0)
    return g_strdup_printf (ngettext ("All is kept as text, for %u entry is no number",
                                      "All is kept as text, for %u entries are no numbers",
                                      column->n_words),
                            column->n_words);
  if (column->n_changed + column->n_unread == 0)
    return g_strdup (_("As in the file"));
  /* Translators: "5 cells are written otherwise", "2 are not read". */
  return g_strdup_printf (_("%s, %s"), changed, unread);
}

static void
show_column (FoiImportWindow *self, GtkListItem *item)
{
  const FoiImportColumn *column = get_column (self, gtk_list_item_get_position (item));
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *choice = gtk_widget_get_next_sibling (words);
  gboolean was_updating = self->updating;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (column == NULL)
    return;
  text = dup_column_words (self, column);
  /* Translators: a name for screen readers; the heading of a column. */
  name = g_strdup_printf (_("Type of %s"), column->heading);
  gtk_label_set_text (GTK_LABEL (title), column->heading);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), text);
  foi_drop_down_set_name (choice, name);
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), column->type);
  self->updating = was_updating;
}

static void
column_bind_cb (FoiImportWindow *self, GtkListItem *item)
{
  g_ptr_array_add (self->bound, item);
  show_column (self, item);
}

static void
column_unbind_cb (FoiImportWindow *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* Rows stay what they are, so that the focus stays in them. */
static void
show_columns (FoiImportWindow *self, GPtrArray *columns)
{
  GListModel *list = foi_list_filler_get_list (self->column_items);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < columns->len; i++)
    {
      gpointer item = g_list_model_get_item (list, i);

      g_ptr_array_add (items, item != NULL ? item : gtk_string_object_new (""));
    }
  foi_list_filler_set (self->column_items, items);
  for (guint i = 0; i < self->bound->len; i++)
    show_column (self, g_ptr_array_index (self->bound, i));
}

static GtkWidget *
make_columns (FoiImportWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  self->bound = g_ptr_array_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (column_setup_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (column_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (column_unbind_cb), self,
                           G_CONNECT_SWAPPED);
  self->columns = gtk_list_view_new (NULL, factory);
  self->column_items = foi_list_filler_new (self->columns, GTK_TYPE_STRING_OBJECT, 1);
  selection = GTK_SELECTION_MODEL (
    gtk_no_selection_new (g_object_ref (foi_list_filler_get_list (self->column_items))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->columns), selection);
  g_object_unref (selection);
  gtk_widget_add_css_class (self->columns, "recent-list");
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->columns), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns and their types"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->columns);
  gtk_widget_add_css_class (scroller, "foi-card");
  return scroller;
}

/* ---- the pages ---- */

static GtkWidget *
make_changes (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->changes = foi_hidden_list_new (_("What becomes another"));
  gtk_widget_set_vexpand (self->changes, TRUE);
  gtk_box_append (GTK_BOX (box), self->changes);
  self->changes_more = _foi_import_add_label (box, "", "dim-label");
  return box;
}

/* Returns: (transfer floating): the right of the assistant. */
GtkWidget *
_foi_import_pages_new (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->pages = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_add_titled (GTK_STACK (self->pages), make_preview (self), "preview", _("Preview"));
  gtk_stack_add_titled (GTK_STACK (self->pages), make_columns (self), "columns", _("Columns"));
  gtk_stack_add_titled (GTK_STACK (self->pages), make_changes (self), "changes", _("Changes"));
  self->hidden = foi_hidden_list_new (_("What a glance does not show"));
  gtk_stack_add_titled (GTK_STACK (self->pages), self->hidden, "hidden",
                        _("What a Glance Does Not Show"));
  set_name (switcher, _("What is shown"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->pages));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_vexpand (self->pages, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  /* With large text the names of the pages are wider than a small screen. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), switcher);
  self->page_names = scroller;
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->pages);
  return box;
}

static void
show_page (FoiImportWindow *self, const char *name, gboolean is_there)
{
  GtkWidget *child = gtk_stack_get_child_by_name (GTK_STACK (self->pages), name);

  gtk_stack_page_set_visible (gtk_stack_get_page (GTK_STACK (self->pages), child), is_there);
}

static void
show_changes (FoiImportWindow *self, const FoiImportSurvey *survey)
{
  g_autofree char *more = NULL;

  foi_hidden_list_set_lines (FOI_HIDDEN_LIST (self->changes), survey->lines);
  if (survey->n_left_out > 0)
    more = g_strdup_printf (ngettext ("%u more is not listed here", "%u more are not listed here",
                                      survey->n_left_out),
                            survey->n_left_out);
  gtk_label_set_text (GTK_LABEL (self->changes_more), more != NULL ? more : "");
  gtk_widget_set_visible (self->changes_more, more != NULL);
}

/* Shows what would come in; of a table that is there, what would become another. */
void
_foi_import_pages_show (FoiImportWindow *self)
{
  gboolean is_new = self->made != NULL && self->made->proposal != NULL;
  const char *shown = gtk_stack_get_visible_child_name (GTK_STACK (self->pages));

  show_page (self, "preview", is_new);
  show_page (self, "columns", is_new);
  show_page (self, "changes", self->made != NULL);
  show_page (self, "hidden", foi_hidden_list_get_length (FOI_HIDDEN_LIST (self->hidden)) > 0);
  if (self->made == NULL)
    return;
  if (is_new)
    {
      show_preview (self, self->made->survey);
      show_columns (self, self->made->survey->columns);
    }
  else if (g_strcmp0 (shown, "preview") == 0 || g_strcmp0 (shown, "columns") == 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "changes");
  show_changes (self, self->made->survey);
}

/* Takes a few rows away, of a window that is not shown any more; whether there are others. */
gboolean
_foi_import_pages_drop (FoiImportWindow *self)
{
  foi_list_filler_set (self->preview_rows, g_ptr_array_new ());
  foi_list_filler_set (self->column_items, g_ptr_array_new ());
  return foi_list_filler_drop (self->preview_rows) || foi_list_filler_drop (self->column_items)
         || foi_hidden_list_drop (FOI_HIDDEN_LIST (self->changes))
         || foi_hidden_list_drop (FOI_HIDDEN_LIST (self->hidden));
}
