/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-letters.h"
#include "foi-chart-painter.h"
#include "foi-checks.h"
#include "foi-cli.h"
#include "foi-error.h"
#include "foi-export-pack.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-letter-painter.h"
#include "foi-letter-writers.h"
#include "foi-paper.h"
#include "foi-table.h"

/* ---- the letter ---- */

/* The id of the letter that is meant: by its id, or the last of a type, which corrects those before
 * it. Unless something is said it is the one that the window shows. */
static const char *
find_letter (FoiBrief *brief, const char *wanted)
{
  JsonNode *letters = foi_brief_get_letters (brief);
  const char *found = wanted;

  if (wanted == NULL)
    return foi_brief_get_current_letter (brief);
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      const char *id = foi_json_get_string (letter, "id", "");

      if (g_str_equal (id, wanted))
        return id;
      if (g_str_equal (foi_json_get_string (letter, "type", ""), wanted))
        found = id;
    }
  return found;
}

/**
 * foi_export_dup_doubt:
 *
 * Returns: (transfer full) (nullable): which letter is made, and which others could have been meant
 *   by the word that names it: "response" is the id of the first of them, and the type of all that
 *   correct it.
 */
char *
foi_export_dup_doubt (FoiCaseState *state, const FoiExport *wanted)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  JsonNode *letters = foi_brief_get_letters (brief);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *words = NULL;
  const char *made;

  if (wanted->letter == NULL)
    return NULL;
  made = find_letter (brief, wanted->letter);
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      const char *id = foi_json_get_string (letter, "id", "");

      if (!g_str_equal (id, made)
          && g_str_equal (foi_json_get_string (letter, "type", ""), wanted->letter))
        g_strv_builder_add (others, id);
    }
  list = g_strv_builder_end (others);
  if (list[0] == NULL)
    return NULL;
  words = g_strjoinv (", ", list);
  /* Translators: what was asked for, and the ids of letters. */
  return g_strdup_printf (_("“%s” could be several letters; this is “%s”, and --letter gives the "
                            "others by their ids: %s"),
                          wanted->letter, made, words);
}

/**
 * foi_export_dup_telling:
 *
 * Returns: (transfer full) (nullable): that the letter which is made may tell a figure that is
 *   withheld, and how; %NULL for anything but a letter.
 */
char *
foi_export_dup_telling (FoiCaseState *state, const FoiExport *wanted)
{
  static const char *const kinds[] = { "pdf", "text", "html", NULL };
  g_autoptr (FoiBrief) brief = NULL;

  if (wanted->table != NULL || !g_strv_contains (kinds, wanted->kind))
    return NULL;
  brief = foi_case_state_publish (state);
  return foi_checks_run_telling (state, find_letter (brief, wanted->letter), FALSE,
                                 foi_rules_get_default (), foi_holidays_get_default ());
}

/* The case with another day on the letter. */
static FoiCaseState *
date_letter (FoiCaseState *state, const char *id, const char *date, GError **error)
{
  g_autoptr (GError) refused = NULL;
  FoiCaseState *dated = foi_case_state_with_letter_date (state, id, date, &refused);
  if (dated == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                 _("there is no letter “%s” in the case that could have a date"), id);
  return dated;
}

/* The letter as it was sent, or else as it would be now: a draft. */
static FoiLetter *
make_letter (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  const char *id = find_letter (brief, wanted->letter);
  g_autoptr (FoiCaseState) dated = NULL;
  g_autoptr (FoiBrief) dated_brief = NULL;

  if (wanted->date == NULL)
    return foi_issued_or_draft (brief, foi_rules_get_default (), id, error);
  if (foi_issued_find (brief, id) != NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("the letter “%s” was issued; its date does not change any more"), id);
      return NULL;
    }
  dated = date_letter (state, id, wanted->date, error);
  if (dated == NULL)
    return NULL;
  dated_brief = foi_case_state_publish (dated);
  return foi_issued_or_draft (dated_brief, foi_rules_get_default (), id, error);
}

/**
 * foi_export_choose_letter:
 * @id: (out): the id of the letter that is meant
 * @error: %FOI_ERROR_NOT_FOUND; %FOI_ERROR_REFUSED for another day on a letter that was issued
 *
 * Returns: (transfer full) (nullable): the case, with the day that is wanted on the letter.
 */
FoiCaseState *
foi_export_choose_letter (FoiCaseState *state, const FoiExport *wanted, char **id, GError **error)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  const char *found = find_letter (brief, wanted->letter);

  *id = g_strdup (found);
  if (wanted->date == NULL)
    return foi_case_state_ref (state);
  if (foi_issued_find (brief, found) == NULL)
    return date_letter (state, found, wanted->date, error);
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("the letter “%s” was issued; its date does not change any more"), found);
  return NULL;
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_text (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiLetter) letter = make_letter (state, wanted, error);

  return letter != NULL ? take_text (foi_letter_to_text (letter)) : NULL;
}

static GBytes *
make_html (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiLetter) letter = make_letter (state, wanted, error);

  return letter != NULL ? take_text (foi_letter_to_html (letter)) : NULL;
}

static GBytes *
make_pdf (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiLetter) letter = make_letter (state, wanted, error);
  g_autoptr (FoiLayout) layout = NULL;
  g_autoptr (FoiBrief) brief = NULL;
  FoiPaper paper;

  if (letter == NULL)
    return NULL;
  brief = foi_case_state_publish (state);
  paper = foi_paper_from_name (foi_issued_find_paper (brief, find_letter (brief, wanted->letter)),
                               FOI_PAPER_A4);
  layout = foi_layout_new (letter, paper, NULL);
  return foi_letter_to_pdf (layout, error);
}

/* ---- tables ---- */

static FoiTableData *
find_table (FoiCaseState *state, const char *name, GError **error)
{
  GPtrArray *tables = foi_case_state_get_tables (state);
  FoiTableData *table = NULL;

  if (name != NULL)
    table = foi_case_state_find_table (state, name);
  else if (tables->len == 1)
    table = g_ptr_array_index (tables, 0);
  if (table != NULL)
    return table;
  if (name != NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("there is no table “%s” in the case"),
                 name);
  else if (tables->len == 0)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                         _("there is no table in the case"));
  else
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                         _("there are several tables in the case; --table says which"));
  return NULL;
}

/* The table of that name as it went out with the letter, where that was issued. */
static gboolean
find_frozen (FoiCaseState *state, const char *name, FoiPublication **out, GError **error)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  JsonNode *issued = foi_issued_find (brief, foi_brief_get_current_letter (brief));
  g_autoptr (FoiLetter) letter = NULL;
  FoiPublication *frozen;

  *out = NULL;
  if (issued == NULL)
    return TRUE;
  letter = foi_issued_read (issued, error);
  if (letter == NULL)
    return FALSE;
  frozen = foi_letter_find_table (letter, name);
  *out = frozen != NULL ? foi_publication_ref (frozen) : NULL;
  return TRUE;
}

/* The table as it was sent, or else as it would be now. */
static FoiPublication *
make_table (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  const char *name = wanted->table;
  FoiPublication *frozen = NULL;
  FoiTableData *table;

  if (name != NULL && (!find_frozen (state, name, &frozen, error) || frozen != NULL))
    return frozen;
  table = find_table (state, name, error);
  if (table == NULL)
    return NULL;
  if (name == NULL
      && (!find_frozen (state, foi_table_data_get_name (table), &frozen, error) || frozen != NULL))
    return frozen;
  return foi_case_state_publish_table (state, table);
}

/* Spreadsheets need to be told that a file is UTF-8; other programs stumble over it. */
static GBytes *
make_csv (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiPublication) table = make_table (state, wanted, error);

  if (table == NULL)
    return NULL;
  return wanted->to_stream ? take_text (foi_publication_to_csv (table))
                           : foi_publication_to_csv_file (table);
}

/* So many cells are named. */
#define MOST_NAMED 10

/**
 * foi_export_warn_disarmed:
 * @place: the case, as it was named
 *
 * Says on standard error which cells of a CSV have an apostrophe before them, because a spreadsheet
 * would run them; nothing of what is made otherwise.
 */
void
foi_export_warn_disarmed (FoiCaseState *state, const FoiExport *wanted, const char *place)
{
  g_autoptr (FoiPublication) table = NULL;
  g_autoptr (GArray) places = NULL;
  g_auto (GStrv) headings = NULL;
  g_autofree char *more = NULL;

  if (strcmp (wanted->kind, "csv") != 0)
    return;
  table = make_table (state, wanted, NULL);
  if (table == NULL)
    return;
  places = foi_publication_list_disarmed (table);
  headings = foi_publication_dup_csv_headings (table);
  for (guint i = 0; i < MIN (places->len, MOST_NAMED); i++)
    {
      const FoiCsvPlace *cell = &g_array_index (places, FoiCsvPlace, i);
      g_autofree char *line
        = cell->row == G_MAXUINT
            ? g_strdup_printf (_("the heading of column %u begins like a formula, and has an "
                                 "apostrophe before it, so that no spreadsheet runs it"),
                               cell->column + 1)
            : g_strdup_printf (_("row %u, “%s” begins like a formula, and has an apostrophe before "
                                 "it, so that no spreadsheet runs it"),
                               cell->row + 1, headings[cell->column]);

      foi_cli_warn (place, line);
    }
  if (places->len <= MOST_NAMED)
    return;
  more = g_strdup_printf (ngettext ("%u more cell has an apostrophe before it for that",
                                    "%u more cells have an apostrophe before them for that",
                                    places->len - MOST_NAMED),
                          places->len - MOST_NAMED);
  foi_cli_warn (place, more);
}

/* ---- charts ---- */

/* As wide as the text of a letter on A4, so that letters of 12 points stay so when it is put in. */
#define CHART_WIDTH 480.0
/* Pixels to a point: enough for paper. */
#define CHART_SCALE 3.0

static FoiChart *
make_chart (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiPublication) table = make_table (state, wanted, error);

  return table != NULL ? foi_chart_new (table, foi_publication_get_chart (table), error) : NULL;
}

static GBytes *
make_svg (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiChart) chart = make_chart (state, wanted, error);

  if (chart == NULL)
    return NULL;
  return foi_chart_to_svg (chart, CHART_WIDTH, foi_chart_get_picture_height (chart, CHART_WIDTH),
                           error);
}

static GBytes *
make_png (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiChart) chart = make_chart (state, wanted, error);

  if (chart == NULL)
    return NULL;
  return foi_chart_to_png (chart, CHART_WIDTH, foi_chart_get_picture_height (chart, CHART_WIDTH),
                           CHART_SCALE, error);
}

static GBytes *
make_chart_pdf (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  g_autoptr (FoiChart) chart = make_chart (state, wanted, error);

  if (chart == NULL)
    return NULL;
  return foi_chart_to_pdf (chart, CHART_WIDTH, foi_chart_get_picture_height (chart, CHART_WIDTH),
                           error);
}

/* ---- all of them ---- */

typedef GBytes *(*MakeFunc) (FoiCaseState *state, const FoiExport *wanted, GError **error);

/* A new kind is a line here: what makes it of a letter, and of a table or its chart. */
static const struct
{
  const char *kind;
  MakeFunc    of_letter;
  MakeFunc    of_table;
} makers[] = {
  { "pdf", make_pdf, make_chart_pdf },
  { "text", make_text, NULL },
  { "html", make_html, NULL },
  { "csv", NULL, make_csv },
  { "svg", NULL, make_svg },
  { "png", NULL, make_png },
};

/**
 * foi_export_is_kind:
 * @kind: (nullable): "pdf"
 *
 * Returns: whether it is something that can be made.
 */
gboolean
foi_export_is_kind (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      if (g_strcmp0 (makers[i].kind, kind) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_export_list_kinds:
 *
 * Returns: (transfer full): all that can be made: "pdf, text, …".
 */
char *
foi_export_list_kinds (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    g_string_append_printf (list, "%s, ", makers[i].kind);
  g_string_append (list, FOI_EXPORT_MAIL ", " FOI_EXPORT_PACK);
  return g_strdup (list->str);
}

/**
 * foi_export_make:
 * @state: a case
 * @wanted: what is made of it; its kind is one
 * @error: %FOI_ERROR_NOT_FOUND where the case has no such letter or table, and what the maker says
 *
 * Makes a letter, a table or a chart, from what may leave the building and nothing else.
 *
 * Returns: (transfer full) (nullable): the file.
 */
GBytes *
foi_export_make (FoiCaseState *state, const FoiExport *wanted, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      gboolean of_table = wanted->table != NULL || makers[i].of_letter == NULL;
      MakeFunc make = of_table ? makers[i].of_table : makers[i].of_letter;

      if (!g_str_equal (makers[i].kind, wanted->kind))
        continue;
      if (make != NULL && !(of_table && wanted->letter != NULL))
        return make (state, wanted, error);
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   make == NULL ? _("%s is made of a letter, not of a table")
                                : _("%s is made of a table here, not of a letter"),
                   wanted->kind);
      return NULL;
    }
  g_return_val_if_reached (NULL);
}
