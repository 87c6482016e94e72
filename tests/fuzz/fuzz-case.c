/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of cases over any bytes. What is refused has faults, each with a place in the file and
 * a message of one line; what is read can be written, read again, and written as the same bytes. */

#include "fuzz.h"

#include <string.h>

#include "foi-case-file.h"
#include "foi-error.h"

const char *const fuzz_words[] = {
  "\"foi:case\":", "\"format\": \"uk-foi-case\",", "\"version\": 1,", "\"version\": 2,",
  "\"_rev\": \"x\",", "\"questions\": [{\"id\": \"q1\"}],", "\"parts\": [{\"id\": \"q1a\"}],",
  "\"id\": \"q1\",", "\"held\": \"yes\",", "\"outcome\": \"open\",", "\"grounds\": [{}],",
  "\"internal\": {\"fields\": []},", "\"table\": \"calls\",", "\"after\": \"year\",",
  "\"field\": {\"name\": \"note\"},", "\"data\": [[\"year\", \"note\"], [\"2016/17\", \"x\"]],",
  "\"resources\": [],", "\"resources\": [{\"name\": \"t\", \"schema\": {\"fields\": []}, "
  "\"data\": [[]]}],", "\"schema\": {\"fields\": []},", "\"primaryKey\": [\"year\"],",
  "\"primaryKey\": \"year\",", "\"type\": \"number\",", "\"foi:decimals\": 2,",
  "\"foi:left-out\": true,", "\"foi:period\": \"financial-year\",", "\"path\": \"x.csv\",",
  "[\"2016/17\", 1],", "[],", "{},", "null,", "\"[c]\",", "\"[x]\",", "\"\",", "\"2024-02-30\"",
  "1,", "-9223372036854775808", "\"\\u0001\"", "\"\\ud83d\\ude00\"", "x", "\"x\": 1,", NULL,
};

static void
check_faults (GPtrArray *faults, const GError *error)
{
  g_assert_nonnull (faults);
  g_assert_nonnull (error);
  g_assert_cmpuint (faults->len, >=, 1);
  g_assert_cmpuint (faults->len, <=, FOI_MAX_FAULTS);
  for (guint i = 0; i < faults->len; i++)
    {
      const FoiFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->line, >=, 1);
      g_assert_cmpuint (fault->column, >=, 1);
      g_assert_true (g_str_has_prefix (fault->path, "$"));
      g_assert_true (g_utf8_validate (fault->path, -1, NULL));
      g_assert_true (g_utf8_validate (fault->message, -1, NULL));
      g_assert_true (fault->message[0] != '\0');
      g_assert_null (strchr (fault->message, '\n'));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);
  g_autoptr (FoiCaseState) again = NULL;

  if (state == NULL)
    {
      check_faults (faults, error);
      return 0;
    }
  g_assert_null (faults);
  written = foi_case_file_write (state, &error);
  g_assert_no_error (error);
  again = foi_case_file_parse (written, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  twice = foi_case_file_write (again, NULL);
  g_assert_true (g_bytes_equal (written, twice));
  return 0;
}
