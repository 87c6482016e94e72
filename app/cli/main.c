/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

int
main (int argc, char *argv[])
{
  g_print ("foi " FOI_VERSION "\n");
  return 0;
}
