/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-profile-draft.h"
#include "foi-profile-fields.h"

G_BEGIN_DECLS

#define FOI_TYPE_PROFILE_FORM (foi_profile_form_get_type ())

/**
 * FoiProfileForm:
 *
 * One page of the profile as a form: a row for each field of the table in foi-profile-fields.c.
 */
G_DECLARE_FINAL_TYPE (FoiProfileForm, foi_profile_form, FOI, PROFILE_FORM, GtkWidget)

GtkWidget *foi_profile_form_new (FoiProfileDraft *draft, FoiProfilePage page);

G_END_DECLS
