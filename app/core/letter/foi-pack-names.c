/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pack-names.h"

#include <string.h>

/* A name of so many bytes, and what makes it another one, is not too long for any file system. */
#define MAX_LENGTH 80

/* What Windows takes for devices, whatever follows the first full stop. */
static const char *const devices[] = { "con", "prn", "aux", "nul" };

static gboolean
is_device (const char *name)
{
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));

  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_ascii_strcasecmp (stem, devices[i]) == 0)
      return TRUE;
  return strlen (stem) == 4 && g_ascii_isdigit (stem[3])
         && (g_ascii_strncasecmp (stem, "com", 3) == 0
             || g_ascii_strncasecmp (stem, "lpt", 3) == 0);
}

/* Letters, digits, "-", "_" and ".": all else is one "-". It begins and ends with neither. */
static char *
make_plain (const char *wish)
{
  g_autofree char *ascii = g_str_to_ascii (wish, "C");
  GString *plain = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && plain->len < MAX_LENGTH; p++)
    {
      char sign = g_ascii_isalnum (*p) || strchr ("_.", *p) != NULL ? *p : '-';
      char last = plain->len > 0 ? plain->str[plain->len - 1] : '-';

      if (strchr ("-.", sign) == NULL || strchr ("-.", last) == NULL)
        g_string_append_c (plain, sign);
    }
  while (plain->len > 0 && strchr ("-.", plain->str[plain->len - 1]) != NULL)
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

/**
 * foi_pack_dup_file_name:
 * @wish: any text: a reference, the name of a table or of an attachment
 * @extension: "csv"
 * @taken: (element-type utf8 utf8): the names in use, in small letters; gets this one
 *
 * Makes the name of a file out of a text of a case, which may come from anybody: it lies in its
 * folder, on every system, and is no other's, however the system takes capitals.
 *
 * Returns: (transfer full): the name.
 */
char *
foi_pack_dup_file_name (const char *wish, const char *extension, GHashTable *taken)
{
  g_autofree char *plain = NULL;
  g_autofree char *stem = NULL;
  char *name;

  g_return_val_if_fail (wish != NULL && extension != NULL && taken != NULL, NULL);

  plain = make_plain (wish);
  stem = g_strconcat (plain[0] == '\0' ? "file" : "", is_device (plain) ? "file-" : "", plain,
                      NULL);
  name = g_strdup_printf ("%s.%s", stem, extension);
  for (guint i = 2;; i++)
    {
      char *lower = g_ascii_strdown (name, -1);

      if (g_hash_table_add (taken, lower))
        return name;
      g_free (name);
      name = g_strdup_printf ("%s-%u.%s", stem, i, extension);
    }
}
