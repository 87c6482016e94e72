/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "foi-application.h"
#include "foi-typesetting.h"

int
main (int argc, char *argv[])
{
  g_autoptr (FoiApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FOI_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = foi_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  foi_typesetting_await_threads ();
  return status;
}
