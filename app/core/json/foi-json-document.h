/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-json-value.h"

G_BEGIN_DECLS

/**
 * FoiJsonDocument:
 *
 * A strictly read JSON file: its tree, sealed, and where in the file everything stands. The rows of
 * tables (`$.resources[N].data`) are not in the tree, where an empty array keeps their place; they
 * are read one at a time with foi_json_document_read_rows().
 *
 * References may be taken and given back on any thread; everything else is for one thread at a
 * time. The nodes, being sealed, may be read by any number of threads at once, as foi-json-edit.h
 * explains.
 */
typedef struct _FoiJsonDocument FoiJsonDocument;

/**
 * FoiJsonRow:
 * @index: the row's number in `data`, from 0
 * @offset: where it begins in the file, in bytes
 * @kind: %FOI_JSON_ARRAY, or what stands in the row's stead: it then has no values
 * @values: (array length=n_values): the cells, gone when the function returns
 */
typedef struct
{
  guint index;
  gsize offset;
  FoiJsonKind kind;
  const FoiJsonValue *values;
  guint n_values;
} FoiJsonRow;

/**
 * FoiJsonRowFunc:
 *
 * Takes one row. Returns: %FALSE with an error set ends the reading.
 */
typedef gboolean (*FoiJsonRowFunc) (const FoiJsonRow *row, gpointer user_data, GError **error);

FoiJsonDocument *foi_json_document_read (GBytes *bytes, gboolean skip_data,
                                         GCancellable *cancellable, GError **error);
FoiJsonDocument *foi_json_document_read_full (GBytes *bytes, gboolean skip_data,
                                              FoiJsonProgress progress, gpointer user_data,
                                              GCancellable *cancellable, GError **error);
FoiJsonDocument *foi_json_document_read_list (GBytes *bytes, GError **error);
FoiJsonDocument *foi_json_document_ref (FoiJsonDocument *self);
void             foi_json_document_unref (FoiJsonDocument *self);

JsonNode *foi_json_document_get_root (FoiJsonDocument *self);

gboolean foi_json_document_get_place (FoiJsonDocument *self, JsonNode *node, guint *line,
                                      guint *column);
gboolean foi_json_document_get_key_place (FoiJsonDocument *self, JsonNode *node, guint *line,
                                          guint *column);
void     foi_json_document_offset_to_place (FoiJsonDocument *self, gsize offset, guint *line,
                                            guint *column);
char    *foi_json_document_get_path (FoiJsonDocument *self, JsonNode *node);
char    *foi_json_document_describe (FoiJsonDocument *self, JsonNode *node, const char *reason);

gboolean foi_json_document_has_rows (FoiJsonDocument *self, guint resource);
guint    foi_json_document_get_n_rows (FoiJsonDocument *self, guint resource);
gboolean foi_json_document_read_rows (FoiJsonDocument *self, guint resource, FoiJsonRowFunc func,
                                      gpointer user_data, GCancellable *cancellable,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiJsonDocument, foi_json_document_unref)

G_END_DECLS
