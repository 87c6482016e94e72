/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "foi-disclosure-labels.h"

/* Names of one table beside those of another: which mean the same. */

typedef struct
{
  const char *from, *to; /* separated by "; " */
  const char *wanted;    /* of each the other's place, or "-" */
} Fact;

static const Fact facts[] = {
  { "Abbey; Brook", "Brook; Abbey", "1 0" },
  { "Oakfield Primary School; Castle Hill Academy", "OAKFIELD PRIMARY SCHOOL; Castle Hill Acad.",
    "0 1" },
  { "Oakfield Primary School; Denton High School", "Denton; Oakfield", "1 0" },
  { "Oakfield Primary School; Denton High School", "Denton H.S.; Oakfield P. S.", "1 0" },
  { "Oakfield Primary School; Denton High School", "Denton High Sch; Oakfield Pri Sch", "1 0" },
  { "St Mary's C of E School", "Saint Marys CE School", "0" },
  { "St Mary’s CofE School", "St. Mary's (C.E.)", "0" },
  /* One of two that it might be is none. */
  { "Oakfield", "Oakfield Infants; Oakfield Juniors", "-" },
  { "Oakfield Infants; Oakfield Juniors", "Oakfield", "- -" },
  { "Oakfield Infants; Oakfield Juniors", "Oakfield Jun; Oakfield Inf", "1 0" },
  /* What is written so is meant before what may be. */
  { "Abbey; Abbey ward", "Abbey ward; Abbey", "1 0" },
  { "Abbey; Abbey ward", "Abbey; Brook", "0 -" },
  { "Abbey", "Abbey ward", "0" },
  { "Abbey", "Abbey Park; Abbey ward", "1" },
  { "2023/24; 2022/23", "2022-23; 2023/2024", "1 0" },
  { "2023/24; 2024/25", "To the end of 2023/24; to the end of 2024/25", "0 1" },
  { "2023; 2024", "2023/24; 2024/25", "- -" },
  { "School 1; School 11", "11; 1", "1 0" },
  { "April; May", "Apr; Jun", "0 -" },
  { "North; South", "Northern; Southern", "0 1" },
  /* A few letters tell nothing by themselves. */
  { "Abbey; Brook", "A; B", "- -" },
  { "Castle", "Cattle", "-" },
  { "Castle Hill", "Hill Castle", "-" },
};

static void
test_facts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_auto (GStrv) from = g_strsplit (facts[i].from, "; ", -1);
      g_auto (GStrv) to = g_strsplit (facts[i].to, "; ", -1);
      g_autoptr (GPtrArray) here = g_ptr_array_new (), there = g_ptr_array_new ();
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree int *match = NULL;

      for (guint j = 0; from[j] != NULL; j++)
        g_ptr_array_add (here, from[j]);
      for (guint j = 0; to[j] != NULL; j++)
        g_ptr_array_add (there, to[j]);
      match = foi_labels_match (here, there);
      for (guint j = 0; j < here->len; j++)
        {
          g_string_append (found, j > 0 ? " " : "");
          if (match[j] >= 0)
            g_string_append_printf (found, "%d", match[j]);
          else
            g_string_append_c (found, '-');
        }
      g_test_message ("%s / %s", facts[i].from, facts[i].to);
      g_assert_cmpstr (found->str, ==, facts[i].wanted);
    }
}

/* Of a running total, what it goes to. */
static void
test_ends (void)
{
  static const struct
  {
    const char *label, *end;
    gboolean is_so;
  } ends[] = {
    { "April to June", "June", TRUE },
    { "To end of 2020/21", "2020/21", TRUE },
    { "2018/19 to 2020/21", "2020/21", TRUE },
    { "2018/19 to 2020/21", "2018/19", FALSE },
    { "Q1-Q3", "Q3", TRUE },
    { "Q1-Q3", "Q1", FALSE },
    { "June", "April to June", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_auto (GStrv) label = foi_label_split (ends[i].label);
      g_auto (GStrv) end = foi_label_split (ends[i].end);

      g_test_message ("%s / %s", ends[i].label, ends[i].end);
      g_assert_cmpint (foi_label_ends_with ((const char *const *) label,
                                            (const char *const *) end),
                       ==, ends[i].is_so);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disclosure-labels/facts", test_facts);
  g_test_add_func ("/disclosure-labels/ends", test_ends);
  return g_test_run ();
}
