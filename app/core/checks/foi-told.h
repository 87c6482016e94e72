/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-secrets.h"

G_BEGIN_DECLS

GPtrArray *foi_secrets_list_told (FoiSecrets *self, const char *text, const char *context);

G_END_DECLS
