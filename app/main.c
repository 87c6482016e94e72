/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (FoiApplication) application = foi_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
