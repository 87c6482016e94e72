/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case.h"

G_BEGIN_DECLS

#define FOI_TYPE_CASE_EDITOR (foi_case_editor_get_type ())

/**
 * FoiCaseEditor:
 *
 * The only writer of a case. Each action of a person is one command: it has a label ("Change
 * Answer"), applies, reverts. Properties with notify: can-undo, can-redo, undo-label, redo-label,
 * modified. What is typed in one place without a pause is one command (@merge_key).
 */
G_DECLARE_FINAL_TYPE (FoiCaseEditor, foi_case_editor, FOI, CASE_EDITOR, GObject)

FoiCaseEditor *foi_case_editor_new (FoiCase *foi_case);
FoiCase       *foi_case_editor_get_case (FoiCaseEditor *self);

/*
 * Every edit below is made of this: @state becomes the case's state under one label. It does
 * nothing if it is the current one. Between begin and end many become one.
 */
void        foi_case_editor_push (FoiCaseEditor *self, FoiCaseState *state, const char *label,
                                  const char *merge_key);
void        foi_case_editor_begin (FoiCaseEditor *self, const char *label);
void        foi_case_editor_end (FoiCaseEditor *self);
gboolean    foi_case_editor_is_in_group (FoiCaseEditor *self);
void        foi_case_editor_cancel (FoiCaseEditor *self);
void        foi_case_editor_break_merge (FoiCaseEditor *self);
void        foi_case_editor_forget_history (FoiCaseEditor *self);

gboolean    foi_case_editor_undo (FoiCaseEditor *self);
gboolean    foi_case_editor_redo (FoiCaseEditor *self);
gboolean    foi_case_editor_can_undo (FoiCaseEditor *self);
gboolean    foi_case_editor_can_redo (FoiCaseEditor *self);
const char *foi_case_editor_get_undo_label (FoiCaseEditor *self);
const char *foi_case_editor_get_redo_label (FoiCaseEditor *self);
gboolean    foi_case_editor_is_modified (FoiCaseEditor *self);
void        foi_case_editor_mark_saved (FoiCaseEditor *self, FoiCaseState *saved);

/*
 * Text and JSON of the case by path: "questions/q3/answer", "request/received",
 * "letters/response/date", "authority/name", "/title". A NULL value removes the member.
 */
gboolean    foi_case_editor_set_string (FoiCaseEditor *self, const char *path, const char *text,
                                        const char *label, GError **error);
gboolean    foi_case_editor_set_node (FoiCaseEditor *self, const char *path, JsonNode *value,
                                      const char *label, GError **error);

G_END_DECLS
