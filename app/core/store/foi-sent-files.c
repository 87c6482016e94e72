/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sent-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "foi-attachment-files.h"
#include "foi-case-attachments.h"
#include "foi-error.h"
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
 * foi_sent_files_get_letter_hash:
 * @issued: an element of the case's `issued`
 *
 * Returns: (transfer none) (nullable): the SHA-256 of the PDF that was issued, as the
 *   case writes it; %NULL where it is not known.
 */
const char *
foi_sent_files_get_letter_hash (JsonNode *issued)
{
  JsonNode *files = foi_json_get_member (issued, "files");
  JsonNode *pdf = foi_json_get_n_elements (files) > 0 ? foi_json_get_element (files, 0) : NULL;

  return pdf != NULL && g_str_equal (foi_json_get_string (pdf, "format", ""), "application/pdf")
             && get_hash (pdf)[0] != '\0'
           ? get_hash (pdf) : NULL;
}

/**
 * foi_sent_files_get_table_hash:
 * @issued: an element of the case's `issued`
 * @table: the name of a table
 *
 * Returns: (transfer none) (nullable): the SHA-256 of the CSV file of that table which was issued
 *   with the letter; %NULL where the table was no file, or the hash is not known.
 */
const char *
foi_sent_files_get_table_hash (JsonNode *issued, const char *table)
{
  JsonNode *files = foi_json_get_member (issued, "files");
  const guint n = MIN (count_own (issued), foi_json_get_n_elements (files));
  g_autofree char *name = g_strconcat (table, ".csv", NULL);

  for (guint i = 1; i < n; i++)
    {
      JsonNode *file = foi_json_get_element (files, i);

      if (g_str_equal (foi_json_get_string (file, "name", ""), name)
          && g_str_equal (foi_json_get_string (file, "format", ""), "text/csv"))
        return get_hash (file)[0] != '\0' ? get_hash (file) : NULL;
    }
  return NULL;
}

/* ---- where they are -------------------------------------------------------------------------- */

/**
 * foi_sent_file_find_attachment:
 * @state: a case
 * @file: an attachment as it was sent
 *
 * Returns: (transfer none) (nullable): the attachment that is the same file, byte for byte.
 */
JsonNode *
foi_sent_file_find_attachment (FoiCaseState *state, JsonNode *file)
{
  const char *sha256 = get_hash (file);

  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (state, i);

      if (sha256[0] != '\0' && g_str_equal (get_hash (attachment), sha256))
        return attachment;
    }
  return NULL;
}

/* Reads @file if it lies in @folder as @name. */
static GBytes *
read_as (const char *folder, JsonNode *file, const char *name, GError **error)
{
  g_autoptr (JsonNode) named = foi_json_set_string (file, "name", name, NULL);

  return foi_attachment_read (folder, named, error);
}

/* Under whatever name: it may have been renamed before it went. */
static GBytes *
search (const char *folder, JsonNode *file, char **name)
{
  JsonNode *size = foi_json_get_member (file, "size");
  g_autoptr (GDir) children = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *child;

  if (get_hash (file)[0] == '\0' || !foi_json_is_integer (size))
    return NULL;
  while (children != NULL && (child = g_dir_read_name (children)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, child, NULL);
      GStatBuf info;
      GBytes *bytes = NULL;

      if (g_lstat (path, &info) == 0 && (gint64) info.st_size == json_node_get_int (size)
          && g_utf8_validate (child, -1, NULL))
        bytes = read_as (folder, file, child, NULL);
      if (bytes == NULL)
        continue;
      *name = g_strdup (child);
      return bytes;
    }
  return NULL;
}

static GBytes *
find (FoiCaseState *state, const char *folder, JsonNode *file, char **name, GError **error)
{
  JsonNode *attachment = foi_sent_file_find_attachment (state, file);
  const char *called = foi_json_get_string (file, "name", "");
  const char *places[] = { attachment != NULL ? foi_attachment_get_file (attachment) : called,
                           called };
  g_autoptr (GError) reason = NULL;
  GBytes *bytes;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_clear_error (&reason);
      bytes = read_as (folder, file, places[i], &reason);
      *name = bytes != NULL ? g_strdup (places[i]) : NULL;
      if (bytes != NULL)
        return bytes;
    }
  bytes = search (folder, file, name);
  if (bytes != NULL)
    return bytes;
  if (g_error_matches (reason, FOI_ERROR, FOI_ERROR_CONFLICT))
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                         _("the file of that name beside the case is not the one that was issued: "
                           "put that one back"));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * foi_sent_file_dup_place:
 * @state: a case
 * @folder: (nullable): where its files lie
 * @file: an attachment as it was sent
 *
 * Returns: (transfer full) (nullable): what it is called in that folder; %NULL where it is not
 *   there as it was sent.
 */
char *
foi_sent_file_dup_place (FoiCaseState *state, const char *folder, JsonNode *file)
{
  char *name = NULL;
  g_autoptr (GBytes) bytes = find (state, folder, file, &name, NULL);

  return name;
}

/**
 * foi_sent_file_read:
 * @state: a case
 * @folder: (nullable): where its files lie
 * @file: an attachment as it was sent
 * @error: %FOI_ERROR_NOT_FOUND; %FOI_ERROR_CONFLICT where another file has its name
 *
 * Looks for it by its SHA-256, also where it is no attachment any more or was renamed.
 *
 * Returns: (transfer full) (nullable): what is in it, byte for byte as it was sent.
 */
GBytes *
foi_sent_file_read (FoiCaseState *state, const char *folder, JsonNode *file, GError **error)
{
  g_autofree char *name = NULL;

  return find (state, folder, file, &name, error);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static gboolean
foreach_of (JsonNode *issued, FoiSentFileFunc func, gpointer user_data, GError **error)
{
  JsonNode *files = foi_json_get_member (issued, "files");

  for (guint i = count_own (issued); i < foi_json_get_n_elements (files); i++)
    if (!func (foi_json_get_element (files, i), user_data, error))
      return FALSE;
  return TRUE;
}

/**
 * foi_sent_files_foreach:
 * @state: a case
 * @issued: (nullable): one of its letters that were issued; %NULL for all, those too that were
 *   withdrawn
 * @func: is given each attachment that went with it; ends it by returning %FALSE
 * @user_data: for @func
 * @error: for @func
 *
 * Returns: whether @func saw all of them.
 */
gboolean
foi_sent_files_foreach (FoiCaseState *state, JsonNode *issued, FoiSentFileFunc func,
                        gpointer user_data, GError **error)
{
  JsonNode *all = foi_case_state_get_node (state, "issued");

  if (issued != NULL)
    return foreach_of (issued, func, user_data, error);
  for (guint i = 0; i < foi_json_get_n_elements (all); i++)
    if (!foreach_of (foi_json_get_element (all, i), func, user_data, error))
      return FALSE;
  return TRUE;
}

/* ---- what changed ---------------------------------------------------------------------------- */

typedef struct
{
  FoiCaseState *state;
  GPtrArray    *changes;
} Changes;

static gboolean
note_change (JsonNode *file, gpointer user_data, GError **error)
{
  Changes *self = user_data;

  if (foi_sent_file_find_attachment (self->state, file) == NULL)
    g_ptr_array_add (self->changes,
                     g_strdup_printf (_("The file “%s” was sent, and does not go with the letter "
                                        "any more, or is another one now."),
                                      foi_json_get_string (file, "name", "")));
  return TRUE;
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
  JsonNode *all = foi_case_state_get_node (state, "issued");

  for (guint i = 0; i < foi_json_get_n_elements (all); i++)
    if (foi_json_get_member (foi_json_get_element (all, i), "withdrawn") == NULL)
      foreach_of (foi_json_get_element (all, i), note_change, &self, NULL);
  return self.changes;
}

/* ---- the files ------------------------------------------------------------------------------- */

typedef struct
{
  FoiPack      *pack;
  FoiCaseState *state;
  const char   *folder;
  GCancellable *cancellable;
  GHashTable   *done; /* hashes */
  gboolean      is_withdrawn; /* the letter, before it left */
} Adding;

static void
add_bytes (Adding *self, JsonNode *file, GBytes *bytes)
{
  const char *name = foi_json_get_string (file, "name", "");
  g_autofree char *stem = foi_attachment_dup_stem (name);
  g_autofree char *extension = foi_attachment_dup_plain_extension (name);

  foi_pack_add (self->pack, stem, extension,
                foi_json_get_string (file, "format", "application/octet-stream"),
                g_strdup_printf (self->is_withdrawn
                                   ? _("“%s”, which was issued with a letter that was withdrawn "
                                       "before it left: it was not sent")
                                   : _("“%s”, as it was sent with the letter"), name), bytes);
}

static gboolean
add_sent (JsonNode *file, gpointer user_data, GError **error)
{
  Adding *self = user_data;
  g_autoptr (GError) reason = NULL;
  GBytes *bytes;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!g_hash_table_add (self->done, g_strdup (get_hash (file))))
    return TRUE;
  bytes = foi_sent_file_read (self->state, self->folder, file, &reason);
  if (bytes != NULL)
    add_bytes (self, file, bytes);
  else
    foi_pack_add_remark (
      self->pack,
      g_strdup_printf (self->is_withdrawn
                         ? _("The file “%s” was issued with a letter that was withdrawn before it "
                             "left, and is not here: %s. Its SHA-256 is in the paper.")
                         : _("The file “%s” was sent with a letter, and is not here: %s. Its "
                             "SHA-256 is in the paper."),
                       foi_json_get_string (file, "name", ""), reason->message));
  return TRUE;
}

/* Those of letters that were sent come first: a file that went with one of them was sent. */
static gboolean
add_of (Adding *self, gboolean withdrawn, GError **error)
{
  JsonNode *issued = foi_case_state_get_node (self->state, "issued");

  self->is_withdrawn = withdrawn;
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *element = foi_json_get_element (issued, i);

      if ((foi_json_get_member (element, "withdrawn") != NULL) == withdrawn
          && !foreach_of (element, add_sent, self, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_sent_files_add:
 * @pack: what goes to the regulator
 * @state: a case
 * @folder: (nullable): where its files lie
 * @cancellable: (nullable): ends it
 * @error: only where it was ended
 *
 * Adds the attachments that went with its letters, as they were sent, and those of letters that
 * were withdrawn before they left. Of what is not there any more as it was, the pack says so; what
 * goes with a draft stays here.
 *
 * Returns: whether it was done.
 */
gboolean
foi_sent_files_add (FoiPack *pack, FoiCaseState *state, const char *folder,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Adding self = { pack, state, folder, cancellable, done, FALSE };

  return add_of (&self, FALSE, error) && add_of (&self, TRUE, error);
}
