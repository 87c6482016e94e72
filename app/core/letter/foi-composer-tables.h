/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-composer-private.h"

G_BEGIN_DECLS

/* foi-composer-tables.c */
gboolean    _foi_composer_is_annex (FoiPublication *table);
guint       _foi_composer_collect_states (FoiPublication *table);
gboolean    _foi_composer_has_mark (FoiComposer *self, FoiPublication *table, const char *mark);
void        _foi_composer_add_table (FoiComposer *self, const char *name, GPtrArray *out);
void        _foi_composer_add_made_table (FoiComposer *self, FoiQuestion *question,
                                          FoiPublication *table, GPtrArray *out);
gboolean    _foi_composer_add_chart (FoiComposer *self, const char *name, GPtrArray *out);

/* foi-composer-estimate.c */
char       *_foi_scope_dup_estimate_gap (const FoiScope *scope, const char *name);
void        _foi_composer_add_estimate (FoiComposer *self, FoiQuestion *question, GPtrArray *out);

G_END_DECLS
