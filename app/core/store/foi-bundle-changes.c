/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-bundle-paper.h"

#include <glib/gi18n-lib.h>

#include "foi-composer.h"
#include "foi-issued.h"
#include "foi-json-edit.h"

/* What the letter that was sent says, and the case would not say any more. */

/* Texts of blocks by their ids; a table's are its cells. */
static void
collect (GPtrArray *blocks, GHashTable *texts, GPtrArray *order)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];
      char *text;

      if (block->id == NULL)
        continue;
      text = block->table != NULL ? foi_publication_to_csv (block->table)
                                        : foi_block_dup_text (block);

      if (block->children != NULL && block->table == NULL)
        {
          g_free (text);
          collect (block->children, texts, order);
        }
      else if (g_hash_table_insert (texts, block->id, text))
        g_ptr_array_add (order, block->id);
    }
}

/* What differs only because the letter is not dated or sent is no change. */
static gboolean
is_of_issue (const FoiBlock *block)
{
  return block == NULL || block->kind == FOI_BLOCK_DATE || block->kind == FOI_BLOCK_LETTERHEAD;
}

static void
add_change (GPtrArray *changes, FoiBlock *block, const char *sent, const char *now)
{
  if (is_of_issue (block))
    return;
  if (block->table != NULL)
    {
      g_ptr_array_add (changes,
                       g_strdup_printf (_("The table “%s” has other figures than it was sent "
                                          "with."), foi_publication_get_title (block->table)));
      return;
    }
  if (now == NULL)
    g_ptr_array_add (changes, g_strdup_printf (_("Sent, and not in the case any more: %s"), sent));
  else if (sent == NULL)
    g_ptr_array_add (changes, g_strdup_printf (_("Not sent, and in the case now: %s"), now));
  else
    {
      g_ptr_array_add (changes, g_strdup_printf (_("Sent: %s"), sent));
      g_ptr_array_add (changes, g_strdup_printf (_("In the case now: %s"), now));
    }
}

/**
 * foi_bundle_list_changes:
 * @brief: what may leave of a case
 * @rules: the rules of law
 *
 * Compares the answer as it was sent with the one that the case would make now.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what differs, in the letter's order;
 *   %NULL where no answer was sent, or it cannot be made any more.
 */
GPtrArray *
foi_bundle_list_changes (FoiBrief *brief, FoiRules *rules)
{
  const char *id = foi_brief_get_current_letter (brief);
  JsonNode *issued = foi_issued_find (brief, id);
  g_autoptr (FoiLetter) sent = issued != NULL ? foi_issued_read (issued, NULL) : NULL;
  g_autoptr (FoiLetter) now = foi_letter_compose (brief, rules, id, FALSE, NULL);
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) after = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) first = g_ptr_array_new (), second = g_ptr_array_new ();
  GPtrArray *changes;

  if (sent == NULL || now == NULL)
    return NULL;
  collect (sent->blocks, before, first);
  collect (now->blocks, after, second);
  changes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < first->len; i++)
    {
      const char *text = g_hash_table_lookup (before, first->pdata[i]);
      const char *other = g_hash_table_lookup (after, first->pdata[i]);

      if (g_strcmp0 (text, other) != 0)
        add_change (changes, foi_letter_find_block (sent, first->pdata[i]), text, other);
    }
  for (guint i = 0; i < second->len; i++)
    if (!g_hash_table_contains (before, second->pdata[i]))
      add_change (changes, foi_letter_find_block (now, second->pdata[i]), NULL,
                  g_hash_table_lookup (after, second->pdata[i]));
  return changes;
}
