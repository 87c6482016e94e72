/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-requester-details.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-contact-form.h"
#include "foi-given-name.h"
#include "foi-json-edit.h"
#include "foi-phrase.h"

/* Shorter ones are in every text. */
#define SHORTEST_NAME 3
#define SHORTEST_ADDRESS 5

static const char *const titles[] = { "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor" };

static void
detail_free (gpointer data)
{
  FoiRequesterDetail *detail = data;

  g_free (detail->given);
  g_free (detail->text);
  g_free (detail);
}

static gboolean
has_space (const char *text)
{
  return strpbrk (text, " \t\n") != NULL;
}

static gboolean
has_phrase (const char *string, const char *phrase)
{
  return foi_phrase_find (string, phrase, FALSE, 0, NULL, NULL);
}

static FoiRequesterDetail *
add (GPtrArray *details, JsonNode *authority, FoiDetailKind kind, const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  FoiRequesterDetail *detail;

  if (plain[0] == '\0')
    return NULL;
  /* What the authority says of itself is no detail of somebody else, even if it is the same. */
  if (foi_json_has_text (authority, has_phrase, plain))
    return NULL;
  detail = g_new0 (FoiRequesterDetail, 1);
  detail->kind = kind;
  detail->exact_case = kind == FOI_DETAIL_NAME && !has_space (plain);
  detail->letters = foi_phrase_get_letters (plain);
  detail->text = g_steal_pointer (&plain);
  g_ptr_array_add (details, detail);
  return detail;
}

static gboolean
is_title (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_ascii_strcasecmp (word, titles[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "Q" is an initial, and in every text. */
static gboolean
is_initial (const char *name)
{
  const char *after = *name != '\0' ? g_utf8_next_char (name) : name;

  return *after == '\0' || strcmp (after, ".") == 0;
}

/* "Jo" and "Ng" in capitals may stand for something else: "ED", "IT". */
static gboolean
is_short (const char *name)
{
  return g_utf8_strlen (name, -1) < (foi_phrase_is_unspaced (name) ? 2 : SHORTEST_NAME);
}

/* "Doe, Jane", "J. Doe", "Jane Quentin Doe": the surname beside the given name or its initial. */
static void
add_surname (GPtrArray *details, JsonNode *authority, const char *given, const char *last)
{
  FoiRequesterDetail *detail;

  if (is_initial (last))
    return;
  detail = add (details, authority, FOI_DETAIL_NAME, last);
  if (detail != NULL)
    detail->given = g_strdup (given);
}

/* "Jane" alone may be anybody's, unless it is not a name at all: "Will", "Mark", "May". */
static void
add_given (GPtrArray *details, JsonNode *authority, const char *given)
{
  FoiRequesterDetail *detail;

  if (is_initial (given) || foi_given_name_is_word (given))
    return;
  detail = add (details, authority, FOI_DETAIL_NAME, given);
  if (detail != NULL)
    detail->is_doubt = TRUE;
}

/* All that there is of a name: "Ng" may be letters for something else, and is a doubt. */
static void
add_only_name (GPtrArray *details, JsonNode *authority, const char *name)
{
  g_autofree char *capitals = g_utf8_strup (name, -1);

  if (!is_short (name))
    {
      add (details, authority, FOI_DETAIL_NAME, name);
      return;
    }
  add_given (details, authority, name);
  if (!g_str_equal (name, capitals))
    add_given (details, authority, capitals);
}

/* "Jane Q Doe": the whole, and "Ms Doe", whatever the title. */
static void
add_name (GPtrArray *details, JsonNode *authority, const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t\n", -1);
  const char *last = NULL, *given = NULL;
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        last = words[i];
        if (given == NULL && !is_title (last))
          given = last;
        n_words++;
      }
  if (last == NULL)
    return;
  if (n_words == 1)
    add_only_name (details, authority, last);
  else
    add (details, authority, FOI_DETAIL_NAME, name);
  if (n_words > 1)
    add_surname (details, authority, given != last ? given : "", last);
  if (n_words > 1 && given != NULL && given != last)
    add_given (details, authority, given);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *titled = g_strdup_printf ("%s %s", titles[i], last);

      if (n_words > 1 && g_ascii_strcasecmp (titled, name) != 0)
        add (details, authority, FOI_DETAIL_NAME, titled);
    }
}

/* "Ms Doe" names somebody, "Sir or Madam" nobody, "Jane" too many. */
static void
add_salutation (GPtrArray *details, JsonNode *authority, const char *salutation)
{
  g_auto (GStrv) words = g_strsplit_set (salutation, " ./", -1);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (words[0] != NULL && g_ascii_strcasecmp (words[0], titles[i]) == 0 && has_space (salutation))
      {
        add (details, authority, FOI_DETAIL_NAME, salutation);
        return;
      }
}

/* "jd (at) example.org" is for people to read, and tells as much. */
static void
add_spelt_out (GPtrArray *details, JsonNode *authority, const char *email)
{
  static const char *const signs[] = { " at ", " (at) ", "(at)", " [at] ", "[at]", " @ " };
  g_auto (GStrv) parts = g_strsplit (email, "@", 2);

  for (gsize i = 0; g_strv_length (parts) == 2 && i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *spelt = g_strconcat (parts[0], signs[i], parts[1], NULL);

      add (details, authority, FOI_DETAIL_CONTACT, spelt);
    }
}

static gboolean
has_name (const char *text, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *part = g_utf8_casefold (name, -1);

  return g_utf8_strlen (name, -1) >= SHORTEST_NAME && strstr (folded, part) != NULL
         && !g_str_equal (folded, part);
}

/* "jane.doe" of jane.doe@example.org is known again at any other place of the web. Not so "press":
 * it has to have a part of the name in it, a figure, or a sign that words have not. */
static void
add_mailbox (GPtrArray *details, JsonNode *authority, const char *email, const char *name)
{
  g_autofree char *local = g_strndup (email, strcspn (email, "@+"));
  g_auto (GStrv) words = g_strsplit_set (name, " \t\n", -1);
  gboolean is_known = strpbrk (local, "0123456789_") != NULL;

  if (strchr (email, '@') == NULL || g_utf8_strlen (local, -1) < SHORTEST_ADDRESS
      || strspn (local, "0123456789") == strlen (local))
    return;
  for (guint i = 0; words[i] != NULL; i++)
    is_known |= !is_title (words[i]) && has_name (local, words[i]);
  if (is_known)
    add (details, authority, FOI_DETAIL_CONTACT, local);
}

/* A line of an address by which a house is found; the name of a town is in many texts. */
static gboolean
tells_a_house (const char *line)
{
  return strpbrk (line, "0123456789") != NULL
         && g_utf8_strlen (line, -1) >= SHORTEST_ADDRESS;
}

static void
add_vague (GPtrArray *details, JsonNode *authority, FoiDetailKind kind, const char *text)
{
  FoiRequesterDetail *detail = has_space (text) ? add (details, authority, kind, text) : NULL;

  if (detail != NULL)
    detail->is_vague = TRUE;
}

static gboolean
has_number (const char *string, const char *number)
{
  return foi_contact_find_number (string, number, 0, NULL, NULL);
}

/* Of a number its figures count, which everybody groups otherwise. */
static void
add_number (GPtrArray *details, JsonNode *authority, const char *number)
{
  FoiRequesterDetail *detail
    = !foi_json_has_text (authority, has_number, number)
        ? add (details, authority, FOI_DETAIL_CONTACT, number) : NULL;

  if (detail != NULL)
    detail->form = FOI_DETAIL_NUMBER;
}

static void
add_telephone (GPtrArray *details, JsonNode *authority, const char *text)
{
  g_autofree char *number = foi_contact_dup_number (text);

  if (number != NULL)
    add_number (details, authority, number);
  else
    add (details, authority, FOI_DETAIL_CONTACT, text);
}

/* What stands below a request: there is no other place for it in a case. */
static void
add_numbers_in (GPtrArray *details, JsonNode *authority, const char *text)
{
  g_auto (GStrv) numbers = foi_contact_list_numbers (text);

  for (guint i = 0; numbers[i] != NULL; i++)
    add_number (details, authority, numbers[i]);
}

static void
add_house (GPtrArray *details, JsonNode *authority, const char *line)
{
  FoiRequesterDetail *detail = add (details, authority, FOI_DETAIL_CONTACT, line);

  if (detail == NULL)
    return;
  detail->form = FOI_DETAIL_LINE;
  detail->letters = foi_contact_get_letters (detail->text);
}

/* "14, Mill Lane, Leeds" on one line: the house without the town. */
static void
add_house_in (GPtrArray *details, JsonNode *authority, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, ",", -1);

  for (guint i = 0; g_strv_length (parts) > 1 && parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      gsize n_figures = strspn (part, "0123456789");
      g_autofree char *house = NULL;

      if (n_figures == 0)
        continue;
      if (strlen (part) <= n_figures + 1 && parts[i + 1] != NULL)
        house = g_strdup_printf ("%s %s", part, g_strstrip (parts[i + 1]));
      else
        house = g_strdup (part);
      if (tells_a_house (house) && has_space (house))
        add_house (details, authority, house);
    }
}

/* "Rose Cottage", and the road without the house, are found only where all is to go, and "Leeds"
 * nowhere. */
static void
add_line (GPtrArray *details, JsonNode *authority, const char *line)
{
  if (tells_a_house (line))
    add_house (details, authority, line);
  add_house_in (details, authority, line);
  line += strspn (line, "0123456789/-, ");
  add_vague (details, authority, FOI_DETAIL_CONTACT, line);
}

/* "Swan Widgets Ltd" is known by what it is called without its form. */
static void
add_organisation (GPtrArray *details, JsonNode *authority, const char *organisation)
{
  static const char *const forms[] = { " ltd", " limited", " plc", " llp", " cic", " inc" };
  g_autofree char *name = g_strdup (organisation);
  gsize length;

  add (details, authority, FOI_DETAIL_ORGANISATION, organisation);
  g_strchomp (name);
  length = strlen (name);
  while (length > 0 && strchr ("., ", name[length - 1]) != NULL)
    name[--length] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const gsize form = strlen (forms[i]);

      if (length <= form || g_ascii_strcasecmp (name + length - form, forms[i]) != 0)
        continue;
      name[length - form] = '\0';
      add_vague (details, authority, FOI_DETAIL_ORGANISATION, name);
      return;
    }
}

/**
 * foi_requester_details_list:
 * @request: (nullable): the request of a case
 * @authority: (nullable): the authority's profile
 *
 * Returns: (transfer full) (element-type FoiRequesterDetail): the words by which whoever asked
 *   could be known: name, salutation, e-mail and postal address, telephone numbers, organisation.
 */
GPtrArray *
foi_requester_details_list (JsonNode *request, JsonNode *authority)
{
  GPtrArray *details = g_ptr_array_new_with_free_func (detail_free);
  JsonNode *requester = foi_json_get_member (request, "requester");
  JsonNode *address = foi_json_get_member (requester, "address");
  static const char *const telephones[] = { "phone", "telephone", "mobile" };

  add_name (details, authority, foi_json_get_string (requester, "name", ""));
  add_salutation (details, authority, foi_json_get_string (requester, "salutation", ""));
  add (details, authority, FOI_DETAIL_CONTACT, foi_json_get_string (requester, "email", ""));
  for (guint i = 0; i < G_N_ELEMENTS (telephones); i++)
    add_telephone (details, authority, foi_json_get_string (requester, telephones[i], ""));
  add_numbers_in (details, authority, foi_json_get_string (request, "text", ""));
  add_spelt_out (details, authority, foi_json_get_string (requester, "email", ""));
  add_mailbox (details, authority, foi_json_get_string (requester, "email", ""),
               foi_json_get_string (requester, "name", ""));
  for (guint i = 0; i < foi_json_get_n_elements (address); i++)
    {
      JsonNode *line = foi_json_get_element (address, i);

      if (foi_json_is_string (line))
        add_line (details, authority, json_node_get_string (line));
    }
  add_organisation (details, authority, foi_json_get_string (requester, "organisation", ""));
  return details;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *two = g_utf8_casefold (b, -1);

  return g_str_equal (one, two);
}

/* Whether a piece of a reference is one of the names: "SMITH" in "SMITH-2024-01". */
static gboolean
is_name (GPtrArray *details, const char *piece)
{
  for (guint i = 0; i < details->len; i++)
    {
      const FoiRequesterDetail *detail = details->pdata[i];

      if (detail->kind == FOI_DETAIL_NAME && !has_space (detail->text)
          && is_same (detail->text, piece))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_requester_details_add_reference:
 * @details: from foi_requester_details_list()
 * @reference: (nullable): the case's
 *
 * Adds the reference, where somebody put the requester's name into it.
 *
 * Returns: whether that is so.
 */
gboolean
foi_requester_details_add_reference (GPtrArray *details, const char *reference)
{
  g_auto (GStrv) pieces = NULL;

  g_return_val_if_fail (details != NULL, FALSE);

  if (reference == NULL)
    return FALSE;
  pieces = g_strsplit_set (reference, " -_/.:,()0123456789", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (g_utf8_strlen (pieces[i], -1) >= SHORTEST_NAME && is_name (details, pieces[i]))
      {
        FoiRequesterDetail *detail = add (details, NULL, FOI_DETAIL_NAME, reference);

        if (detail != NULL)
          detail->exact_case = FALSE;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_alone (const char *text, gsize begin, gsize end)
{
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t'))
    begin--;
  end += strspn (text + end, " \t\r,.");
  return (begin == 0 || text[begin - 1] == '\n') && (text[end] == '\0' || text[end] == '\n');
}

/* ---- surnames ---- */

static gboolean
is_of_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) || c == '-' || c == '\'' || c == 0x2019;
}

/* The word that ends before @end, after spaces and full stops; %NULL if there is none. */
static char *
dup_word_before (const char *text, const char *end, const char **begin)
{
  const char *last = end;

  while (last > text && (last[-1] == ' ' || last[-1] == '.'))
    last--;
  *begin = last;
  while (*begin > text && is_of_word (g_utf8_prev_char (*begin)))
    *begin = g_utf8_prev_char (*begin);
  return *begin < last && last < end ? g_strndup (*begin, (gsize) (last - *begin)) : NULL;
}

/* "Z", or "ZJ" for Zebedee James: capitals, three at most. */
static gboolean
is_initials (const char *word)
{
  guint n = 0;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at), n++)
    if (!g_unichar_isupper (g_utf8_get_char (at)))
      return FALSE;
  return n >= 1 && n <= 3;
}

static gboolean
begins_as (const char *word, const char *given)
{
  return *given != '\0'
         && g_unichar_toupper (g_utf8_get_char (word))
              == g_unichar_toupper (g_utf8_get_char (given));
}

/* Where the name begins that ends with the surname at @at: "Mr Z. J. Quux", "Zebedee Ann Quux". */
static const char *
find_name_before (const FoiRequesterDetail *self, const char *text, const char *at)
{
  const char *found = NULL, *begin;
  gboolean only_initials = TRUE;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *word = dup_word_before (text, at, &begin);

      if (word == NULL)
        break;
      at = begin;
      if (is_same (word, self->given)
          || (only_initials && (is_title (word) || (is_initials (word)
                                                    && begins_as (word, self->given)))))
        found = begin;
      else if (!g_unichar_isupper (g_utf8_get_char (word)))
        break;
      else
        only_initials = only_initials && is_initials (word);
    }
  return found;
}

/* Where the name ends that begins with the surname: "Quux, Zebedee", "Quux, Z." */
static const char *
find_name_after (const FoiRequesterDetail *self, const char *after)
{
  const char *at = after + strspn (after, " ,"), *end = at;
  g_autofree char *word = NULL;

  while (*end != '\0' && is_of_word (end))
    end = g_utf8_next_char (end);
  word = g_strndup (at, (gsize) (end - at));
  if (at == after || *word == '\0')
    return NULL;
  if (is_same (word, self->given)
      || (memchr (after, ',', (gsize) (at - after)) != NULL && is_initials (word)
          && g_utf8_strlen (word, -1) == 1 && begins_as (word, self->given)))
    return end;
  return NULL;
}

static gboolean
find_contact (const FoiRequesterDetail *self, const char *text, gsize from, gsize *begin,
              gsize *end)
{
  return self->form == FOI_DETAIL_NUMBER
           ? foi_contact_find_number (text, self->text, from, begin, end)
           : foi_contact_find_address (text, self->text, from, begin, end);
}

static gboolean
find_detail (const FoiRequesterDetail *self, const char *text, gsize from, gsize *begin, gsize *end)
{
  if (self->form != FOI_DETAIL_WORDS)
    return find_contact (self, text, from, begin, end);
  if (self->given == NULL)
    return foi_phrase_find (text, self->text, self->exact_case, from, begin, end);
  while (foi_phrase_find (text, self->text, FALSE, from, begin, end))
    {
      const char *before = find_name_before (self, text + from, text + *begin);
      const char *after = find_name_after (self, text + *end);

      from = *end;
      if (before == NULL && after == NULL)
        continue;
      *begin = before != NULL ? (gsize) (before - text) : *begin;
      *end = after != NULL ? (gsize) (after - text) : *end;
      return TRUE;
    }
  return FALSE;
}

/* ---- all of them ---- */

/* "Quux Primary School", "Green Lane": a name that another one follows is a place's. */
static gboolean
names_a_place (const char *after)
{
  return (*after == ' ' || *after == '-') && g_unichar_isupper (g_utf8_get_char (after + 1));
}

/* A name of one word as it is written, or a longer one in capitals. */
static gboolean
is_written (const FoiRequesterDetail *self, const char *text)
{
  g_autofree char *capitals = is_short (self->text) ? NULL : g_utf8_strup (self->text, -1);

  return foi_phrase_find (text, self->text, TRUE, 0, NULL, NULL)
         || (capitals != NULL && foi_phrase_find (text, capitals, TRUE, 0, NULL, NULL));
}

static gboolean
find_word (const FoiRequesterDetail *self, const char *text, gsize from, gsize *begin, gsize *end)
{
  if (foi_given_name_is_word (self->text))
    return FALSE;
  while (foi_phrase_find (text, self->text, FALSE, from, begin, end))
    {
      g_autofree char *found = g_strndup (text + *begin, *end - *begin);

      if (is_written (self, found) && !names_a_place (text + *end))
        return TRUE;
      from = *end;
    }
  return FALSE;
}

static gboolean
find_anywhere (const FoiRequesterDetail *self, const char *text, gsize from, gsize *begin,
               gsize *end)
{
  gsize at, after;
  gboolean is_alone;

  if (self->form != FOI_DETAIL_WORDS)
    return find_contact (self, text, from, begin, end);
  if (self->kind != FOI_DETAIL_NAME || has_space (self->text))
    return foi_phrase_find (text, self->text, FALSE, from, begin, end);
  is_alone = find_word (self, text, from, &at, &after);
  if (self->given != NULL && find_detail (self, text, from, begin, end)
      && (!is_alone || *begin <= at))
    return TRUE;
  *begin = is_alone ? at : *begin;
  *end = is_alone ? after : *end;
  return is_alone;
}

/**
 * foi_requester_details_find_any:
 * @details: from foi_requester_details_list()
 * @text: a text
 * @from: where to begin, in bytes
 * @begin: (out): where it begins
 * @end: (out): where it ends
 *
 * Looks also for what may be somebody else's: a surname or a given name alone, an organisation
 * anywhere, a line of an address without a number.
 *
 * Returns: (transfer none) (nullable): the first detail that is in @text.
 */
const FoiRequesterDetail *
foi_requester_details_find_any (GPtrArray *details, const char *text, gsize from, gsize *begin,
                                gsize *end)
{
  const guint64 letters = foi_phrase_get_letters (text + from);
  const FoiRequesterDetail *found = NULL;

  for (guint i = 0; i < details->len; i++)
    {
      const FoiRequesterDetail *detail = details->pdata[i];
      gsize at, after;

      if ((detail->letters & ~letters) != 0 || !find_anywhere (detail, text, from, &at, &after)
          || (found != NULL && at >= *begin))
        continue;
      found = detail;
      *begin = at;
      *end = after;
    }
  return found;
}

static gboolean
is_doubt (const FoiRequesterDetail *self, const char *text)
{
  if (self->kind == FOI_DETAIL_ORGANISATION)
    return foi_phrase_find (text, self->text, FALSE, 0, NULL, NULL);
  if ((self->given == NULL && !self->is_doubt)
      || (is_short (self->text) && foi_given_name_is_word (self->text)))
    return FALSE;
  return is_written (self, text);
}

/**
 * foi_requester_details_find_doubt:
 * @details: from foi_requester_details_list()
 * @text: a text
 *
 * Returns: (transfer none) (nullable): the surname or the given name, if one of them is alone in
 *   @text, as it is written or in capitals, or the organisation: somebody must look whether it is
 *   the requester's, or what was asked about.
 */
const FoiRequesterDetail *
foi_requester_details_find_doubt (GPtrArray *details, const char *text)
{
  for (guint i = 0; i < details->len; i++)
    if (is_doubt (details->pdata[i], text))
      return details->pdata[i];
  return NULL;
}

/**
 * foi_requester_details_find:
 * @details: from foi_requester_details_list()
 * @text: a text
 * @from: where to begin, in bytes
 * @begin: (out) (optional): where it begins
 * @end: (out) (optional): where it ends
 *
 * Returns: (transfer none) (nullable): the first detail that is in @text.
 */
const FoiRequesterDetail *
foi_requester_details_find (GPtrArray *details, const char *text, gsize from, gsize *begin,
                            gsize *end)
{
  const guint64 letters = foi_phrase_get_letters (text + from);
  const FoiRequesterDetail *found = NULL;
  gsize first = 0, last = 0;

  for (guint i = 0; i < details->len; i++)
    {
      const FoiRequesterDetail *detail = details->pdata[i];
      gsize at, after;

      if (detail->is_doubt || detail->is_vague || (detail->letters & ~letters) != 0
          || !find_detail (detail, text, from, &at, &after)
          || (found != NULL && at >= first)
          || (detail->kind == FOI_DETAIL_ORGANISATION && !is_alone (text, at, after)))
        continue;
      found = detail;
      first = at;
      last = after;
    }
  if (found != NULL && begin != NULL)
    *begin = first;
  if (found != NULL && end != NULL)
    *end = last;
  return found;
}

/**
 * foi_detail_kind_to_words:
 * @kind: a kind of detail
 *
 * Returns: what stands in a public copy where such a detail stood.
 */
const char *
foi_detail_kind_to_words (FoiDetailKind kind)
{
  switch (kind)
    {
    case FOI_DETAIL_NAME:
      return _("[name removed]");
    case FOI_DETAIL_CONTACT:
      return _("[contact details removed]");
    case FOI_DETAIL_ORGANISATION:
      return _("[organisation removed]");
    default:
      g_assert_not_reached ();
    }
}

/**
 * foi_detail_find_words:
 * @text: a text
 *
 * Returns: (nullable): the words of foi_detail_kind_to_words() that are in it, the first of them.
 */
const char *
foi_detail_find_words (const char *text)
{
  for (FoiDetailKind kind = FOI_DETAIL_NAME; kind <= FOI_DETAIL_ORGANISATION; kind++)
    if (strstr (text, foi_detail_kind_to_words (kind)) != NULL)
      return foi_detail_kind_to_words (kind);
  return NULL;
}
