/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/**
 * FoiRegisterCopies:
 * @originals: (element-type utf8 utf8): the paths of the cases, by those of copies of them
 * @spare: (element-type utf8): the paths of the copies whose case another file counts for
 * @twins: (element-type utf8 utf8): of files that are no copies by their names and have a reference
 *   which another has, too, the paths of that by their own
 *
 * Which files of a folder are copies that a program for shared folders made: no further requests.
 * Of two that only have one reference nobody can tell whether they are one; each counts, and is
 * named.
 */
typedef struct
{
  GHashTable *originals;
  GHashTable *spare;
  GHashTable *twins;
} FoiRegisterCopies;

/* What is known of the file at @path; %NULL where nothing is. */
typedef const FoiRegisterRow *(*FoiRegisterRowFunc) (const char *path, gpointer data);

FoiRegisterCopies *foi_register_copies_new  (GPtrArray *rows, GHashTable *named);
void               foi_register_copies_free (FoiRegisterCopies *self);
char              *foi_register_copies_dup_original (const FoiRegisterCopies *self,
                                                     const FoiRegisterRow *row);
char              *foi_register_copies_dup_names (const FoiRegisterCopies *self,
                                                  const FoiRegisterRow *row);
char              *foi_register_copies_dup_twin (const FoiRegisterCopies *self,
                                                 const FoiRegisterRow *row);
const char        *foi_register_copies_find_twin (const FoiRegisterCopies *self);
gboolean           foi_register_copies_is_spare (const FoiRegisterCopies *self,
                                                 const FoiRegisterRow *row);
GPtrArray         *foi_register_copies_list_once (const FoiRegisterCopies *self, GPtrArray *rows);
const char        *foi_register_row_find_original (const FoiRegisterRow *row,
                                                   const char *const *paths,
                                                   FoiRegisterRowFunc find, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRegisterCopies, foi_register_copies_free)

G_END_DECLS
