/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sent-files.h"

#include <glib/gi18n-lib.h>

#include "foi-attachment-files.h"
#include "foi-case-attachments.h"
#include "foi-json-edit.h"

/* The files of a letter that was issued: its PDF, the tables that went as files, attachments. */

static guint
count_own (JsonNode *issued)
{
  JsonNode *tree = foi_json_get_member (issued, "tree");

  return 1 + foi_json_get_n_elements (foi_json_get_member (tree, "annexes"));
}

static const char *
get_hash (JsonNode *file)
{
  return foi_json_get_string (file, "sha256", "");
}

/**
 * foi_sent_files_is_letter:
 * @issued: an element of the case's `issued`
 * @sha256: of a PDF that was made of it
 *
 * Returns: whether that is the PDF that was sent, byte for byte; also where it is not known.
 */
gboolean
foi_sent_files_is_letter (JsonNode *issued, const char *sha256)
{
  JsonNode *files = foi_json_get_member (issued, "files");
  JsonNode *pdf = foi_json_get_n_elements (files) > 0 ? foi_json_get_element (files, 0) : NULL;

  return pdf == NULL || !g_str_equal (foi_json_get_string (pdf, "format", ""), "application/pdf")
         || g_str_equal (get_hash (pdf), sha256);
}

/* The attachment that is the same file, byte for byte. */
static JsonNode *
find_attachment (FoiCaseState *state, const char *sha256)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (state, i);

      if (sha256[0] != '\0' && g_str_equal (get_hash (attachment), sha256))
        return attachment;
    }
  return NULL;
}

typedef void (*SentFunc) (JsonNode *issued, JsonNode *file, gpointer user_data);

/* Attachments of all letters that went out. */
static void
for_each_sent (FoiCaseState *state, SentFunc func, gpointer user_data)
{
  JsonNode *all = foi_case_state_get_node (state, "issued");

  for (guint i = 0; i < foi_json_get_n_elements (all); i++)
    {
      JsonNode *issued = foi_json_get_element (all, i);
      JsonNode *files = foi_json_get_member (issued, "files");

      for (guint j = count_own (issued); j < foi_json_get_n_elements (files); j++)
        func (issued, foi_json_get_element (files, j), user_data);
    }
}

/* ---- what changed ---------------------------------------------------------------------------- */

typedef struct
{
  FoiCaseState *state;
  GPtrArray    *changes;
} Changes;

static void
note_change (JsonNode *issued, JsonNode *file, gpointer user_data)
{
  Changes *self = user_data;

  if (foi_json_get_member (issued, "withdrawn") == NULL
      && find_attachment (self->state, get_hash (file)) == NULL)
    g_ptr_array_add (self->changes,
                     g_strdup_printf (_("The file “%s” was sent, and does not go with the letter "
                                        "any more, or is another one now."),
                                      foi_json_get_string (file, "name", "")));
}

/**
 * foi_sent_files_list_changes:
 * @state: a case
 *
 * Returns: (transfer full) (element-type utf8): which attachments that went with its letters it has
 *   no more as they were sent.
 */
GPtrArray *
foi_sent_files_list_changes (FoiCaseState *state)
{
  Changes self = { state, g_ptr_array_new_with_free_func (g_free) };

  for_each_sent (state, note_change, &self);
  return self.changes;
}

/* ---- the files ------------------------------------------------------------------------------- */

typedef struct
{
  FoiPack      *pack;
  FoiCaseState *state;
  const char   *folder;
  GHashTable   *done; /* hashes */
} Adding;

static void
add_bytes (FoiPack *pack, JsonNode *file, GBytes *bytes)
{
  const char *name = foi_json_get_string (file, "name", "");
  const char *dot = foi_attachment_get_extension (name);
  g_autofree char *stem = foi_attachment_dup_stem (name);
  g_autofree char *extension = g_ascii_strdown (dot[0] == '.' ? dot + 1 : "bin", -1);

  g_strcanon (extension, "abcdefghijklmnopqrstuvwxyz0123456789", 'x');
  foi_pack_add (pack, stem, extension,
                foi_json_get_string (file, "format", "application/octet-stream"),
                g_strdup_printf (_("“%s”, as it was sent with the letter"), name), bytes);
}

static void
add_sent (JsonNode *issued, JsonNode *file, gpointer user_data)
{
  Adding *self = user_data;
  JsonNode *attachment = find_attachment (self->state, get_hash (file));
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (!g_hash_table_add (self->done, g_strdup (get_hash (file))))
    return;
  bytes = attachment != NULL ? foi_attachment_read (self->folder, attachment, &error) : NULL;
  if (bytes != NULL)
    add_bytes (self->pack, file, bytes);
  else
    foi_pack_add_remark (
      self->pack,
      g_strdup_printf (_("The file “%s” was sent with a letter, and is not here: %s. Its SHA-256 "
                         "is in the paper."), foi_json_get_string (file, "name", ""),
                       error != NULL ? error->message : _("the case does not have it any more")));
}

/**
 * foi_sent_files_add:
 * @pack: what goes to the regulator
 * @state: a case
 * @folder: (nullable): where its files lie
 * @cancellable: (nullable): ends it
 * @error: only where it was ended
 *
 * Adds the attachments that went with its letters, as they were sent. Of what is not there any more
 * as it was, the pack says so; what goes with a letter that was not sent stays here.
 *
 * Returns: whether it was done.
 */
gboolean
foi_sent_files_add (FoiPack *pack, FoiCaseState *state, const char *folder,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Adding self = { pack, state, folder, done };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for_each_sent (state, add_sent, &self);
  return TRUE;
}
