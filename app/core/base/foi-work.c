/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-work.h"

/* It is looked at after so many steps, a power of 2. */
#define STEPS 1024

static GPrivate current;

/**
 * foi_work_begin:
 * @work: what the thread is going to do; kept until foi_work_end()
 *
 * A thread has one at a time.
 */
void
foi_work_begin (FoiWork *work)
{
  g_return_if_fail (work != NULL && g_private_get (&current) == NULL);

  work->from = work->said = 0;
  work->to = 1;
  g_private_set (&current, work);
}

/**
 * foi_work_end:
 * @work: what foi_work_begin() was given
 */
void
foi_work_end (FoiWork *work)
{
  g_return_if_fail (work != NULL && g_private_get (&current) == work);

  g_private_set (&current, NULL);
}

/**
 * foi_work_set_part:
 * @from: what part of the thread's work is behind it, from 0
 * @to: what part of it will be when what comes next is done, up to 1
 */
void
foi_work_set_part (double from, double to)
{
  FoiWork *work = g_private_get (&current);

  if (work == NULL)
    return;
  work->from = from;
  work->to = to;
}

/**
 * foi_work_go_on:
 * @n_done: so many steps of what comes next are done
 * @n: of so many
 *
 * Returns: whether the thread's work is still wanted, if it is anybody's. Steps are small: of most
 *   of them it is not asked.
 */
gboolean
foi_work_go_on (guint64 n_done, guint64 n)
{
  FoiWork *work;
  double fraction;

  if ((n_done & (STEPS - 1)) != 0)
    return TRUE;
  work = g_private_get (&current);
  if (work == NULL)
    return TRUE;
  if (g_cancellable_is_cancelled (work->cancellable))
    return FALSE;
  fraction = work->from + (work->to - work->from) * (double) n_done / (double) MAX (n, 1);
  if (work->progress != NULL && fraction > work->said)
    work->progress (fraction, work->data);
  work->said = MAX (work->said, fraction);
  return TRUE;
}
