/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pack.h"

G_BEGIN_DECLS

/* The file by which a folder is known as a Data Package. */
#define FOI_DATA_PACKAGE "datapackage.json"

GBytes *foi_data_package_write (FoiPack *pack, JsonNode *authority);

G_END_DECLS
