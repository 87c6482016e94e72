/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-related.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "foi-case-answered.h"
#include "foi-clean-text.h"
#include "foi-json-edit.h"
#include "foi-stems.h"
#include "foi-term.h"

/* How like each other the words of two requests are, from 0 to 1, to be pointed out. The law speaks
 * of identical or substantially similar requests, and where costs are added up of similar ones "to
 * any extent": what is pointed out is for the officer to judge. */
#define LIKE_REPEATED 0.6
#define LIKE_POOLED   0.3
#define LIKE_CAMPAIGN 0.8

struct _FoiKnownRequest
{
  char   *path, *reference, *regime;
  char   *name, *email; /* folded; "" where it is not known */
  FoiDate received, answered;
  GArray *stems;    /* guint: the hash of each word, each once, in their order */
  GArray *complied; /* those of the questions of which the answer gave what there is */
};

static const FoiTerm relations[] = {
  [FOI_RELATED_REPEATED] = { "repeated", N_("Asked before") },
  [FOI_RELATED_POOLED] = { "pooled", N_("Asked at the same time") },
  [FOI_RELATED_CAMPAIGN] = { "campaign", N_("Asked by others as well") },
};

/* ---- what is known of a request -------------------------------------------------------------- */

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static void
add_stem (const char *stem, gpointer user_data)
{
  const guint hash = g_str_hash (stem);

  g_array_append_val ((GArray *) user_data, hash);
}

/* What was given, or not there to be given. Who was refused was not complied with, and may ask
 * again; so may who was told where to find it. */
static gboolean
is_complied (JsonNode *question)
{
  const char *outcome = foi_json_get_string (question, "outcome", "");

  return g_str_equal (outcome, "disclosed") || g_str_equal (outcome, "part")
         || g_str_equal (outcome, "not-held");
}

/* @complied: where the words go that another request may repeat. Returns: how many questions these
 * are of. */
static guint
add_questions (GArray *stems, GArray *complied, JsonNode *questions)
{
  guint n = 0;

  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *parts = foi_json_get_member (question, "parts");
      const char *text = foi_json_get_string (question, "text", "");
      guint n_complied = add_questions (stems, complied, parts);

      /* The words over parts belong to whichever of them was answered. */
      if (foi_json_get_n_elements (parts) == 0 && is_complied (question))
        n_complied = 1;
      foi_stems_visit (text, add_stem, stems);
      if (n_complied > 0)
        foi_stems_visit (text, add_stem, complied);
      n += n_complied;
    }
  return n;
}

static void
keep_each_once (GArray *stems)
{
  guint n = 0;

  g_array_sort (stems, compare_hashes);
  for (guint i = 0; i < stems->len; i++)
    if (n == 0 || g_array_index (stems, guint, n - 1) != g_array_index (stems, guint, i))
      g_array_index (stems, guint, n++) = g_array_index (stems, guint, i);
  g_array_set_size (stems, n);
}

/* What is said, whatever the case of its letters and the spaces in it. */
static char *
dup_folded (FoiCaseState *state, const char *path)
{
  const char *text = foi_case_state_get_string (state, path);
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free (joined, FALSE);
}

static char *
dup_text (FoiCaseState *state, const char *path)
{
  const char *text = foi_case_state_get_string (state, path);

  return g_strdup (text != NULL ? text : "");
}

/* It is told among other words. */
static char *
dup_line (FoiCaseState *state, const char *path)
{
  g_autofree char *text = dup_text (state, path);

  return foi_clean_line (text);
}

/**
 * foi_known_request_new:
 * @path: the file of a case
 * @state: the case
 *
 * Returns: (transfer full): the request of the case, to be compared with others.
 */
FoiKnownRequest *
foi_known_request_new (const char *path, FoiCaseState *state)
{
  FoiKnownRequest *self;

  g_return_val_if_fail (path != NULL && state != NULL, NULL);

  self = g_atomic_rc_box_new0 (FoiKnownRequest);
  self->path = g_strdup (path);
  self->reference = dup_line (state, "/id");
  self->regime = dup_text (state, "regime");
  self->name = dup_folded (state, "request/requester/name");
  self->email = dup_folded (state, "request/requester/email");
  self->received = foi_date_from_iso (foi_case_state_get_string (state, "request/received"));
  self->answered = foi_case_state_get_answered (state, FOI_ANSWERED_LAST);
  self->stems = g_array_new (FALSE, FALSE, sizeof (guint));
  self->complied = g_array_new (FALSE, FALSE, sizeof (guint));
  /* The letter around the questions is much the same in all requests. */
  add_questions (self->stems, self->complied, foi_case_state_get_node (state, "questions"));
  keep_each_once (self->stems);
  keep_each_once (self->complied);
  return self;
}

FoiKnownRequest *
foi_known_request_ref (FoiKnownRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoiKnownRequest *self = data;

  g_free (self->path);
  g_free (self->reference);
  g_free (self->regime);
  g_free (self->name);
  g_free (self->email);
  g_array_unref (self->stems);
  g_array_unref (self->complied);
}

void
foi_known_request_unref (FoiKnownRequest *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/* ---- how like each other two are ------------------------------------------------------------- */

static void
count_stems (GHashTable *counts, const FoiKnownRequest *request)
{
  for (guint i = 0; i < request->stems->len; i++)
    {
      gpointer stem = GUINT_TO_POINTER (g_array_index (request->stems, guint, i));
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem));

      g_hash_table_insert (counts, stem, GUINT_TO_POINTER (n + 1));
    }
}

/* A word that few requests have tells more; the square is what a vector's length is made of. */
static double
weigh (GHashTable *counts, guint n_requests, guint stem)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (stem)));
  const double weight = log1p ((double) n_requests / MAX (n, 1));

  return weight * weight;
}

/* The cosine between two requests as vectors of their words. */
static double
compare (const GArray *a, const GArray *b, GHashTable *counts, guint n_requests)
{
  double common = 0, first = 0, second = 0;
  guint j = 0;

  for (guint i = 0; i < a->len; i++)
    first += weigh (counts, n_requests, g_array_index (a, guint, i));
  for (guint i = 0; i < b->len; i++)
    {
      const guint stem = g_array_index (b, guint, i);
      const double weight = weigh (counts, n_requests, stem);

      second += weight;
      while (j < a->len && g_array_index (a, guint, j) < stem)
        j++;
      if (j < a->len && g_array_index (a, guint, j) == stem)
        common += weight;
    }
  return first > 0 && second > 0 ? common / sqrt (first * second) : 0;
}

static gboolean
is_same_person (const FoiKnownRequest *a, const FoiKnownRequest *b)
{
  return (a->name[0] != '\0' && strcmp (a->name, b->name) == 0)
         || (a->email[0] != '\0' && strcmp (a->email, b->email) == 0);
}

/* A copy of a case has its reference. */
static gboolean
is_same_case (const FoiKnownRequest *a, const FoiKnownRequest *b)
{
  return strcmp (a->path, b->path) == 0
         || (a->reference[0] != '\0' && strcmp (a->reference, b->reference) == 0);
}

/* ---- what they have to do with each other ---------------------------------------------------- */

typedef struct
{
  FoiKnownRequest *request;
  FoiRules        *rules;
  FoiCalendar     *calendar;
  guint            most_days; /* 0: the law adds nothing up */
  gboolean         knows_repeated;
  GHashTable      *counts; /* in how many of @n_requests each word stands */
  guint            n_requests;
} Finding;

static double
compare_stems (const Finding *self, const GArray *stems)
{
  return compare (self->request->stems, stems, self->counts, self->n_requests);
}

/* Whether the two came within the time in which costs are added up. Bank holidays that are not
 * known would only make it shorter. */
static gboolean
is_near (const Finding *self, const FoiKnownRequest *other, guint *days)
{
  const FoiDate first = MIN (self->request->received, other->received);
  const FoiDate last = MAX (self->request->received, other->received);
  gboolean is_known;

  if (self->most_days == 0 || self->calendar == NULL || first == FOI_DATE_NONE
      || (guint) (last - first) > 2 * self->most_days
      || strcmp (self->request->regime, other->regime) != 0)
    return FALSE;
  *days = foi_calendar_count_days (self->calendar, first, last, &is_known);
  return *days <= self->most_days;
}

/* Only what was complied with before this came can be repeated by it (section 14(2)). */
static gboolean
is_repeated (const Finding *self, const FoiKnownRequest *other)
{
  return self->knows_repeated && other->answered != FOI_DATE_NONE
         && self->request->received != FOI_DATE_NONE
         && other->answered <= self->request->received
         && compare_stems (self, other->complied) >= LIKE_REPEATED;
}

static gboolean
judge (const Finding *self, const FoiKnownRequest *other, FoiRelation *relation, guint *days)
{
  const gboolean is_same = is_same_person (self->request, other);
  const double likeness = compare_stems (self, other->stems);

  *days = 0;
  if (is_same && is_repeated (self, other))
    {
      *relation = FOI_RELATED_REPEATED;
      return TRUE;
    }
  if (likeness < (is_same ? LIKE_POOLED : LIKE_CAMPAIGN) || !is_near (self, other, days))
    return FALSE;
  *relation = is_same ? FOI_RELATED_POOLED : FOI_RELATED_CAMPAIGN;
  return TRUE;
}

static void
free_related (gpointer data)
{
  FoiRelated *related = data;

  g_free (related->path);
  g_free (related->reference);
  g_free (related);
}

/* What may be repeated first; of the same kind the latest. */
static int
compare_related (gconstpointer a, gconstpointer b)
{
  const FoiRelated *first = *(FoiRelated *const *) a, *second = *(FoiRelated *const *) b;

  if (first->relation != second->relation)
    return first->relation < second->relation ? -1 : 1;
  if (first->received != second->received)
    return first->received > second->received ? -1 : 1;
  return strcmp (first->path, second->path);
}

/* Files of one reference are copies of one case: the first of them is told of. */
static void
keep_each_case_once (GPtrArray *list)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint i = 0;

  while (i < list->len)
    {
      const char *reference = ((const FoiRelated *) list->pdata[i])->reference;

      if (g_hash_table_contains (told, reference))
        {
          g_ptr_array_remove_index (list, i);
          continue;
        }
      if (reference[0] != '\0')
        g_hash_table_add (told, (gpointer) reference);
      i++;
    }
}

static void
start (Finding *self)
{
  JsonNode *limit = foi_rules_find_time_limit (self->rules, self->request->regime, "aggregation",
                                               self->request->received);

  self->most_days = (guint) CLAMP (foi_json_get_integer (limit, "n", 0), 0, G_MAXINT16);
  self->knows_repeated = foi_rules_find_ground_of_kind (self->rules, self->request->regime,
                                                        "repeated") != NULL;
}

/**
 * foi_related_find:
 * @request: the request of a case
 * @others: (element-type FoiKnownRequest): those of the folder; the same case is passed over
 * @rules: the rules of law
 * @calendar: (nullable): the working days of the case's law
 *
 * Finds requests that this one may repeat (Freedom of Information Act 2000, section 14(2), and its
 * like) or whose cost may be added to its own (section 12(4); SI 2004/3244, regulation 5): by the
 * same requester, or in nearly the same words by others. What the law does not know is not found.
 *
 * A request may be repeated only in so far as it was complied with; where it was refused, the cost
 * may be added up.
 *
 * Returns: (transfer full) (element-type FoiRelated): these, each case once.
 */
GPtrArray *
foi_related_find (FoiKnownRequest *request, GPtrArray *others, FoiRules *rules,
                  FoiCalendar *calendar)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_related);
  Finding finding = { request, rules, calendar, .counts = counts, .n_requests = 0 };

  g_return_val_if_fail (request != NULL && others != NULL && rules != NULL, list);

  finding.n_requests = others->len;
  start (&finding);
  for (guint i = 0; i < others->len; i++)
    count_stems (counts, g_ptr_array_index (others, i));
  for (guint i = 0; i < others->len; i++)
    {
      const FoiKnownRequest *other = g_ptr_array_index (others, i);
      FoiRelated related;

      if (is_same_case (request, other)
          || !judge (&finding, other, &related.relation, &related.days))
        continue;
      related.path = g_strdup (other->path);
      related.reference = g_strdup (other->reference);
      related.received = other->received;
      related.answered = other->answered;
      g_ptr_array_add (list, g_memdup2 (&related, sizeof related));
    }
  g_ptr_array_sort (list, compare_related);
  keep_each_case_once (list);
  return list;
}

/**
 * foi_relation_to_name:
 *
 * Returns: its name for other programs: "repeated".
 */
const char *
foi_relation_to_name (FoiRelation relation)
{
  return foi_term_get_name (relations, G_N_ELEMENTS (relations), relation);
}

/* "section 14(2)" */
static char *
dup_repeated_law (FoiRules *rules, const char *regime)
{
  JsonNode *ground = foi_rules_find_ground_of_kind (rules, regime, "repeated");

  return g_strdup_printf ("%s %s", foi_rules_get_section_word (rules, regime),
                          foi_json_get_string (ground, "section", ""));
}

/**
 * foi_related_dup_words:
 * @rules: the rules of law
 * @regime: the law of the request that is being answered
 *
 * Returns: (transfer full): what there is to be thought of, in a sentence or two.
 */
char *
foi_related_dup_words (const FoiRelated *self, FoiRules *rules, const char *regime)
{
  g_autofree char *received = NULL, *answered = NULL, *repeated = NULL;
  const char *added;

  g_return_val_if_fail (self != NULL && rules != NULL, NULL);

  received = foi_date_to_words (self->received);
  added = foi_json_get_string (foi_rules_find_time_limit (rules, regime, "aggregation",
                                                          self->received), "law", "");
  switch (self->relation)
    {
    case FOI_RELATED_REPEATED:
      answered = foi_date_to_words (self->answered);
      repeated = dup_repeated_law (rules, regime);
      /* Translators: a reference, two dates, and "section 14(2)". */
      return g_strdup_printf (_("The same requester asked for much the same in %s, received %s and "
                                "answered %s. If no reasonable time has passed since then, this "
                                "may be a repeated request (%s)."),
                              self->reference, received, answered, repeated);
    case FOI_RELATED_POOLED:
      /* Translators: a reference, a date, a number of days, and "section 12(4)". */
      return g_strdup_printf (ngettext ("The same requester asked for something like it in %s, "
                                        "received %s: within %u working day. The cost of both may "
                                        "be added up (%s).",
                                        "The same requester asked for something like it in %s, "
                                        "received %s: within %u working days. The cost of both "
                                        "may be added up (%s).", self->days),
                              self->reference, received, self->days, added);
    case FOI_RELATED_CAMPAIGN:
    default:
      /* Translators: a reference, a date, a number of days, and "section 12(4)". */
      return g_strdup_printf (ngettext ("Somebody else asked nearly the same in %s, received %s: "
                                        "within %u working day. If they act together, the cost "
                                        "of both may be added up (%s).",
                                        "Somebody else asked nearly the same in %s, received %s: "
                                        "within %u working days. If they act together, the cost "
                                        "of both may be added up (%s).", self->days),
                              self->reference, received, self->days, added);
    }
}
