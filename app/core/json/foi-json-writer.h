/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoiJsonWriter:
 *
 * Writes canonical JSON at the end of a string: two-space indent, `\n`, one member or element on
 * each line, the least escapes, whole numbers only. An array of scalars that is itself an element
 * of an array, as a table's row is, stands on one line. The same values always give the same bytes.
 * The fields are private; the writer may live on the stack and needs no freeing.
 */
typedef struct
{
  GString *out;
  guint indent;
  guint depth;
  guint64 filled;
  guint64 arrays;
  gboolean in_row;
} FoiJsonWriter;

void foi_json_writer_init (FoiJsonWriter *self, GString *out, guint indent);
void foi_json_writer_begin_object (FoiJsonWriter *self, const char *key);
void foi_json_writer_end_object (FoiJsonWriter *self);
void foi_json_writer_begin_array (FoiJsonWriter *self, const char *key);
void foi_json_writer_end_array (FoiJsonWriter *self);
void foi_json_writer_begin_row (FoiJsonWriter *self);
void foi_json_writer_end_row (FoiJsonWriter *self);
void foi_json_writer_add_node (FoiJsonWriter *self, const char *key, JsonNode *node);
void foi_json_writer_add_string (FoiJsonWriter *self, const char *key, const char *text);
void foi_json_writer_add_text (FoiJsonWriter *self, const char *key, const char *text,
                               gsize length);
void foi_json_writer_add_integer (FoiJsonWriter *self, const char *key, gint64 value);
void foi_json_writer_add_boolean (FoiJsonWriter *self, const char *key, gboolean value);
void foi_json_writer_add_null (FoiJsonWriter *self, const char *key);

void foi_json_write_node (GString *out, JsonNode *node, guint indent);
void foi_json_write_text (GString *out, const char *text, gsize length);


G_END_DECLS
