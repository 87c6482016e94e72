/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-contact-form.h"

/* A number as somebody gave it, and its figures; NULL where it is none. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *written;
    const char *number;
  } facts[] = {
    { "07700 900123", "7700900123" },      { "+44 7700 900123", "7700900123" },
    { "+44 (0)7700 900-123", "7700900123" }, { "0044 7700 900123", "7700900123" },
    { "(01632) 960 001", "1632960001" },   { "01632/960001", "1632960001" },
    { "+33 1 23 45 67 89", "33123456789" }, { "07700 900123 ext. 4", "7700900123" },
    { "12345", NULL },                     { "none", NULL },
    { "", NULL },                          { "1234567890123456", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *number = foi_contact_dup_number (facts[i].written);

      g_assert_cmpstr (number, ==, facts[i].number);
    }
}

/* What is found of 07700 900123 in a text; NULL for nothing. */
static void
test_find_number (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } facts[] = {
    { "We rang 07700 900123.", "07700 900123" },
    { "We rang 07700900123 twice", "07700900123" },
    { "Ring +44 7700 900 123", "+44 7700 900 123" },
    { "Ring +44 (0)7700-900-123!", "+44 (0)7700-900-123" },
    { "0044 7700 900123", "0044 7700 900123" },
    { "077 00 90 01 23", "077 00 90 01 23" },
    { "07700\n900123", "07700\n900123" },
    { "(07700) 900123", "(07700) 900123" },
    { "07700\302\240900\342\200\221123", "07700\302\240900\342\200\221123" },
    { "7700900123", "7700900123" },
    { "In 2024 07700 900123 rang", "07700 900123" },
    { "17700900123", NULL },
    { "07700 900124", NULL },
    { "07700 9001234", NULL },
    { "077009001", NULL },
    { "07700, 900123", NULL },
    { "\302\2437,700,900,123", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gsize begin = 0, end = 0;
      g_autofree char *found = NULL;

      if (foi_contact_find_number (facts[i].text, "7700900123", 0, &begin, &end))
        found = g_strndup (facts[i].text + begin, end - begin);
      g_assert_cmpstr (found, ==, facts[i].found);
    }
}

/* What of an address is in a text; NULL for nothing. */
static void
test_find_address (void)
{
  static const struct
  {
    const char *address;
    const char *text;
    const char *found;
  } facts[] = {
    { "14 Mill Lane", "We came to 14 Mill Lane.", "14 Mill Lane" },
    { "14 Mill Lane", "We came to 14, Mill Lane, Leeds", "14, Mill Lane" },
    { "14, Mill Lane", "we came to 14 MILL LANE", "14 MILL LANE" },
    { "14 Mill Lane", "We came to 14 Mill Ln.", "14 Mill Ln" },
    { "14 Mill Ln", "We came to 14 Mill Lane.", "14 Mill Lane" },
    { "14 Mill Lane", "14\nMill\nLane", "14\nMill\nLane" },
    { "14 St Ann's Rd", "14 Saint Ann's Road", "14 Saint Ann's Road" },
    { "14a Mill Lane", "at 14A Mill Lane", "14A Mill Lane" },
    { "LS1 1AA", "Leeds LS1 1AA", "LS1 1AA" },
    { "14 Mill Lane", "114 Mill Lane", NULL },
    { "14 Mill Lane", "14 Mill Road", NULL },
    { "14 Mill Lane", "14a Mill Lane", NULL },
    { "14 Mill Lane", "14 of them in Mill Lane", NULL },
    { "14 Mill Lane", "14; Mill Lane", NULL },
    { "14 Mill Lane", "14 Mill", NULL },
    { "14 Mill Lane", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gsize begin = 0, end = 0;
      g_autofree char *found = NULL;

      if (foi_contact_find_address (facts[i].text, facts[i].address, 0, &begin, &end))
        found = g_strndup (facts[i].text + begin, end - begin);
      g_assert_cmpstr (found, ==, facts[i].found);
    }
}

/* Of what somebody wrote the numbers that are people's. */
static void
test_list_numbers (void)
{
  g_auto (GStrv) numbers = foi_contact_list_numbers (
    "Please tell me of calls to 0300 123 4567 and 0800 123456 in 2019/2020.\n"
    "Jane Doe\nTel. 07700 900123, home (01632) 960001\nRef. 2024-0123456");
  g_autofree char *found = g_strjoinv (" ", numbers);

  g_assert_cmpstr (found, ==, "7700900123 1632960001");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-form/numbers", test_numbers);
  g_test_add_func ("/contact-form/find-number", test_find_number);
  g_test_add_func ("/contact-form/find-address", test_find_address);
  g_test_add_func ("/contact-form/list-numbers", test_list_numbers);
  return g_test_run ();
}
