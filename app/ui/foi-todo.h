/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case.h"

G_BEGIN_DECLS

/* A thing that is not finished: no fault while a person is at work, an obstacle only at Issue. What
 * contradicts itself is pointed out, but the letter is the officer's to send. */
typedef struct
{
  char    *place;    /* what it is about: "questions/q3" */
  char    *editor;   /* where it is done: "questions/q3/outcome" */
  char    *text;     /* "Question 3 has no outcome yet" */
  gboolean is_obstacle;
} FoiTodo;

GPtrArray *foi_todo_list (FoiCase *foi_case);
guint      foi_todo_count (GPtrArray *todos, const char *place);
FoiTodo   *foi_todo_find (GPtrArray *todos, const char *place);
FoiTodo   *foi_todo_find_next (GPtrArray *todos, const char *place);

G_END_DECLS
