/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-brief.h"

#include <string.h>

#include "foi-json-edit.h"

struct _FoiBrief
{
  int        ref_count;
  JsonNode  *root;
  GPtrArray *publications;
  GPtrArray *questions;
};

G_DEFINE_BOXED_TYPE (FoiBrief, foi_brief, foi_brief_ref, foi_brief_unref)

/* Members of foi:case and of a question that no output may know. */
static const char *const internal_members[] = { "withheld", "internal", "accepted" };
static const char *const internal_question_members[] = { "asked", "owner", "approved" };

static JsonNode *
without_members (JsonNode *object, const char *const *members, gsize n_members)
{
  g_autoptr (JsonNode) result = json_node_ref (object);

  for (gsize i = 0; i < n_members; i++)
    {
      if (foi_json_get_member (result, members[i]) != NULL)
        {
          JsonNode *next = foi_json_set_member (result, members[i], NULL, NULL);

          json_node_unref (result);
          result = next;
        }
    }
  return g_steal_pointer (&result);
}

/* The question without what is internal, in its parts too. */
static JsonNode *
strip_question (JsonNode *question)
{
  g_autoptr (JsonNode) result = without_members (question, internal_question_members,
                                                 G_N_ELEMENTS (internal_question_members));
  JsonNode *parts = foi_json_get_member (result, "parts");

  for (guint i = 0; i < foi_json_get_n_elements (parts); i++)
    {
      g_autoptr (JsonNode) part = strip_question (foi_json_get_element (parts, i));
      g_autoptr (JsonNode) replaced = foi_json_array_replace (foi_json_get_member (result, "parts"),
                                                              i, part);
      JsonNode *next = foi_json_set_member (result, "parts", replaced, NULL);

      json_node_unref (result);
      result = next;
    }
  return g_steal_pointer (&result);
}

/**
 * foi_brief_new:
 * @root: the sealed JSON of a case without its tables
 * @publications: (element-type FoiPublication): of all its tables, in their order
 *
 * Takes away what is internal; this is the only way from a case to a letter.
 *
 * Returns: (transfer full): the brief.
 */
FoiBrief *
foi_brief_new (JsonNode *root, GPtrArray *publications)
{
  FoiBrief *self = g_new0 (FoiBrief, 1);
  JsonNode *foi_case = foi_json_get_member (root, "foi:case");
  JsonNode *questions = foi_json_get_member (foi_case, "questions");
  g_autoptr (JsonNode) stripped = NULL;
  g_autoptr (JsonNode) bare = NULL;

  self->ref_count = 1;
  self->publications = g_ptr_array_ref (publications);
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      g_autoptr (JsonNode) question = strip_question (foi_json_get_element (questions, i));

      g_ptr_array_add (self->questions, foi_question_new (question));
    }
  if (foi_case == NULL)
    {
      self->root = json_node_ref (root);
      return self;
    }
  stripped = without_members (foi_case, internal_members, G_N_ELEMENTS (internal_members));
  bare = foi_json_set_member (stripped, "questions", NULL, NULL);
  self->root = foi_json_set_member (root, "foi:case", bare, NULL);
  return self;
}

/**
 * foi_brief_ref:
 *
 * Returns: (transfer full): @self.
 */
FoiBrief *
foi_brief_ref (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_brief_unref:
 *
 * Gives a reference back.
 */
void
foi_brief_unref (FoiBrief *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  json_node_unref (self->root);
  g_ptr_array_unref (self->publications);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

static JsonNode *
get_case_member (FoiBrief *self, const char *member)
{
  return foi_json_get_member (foi_json_get_member (self->root, "foi:case"), member);
}

/**
 * foi_brief_get_reference:
 *
 * Returns: the authority's reference of the request.
 */
const char *
foi_brief_get_reference (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, "");
  return foi_json_get_string (self->root, "id", "");
}

/**
 * foi_brief_get_subject:
 *
 * Returns: what the request is about.
 */
const char *
foi_brief_get_subject (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, "");
  return foi_json_get_string (self->root, "title", "");
}

/**
 * foi_brief_get_regime:
 *
 * Returns: the regime under which the request is answered, "foia".
 */
const char *
foi_brief_get_regime (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, "foia");
  return foi_json_get_string (foi_json_get_member (self->root, "foi:case"), "regime", "foia");
}

/**
 * foi_brief_get_received:
 *
 * Returns: the day of receipt, or %FOI_DATE_NONE.
 */
FoiDate
foi_brief_get_received (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, FOI_DATE_NONE);
  return foi_date_from_iso (foi_json_get_string (foi_brief_get_request (self), "received", NULL));
}

/**
 * foi_brief_get_request:
 *
 * Returns: (transfer none) (nullable): the request's JSON: preamble, requester, received.
 */
JsonNode *
foi_brief_get_request (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_case_member (self, "request");
}

/**
 * foi_brief_get_period:
 *
 * Returns: (transfer none) (nullable): the period asked for, where a question names none.
 */
JsonNode *
foi_brief_get_period (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_case_member (self, "period");
}

/**
 * foi_brief_get_authority:
 *
 * Returns: (transfer none) (nullable): the authority's profile.
 */
JsonNode *
foi_brief_get_authority (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_case_member (self, "authority");
}

/**
 * foi_brief_get_letters:
 *
 * Returns: (transfer none) (nullable): the letters that are written or were, in their order.
 */
JsonNode *
foi_brief_get_letters (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_case_member (self, "letters");
}

/**
 * foi_brief_get_issued:
 *
 * Returns: (transfer none) (nullable): the letters as they went out, in their order.
 */
JsonNode *
foi_brief_get_issued (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_case_member (self, "issued");
}

/**
 * foi_brief_get_letter:
 * @letter_id: "response"
 *
 * Returns: (transfer none) (nullable): the letter's JSON: type, date, addressee, paragraphs.
 */
JsonNode *
foi_brief_get_letter (FoiBrief *self, const char *letter_id)
{
  JsonNode *letters;

  g_return_val_if_fail (self != NULL, NULL);

  letters = get_case_member (self, "letters");
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (g_strcmp0 (foi_json_get_string (letter, "id", NULL), letter_id) == 0)
        return letter;
    }
  return NULL;
}

/**
 * foi_brief_get_events:
 *
 * Returns: (transfer none) (nullable): the case's events: extensions and the rest of the clock.
 */
JsonNode *
foi_brief_get_events (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_case_member (self, "events");
}

/**
 * foi_brief_get_attachments:
 *
 * Returns: (transfer none) (nullable): the files that go with the letter.
 */
JsonNode *
foi_brief_get_attachments (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_case_member (self, "attachments");
}

/**
 * foi_brief_get_questions:
 *
 * Returns: (transfer none) (element-type FoiQuestion): the questions in their order.
 */
GPtrArray *
foi_brief_get_questions (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->questions;
}

/**
 * foi_brief_list_questions:
 *
 * Returns: (transfer full): the questions in their order, as an array of the nodes that they are.
 */
JsonNode *
foi_brief_list_questions (FoiBrief *self)
{
  JsonArray *array = json_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++)
    json_array_add_element (array,
                            json_node_ref (foi_question_get_node (self->questions->pdata[i])));
  return foi_json_take_array (array);
}

/**
 * foi_brief_find_question:
 * @id: the id of a question or of a part of one
 *
 * Returns: (transfer none) (nullable): it.
 */
FoiQuestion *
foi_brief_find_question (FoiBrief *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiQuestion *question = g_ptr_array_index (self->questions, i);
      GListModel *parts = foi_question_get_parts (question);

      if (g_strcmp0 (foi_question_get_id (question), id) == 0)
        return question;
      for (guint j = 0; j < g_list_model_get_n_items (parts); j++)
        {
          g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, j);

          if (g_strcmp0 (foi_question_get_id (part), id) == 0)
            return part; /* the list keeps it */
        }
    }
  return NULL;
}

/**
 * foi_brief_get_publications:
 *
 * Returns: (transfer none) (element-type FoiPublication): what may be shown of the tables.
 */
GPtrArray *
foi_brief_get_publications (FoiBrief *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->publications;
}

/**
 * foi_brief_find_publication:
 * @name: the name of a table
 *
 * Returns: (transfer none) (nullable): what may be shown of it.
 */
FoiPublication *
foi_brief_find_publication (FoiBrief *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->publications->len; i++)
    {
      FoiPublication *publication = g_ptr_array_index (self->publications, i);

      if (g_strcmp0 (foi_publication_get_name (publication), name) == 0)
        return publication;
    }
  return NULL;
}

/**
 * foi_brief_dup_value:
 * @address: a cell, TABLE/ROW/FIELD as in `{{value:TABLE/ROW/FIELD}}`
 *
 * Returns: (transfer full) (nullable): what is published there, as it is printed; %NULL where there
 *   is no such cell.
 */
char *
foi_brief_dup_value (FoiBrief *self, const char *address)
{
  const char *first, *last;
  g_autofree char *name = NULL, *key = NULL;
  FoiPublication *table;
  FoiCell cell = FOI_CELL_INIT;
  guint row, column;

  g_return_val_if_fail (self != NULL && address != NULL, NULL);

  /* Slashes may stand in a row's key (2016/17), so the last one ends it. */
  first = strchr (address, '/');
  last = strrchr (address, '/');
  if (first == NULL || first == last)
    return NULL;
  name = g_strndup (address, (gsize) (first - address));
  key = g_strndup (first + 1, (gsize) (last - first - 1));
  table = foi_brief_find_publication (self, name);
  if (table == NULL || !foi_publication_find_cell (table, key, last + 1, &row, &column))
    return NULL;
  foi_publication_get_cell (table, row, column, &cell);
  return foi_column_format (foi_publication_get_column (table, column), &cell);
}
