/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-outline-model.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-attachments.h"
#include "foi-case-facts.h"
#include "foi-json-edit.h"
#include "foi-table.h"
#include "foi-text-start.h"
#include "foi-todo.h"

/* A tooltip longer than this is a page, not a tip. */
#define MAX_TIP 600

struct _FoiOutlineModel
{
  GObject parent_instance;

  FoiDocument *document;
  GPtrArray   *items;
};

static GType
get_item_type (GListModel *list)
{
  return FOI_TYPE_OUTLINE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return FOI_OUTLINE_MODEL (list)->items->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  FoiOutlineModel *self = FOI_OUTLINE_MODEL (list);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FoiOutlineModel, foi_outline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static FoiOutlineFacts *
add (GPtrArray *facts, FoiSection section, const char *place, const char *title, char *subtitle)
{
  FoiOutlineFacts *line = g_new0 (FoiOutlineFacts, 1);

  line->section = section;
  line->place = g_strdup (place);
  line->title = g_strdup (title);
  line->subtitle = subtitle;
  g_ptr_array_add (facts, line);
  return line;
}

static char *
dup_tip (const char *text)
{
  return text != NULL && text[0] != '\0' ? foi_text_dup_start (text, MAX_TIP) : NULL;
}

static void
add_question (GPtrArray *facts, GPtrArray *todos, const char *place, FoiQuestion *question,
              guint depth)
{
  GListModel *parts = foi_question_get_parts (question);
  g_autofree char *title = foi_question_dup_title (question);
  const char *text = foi_question_get_text (question);
  const gboolean has_text = text != NULL && text[0] != '\0';
  FoiOutlineFacts *line;

  if (title[0] == '\0')
    {
      g_free (title);
      title = g_strdup (_("New question"));
    }
  line = add (facts, FOI_SECTION_CASE, place, title, foi_question_dup_summary (question));
  line->depth = depth;
  line->number = g_strdup (foi_question_get_number (question));
  line->full_text = dup_tip (has_text ? text : title);
  line->n_todos = foi_todo_count (todos, place);
  for (guint i = 0; parts != NULL && i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);
      g_autofree char *part_place
        = g_strconcat (place, "/parts/", foi_question_get_id (part), NULL);

      add_question (facts, todos, part_place, part, depth + 1);
    }
}

static char *
dup_attachments (FoiCase *foi_case)
{
  const guint n = foi_case_state_get_n_attachments (foi_case_get_state (foi_case));

  return n == 0 ? g_strdup (_("None"))
                : g_strdup_printf (ngettext ("%u file", "%u files", n), n);
}

static void
add_case (GPtrArray *facts, FoiCase *foi_case)
{
  g_autoptr (GPtrArray) todos = foi_todo_list (foi_case);
  GListModel *questions = foi_case_get_questions (foi_case);
  FoiOutlineFacts *line;

  line = add (facts, FOI_SECTION_CASE, "request", _("Request"),
              foi_case_facts_dup_received (foi_case));
  line->n_todos = foi_todo_count (todos, "request");
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);
      g_autofree char *place = g_strconcat ("questions/", foi_question_get_id (question), NULL);

      add_question (facts, todos, place, question, 0);
    }
  line = add (facts, FOI_SECTION_CASE, "closing", _("Closing paragraphs"),
              g_strdup (_("Re-use, review, complaint")));
  line->n_todos = foi_todo_count (todos, "closing");
  add (facts, FOI_SECTION_CASE, "attachments", _("Attachments"), dup_attachments (foi_case));
}

static void
add_letters (GPtrArray *facts, FoiCase *foi_case)
{
  JsonNode *letters = foi_case_state_get_node (foi_case_get_state (foi_case), "letters");

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      const char *id = foi_json_get_string (letter, "id", "");
      g_autofree char *place = g_strconcat ("letters/", id, NULL);

      g_autofree char *name = foi_case_facts_dup_letter_name (foi_case, id);

      add (facts, FOI_SECTION_LETTERS, place, name, foi_case_facts_dup_letter_state (foi_case, id));
    }
  if (foi_json_get_n_elements (letters) == 0)
    add (facts, FOI_SECTION_LETTERS, "letters/response", _("Response"),
         foi_case_facts_dup_letter_state (foi_case, "response"));
}

static void
add_tables (GPtrArray *facts, FoiCase *foi_case)
{
  GListModel *tables = foi_case_get_tables (foi_case);

  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);
      const char *name = foi_table_get_name (table);
      const char *title = foi_table_get_title (table);
      const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (table));
      g_autofree char *place = g_strconcat ("tables/", name, NULL);
      FoiOutlineFacts *line;

      if (title == NULL || title[0] == '\0')
        title = name;
      line = add (facts, FOI_SECTION_TABLES, place, title,
                  foi_case_facts_dup_table_summary (foi_case, name, n_rows));
      line->full_text = dup_tip (title);
    }
}

static char *
dup_name (const FoiOutlineFacts *line)
{
  g_autoptr (GString) name = g_string_new (NULL);

  if (line->number != NULL)
    g_string_append_printf (name, _("Question %s, "), line->number);
  g_string_append (name, line->title);
  if (line->subtitle[0] != '\0')
    g_string_append_printf (name, ", %s", line->subtitle);
  if (line->n_todos > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u to do", "%u to do", line->n_todos),
                              line->n_todos);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static GPtrArray *
list_facts (FoiCase *foi_case)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_outline_facts_free);

  add_case (facts, foi_case);
  add_letters (facts, foi_case);
  add_tables (facts, foi_case);
  for (guint i = 0; i < facts->len; i++)
    {
      FoiOutlineFacts *line = g_ptr_array_index (facts, i);

      line->name = dup_name (line);
    }
  return facts;
}

/* The items that stay keep their objects, so that rows, focus and selection stay as well. */
static void
update (FoiOutlineModel *self)
{
  g_autoptr (GPtrArray) facts = list_facts (foi_document_get_case (self->document));
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint start = 0;
  guint end = 0;

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < facts->len; i++)
    {
      FoiOutlineFacts *line = g_ptr_array_index (facts, i);
      FoiOutlineItem *item = NULL;

      for (guint j = 0; item == NULL && j < old->len; j++)
        {
          if (g_strcmp0 (foi_outline_item_get_place (g_ptr_array_index (old, j)), line->place) == 0)
            item = g_object_ref (g_ptr_array_index (old, j));
        }
      g_ptr_array_index (facts, i) = NULL;
      if (item != NULL)
        foi_outline_item_take_facts (item, line);
      else
        item = foi_outline_item_new (line);
      g_ptr_array_add (self->items, item);
    }
  g_ptr_array_set_free_func (facts, NULL);

  while (start < old->len && start < self->items->len
         && g_ptr_array_index (old, start) == g_ptr_array_index (self->items, start))
    start++;
  while (end < old->len - start && end < self->items->len - start
         && g_ptr_array_index (old, old->len - 1 - end)
              == g_ptr_array_index (self->items, self->items->len - 1 - end))
    end++;
  if (old->len - start - end > 0 || self->items->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->items->len - start - end);
}

static void
foi_outline_model_dispose (GObject *object)
{
  FoiOutlineModel *self = FOI_OUTLINE_MODEL (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_outline_model_parent_class)->dispose (object);
}

static void
foi_outline_model_finalize (GObject *object)
{
  FoiOutlineModel *self = FOI_OUTLINE_MODEL (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (foi_outline_model_parent_class)->finalize (object);
}

static void
foi_outline_model_class_init (FoiOutlineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_outline_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_outline_model_finalize;
}

static void
foi_outline_model_init (FoiOutlineModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * foi_outline_model_new:
 *
 * Returns: (transfer full): the outline of the case of @document.
 */
FoiOutlineModel *
foi_outline_model_new (FoiDocument *document)
{
  FoiOutlineModel *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_OUTLINE_MODEL, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "todos-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * foi_outline_model_find:
 *
 * Returns: (transfer none) (nullable): the line that leads to exactly @place.
 */
FoiOutlineItem *
foi_outline_model_find (FoiOutlineModel *self, const char *place)
{
  g_return_val_if_fail (FOI_IS_OUTLINE_MODEL (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_strcmp0 (foi_outline_item_get_place (g_ptr_array_index (self->items, i)), place) == 0)
        return g_ptr_array_index (self->items, i);
    }
  return NULL;
}
