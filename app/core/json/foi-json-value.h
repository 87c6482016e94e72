/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is read, at most. A case of a million rows is 60 MB. */
#define FOI_JSON_MAX_BYTES ((gsize) 512 * 1024 * 1024)
#define FOI_JSON_MAX_DEPTH 64
#define FOI_JSON_MAX_CELLS 16384

/**
 * FoiJsonKind:
 *
 * The kinds of JSON value that a case file may hold. Numbers are whole; decimals are kept as text.
 */
typedef enum
{
  FOI_JSON_NULL,
  FOI_JSON_BOOLEAN,
  FOI_JSON_INTEGER,
  FOI_JSON_STRING,
  FOI_JSON_ARRAY,
  FOI_JSON_OBJECT,
} FoiJsonKind;

/**
 * FoiJsonValue:
 * @kind: what stands there; of an array or object no more than this is told
 * @escaped: (private): whether the text has escapes
 * @integer: of an integer; of a boolean 0 or 1
 * @text: of a string: UTF-8 without NUL bytes, not NUL-terminated, gone with the row
 * @length: of a string: bytes in @text
 * @offset: where it begins in the file, in bytes
 *
 * A value of one table cell.
 */
typedef struct
{
  FoiJsonKind kind;
  gboolean escaped;
  gint64 integer;
  const char *text;
  gsize length;
  gsize offset;
} FoiJsonValue;

/**
 * FoiJsonProgress:
 * @done: bytes read
 * @total: bytes in the file
 *
 * Called every few hundred kilobytes, on the thread that reads.
 */
typedef void (*FoiJsonProgress) (gsize done, gsize total, gpointer user_data);

const char *foi_json_kind_name (FoiJsonKind kind);

G_END_DECLS
