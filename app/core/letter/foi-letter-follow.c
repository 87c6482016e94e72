/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-follow.h"

#include "foi-composer-private.h"
#include "foi-composer-tables.h"
#include "foi-json-edit.h"

/* While figures are typed a letter is made after each of them, and all its words stay: only the
 * tables and charts in it are exchanged. Whatever else differs, the letter is composed. */

typedef struct
{
  FoiBrief *before;
  FoiBrief *after;
} Change;

/* Whether a composer finds the same in both, their figures aside. */
static gboolean
words_equal (FoiPublication *a, FoiPublication *b)
{
  return foi_publication_has_same_frame (a, b)
         && foi_publication_is_too_wide (a) == foi_publication_is_too_wide (b)
         && _foi_composer_collect_states (a) == _foi_composer_collect_states (b);
}

static gboolean
all_words_equal (Change *change)
{
  GPtrArray *old = foi_brief_get_publications (change->before);
  GPtrArray *new = foi_brief_get_publications (change->after);

  if (old->len != new->len)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (foi_publication_get_stamp (old->pdata[i]) != foi_publication_get_stamp (new->pdata[i])
        && !words_equal (old->pdata[i], new->pdata[i]))
      return FALSE;
  return TRUE;
}

/* What takes the place of @table: NULL where it did not change, or is none of the case's. */
static FoiPublication *
find_successor (Change *change, FoiPublication *table)
{
  GPtrArray *old = foi_brief_get_publications (change->before);
  GPtrArray *new = foi_brief_get_publications (change->after);
  const guint64 stamp = foi_publication_get_stamp (table);

  for (guint i = 0; i < old->len; i++)
    if (foi_publication_get_stamp (old->pdata[i]) == stamp)
      return foi_publication_get_stamp (new->pdata[i]) != stamp ? new->pdata[i] : NULL;
  return NULL;
}

/* A block over the new figures; NULL where its chart can no longer be drawn, or has another title,
 * which stands in the caption. */
static FoiBlock *
exchange (const FoiBlock *block, FoiPublication *table)
{
  g_autoptr (FoiBlock) result = foi_block_new (block->kind, block->id, block->place);

  result->number = block->number;
  result->spans = block->spans != NULL ? g_array_ref (block->spans) : NULL;
  result->children = block->children != NULL ? g_ptr_array_ref (block->children) : NULL;
  result->table = foi_publication_ref (table);
  if (block->chart != NULL)
    {
      result->chart = foi_chart_new (table, foi_publication_get_chart (table), NULL);
      if (result->chart == NULL
          || g_strcmp0 (foi_chart_get_title (result->chart), foi_chart_get_title (block->chart))
               != 0)
        return NULL;
    }
  return g_steal_pointer (&result);
}

/* Tables stand by themselves in a letter; one inside another block would be the composer's. */
static gboolean
holds_changed (Change *change, GPtrArray *children)
{
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      FoiBlock *child = children->pdata[i];

      if ((child->table != NULL && find_successor (change, child->table) != NULL)
          || holds_changed (change, child->children))
        return TRUE;
    }
  return FALSE;
}

static gboolean
exchange_all (Change *change, GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      FoiBlock *block = from->pdata[i];
      FoiPublication *table = block->table != NULL ? find_successor (change, block->table) : NULL;
      FoiBlock *result = table != NULL ? exchange (block, table) : foi_block_ref (block);

      if (result != NULL)
        g_ptr_array_add (to, result);
      if (result == NULL || holds_changed (change, block->children))
        return FALSE;
    }
  return TRUE;
}

/* A chart that could not be drawn before may be now; its place in the letter is the composer's. */
static gboolean
shows_all_charts (FoiLetter *self, FoiBrief *brief)
{
  GPtrArray *publications = foi_brief_get_publications (brief);
  guint n_charts = 0;

  for (guint i = 0; i < publications->len; i++)
    n_charts += foi_json_get_boolean (foi_publication_get_chart (publications->pdata[i]),
                                      "in_letter", FALSE) ? 1 : 0;
  for (guint i = 0; i < self->blocks->len; i++)
    n_charts -= ((FoiBlock *) self->blocks->pdata[i])->chart != NULL ? 1 : 0;
  return n_charts == 0;
}

/**
 * foi_letter_follow:
 * @self: a letter, composed by the rules and bank holidays that still hold
 * @before: what it was composed from
 * @after: the same case later, when nothing changed but its tables
 *
 * Makes the letter of @after from that of @before, in a fraction of the time of composing it: where
 * only figures changed, none of which stands in its sentences. It shares all other blocks.
 *
 * Returns: (transfer full) (nullable): the letter that foi_letter_compose() would make; %NULL where
 *   that has to be asked.
 */
FoiLetter *
foi_letter_follow (FoiLetter *self, FoiBrief *before, FoiBrief *after)
{
  Change change = { before, after };
  g_autoptr (FoiLetter) letter = NULL;

  g_return_val_if_fail (self != NULL && before != NULL && after != NULL, NULL);

  if (!self->draft || self->quotes_values || !all_words_equal (&change)
      || !shows_all_charts (self, after))
    return NULL;
  letter = foi_letter_new ();
  letter->id = g_strdup (self->id);
  letter->title = g_strdup (self->title);
  letter->author = g_strdup (self->author);
  letter->language = g_strdup (self->language);
  letter->reference = g_strdup (self->reference);
  letter->date = g_strdup (self->date);
  letter->draft = TRUE;
  if (!exchange_all (&change, self->blocks, letter->blocks))
    return NULL;
  for (guint i = 0; i < self->annexes->len; i++)
    {
      FoiPublication *table = find_successor (&change, self->annexes->pdata[i]);

      g_ptr_array_add (letter->annexes,
                       foi_publication_ref (table != NULL ? table : self->annexes->pdata[i]));
    }
  return g_steal_pointer (&letter);
}
