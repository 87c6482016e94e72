/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-mail-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-clean-text.h"
#include "foi-error.h"
#include "foi-html-text.h"
#include "foi-mail-thread.h"
#include "foi-text-encoding.h"

/* Parts in parts, and parts in all: no mail that a person writes has more. */
#define MOST_DEPTH 8
#define MOST_PARTS 200

/* A part of a mail: bytes of the whole, which are not ours. */
typedef struct
{
  const char *head, *head_end, *body, *end;
} Part;

typedef struct
{
  GString *text;      /* of the first part that is plain text, or NULL */
  GString *html;      /* of the first that is a page, or NULL */
  guint    n_files, n_parts;
} Reading;

static void read_part (Reading *self, const char *from, const char *end, guint depth);

/* ---- headers --------------------------------------------------------------------------------- */

/* Headers end with an empty line. */
static void
split (Part *part, const char *from, const char *end)
{
  const char *line = from;

  part->head = part->head_end = from;
  part->body = part->end = end;
  while (line < end)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));
      const char *next = line_end != NULL ? line_end + 1 : end;

      if (*line == '\n' || (*line == '\r' && next == line + 2))
        {
          part->head_end = line;
          part->body = next;
          return;
        }
      line = next;
    }
  part->head_end = end;
}

/* Returns: (transfer full) (nullable): the value of a header, on one line. */
static char *
dup_header (const Part *part, const char *name)
{
  const gsize length = strlen (name);
  GString *value = NULL;

  for (const char *line = part->head; line < part->head_end;)
    {
      const char *line_end = memchr (line, '\n', (gsize) (part->head_end - line));
      const char *next = line_end != NULL ? line_end + 1 : part->head_end;
      const gboolean folded = *line == ' ' || *line == '\t';

      if (value != NULL && !folded)
        break;
      if (value != NULL)
        g_string_append_len (value, line, next - line);
      else if ((gsize) (next - line) > length && line[length] == ':'
               && g_ascii_strncasecmp (line, name, length) == 0)
        value = g_string_new_len (line + length + 1, next - line - (gssize) length - 1);
      line = next;
    }
  if (value == NULL)
    return NULL;
  g_strdelimit (value->str, "\r\n\t", ' ');
  return g_strstrip (g_string_free (value, FALSE));
}

/* Of 'text/plain; charset="utf-8"' the charset. */
static char *
dup_parameter (const char *header, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (header, ";", -1);
  const gsize length = strlen (name);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);

      if (g_ascii_strncasecmp (part, name, length) == 0 && part[length] == '=')
        {
          const char *value = part + length + 1;
          const gsize quoted = value[0] == '"' ? 1 : 0;

          return g_strndup (value + quoted, strcspn (value + quoted, quoted ? "\"" : " "));
        }
    }
  return NULL;
}

static gboolean
is_type (const char *header, const char *type)
{
  const gsize length = strlen (type);

  return g_ascii_strncasecmp (header, type, length) == 0
         && (header[length] == '\0' || header[length] == ';' || header[length] == ' ');
}

/* ---- bodies ---------------------------------------------------------------------------------- */

/* After "=" at @p nothing more in its line: where the line goes on. NULL where it is no such. */
static const char *
find_soft_break (const char *p, const char *end)
{
  p++;
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\r'))
    p++;
  if (p == end)
    return end;
  return *p == '\n' ? p + 1 : NULL;
}

static GBytes *
decode_quoted_printable (const char *from, const char *end)
{
  GString *out = g_string_new (NULL);

  for (const char *p = from; p < end; p++)
    {
      if (*p != '=')
        g_string_append_c (out, *p);
      else if (end - p > 2 && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          g_string_append_c (out, (char) (g_ascii_xdigit_value (p[1]) * 16
                                          + g_ascii_xdigit_value (p[2])));
          p += 2;
        }
      else if (find_soft_break (p, end) != NULL)
        p = find_soft_break (p, end) - 1;
      else
        g_string_append_c (out, *p);
    }
  return g_string_free_to_bytes (out);
}

static GBytes *
decode_base64 (const char *from, const char *end)
{
  g_autofree char *text = g_strndup (from, (gsize) (end - from));
  gsize size = 0;
  guchar *data = g_base64_decode (text, &size);

  return g_bytes_new_take (data, size);
}

/* Returns: (transfer full) (nullable): what a part says, in UTF-8. */
static char *
dup_body (const Part *part, const char *charset)
{
  g_autofree char *encoding = dup_header (part, "Content-Transfer-Encoding");
  g_autoptr (GBytes) bytes = NULL;
  const char *found;
  gboolean mojibake;
  gsize length;
  char *text;

  if (g_ascii_strcasecmp (encoding != NULL ? encoding : "", "quoted-printable") == 0)
    bytes = decode_quoted_printable (part->body, part->end);
  else if (g_ascii_strcasecmp (encoding != NULL ? encoding : "", "base64") == 0)
    bytes = decode_base64 (part->body, part->end);
  else
    bytes = g_bytes_new (part->body, (gsize) (part->end - part->body));
  text = foi_text_decode (bytes, charset, &found, &mojibake, &length, NULL);
  /* A charset that is wrong is not believed. */
  return text != NULL || charset == NULL
           ? text : foi_text_decode (bytes, NULL, &found, &mojibake, &length, NULL);
}

static void
read_parts (Reading *self, const Part *part, const char *boundary, guint depth)
{
  g_autofree char *mark = g_strconcat ("--", boundary, NULL);
  const gsize length = strlen (mark);
  const char *from = NULL;

  for (const char *line = part->body; line < part->end;)
    {
      const char *line_end = memchr (line, '\n', (gsize) (part->end - line));
      const char *next = line_end != NULL ? line_end + 1 : part->end;

      if ((gsize) (next - line) >= length && memcmp (line, mark, length) == 0)
        {
          if (from != NULL)
            read_part (self, from, line, depth + 1);
          from = next;
          if ((gsize) (next - line) >= length + 2 && memcmp (line + length, "--", 2) == 0)
            return;
        }
      line = next;
    }
  if (from != NULL)
    read_part (self, from, part->end, depth + 1);
}

static void
keep (GString **where, char *text)
{
  if (text != NULL && *where == NULL)
    *where = g_string_new (text);
  g_free (text);
}

static void
read_part (Reading *self, const char *from, const char *end, guint depth)
{
  g_autofree char *type = NULL, *how = NULL, *boundary = NULL, *charset = NULL;
  Part part;

  if (depth > MOST_DEPTH || ++self->n_parts > MOST_PARTS)
    return;
  split (&part, from, end);
  type = dup_header (&part, "Content-Type");
  how = dup_header (&part, "Content-Disposition");
  if (type == NULL)
    type = g_strdup ("text/plain");
  boundary = dup_parameter (type, "boundary");
  charset = dup_parameter (type, "charset");
  if (how != NULL && is_type (how, "attachment"))
    self->n_files++;
  else if (g_ascii_strncasecmp (type, "multipart/", strlen ("multipart/")) == 0)
    {
      if (boundary != NULL && boundary[0] != '\0')
        read_parts (self, &part, boundary, depth);
    }
  else if (is_type (type, "text/plain"))
    keep (&self->text, dup_body (&part, charset));
  else if (is_type (type, "text/html"))
    keep (&self->html, dup_body (&part, charset));
}

/* ---- what it says ---------------------------------------------------------------------------- */

/* Whether what a tag holds is not for reading. */
static gboolean
hides (const char *tag)
{
  return g_ascii_strncasecmp (tag, "style", 5) == 0 || g_ascii_strncasecmp (tag, "script", 6) == 0
         || g_ascii_strncasecmp (tag, "title", 5) == 0;
}

/* Whether a line ends with a tag, or begins. */
static gboolean
ends_line (const char *tag)
{
  static const char *const names[] = { "br", "p", "div", "tr", "li", "h1", "h2", "h3", "table" };
  const char *name = tag[0] == '/' ? tag + 1 : tag;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gsize length = strlen (names[i]);

      if (g_ascii_strncasecmp (name, names[i], length) == 0 && !g_ascii_isalnum (name[length]))
        return TRUE;
    }
  return FALSE;
}

/* The words of a page, in lines. */
static GString *
read_page (const char *html, gsize length)
{
  GString *text = g_string_new (NULL);
  FoiHtmlScanner scanner;
  gboolean is_tag, hidden = FALSE;

  foi_html_scanner_init (&scanner, html, length);
  while (foi_html_scanner_next (&scanner, &is_tag))
    {
      if (!is_tag && !hidden)
        foi_html_text_append (text, scanner.text, scanner.text_length);
      if (!is_tag)
        continue;
      if (ends_line (scanner.tag->str) && text->len > 0)
        g_string_append_c (text, '\n');
      if (hides (scanner.tag->str))
        hidden = TRUE;
      else if (scanner.tag->str[0] == '/' && hides (scanner.tag->str + 1))
        hidden = FALSE;
    }
  foi_html_scanner_clear (&scanner);
  return text;
}

/* The words of whoever wrote last: what they quote we have. */
static char *
dup_last_words (const char *text)
{
  g_autoptr (GArray) lines = foi_text_lines_new (text, (FoiTextSpan){ 0, strlen (text) });
  g_autoptr (GArray) messages = foi_mail_thread_read (text, lines);
  GString *words = g_string_new (NULL);
  guint first = 0, end = lines->len;

  if (messages->len > 0)
    {
      const FoiMailMessage *message = &g_array_index (messages, FoiMailMessage, 0);

      first = message->body;
      end = MIN (message->end, lines->len);
    }
  for (guint i = first; i < end; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);

      if (line->depth == 0)
        g_string_append_len (words, text + line->start, (gssize) (line->end - line->start));
      if (line->depth == 0)
        g_string_append_c (words, '\n');
    }
  return g_strstrip (g_string_free (words, FALSE));
}

static char *
clean (char *text)
{
  g_autofree char *given = text;
  g_auto (GStrv) lines = g_strsplit (given, "\r\n", -1);
  g_autofree char *joined = g_strjoinv ("\n", lines);

  return g_strstrip (foi_clean_text (joined));
}

static char *
refuse_empty (GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("There are no words in it"));
  return NULL;
}

/**
 * foi_mail_text_read:
 * @bytes: a mail as a file (.eml), from anybody
 * @n_files: (out): how many files go with it, which are not read
 * @error: set to %FOI_ERROR_SYNTAX where it says nothing
 *
 * Reads what a mail says: its plain text or else its page, without what it quotes.
 *
 * Returns: (transfer full) (nullable): the words.
 */
char *
foi_mail_text_read (GBytes *bytes, guint *n_files, GError **error)
{
  Reading reading = { 0 };
  gsize size;
  const char *data;
  char *words = NULL;

  g_return_val_if_fail (bytes != NULL && n_files != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > 0)
    read_part (&reading, data, data + size, 0);
  if (reading.text == NULL && reading.html != NULL)
    reading.text = read_page (reading.html->str, reading.html->len);
  if (reading.text != NULL)
    {
      g_autofree char *plain = clean (g_strdup (reading.text->str));

      words = dup_last_words (plain);
      g_string_free (reading.text, TRUE);
    }
  if (reading.html != NULL)
    g_string_free (reading.html, TRUE);
  *n_files = reading.n_files;
  if (words != NULL && words[0] != '\0')
    return words;
  g_free (words);
  return refuse_empty (error);
}

/**
 * foi_plain_text_read:
 * @bytes: a text file from anybody
 * @error: set to %FOI_ERROR_SYNTAX where it is no text, or empty
 *
 * Returns: (transfer full) (nullable): what it says.
 */
char *
foi_plain_text_read (GBytes *bytes, GError **error)
{
  const char *found;
  gboolean mojibake;
  gsize length;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = foi_text_decode (bytes, NULL, &found, &mojibake, &length, error);
  if (text == NULL)
    return NULL;
  text = clean (text);
  if (text[0] != '\0')
    return text;
  g_free (text);
  return refuse_empty (error);
}
