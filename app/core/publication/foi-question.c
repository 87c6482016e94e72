/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-term.h"
#include "foi-text-start.h"

struct _FoiQuestion
{
  GObject parent_instance;

  JsonNode   *node;
  FoiHeld     held;
  FoiOutcome  outcome;
  GListStore *parts;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NUMBER,
  PROP_LABEL,
  PROP_TEXT,
  PROP_ANSWER,
  PROP_HELD,
  PROP_OUTCOME,
  PROP_SUMMARY,
  PROP_NODE,
  N_PROPS
};

static const FoiTerm held_terms[] = {
  [FOI_HELD_NOT_CONSIDERED] = { "not-considered", N_("Not considered yet") },
  [FOI_HELD_YES] = { "yes", N_("Yes") },
  [FOI_HELD_PART] = { "part", N_("In part") },
  [FOI_HELD_NO] = { "no", N_("No") },
  [FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT]
  = { "cannot-confirm-within-limit", N_("Cannot tell within the cost limit") },
  [FOI_HELD_NEITHER_CONFIRM_NOR_DENY]
  = { "neither-confirm-nor-deny", N_("Neither confirm nor deny") },
};

static const FoiTerm outcome_terms[] = {
  [FOI_OUTCOME_OPEN] = { "open", N_("Open") },
  [FOI_OUTCOME_DISCLOSED] = { "disclosed", N_("Disclosed") },
  [FOI_OUTCOME_PART] = { "part", N_("Disclosed in part") },
  [FOI_OUTCOME_REFUSED] = { "refused", N_("Refused") },
  [FOI_OUTCOME_NOT_HELD] = { "not-held", N_("Not held") },
  [FOI_OUTCOME_NEITHER] = { "neither-confirmed-nor-denied", N_("Neither confirmed nor denied") },
  [FOI_OUTCOME_CLARIFICATION] = { "clarification", N_("Clarification asked") },
  [FOI_OUTCOME_TRANSFERRED] = { "transferred", N_("Transferred") },
  [FOI_OUTCOME_EXTENDED] = { "extended", N_("Extended") },
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiQuestion, foi_question, G_TYPE_OBJECT)

/* Keeps the objects of parts that stay, by id, so that a view's row stays with its part. */
static void
update_parts (FoiQuestion *self)
{
  JsonNode *parts = foi_json_get_member (self->node, "parts");
  guint n_new = foi_json_get_n_elements (parts);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->parts));

  for (guint i = 0; i < n_new; i++)
    {
      JsonNode *node = foi_json_get_element (parts, i);
      g_autoptr (FoiQuestion) old
        = i < n_old ? g_list_model_get_item (G_LIST_MODEL (self->parts), i) : NULL;

      if (old != NULL
          && g_strcmp0 (foi_question_get_id (old), foi_json_get_string (node, "id", "")) == 0)
        foi_question_set_node (old, node);
      else
        {
          g_autoptr (FoiQuestion) part = foi_question_new (node);

          g_list_store_splice (self->parts, i, i < n_old ? 1 : 0, (gpointer *) &part, 1);
        }
    }
  if (n_old > n_new)
    g_list_store_splice (self->parts, n_new, n_old - n_new, NULL, 0);
}

static void
foi_question_finalize (GObject *object)
{
  FoiQuestion *self = FOI_QUESTION (object);

  g_clear_pointer (&self->node, json_node_unref);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (foi_question_parent_class)->finalize (object);
}

static void
foi_question_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiQuestion *self = FOI_QUESTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, foi_question_get_id (self));
      break;
    case PROP_NUMBER:
      g_value_set_string (value, foi_question_get_number (self));
      break;
    case PROP_LABEL:
      g_value_set_string (value, foi_question_get_label (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, foi_question_get_text (self));
      break;
    case PROP_ANSWER:
      g_value_set_string (value, foi_question_get_answer (self));
      break;
    case PROP_HELD:
      g_value_set_int (value, (int) self->held);
      break;
    case PROP_OUTCOME:
      g_value_set_int (value, (int) self->outcome);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, foi_question_dup_summary (self));
      break;
    case PROP_NODE:
      g_value_set_boxed (value, self->node);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_question_class_init (FoiQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = foi_question_finalize;
  object_class->get_property = foi_question_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_ANSWER] = g_param_spec_string ("answer", NULL, NULL, NULL, flags);
  properties[PROP_HELD] = g_param_spec_int ("held", NULL, NULL, 0,
                                            FOI_HELD_NEITHER_CONFIRM_NOR_DENY, 0, flags);
  properties[PROP_OUTCOME] = g_param_spec_int ("outcome", NULL, NULL, 0, FOI_OUTCOME_EXTENDED, 0,
                                               flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_NODE] = g_param_spec_boxed ("node", NULL, NULL, JSON_TYPE_NODE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foi_question_init (FoiQuestion *self)
{
  self->parts = g_list_store_new (FOI_TYPE_QUESTION);
}

/**
 * foi_question_new:
 * @node: a sealed object of the case file's `questions`
 *
 * Returns: (transfer full): the question over @node.
 */
FoiQuestion *
foi_question_new (JsonNode *node)
{
  FoiQuestion *self = g_object_new (FOI_TYPE_QUESTION, NULL);

  foi_question_set_node (self, node);
  return self;
}

/**
 * foi_question_get_node:
 *
 * Returns: (transfer none): the JSON of the question.
 */
JsonNode *
foi_question_get_node (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), NULL);
  return self->node;
}

/* Notifies the properties in which the two JSON objects differ. */
static void
notify_differences (FoiQuestion *self, JsonNode *before, JsonNode *after)
{
  static const struct
  {
    const char *member;
    guint prop;
  } members[] = {
    { "id", PROP_ID },         { "number", PROP_NUMBER }, { "label", PROP_LABEL },
    { "text", PROP_TEXT },     { "answer", PROP_ANSWER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (g_strcmp0 (foi_json_get_string (before, members[i].member, ""),
                     foi_json_get_string (after, members[i].member, "")) != 0)
        g_object_notify_by_pspec (G_OBJECT (self), properties[members[i].prop]);
    }
}

/* Held and outcome as written; with parts they follow from the parts' own. */
static void
derive_held_and_outcome (FoiQuestion *self, FoiHeld *held, FoiOutcome *outcome)
{
  guint n_parts = g_list_model_get_n_items (G_LIST_MODEL (self->parts));

  *held = FOI_HELD_NOT_CONSIDERED;
  *outcome = FOI_OUTCOME_OPEN;
  foi_held_from_name (foi_json_get_string (self->node, "held", NULL), held);
  foi_outcome_from_name (foi_json_get_string (self->node, "outcome", NULL), outcome);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (G_LIST_MODEL (self->parts), i);

      if (i == 0)
        {
          *held = part->held;
          *outcome = part->outcome;
        }
      else if (part->outcome == FOI_OUTCOME_OPEN || *outcome == FOI_OUTCOME_OPEN)
        *outcome = FOI_OUTCOME_OPEN;
      else if (part->outcome != *outcome)
        *outcome = FOI_OUTCOME_PART;
      if (part->held != *held)
        *held = part->held == FOI_HELD_NOT_CONSIDERED || *held == FOI_HELD_NOT_CONSIDERED
                  ? FOI_HELD_NOT_CONSIDERED : FOI_HELD_PART;
    }
}

/**
 * foi_question_set_node:
 * @node: the new JSON of the same question
 *
 * Notifies what differs, and nothing when nothing does.
 */
void
foi_question_set_node (FoiQuestion *self, JsonNode *node)
{
  g_autoptr (JsonNode) before = NULL;
  FoiHeld held = self->held;
  FoiOutcome outcome = self->outcome;

  g_return_if_fail (FOI_IS_QUESTION (self));
  g_return_if_fail (node != NULL && JSON_NODE_HOLDS_OBJECT (node));

  if (self->node == node)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  before = g_steal_pointer (&self->node);
  self->node = json_node_ref (node);
  update_parts (self);
  derive_held_and_outcome (self, &self->held, &self->outcome);
  if (before != NULL)
    {
      notify_differences (self, before, node);
      if (held != self->held)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD]);
      if (outcome != self->outcome)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NODE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * foi_question_get_id:
 *
 * Returns: the id that paths and references use, "q3".
 */
const char *
foi_question_get_id (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), "");
  return foi_json_get_string (self->node, "id", "");
}

/**
 * foi_question_get_number:
 *
 * Returns: the number as shown, "3" or "1a"; the id's without it.
 */
const char *
foi_question_get_number (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), "");
  return foi_json_get_string (self->node, "number", "");
}

/**
 * foi_question_get_label:
 *
 * Returns: the short name for lists; may be "".
 */
const char *
foi_question_get_label (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), "");
  return foi_json_get_string (self->node, "label", "");
}

/**
 * foi_question_dup_title:
 *
 * Returns: (transfer full): what it is called in lists that name its number, in one line: its
 *   label, or how it begins.
 */
char *
foi_question_dup_title (FoiQuestion *self)
{
  const char *label = foi_question_get_label (self);

  return foi_text_dup_first_line (label[0] != '\0' ? label : foi_question_get_text (self));
}

/**
 * foi_question_get_text:
 *
 * Returns: the question as asked.
 */
const char *
foi_question_get_text (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), "");
  return foi_json_get_string (self->node, "text", "");
}

/**
 * foi_question_get_answer:
 *
 * Returns: the answer in CommonMark.
 */
const char *
foi_question_get_answer (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), "");
  return foi_json_get_string (self->node, "answer", "");
}

/**
 * foi_question_get_held:
 *
 * Returns: whether the information is held; derived from the parts where there are any.
 */
FoiHeld
foi_question_get_held (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), FOI_HELD_NOT_CONSIDERED);
  return self->held;
}

/**
 * foi_question_get_outcome:
 *
 * Returns: the outcome; derived from the parts where there are any.
 */
FoiOutcome
foi_question_get_outcome (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), FOI_OUTCOME_OPEN);
  return self->outcome;
}

/**
 * foi_question_withholds_part:
 *
 * What is given in part need not be withheld in part: part may be all that is held, or all that
 * there is of the period that was asked for.
 *
 * Returns: whether something is withheld beside what is given, so that a ground has to be named
 *   (FOIA section 17(1), EIR regulation 14(3), FOISA section 16(1)).
 */
gboolean
foi_question_withholds_part (FoiQuestion *self)
{
  JsonNode *answered;
  const char *gap;

  g_return_val_if_fail (FOI_IS_QUESTION (self), FALSE);

  answered = foi_json_get_member (foi_question_get_node (self), "period_answered");
  gap = foi_json_get_string (answered, "gap", "");
  return self->outcome == FOI_OUTCOME_PART && self->held != FOI_HELD_PART
         && gap[strspn (gap, " \t\r\n")] == '\0';
}

/**
 * foi_question_get_grounds:
 *
 * Returns: (transfer none) (nullable): the array of grounds.
 */
JsonNode *
foi_question_get_grounds (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), NULL);
  return foi_json_get_member (self->node, "grounds");
}

static GStrv
dup_strings (JsonNode *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < foi_json_get_n_elements (array); i++)
    {
      JsonNode *element = foi_json_get_element (array, i);

      if (foi_json_is_string (element))
        g_strv_builder_add (builder, json_node_get_string (element));
    }
  return g_strv_builder_end (builder);
}

/**
 * foi_question_dup_see:
 *
 * Returns: (transfer full): ids of the questions that this one is answered together with.
 */
GStrv
foi_question_dup_see (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), NULL);
  return dup_strings (foi_json_get_member (self->node, "see"));
}

/**
 * foi_question_dup_tables:
 *
 * Returns: (transfer full): names of the tables that belong to the question.
 */
GStrv
foi_question_dup_tables (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), NULL);
  return dup_strings (foi_json_get_member (self->node, "tables"));
}

/**
 * foi_question_get_regime:
 *
 * Returns: (nullable): the regime that overrides the case's.
 */
const char *
foi_question_get_regime (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), NULL);
  return foi_json_get_string (self->node, "regime", NULL);
}

/**
 * foi_question_get_parts:
 *
 * Returns: (transfer none): the parts, a list of #FoiQuestion, empty for most questions.
 */
GListModel *
foi_question_get_parts (FoiQuestion *self)
{
  g_return_val_if_fail (FOI_IS_QUESTION (self), NULL);
  return G_LIST_MODEL (self->parts);
}

/**
 * foi_question_dup_summary:
 *
 * Returns: (transfer full): the outcome in a few words for a list: "Refused · 12(2)".
 */
char *
foi_question_dup_summary (FoiQuestion *self)
{
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) see = NULL;
  JsonNode *grounds;

  g_return_val_if_fail (FOI_IS_QUESTION (self), NULL);

  text = g_string_new (foi_outcome_to_words (self->outcome));
  grounds = foi_question_get_grounds (self);
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      const char *section = foi_json_get_string (foi_json_get_element (grounds, i), "section",
                                                 NULL);

      if (section != NULL)
        g_string_append_printf (text, "%s%s", i == 0 ? " · " : ", ", section);
    }
  see = foi_question_dup_see (self);
  if (see[0] != NULL)
    {
      /* Translators: a question was refused for the reason given under another one. */
      g_string_append_printf (text, _(" · as question %s"), see[0][0] == 'q' ? see[0] + 1 : see[0]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * foi_held_to_name:
 *
 * Returns: the name in the file.
 */
const char *
foi_held_to_name (FoiHeld held)
{
  return foi_term_get_name (held_terms, G_N_ELEMENTS (held_terms), held);
}

/**
 * foi_held_from_name:
 *
 * Returns: whether @name is one of the file's.
 */
gboolean
foi_held_from_name (const char *name, FoiHeld *out)
{
  guint value;

  if (!foi_term_find (held_terms, G_N_ELEMENTS (held_terms), name, &value))
    return FALSE;
  *out = (FoiHeld) value;
  return TRUE;
}

/**
 * foi_held_to_words:
 *
 * Returns: the words of the window.
 */
const char *
foi_held_to_words (FoiHeld held)
{
  return foi_term_get_words (held_terms, G_N_ELEMENTS (held_terms), held);
}

/**
 * foi_outcome_to_name:
 *
 * Returns: the name in the file.
 */
const char *
foi_outcome_to_name (FoiOutcome outcome)
{
  return foi_term_get_name (outcome_terms, G_N_ELEMENTS (outcome_terms), outcome);
}

/**
 * foi_outcome_from_name:
 *
 * Returns: whether @name is one of the file's.
 */
gboolean
foi_outcome_from_name (const char *name, FoiOutcome *out)
{
  guint value;

  if (!foi_term_find (outcome_terms, G_N_ELEMENTS (outcome_terms), name, &value))
    return FALSE;
  *out = (FoiOutcome) value;
  return TRUE;
}

/**
 * foi_outcome_to_words:
 *
 * Returns: the words of the window.
 */
const char *
foi_outcome_to_words (FoiOutcome outcome)
{
  return foi_term_get_words (outcome_terms, G_N_ELEMENTS (outcome_terms), outcome);
}

/**
 * foi_question_find_node:
 * @questions: (nullable): the "questions" of a case
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the question of that id, or the part of one.
 */
JsonNode *
foi_question_find_node (JsonNode *questions, const char *id)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *part;

      if (g_strcmp0 (foi_json_get_string (question, "id", NULL), id) == 0)
        return question;
      part = foi_question_find_node (foi_json_get_member (question, "parts"), id);
      if (part != NULL)
        return part;
    }
  return NULL;
}
