/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-block.h"

G_BEGIN_DECLS

#define FOI_TYPE_LETTER (foi_letter_get_type ())

/* A composed letter: @blocks in reading order. Immutable once composed. */
typedef struct
{
  int        ref_count;
  char      *id;          /* of the letter in the case: "response" */
  char      *title;       /* of the document */
  char      *author;      /* the authority, never a person */
  char      *language;    /* "en-GB" */
  char      *reference;   /* for the running header */
  char      *date;        /* ISO 8601, or NULL */
  gboolean   draft;       /* not issued: watermark */
  gboolean   quotes_values; /* a figure of a table stands in its sentences */
  GPtrArray *blocks;      /* of FoiBlock */
  GPtrArray *annexes;     /* of FoiPublication: tables supplied as files */
} FoiLetter;

GType           foi_letter_get_type (void);
FoiLetter      *foi_letter_new (void);
FoiLetter      *foi_letter_ref (FoiLetter *self);
void            foi_letter_unref (FoiLetter *self);
FoiBlock       *foi_letter_find_block (FoiLetter *self, const char *id);
FoiPublication *foi_letter_find_table (FoiLetter *self, const char *name);
GPtrArray      *foi_letter_list_tables (FoiLetter *self);
JsonNode       *foi_letter_to_json (FoiLetter *self);
FoiLetter      *foi_letter_new_from_json (JsonNode *node, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiLetter, foi_letter_unref)

G_END_DECLS
