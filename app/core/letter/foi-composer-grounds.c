/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-facts-private.h"

#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-offer.h"

#include <glib/gi18n-lib.h>

/* What paragraphs say of one ground: its section, its reasons, where else the information is. */

/*
 * _foi_scope_get_ground_rule:
 * @limb: (out) (optional): the limb's own rule, where the ground names one that the rules know
 *
 * Returns: (nullable): what the rules say of the ground.
 */
JsonNode *
_foi_scope_get_ground_rule (const FoiScope *scope, JsonNode **limb)
{
  const char *section = foi_json_get_string (scope->ground, "section", NULL);
  const char *named = foi_json_get_string (scope->ground, "limb", NULL);
  JsonNode *rule = foi_rules_find_ground (scope->composer->rules, _foi_scope_get_regime (scope),
                                          section);

  if (limb != NULL)
    *limb = foi_ground_rule_find_limb (rule, named);
  return rule;
}

static JsonNode *
get_source (const FoiScope *scope)
{
  return foi_json_get_member (scope->ground, "source");
}

static char *
dup_source_from (const FoiScope *scope)
{
  return _foi_composer_dup_period_end (get_source (scope), "from");
}

static char *
dup_source_to (const FoiScope *scope)
{
  return _foi_composer_dup_period_end (get_source (scope), "to");
}

static char *
dup_source_place (const FoiScope *scope)
{
  JsonNode *source = get_source (scope);
  const char *table = foi_json_get_string (source, "table", "");
  const char *page = foi_json_get_string (source, "page", "");

  if (page[0] == '\0')
    return g_strdup (table);
  if (table[0] == '\0')
    /* Translators: a page of somebody else's publication. */
    return g_strdup_printf (_("page %s"), page);
  /* Translators: a table and the page it is on, in somebody else's publication. */
  return g_strdup_printf (_("%s on page %s"), table, page);
}

static char *
cite (const FoiScope *scope, const char *number)
{
  if (number[0] == '\0')
    return NULL;
  return g_strdup_printf ("%s %s",
                          foi_rules_get_section_word (scope->composer->rules,
                                                      _foi_scope_get_regime (scope)),
                          number);
}

static char *
dup_section (const FoiScope *scope)
{
  const char *section = foi_json_get_string (scope->ground, "section", "");
  const char *number = foi_json_get_string (scope->ground, "limb", "");
  JsonNode *limb = NULL;

  if (number[0] == '\0')
    number = section;
  _foi_scope_get_ground_rule (scope, &limb);
  return cite (scope, foi_json_get_string (limb, "cite", number));
}

static char *
dup_neither_section (const FoiScope *scope)
{
  JsonNode *rule = _foi_scope_get_ground_rule (scope, NULL);

  return cite (scope, foi_json_get_string (foi_json_get_member (rule, "ncnd"), "section", ""));
}

static char *
dup_ground_title (const FoiScope *scope)
{
  return g_strdup (foi_json_get_string (_foi_scope_get_ground_rule (scope, NULL), "title", NULL));
}

static char *
dup_ground_plain (const FoiScope *scope)
{
  JsonNode *limb;
  JsonNode *rule = _foi_scope_get_ground_rule (scope, &limb);
  const char *plain = foi_json_get_string (rule, "plain", NULL);

  return g_strdup (foi_json_get_string (limb, "plain", plain));
}

static char *
dup_harm (const FoiScope *scope)
{
  const char *harm = foi_json_get_string (scope->ground, "harm", "");

  if (g_str_equal (harm, "would"))
    return _foi_composer_dup_label (scope->composer, "harm-would", NULL);
  if (g_str_equal (harm, "would-be-likely"))
    return _foi_composer_dup_label (scope->composer, "harm-would-be-likely", NULL);
  return NULL;
}

static JsonNode *
find_limit (const FoiScope *scope)
{
  return foi_rules_find_own_limit (scope->composer->rules, _foi_scope_get_regime (scope),
                                   "appropriate-limit",
                                   foi_brief_get_authority (scope->composer->brief),
                                   foi_brief_get_received (scope->composer->brief));
}

static char *
dup_limit (const FoiScope *scope)
{
  g_autoptr (JsonNode) limit = find_limit (scope);
  const gint64 pounds = foi_json_get_integer (limit, "pounds", 0);
  g_autofree char *number = foi_number_to_words (pounds, 0);

  return pounds > 0 ? g_strconcat ("£", number, NULL) : NULL;
}

static char *
dup_hours (const FoiScope *scope)
{
  g_autoptr (JsonNode) limit = find_limit (scope);
  const gint64 hours = foi_json_get_integer (limit, "hours", 0);
  const gint64 rate = foi_json_get_integer (limit, "rate", 0);

  if (hours > 0)
    return foi_number_to_words (hours, 0);
  /* What an authority itself sets need not come to whole hours: "16.67". */
  if (rate > 0)
    return foi_number_to_words ((foi_json_get_integer (limit, "pounds", 0) * 100 + rate / 2)
                                  / rate, 2);
  return NULL;
}

static char *
dup_text (JsonNode *node, const char *key)
{
  return g_strdup (foi_json_get_string (node, key, NULL));
}

static char *
dup_applies_to (const FoiScope *scope)
{
  return dup_text (scope->ground, "applies_to");
}

static char *
dup_reason (const FoiScope *scope)
{
  return dup_text (scope->ground, "reason");
}

static char *
dup_for (const FoiScope *scope)
{
  return dup_text (foi_json_get_member (scope->ground, "public_interest"), "for");
}

static char *
dup_against (const FoiScope *scope)
{
  return dup_text (foi_json_get_member (scope->ground, "public_interest"), "against");
}

static char *
dup_balance (const FoiScope *scope)
{
  return dup_text (foi_json_get_member (scope->ground, "public_interest"), "balance");
}

static char *
dup_particular (const FoiScope *scope, const char *key)
{
  return dup_text (foi_json_get_member (scope->ground, "particulars"), key);
}

static char *
dup_particular_day (const FoiScope *scope, const char *key)
{
  return _foi_composer_dup_period_end (foi_json_get_member (scope->ground, "particulars"), key);
}

static char *
dup_publisher (const FoiScope *scope)
{
  return dup_text (get_source (scope), "publisher");
}

static char *
dup_source_title (const FoiScope *scope)
{
  return dup_text (get_source (scope), "title");
}

static char *
dup_url (const FoiScope *scope)
{
  return dup_text (get_source (scope), "url");
}

static char *
dup_source_missing (const FoiScope *scope)
{
  return dup_text (get_source (scope), "missing");
}

static const struct
{
  const char *gap;
  char *(*dup) (const FoiScope *scope);
} gaps[] = {
  { "section", dup_section },
  { "neither_section", dup_neither_section },
  { "ground_title", dup_ground_title },
  { "ground_plain", dup_ground_plain },
  { "harm", dup_harm },
  { "limit", dup_limit },
  { "hours", dup_hours },
  { "source_from", dup_source_from },
  { "source_to", dup_source_to },
  { "source_place", dup_source_place },
  { "source_missing", dup_source_missing },
  { "applies_to", dup_applies_to },
  { "reason", dup_reason },
  { "public_interest_for", dup_for },
  { "public_interest_against", dup_against },
  { "public_interest_balance", dup_balance },
  { "source_publisher", dup_publisher },
  { "source_title", dup_source_title },
  { "source_url", dup_url },
};

/* What only some kinds of ground have; @is_day: a day, which is written as letters write one. */
static const struct
{
  const char *gap;
  gboolean is_day;
} particulars[] = {
  { "whose", FALSE },     { "opinion_by", FALSE },        { "opinion_date", TRUE },
  { "personal", FALSE },  { "interest", FALSE },          { "necessity", FALSE },
  { "weighing", FALSE },  { "earlier_reference", FALSE }, { "earlier_date", TRUE },
  { "expected", FALSE },
};

/*
 * _foi_scope_dup_ground_gap:
 * @name: a gap about a ground
 *
 * Returns: (transfer full) (nullable): its text.
 */
char *
_foi_scope_dup_ground_gap (const FoiScope *scope, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (g_str_equal (gaps[i].gap, name))
      return gaps[i].dup (scope);
  for (gsize i = 0; i < G_N_ELEMENTS (particulars); i++)
    if (g_str_equal (particulars[i].gap, name))
      return particulars[i].is_day ? dup_particular_day (scope, name)
                                   : dup_particular (scope, name);
  return _foi_scope_dup_estimate_gap (scope, name);
}
