/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter.h"

G_BEGIN_DECLS

/* Whom the files are for. */
typedef enum
{
  FOI_PACK_PUBLISH, /* everybody */
  FOI_PACK_SEND,    /* the requester */
  FOI_PACK_FILE,    /* ourselves */
  FOI_PACK_REGULATOR, /* who decides on a complaint; no pack of one letter */
} FoiPackKind;

/*
 * A file of a pack. @what says it in words; @remark, if any, what is to be known of it; @table is
 * what it was made of, if it was a table. What is @is_opaque nobody can look through. Where it
 * @is_ours, the @remark is not in the list that goes along.
 */
typedef struct
{
  char           *name;
  char           *format;
  char           *what;
  char           *remark;
  GBytes         *bytes;
  FoiPublication *table;
  gboolean        is_opaque;
  gboolean        is_ours;
} FoiPackFile;

/**
 * FoiPack:
 *
 * The files that go out together, in memory. Made of what may leave the building and of nothing
 * else, unless it is for our own file. One thread at a time.
 */
typedef struct _FoiPack FoiPack;

/* The list of what is in a pack, which is how a folder is known as one. */
#define FOI_PACK_LIST "what-leaves-the-building.txt"
#define FOI_PACK_LIST_OF_OURS "what-is-in-this-folder.txt"

FoiPack     *foi_pack_new (FoiPackKind kind, FoiLetter *letter);
void         foi_pack_free (FoiPack *self);
FoiPackKind  foi_pack_get_kind (FoiPack *self);
FoiLetter   *foi_pack_get_letter (FoiPack *self);
guint        foi_pack_get_n_files (FoiPack *self);
FoiPackFile *foi_pack_get_file (FoiPack *self, guint index);
FoiPackFile *foi_pack_add (FoiPack *self, const char *wish, const char *extension,
                           const char *format, char *what, GBytes *bytes);
FoiPackFile *foi_pack_add_table (FoiPack *self, FoiPublication *table);
void         foi_pack_add_data_package (FoiPack *self, JsonNode *authority);
void         foi_pack_add_remark (FoiPack *self, char *remark);
void         foi_pack_leave_out (FoiPack *self, const char *name);
GPtrArray   *foi_pack_get_left_out (FoiPack *self);
char        *foi_pack_dup_left_out (FoiPack *self);
void         foi_pack_add_list (FoiPack *self);
const char  *foi_pack_kind_to_name (FoiPackKind kind);
gboolean     foi_pack_kind_from_name (const char *name, FoiPackKind *out);
const char  *foi_pack_kind_to_words (FoiPackKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPack, foi_pack_free)

G_END_DECLS
