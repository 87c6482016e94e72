/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-member-words.h"

#include <glib/gi18n-lib.h>

#include "foi-case-event.h"
#include "foi-date.h"
#include "foi-json-edit.h"
#include "foi-question.h"
#include "foi-term.h"

/* Letters of a value that is no text itself: a whole question, an event. */
#define SUMMARY 300

/* The name in the file, and what it is called. */
static const FoiTerm members[] = {
  { "accepted", N_("Accepted findings") },
  { "address", N_("Address") },
  { "answer", N_("Answer") },
  { "answered", N_("Answered") },
  { "applies_to", N_("Applies to") },
  { "approved", N_("Approval") },
  { "asked", N_("Asked of services") },
  { "attachments", N_("Attachments") },
  { "authority", N_("Authority") },
  { "by", N_("By") },
  { "channel", N_("How it came") },
  { "chased", N_("Chased") },
  { "contact", N_("Contact") },
  { "date", N_("Date") },
  { "email", N_("E-mail") },
  { "estimate", N_("Estimate of the cost") },
  { "events", N_("What happened") },
  { "fallback", N_("Would accept instead") },
  { "fields", N_("Columns") },
  { "foi:chart", N_("Chart") },
  { "foi:notes", N_("Notes on figures") },
  { "foi:rule", N_("Rule for small numbers") },
  { "foi:totals", N_("Totals") },
  { "from", N_("From") },
  { "gap", N_("Why not the rest") },
  { "grounds", N_("Grounds") },
  { "held", N_("Held") },
  { "id", N_("Reference") },
  { "internal", N_("Internal notes") },
  { "issued", N_("Issued letters") },
  { "label", N_("Short name") },
  { "letters", N_("Letters") },
  { "name", N_("Name") },
  { "note", N_("Note") },
  { "organisation", N_("Organisation") },
  { "outcome", N_("Outcome") },
  { "owner", N_("Owner") },
  { "paragraphs", N_("Paragraphs") },
  { "particulars", N_("Particulars") },
  { "parts", N_("Parts") },
  { "period", N_("Period") },
  { "period_answered", N_("Period answered") },
  { "preamble", N_("Words before the questions") },
  { "publisher", N_("Publisher") },
  { "public_interest", N_("Public interest") },
  { "questions", N_("Questions") },
  { "reason", N_("Reason") },
  { "received", N_("Received") },
  { "regime", N_("Law") },
  { "request", N_("Request") },
  { "requester", N_("Requester") },
  { "salutation", N_("Greeting") },
  { "schema", N_("Table") },
  { "section", N_("Section") },
  { "see", N_("Answered with") },
  { "service", N_("Service") },
  { "source", N_("Source") },
  { "table", N_("Table") },
  { "tables", N_("Tables") },
  { "text", N_("Text") },
  { "title", N_("Title") },
  { "to", N_("To") },
  { "wanted_by", N_("Wanted by") },
  { "withheld", N_("Figures left out") },
  { "wording", N_("Wording") },
};

/**
 * foi_member_dup_words:
 * @key: a member of an object: "wanted_by"
 *
 * Returns: (transfer full): what officers call it; the name itself where they have no word for it.
 */
char *
foi_member_dup_words (const char *key)
{
  guint member;

  g_return_val_if_fail (key != NULL, NULL);

  if (foi_term_find (members, G_N_ELEMENTS (members), key, &member))
    return g_strdup (_(members[member].words));
  return g_strdelimit (g_strdup (key), "_", ' ');
}

static char *
dup_event (JsonNode *event)
{
  const char *type = foi_json_get_string (event, "type", "");
  const char *words = foi_event_type_to_words (type);

  return g_strdup (words != NULL ? words : type);
}

static char *
dup_ground (JsonNode *ground)
{
  return g_strdup_printf (_("Ground %s"), foi_json_get_string (ground, "section", ""));
}

/**
 * foi_element_dup_words:
 * @list: the member that the list is: "questions"
 * @element: one of it
 * @index: its place
 *
 * Returns: (transfer full): what officers call that one: "Question 3".
 */
char *
foi_element_dup_words (const char *list, JsonNode *element, guint index)
{
  const char *number = foi_json_get_string (element, "number", NULL);
  const char *name = foi_json_get_string (element, "title", NULL);

  g_return_val_if_fail (list != NULL, NULL);

  if (g_str_equal (list, "questions") && number != NULL)
    return g_strdup_printf (_("Question %s"), number);
  if (g_str_equal (list, "parts") && number != NULL)
    return g_strdup_printf (_("Part %s"), number);
  if (g_str_equal (list, "events"))
    return dup_event (element);
  if (g_str_equal (list, "grounds"))
    return dup_ground (element);
  for (const char *const *key = (const char *const[]) { "service", "letter", "name", "id", NULL };
       name == NULL && *key != NULL; key++)
    name = foi_json_get_string (element, *key, NULL);
  return name != NULL ? g_strdup (name) : g_strdup_printf ("%u", index + 1);
}

/* ---- values ---------------------------------------------------------------------------------- */

static char *
dup_text (const char *key, const char *text)
{
  const FoiDate date = foi_date_from_iso (text);
  FoiHeld held;
  FoiOutcome outcome;

  if (g_strcmp0 (key, "held") == 0 && foi_held_from_name (text, &held))
    return g_strdup (foi_held_to_words (held));
  if (g_strcmp0 (key, "outcome") == 0 && foi_outcome_from_name (text, &outcome))
    return g_strdup (foi_outcome_to_words (outcome));
  return date != FOI_DATE_NONE ? foi_date_to_words (date) : g_strdup (text);
}

static void
append_leaf (GString *all, const char *key, JsonNode *node)
{
  g_autofree char *words = foi_value_dup_words (key, node);

  if (words[0] != '\0' && g_utf8_strlen (all->str, -1) < SUMMARY)
    g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", words);
}

static char *
dup_summary (const char *key, JsonNode *node)
{
  GString *all = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  for (guint i = 0; foi_json_is_array (node) && i < foi_json_get_n_elements (node); i++)
    append_leaf (all, key, foi_json_get_element (node, i));
  if (!foi_json_is_object (node))
    return g_string_free (all, FALSE);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!g_str_equal (name, "id"))
      append_leaf (all, name, value);
  return g_string_free (all, FALSE);
}

/**
 * foi_value_dup_words:
 * @key: (nullable): the member whose value it is
 * @value: a value
 *
 * Returns: (transfer full): it as officers read it: days and enumerations in words, of a whole
 *   object what is in it.
 */
char *
foi_value_dup_words (const char *key, JsonNode *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  if (foi_json_is_string (value))
    return dup_text (key, json_node_get_string (value));
  if (foi_json_is_boolean (value))
    return g_strdup (json_node_get_boolean (value) ? _("yes") : _("no"));
  if (foi_json_is_integer (value))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
  return dup_summary (key, value);
}
