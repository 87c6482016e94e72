/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-error.h"
#include "foi-json-document.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Names as in collections of JSON samples: y_ is read, n_ is refused. */
typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  const char *message;
} Sample;

#define SAMPLE(name, text, message) { name, text, sizeof (text) - 1, message }
#define WHERE_TABLE "{\"resources\": [{\"data\": "

static const Sample samples[] = {
  SAMPLE ("n_empty", "", "1:1: $: the file is empty"),
  SAMPLE ("n_space", " \n ", "2:2: $: the file ends before it is complete"),
  SAMPLE ("n_bom", "\xef\xbb\xbf{}",
          "1:1: $: the file begins with a byte order mark; save it without one"),
  SAMPLE ("n_bom_utf16", "\xff\xfe{\0}\0", "1:1: $: this is not UTF-8 text (byte 0xFF)"),
  SAMPLE ("n_utf16", "{\0}\0", "1:2: $: a NUL byte has no place in a text file"),
  SAMPLE ("n_top_array", "[]", "1:1: $: the file is not one JSON object, { … }"),
  SAMPLE ("n_top_text", "\"a\"", "1:1: $: the file is not one JSON object, { … }"),
  SAMPLE ("n_top_number", "1", "1:1: $: the file is not one JSON object, { … }"),
  SAMPLE ("n_top_javascript", "var x = {}", "1:1: $: the file is not one JSON object, { … }"),
  SAMPLE ("n_two_objects", "{}\n{}", "2:1: $: something follows the end of the JSON object"),
  SAMPLE ("n_trailing_brace", "{}}", "1:3: $: something follows the end of the JSON object"),
  SAMPLE ("n_trailing_nul", "{}\0", "1:3: $: a NUL byte has no place in a text file"),
  SAMPLE ("n_trailing_garbage", "{}\xff", "1:3: $: this is not UTF-8 text (byte 0xFF)"),
  SAMPLE ("n_trailing_form_feed", "{}\f", "1:3: $: something follows the end of the JSON object"),

  SAMPLE ("n_comment_line", "{} // x", "1:4: $: JSON has no comments"),
  SAMPLE ("n_comment_block", "{\"a\": /* x */ 1}", "1:7: $.a: JSON has no comments"),
  SAMPLE ("n_comment_hash", "{\n# x\n}", "2:1: $: JSON has no comments"),
  SAMPLE ("n_single_quoted_key", "{'a': 1}", "1:2: $: text stands between \" marks, not ' marks"),
  SAMPLE ("n_single_quoted_text", "{\"a\": 'b'}",
          "1:7: $.a: text stands between \" marks, not ' marks"),

  SAMPLE ("n_unclosed_object", "{", "1:2: $: the file ends before it is complete"),
  SAMPLE ("n_unclosed_member", "{\"a\": 1", "1:8: $: the file ends before it is complete"),
  SAMPLE ("n_unclosed_array", "{\"a\": [1", "1:9: $.a: the file ends before it is complete"),
  SAMPLE ("n_unclosed_text", "{\"a\": \"b", "1:9: $.a: the file ends before it is complete"),
  SAMPLE ("n_unclosed_key", "{\"a", "1:4: $: the file ends before it is complete"),
  SAMPLE ("n_unclosed_escape", "{\"a\": \"\\", "1:9: $.a: the file ends before it is complete"),
  SAMPLE ("n_no_value", "{\"a\":", "1:6: $.a: the file ends before it is complete"),
  SAMPLE ("n_value_missing", "{\"a\": }", "1:7: $.a: a value is missing here"),
  SAMPLE ("n_value_missing_in_array", "{\"a\": [,1]}", "1:8: $.a[0]: a value is missing here"),
  SAMPLE ("n_two_commas", "{\"a\": [1,,2]}", "1:10: $.a[1]: a value is missing here"),
  SAMPLE ("n_leading_comma", "{,\"a\": 1}", "1:2: $: a key between \" marks is missing here"),
  SAMPLE ("n_trailing_comma_array", "{\"a\": [1, ]}",
          "1:9: $.a: a comma stands before the closing ]"),
  SAMPLE ("n_trailing_comma_object", "{\"a\": 1,\n}",
          "1:8: $: a comma stands before the closing }"),
  SAMPLE ("n_comma_missing_array", "{\"a\": [1 2]}", "1:10: $.a: a comma or ] is missing here"),
  SAMPLE ("n_comma_missing_object", "{\"a\": 1\n \"b\": 2}",
          "2:2: $: a comma or } is missing here"),
  SAMPLE ("n_closed_wrongly", "{\"a\": [1}", "1:9: $.a: a comma or ] is missing here"),
  SAMPLE ("n_colon_missing", "{\"a\" 1}", "1:6: $.a: a colon is missing after the key"),
  SAMPLE ("n_colon_doubled", "{\"a\":: 1}", "1:6: $.a: a value is missing here"),
  SAMPLE ("n_key_unquoted", "{a: 1}", "1:2: $: a key between \" marks is missing here"),
  SAMPLE ("n_key_number", "{1: 1}", "1:2: $: a key between \" marks is missing here"),
  SAMPLE ("n_key_null", "{null: 1}", "1:2: $: a key between \" marks is missing here"),

  SAMPLE ("n_key_twice", "{\"a\": 1,\n \"a\": 2}", "2:2: $.a: this key stands twice in its object"),
  SAMPLE ("n_key_twice_escaped", "{\"a\": 1, \"\\u0061\": 2}",
          "1:10: $.a: this key stands twice in its object"),
  SAMPLE ("n_key_twice_deep", "{\"q\": [{}, {\"a\": 1, \"b\": 2, \"a\": 3}]}",
          "1:29: $.q[1].a: this key stands twice in its object"),
  SAMPLE ("n_key_twice_in_data", WHERE_TABLE "[[{\"k\": 1, \"k\": 2}]]}]}",
          "1:36: $.resources[0].data[0][0].k: this key stands twice in its object"),
  SAMPLE ("n_data_twice", WHERE_TABLE "[], \"data\": []}]}",
          "1:29: $.resources[0].data: this key stands twice in its object"),
  SAMPLE ("n_data_twice_text", WHERE_TABLE "\"\", \"data\": []}]}",
          "1:29: $.resources[0].data: this key stands twice in its object"),

  SAMPLE ("n_fraction", "{\"a\": 1.5}",
          "1:7: $.a: 1.5 is not a whole number; decimals are written as text"),
  SAMPLE ("n_fraction_zero", "{\"a\": -2.0}",
          "1:7: $.a: -2.0 is not a whole number; decimals are written as text"),
  SAMPLE ("n_fraction_cut", "{\"a\": 1.}",
          "1:7: $.a: 1. is not a whole number; decimals are written as text"),
  SAMPLE ("n_fraction_bare", "{\"a\": .5}", "1:7: $.a: .5 is not a JSON value"),
  SAMPLE ("n_exponent", "{\"a\": 1e5}",
          "1:7: $.a: 1e5 is not a whole number; decimals are written as text"),
  SAMPLE ("n_exponent_large", "{\"a\": 1E+400}",
          "1:7: $.a: 1E+400 is not a whole number; decimals are written as text"),
  SAMPLE ("n_leading_zero", "{\"a\": 010}", "1:7: $.a: 010 begins with a zero"),
  SAMPLE ("n_leading_zero_minus", "{\"a\": -01}", "1:7: $.a: -01 begins with a zero"),
  SAMPLE ("n_minus_zero", "{\"a\": -0}",
          "1:7: $.a: -0 has a sign that cannot be kept; write 0"),
  SAMPLE ("n_minus_alone", "{\"a\": -}", "1:7: $.a: - is not a JSON value"),
  SAMPLE ("n_plus", "{\"a\": +1}", "1:7: $.a: +1 is not a JSON value"),
  SAMPLE ("n_hexadecimal", "{\"a\": 0x10}", "1:7: $.a: 0x10 is not a JSON value"),
  SAMPLE ("n_digits_and_letters", "{\"a\": 12th}", "1:7: $.a: 12th is not a JSON value"),
  SAMPLE ("n_over_64_bits", "{\"a\": 9223372036854775808}",
          "1:7: $.a: 9223372036854775808 does not fit into 64 bits"),
  SAMPLE ("n_under_64_bits", "{\"a\": -9223372036854775809}",
          "1:7: $.a: -9223372036854775809 does not fit into 64 bits"),
  SAMPLE ("n_over_unsigned", "{\"a\": 18446744073709551616}",
          "1:7: $.a: 18446744073709551616 does not fit into 64 bits"),
  SAMPLE ("n_digits_without_end", "{\"a\": 1234567890123456789012345678901234567890}",
          "1:7: $.a: 123456789012345678901234… does not fit into 64 bits"),
  SAMPLE ("n_nan", "{\"a\": NaN}", "1:7: $.a: NaN is not a JSON value"),
  SAMPLE ("n_infinity", "{\"a\": -Infinity}", "1:7: $.a: -Infinity is not a JSON value"),
  SAMPLE ("n_true_capital", "{\"a\": True}", "1:7: $.a: True is not a JSON value"),
  SAMPLE ("n_true_longer", "{\"a\": trueish}", "1:7: $.a: trueish is not a JSON value"),
  SAMPLE ("n_true_cut", "{\"a\": tru", "1:7: $.a: tru is not a JSON value"),
  SAMPLE ("n_null_cut", "{\"a\": nul}", "1:7: $.a: nul is not a JSON value"),
  SAMPLE ("n_undefined", "{\"a\": undefined}", "1:7: $.a: undefined is not a JSON value"),

  SAMPLE ("n_control", "{\"a\": \"x\x1f\"}",
          "1:9: $.a: the control character U+001F must be written \\u001f"),
  SAMPLE ("n_tab", "{\"a\": \"\t\"}",
          "1:8: $.a: the control character U+0009 must be written \\u0009"),
  SAMPLE ("n_newline", "{\"a\": \"x\ny\"}",
          "1:9: $.a: a line ends inside a text; write \\n, or close the text"),
  SAMPLE ("n_nul_raw", "{\"a\": \"x\0\"}", "1:9: $.a: a NUL byte has no place in a text file"),
  SAMPLE ("n_nul_escaped", "{\"a\": \"x\\u0000\"}", "1:9: $.a: \\u0000, a NUL, cannot be kept"),
  SAMPLE ("n_nul_in_key", "{\"a\\u0000\": 1}", "1:4: $: \\u0000, a NUL, cannot be kept"),
  SAMPLE ("n_escape_unknown", "{\"a\": \"\\x41\"}",
          "1:8: $.a: after a \\ stands one of \" \\ / b f n r t u"),
  SAMPLE ("n_escape_quote", "{\"a\": \"\\'\"}",
          "1:8: $.a: after a \\ stands one of \" \\ / b f n r t u"),
  SAMPLE ("n_escape_short", "{\"a\": \"\\u00g0\"}",
          "1:8: $.a: \\u needs four hexadecimal digits"),
  SAMPLE ("n_escape_cut", "{\"a\": \"\\u00\"}", "1:8: $.a: \\u needs four hexadecimal digits"),
  SAMPLE ("n_escape_at_end", "{\"a\": \"\\u00", "1:8: $.a: \\u needs four hexadecimal digits"),
  SAMPLE ("n_surrogate_high", "{\"a\": \"\\uD83D\"}",
          "1:8: $.a: \\uD83D is half of a character; its other half is missing"),
  SAMPLE ("n_surrogate_high_text", "{\"a\": \"\\ud83d\\n\"}",
          "1:8: $.a: \\ud83d is half of a character; its other half is missing"),
  SAMPLE ("n_surrogate_high_twice", "{\"a\": \"\\uD83D\\uD83D\"}",
          "1:8: $.a: \\uD83D is half of a character; its other half is missing"),
  SAMPLE ("n_surrogate_low", "{\"a\": \"é\\uDE00\"}",
          "1:9: $.a: \\uDE00 is half of a character; its other half is missing"),
  SAMPLE ("n_surrogates_swapped", "{\"a\": \"\\uDE00\\uD83D\"}",
          "1:8: $.a: \\uDE00 is half of a character; its other half is missing"),
  SAMPLE ("n_utf8_latin1", "{\"a\": \"caf\xe9\"}", "1:11: $.a: this is not UTF-8 text (byte 0xE9)"),
  SAMPLE ("n_utf8_overlong", "{\"a\": \"\xc0\xaf\"}",
          "1:8: $.a: this is not UTF-8 text (byte 0xC0)"),
  SAMPLE ("n_utf8_surrogate", "{\"a\": \"\xed\xa0\x80\"}",
          "1:8: $.a: this is not UTF-8 text (byte 0xED)"),
  SAMPLE ("n_utf8_beyond", "{\"a\": \"\xf4\x90\x80\x80\"}",
          "1:8: $.a: this is not UTF-8 text (byte 0xF4)"),
  SAMPLE ("n_utf8_cut", "{\"a\": \"\xe2\x82", "1:8: $.a: this is not UTF-8 text (byte 0xE2)"),
  SAMPLE ("n_utf8_in_key", "{\"\x80\": 1}", "1:3: $: this is not UTF-8 text (byte 0x80)"),
  SAMPLE ("n_fault_before_utf8", "{\"a\": 01, \"\xff\": 1}", "1:7: $.a: 01 begins with a zero"),
  SAMPLE ("n_curly_quotes", "{“a”: 1}", "1:2: $: a key between \" marks is missing here"),
  SAMPLE ("n_no_break_space", "{\"a\":\xc2\xa0" "1}", "1:6: $.a: a value is missing here"),

  SAMPLE ("n_path_odd_key", "{\"odd key\": {\"é\": [[{\"a.b\": x}]]}}",
          "1:29: $[\"odd key\"][\"é\"][0][0][\"a.b\"]: x is not a JSON value"),
  SAMPLE ("n_path_plain_key", "{\"foi:case\": {\"_rev-2\": x}}",
          "1:25: $.foi:case._rev-2: x is not a JSON value"),
  SAMPLE ("n_path_digit_key", "{\"2016\": {\"\": {\"a\\\"b\\n\": x}}}",
          "1:26: $[\"2016\"][\"\"][\"a\\\"b\\n\"]: x is not a JSON value"),
  SAMPLE ("n_path_long_key",
          "{\"0123456789012345678901234567890123456789012345678901234567890123456789\": x}",
          "1:76: $[\"012345678901234567890123456789012345678901234567890123456789…\"]: "
          "x is not a JSON value"),
  SAMPLE ("n_path_cell", WHERE_TABLE "[\n [\"year\", \"calls\"],\n [\"2016/17\", 20,049]]}]}",
          "3:17: $.resources[0].data[1][2]: 049 begins with a zero"),
  SAMPLE ("n_path_cell_value", WHERE_TABLE "[\n [\"year\", \"calls\"],\n [\"2016/17\", 20.0]]}]}",
          "3:14: $.resources[0].data[1][1]: 20.0 is not a whole number; "
          "decimals are written as text"),
  SAMPLE ("n_place_windows_lines", "{\r\n\"a\":\r\n x}", "3:2: $.a: x is not a JSON value"),

  SAMPLE ("y_empty", "{}", NULL),
  SAMPLE ("y_space", " \t\r\n{ } \n", NULL),
  SAMPLE ("y_numbers", "{\"a\": [0, -1, 9223372036854775807, -9223372036854775808]}", NULL),
  SAMPLE ("y_words", "{\"a\": [true,false , null]}", NULL),
  SAMPLE ("y_escapes", "{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u00e9\\uD83D\\uDE00\"}", NULL),
  SAMPLE ("y_delete_and_separators", "{\"a\": \"\x7f\xe2\x80\xa8\xef\xbb\xbf\xef\xbf\xbf\"}", NULL),
  SAMPLE ("y_empty_key", "{\"\": {\"\": []}}", NULL),
  SAMPLE ("y_same_key_apart", "{\"a\": {\"a\": [{\"a\": 1}, {\"a\": 1}]}}", NULL),
  SAMPLE ("y_keys_by_case_and_form", "{\"a\": 1, \"A\": 2, \"é\": 3, \"e\xcc\x81\": 4}", NULL),
  SAMPLE ("y_rows", WHERE_TABLE "[[\"a\"], [1], [null, true, \"\\n\"], 5, [[1], {\"k\": 1}]]}]}",
          NULL),
};

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;

  for (gboolean skip_data = FALSE; skip_data <= TRUE; skip_data++)
    {
      /* A copy of exactly these bytes, so that a sanitizer sees a step beyond them. */
      g_autoptr (GBytes) bytes = g_bytes_new (sample->text, sample->length);
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiJsonDocument) document
        = foi_json_document_read (bytes, skip_data, NULL, &error);

      if (sample->message == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (document);
        }
      else
        {
          g_assert_null (document);
          g_assert_error (error, FOI_ERROR, FOI_ERROR_SYNTAX);
          g_assert_cmpstr (error->message, ==, sample->message);
        }
    }
}

static char *
nest (guint depth)
{
  g_autoptr (GString) text = g_string_new ("{\"a\": ");

  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  return g_strdup (text->str);
}

static void
test_depth (void)
{
  for (guint depth = FOI_JSON_MAX_DEPTH; depth < 100000; depth = depth * 3 / 2)
    {
      g_autofree char *text = nest (depth == FOI_JSON_MAX_DEPTH ? depth : depth - 31);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, TRUE, NULL, &error);

      if (depth == FOI_JSON_MAX_DEPTH)
        {
          g_assert_no_error (error);
          g_assert_nonnull (document);
          continue;
        }
      g_assert_null (document);
      g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
      g_assert_true (g_str_has_prefix (error->message, "1:70: $.a[0][0]"));
      g_assert_true (g_str_has_suffix (error->message, "[0]: nested more than 64 deep"));
    }
}

/* 512 MiB and one byte, in a file that has a hole in place of most of them. */
static void
test_size (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GMappedFile) map = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FoiJsonDocument) document = NULL;
  int fd = g_file_open_tmp ("foi-json-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ftruncate (fd, (off_t) FOI_JSON_MAX_BYTES + 1), ==, 0);
  map = g_mapped_file_new_from_fd (fd, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (close (fd), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  bytes = g_mapped_file_get_bytes (map);
  document = foi_json_document_read (bytes, TRUE, NULL, &error);
  g_assert_null (document);
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "1:1: $: the file is larger than 512 MiB");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiJsonDocument) document = NULL;

  g_cancellable_cancel (cancellable);
  document = foi_json_document_read (bytes, TRUE, cancellable, &error);
  g_assert_null (document);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/json/sample/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }
  g_test_add_func ("/json/refusals/n_depth", test_depth);
  g_test_add_func ("/json/refusals/n_size", test_size);
  g_test_add_func ("/json/refusals/cancelled", test_cancelled);
  return g_test_run ();
}
