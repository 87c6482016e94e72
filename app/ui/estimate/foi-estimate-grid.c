/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate-grid.h"

#include <glib/gi18n.h>

#include "foi-case-estimate.h"
#include "foi-drop-down.h"
#include "foi-estimate-columns.h"
#include "foi-estimate-drafts.h"
#include "foi-focus.h"
#include "foi-json-edit.h"
#include "foi-words.h"

/* A row of cells; of a typed one, the field that it owns. */
typedef struct
{
  GtkWidget    *cells[FOI_ESTIMATE_MOST_COLUMNS];
  FoiCaseField *fields[FOI_ESTIMATE_MOST_COLUMNS];
} Row;

struct _FoiEstimateGrid
{
  GtkWidget parent_instance;

  FoiDocument             *document;
  FoiEstimateList          list;
  const FoiEstimateColumn *columns;
  guint                    n_columns;
  char                    *question;
  GArray                  *rows;     /* of Row */
  JsonNode                *shown;    /* the rows of the case that they show */
  FoiEstimateDrafts       *drafts;   /* while rows come and go, and of those that are gone */
  guint                    row, column; /* where the focus was last */
  gboolean                 updating;

  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (FoiEstimateGrid, foi_estimate_grid, GTK_TYPE_WIDGET)

static FoiCaseEditor *
get_editor (FoiEstimateGrid *self)
{
  return foi_document_get_editor (self->document);
}

static JsonNode *
get_list (FoiEstimateGrid *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));

  if (self->question == NULL)
    return NULL;
  return foi_json_get_member (foi_case_state_get_estimate (state, self->question),
                              foi_estimate_list_get_member (self->list));
}

static char *
dup_path (FoiEstimateGrid *self, guint row, const char *member)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = foi_case_state_dup_question_path (state, self->question);

  return g_strdup_printf ("%s/estimate/%s/#%u/%s", path != NULL ? path : "",
                          foi_estimate_list_get_member (self->list), row, member);
}

/* ---- the row with the focus ------------------------------------------------------------------ */

/* Returns: whether a cell has the focus. */
static gboolean
find_focus (FoiEstimateGrid *self, guint *row, guint *column)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        GtkWidget *cell = g_array_index (self->rows, Row, i).cells[j];

        if ((gtk_widget_get_state_flags (cell) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
          continue;
        *row = i;
        *column = j;
        return TRUE;
      }
  return FALSE;
}

static void
remember_cb (FoiEstimateGrid *self)
{
  find_focus (self, &self->row, &self->column);
}

/* The row that a button is about: that which has the focus, or had it last. */
static gboolean
find_row (FoiEstimateGrid *self, guint *row, guint *column)
{
  if (find_focus (self, row, column))
    return TRUE;
  *row = self->row;
  *column = self->column;
  return *row < self->rows->len;
}

static void
focus_cell (FoiEstimateGrid *self, guint row, guint column)
{
  GtkWidget *cell;

  if (row >= self->rows->len)
    return;
  cell = g_array_index (self->rows, Row, row).cells[column];
  gtk_widget_grab_focus (cell);
}

/* ---- what is typed and is no number ---------------------------------------------------------- */

/* Takes what was typed out of the cells, for their rows of the case. */
static void
collect_drafts (FoiEstimateGrid *self)
{
  for (guint i = 0; i < MIN (self->rows->len, foi_json_get_n_elements (self->shown)); i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        FoiCaseField *field = g_array_index (self->rows, Row, i).fields[j];
        g_autofree char *draft = field != NULL ? foi_case_field_dup_draft (field) : NULL;

        if (draft == NULL)
          continue;
        foi_estimate_drafts_put (self->drafts, foi_json_get_element (self->shown, i), j, draft);
        foi_case_field_forget (field);
      }
}

static void
return_drafts (FoiEstimateGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        FoiCaseField *field = g_array_index (self->rows, Row, i).fields[j];
        g_autofree char *draft
          = field != NULL ? foi_estimate_drafts_take (self->drafts,
                                                      foi_json_get_element (self->shown, i), j)
                          : NULL;

        if (draft != NULL)
          foi_case_field_set_draft (field, draft);
      }
}

static void
set_shown (FoiEstimateGrid *self, JsonNode *list)
{
  g_clear_pointer (&self->shown, json_node_unref);
  self->shown = list != NULL ? json_node_ref (list) : NULL;
}

/* Ends what is being typed, and sees which rows there are before they are changed. */
static void
commit (FoiEstimateGrid *self)
{
  foi_document_commit (self->document);
  foi_estimate_grid_update (self, NULL);
}

static void
tell (FoiEstimateGrid *self, gboolean is_done, GError *error)
{
  if (!is_done)
    foi_document_tell_error (self->document, error);
  foi_estimate_grid_update (self, NULL);
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiEstimateGrid *self = FOI_ESTIMATE_GRID (widget);
  guint row = self->rows->len, column;

  foi_estimate_grid_add_row (self, find_row (self, &row, &column) ? row + 1 : self->rows->len,
                             NULL);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiEstimateGrid *self = FOI_ESTIMATE_GRID (widget);
  g_autoptr (GError) error = NULL;
  guint row, column;

  if (!find_row (self, &row, &column))
    return;
  commit (self);
  tell (self,
        foi_case_editor_delete_in_estimate (get_editor (self), self->question,
                                            foi_estimate_list_get_member (self->list), row,
                                            foi_estimate_list_get_command (self->list, 1), &error),
        error);
  if (self->rows->len > 0)
    focus_cell (self, MIN (row, self->rows->len - 1), column);
  else
    gtk_widget_child_focus (gtk_widget_get_parent (widget), GTK_DIR_TAB_FORWARD);
}

static void
move_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiEstimateGrid *self = FOI_ESTIMATE_GRID (widget);
  const int step = g_variant_get_int32 (parameter);
  g_autoptr (GError) error = NULL;
  guint row, column;

  if (!find_row (self, &row, &column) || (int) row + step < 0
      || (int) row + step >= (int) self->rows->len)
    return;
  commit (self);
  tell (self,
        foi_case_editor_move_in_estimate (get_editor (self), self->question,
                                          foi_estimate_list_get_member (self->list), row,
                                          (guint) ((int) row + step),
                                          foi_estimate_list_get_command (self->list, 2), &error),
        error);
  focus_cell (self, (guint) ((int) row + step), column);
}

static void
go_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiEstimateGrid *self = FOI_ESTIMATE_GRID (widget);
  const int step = g_variant_get_int32 (parameter);
  guint row, column;

  if (find_focus (self, &row, &column) && (int) row + step >= 0)
    focus_cell (self, (guint) ((int) row + step), column);
}

static void
entered_cb (FoiEstimateGrid *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "estimate.go", "i", 1);
}

/* ---- cells ----------------------------------------------------------------------------------- */

static void
show_problem (FoiEstimateGrid *self)
{
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->rows->len && words == NULL; i++)
    for (guint j = 0; j < self->n_columns && words == NULL; j++)
      {
        FoiCaseField *field = g_array_index (self->rows, Row, i).fields[j];
        const char *problem = field != NULL ? foi_case_field_get_problem (field) : NULL;

        if (problem != NULL)
          /* Translators: the number of a row, the title of a column, what is wrong. */
          words = g_strdup_printf (_("Row %u, %s: %s"), i + 1, _(self->columns[j].title), problem);
      }
  gtk_label_set_label (GTK_LABEL (self->problem), words != NULL ? words : "");
  gtk_widget_set_visible (self->problem, words != NULL);
}

static void
problem_cb (FoiEstimateGrid *self, GParamSpec *pspec, FoiCaseField *field)
{
  GtkWidget *cell = NULL;

  for (guint i = 0; i < self->rows->len && cell == NULL; i++)
    for (guint j = 0; j < self->n_columns; j++)
      if (g_array_index (self->rows, Row, i).fields[j] == field)
        cell = g_array_index (self->rows, Row, i).cells[j];
  if (cell == NULL)
    return;
  if (foi_case_field_get_problem (field) != NULL)
    gtk_widget_add_css_class (cell, "error");
  else
    gtk_widget_remove_css_class (cell, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                               foi_case_field_get_problem (field) != NULL
                                 ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  show_problem (self);
}

static void
activity_cb (GtkDropDown *choice, GParamSpec *pspec, FoiEstimateGrid *self)
{
  const char *name = foi_estimate_get_activity (gtk_drop_down_get_selected (choice), NULL);
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "row"));
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) value = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || self->question == NULL || name == NULL)
    return;
  path = dup_path (self, row, "activity");
  value = foi_json_new_string (name);
  if (!foi_case_editor_set_node (get_editor (self), path, value,
                                 foi_estimate_list_get_command (self->list, 3), &error))
    foi_document_tell_error (self->document, error);
}

static GtkWidget *
new_activity (FoiEstimateGrid *self, guint row, const char *name)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  const char *text;

  for (guint i = 0; foi_estimate_get_activity (i, &text) != NULL; i++)
    gtk_string_list_append (words, text);
  gtk_drop_down_set_model (GTK_DROP_DOWN (choice), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), GTK_INVALID_LIST_POSITION);
  foi_drop_down_set_name (choice, name);
  g_object_set_data (G_OBJECT (choice), "row", GUINT_TO_POINTER (row));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (activity_cb), self, 0);
  return choice;
}

static GtkWidget *
new_entry (FoiEstimateGrid *self, guint row, guint column, const char *name, FoiCaseField **field)
{
  const FoiEstimateColumn *spec = &self->columns[column];
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *path = dup_path (self, row, spec->member);
  g_autofree char *place = g_strdup_printf ("questions/%s/estimate", self->question);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), spec->width);
  if (spec->hint[0] != '\0')
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(spec->hint));
  if (spec->kind >= FOI_FIELD_COUNT)
    gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  *field = foi_case_field_new (entry, self->document, spec->kind, path,
                               foi_estimate_list_get_command (self->list, 3));
  foi_case_field_set_place (*field, place);
  g_signal_connect_object (*field, "notify::problem", G_CALLBACK (problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
new_result (FoiEstimateGrid *self, guint column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), self->columns[column].width);
  gtk_widget_add_css_class (label, "foi-estimate-result");
  return label;
}

static void
follow_focus (FoiEstimateGrid *self, GtkWidget *cell)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (remember_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, focus);
}

static void
append_row (FoiEstimateGrid *self)
{
  const guint index = self->rows->len;
  Row row = { 0 };

  for (guint j = 0; j < self->n_columns; j++)
    {
      const FoiEstimateColumn *spec = &self->columns[j];
      /* Translators: the title of a column, and the number of a row. */
      g_autofree char *name = g_strdup_printf (_("%s, row %u"), _(spec->title), index + 1);

      switch (spec->cell)
        {
        case FOI_ESTIMATE_CELL_ACTIVITY:
          row.cells[j] = new_activity (self, index, name);
          break;
        case FOI_ESTIMATE_CELL_RESULT:
          row.cells[j] = new_result (self, j);
          break;
        case FOI_ESTIMATE_CELL_TYPED:
        default:
          row.cells[j] = new_entry (self, index, j, name, &row.fields[j]);
          break;
        }
      follow_focus (self, row.cells[j]);
      gtk_grid_attach (GTK_GRID (self->grid), row.cells[j], (int) j, (int) index + 1, 1, 1);
    }
  g_array_append_val (self->rows, row);
}

static void
remove_last_row (FoiEstimateGrid *self)
{
  gtk_grid_remove_row (GTK_GRID (self->grid), (int) self->rows->len);
  g_array_set_size (self->rows, self->rows->len - 1);
}

/* ---- what stands in them --------------------------------------------------------------------- */

static const FoiPoolMember *
find_member (const FoiEstimatePool *pool, JsonNode *node)
{
  for (guint i = 0; pool != NULL && i < pool->members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);

      if (member->node == node)
        return member;
    }
  return NULL;
}

/* "450 hours"; whatever does not count says so. */
static char *
dup_result (FoiEstimateGrid *self, JsonNode *row, const FoiEstimatePool *pool, JsonNode *question)
{
  g_autofree char *hours = foi_estimate_dup_hours (foi_estimate_get_row_minutes (row));
  const FoiPoolMember *member;

  switch (self->list)
    {
    case FOI_ESTIMATE_WORK:
      if (pool == NULL || pool->limit == NULL
          || foi_estimate_counts (pool->limit, foi_estimate_get_kind (question),
                                  foi_json_get_string (row, "activity", NULL)))
        return g_steal_pointer (&hours);
      return g_strdup (_("not counted"));
    case FOI_ESTIMATE_REQUESTS:
      member = find_member (pool, row);
      return member == NULL || member->reason == FOI_POOL_COUNTED
               ? g_steal_pointer (&hours) : g_strdup (_("not added"));
    case FOI_ESTIMATE_NOT_COUNTED:
    default:
      /* Translators: hours and minutes of work. */
      return g_strdup_printf (_("%s, not counted"), hours);
    }
}

static void
show_activity (GtkWidget *choice, JsonNode *row)
{
  const char *activity = foi_json_get_string (row, "activity", NULL);
  const char *name;
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; (name = foi_estimate_get_activity (i, NULL)) != NULL; i++)
    if (g_strcmp0 (name, activity) == 0)
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
}

static void
show_row (FoiEstimateGrid *self, guint index, JsonNode *node, const FoiEstimatePool *pool,
          JsonNode *question)
{
  const Row *row = &g_array_index (self->rows, Row, index);

  for (guint j = 0; j < self->n_columns; j++)
    {
      if (self->columns[j].cell == FOI_ESTIMATE_CELL_ACTIVITY)
        show_activity (row->cells[j], node);
      if (self->columns[j].cell == FOI_ESTIMATE_CELL_RESULT && pool != NULL)
        {
          g_autofree char *result = dup_result (self, node, pool, question);

          gtk_label_set_label (GTK_LABEL (row->cells[j]), result);
        }
    }
}

/* ---- the widget ------------------------------------------------------------------------------ */

static void
foi_estimate_grid_dispose (GObject *object)
{
  FoiEstimateGrid *self = FOI_ESTIMATE_GRID (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_array_set_size (self->rows, 0);
  g_clear_pointer (&self->shown, json_node_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_estimate_grid_parent_class)->dispose (object);
}

static void
foi_estimate_grid_finalize (GObject *object)
{
  FoiEstimateGrid *self = FOI_ESTIMATE_GRID (object);

  g_array_unref (self->rows);
  foi_estimate_drafts_free (self->drafts);
  g_free (self->question);

  G_OBJECT_CLASS (foi_estimate_grid_parent_class)->finalize (object);
}

static gboolean
foi_estimate_grid_grab_focus (GtkWidget *widget)
{
  FoiEstimateGrid *self = FOI_ESTIMATE_GRID (widget);

  focus_cell (self, 0, 0);
  return self->rows->len > 0;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
    int             step;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "estimate.add", 0 },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "estimate.add", 0 },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "estimate.add", 0 },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "estimate.delete", 0 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "estimate.delete", 0 },
    { GDK_KEY_Up, GDK_ALT_MASK, "estimate.move", -1 },
    { GDK_KEY_Down, GDK_ALT_MASK, "estimate.move", 1 },
    { GDK_KEY_Up, 0, "estimate.go", -1 },
    { GDK_KEY_Down, 0, "estimate.go", 1 },
    { GDK_KEY_KP_Up, 0, "estimate.go", -1 },
    { GDK_KEY_KP_Down, 0, "estimate.go", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].step != 0)
        gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                             keys[i].action, "i", keys[i].step);
      else
        gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                             keys[i].action, NULL);
    }
}

static void
foi_estimate_grid_class_init (FoiEstimateGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_estimate_grid_dispose;
  object_class->finalize = foi_estimate_grid_finalize;
  widget_class->grab_focus = foi_estimate_grid_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_css_name (widget_class, "estimategrid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "estimate.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "estimate.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "estimate.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "estimate.go", "i", go_action);
  add_keys (widget_class);
}

static void
foi_estimate_grid_init (FoiEstimateGrid *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->drafts = foi_estimate_drafts_new ();
  self->grid = gtk_grid_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->problem = foi_words_new (NULL, "foi-problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
}

static void
add_titles (FoiEstimateGrid *self)
{
  for (guint j = 0; j < self->n_columns; j++)
    {
      const FoiEstimateColumn *spec = &self->columns[j];
      GtkWidget *title = gtk_label_new (_(spec->title));

      gtk_label_set_xalign (GTK_LABEL (title), spec->kind >= FOI_FIELD_COUNT || spec->member == NULL
                                                 ? 1 : 0);
      gtk_widget_add_css_class (title, "foi-estimate-title");
      gtk_grid_attach (GTK_GRID (self->grid), title, (int) j, 0, 1, 1);
    }
}

/**
 * foi_estimate_grid_new:
 * @list: what its rows are
 *
 * Returns: (transfer floating): a table without a question yet.
 */
GtkWidget *
foi_estimate_grid_new (FoiDocument *document, FoiEstimateList list)
{
  FoiEstimateGrid *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_ESTIMATE_GRID, NULL);
  self->document = g_object_ref (document);
  self->list = list;
  self->columns = foi_estimate_get_columns (list, &self->n_columns);
  add_titles (self);
  return GTK_WIDGET (self);
}

/**
 * foi_estimate_grid_set_question:
 * @question: (nullable): the id of a question or of a part of one
 *
 * Shows its rows once it is told to update.
 */
void
foi_estimate_grid_set_question (FoiEstimateGrid *self, const char *question)
{
  g_return_if_fail (FOI_IS_ESTIMATE_GRID (self));

  if (g_strcmp0 (self->question, question) == 0)
    return;
  collect_drafts (self);
  set_shown (self, NULL);
  while (self->rows->len > 0)
    remove_last_row (self);
  show_problem (self);
  g_free (self->question);
  self->question = g_strdup (question);
}

/**
 * foi_estimate_grid_update:
 * @pool: (nullable): what the estimate comes to; without it only rows come and go
 *
 * Shows the rows that the case has now.
 */
void
foi_estimate_grid_update (FoiEstimateGrid *self, const FoiEstimatePool *pool)
{
  FoiQuestion *question;
  JsonNode *list;
  guint n_rows;

  g_return_if_fail (FOI_IS_ESTIMATE_GRID (self));

  list = get_list (self);
  n_rows = foi_json_get_n_elements (list);
  question = self->question != NULL
               ? foi_case_find_question (foi_document_get_case (self->document), self->question)
               : NULL;
  self->updating = TRUE;
  if (list != self->shown)
    collect_drafts (self);
  while (self->rows->len > n_rows)
    remove_last_row (self);
  while (self->rows->len < n_rows)
    append_row (self);
  if (list != self->shown)
    {
      foi_estimate_drafts_follow (self->drafts, self->shown, list);
      set_shown (self, list);
      return_drafts (self);
      show_problem (self);
    }
  for (guint i = 0; question != NULL && i < n_rows; i++)
    show_row (self, i, foi_json_get_element (list, i), pool, foi_question_get_node (question));
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
}

/**
 * foi_estimate_grid_add_row:
 * @position: where
 * @what: (nullable): of what is not counted, what it is
 *
 * Adds a row, as one command, and gives it the focus.
 */
void
foi_estimate_grid_add_row (FoiEstimateGrid *self, guint position, const char *what)
{
  FoiQuestion *question;
  const char *kind;
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) item = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (FOI_IS_ESTIMATE_GRID (self));

  question = self->question != NULL
               ? foi_case_find_question (foi_document_get_case (self->document), self->question)
               : NULL;
  if (question == NULL)
    return;
  commit (self);
  kind = foi_estimate_get_kind (foi_question_get_node (question));
  /* Of the cost of finding out, only finding out counts. */
  if (self->list == FOI_ESTIMATE_WORK)
    item = foi_json_set_string (empty, "activity",
                                g_str_equal (kind, "cost-to-confirm") ? "determine" : "locate",
                                NULL);
  else
    item = foi_json_set_string (empty, "what", what, NULL);
  tell (self,
        foi_case_editor_insert_in_estimate (get_editor (self), self->question,
                                            foi_estimate_list_get_member (self->list), position,
                                            item, foi_estimate_list_get_command (self->list, 0),
                                            &error),
        error);
  focus_cell (self, MIN (position, self->rows->len - 1), what != NULL ? 1 : 0);
}

/**
 * foi_estimate_grid_get_n_rows:
 *
 * Returns: how many rows it shows.
 */
guint
foi_estimate_grid_get_n_rows (FoiEstimateGrid *self)
{
  g_return_val_if_fail (FOI_IS_ESTIMATE_GRID (self), 0);
  return self->rows->len;
}
