/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-error.h"
#include "foi-json-value.h"

G_BEGIN_DECLS

/**
 * FoiJsonFrame:
 * @key: (nullable): the key of the member being read, as the file spells it
 * @number: the bytes of @key; without one, the number of the element being read, or -1 between two
 *
 * What is being read in one of the arrays and objects around the cursor. Paths are made of these.
 */
typedef struct
{
  const char *key;
  gint64 number;
} FoiJsonFrame;

/**
 * FoiJsonStep:
 * @FOI_JSON_STEP_VALUE: an element or a member follows at the cursor
 * @FOI_JSON_STEP_END: the array or object has ended
 * @FOI_JSON_STEP_FAULT: the scanner has an error
 */
typedef enum
{
  FOI_JSON_STEP_VALUE,
  FOI_JSON_STEP_END,
  FOI_JSON_STEP_FAULT,
} FoiJsonStep;

/**
 * FoiJsonScanner:
 * @cursor: where it reads
 * @limit: where the valid UTF-8 ends
 * @end: where the file ends
 * @depth: how many arrays and objects are open
 * @only_whole: decimals are not written as text here either: there are none
 * @error: (nullable): the first fault; nothing is read after it
 *
 * Strict JSON tokens over bytes in memory. Used by the document and by its rows.
 */
typedef struct
{
  const char *start;
  const char *cursor;
  const char *limit;
  const char *end;
  guint depth;
  gboolean only_whole;
  FoiJsonFrame frames[FOI_JSON_MAX_DEPTH];
  const char *next_tick;
  GCancellable *cancellable;
  FoiJsonProgress progress;
  gpointer user_data;
  GError *error;
} FoiJsonScanner;

void foi_json_scanner_init (FoiJsonScanner *self, GBytes *bytes);
void foi_json_scanner_init_within (FoiJsonScanner *self, const char *text, gsize start, gsize end);
void foi_json_scanner_skip_space (FoiJsonScanner *self);

FoiJsonStep foi_json_scanner_enter (FoiJsonScanner *self, char close);
FoiJsonStep foi_json_scanner_step (FoiJsonScanner *self, char close);

gboolean foi_json_scanner_read_scalar (FoiJsonScanner *self, FoiJsonValue *value);
gboolean foi_json_scanner_read_key (FoiJsonScanner *self, FoiJsonValue *key);
gboolean foi_json_scanner_skip_value (FoiJsonScanner *self, FoiJsonKind *kind);

gboolean foi_json_scanner_fail (FoiJsonScanner *self, FoiError code, const char *at,
                                const char *format, ...) G_GNUC_PRINTF (4, 5);
gboolean foi_json_scanner_fail_unexpected (FoiJsonScanner *self, const char *reason);

gsize foi_json_unescape (const char *text, gsize length, char *out);
char *foi_json_value_dup_text (const FoiJsonValue *value);

G_END_DECLS
