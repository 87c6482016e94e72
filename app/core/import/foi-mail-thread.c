/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-mail-thread.h"

#include <string.h>

#include "foi-list-marker.h"
#include "foi-question-sentence.h"
#include "foi-text-date.h"

/* A chain with more mails in it is read as far as this. */
#define MAX_MESSAGES 64
#define MAX_LINE 300
/* The most lines of one mail that are looked at to see whether it asks for anything. */
#define MAX_ASKING_LINES 2000

static char *
fold_line (const char *text, FoiTextSpan span)
{
  if (foi_text_span_is_empty (span) || span.end - span.start > MAX_LINE)
    return g_strdup ("");
  return foi_text_span_fold (text, span);
}

/* Lines that mail programs put above a mail they quote or pass on. */
static gboolean
read_divider (const char *text, FoiTextSpan line, FoiMailMark *mark)
{
  static const char *const forwards[] = {
    "begin forwarded message", "forwarded message", "forwarded by", "neges wedi'i hanfon ymlaen",
    NULL
  };
  static const char *const replies[] = {
    "original message", "original appointment", "neges wreiddiol", "reply message", NULL
  };
  gboolean ruled = line.end > line.start && strchr ("-_*", text[line.start]) != NULL;
  g_autofree char *folded = NULL;
  const char *words;

  if (!ruled && (line.end <= line.start || strchr ("bB", text[line.start]) == NULL))
    return FALSE;
  folded = fold_line (text, line);
  words = folded + strspn (folded, "-_* ");
  if (foi_phrase_begins (words, forwards) > 0 && strlen (words) < 100)
    *mark = FOI_MAIL_MARK_FORWARD;
  else if (ruled && foi_phrase_begins (words, replies) > 0 && strlen (words) < 60)
    *mark = FOI_MAIL_MARK_REPLY;
  else
    return FALSE;
  return TRUE;
}

/* "On 30 October 2024 at 10:15, Anita Patel <a@example.org> wrote:", on one line or two. */
static guint
read_attribution (const char *text, GArray *lines, guint i, FoiMailHeaders *headers)
{
  FoiTextSpan span = foi_text_line_span (foi_text_line (lines, i));
  guint after = i + 1;
  g_autofree char *folded = fold_line (text, span);
  FoiTextDate date;
  gsize at;

  if (!g_str_has_prefix (folded, "on ") && !g_str_has_prefix (folded, "ar "))
    return i;
  if (!g_str_has_suffix (folded, " wrote:") && !g_str_has_suffix (folded, " ysgrifennodd:"))
    {
      g_autofree char *next = NULL;

      if (after >= lines->len)
        return i;
      next = fold_line (text, foi_text_line_span (foi_text_line (lines, after)));
      if (!g_str_has_suffix (next, "wrote:") && !g_str_has_suffix (next, "ysgrifennodd:"))
        return i;
      span.end = foi_text_line (lines, after)->end;
      after++;
    }
  *headers = (FoiMailHeaders){ .message = FALSE };
  at = foi_text_span_skip_space (text, (FoiTextSpan){ span.start + 2, span.end });
  if (!foi_text_date_read (text, (FoiTextSpan){ at, span.end }, &date))
    return i;
  headers->date = (FoiTextSpan){ at, date.after };
  headers->from = (FoiTextSpan){ date.after, span.end };
  while (headers->from.end > headers->from.start
         && strchr (" \t\r\n", text[headers->from.end - 1]) == NULL)
    headers->from.end--;
  headers->from = foi_text_span_trim (text, headers->from);
  while (headers->from.start < headers->from.end
         && strchr (",: ", text[headers->from.start]) != NULL)
    headers->from.start++;
  return after;
}

/* A From line with a date below it, where no divider says that a mail begins. */
static guint
read_bare_headers (const char *text, GArray *lines, guint i, FoiMailHeaders *headers)
{
  const FoiTextLine *line = foi_text_line (lines, i);
  guint after;

  if (foi_text_line_is_blank (line) || strchr ("FfOo*", text[line->words]) == NULL)
    return i;
  after = foi_mail_headers_read (text, lines, i, headers);
  if (after == i || foi_text_span_is_empty (headers->from)
      || (foi_text_span_is_empty (headers->date) && foi_text_span_is_empty (headers->subject)))
    return i;
  return after;
}

/* Where the words go on that answer a quoted mail from above: the first line less quoted. */
static guint
find_unquoted (GArray *lines, guint first, guint32 depth)
{
  gboolean quoted = FALSE;

  for (guint i = first; i < lines->len; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);

      if (line->depth > depth)
        quoted = TRUE;
      else if (!foi_text_line_is_blank (line))
        return quoted ? i : lines->len;
    }
  return lines->len;
}

static void
begin_message (GArray *messages, guint first, const FoiMailMessage *message)
{
  if (messages->len > 0)
    g_array_index (messages, FoiMailMessage, messages->len - 1).end = first;
  g_array_append_vals (messages, message, 1);
}

static guint
skip_blank_lines (GArray *lines, guint i)
{
  while (i < lines->len && foi_text_line_is_blank (foi_text_line (lines, i)))
    i++;
  return i;
}

/* Reads what begins a mail at line @i, if anything does; returns the line after it. */
static guint
read_beginning (const char *text, GArray *lines, guint i, FoiMailMessage *message)
{
  guint after;

  *message = (FoiMailMessage){ .mark = FOI_MAIL_MARK_NONE };
  if (foi_text_line_is_blank (foi_text_line (lines, i)))
    return i;
  if (read_divider (text, foi_text_line_span (foi_text_line (lines, i)), &message->mark))
    {
      guint next = skip_blank_lines (lines, i + 1);

      after
          = next < lines->len ? foi_mail_headers_read (text, lines, next, &message->headers) : next;
      return MAX (after, i + 1);
    }
  message->mark = FOI_MAIL_MARK_REPLY;
  after = read_attribution (text, lines, i, &message->headers);
  return after > i ? after : read_bare_headers (text, lines, i, &message->headers);
}

/* The boundary lines and the part headers of a message with parts: the words come after them. A
 * part of parts has a boundary of its own, the last one counts. */
static guint
skip_part_headers (const char *text, GArray *lines, guint first, FoiTextSpan *boundary)
{
  guint shown = 0;

  for (guint i = first; i + 1 < lines->len && shown < 4; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);
      const FoiTextLine *next = foi_text_line (lines, i + 1);

      shown += !foi_text_line_is_blank (line);
      if (line->end - line->words < 4 || strncmp (text + line->words, "--", 2) != 0
          || next->end - next->words < 8
          || g_ascii_strncasecmp (text + next->words, "content-", 8) != 0)
        continue;
      *boundary = foi_text_line_span (line);
      while (i < lines->len && !foi_text_line_is_blank (foi_text_line (lines, i)))
        i++;
      first = i;
      shown = 0;
    }
  return first;
}

/* The line of the first message's words that ends its first part. */
static guint
find_boundary (const char *text, GArray *lines, guint first, FoiTextSpan boundary)
{
  gsize length = boundary.end - boundary.start;

  for (guint i = first; i < lines->len; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);

      if (line->end - line->words >= length
          && strncmp (text + line->words, text + boundary.start, length) == 0)
        return i;
    }
  return lines->len;
}

static guint
read_first (const char *text, GArray *lines, FoiMailMessage *message, guint *end)
{
  guint first = skip_blank_lines (lines, 0);
  FoiTextSpan boundary = { 0, 0 };

  *message = (FoiMailMessage){ .mark = FOI_MAIL_MARK_NONE, .body = first, .end = lines->len };
  *end = lines->len;
  if (first >= lines->len)
    return first;
  message->body = foi_mail_headers_read (text, lines, first, &message->headers);
  if (message->body == first)
    message->body = foi_mail_headers_read_viewed (text, lines, first, &message->headers);
  if (message->headers.message)
    message->body = skip_part_headers (text, lines, message->body, &boundary);
  if (!foi_text_span_is_empty (boundary))
    message->end = *end = find_boundary (text, lines, message->body, boundary);
  return message->body;
}

/**
 * foi_mail_thread_read:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 *
 * Returns: (transfer full) (element-type FoiMailMessage): the mails that @text holds, from its
 *   beginning on, at least one; a text that is no mail is one without headers.
 */
GArray *
foi_mail_thread_read (const char *text, GArray *lines)
{
  GArray *messages = g_array_new (FALSE, FALSE, sizeof (FoiMailMessage));
  FoiMailMessage message;
  guint i, end, unquoted = G_MAXUINT;

  g_return_val_if_fail (text != NULL && lines != NULL, messages);

  i = read_first (text, lines, &message, &end);
  begin_message (messages, 0, &message);
  while (i < end && messages->len < MAX_MESSAGES)
    {
      guint after = read_beginning (text, lines, i, &message);

      if (after > i)
        {
          message.body = after;
          message.end = end;
          begin_message (messages, i, &message);
          unquoted = find_unquoted (lines, after, foi_text_line (lines, i)->depth);
          i = after;
          continue;
        }
      if (i == unquoted)
        {
          /* The sender of the whole goes on below what they quoted. */
          message = g_array_index (messages, FoiMailMessage, 0);
          message.mark = FOI_MAIL_MARK_NONE;
          message.body = i;
          message.end = end;
          begin_message (messages, i, &message);
        }
      i++;
    }
  return messages;
}

/* Whether the mail asks for information, so may be the request. */
static gboolean
message_asks (const char *text, GArray *lines, const FoiMailMessage *message)
{
  guint end = MIN (message->end, message->body + MAX_ASKING_LINES);
  guint items = 0, introductions = 0;

  for (guint i = message->body; i < end; i++)
    {
      FoiTextSpan line = foi_text_line_span (foi_text_line (lines, i));
      FoiListMarker marker;

      if (foi_text_span_is_empty (line))
        continue;
      line.end = MIN (line.end, line.start + 2 * MAX_LINE);
      while (line.end > line.start && (text[line.end] & 0xc0) == 0x80)
        line.end--;
      if (foi_list_marker_read (text, line, &marker))
        {
          items++;
          line.start = MIN (marker.words, line.end);
        }
      if (foi_sentence_any_asks (text, line))
        return TRUE;
      introductions += foi_sentence_classify_span (text, line) == FOI_SENTENCE_INTRODUCES;
    }
  return items >= 2 && introductions > 0;
}

/* Whether the subject of @message says that it passes another on. */
static gboolean
passes_on (const char *text, const FoiMailMessage *message)
{
  static const char *const prefixes[] = { "fw", "fwd", "ymlaen", NULL };
  g_autofree char *subject = fold_line (text, message->headers.subject);

  return foi_phrase_begins (subject, prefixes) > 0;
}

static gboolean
is_forwarded (const char *text, GArray *messages)
{
  if (passes_on (text, &g_array_index (messages, FoiMailMessage, 0)))
    return TRUE;
  for (guint i = 1; i < messages->len; i++)
    {
      if (g_array_index (messages, FoiMailMessage, i).mark == FOI_MAIL_MARK_FORWARD)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_mail_thread_choose:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @messages: (element-type FoiMailMessage): the mails of foi_mail_thread_read()
 *
 * Returns: which of them is the request: where mail was passed on, the first passed on that asks;
 *   else the sender's own words if they ask; else the first earlier mail that does.
 */
guint
foi_mail_thread_choose (const char *text, GArray *lines, GArray *messages)
{
  guint own = G_MAXUINT, inner = G_MAXUINT, passed = G_MAXUINT;

  g_return_val_if_fail (text != NULL && messages != NULL && messages->len > 0, 0);

  if (messages->len == 1)
    return 0;
  for (guint i = 0; i < messages->len; i++)
    {
      const FoiMailMessage *message = &g_array_index (messages, FoiMailMessage, i);
      guint *place = message->mark == FOI_MAIL_MARK_NONE ? &own : &inner;

      /* A colleague on the way may ask something too: "Is this one for you?" */
      if (message->mark != FOI_MAIL_MARK_NONE && i + 1 < messages->len && passes_on (text, message))
        place = &passed;
      if (*place == G_MAXUINT && message_asks (text, lines, message))
        *place = i;
    }
  inner = inner != G_MAXUINT ? inner : passed;
  if (inner != G_MAXUINT && (own == G_MAXUINT || is_forwarded (text, messages)))
    return inner;
  return own != G_MAXUINT ? own : 0;
}
