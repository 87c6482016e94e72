/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-file.h"
#include "foi-json-document.h"

G_BEGIN_DECLS

/**
 * FoiFaults:
 *
 * The faults of content found so far in one document, with their places. Plain data on the stack of
 * who reads: foi_faults_init(), then foi_faults_clear().
 */
typedef struct
{
  FoiJsonDocument *document;
  GPtrArray       *list;
} FoiFaults;

void     foi_faults_init (FoiFaults *self, FoiJsonDocument *document);
void     foi_faults_clear (FoiFaults *self);
gboolean foi_faults_is_full (FoiFaults *self);
void     foi_faults_add (FoiFaults *self, JsonNode *node, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
void     foi_faults_add_in_row (FoiFaults *self, guint resource, guint row, int cell, gsize offset,
                                const char *message);
void     foi_faults_sort (FoiFaults *self);

char      *foi_fault_quote (const char *text);
FoiFault  *foi_fault_new (guint line, guint column, const char *path, const char *message);
FoiFault  *foi_fault_new_for_syntax (const GError *error);
GPtrArray *foi_faults_new_for_syntax (const GError *error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiFaults, foi_faults_clear)

G_END_DECLS
