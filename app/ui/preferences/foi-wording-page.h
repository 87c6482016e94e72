/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-profile-draft.h"

G_BEGIN_DECLS

#define FOI_TYPE_WORDING_PAGE (foi_wording_page_get_type ())

/**
 * FoiWordingPage:
 *
 * The standard paragraphs of letters, each with the authority's own words instead, where it has
 * any; or left out.
 */
G_DECLARE_FINAL_TYPE (FoiWordingPage, foi_wording_page, FOI, WORDING_PAGE, GtkWidget)

GtkWidget  *foi_wording_page_new (FoiProfileDraft *draft);
const char *foi_wording_row_get_id (GtkListBoxRow *row);

G_END_DECLS
