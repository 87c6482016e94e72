/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-writers.h"

#include "foi-link.h"
#include "foi-text-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @first stands before the first line that is written, @prefix before each one after it. */
typedef struct
{
  GString *out;
  GString *prefix;
  char    *first;
} TextWriter;

static void
put_line (TextWriter *self, const char *line)
{
  gsize start = self->out->len;

  if (self->first != NULL)
    {
      g_string_append (self->out, self->first);
      g_clear_pointer (&self->first, g_free);
    }
  else
    g_string_append (self->out, self->prefix->str);
  g_string_append (self->out, line);
  while (self->out->len > start && self->out->str[self->out->len - 1] == ' ')
    g_string_truncate (self->out, self->out->len - 1);
  g_string_append_c (self->out, '\n');
}

static guint
get_columns (TextWriter *self)
{
  guint used = foi_text_measure (self->prefix->str);

  return used + 20 < FOI_TEXT_COLUMNS ? FOI_TEXT_COLUMNS - used : 20;
}

static void
put_wrapped (TextWriter *self, const char *text)
{
  g_autoptr (GPtrArray) lines = foi_text_wrap (text, get_columns (self));

  for (guint i = 0; i < lines->len; i++)
    put_line (self, lines->pdata[i]);
}

static guint
find_link_end (const GArray *spans, guint begin)
{
  const char *target = g_array_index (spans, FoiSpan, begin).target;
  guint end = begin;

  while (end < spans->len && g_strcmp0 (g_array_index (spans, FoiSpan, end).target, target) == 0)
    end++;
  return end;
}

static char *
spans_to_text (const GArray *spans)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; spans != NULL && i < spans->len;)
    {
      const char *target = g_array_index (spans, FoiSpan, i).target;
      guint end = find_link_end (spans, i);
      g_autoptr (GString) words = g_string_new (NULL);

      for (; i < end; i++)
        {
          const FoiSpan *span = &g_array_index (spans, FoiSpan, i);

          g_string_append (words, (span->flags & FOI_SPAN_BREAK) != 0 ? "\n" : span->text);
        }
      if (target != NULL && g_str_equal (words->str, target))
        g_string_append_printf (out, "<%s>", target);
      else if (target == NULL || foi_link_says_target (words->str, target))
        g_string_append (out, words->str);
      else
        g_string_append_printf (out, "%s <%s>", words->str, target);
    }
  return g_string_free (out, FALSE);
}

static void
put_spans (TextWriter *self, const FoiBlock *block)
{
  g_autofree char *text = spans_to_text (block->spans);

  put_wrapped (self, text);
}

static void put_block (TextWriter *self, const FoiBlock *block);

/* A list inside an item goes with the item's words: no blank line before it. */
static gboolean
is_loose (const FoiBlock *item)
{
  guint n_apart = 0;

  for (guint i = 0; item->children != NULL && i < item->children->len; i++)
    n_apart += ((FoiBlock *) item->children->pdata[i])->kind != FOI_BLOCK_LIST ? 1 : 0;
  return n_apart > 1;
}

/* Blocks of running text have a blank line between them, the lines of an address have none. */
static void
put_children (TextWriter *self, const FoiBlock *block, gboolean with_space)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      if (i > 0 && with_space)
        put_line (self, "");
      put_block (self, block->children->pdata[i]);
    }
}

/* Writes a block behind @first, its other lines behind @rest. */
static void
put_indented (TextWriter *self, const FoiBlock *block, const char *first, const char *rest,
              gboolean with_space)
{
  gsize length = self->prefix->len;
  g_autofree char *outer = g_steal_pointer (&self->first);

  self->first = g_strconcat (outer != NULL ? outer : self->prefix->str, first, NULL);
  g_string_append (self->prefix, rest);
  if (block->spans != NULL)
    put_spans (self, block);
  put_children (self, block, with_space);
  g_string_truncate (self->prefix, length);
  g_clear_pointer (&self->first, g_free);
}

static void
put_list (TextWriter *self, const FoiBlock *block)
{
  guint n_items = block->children != NULL ? block->children->len : 0;
  g_autofree char *last = g_strdup_printf ("%d", block->start + (int) n_items - 1);
  int width = (int) strlen (last);
  gboolean with_space = FALSE;

  for (guint i = 0; i < n_items; i++)
    with_space |= is_loose (block->children->pdata[i]);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *number = g_strdup_printf ("%*d. ", width, block->start + (int) i);
      const char *mark = block->ordered ? number : "- ";
      g_autofree char *indent = g_strnfill (strlen (mark), ' ');

      if (i > 0 && with_space)
        put_line (self, "");
      put_indented (self, block->children->pdata[i], mark, indent, with_space);
    }
}

static void
put_heading (TextWriter *self, const FoiBlock *block)
{
  g_autofree char *text = spans_to_text (block->spans);
  g_autofree char *rule = g_strnfill (MIN (foi_text_measure (text), FOI_TEXT_COLUMNS),
                                      block->level <= 1 ? '=' : '-');

  put_wrapped (self, text);
  put_line (self, rule);
}

static void
put_table (TextWriter *self, const FoiBlock *block)
{
  g_autoptr (GPtrArray) lines = foi_text_table_to_lines (block, get_columns (self));

  put_spans (self, block);
  put_line (self, "");
  for (guint i = 0; i < lines->len; i++)
    put_line (self, lines->pdata[i]);
  if (block->children != NULL)
    put_line (self, "");
  put_children (self, block, FALSE);
}

/* A chart is its description; its figures stand in the table that it is drawn from. */
static void
put_figure (TextWriter *self, const FoiBlock *block)
{
  put_spans (self, block);
  if (block->chart != NULL)
    put_wrapped (self, foi_chart_get_description (block->chart));
}

/* Room to sign between the first line and the name. */
static void
put_sign_off (TextWriter *self, const FoiBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      if (i == 1)
        put_line (self, "");
      put_block (self, block->children->pdata[i]);
    }
}

static void
put_block (TextWriter *self, const FoiBlock *block)
{
  switch (block->kind)
    {
    case FOI_BLOCK_LETTERHEAD:
    case FOI_BLOCK_ADDRESSEE:
    case FOI_BLOCK_SUBJECT:
      put_children (self, block, FALSE);
      break;
    case FOI_BLOCK_HEADING:
      put_heading (self, block);
      break;
    case FOI_BLOCK_ASKED:
      put_indented (self, block, "    ", "    ", TRUE);
      break;
    case FOI_BLOCK_LIST:
      put_list (self, block);
      break;
    case FOI_BLOCK_QUOTE:
      put_indented (self, block, "> ", "> ", TRUE);
      break;
    case FOI_BLOCK_TABLE:
      put_table (self, block);
      break;
    case FOI_BLOCK_FIGURE:
      put_figure (self, block);
      break;
    case FOI_BLOCK_SIGN_OFF:
      put_sign_off (self, block);
      break;
    case FOI_BLOCK_DATE:
    case FOI_BLOCK_SALUTATION:
    case FOI_BLOCK_PARAGRAPH:
    case FOI_BLOCK_ITEM:
    case FOI_BLOCK_NOTE:
    default:
      put_spans (self, block);
      break;
    }
}

/**
 * foi_letter_to_text:
 * @self: a letter
 *
 * Writes the letter for the body of an e-mail: lines of at most 76 columns but for longer links,
 * tables in columns. Until it is issued, its first line says that it is a draft, as its paper does.
 *
 * Returns: (transfer full): plain text, "\n" at the end of each line.
 */
char *
foi_letter_to_text (FoiLetter *self)
{
  TextWriter writer = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  writer.out = g_string_new (NULL);
  writer.prefix = g_string_new (NULL);
  if (self->draft)
    g_string_append_printf (writer.out, "%s\n", _("DRAFT"));
  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (i > 0 || self->draft)
        g_string_append_c (writer.out, '\n');
      put_block (&writer, self->blocks->pdata[i]);
    }
  g_string_free (writer.prefix, TRUE);
  return g_string_free (writer.out, FALSE);
}
