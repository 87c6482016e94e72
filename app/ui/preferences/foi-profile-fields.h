/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How a field of the profile is edited. */
typedef enum
{
  FOI_FIELD_TEXT,
  FOI_FIELD_LINES,      /* a list of texts, one a line */
  FOI_FIELD_LINKS,      /* a list of links, one a line: words, then the address */
  FOI_FIELD_NUMBER,     /* whole, from 1; 0 is "not said" */
  FOI_FIELD_CHOICE,     /* a text of a closed list; "" is "not said" */
  FOI_FIELD_STEP,       /* a number of a closed list, as text; "0" is left out */
  FOI_FIELD_SWITCH,
  FOI_FIELD_COLOUR,     /* "#12436D" */
  FOI_FIELD_AMOUNT,     /* whole, from 1; "" is as the law has it */
  FOI_FIELD_DATE,       /* in words; "" is "not said" */
  FOI_FIELD_PERIODS,    /* a list of periods, one a line: a day, "to", and a day */
} FoiFieldKind;

typedef struct
{
  const char *value;
  const char *label;
} FoiFieldChoice;

#define FOI_FIELD_MAX_CHOICES 9

/* One row of the form. Where @path is NULL it is a heading. Labels are to be translated. */
typedef struct
{
  const char    *path;    /* "review/email" */
  const char    *label;
  FoiFieldKind   kind;
  const char    *hint;
  FoiFieldChoice choices[FOI_FIELD_MAX_CHOICES];
} FoiField;

typedef enum
{
  FOI_PAGE_AUTHORITY,
  FOI_PAGE_LETTERS,
} FoiProfilePage;

const FoiField *foi_profile_fields (FoiProfilePage page, guint *n_fields);
char           *foi_profile_dup_field (JsonNode *profile, const FoiField *field);
JsonNode       *foi_profile_with_field (JsonNode *profile, const FoiField *field,
                                        const char *text);
char           *foi_profile_dup_hint (JsonNode *profile, const FoiField *field);
char           *foi_profile_dup_complaint (JsonNode *profile, const FoiField *field,
                                           const char *text);
const char     *foi_profile_get_regime (JsonNode *profile);

G_END_DECLS
