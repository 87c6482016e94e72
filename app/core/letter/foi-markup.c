/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-link.h"
#include "foi-markup.h"

#include <cmark.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* The one file that knows the parser. Its tree becomes blocks; what a letter has no use for becomes
 * plain text. All words that were typed stay; only a rule across the page goes. */

typedef struct
{
  const FoiMarkupSource *source;
  GArray                *inserts;
  GPtrArray             *blocks;     /* the result */
  GPtrArray             *containers; /* of FoiBlock: lists, items and quotations now open */
  guint                  too_deep;   /* open containers that were left out for their depth */
  FoiBlock              *paragraph;  /* the running text now open, or NULL */
  guint                  strong;
  guint                  emphasis;
  guint                  links;
  gboolean               heading;
  gboolean               locked;
  gboolean               dead_link;
  char                  *target;
  char                  *refused_target;
  const char            *text;       /* what is parsed */
} Builder;

static guint
count_siblings (Builder *builder)
{
  if (builder->containers->len > 0)
    {
      const FoiBlock *top = builder->containers->pdata[builder->containers->len - 1];

      return top->children != NULL ? top->children->len : 0;
    }
  return builder->blocks->len;
}

static FoiBlock *
make_block (Builder *builder, FoiBlockKind kind)
{
  const char *parent = builder->source->id;
  g_autofree char *id = NULL;

  if (builder->containers->len > 0)
    parent = ((FoiBlock *) builder->containers->pdata[builder->containers->len - 1])->id;
  id = g_strdup_printf ("%s/%u", parent, count_siblings (builder) + 1);
  return foi_block_new (kind, id, builder->source->place);
}

static void
place_block (Builder *builder, FoiBlock *block)
{
  if (builder->containers->len > 0)
    foi_block_add_child (builder->containers->pdata[builder->containers->len - 1], block);
  else
    g_ptr_array_add (builder->blocks, block);
}

static void
open_container (Builder *builder, FoiBlockKind kind, cmark_node *node)
{
  /* A list is opened only where its items fit too. */
  guint depth = builder->containers->len + (kind == FOI_BLOCK_LIST ? 2 : 1);
  FoiBlock *block;

  if (builder->too_deep > 0 || depth > FOI_MARKUP_MAX_DEPTH)
    {
      builder->too_deep++;
      return;
    }
  block = make_block (builder, kind);
  if (kind == FOI_BLOCK_LIST)
    {
      block->ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
      block->start = block->ordered ? cmark_node_get_list_start (node) : 0;
    }
  g_ptr_array_add (builder->containers, block);
}

static void add_text_block (Builder *builder, const char *literal);

static char *
dup_line (Builder *builder, int number)
{
  g_auto (GStrv) lines = g_strsplit (builder->text, "\n", -1);

  return number >= 1 && (guint) number <= g_strv_length (lines)
           ? g_strstrip (g_strdup (lines[number - 1])) : g_strdup ("");
}

/* A lone "-" below a line is the beginning of a list, and does not make a heading of the line; NULL
 * for any other heading. */
static char *
dup_lone_mark (Builder *builder, cmark_node *heading)
{
  g_autofree char *line = NULL;

  if (cmark_node_get_end_line (heading) <= cmark_node_get_start_line (heading))
    return NULL;
  line = dup_line (builder, cmark_node_get_end_line (heading));
  return strcmp (line, "-") == 0 || strcmp (line, "=") == 0 ? g_steal_pointer (&line) : NULL;
}

/* Marks with nothing behind them: "12." is a number to whoever types it, and not a list of nothing,
 * and "#" is what it is. Nothing that is typed is lost on the way to the letter. */
static void
add_as_typed (Builder *builder, cmark_node *node)
{
  const int first = cmark_node_get_start_line (node);

  for (int i = first; i <= MAX (cmark_node_get_end_line (node), first); i++)
    {
      g_autofree char *line = dup_line (builder, i);

      if (line[0] != '\0')
        add_text_block (builder, line);
    }
}

static void
close_container (Builder *builder, cmark_node *node)
{
  FoiBlock *block;

  if (builder->too_deep > 0)
    {
      builder->too_deep--;
      return;
    }
  block = g_ptr_array_steal_index (builder->containers, builder->containers->len - 1);
  if (block->children != NULL)
    {
      place_block (builder, block);
      return;
    }
  if (block->kind == FOI_BLOCK_LIST)
    add_as_typed (builder, node);
  foi_block_unref (block);
}

static FoiSpanFlags
get_flags (Builder *builder)
{
  guint flags = 0;

  if (builder->strong > 0 || builder->heading)
    flags |= FOI_SPAN_STRONG;
  if (builder->emphasis > 0)
    flags |= FOI_SPAN_EMPHASIS;
  if (builder->locked)
    flags |= FOI_SPAN_LOCKED;
  if (builder->dead_link)
    flags |= FOI_SPAN_MISSING | FOI_SPAN_UNLINKED;
  return (FoiSpanFlags) flags;
}

static void
add_missing (FoiBlock *block, const char *name, FoiSpanFlags flags)
{
  /* Translators: stands in a letter where a thing should be that is not there. */
  g_autofree char *text = g_strdup_printf (_("[missing: %s]"), name);

  foi_block_add_span (block, text, flags | FOI_SPAN_MISSING, NULL);
}

/* What an insert says in a place where it can only be text: a link's target. */
static void
append_plain_insert (Builder *builder, const FoiInsert *insert, GString *out)
{
  switch (insert->kind)
    {
    case FOI_INSERT_TEXT:
    case FOI_INSERT_ADDRESS:
      g_string_append (out, insert->text);
      break;
    case FOI_INSERT_PLACEHOLDER:
      g_string_append_printf (out, "{{%s}}", insert->text);
      break;
    case FOI_INSERT_GAP:
      {
        g_autoptr (FoiBlock) block = foi_block_new (FOI_BLOCK_PARAGRAPH, "", NULL);

        if (builder->source->fill (insert->text, block, 0, builder->source->user_data))
          {
            g_autofree char *text = foi_block_dup_text (block);

            g_string_append (out, text);
          }
        break;
      }
    case FOI_INSERT_LOCK:
      g_string_append (out, "[[");
      break;
    case FOI_INSERT_UNLOCK:
      g_string_append (out, "]]");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_insert (Builder *builder, const FoiInsert *insert)
{
  FoiBlock *block = builder->paragraph;
  FoiSpanFlags flags = get_flags (builder);

  switch (insert->kind)
    {
    case FOI_INSERT_TEXT:
      foi_block_add_span (block, insert->text, flags, builder->target);
      break;
    case FOI_INSERT_ADDRESS:
      foi_block_add_span (block, insert->text, flags,
                          builder->links > 0 ? builder->target : insert->target);
      break;
    case FOI_INSERT_PLACEHOLDER:
      foi_block_add_span (block, insert->text, flags | FOI_SPAN_PLACEHOLDER, NULL);
      break;
    case FOI_INSERT_GAP:
      if (builder->target != NULL)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          append_plain_insert (builder, insert, text);
          g_strdelimit (text->str, "\r\n", ' ');
          foi_block_add_span (block, text->str, flags, builder->target);
        }
      else if (!builder->source->fill (insert->text, block, flags, builder->source->user_data))
        add_missing (block, insert->text, flags);
      break;
    case FOI_INSERT_LOCK:
      builder->locked = TRUE;
      break;
    case FOI_INSERT_UNLOCK:
      builder->locked = FALSE;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Whoever fills a gap may end their words with a full stop: the sentence has one of its own. */
static gboolean
ends_sentence (const Builder *builder)
{
  const GArray *spans = builder->paragraph->spans;
  const FoiSpan *last
    = spans != NULL && spans->len > 0 ? &g_array_index (spans, FoiSpan, spans->len - 1) : NULL;

  return last != NULL && g_str_has_suffix (last->text, ".");
}

/* Adds one line of literal text, with the things that were taken out of it put back in. */
static void
add_line (Builder *builder, const char *text, gsize length)
{
  gsize begin, end;
  guint index;

  while (foi_markup_find_insert (text, length, &begin, &end, &index))
    {
      g_autofree char *before = g_strndup (text, begin);

      foi_block_add_span (builder->paragraph, before, get_flags (builder), builder->target);
      if (index < builder->inserts->len)
        add_insert (builder, &g_array_index (builder->inserts, FoiInsert, index));
      text += end;
      length -= end;
      if (length > 0 && text[0] == '.' && index < builder->inserts->len
          && g_array_index (builder->inserts, FoiInsert, index).kind == FOI_INSERT_GAP
          && ends_sentence (builder))
        {
          text++;
          length--;
        }
    }
  if (length > 0)
    {
      g_autofree char *rest = g_strndup (text, length);

      foi_block_add_span (builder->paragraph, rest, get_flags (builder), builder->target);
    }
}

static void
add_literal (Builder *builder, const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '\n')
    length--;
  for (const char *line = text; line <= text + length;)
    {
      const char *end = memchr (line, '\n', (gsize) (text + length - line));
      gsize size = (gsize) ((end != NULL ? end : text + length) - line);

      add_line (builder, line, size);
      if (end == NULL)
        break;
      foi_block_add_span (builder->paragraph, "", FOI_SPAN_BREAK, NULL);
      line = end + 1;
    }
}

static char *
expand_target (Builder *builder, const char *url)
{
  GString *out = g_string_new (NULL);
  gsize begin, end;
  guint index;

  while (foi_markup_find_insert (url, strlen (url), &begin, &end, &index))
    {
      g_string_append_len (out, url, (gssize) begin);
      if (index < builder->inserts->len)
        append_plain_insert (builder, &g_array_index (builder->inserts, FoiInsert, index), out);
      url += end;
    }
  g_string_append (out, url);
  return g_string_free (out, FALSE);
}

static void
open_link (Builder *builder, cmark_node *node)
{
  const char *url = cmark_node_get_url (node);
  g_autofree char *target = NULL;

  if (builder->links++ > 0)
    return;
  target = expand_target (builder, url != NULL ? url : "");
  if (target[0] == '\0' || target[0] == '#')
    builder->dead_link = TRUE;
  else
    {
      builder->target = foi_link_dup_safe_target (target);
      if (builder->target == NULL)
        builder->refused_target = g_steal_pointer (&target);
    }
}

static void
close_link (Builder *builder)
{
  if (--builder->links > 0)
    return;
  builder->dead_link = FALSE;
  g_clear_pointer (&builder->target, g_free);
  if (builder->refused_target != NULL)
    {
      g_autofree char *text = g_strdup_printf (" (%s)", builder->refused_target);

      g_strdelimit (text, "\r\n", ' ');
      foi_block_add_span (builder->paragraph, text, get_flags (builder), NULL);
      g_clear_pointer (&builder->refused_target, g_free);
    }
}

/* Only the rules part a letter; a heading in an answer would stand beside those of questions. */
static void
open_paragraph (Builder *builder, gboolean heading)
{
  const gboolean is_rule = builder->source->fill != NULL && builder->containers->len == 0;

  builder->heading = heading && !is_rule;
  builder->paragraph = make_block (builder, heading && is_rule ? FOI_BLOCK_HEADING
                                                               : FOI_BLOCK_PARAGRAPH);
  if (builder->paragraph->kind == FOI_BLOCK_HEADING)
    builder->paragraph->level = 1;
}

static gboolean
is_blank (const FoiSpan *span)
{
  return (span->flags & (FOI_SPAN_BREAK | FOI_SPAN_PLACEHOLDER)) == 0
         && strspn (span->text, " \t") == strlen (span->text);
}

/* The placeholder that is all there is between two line breaks, or NULL. */
static const FoiSpan *
find_lone_placeholder (const GArray *spans, guint begin, guint end)
{
  const FoiSpan *found = NULL;

  for (guint i = begin; i < end; i++)
    {
      const FoiSpan *span = &g_array_index (spans, FoiSpan, i);

      if (is_blank (span))
        continue;
      if (found != NULL || (span->flags & FOI_SPAN_PLACEHOLDER) == 0
          || g_str_has_prefix (span->text, "value:"))
        return NULL;
      found = span;
    }
  return found;
}

static void
flush_lines (Builder *builder, FoiBlock **lines)
{
  if (*lines != NULL)
    place_block (builder, g_steal_pointer (lines));
}

static gboolean
has_placeholder (const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    if ((g_array_index (spans, FoiSpan, i).flags & FOI_SPAN_PLACEHOLDER) != 0)
      return TRUE;
  return FALSE;
}

/* What stands for a table or a chart is no heading, however it is typed. */
static gboolean
is_heading (const FoiBlock *typed)
{
  return typed->kind == FOI_BLOCK_HEADING
         && find_lone_placeholder (typed->spans, 0, typed->spans->len) == NULL;
}

/* A placeholder alone on its line gets a paragraph of its own: it stands for a block. */
static void
split_lines (Builder *builder, const FoiBlock *typed)
{
  FoiBlock *lines = NULL;
  guint n_spans = typed->spans->len;

  for (guint begin = 0, end; begin < n_spans; begin = end + 1)
    {
      const FoiSpan *lone;

      for (end = begin; end < n_spans; end++)
        if ((g_array_index (typed->spans, FoiSpan, end).flags & FOI_SPAN_BREAK) != 0)
          break;
      lone = find_lone_placeholder (typed->spans, begin, end);
      if (lone != NULL)
        {
          flush_lines (builder, &lines);
          lines = make_block (builder, FOI_BLOCK_PARAGRAPH);
          foi_block_add_span (lines, lone->text, lone->flags, NULL);
          flush_lines (builder, &lines);
          continue;
        }
      if (lines == NULL)
        lines = make_block (builder, FOI_BLOCK_PARAGRAPH);
      else
        foi_block_add_span (lines, "", FOI_SPAN_BREAK, NULL);
      for (guint i = begin; i < end; i++)
        {
          const FoiSpan *span = &g_array_index (typed->spans, FoiSpan, i);

          foi_block_add_span (lines, span->text, span->flags, span->target);
        }
    }
  flush_lines (builder, &lines);
}

static void
close_paragraph (Builder *builder)
{
  g_autoptr (FoiBlock) typed = g_steal_pointer (&builder->paragraph);

  builder->heading = FALSE;
  builder->locked = FALSE;
  if (typed == NULL || typed->spans == NULL)
    return;
  if (is_heading (typed))
    place_block (builder, g_steal_pointer (&typed));
  else if (has_placeholder (typed->spans)
           || (g_array_index (typed->spans, FoiSpan, typed->spans->len - 1).flags
               & FOI_SPAN_BREAK) != 0)
    split_lines (builder, typed);
  else
    place_block (builder, g_steal_pointer (&typed));
}

static void
add_text_block (Builder *builder, const char *literal)
{
  open_paragraph (builder, FALSE);
  add_literal (builder, literal);
  close_paragraph (builder);
}

static void
visit_inline (Builder *builder, cmark_node *node, gboolean entering)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
    add_literal (builder, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    foi_block_add_span (builder->paragraph, "", FOI_SPAN_BREAK, NULL);
  else if (type == CMARK_NODE_EMPH)
    builder->emphasis += entering ? 1 : -1u;
  else if (type == CMARK_NODE_STRONG)
    builder->strong += entering ? 1 : -1u;
  else if (type == CMARK_NODE_LINK && entering)
    open_link (builder, node);
  else if (type == CMARK_NODE_LINK)
    close_link (builder);
}

static void
visit (Builder *builder, cmark_node *node, gboolean entering)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
    {
      g_autofree char *mark = type == CMARK_NODE_HEADING ? dup_lone_mark (builder, node) : NULL;

      if (!entering)
        {
          if (mark != NULL)
            {
              foi_block_add_span (builder->paragraph, "", FOI_SPAN_BREAK, NULL);
              add_literal (builder, mark);
            }
          close_paragraph (builder);
        }
      else if (type == CMARK_NODE_HEADING && cmark_node_first_child (node) == NULL)
        add_as_typed (builder, node);
      else
        open_paragraph (builder, type == CMARK_NODE_HEADING && mark == NULL);
    }
  else if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM)
    {
      FoiBlockKind kind = type == CMARK_NODE_LIST   ? FOI_BLOCK_LIST
                          : type == CMARK_NODE_ITEM ? FOI_BLOCK_ITEM
                                                    : FOI_BLOCK_QUOTE;

      if (entering)
        open_container (builder, kind, node);
      else
        close_container (builder, node);
    }
  else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK)
    add_text_block (builder, cmark_node_get_literal (node));
  else if (builder->paragraph != NULL)
    visit_inline (builder, node, entering);
}

static void
build (Builder *builder, const char *text)
{
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  cmark_iter *iterator = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iterator)) != CMARK_EVENT_DONE)
    visit (builder, cmark_iter_get_node (iterator), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iterator);
  cmark_node_free (document);
}

/**
 * foi_markup_to_blocks:
 * @text: CommonMark as an officer types it
 * @source: where it comes from
 *
 * Reads an answer or a paragraph of the rules. Line breaks are kept; headings become strong
 * paragraphs in an answer, and headings of the letter in the rules; images become their
 * descriptions; code and HTML are text; only web, mail and telephone links are links. What is too
 * long is cut, and says so.
 *
 * Returns: (transfer full) (element-type FoiBlock): paragraphs, lists and quotations. Spans may
 *   still be placeholders.
 */
GPtrArray *
foi_markup_to_blocks (const char *text, const FoiMarkupSource *source)
{
  g_autofree char *cut = NULL, *scanned = NULL;
  g_autoptr (GArray) inserts = NULL;
  g_autoptr (GPtrArray) containers = NULL;
  Builder builder = { .source = source };

  g_return_val_if_fail (text != NULL && source != NULL && source->id != NULL, NULL);

  if (strnlen (text, FOI_MARKUP_MAX_BYTES + 1) > FOI_MARKUP_MAX_BYTES)
    cut = g_utf8_make_valid (text, FOI_MARKUP_MAX_BYTES);
  else if (!g_utf8_validate (text, -1, NULL))
    cut = g_utf8_make_valid (text, -1);
  scanned = foi_markup_scan (cut != NULL ? cut : text, source->fill != NULL, &inserts);
  containers = g_ptr_array_new ();
  builder.text = scanned;
  builder.inserts = inserts;
  builder.containers = containers;
  builder.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_block_unref);
  build (&builder, scanned);
  g_assert (builder.containers->len == 0 && builder.paragraph == NULL);
  if (strlen (text) > FOI_MARKUP_MAX_BYTES)
    {
      open_paragraph (&builder, FALSE);
      add_missing (builder.paragraph, _("the rest of a text that is too long"), 0);
      close_paragraph (&builder);
    }
  return builder.blocks;
}
