/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-request-frame.h"

#include <string.h>

/* The most paragraphs of warnings that are looked for above a mail. */
#define MAX_BANNERS 6
/* A longer line is a paragraph of the request, not the beginning of a footer. */
#define MAX_RULE 200

/* What mail systems of authorities put above mail from outside. */
static const char *const banners[] = {
  "caution", "[caution", "external", "[external", "*** external", "**external", "*external",
  "external email", "external sender", "warning", "this email originated", "this email came from",
  "this e-mail originated", "this message originated", "this email has originated",
  "this message is from an external", "this email is from an external", "this is an external",
  "you don't often get email", "you do not often get email", "some people who received this",
  "learn why this is important", "do not click", "be cautious", "think before you click",
  "rhybudd", "this message was sent securely", NULL
};

/* How the lines begin that mail programs, employers and request sites put below. */
static const char *const footers[] = {
  "this email and any", "this e-mail and any", "this message and any",
  "this email is confidential", "this e-mail is confidential", "this message is confidential",
  "this email is intended", "this e-mail is intended", "this message is intended",
  "this email may contain", "this e-mail may contain", "this email contains",
  "this message contains", "the information contained in this", "the information in this e",
  "the contents of this e", "disclaimer", "confidentiality notice", "confidentiality",
  "confidential", "important notice", "privacy notice", "if you have received this",
  "if you are not the intended", "please consider the environment", "think before you print",
  "before printing", "save paper", "sent from my", "sent from outlook", "sent from yahoo",
  "sent from mail", "sent from samsung", "sent from the", "sent via", "sent with",
  "get outlook for", "virus-free", "registered office", "registered in england",
  "registered in scotland", "company registration", "company number", "registered charity",
  "charity number", "charity no", "please use this email address for all", "to unsubscribe",
  "unsubscribe", "mae'r neges hon", "mae'r e-bost hwn", "anfonwyd o'm", "any views or opinions",
  "the views expressed", NULL
};

/* A line of nothing but rules: "-----", "_____", "=====". Two hyphens alone begin a signature. */
static gboolean
is_rule (const char *text, FoiTextSpan line)
{
  gsize length = line.end - line.start;
  const char c = length > 0 ? text[line.start] : '\0';

  if (length < 2 || strchr ("-_=*~", c) == NULL)
    return FALSE;
  if (length == 2)
    return c == '-';
  if (length < 8)
    return FALSE;
  for (gsize i = line.start; i < line.end; i++)
    {
      if (text[i] != c)
        return FALSE;
    }
  return TRUE;
}

static gboolean
begins_with_any (const char *text, FoiTextSpan line, const char *const *phrases)
{
  g_autofree char *folded = NULL;
  const char *words;

  line.end = MIN (line.end, line.start + MAX_RULE);
  while (line.end > line.start && (text[line.end] & 0xc0) == 0x80)
    line.end--;
  folded = foi_text_span_fold (text, line);
  words = folded + strspn (folded, "*_ ");
  return foi_phrase_begins (folded, phrases) > 0 || foi_phrase_begins (words, phrases) > 0;
}

/**
 * foi_request_skip_banners:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: where the words of a mail begin
 * @end: the line after the last
 *
 * Returns: the first line that shows after the warnings which an authority's mail system puts
 *   above mail from outside.
 */
guint
foi_request_skip_banners (const char *text, GArray *lines, guint first, guint end)
{
  guint i = first;

  for (guint n = 0; n < MAX_BANNERS; n++)
    {
      gboolean banner = FALSE;
      FoiTextSpan greeting;

      while (i < end && (foi_text_line_is_blank (foi_text_line (lines, i))
                         || is_rule (text, foi_text_line_span (foi_text_line (lines, i)))))
        i++;
      while (i < end && !foi_text_line_is_blank (foi_text_line (lines, i))
             && !foi_request_greeting_read (text, foi_text_line (lines, i), &greeting)
             && (banner
                 || begins_with_any (text, foi_text_line_span (foi_text_line (lines, i)), banners)))
        {
          banner = TRUE;
          i++;
        }
      if (!banner)
        break;
    }
  return i;
}

/**
 * foi_request_footer_begins:
 * @text: valid UTF-8
 * @line: a line
 *
 * Returns: whether a legal or commercial footer of mail may begin with @line, or the rule above
 *   one, or the two hyphens above a signature.
 */
gboolean
foi_request_footer_begins (const char *text, const FoiTextLine *line)
{
  FoiTextSpan span = foi_text_line_span (line);

  if (foi_text_span_is_empty (span))
    return FALSE;
  return is_rule (text, span) || begins_with_any (text, span, footers);
}
