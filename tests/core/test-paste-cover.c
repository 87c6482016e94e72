/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"
#include "foi-case-new.h"
#include "foi-paste-cover.h"
#include "make-table.h"

/* Of fresh figures over a table: which take the place of what the case keeps to itself. */

#define FIELDS \
  "'schema':{'primaryKey':['ward'],'fields':[{'name':'ward','type':'string'},"                     \
  "{'name':'calls','type':'integer'},{'name':'cost','type':'number','foi:unit':'GBP',"             \
  "'foi:decimals':0}]}"

#define SUPPRESSED \
  "{'name':'t','foi:rule':{'threshold':5,'zero':'keep','method':'suppress'}," FIELDS ","           \
  "'data':[['North','[c]','7'],['South',40,'7'],['East','[c]','7']]}"
#define IS_WITHHELD \
  "[{'table':'t','row':{'ward':'North'},'field':'calls','value':3,'by':'primary'},"                \
  "{'table':'other','row':{'ward':'South'},'field':'calls','value':3,'by':'rounded'}]"

#define ROUNDED \
  "{'name':'t','foi:rule':{'threshold':4,'zero':'keep','method':'round','round':5}," FIELDS ","    \
  "'data':[['North',5,'7'],['South',40,'7'],['East',50,'7']]}"
#define IS_ROUNDED \
  "[{'table':'t','row':{'ward':'North'},'field':'calls','value':3,'by':'rounded'},"                \
  "{'table':'t','row':{'ward':'East'},'field':'calls','value':52,'by':'rounded'}]"

typedef struct
{
  const char *table;
  const char *withheld;
  const char *block;
  const char *changes; /* `row/column`, then w: withheld, r: rounded, or nothing */
  const char *words;
} Fact;

static const Fact facts[] = {
  /* A blank, or another mark; that it came to us so is no difference. */
  { SUPPRESSED, IS_WITHHELD, "ward\tcalls\nNorth\t\n", "1/calls w; ",
    "1 withheld figure is replaced, and lost" },
  { SUPPRESSED, IS_WITHHELD, "ward\tcalls\nNorth\t[x]\nEast\t\n", "1/calls w; 3/calls w; ",
    "2 withheld figures are replaced, and lost" },
  { SUPPRESSED, NULL, "ward\tcalls\nNorth\t[z]\n", "1/calls w; ",
    "1 withheld figure is replaced, and lost" },
  /* A figure stays outside, and the same mark changes nothing. */
  { SUPPRESSED, IS_WITHHELD, "ward\tcalls\nNorth\t4\nEast\t[c]\n", "", NULL },
  /* What is seen may be replaced by what is seen, beside withheld figures too. */
  { SUPPRESSED, IS_WITHHELD, "ward\tcalls\tcost\nNorth\t[c]\t8\nSouth\t41\t\n",
    "1/cost; 2/calls; 2/cost; ", NULL },
  /* True figures over rounded ones, and over those that happened to be multiples. */
  { ROUNDED, IS_ROUNDED, "ward\tcalls\nNorth\t3\nSouth\t40\nEast\t52\n", "1/calls r; 3/calls r; ",
    "2 rounded figures are replaced, and what comes in is not rounded" },
  { ROUNDED, IS_ROUNDED, "ward\tcalls\nSouth\t41\n", "2/calls r; ",
    "1 rounded figure is replaced, and what comes in is not rounded" },
  { ROUNDED, IS_ROUNDED, "ward\tcalls\nNorth\t\nEast\t55\n", "1/calls r; 3/calls r; ",
    "2 rounded figures are replaced, and what comes in is not rounded" },
  /* A multiple for a multiple, and what is no count. */
  { ROUNDED, IS_ROUNDED, "ward\tcalls\tcost\nSouth\t45\t8\n", "2/calls; 2/cost; ", NULL },
  /* Rounded by whoever sent them. */
  { "{'name':'t'," FIELDS ",'data':[['North',5,'7'],['South',40,'7']]}", NULL,
    "ward\tcalls\nNorth\t3\n", "1/calls; ", NULL },
};

static FoiCaseState *
make_case (const Fact *fact)
{
  static const FoiNewCase new_case = {
    .reference = "FOI1", .subject = "Calls", .regime = "foia", .received = "2024-10-30",
    .created = "2024-10-30T09:00:00Z", .revision = "0",
  };
  g_autoptr (FoiTableData) table = make_table (fact->table);
  g_autoptr (FoiCaseState) bare = foi_case_state_new_case (&new_case, NULL);
  g_autoptr (FoiCaseState) state = foi_case_state_with_table (bare, table);
  g_autoptr (JsonNode) withheld = fact->withheld != NULL ? parse_json (fact->withheld) : NULL;

  return withheld != NULL ? foi_case_state_with_node (state, "withheld", withheld, NULL)
                          : g_steal_pointer (&state);
}

static char *
describe (GArray *changes)
{
  static const char *const covers[] = { "", " w", " r" };
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const FoiPasteChange *change = &g_array_index (changes, FoiPasteChange, i);

      g_string_append_printf (said, "%u/%s%s; ", (guint) change->row, change->column,
                              covers[change->cover]);
    }
  return g_string_free (said, FALSE);
}

static FoiPasteMatch *
match (const Fact *fact, FoiCaseState *state)
{
  g_autoptr (FoiPasteGrid) grid = foi_paste_grid_new (fact->block, -1, NULL);
  FoiPasteMatch *found = foi_paste_match_table (grid, foi_case_state_find_table (state, "t"));

  g_assert_nonnull (found);
  foi_paste_cover_find (found, state, "t");
  return found;
}

static void
test_found (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_case (&facts[i]);
      g_autoptr (FoiPasteMatch) found = match (&facts[i], state);
      g_autofree char *changes = describe (found->changes);
      g_autofree char *words = foi_paste_cover_dup_words (found);

      g_assert_cmpstr (changes, ==, facts[i].changes);
      g_assert_cmpstr (words, ==, facts[i].words);
    }
}

/* Whoever does not look at it first loses nothing: the case has all that it withheld. */
static void
test_kept (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_case (&facts[i]);
      g_autoptr (FoiPasteMatch) found = match (&facts[i], state);
      g_autoptr (FoiCase) foi_case = foi_case_new (state);
      g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
      g_autoptr (JsonNode) withheld
        = facts[i].withheld != NULL ? parse_json (facts[i].withheld) : NULL;
      guint n_changes = found->changes->len;
      guint n_covered = foi_paste_cover_count (found, FOI_PASTE_WITHHELD)
                        + foi_paste_cover_count (found, FOI_PASTE_ROUNDED);

      foi_paste_cover_keep (found);
      g_assert_cmpuint (found->kept->len, ==, n_covered);
      g_assert_cmpuint (found->changes->len, ==, n_changes - n_covered);
      g_assert_null (foi_paste_cover_dup_words (found));
      g_assert_true (foi_case_editor_paste_over (editor, "t", found, NULL));
      g_assert_true (foi_json_equal (
        foi_case_state_get_node (foi_case_get_state (foi_case), "withheld"), withheld));
    }
}

/* Of many cells at once, those of which the case keeps something stay, with the reason. */
static void
test_refused (void)
{
  static const struct
  {
    const char *table, *withheld;
    guint64     row;
    const char *column;
    FoiCell     after;
    const char *refusal;
  } cells[] = {
#define WITHHELD "This figure is withheld. Show it first, if it may be shown."
#define ROUND "This figure is rounded. Take the rounding off first, in Small Numbers, and round " \
              "again afterwards."
#define NUMBER(n) { .number = n, .state = FOI_CELL_VALUE }
#define MARK(s) { .state = s }
    { SUPPRESSED, IS_WITHHELD, 1, "calls", NUMBER (3), WITHHELD },
    { SUPPRESSED, IS_WITHHELD, 1, "calls", MARK (FOI_CELL_BLANK), WITHHELD },
    { SUPPRESSED, IS_WITHHELD, 1, "calls", MARK (FOI_CELL_SUPPRESSED), NULL },
    { SUPPRESSED, NULL, 3, "calls", NUMBER (3), WITHHELD },
    { SUPPRESSED, IS_WITHHELD, 2, "calls", NUMBER (3), NULL },
    { ROUNDED, IS_ROUNDED, 1, "calls", NUMBER (3), ROUND },
    { ROUNDED, IS_ROUNDED, 1, "calls", NUMBER (10), ROUND },
    { ROUNDED, IS_ROUNDED, 1, "calls", MARK (FOI_CELL_BLANK), ROUND },
    { ROUNDED, IS_ROUNDED, 1, "calls", NUMBER (5), NULL },
    { ROUNDED, IS_ROUNDED, 2, "calls", NUMBER (41), ROUND },
    { ROUNDED, IS_ROUNDED, 2, "calls", NUMBER (45), NULL },
    { ROUNDED, IS_ROUNDED, 2, "calls", MARK (FOI_CELL_BLANK), NULL },
    { ROUNDED, IS_ROUNDED, 1, "cost", NUMBER (41), NULL },
    { ROUNDED, IS_ROUNDED, 9, "calls", NUMBER (41), NULL },
    { ROUNDED, IS_ROUNDED, 1, "none", NUMBER (41), NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const Fact fact = { .table = cells[i].table, .withheld = cells[i].withheld };
      g_autoptr (FoiCaseState) state = make_case (&fact);
      g_autoptr (FoiCellCover) cover = foi_cell_cover_new (state, "t");

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (foi_cell_cover_get_refusal (cover, cells[i].row, cells[i].column,
                                                   &cells[i].after), ==, cells[i].refusal);
    }
  {
    const Fact fact = { .table = ROUNDED };
    g_autoptr (FoiCaseState) state = make_case (&fact);

    g_assert_null (foi_cell_cover_new (state, "another"));
  }
}

/* Where somebody looked and says so it is replaced, which is undone at once. */
static void
test_replaced (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_case (&facts[i]);
      g_autoptr (FoiPasteMatch) found = match (&facts[i], state);
      g_autoptr (FoiCase) foi_case = foi_case_new (state);
      g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);

      g_assert_true (foi_case_editor_paste_over (editor, "t", found, NULL));
      if (found->changes->len == 0)
        continue;
      g_assert_true (foi_case_editor_undo (editor));
      g_assert_true (foi_case_get_state (foi_case) == state);
      g_assert_false (foi_case_editor_can_undo (editor));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste-cover/found", test_found);
  g_test_add_func ("/paste-cover/kept", test_kept);
  g_test_add_func ("/paste-cover/refused", test_refused);
  g_test_add_func ("/paste-cover/replaced", test_replaced);
  return g_test_run ();
}
