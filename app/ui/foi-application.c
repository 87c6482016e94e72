/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-application.h"

struct _FoiApplication
{
  GtkApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (FoiApplication, foi_application, GTK_TYPE_APPLICATION)

static void
foi_application_class_init (FoiApplicationClass *klass)
{
}

static void
foi_application_init (FoiApplication *self)
{
}

/**
 * foi_application_new:
 *
 * Returns: (transfer full): the program.
 */
FoiApplication *
foi_application_new (void)
{
  return g_object_new (FOI_TYPE_APPLICATION, "application-id", FOI_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
