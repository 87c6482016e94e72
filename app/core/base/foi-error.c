/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-error.h"

G_DEFINE_QUARK (foi-error-quark, foi_error)
