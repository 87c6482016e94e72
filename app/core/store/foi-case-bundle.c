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

static const char *
get_words (gboolean is_withdrawn, gboolean disposed, gboolean is_anew)
{
  if (is_withdrawn)
    return _("A letter that was issued and withdrawn before it left: it was not sent");
  if (is_anew)
    return _("A letter that was sent, made anew from the case file");
  return disposed ? _("A letter as it was sent, but for what tells who asked")
                  : _("A letter as it was sent");
}

typedef struct
{
  FoiPack      *pack;
  JsonNode     *issued; /* of the case */
  GPtrArray    *letters, *pdfs, *hashes; /* of those, in their order */
  FoiDate       today;
  gboolean      disposed;
} Bundling;

static void
add_letter (const Bundling *self, guint i)
{
  JsonNode *issued = foi_json_get_element (self->issued, i);
  FoiLetter *letter = self->letters->pdata[i];
  const gboolean is_withdrawn = foi_json_get_member (issued, "withdrawn") != NULL;
  g_autofree char *name = g_strdup_printf ("%s %s", foi_json_get_string (issued, "date", ""),
                                           foi_json_get_string (issued, "letter", ""));
  g_autoptr (GPtrArray) tables = foi_letter_list_tables (letter);
  char *anew = self->disposed ? NULL
                              : foi_bundle_dup_anew (issued, self->hashes->pdata[i], self->today);
  FoiPackFile *file
    = foi_pack_add (self->pack, name, "pdf", "application/pdf",
                    g_strdup (get_words (is_withdrawn, self->disposed, anew != NULL)),
                    g_bytes_ref (self->pdfs->pdata[i]));

  file->remark = anew;
  for (guint j = 0; j < tables->len; j++)
    foi_pack_add_table (self->pack, tables->pdata[j]);
}

/* Sets each letter on pages again: the paper says which came out as it was. */
static gboolean
make_letters (const Bundling *self, const FoiPackTools *tools, FoiProgressFunc progress,
              gpointer user_data, GCancellable *cancellable, GError **error)
{
  const guint n = foi_json_get_n_elements (self->issued);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *issued = foi_json_get_element (self->issued, i);
      FoiLetter *letter;
      GBytes *pdf;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      letter = foi_issued_read (issued, error);
      if (letter == NULL)
        return FALSE;
      g_ptr_array_add (self->letters, letter);
      pdf = tools->make_pdf (letter, foi_json_get_string (issued, "paper", NULL), error);
      if (pdf == NULL)
        return FALSE;
      g_ptr_array_add (self->pdfs, pdf);
      g_ptr_array_add (self->hashes, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf));
      if (progress != NULL)
        progress ((i + 1.0) / (n + 1.0), user_data);
    }
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
  g_autoptr (GPtrArray) letters
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_letter_unref);
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FoiLetter) paper = NULL;
  g_autoptr (FoiPack) pack = NULL;
  Bundling self = { .letters = letters, .pdfs = pdfs, .hashes = hashes, .today = today };

  g_return_val_if_fail (state != NULL && tools != NULL, NULL);

  self.issued = foi_case_state_get_node (state, "issued");
  self.disposed = foi_case_state_get_node (state, "disposed") != NULL;
  if (!make_letters (&self, tools, progress, user_data, cancellable, error))
    return NULL;
  paper = foi_bundle_paper_new (state, rules, holidays, today, hashes);
  self.pack = pack = foi_pack_new (FOI_PACK_REGULATOR, paper);
  foi_pack_add_remark (pack, g_strdup (self.disposed
    ? _("The case was disposed of, because it was old: who asked, what was withheld, the officers’ "
        "notes and the attachments are not there any more.")
    : _("It contains the requester’s name and contact details. What was withheld, and the "
        "officers’ notes, are not in it: the regulator may be given what was withheld "
        "separately.")));
  if (!add_paper (pack, tools, error))
    return NULL;
  add_request (pack, state);
  for (guint i = 0; i < pdfs->len; i++)
    add_letter (&self, i);
  if (!foi_sent_files_add (pack, state, files, cancellable, error))
    return NULL;
  foi_pack_add_list (pack);
  return g_steal_pointer (&pack);
}
