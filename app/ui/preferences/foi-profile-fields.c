/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-profile-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-date.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-profile.h"
#include "foi-rules.h"
#include "foi-typed-date.h"

/* More pounds than any limit has. */
#define MOST_AMOUNT 1000000

static const FoiField authority_fields[] = {
  { .label = N_ ("The authority") },
  { "name", N_ ("_Name"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { "team", N_ ("_Team"), FOI_FIELD_TEXT, N_ ("Signs when no person does"), { { 0 } } },
  { "address", N_ ("_Address"), FOI_FIELD_LINES, N_ ("The lines after the name"), { { 0 } } },
  { "type", N_ ("_Kind"), FOI_FIELD_CHOICE, N_ ("Decides the cost limit"),
    { { "", N_ ("Not said") },
      { "central", N_ ("Central government") },
      { "local", N_ ("Local authority") },
      { "police", N_ ("Police") },
      { "nhs", N_ ("NHS") },
      { "school", N_ ("School or college") },
      { "parliament", N_ ("Parliament") },
      { "armed-forces", N_ ("Armed forces") },
      { "other", N_ ("Other") } } },
  { "scottish", N_ ("_Scottish public authority"), FOI_FIELD_SWITCH,
    N_ ("Scottish law and holidays"), { { 0 } } },
  { .label = N_ ("How to reach it") },
  { "phone", N_ ("_Phone"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { "email", N_ ("_E-mail"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { "web", N_ ("_Web site"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { .label = N_ ("Qualified person") },
  { "qualified_person/name", N_ ("Na_me"), FOI_FIELD_TEXT,
    N_ ("Whose opinion section 36 needs"), { { 0 } } },
  { "qualified_person/role", N_ ("_Office"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { .label = N_ ("Cost limit, where it is not as the law has it") },
  { "limits/appropriate-limit/pounds", N_ ("_Limit in pounds"), FOI_FIELD_AMOUNT, NULL,
    { { 0 } } },
  { "limits/appropriate-limit/rate", N_ ("Pounds an _hour"), FOI_FIELD_AMOUNT, NULL, { { 0 } } },
  { "limits/appropriate-limit/from", N_ ("Received _from"), FOI_FIELD_DATE,
    N_ ("For requests from this day on; empty: for all"), { { 0 } } },
  { "limits/appropriate-limit/to", N_ ("Received _up to"), FOI_FIELD_DATE,
    N_ ("And up to this day; empty: without an end"), { { 0 } } },
  { "limits/appropriate-limit/note", N_ ("Wh_y"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { .label = N_ ("School or college") },
  { "closed", N_ ("_Closed"), FOI_FIELD_PERIODS,
    N_ ("When there are no sessions, one period a line: 21 December 2024 to 5 January 2025"),
    { { 0 } } },
};

static const FoiField letter_fields[] = {
  { .label = N_ ("Who signs") },
  { "signatory/name", N_ ("_Name"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { "signatory/role", N_ ("_Office"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { .label = N_ ("Internal review") },
  { "review/who", N_ ("_Write to"), FOI_FIELD_TEXT, N_ ("Empty: the team"), { { 0 } } },
  { "review/email", N_ ("_E-mail"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { "review/window/n", N_ ("Ask _within"), FOI_FIELD_NUMBER, N_ ("days; 0: not said"), { { 0 } } },
  { "review/window/unit", N_ ("_Days are"), FOI_FIELD_CHOICE, NULL,
    { { "", N_ ("Not said") },
      { "working", N_ ("Working days") },
      { "calendar", N_ ("Calendar days") } } },
  { "review/window/from", N_ ("_Counted from"), FOI_FIELD_CHOICE, NULL,
    { { "issue", N_ ("The letter’s date") }, { "receipt", N_ ("The day it arrives") } } },
  { .label = N_ ("Re-use and publications") },
  { "licence/name", N_ ("_Licence"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { "licence/url", N_ ("Licence’s addre_ss"), FOI_FIELD_TEXT, NULL, { { 0 } } },
  { "disclosure_log", N_ ("Disclosure lo_g"), FOI_FIELD_TEXT, N_ ("Its web address"), { { 0 } } },
  { "links", N_ ("_Publications"), FOI_FIELD_LINKS,
    N_ ("One a line: its name, then its web address"), { { 0 } } },
  { .label = N_ ("Small numbers") },
  { "small_numbers/threshold", N_ ("Withhold _counts up to"), FOI_FIELD_NUMBER,
    N_ ("0: none is withheld"), { { 0 } } },
  { "small_numbers/zero", N_ ("_Zero is"), FOI_FIELD_CHOICE, NULL,
    { { "", N_ ("Not said") }, { "keep", N_ ("Shown") }, { "suppress", N_ ("Withheld, too") } } },
  { "small_numbers/round", N_ ("_Round to"), FOI_FIELD_STEP, NULL,
    { { "0", N_ ("Not rounded") }, { "5", N_ ("Fives") }, { "10", N_ ("Tens") } } },
  { .label = N_ ("Services and approval") },
  { "needs_approval", N_ ("Answers are _approved"), FOI_FIELD_SWITCH,
    N_ ("Each, before the letter goes"), { { 0 } } },
  { "ask_days", N_ ("Services answer by wor_king day"), FOI_FIELD_NUMBER,
    N_ ("of the request’s clock; 0: day 10"), { { 0 } } },
  { .label = N_ ("House style") },
  { "reference_pattern", N_ ("_References"), FOI_FIELD_TEXT,
    N_ ("How those of new cases are made, for example FOI/{year}/{number}"), { { 0 } } },
  { "colour", N_ ("Co_lour"), FOI_FIELD_COLOUR, N_ ("As #12436D"), { { 0 } } },
};

/**
 * foi_profile_fields:
 * @n_fields: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_fields): the rows of a page of the form.
 */
const FoiField *
foi_profile_fields (FoiProfilePage page, guint *n_fields)
{
  switch (page)
    {
    case FOI_PAGE_AUTHORITY:
      *n_fields = G_N_ELEMENTS (authority_fields);
      return authority_fields;
    case FOI_PAGE_LETTERS:
      *n_fields = G_N_ELEMENTS (letter_fields);
      return letter_fields;
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_lines (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (foi_json_is_string (node))
    return json_node_dup_string (node);
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *line = foi_json_get_element (node, i);

      if (foi_json_is_string (line))
        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", json_node_get_string (line));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_links (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *link = foi_json_get_element (node, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "",
                              foi_json_get_string (link, "text", ""),
                              foi_json_get_string (link, "url", ""));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_day (JsonNode *node)
{
  const FoiDate date = foi_json_is_string (node) ? foi_date_from_iso (json_node_get_string (node))
                                                 : FOI_DATE_NONE;

  return date != FOI_DATE_NONE ? foi_date_to_words (date) : g_strdup ("");
}

static char *
dup_periods (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *period = foi_json_get_element (node, i);
      g_autofree char *from = dup_day (foi_json_get_member (period, "from"));
      g_autofree char *to = dup_day (foi_json_get_member (period, "to"));

      /* Translators: the first and the last day of a period. */
      g_string_append_printf (text, _("%s%s to %s"), i > 0 ? "\n" : "", from, to);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * foi_profile_dup_field:
 *
 * Returns: (transfer full): what the form shows of a profile: "" for nothing, a number or a choice
 *   as text, a day in words, "true" for what is switched on.
 */
char *
foi_profile_dup_field (JsonNode *profile, const FoiField *field)
{
  JsonNode *node;

  g_return_val_if_fail (field != NULL && field->path != NULL, NULL);

  node = foi_profile_get_node (profile, field->path);
  switch (field->kind)
    {
    case FOI_FIELD_LINES:
      return dup_lines (node);
    case FOI_FIELD_LINKS:
      return dup_links (node);
    case FOI_FIELD_NUMBER:
    case FOI_FIELD_STEP:
      return g_strdup_printf ("%" G_GINT64_FORMAT,
                              foi_json_is_integer (node) ? json_node_get_int (node) : 0);
    case FOI_FIELD_AMOUNT:
      return foi_json_is_integer (node)
               ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : g_strdup ("");
    case FOI_FIELD_DATE:
      return dup_day (node);
    case FOI_FIELD_PERIODS:
      return dup_periods (node);
    case FOI_FIELD_SWITCH:
      return g_strdup (foi_json_is_boolean (node) && json_node_get_boolean (node) ? "true" : "");
    case FOI_FIELD_TEXT:
    case FOI_FIELD_CHOICE:
    case FOI_FIELD_COLOUR:
      return g_strdup (foi_json_is_string (node) ? json_node_get_string (node) : "");
    default:
      g_assert_not_reached ();
    }
}

static JsonNode *
lines_node (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_strstrip (lines[i])[0] != '\0')
        g_strv_builder_add (builder, lines[i]);
    }
  kept = g_strv_builder_end (builder);
  return kept[0] != NULL ? foi_json_new_strings ((const char *const *) kept) : NULL;
}

/* Takes @before over. */
static JsonNode *
append_to (JsonNode *before, JsonNode *node)
{
  g_autoptr (JsonNode) list = before;

  return foi_json_array_insert (list, foi_json_get_n_elements (list), node);
}

/* The address is the last word of a line. */
static JsonNode *
links_node (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (JsonNode) list = foi_json_new_array ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *space = strrchr (g_strstrip (lines[i]), ' ');
      g_autoptr (JsonNode) empty = foi_json_new_object ();
      g_autoptr (JsonNode) named = NULL;
      g_autoptr (JsonNode) link = NULL;

      if (space == NULL)
        continue;
      *space = '\0';
      named = foi_json_set_string (empty, "text", g_strchomp (lines[i]), NULL);
      link = foi_json_set_string (named, "url", space + 1, NULL);
      list = append_to (g_steal_pointer (&list), link);
    }
  return foi_json_get_n_elements (list) > 0 ? g_steal_pointer (&list) : NULL;
}

/* "21 December 2024 to 5 January 2025" */
static JsonNode *
period_node (const char *line, char **complaint)
{
  g_auto (GStrv) ends = g_regex_split_simple ("\\s+to\\s+|\\s*\\.\\.\\s*|\\s+[-–]\\s+", line,
                                              G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT);
  g_autofree char *from = NULL, *to = NULL;
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) begun = NULL;

  *complaint = NULL;
  if (g_strv_length (ends) != 2)
    *complaint = g_strdup_printf (_("“%s” does not say from which day to which"), line);
  else if (!foi_typed_date_read (ends[0], &from, complaint)
           || !foi_typed_date_read (ends[1], &to, complaint))
    return NULL;
  else if (from == NULL || to == NULL)
    *complaint = g_strdup_printf (_("“%s” does not say from which day to which"), line);
  else if (foi_date_from_iso (to) < foi_date_from_iso (from))
    *complaint = g_strdup_printf (_("“%s” ends before it begins"), line);
  if (*complaint != NULL)
    return NULL;
  begun = foi_json_set_string (empty, "from", from, NULL);
  return foi_json_set_string (begun, "to", to, NULL);
}

/* Returns: (nullable): the list; %NULL where it is empty, or a line is no period. */
static JsonNode *
periods_node (const char *text, char **complaint)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (JsonNode) list = foi_json_new_array ();

  *complaint = NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) period = NULL;

      if (g_strstrip (lines[i])[0] == '\0')
        continue;
      period = period_node (lines[i], complaint);
      if (period == NULL)
        return NULL;
      list = append_to (g_steal_pointer (&list), period);
    }
  return foi_json_get_n_elements (list) > 0 ? g_steal_pointer (&list) : NULL;
}

static JsonNode *
day_node (const char *text)
{
  g_autofree char *day = NULL, *complaint = NULL;

  return foi_typed_date_read (text, &day, &complaint) && day != NULL ? foi_json_new_string (day)
                                                                     : NULL;
}

static JsonNode *
node_of (const FoiField *field, const char *text)
{
  switch (field->kind)
    {
    case FOI_FIELD_LINES:
      return lines_node (text);
    case FOI_FIELD_LINKS:
      return links_node (text);
    case FOI_FIELD_DATE:
      return day_node (text);
    case FOI_FIELD_PERIODS:
      {
        g_autofree char *complaint = NULL;

        return periods_node (text, &complaint);
      }
    case FOI_FIELD_NUMBER:
    case FOI_FIELD_STEP:
    case FOI_FIELD_AMOUNT:
      {
        const gint64 number = g_ascii_strtoll (text, NULL, 10);

        return number > 0 ? foi_json_new_integer (number) : NULL;
      }
    case FOI_FIELD_SWITCH:
      return text[0] != '\0' ? foi_json_new_boolean (TRUE) : NULL;
    case FOI_FIELD_TEXT:
    case FOI_FIELD_CHOICE:
    case FOI_FIELD_COLOUR:
      return text[0] != '\0' ? foi_json_new_string (text) : NULL;
    default:
      g_assert_not_reached ();
    }
}

/* The window of time for a review is nothing without its number, and needs a day to count from. */
static JsonNode *
normalise (JsonNode *profile)
{
  g_autoptr (JsonNode) issue = NULL;

  if (foi_profile_get_node (profile, "review/window") == NULL)
    return json_node_ref (profile);
  if (foi_profile_get_node (profile, "review/window/n") == NULL)
    return foi_profile_with_node (profile, "review/window", NULL);
  if (foi_profile_get_node (profile, "review/window/from") != NULL)
    return json_node_ref (profile);
  issue = foi_json_new_string ("issue");
  return foi_profile_with_node (profile, "review/window/from", issue);
}

/**
 * foi_profile_with_field:
 * @text: as foi_profile_dup_field() gives it
 *
 * Returns: (transfer full): the profile with another value of a field; what is empty is left out.
 */
JsonNode *
foi_profile_with_field (JsonNode *profile, const FoiField *field, const char *text)
{
  g_autoptr (JsonNode) value = NULL;
  g_autoptr (JsonNode) changed = NULL;

  g_return_val_if_fail (field != NULL && field->path != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  value = node_of (field, text);
  changed = foi_profile_with_node (profile, field->path, value);
  return normalise (changed);
}

static gboolean
every_line_has_words (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_strstrip (lines[i])[0] != '\0' && strchr (lines[i], ' ') == NULL)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_amount_complaint (const char *text)
{
  guint64 amount;

  if (text[0] == '\0' || g_ascii_string_to_unsigned (text, 10, 1, MOST_AMOUNT, &amount, NULL))
    return NULL;
  return g_strdup (_("Whole pounds, in figures"));
}

/* What begins ends no sooner: the other day of the two is in the profile already. */
static char *
dup_date_complaint (JsonNode *profile, const FoiField *field, const char *text)
{
  const gboolean is_end = g_str_has_suffix (field->path, "/to");
  g_autofree char *folder = g_path_get_dirname (field->path);
  g_autofree char *path = g_strconcat (folder, is_end ? "/from" : "/to", NULL);
  JsonNode *node = foi_profile_get_node (profile, path);
  const char *iso = foi_json_is_string (node) ? json_node_get_string (node) : NULL;
  const FoiDate other = foi_date_from_iso (iso);
  g_autofree char *moment = NULL;
  char *complaint = NULL;
  FoiDate day;

  if (!foi_typed_date_read (text, &moment, &complaint))
    return complaint;
  day = foi_date_from_iso (moment);
  if (day == FOI_DATE_NONE || other == FOI_DATE_NONE || (is_end ? other <= day : day <= other))
    return NULL;
  return g_strdup (is_end ? _("This is before the day from which it applies")
                          : _("This is after the last day for which it applies"));
}

/**
 * foi_profile_dup_complaint:
 * @profile: what the other fields hold
 *
 * Returns: (transfer full) (nullable): why what is typed cannot be kept: a colour is six
 *   hexadecimal digits, a link has an address, what ends does so after it begins. %NULL where it
 *   can.
 */
char *
foi_profile_dup_complaint (JsonNode *profile, const FoiField *field, const char *text)
{
  g_autoptr (JsonNode) periods = NULL;
  char *complaint = NULL;

  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  if (field->kind == FOI_FIELD_COLOUR
      && !g_regex_match_simple ("^(#[0-9a-fA-F]{6})?$", text, G_REGEX_DEFAULT,
                                G_REGEX_MATCH_DEFAULT))
    return g_strdup (_("A colour is written as #12436D"));
  if (field->kind == FOI_FIELD_LINKS && !every_line_has_words (text))
    return g_strdup (_("Each line needs a name and then an address"));
  if (field->kind == FOI_FIELD_AMOUNT)
    return dup_amount_complaint (text);
  if (field->kind == FOI_FIELD_DATE)
    return dup_date_complaint (profile, field, text);
  if (field->kind == FOI_FIELD_PERIODS)
    periods = periods_node (text, &complaint);
  return complaint;
}

/**
 * foi_profile_get_regime:
 *
 * Returns: the law that an authority answers under, unless a request is about the environment.
 */
const char *
foi_profile_get_regime (JsonNode *profile)
{
  return foi_json_get_boolean (profile, "scottish", FALSE) ? "foisa" : "foia";
}

/* "limits/appropriate-limit/pounds" */
static char *
dup_law_hint (JsonNode *profile, const char *path)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);
  JsonNode *limit;
  g_autofree char *number = NULL;

  g_assert (g_strv_length (keys) == 3);
  limit = foi_rules_find_limit (foi_rules_get_default (), foi_profile_get_regime (profile), keys[1],
                                foi_json_get_string (profile, "type", NULL), FOI_DATE_NONE);
  if (limit == NULL)
    return NULL;
  number = foi_number_to_words (foi_json_get_integer (limit, keys[2], 0), 0);
  /* Translators: an amount, and the law that sets it. */
  return g_strdup_printf (_("Empty: £%s, by %s"), number, foi_json_get_string (limit, "law", ""));
}

/**
 * foi_profile_dup_hint:
 *
 * Returns: (transfer full) (nullable): what is said of a field beside it: of an amount, what the
 *   law has for this authority.
 */
char *
foi_profile_dup_hint (JsonNode *profile, const FoiField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->kind == FOI_FIELD_AMOUNT)
    return dup_law_hint (profile, field->path);
  return field->hint != NULL ? g_strdup (_ (field->hint)) : NULL;
}
