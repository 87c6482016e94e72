/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-mail-headers.h"

#include <string.h>

#include "foi-contact.h"
#include "foi-encoded-word.h"
#include "foi-person-name.h"
#include "foi-text-date.h"

/* The longest name of a header that is looked for, and the most lines of one block. */
#define MAX_NAME 32
#define MAX_LINES 400

typedef enum
{
  HEADER_NONE,
  HEADER_FROM,
  HEADER_DATE,
  HEADER_TO,
  HEADER_SUBJECT,
  HEADER_RECEIVED,
  HEADER_OTHER,
} HeaderKind;

/* English and Welsh, as the mail programs in use write them. */
static HeaderKind
header_kind (const char *name)
{
  static const struct
  {
    const char *name;
    HeaderKind  kind;
  } names[] = {
    { "from", HEADER_FROM }, { "oddi wrth", HEADER_FROM }, { "oddiwrth", HEADER_FROM },
    { "sent", HEADER_DATE }, { "date", HEADER_DATE }, { "date sent", HEADER_DATE },
    { "sent on", HEADER_DATE }, { "anfonwyd", HEADER_DATE }, { "dyddiad", HEADER_DATE },
    { "to", HEADER_TO }, { "at", HEADER_TO }, { "i", HEADER_TO }, { "cc", HEADER_OTHER },
    { "bcc", HEADER_OTHER }, { "copi", HEADER_OTHER }, { "subject", HEADER_SUBJECT },
    { "re", HEADER_SUBJECT }, { "pwnc", HEADER_SUBJECT }, { "testun", HEADER_SUBJECT },
    { "received", HEADER_RECEIVED }, { "reply-to", HEADER_OTHER }, { "importance", HEADER_OTHER },
    { "attachments", HEADER_OTHER }, { "message-id", HEADER_OTHER },
    { "mime-version", HEADER_OTHER }, { "content-type", HEADER_OTHER },
    { "content-transfer-encoding", HEADER_OTHER }, { "content-disposition", HEADER_OTHER },
    { "content-language", HEADER_OTHER }, { "accept-language", HEADER_OTHER },
    { "return-path", HEADER_OTHER }, { "delivered-to", HEADER_OTHER },
    { "in-reply-to", HEADER_OTHER }, { "references", HEADER_OTHER },
    { "thread-topic", HEADER_OTHER }, { "thread-index", HEADER_OTHER },
    { "dkim-signature", HEADER_OTHER }, { "authentication-results", HEADER_OTHER },
    { "received-spf", HEADER_OTHER }, { "sensitivity", HEADER_OTHER },
    { "priority", HEADER_OTHER }, { "user-agent", HEADER_OTHER }, { "sender", HEADER_OTHER },
    { "envelope-to", HEADER_OTHER }, { "flag status", HEADER_OTHER },
    { "follow up flag", HEADER_OTHER }, { "categories", HEADER_OTHER },
    { "pwysigrwydd", HEADER_OTHER }, { "atodiadau", HEADER_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].name, name) == 0)
        return names[i].kind;
    }
  if (g_str_has_prefix (name, "x-") || g_str_has_prefix (name, "arc-")
      || g_str_has_prefix (name, "list-"))
    return HEADER_OTHER;
  return HEADER_NONE;
}

/* What header a line is, with its value. Stars around the name are bold type made plain. */
static HeaderKind
read_header (const char *text, const FoiTextLine *line, FoiTextSpan *value)
{
  char name[MAX_NAME];
  gsize at = line->words, length = 0;
  HeaderKind kind;

  while (at < line->end && text[at] == '*')
    at++;
  while (at < line->end && length < sizeof name - 1
         && (g_ascii_isalpha (text[at]) || strchr ("- ", text[at]) != NULL))
    name[length++] = g_ascii_tolower (text[at++]);
  while (length > 0 && name[length - 1] == ' ')
    length--;
  name[length] = '\0';
  while (at < line->end && text[at] == '*')
    at++;
  if (length == 0 || at >= line->end || text[at] != ':')
    return HEADER_NONE;
  kind = header_kind (name);
  at++;
  while (at < line->end && text[at] == '*')
    at++;
  *value = foi_text_span_trim (text, (FoiTextSpan){ at, line->end });
  return kind;
}

static gboolean
is_indented (const char *text, const FoiTextLine *line)
{
  return line->words > line->start && line->depth == 0
         && (text[line->start] == ' ' || text[line->start] == '\t');
}

/* Whether @line goes on with a list of addressees that was broken into lines. */
static gboolean
is_more_addressees (const char *text, const FoiTextLine *line)
{
  const char *words = text + line->words;
  gsize length = line->end - line->words;

  return length < 300
         && (memchr (words, '@', length) != NULL || memchr (words, ';', length) != NULL)
         && memchr (words, '?', length) == NULL;
}

/* What is known while a block is read. */
typedef struct
{
  FoiMailHeaders *headers;
  HeaderKind      last;
  gboolean        has_to;
  FoiTextSpan    *value;
} Block;

/* Takes a header into the block; a main header that it has already begins another block. */
static gboolean
take_header (Block *block, HeaderKind kind, FoiTextSpan value)
{
  FoiMailHeaders *headers = block->headers;
  FoiTextSpan *place = NULL;

  switch (kind)
    {
    case HEADER_FROM:
      place = &headers->from;
      break;
    case HEADER_DATE:
      place = &headers->date;
      break;
    case HEADER_SUBJECT:
      place = &headers->subject;
      break;
    case HEADER_RECEIVED:
      place = &headers->received;
      headers->message = TRUE;
      break;
    case HEADER_TO:
      if (block->has_to)
        return FALSE;
      block->has_to = TRUE;
      break;
    case HEADER_OTHER:
    case HEADER_NONE:
    default:
      break;
    }
  if (place != NULL && place->end > 0 && kind != HEADER_RECEIVED)
    return FALSE;
  block->last = kind;
  block->value = place != NULL && place->end == 0 ? place : NULL;
  if (block->value != NULL)
    *block->value = value;
  return TRUE;
}

/* Lines that belong to the header before them: folded ones, broken lists, a value on its own. */
static gboolean
take_continuation (Block *block, const char *text, const FoiTextLine *line)
{
  gboolean wants_value = block->value != NULL && foi_text_span_is_empty (*block->value);

  if (foi_text_line_is_blank (line))
    return FALSE;
  if (wants_value)
    {
      *block->value = foi_text_line_span (line);
      return TRUE;
    }
  if (is_indented (text, line)
      || ((block->last == HEADER_TO || block->last == HEADER_OTHER)
          && is_more_addressees (text, line)))
    {
      if (block->value != NULL)
        block->value->end = line->end;
      return TRUE;
    }
  return FALSE;
}

/* Whether the block goes on with a main header after one blank line, as pasted web mail does. */
static gboolean
goes_on_after_blank (const char *text, GArray *lines, guint i, const Block *block)
{
  FoiTextSpan value;
  HeaderKind kind;

  if (i + 1 >= lines->len || foi_text_line_is_blank (foi_text_line (lines, i + 1)))
    return FALSE;
  kind = read_header (text, foi_text_line (lines, i + 1), &value);
  return (kind == HEADER_FROM && foi_text_span_is_empty (block->headers->from))
         || (kind == HEADER_DATE && foi_text_span_is_empty (block->headers->date))
         || (kind == HEADER_TO && !block->has_to)
         || (kind == HEADER_SUBJECT && foi_text_span_is_empty (block->headers->subject));
}

static gboolean
is_message_header (const char *text, const FoiTextLine *line)
{
  static const char *const names[] = {
    "message-id:", "return-path:", "mime-version:", "dkim-signature:"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (line->end - line->words > strlen (names[i])
          && g_ascii_strncasecmp (text + line->words, names[i], strlen (names[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_mail_headers_read:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: the line at which a block may begin
 * @headers: (out): what it says
 *
 * Reads headers as mail programs show, print and forward them, or those of a whole message with
 * folded lines.
 *
 * Returns: the line after the block; @first when no block of headers begins there. One header
 *   alone is none, lest a letter's "To:" is taken for mail.
 */
guint
foi_mail_headers_read (const char *text, GArray *lines, guint first, FoiMailHeaders *headers)
{
  Block block = { .headers = headers, .last = HEADER_NONE };
  guint i, known;

  g_return_val_if_fail (text != NULL && headers != NULL, first);

  *headers = (FoiMailHeaders){ .message = FALSE };
  for (i = first; i < lines->len && i - first < MAX_LINES; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);
      FoiTextSpan value;
      HeaderKind kind = HEADER_NONE;

      if (foi_text_line_is_blank (line))
        {
          if (block.last == HEADER_NONE || !goes_on_after_blank (text, lines, i, &block))
            break;
          continue;
        }
      if (!(headers->message && is_indented (text, line)))
        kind = read_header (text, line, &value);
      if (kind == HEADER_NONE)
        {
          if (block.last == HEADER_NONE || !take_continuation (&block, text, line))
            break;
          continue;
        }
      headers->message = headers->message || is_message_header (text, line);
      if (!take_header (&block, kind, value))
        break;
    }
  known = !foi_text_span_is_empty (headers->date) + !foi_text_span_is_empty (headers->subject)
          + block.has_to;
  if (known > 1 || (known == 1 && !foi_text_span_is_empty (headers->from)))
    return i;
  *headers = (FoiMailHeaders){ .message = FALSE };
  return first;
}

/**
 * foi_mail_headers_read_viewed:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: the line at which the text begins
 * @headers: (out): what is known
 *
 * Web mail copied from the screen has no names of headers: a line with the sender's name and
 * address, the date near it, and perhaps "to" somebody.
 *
 * Returns: the line after them; @first when the text does not begin so.
 */
guint
foi_mail_headers_read_viewed (const char *text, GArray *lines, guint first, FoiMailHeaders *headers)
{
  guint after = first, shown = 0;

  g_return_val_if_fail (text != NULL && headers != NULL, first);

  *headers = (FoiMailHeaders){ .message = FALSE };
  for (guint i = first; i < lines->len && shown < 6; i++)
    {
      FoiTextSpan span = foi_text_line_span (foi_text_line (lines, i));
      g_autofree char *folded = NULL;
      FoiTextSpan name, email;
      FoiTextDate date;

      if (foi_text_span_is_empty (span) || span.end - span.start > 200)
        continue;
      shown++;
      folded = foi_text_span_fold (text, span);
      if (foi_text_span_is_empty (headers->from) && span.start < span.end
          && text[span.end - 1] == '>' && foi_mail_sender_split (text, span, &name, &email)
          && !foi_text_span_is_empty (name))
        {
          headers->from = span;
          after = i + 1;
          continue;
        }
      if (foi_text_span_is_empty (headers->from))
        continue;
      if (foi_text_span_is_empty (headers->date) && span.end - span.start < 60
          && foi_text_date_read (text, span, &date))
        headers->date = span;
      else if (!g_str_has_prefix (folded, "to ") || span.end - span.start > 60)
        break;
      after = i + 1;
    }
  if (!foi_text_span_is_empty (headers->date))
    return after;
  *headers = (FoiMailHeaders){ .message = FALSE };
  return first;
}

/* Takes quotes, brackets and what mail programs add ("via …") off the ends of a name. */
static FoiTextSpan
strip_name (const char *text, FoiTextSpan name)
{
  static const char *const tails[] = { " via ", " (via " };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      const char *hit
          = g_strstr_len (text + name.start, (gssize) (name.end - name.start), tails[i]);

      if (hit != NULL)
        name.end = (gsize) (hit - text);
    }
  for (;;)
    {
      name = foi_text_span_trim (text, name);
      if (name.start < name.end && strchr ("\"'<([*,", text[name.start]) != NULL)
        name.start++;
      else if (name.start < name.end && strchr ("\"'<[(*,;:", text[name.end - 1]) != NULL)
        name.end--;
      else
        return name;
    }
}

/**
 * foi_mail_sender_split:
 * @text: valid UTF-8
 * @from: the value of a From header
 * @name: (out): the name in it, maybe empty
 * @email: (out): the address in it, maybe empty
 *
 * Reads `Name <a@b>`, `Name [mailto:a@b]`, `"Name" a@b`, `a@b (Name)` and either alone.
 *
 * Returns: whether one of both is there.
 */
gboolean
foi_mail_sender_split (const char *text, FoiTextSpan from, FoiTextSpan *name, FoiTextSpan *email)
{
  const char *behalf;

  g_return_val_if_fail (text != NULL && name != NULL && email != NULL, FALSE);

  behalf = g_strstr_len (text + from.start, (gssize) (from.end - from.start), " on behalf of ");
  if (behalf != NULL)
    from.start = (gsize) (behalf - text) + strlen (" on behalf of ");
  *email = (FoiTextSpan){ from.end, from.end };
  *name = from;
  if (foi_contact_find_email (text, from, email))
    {
      gsize start = email->start;

      if (start - from.start >= 7 && g_ascii_strncasecmp (text + start - 7, "mailto:", 7) == 0)
        start -= 7;
      name->end = start;
      if (foi_text_span_is_empty (strip_name (text, *name)))
        {
          *name = (FoiTextSpan){ email->end, from.end };
          while (name->start < name->end && strchr (">]) ", text[name->start]) != NULL)
            name->start++;
          while (name->start < name->end && strchr (">])", text[name->end - 1]) != NULL)
            name->end--;
        }
    }
  else
    {
      /* What is between the brackets is no address that can be answered. */
      const char *bracket = g_strstr_len (text + from.start, (gssize) (from.end - from.start), "<");

      if (bracket != NULL)
        name->end = (gsize) (bracket - text);
    }
  *name = strip_name (text, *name);
  return !foi_text_span_is_empty (*name) || !foi_text_span_is_empty (*email);
}

/**
 * foi_mail_sender_dup_name:
 * @text: valid UTF-8
 * @name: the span of a name from foi_mail_sender_split()
 *
 * Returns: (transfer full) (nullable): the name as people write it, decoded, and in the order of
 *   speech where the address book has the surname first ("Patel, Anita"); %NULL when it is only an
 *   address.
 */
char *
foi_mail_sender_dup_name (const char *text, FoiTextSpan name)
{
  g_autofree char *raw = foi_text_span_dup_line (text, name);
  g_autofree char *decoded = foi_encoded_words_decode (raw);
  g_autofree char *line = foi_text_span_dup_line (decoded, (FoiTextSpan){ 0, strlen (decoded) });
  g_autofree char *turned = NULL;
  char *comma;

  g_strdelimit (line, "\"", ' ');
  g_strstrip (line);
  if (*line == '\0' || strchr (line, '@') != NULL)
    return NULL;
  comma = strchr (line, ',');
  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return g_steal_pointer (&line);
  *comma = '\0';
  turned = g_strdup_printf ("%s %s", comma + 1 + strspn (comma + 1, " "), line);
  if (strchr (turned, '(') == NULL && foi_person_name_is_name (turned, FALSE))
    return g_steal_pointer (&turned);
  *comma = ',';
  return g_steal_pointer (&line);
}
