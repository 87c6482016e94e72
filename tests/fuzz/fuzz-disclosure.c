/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Problems of what can be worked out, from any bytes. What is read is audited for every reader: the
 * true figures lie between the ends that are proved, and fractions never reach less far than whole
 * numbers. */

#include "fuzz.h"

#include "foi-disclosure-audit.h"

const char *const fuzz_words[] = {
  "[", "]", "{", "}", ",", "\"cell\": \"a\",", "\"value\": 3,", "\"suppressed\": true", "true",
  "false", "\"primary\": true,", "\"from\": 1,", "\"to\": 4,", "\"threshold\": 2,", "\"a\"",
  "\"b\"",
  "\"total\": \"a\",", "\"parts\": [\"a\", \"a\"]", "-1", "0", "1", "7", "1000000000000",
  "9223372036854775807", "\"equations\": []", NULL,
};

static void
check_end (FoiSecretCell *cell, const FoiEnd *end, gboolean upper)
{
  gint64 inner;

  if (end->is_unbounded || !end->is_known)
    return;
  g_assert_true (foi_rational_is_known (end->linear));
  g_assert_true (upper ? foi_rational_floor (end->linear, &inner)
                       : foi_rational_ceiling (end->linear, &inner));
  g_assert_true (upper ? end->whole <= inner : end->whole >= inner);
  if (end->is_proven && cell->is_known)
    g_assert_true (upper ? cell->value <= end->whole : cell->value >= end->whole);
}

/* Where all values are known and fit, the ends hold them. */
static gboolean
is_true (FoiDisclosureProblem *problem)
{
  for (guint i = 0; i < problem->lines->len; i++)
    {
      FoiLine *line = problem->lines->pdata[i];
      FoiWide sum = 0;

      for (guint j = 0; j < line->terms->len; j++)
        {
          FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, j);
          FoiSecretCell *cell = foi_disclosure_problem_get (problem, term->cell);

          if (!cell->is_known)
            return FALSE;
          sum += (FoiWide) cell->value * term->factor;
        }
      if (sum != 0)
        return FALSE;
    }
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = foi_disclosure_problem_read (bytes, &error);

  g_assert_true ((problems == NULL) == (error != NULL));
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      FoiDisclosureProblem *problem = problems->pdata[i];
      g_autoptr (GError) wrong = NULL;
      g_autoptr (FoiAudit) audit = foi_audit_run (problem, FOI_ATTACKER_NONE, NULL, NULL, NULL,
                                                  &wrong);
      g_autoptr (FoiAudit) strict = NULL;

      g_assert_true ((audit == NULL) == (wrong != NULL));
      if (audit == NULL)
        continue;
      for (guint j = 0; j < audit->cells->len && is_true (problem); j++)
        {
          FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, j);
          FoiSecretCell *cell = foi_disclosure_problem_get (problem, found->cell);

          check_end (cell, &found->lower, FALSE);
          check_end (cell, &found->upper, TRUE);
        }
      strict = foi_audit_run (problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, NULL);
      g_assert_true (strict == NULL || audit->is_safe || !strict->is_safe);
    }
  return 0;
}
