/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-text.h"
#include "foi-register-row.h"

G_BEGIN_DECLS

/**
 * FoiCaseFile:
 * @path: the file
 * @stamp: another one whenever the file is: its size, its time and its place on the disk
 *
 * A file of a folder that should be a case.
 */
typedef struct
{
  char *path;
  char *stamp;
} FoiCaseFile;

/**
 * FoiCaseEntry:
 * @file: the file it was read from
 * @row: what the register says of it
 * @text: (nullable): what is written in it; %NULL where it cannot be read
 * @n_to_fix: how many findings are to be fixed; -1: it was not checked
 *
 * A case of the folder, as it was when it was read. Immutable and reference counted.
 */
typedef struct
{
  FoiCaseFile     file;
  FoiRegisterRow *row;
  FoiCaseText    *text;
  int             n_to_fix;
} FoiCaseEntry;

/* What is called for each case that was read, one at a time, in any thread. It takes @entry. */
typedef void (*FoiCaseEntryFunc) (FoiCaseEntry *entry, gpointer user_data);

GPtrArray    *foi_case_folder_list  (const char *folder, GCancellable *cancellable,
                                     GError **error);
char         *foi_case_folder_dup_stamp (GFile *file, GCancellable *cancellable, GError **error);
FoiCaseEntry *foi_case_entry_read   (const FoiCaseFile *file, FoiRules *rules,
                                     FoiHolidays *holidays, FoiDate day,
                                     GCancellable *cancellable);
FoiCaseEntry *foi_case_entry_ref    (FoiCaseEntry *self);
void          foi_case_entry_unref  (FoiCaseEntry *self);
void          foi_case_folder_read  (GPtrArray *files, FoiRules *rules, FoiHolidays *holidays,
                                     FoiDate day, FoiCaseEntryFunc func, gpointer user_data,
                                     GCancellable *cancellable);
void          foi_case_folder_each  (GPtrArray *files, GFunc func, gpointer user_data);
GHashTable   *foi_case_folder_find_copies (GPtrArray *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCaseEntry, foi_case_entry_unref)

G_END_DECLS
