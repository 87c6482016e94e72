/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-application.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_OPEN_CASE,      /* a case that is open already is only presented */
  FOI_OPEN_AGAIN,     /* as the file is now, even if it is open */
  FOI_OPEN_EXAMPLE,   /* a copy that has no file */
} FoiOpenMode;

void foi_opener_open    (FoiApplication *application, GFile *file, FoiOpenMode mode);
void foi_opener_open_at (FoiApplication *application, GFile *file, const char *place);

G_END_DECLS
