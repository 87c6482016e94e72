/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-state.h"
#include "foi-file-lock.h"

G_BEGIN_DECLS

/* A fault of content with its place in the file; @path is "$.resources[0].data[4][1]". */
typedef struct
{
  guint line;
  guint column;
  char *path;
  char *message;
} FoiFault;

/* After so many faults of content nothing more is listed. */
#define FOI_MAX_FAULTS 1000

typedef void (*FoiProgressFunc) (double fraction, gpointer user_data);

FoiCaseState *foi_case_file_parse (GBytes *bytes, GPtrArray **faults, FoiProgressFunc progress,
                                   gpointer user_data, GCancellable *cancellable, GError **error);
FoiCaseState *foi_case_file_load (const char *path, GPtrArray **faults, FoiProgressFunc progress,
                                  gpointer user_data, GCancellable *cancellable, GError **error);
FoiCaseState *foi_case_file_load_marked (const char *path, GPtrArray **faults, char **checksum,
                                         GError **error);
void          foi_case_file_load_async (GFile *file, FoiProgressFunc progress, gpointer user_data,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer callback_data);
FoiCaseState *foi_case_file_load_finish (GAsyncResult *result, GPtrArray **faults, char **checksum,
                                         GError **error);
GBytes       *foi_case_file_read_bytes (GInputStream *stream, GCancellable *cancellable,
                                        GError **error);
GBytes       *foi_case_file_write (FoiCaseState *state, GError **error);
gboolean      foi_case_file_is_read_only (FoiCaseState *state);
const char   *foi_case_file_get_revision (FoiCaseState *state);

/*
 * By what a file is known again: its revision token, and the SHA-256 of its bytes, for an editor of
 * texts changes them and leaves the token as it is. @checksum is NULL where it is not known.
 */
typedef struct
{
  char *revision;
  char *checksum;
} FoiFileMark;

/* What the file is now, and whether it was written to become so. */
typedef struct
{
  FoiFileMark mark;
  gboolean    written;
} FoiSaved;

/*
 * Saves durably: the old file or the new one is there whatever happens. @expected is the file as it
 * was read, NULL for one that is not there yet; another one there now is FOI_ERROR_CONFLICT, unless
 * @overwrite. @new_revision is written when the content differs; an unchanged case writes nothing
 * and keeps its token.
 */
gboolean      foi_case_file_save (FoiCaseState *state, GFile *file, const FoiFileMark *expected,
                                  const char *new_revision, gboolean overwrite, FoiSaved *saved,
                                  GCancellable *cancellable, GError **error);
gboolean      foi_case_file_save_held (FoiCaseState *state, GFile *file,
                                       const FoiFileMark *expected, const char *new_revision,
                                       FoiFileLock *held, GError **error);
void          foi_case_file_save_async (FoiCaseState *state, GFile *file,
                                        const FoiFileMark *expected, const char *new_revision,
                                        gboolean overwrite, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean      foi_case_file_save_finish (GAsyncResult *result, FoiSaved *saved, GError **error);
guint         foi_case_file_sweep (GFile *file, gint64 now);
void          foi_file_mark_set (FoiFileMark *mark, const char *revision, const char *checksum);
void          foi_file_mark_clear (FoiFileMark *mark);
void          foi_saved_clear (FoiSaved *saved);
void          foi_fault_free (FoiFault *fault);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiFileMark, foi_file_mark_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiSaved, foi_saved_clear)

G_END_DECLS
