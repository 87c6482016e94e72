/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-brief.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_DETAIL_NAME,
  FOI_DETAIL_CONTACT,
  FOI_DETAIL_ORGANISATION, /* told only where it stands alone: it may be what was asked about */
} FoiDetailKind;

/* How a detail is known again. */
typedef enum
{
  FOI_DETAIL_WORDS,
  FOI_DETAIL_NUMBER, /* of a telephone: its figures */
  FOI_DETAIL_LINE,   /* of an address */
} FoiDetailForm;

/* Words by which a requester could be known, and how they are looked for. A surname with its @given
 * name (not owned by others: "Jane") counts beside that, an initial or a title; alone it may be a
 * place, and is a doubt, as a given name is. */
typedef struct
{
  FoiDetailKind kind;
  char         *given;
  gboolean      exact_case;
  gboolean      is_doubt; /* a given name alone */
  gboolean      is_vague; /* part of an address or of an organisation's name */
  FoiDetailForm form;
  char         *text;
  guint64       letters; /* those without which it cannot be in a text */
} FoiRequesterDetail;

GPtrArray                *foi_requester_details_list (JsonNode *request, JsonNode *authority);
gboolean                  foi_requester_details_add_reference (GPtrArray *details,
                                                               const char *reference);
const FoiRequesterDetail *foi_requester_details_find (GPtrArray *details, const char *text,
                                                      gsize from, gsize *begin, gsize *end);
const FoiRequesterDetail *foi_requester_details_find_doubt (GPtrArray *details, const char *text);
const FoiRequesterDetail *foi_requester_details_find_any (GPtrArray *details, const char *text,
                                                          gsize from, gsize *begin, gsize *end);
char                     *foi_requester_details_mask (GPtrArray *details, const char *text);
char                     *foi_requester_details_mask_all (GPtrArray *details, const char *text);
char                     *foi_requester_details_mask_contacts (JsonNode *authority,
                                                               const char *text);
const char               *foi_detail_kind_to_words (FoiDetailKind kind);
const char               *foi_detail_find_words (const char *text);

G_END_DECLS
