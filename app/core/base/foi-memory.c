/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-memory.h"

#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

/**
 * foi_memory_give_back:
 *
 * Gives memory that was freed back to the system. What is kept of many files is little beside what
 * it took to read them, and lies scattered in between, so that the allocator keeps all of it unless
 * it is asked to look. That takes some milliseconds: not for the main thread.
 */
void
foi_memory_give_back (void)
{
#ifdef HAVE_MALLOC_TRIM
  malloc_trim (0);
#endif
}
