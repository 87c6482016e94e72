/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-lines.h"

G_BEGIN_DECLS

/**
 * FoiFormFields:
 *
 * What the fields of an authority's own request form say; those it does not have, or that were
 * left empty, are empty.
 */
typedef struct
{
  FoiTextSpan name;
  FoiTextSpan title;
  FoiTextSpan first_name;
  FoiTextSpan last_name;
  FoiTextSpan email;
  FoiTextSpan organisation;
  FoiTextSpan address;
  FoiTextSpan date;
  FoiTextSpan subject;
} FoiFormFields;

guint foi_form_fields_read (const char *text, GArray *lines, guint first, guint end,
                            FoiFormFields *fields);

char *foi_form_fields_dup_name (const FoiFormFields *fields, const char *text, FoiTextSpan *span);

G_END_DECLS
