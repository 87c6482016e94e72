/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-application.h"

G_BEGIN_DECLS

/* Looks, in a thread, for unsaved work that outlived its window; asks what to do with it. */
void foi_recovery_offer (FoiApplication *application);

G_END_DECLS
