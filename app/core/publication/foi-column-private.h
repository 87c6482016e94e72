/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-column.h"

G_BEGIN_DECLS

/* Known to the files of columns only. */

#define FOI_FINANCIAL_YEAR "financial-year"

const char *_foi_value_type_get_schema_type (FoiValueType type);
int         _foi_value_type_get_usual_decimals (FoiValueType type);
gboolean    _foi_value_type_from_schema_type (const char *name, FoiValueType *out);
gboolean    _foi_value_type_is_numeric (FoiValueType type);

G_END_DECLS
