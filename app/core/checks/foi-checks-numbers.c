/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* Numbers of the rules, used for this case, whose source was not seen. */

/* What prints a time limit, unless the authority has a number of its own there. */
static const struct
{
  const char *gap, *limit, *own;
} printed[] = {
  { "{review_by}", "review-request", "authority/review/window" },
  { "{review_period}", "review-request", "authority/review/window" },
  { "{review_days}", "review-answer", NULL },
};

/* What the clock goes by once something has happened. */
static const struct
{
  const char *event, *limit;
} counted[] = {
  { "extended", "response-extended" },
  { "extended", "public-interest-target" },
  { "fees-notice", "fees-notice-lapse" },
  { "fees-notice", "charge-lapse" },
};

static gboolean
prints (GPtrArray *blocks, const char *place)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];

      if (g_strcmp0 (block->place, place) == 0 || prints (block->children, place))
        return TRUE;
    }
  return FALSE;
}

/* Whether a paragraph that stands in the letter has the gap, in the rules' words. */
static gboolean
prints_gap (FoiCheck *self, const char *gap)
{
  GPtrArray *paragraphs = foi_rules_get_paragraphs (self->rules, self->regime);

  for (guint i = 0; self->letter != NULL && paragraphs != NULL && i < paragraphs->len; i++)
    {
      const FoiParagraph *paragraph = paragraphs->pdata[i];
      g_autofree char *place = g_strconcat ("wording/", paragraph->id, NULL);

      if (strstr (paragraph->text, gap) != NULL
          && foi_paragraph_is_for (paragraph, "response", self->day)
          && prints (self->letter->blocks, place))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_event (FoiCheck *self, const char *type)
{
  JsonNode *events = foi_brief_get_events (self->brief);

  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    if (g_str_equal (foi_json_get_string (foi_json_get_element (events, i), "type", ""), type))
      return TRUE;
  return FALSE;
}

/* "40 working days" */
static char *
dup_time (JsonNode *limit)
{
  const int n = (int) foi_json_get_integer (limit, "n", 0);
  const char *unit = foi_json_get_string (limit, "unit", "");

  if (g_str_equal (unit, "working-day"))
    return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) n), n);
  if (g_str_equal (unit, "school-day"))
    return g_strdup_printf (ngettext ("%d school day", "%d school days", (gulong) n), n);
  if (g_str_equal (unit, "week"))
    return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) n), n);
  if (g_str_equal (unit, "month"))
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) n), n);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) n), n);
}

static void
add_time (FoiCheck *self, GHashTable *told, const char *id, const char *place)
{
  JsonNode *limit = foi_rules_find_time_limit (self->rules, self->regime, id,
                                               foi_brief_get_received (self->brief));
  g_autofree char *message = NULL, *time = NULL;

  if (foi_json_get_boolean (limit, "seen", TRUE) || !g_hash_table_add (told, limit))
    return;
  time = dup_time (limit);
  /* Translators: "40 working days", and a section of an Act. */
  message = g_strdup_printf (_("The time of %s that %s sets could not be checked against a source "
                               "when this program was made."),
                             time, foi_json_get_string (limit, "law", ""));
  _foi_check_add (self, self->regime, place, message, _("Look the number up in the statute."));
}

static void
check_cost (FoiCheck *self, FoiCheckQuestion *question)
{
  static const char *const kinds[] = { "cost", "cost-to-confirm", NULL };
  FoiCheckGround *ground = _foi_check_find_ground (question, kinds);
  g_autoptr (JsonNode) limit = _foi_check_dup_limit (self, question->regime);
  g_autofree char *message = NULL;

  if (ground == NULL || foi_json_get_boolean (limit, "seen", TRUE)
      || foi_json_get_boolean (limit, "own", FALSE))
    return;
  message = g_strdup_printf (_("%s: the limit of £%d that %s sets could not be checked against a "
                               "source when this program was made."), question->name,
                             (int) foi_json_get_integer (limit, "pounds", 0),
                             foi_json_get_string (limit, "law", ""));
  _foi_check_add (self, question->regime, ground->place, message,
                  _("Look the number up in the statute."));
}

/*
 * _foi_check_numbers:
 *
 * Time limits and limits of cost whose source was not seen are to be looked up, where this case
 * goes by them: on its clock, or in its letter.
 */
void
_foi_check_numbers (FoiCheck *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autofree char *letter = g_strdup_printf ("letters/%s/date", self->letter_id);

  add_time (self, told, "response", "request/received");
  if (g_strcmp0 (self->authority, "school") == 0)
    {
      add_time (self, told, "school-response", "request/received");
      add_time (self, told, "school-response-most", "request/received");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    if (has_event (self, counted[i].event))
      add_time (self, told, counted[i].limit, "request/received");
  for (gsize i = 0; i < G_N_ELEMENTS (printed); i++)
    if ((printed[i].own == NULL || foi_case_state_get_node (self->state, printed[i].own) == NULL)
        && prints_gap (self, printed[i].gap))
      add_time (self, told, printed[i].limit, letter);
  for (guint i = 0; i < self->questions->len; i++)
    check_cost (self, self->questions->pdata[i]);
}
