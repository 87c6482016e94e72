/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "foi-disclosure-case.h"
#include "letter-case.h"

/* Rows of areas and counts, at most 5 of which are small; 'All' is the total of the others. */
#define AREAS(rows, of, more) \
  "{'name':'refs','type':'table','title':'Referrals','mediatype':'application/json'," \
  "'schema':{'fields':[" \
  "{'name':'area','title':'Area','type':'string','foi:role':'category'}," \
  "{'name':'n','title':'Calls','type':'integer','foi:role':'measure'}]," \
  "'primaryKey':['area'],'missingValues':['','[c]','[x]','[z]','[low]']}," \
  "'data':[['area','n']," rows "],'foi:rule':{'threshold':5}," \
  "'foi:totals':[{'row':{'area':'All'},'of':[" of "]}]" more "}"
#define AREA(name) "{'area':'" name "'}"
#define HIDDEN(name, value, by) \
  "{'table':'refs','row':{'area':'" name "'},'field':'n','value':" value ",'by':'" by "'}"
#define ANSWER(words) \
  QUESTION ("q1", "1", ",'held':'yes','outcome':'part','answer':'" words "','tables':['refs']")

static const struct
{
  const char *name;
  const char *text;
  const char *sentence;
} facts[] = {
  { "less-three",
    CASE (",'withheld':[" HIDDEN ("North", "3", "primary") "]", ANSWER (""),
          AREAS ("['North','[c]'],['South',20],['West',17],['East',15],['All',55]",
                 AREA ("North") "," AREA ("South") "," AREA ("West") "," AREA ("East"), "")),
    "Someone reading the letter could work out that North, Calls is 3: the total 55 less 20, 17 "
    "and 15" },
  { "less-one",
    CASE (",'withheld':[" HIDDEN ("North", "3", "primary") "]", ANSWER (""),
          AREAS ("['North','[c]'],['South',18],['All',21]", AREA ("North") "," AREA ("South"), "")),
    "Someone reading the letter could work out that North, Calls is 3: the total 21 less 18" },
  { "nothing-else",
    CASE (",'withheld':[" HIDDEN ("North", "3", "primary") "]", ANSWER (""),
          AREAS ("['North','[c]'],['South',0],['All',3]", AREA ("North") "," AREA ("South"), "")),
    "Someone reading the letter could work out that North, Calls is 3: nothing else is in the "
    "total 3" },
  { "added",
    CASE (",'withheld':[" HIDDEN ("All", "5", "primary") "]", ANSWER (""),
          AREAS ("['North',2],['South',3],['All','[c]']", AREA ("North") "," AREA ("South"), "")),
    "Someone reading the letter could work out that All, Calls is 5: 2 and 3 added up" },
  { "many",
    CASE (",'withheld':[" HIDDEN ("A", "1", "primary") "]", ANSWER (""),
          AREAS ("['A','[c]'],['B',11],['C',12],['D',13],['E',14],['F',15],['G',16],['H',17],"
                 "['All',99]",
                 AREA ("A") "," AREA ("B") "," AREA ("C") "," AREA ("D") "," AREA ("E") ","
                   AREA ("F") "," AREA ("G") "," AREA ("H"), "")),
    "Someone reading the letter could work out that A, Calls is 1: the total 99 less 7 other "
    "figures" },
  { "prose",
    CASE (",'withheld':[" HIDDEN ("North", "3", "primary") "," HIDDEN ("All", "21", "secondary")
          "]", ANSWER ("There were 21 calls in all."),
          AREAS ("['North','[c]'],['South',18],['All','[c]']", AREA ("North") "," AREA ("South"),
                 "")),
    "Someone reading the letter could work out that North, Calls is 3: the total 21 less 18; "
    "question 1 says the total: “There were 21 calls in all.”" },
  { "narrowed",
    CASE (",'withheld':[" HIDDEN ("North", "1", "primary") "," HIDDEN ("South", "2", "primary")
          "]", ANSWER (""),
          AREAS ("['North','[c]'],['South','[c]'],['West',40],['All',43]",
                 AREA ("North") "," AREA ("South") "," AREA ("West"), "")),
    "Someone reading the letter could work out that North, Calls is between 0 and 3" },
};

/* The first figure that is not safe is said as a sentence that stands by itself. */
static void
test_sentence (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiCaseState) state = make_state (facts[i].text);
  g_autoptr (FoiDisclosureCase) disclosure = foi_disclosure_case_new (state, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiAudit) audit
    = foi_audit_run (disclosure->problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint j = 0; j < audit->cells->len; j++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, j);
      g_autofree char *sentence = NULL;

      if (found->is_safe)
        continue;
      sentence = foi_disclosure_case_dup_sentence (disclosure, found);
      g_assert_cmpstr (sentence, ==, facts[i].sentence);
      return;
    }
  g_assert_not_reached ();
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/disclosure-sentence/%s", facts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sentence);
    }
  return g_test_run ();
}
