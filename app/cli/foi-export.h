/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* What is made, and of what. */
typedef struct
{
  const char *kind;      /* "pdf" */
  const char *letter;    /* type or id, or NULL: the current one */
  const char *table;     /* name, or NULL: the only one */
  const char *date;      /* the day of the letter, or NULL: as the case says */
  gboolean    to_stream; /* it goes to another program, not to a file */
} FoiExport;

gboolean foi_export_is_kind (const char *kind);
char    *foi_export_list_kinds (void);
FoiCaseState *foi_export_choose_letter (FoiCaseState *state, const FoiExport *wanted, char **id,
                                        GError **error);
char    *foi_export_dup_doubt (FoiCaseState *state, const FoiExport *wanted);
char    *foi_export_dup_telling (FoiCaseState *state, const FoiExport *wanted);
void     foi_export_warn_disarmed (FoiCaseState *state, const FoiExport *wanted,
                                   const char *place);
GBytes  *foi_export_make (FoiCaseState *state, const FoiExport *wanted, GError **error);

G_END_DECLS
