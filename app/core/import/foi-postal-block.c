/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-postal-block.h"

#include <string.h>

#include "foi-contact.h"
#include "foi-person-name.h"
#include "foi-request-frame.h"

/* The most lines above a letter's greeting, of a signature, and of one address. */
#define MAX_TOP_LINES 60
#define MAX_SIGNATURE_LINES 16
#define MAX_ADDRESS_LINES 8
#define MAX_LINE 160

static char *
dup_short (const char *text, FoiTextSpan line)
{
  return line.end - line.start > MAX_LINE ? g_strdup ("") : foi_text_span_dup_line (text, line);
}

static char *
fold_short (const char *text, FoiTextSpan line)
{
  return line.end - line.start > MAX_LINE ? g_strdup ("") : foi_text_span_fold (text, line);
}

/* Whether a line above an address is the name of a person, not of a house or a place. */
static gboolean
is_name (const char *text, FoiTextSpan line)
{
  static const char *const places[] = {
    "cottage", "lane", "house", "farm", "court", "lodge", "hall", "villa", "close", "mews",
    "drive", "way", "barn", "mill", "hill", "park", "gardens", "terrace", "place", "square",
    "green", "row", "rise", "view", "flat", "apartment", "upon", "under", "great", "little",
    "north", "south", NULL
  };
  g_autofree char *value = dup_short (text, line);
  g_autofree char *folded = fold_short (text, line);

  return strchr (value, ' ') != NULL && foi_person_name_is_name (value, FALSE)
         && (foi_person_name_has_title (value) || !foi_phrase_within (folded, places));
}

/* Whether a line can belong to a postal address: short, no sentence, no telephone, no name. */
static gboolean
is_address_line (const char *text, FoiTextSpan line)
{
  g_autofree char *folded = fold_short (text, line);
  FoiTextDate date;

  if (*folded == '\0' || strlen (folded) > 90 || strpbrk (folded, "?@") != NULL
      || folded[strlen (folded) - 1] == ':')
    return FALSE;
  return !foi_contact_is_detail (folded) && !foi_text_date_read (text, line, &date);
}

/* The address that ends in the postcode of line @last: lines up to @first, a name, a blank. */
static FoiTextSpan
read_address (const char *text, GArray *lines, guint first, guint last, guint *from)
{
  guint i = last;

  while (i > first && last - i < MAX_ADDRESS_LINES - 1
         && !foi_text_line_is_blank (foi_text_line (lines, i - 1))
         && is_address_line (text, foi_text_line_span (foi_text_line (lines, i - 1)))
         && !is_name (text, foi_text_line_span (foi_text_line (lines, i - 1))))
    i--;
  *from = i;
  return (FoiTextSpan){ foi_text_line (lines, i)->words, foi_text_line (lines, last)->end };
}

/* Where the first part of @line ends; @next is where the one after it begins. */
static gsize
part_end (const char *text, FoiTextSpan line, gsize *next)
{
  static const char *const separators[] = {
    ", ", " | ", " - ", " – ", " — ", " • ", " at ", NULL
  };
  gsize end = line.end;

  *next = line.end;
  for (gsize i = 0; separators[i] != NULL; i++)
    {
      const char *hit = g_strstr_len (text + line.start, (gssize) (end - line.start),
                                      separators[i]);

      if (hit == NULL)
        continue;
      end = (gsize) (hit - text);
      *next = end + strlen (separators[i]);
    }
  return end;
}

/* The part of a signature line that names the organisation: "Reporter, The Example Gazette". */
static FoiTextSpan
organisation_in (const char *text, FoiTextSpan line)
{
  static const char *const jobs[] = {
    "editor", "reporter", "manager", "officer", "director", "researcher", "journalist",
    "secretary", "correspondent", "head of", "analyst", "associate", "consultant",
    "candidate", "student", "assistant", "coordinator", "producer", "lecturer", "professor",
    "leader", "chair", NULL
  };
  g_autofree char *folded = fold_short (text, line);
  FoiTextSpan best = { line.end, line.end };

  if (*folded == '\0' || strlen (folded) > 100 || foi_contact_is_detail (folded)
      || !foi_contact_is_organisation (folded) || strpbrk (folded, "?:") != NULL)
    return best;
  while (line.start < line.end)
    {
      gsize next;
      FoiTextSpan part = { line.start, part_end (text, line, &next) };
      g_autofree char *words = fold_short (text, part);

      if (foi_contact_is_organisation (words) && !foi_phrase_within (words, jobs)
          && part.end - part.start >= best.end - best.start)
        best = foi_text_span_trim (text, part);
      line.start = next;
    }
  return best;
}

static void
take_email (const char *text, FoiTextSpan line, FoiTextSpan *email)
{
  FoiTextSpan found;

  if (foi_text_span_is_empty (*email) && line.end - line.start <= MAX_LINE
      && foi_contact_find_email (text, line, &found))
    *email = found;
}

/**
 * foi_signature_read:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: the line after the name
 * @end: the line after the last of the mail
 * @signature: (out): what the lines say; the name is not read
 *
 * Reads what people put below their name.
 */
void
foi_signature_read (const char *text, GArray *lines, guint first, guint end,
                    FoiSignature *signature)
{
  guint shown = 0;

  g_return_if_fail (text != NULL && lines != NULL && signature != NULL);

  *signature = (FoiSignature){ .name = { 0, 0 } };
  for (guint i = first; i < end && shown < MAX_SIGNATURE_LINES; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);
      FoiTextSpan span = foi_text_line_span (line), postcode;
      guint from;

      if (foi_text_span_is_empty (span))
        continue;
      if (foi_request_footer_begins (text, line) && span.end - span.start > 2)
        break;
      shown++;
      take_email (text, span, &signature->email);
      if (foi_text_span_is_empty (signature->organisation))
        signature->organisation = organisation_in (text, span);
      if (!foi_text_span_is_empty (signature->address) || span.end - span.start > MAX_LINE
          || !foi_contact_find_postcode (text, span, &postcode))
        continue;
      signature->address = read_address (text, lines, first, i, &from);
      if (signature->address.start <= signature->organisation.start
          && signature->organisation.end < signature->address.end)
        signature->address.start
          = foi_text_span_skip_space (text, (FoiTextSpan){ signature->organisation.end,
                                                           signature->address.end });
    }
}

/**
 * foi_subject_line_read:
 * @text: valid UTF-8
 * @line: a line of a letter
 * @subject: (out): what it says after "Re:"
 *
 * Returns: whether @line says what a letter is about: it begins with "Re:" or the like, or is a
 *   heading that names the Act.
 */
gboolean
foi_subject_line_read (const char *text, FoiTextSpan line, FoiTextSpan *subject)
{
  static const char *const marks[] = { "re", "ref", "subject", "regarding", "pwnc", NULL };
  static const char *const laws[] = {
    "freedom of information", "foi request", "foi", "environmental information", NULL
  };
  static const char *const sentences[] = {
    "i", "please", "under", "this", "my", "we", "dear", "thank", "could", "can", NULL
  };
  g_autofree char *folded = fold_short (text, line);
  gsize length = foi_phrase_begins (folded, marks);
  const char *after = folded + length;

  *subject = line;
  if (*folded == '\0' || strlen (folded) > 140)
    return FALSE;
  after += strspn (after, " ");
  if (length > 0 && (*after == ':' || *after == '-'))
    {
      const char *mark = text + line.start;

      while (mark < text + line.end && *mark != ':' && *mark != '-' && (guchar) *mark != 0xe2)
        mark++;
      mark = mark < text + line.end ? g_utf8_next_char (mark) : mark;
      *subject = foi_text_span_trim (text, (FoiTextSpan){ (gsize) (mark - text), line.end });
      return !foi_text_span_is_empty (*subject);
    }
  return strchr (".?!,:;", folded[strlen (folded) - 1]) == NULL && foi_phrase_within (folded, laws)
         && foi_phrase_begins (folded, sentences) == 0;
}

/* A line that is a date, with or without a word before it ("Date: 3 May 2024", "Exampleton, 3 May
 * 2024"). */
static gboolean
read_date_line (const char *text, FoiTextSpan line, FoiTextDate *date)
{
  FoiTextSpan rest;

  if (line.end - line.start > 60 || !foi_text_date_find (text, line, date))
    return FALSE;
  rest = foi_text_span_trim (text, (FoiTextSpan){ MIN (date->after, line.end), line.end });
  if (foi_text_span_has_words (text, rest))
    return FALSE;
  return date->span.start - line.start <= 30;
}

/* The lines of an addressee ("Freedom of Information Officer") are no heading. */
static gboolean
stands_alone (GArray *lines, guint first, guint i)
{
  return (i == first || foi_text_line_is_blank (foi_text_line (lines, i - 1)))
         && (i + 1 >= lines->len || foi_text_line_is_blank (foi_text_line (lines, i + 1)));
}

/* A block of lines with a postcode: the sender's, unless it is the authority's. */
static void
take_block (const char *text, GArray *lines, guint first, guint postcode_line,
            FoiSignature *sender)
{
  guint from, start = postcode_line;
  FoiTextSpan address = read_address (text, lines, first, postcode_line, &from);
  FoiTextSpan whole;
  g_autofree char *folded = NULL;

  while (start > first && !foi_text_line_is_blank (foi_text_line (lines, start - 1)))
    start--;
  whole = (FoiTextSpan){ foi_text_line (lines, start)->words, address.end };
  folded = foi_text_span_fold (text, whole);
  if (foi_contact_is_public_office (folded))
    return;
  sender->address = address;
  if (from > first && is_name (text, foi_text_line_span (foi_text_line (lines, from - 1))))
    sender->name = foi_text_line_span (foi_text_line (lines, from - 1));
  sender->organisation = organisation_in (text, foi_text_line_span (foi_text_line (lines, from)));
  if (foi_text_span_is_empty (sender->organisation)
      || sender->organisation.end >= address.end)
    return;
  sender->address.start
    = foi_text_span_skip_space (text, (FoiTextSpan){ sender->organisation.end, address.end });
}

/**
 * foi_letter_top_read:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: the first line
 * @end: the line after the last
 * @sender: (out): the sender's block
 * @date: (out): the letter's date
 * @subject: (out): the line that says what it is about, if it stands above the greeting
 *
 * Reads what stands above the greeting of a letter on paper.
 *
 * Returns: the line of the greeting; @first where the text has no such top.
 */
guint
foi_letter_top_read (const char *text, GArray *lines, guint first, guint end,
                     FoiSignature *sender, FoiTextDate *date, FoiTextSpan *subject)
{
  guint greeting = first, last = MIN (end, first + MAX_TOP_LINES);
  FoiTextSpan span;

  g_return_val_if_fail (text != NULL && lines != NULL && sender != NULL, first);

  *sender = (FoiSignature){ .name = { 0, 0 } };
  *date = (FoiTextDate){ .state = FOI_TEXT_DATE_NONE };
  *subject = (FoiTextSpan){ 0, 0 };
  while (greeting < last
         && !foi_request_greeting_read (text, foi_text_line (lines, greeting), &span))
    greeting++;
  if (greeting == last)
    return first;
  for (guint i = first; i < greeting; i++)
    {
      FoiTextSpan postcode, line = foi_text_line_span (foi_text_line (lines, i));
      FoiTextDate found;

      if (foi_text_span_is_empty (line) || line.end - line.start > MAX_LINE)
        continue;
      take_email (text, line, &sender->email);
      if (date->state == FOI_TEXT_DATE_NONE && read_date_line (text, line, &found))
        *date = found;
      else if (foi_text_span_is_empty (*subject) && stands_alone (lines, first, i)
               && foi_subject_line_read (text, line, &span))
        *subject = span;
      if (foi_text_span_is_empty (sender->address)
          && foi_contact_find_postcode (text, line, &postcode))
        take_block (text, lines, first, i, sender);
    }
  return greeting;
}
