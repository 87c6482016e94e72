/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ground-fields.h"

#include <glib/gi18n.h>

#include "foi-json-edit.h"

/* In the order in which an officer decides: limb, reason, harm, public interest, particulars. */
static const FoiGroundField fields[] = {
  { NULL, "limb", N_("Limb"), FOI_NEED_LIMB, FOI_GROUND_FIELD_LIMB },
  { NULL, "applies_to", N_("Applies to"), 0, FOI_GROUND_FIELD_SHORT },
  { NULL, "cells", N_("Figures"), 0, FOI_GROUND_FIELD_CELLS },
  { NULL, "reason", N_("Why it applies"), 0, FOI_GROUND_FIELD_LONG },
  { "particulars", "personal", N_("Who could be identified"), FOI_NEED_PERSONAL,
    FOI_GROUND_FIELD_LONG },
  { NULL, "harm", N_("Releasing it"), FOI_NEED_HARM, FOI_GROUND_FIELD_HARM },
  { "particulars", "whose", N_("Whose interests"), FOI_NEED_INTERESTS, FOI_GROUND_FIELD_SHORT },
  { "particulars", "opinion_by", N_("Opinion given by"), FOI_NEED_OPINION,
    FOI_GROUND_FIELD_SHORT },
  { "particulars", "opinion_date", N_("Opinion given on"), FOI_NEED_OPINION,
    FOI_GROUND_FIELD_DATE },
  { "particulars", "interest", N_("Interest in it"), FOI_NEED_LEGITIMATE, FOI_GROUND_FIELD_LONG },
  { "particulars", "necessity", N_("Is it necessary?"), FOI_NEED_LEGITIMATE,
    FOI_GROUND_FIELD_LONG },
  { "particulars", "weighing", N_("Whose interest weighs more"), FOI_NEED_LEGITIMATE,
    FOI_GROUND_FIELD_LONG },
  { "public_interest", "for", N_("For releasing it"), FOI_NEED_PUBLIC_INTEREST,
    FOI_GROUND_FIELD_LONG },
  { "public_interest", "against", N_("Against releasing it"), FOI_NEED_PUBLIC_INTEREST,
    FOI_GROUND_FIELD_LONG },
  { "public_interest", "balance", N_("Which weighs more"), FOI_NEED_PUBLIC_INTEREST,
    FOI_GROUND_FIELD_LONG },
  { "source", "title", N_("What is published"), FOI_NEED_EXPECTED, FOI_GROUND_FIELD_SHORT },
  { "source", "publisher", N_("By whom"), FOI_NEED_EXPECTED, FOI_GROUND_FIELD_SHORT },
  { "particulars", "expected", N_("When it is ready"), FOI_NEED_EXPECTED, FOI_GROUND_FIELD_SHORT },
  { "source", "title", N_("Where it is"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_SHORT },
  { "source", "publisher", N_("Publisher"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_SHORT },
  { "source", "url", N_("Link"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_SHORT },
  { "source", "table", N_("Table"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_SHORT },
  { "source", "page", N_("Page"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_SHORT },
  { "source", "from", N_("From"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_MOMENT },
  { "source", "to", N_("To"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_MOMENT },
  { "source", "missing", N_("Not there"), FOI_NEED_SOURCE, FOI_GROUND_FIELD_LONG },
  { "particulars", "earlier_reference", N_("Earlier request"), FOI_NEED_EARLIER,
    FOI_GROUND_FIELD_SHORT },
  { "particulars", "earlier_date", N_("Answered on"), FOI_NEED_EARLIER, FOI_GROUND_FIELD_DATE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == FOI_N_GROUND_FIELDS);

/**
 * foi_ground_fields_get:
 * @index: less than %FOI_N_GROUND_FIELDS
 *
 * Returns: that field; its place in the list is that in the form.
 */
const FoiGroundField *
foi_ground_fields_get (guint index)
{
  g_return_val_if_fail (index < FOI_N_GROUND_FIELDS, NULL);
  return &fields[index];
}

/**
 * foi_ground_fields_get_all_needs:
 * @rule: (nullable): a ground as the rules have it
 *
 * Returns: what may be asked for, whichever limb is chosen and whatever the outcome.
 */
FoiNeed
foi_ground_fields_get_all_needs (JsonNode *rule, const char *authority)
{
  JsonNode *limbs = foi_json_get_member (rule, "limbs");
  FoiNeed needs = foi_ground_rule_get_needs (rule, NULL, authority, FOI_OUTCOME_REFUSED);

  for (guint i = 0; i < foi_json_get_n_elements (limbs); i++)
    needs |= foi_ground_rule_get_needs (rule, foi_json_get_element (limbs, i), authority,
                                        FOI_OUTCOME_REFUSED);
  return needs;
}

/**
 * foi_ground_fields_get_text:
 * @ground: (nullable): a ground of the case
 *
 * Returns: what it says in that field; "" for nothing. A check button's is "true" or "".
 */
const char *
foi_ground_fields_get_text (JsonNode *ground, guint index)
{
  const FoiGroundField *field = foi_ground_fields_get (index);
  JsonNode *object = field->object != NULL ? foi_json_get_member (ground, field->object) : ground;

  if (field->kind == FOI_GROUND_FIELD_CELLS)
    return foi_json_get_boolean (object, field->key, FALSE) ? "true" : "";
  return foi_json_get_string (object, field->key, "");
}

static JsonNode *
with_text (JsonNode *object, const char *key, const char *text)
{
  return foi_json_set_string (object, key, text[0] != '\0' ? text : NULL, NULL);
}

/**
 * foi_ground_fields_change:
 * @text: what the field is to say; "" takes it away
 *
 * Returns: (transfer full): the ground with that text; an object that is empty goes away.
 */
JsonNode *
foi_ground_fields_change (JsonNode *ground, guint index, const char *text)
{
  const FoiGroundField *field = foi_ground_fields_get (index);
  g_autoptr (JsonNode) none = foi_json_new_object ();
  g_autoptr (JsonNode) changed = NULL;
  JsonNode *object;

  if (field->kind == FOI_GROUND_FIELD_CELLS)
    {
      g_autoptr (JsonNode) yes = text[0] != '\0' ? foi_json_new_boolean (TRUE) : NULL;

      return foi_json_set_member (ground, field->key, yes, NULL);
    }
  if (field->object == NULL)
    return with_text (ground, field->key, text);
  object = foi_json_get_member (ground, field->object);
  changed = with_text (object != NULL ? object : none, field->key, text);
  return foi_json_set_member (
    ground, field->object,
    json_object_get_size (json_node_get_object (changed)) > 0 ? changed : NULL, NULL);
}

/**
 * foi_ground_fields_change_limb:
 * @rule: the ground as the rules have it
 * @limb: (nullable): one of its limbs, by its whole number
 *
 * Returns: (transfer full): the ground with that limb, and of that limb's kind.
 */
JsonNode *
foi_ground_fields_change_limb (JsonNode *ground, JsonNode *rule, const char *limb)
{
  JsonNode *found = foi_ground_rule_find_limb (rule, limb);
  g_autoptr (JsonNode) changed = foi_json_set_string (ground, "limb", limb, NULL);

  return foi_json_set_string (changed, "kind", foi_ground_rule_get_kind (rule, found), NULL);
}
