/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-compare.h"

G_BEGIN_DECLS

/* Which of the two. */
typedef enum
{
  FOI_COPY_ORIGINAL,
  FOI_COPY_COPY,
} FoiCopy;

#define FOI_N_COPIES (FOI_COPY_COPY + 1)

/**
 * FoiCaseCopies:
 * @paths: where the two files are
 * @checksums: the SHA-256 of what was read of each; %NULL where it could not be read
 * @faults: why one is no case; %NULL where it is one
 * @written: when each was written, in seconds since 1970
 * @differences: (nullable) (element-type FoiCaseDifference): in what they differ, where both are
 *   cases
 *
 * A case and a copy of it that a program for shared folders made, as they were when they were read.
 */
typedef struct
{
  char      *paths[FOI_N_COPIES];
  char      *checksums[FOI_N_COPIES];
  char      *faults[FOI_N_COPIES];
  gint64     written[FOI_N_COPIES];
  GPtrArray *differences;
} FoiCaseCopies;

FoiCaseCopies *foi_case_copies_read (const char *original, const char *copy,
                                     GCancellable *cancellable);
void           foi_case_copies_free (FoiCaseCopies *self);
gboolean       foi_case_copies_keep (const FoiCaseCopies *self, FoiCopy kept,
                                     GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCaseCopies, foi_case_copies_free)

G_END_DECLS
