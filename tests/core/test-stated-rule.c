/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "foi-disclosure-case.h"
#include "letter-case.h"

/* Two small figures are withheld, and @words stand with the table. A sentence that only states the
 * rule tells nothing, though its number is what both come to; any other does. */
static const struct
{
  const char *name;
  int threshold, abbey, brook;
  const char *words;
  gboolean is_safe;
} facts[] = {
  { "ours", 5, 1, 4, "Figures of 1 to 5 are withheld and shown as [c], and some larger ones with "
    "them, so that nobody can work them out.", TRUE },
  { "below", 4, 1, 4, "Numbers below 5 are not shown.", TRUE },
  { "subject", 4, 1, 4, "Fewer than 5 is shown as [c].", TRUE },
  { "given", 4, 1, 3, "We do not give figures of 1 to 4.", TRUE },
  { "or-fewer", 5, 1, 4, "Counts of 5 or fewer have been suppressed.", TRUE },
  { "words", 5, 1, 4, "Any figure from one to five calls is left out.", TRUE },
  { "words-below", 4, 1, 4, "Numbers smaller than five calls have been replaced.", TRUE },
  { "between", 5, 1, 4, "Values between 1 and 5 are marked [c].", TRUE },
  { "dash", 5, 1, 4, "Small figures (1–5) are withheld, together with some larger ones.", TRUE },
  { "mark", 4, 1, 4, "[c] means fewer than 5.", TRUE },
  { "condition", 4, 1, 4, "Where there are fewer than 5, the figure is withheld.", TRUE },
  { "beside", 5, 1, 4, "There were 4 appeals at Corby. Figures of 1 to 5 are withheld.", TRUE },
  { "withheld", 5, 1, 4, "5 were withheld at Abbey and Brook together.", FALSE },
  { "once-more", 5, 1, 4, "Figures of 1 to 5 are withheld, and come to 5.", FALSE },
  { "and-then", 5, 1, 4, "Figures of 1 to 5 are withheld. There were 5 calls.", FALSE },
  { "same-clause", 5, 1, 4, "Figures of 1 to 5 are withheld of the 5 calls.", FALSE },
  { "in-all", 5, 1, 4, "Numbers of 1 to 5 in all, 5 at most, are withheld.", FALSE },
  { "no-range", 5, 1, 4, "Figures of 5 are withheld.", FALSE },
  { "other-range", 5, 1, 4, "Figures of 2 to 5 are withheld.", FALSE },
  { "names-rows", 4, 1, 3, "Figures of 1 to 4 at Abbey and Brook together are withheld.", FALSE },
  { "no-rule", 5, 1, 4, "Calls in one day: 1 to 5.", FALSE },
  { "not-figures", 5, 1, 4, "We withheld 5 or fewer calls.", FALSE },
  { "counted", 5, 1, 4, "Figures of 1 to 5 are withheld: Abbey had 1 call.", FALSE },
};

static char *
dup_case (guint i)
{
  g_autofree char *answer
    = g_strdup_printf (QUESTION ("q1", "1", ",'held':'yes','outcome':'part','answer':'%s',"
                                 "'tables':['refs']"), facts[i].words);

  return g_strdup_printf (
    CASE (",'withheld':[{'table':'refs','row':{'area':'Abbey'},'field':'n','value':%d,"
          "'by':'primary'},{'table':'refs','row':{'area':'Brook'},'field':'n','value':%d,"
          "'by':'primary'}]", "%s",
          "{'name':'refs','type':'table','title':'Referrals','mediatype':'application/json',"
          "'schema':{'fields':["
          "{'name':'area','title':'Area','type':'string','foi:role':'category'},"
          "{'name':'n','title':'Calls','type':'integer','foi:role':'measure'}],"
          "'primaryKey':['area'],'missingValues':['','[c]','[x]','[z]','[low]']},"
          "'data':[['area','n'],['Abbey','[c]'],['Brook','[c]']],"
          "'foi:rule':{'threshold':%d}}"),
    facts[i].abbey, facts[i].brook, answer, facts[i].threshold);
}

static void
test_stated (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = dup_case (i);
  g_autoptr (FoiCaseState) state = make_state (text);
  g_autoptr (FoiDisclosureCase) disclosure = foi_disclosure_case_new (state, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiAudit) audit
    = foi_audit_run (disclosure->problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, &error);
  gboolean is_safe = TRUE;

  g_assert_no_error (error);
  g_assert_cmpuint (audit->cells->len, ==, 2);
  for (guint j = 0; j < audit->cells->len; j++)
    is_safe = is_safe && g_array_index (audit->cells, FoiAuditCell, j).is_safe;
  g_assert_cmpint (is_safe, ==, facts[i].is_safe);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stated-rule/%s", facts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stated);
    }
  return g_test_run ();
}
