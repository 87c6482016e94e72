/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case.h"

G_BEGIN_DECLS

/* How what is worked out is said. */

char    *_foi_disclosure_dup_number (FoiDisclosureCase *self, guint cell, gint64 number);
char    *_foi_disclosure_dup_total (FoiDisclosureCase *self, const FoiLine *line, guint cell,
                                    gint64 quoted);
char    *_foi_disclosure_dup_against (FoiDisclosureCase *self, const FoiAuditCell *found);
char    *_foi_disclosure_dup_elsewhere (FoiDisclosureCase *self, const FoiLine *line, guint cell,
                                        char *text);
char    *_foi_disclosure_dup_times (FoiDisclosureCase *self, const FoiLine *line, guint cell);
char    *_foi_disclosure_dup_balance (FoiDisclosureCase *self, const FoiLine *line, guint cell);
char    *_foi_disclosure_dup_listed (const FoiLine *line);
char    *_foi_disclosure_dup_summary (FoiDisclosureCase *self, const FoiLine *line, guint cell);
gboolean _foi_disclosure_is_copy (const FoiLine *line);
gboolean _foi_disclosure_is_telling (const FoiLine *line);
gboolean _foi_disclosure_is_ordered (FoiDisclosureCase *self, guint cell);
const FoiLine *_foi_disclosure_find_source (FoiDisclosureCase *self, guint cell);
char    *_foi_disclosure_dup_parts (FoiDisclosureCase *self, const FoiLine *line, guint cell);
gboolean _foi_disclosure_is_only_gap (FoiDisclosureCase *self, const FoiLine *line, guint cell);

G_END_DECLS
