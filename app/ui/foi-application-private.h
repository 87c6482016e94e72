/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-application.h"

G_BEGIN_DECLS

/* The example's place among the resources of the program. */
#define FOI_EXAMPLE_URI "resource:///io/github/foidesk/FoiDesk/example.foi.json"

/* foi-application-actions.c: what can be done without a case, and every key of the program */
void _foi_application_add_actions (FoiApplication *self);

G_END_DECLS
