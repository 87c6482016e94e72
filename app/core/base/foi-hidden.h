/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a glance at a spreadsheet, a text or a PDF does not show. */
typedef enum
{
  FOI_HIDDEN_SHEET,
  FOI_HIDDEN_VERY_HIDDEN_SHEET,
  FOI_HIDDEN_ROW,
  FOI_HIDDEN_COLUMN,
  FOI_HIDDEN_FILTERED_ROW,
  FOI_HIDDEN_ZERO_SIZE,
  FOI_HIDDEN_COLLAPSED_GROUP,
  FOI_HIDDEN_PIVOT_CACHE,
  FOI_HIDDEN_EXTERNAL_LINK,
  FOI_HIDDEN_DEFINED_NAME,
  FOI_HIDDEN_COMMENT,
  FOI_HIDDEN_DOCUMENT_PROPERTY,
  FOI_HIDDEN_EMBEDDED_OBJECT,
  FOI_HIDDEN_CHART_CACHE,
  FOI_HIDDEN_MACRO,
  FOI_HIDDEN_CONNECTION,
  FOI_HIDDEN_DATA_MODEL,
  FOI_HIDDEN_FORMULA,
  FOI_HIDDEN_INVISIBLE_TEXT,
  FOI_HIDDEN_INVISIBLE_FORMAT,
  FOI_HIDDEN_DATA_VALIDATION,
  FOI_HIDDEN_CUSTOM_XML,
  FOI_HIDDEN_PRINTER_SETTINGS,
  FOI_HIDDEN_TRACKED_CHANGE,
  FOI_HIDDEN_TEXT,
  FOI_HIDDEN_COVERED_TEXT,
  FOI_HIDDEN_UNMADE_REDACTION,
  FOI_HIDDEN_SCANNED_TEXT,
  FOI_HIDDEN_OUTSIDE_PAGE,
  FOI_HIDDEN_CROPPED_PICTURE,
  FOI_HIDDEN_LAYER,
  FOI_HIDDEN_UNSEEN_LAYER,
  FOI_HIDDEN_ANNOTATION,
  FOI_HIDDEN_FORM_FIELD,
  FOI_HIDDEN_EARLIER_VERSION,
  FOI_HIDDEN_N_KINDS,
} FoiHiddenKind;

/* @count things of one kind at one @place; @detail (nullable) names them. It is a person's or a
 * thing's name, never what a cell holds. */
typedef struct
{
  FoiHiddenKind kind;
  char *place;
  guint count;
  char *detail;
} FoiHiddenItem;

/**
 * FoiHidden:
 *
 * What is hidden in a file, in the order in which it was found.
 */
typedef struct _FoiHidden FoiHidden;

FoiHidden *foi_hidden_new (void);
void foi_hidden_free (FoiHidden *self);
void foi_hidden_add (FoiHidden *self, FoiHiddenKind kind, const char *place, guint count,
                     const char *detail);
guint foi_hidden_get_length (FoiHidden *self);
const FoiHiddenItem *foi_hidden_get (FoiHidden *self, guint index);
void foi_hidden_add_trace (FoiHidden *self, const char *name);
const char *foi_hidden_get_traces (FoiHidden *self);
const char *foi_hidden_kind_get_id (FoiHiddenKind kind);
const char *foi_hidden_kind_get_words (FoiHiddenKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiHidden, foi_hidden_free)

G_END_DECLS
