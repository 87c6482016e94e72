/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-private.h"

#include "foi-markup.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static char *
make_key (const char *kind, const char *name)
{
  return g_strdup_printf ("%s:%s", kind, name);
}

/* The name in a placeholder of @kind: "mash-calls" in "table:mash-calls"; NULL for other kinds. */
static char *
dup_name (const char *placeholder, const char *kind)
{
  if (!g_str_has_prefix (placeholder, kind) || placeholder[strlen (kind)] != ':')
    return NULL;
  return g_strdup (placeholder + strlen (kind) + 1);
}

/* The placeholder that is all there is in a paragraph, or NULL. */
static const char *
find_lone_placeholder (const FoiBlock *block)
{
  const FoiSpan *span;

  if (block->kind != FOI_BLOCK_PARAGRAPH || block->spans == NULL || block->spans->len != 1)
    return NULL;
  span = &g_array_index (block->spans, FoiSpan, 0);
  return (span->flags & FOI_SPAN_PLACEHOLDER) != 0 ? span->text : NULL;
}

/* A line that is only a question's placeholder says where to look: "See our answer to …". */
static FoiBlock *
make_see (FoiComposer *self, const FoiBlock *block, const char *question)
{
  const FoiScope scope = { .composer = self, .see = question };
  FoiBlock *paragraph = foi_block_new (FOI_BLOCK_PARAGRAPH, block->id, block->place);

  _foi_scope_add_label (&scope, "see-question", paragraph, 0);
  return paragraph;
}

/* Lists and quotations have running text only: what lies in them is referred to, not placed. */
static void
say_where_inside (FoiComposer *self, FoiBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      FoiBlock *child = block->children->pdata[i];
      const char *placeholder = find_lone_placeholder (child);
      g_autofree char *question = placeholder != NULL ? dup_name (placeholder, "question") : NULL;

      if (question != NULL)
        {
          block->children->pdata[i] = make_see (self, child, question);
          foi_block_unref (child);
        }
      else
        say_where_inside (self, child);
    }
}

/* Whether there is such a thing and it is not in the letter yet: twice it is only referred to. */
static gboolean
can_set (FoiComposer *self, const char *kind, const char *name)
{
  g_autofree char *key = make_key (kind, name);
  FoiPublication *table = foi_brief_find_publication (self->brief, name);

  return table != NULL && !g_hash_table_contains (self->set, key)
         && (g_str_equal (kind, "table") || foi_publication_get_chart (table) != NULL);
}

/*
 * _foi_composer_place:
 * @blocks: (element-type FoiBlock): a text as read
 * @out: (element-type FoiBlock): what the blocks are added to
 *
 * Adds the blocks of a text, with tables, charts and sentences of reference in the place of the
 * lines that ask for them.
 */
void
_foi_composer_place (FoiComposer *self, GPtrArray *blocks, GPtrArray *out)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];
      const char *placeholder = find_lone_placeholder (block);
      g_autofree char *table = placeholder != NULL ? dup_name (placeholder, "table") : NULL;
      g_autofree char *chart = placeholder != NULL ? dup_name (placeholder, "chart") : NULL;
      g_autofree char *question = placeholder != NULL ? dup_name (placeholder, "question") : NULL;

      if (table != NULL && can_set (self, "table", table))
        _foi_composer_add_table (self, table, out);
      else if (chart != NULL && can_set (self, "chart", chart)
               && _foi_composer_add_chart (self, chart, out))
        continue;
      else if (question != NULL)
        g_ptr_array_add (out, make_see (self, block, question));
      else
        {
          say_where_inside (self, block);
          g_ptr_array_add (out, foi_block_ref (block));
        }
    }
}

static void
add_missing (FoiBlock *block, const char *kind, const char *name, FoiSpanFlags flags)
{
  g_autofree char *thing = kind != NULL ? g_strdup_printf ("%s %s", kind, name) : g_strdup (name);
  /* Translators: stands in a letter where a thing should be that is not there. */
  g_autofree char *text = g_strdup_printf (_("[missing: %s]"), thing);

  foi_block_add_span (block, text, flags | FOI_SPAN_MISSING, NULL);
}

static void
add_question_reference (FoiComposer *self, FoiBlock *block, const char *id, FoiSpanFlags flags)
{
  FoiQuestion *question = foi_brief_find_question (self->brief, id);
  const char *heading = g_hash_table_lookup (self->headings, id);

  if (question == NULL || heading == NULL)
    add_missing (block, _("question"), id, flags);
  else
    {
      g_autofree char *number = _foi_composer_dup_number (self, question);
      g_autofree char *text = _foi_composer_dup_label (self, "question-heading", number);
      g_autofree char *target = g_strconcat ("#", heading, NULL);

      foi_block_add_span (block, text, flags, target);
    }
}

/* "Table 1", "Figure 1", or the name of the file where the table is only supplied as one. */
static void
add_set_reference (FoiComposer *self, FoiBlock *block, const char *kind, const char *name,
                   FoiSpanFlags flags)
{
  g_autofree char *key = make_key (kind, name);
  const FoiBlock *set = g_hash_table_lookup (self->set, key);
  g_autofree char *text = NULL, *target = NULL;

  if (set == NULL)
    {
      add_missing (block, g_str_equal (kind, "table") ? _("table") : _("chart"), name, flags);
      return;
    }
  target = g_strconcat ("#", set->id, NULL);
  if (set->kind == FOI_BLOCK_PARAGRAPH)
    text = g_strconcat (name, ".csv", NULL);
  else
    {
      g_autofree char *number = g_strdup_printf ("%u", set->number);
      const char *label = set->kind == FOI_BLOCK_TABLE ? "table-label" : "figure-label";

      text = _foi_composer_dup_label (self, label, number);
    }
  foi_block_add_span (block, text, flags, target);
}

static void
resolve_placeholder (FoiComposer *self, FoiBlock *block, const char *placeholder,
                     FoiSpanFlags flags)
{
  g_autofree char *table = dup_name (placeholder, "table");
  g_autofree char *chart = dup_name (placeholder, "chart");
  g_autofree char *question = dup_name (placeholder, "question");
  g_autofree char *address = dup_name (placeholder, "value");

  if (question != NULL)
    add_question_reference (self, block, question, flags);
  else if (table != NULL)
    add_set_reference (self, block, "table", table, flags);
  else if (chart != NULL)
    add_set_reference (self, block, "chart", chart, flags);
  else if (address != NULL)
    {
      g_autofree char *value = foi_brief_dup_value (self->brief, address);

      self->letter->quotes_values = TRUE;
      if (value != NULL)
        foi_block_add_span (block, value, flags, NULL);
      else
        add_missing (block, _("value"), address, flags);
    }
  else
    add_missing (block, NULL, placeholder, flags);
}

/* What is issued has no marks for the officer. */
static void
clear_missing (FoiBlock *block)
{
  g_autoptr (GArray) spans = g_steal_pointer (&block->spans);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (spans, FoiSpan, i);

      foi_block_add_span (block, span->text,
                          span->flags & ~(guint) (FOI_SPAN_MISSING | FOI_SPAN_UNLINKED),
                          span->target);
    }
}

static void
resolve_block (FoiComposer *self, FoiBlock *block)
{
  g_autoptr (GArray) spans = g_steal_pointer (&block->spans);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (spans, FoiSpan, i);

      if ((span->flags & FOI_SPAN_PLACEHOLDER) != 0)
        resolve_placeholder (self, block, span->text, span->flags & ~FOI_SPAN_PLACEHOLDER);
      else
        foi_block_add_span (block, span->text, span->flags, span->target);
    }
  if (!self->letter->draft)
    clear_missing (block);
}

/*
 * _foi_composer_resolve:
 * @blocks: (nullable) (element-type FoiBlock): blocks of the letter
 *
 * Prints what every placeholder stands for, now that all that can be referred to has its number.
 */
void
_foi_composer_resolve (FoiComposer *self, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];

      resolve_block (self, block);
      _foi_composer_resolve (self, block->children);
    }
}
