/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-bundle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-bundle-paper.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-sent-files.h"

/* What is known of a PDF that was made again of what was frozen. */
static void
compare_with_sent (FoiPackFile *file, JsonNode *issued)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

  if (!foi_sent_files_is_letter (issued, sha256))
    file->remark = g_strdup (_("It says what was issued, but its bytes are not those of that "
                               "day: fonts or the program have changed since."));
}

static const char *
get_words (gboolean is_withdrawn, gboolean disposed)
{
  if (is_withdrawn)
    return _("A letter that was issued and withdrawn before it left");
  return disposed ? _("A letter as it was sent, but for what tells who asked")
                  : _("A letter as it was sent");
}

static gboolean
add_letter (FoiPack *pack, JsonNode *issued, gboolean disposed, const FoiPackTools *tools,
            GError **error)
{
  g_autoptr (FoiLetter) letter = foi_issued_read (issued, error);
  const gboolean is_withdrawn = foi_json_get_member (issued, "withdrawn") != NULL;
  g_autofree char *name = g_strdup_printf ("%s %s", foi_json_get_string (issued, "date", ""),
                                           foi_json_get_string (issued, "letter", ""));
  g_autoptr (GPtrArray) tables = NULL;
  FoiPackFile *file;
  GBytes *pdf;

  if (letter == NULL)
    return FALSE;
  pdf = tools->make_pdf (letter, foi_json_get_string (issued, "paper", NULL), error);
  if (pdf == NULL)
    return FALSE;
  file = foi_pack_add (pack, name, "pdf", "application/pdf",
                       g_strdup (get_words (is_withdrawn, disposed)), pdf);
  if (!disposed)
    compare_with_sent (file, issued);
  tables = foi_letter_list_tables (letter);
  for (guint i = 0; i < tables->len; i++)
    foi_pack_add_table (pack, tables->pdata[i]);
  return TRUE;
}

static gboolean
add_paper (FoiPack *pack, const FoiPackTools *tools, GError **error)
{
  FoiLetter *paper = foi_pack_get_letter (pack);
  g_autofree char *name = g_strdup_printf (_("%s complaint bundle"), paper->reference);
  GBytes *pdf = tools->make_pdf (paper, NULL, error);

  if (pdf == NULL)
    return FALSE;
  foi_pack_add (pack, name, "pdf", "application/pdf",
                g_strdup (_("The request, the clock day by day, who was asked, estimates, "
                            "approvals, letters and changes")), pdf);
  return TRUE;
}

static void
add_request (FoiPack *pack, FoiCaseState *state)
{
  const char *text = foi_case_state_get_string (state, "request/text");

  if (text != NULL && text[0] != '\0')
    foi_pack_add (pack, _("request"), "txt", "text/plain",
                  g_strdup (_("The request, as it was received")),
                  g_bytes_new (text, strlen (text)));
}

/**
 * foi_case_bundle_new:
 * @state: a case
 * @today: the day on which it is made
 * @files: (nullable): where the case's files lie
 * @tools: what sets letters on pages
 * @progress: (nullable): is told how far it is, from 0 to 1
 * @cancellable: (nullable): ends it
 *
 * Makes what goes to the regulator when somebody complains: one paper about the case, the request,
 * and the letters, tables and attachments as they were sent. It names the requester; it has no
 * withheld value and no note. foi_pack_folder_write() makes a folder of it.
 *
 * Returns: (transfer full) (nullable): the files, with a list of them and their hashes.
 */
FoiPack *
foi_case_bundle_new (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays, FoiDate today,
                     const char *files, const FoiPackTools *tools, FoiProgressFunc progress,
                     gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiLetter) paper = NULL;
  g_autoptr (FoiPack) pack = NULL;
  JsonNode *issued;
  gboolean disposed;
  guint n;

  g_return_val_if_fail (state != NULL && tools != NULL, NULL);

  paper = foi_bundle_paper_new (state, rules, holidays, today);
  pack = foi_pack_new (FOI_PACK_REGULATOR, paper);
  issued = foi_case_state_get_node (state, "issued");
  n = foi_json_get_n_elements (issued);
  disposed = foi_case_state_get_node (state, "disposed") != NULL;
  foi_pack_add_remark (pack, g_strdup (disposed
    ? _("The case was disposed of, because it was old: who asked, what was withheld, the officers’ "
        "notes and the attachments are not there any more.")
    : _("It contains the requester’s name and contact details. What was withheld, and the "
        "officers’ notes, are not in it: the regulator may be given what was withheld "
        "separately.")));
  if (!add_paper (pack, tools, error))
    return NULL;
  add_request (pack, state);
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_letter (pack, foi_json_get_element (issued, i), disposed, tools, error))
        return NULL;
      if (progress != NULL)
        progress ((i + 1.0) / (n + 1.0), user_data);
    }
  if (!foi_sent_files_add (pack, state, files, cancellable, error))
    return NULL;
  foi_pack_add_list (pack);
  return g_steal_pointer (&pack);
}
