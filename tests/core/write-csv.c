/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a resource from standard input and writes it as CSV. For test_csv.py. */

#include <stdio.h>

#include "foi-publication.h"

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) input = g_string_new (NULL);
  g_autoptr (FoiPublication) publication = NULL;
  g_autofree char *csv = NULL;
  char buffer[4096];
  gsize length;

  while ((length = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (input, buffer, (gssize) length);
  if (json_parser_load_from_data (parser, input->str, (gssize) input->len, &error))
    publication = foi_publication_new_from_json (json_parser_get_root (parser), &error);
  if (publication == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  csv = foi_publication_to_csv (publication);
  fputs (csv, stdout);
  return 0;
}
