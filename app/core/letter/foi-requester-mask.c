/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-requester-details.h"

#include <string.h>

#include "foi-contact-form.h"
#include "foi-json-edit.h"
#include "foi-phrase.h"

/* A name that is shorter may be part of any address of the web. */
#define SHORTEST_IN_ADDRESS 4

/* Addresses of the web and of e-mail. */
#define WEB_OR_MAIL "(?i)(?:\\b(?:https?://|www\\.)|[\\w.+-]+@)[^\\s<>\"()]+"
#define MAIL "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"

/* ---- details ---- */

static void
append_words (GString *out, FoiDetailKind kind)
{
  g_string_append (out, foi_detail_kind_to_words (kind));
}

/**
 * foi_requester_details_mask:
 * @details: from foi_requester_details_list()
 * @text: a text
 *
 * Returns: (transfer full): @text with words in the place of each detail.
 */
char *
foi_requester_details_mask (GPtrArray *details, const char *text)
{
  GString *out = g_string_new (NULL);
  const FoiRequesterDetail *detail;
  gsize from = 0, begin, end;

  while ((detail = foi_requester_details_find (details, text, from, &begin, &end)) != NULL)
    {
      g_string_append_len (out, text + from, (gssize) (begin - from));
      append_words (out, detail->kind);
      from = end;
    }
  g_string_append (out, text + from);
  return g_string_free (out, FALSE);
}

/* ---- what is known by its form ---- */

static gboolean
has_bytes (const char *string, const char *bytes)
{
  return strstr (string, bytes) != NULL;
}

/* Letters and digits alone, small: "thegazetteofwarp". */
static char *
squeeze (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static gboolean
names_requester (GPtrArray *details, const char *address)
{
  g_autofree char *squeezed = squeeze (address);

  for (guint i = 0; i < details->len; i++)
    {
      const FoiRequesterDetail *detail = details->pdata[i];
      const gboolean is_line = detail->is_vague && detail->kind == FOI_DETAIL_CONTACT;
      g_autofree char *name = is_line ? NULL : squeeze (detail->text);

      if (name != NULL && !detail->is_doubt && g_utf8_strlen (name, -1) >= SHORTEST_IN_ADDRESS
          && strstr (squeezed, name) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
replace_name (const GMatchInfo *match, GString *out, gpointer details)
{
  g_autofree char *address = g_match_info_fetch (match, 0);

  if (names_requester (details, address))
    append_words (out, FOI_DETAIL_CONTACT);
  else
    g_string_append (out, address);
  return FALSE;
}

static gboolean
replace_stranger (const GMatchInfo *match, GString *out, gpointer authority)
{
  g_autofree char *contact = g_match_info_fetch (match, 0);

  /* What the authority says of itself is nobody's secret. */
  if (foi_json_has_text (authority, has_bytes, contact))
    g_string_append (out, contact);
  else
    append_words (out, FOI_DETAIL_CONTACT);
  return FALSE;
}

/* Text with bytes that are none of UTF-8 stays as it is: nothing reads it. */
static char *
replace_all (const char *text, const char *pattern, GRegexEvalCallback replace, gpointer data)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  char *after;

  g_assert (regex != NULL);
  after = g_regex_replace_eval (regex, text, -1, 0, 0, replace, data, NULL);
  return after != NULL ? after : g_strdup (text);
}

/**
 * foi_requester_details_mask_all:
 * @details: from foi_requester_details_list()
 * @text: a text
 *
 * For those who need not know who asked: besides what foi_requester_details_mask() does, a surname
 * or a given name alone goes, an organisation wherever it stands, and addresses of the web with one
 * of them in it. It may take what is somebody else's; a name that is a word or a place as well, or
 * that another name follows, stays.
 *
 * Returns: (transfer full): @text with words in the place of each.
 */
char *
foi_requester_details_mask_all (GPtrArray *details, const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *plain = replace_all (text, WEB_OR_MAIL, replace_name, details);
  const FoiRequesterDetail *detail;
  gsize from = 0, begin, end;

  while ((detail = foi_requester_details_find_any (details, plain, from, &begin, &end)) != NULL)
    {
      g_string_append_len (out, plain + from, (gssize) (begin - from));
      append_words (out, detail->kind);
      from = end;
    }
  g_string_append (out, plain + from);
  return g_string_free (out, FALSE);
}

/**
 * foi_requester_details_mask_contacts:
 * @authority: (nullable): the authority's profile, whose own addresses and numbers stay
 * @text: what somebody wrote who asks
 *
 * Returns: (transfer full): @text with words in the place of all e-mail addresses and telephone
 *   numbers, whoever's they are.
 */
char *
foi_requester_details_mask_contacts (JsonNode *authority, const char *text)
{
  g_autofree char *without_mail = replace_all (text, MAIL, replace_stranger, authority);

  return replace_all (without_mail, FOI_TELEPHONE, replace_stranger, authority);
}
