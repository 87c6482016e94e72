/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-composer-private.h"

G_BEGIN_DECLS

/* Where the texts of gaps come from: the grounds, the days, the letter itself. */

/* foi-composer-grounds.c */
char       *_foi_scope_dup_ground_gap (const FoiScope *scope, const char *name);
JsonNode   *_foi_scope_get_ground_rule (const FoiScope *scope, JsonNode **limb);

/* foi-composer-estimate.c */
void        _foi_composer_clear_estimates (FoiComposer *self);

/* foi-composer-review.c */
char       *_foi_scope_dup_review_gap (const FoiScope *scope, const char *name);

/* foi-composer-clock.c */
char       *_foi_scope_dup_clock_gap (const FoiScope *scope, const char *name);
FoiDate     _foi_scope_end_of_limit (const FoiScope *scope, FoiDate start, const char *id);
char       *_foi_scope_dup_limit_period (const FoiScope *scope, const char *id);
FoiCalendar *_foi_composer_get_calendar (FoiComposer *self);
FoiDate     _foi_composer_add_working_days (FoiComposer *self, FoiDate start, guint n);
gboolean    _foi_composer_is_answered_late (FoiComposer *self);
void        _foi_composer_clear_clock (FoiComposer *self);

/* foi-composer-particulars.c */
char       *_foi_scope_dup_particular_gap (const FoiScope *scope, const char *name);
const char *_foi_scope_find_words (const FoiScope *scope, const char *text, char **place);
gboolean    _foi_scope_add_points (const FoiScope *scope, const char *text, const char *id,
                                   GPtrArray *out);
gboolean    _foi_scope_has_decision (const FoiScope *scope, const char *decision);
gboolean    _foi_composer_concerns_any (FoiComposer *self);
gboolean    _foi_composer_concerns (FoiComposer *self, FoiQuestion *question);

G_END_DECLS
