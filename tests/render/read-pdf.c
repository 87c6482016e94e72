/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints what we read in a PDF, a piece on each line, for test_pdf_reading.py: its kind and number,
 * then the text or the cells, parted by tabs. */

#include <stdio.h>

#include "foi-pdf-reading.h"

static gboolean
print_cb (const FoiReadUnit *unit, gpointer user_data)
{
  g_autofree char *joined = unit->cells != NULL ? g_strjoinv ("\t", (GStrv) unit->cells)
                                                : g_strdup (unit->text);

  g_strdelimit (joined, "\n", ' ');
  printf ("%d\t%u\t%s\n", unit->kind, unit->number, joined);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_legible;
  char *data;
  gsize length;

  if (argc != 2 || !g_file_get_contents (argv[1], &data, &length, &error))
    return 2;
  bytes = g_bytes_new_take (data, length);
  if (!foi_file_read_pdf (bytes, print_cb, NULL, &is_legible, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  return is_legible ? 0 : 1;
}
