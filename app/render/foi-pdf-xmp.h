/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pdf-finish.h"

G_BEGIN_DECLS

char *foi_pdf_create_xmp (const FoiPdfFacts *facts, const char *program);

G_END_DECLS
