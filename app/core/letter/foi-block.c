/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-block.h"

#include "foi-clean-text.h"

static void
span_clear (gpointer data)
{
  FoiSpan *span = data;

  g_clear_pointer (&span->text, g_free);
  g_clear_pointer (&span->target, g_free);
}

static gboolean
span_equal (const FoiSpan *a, const FoiSpan *b)
{
  return a->flags == b->flags && g_str_equal (a->text, b->text)
         && g_strcmp0 (a->target, b->target) == 0;
}

static gboolean
spans_equal (const GArray *a, const GArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!span_equal (&g_array_index (a, FoiSpan, i), &g_array_index (b, FoiSpan, i)))
      return FALSE;
  return TRUE;
}

static gboolean
children_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!foi_block_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * foi_block_new:
 * @kind: what it is
 * @id: unique in its letter
 * @place: (nullable): the address of its editor
 *
 * Returns: (transfer full): an empty block.
 */
FoiBlock *
foi_block_new (FoiBlockKind kind, const char *id, const char *place)
{
  FoiBlock *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (FoiBlock, 1);
  self->ref_count = 1;
  self->kind = kind;
  self->id = g_strdup (id);
  self->place = g_strdup (place);
  return self;
}

/**
 * foi_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): @self, from any thread.
 */
FoiBlock *
foi_block_ref (FoiBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_block_unref:
 * @self: (transfer full): a block
 *
 * Gives a reference up; the last frees the block.
 */
void
foi_block_unref (FoiBlock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->table, foi_publication_unref);
  g_clear_pointer (&self->chart, foi_chart_unref);
  g_free (self->id);
  g_free (self->place);
  g_free (self);
}

/**
 * foi_block_add_span:
 * @self: a block that nobody else reads yet
 * @text: what is printed; may be "" only for a line break
 * @flags: in which manner
 * @target: (nullable): where a link leads: a URL, or "#" and the id of a block
 *
 * Adds running text; text in the manner of the last span is joined to it.
 */
void
foi_block_add_span (FoiBlock *self, const char *text, FoiSpanFlags flags, const char *target)
{
  g_autofree char *clean = NULL;
  FoiSpan span = { 0 };

  g_return_if_fail (self != NULL && text != NULL);

  clean = foi_clean_text (text);
  if (clean[0] == '\0' && (flags & FOI_SPAN_BREAK) == 0)
    return;
  if (self->spans == NULL)
    {
      self->spans = g_array_new (FALSE, FALSE, sizeof (FoiSpan));
      g_array_set_clear_func (self->spans, span_clear);
    }
  if (self->spans->len > 0 && (flags & FOI_SPAN_BREAK) == 0)
    {
      FoiSpan *last = &g_array_index (self->spans, FoiSpan, self->spans->len - 1);

      if (last->flags == flags && g_strcmp0 (last->target, target) == 0)
        {
          char *joined = g_strconcat (last->text, clean, NULL);

          g_free (last->text);
          last->text = joined;
          return;
        }
    }
  span.text = g_steal_pointer (&clean);
  span.target = g_strdup (target);
  span.flags = flags;
  g_array_append_val (self->spans, span);
}

/**
 * foi_block_add_child:
 * @self: a block that nobody else reads yet
 * @child: (transfer full): the next block in it
 */
void
foi_block_add_child (FoiBlock *self, FoiBlock *child)
{
  g_return_if_fail (self != NULL && child != NULL);

  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_block_unref);
  g_ptr_array_add (self->children, child);
}

/**
 * foi_block_equal:
 * @a: a block
 * @b: a block
 *
 * Returns: whether they print the same in the same way, lead to the same editors and are linked to
 *   by the same names.
 */
gboolean
foi_block_equal (const FoiBlock *a, const FoiBlock *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->level != b->level || a->ordered != b->ordered
      || a->start != b->start || a->number != b->number
      || !g_str_equal (a->id, b->id) || g_strcmp0 (a->place, b->place) != 0
      || (a->table == NULL) != (b->table == NULL) || (a->chart == NULL) != (b->chart == NULL))
    return FALSE;
  return spans_equal (a->spans, b->spans) && children_equal (a->children, b->children)
         && (a->table == NULL || foi_publication_equal (a->table, b->table))
         && (a->chart == NULL || foi_chart_equal (a->chart, b->chart));
}

/**
 * foi_block_hash:
 * @self: a block
 *
 * Returns: a number that is the same for equal blocks. Figures of a table are not in it: reading a
 *   table to find it would cost more than comparing it once found.
 */
guint
foi_block_hash (const FoiBlock *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = g_str_hash (self->id) * 31 + (guint) self->kind;
  hash = hash * 31 + self->number;
  for (guint i = 0; self->spans != NULL && i < self->spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (self->spans, FoiSpan, i);

      hash = hash * 31 + g_str_hash (span->text) + (guint) span->flags;
    }
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    hash = hash * 31 + foi_block_hash (self->children->pdata[i]);
  return hash;
}

static void
append_text (const FoiBlock *self, GString *text)
{
  for (guint i = 0; self->spans != NULL && i < self->spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (self->spans, FoiSpan, i);

      g_string_append (text, (span->flags & FOI_SPAN_BREAK) != 0 ? "\n" : span->text);
    }
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    {
      if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
      append_text (self->children->pdata[i], text);
    }
}

/**
 * foi_block_dup_text:
 * @self: a block
 *
 * Returns: (transfer full): its words and those of what it contains, a line for each paragraph:
 *   what a screen reader says. The cells of a table are not in it.
 */
char *
foi_block_dup_text (const FoiBlock *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append_text (self, text);
  return g_string_free (text, FALSE);
}
