/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOI_ERROR (foi_error_quark ())

/**
 * FoiError:
 * @FOI_ERROR_SYNTAX: the bytes are not the format they claim to be
 * @FOI_ERROR_CONTENT: the format is right, what it says cannot be
 * @FOI_ERROR_LIMIT: larger, deeper or longer than is read
 * @FOI_ERROR_VALUE: typed text that is no value of its column, or a guess
 * @FOI_ERROR_CONFLICT: the file was changed by somebody else meanwhile
 * @FOI_ERROR_REFUSED: the program does not do this, and says why
 * @FOI_ERROR_NOT_FOUND: no question, table or letter of that name
 *
 * Everything that is not about cases keeps the domain it came with (mostly %G_IO_ERROR).
 */
typedef enum
{
  FOI_ERROR_SYNTAX,
  FOI_ERROR_CONTENT,
  FOI_ERROR_LIMIT,
  FOI_ERROR_VALUE,
  FOI_ERROR_CONFLICT,
  FOI_ERROR_REFUSED,
  FOI_ERROR_NOT_FOUND,
} FoiError;

GQuark foi_error_quark (void);

G_END_DECLS
