/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-file.h"
#include "foi-checks.h"

#include <stdlib.h>
#include <time.h>

/* Two frames: after a change the findings are there before anybody looks. */
#define BOUND_MS 33
#define TIMES 21

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* bench-checks CASE: the CPU of all checks on it, the middle one of many runs. */
int
main (int argc, char *argv[])
{
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GError) error = NULL;
  double took[TIMES];
  guint n_findings = 0;

  g_return_val_if_fail (argc == 2, 2);
  state = foi_case_file_load (argv[1], NULL, NULL, NULL, NULL, &error);
  if (state == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < TIMES; i++)
    {
      double start = get_cpu_ms ();
      g_autoptr (GPtrArray) findings
        = foi_checks_run (state, foi_rules_get_default (), foi_holidays_get_default (), 1, NULL);

      took[i] = get_cpu_ms () - start;
      n_findings = findings->len;
    }
  g_print ("all checks, %u findings: the first run %.1f ms\n", n_findings, took[0]);
  qsort (took, TIMES, sizeof *took, compare);
  g_print ("%-58s %9.2f %-6s at most %d  %s\n", "  the middle of the runs, CPU", took[TIMES / 2],
           "ms", BOUND_MS, took[TIMES / 2] <= BOUND_MS ? "" : "BROKEN");
  return took[TIMES / 2] <= BOUND_MS ? 0 : 1;
}
