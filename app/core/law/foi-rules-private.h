/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-json-schema.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/* One rule file, read. */
typedef struct
{
  char      *name;       /* "foia" */
  char      *inherits;   /* the regime whose paragraphs it takes over, or NULL */
  JsonNode  *root;
  GPtrArray *own;        /* of FoiParagraph: those of its file */
  GPtrArray *paragraphs; /* of FoiParagraph, borrowed: own and inherited, in order */
} FoiRegime;

struct _FoiRules
{
  int         ref_count;
  GHashTable *regimes; /* name -> FoiRegime */
  GPtrArray  *names;   /* of the regimes, in order, and NULL */
};

FoiJsonSchema *_foi_rule_schema_new (void);
FoiRegime     *_foi_regime_new (GBytes *bytes, const char *file, FoiJsonSchema *schema,
                                GError **error);
void           _foi_regime_free (FoiRegime *self);
void           _foi_regime_inherit (FoiRegime *self, FoiRegime *parent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRegime, _foi_regime_free)

G_END_DECLS
