/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-rules.h"

#include "foi-json-edit.h"
#include "foi-rules-private.h"

G_DEFINE_BOXED_TYPE (FoiRules, foi_rules, foi_rules_ref, foi_rules_unref)

/**
 * foi_rules_ref:
 * @self: rules
 *
 * Returns: (transfer full): @self, from any thread.
 */
FoiRules *
foi_rules_ref (FoiRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_rules_unref:
 * @self: (transfer full): rules
 *
 * Gives a reference up; the last frees the rules.
 */
void
foi_rules_unref (FoiRules *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->regimes);
  g_free (self);
}

/**
 * foi_rules_get_regimes:
 * @self: rules
 *
 * Returns: (transfer none) (array zero-terminated=1): the regimes that there are rules of, in the
 *   order in which they are offered.
 */
const char *const *
foi_rules_get_regimes (FoiRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->names->pdata;
}

/**
 * foi_rules_get_regime:
 * @self: rules
 * @regime: (nullable): "foia"
 *
 * Returns: (transfer none) (nullable): the whole file of that regime, sealed.
 */
JsonNode *
foi_rules_get_regime (FoiRules *self, const char *regime)
{
  FoiRegime *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = regime != NULL ? g_hash_table_lookup (self->regimes, regime) : NULL;
  return found != NULL ? found->root : NULL;
}

static const char *
get_text (FoiRules *self, const char *regime, const char *key)
{
  JsonNode *root = foi_rules_get_regime (self, regime);

  return foi_json_get_string (root, key, "");
}

/**
 * foi_rules_get_act_title:
 * @self: rules
 * @regime: (nullable): "foia"
 *
 * Returns: "Freedom of Information Act 2000"; "" for an unknown regime.
 */
const char *
foi_rules_get_act_title (FoiRules *self, const char *regime)
{
  return get_text (self, regime, "act");
}

/**
 * foi_rules_get_act_short:
 * @self: rules
 * @regime: (nullable): "foia"
 *
 * Returns: "FOIA"; "" for an unknown regime.
 */
const char *
foi_rules_get_act_short (FoiRules *self, const char *regime)
{
  return get_text (self, regime, "act_short");
}

/**
 * foi_rules_get_section_word:
 * @self: rules
 * @regime: (nullable): "foia"
 *
 * Returns: "section" or "regulation"; "" for an unknown regime.
 */
const char *
foi_rules_get_section_word (FoiRules *self, const char *regime)
{
  return get_text (self, regime, "section_word");
}

/**
 * foi_rules_find_ground:
 * @self: rules
 * @regime: (nullable): "foia"
 * @section: (nullable): a section as the rules and the case write it: "21", "12(2)"
 *
 * Returns: (transfer none) (nullable): that ground.
 */
JsonNode *
foi_rules_find_ground (FoiRules *self, const char *regime, const char *section)
{
  JsonNode *root = foi_rules_get_regime (self, regime);
  JsonNode *grounds = foi_json_get_member (root, "grounds");

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      if (g_strcmp0 (foi_json_get_string (ground, "section", NULL), section) == 0)
        return ground;
    }
  return NULL;
}

/**
 * foi_rules_find_ground_of_kind:
 * @self: rules
 * @regime: (nullable): "foia"
 * @kind: "personal-data"
 *
 * Returns: (transfer none) (nullable): the first ground of that kind that the regime lists: the one
 *   to be offered, for figures that are withheld as personal data, say.
 */
JsonNode *
foi_rules_find_ground_of_kind (FoiRules *self, const char *regime, const char *kind)
{
  JsonNode *root = foi_rules_get_regime (self, regime);
  JsonNode *grounds = foi_json_get_member (root, "grounds");

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      if (g_strcmp0 (foi_json_get_string (ground, "kind", NULL), kind) == 0)
        return ground;
    }
  return NULL;
}

/* Whether what has these dates is in force on @date; without a date: whether it is still. */
static gboolean
is_in_force (JsonNode *node, FoiDate date)
{
  FoiDate from = foi_date_from_iso (foi_json_get_string (node, "from", NULL));
  FoiDate to = foi_date_from_iso (foi_json_get_string (node, "to", NULL));

  if (date == FOI_DATE_NONE)
    return to == FOI_DATE_NONE;
  return from <= date && (to == FOI_DATE_NONE || date <= to);
}

/**
 * foi_rules_find_regulator:
 * @self: rules
 * @regime: (nullable): "foia"
 * @date: the letter's date; %FOI_DATE_NONE for what holds now as far as the rules know
 *
 * Returns: (transfer none) (nullable): the regulator at that day.
 */
JsonNode *
foi_rules_find_regulator (FoiRules *self, const char *regime, FoiDate date)
{
  JsonNode *root = foi_rules_get_regime (self, regime);
  JsonNode *list = foi_json_get_member (root, "regulators");

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    if (is_in_force (foi_json_get_element (list, i), date))
      return foi_json_get_element (list, i);
  return NULL;
}

/**
 * foi_rules_find_time_limit:
 * @self: rules
 * @regime: (nullable): "foia"
 * @id: "response", "review-request", "review-answer"…
 * @date: the day of receipt, or %FOI_DATE_NONE
 *
 * Returns: (transfer none) (nullable): that time limit as at that day: `n`, `unit`, `from_event`.
 */
JsonNode *
foi_rules_find_time_limit (FoiRules *self, const char *regime, const char *id, FoiDate date)
{
  JsonNode *root = foi_rules_get_regime (self, regime);
  JsonNode *list = foi_json_get_member (root, "time_limits");

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *limit = foi_json_get_element (list, i);

      if (g_strcmp0 (foi_json_get_string (limit, "id", NULL), id) == 0 && is_in_force (limit, date))
        return limit;
    }
  return NULL;
}

static gboolean
names_authority (JsonNode *limit, const char *authority)
{
  JsonNode *authorities = foi_json_get_member (limit, "authorities");

  for (guint i = 0; i < foi_json_get_n_elements (authorities); i++)
    {
      JsonNode *element = foi_json_get_element (authorities, i);

      if (foi_json_is_string (element)
          && g_strcmp0 (json_node_get_string (element), authority) == 0)
        return TRUE;
    }
  return authorities == NULL;
}

/**
 * foi_rules_find_limit:
 * @self: rules
 * @regime: (nullable): "foia"
 * @id: "appropriate-limit"
 * @authority: (nullable): the type of authority: "central", "local"…
 * @date: the day of receipt, or %FOI_DATE_NONE
 *
 * Returns: (transfer none) (nullable): that limit for such an authority as at that day: `pounds`,
 *   `hours`, `rate`. An entry without authorities is for those that no other entry names.
 */
JsonNode *
foi_rules_find_limit (FoiRules *self, const char *regime, const char *id, const char *authority,
                      FoiDate date)
{
  JsonNode *root = foi_rules_get_regime (self, regime);
  JsonNode *list = foi_json_get_member (root, "limits");
  JsonNode *for_others = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *limit = foi_json_get_element (list, i);

      if (g_strcmp0 (foi_json_get_string (limit, "id", NULL), id) != 0
          || !is_in_force (limit, date) || !names_authority (limit, authority))
        continue;
      if (foi_json_get_member (limit, "authorities") != NULL)
        return limit;
      for_others = limit;
    }
  return for_others;
}

static void
set_in_limit (JsonNode **limit, const char *key, JsonNode *value)
{
  g_autoptr (JsonNode) before = g_steal_pointer (limit);

  *limit = foi_json_set_member (before, key, value, NULL);
}

static JsonNode *
mark_own (JsonNode *limit)
{
  const gint64 pounds = foi_json_get_integer (limit, "pounds", 0);
  const gint64 rate = foi_json_get_integer (limit, "rate", 0);
  g_autoptr (JsonNode) marked = json_node_ref (limit);
  g_autoptr (JsonNode) yes = foi_json_new_boolean (TRUE);
  g_autoptr (JsonNode) hours = NULL;

  if (rate > 0 && pounds % rate == 0 && foi_json_get_member (limit, "hours") != NULL)
    hours = foi_json_new_integer (pounds / rate);
  set_in_limit (&marked, "hours", hours);
  set_in_limit (&marked, "own", yes);
  return g_steal_pointer (&marked);
}

/**
 * foi_rules_find_own_limit:
 * @self: rules
 * @regime: (nullable): "foia"
 * @id: "appropriate-limit"
 * @profile: (nullable): the authority's profile
 * @date: the day of receipt, or %FOI_DATE_NONE
 *
 * Returns: (transfer full) (nullable): the limit as foi_rules_find_limit() finds it for that type
 *   of authority, with the pounds and the rate that the profile itself sets, and then marked as
 *   `own`. Its `hours` are only there where they are whole.
 */
JsonNode *
foi_rules_find_own_limit (FoiRules *self, const char *regime, const char *id, JsonNode *profile,
                          FoiDate date)
{
  static const char *const keys[] = { "pounds", "rate" };
  JsonNode *limit = foi_rules_find_limit (self, regime, id,
                                          foi_json_get_string (profile, "type", NULL), date);
  JsonNode *own = foi_json_get_member (foi_json_get_member (profile, "limits"), id);
  g_autoptr (JsonNode) found = limit != NULL ? json_node_ref (limit) : NULL;

  if (found == NULL || own == NULL || !is_in_force (own, date))
    return g_steal_pointer (&found);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (JsonNode) number = NULL;

      if (foi_json_get_integer (own, keys[i], 0) <= 0)
        continue;
      number = foi_json_new_integer (foi_json_get_integer (own, keys[i], 0));
      set_in_limit (&found, keys[i], number);
    }
  return foi_json_equal (found, limit) ? g_steal_pointer (&found) : mark_own (found);
}

/**
 * foi_rules_get_phrases:
 * @self: rules
 * @regime: (nullable): "foia"
 * @id: "not-held"
 *
 * Returns: (transfer none) (nullable): the array of phrases of that name: the regime's own, else
 *   those of the regime that it inherits from.
 */
JsonNode *
foi_rules_get_phrases (FoiRules *self, const char *regime, const char *id)
{
  JsonNode *root = foi_rules_get_regime (self, regime);
  JsonNode *phrases = foi_json_get_member (root, "phrases");

  if (phrases == NULL)
    {
      root = foi_rules_get_regime (self, foi_json_get_string (root, "inherits", NULL));
      phrases = foi_json_get_member (root, "phrases");
    }
  return foi_json_get_member (phrases, id);
}

/**
 * foi_rules_get_paragraphs:
 * @self: rules
 * @regime: (nullable): "foia"
 *
 * Returns: (transfer none) (nullable) (element-type FoiParagraph): all paragraphs of that regime in
 *   the order of its letters; an id may come several times, one after the other: the first that
 *   fits is used.
 */
GPtrArray *
foi_rules_get_paragraphs (FoiRules *self, const char *regime)
{
  FoiRegime *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = regime != NULL ? g_hash_table_lookup (self->regimes, regime) : NULL;
  return found != NULL ? found->paragraphs : NULL;
}

/**
 * foi_rules_has_same_id:
 * @paragraphs: (element-type FoiParagraph): all of a regime
 * @first: the place of one of them
 * @index: another place, which may be the end
 *
 * Returns: whether the paragraph at @index is another wording of the one at @first. Those of one id
 *   stand together.
 */
gboolean
foi_rules_has_same_id (GPtrArray *paragraphs, guint first, guint index)
{
  const FoiParagraph *named, *paragraph;

  g_return_val_if_fail (paragraphs != NULL && first < paragraphs->len, FALSE);

  if (index >= paragraphs->len)
    return FALSE;
  named = paragraphs->pdata[first];
  paragraph = paragraphs->pdata[index];
  return g_str_equal (named->id, paragraph->id);
}

/**
 * foi_rules_find_paragraph:
 * @self: rules
 * @regime: (nullable): "foia"
 * @id: a paragraph's id
 * @date: the letter's date, or %FOI_DATE_NONE
 *
 * Returns: (transfer none) (nullable): the first paragraph of that name in a response of that day,
 *   whatever its conditions: what a form shows to be reworded.
 */
const FoiParagraph *
foi_rules_find_paragraph (FoiRules *self, const char *regime, const char *id, FoiDate date)
{
  GPtrArray *paragraphs = foi_rules_get_paragraphs (self, regime);

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
    {
      const FoiParagraph *paragraph = paragraphs->pdata[i];

      if (g_str_equal (paragraph->id, id) && foi_paragraph_is_for (paragraph, "response", date))
        return paragraph;
    }
  return NULL;
}
