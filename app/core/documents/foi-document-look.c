/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-document-private.h"

#include <string.h>

/* A style of a style of a style: no further. */
#define MAX_PARENTS 16
#define MAX_STYLES  20000

#define WHITE "ffffff"
#define BLACK "000000"

static void
style_free (gpointer data)
{
  FoiDocumentStyle *style = data;

  g_free (style->parent);
  g_free (style->table);
  g_free (style);
}

/* Styles by their names. */
GHashTable *
_foi_document_styles_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
}

/* The style of that name, a new one perhaps; NULL where there are too many. */
FoiDocumentStyle *
_foi_document_styles_add (GHashTable *styles, const char *name)
{
  FoiDocumentStyle *style = g_hash_table_lookup (styles, name);

  if (style != NULL || g_hash_table_size (styles) >= MAX_STYLES)
    return style;
  style = g_new0 (FoiDocumentStyle, 1);
  g_hash_table_insert (styles, g_strdup (name), style);
  return style;
}

/* Sets what @look does not say itself to what the style says, or what that is based on. */
void
_foi_document_styles_apply (GHashTable *styles, const char *name, FoiDocumentLook *look)
{
  for (guint i = 0; name != NULL && i < MAX_PARENTS; i++)
    {
      const FoiDocumentStyle *style = g_hash_table_lookup (styles, name);

      if (style == NULL)
        return;
      look->is_hidden |= style->look.is_hidden;
      look->is_tiny |= style->look.is_tiny;
      look->is_marked |= style->look.is_marked;
      if (look->colour[0] == '\0')
        g_strlcpy (look->colour, style->look.colour, sizeof look->colour);
      if (look->behind[0] == '\0')
        g_strlcpy (look->behind, style->look.behind, sizeof look->behind);
      name = style->parent;
    }
}

/* "FFFFFF" and "#ffffff" are a colour; "auto" and "transparent" are none. */
void
_foi_document_look_set_colour (char *colour, const char *value)
{
  if (value == NULL)
    return;
  if (*value == '#')
    value++;
  if (strlen (value) != 6 || strspn (value, "0123456789abcdefABCDEF") != 6)
    value = "";
  for (guint i = 0; i <= strlen (value); i++)
    colour[i] = g_ascii_tolower (value[i]);
}

/* Whether words that look so cannot be seen. @is_on_paper: nothing else is painted behind them. */
gboolean
_foi_document_look_hides (const FoiDocumentLook *look, gboolean is_on_paper, FoiHiddenKind *kind)
{
  const char *behind = look->behind[0] == '\0' && is_on_paper ? WHITE : look->behind;

  *kind = FOI_HIDDEN_TEXT;
  if (look->is_hidden)
    return TRUE;
  *kind = FOI_HIDDEN_COVERED_TEXT;
  if (look->is_marked && (look->colour[0] == '\0' || g_str_equal (look->colour, BLACK)))
    return TRUE;
  if (!look->is_marked && look->colour[0] != '\0' && g_str_equal (look->colour, behind)
      && !g_str_equal (behind, WHITE))
    return TRUE;
  *kind = FOI_HIDDEN_INVISIBLE_TEXT;
  return look->is_tiny
         || (!look->is_marked && look->colour[0] != '\0' && g_str_equal (look->colour, behind));
}
