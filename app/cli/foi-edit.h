/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-case-file.h"
#include "foi-file-lock.h"

G_BEGIN_DECLS

/* A case that a command changes where it lies. @before is as it was read, @editor changes what
 * foi_edit_get_state() gives; the rest is ours. */
typedef struct
{
  const char    *file;
  FoiCaseState  *before;
  FoiCaseEditor *editor;
  FoiCase       *foi_case;
  FoiFileMark    mark;
  FoiFileLock    lock;
  gboolean       dry_run;
} FoiEdit;

#define FOI_EDIT_NONE { .lock = FOI_FILE_LOCK_NONE }

gboolean      foi_edit_begin (FoiEdit *edit, const char *file, gboolean dry_run);
void          foi_edit_let_others (FoiEdit *edit);
FoiCaseState *foi_edit_get_state (const FoiEdit *edit);
gboolean      foi_edit_save_state (FoiEdit *edit, FoiCaseState *state, GError **error);
gboolean      foi_edit_save (FoiEdit *edit, GError **error);
void          foi_edit_clear (FoiEdit *edit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiEdit, foi_edit_clear)

G_END_DECLS
