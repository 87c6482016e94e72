/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-request-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-contact.h"
#include "foi-encoded-word.h"
#include "foi-error.h"
#include "foi-form-fields.h"
#include "foi-mail-thread.h"
#include "foi-person-name.h"
#include "foi-postal-block.h"
#include "foi-question-sentence.h"
#include "foi-request-frame.h"
#include "foi-request-receipt.h"
#include "foi-text-format.h"

/* What the steps of recognition share. */
typedef struct
{
  FoiRequestText *self;
  const char     *text;
  GArray         *lines;
  FoiMailHeaders  headers;
  FoiRequestFrame frame;
  FoiSignature    signature;
  FoiSignature    letterhead;
  FoiFormFields   fields;
  FoiTextSpan     header_name;
  FoiTextSpan     subject;
  guint           first;
  guint           end;
} Reading;

static void
set_field (FoiTextField *field, char *value, FoiTextSpan span)
{
  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }
  g_free (field->value);
  field->value = value;
  field->span = span;
}

static void
set_field_from_span (FoiTextField *field, const char *text, FoiTextSpan span)
{
  if (field->value == NULL && !foi_text_span_is_empty (span))
    set_field (field, foi_text_span_dup_line (text, span), span);
}

/* ---- subject ---- */

/* How much of @subject says only that it is a reply, came from outside, or is a request. */
static gsize
subject_prefix_length (const char *subject)
{
  static const char *const marks[] = {
    "re:", "fw:", "fwd:", "ymlaen:", "ateb:", "[external]", "[external email]",
    "[external sender]", "(external)", "external:", "[ext]", "[allanol]", "external email:"
  };
  static const char *const kinds[] = {
    "freedom of information act request", "foi request", "freedom of information request",
    "foi act request", "environmental information regulations request",
    "environmental information request", "eir request", "freedom of information", "foi"
  };
  gsize at = 0, before;

  do
    {
      before = at;
      at += strspn (subject + at, " \t\r\n");
      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          if (g_ascii_strncasecmp (subject + at, marks[i], strlen (marks[i])) == 0)
            at += strlen (marks[i]);
        }
    }
  while (at > before);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i]);
      const char *after = subject + at + length;

      if (g_ascii_strncasecmp (subject + at, kinds[i], length) != 0)
        continue;
      after += strspn (after, " ");
      if (*after != '-' && *after != ':' && !g_str_has_prefix (after, "–"))
        continue;
      after += *after == '-' || *after == ':' ? 1 : strlen ("–");
      after += strspn (after, " ");
      return *after != '\0' ? (gsize) (after - subject) : at;
    }
  return at;
}

/* A letter's heading that names the Act and nothing that the request is about. */
static gboolean
says_only_the_law (const char *text, FoiTextSpan subject)
{
  static const char *const laws[] = {
    "freedom of information act 2000", "freedom of information act", "freedom of information",
    "freedom of information request", "freedom of information act request",
    "freedom of information act 2000 request", "foi request", "foi", "request for information",
    "environmental information regulations 2004", "environmental information request", NULL
  };
  g_autofree char *folded = NULL;

  if (subject.end - subject.start > 100)
    return FALSE;
  folded = foi_text_span_fold (text, subject);
  return g_strv_contains (laws, folded);
}

static void
read_subject (Reading *reading)
{
  FoiTextSpan span = foi_text_span_is_empty (reading->headers.subject) ? reading->subject
                                                                       : reading->headers.subject;
  g_autofree char *raw = NULL;
  g_autofree char *decoded = NULL;
  gsize prefix;

  if (foi_text_span_is_empty (span) || span.end - span.start > 4096)
    return;
  raw = g_strndup (reading->text + span.start, span.end - span.start);
  decoded = foi_encoded_words_decode (raw);
  if (strcmp (raw, decoded) == 0)
    {
      span.start += subject_prefix_length (raw);
      span = foi_text_span_trim (reading->text, span);
      set_field_from_span (&reading->self->subject, reading->text, span);
      return;
    }
  prefix = subject_prefix_length (decoded);
  set_field (&reading->self->subject,
             foi_text_span_dup_line (decoded, (FoiTextSpan){ prefix, strlen (decoded) }), span);
}

/* ---- who ---- */

static gboolean
is_whole_name (const char *name)
{
  return name != NULL && strchr (name, ' ') != NULL && foi_person_name_is_name (name, FALSE);
}

/* Whether @fuller is @name with more of it: "Mr Harold Finch" for "H. Finch". */
static gboolean
is_fuller (const char *fuller, const char *name)
{
  const char *surname = strrchr (name, ' ');

  return fuller != NULL && surname != NULL && g_str_has_suffix (fuller, surname)
         && strlen (fuller) > strlen (name);
}

static char *
dup_person (const char *text, FoiTextSpan span)
{
  g_autofree char *line = NULL;

  if (foi_text_span_is_empty (span))
    return NULL;
  line = foi_text_span_dup_line (text, span);
  return foi_person_name_dup_plain (line);
}

/* The name is the one of the From header where that is a person's whole name, else the one signed
 * with; the greeting is by whichever of them has a title. */
static void
read_name (Reading *reading)
{
  FoiRequestText *self = reading->self;
  const char *text = reading->text;
  FoiTextSpan signed_span = reading->frame.name;
  g_autofree char *shown = NULL;
  g_autofree char *signed_name = dup_person (text, signed_span);
  g_autofree char *top = dup_person (text, reading->letterhead.name);

  if (self->form == FOI_REQUEST_FORM_WEB_FORM)
    shown = foi_form_fields_dup_name (&reading->fields, text, &reading->header_name);
  else if (!foi_text_span_is_empty (reading->header_name))
    shown = foi_mail_sender_dup_name (text, reading->header_name);
  if (shown != NULL && (is_whole_name (shown) || signed_name == NULL))
    set_field (&self->name, g_strdup (shown), reading->header_name);
  else if (signed_name != NULL && !is_fuller (top, signed_name)
           && (top == NULL || strchr (signed_name, ' ') != NULL))
    set_field (&self->name, g_strdup (signed_name), signed_span);
  else if (top != NULL)
    set_field (&self->name, g_strdup (top), reading->letterhead.name);

  if (signed_name != NULL && foi_person_name_has_title (signed_name))
    set_field (&self->salutation, foi_person_name_dup_salutation (signed_name), signed_span);
  else if (top != NULL && foi_person_name_has_title (top))
    set_field (&self->salutation, foi_person_name_dup_salutation (top), reading->letterhead.name);
  else if (self->name.value != NULL && foi_person_name_is_name (self->name.value, TRUE))
    set_field (&self->salutation, foi_person_name_dup_salutation (self->name.value),
               self->name.span);
}

/* The address of a request site for the reply, which it also puts into its footer. */
static void
find_portal_address (Reading *reading)
{
  static const char host[] = "@whatdotheyknow.com";
  guint end = reading->end;
  FoiTextSpan span = { 0, 0 }, email;

  if (reading->first >= end)
    return;
  span.start = foi_text_line (reading->lines, reading->first)->start;
  span.end = foi_text_line (reading->lines, end - 1)->end;
  while (foi_contact_find_email (reading->text, span, &email))
    {
      const char *address = reading->text + email.start;

      if (email.end - email.start > strlen (host) + 8
          && g_ascii_strncasecmp (address, "request-", 8) == 0
          && g_ascii_strncasecmp (reading->text + email.end - strlen (host), host, strlen (host))
               == 0)
        {
          set_field_from_span (&reading->self->email, reading->text, email);
          return;
        }
      span.start = email.end;
    }
}

static gboolean
is_portal_address (const char *email)
{
  g_autofree char *folded = email != NULL ? g_ascii_strdown (email, -1) : NULL;

  return folded != NULL
         && (g_str_has_suffix (folded, "@whatdotheyknow.com")
             || g_str_has_suffix (folded, ".whatdotheyknow.com"));
}

/* The lines of an address, each cleaned. */
static void
read_address (Reading *reading)
{
  FoiTextSpan span = foi_text_span_is_empty (reading->signature.address)
                       ? reading->letterhead.address
                       : reading->signature.address;
  g_autoptr (GArray) lines = NULL;
  GString *address;

  if (foi_text_span_is_empty (span))
    return;
  address = g_string_new (NULL);
  lines = foi_text_lines_new (reading->text, span);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line
        = foi_text_span_dup_line (reading->text, foi_text_line_span (foi_text_line (lines, i)));
      gsize length = strlen (line);

      if (length > 0 && line[length - 1] == ',')
        line[length - 1] = '\0';
      if (*line != '\0')
        g_string_append_printf (address, "%s%s", address->len > 0 ? "\n" : "", line);
    }
  set_field (&reading->self->address, g_string_free (address, FALSE), span);
}

static void
read_sender (Reading *reading)
{
  FoiRequestText *self = reading->self;
  const char *text = reading->text;
  FoiTextSpan email = { 0, 0 };

  if (!foi_text_span_is_empty (reading->headers.from)
      && foi_mail_sender_split (text, reading->headers.from, &reading->header_name, &email))
    set_field_from_span (&self->email, text, email);
  if (self->email.value == NULL)
    find_portal_address (reading);
  set_field_from_span (&self->email, text, reading->fields.email);
  set_field_from_span (&self->organisation, text, reading->fields.organisation);
  set_field_from_span (&self->email, text, reading->signature.email);
  set_field_from_span (&self->email, text, reading->letterhead.email);
  set_field_from_span (&self->organisation, text, reading->signature.organisation);
  set_field_from_span (&self->organisation, text, reading->letterhead.organisation);
  read_address (reading);
  read_name (reading);
  if (is_portal_address (self->email.value))
    self->form = FOI_REQUEST_FORM_PORTAL;
}

/* ---- when ---- */

static void
read_sent (Reading *reading)
{
  FoiTextSpan span = reading->headers.date;

  if (foi_text_span_is_empty (span))
    return;
  if (!foi_text_date_read (reading->text, span, &reading->self->sent))
    foi_text_date_find (reading->text, span, &reading->self->sent);
}

/* ---- what ---- */

/* The lines at the end of a mail that are only what it quotes of an earlier one. */
static guint
trim_quoted (GArray *lines, guint first, guint end)
{
  guint32 depth = G_MAXUINT32;

  for (guint i = first; i < end; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);

      if (!foi_text_line_is_blank (line))
        depth = MIN (depth, line->depth);
    }
  while (end > first && (foi_text_line_is_blank (foi_text_line (lines, end - 1))
                         || foi_text_line (lines, end - 1)->depth > depth))
    end--;
  return end;
}

/* Whether nothing above the greeting can be part of the request itself. */
static gboolean
is_letter_top (Reading *reading, guint greeting)
{
  for (guint i = reading->first; i < greeting; i++)
    {
      FoiTextSpan line = foi_text_line_span (foi_text_line (reading->lines, i));

      if (line.end - line.start > 200
          || (!foi_text_span_is_empty (line)
              && foi_sentence_classify_span (reading->text, line) == FOI_SENTENCE_ASKS))
        return FALSE;
    }
  return TRUE;
}

/* A text without mail headers: a letter's top, or a heading above the greeting. */
static void
read_top (Reading *reading)
{
  FoiRequestText *self = reading->self;
  FoiTextDate date;
  FoiTextSpan subject;
  guint greeting = foi_letter_top_read (reading->text, reading->lines, reading->first, reading->end,
                                        &reading->letterhead, &date, &subject);

  if (greeting > reading->first && is_letter_top (reading, greeting)
      && (date.state != FOI_TEXT_DATE_NONE || !foi_text_span_is_empty (subject)
          || !foi_text_span_is_empty (reading->letterhead.address)))
    {
      self->sent = date;
      reading->subject = subject;
      if (!foi_text_span_is_empty (reading->letterhead.address)
          || date.state != FOI_TEXT_DATE_NONE)
        self->form = FOI_REQUEST_FORM_LETTER;
      reading->first = greeting;
      return;
    }
  reading->letterhead = (FoiSignature){ .name = { 0, 0 } };
  /* A heading on the first line, where there is no greeting below it. */
  if (reading->first < reading->end
      && foi_subject_line_read (reading->text,
                                foi_text_line_span (foi_text_line (reading->lines, reading->first)),
                                &subject)
      && (reading->first + 1 >= reading->end
          || foi_text_line_is_blank (foi_text_line (reading->lines, reading->first + 1))))
    {
      reading->subject = subject;
      reading->first++;
    }
}

static void
read_body (Reading *reading)
{
  FoiRequestText *self = reading->self;
  guint first, end;

  reading->end = MAX (reading->first, reading->end);
  foi_request_frame_read (reading->text, reading->lines, reading->first,
                          trim_quoted (reading->lines, reading->first, reading->end),
                          &reading->frame);
  first = reading->first;
  end = reading->frame.end;
  while (first < end && foi_text_line_is_blank (foi_text_line (reading->lines, first)))
    first++;
  while (end > first && foi_text_line_is_blank (foi_text_line (reading->lines, end - 1)))
    end--;
  if (first < end)
    self->body = (FoiTextSpan){ foi_text_line (reading->lines, first)->words,
                                foi_text_line (reading->lines, end - 1)->end };
  foi_signature_read (reading->text, reading->lines, end, reading->end, &reading->signature);
}

/* A page's source, whose tags stand between its words. */
static gboolean
is_page_source (const char *text, gsize at)
{
  static const char *const starts[] = { "<html", "<!doctype html", "<head", "<body", "<meta",
                                        "<p>", "<div", "<table", "<span", "<br" };

  at += strspn (text + at, " \t\r\n");
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (text + at, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}

/* A source whose words are coded, or between tags, so that they cannot be read in place. */
static gboolean
is_encoded (const char *text, const FoiMailHeaders *headers, gsize body)
{
  g_autofree char *head = NULL;

  if (is_page_source (text, 0) || is_page_source (text, body))
    return TRUE;
  if (!headers->message)
    return FALSE;
  head = g_ascii_strdown (text, (gssize) MIN (body, 64 * 1024));
  for (const char *p = strstr (head, "content-transfer-encoding:"); p != NULL;
       p = strstr (p + 1, "content-transfer-encoding:"))
    {
      p += strlen ("content-transfer-encoding:");
      p += strspn (p, " \t");
      if (g_str_has_prefix (p, "base64") || g_str_has_prefix (p, "quoted-printable"))
        return TRUE;
    }
  return FALSE;
}

/* The text of a website's form, pasted as it is or as the mail that the form sends. */
static void
read_form (Reading *reading)
{
  guint first = foi_form_fields_read (reading->text, reading->lines, reading->first, reading->end,
                                      &reading->fields);

  if (first == reading->first)
    return;
  reading->self->form = FOI_REQUEST_FORM_WEB_FORM;
  reading->first = first;
  /* A mail from a form is from nobody: what it says of its sender is not the requester. */
  reading->headers.from = (FoiTextSpan){ 0, 0 };
  if (!foi_text_span_is_empty (reading->fields.date))
    reading->headers.date = reading->fields.date;
  if (!foi_text_span_is_empty (reading->fields.subject))
    reading->headers.subject = reading->fields.subject;
  reading->letterhead.address = reading->fields.address;
}

/* Whether there is a mail around the others, or they were pasted without it. */
static gboolean
has_outer_words (Reading *reading, GArray *messages)
{
  const FoiMailMessage *outer = &g_array_index (messages, FoiMailMessage, 0);
  guint end = MIN (outer->end, reading->lines->len);

  if (!foi_text_span_is_empty (outer->headers.from))
    return TRUE;
  for (guint i = outer->body; i < end; i++)
    {
      if (!foi_text_line_is_blank (foi_text_line (reading->lines, i)))
        return TRUE;
    }
  return FALSE;
}

static void
choose_message (Reading *reading)
{
  FoiRequestText *self = reading->self;
  g_autoptr (GArray) messages = foi_mail_thread_read (reading->text, reading->lines);
  guint chosen = foi_mail_thread_choose (reading->text, reading->lines, messages);
  const FoiMailMessage *message = &g_array_index (messages, FoiMailMessage, chosen);
  gboolean mail = !foi_text_span_is_empty (message->headers.from)
                  || !foi_text_span_is_empty (message->headers.date)
                  || !foi_text_span_is_empty (message->headers.subject);

  reading->headers = message->headers;
  self->form = mail || messages->len > 1 ? FOI_REQUEST_FORM_EMAIL : FOI_REQUEST_FORM_PLAIN;
  self->forwarded = message->mark != FOI_MAIL_MARK_NONE && has_outer_words (reading, messages);
  reading->end = MIN (message->end, reading->lines->len);
  reading->first = foi_request_skip_banners (reading->text, reading->lines,
                                             MIN (message->body, reading->end), reading->end);
  read_form (reading);
  if (self->form == FOI_REQUEST_FORM_PLAIN)
    read_top (reading);
}

static void
recognise (Reading *reading)
{
  FoiRequestText *self = reading->self;
  FoiTextSpan format;

  choose_message (reading);
  read_body (reading);
  if (foi_text_span_is_empty (reading->subject))
    reading->subject = reading->frame.subject;
  if (says_only_the_law (reading->text, reading->subject))
    reading->subject = (FoiTextSpan){ 0, 0 };
  self->encoded = is_encoded (reading->text, &reading->headers, self->body.start);
  read_subject (reading);
  read_sender (reading);
  read_sent (reading);
  foi_request_text_propose_receipt (self, reading->text, reading->headers.received);
  if (foi_text_format_find (reading->text, self->body, &format))
    set_field_from_span (&self->format, reading->text, format);
}

/* The line that the byte @at is in, from 1. */
static guint
line_number (const char *text, gsize at)
{
  guint number = 1;

  for (gsize i = 0; i < at; i++)
    number += text[i] == '\n';
  return number;
}

/**
 * foi_request_text_new:
 * @text: (array length=length): what was pasted
 * @length: its length in bytes, or -1 when it ends with a NUL
 * @error: where to put why it cannot be read
 *
 * Recognises sender, date, subject and words of a request in the text of an e-mail (as mail
 * programs show, forward and store it) or of a letter. The time it takes grows with the length
 * only; call it in a thread for long texts. Reads no clock: a date without a year stays without.
 *
 * Returns: (transfer full): what was recognised; %NULL with %FOI_ERROR_LIMIT over
 *   %FOI_REQUEST_MAX_LENGTH, or %FOI_ERROR_SYNTAX when @text has a NUL or is no UTF-8.
 */
FoiRequestText *
foi_request_text_new (const char *text, gssize length, GError **error)
{
  FoiRequestText *self;
  g_autofree char *copy = NULL;
  g_autoptr (GArray) lines = NULL;
  Reading reading = { 0 };
  const char *valid_to = NULL;
  gsize size;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  if (size > FOI_REQUEST_MAX_LENGTH)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("The text is longer than %d MiB. Paste the request alone."),
                   FOI_REQUEST_MAX_LENGTH / (1024 * 1024));
      return NULL;
    }
  if (!g_utf8_validate_len (text, size, &valid_to))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
                   _("Line %u holds a byte that is no text. Copy the request from the mail program "
                     "or the document again."),
                   line_number (text, (gsize) (valid_to - text)));
      return NULL;
    }
  self = g_new0 (FoiRequestText, 1);
  copy = g_strndup (text, size);
  lines = foi_text_lines_new (copy, (FoiTextSpan){ 0, size });
  reading.self = self;
  reading.text = copy;
  reading.lines = lines;
  recognise (&reading);
  return self;
}

/**
 * foi_request_text_free:
 * @self: (nullable) (transfer full): what was recognised
 */
void
foi_request_text_free (FoiRequestText *self)
{
  FoiTextField *fields[6];

  if (self == NULL)
    return;
  fields[0] = &self->name;
  fields[1] = &self->email;
  fields[2] = &self->organisation;
  fields[3] = &self->address;
  fields[4] = &self->subject;
  fields[5] = &self->salutation;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (fields[i]->value);
  g_free (self->format.value);
  g_free (self->receipt_reason);
  g_free (self);
}
