/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-zip.h"

G_BEGIN_DECLS

#define FOI_XML_MAX_DEPTH 128

/* An element's attributes while it begins. */
typedef struct
{
  const char **names;
  const char **values;
} FoiXmlAttributes;

/* What is called for a part; names are without their prefix. %FALSE, with or without @error, stops:
 * without, reading ends there as if it were the end. */
typedef struct
{
  gboolean (*begin) (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                     GError **error);
  gboolean (*end) (const char *name, gpointer data, GError **error);
  void (*text) (const char *text, gsize length, gpointer data);
  /* how much of the part was read, from 0 to 1 */
  void (*progress) (double fraction, gpointer data);
} FoiXmlHandler;

gboolean foi_xml_read (FoiZip *zip, const char *part, const FoiXmlHandler *handler, gpointer data,
                       GCancellable *cancellable, GError **error);
const char *foi_xml_get (const FoiXmlAttributes *attributes, const char *name);
gboolean foi_xml_is_true (const FoiXmlAttributes *attributes, const char *name);
guint foi_xml_get_count (const FoiXmlAttributes *attributes, const char *name, guint otherwise);

G_END_DECLS
