/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-request-receipt.h"

#include <string.h>

#include <glib/gi18n.h>

/* The day that the last computer on the way wrote down: the date after the last semicolon. */
static gboolean
propose_from_trace (FoiRequestText *self, const char *text, FoiTextSpan received)
{
  FoiTextSpan span = received;
  g_autofree char *words = NULL;
  FoiTextDate date;
  gsize at = span.end;

  while (at > span.start && text[at - 1] != ';')
    at--;
  span.start = foi_text_span_skip_space (text, (FoiTextSpan){ at, span.end });
  if (at == received.start
      || !foi_text_date_read (text, span, &date)
      || foi_text_date_get_uk_day (&date) == FOI_DATE_NONE)
    return FALSE;
  self->receipt = foi_text_date_get_uk_day (&date);
  self->receipt_span = date.span;
  words = foi_date_to_words (self->receipt);
  /* Translators: %s is a date. */
  self->receipt_reason = g_strdup_printf (
    _("The headers say that the last mail server took the mail in on %s. Check that it is yours."),
    words);
  return TRUE;
}

static char *
exact_reason (const FoiRequestText *self, const char *written, const char *here)
{
  if (self->form == FOI_REQUEST_FORM_LETTER)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("The letter is dated %s, and post arrives later: use the day it was "
                              "delivered, if it was stamped."),
                            written);
  if (self->forwarded)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("The request was sent on %s and passed on since. The time runs from "
                              "the day it first reached the authority."),
                            here);
  if (strcmp (written, here) != 0)
    /* Translators: both %s are dates. */
    return g_strdup_printf (_("The sender's clock said %s; here it was %s. Check when it "
                              "arrived."),
                            written, here);
  if (self->form == FOI_REQUEST_FORM_PLAIN || self->form == FOI_REQUEST_FORM_WEB_FORM)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("The text bears the date %s. Check when it arrived."), written);
  /* Translators: %s is a date. */
  return g_strdup_printf (_("The mail was sent on %s. Check that it arrived on the same day."),
                          written);
}

/**
 * foi_request_text_propose_receipt:
 * @self: what was recognised so far: form and date
 * @text: the text
 * @received: the first Received header, which the last mail server on the way wrote; maybe empty
 *
 * Proposes the day of receipt, with the reason. Freedom of Information Act 2000, s.10(6): it is the
 * day on which the authority receives the request; a text shows at best when it was sent.
 */
void
foi_request_text_propose_receipt (FoiRequestText *self, const char *text, FoiTextSpan received)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!foi_text_span_is_empty (received) && propose_from_trace (self, text, received))
    return;
  switch (self->sent.state)
    {
    case FOI_TEXT_DATE_EXACT:
      self->receipt = foi_text_date_get_uk_day (&self->sent);
      self->receipt_span = self->sent.span;
      first = foi_date_to_words (self->sent.date);
      second = foi_date_to_words (self->receipt);
      self->receipt_reason = exact_reason (self, first, second);
      break;
    case FOI_TEXT_DATE_AMBIGUOUS:
      first = foi_date_to_words (self->sent.day_first);
      second = foi_date_to_words (self->sent.month_first);
      self->receipt_span = self->sent.span;
      /* Translators: both %s are dates. */
      self->receipt_reason = g_strdup_printf (
        _("The date written can be %s or %s. Choose the right one."), first, second);
      break;
    case FOI_TEXT_DATE_NO_YEAR:
      self->receipt_span = self->sent.span;
      self->receipt_reason = g_strdup (_("The date written has no year. Give the day of receipt."));
      break;
    case FOI_TEXT_DATE_NONE:
    default:
      self->receipt_reason = g_strdup (_("The text bears no date. Give the day of receipt."));
      break;
    }
}
