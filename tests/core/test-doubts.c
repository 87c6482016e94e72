/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-doubt.h"
#include "foi-json-edit.h"
#include "foi-letter-words.h"
#include "letter-case.h"

/*          boys girls total
 * Oakfield   3    20    23   the first two rows are withheld
 * Brook     14    18    32
 * Castle     9    30    39
 * Dale       3    12    15
 * Total     29    80   109
 */
#define WARDS \
  "{'name':'wards','type':'table','title':'Exclusions','mediatype':'application/json'," \
  "'schema':{'fields':[" \
  "{'name':'school','title':'School','type':'string','foi:role':'category'," \
  "'constraints':{'required':true,'unique':true}}," \
  "{'name':'boys','title':'Boys','type':'integer','foi:role':'measure'}," \
  "{'name':'girls','title':'Girls','type':'integer','foi:role':'measure'}," \
  "{'name':'total','title':'Total','type':'integer','foi:role':'measure'}]," \
  "'primaryKey':['school'],'missingValues':['','[c]','[x]','[z]','[low]']}," \
  "'data':[['school','boys','girls','total']," \
  "['Oakfield','[c]','[c]',23],['Brook','[c]','[c]',32],['Castle',9,30,39],['Dale',3,12,15]," \
  "['Total',29,80,109]]," \
  "'foi:totals':[{'row':{'school':'Total'},'of':[{'school':'Oakfield'},{'school':'Brook'}," \
  "{'school':'Castle'},{'school':'Dale'}]},{'field':'total','of':['boys','girls']}]," \
  "'foi:rule':{'threshold':4,'zero':'keep','method':'suppress','reason':'small schools'}}"

#define WITHHELD \
  ",'withheld':[" \
  "{'table':'wards','row':{'school':'Oakfield'},'field':'boys','value':3,'by':'primary'}," \
  "{'table':'wards','row':{'school':'Oakfield'},'field':'girls','value':20,'by':'secondary'}," \
  "{'table':'wards','row':{'school':'Brook'},'field':'boys','value':14,'by':'secondary'}," \
  "{'table':'wards','row':{'school':'Brook'},'field':'girls','value':18,'by':'secondary'}]"

#define MEMBERS \
  ",'request':{'text':'How many?','received':'2024-10-30'}," \
  "'letters':[{'id':'response','type':'response','date':'2024-11-27'}]" WITHHELD

/* What was asked, what was answered, and the numbers in it of which nobody knows what they are. */
typedef struct
{
  const char *asked, *answer, *numbers;
} Fact;

static FoiCaseState *
make_answer (const Fact *fact)
{
  g_autoptr (FoiCaseState) state
    = make_state (CASE (MEMBERS, "{'id':'q1','number':'1','text':'How many?','held':'yes',"
                                 "'outcome':'part','answer':''}", WARDS));
  g_autoptr (FoiCaseState) asked = NULL;
  g_autofree char *answer = g_strconcat (fact->answer, "\n\n{{table:wards}}\n", NULL);
  g_autoptr (JsonNode) text = foi_json_new_string (fact->asked != NULL ? fact->asked : "");
  g_autoptr (JsonNode) words = foi_json_new_string (answer);

  asked = foi_case_state_with_node (state, "questions/q1/text", text, NULL);
  return foi_case_state_with_node (asked, "questions/q1/answer", words, NULL);
}

/* The numbers of all sentences, a semicolon between them. */
static char *
dup_doubted (FoiCaseState *state)
{
  g_autoptr (FoiSecrets) secrets = foi_secrets_new (state, FALSE);
  g_autoptr (FoiLetter) letter
    = foi_letter_compose (secrets->brief, foi_rules_get_default (), "response", TRUE, NULL);
  const FoiDoubtful what = { letter, NULL, TRUE };
  g_autoptr (GPtrArray) doubts
    = foi_doubts_list (state, secrets, foi_rules_get_default (), &what);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < doubts->len; i++)
    {
      const FoiDoubt *doubt = doubts->pdata[i];

      if (doubt->accepted == NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", doubt->numbers);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* How many lines are listed in files, a semicolon between them. */
static char *
dup_listed (FoiCaseState *state, GPtrArray *attached)
{
  g_autoptr (FoiSecrets) secrets = foi_secrets_new (state, FALSE);
  g_autoptr (FoiLetter) letter
    = foi_letter_compose (secrets->brief, foi_rules_get_default (), "response", TRUE, NULL);
  const FoiDoubtful what = { letter, attached, TRUE };
  g_autoptr (GPtrArray) doubts
    = foi_doubts_list (state, secrets, foi_rules_get_default (), &what);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < doubts->len; i++)
    {
      const FoiDoubt *doubt = doubts->pdata[i];

      g_string_append_printf (out, "%s%u", out->len > 0 ? "; " : "", doubt->n_listed);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check (const Fact *facts, gsize n)
{
  guint n_wrong = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FoiCaseState) state = make_answer (&facts[i]);
      g_autofree char *doubted = dup_doubted (state);

      if (g_strcmp0 (doubted, facts[i].numbers) == 0)
        continue;
      g_test_message ("“%s” “%s”: “%s”, not “%s”", facts[i].asked != NULL ? facts[i].asked : "",
                      facts[i].answer, doubted, facts[i].numbers);
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_telling (void)
{
  static const Fact facts[] = {
    /* not in the table, in all ways to write it */
    { NULL, "There were 14.", "14" },
    { NULL, "One of them had just 4.", "4" },
    { NULL, "Castle had 5 fewer than another.", "5" },
    { NULL, "There were fourteen.", "fourteen" },
    { NULL, "There were １４.", "14" },
    { NULL, "There were 1**4** at the second school.", "14" },
    { NULL, "31 + 22 + 9", "31, 22" },
    { NULL, "a) 14 b) 9", "14" },
    { NULL, "It was between 13 and 16.", "13, 16" },
    { NULL, "It was 13-16.", "13, 16" },
    { NULL, "A dozen and two of them were boys.", "two" },
    { NULL, "None but two were girls.", "two" },
    { NULL, "Of every hundred boys, eleven were from one school.", "hundred, eleven" },
    { NULL, "Of the children excluded, 48% were of the second school.", "48" },
    { NULL, "Two thirds of them were in one place.", "Two" },
    { NULL, "Seven-tenths were in one place.", "Seven" },
    { NULL, "There were five or six of them.", "five, six" },
    { NULL, "XIV boys were excluded.", "XIV" },
    { NULL, "BROOK-14", "14" },
    { NULL, "Brook/14", "14" },
    { NULL, "boys:14", "14" },
    { NULL, "14boys", "14" },
    { NULL, "Brook (14)", "14" },
    { NULL, "See <https://example.org/brook-boys-14>.", "14" },
    { NULL, "Number 14.", "14" },
    { NULL, "Figure 14", "14" },
    { NULL, "The 14th and last was excluded then.", "14" },
    { NULL, "The ratio was 3:20.", "3, 20" },
    { NULL, "Oakfield: one less than 4.", "4" },
    { NULL, "Brook: ⑭", "14" },
    { NULL, "Brook: ١٤", "14" },
    { NULL, "Oakfield and Brook had 17 boys together.", "17" },
    { NULL, "See [this list](https://example.org/brook/14).", "14" },
    /* said around the table */
    { NULL, "**Oakfield**\n\n- Boys: 3\n- Girls: 20", "3; 20" },
    { NULL, "**Oakfeild** had 3.", "3" },
    { NULL, "| School | Boys |\n|---|---|\n| Oakfield | 3 |", "3" },
    /* shown elsewhere, and meant of what is withheld */
    { NULL, "3", "3" },
    { NULL, "There were a mere three.", "three" },
    { NULL, "Three out of 29.", "Three" },
    { NULL, "Dale had 3, as had the other.", "3" },
    { NULL, "The fewest at any school was 3.", "3" },
    { NULL, "The smallest number was three.", "three" },
    { NULL, "Three boys were excluded from the first school.", "Three" },
    { NULL, "Two schools had 3 each.", "3" },
    { NULL, "In Oakfield there were 3.", "3" },
    { NULL, "In Dale there were 3, and in Oakfield there were 3.", "3" },
    { NULL, "In Oakfield, 3 young people were excluded.", "3" },
    { NULL, "Castle had 9, and the remaining school 3.", "3" },
    /* money by which heads are counted */
    { NULL, "We paid £50 for each of them. Oakfield cost us £150.", "50; 150" },
    /* what was asked, and is so */
    { "Is it right that there were 14?", "Yes.", "14" },
    { "Were there fourteen?", "That is correct.", "fourteen" },
    { "Were there 14?", "Your figure is in line with our records.", "14" },
    { "Were there 14?", "There were 14.", "14; 14" },
    { "Were there 14 boys at Brook?", "We do not dispute this.", "14" },
    { "Were there 14 or 15 boys at Brook?", "The former.", "14, 15" },
    { "Was it 3?", "Yes.", "3" },
  };

  check (facts, G_N_ELEMENTS (facts));
}

/* What letters say, beside a table with withheld figures, that tells nothing of them. */
static const char *const honest[] = {
  "The table gives the number of exclusions at each school in 2023/24.",
  "We received your request on 30 October 2024.",
  "Our answer was due within 20 working days, by 27 November 2024.",
  "Figures run from November 2016 to September 2024.",
  "The reporting year runs from 01 April to 31 March.",
  "At 10:30 on 3 May 2024 the register was read; at 5pm it was closed.",
  "Figures fewer than 5 are withheld under section 40(2) of the Act.",
  "Where fewer than five pupils were excluded, the figure is not given.",
  "Counts of 1 to 4 are shown as [c].",
  "A figure of 5 or more is shown as it is.",
  "Section 40(2) and section 40(3A)(a) of the Freedom of Information Act 2000 apply.",
  "Sections 12, 14(1) and 21 do not apply.",
  "This is personal data under Article 4(1) of the UK GDPR, read with recital 26.",
  "Disclosure would contravene Article 5(1)(a); no condition of Article 6(1) is met.",
  "Under regulation 12(4)(b) we may refuse a request that is manifestly unreasonable.",
  "Schedule 2, Part 1, paragraph 5 of the Data Protection Act 2018 does not help.",
  "See the decision of the Information Commissioner, FS50123456, and EA/2011/0123.",
  "The appropriate limit is £450, which is 18 hours at £25 an hour.",
  "It would take more than 18 hours to read the files.",
  "Answering question 2 would take 40 hours, so it is refused under section 12(1).",
  "Please also see our answer to question 3.",
  "Table 1 answers both parts of your question.",
  "This answers one of the questions you asked us.",
  "One of the reasons is that pupils could be known again.",
  "No information is held for academies.",
  "We hold no record of why a pupil was excluded.",
  "There are two reasons for this, and three documents are attached.",
  "You may ask for an internal review within 40 working days.",
  "Calls to 101 and 999 are not counted here.",
  "Please telephone 024 7697 5408 between 9am and 5pm.",
  "Write to us at PO Box 7097, Coventry, CV6 9SL, or at 12 High Street.",
  "Please quote FOI651119421 or FOI-2024-0012.",
  "Castle had 9 boys and 30 girls.",
  "At Dale the register was kept by 2 clerks.",
  "In Castle there were 3 more than we had planned.",
  "Three teams took part.",
  "All four schools answered.",
  "In Dale, 12 girls were excluded.",
  "There were 29 boys in total.",
  "In total, 109 pupils were excluded: 29 boys and 80 girls.",
  "Oakfield excluded 23 pupils and Brook 32.",
  "The figures for Oakfield and Brook are withheld; at Castle there were 9 boys.",
  "Boys were 27% of all who were excluded, and girls 73%.",
  "There were 51 more girls than boys.",
  "The table is about four schools, and has 3 columns of figures.",
  "The budget was £1,415,349 in 2024/25, of which £274,552 was spent.",
  "The county has 12,450 pupils.",
  "Version 2 of the policy is published; see page 14, Annex B.",
  "The data are in the file exclusions-2023.csv (14 KB).",
  "This release is under the Open Government Licence v3.0.",
  "The pupils were aged 11 to 16.",
  "Data for the last 5 years are published each March.",
  "We have estimated that one officer would need 3 minutes for each file.",
  "More than one person could be known by it.",
  "The first of these was reported in the third quarter of 2023.",
  "We can confirm that we hold the information.",
  "1. The figures are of the autumn census.\n2. They do not cover academies.",
  "They are published at <https://www.gov.uk/government/statistics/exclusions-2022-to-2023>.",
  "Half of the year was affected by the change of systems.",
  "Thank you for your request, which we received on 3 March 2025 and which has been "
  "dealt with under the Freedom of Information Act 2000.",
  "I can confirm that the Council holds the information you requested.",
  "The data cover the academic years 2019/20 to 2023/24, that is 5 academic years.",
  "Some figures are based on fewer than five pupils and have been suppressed.",
  "Suppressed figures are shown as [c] in Table 1.",
  "One pupil can be excluded more than once, so the number of exclusions is not the "
  "number of pupils.",
  "Each exclusion is counted once, whatever the number of days.",
  "Boys and girls are as recorded on the January census, which took place on Thursday "
  "18 January 2024.",
  "The two schools with withheld figures are in the same trust.",
  "Pupils on roll at more than one school are counted at their main school.",
  "The school had 1,204 pupils on roll in January 2024.",
  "Castle had the most exclusions, 39 in all.",
  "Dale had the fewest exclusions: 15.",
  "There were 109 exclusions in all four schools together.",
  "Oakfield and Brook had 55 exclusions together.",
  "A suspension of more than 15 days in one term must be reviewed by the governing board.",
  "The statutory guidance was last updated in August 2024 and has 74 pages.",
  "An exclusion under section 51A of the Education Act 2002 is counted in the year in "
  "which it began.",
  "The exemption in section 40(2) is engaged where disclosure would contravene one of "
  "the data protection principles.",
  "We have considered the 3-part test set out by the Tribunal.",
  "The legitimate interest test has three parts: purpose, necessity and balance.",
  "If you are unhappy with this response you may ask for a review within two months.",
  "You can complain to the Information Commissioner, Wycliffe House, Water Lane, "
  "Wilmslow, Cheshire SK9 5AF; telephone 0303 123 1113.",
  "A copy of the dataset is published on our website under dataset ID 4471.",
  "Your request has been aggregated with two other requests received within 60 working days.",
  "We estimate that 1,500 files would have to be opened at 5 minutes each, which is 125 hours.",
  "The cost would be 125 hours at £25, or £3,125, well over the limit of £450.",
  "The council employs 4,300 staff.",
  "This is the second of three parts of our answer.",
  "As there are four schools in the table, each pupil could be known by friends.",
  "The Equality Act 2010 lists nine protected characteristics.",
  "Girls made up 80 of the 109 exclusions.",
  "Of 109 exclusions 80 were of girls.",
  "Exclusions at Castle were up on the year before.",
  "The helpline is open 24 hours a day, 7 days a week.",
  "Key Stage 3 pupils are those in Years 7 to 9.",
  "Please see Question 1, parts (a) and (b).",
  "The data were extracted on 02/12/2024 at 14.30 from the school information system.",
  "Ethnicity was recorded as one of 18 categories of the 2021 Census.",
};

static void
test_honest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (honest); i++)
    {
      const Fact fact = { NULL, honest[i], "" };
      g_autoptr (FoiCaseState) state = make_answer (&fact);
      g_autofree char *doubted = dup_doubted (state);

      if (doubted[0] != '\0')
        {
          g_test_message ("“%s”: “%s”", honest[i], doubted);
          g_test_fail ();
        }
    }
}

static void
test_asked (void)
{
  static const Fact facts[] = {
    { "Of 14 schools, how many excluded more than 3 boys?", "We hold those of four schools.", "" },
    { "How many schools with 200 or more pupils excluded boys?",
      "Schools with 200 or more pupils are in the table.", "" },
    { "Do you hold figures for the last 5 years?", "Yes.", "" },
    { "Do you hold figures since 2014?", "Yes, since 2016.", "" },
    { "Were there 14?", "The figure is withheld under section 40(2).", "" },
    { "Please give the number for 25 schools.", "We hold it for four of the 25 schools.", "" },
  };

  check (facts, G_N_ELEMENTS (facts));
}

/* A file that goes with the letter, a line to a paragraph or all in one, and how many of its lines
 * are as many as a withheld figure. */
static void
test_lines (void)
{
  static const Fact files[] = {
    { NULL, "Boys excluded\nOakfield: drugs\nCastle: theft\nOakfield: theft\nOakfield: drugs",
      "3" },
    { NULL, "Boys excluded\nOakfield\ndrugs\ntheft\ndrugs\nCastle\ntheft", "3" },
    { NULL, "Oakfield - drugs\nOakfield - drugs\nOakfield - theft\nDale - theft\nDale - drugs\n"
            "Dale - drugs", "3" },
    { NULL, "At Oakfield a boy for drugs\nAt Oakfield a boy for theft\n"
            "At Oakfield a boy for theft", "3" },
    /* two lines, of what is 3 */
    { NULL, "Boys excluded\nOakfield: drugs\nOakfield: theft", "" },
    /* one line for each school */
    { NULL, "Boys excluded\nOakfield: see its policy\nBrook: see its policy", "" },
    /* of other rows that show their figures there are three as well */
    { NULL, "Boys may ask\nOakfield: head\nOakfield: deputy\nOakfield: office\nCastle: head\n"
            "Castle: deputy\nCastle: office", "" },
    /* nothing says that boys or girls are listed */
    { NULL, "Whom to ask\nOakfield: head\nOakfield: deputy\nOakfield: office", "" },
  };
  const Fact empty = { NULL, "", NULL };
  guint n_wrong = 0;

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (files); i++)
    {
      const Fact *file = &files[i / 2];
      g_autoptr (FoiCaseState) state = make_answer (&empty);
      g_autoptr (GPtrArray) attached = foi_passages_new ();
      g_auto (GStrv) lines = g_strsplit (file->answer, i % 2 == 0 ? "\n" : "\f", -1);
      g_autofree char *listed = NULL;

      for (guint j = 0; lines[j] != NULL; j++)
        {
          const FoiReadUnit unit = { .kind = FOI_READ_LINE, .number = j + 1, .text = lines[j] };

          foi_passages_add_read (attached, "a.txt", &unit);
        }
      listed = dup_listed (state, attached);
      if (g_str_equal (listed, file->numbers))
        continue;
      g_test_message ("“%s”: “%s”, not “%s”", file->answer, listed, file->numbers);
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doubts/telling", test_telling);
  g_test_add_func ("/doubts/honest", test_honest);
  g_test_add_func ("/doubts/asked", test_asked);
  g_test_add_func ("/doubts/lines", test_lines);
  return g_test_run ();
}
