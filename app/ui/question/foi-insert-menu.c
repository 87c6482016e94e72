/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-insert-menu.h"

#include <glib/gi18n.h>

#include "foi-table.h"

/* Menus of figures stop here: a table of thousands of rows is better pointed at in the table
   itself. */
#define MAX_ROWS 60

static void
add_item (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
add_placeholder (GMenu *menu, const char *label, const char *kind, const char *name)
{
  g_autofree char *target = g_strdup_printf ("{{%s:%s}}", kind, name);

  add_item (menu, label, "answer.place", target);
}

/* One menu for each column of figures, one entry for each row. */
static void
add_figures (GMenu *menu, FoiTable *table)
{
  FoiTableData *data = foi_table_get_data (table);
  g_autoptr (FoiPublication) publication = foi_publication_new (data);
  guint n_rows = MIN (foi_publication_get_n_rows (publication), MAX_ROWS);

  for (guint column = 0; column < foi_publication_get_n_columns (publication); column++)
    {
      FoiColumn *field = foi_publication_get_column (publication, column);
      g_autoptr (GMenu) rows = g_menu_new ();

      if (!foi_column_is_numeric (field) || foi_column_get_role (field) == FOI_ROLE_PERIOD)
        continue;
      for (guint row = 0; row < n_rows; row++)
        {
          g_autofree char *key = foi_publication_dup_row_key (publication, row);
          g_autofree char *value = foi_publication_format (publication, row, column);
          g_autofree char *label = NULL;
          g_autofree char *target = NULL;

          if (key == NULL)
            continue;
          /* Translators: a row's name and the figure in it. */
          label = g_strdup_printf (_("%s: %s"), key, value);
          target = g_strdup_printf ("{{value:%s/%s/%s}}", foi_table_get_name (table), key,
                                    foi_column_get_name (field));
          add_item (rows, label, "answer.insert", target);
        }
      g_menu_append_submenu (menu, foi_column_get_title (field), G_MENU_MODEL (rows));
    }
}

static void
add_tables (GMenu *menu, FoiCase *foi_case)
{
  GListModel *tables = foi_case_get_tables (foi_case);
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) charts = g_menu_new ();
  g_autoptr (GMenu) mentions = g_menu_new ();
  g_autoptr (GMenu) figures = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);
      g_autoptr (GMenu) columns = g_menu_new ();
      g_autofree char *mention = g_strdup_printf ("{{table:%s}}", foi_table_get_name (table));

      add_placeholder (places, foi_table_get_title (table), "table", foi_table_get_name (table));
      add_placeholder (charts, foi_table_get_title (table), "chart", foi_table_get_name (table));
      add_item (mentions, foi_table_get_title (table), "answer.insert", mention);
      add_figures (columns, table);
      g_menu_append_submenu (figures, foi_table_get_title (table), G_MENU_MODEL (columns));
    }
  g_menu_append_submenu (menu, _("Table"), G_MENU_MODEL (places));
  g_menu_append_submenu (menu, _("Chart"), G_MENU_MODEL (charts));
  g_menu_append_submenu (menu, _("Figure from a Table"), G_MENU_MODEL (figures));
  g_menu_append_submenu (menu, _("Mention of a Table"), G_MENU_MODEL (mentions));
}

/* Words that were used before. */
static void
add_words (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("Saved Paragraph…"), "question.saved-paragraphs");
  g_menu_append (section, _("Similar Answer…"), "question.similar");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* What the question page does, for a question that has a table already. */
static void
add_new_tables (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("New Table"), "question.add-table");
  g_menu_append (section, _("Paste Table"), "question.paste-table");
  g_menu_append (section, _("Import Table…"), "question.import-table");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_question (GMenu *menu, FoiQuestion *question, const char *own)
{
  g_autofree char *label = NULL;
  g_autofree char *target = NULL;

  if (g_strcmp0 (foi_question_get_id (question), own) == 0)
    return;
  label = g_strdup_printf (_("Question %s · %s"), foi_question_get_number (question),
                           foi_question_get_label (question));
  target = g_strdup_printf ("{{question:%s}}", foi_question_get_id (question));
  add_item (menu, label, "answer.insert", target);
}

/**
 * foi_insert_menu_new:
 * @question: (nullable): the id of the question whose answer is edited
 *
 * Returns: (transfer full): what can be inserted into an answer: tables, charts, figures that
 * follow
 *   their table, mentions of tables, and references to the other questions.
 */
GMenuModel *
foi_insert_menu_new (FoiDocument *document, const char *question)
{
  FoiCase *foi_case;
  GListModel *questions;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) references = g_menu_new ();

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  foi_case = foi_document_get_case (document);
  if (g_list_model_get_n_items (foi_case_get_tables (foi_case)) > 0)
    add_tables (menu, foi_case);
  questions = foi_case_get_questions (foi_case);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) other = g_list_model_get_item (questions, i);
      GListModel *parts = foi_question_get_parts (other);

      add_question (references, other, question);
      for (guint j = 0; j < g_list_model_get_n_items (parts); j++)
        {
          g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, j);

          add_question (references, part, question);
        }
    }
  g_menu_append_submenu (menu, _("Reference to a Question"), G_MENU_MODEL (references));
  add_words (menu);
  add_new_tables (menu);
  return G_MENU_MODEL (menu);
}
