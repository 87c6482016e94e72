/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate-drafts.h"

#include "foi-json-edit.h"

typedef struct
{
  JsonNode *row; /* as it was when this was typed: undo brings back the same one */
  guint     column;
  char     *text;
} Draft;

struct _FoiEstimateDrafts
{
  GArray *drafts; /* of Draft */
};

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  json_node_unref (draft->row);
  g_free (draft->text);
}

static Draft *
find_draft (FoiEstimateDrafts *self, JsonNode *row, guint column, guint *index)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = &g_array_index (self->drafts, Draft, i);

      if (draft->row == row && draft->column == column)
        {
          *index = i;
          return draft;
        }
    }
  return NULL;
}

static gboolean
has_row (JsonNode *list, JsonNode *row)
{
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    if (foi_json_get_element (list, i) == row)
      return TRUE;
  return FALSE;
}

/**
 * foi_estimate_drafts_new:
 */
FoiEstimateDrafts *
foi_estimate_drafts_new (void)
{
  FoiEstimateDrafts *self = g_new0 (FoiEstimateDrafts, 1);

  self->drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_array_set_clear_func (self->drafts, clear_draft);
  return self;
}

/**
 * foi_estimate_drafts_free:
 */
void
foi_estimate_drafts_free (FoiEstimateDrafts *self)
{
  g_array_unref (self->drafts);
  g_free (self);
}

/**
 * foi_estimate_drafts_put:
 * @row: a row of the case
 * @column: which cell
 * @text: what stands in it
 */
void
foi_estimate_drafts_put (FoiEstimateDrafts *self, JsonNode *row, guint column, const char *text)
{
  const Draft draft = { json_node_ref (row), column, g_strdup (text) };
  guint index;

  if (find_draft (self, row, column, &index) != NULL)
    g_array_remove_index_fast (self->drafts, index);
  g_array_append_val (self->drafts, draft);
}

/**
 * foi_estimate_drafts_follow:
 * @before: (nullable): the rows as they were
 * @after: (nullable): as they are now
 *
 * Drafts of a row of which another cell was edited go to what it is now. Rows that only moved, went
 * or came back are the same as they were, and need nothing.
 */
void
foi_estimate_drafts_follow (FoiEstimateDrafts *self, JsonNode *before, JsonNode *after)
{
  const guint n_rows = foi_json_get_n_elements (before);

  if (n_rows != foi_json_get_n_elements (after))
    return;
  for (guint i = 0; i < n_rows; i++)
    {
      JsonNode *old = foi_json_get_element (before, i);
      JsonNode *new = foi_json_get_element (after, i);

      if (old == new || has_row (after, old) || has_row (before, new))
        continue;
      for (guint j = 0; j < self->drafts->len; j++)
        {
          Draft *draft = &g_array_index (self->drafts, Draft, j);

          if (draft->row != old)
            continue;
          json_node_unref (draft->row);
          draft->row = json_node_ref (new);
        }
    }
}

/**
 * foi_estimate_drafts_take:
 *
 * Returns: (transfer full) (nullable): what stood in a cell of @row, which is forgotten here.
 */
char *
foi_estimate_drafts_take (FoiEstimateDrafts *self, JsonNode *row, guint column)
{
  guint index;
  Draft *draft = find_draft (self, row, column, &index);
  g_autofree char *text = draft != NULL ? g_strdup (draft->text) : NULL;

  if (draft != NULL)
    g_array_remove_index_fast (self->drafts, index);
  return g_steal_pointer (&text);
}
