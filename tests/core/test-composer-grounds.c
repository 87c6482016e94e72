/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a letter says of the particulars of grounds, and of how a cost was estimated. */

#include "letter-case.h"

#include "foi-letter-writers.h"

#define AUTHORITY ",'request':{'text':'x','received':'2024-10-30'}," \
                  "'authority':{'name':'Council','team':'Desk','type':'local'}"
#define REFUSED(id, number, grounds, more) \
  QUESTION (id, number, ",'held':'yes','outcome':'refused','grounds':[" grounds "]" more)
#define COST "{'act':'foia','section':'12(1)','kind':'cost'}"
#define CONFIRM "{'act':'foia','section':'12(2)','kind':'cost-to-confirm'}"
#define FILES "{'activity':'locate','system':'case files','count':1200,'minutes':'2.5'}"
#define STORE "{'activity':'retrieve','count':3,'minutes':'10','cost':'45.00'}"
#define EARLIER "{'reference':'FOI 77','received':'2024-10-01','minutes':'600'}"
#define SEARCH "{'activity':'determine','minutes':'1200'}"

/* The letter of a case without line ends. */
static char *
dup_flat (const char *questions, const char *members)
{
  g_autofree char *text = g_strconcat (members, questions, "],'events':[],'issued':[]}}", NULL);
  g_autoptr (FoiLetter) letter = make_letter (text);
  g_autofree char *written = foi_letter_to_text (letter);
  g_auto (GStrv) pieces = g_regex_split_simple ("\\s+", written, 0, 0);

  return g_strjoinv (" ", pieces);
}

#define CASE_OF(regime) \
  "{'name':'a','id':'FOI1','title':'calls','foi:case':{'format':'uk-foi-case','version':1," \
  "'_rev':'0','regime':'" regime "'" AUTHORITY ",'questions':["

#define CASE_OF_OWN(limit) \
  "{'name':'a','id':'FOI1','title':'calls','foi:case':{'format':'uk-foi-case','version':1," \
  "'_rev':'0','regime':'foia','request':{'text':'x','received':'2024-10-30'}," \
  "'authority':{'name':'Council','team':'Desk','limits':{'appropriate-limit':" limit "}}," \
  "'questions':["

static const struct
{
  const char *members, *questions, *words, *not_words;
} facts[] = {
  /* An estimate is a sentence and a table. */
  { CASE_OF ("foia"), REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "," STORE "]}"),
    "We estimate that this would take 50 hours and 30 minutes and cost £1,307.50. An hour of "
    "work counts as £25. Table 1: How we estimated the cost of question 1 Work Number Minutes "
    "for each Time",
    "alike" },
  { CASE_OF ("foia"), REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "," STORE "]}"),
    "Locating it: case files 1,200 2.5 50 hours Retrieving it 3 10 30 minutes", NULL },
  { CASE_OF ("foia"), REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],"
                               "'not_counted':[{'what':'Redaction','minutes':'999'}]}"),
    "take 50 hours and cost £1,250.", "Redaction" },
  /* Other costs have a column where there are any. */
  { CASE_OF ("foia"), REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "," STORE "]}"),
    "30 minutes £45", NULL },
  { CASE_OF ("foia"), REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "]}"),
    "Minutes for each Time --", "costs" },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[{'activity':'locate','count':1200,"
             "'minutes':10}]}"), "Locating it 1,200 10 200 hours", NULL },
  /* What is no number is not printed, nor is a row that comes to nothing. */
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES ",{'activity':'extract',"
             "'system':'ledgers','count':7,'minutes':'a few'}]}"),
    "take 50 hours and cost £1,250.", "ledgers" },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES ",{'activity':'extract',"
             "'system':'ledgers','minutes':'a few','cost':'5.00'}]}"),
    "Extracting it: ledgers 1 0 hours £5", "a few" },
  /* What is more than the limit is not said to be the limit. */
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[{'activity':'locate','count':1080,"
             "'minutes':'1'},{'activity':'extract','minutes':'0.01'}]}"),
    "take 18 hours and 1 minute and cost just over £450.", NULL },
  /* Other requests are named, with their days, and not said to be the requester's own. */
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],'requests':[" EARLIER "],"
             "'similarity':'All are in the case files.'}"),
    "We estimate that this would take 60 hours and cost £1,500 in all. That is the work for this, "
    "together with request FOI 77 of 1 October 2024. An hour of work counts as £25. All are in the "
    "case files.", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],'requests':[" EARLIER ","
             "{'reference':'FOI 78','received':'2024-10-02','minutes':'60'},"
             "{'reference':'FOI 79','received':'2024-10-03','minutes':'60'}],'similar_to':['q2'],"
             "'similarity':'All are in the case files.'}") ","
    QUESTION ("q2", "2", ",'see':['q1'],'estimate':{'rows':[" STORE "]}"),
    "together with question 2 and 3 other requests.", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],'similar_to':['q2','q3'],"
             "'similarity':'All are in the case files.'}") ","
    QUESTION ("q2", "2", ",'see':['q1'],'estimate':{'rows':[" STORE "]}") ","
    QUESTION ("q3", "3", ",'see':['q1'],'estimate':{'rows':[" STORE "]}"),
    "together with questions 2 and 3.", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],'requests':[" EARLIER "],"
             "'similarity':'All are in the case files.'}"),
    "Request FOI 77 of 1 October 2024 1 600 10 hours", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],'requests':[{'reference':'FOI 5',"
             "'received':'2023-10-01','minutes':'600'}],'similarity':'All are alike.'}"),
    "take 50 hours and cost £1,250.", "FOI 5" },
  { CASE_OF ("foia"), REFUSED ("q1", "1", COST, ""), "Under section 12(1)", "We estimate" },
  /* Of the cost of finding out, only finding out counts. */
  { CASE_OF ("foia"),
    QUESTION ("q1", "1", ",'held':'cannot-confirm-within-limit','outcome':'refused'," \
              "'grounds':[" CONFIRM "],'estimate':{'rows':[" SEARCH "," FILES "]}"),
    "take 20 hours and cost £500.", "case files" },
  /* What the authority itself sets as its limit; 500 / 30 comes to no whole hours. */
  { CASE_OF_OWN ("{'pounds':500,'rate':20}"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "]}"),
    "more than the limit of £500, which stands for 25 hours of work.", "£450" },
  { CASE_OF_OWN ("{'pounds':500,'rate':20}"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "]}"),
    "take 50 hours and cost £1,000. An hour of work counts as £20.", "£25" },
  { CASE_OF_OWN ("{'pounds':500,'rate':30}"), REFUSED ("q1", "1", COST, ""),
    "more than the limit of £500, which stands for 16.67 hours of work.", NULL },
  { CASE_OF_OWN ("{'pounds':500,'from':'2024-10-31'}"), REFUSED ("q1", "1", COST, ""),
    "more than the limit of £450, which stands for 18 hours of work.", "£500" },
  /* Pooled, with what makes them alike. */
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],'similar_to':['q2'],"
             "'similarity':'Both are in the case files.'}") ","
    QUESTION ("q2", "2", ",'see':['q1'],'estimate':{'rows':[" STORE "]}"),
    "We estimate that this would take 50 hours and 30 minutes and cost £1,307.50 in all. That is "
    "the work for this, together with question 2. An hour of work counts as £25. Both are in the "
    "case files.",
    NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", COST, ",'estimate':{'rows':[" FILES "],'similar_to':['q2'],"
             "'similarity':'Both are in the case files.'}") ","
    QUESTION ("q2", "2", ",'see':['q1'],'estimate':{'rows':[" STORE "]}"),
    "1,200 2.5 50 hours Retrieving it (question 2) 3 10 30 minutes", NULL },
  /* In Scotland finding out is free, an hour is £15, and nothing is added up. */
  { CASE_OF ("foisa"),
    REFUSED ("q1", "1", "{'act':'foisa','section':'12(1)','kind':'cost'}",
             ",'estimate':{'rows':[" FILES "," SEARCH "],'similar_to':['q2'],"
             "'similarity':'Both are in the case files.'}") ","
    QUESTION ("q2", "2", ",'see':['q1'],'estimate':{'rows':[" STORE "]}"),
    "take 50 hours and cost £750. We have assumed £15 for an hour of work, which is the most that "
    "may be counted.", "together with" },
  { CASE_OF ("foisa"),
    REFUSED ("q1", "1", "{'act':'foisa','section':'12(1)','kind':'cost'}",
             ",'estimate':{'rate':'12.50','rows':[" FILES "]}"),
    "take 50 hours and cost £625. An hour of work counts as £12.50.", "alike" },
  /* No estimate is printed where the cost is not the ground. */
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", "{'act':'foia','section':'21','kind':'elsewhere'}",
             ",'estimate':{'rows':[" FILES "]}"),
    "section 21", "We estimate" },
  /* Where exactly it is published, for which years, and what is not there. */
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", "{'act':'foia','section':'21','kind':'elsewhere','source':{'publisher':"
             "'The Department','title':'Children in need','table':'Table C3','page':'12',"
             "'url':'https://stats.example/cin','from':'2018','to':'2024','missing':"
             "'The years 2015 to 2017: the series begins in 2018.'}}", ""),
    "It is published here: The Department, Children in need <https://stats.example/cin>, which "
    "covers 2018 to 2024. Look there for Table C3 on page 12. Part of what you asked for is not "
    "there: The years 2015 to 2017: the series begins in 2018.", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", "{'act':'foia','section':'21','kind':'elsewhere','source':{'title':'A'}}",
             ""),
    "section 21", "is not there" },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", "{'act':'foia','section':'14(2)','kind':'repeated','particulars':{"
             "'earlier_reference':'FOI0','earlier_date':'2024-09-02'}}", ""),
    "That was your request FOI0, which we answered on 2 September 2024.", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", "{'act':'foia','section':'36','kind':'qualified-person','limb':"
             "'36(2)(c)','harm':'would','particulars':{'opinion_by':'M. Officer',"
             "'opinion_date':'2024-11-20'}}", ""),
    "M. Officer gave that opinion on 20 November 2024.", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", "{'act':'foia','section':'43(2)','kind':'prejudice','harm':'would',"
             "'reason':'Bids would be copied.','particulars':{'whose':'our supplier’s.'}}", ""),
    "Bids would be copied. The interests that would suffer: our supplier’s.", NULL },
  { CASE_OF ("foia"),
    REFUSED ("q1", "1", "{'act':'foia','section':'40(2)','limb':'40(3A)(a)',"
             "'kind':'personal-data','particulars':{'personal':'One figure is one child.',"
             "'interest':'Safety.','necessity':'Totals do.','weighing':'The child’s.'}}", ""),
    "One figure is one child. We have considered what releasing it would serve. Safety. Totals "
    "do. The child’s.", NULL },
  /* Nothing hints at what is held. */
  { CASE_OF ("foia"),
    QUESTION ("q1", "1", ",'held':'neither-confirm-nor-deny','outcome':"
              "'neither-confirmed-nor-denied','grounds':[{'act':'foia','section':'40(2)',"
              "'kind':'personal-data','particulars':{'personal':'One figure is one child.'}}]"),
    "we neither confirm nor deny", "child" },
  { CASE_OF ("foia"),
    QUESTION ("q1", "1", ",'held':'no','outcome':'not-held','searched':'Both registers.',"
              "'may_hold':'The county council.'"),
    "We do not hold this information. Where we looked: Both registers. Who may hold it: The "
    "county council.", NULL },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *flat = dup_flat (facts[i].questions, facts[i].members);

      g_test_message ("%s", flat);
      if (strstr (flat, facts[i].words) == NULL)
        g_error ("not in the letter: %s", facts[i].words);
      if (facts[i].not_words != NULL && strstr (flat, facts[i].not_words) != NULL)
        g_error ("in the letter: %s", facts[i].not_words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/composer-grounds/words", test_words);
  return g_test_run ();
}
