/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The objects of a PDF, as qpdf tells them. */
typedef struct
{
  JsonParser *parser;
  JsonObject *objects; /* "obj:1 0 R" -> an object */
} FoiPdfObjects;

gboolean    foi_pdf_objects_init (FoiPdfObjects *self, GBytes *pdf, GError **error);
void        foi_pdf_objects_clear (FoiPdfObjects *self);
JsonNode   *foi_pdf_objects_resolve (FoiPdfObjects *self, JsonNode *node);
JsonNode   *foi_pdf_objects_get (FoiPdfObjects *self, JsonNode *dictionary, const char *key);
JsonNode   *foi_pdf_objects_get_root (FoiPdfObjects *self);
GBytes     *foi_pdf_objects_get_stream (FoiPdfObjects *self, JsonNode *reference);
char       *foi_pdf_dup_string (const char *written);
const char *foi_pdf_node_get_string (JsonNode *node);
JsonArray  *foi_pdf_node_get_array (JsonNode *node);
double      foi_pdf_node_get_number (JsonNode *node, double otherwise);
const char *foi_pdf_objects_get_name (FoiPdfObjects *self, JsonNode *dictionary, const char *key);
JsonArray  *foi_pdf_objects_get_array (FoiPdfObjects *self, JsonNode *dictionary,
                                       const char *key);
double      foi_pdf_objects_get_number (FoiPdfObjects *self, JsonNode *dictionary,
                                        const char *key, double otherwise);

G_END_DECLS
