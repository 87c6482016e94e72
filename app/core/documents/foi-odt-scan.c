/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-document-private.h"

#include <string.h>

#include "foi-xml.h"

#define STYLES "styles.xml"
#define MAX_OPEN 256

/* An element with words: what its style says, and what is around it. */
typedef struct
{
  FoiDocumentLook look;
  gboolean is_unknown; /* a shape or a table may paint behind it */
  gboolean is_told;
} Level;

typedef struct
{
  GHashTable *styles;
  FoiDocumentTally *tally;
  const char *part;
  gboolean is_body;   /* of the part that has the words */
  guint n_paragraphs;
  guint in_changes;   /* what was there before changes */
  guint in_comment;
  GArray *levels;     /* of Level */
  GString *creator;   /* that is being read, or NULL */
  FoiHiddenKind creator_of;
  FoiDocumentStyle *style;
} Scan;

static FoiDocumentPlace
get_place (Scan *self)
{
  return (FoiDocumentPlace){ self->is_body ? self->n_paragraphs : 0, self->part };
}

static void
add (Scan *self, FoiHiddenKind kind, guint count, const char *name)
{
  foi_document_tally_add (self->tally, kind, get_place (self), count, name);
}

/* ---- styles ---- */

static gboolean
is_clipped (const char *clip)
{
  if (clip == NULL || !g_str_has_prefix (clip, "rect("))
    return FALSE;
  for (const char *p = clip + 5; *p != '\0'; p++)
    if (*p >= '1' && *p <= '9')
      return TRUE;
  return FALSE;
}

static void
begin_style (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *called = foi_xml_get (attributes, "name");

  if (strcmp (name, "style") != 0 || called == NULL)
    return;
  self->style = _foi_document_styles_add (self->styles, called);
  if (self->style == NULL)
    return;
  g_free (self->style->parent);
  self->style->parent = g_strdup (foi_xml_get (attributes, "parent-style-name"));
}

static void
take_style (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  FoiDocumentLook *look = &self->style->look;
  const char *behind = foi_xml_get (attributes, "background-color");
  const char *size = foi_xml_get (attributes, "font-size");

  if (strcmp (name, "text-properties") == 0)
    {
      look->is_hidden |= g_strcmp0 (foi_xml_get (attributes, "display"), "none") == 0;
      _foi_document_look_set_colour (look->colour, foi_xml_get (attributes, "color"));
      look->is_marked |= g_strcmp0 (behind, "#000000") == 0;
      look->is_tiny |= size != NULL && g_str_has_suffix (size, "pt")
                       && g_ascii_strtod (size, NULL) <= 1;
    }
  if (g_str_has_suffix (name, "-properties") && strcmp (name, "page-layout-properties") != 0)
    _foi_document_look_set_colour (look->behind, behind);
  if (strcmp (name, "graphic-properties") == 0 && is_clipped (foi_xml_get (attributes, "clip")))
    add (self, FOI_HIDDEN_CROPPED_PICTURE, 1, NULL);
  /* A section may be hidden by its style. */
  if (strcmp (name, "section-properties") == 0
      && g_strcmp0 (foi_xml_get (attributes, "display"), "none") == 0)
    look->is_hidden = TRUE;
}

/* ---- words ---- */

static gboolean
has_words (const char *name)
{
  static const char *const names[] = { "p", "h", "span", "section", "table-cell", "a", "text-box",
                                       "custom-shape", "rect", NULL };

  return g_strv_contains (names, name);
}

/* What is in it looks as itself says, and else as what is around it. */
static void
push (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *style = foi_xml_get (attributes, "style-name");
  const Level *outer = &g_array_index (self->levels, Level, self->levels->len - 1);
  Level level = { .look = { FALSE } };

  if (self->levels->len >= MAX_OPEN)
    return;
  _foi_document_styles_apply (self->styles, style, &level.look);
  if (strcmp (name, "section") == 0
      && g_strcmp0 (foi_xml_get (attributes, "display"), "true") != 0)
    level.look.is_hidden |= foi_xml_get (attributes, "display") != NULL;
  level.is_unknown = outer->is_unknown || strcmp (name, "text-box") == 0
                     || strcmp (name, "custom-shape") == 0 || strcmp (name, "rect") == 0;
  level.is_told = outer->is_told;
  level.look.is_hidden |= outer->look.is_hidden;
  level.look.is_tiny |= outer->look.is_tiny;
  if (level.look.colour[0] == '\0')
    g_strlcpy (level.look.colour, outer->look.colour, sizeof level.look.colour);
  if (level.look.behind[0] == '\0')
    {
      g_strlcpy (level.look.behind, outer->look.behind, sizeof level.look.behind);
      level.look.is_marked |= outer->look.is_marked;
    }
  g_array_append_val (self->levels, level);
}

static void
take_trace (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  static const char *const fields[] = { "hidden-text", "hidden-paragraph", NULL };

  if (strcmp (name, "annotation") == 0)
    {
      add (self, FOI_HIDDEN_COMMENT, 1, NULL);
      self->in_comment++;
      self->creator_of = FOI_HIDDEN_COMMENT;
    }
  else if (strcmp (name, "change-info") == 0)
    {
      self->creator_of = FOI_HIDDEN_TRACKED_CHANGE;
      foi_document_tally_add (self->tally, self->creator_of, (FoiDocumentPlace){ 0, NULL }, 1,
                              NULL);
    }
  else if (strcmp (name, "change") == 0 || strcmp (name, "change-start") == 0)
    add (self, FOI_HIDDEN_TRACKED_CHANGE, 0, NULL);
  else if (strcmp (name, "creator") == 0 && (self->in_comment > 0 || self->in_changes > 0))
    self->creator = g_string_new (NULL);
  else if (g_strv_contains (fields, name)
           || (g_str_has_prefix (name, "variable-")
               && g_strcmp0 (foi_xml_get (attributes, "display"), "none") == 0))
    add (self, FOI_HIDDEN_TEXT, 1, NULL);
  else if (strcmp (name, "section-source") == 0 || strcmp (name, "dde-connection-decl") == 0
           || strcmp (name, "template") == 0)
    add (self, FOI_HIDDEN_EXTERNAL_LINK, 1, foi_xml_get (attributes, "href"));
  else if (strcmp (name, "database-display") == 0)
    add (self, FOI_HIDDEN_CONNECTION, 1, foi_xml_get (attributes, "database-name"));
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Scan *self = data;

  if (self->style != NULL)
    take_style (self, name, attributes);
  else
    begin_style (self, name, attributes);
  self->in_changes += strcmp (name, "tracked-changes") == 0;
  take_trace (self, name, attributes);
  if (self->in_changes == 0 && self->in_comment == 0)
    self->n_paragraphs += strcmp (name, "p") == 0 || strcmp (name, "h") == 0;
  if (has_words (name))
    push (self, name, attributes);
  return TRUE;
}

static void
end_creator (Scan *self)
{
  /* Of a change it says whose it is; where it is, the words say. */
  foi_document_tally_add (self->tally, self->creator_of,
                          self->creator_of == FOI_HIDDEN_COMMENT ? get_place (self)
                                                                 : (FoiDocumentPlace){ 0, NULL },
                          0, self->creator->str);
  g_string_free (g_steal_pointer (&self->creator), TRUE);
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  Scan *self = data;

  if (self->creator != NULL && strcmp (name, "creator") == 0)
    end_creator (self);
  if (strcmp (name, "style") == 0)
    self->style = NULL;
  else if (strcmp (name, "tracked-changes") == 0 && self->in_changes > 0)
    self->in_changes--;
  else if (strcmp (name, "annotation") == 0 && self->in_comment > 0)
    self->in_comment--;
  else if (has_words (name) && self->levels->len > 1)
    g_array_set_size (self->levels, self->levels->len - 1);
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  Scan *self = data;
  Level *level = &g_array_index (self->levels, Level, self->levels->len - 1);
  gboolean is_blank = TRUE;
  FoiHiddenKind kind;

  if (self->creator != NULL)
    g_string_append_len (self->creator, text, (gssize) MIN (length, 1024));
  for (gsize i = 0; i < length; i++)
    is_blank = is_blank && g_ascii_isspace (text[i]);
  if (is_blank || level->is_told || self->levels->len == 1 || self->in_comment > 0
      || self->in_changes > 0)
    return;
  if (!_foi_document_look_hides (&level->look, !level->is_unknown, &kind))
    return;
  level->is_told = TRUE;
  add (self, kind, 1, NULL);
}

static gboolean
scan_part (Scan *self, FoiZip *zip, const char *part, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, NULL };
  gboolean done;

  self->part = part;
  self->n_paragraphs = self->in_changes = self->in_comment = 0;
  self->is_body = g_str_equal (part, FOI_ODT_CONTENT);
  g_array_set_size (self->levels, 1);
  done = foi_xml_read (zip, part, &handler, self, cancellable, error);
  if (self->creator != NULL)
    g_string_free (g_steal_pointer (&self->creator), TRUE);
  self->style = NULL;
  return done;
}

/* Goes through the words of a text, its headers and its styles. */
gboolean
_foi_odt_scan (FoiZip *zip, FoiDocumentTally *tally, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) styles = _foi_document_styles_new ();
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  Scan self = { .styles = styles, .tally = tally, .levels = levels };

  g_array_set_size (levels, 1);
  if (foi_zip_find (zip, STYLES) != NULL
      && !scan_part (&self, zip, STYLES, cancellable, error))
    return FALSE;
  if (!scan_part (&self, zip, FOI_ODT_CONTENT, cancellable, error))
    return FALSE;
  return foi_zip_find (zip, "meta.xml") == NULL
         || scan_part (&self, zip, "meta.xml", cancellable, error);
}
