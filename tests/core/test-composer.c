/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-letter-writers.h"

#include "letter-case.h"
#include "letter-dump.h"

#define ROWS "['2016/17',20049],['2017/18','[c]']"
#define CHART(more) \
  ",'foi:chart':{'kind':'column','x':'year','y':['calls'],'title':'Column'" more "}"
#define IN_LETTER CHART (",'in_letter':true")

#define TABLE_1 "table(*Table 1: *Calls note([c] stands for a figure that we have withheld.))"
#define FIGURE_1 "figure(*Figure 1: *Column)"

/* The part of a letter that answers questions: from the first heading to the closing paragraphs. */
static char *
dump_answers (FoiLetter *letter)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  gboolean inside = FALSE;

  for (guint i = 0; i < letter->blocks->len; i++)
    {
      FoiBlock *block = letter->blocks->pdata[i];

      inside = (inside || block->kind == FOI_BLOCK_HEADING)
               && !g_str_has_prefix (block->id, "wording/") && block->kind != FOI_BLOCK_SIGN_OFF;
      if (inside)
        g_ptr_array_add (blocks, block);
    }
  return dump_blocks (blocks);
}

typedef struct
{
  const char *text, *dump;
} Fact;

static void
check_answers (const Fact *facts, gsize n_facts)
{
  for (gsize i = 0; i < n_facts; i++)
    {
      g_autoptr (FoiLetter) letter = make_letter (facts[i].text);
      g_autofree char *dump = dump_answers (letter);

      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (dump, ==, facts[i].dump);
    }
}

#define ONE(answer, more) QUESTION ("q1", "1", ",'answer':'" answer "'" more)
#define START "h1(Question 1) asked(Asked 1) "

/* Where tables and charts stand, and what is said of those that stand elsewhere or nowhere. */
static void
test_placing (void)
{
  static const Fact facts[] = {
    { CASE ("", ONE ("Before\\n{{table:t}}\\nafter", ""), TABLE ("t", "", ROWS)),
      START "p(Before) " TABLE_1 " p(after)" },
    { CASE ("", ONE ("See {{table:t}}.\\n\\n{{ table: t }}", ""), TABLE ("t", "", ROWS)),
      START "p(See [Table 1](#table/t).) " TABLE_1 },
    { CASE ("", ONE ("{{table:t}}\\n\\n{{table:t}}", ""), TABLE ("t", "", ROWS)),
      START TABLE_1 " p([Table 1](#table/t))" },
    { CASE ("", ONE ("- {{table:t}}", ",'tables':['t']"), TABLE ("t", "", ROWS)),
      START "ul(li(p([Table 1](#table/t)))) " TABLE_1 },
    { CASE ("", ONE ("Here.", ",'tables':['t','u']"), TABLE ("t", "", ROWS)),
      START "p(Here.) " TABLE_1 " p(?[missing: table u]?)" },
    { CASE ("", ONE ("{{table:u}}", ""), TABLE ("t", "", ROWS)),
      START "p(?[missing: table u]?)" },
    { CASE ("", ONE ("See {{table:t}}.", ""), TABLE ("t", "", ROWS)),
      START "p(See ?[missing: table t]?.)" },
    { CASE ("", ONE ("{{table:t}}\\n\\nEnd", ""), TABLE ("t", IN_LETTER, ROWS)),
      START TABLE_1 " " FIGURE_1 " p(End)" },
    { CASE ("", ONE ("{{chart:t}}\\n\\n{{table:t}}", ""), TABLE ("t", IN_LETTER, ROWS)),
      START FIGURE_1 " " TABLE_1 },
    { CASE ("", ONE ("{{table:t}}\\n\\n{{chart:t}}\\n\\n{{chart:t}}, as said.", ""),
            TABLE ("t", IN_LETTER, ROWS)),
      START TABLE_1 " " FIGURE_1 " p([Figure 1](#chart/t), as said.)" },
    { CASE ("", ONE ("{{chart:t}}\\n\\n{{table:t}}", ""), TABLE ("t", CHART (""), ROWS)),
      START TABLE_1 },
    { CASE ("", ONE ("{{chart:t}}", ""), TABLE ("t", "", ROWS)),
      START "p(?[missing: chart t]?)" },
    { CASE ("", ONE ("{{table:t}}\\n\\n{{table:t}} is a file.", ""),
            TABLE ("t", ",'foi:print':'annex'", ROWS)),
      START "p(Calls has 2 rows, so we supply it as a file of its own, t.csv.) "
            "note([c] stands for a figure that we have withheld.) "
            "p([t.csv](#table/t/table-file/1) is a file.)" },
    { CASE ("", ONE ("{{table:t}}", ""), TABLE ("t", ",'foi:print':'both'", ROWS)),
      START TABLE_1 " p([Table 1](#table/t) has 2 rows, so we supply it as a file of its own, "
                    "t.csv.)" },
    { CASE ("", ONE ("{{odd}} {{a:b}}", ""), ""),
      START "p(?[missing: odd]? ?[missing: a:b]?)" },
  };

  check_answers (facts, G_N_ELEMENTS (facts));
}

static void
test_values (void)
{
  static const struct
  {
    const char *address, *dump;
  } facts[] = {
    { "t/2016/17/calls", "20,049" },
    { "t/2017/18/calls", "[c]" },
    { "t/2016/17/year", "2016/17" },
    { "t/2015/16/calls", "?[missing: value t/2015/16/calls]?" },
    { "t/2016/17/none", "?[missing: value t/2016/17/none]?" },
    { "u/2016/17/calls", "?[missing: value u/2016/17/calls]?" },
    { "t", "?[missing: value t]?" },
    { "t/calls", "?[missing: value t/calls]?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text
        = g_strdup_printf (CASE ("", ONE ("So {{value:%s}}.", ""), TABLE ("t", "", ROWS)),
                           facts[i].address);
      g_autofree char *expected = g_strdup_printf (START "p(So %s.)", facts[i].dump);
      g_autoptr (FoiLetter) letter = make_letter (text);
      g_autofree char *dump = dump_answers (letter);

      g_assert_cmpstr (dump, ==, expected);
    }
}

#define TWO(see_of_1, answer_of_1, see_of_2, answer_of_2, more) \
  QUESTION ("q1", "1", ",'see':[" see_of_1 "],'answer':'" answer_of_1 "'") "," \
  QUESTION ("q2", "2", ",'see':[" see_of_2 "],'answer':'" answer_of_2 "'" more)

/* An answer for several questions; references between those that have answers of their own. */
static void
test_questions (void)
{
  static const Fact facts[] = {
    { CASE ("", TWO ("", "One.", "'q1'", "", ""), ""),
      "h1(Questions 1 and 2) asked(1. Asked 1) asked(2. Asked 2) p(One.)" },
    { CASE ("", TWO ("'q2'", " \\n", "", "Two.", ""), ""),
      "h1(Questions 1 and 2) asked(1. Asked 1) asked(2. Asked 2) p(Two.)" },
    { CASE ("", TWO ("", "One.", "'q1'", "See it.", ""), ""),
      "h1(Question 1) asked(Asked 1) p(One.) h1(Question 2) asked(Asked 2) p(See it.)" },
    { CASE ("", TWO ("", "One.", "'q1'", "{{question:q1}}\\n\\nAlso {{question:q1}}.", ""), ""),
      "h1(Question 1) asked(Asked 1) p(One.) h1(Question 2) asked(Asked 2) "
      "p(See our answer to [Question 1](#q1).) p(Also [Question 1](#q1).)" },
    { CASE ("", TWO ("", "One. {{question:q2}}", "'q1'", "", ""), ""),
      "h1(Questions 1 and 2) asked(1. Asked 1) asked(2. Asked 2) p(One. [Question 2](#q1))" },
    { CASE ("", TWO ("'q2'", "", "'q1'", "", ""), ""),
      "h1(Question 1) asked(Asked 1) p(See our answer to [Question 2](#q2).) "
      "h1(Question 2) asked(Asked 2) p(See our answer to [Question 1](#q1).)" },
    { CASE ("", TWO ("'q9'", "", "", "- {{question:q1}}", ""), ""),
      "h1(Question 1) asked(Asked 1) p(See our answer to ?[missing: question q9]?.) "
      "h1(Question 2) asked(Asked 2) ul(li(p(See our answer to [Question 1](#q1).)))" },
    { CASE ("", TWO ("", "One.", "'q1'", "More.", ",'outcome':'refused'"), ""),
      "h1(Question 1) asked(Asked 1) p(One.) h1(Question 2) asked(Asked 2) p(We refuse this for "
      "the reasons in our answer to [Question 1](#q1), which cover it too.) p(More.)" },
    { CASE ("", QUESTION ("q1", "1", "") "," QUESTION ("q2", "2", ",'outcome':'not-held'"), ""),
      "h1(Question 1) asked(Asked 1) p(?[missing: answer]?) h1(Question 2) asked(Asked 2) "
      "p(We do not hold this information.)" },
    { CASE ("", QUESTION ("q1", "", ",'answer':'Whole.','parts':["
                          "{'id':'q1a','number':'1a','label':'','text':'First','answer':'A.'},"
                          "{'id':'q1b','number':'1b','label':'','text':'Second','see':['q1a'],"
                          "'answer':''}]"), ""),
      "h1(Question 1) asked(Asked ) p(Whole.) h2(Question 1a) asked(First) p(A.) "
      "h2(Question 1b) asked(Second) p(See our answer to [Question 1a](#q1a).)" },
  };

  check_answers (facts, G_N_ELEMENTS (facts));
}

static void
test_three_together (void)
{
  g_autoptr (FoiLetter) letter
    = make_letter (CASE ("", QUESTION ("q2", "2", ",'answer':'Two.'") ","
                             QUESTION ("q3", "3", ",'answer':'Three.'") ","
                             QUESTION ("q4", "4", ",'see':['q2'],'answer':''") ","
                             QUESTION ("q5", "5", ",'see':['q4'],'answer':''"), ""));
  g_autofree char *dump = dump_answers (letter);

  g_assert_cmpstr (dump, ==,
                   "h1(Questions 2, 4 and 5) asked(2. Asked 2) asked(4. Asked 4) "
                   "asked(5. Asked 5) p(Two.) h1(Question 3) asked(Asked 3) p(Three.)");
}

#define NOTES \
  ",'foi:notes':[" \
  "{'id':'c','row':{'year':'2017/18'},'field':'calls','text':'On the second.'}," \
  "{'id':'a','text':'On all.'},{'id':'b','row':{'year':'2016/17'},'text':'See https://a.uk.'}]"

/* Notes have numbers in the order of their marks, which stand where the row is named. */
static void
test_notes (void)
{
  g_autoptr (FoiLetter) letter
    = make_letter (CASE ("", ONE ("{{table:t}}\\n\\n{{table:u}}", ""),
                         TABLE ("t", NOTES, ROWS) "," TABLE ("u", NOTES, ROWS)));
  static const struct
  {
    const char *table;
    guint row, column;
    const char *text;
  } cells[] = {
    { "table/t", 0, 0, "2016/17 [note 1]" }, { "table/t", 0, 1, "20,049" },
    { "table/t", 1, 0, "2017/18 [note 2]" }, { "table/t", 1, 1, "[c]" },
    { "table/u", 0, 0, "2016/17 [note 3]" }, { "table/u", 1, 0, "2017/18 [note 4]" },
  };
  g_autofree char *dump = dump_answers (letter);

  g_assert_nonnull (strstr (dump,
                            "table(*Table 2: *Calls note([c] stands for a figure that we have "
                            "withheld.) note(On all.) note([note 3] See "
                            "[https://a.uk](https://a.uk).) note([note 4] On the second.))"));
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      FoiBlock *table = foi_letter_find_block (letter, cells[i].table);
      g_autofree char *text = foi_block_dup_cell_text (table, cells[i].row, cells[i].column);

      g_assert_cmpstr (text, ==, cells[i].text);
    }
}

static void
check_paragraph (FoiLetter *letter, const char *id, const char *expected)
{
  FoiBlock *block = foi_letter_find_block (letter, id);
  g_autofree char *text = block != NULL ? foi_block_dup_text (block) : NULL;

  g_test_message ("%s", id);
  g_assert_cmpstr (text, ==, expected);
}

#define LETTER(paragraphs) \
  ",'letters':[{'id':'response','type':'response','date':'2024-11-27'," \
  "'paragraphs':{" paragraphs "}}]"

/* The letter's words win over the authority's, those over the rules'; empty words print nothing. */
static void
test_wording (void)
{
  g_autoptr (FoiLetter) letter
    = make_letter (CASE (",'authority':{'name':'Council','email':'foi@a.uk','wording':{"
                         "'opening':'From the profile','accessible':'','publications':'Ours.',"
                         "'quote-reference':'Quote {reference} to {email}, {phone}.'}}"
                         LETTER ("'opening':'From the *letter*'"),
                         ONE ("A.", ",'outcome':'refused'"), ""));

  check_paragraph (letter, "wording/opening/1", "From the letter");
  check_paragraph (letter, "wording/accessible/1", NULL);
  check_paragraph (letter, "wording/publications/1", "Ours.");
  check_paragraph (letter, "wording/re-use/1", NULL);
  check_paragraph (letter, "wording/request-intro/1",
                   "Your request is set out below, with our answer after it.");
  check_paragraph (letter, "wording/quote-reference/1",
                   "Quote FOI1 to foi@a.uk, [missing: phone].");
  check_paragraph (letter, "wording/review/1",
                   "If you are unhappy with how we have dealt with your request, you can ask us to "
                   "review it. Please write to us at the address above by 29 January 2025 and tell "
                   "us why. We aim to reply within 20 working days.");
  check_paragraph (letter, "letterhead/email", "E-mail: foi@a.uk");
  check_paragraph (letter, "letterhead/phone", NULL);
  check_paragraph (letter, "date", "27 November 2024");
  g_assert_cmpstr (letter->author, ==, "Council");
  g_assert_cmpstr (letter->title, ==, "FOI1: calls");
  g_assert_cmpstr (letter->date, ==, "2024-11-27");
  g_assert_true (letter->draft);
}

/* The last day as a date; the window in words where it cannot be told, for nobody knows the bank
 * holidays of 2200. */
static void
test_review (void)
{
  static const struct
  {
    const char *window, *words;
  } facts[] = {
    { "'n':40,'unit':'working','from':'issue'", "by 29 January 2025 and" },
    { "'n':1,'unit':'working','from':'issue'", "by 28 November 2024 and" },
    { "'n':3000,'unit':'working','from':'issue'", "within 3000 working days of the date of" },
    { "'n':28,'unit':'calendar','from':'issue'", "by 25 December 2024 and" },
    { "'n':40,'unit':'working','from':'receipt'", "within [missing: review_period] of" },
    { "'n':40,'from':'issue'", "within [missing: review_period] of" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        CASE (",'authority':{'review':{'email':'r@a.uk','window':{%s}}}" LETTER (""), "", ""),
        facts[i].window);
      g_autoptr (FoiLetter) letter = make_letter (text);
      g_autofree char *words
        = foi_block_dup_text (foi_letter_find_block (letter, "wording/review/1"));

      g_test_message ("%s", words);
      g_assert_nonnull (strstr (words, facts[i].words));
      g_assert_nonnull (strstr (words, "Please write to r@a.uk "));
    }
}

/* The rules' words about a ground: its section, the limit as at receipt. */
static void
test_grounds (void)
{
  g_autoptr (FoiLetter) letter = load_letter ("tests/data/cases/y_questions.foi.json");

  check_paragraph (letter, "q4/wording/ground/1/ground-cost/1",
                   "Drawing this information together would cost more than the limit of £450, "
                   "which stands for 18 hours of work. The limit is set by the Freedom of "
                   "Information and Data Protection (Appropriate Limit and Fees) Regulations 2004. "
                   "Under section 12(1) of the Freedom of Information Act 2000 we do not have to "
                   "go beyond it.");
  check_paragraph (letter, "q8/wording/ground/1/ground-prejudice/1",
                   "We are not releasing this information, because releasing it would be likely to "
                   "harm commercial interests. It is exempt under section 43(2) of the Freedom of "
                   "Information Act 2000.");
  check_paragraph (letter, "q8/wording/ground/2/ground-prejudice/1",
                   "We are not releasing this information, because releasing it would harm the "
                   "prevention or detection of crime. It is exempt under section 31(1)(a) of the "
                   "Freedom of Information Act 2000.");
  check_paragraph (letter, "q13/wording/extended/1",
                   "We need more time to decide where the public interest lies. We expect to "
                   "answer by 27 December 2024.");
  check_paragraph (letter, "q14/wording/presumption/1", NULL);
  check_paragraph (letter, "q14/wording/ground/1/presumption/1",
                   "We began from the presumption in favour of disclosure in regulation 12(2).");
  check_paragraph (letter, "q3/wording/period-gap/1",
                   "This answer covers 2022/23 to 2023/24. Records before April 2022 were "
                   "destroyed under our retention rules.");
}

#define SOURCE(more) \
  QUESTION ("q1", "1", ",'outcome':'refused','held':'yes','answer':'','grounds':[{'section':'21'," \
                       "'kind':'elsewhere','source':{" more "}}]")
#define TITLE "'publisher':'ONS','title':'Yearbook','url':'https://a.uk/y'"

/* What is published is said in as few sentences as it can be, whatever is known of it. */
static void
test_elsewhere (void)
{
  static const struct
  {
    const char *text, *words[2];
  } facts[] = {
    { CASE ("", SOURCE (TITLE ",'from':'2018','to':'2024','table':'table 3'"), ""),
      { "source/1: It is published here: ONS, Yearbook, which covers 2018 to 2024. Look there for "
        "table 3." } },
    { CASE ("", SOURCE (TITLE ",'table':'table 3'"), ""),
      { "source/1: It is published here: ONS, Yearbook. Look there for table 3." } },
    { CASE ("", SOURCE (TITLE ",'from':'2018','to':'2024'"), ""),
      { "source/1: It is published here: ONS, Yearbook, which covers 2018 to 2024." } },
    { CASE ("", SOURCE (TITLE), ""), { "source/1: It is published here: ONS, Yearbook." } },
    { CASE ("", SOURCE ("'from':'2018','to':'2024','table':'table 3'"), ""),
      { "place/1: Look for it in table 3.",
        "years/1: What is published covers 2018 to 2024." } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiLetter) letter = make_letter (facts[i].text);

      check_paragraph (letter, "q1/wording/ground/1/ground-elsewhere/1",
                       "You can reasonably get this information without asking us for it, so it is "
                       "exempt under section 21 of the Freedom of Information Act 2000.");
      for (guint j = 0; j < G_N_ELEMENTS (facts[i].words); j++)
        {
          g_auto (GStrv) halves = g_strsplit (facts[i].words[j] != NULL ? facts[i].words[j] : "",
                                              ": ", 2);
          g_autofree char *id = g_strconcat ("q1/wording/ground/1/ground-elsewhere-",
                                             halves[0], NULL);

          if (facts[i].words[j] != NULL)
            check_paragraph (letter, id, halves[1]);
        }
      if (facts[i].words[1] == NULL)
        {
          check_paragraph (letter, "q1/wording/ground/1/ground-elsewhere-place/1", NULL);
          check_paragraph (letter, "q1/wording/ground/1/ground-elsewhere-years/1", NULL);
        }
    }
}

static void
collect_ids (GPtrArray *blocks, GHashTable *ids)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];

      g_assert_true (g_hash_table_add (ids, block->id));
      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        g_assert_cmpint (g_array_index (block->spans, FoiSpan, j).flags & FOI_SPAN_PLACEHOLDER, ==,
                         0);
      collect_ids (block->children, ids);
    }
}

static void
check_links (GPtrArray *blocks, GHashTable *ids)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];

      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        {
          const char *target = g_array_index (block->spans, FoiSpan, j).target;

          if (target != NULL && target[0] == '#')
            g_assert_true (g_hash_table_contains (ids, target + 1));
        }
      check_links (block->children, ids);
    }
}

/* Every case that can be opened has a letter: each block its own id, each link an end. */
static void
test_all_cases (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "tests/data/cases", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_cases = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename ("tests/data/cases", name, NULL);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (FoiLetter) letter = NULL;

      if (!g_str_has_prefix (name, "y_") || !g_str_has_suffix (name, ".foi.json"))
        continue;
      g_test_message ("%s", name);
      letter = load_letter (file);
      collect_ids (letter->blocks, ids);
      check_links (letter->blocks, ids);
      n_cases++;
    }
  g_assert_cmpuint (n_cases, >, 5);
}

static char *
list_blocks (FoiLetter *letter)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < letter->blocks->len; i++)
    {
      const FoiBlock *block = letter->blocks->pdata[i];

      g_string_append_printf (out, "%s %s %s\n", dump_kind (block), block->id, block->place);
    }
  return g_string_free (out, FALSE);
}

static const char example_blocks[]
  = "letterhead letterhead authority\n"
    "date date letters/response/date\n"
    "salutation salutation request/requester/salutation\n"
    "subject subject wording/subject\n"
    "p wording/opening/1 wording/opening\n"
    "p wording/request-intro/1 wording/request-intro\n"
    "asked request/preamble request/preamble\n"
    "h q1 questions/q1\n"
    "asked q1/asked questions/q1/text\n"
    "p q1/answer/1 questions/q1/answer\n"
    "p q1/answer/2 questions/q1/answer\n"
    "p q1/answer/3 questions/q1/answer\n"
    "p q1/answer/4 questions/q1/answer\n"
    "p q1/answer/5 questions/q1/answer\n"
    "p q1/answer/6 questions/q1/answer\n"
    "p q1/answer/7 questions/q1/answer\n"
    "p q1/answer/8 questions/q1/answer\n"
    "p q1/answer/9 questions/q1/answer\n"
    "p q1/answer/10 questions/q1/answer\n"
    "h q2 questions/q2\n"
    "asked q2/asked questions/q2/text\n"
    "p q2/answer/1 questions/q2/answer\n"
    "p q2/answer/2 questions/q2/answer\n"
    "h q3 questions/q3\n"
    "asked q3/asked questions/q3/text\n"
    "p q3/answer/1 questions/q3/answer\n"
    "table table/mash-calls tables/mash-calls\n"
    "h q4 questions/q4\n"
    "asked q4/asked questions/q4/text\n"
    "p q4/answer/1 questions/q4/answer\n"
    "p q4/answer/2 questions/q4/answer\n"
    "h q5 questions/q5\n"
    "asked q5/asked questions/q5/text\n"
    "p q5/answer/1 questions/q5/answer\n"
    "p q5/answer/2 questions/q5/answer\n"
    "h q6 questions/q6\n"
    "asked q6/asked questions/q6/text\n"
    "table table/cse-budget tables/cse-budget\n"
    "p wording/re-use/1 wording/re-use\n"
    "p wording/publications/1 wording/publications\n"
    "p wording/review/1 wording/review\n"
    "p wording/regulator/1 wording/regulator\n"
    "p wording/quote-reference/1 wording/quote-reference\n"
    "sign-off sign-off authority/signatory\n";

static void
test_example (void)
{
  g_autoptr (FoiLetter) letter = load_letter ("data/examples/FOI651119421.foi.json");
  g_autofree char *blocks = list_blocks (letter);

  g_assert_cmpstr (blocks, ==, example_blocks);
  g_assert_cmpuint (letter->annexes->len, ==, 0);
  g_assert_false (letter->draft);
}

/* The same case gives equal blocks; another figure changes what shows it and nothing else. */
static void
test_equality (void)
{
  static const char *const rows[] = { "['2016/17',20049]", "['2016/17',20050]" };
  static const char text[]
    = CASE ("", ONE ("{{table:t}}\\n\\nSo {{value:t/2016/17/calls}}.\\n\\nEnd", ""),
            TABLE ("t", "", "%s"));
  g_autofree char *first_text = g_strdup_printf (text, rows[0]);
  g_autofree char *other_text = g_strdup_printf (text, rows[1]);
  g_autoptr (FoiLetter) first = make_letter (first_text);
  g_autoptr (FoiLetter) same = make_letter (first_text);
  g_autoptr (FoiLetter) other = make_letter (other_text);

  g_assert_cmpuint (first->blocks->len, ==, same->blocks->len);
  g_assert_cmpuint (first->blocks->len, ==, other->blocks->len);
  for (guint i = 0; i < first->blocks->len; i++)
    {
      FoiBlock *block = first->blocks->pdata[i];
      gboolean shows_it = g_str_equal (block->id, "table/t")
                          || g_str_equal (block->id, "q1/answer/2");

      g_assert_true (foi_block_equal (block, same->blocks->pdata[i]));
      g_assert_cmpuint (foi_block_hash (block), ==, foi_block_hash (same->blocks->pdata[i]));
      g_assert_cmpint (foi_block_equal (block, other->blocks->pdata[i]), ==, !shows_it);
    }
}

static guint
count_missing (GPtrArray *blocks)
{
  guint n_missing = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];

      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        if ((g_array_index (block->spans, FoiSpan, j).flags & FOI_SPAN_MISSING) != 0)
          n_missing++;
      n_missing += count_missing (block->children);
    }
  return n_missing;
}

/* The example's five empty links are marked for the officer, not for the requester. */
static void
test_draft_and_issued (void)
{
  g_autoptr (FoiBrief) brief = load_brief ("data/examples/FOI651119421.foi.json");
  FoiRules *rules = foi_rules_get_default ();
  g_autoptr (FoiLetter) draft = foi_letter_compose (brief, rules, "response", TRUE, NULL);
  g_autoptr (FoiLetter) issued = foi_letter_compose (brief, rules, "response", FALSE, NULL);
  g_autofree char *draft_text = foi_letter_to_text (draft);
  g_autofree char *issued_text = foi_letter_to_text (issued);
  g_autofree char *expected = g_strconcat ("DRAFT\n\n", issued_text, NULL);

  g_assert_true (draft->draft);
  g_assert_false (issued->draft);
  g_assert_cmpuint (count_missing (draft->blocks), ==, 5);
  g_assert_cmpuint (count_missing (issued->blocks), ==, 0);
  g_assert_cmpstr (draft_text, ==, expected);
}

static void
test_unknown_letter (void)
{
  g_autoptr (FoiBrief) brief = make_brief (CASE ("", "", ""));
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter
    = foi_letter_compose (brief, foi_rules_get_default (), "none", TRUE, &error);

  g_assert_null (letter);
  g_assert_cmpstr (error->message, ==, "The case has no letter “none”");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/composer/placing", test_placing);
  g_test_add_func ("/composer/values", test_values);
  g_test_add_func ("/composer/questions", test_questions);
  g_test_add_func ("/composer/three-together", test_three_together);
  g_test_add_func ("/composer/notes", test_notes);
  g_test_add_func ("/composer/wording", test_wording);
  g_test_add_func ("/composer/review", test_review);
  g_test_add_func ("/composer/grounds", test_grounds);
  g_test_add_func ("/composer/elsewhere", test_elsewhere);
  g_test_add_func ("/composer/all-cases", test_all_cases);
  g_test_add_func ("/composer/example", test_example);
  g_test_add_func ("/composer/equality", test_equality);
  g_test_add_func ("/composer/draft-and-issued", test_draft_and_issued);
  g_test_add_func ("/composer/unknown-letter", test_unknown_letter);
  return g_test_run ();
}
