/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-form-fields.h"

#include <string.h>

#include "foi-contact.h"

/* The most lines of a form before the request itself, and the longest name of a field. */
#define MAX_LINES 80
#define MAX_NAME 60
#define MAX_VALUE_LINES 8

/* Of what a form is called, above its first field. */
#define MAX_HEADING_LINES 2

typedef enum
{
  FIELD_NONE,
  FIELD_NAME,
  FIELD_TITLE,
  FIELD_FIRST_NAME,
  FIELD_LAST_NAME,
  FIELD_EMAIL,
  FIELD_ORGANISATION,
  FIELD_ADDRESS,
  FIELD_DATE,
  FIELD_SUBJECT,
  FIELD_REQUEST,
  FIELD_OTHER,
} FieldKind;

static FieldKind
field_kind (const char *folded)
{
  static const struct
  {
    const char *name;
    FieldKind   kind;
  } names[] = {
    { "name", FIELD_NAME },                 { "full name", FIELD_NAME },
    { "your name", FIELD_NAME },            { "your full name", FIELD_NAME },
    { "applicant name", FIELD_NAME },       { "requester name", FIELD_NAME },
    { "first name", FIELD_FIRST_NAME },     { "forename", FIELD_FIRST_NAME },
    { "last name", FIELD_LAST_NAME },       { "surname", FIELD_LAST_NAME },
    { "email", FIELD_EMAIL },               { "e-mail", FIELD_EMAIL },
    { "email address", FIELD_EMAIL },       { "e-mail address", FIELD_EMAIL },
    { "your email", FIELD_EMAIL },          { "your email address", FIELD_EMAIL },
    { "organisation", FIELD_ORGANISATION }, { "organisation name", FIELD_ORGANISATION },
    { "company", FIELD_ORGANISATION },      { "organisation (if applicable)", FIELD_ORGANISATION },
    { "address", FIELD_ADDRESS },           { "postal address", FIELD_ADDRESS },
    { "your address", FIELD_ADDRESS },      { "date of request", FIELD_DATE },
    { "date", FIELD_DATE },                 { "date submitted", FIELD_DATE },
    { "submitted", FIELD_DATE },            { "submitted on", FIELD_DATE },
    { "subject", FIELD_SUBJECT },           { "subject of request", FIELD_SUBJECT },
    { "title of request", FIELD_SUBJECT },  { "request title", FIELD_SUBJECT },
    { "your request", FIELD_REQUEST },      { "request", FIELD_REQUEST },
    { "request details", FIELD_REQUEST },   { "details of request", FIELD_REQUEST },
    { "details of your request", FIELD_REQUEST }, { "details", FIELD_REQUEST },
    { "information requested", FIELD_REQUEST },   { "information required", FIELD_REQUEST },
    { "what information do you want", FIELD_REQUEST },
    { "what information would you like", FIELD_REQUEST },
    { "what information are you requesting", FIELD_REQUEST },
    { "description of the information you want", FIELD_REQUEST },
    { "title", FIELD_TITLE },               { "telephone", FIELD_OTHER },
    { "telephone number", FIELD_OTHER },    { "phone", FIELD_OTHER },
    { "phone number", FIELD_OTHER },        { "mobile", FIELD_OTHER },
    { "postcode", FIELD_OTHER },            { "reference", FIELD_OTHER },
    { "reference number", FIELD_OTHER },    { "form reference", FIELD_OTHER },
    { "preferred format", FIELD_OTHER },    { "preferred contact method", FIELD_OTHER },
    { "are you acting for somebody else", FIELD_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].name, folded) == 0)
        return names[i].kind;
    }
  return FIELD_NONE;
}

/* The field that @line begins, and what is behind its colon. */
static FieldKind
read_field (const char *text, const FoiTextLine *line, FoiTextSpan *value)
{
  FoiTextSpan span = foi_text_line_span (line);
  const char *colon = NULL;
  g_autofree char *folded = NULL;

  if (!foi_text_span_is_empty (span))
    colon = memchr (text + span.start, ':', MIN (span.end - span.start, MAX_NAME));
  if (colon == NULL && span.end - span.start < MAX_NAME && span.end > span.start
      && text[span.end - 1] == '?')
    colon = text + span.end - 1;
  if (colon == NULL)
    return FIELD_NONE;
  folded = foi_text_span_fold (text, (FoiTextSpan){ span.start, (gsize) (colon - text) });
  g_strdelimit (folded, "*?", ' ');
  g_strstrip (folded);
  *value = foi_text_span_trim (text, (FoiTextSpan){ (gsize) (colon - text) + 1, span.end });
  return field_kind (folded);
}

/* What people write into a field that they mean to leave empty. */
static gboolean
is_nothing (const char *text, FoiTextSpan value)
{
  static const char *const nothing[] = {
    "none", "n/a", "na", "not applicable", "-", "no", "nil", "private individual", "individual",
    "", NULL
  };
  g_autofree char *folded = NULL;

  if (value.end - value.start > MAX_NAME)
    return FALSE;
  folded = foi_text_span_fold (text, value);
  return g_strv_contains (nothing, folded);
}

static void
take_field (FoiFormFields *fields, FieldKind kind, const char *text, FoiTextSpan value)
{
  FoiTextSpan *place = NULL;

  if (is_nothing (text, value))
    return;
  switch (kind)
    {
    case FIELD_NAME:
      place = &fields->name;
      break;
    case FIELD_TITLE:
      place = &fields->title;
      break;
    case FIELD_FIRST_NAME:
      place = &fields->first_name;
      break;
    case FIELD_LAST_NAME:
      place = &fields->last_name;
      break;
    case FIELD_EMAIL:
      foi_contact_find_email (text, value, &fields->email);
      break;
    case FIELD_ORGANISATION:
      place = &fields->organisation;
      break;
    case FIELD_ADDRESS:
      place = &fields->address;
      break;
    case FIELD_DATE:
      place = &fields->date;
      break;
    case FIELD_SUBJECT:
      place = &fields->subject;
      break;
    case FIELD_REQUEST:
    case FIELD_OTHER:
    case FIELD_NONE:
    default:
      break;
    }
  if (place != NULL && foi_text_span_is_empty (*place))
    *place = value;
}

/* The lines of the value below its field, up to the next field. */
static guint
read_value_below (const char *text, GArray *lines, guint i, guint end, FoiTextSpan *value)
{
  FoiTextSpan ignored;
  guint n = 0;

  while (i < end && foi_text_line_is_blank (foi_text_line (lines, i)))
    i++;
  for (; i < end && n < MAX_VALUE_LINES; i++, n++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);

      if (foi_text_line_is_blank (line) || read_field (text, line, &ignored) != FIELD_NONE)
        break;
      if (foi_text_span_is_empty (*value))
        *value = foi_text_line_span (line);
      value->end = line->end;
    }
  return i;
}

/**
 * foi_form_fields_read:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: the first line
 * @end: the line after the last
 * @fields: (out): what the fields say
 *
 * Reads the text that the request form of an authority's website sends: "Name:", "Email:", "Your
 * request:", the values behind the names or below them.
 *
 * Returns: the line at which the request itself begins, or @first when the text is no such form. A
 *   value on the same line as "Your request:" begins on that line.
 */
guint
foi_form_fields_read (const char *text, GArray *lines, guint first, guint end,
                      FoiFormFields *fields)
{
  guint known = 0, headings = 0, last = MIN (end, first + MAX_LINES);

  g_return_val_if_fail (text != NULL && lines != NULL && fields != NULL, first);

  *fields = (FoiFormFields){ .name = { 0, 0 } };
  for (guint i = first; i < last;)
    {
      const FoiTextLine *line = foi_text_line (lines, i);
      FoiTextSpan value = { 0, 0 };
      FieldKind kind = read_field (text, line, &value);

      if (kind == FIELD_REQUEST && known >= 2)
        {
          if (foi_text_span_is_empty (value))
            return i + 1;
          /* The field's name is no word of the request. */
          g_array_index (lines, FoiTextLine, i).words = (guint32) value.start;
          return i;
        }
      i++;
      if (foi_text_line_is_blank (line))
        continue;
      if (kind == FIELD_NONE && known == 0 && ++headings > MAX_HEADING_LINES)
        break;
      if (kind == FIELD_NONE)
        continue;
      known++;
      if (foi_text_span_is_empty (value))
        i = read_value_below (text, lines, i, last, &value);
      take_field (fields, kind, text, value);
    }
  *fields = (FoiFormFields){ .name = { 0, 0 } };
  return first;
}

static void
append_words (GString *out, const char *text, FoiTextSpan span)
{
  g_autofree char *words = NULL;

  if (foi_text_span_is_empty (span))
    return;
  words = foi_text_span_dup_line (text, span);
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words);
}

/**
 * foi_form_fields_dup_name:
 * @fields: what the fields say
 * @text: the text they were read from
 * @span: (out): from the first to the last of the fields it is made of
 *
 * Returns: (transfer full) (nullable): the name of the requester, from one field or from those for
 *   title, first name and surname; %NULL without any.
 */
char *
foi_form_fields_dup_name (const FoiFormFields *fields, const char *text, FoiTextSpan *span)
{
  GString *name;

  g_return_val_if_fail (fields != NULL && text != NULL && span != NULL, NULL);

  *span = fields->name;
  if (!foi_text_span_is_empty (fields->name))
    return foi_text_span_dup_line (text, fields->name);
  if (foi_text_span_is_empty (fields->last_name) && foi_text_span_is_empty (fields->first_name))
    return NULL;
  name = g_string_new (NULL);
  append_words (name, text, fields->title);
  append_words (name, text, fields->first_name);
  append_words (name, text, fields->last_name);
  *span = foi_text_span_is_empty (fields->first_name) ? fields->last_name : fields->first_name;
  if (!foi_text_span_is_empty (fields->title))
    span->start = MIN (span->start, fields->title.start);
  span->end = MAX (span->end, fields->last_name.end);
  return g_string_free (name, FALSE);
}
