/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-writers.h"

#include <glib/gi18n-lib.h>

#include "foi-clean-text.h"

/* What each kind of block is in HTML; tables, lists, figures and headings are written apart. */
static const struct
{
  const char *open, *close;
} tags[] = {
  [FOI_BLOCK_LETTERHEAD] = { "<address", "</address>\n" },
  [FOI_BLOCK_DATE] = { "<p", "</p>\n" },
  [FOI_BLOCK_ADDRESSEE] = { "<address", "</address>\n" },
  [FOI_BLOCK_SALUTATION] = { "<p", "</p>\n" },
  [FOI_BLOCK_SUBJECT] = { "<h1", "</h1>\n" },
  [FOI_BLOCK_HEADING] = { "<h", ">\n" },
  [FOI_BLOCK_PARAGRAPH] = { "<p", "</p>\n" },
  [FOI_BLOCK_ASKED] = { "<blockquote", "</blockquote>\n" },
  [FOI_BLOCK_LIST] = { "<ul", "</ul>\n" },
  [FOI_BLOCK_ITEM] = { "<li", "</li>\n" },
  [FOI_BLOCK_QUOTE] = { "<blockquote", "</blockquote>\n" },
  [FOI_BLOCK_TABLE] = { "<table", "</table>\n" },
  [FOI_BLOCK_FIGURE] = { "<figure", "</figure>\n" },
  [FOI_BLOCK_NOTE] = { "<p", "</p>\n" },
  [FOI_BLOCK_SIGN_OFF] = { "<p", "</p>\n" },
};

/* XML's name for an apostrophe is not one of HTML's: word processors print it as it stands. */
static void
put_escaped (GString *out, const char *text)
{
  g_autofree char *clean = foi_clean_text (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);
  g_auto (GStrv) parts = g_strsplit (escaped, "&apos;", -1);
  g_autofree char *joined = g_strjoinv ("'", parts);

  g_string_append (out, joined);
}

static void
put_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  put_escaped (out, value);
  g_string_append_c (out, '"');
}

static void
put_span (GString *out, const FoiSpan *span)
{
  static const struct
  {
    FoiSpanFlags flag;
    const char *open, *close;
  } manners[] = {
    { FOI_SPAN_STRONG, "<strong>", "</strong>" },
    { FOI_SPAN_EMPHASIS, "<em>", "</em>" },
  };

  if ((span->flags & FOI_SPAN_BREAK) != 0)
    {
      g_string_append (out, "<br>\n");
      return;
    }
  if (span->target != NULL)
    {
      g_string_append (out, "<a");
      put_attribute (out, "href", span->target);
      g_string_append_c (out, '>');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (manners); i++)
    if ((span->flags & manners[i].flag) != 0)
      g_string_append (out, manners[i].open);
  put_escaped (out, span->text);
  for (gsize i = G_N_ELEMENTS (manners); i > 0; i--)
    if ((span->flags & manners[i - 1].flag) != 0)
      g_string_append (out, manners[i - 1].close);
  if (span->target != NULL)
    g_string_append (out, "</a>");
}

static void
put_spans (GString *out, const FoiBlock *block)
{
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    put_span (out, &g_array_index (block->spans, FoiSpan, i));
}

/* The lines of an address, a subject, a signature: one paragraph with breaks. */
static void
put_lines (GString *out, const FoiBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      if (i > 0)
        g_string_append (out, "<br>\n");
      put_spans (out, block->children->pdata[i]);
    }
}

static void
put_cell (GString *out, const FoiBlock *block, guint row, guint column)
{
  FoiColumn *published = foi_publication_get_column (block->table, column);
  gboolean is_heading = row == 0;
  gboolean names_row = !is_heading && column == 0 && !foi_column_is_numeric (published);
  g_autofree char *text = is_heading ? foi_block_dup_heading_text (block, column)
                                     : foi_block_dup_cell_text (block, row - 1, column);

  g_string_append (out, is_heading ? "<th scope=\"col\"" : names_row ? "<th scope=\"row\"" : "<td");
  put_attribute (out, "style",
                 foi_column_is_numeric (published) ? "text-align: right; padding: 0.2em 0.6em"
                                                   : "text-align: left; padding: 0.2em 0.6em");
  g_string_append_c (out, '>');
  put_escaped (out, text);
  g_string_append (out, is_heading || names_row ? "</th>" : "</td>");
}

static void put_block (GString *out, const FoiBlock *block);

static void
put_table (GString *out, const FoiBlock *block)
{
  guint n_columns = foi_publication_get_n_columns (block->table);
  guint n_rows = foi_publication_get_n_rows (block->table);

  g_string_append (out, "\n<caption>");
  put_spans (out, block);
  g_string_append (out, "</caption>\n<thead>\n");
  for (guint row = 0; row <= n_rows; row++)
    {
      g_string_append (out, "<tr>");
      for (guint column = 0; column < n_columns; column++)
        put_cell (out, block, row, column);
      g_string_append (out, "</tr>\n");
      if (row == 0)
        g_string_append (out, "</thead>\n<tbody>\n");
    }
  g_string_append (out, "</tbody>\n");
}

/* There is no picture on the clipboard: the description serves the same purpose. */
static void
put_figure (GString *out, const FoiBlock *block)
{
  g_string_append (out, "\n<p>");
  if (block->chart != NULL)
    put_escaped (out, foi_chart_get_description (block->chart));
  g_string_append (out, "</p>\n<figcaption>");
  put_spans (out, block);
  g_string_append (out, "</figcaption>\n");
}

static void
put_children (GString *out, const FoiBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    put_block (out, block->children->pdata[i]);
}

static void
put_open (GString *out, const FoiBlock *block)
{
  if (block->kind == FOI_BLOCK_HEADING)
    g_string_append_printf (out, "<h%u", MIN (block->level + 1, 6));
  else if (block->ordered)
    g_string_append (out, "<ol");
  else
    g_string_append (out, tags[block->kind].open);
  if (block->ordered && block->start != 1)
    g_string_append_printf (out, " start=\"%d\"", block->start);
  put_attribute (out, "id", block->id);
  g_string_append_c (out, '>');
}

static void
put_close (GString *out, const FoiBlock *block)
{
  if (block->kind == FOI_BLOCK_HEADING)
    g_string_append_printf (out, "</h%u>\n", MIN (block->level + 1, 6));
  else
    g_string_append (out, block->ordered ? "</ol>\n" : tags[block->kind].close);
}

static void
put_block (GString *out, const FoiBlock *block)
{
  put_open (out, block);
  switch (block->kind)
    {
    case FOI_BLOCK_LETTERHEAD:
    case FOI_BLOCK_ADDRESSEE:
    case FOI_BLOCK_SUBJECT:
    case FOI_BLOCK_SIGN_OFF:
      put_lines (out, block);
      break;
    case FOI_BLOCK_LIST:
    case FOI_BLOCK_ITEM:
    case FOI_BLOCK_QUOTE:
      g_string_append_c (out, '\n');
      put_children (out, block);
      break;
    case FOI_BLOCK_TABLE:
      put_table (out, block);
      break;
    case FOI_BLOCK_FIGURE:
      put_figure (out, block);
      break;
    case FOI_BLOCK_NOTE:
      g_string_append (out, "<small>");
      put_spans (out, block);
      g_string_append (out, "</small>");
      break;
    case FOI_BLOCK_DATE:
    case FOI_BLOCK_SALUTATION:
    case FOI_BLOCK_HEADING:
    case FOI_BLOCK_PARAGRAPH:
    case FOI_BLOCK_ASKED:
    default:
      put_spans (out, block);
      break;
    }
  put_close (out, block);
  if (block->kind == FOI_BLOCK_TABLE)
    put_children (out, block);
}

/**
 * foi_letter_to_html:
 * @self: a letter
 *
 * Writes the letter as an HTML document: headings, lists, tables with header cells, links inside
 * it. Until it is issued, it begins with the word draft. It is what Copy Letter puts on the
 * clipboard beside the plain text.
 *
 * Returns: (transfer full): HTML, UTF-8.
 */
char *
foi_letter_to_html (FoiLetter *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new ("<!DOCTYPE html>\n<html");
  if (self->language != NULL)
    put_attribute (out, "lang", self->language);
  g_string_append (out, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  if (self->title != NULL)
    put_escaped (out, self->title);
  g_string_append (out, "</title>\n</head>\n<body>\n");
  if (self->draft)
    g_string_append_printf (out, "<p><strong>%s</strong></p>\n", _("DRAFT"));
  for (guint i = 0; i < self->blocks->len; i++)
    put_block (out, self->blocks->pdata[i]);
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
