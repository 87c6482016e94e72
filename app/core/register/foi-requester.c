/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-requester.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-term.h"

static const FoiTerm requesters[] = {
  [FOI_REQUESTER_UNKNOWN] = { "unknown", N_("Not known") },
  [FOI_REQUESTER_PERSON] = { "person", N_("Person") },
  [FOI_REQUESTER_ORGANISATION] = { "organisation", N_("Organisation") },
  [FOI_REQUESTER_PLATFORM] = { "platform", N_("Public website") },
};

/* Sites on which requests are made, and which publish each answer as it comes. */
static const char *const platforms[] = { "@whatdotheyknow.com" };

static gboolean
has_text (FoiCaseState *self, const char *path)
{
  const char *text = foi_case_state_get_string (self, path);

  return text != NULL && text[0] != '\0';
}

/* Of a case that was disposed of only the kind is known. */
static gboolean
find_kept_kind (FoiCaseState *self, FoiRequesterKind *kind)
{
  const char *name = foi_case_state_get_string (self, "disposed/requester");
  guint value;

  if (name == NULL || !foi_term_find (requesters, G_N_ELEMENTS (requesters), name, &value))
    return FALSE;
  *kind = (FoiRequesterKind) value;
  return TRUE;
}

/**
 * foi_case_state_get_requester:
 * @self: a case
 *
 * Returns: what kind of requester it is: who writes through a public website is of that kind,
 *     whatever the name; an organisation is named as one.
 */
FoiRequesterKind
foi_case_state_get_requester (FoiCaseState *self)
{
  FoiRequesterKind kept;
  const char *email;

  g_return_val_if_fail (self != NULL, FOI_REQUESTER_UNKNOWN);

  if (find_kept_kind (self, &kept))
    return kept;
  email = foi_case_state_get_string (self, "request/requester/email");
  for (gsize i = 0; email != NULL && i < G_N_ELEMENTS (platforms); i++)
    if (strcasestr (email, platforms[i]) != NULL)
      return FOI_REQUESTER_PLATFORM;
  if (has_text (self, "request/requester/organisation"))
    return FOI_REQUESTER_ORGANISATION;
  return has_text (self, "request/requester/name") ? FOI_REQUESTER_PERSON : FOI_REQUESTER_UNKNOWN;
}

/**
 * foi_requester_kind_to_name:
 *
 * Returns: its name for other programs: "organisation".
 */
const char *
foi_requester_kind_to_name (FoiRequesterKind kind)
{
  return foi_term_get_name (requesters, G_N_ELEMENTS (requesters), kind);
}

/**
 * foi_requester_kind_to_words:
 *
 * Returns: its name for people: "Organisation".
 */
const char *
foi_requester_kind_to_words (FoiRequesterKind kind)
{
  return foi_term_get_words (requesters, G_N_ELEMENTS (requesters), kind);
}
