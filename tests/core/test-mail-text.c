/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-mail-text.h"

#include <string.h>

#include "foi-error.h"

#define TEXT "Content-Type: text/plain; charset=utf-8\r\n"
#define CSV "Content-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment; " \
            "filename=\"a.csv\"\r\n\r\na,b\r\n"

/* A mail as it is on disk, what it says, and how many files go with it. The encoded ones are as
 * Python's email package writes them. */
static const struct
{
  const char *name, *mail, *words;
  guint       n_files;
} mails[] = {
  { "plain", "From: a@b.example\r\nSubject: S\r\n\r\nTwelve.\r\n\r\nIn 2023.\r\n",
    "Twelve.\n\nIn 2023.", 0 },
  { "unix lines", "Subject: S\n\nTwelve.\n", "Twelve.", 0 },
  { "quoted-printable",
    "Subject: S\r\nContent-Type: text/plain; charset=\"utf-8\"\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\nCosts =C2=A35, which is a long li=\r\n"
    "ne =3D one.\r\n",
    "Costs £5, which is a long line = one.", 0 },
  { "an equals sign that stands for itself",
    "Content-Transfer-Encoding: quoted-printable\r\n\r\na = b =zz, c= \r\nd=\r\n",
    "a = b =zz, cd", 0 },
  { "base64, latin 1",
    "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "R3L832Uu\r\n",
    "Grüße.", 0 },
  { "a folded header",
    "Content-Type: text/plain;\r\n charset=\"iso-8859-1\"\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n=A35\r\n",
    "£5", 0 },
  { "a charset that nobody knows",
    "Content-Type: text/plain; charset=x-none\r\n\r\nTwelve.\r\n", "Twelve.", 0 },
  { "with a file",
    "Content-Type: multipart/mixed; boundary=\"b 1\"\r\n\r\npreamble\r\n--b 1\r\n" TEXT
    "\r\nTwelve.\r\n--b 1\r\n" CSV "--b 1--\r\nepilogue\r\n",
    "Twelve.", 1 },
  { "two ways to say it",
    "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n" TEXT "\r\nPlain.\r\n--x\r\n"
    "Content-Type: text/html\r\n\r\n<p>Page.</p>\r\n--x--\r\n",
    "Plain.", 0 },
  { "a page alone",
    "Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>T</title><style>p {}"
    "</style></head><body><p>Twelve &amp; more.</p><p>In 2023.<br>Yes.</p></body></html>\r\n",
    "Twelve & more.\n\nIn 2023.\nYes.", 0 },
  { "parts in parts",
    "Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\n"
    "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n" TEXT "\r\nInner.\r\n"
    "--in--\r\n--out\r\n" CSV "--out\r\n" CSV "--out--\r\n",
    "Inner.", 2 },
  { "cut short", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" TEXT "\r\nTwel",
    "Twel", 0 },
  { "what it quotes",
    "Subject: Re: FOI7\r\n\r\nTwelve.\r\n\r\nOn Friday 1 November 2024 we wrote:\r\n"
    "> Dear colleague\r\n>\r\n> How many?\r\n",
    NULL, 0 },
};

static void
test_mails (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mails); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (mails[i].mail, strlen (mails[i].mail));
      g_autoptr (GError) error = NULL;
      guint n_files = 99;
      g_autofree char *words = foi_mail_text_read (bytes, &n_files, &error);

      g_test_message ("%s", mails[i].name);
      g_assert_no_error (error);
      if (mails[i].words != NULL)
        g_assert_cmpstr (words, ==, mails[i].words);
      else
        {
          g_assert_true (g_str_has_prefix (words, "Twelve."));
          g_assert_null (strstr (words, "How many"));
        }
      g_assert_cmpuint (n_files, ==, mails[i].n_files);
    }
}

/* Nothing to read, in depths, or in bytes that are no text. */
static void
test_nothing (void)
{
  GString *deep = g_string_new (NULL);
  const char *empty[] = { "", "\r\n", "Subject: S\r\n\r\n \r\n", "--\r\n--b\r\n",
                          "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" CSV "--b--",
                          "Content-Type: multipart/mixed\r\n\r\n--\r\n\r\nx\r\n", NULL };

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (deep, "Content-Type: multipart/mixed; boundary=b%u\r\n\r\n--b%u\r\n", i,
                            i);
  empty[5] = deep->str;
  for (gsize i = 0; empty[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (empty[i], strlen (empty[i]));
      g_autoptr (GError) error = NULL;
      guint n_files;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_null (foi_mail_text_read (bytes, &n_files, &error));
      g_assert_error (error, FOI_ERROR, FOI_ERROR_SYNTAX);
    }
  g_string_free (deep, TRUE);
}

static void
test_plain (void)
{
  static const char *const texts[][2] = {
    { "Twelve.\r\nIn 2023.\r\n", "Twelve.\nIn 2023." },
    { "\357\273\277Costs \302\2435\n", "Costs £5" },
    { "Costs \2435\n", "Costs £5" },
    { "a\033[31mb", "a[31mb" },
    { " \r\n", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i][0], strlen (texts[i][0]));
      g_autoptr (GError) error = NULL;
      g_autofree char *words = foi_plain_text_read (bytes, &error);

      g_assert_cmpstr (words, ==, texts[i][1]);
      g_assert_cmpint (error != NULL, ==, texts[i][1] == NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-text/mails", test_mails);
  g_test_add_func ("/mail-text/nothing", test_nothing);
  g_test_add_func ("/mail-text/plain", test_plain);
  return g_test_run ();
}
