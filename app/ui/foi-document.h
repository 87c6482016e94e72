/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-editor.h"
#include "foi-case-file.h"
#include "foi-layout.h"

G_BEGIN_DECLS

#define FOI_TYPE_DOCUMENT (foi_document_get_type ())

/**
 * FoiDocument:
 *
 * What one window shows: a case with its editor and its file, the letter as last set, and where the
 * person is. It is the only thing that the panes of a window share; they never know one another.
 *
 * Properties, all with notify: title, file, busy (a file is being read or written), layout (the
 * letter as it will print, made anew in a thread after each change), paper, place, status.
 *
 * Signals: "go-to" (place): show the editor of that place and give it the focus. "commit": put what
 * is being typed into the case, now. "message" (text): something a person must be told, softly.
 * "todos-changed": something is unfinished, or no more, that the case does not know of.
 */
G_DECLARE_FINAL_TYPE (FoiDocument, foi_document, FOI, DOCUMENT, GObject)

FoiDocument   *foi_document_new (FoiCaseState *state, GFile *file, const char *checksum);
FoiCase       *foi_document_get_case (FoiDocument *self);
FoiCaseEditor *foi_document_get_editor (FoiDocument *self);
GFile         *foi_document_get_file (FoiDocument *self);
char          *foi_document_dup_title (FoiDocument *self);
const FoiFileMark *foi_document_get_mark (FoiDocument *self);
gboolean       foi_document_is_read_only (FoiDocument *self);
gboolean       foi_document_is_busy (FoiDocument *self);
GDateTime     *foi_document_get_saved_at (FoiDocument *self);

const char    *foi_document_get_letter_id (FoiDocument *self);
FoiLayout     *foi_document_get_layout (FoiDocument *self);
gboolean       foi_document_is_issued (FoiDocument *self);
gboolean       foi_document_is_letter_current (FoiDocument *self);
void           foi_document_set_letter_async (FoiDocument *self, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
FoiLayout     *foi_document_set_letter_finish (FoiDocument *self, GAsyncResult *result,
                                               GError **error);
FoiBrief      *foi_document_get_brief (FoiDocument *self);
FoiBrief      *foi_document_get_opened_brief (FoiDocument *self);
FoiPaper       foi_document_get_paper (FoiDocument *self);
void           foi_document_set_paper (FoiDocument *self, FoiPaper paper);

/* Where the person is: "request", "questions/q3", "tables/mash-calls", "closing". */
const char    *foi_document_get_place (FoiDocument *self);
void           foi_document_set_place (FoiDocument *self, const char *place);
void           foi_document_go_to (FoiDocument *self, const char *place);
char          *foi_document_dup_question (FoiDocument *self);

/* What the thing under the cursor means, for the status line. */
const char    *foi_document_get_status (FoiDocument *self);
void           foi_document_set_status (FoiDocument *self, const char *status);
void           foi_document_tell (FoiDocument *self, const char *text);
void           foi_document_tell_error (FoiDocument *self, const GError *error);
void           foi_document_commit (FoiDocument *self);
void           foi_document_todos_changed (FoiDocument *self);
void           foi_document_typed (FoiDocument *self);
gboolean       foi_document_undo (FoiDocument *self);
gboolean       foi_document_redo (FoiDocument *self);

void           foi_document_reload (FoiDocument *self, FoiCaseState *state,
                                    const char *checksum);
void           foi_document_save_async (FoiDocument *self, GFile *file, gboolean overwrite,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean       foi_document_save_finish (FoiDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
