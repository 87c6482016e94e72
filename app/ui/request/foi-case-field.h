/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

/* What a field's text is in the case. */
typedef enum
{
  FOI_FIELD_TEXT,
  FOI_FIELD_LINES,  /* an array of strings, one for each line */
  FOI_FIELD_DATE,   /* ISO 8601; typed as people write a day */
  FOI_FIELD_MOMENT, /* the end of a period: 2015, 2016/17, 2024-11 or a day */
  FOI_FIELD_COUNT,  /* an integer */
  FOI_FIELD_AMOUNT, /* decimal text */
  FOI_FIELD_POUNDS, /* decimal text with two places */
} FoiFieldKind;

#define FOI_TYPE_CASE_FIELD (foi_case_field_get_type ())

/**
 * FoiCaseField:
 *
 * Holds an entry or a text view and one place of the case to the same text, both ways. Typing
 * without a pause is one command; undo is the case's. A date is written when the field is left, and
 * only when it is one. The widget owns it.
 *
 * Property "problem", with notify: why what is typed is not in the case; %NULL when it is.
 */
G_DECLARE_FINAL_TYPE (FoiCaseField, foi_case_field, FOI, CASE_FIELD, GObject)

FoiCaseField *foi_case_field_new (GtkWidget *widget, FoiDocument *document, FoiFieldKind kind,
                                  const char *path, const char *label);
void          foi_case_field_set_path (FoiCaseField *self, const char *path);
void          foi_case_field_set_place (FoiCaseField *self, const char *place);
void          foi_case_field_set_fallback (FoiCaseField *self, const char *fallback);
void          foi_case_field_refuse_future (FoiCaseField *self);
void          foi_case_field_forget (FoiCaseField *self);
char         *foi_case_field_dup_draft (FoiCaseField *self);
void          foi_case_field_set_draft (FoiCaseField *self, const char *draft);
const char   *foi_case_field_get_problem (FoiCaseField *self);

G_END_DECLS
