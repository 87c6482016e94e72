/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-copy-name.h"

#include <string.h>

/* The name of a file, and of what it may be a copy, without ".foi.json"; NULL: it is no case. */
static const struct
{
  const char *name, *originals;
} facts[] = {
  { "FOI12.foi.json", "" },
  { "FOI-2.foi.json", "FOI" },
  { "FOI12-LAPTOP.foi.json", "FOI12" },
  { "FOI-2-DESKTOP-7K2P9QX.foi.json", "FOI-2-DESKTOP|FOI-2|FOI" },
  { "FOI12 (conflicted copy).foi.json", "FOI12" },
  { "FOI12 (Ann-Marie's conflicted copy 2024-11-20).foi.json",
    "FOI12 (Ann-Marie's conflicted copy 2024-11|FOI12 (Ann-Marie's conflicted copy 2024|"
    "FOI12 (Ann|FOI12" },
  { "FOI12-LAPTOP (2).foi.json", "FOI12-LAPTOP|FOI12" },
  { "FOI12 - Copy.foi.json", "FOI12" },
  { "FOI12.sync-conflict-20241120.foi.json", "FOI12.sync-conflict|FOI12.sync|FOI12" },
  { "-LAPTOP.foi.json", "" },
  { " (1).foi.json", "" },
  { "FOI12--X.foi.json", "FOI12-|FOI12" },
  /* Before ".json" alone. */
  { "FOI-2.foi-DESKTOP-AB12CD.json", "FOI-2|FOI" },
  { "FOI12.foi (Ann's conflicted copy 2024-11-20).json", "FOI12" },
  { "FOI12.foi (1).json", "FOI12" },
  { "FOI12.foi(1).json", "FOI12" },
  { "FOI12.foi - Copy.json", "FOI12" },
  { "FOI12.foi_conflict-1.json", "FOI12" },
  { "FOI12.foi.sync-conflict-20241120-101010-ABCDEFG.json", "FOI12" },
  { "A.foiled.foi-PC.json", "A.foiled" },
  /* A folder's other files. */
  { "FOI12.json", NULL },
  { "FOI12.foi", NULL },
  { "FOI12.foiled.json", NULL },
  { "FOI12.foi.backup.json", NULL },
  { "FOI12.foi-DESKTOP.txt", NULL },
  { ".foi-DESKTOP.json", NULL },
  { ".FOI12.foi.json", NULL },
  { "authority.foi.json", NULL },
  { "authority.foi-DESKTOP.json", NULL },
  { "json", NULL },
  { "", NULL },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_auto (GStrv) originals = foi_copy_name_list_originals (facts[i].name);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", facts[i].name);
      g_assert_cmpint (foi_copy_name_is_case (facts[i].name), ==, facts[i].originals != NULL);
      for (guint j = 0; originals[j] != NULL; j++)
        {
          g_assert_true (g_str_has_suffix (originals[j], ".foi.json"));
          g_string_append_printf (found, "%s%.*s", j > 0 ? "|" : "",
                                  (int) (strlen (originals[j]) - strlen (".foi.json")),
                                  originals[j]);
        }
      if (facts[i].originals != NULL)
        g_assert_cmpstr (found->str, ==, facts[i].originals);
    }
}

static const struct
{
  const char *path, *reference;
  gboolean    says;
} references[] = {
  { "/a/FOI-2.foi.json", "FOI-2", TRUE },     { "/a/FOI-2.foi.json", "FOI/2", TRUE },
  { "/a/foi 2.foi.json", "FOI/2", TRUE },     { "/a/FOI-2-PC.foi.json", "FOI-2", FALSE },
  { "/a/FOI.foi.json", "FOI-2", FALSE },      { "/a/FOI-2.foi-PC.json", "FOI-2", FALSE },
  { "/a/FOI-2\xff.foi.json", "FOI-2", TRUE },
};

static void
test_says (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *shown = g_strescape (references[i].path, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpint (foi_copy_name_says (references[i].path, references[i].reference), ==,
                       references[i].says);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy-name/names", test_names);
  g_test_add_func ("/copy-name/says", test_says);
  return g_test_run ();
}
