/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-private.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-table.h"

struct _FoiCase
{
  GObject parent_instance;

  FoiCaseState *state;
  GListStore   *questions;
  GListStore   *tables;
  GHashTable   *gone;        /* tables that went, by name: undo may bring them back */
  guint         changed_source;
};

enum
{
  PROP_0,
  PROP_REFERENCE,
  PROP_SUBJECT,
  PROP_REGIME,
  PROP_RECEIVED,
  PROP_STATE,
  N_PROPS
};

enum
{
  CHANGED,
  STATE_SET,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiCase, foi_case, G_TYPE_OBJECT)

/* The properties that are strings of the file, by path. */
static const char *const property_paths[N_PROPS] = {
  [PROP_REFERENCE] = "/id",
  [PROP_SUBJECT] = "/title",
  [PROP_REGIME] = "regime",
  [PROP_RECEIVED] = "request/received",
};

static void
foi_case_dispose (GObject *object)
{
  FoiCase *self = FOI_CASE (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_object (&self->questions);
  g_clear_object (&self->tables);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_pointer (&self->state, foi_case_state_unref);

  G_OBJECT_CLASS (foi_case_parent_class)->dispose (object);
}

static void
foi_case_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiCase *self = FOI_CASE (object);

  switch (prop_id)
    {
    case PROP_REFERENCE:
    case PROP_SUBJECT:
    case PROP_REGIME:
    case PROP_RECEIVED:
      g_value_set_string (value, foi_case_state_get_string (self->state, property_paths[prop_id]));
      break;
    case PROP_STATE:
      g_value_set_boxed (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_case_class_init (FoiCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = foi_case_dispose;
  object_class->get_property = foi_case_get_property;

  properties[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  properties[PROP_REGIME] = g_param_spec_string ("regime", NULL, NULL, NULL, flags);
  properties[PROP_RECEIVED] = g_param_spec_string ("received", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_boxed ("state", NULL, NULL, FOI_TYPE_CASE_STATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[STATE_SET] = g_signal_new ("state-set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_case_init (FoiCase *self)
{
  self->questions = g_list_store_new (FOI_TYPE_QUESTION);
  self->tables = g_list_store_new (FOI_TYPE_TABLE);
  self->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * foi_case_new:
 * @state: what the case says
 *
 * Returns: (transfer full): the open case.
 */
FoiCase *
foi_case_new (FoiCaseState *state)
{
  FoiCase *self = g_object_new (FOI_TYPE_CASE, NULL);

  _foi_case_set_state (self, state);
  return self;
}

static FoiQuestion *
find_question_object (GListModel *questions, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);

      if (g_strcmp0 (foi_question_get_id (question), id) == 0)
        return question; /* the list keeps it */
    }
  return NULL;
}

/* Makes @store hold @items, which come, go and stay as the same objects, in one splice at most. */
static void
splice_list (GListStore *store, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint head = 0, tail = 0;

  while (head < n_old && head < items->len)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (store), head);

      if (old != g_ptr_array_index (items, head))
        break;
      head++;
    }
  while (tail < n_old - head && tail < items->len - head)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (store), n_old - tail - 1);

      if (old != g_ptr_array_index (items, items->len - tail - 1))
        break;
      tail++;
    }
  if (head + tail < n_old || head + tail < items->len)
    g_list_store_splice (store, head, n_old - head - tail,
                         items->pdata != NULL ? items->pdata + head : NULL,
                         items->len - head - tail);
}

static void
update_questions (FoiCase *self)
{
  JsonNode *nodes = foi_case_state_get_node (self->state, "questions");
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < foi_json_get_n_elements (nodes); i++)
    {
      JsonNode *node = foi_json_get_element (nodes, i);
      FoiQuestion *question = find_question_object (G_LIST_MODEL (self->questions),
                                                    foi_json_get_string (node, "id", NULL));

      if (question == NULL)
        question = foi_question_new (node);
      else
        {
          g_object_ref (question);
          foi_question_set_node (question, node);
        }
      g_ptr_array_add (questions, question);
    }
  splice_list (self->questions, questions);
}

/* What is known of a table beside its data, such as text that is no value yet, is on the object.
 * Another table of the same name has nothing of it. */
static FoiTable *
bring_back (FoiCase *self, FoiTableData *data)
{
  const char *name = foi_table_data_get_name (data);
  FoiTable *table = g_hash_table_lookup (self->gone, name);

  if (table == NULL || foi_table_get_data (table) != data)
    return foi_table_new (data);
  g_object_ref (table);
  g_hash_table_remove (self->gone, name);
  return table;
}

static void
keep_gone (FoiCase *self, GPtrArray *objects)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tables)); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (G_LIST_MODEL (self->tables), i);

      if (!g_ptr_array_find (objects, table, NULL))
        g_hash_table_replace (self->gone, g_strdup (foi_table_get_name (table)),
                              g_object_ref (table));
    }
}

static void
update_tables (FoiCase *self)
{
  GPtrArray *tables = foi_case_state_get_tables (self->state);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = g_ptr_array_index (tables, i);
      FoiTable *table = foi_case_find_table (self, foi_table_data_get_name (data));

      if (table == NULL)
        table = bring_back (self, data);
      else
        {
          g_object_ref (table);
          foi_table_set_data (table, data);
        }
      g_ptr_array_add (objects, table);
    }
  keep_gone (self, objects);
  splice_list (self->tables, objects);
}

static gboolean
emit_changed_cb (gpointer user_data)
{
  FoiCase *self = user_data;

  self->changed_source = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/*
 * _foi_case_set_state:
 *
 * What the editor alone calls. Objects notify at once; "changed" comes once, when the main loop
 * turns, before the next frame.
 */
void
_foi_case_set_state (FoiCase *self, FoiCaseState *state)
{
  g_autoptr (FoiCaseState) before = NULL;

  g_assert (FOI_IS_CASE (self));
  g_assert (state != NULL);

  if (self->state == state)
    return;

  before = g_steal_pointer (&self->state);
  self->state = foi_case_state_ref (state);
  if (before != NULL)
    g_signal_emit (self, signals[STATE_SET], 0);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_REFERENCE; i <= PROP_RECEIVED && before != NULL; i++)
    {
      if (g_strcmp0 (foi_case_state_get_string (before, property_paths[i]),
                     foi_case_state_get_string (state, property_paths[i])) != 0)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }
  update_questions (self);
  update_tables (self);
  if (before != NULL)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
      if (self->changed_source == 0)
        self->changed_source = g_idle_add_full (G_PRIORITY_DEFAULT, emit_changed_cb, self, NULL);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/*
 * _foi_case_forget_gone:
 *
 * Lets go of the tables that went: nothing brings them back any more.
 */
void
_foi_case_forget_gone (FoiCase *self)
{
  g_assert (FOI_IS_CASE (self));
  g_hash_table_remove_all (self->gone);
}

/**
 * foi_case_get_state:
 *
 * Returns: (transfer none): the case as it is now.
 */
FoiCaseState *
foi_case_get_state (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return self->state;
}

/**
 * foi_case_ref_snapshot:
 *
 * Returns: (transfer full): the case as it is now, for a thread; costs nothing.
 */
FoiCaseState *
foi_case_ref_snapshot (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return foi_case_state_ref (self->state);
}

/**
 * foi_case_get_reference:
 *
 * Returns: (nullable): the authority's reference of the request.
 */
const char *
foi_case_get_reference (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return foi_case_state_get_string (self->state, property_paths[PROP_REFERENCE]);
}

/**
 * foi_case_get_subject:
 *
 * Returns: (nullable): what the request is about.
 */
const char *
foi_case_get_subject (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return foi_case_state_get_string (self->state, property_paths[PROP_SUBJECT]);
}

/**
 * foi_case_get_regime:
 *
 * Returns: (nullable): "foia", "eir", "foisa" or "eisr".
 */
const char *
foi_case_get_regime (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return foi_case_state_get_string (self->state, property_paths[PROP_REGIME]);
}

/**
 * foi_case_get_received:
 *
 * Returns: (nullable): the day of receipt in ISO 8601.
 */
const char *
foi_case_get_received (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return foi_case_state_get_string (self->state, property_paths[PROP_RECEIVED]);
}

/**
 * foi_case_get_questions:
 *
 * Returns: (transfer none): the questions, a list of #FoiQuestion.
 */
GListModel *
foi_case_get_questions (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return G_LIST_MODEL (self->questions);
}

/**
 * foi_case_get_tables:
 *
 * Returns: (transfer none): the tables, a list of #FoiTable.
 */
GListModel *
foi_case_get_tables (FoiCase *self)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);
  return G_LIST_MODEL (self->tables);
}

/**
 * foi_case_find_question:
 *
 * Returns: (transfer none) (nullable): the question or part with that id.
 */
FoiQuestion *
foi_case_find_question (FoiCase *self, const char *id)
{
  FoiQuestion *found;

  g_return_val_if_fail (FOI_IS_CASE (self), NULL);

  found = find_question_object (G_LIST_MODEL (self->questions), id);
  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->questions));
       i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (G_LIST_MODEL (self->questions), i);

      found = find_question_object (foi_question_get_parts (question), id);
    }
  return found;
}

/**
 * foi_case_find_table:
 *
 * Returns: (transfer none) (nullable): the table of that name.
 */
FoiTable *
foi_case_find_table (FoiCase *self, const char *name)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tables)); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (G_LIST_MODEL (self->tables), i);

      if (g_strcmp0 (foi_table_get_name (table), name) == 0)
        return table; /* the list keeps it */
    }
  return NULL;
}

static gboolean
question_has_table (FoiQuestion *question, const char *name)
{
  g_auto (GStrv) tables = foi_question_dup_tables (question);
  g_autofree char *placeholder = g_strdup_printf ("{{table:%s}}", name);

  return g_strv_contains ((const char *const *) tables, name)
         || strstr (foi_question_get_answer (question), placeholder) != NULL;
}

/**
 * foi_case_find_table_question:
 * @name: of a table
 *
 * Returns: (nullable): the id of the question or part that lists the table, or whose answer places
 *   it.
 */
const char *
foi_case_find_table_question (FoiCase *self, const char *name)
{
  g_return_val_if_fail (FOI_IS_CASE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->questions)); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (G_LIST_MODEL (self->questions), i);
      GListModel *parts = foi_question_get_parts (question);

      if (question_has_table (question, name))
        return foi_question_get_id (question);
      for (guint j = 0; j < g_list_model_get_n_items (parts); j++)
        {
          g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, j);

          if (question_has_table (part, name))
            return foi_question_get_id (part);
        }
    }
  return NULL;
}
