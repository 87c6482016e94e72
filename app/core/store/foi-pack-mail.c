/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pack-mail.h"

#include <glib/gi18n-lib.h>

#include "foi-eml.h"

static gboolean
is_for_them (const FoiPackFile *file)
{
  return !g_str_equal (file->name, FOI_PACK_LIST);
}

/* What a case says of a file's kind may be anything, and must begin no header. */
static char *
dup_format (const char *format)
{
  return g_regex_match_simple ("^[a-zA-Z0-9.+-]{1,60}/[a-zA-Z0-9.+-]{1,60}$", format,
                               G_REGEX_DOLLAR_ENDONLY, 0)
           ? g_strdup (format) : g_strdup ("application/octet-stream");
}

static char *
dup_text (FoiPack *pack)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *reference = foi_pack_get_letter (pack)->reference;

  g_string_append_printf (text, _("Our letter about your request for information, reference %s, "
                                  "goes with\nthis mail.\n"), reference != NULL ? reference : "");
  g_string_append (text, "\n");
  g_string_append (text, _("The files are:"));
  g_string_append (text, "\n");
  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    {
      const FoiPackFile *file = foi_pack_get_file (pack, i);

      if (is_for_them (file))
        g_string_append_printf (text, "- %s: %s\n", file->name, file->what);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * foi_pack_dup_subject:
 * @pack: a pack to send
 *
 * Returns: (transfer full): what a mail with it is about.
 */
char *
foi_pack_dup_subject (FoiPack *pack)
{
  const char *reference;

  g_return_val_if_fail (pack != NULL, NULL);

  reference = foi_pack_get_letter (pack)->reference;
  return reference != NULL
           /* Translators: %s is the reference of a request. */
           ? g_strdup_printf (_("%s: your request for information"), reference)
           : g_strdup (_("Your request for information"));
}

/**
 * foi_pack_to_eml:
 * @pack: a pack to send, in which nothing is that may not leave
 * @state: the case that it was made of
 * @date: the day
 *
 * Makes the draft of a mail to the requester, with the letter, its tables and its attachments. The
 * list of what leaves the building is for ourselves, and does not go along.
 *
 * Returns: (transfer full): the bytes of an .eml file.
 */
GBytes *
foi_pack_to_eml (FoiPack *pack, FoiCaseState *state, FoiDate date)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_eml_file_free);
  g_autofree char *to
    = foi_eml_dup_addresses (foi_case_state_get_string (state, "request/requester/email"));
  g_autofree char *from
    = foi_eml_dup_addresses (foi_case_state_get_string (state, "authority/email"));
  g_autofree char *subject = foi_pack_dup_subject (pack);
  g_autofree char *text = dup_text (pack);
  const FoiEml eml = { from, to, subject, text, date, files };

  g_return_val_if_fail (pack != NULL && foi_pack_get_kind (pack) == FOI_PACK_SEND, NULL);

  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    {
      const FoiPackFile *packed = foi_pack_get_file (pack, i);
      FoiEmlFile *file;

      if (!is_for_them (packed))
        continue;
      file = g_new0 (FoiEmlFile, 1);
      file->name = g_strdup (packed->name);
      file->format = dup_format (packed->format);
      file->bytes = g_bytes_ref (packed->bytes);
      g_ptr_array_add (files, file);
    }
  return foi_eml_write (&eml);
}
