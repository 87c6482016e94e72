/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-eml.h"

#include <string.h>

#include "foi-clean-text.h"

/* Quoted-printable and base64 have lines of no more (RFC 2045, 6.7 and 6.8). */
#define MOST_COLUMNS 76

/* Bytes in one encoded word: with its frame and the name of any header of ours, no line is over
 * MOST_COLUMNS (RFC 2047, section 2). */
#define WORD_BYTES 36

/* No line of quoted-printable or base64 text can be this. */
#define BOUNDARY "=_foi-desk"

/* ---- headers --------------------------------------------------------------------------------- */

/* One line without controls: nothing that somebody typed begins another header. */
static char *
dup_one_line (const char *text)
{
  g_autofree char *clean = foi_clean_text_apart (text);

  return g_strstrip (g_strdelimit (g_steal_pointer (&clean), "\r\n\t", ' '));
}

static gboolean
is_plain (const char *text)
{
  gsize word = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p < ' ' || *p > '~')
        return FALSE;
      word = *p == ' ' ? 0 : word + 1;
      if (word > WORD_BYTES)
        return FALSE;
    }
  return strstr (text, "=?") == NULL;
}

static void
append_folded (GString *eml, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gsize column = eml->len - (gsize) (strrchr (eml->str, '\n') != NULL
                                       ? strrchr (eml->str, '\n') + 1 - eml->str : 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (column + 1 + strlen (words[i]) > MOST_COLUMNS)
        {
          g_string_append (eml, "\r\n");
          column = 0;
        }
      g_string_append_printf (eml, " %s", words[i]);
      column += 1 + strlen (words[i]);
    }
}

/* Encoded words of whole characters each, one a line. */
static void
append_encoded (GString *eml, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;
      g_autofree char *base64 = NULL;

      while (*end != '\0' && g_utf8_next_char (end) - p <= WORD_BYTES)
        end = g_utf8_next_char (end);
      base64 = g_base64_encode ((const guchar *) p, (gsize) (end - p));
      g_string_append_printf (eml, "%s =?UTF-8?B?%s?=", p > text ? "\r\n" : "", base64);
      p = end;
    }
}

static void
append_header (GString *eml, const char *name, const char *text)
{
  g_autofree char *line = dup_one_line (text);

  if (line[0] == '\0')
    return;
  g_string_append_printf (eml, "%s:", name);
  if (is_plain (line))
    append_folded (eml, line);
  else
    append_encoded (eml, line);
  g_string_append (eml, "\r\n");
}

/* One address a line; they are plain, and are never encoded. */
static void
append_addresses (GString *eml, const char *name, const char *addresses)
{
  g_auto (GStrv) each = g_strsplit (addresses != NULL ? addresses : "", ", ", -1);

  if (each[0] == NULL || each[0][0] == '\0')
    return;
  g_string_append_printf (eml, "%s:", name);
  for (guint i = 0; each[i] != NULL; i++)
    g_string_append_printf (eml, "%s %s", i > 0 ? ",\r\n" : "", each[i]);
  g_string_append (eml, "\r\n");
}

/* At noon, for a day has no time; "-0000" says that nobody knows of which zone (RFC 5322, 3.3). */
static void
append_date (GString *eml, FoiDate date)
{
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
                                        "Sep", "Oct", "Nov", "Dec" };
  int year, month, day;

  if (date == FOI_DATE_NONE)
    return;
  foi_date_to_ymd (date, &year, &month, &day);
  g_string_append_printf (eml, "Date: %s, %d %s %04d 12:00:00 -0000\r\n",
                          weekdays[foi_date_get_weekday (date) - 1], day, months[month - 1],
                          year);
}

/* ---- bodies ---------------------------------------------------------------------------------- */

static gboolean
is_last (const char *p)
{
  return p[1] == '\0' || p[1] == '\n';
}

/* By RFC 2045, 6.7: what is not plain, "=", and a space that ends a line, as "=C3". */
static void
append_quoted_printable (GString *eml, const char *text)
{
  gsize column = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      const guchar byte = (guchar) *p;
      gboolean plain = (byte >= '!' && byte <= '~' && byte != '=')
                       || ((byte == ' ' || byte == '\t') && !is_last (p));

      if (byte == '\n')
        {
          g_string_append (eml, "\r\n");
          column = 0;
          continue;
        }
      /* Some programs on the way change a line that begins with "From ", or is a dot. */
      if (column == 0 && (byte == '.' || g_str_has_prefix (p, "From ")))
        plain = FALSE;
      if (column + (plain ? 1 : 3) > MOST_COLUMNS - (is_last (p) ? 0 : 1))
        {
          g_string_append (eml, "=\r\n");
          column = 0;
        }
      if (plain)
        g_string_append_c (eml, (char) byte);
      else
        g_string_append_printf (eml, "=%02X", byte);
      column += plain ? 1 : 3;
    }
  if (column > 0)
    g_string_append (eml, "\r\n");
}

static void
append_base64 (GString *eml, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *base64 = g_base64_encode (data, size);

  for (const char *p = base64; *p != '\0';)
    {
      const gsize length = MIN (strlen (p), MOST_COLUMNS);

      g_string_append_len (eml, p, (gssize) length);
      g_string_append (eml, "\r\n");
      p += length;
    }
}

static void
append_text_part (GString *eml, const char *text)
{
  g_string_append (eml, "Content-Type: text/plain; charset=utf-8\r\n"
                        "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
  append_quoted_printable (eml, text);
}

static void
append_file (GString *eml, const FoiEmlFile *file)
{
  g_string_append_printf (eml, "--" BOUNDARY "\r\nContent-Type: %s\r\n"
                               "Content-Transfer-Encoding: base64\r\n"
                               "Content-Disposition: attachment;\r\n filename=\"%s\"\r\n\r\n",
                          file->format, file->name);
  append_base64 (eml, file->bytes);
}

/**
 * foi_eml_write:
 *
 * Writes a mail by RFC 5322 and RFC 2045 to 2047: of ASCII alone, lines of no more than 78
 * columns that end in CRLF. `X-Unsent` makes mail programs open it as a draft that is still to be
 * sent.
 *
 * Returns: (transfer full): the bytes of an .eml file.
 */
GBytes *
foi_eml_write (const FoiEml *self)
{
  GString *eml = g_string_new (NULL);
  const guint n_files = self->files != NULL ? self->files->len : 0;

  append_addresses (eml, "From", self->from);
  append_addresses (eml, "To", self->to);
  append_header (eml, "Subject", self->subject);
  append_date (eml, self->date);
  g_string_append (eml, "X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
  if (n_files > 0)
    g_string_append (eml, "Content-Type: multipart/mixed;\r\n boundary=\"" BOUNDARY "\"\r\n\r\n"
                          "--" BOUNDARY "\r\n");
  append_text_part (eml, self->text);
  for (guint i = 0; i < n_files; i++)
    append_file (eml, g_ptr_array_index (self->files, i));
  if (n_files > 0)
    g_string_append (eml, "--" BOUNDARY "--\r\n");
  return g_string_free_to_bytes (eml);
}

#define ATOM "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
#define LABEL "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"

/**
 * foi_eml_dup_addresses:
 * @contact: (nullable): how somebody is reached, in any words
 *
 * Returns: (transfer full): the e-mail addresses in it, with ", " between them; "" where there are
 *   none.
 */
char *
foi_eml_dup_addresses (const char *contact)
{
  static GRegex *address = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  GString *found = g_string_new (NULL);

  if (g_once_init_enter (&address))
    g_once_init_leave (&address, g_regex_new (ATOM "(?:\\." ATOM ")*@" LABEL "(?:\\." LABEL ")+",
                                              G_REGEX_OPTIMIZE, 0, NULL));
  g_regex_match (address, contact != NULL ? contact : "", 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *one = g_match_info_fetch (match, 0);

      g_string_append_printf (found, "%s%s", found->len > 0 ? ", " : "", one);
    }
  return g_string_free (found, FALSE);
}

/**
 * foi_eml_dup_wrong_address:
 * @contact: (nullable): how somebody is reached, in any words
 *
 * Returns: (transfer full) (nullable): the first thing in it that was to be an e-mail address, for
 *   it has an @, and is none.
 */
char *
foi_eml_dup_wrong_address (const char *contact)
{
  g_auto (GStrv) pieces = g_strsplit_set (contact != NULL ? contact : "", " \t\r\n,;:<>()[]\"",
                                          -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *found = NULL;
      const gsize length = strlen (pieces[i]);

      if (strchr (pieces[i], '@') == NULL)
        continue;
      /* A sentence ends behind it. */
      if (pieces[i][length - 1] == '.')
        pieces[i][length - 1] = '\0';
      found = foi_eml_dup_addresses (pieces[i]);
      if (!g_str_equal (found, pieces[i]))
        return g_strdup (pieces[i]);
    }
  return NULL;
}

/* As most servers deliver: capitals and what stands after a plus do not matter. */
static char *
dup_mailbox (const char *address)
{
  const char *host = strrchr (address, '@');
  const gsize length = MIN (strcspn (address, "+"), (gsize) (host - address));
  g_autofree char *box = g_strdup_printf ("%.*s%s", (int) length, address, host);

  return g_ascii_strdown (box, -1);
}

static GStrv
list_mailboxes (const char *contact)
{
  g_autofree char *addresses = foi_eml_dup_addresses (contact);
  GStrv boxes = g_strsplit (addresses, ", ", -1);

  for (guint i = 0; boxes[i] != NULL; i++)
    {
      char *box = dup_mailbox (boxes[i]);

      g_free (boxes[i]);
      boxes[i] = box;
    }
  return boxes;
}

/**
 * foi_eml_shares_address:
 * @contact: (nullable): how somebody is reached, in any words
 * @other: (nullable): how somebody else is
 *
 * Returns: whether a mail to the one would come to the other: a mailbox of both.
 */
gboolean
foi_eml_shares_address (const char *contact, const char *other)
{
  g_auto (GStrv) boxes = list_mailboxes (contact);
  g_auto (GStrv) others = list_mailboxes (other);

  for (guint i = 0; boxes[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) others, boxes[i]))
      return TRUE;
  return FALSE;
}

void
foi_eml_file_free (FoiEmlFile *file)
{
  g_free (file->name);
  g_free (file->format);
  g_bytes_unref (file->bytes);
  g_free (file);
}
