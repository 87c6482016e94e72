/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-request-frame.h"

#include <string.h>

#include "foi-list-marker.h"
#include "foi-person-name.h"
#include "foi-postal-block.h"
#include "foi-question-sentence.h"

/* A line longer than this is no greeting, sign-off or name. */
#define MAX_SHORT_LINE 160
/* How many lines that show may come before the greeting, and between sign-off and name. */
#define MAX_BEFORE_GREETING 4
#define MAX_BEFORE_NAME 3
#define MAX_THANKS 3

static const char *const greetings[] = {
  "dear", "hi", "hi there", "hello", "hello there", "good morning", "good afternoon",
  "good evening", "to whom it may concern", "to whom this may concern", "greetings", "sir",
  "sir/madam", "sirs", "fao", "annwyl", "helo", "bore da", "prynhawn da", "good day", NULL
};

/* These greet only before a comma, or alone. */
static const char *const short_greetings[] = {
  "morning", "afternoon", "evening", "all", "team", "prynhawn", NULL
};

static const char *const sign_offs[] = {
  "yours faithfully", "yours sincerely", "yours truly", "yours respectfully", "yours",
  "kind regards", "kindest regards", "best regards", "warm regards", "warmest regards",
  "with kind regards", "with best regards", "regards", "best wishes", "with best wishes",
  "all the best", "many thanks", "thanks", "thank you", "thank you very much", "thanks again",
  "many thanks in advance", "thanks in advance", "thank you in advance", "with thanks",
  "with many thanks", "cheers", "best", "sincerely", "faithfully", "respectfully", "kr", "rgds",
  "yn gywir", "yr eiddoch yn gywir", "cofion", "cofion cynnes", "cofion gorau", "diolch",
  "diolch yn fawr", "gyda diolch", "many thanks and kind regards", "thanks and regards",
  "thank you and kind regards", "thanks and kind regards", "in anticipation", "ta", NULL
};

static char *
fold_short (const char *text, FoiTextSpan line)
{
  if (foi_text_span_is_empty (line) || line.end - line.start > MAX_SHORT_LINE)
    return g_strdup ("");
  return foi_text_span_fold (text, line);
}

/**
 * foi_request_greeting_read:
 * @text: valid UTF-8
 * @line: a line
 * @greeting: (out): the greeting, to the comma where the request goes on after it
 *
 * Returns: whether @line begins with a greeting.
 */
gboolean
foi_request_greeting_read (const char *text, const FoiTextLine *line, FoiTextSpan *greeting)
{
  FoiTextSpan span = foi_text_line_span (line);
  FoiTextSpan head = span;
  g_autofree char *folded = NULL;
  const char *comma;
  gsize length, short_length;

  head.end = MIN (span.end, span.start + 100);
  while (head.end < span.end && (text[head.end] & 0xc0) == 0x80)
    head.end++;
  folded = foi_text_span_fold (text, head);
  length = foi_phrase_begins (folded, greetings);
  short_length = foi_phrase_begins (folded, short_greetings);
  if (short_length > 0 && strchr (",!", folded[short_length]) != NULL)
    length = short_length;
  *greeting = span;
  if (length == 0 || strchr (" ,.!:;/", folded[length]) == NULL)
    return FALSE;
  comma = memchr (text + span.start, ',', MIN (span.end - span.start, 60));
  if (comma != NULL)
    greeting->end = (gsize) (comma - text) + 1;
  else if (span.end - span.start > 60 || g_str_has_suffix (folded, "?"))
    /* "Hi please can you tell me …": what is greeted cannot be told from what is asked. */
    greeting->end = MIN (span.end, span.start + length);
  return length > 4 || comma != NULL || span.end - span.start < 60 || *folded == 'h'
         || g_str_has_prefix (folded, "dear");
}

/* The length of a sign-off at the beginning of @folded: one, or two with "and" between them. */
static gsize
sign_off_length (const char *folded)
{
  gsize length = foi_phrase_begins (folded, sign_offs);
  gsize second;

  if (length == 0 || !g_str_has_prefix (folded + length, " and "))
    return length;
  second = foi_phrase_begins (folded + length + 5, sign_offs);
  return second > 0 ? length + 5 + second : length;
}

/* Whether @line is a sign-off; @name is what follows it on the same line. */
static gboolean
read_sign_off (const char *text, FoiTextSpan line, FoiTextSpan *name)
{
  static const char *const alone[] = { "best", "yours", "kr", "ta", "all the best", NULL };
  g_autofree char *folded = fold_short (text, line);
  gsize length = sign_off_length (folded);
  gsize at = line.start;
  g_autofree char *rest = NULL;

  *name = (FoiTextSpan){ line.end, line.end };
  if (length == 0)
    return FALSE;
  /* The phrases are ASCII, so folding kept each letter; white space may have been longer. */
  for (gsize i = 0; i < length && at < line.end; i++)
    {
      gboolean blank = folded[i] == ' ';

      at = blank ? foi_text_span_skip_space (text, (FoiTextSpan){ at, line.end })
                 : (gsize) (g_utf8_next_char (text + at) - text);
    }
  while (at < line.end && strchr (",.!:;- ", text[at]) != NULL)
    at++;
  *name = foi_text_span_trim (text, (FoiTextSpan){ at, line.end });
  if (foi_text_span_is_empty (*name))
    return TRUE;
  /* "Best Value Contracts" is a heading. */
  if (folded[length] == ' ' && foi_phrase_begins (folded, alone) == length)
    return FALSE;
  rest = foi_text_span_dup_line (text, *name);
  return foi_person_name_is_name (rest, FALSE);
}

/* Whether @line asks for something, so that what stands before it cannot be the end. */
static gboolean
line_asks (const char *text, FoiTextSpan line)
{
  static const char *const afterthoughts[] = { "ps", "p.s", "p.s.", NULL };
  g_autofree char *folded = NULL;
  FoiListMarker marker;

  line.end = MIN (line.end, line.start + 400);
  while (line.end > line.start && (text[line.end] & 0xc0) == 0x80)
    line.end--;
  folded = foi_text_span_fold (text, line);
  if (foi_phrase_begins (folded, afterthoughts) > 0)
    return TRUE;
  if (foi_list_marker_read (text, line, &marker) && marker.kind != FOI_MARKER_BULLET
      && marker.form != ' ' && marker.words < line.end)
    return TRUE;
  return foi_sentence_any_asks (text, line) && strchr (folded, '@') == NULL;
}

/* The first line that shows from @i on, or @end. */
static guint
next_shown (GArray *lines, guint i, guint end)
{
  while (i < end && foi_text_line_is_blank (foi_text_line (lines, i)))
    i++;
  return i;
}

/* The name below the sign-off in line @i, and the closing's end with it. */
static void
read_name_below (const char *text, GArray *lines, guint i, guint end, FoiRequestFrame *frame)
{
  guint shown = 0;

  for (i = next_shown (lines, i + 1, end); i < end && shown < MAX_BEFORE_NAME;
       i = next_shown (lines, i + 1, end), shown++)
    {
      FoiTextSpan line = foi_text_line_span (foi_text_line (lines, i));
      g_autofree char *value = NULL;
      FoiTextSpan inline_name;

      if (line.end - line.start > MAX_SHORT_LINE)
        return;
      if (read_sign_off (text, line, &inline_name))
        {
          frame->closing.end = line.end;
          frame->name = inline_name;
          if (!foi_text_span_is_empty (inline_name))
            return;
          continue;
        }
      value = foi_text_span_dup_line (text, line);
      if (!foi_person_name_is_name (value, TRUE))
        return;
      frame->name = line;
      frame->closing.end = line.end;
      return;
    }
}

/* Takes paragraphs of thanks above the sign-off into the closing. */
static void
take_thanks (const char *text, GArray *lines, guint first, guint sign_off, FoiRequestFrame *frame)
{
  guint i = sign_off;

  for (guint n = 0; n < MAX_THANKS; n++)
    {
      FoiTextSpan paragraph;
      g_autofree char *folded = NULL;
      guint last;

      while (i > first && foi_text_line_is_blank (foi_text_line (lines, i - 1)))
        i--;
      last = i;
      while (i > first && last - i < 4 && !foi_text_line_is_blank (foi_text_line (lines, i - 1)))
        i--;
      if (i == last || (i > first && !foi_text_line_is_blank (foi_text_line (lines, i - 1))))
        return;
      paragraph
          = (FoiTextSpan){ foi_text_line (lines, i)->words, foi_text_line (lines, last - 1)->end };
      if (paragraph.start < frame->greeting.end || paragraph.end - paragraph.start > 400)
        return;
      folded = foi_text_span_fold (text, paragraph);
      if (!foi_sentence_is_thanks (folded) || foi_sentence_any_asks (text, paragraph))
        return;
      frame->closing.start = paragraph.start;
    }
}

static gboolean
is_name_line (const char *text, FoiTextSpan line, gboolean signed_off)
{
  g_autofree char *value = NULL;

  if (line.end - line.start > 60)
    return FALSE;
  value = foi_text_span_dup_line (text, line);
  if (signed_off)
    return foi_person_name_is_name (value, TRUE);
  /* Scripts without capitals do not tell a name from a sentence. */
  return strchr (value, ' ') != NULL && g_unichar_isupper (g_utf8_get_char (value))
         && foi_person_name_is_name (value, FALSE);
}

/* A word with a capital that stands alone at the end. */
static gboolean
is_first_name (const char *text, FoiTextSpan line)
{
  g_autofree char *value = NULL;

  if (line.end - line.start > 24)
    return FALSE;
  value = foi_text_span_dup_line (text, line);
  return *value != '\0' && strchr (value, ' ') == NULL
         && g_unichar_isupper (g_utf8_get_char (value))
         && g_unichar_islower (g_utf8_get_char (g_utf8_next_char (value)))
         && foi_person_name_is_name (value, FALSE);
}

/* The name where nobody signed off: the last line after thanks, or at the head of the last
 * paragraph. */
static void
read_bare_name (const char *text, GArray *lines, guint first, guint end, FoiRequestFrame *frame)
{
  guint last = end, i;
  FoiTextSpan line;

  while (last > first && foi_text_line_is_blank (foi_text_line (lines, last - 1)))
    last--;
  if (last - first >= 2)
    {
      FoiTextSpan above = foi_text_line_span (foi_text_line (lines, last - 2));
      g_autofree char *folded = fold_short (text, above);

      line = foi_text_line_span (foi_text_line (lines, last - 1));
      if (foi_text_span_is_empty (above) && is_first_name (text, line))
        {
          frame->name = frame->closing = line;
          return;
        }
      if (foi_sentence_is_thanks (folded) && is_name_line (text, line, TRUE))
        {
          frame->name = line;
          frame->closing = (FoiTextSpan){ above.start, line.end };
          return;
        }
    }
  for (i = last; i > first && !foi_text_line_is_blank (foi_text_line (lines, i - 1)); i--)
    {
      if (last - i > 8)
        return;
    }
  if (i >= last || i == first)
    return;
  line = foi_text_line_span (foi_text_line (lines, i));
  if (line.start >= frame->greeting.end && is_name_line (text, line, FALSE))
    frame->name = frame->closing = line;
}

static void
find_greeting (const char *text, GArray *lines, guint first, guint end, FoiRequestFrame *frame)
{
  guint shown = 0;

  for (guint i = next_shown (lines, first, end); i < end && shown < MAX_BEFORE_GREETING;
       i = next_shown (lines, i + 1, end), shown++)
    {
      guint next = next_shown (lines, i + 1, end);
      FoiTextSpan subject;

      if (!foi_request_greeting_read (text, foi_text_line (lines, i), &frame->greeting))
        continue;
      /* The line below it that says what a letter is about. */
      if (frame->greeting.end == foi_text_line (lines, i)->end && next < end
          && foi_subject_line_read (text, foi_text_line_span (foi_text_line (lines, next)),
                                    &subject))
        {
          frame->subject = subject;
          frame->greeting.end = foi_text_line (lines, next)->end;
        }
      return;
    }
  frame->greeting = (FoiTextSpan){ 0, 0 };
}

/* What one walk over the lines finds out. */
typedef struct
{
  guint sign_off;
  guint last_asking;
  guint end;
} Walk;

/*
 * The sign-off is the first after the last line that asks (without one, the last before it). A
 * footer ends the walk once somebody signed off; before that only if nothing is asked after it, for
 * a request may well begin a line with "Confidentiality".
 */
static Walk
walk_lines (const char *text, GArray *lines, guint first, guint end, gsize from)
{
  Walk walk = { G_MAXUINT, G_MAXUINT, end };
  guint before = G_MAXUINT;

  for (guint i = first; i < end; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);
      FoiTextSpan span = foi_text_line_span (line), name;

      if (foi_text_span_is_empty (span) || span.start < from)
        continue;
      if (foi_request_footer_begins (text, line))
        {
          walk.end = MIN (walk.end, i);
          if (walk.sign_off != G_MAXUINT)
            break;
        }
      else if (read_sign_off (text, span, &name))
        {
          walk.sign_off = MIN (walk.sign_off, i);
        }
      else if (line_asks (text, span))
        {
          walk.last_asking = i;
          walk.end = end;
          before = walk.sign_off != G_MAXUINT ? walk.sign_off : before;
          walk.sign_off = G_MAXUINT;
        }
    }
  if (walk.sign_off == G_MAXUINT)
    walk.sign_off = before;
  return walk;
}

/**
 * foi_request_frame_read:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: the first line of the request's words
 * @end: the line after the last that may belong to them
 * @frame: (out): what stands around them
 *
 * Finds greeting, sign-off and name, and where signature and footer begin.
 */
void
foi_request_frame_read (const char *text, GArray *lines, guint first, guint end,
                        FoiRequestFrame *frame)
{
  Walk walk;

  g_return_if_fail (text != NULL && lines != NULL && frame != NULL);

  *frame = (FoiRequestFrame){ .end = end };
  find_greeting (text, lines, first, end, frame);
  walk = walk_lines (text, lines, first, end, frame->greeting.end);
  frame->end = walk.end;
  if (walk.sign_off < walk.end)
    {
      frame->closing = foi_text_line_span (foi_text_line (lines, walk.sign_off));
      if (read_sign_off (text, frame->closing, &frame->name)
          && foi_text_span_is_empty (frame->name))
        read_name_below (text, lines, walk.sign_off, walk.end, frame);
      take_thanks (text, lines, first, walk.sign_off, frame);
    }
  else
    {
      read_bare_name (text, lines, first, walk.end, frame);
      if (!foi_text_span_is_empty (frame->closing))
        take_thanks (text, lines, first, foi_text_lines_find (lines, frame->closing.start), frame);
    }
  if (!foi_text_span_is_empty (frame->closing)
      && (walk.last_asking == G_MAXUINT
          || foi_text_line (lines, walk.last_asking)->start < frame->closing.start))
    frame->end = foi_text_lines_find (lines, frame->closing.end - 1) + 1;
}
