/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoiJsonSchema:
 *
 * A JSON Schema to check a tree against. Of JSON Schema it knows what the schemas of this program
 * use: `$ref` to `$defs`, `type`, `const`, `enum`, `properties`, `required`,
 * `additionalProperties`, `items`, `oneOf`, `minItems`, `minimum`, `minLength`, `pattern` and
 * dates. A schema with any other word is not taken. For one thread at a time.
 */
typedef struct _FoiJsonSchema FoiJsonSchema;

FoiJsonSchema *foi_json_schema_new (JsonNode *root, GError **error);
void           foi_json_schema_free (FoiJsonSchema *self);
gboolean       foi_json_schema_check (FoiJsonSchema *self, JsonNode *node, JsonNode **culprit,
                                      char **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiJsonSchema, foi_json_schema_free)

G_END_DECLS
