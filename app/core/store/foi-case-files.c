/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-files.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "foi-attachment-files.h"
#include "foi-case-attachments.h"
#include "foi-json-edit.h"
#include "foi-sent-files.h"

/* ---- under another name ---------------------------------------------------------------------- */

/* The case says what an attachment's file is called: it can go there under no other name. */
static gboolean
copy_attachment (JsonNode *attachment, const char *from, const char *to, GError **error)
{
  const char *file = foi_attachment_get_file (attachment);
  g_autoptr (GBytes) bytes = foi_attachment_read (from, attachment, NULL);
  g_autoptr (GBytes) there = bytes != NULL ? foi_attachment_read (to, attachment, NULL) : NULL;
  g_autofree char *path = g_build_filename (to, file, NULL);
  g_autofree char *put = NULL;
  gboolean is_new;
  GStatBuf info;

  if (bytes == NULL || (there != NULL && g_bytes_equal (there, bytes)))
    return TRUE;
  if (g_lstat (path, &info) != 0)
    {
      put = foi_attachment_put (to, file, bytes, &is_new, error);
      return put != NULL;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("“%s” lies in “%s” already, and is another file: the attachment was not copied. "
                 "Move that one away and save the case again under this name, or remove the "
                 "attachment and add it again"), file, to);
  return FALSE;
}

typedef struct
{
  FoiCaseState *state;
  const char   *from, *to;
} Copying;

/* What was sent is found again by its hash. */
static gboolean
copy_sent (JsonNode *file, gpointer user_data, GError **error)
{
  Copying *self = user_data;
  g_autofree char *there = foi_sent_file_dup_place (self->state, self->to, file);
  g_autofree char *here = there == NULL
                            ? foi_sent_file_dup_place (self->state, self->from, file) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *put = NULL;
  gboolean is_new;

  if (here == NULL)
    return TRUE;
  bytes = foi_sent_file_read (self->state, self->from, file, NULL);
  put = bytes != NULL ? foi_attachment_put (self->to, here, bytes, &is_new, error) : NULL;
  return bytes == NULL || put != NULL;
}

/**
 * foi_case_files_copy:
 * @state: a case that is saved under another name
 * @from: (nullable): where its files lie
 * @to: where they are to lie as well
 * @error: of files; %G_IO_ERROR_EXISTS where another file has the name of an attachment there
 *
 * Copies the files of the attachments along, and those that went with its letters. One that is
 * there stays; where one cannot be copied, the others are.
 *
 * Returns: whether all that are there were copied.
 */
gboolean
foi_case_files_copy (FoiCaseState *state, const char *from, const char *to, GError **error)
{
  Copying self = { state, from, to };
  gboolean done = TRUE;

  g_return_val_if_fail (state != NULL && to != NULL, FALSE);

  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    done = copy_attachment (foi_case_state_get_attachment (state, i), from, to,
                            done ? error : NULL)
           && done;
  return foi_sent_files_foreach (state, NULL, copy_sent, &self, done ? error : NULL) && done;
}

/* ---- when a window closes -------------------------------------------------------------------- */

static gboolean
is_attached (FoiCaseState *state, const char *name)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    if (g_str_equal (foi_attachment_get_file (foi_case_state_get_attachment (state, i)), name))
      return TRUE;
  return FALSE;
}

typedef struct
{
  const char *name, *sha256; /* no hash: it cannot be read */
} Wanted;

static gboolean
is_another (JsonNode *file, gpointer user_data, GError **error)
{
  const Wanted *wanted = user_data;
  const char *sha256 = foi_json_get_string (file, "sha256", NULL);

  if (wanted->sha256 == NULL)
    return FALSE;
  return sha256 != NULL ? !g_str_equal (sha256, wanted->sha256)
                        : !g_str_equal (foi_json_get_string (file, "name", ""), wanted->name);
}

/* Whether it went with a letter. Where that cannot be told because it cannot be read, it may. */
static gboolean
was_sent (FoiCaseState *state, const char *folder, const char *name)
{
  g_autoptr (JsonNode) none = foi_json_new_object ();
  g_autoptr (JsonNode) entry = foi_json_set_string (none, "name", name, NULL);
  g_autoptr (GBytes) bytes = foi_attachment_read (folder, entry, NULL);
  g_autofree char *sha256
    = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  Wanted wanted = { name, sha256 };

  return !foi_sent_files_foreach (state, NULL, is_another, &wanted, NULL);
}

/**
 * foi_case_files_tidy:
 * @saved: the case as it is on disk
 * @folder: where its files lie
 * @ours: names of files in it that were added or taken off while the case was open; with TRUE for
 *   copies that were made then, of files that lie elsewhere
 *
 * Puts those in the bin that no attachment of the case is any more. What went with a letter stays
 * until the case is disposed of. Where there is no bin, as on most shares, such copies are removed,
 * and the others stay.
 */
void
foi_case_files_tidy (FoiCaseState *saved, const char *folder, GHashTable *ours)
{
  GHashTableIter iter;
  gpointer name, is_copy;

  g_return_if_fail (saved != NULL && folder != NULL && ours != NULL);

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &name, &is_copy))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (foi_attachment_is_plain_name (name) && !is_attached (saved, name)
          && !was_sent (saved, folder, name) && !g_file_trash (file, NULL, NULL)
          && GPOINTER_TO_INT (is_copy))
        g_file_delete (file, NULL, NULL);
    }
  /* Empty, it is of no use; else this does nothing. */
  g_rmdir (folder);
}
