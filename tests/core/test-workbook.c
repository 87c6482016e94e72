/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-new.h"
#include "foi-error.h"
#include "foi-import-edits.h"
#include "foi-json-edit.h"
#include "foi-number-format.h"

static FoiWorkbook *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FoiWorkbook *workbook = foi_workbook_new (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *text;
    const char *again;   /* NULL for none */
  } facts[] = {
    { "A1", "A1" },        { "B2:D20", "B2:D20" }, { "$B$2:$D$20", "B2:D20" },
    { "a1:b2", "A1:B2" },  { "A1:A1", "A1" },      { "XFD1048576", "XFD1048576" },
    { "AA10", "AA10" },    { "XFE1", NULL },       { "A1048577", NULL },
    { "A0", NULL },        { "A", NULL },          { "1", NULL },
    { "", NULL },          { "B2:A1", NULL },      { "A1:", NULL },
    { "A1:B2:C3", NULL },  { "A1 ", NULL },        { "AAAAAAAAAAAA1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiSheetRange range;
      g_autofree char *again = NULL;

      g_test_message ("%s", facts[i].text);
      if (foi_sheet_range_parse (facts[i].text, &range))
        again = foi_sheet_range_to_text (&range);
      g_assert_cmpstr (again, ==, facts[i].again);
    }
}

/* Of a format and a number: what the cell shows. Dates from LibreOffice Calc. */
static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    double value;
    const char *text;
  } facts[] = {
    { "General", 20049, "20049" },
    { "General", 0.1 + 0.2, "0.3" },
    { "General", 1e15, "1000000000000000" },
    { "General", -5, "-5" },
    { "General", 1e-7, "0" },
    { "#,##0", 20049, "20049" },
    { "0.0", 1.0 / 3, "0.3" },
    { "0.00", 1.005, "1.005" },
    { "0%", 0.07, "7%" },
    { "0.00%", 0.12345, "12.345%" },
    { "00000", 42, "00042" },
    { "\"£\"#,##0", 1234, "£1234" },
    { "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", -5.5, "-£5.5" },
    { "#,##0,", 20049, "20049" },
    { "dd/mm/yyyy", 45623, "2024-11-27" },
    { "[$-409]mmmm d, yyyy", 45623, "2024-11-27" },
    { "mmm-yy", 45623, "November 2024" },
    { "yyyy", 45623, "2024" },
    { "dd/mm/yyyy hh:mm", 45623.5, "2024-11-27 12:00" },
    { "hh:mm", 0.75, "18:00" },
    { "[h]:mm", 1.25, "30:00" },
    { "dd/mm/yyyy", 60, "60" },     /* the day that Excel alone knows */
    { "dd/mm/yyyy", 1, "1900-01-01" },
    { "dd/mm/yyyy", -1, "-1" },
    { "\"days\" 0", 5, "5" },
    { "@", 5, "5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiNumberFormat format = foi_number_format_parse (facts[i].code);
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("%s", facts[i].code);
      foi_number_format_show (&format, facts[i].value, FALSE, text);
      g_assert_cmpstr (text->str, ==, facts[i].text);
    }
}

/* Of a format: of which of 1, -1, 0 and text it shows nothing. */
static void
test_hiding_formats (void)
{
  static const struct
  {
    const char *code;
    const char *hidden;
  } facts[] = {
    { "General", "" },     { ";;;", "+-0t" }, { ";;", "+-0" },     { "0;-0;;@", "0" },
    { "#,##0;;", "-0" },   { "0", "" },       { "\"\"", "+-0" },   { "0;\"n\";0;", "t" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiNumberFormat format = foi_number_format_parse (facts[i].code);
      g_autoptr (GString) hidden = g_string_new (NULL);

      g_test_message ("%s", facts[i].code);
      g_string_append (hidden, foi_number_format_hides (&format, TRUE, 1) ? "+" : "");
      g_string_append (hidden, foi_number_format_hides (&format, TRUE, -1) ? "-" : "");
      g_string_append (hidden, foi_number_format_hides (&format, TRUE, 0) ? "0" : "");
      g_string_append (hidden, foi_number_format_hides (&format, FALSE, 0) ? "t" : "");
      g_assert_cmpstr (hidden->str, ==, facts[i].hidden);
    }
}

static void
cancel_cb (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Calls\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FoiWorkbook) workbook = NULL;
  g_autoptr (FoiSheetBlock) block = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "n%u,%u\n", i, i);
  workbook = open_text (text->str);
  block = foi_sheet_block_read (workbook, 0, NULL, cancel_cb, cancellable, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (block);
}

/* An import is one command, and undone it leaves nothing behind, history included. */
static void
test_one_command (void)
{
  static const FoiNewCase facts = {
    .reference = "FOI1", .subject = "t", .regime = "foia", .received = "2024-10-30",
    .created = "2024-10-30T09:00:00Z", .revision = "0",
  };
  static const FoiImportSource source = { "calls.csv", "00", "", "2024-11-27" };
  g_autoptr (FoiCaseState) state = foi_case_state_new_case (&facts, NULL);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (FoiWorkbook) workbook = open_text ("Name,Calls\na,5\nb,6\nc,7\nd,8\ne,odd\n");
  g_autoptr (FoiSheetBlock) block
    = foi_sheet_block_read (workbook, 0, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (FoiPasteProposal) proposal = foi_paste_propose_table (block->grid, "calls");
  g_autoptr (FoiImportHistory) history = foi_import_history_new (block, proposal, &source);
  JsonNode *internal;

  g_assert_true (foi_case_editor_import_new (editor, proposal, history, NULL, NULL));
  internal = foi_case_state_get_node (foi_case_get_state (foi_case), "internal");
  g_assert_cmpuint (foi_json_get_n_elements (foi_json_get_member (internal, "imports")), ==, 1);
  g_assert_cmpuint (foi_json_get_n_elements (foi_json_get_member (internal, "notes")), ==, 1);
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_true (foi_case_get_state (foi_case) == state);
  g_assert_false (foi_case_editor_can_undo (editor));
  g_assert_true (foi_case_editor_redo (editor));
  g_assert_nonnull (foi_case_state_find_table (foi_case_get_state (foi_case), "calls"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/ranges", test_ranges);
  g_test_add_func ("/workbook/formats", test_formats);
  g_test_add_func ("/workbook/hiding-formats", test_hiding_formats);
  g_test_add_func ("/workbook/cancel", test_cancel);
  g_test_add_func ("/workbook/one-command", test_one_command);
  return g_test_run ();
}
