/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoiWork:
 *
 * What a thread is doing for somebody who waits: it can be stopped, and says how far it is. As with
 * g_cancellable_push_current(), functions that take long ask for that of their thread, and need not
 * be handed it from one to another. What is stopped leaves something unfinished, which whoever
 * began the work throws away.
 */
typedef struct
{
  GCancellable *cancellable;              /* (nullable) */
  void        (*progress) (double fraction, gpointer data); /* (nullable) */
  gpointer      data;
  /* private */
  double        from, to, said;
} FoiWork;

void     foi_work_begin (FoiWork *work);
void     foi_work_end (FoiWork *work);
void     foi_work_set_part (double from, double to);
gboolean foi_work_go_on (guint64 n_done, guint64 n);

G_END_DECLS
