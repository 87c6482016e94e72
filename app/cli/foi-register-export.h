/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-copies.h"

G_BEGIN_DECLS

/* A file that is made of the cases of a folder. */
typedef struct
{
  const char *kind;   /* "csv" or "ics" */
  const char *output; /* "-" for standard output */
  gboolean    force;
  gboolean    as_json;
} FoiRegisterExport;

gboolean foi_register_check_export (const char *command, const FoiRegisterExport *wanted);
int      foi_register_export       (const char *command, GPtrArray *entries,
                                    const FoiRegisterCopies *copies, FoiDate today,
                                    const FoiRegisterExport *wanted, int exit_status);

G_END_DECLS
