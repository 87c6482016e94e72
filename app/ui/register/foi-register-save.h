/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-folder.h"
#include "foi-register-copies.h"

G_BEGIN_DECLS

/* What is made of cases. */
typedef enum
{
  FOI_REGISTER_TABLE_FILE,    /* CSV */
  FOI_REGISTER_CALENDAR_FILE, /* iCalendar: the due dates */
} FoiRegisterFile;

void  foi_register_save_async  (GtkWindow *parent, FoiRegisterFile kind, GPtrArray *entries,
                                FoiRegisterCopies *copies, GAsyncReadyCallback callback,
                                gpointer user_data);
char *foi_register_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
