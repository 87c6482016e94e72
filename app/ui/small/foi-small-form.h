/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-remedy-request.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

#define FOI_TYPE_SMALL_FORM (foi_small_form_get_type ())

/**
 * FoiSmallForm:
 *
 * Which figures of a table are small, what is done about them, and why that matters. Signal:
 * "changed", when what is to be done is another; not for the reason.
 */
G_DECLARE_FINAL_TYPE (FoiSmallForm, foi_small_form, FOI, SMALL_FORM, GtkWidget)

GtkWidget        *foi_small_form_new (void);
void              foi_small_form_set_table (FoiSmallForm *self, FoiTableData *data);
void              foi_small_form_set_rule (FoiSmallForm *self, const FoiSmallRule *rule,
                                           const char *reason, gboolean is_authority);
void              foi_small_form_take (FoiSmallForm *self, const FoiRemedyRequest *proposal,
                                       const char *others);
FoiRemedyRequest *foi_small_form_dup_request (FoiSmallForm *self);

G_END_DECLS
