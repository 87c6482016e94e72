/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-date.h"
#include "foi-text-span.h"

G_BEGIN_DECLS

/* The longest request that is read, in bytes. */
#define FOI_REQUEST_MAX_LENGTH (2 * 1024 * 1024)

/* How the request came, as far as its text shows. */
typedef enum
{
  FOI_REQUEST_FORM_PLAIN,
  FOI_REQUEST_FORM_EMAIL,
  FOI_REQUEST_FORM_PORTAL,
  FOI_REQUEST_FORM_WEB_FORM,
  FOI_REQUEST_FORM_LETTER,
} FoiRequestForm;

/**
 * FoiTextField:
 * @value: (nullable): what was recognised, cleaned for use; %NULL where nothing was
 * @span: where in the text it was read from; empty where nothing was
 */
typedef struct
{
  char       *value;
  FoiTextSpan span;
} FoiTextField;

/**
 * FoiRequestText:
 * @form: how it came
 * @forwarded: somebody else's mail, passed on; the request is the inner mail
 * @encoded: the source of a mail whose words are coded (base64 or quoted-printable), or of a page
 *   with its tags: it must be pasted as the program for it shows it
 * @name: the requester's name, with the title if they gave one
 * @email: their address for the reply
 * @organisation: whom they write for, if the signature says so
 * @address: their postal address, its lines separated by "\n"
 * @subject: what it is about, without "Re:", "[EXTERNAL]" and the like
 * @salutation: whom to greet, as the case file has it, without "Dear": "Ms Patel" where they gave a
 *   title, else the whole name; its span is the name it comes from
 * @sent: the date it bears; see #FoiTextDate for dates that are ambiguous
 * @body: the request itself, from greeting to name
 * @format: the form in which the answer is wanted, in their words (FOIA s.11)
 * @receipt: the day of receipt as a proposal, %FOI_DATE_NONE when there is nothing to go by
 * @receipt_span: where it was read
 * @receipt_reason: (not nullable): why that day, or why none, and what the officer has to check
 *
 * What is recognised in a pasted e-mail or letter. All spans are bytes of the text given to
 * foi_request_text_new(). Everything is a proposal to be corrected: the day of receipt above all,
 * which the text of a request cannot know (FOIA s.10(6)).
 */
typedef struct
{
  FoiRequestForm form;
  gboolean       forwarded;
  gboolean       encoded;
  FoiTextField   name;
  FoiTextField   email;
  FoiTextField   organisation;
  FoiTextField   address;
  FoiTextField   subject;
  FoiTextField   salutation;
  FoiTextDate    sent;
  FoiTextSpan    body;
  FoiTextField   format;
  FoiDate        receipt;
  FoiTextSpan    receipt_span;
  char          *receipt_reason;
} FoiRequestText;

FoiRequestText *foi_request_text_new (const char *text, gssize length, GError **error);
void            foi_request_text_free (FoiRequestText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRequestText, foi_request_text_free)

G_END_DECLS
