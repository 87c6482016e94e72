/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-rule.h"

#include "foi-json-edit.h"
#include "foi-table.h"

static const char *const methods[] = {
  [FOI_SMALL_SUPPRESS] = "suppress",
  [FOI_SMALL_ROUND] = "round",
  [FOI_SMALL_ROUND_CONTROLLED] = "controlled",
};

/* A file may say more, and no count is small that is as large. */
#define MOST G_GINT64_CONSTANT (1000000000)

/* How `marks` says that a mark is words. */
#define FEWER "fewer than"

/**
 * foi_small_rule_read:
 * @node: (nullable): a `foi:rule`, or `small_numbers` of an authority
 *
 * Returns: the rule.
 */
FoiSmallRule
foi_small_rule_read (JsonNode *node)
{
  FoiSmallRule self = { 0 };
  const char *method;

  if (node == NULL || !foi_json_is_object (node))
    return self;
  self.threshold = foi_json_get_integer (node, "threshold", 0);
  self.zero = g_strcmp0 (foi_json_get_string (node, "zero", "keep"), "suppress") == 0;
  self.round = foi_json_get_integer (node, "round", 0);
  self.says_fewer = g_str_has_prefix (foi_json_get_string (node, "marks", ""), FEWER);
  method = foi_json_get_string (node, "method", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (g_strcmp0 (method, methods[i]) != 0)
        continue;
      self.method = (FoiSmallMethod) i;
      self.is_ours = TRUE;
    }
  /* Files of before `method` say by the base alone that figures are rounded. */
  if (!self.is_ours && self.round > 1)
    self.method = FOI_SMALL_ROUND;
  if (self.method == FOI_SMALL_SUPPRESS)
    self.round = 0;
  return self;
}

/**
 * foi_small_rule_of_authority:
 *
 * Returns: what the authority does with small counts; of its @round nothing is done yet.
 */
FoiSmallRule
foi_small_rule_of_authority (FoiCaseState *state)
{
  FoiSmallRule self = foi_small_rule_read (foi_case_state_get_node (state,
                                                                    "authority/small_numbers"));

  self.is_ours = FALSE;
  return self;
}

/**
 * foi_small_rule_of_table:
 *
 * Returns: the rule about small counts of a table; where it has none the authority's, without its
 *   rounding: nobody rounded this table yet.
 */
FoiSmallRule
foi_small_rule_of_table (FoiCaseState *state, FoiTableData *data)
{
  JsonNode *node = foi_json_get_member (foi_table_data_get_resource (data), "foi:rule");
  FoiSmallRule self;

  if (node != NULL && foi_json_is_object (node))
    return foi_small_rule_read (node);
  self = foi_small_rule_of_authority (state);
  self.round = 0;
  self.method = FOI_SMALL_SUPPRESS;
  return self;
}

static JsonNode *
set_member (JsonNode *node, const char *key, JsonNode *value)
{
  static const char *const keys[] = { "threshold", "zero", "round", "method", "marks", "reason",
                                      "by", "date", NULL };
  JsonNode *next = foi_json_set_member (node, key, value, keys);

  json_node_unref (node);
  if (value != NULL)
    json_node_unref (value);
  return next;
}

/**
 * foi_small_rule_to_node:
 * @reason: (nullable): why identification is reasonably likely
 * @before: (nullable): the rule as the file has it, of which what is not known here is kept
 *
 * Returns: (transfer full): a `foi:rule`, sealed.
 */
JsonNode *
foi_small_rule_to_node (const FoiSmallRule *self, const char *reason, JsonNode *before)
{
  JsonNode *node = before != NULL && foi_json_is_object (before) ? json_node_ref (before)
                                                                 : foi_json_new_object ();
  g_autofree char *marks = g_strdup_printf (FEWER " %" G_GINT64_FORMAT, self->threshold + 1);

  node = set_member (node, "threshold", foi_json_new_integer (self->threshold));
  node = set_member (node, "zero", foi_json_new_string (self->zero ? "suppress" : "keep"));
  node = set_member (node, "round", self->method != FOI_SMALL_SUPPRESS
                                      ? foi_json_new_integer (self->round) : NULL);
  node = set_member (node, "method", foi_json_new_string (methods[self->method]));
  node = set_member (node, "marks", self->says_fewer && self->method == FOI_SMALL_SUPPRESS
                                      ? foi_json_new_string (marks) : NULL);
  if (reason != NULL)
    node = set_member (node, "reason", reason[0] != '\0' ? foi_json_new_string (reason) : NULL);
  return node;
}

/**
 * foi_small_rule_is_for:
 * @column: of numbers
 *
 * Returns: whether a rule says anything of the column: not of the quarter of a year, of weeks that
 *   are covered, of percentages or of money, which count nobody.
 */
gboolean
foi_small_rule_is_for (FoiColumn *column)
{
  const FoiRole role = foi_column_get_role (column);

  return (role == FOI_ROLE_NONE || role == FOI_ROLE_MEASURE)
         && g_strcmp0 (foi_column_get_unit (column), "%") != 0
         && foi_column_get_value_type (column) != FOI_VALUE_MONEY;
}

/**
 * foi_small_rule_get_most:
 * @column: of counts
 *
 * Returns: the largest number of a cell of the column that is small: 50 of a threshold of 5 in a
 *   column of one decimal.
 */
gint64
foi_small_rule_get_most (const FoiSmallRule *self, FoiColumn *column)
{
  gint64 most = CLAMP (self->threshold, 0, MOST);

  for (int i = foi_column_get_decimals (column); i > 0; i--)
    most *= 10;
  return most;
}

/**
 * foi_small_rule_covers:
 * @column: where the number stands
 * @number: as a cell of the column has it, in its last digits
 *
 * Returns: whether a count is one of the small ones.
 */
gboolean
foi_small_rule_covers (const FoiSmallRule *self, FoiColumn *column, gint64 number)
{
  return self->threshold > 0 && number >= (self->zero ? 0 : 1)
         && number <= foi_small_rule_get_most (self, column);
}

/**
 * foi_small_rule_round:
 * @value: a count that is not negative
 *
 * Returns: the multiple of the base next to @value, halves up.
 */
gint64
foi_small_rule_round (const FoiSmallRule *self, gint64 value)
{
  return (value + self->round / 2) / self->round * self->round;
}

/**
 * foi_small_rule_get_rounded:
 * @shown: a figure as it is printed
 * @from: (out): the least that a reader knows it to be
 * @to: (out): the most
 *
 * What is known of a count from its rounded figure alone: by conventional rounding the numbers
 * that are rounded to it, by the controlled one all that are less than the base away.
 */
void
foi_small_rule_get_rounded (const FoiSmallRule *self, gint64 shown, gint64 *from, gint64 *to)
{
  gint64 below = self->round / 2, above = (self->round - 1) / 2;

  if (self->method == FOI_SMALL_ROUND_CONTROLLED)
    below = above = self->round - 1;
  *from = MAX (shown - below, 0);
  *to = shown + above;
}
