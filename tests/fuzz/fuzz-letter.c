/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters, tables and charts of whatever case can be read: an odd one has an odd letter, or a
 * reason why it has none. A letter says the same after it was kept as JSON, as it is when it is
 * issued. */

#include "fuzz.h"

#include <string.h>

#include "foi-case-file.h"
#include "foi-chart.h"
#include "foi-issued.h"
#include "foi-letter-writers.h"
#include "foi-table.h"

const char *const fuzz_words[] = {
  "{{table:calls}}", "{{chart:calls}}", "{{question:q1}}", "{{question:q99}}", "{{value:calls/",
  "2016\\/17", "/calls}}", "{{", "}}", "{subject}", "{", "[[", "]]", "\\n\\n", "\\n", "- ", "1. ",
  "> ", "**", "[a](#)", "<https://example.org/>", "&amp;", "\\u0001", "\\u202e", "\\ud83d\\ude00",
  "[c]", "[x]", "9223372036854775807", "-1", "0", "\"in_letter\": true,", "\"rate\": true,",
  "\"kind\": \"line\",", "\"kind\": \"bar\",", "\"foi:print\": \"annex\",", "\"see\": [\"q1\"],",
  "\"tables\": [\"calls\", \"calls\"],", "\"outcome\": \"refused\",", "\"outcome\": \"part\",",
  "\"held\": \"no\",", "\"section\": \"40(2)\",", "\"regime\": \"eir\",", "\"regime\": \"eisr\",",
  "\"date\": \"\",", "\"date\": \"9999-12-31\",", NULL,
};

static void
check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
write_letter (FoiBrief *brief)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter
    = foi_issued_or_draft (brief, foi_rules_get_default (), "response", &error);
  g_autoptr (FoiLetter) again = NULL;
  g_autoptr (JsonNode) kept = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autofree char *text_again = NULL;

  if (letter == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  text = foi_letter_to_text (letter);
  html = foi_letter_to_html (letter);
  check_text (text);
  check_text (html);
  kept = foi_letter_to_json (letter);
  again = foi_letter_new_from_json (kept, &error);
  g_assert_no_error (error);
  text_again = foi_letter_to_text (again);
  g_assert_cmpstr (text_again, ==, text);
}

static void
write_table (FoiTableData *table)
{
  g_autoptr (FoiPublication) publication = foi_publication_new (table);
  g_autofree char *csv = foi_publication_to_csv (publication);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiChart) chart
    = foi_chart_new (publication, foi_publication_get_chart (publication), &error);

  check_text (csv);
  if (chart != NULL)
    check_text (foi_chart_get_description (chart));
  else
    g_assert_nonnull (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (FoiCaseState) state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (FoiBrief) brief = NULL;
  GPtrArray *tables;

  if (state == NULL)
    return 0;
  brief = foi_case_state_publish (state);
  write_letter (brief);
  tables = foi_case_state_get_tables (state);
  for (guint i = 0; i < tables->len; i++)
    write_table (g_ptr_array_index (tables, i));
  return 0;
}
