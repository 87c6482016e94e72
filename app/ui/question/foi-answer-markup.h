/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a stretch of an answer's CommonMark is, for the editor's eye only. */
typedef enum
{
  FOI_MARKUP_STRONG,
  FOI_MARKUP_EMPHASIS,
  FOI_MARKUP_LINK,
  FOI_MARKUP_PLACEHOLDER,
  FOI_MARKUP_MARKER,
  FOI_MARKUP_BULLET,
} FoiMarkupKind;

#define FOI_N_MARKUP_KINDS (FOI_MARKUP_BULLET + 1)

/* Offsets are characters from the start of the text. */
typedef struct
{
  FoiMarkupKind kind;
  guint         start;
  guint         end;
} FoiMarkupRun;

/* A change that an action of the toolbar makes: @text in the place of start to end. */
typedef struct
{
  guint start;
  guint end;
  char *text;
  guint select_start;
  guint select_end;
} FoiMarkupChange;

GArray  *foi_answer_markup_scan (const char *text);
gboolean foi_answer_markup_toggle (const char *text, guint start, guint end, const char *marker,
                                   FoiMarkupChange *change);
void     foi_answer_markup_toggle_list (const char *text, guint start, guint end,
                                        FoiMarkupChange *change);
void     foi_answer_markup_link (const char *text, guint start, guint end, const char *url,
                                 FoiMarkupChange *change);
void     foi_answer_markup_place (const char *text, guint offset, const char *placeholder,
                                  FoiMarkupChange *change);
char    *foi_answer_markup_continue_list (const char *text, guint offset, guint *line_start,
                                          gboolean *is_empty);
void     foi_markup_change_clear (FoiMarkupChange *change);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiMarkupChange, foi_markup_change_clear)

G_END_DECLS
