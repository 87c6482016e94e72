/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "foi-error.h"
#include "foi-remedy.h"
#include "letter-case.h"

/* Rows of areas and counts; 'All' is the total of the others. */
#define FIELD(name, title, more) \
  "{'name':'" name "','title':'" title "'," more "}"
#define COUNT(name) FIELD (name, name, "'type':'integer','foi:role':'measure'")
#define COUNTS(fields, rows, more) \
  "{'name':'refs','type':'table','title':'Referrals','mediatype':'application/json'," \
  "'schema':{'fields':[{'name':'area','title':'Area','type':'string','foi:role':'category'}," \
  fields "],'primaryKey':['area'],'missingValues':['','[c]','[x]','[z]','[low]']}," \
  "'data':[" rows "]" more "}"
#define AREA(name) "{'area':'" name "'}"
#define ONE_COLUMN \
  COUNTS (COUNT ("n"), "['area','n'],['A',3],['B',12],['C',9],['D',20],['All',44]", \
         ",'foi:totals':[{'row':" AREA ("All") ",'of':[" AREA ("A") "," AREA ("B") "," AREA ("C") \
         "," AREA ("D") "]}]")
#define BOYS_AND_GIRLS \
  COUNTS (COUNT ("boys") "," COUNT ("girls") "," COUNT ("all"), \
         "['area','boys','girls','all'],['A',3,40,43],['B',12,14,26],['All',15,54,69]", \
         ",'foi:totals':[{'field':'all','of':['boys','girls']},{'row':" AREA ("All") ",'of':[" \
         AREA ("A") "," AREA ("B") "]}]")
#define ANSWER QUESTION ("q1", "1", ",'held':'yes','outcome':'disclosed','tables':['refs']")
#define OF(table) CASE ("", ANSWER, table)

static const struct
{
  const char *name;
  const char *text;
  FoiSmallRule rule;
  const char *dropped;
  const char *cells; /* ROW/COLUMN, with p, s or r for why */
  gboolean is_safe;
  const char *loss;
} facts[] = {
  { "suppress", OF (ONE_COLUMN), { .threshold = 5 }, NULL, "p:A/n s:B/n", TRUE,
    "1 small figure is withheld. 1 more is withheld, so that nobody can work out the small ones." },
  { "nothing", OF (ONE_COLUMN), { .threshold = 2 }, NULL, "", TRUE,
    "No figure is withheld or rounded." },
  { "round", OF (ONE_COLUMN), { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND }, NULL,
    "r:A/n r:B/n r:C/n r:All/n", TRUE, "4 figures are rounded, and move by 6 in all." },
  { "controlled", OF (ONE_COLUMN),
    { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND_CONTROLLED }, NULL,
    "r:A/n r:B/n r:C/n r:All/n", TRUE, "4 figures are rounded, and move by 6 in all." },
  { "left-out-of-a-total", OF (BOYS_AND_GIRLS), { .threshold = 5 }, "girls", "p:A/boys s:B/boys",
    TRUE, "1 small figure is withheld. 1 more is withheld, so that nobody can work out the small "
          "ones." },
};

static FoiCaseState *
make_state (const char *text)
{
  char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static FoiRemedyRequest *
make_request (guint i)
{
  FoiRemedyRequest *request = foi_remedy_request_new ("refs");

  request->rule = facts[i].rule;
  request->reason = g_strdup ("Few people live there");
  if (facts[i].dropped != NULL)
    request->dropped = g_strsplit (facts[i].dropped, " ", -1);
  return request;
}

static void
assert_same_file (FoiCaseState *state, GBytes *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) after = foi_case_file_write (state, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after),
                   g_bytes_get_data (before, NULL), g_bytes_get_size (before));
}

static char *
name_cells (FoiRemedy *remedy)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < remedy->cells->len; i++)
    {
      const FoiRemedyCell *cell = &g_array_index (remedy->cells, FoiRemedyCell, i);

      g_string_append_printf (names, "%s%c:%s/%s", i > 0 ? " " : "", "psr"[cell->by],
                              cell->row_name, cell->column);
    }
  return g_string_free (names, FALSE);
}

/* What it would do is said, doing it is one step, and undoing that gives the same bytes. */
static void
test_remedy (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiCaseState) state = make_state (facts[i].text);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (FoiRemedyRequest) request = make_request (i);
  g_autoptr (FoiRemedyRequest) again = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = foi_case_file_write (state, &error);
  g_autoptr (FoiRemedy) remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  g_autoptr (FoiRemedy) off = NULL;
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = name_cells (remedy);
  g_assert_cmpstr (cells, ==, facts[i].cells);
  g_assert_cmpstr (remedy->loss, ==, facts[i].loss);
  g_assert_cmpint (remedy->is_safe, ==, facts[i].is_safe);
  g_assert_true (foi_remedy_apply (remedy, editor, &error));
  g_assert_true (foi_case_get_state (foi_case) == remedy->after);
  again->takes_off = TRUE;
  off = foi_remedy_new (remedy->after, again, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (facts[i].dropped == NULL)
    assert_same_file (off->after, before);
  g_assert_false (foi_remedy_apply (off, editor, NULL)
                  && foi_remedy_apply (off, editor, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_false (foi_case_editor_can_undo (editor));
  assert_same_file (foi_case_get_state (foi_case), before);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/remedy/%s", facts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_remedy);
    }
  return g_test_run ();
}
