/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of saved paragraphs, which lie on shares where anybody writes. What is read can be shown
 * and found. */

#include "fuzz.h"

#include "foi-saved-paragraphs.h"

const char *const fuzz_words[] = {
  "\"format\"", "\"uk-foi-paragraphs\"", "\"version\"", "\"paragraphs\"", "\"title\"", "\"text\"",
  "[", "]", "{", "}", ",", ":", "null", "1", "\"\\n\"", "\"\\u0000\"", "\"\\ud800\"", NULL,
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = foi_saved_paragraphs_parse (bytes, &error);

  g_assert_true ((list == NULL) == (error != NULL));
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const FoiSavedParagraph *paragraph = g_ptr_array_index (list, i);

      g_assert_true (g_utf8_validate (paragraph->title, -1, NULL));
      g_assert_true (g_utf8_validate (paragraph->text, -1, NULL));
      g_assert_true (foi_saved_paragraph_matches (paragraph, ""));
    }
  return 0;
}
