/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-export-pack.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-attachment-files.h"
#include "foi-case-pack.h"
#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-json-writer.h"
#include "foi-pack-mail.h"
#include "foi-paper.h"
#include "foi-pdf-inspect.h"
#include "foi-pdf-reading.h"

static const FoiPackTools tools = { foi_paper_make_pdf, foi_file_read_pdf, foi_pdf_inspect };

/**
 * foi_export_check_pack:
 * @name: the command
 * @whom: (nullable): what --for says
 * @output: (nullable): what -o says
 * @table: (nullable): what --table says
 *
 * Says what is wrong with the options of a pack.
 *
 * Returns: whether nothing is.
 */
gboolean
foi_export_check_pack (const char *name, const char *whom, const char *output, const char *table)
{
  FoiPackKind kind;

  if (whom == NULL)
    foi_cli_fail (name, _("%s is missing (try: foi help %s)"), "--for", name);
  else if (!foi_pack_kind_from_name (whom, &kind))
    foi_cli_fail (name, _("--for is one of %s, not “%s”"), "publish, send, file", whom);
  else if (table != NULL)
    foi_cli_fail (name, _("a pack has all tables of the letter: --table does not go with it"));
  else if (g_strcmp0 (output, FOI_CLI_STREAM) == 0)
    foi_cli_fail (name, _("a pack is a folder: it cannot go to standard output"));
  else
    return TRUE;
  return FALSE;
}

static void
write_file (FoiJsonWriter *json, const FoiPackFile *file)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "name", file->name);
  foi_json_writer_add_string (json, "format", file->format);
  foi_json_writer_add_integer (json, "size", (gint64) g_bytes_get_size (file->bytes));
  foi_json_writer_add_string (json, "sha256", sha256);
  if (file->remark != NULL)
    foi_json_writer_add_string (json, "remark", file->remark);
  foi_json_writer_end_object (json);
}

/**
 * foi_export_write_files:
 * @json: where an object is being written
 * @pack: files that go out together
 *
 * Writes the member "files": what there is, how large, and by which hash it is known again.
 */
void
foi_export_write_files (FoiJsonWriter *json, FoiPack *pack)
{
  foi_json_writer_begin_array (json, "files");
  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    write_file (json, foi_pack_get_file (pack, i));
  foi_json_writer_end_array (json);
}

/* Which files that go with the letter are not in the pack, for programs. */
static void
write_left_out (FoiJsonWriter *json, FoiPack *pack)
{
  GPtrArray *names = foi_pack_get_left_out (pack);

  if (names->len == 0)
    return;
  foi_json_writer_begin_array (json, "left_out");
  for (guint i = 0; i < names->len; i++)
    foi_json_writer_add_string (json, NULL, names->pdata[i]);
  foi_json_writer_end_array (json);
}

static void
warn_of_left_out (FoiPack *pack, const char *file)
{
  g_autofree char *words = foi_pack_dup_left_out (pack);

  if (words != NULL)
    foi_cli_warn (file, words);
}

static int
say_done (FoiPack *pack, const char *output, gboolean as_json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = g_filename_display_name (output);
  FoiJsonWriter json;

  if (!as_json)
    return FOI_EXIT_DONE;
  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "folder", shown);
  foi_json_writer_add_string (&json, "to", FOI_EXPORT_PACK);
  foi_json_writer_add_string (&json, "for", foi_pack_kind_to_name (foi_pack_get_kind (pack)));
  foi_export_write_files (&json, pack);
  write_left_out (&json, pack);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

/**
 * foi_export_tell_leaks:
 * @file: of the case
 * @leaks: (element-type FoiLeak): what was found in the files that were to go
 *
 * Says each, a line for each place.
 *
 * Returns: the exit status.
 */
int
foi_export_tell_leaks (const char *file, GPtrArray *leaks)
{
  for (guint i = 0; i < leaks->len; i++)
    {
      const FoiLeak *leak = leaks->pdata[i];

      foi_cli_fail (file, _("“%s”, %s: %s. Nothing was handed over."), leak->file, leak->place,
                    leak->what);
    }
  return FOI_EXIT_NOT_DONE;
}

/* What nobody looked through is said here and not in the list, which goes out. */
static void
warn_of_opaque (FoiPack *pack)
{
  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    {
      const FoiPackFile *file = foi_pack_get_file (pack, i);

      if (file->is_ours && file->remark != NULL)
        foi_cli_warn (file->name, file->remark);
    }
}

static FoiPack *
make_pack (FoiCaseState *state, const char *file, FoiPackKind kind, const char *letter_id,
           GPtrArray **leaks, GError **error)
{
  g_autofree char *files = strcmp (file, FOI_CLI_STREAM) != 0
                             ? foi_attachments_dup_folder (file) : NULL;
  const FoiPackWish wish = { .kind = kind, .letter_id = letter_id, .files = files };

  return foi_case_pack_new (state, &wish, &tools, leaks, NULL, NULL, NULL, error);
}

/**
 * foi_export_pack:
 * @state: a case
 * @file: its file
 * @whom: "publish", "send" or "file"
 * @wanted: which letter
 * @output: the folder
 * @replace: whether a pack that is there is replaced
 * @as_json: whether what was made is said in JSON
 *
 * Makes a folder of files, unless something is in them that may not leave.
 *
 * Returns: the exit status.
 */
int
foi_export_pack (FoiCaseState *state, const char *file, const char *whom,
                 const FoiExport *wanted, const char *output, gboolean replace, gboolean as_json)
{
  g_autoptr (FoiCaseState) chosen = NULL;
  g_autoptr (FoiPack) pack = NULL;
  g_autoptr (GPtrArray) leaks = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *letter_id = NULL;
  FoiPackKind kind = FOI_PACK_FILE;

  foi_pack_kind_from_name (whom, &kind);
  chosen = foi_export_choose_letter (state, wanted, &letter_id, &error);
  if (chosen != NULL)
    pack = make_pack (chosen, file, kind, letter_id, &leaks, &error);
  if (pack == NULL)
    {
      foi_cli_fail (file, "%s", error->message);
      return leaks != NULL ? foi_export_tell_leaks (file, leaks) : FOI_EXIT_NOT_DONE;
    }
  if (!foi_case_pack_write (chosen, pack, &tools, output, replace, &leaks, NULL, NULL, NULL,
                            &error))
    return leaks != NULL && leaks->len > 0 ? foi_export_tell_leaks (file, leaks)
                                           : foi_cli_fail (output, "%s", error->message);
  if (foi_pack_get_letter (pack)->draft)
    foi_cli_warn (file, _("the letter was not issued: this is a draft"));
  warn_of_opaque (pack);
  warn_of_left_out (pack, file);
  return say_done (pack, output, as_json);
}

/**
 * foi_export_mail:
 * @state: a case
 * @file: its file
 * @wanted: which letter
 * @leaks: (out) (nullable): what may not leave, where that is why
 * @error: why there is no mail
 *
 * Makes the draft of a mail to the requester of what a pack to send would have in it.
 *
 * Returns: (transfer full) (nullable): an .eml file.
 */
GBytes *
foi_export_mail (FoiCaseState *state, const char *file, const FoiExport *wanted,
                 GPtrArray **leaks, GError **error)
{
  g_autofree char *letter_id = NULL;
  g_autoptr (FoiCaseState) chosen = foi_export_choose_letter (state, wanted, &letter_id, error);
  g_autoptr (FoiPack) pack
    = chosen != NULL ? make_pack (chosen, file, FOI_PACK_SEND, letter_id, leaks, error) : NULL;
  const FoiDate day = wanted->date != NULL ? foi_date_from_iso (wanted->date) : foi_clock_today ();

  if (pack == NULL || !foi_case_pack_look (chosen, pack, &tools, leaks, NULL, error))
    return NULL;
  if (foi_pack_get_letter (pack)->draft)
    foi_cli_warn (file, _("the letter was not issued: this is a draft"));
  warn_of_opaque (pack);
  return foi_pack_to_eml (pack, chosen, day);
}
