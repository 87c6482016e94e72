/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pack-attached.h"

#include <glib/gi18n-lib.h>

#include "foi-attached-book.h"
#include "foi-attached-data.h"
#include "foi-attached-document.h"
#include "foi-attachment-files.h"
#include "foi-case-attachments.h"
#include "foi-cell-list.h"
#include "foi-checks.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-requester-details.h"
#include "foi-sent-files.h"
#include "foi-zip.h"

typedef struct
{
  FoiPack            *pack;
  FoiCaseState       *state;
  const char         *folder;
  const FoiPackTools *tools;
  GCancellable       *cancellable;
  GHashTable         *done; /* char *: names with hashes, of what was added */
  gboolean            is_audit; /* nothing is added */
} Attaching;

/* ---- reading ---- */

static gboolean
ignore_unit (const FoiReadUnit *unit, gpointer user_data)
{
  return TRUE;
}

typedef struct
{
  const FoiPackTools *tools;
  FoiReadFunc         func;
  gpointer            user_data;
  gboolean           *is_known;
} Members;

static gboolean
append_bytes (const char *bytes, gsize length, gpointer data, GError **error)
{
  g_byte_array_append (data, (const guint8 *) bytes, (guint) length);
  return TRUE;
}

/* One file of an archive, by its name in it. An archive in an archive nobody looks through. */
static gboolean
read_member (const Members *self, FoiZip *zip, const char *name, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree char *lower = g_utf8_strdown (name, -1);
  const FoiReadUnit about = { .kind = FOI_READ_ABOUT, .text = name };
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_known = FALSE;

  self->func (&about, self->user_data);
  if (!foi_zip_read (zip, name, append_bytes, array, NULL, error))
    return FALSE;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  if (foi_zip_is (bytes) && !foi_attached_document_is (bytes)
      && !foi_attached_book_is (lower, bytes, NULL))
    *self->is_known = FALSE;
  else if (!foi_pack_read (self->tools, lower, bytes, self->func, self->user_data, &is_known, NULL)
           || !is_known)
    *self->is_known = FALSE;
  return TRUE;
}

/* All that can be read in an archive; what cannot makes the whole of it unknown. */
static gboolean
read_members (const Members *self, GBytes *bytes, GError **error)
{
  g_autoptr (FoiZip) zip = foi_zip_new (bytes, NULL, error);
  GPtrArray *entries = zip != NULL ? foi_zip_get_entries (zip) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const FoiZipEntry *entry = entries->pdata[i];

      if (!g_str_has_suffix (entry->name, "/") && !read_member (self, zip, entry->name, error))
        return FALSE;
    }
  return zip != NULL;
}

/**
 * foi_pack_read:
 * @tools: how pages are read
 * @name: of a file
 * @bytes: what is in it
 * @func: is given all that can be read there
 * @user_data: for @func
 * @is_known: (out): whether there is a way to read it at all
 * @error: why it cannot be read
 *
 * Reads a file by how it is written.
 *
 * Returns: whether it could be read.
 */
gboolean
foi_pack_read (const FoiPackTools *tools, const char *name, GBytes *bytes, FoiReadFunc func,
               gpointer user_data, gboolean *is_known, GError **error)
{
  gboolean is_legible = TRUE;

  *is_known = TRUE;
  if (foi_attached_book_is (name, bytes, NULL))
    return foi_attached_book_read (bytes, func, user_data, error);
  if (foi_attached_document_is (bytes))
    return foi_attached_document_read (bytes, func, user_data, error);
  if (foi_zip_is (bytes))
    return read_members (&(Members) { tools, func, user_data, is_known }, bytes, error);
  if (g_str_has_suffix (name, ".csv"))
    return foi_file_read_csv (bytes, func, user_data, error);
  if (g_str_has_suffix (name, ".json"))
    return foi_file_read_json (bytes, func, user_data, error);
  if (g_str_has_suffix (name, ".txt"))
    return foi_file_read_text (bytes, func, user_data, error);
  if (!g_str_has_suffix (name, ".pdf"))
    {
      *is_known = FALSE;
      return TRUE;
    }
  if (!tools->read_pdf (bytes, func, user_data, &is_legible, error))
    return FALSE;
  if (!is_legible)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                         _("not all of its words can be read again"));
  return is_legible;
}

/* ---- what may go ---- */

/* What the program cannot look through, whoever sends it is told of; what a file says of itself,
 * too. That is for us, and not in the list that goes along. */
static void
remark (FoiPackFile *file, FoiAttachmentLook *look)
{
  g_autofree char *places = foi_attachment_look_dup_places (look, FALSE);
  const char *traces = look->hidden != NULL ? foi_hidden_get_traces (look->hidden) : "";

  if (file->is_opaque)
    file->remark = g_strdup (_("The program cannot look through this file: do so yourself before "
                               "it goes."));
  else if (places != NULL)
    file->remark = g_strdup_printf (_("It says something of itself: %s."), places);
  else if (*traces != '\0')
    file->remark = g_strdup_printf (_("It says when or with what it was made: %s."), traces);
}

/* What was sent and is no attachment any more nobody can say anything of. */
static gboolean
may_hide (Attaching *self, JsonNode *attachment, FoiAttachmentLook *look, GError **error)
{
  g_autofree char *places = foi_attachment_look_dup_places (look, TRUE);
  g_autofree char *stop = NULL;

  if (places == NULL)
    return TRUE;
  if (attachment != NULL)
    {
      stop = foi_checks_dup_stop (self->state, attachment, look, FOI_CHECK_HIDES);
      if (stop == NULL)
        return TRUE;
    }
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               attachment != NULL
                 ? _("it holds more than it shows (%s). Take that out in a copy and attach the "
                     "copy, or say in the checks why it may be known")
                 : _("it holds more than it shows (%s). It was issued so, and is no attachment "
                     "any more: add it again and say in the checks why it may be known, or "
                     "withdraw the letter"), places);
  return FALSE;
}

/* While figures are withheld, what may hold figures goes once somebody said why it gives none
 * away. */
static gboolean
may_hold_data (Attaching *self, JsonNode *attachment, FoiAttachmentLook *look, GError **error)
{
  g_autofree char *stop = NULL;

  if (look->data == NULL)
    return TRUE;
  if (attachment != NULL)
    {
      stop = foi_checks_dup_stop (self->state, attachment, look, FOI_CHECK_UNAUDITED);
      if (stop == NULL)
        return TRUE;
    }
  /* Translators: why a file may hold figures: "it is a spreadsheet". */
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               attachment != NULL
                 ? _("%s, and was not held against the figures that are withheld in this case. "
                     "Import it as a table of the answer in its place, or say in the checks why it "
                     "gives none of them away. Nothing was handed over.")
                 : _("%s, and was not held against the figures that are withheld in this case. It "
                     "was issued so, and is no attachment any more: add it again and say in the "
                     "checks why it gives none of them away, or withdraw the letter. Nothing was "
                     "handed over."), look->data);
  return FALSE;
}

/* A file goes out if all that it holds is seen, or an officer said that the rest may be known. */
static gboolean
describe (Attaching *self, JsonNode *attachment, FoiPackFile *file, GError **error)
{
  g_autoptr (FoiAttachmentLook) look = NULL;
  gboolean is_known;

  if (foi_pack_get_kind (self->pack) == FOI_PACK_FILE)
    return TRUE;
  look = foi_attachment_inspect (file->name, file->bytes, self->tools->inspect_pdf,
                                 self->cancellable, error);
  if (look == NULL)
    return FALSE;
  if (look->refusal != NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED, look->refusal);
      return FALSE;
    }
  if (!may_hide (self, attachment, look, error))
    return FALSE;
  file->is_opaque = !foi_pack_read (self->tools, file->name, file->bytes, ignore_unit, NULL,
                                    &is_known, NULL)
                    || !is_known;
  file->is_ours = TRUE;
  remark (file, look);
  return TRUE;
}

/* A file that is not there is told when it is added. */
static gboolean
audit (Attaching *self, JsonNode *entry, JsonNode *attachment, GBytes *bytes, GError **error)
{
  g_autoptr (FoiAttachmentLook) look = foi_attachment_look_new ();

  if (bytes == NULL)
    return TRUE;
  look->data = foi_attached_data_dup_kind (foi_json_get_string (entry, "name", ""), bytes,
                                           self->cancellable);
  look->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return may_hold_data (self, attachment, look, error);
}

static void
refuse (const char *name, GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("The attachment “%s”: %s"), name,
                 reason->message);
}

/* Adds @bytes of @entry, which is an attachment or a file that was sent. Takes @bytes; where there
 * are none, @reason says why. */
static gboolean
add (Attaching *self, JsonNode *entry, JsonNode *attachment, GBytes *bytes, GError *reason,
     GError **error)
{
  const char *name = foi_json_get_string (entry, "name", "");
  g_autofree char *stem = foi_attachment_dup_stem (name);
  g_autofree char *extension = foi_attachment_dup_plain_extension (name);
  g_autoptr (GError) fault = NULL;
  FoiPackFile *file;

  if (self->is_audit)
    {
      g_autoptr (GBytes) owned = bytes;

      if (audit (self, entry, attachment, owned, &fault))
        return TRUE;
      refuse (name, fault, error);
      return FALSE;
    }
  if (bytes == NULL && foi_pack_get_kind (self->pack) == FOI_PACK_FILE)
    {
      foi_pack_add_remark (self->pack, g_strdup_printf (_("The attachment “%s” is missing: %s."),
                                                        name, reason->message));
      return TRUE;
    }
  if (bytes == NULL)
    {
      refuse (name, reason, error);
      return FALSE;
    }
  file = foi_pack_add (self->pack, stem, extension,
                       foi_json_get_string (entry, "format", "application/octet-stream"),
                       g_strdup_printf (_("The attachment “%s”"), name), bytes);
  if (describe (self, attachment, file, &fault))
    return TRUE;
  refuse (name, fault, error);
  return FALSE;
}

/* ---- which ---- */

/* Whether no file of that name and content was added before. */
static gboolean
is_new (Attaching *self, JsonNode *entry)
{
  return g_hash_table_add (self->done, g_strconcat (foi_json_get_string (entry, "name", ""), "\n",
                                                    foi_json_get_string (entry, "sha256", ""),
                                                    NULL));
}

static gboolean
add_sent (JsonNode *file, gpointer user_data, GError **error)
{
  Attaching *self = user_data;
  g_autoptr (GError) reason = NULL;
  GBytes *bytes;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!is_new (self, file))
    return TRUE;
  bytes = foi_sent_file_read (self->state, self->folder, file, &reason);
  return add (self, file, foi_sent_file_find_attachment (self->state, file), bytes, reason, error);
}

static gboolean
add_present (Attaching *self, GError **error)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (self->state); i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (self->state, i);
      g_autoptr (GError) reason = NULL;
      GBytes *bytes;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!is_new (self, attachment))
        continue;
      bytes = foi_attachment_read (self->folder, attachment, &reason);
      if (!add (self, attachment, attachment, bytes, reason, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_all (Attaching *self, JsonNode *issued, GError **error)
{
  if (foi_pack_get_kind (self->pack) == FOI_PACK_FILE)
    return foi_sent_files_foreach (self->state, NULL, add_sent, self, error)
           && add_present (self, error);
  if (issued == NULL)
    return add_present (self, error);
  if (foi_json_get_n_elements (foi_json_get_member (issued, "files")) > 0)
    return foi_sent_files_foreach (self->state, issued, add_sent, self, error);
  if (!self->is_audit)
    foi_pack_add_remark (self->pack,
                         g_strdup (_("The case does not say which files were issued with this "
                                     "letter: those that go with the case now are here.")));
  return add_present (self, error);
}

/**
 * foi_pack_attach:
 * @pack: a pack to send, or for our own file
 * @state: the case
 * @issued: (nullable): the letter as it was issued; %NULL where it is a draft
 * @folder: (nullable): where the case's files lie
 * @tools: how a PDF is looked through and read
 * @cancellable: (nullable): ends it
 * @error: %FOI_ERROR_REFUSED with the file that is missing, is another one now, or hides something
 *
 * Adds what goes with a letter: of a draft the attachments of the case as they are, of a letter
 * that was issued exactly what was issued, whatever became of the attachments since. Our own file
 * is given both, of all letters, and says what it lacks.
 *
 * Returns: whether all of it may go.
 */
gboolean
foi_pack_attach (FoiPack *pack, FoiCaseState *state, JsonNode *issued, const char *folder,
                 const FoiPackTools *tools, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Attaching self = { pack, state, folder, tools, cancellable, done, FALSE };

  g_return_val_if_fail (pack != NULL && state != NULL && tools != NULL, FALSE);

  return add_all (&self, issued, error);
}

/* ---- what stays ---- */

typedef struct
{
  FoiPack   *pack;
  GPtrArray *details; /* of who asked */
} Leaving;

static gboolean
leave_out (JsonNode *file, gpointer user_data, GError **error)
{
  Leaving *self = user_data;
  g_autofree char *name
    = foi_requester_details_mask (self->details, foi_json_get_string (file, "name", ""));

  foi_pack_leave_out (self->pack, name);
  return TRUE;
}

/**
 * foi_pack_leave_attached:
 * @pack: a pack to publish
 * @state: the case
 * @issued: (nullable): the letter as it was issued; %NULL where it is a draft
 *
 * Has the pack say which files go with its letter and are not in it: nobody took out of them who
 * asked. Their names are masked as the words of the letter are.
 */
void
foi_pack_leave_attached (FoiPack *pack, FoiCaseState *state, JsonNode *issued)
{
  g_autoptr (GPtrArray) details = NULL;
  Leaving self = { pack, NULL };

  g_return_if_fail (pack != NULL && state != NULL);

  self.details = details
    = foi_requester_details_list (foi_case_state_get_node (state, "request"),
                                  foi_case_state_get_node (state, "authority"));
  foi_requester_details_add_reference (details, foi_pack_get_letter (pack)->reference);
  if (issued != NULL && foi_json_get_n_elements (foi_json_get_member (issued, "files")) > 0)
    {
      foi_sent_files_foreach (state, issued, leave_out, &self, NULL);
      return;
    }
  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    leave_out (foi_case_state_get_attachment (state, i), &self, NULL);
}

/**
 * foi_pack_audit_attached:
 * @pack: a pack to publish or to send
 * @state: the case
 * @issued: (nullable): the letter as it was issued; %NULL where it is a draft
 * @folder: (nullable): where the case's files lie
 * @cancellable: (nullable): ends it
 * @error: %FOI_ERROR_REFUSED with the file
 *
 * While figures are withheld, a file that may hold figures goes with a letter only once an officer
 * said of it why it gives none of them away: neither audit nor search reads it as tables that hang
 * together. What is published stands beside what was sent, so it is stopped as well.
 *
 * Returns: whether there is no such file.
 */
gboolean
foi_pack_audit_attached (FoiPack *pack, FoiCaseState *state, JsonNode *issued, const char *folder,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Attaching self = { pack, state, folder, NULL, cancellable, done, TRUE };

  g_return_val_if_fail (pack != NULL && state != NULL, FALSE);

  return !foi_case_state_withholds_figures (state) || add_all (&self, issued, error);
}
