/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of mails and text files that somebody sent, over any bytes: words that are UTF-8
 * without control characters, or an error. */

#include "fuzz.h"

#include "foi-error.h"
#include "foi-mail-text.h"

const char *const fuzz_words[] = {
  "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Type: text/plain; charset=utf-8\r\n",
  "Content-Type: text/html\r\n", "Content-Transfer-Encoding: base64\r\n",
  "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Disposition: attachment\r\n",
  "charset=utf-16", "charset=iso-8859-1", "charset=x", "boundary=\"", "boundary=", "--b\r\n",
  "--b--\r\n", "\r\n\r\n", "\n\n", "\r", "=\r\n", "=C3=A9", "=ZZ", "w6k=", "<p>", "</style>",
  "<style>", "<br", "&amp;", "&#0;", "> ", "On 1 May 2024, A B wrote:\n", "\xff\xfe", "\xc3", NULL,
};

static void
check (const char *words, const GError *error)
{
  if (words == NULL)
    {
      g_assert_true (error != NULL && error->domain == FOI_ERROR);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpuint (words[0], !=, '\0');
  for (const char *p = words; *p != '\0'; p++)
    g_assert_true ((guchar) *p >= ' ' || *p == '\n' || *p == '\t');
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) mail_error = NULL;
  g_autoptr (GError) text_error = NULL;
  guint n_files = 0;
  g_autofree char *mail = foi_mail_text_read (bytes, &n_files, &mail_error);
  g_autofree char *text = foi_plain_text_read (bytes, &text_error);

  check (mail, mail_error);
  check (text, text_error);
  return 0;
}
