/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-public-copy.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-phrase.h"
#include "foi-requester-details.h"

typedef struct
{
  GPtrArray *details;
  JsonNode  *requester;
} Copying;

static void
copy_spans (const Copying *self, const FoiBlock *block, FoiBlock *copy)
{
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (block->spans, FoiSpan, i);
      g_autofree char *text = foi_requester_details_mask (self->details, span->text);
      gboolean names = span->target != NULL
                       && foi_requester_details_find (self->details, span->target, 0, NULL, NULL)
                            != NULL;

      foi_block_add_span (copy, text, span->flags, names ? NULL : span->target);
    }
}

/* "Dear Jane": whoever is spoken to by a name of theirs is not named. */
static gboolean
greets_somebody (const Copying *self, const FoiBlock *block)
{
  g_autofree char *text = foi_block_dup_text (block);
  const char *salutation = foi_json_get_string (self->requester, "salutation", "");
  g_auto (GStrv) names = g_strsplit_set (foi_json_get_string (self->requester, "name", ""), " ",
                                         -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (foi_phrase_find (text, names[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return salutation[0] != '\0' && !foi_phrase_find (salutation, "sir", FALSE, 0, NULL, NULL)
         && !foi_phrase_find (salutation, "madam", FALSE, 0, NULL, NULL)
         && foi_phrase_find (text, salutation, FALSE, 0, NULL, NULL);
}

/* The block for everybody; NULL where nothing of it is. */
static FoiBlock *
copy_block (const Copying *self, const FoiBlock *block)
{
  FoiBlock *copy;

  if (block->kind == FOI_BLOCK_ADDRESSEE)
    return NULL;
  copy = foi_block_new (block->kind, block->id, block->place);
  copy->level = block->level;
  copy->ordered = block->ordered;
  copy->start = block->start;
  copy->number = block->number;
  copy->table = block->table != NULL ? foi_publication_ref (block->table) : NULL;
  copy->chart = block->chart != NULL ? foi_chart_ref (block->chart) : NULL;
  if (block->kind == FOI_BLOCK_SALUTATION && greets_somebody (self, block))
    /* Translators: how a copy of a letter that is published greets whoever asked. */
    foi_block_add_span (copy, _("Dear requester"), 0, NULL);
  else
    copy_spans (self, block, copy);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      FoiBlock *child = copy_block (self, block->children->pdata[i]);

      if (child != NULL)
        foi_block_add_child (copy, child);
    }
  return copy;
}

/**
 * foi_letter_make_public:
 * @self: a letter
 * @request: (nullable): the request of its case
 * @authority: (nullable): the authority's profile
 *
 * Makes the copy of a letter that everybody may read: without the addressee, and with words in the
 * place of the requester's name and contact details wherever they stand in the running text. What
 * is in tables and charts stays as it is.
 *
 * Returns: (transfer full): the copy.
 */
FoiLetter *
foi_letter_make_public (FoiLetter *self, JsonNode *request, JsonNode *authority)
{
  Copying copying = { .requester = foi_json_get_member (request, "requester") };
  FoiLetter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copying.details = foi_requester_details_list (request, authority);
  foi_requester_details_add_reference (copying.details, self->reference);
  copy = foi_letter_new ();
  copy->id = g_strdup (self->id);
  copy->title = foi_requester_details_mask (copying.details,
                                            self->title != NULL ? self->title : "");
  copy->author = g_strdup (self->author);
  copy->language = g_strdup (self->language);
  copy->reference = foi_requester_details_mask (copying.details,
                                                self->reference != NULL ? self->reference : "");
  copy->date = g_strdup (self->date);
  copy->draft = self->draft;
  copy->quotes_values = self->quotes_values;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      FoiBlock *block = copy_block (&copying, self->blocks->pdata[i]);

      if (block != NULL)
        g_ptr_array_add (copy->blocks, block);
    }
  for (guint i = 0; i < self->annexes->len; i++)
    g_ptr_array_add (copy->annexes, foi_publication_ref (self->annexes->pdata[i]));
  g_ptr_array_unref (copying.details);
  return copy;
}
