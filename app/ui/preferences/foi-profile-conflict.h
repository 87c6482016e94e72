/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-profile-draft.h"

G_BEGIN_DECLS

void foi_profile_conflict_ask (GtkWindow *window, FoiProfileDraft *draft, GFile *file);

G_END_DECLS
