/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case-private.h"

G_BEGIN_DECLS

/* Rows and columns that are some of the others together: "Upheld or partly upheld". */

GPtrArray *_foi_disclosure_get_row_unions (FoiDisclosureDraft *draft, FoiTableData *data);
GPtrArray *_foi_disclosure_get_column_unions (FoiDisclosureDraft *draft, FoiTableData *data);
gboolean   _foi_disclosure_is_union (GPtrArray *unions, guint place);

G_END_DECLS
