/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-json-edit.h"
#include "foi-typed-number.h"

/* What is typed as a number of an estimate, and what the file keeps. */
static void
test_read (void)
{
  static const struct
  {
    FoiNumberKind kind;
    const char   *typed, *kept; /* JSON; "" for nothing; NULL where it is refused */
  } facts[] = {
    { FOI_NUMBER_COUNT, "1350", "1350" },
    { FOI_NUMBER_COUNT, "1,350", "1350" },
    { FOI_NUMBER_COUNT, " 1 350 ", "1350" },
    { FOI_NUMBER_COUNT, "0", "0" },
    { FOI_NUMBER_COUNT, "", "" },
    { FOI_NUMBER_COUNT, "  ", "" },
    { FOI_NUMBER_COUNT, "-1", NULL },
    { FOI_NUMBER_COUNT, "2.5", NULL },
    { FOI_NUMBER_COUNT, "about 20", NULL },
    { FOI_NUMBER_COUNT, "[x]", NULL },
    { FOI_NUMBER_COUNT, "<5", NULL },
    { FOI_NUMBER_COUNT, "99999999999999999999", NULL },
    { FOI_NUMBER_AMOUNT, "2.5", "\"2.5\"" },
    { FOI_NUMBER_AMOUNT, "2.50", "\"2.5\"" },
    { FOI_NUMBER_AMOUNT, "20", "\"20\"" },
    { FOI_NUMBER_AMOUNT, "0.333333", "\"0.333333\"" },
    { FOI_NUMBER_AMOUNT, "1,200", "\"1200\"" },
    { FOI_NUMBER_AMOUNT, "0.3333333", NULL },
    { FOI_NUMBER_AMOUNT, "-2", NULL },
    { FOI_NUMBER_AMOUNT, "ten", NULL },
    { FOI_NUMBER_AMOUNT, "", "" },
    { FOI_NUMBER_POUNDS, "45", "\"45.00\"" },
    { FOI_NUMBER_POUNDS, "£45", "\"45.00\"" },
    { FOI_NUMBER_POUNDS, "£1,200.5", "\"1200.50\"" },
    { FOI_NUMBER_POUNDS, "0", "\"0.00\"" },
    { FOI_NUMBER_POUNDS, "45.005", NULL },
    { FOI_NUMBER_POUNDS, "€45", NULL },
    { FOI_NUMBER_POUNDS, "-45", NULL },
    { FOI_NUMBER_POUNDS, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) value = NULL;
      g_autofree char *reason = NULL;
      g_autofree char *kept = NULL;
      const gboolean is_read
        = foi_typed_number_read (facts[i].kind, facts[i].typed, &value, &reason);

      g_test_message ("%s", facts[i].typed);
      g_assert_cmpint (is_read, ==, facts[i].kept != NULL);
      g_assert_true (is_read == (reason == NULL));
      kept = value != NULL ? json_to_string (value, FALSE) : g_strdup ("");
      g_assert_cmpstr (kept, ==, is_read ? facts[i].kept : "");
    }
}

/* What is shown, typed again, is the same. */
static void
test_show (void)
{
  static const struct
  {
    FoiNumberKind kind;
    const char   *kept, *shown;
  } facts[] = {
    { FOI_NUMBER_COUNT, "1350", "1,350" },     { FOI_NUMBER_COUNT, "0", "0" },
    { FOI_NUMBER_AMOUNT, "\"2.5\"", "2.5" },   { FOI_NUMBER_AMOUNT, "10", "10" },
    { FOI_NUMBER_POUNDS, "\"45.00\"", "45.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) kept = json_from_string (facts[i].kept, NULL);
      g_autofree char *shown = foi_typed_number_to_words (facts[i].kind, kept);
      g_autoptr (JsonNode) again = NULL;
      g_autofree char *reason = NULL;

      g_assert_cmpstr (shown, ==, facts[i].shown);
      g_assert_true (foi_typed_number_read (facts[i].kind, shown, &again, &reason));
    }

}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-number/read", test_read);
  g_test_add_func ("/typed-number/show", test_show);
  return g_test_run ();
}
