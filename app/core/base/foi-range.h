/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a text, in bytes. */
typedef struct
{
  gsize begin, end;
} FoiRange;

G_END_DECLS
