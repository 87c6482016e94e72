/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-offer.h"

G_BEGIN_DECLS

/* How a field of a ground is filled in. */
typedef enum
{
  FOI_GROUND_FIELD_SHORT, /* an entry */
  FOI_GROUND_FIELD_LONG,  /* several lines */
  FOI_GROUND_FIELD_DATE,  /* an entry for a day, as people write one */
  FOI_GROUND_FIELD_MOMENT, /* an entry for a day, a month or a year */
  FOI_GROUND_FIELD_LIMB,  /* a choice of the rules' limbs */
  FOI_GROUND_FIELD_HARM,  /* would, or would be likely to */
  FOI_GROUND_FIELD_CELLS, /* a check button: true, or not there */
} FoiGroundFieldKind;

/**
 * FoiGroundField:
 * @object: (nullable): the member of the ground that holds it; %NULL for the ground itself
 * @key: its name there
 * @label: what it is called, not yet translated
 * @needs: it is asked for where all of these are needed; 0: always
 *
 * One thing that a ground may be asked for.
 */
typedef struct
{
  const char        *object;
  const char        *key;
  const char        *label;
  FoiNeed            needs;
  FoiGroundFieldKind kind;
} FoiGroundField;

#define FOI_N_GROUND_FIELDS 28

const FoiGroundField *foi_ground_fields_get (guint index);
FoiNeed               foi_ground_fields_get_all_needs (JsonNode *rule, const char *authority);
const char           *foi_ground_fields_get_text (JsonNode *ground, guint index);
JsonNode             *foi_ground_fields_change (JsonNode *ground, guint index, const char *text);
JsonNode             *foi_ground_fields_change_limb (JsonNode *ground, JsonNode *rule,
                                                     const char *limb);

G_END_DECLS
