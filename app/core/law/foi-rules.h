/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-paragraph.h"

G_BEGIN_DECLS

#define FOI_TYPE_RULES (foi_rules_get_type ())

/**
 * FoiRules:
 *
 * The rule files of all regimes: acts, grounds, regulators, paragraphs. Immutable, reference
 * counted, thread-safe. C knows kinds of ground and conditions of paragraphs, never numbers.
 */
typedef struct _FoiRules FoiRules;

GType       foi_rules_get_type (void);
FoiRules   *foi_rules_get_default (void);
FoiRules   *foi_rules_new_from_directory (const char *path, GError **error);
gboolean    foi_rules_use_folder (const char *path, GError **error);
gboolean    foi_rules_use_own (GError **error);
FoiRules   *foi_rules_ref (FoiRules *self);
void        foi_rules_unref (FoiRules *self);

const char *const *foi_rules_get_regimes (FoiRules *self);

JsonNode   *foi_rules_get_regime (FoiRules *self, const char *regime);
const char *foi_rules_get_act_title (FoiRules *self, const char *regime);
const char *foi_rules_get_act_short (FoiRules *self, const char *regime);
const char *foi_rules_get_section_word (FoiRules *self, const char *regime);
JsonNode   *foi_rules_find_ground (FoiRules *self, const char *regime, const char *section);
JsonNode   *foi_rules_find_ground_of_kind (FoiRules *self, const char *regime, const char *kind);
JsonNode   *foi_rules_find_regulator (FoiRules *self, const char *regime, FoiDate date);
JsonNode   *foi_rules_find_time_limit (FoiRules *self, const char *regime, const char *id,
                                       FoiDate date);
JsonNode   *foi_rules_find_limit (FoiRules *self, const char *regime, const char *id,
                                  const char *authority, FoiDate date);
JsonNode   *foi_rules_find_own_limit (FoiRules *self, const char *regime, const char *id,
                                      JsonNode *profile, FoiDate date);
JsonNode   *foi_rules_get_phrases (FoiRules *self, const char *regime, const char *id);

/* The paragraphs of a regime, those it inherits among them, in the order of its letters. */
GPtrArray          *foi_rules_get_paragraphs (FoiRules *self, const char *regime);
gboolean            foi_rules_has_same_id (GPtrArray *paragraphs, guint first, guint index);
const FoiParagraph *foi_rules_find_paragraph (FoiRules *self, const char *regime, const char *id,
                                              FoiDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRules, foi_rules_unref)

G_END_DECLS
