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
  /* By hand, and other programs. */
  { "Copy of FOI12.foi.json", "Copy of|FOI12|Copy" },
  { "Copy (2) of FOI12.foi.json", "Copy (2) of|Copy (2)|FOI12|Copy" },
  { "Copy of FOI-2-PC.foi.json", "Copy of FOI-2|Copy of FOI|FOI-2-PC|Copy of|FOI-2|Copy|FOI" },
  { "FOI12 - Copy (2).foi.json", "FOI12 - Copy|FOI12" },
  { "FOI12 (1).foi.json", "FOI12" },
  { "FOI12 2.foi.json", "FOI12" },
  { "FOI12 copy 2.foi.json", "FOI12 copy|FOI12" },
  { "FOI12_backup.foi.json", "FOI12" },
  { "FOI12_2024_11.foi.json", "FOI12_2024|FOI12" },
  { "FOI12~.foi.json", "FOI12" },
  { "FOI12~1.foi.json", "FOI12" },
  { "FOI12.bak.foi.json", "FOI12" },
  { "FOI12.2024.foi.json", "" },
  { "FOI12.backups.foi.json", "" },
  { "FOI12[Conflict].foi.json", "FOI12" },
  { "FOI12 [Ann’s version].foi.json", "FOI12" },
  { "FOI12 2024-11-27 10.42.foi.json", "FOI12 2024-11-27|FOI12 2024-11|FOI12 2024|FOI12" },
  { "FOI12.foi[Conflict].json", "FOI12" },
  { "FOI12.foi~.json", "FOI12" },
  { "FOI12.foi 2.json", "FOI12" },
  /* What editors of texts leave is no case. */
  { "FOI12.foi.json~", NULL },
  { "FOI12.foi.json.bak", NULL },
  { "FOI12.foi.json (1)", NULL },
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

/* A name, that of what it may be a copy, and whether more than the reference must be the same. */
static const struct
{
  const char *name, *original;
  gboolean    is_vague;
} vague[] = {
  { "FOI12 2.foi.json", "FOI12", TRUE },
  { "FOI12_2.foi.json", "FOI12", TRUE },
  { "FOI12 B.foi.json", "FOI12", TRUE },
  { "FOI12 Oldham.foi.json", "FOI12", TRUE },
  { "FOI12 2024-11-27 10.42.foi.json", "FOI12", TRUE },
  { "FOI12.foi 2.json", "FOI12", TRUE },
  { "FOI12.foi_2.json", "FOI12", TRUE },
  { "FOI12-LAPTOP.foi.json", "FOI12", FALSE },
  { "FOI12 - Copy.foi.json", "FOI12", FALSE },
  { "FOI12 (1).foi.json", "FOI12", FALSE },
  { "FOI12[Conflict].foi.json", "FOI12", FALSE },
  { "FOI12~.foi.json", "FOI12", FALSE },
  { "FOI12_backup.foi.json", "FOI12", FALSE },
  { "FOI12_BACKUP_2.foi.json", "FOI12", FALSE },
  { "FOI12 copy 2.foi.json", "FOI12", FALSE },
  { "FOI12.bak.foi.json", "FOI12", FALSE },
  { "FOI12.sync-conflict-20241120.foi.json", "FOI12", FALSE },
  { "Copy of FOI12.foi.json", "FOI12", FALSE },
  { "Copy of FOI12 2.foi.json", "FOI12", FALSE },
  { "FOI12.foi-LAPTOP.json", "FOI12", FALSE },
  { "FOI12.foi (1).json", "FOI12", FALSE },
  { "FOI12.foi_conflict-1.json", "FOI12", FALSE },
};

static void
test_vague (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vague); i++)
    {
      g_autofree char *path = g_build_filename ("/a 2/b", vague[i].name, NULL);
      g_autofree char *original = g_strdup_printf ("/a 2/b/%s.foi.json", vague[i].original);

      g_test_message ("%s", vague[i].name);
      g_assert_cmpint (foi_copy_name_is_vague (path, original), ==, vague[i].is_vague);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy-name/names", test_names);
  g_test_add_func ("/copy-name/says", test_says);
  g_test_add_func ("/copy-name/vague", test_vague);
  return g_test_run ();
}
