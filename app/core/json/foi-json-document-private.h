/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-json-document.h"
#include "foi-json-path.h"

G_BEGIN_DECLS

/* The rows of one table: the bytes of its `data`, from `[` to behind `]`. */
typedef struct
{
  gsize start;
  gsize end;
  guint n_rows;
} FoiJsonRange;

/* @places: node -> the offset of its first byte; @ranges: resource number -> FoiJsonRange. */
struct _FoiJsonDocument
{
  GBytes *bytes;
  const char *text;
  JsonNode *root;
  GHashTable *places;
  GHashTable *ranges;
  FoiJsonLine line;
};

G_END_DECLS
