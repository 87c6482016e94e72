/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-xml.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"

/* GMarkup keeps what it has not come to the end of: so much of it, and no more. */
#define MAX_PENDING (4 * 1024 * 1024)

typedef struct
{
  const FoiXmlHandler *handler;
  gpointer data;
  GMarkupParseContext *context;
  const char *part;
  gint64 size;
  gint64 n_read;
  gsize pending; /* bytes given since something was called */
  guint depth;
  GError *failure;  /* of the handler, or of what it was given */
  gboolean stopped; /* the handler wants no more */
} Parsing;

/* `row` of `x:row`. */
static const char *
strip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/* Where the handler wanted no more without saying why, that is the end. */
static void
stop (Parsing *self)
{
  self->stopped = self->failure == NULL;
}

/* Whether a callback has nothing to do any more. GMarkup may go on behind an error of one, and then
 * set another over it; so it is told of none, and the rest of the piece goes by. */
static gboolean
is_over (Parsing *self)
{
  self->pending = 0;
  return self->failure != NULL || self->stopped;
}

static void
begin_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer data, GError **error)
{
  Parsing *self = data;
  FoiXmlAttributes attributes = { names, values };

  if (is_over (self))
    return;
  if (++self->depth > FOI_XML_MAX_DEPTH)
    g_set_error (&self->failure, FOI_ERROR, FOI_ERROR_LIMIT,
                 _("%s: elements are nested too deep"), self->part);
  else if (self->handler->begin != NULL
           && !self->handler->begin (strip_prefix (name), &attributes, self->data,
                                     &self->failure))
    stop (self);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Parsing *self = data;

  if (is_over (self))
    return;
  self->depth--;
  if (self->handler->end != NULL
      && !self->handler->end (strip_prefix (name), self->data, &self->failure))
    stop (self);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  Parsing *self = data;

  if (!is_over (self) && self->handler->text != NULL)
    self->handler->text (text, length, self->data);
}

/* A declaration of a document type may hold entities; no spreadsheet has any. */
static void
passthrough_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                GError **error)
{
  Parsing *self = data;

  if (!is_over (self) && length > 2 && text[1] == '!' && text[2] != '-')
    g_set_error (&self->failure, FOI_ERROR, FOI_ERROR_SYNTAX,
                 _("%s: it declares a document type, which no spreadsheet does"), self->part);
}

/* The first error counts: GMarkup finds others behind it. */
static void
error_cb (GMarkupParseContext *context, GError *error, gpointer data)
{
  Parsing *self = data;

  if (!is_over (self))
    self->failure = g_error_copy (error);
}

/* Passes on why it cannot go on, if it cannot. */
static gboolean
may_go_on (Parsing *self, GError **error)
{
  if (self->stopped)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "");
  else if (self->failure != NULL)
    g_propagate_error (error, g_steal_pointer (&self->failure));
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse_piece (const char *bytes, gsize length, gpointer data, GError **error)
{
  Parsing *self = data;

  self->pending += length;
  self->n_read += (gint64) length;
  g_markup_parse_context_parse (self->context, bytes, (gssize) length, NULL);
  if (!may_go_on (self, error))
    return FALSE;
  if (self->pending > MAX_PENDING)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("%s: a piece of text in it is too long"), self->part);
      return FALSE;
    }
  if (self->handler->progress != NULL && self->size > 0)
    self->handler->progress ((double) self->n_read / (double) self->size, self->data);
  return TRUE;
}

/* What GMarkup says is in the terms of programmers; where, helps whoever made the file. */
static gboolean
say_damaged (Parsing *self, GError *cause, GError **error)
{
  int line = 0, character = 0;

  if (cause->domain != G_MARKUP_ERROR)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_markup_parse_context_get_position (self->context, &line, &character);
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
               _("The file is damaged: %s, line %d, character %d"), self->part, line, character);
  g_error_free (cause);
  return FALSE;
}

/**
 * foi_xml_read:
 * @zip: an archive
 * @part: the name of a part in it
 * @handler: what is called
 * @data: for @handler
 * @cancellable: (nullable): stops it
 * @error: set to %FOI_ERROR_SYNTAX, %FOI_ERROR_LIMIT, or what the archive or @handler says
 *
 * Reads a part as XML: UTF-8, without a document type, no deeper than %FOI_XML_MAX_DEPTH.
 *
 * Returns: whether it was read to the end, or to where @handler wanted no more.
 */
gboolean
foi_xml_read (FoiZip *zip, const char *part, const FoiXmlHandler *handler, gpointer data,
              GCancellable *cancellable, GError **error)
{
  static const GMarkupParser parser = { begin_cb, end_cb, text_cb, passthrough_cb, error_cb };
  const FoiZipEntry *entry = foi_zip_find (zip, part);
  Parsing self = { .handler = handler, .data = data, .part = part };
  g_autoptr (GMarkupParseContext) context = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (handler != NULL, FALSE);

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  self.context = context;
  self.size = entry != NULL ? entry->size : 0;
  if (foi_zip_read (zip, part, parse_piece, &self, cancellable, &cause))
    {
      g_markup_parse_context_end_parse (context, NULL);
      if (may_go_on (&self, &cause))
        return TRUE;
    }
  if (self.stopped)
    {
      g_clear_error (&cause);
      return TRUE;
    }
  g_clear_error (&self.failure);
  return say_damaged (&self, cause, error);
}

/**
 * foi_xml_get:
 * @attributes: of an element
 * @name: without its prefix
 *
 * Returns: (transfer none) (nullable): the value.
 */
const char *
foi_xml_get (const FoiXmlAttributes *attributes, const char *name)
{
  for (gsize i = 0; attributes->names[i] != NULL; i++)
    {
      if (strcmp (strip_prefix (attributes->names[i]), name) == 0)
        return attributes->values[i];
    }
  return NULL;
}

/**
 * foi_xml_is_true:
 * @attributes: of an element
 * @name: without its prefix
 *
 * LibreOffice writes `hidden="false"` on every row: that an attribute is there says nothing.
 *
 * Returns: whether it is `1`, `true` or `on`.
 */
gboolean
foi_xml_is_true (const FoiXmlAttributes *attributes, const char *name)
{
  const char *value = foi_xml_get (attributes, name);

  return value != NULL
         && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0 || strcmp (value, "on") == 0);
}

/**
 * foi_xml_get_count:
 * @attributes: of an element
 * @name: without its prefix
 * @otherwise: where there is none, or no whole number
 *
 * Returns: the number.
 */
guint
foi_xml_get_count (const FoiXmlAttributes *attributes, const char *name, guint otherwise)
{
  const char *value = foi_xml_get (attributes, name);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT32, &number, NULL))
    return otherwise;
  return (guint) number;
}
