/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-cell.h"

G_BEGIN_DECLS

/* The types of a column as the window names them; the file's names are in case-format terms. */
typedef enum
{
  FOI_VALUE_TEXT,
  FOI_VALUE_INTEGER,
  FOI_VALUE_DECIMAL,
  FOI_VALUE_MONEY,
  FOI_VALUE_PERCENTAGE,
  FOI_VALUE_DATE,
  FOI_VALUE_MONTH,
  FOI_VALUE_YEAR,
  FOI_VALUE_FINANCIAL_YEAR,
} FoiValueType;

typedef enum
{
  FOI_ROLE_NONE,
  FOI_ROLE_CATEGORY,
  FOI_ROLE_PERIOD,
  FOI_ROLE_MEASURE,
  FOI_ROLE_COVERAGE,
  FOI_ROLE_NOTE,
} FoiRole;

#define FOI_TYPE_COLUMN (foi_column_get_type ())

/**
 * FoiColumn:
 *
 * One field of a table: immutable, reference counted, thread-safe. A change makes a new one.
 */
typedef struct _FoiColumn FoiColumn;

GType              foi_column_get_type (void);
FoiColumn         *foi_column_new_from_field (JsonNode *field, GError **error);
FoiColumn         *foi_column_new (const char *name, const char *title, FoiValueType type);
FoiColumn         *foi_column_with_member (FoiColumn *self, const char *key, JsonNode *value);
FoiColumn         *foi_column_with_type (FoiColumn *self, FoiValueType type, int decimals,
                                         const char *unit);
FoiColumn         *foi_column_with_left_out (FoiColumn *self, gboolean left_out);
FoiColumn         *foi_column_ref (FoiColumn *self);
void               foi_column_unref (FoiColumn *self);
JsonNode          *foi_column_get_field (FoiColumn *self);
const char        *foi_column_get_name (FoiColumn *self);
const char        *foi_column_get_title (FoiColumn *self);
FoiValueType       foi_column_get_value_type (FoiColumn *self);
FoiRole            foi_column_get_role (FoiColumn *self);
const char        *foi_column_get_unit (FoiColumn *self);
int                foi_column_get_decimals (FoiColumn *self);
int                foi_column_get_of (FoiColumn *self);
const char *const *foi_column_get_covers (FoiColumn *self);
gboolean           foi_column_is_left_out (FoiColumn *self);
gboolean           foi_column_is_numeric (FoiColumn *self);
const char        *foi_column_get_currency_sign (FoiColumn *self);
char              *foi_column_format (FoiColumn *self, const FoiCell *cell);
char              *foi_column_format_under_heading (FoiColumn *self, const FoiCell *cell);
char              *foi_column_dup_heading (FoiColumn *self);
char              *foi_column_format_plain (FoiColumn *self, const FoiCell *cell);
void               foi_column_append_plain (FoiColumn *self, const FoiCell *cell, GString *out);
gboolean           foi_column_cell_from_json (FoiColumn *self, gboolean is_integer, gint64 integer,
                                              const char *text, gsize length, FoiCell *out,
                                              char **reason);
gboolean           foi_column_cell_from_node (FoiColumn *self, JsonNode *node, FoiCell *out);
gboolean           foi_column_writes_integers (FoiColumn *self);
JsonNode          *foi_column_cell_to_json (FoiColumn *self, const FoiCell *cell);
int                foi_column_compare (FoiColumn *self, const FoiCell *a, const FoiCell *b);
const char        *foi_value_type_to_words (FoiValueType type);
const char        *foi_role_to_words (FoiRole role);
const char        *foi_role_to_name (FoiRole role);
FoiRole            foi_role_from_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiColumn, foi_column_unref)

G_END_DECLS
