/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-gaps.h"

static void
gap_free (FoiLetterGap *gap)
{
  g_free (gap->block);
  g_free (gap->place);
  g_free (gap->text);
  g_free (gap);
}

static void
add_gaps (GPtrArray *gaps, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];

      /* The date is given when the letter is issued. */
      if (block->kind == FOI_BLOCK_DATE)
        continue;
      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        {
          const FoiSpan *span = &g_array_index (block->spans, FoiSpan, j);
          FoiLetterGap *gap;

          /* Words that lead nowhere are there, and a matter for the checks. */
          if ((span->flags & (FOI_SPAN_MISSING | FOI_SPAN_UNLINKED)) != FOI_SPAN_MISSING)
            continue;
          gap = g_new (FoiLetterGap, 1);
          *gap = (FoiLetterGap) { g_strdup (block->id), g_strdup (block->place),
                                  g_strdup (span->text) };
          g_ptr_array_add (gaps, gap);
        }
      add_gaps (gaps, block->children);
    }
}

/**
 * foi_letter_gaps_list:
 * @letter: a draft: of a letter that goes out, nothing is known to be missing
 *
 * Returns: (transfer full) (element-type FoiLetterGap): what it lacks, its date aside, in the order
 *   of reading.
 */
GPtrArray *
foi_letter_gaps_list (FoiLetter *letter)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) gap_free);

  g_return_val_if_fail (letter != NULL, gaps);

  add_gaps (gaps, letter->blocks);
  return gaps;
}
