/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-shape.h"

#include "foi-case-estimate.h"

/*
 * The case file, version 1, as a table: which members each kind of object has, in which order they
 * are written, and what they may be. The reader checks against it, the writer orders by it. Lists
 * of choices are here only where the program must know what a value means; everything else (a
 * regime, a kind of ground) is read, kept, and judged by the checks.
 */

#define SHAPE(name, ...) \
  static const FoiShapeMember name##_members[] = { __VA_ARGS__ }; \
  static const FoiShape name = { name##_members, G_N_ELEMENTS (name##_members) }

#define PUBLIC_SHAPE(name, ...) \
  static const FoiShapeMember name##_members[] = { __VA_ARGS__ }; \
  const FoiShape name = { name##_members, G_N_ELEMENTS (name##_members) }

#define ANY(k)          { .key = k, .kind = FOI_SHAPE_ANY }
#define ANY_OF(k, s)    { .key = k, .kind = FOI_SHAPE_ANY, .shape = &s }
#define ANYS_OF(k, s)   { .key = k, .kind = FOI_SHAPE_ANY, .list = TRUE, .shape = &s }
#define FEW_ANYS_OF(k, s, n) \
  { .key = k, .kind = FOI_SHAPE_ANY, .list = TRUE, .most = n, .shape = &s }
#define ANYS(k)         { .key = k, .kind = FOI_SHAPE_ANY, .list = TRUE }
#define TEXT(k)         { .key = k, .kind = FOI_SHAPE_TEXT }
#define NEEDED(k)       { .key = k, .kind = FOI_SHAPE_TEXT, .required = TRUE }
#define TEXTS(k)        { .key = k, .kind = FOI_SHAPE_TEXT, .list = TRUE }
#define CHOICE(k, c)    { .key = k, .kind = FOI_SHAPE_TEXT, .choices = c }
#define LINES(k)        { .key = k, .kind = FOI_SHAPE_LINES }
#define INTEGER(k)      { .key = k, .kind = FOI_SHAPE_INTEGER }
#define BOOLEAN(k)      { .key = k, .kind = FOI_SHAPE_BOOLEAN }
#define DATE(k)         { .key = k, .kind = FOI_SHAPE_DATE }
#define DATE_SINCE(k, first) { .key = k, .kind = FOI_SHAPE_DATE, .since = first }
#define DATES(k)        { .key = k, .kind = FOI_SHAPE_DATE, .list = TRUE }
#define MOMENT(k)       { .key = k, .kind = FOI_SHAPE_MOMENT }
#define CELL(k)         { .key = k, .kind = FOI_SHAPE_CELL }
#define KEY(k)          { .key = k, .kind = FOI_SHAPE_KEY }
#define PARTS(k)        { .key = k, .kind = FOI_SHAPE_PART, .list = TRUE }
#define OBJECT(k, s)    { .key = k, .kind = FOI_SHAPE_OBJECT, .shape = &s }
#define NEEDED_OBJECT(k, s) \
  { .key = k, .kind = FOI_SHAPE_OBJECT, .required = TRUE, .shape = &s }
#define OBJECTS(k, s)   { .key = k, .kind = FOI_SHAPE_OBJECT, .list = TRUE, .shape = &s }
#define FEW_OBJECTS(k, s, n) \
  { .key = k, .kind = FOI_SHAPE_OBJECT, .list = TRUE, .most = n, .shape = &s }
#define NEEDED_OBJECTS(k, s) \
  { .key = k, .kind = FOI_SHAPE_OBJECT, .list = TRUE, .required = TRUE, .shape = &s }
#define NEEDED_LIST(k)  { .key = k, .kind = FOI_SHAPE_ANY, .list = TRUE, .required = TRUE }
#define MAP(k)          { .key = k, .kind = FOI_SHAPE_TEXTS }

/* ---- closed lists ---- */

static const char *const formats[] = { "uk-foi-case", NULL };
static const char *const profile_formats[] = { "uk-foi-authority", NULL };
static const char *const papers[] = { "A4", "Letter", NULL };
static const char *const helds[] = { "not-considered", "yes", "part", "no",
                                     "cannot-confirm-within-limit", "neither-confirm-nor-deny",
                                     NULL };
static const char *const outcomes[] = { "open", "disclosed", "part", "refused", "not-held",
                                        "neither-confirmed-nor-denied", "clarification",
                                        "transferred", "extended", NULL };
static const char *const harms[] = { "would", "would-be-likely", NULL };
static const char *const activities[] = { "determine", "locate", "retrieve", "extract", NULL };
static const char *const event_types[] = { "acknowledged", "clarification-asked",
                                           "clarification-received", "fees-notice",
                                           "fee-received", "extended", "issued", "withdrawn",
                                           "review-asked", "review-answered",
                                           "review-withdrawn", "complaint", "complaint-closed",
                                           "asked-service", "chased", "service-answered",
                                           "approved", "request-withdrawn", NULL };
static const char *const letter_types[] = { "acknowledgement", "clarification", "fees-notice",
                                            "response", "pit-extension", "eir-extension", "late",
                                            "review", "business-as-usual", NULL };
static const char *const decisions[] = { "upheld", "upheld-in-part", "overturned", NULL };
static const char *const withheld_by[] = { "primary", "secondary", "rounded", NULL };
static const char *const small_methods[] = { "suppress", "round", "controlled", NULL };
static const char *const authority_types[] = { "central", "local", "police", "nhs", "school",
                                               "other", "parliament", "armed-forces", NULL };
static const char *const window_units[] = { "working", "calendar", NULL };
static const char *const window_starts[] = { "issue", "receipt", NULL };
static const char *const types[] = { "string", "integer", "number", "date", "yearmonth", "year",
                                     NULL };
static const char *const roles[] = { "category", "period", "measure", "coverage", "note", NULL };
static const char *const periods[] = { "financial-year", NULL };
static const char *const prints[] = { "letter", "annex", "both", NULL };

/* ---- questions ---- */

SHAPE (period, MOMENT ("from"), MOMENT ("to"), TEXT ("basis"), TEXT ("gap"));
SHAPE (public_interest, TEXT ("for"), TEXT ("against"), TEXT ("balance"));
SHAPE (source, TEXT ("publisher"), TEXT ("title"), TEXT ("table"), TEXT ("page"), TEXT ("url"),
       MOMENT ("from"), MOMENT ("to"), TEXT ("missing"));
SHAPE (ground_particulars, TEXT ("whose"), TEXT ("opinion_by"), DATE ("opinion_date"),
       TEXT ("personal"), TEXT ("interest"), TEXT ("necessity"), TEXT ("weighing"),
       TEXT ("earlier_reference"), DATE ("earlier_date"), TEXT ("expected"));
SHAPE (ground, TEXT ("act"), TEXT ("section"), TEXT ("limb"), TEXT ("kind"), TEXT ("applies_to"),
       TEXT ("reason"), CHOICE ("harm", harms), OBJECT ("public_interest", public_interest),
       OBJECT ("source", source), OBJECT ("particulars", ground_particulars), BOOLEAN ("cells"));
SHAPE (estimate_row, CHOICE ("activity", activities), TEXT ("system"), TEXT ("unit"),
       INTEGER ("count"), TEXT ("how_counted"), CELL ("minutes"), TEXT ("sample"), TEXT ("who"),
       CELL ("cost"));
SHAPE (not_counted, TEXT ("what"), CELL ("minutes"));
SHAPE (other_request, TEXT ("reference"), DATE ("received"), CELL ("minutes"), CELL ("cost"));
SHAPE (estimate, FEW_OBJECTS ("rows", estimate_row, FOI_ESTIMATE_MOST_ROWS), CELL ("rate"),
       FEW_ANYS_OF ("not_counted", not_counted, FOI_ESTIMATE_MOST_ROWS),
       TEXTS ("similar_to"), TEXT ("similarity"),
       FEW_OBJECTS ("requests", other_request, FOI_ESTIMATE_MOST_ROWS), TEXT ("advice"));
SHAPE (asked, TEXT ("service"), TEXT ("contact"), DATE ("asked"), DATE ("wanted_by"),
       DATES ("chased"), DATE ("answered"), TEXT ("text"));
SHAPE (approved, TEXT ("by"), DATE ("date"), TEXT ("hash"));

#define QUESTION_MEMBERS \
  NEEDED ("id"), TEXT ("number"), TEXT ("label"), TEXT ("text"), TEXT ("regime"), \
  OBJECT ("period", period), OBJECT ("period_answered", period), \
  TEXT ("fallback"), TEXT ("searched"), TEXT ("may_hold"), CHOICE ("held", helds), \
  CHOICE ("outcome", outcomes), \
  OBJECTS ("grounds", ground), TEXTS ("see"), TEXT ("answer"), OBJECT ("estimate", estimate), \
  TEXTS ("tables"), OBJECTS ("asked", asked), TEXT ("owner"), OBJECT ("approved", approved)

/* Parts are one level deep: a part's own `parts` is an unknown key. */
SHAPE (part, QUESTION_MEMBERS);
SHAPE (question, QUESTION_MEMBERS, OBJECTS ("parts", part));

/* ---- the rest of the case ---- */

SHAPE (requester, TEXT ("name"), TEXT ("salutation"), TEXT ("organisation"), TEXTS ("address"),
       TEXT ("email"));
SHAPE (request, TEXT ("text"), TEXT ("preamble"), TEXT ("channel"), TEXT ("format_preference"),
       DATE ("received"), OBJECT ("requester", requester));
SHAPE (event, CHOICE ("type", event_types), DATE ("date"), DATE ("until"), TEXT ("question"),
       TEXT ("note"));
SHAPE (review_point, TEXT ("question"), CHOICE ("decision", decisions), TEXT ("finding"));
SHAPE (particulars, DATE ("until"), TEXT ("unclear"), TEXT ("options"), DATE ("close_by"),
       TEXT ("fee"), TEXT ("fee_basis"), TEXT ("pay_how"), TEXT ("complexity"), TEXT ("volume"),
       TEXT ("late_reason"), DATE ("new_date"), TEXT ("reviewer"), TEXT ("complaint"),
       OBJECTS ("points", review_point), CHOICE ("decision", decisions), TEXT ("findings"),
       TEXT ("released"));
SHAPE (letter, TEXT ("id"), CHOICE ("type", letter_types), DATE ("date"), TEXTS ("addressee"),
       OBJECT ("particulars", particulars), MAP ("paragraphs"));
SHAPE (file, TEXT ("name"), TEXT ("format"), INTEGER ("size"), TEXT ("sha256"));
SHAPE (withdrawal, DATE ("date"), TEXT ("by"), TEXT ("reason"));
SHAPE (sent_approval, TEXT ("question"), TEXT ("number"), TEXT ("by"), DATE ("date"), TEXT ("hash"),
       TEXT ("sent"));
SHAPE (issued, TEXT ("letter"), DATE ("date"), TEXT ("how"), TEXT ("by"), TEXT ("approver"),
       OBJECTS ("approvals", sent_approval), CHOICE ("paper", papers), ANY ("tree"),
       ANYS ("tables"), OBJECTS ("files", file), ANY_OF ("withdrawn", withdrawal));
SHAPE (redaction, TEXT ("place"), TEXT ("tool"), TEXT ("ground"));
SHAPE (attachment, TEXT ("name"), TEXT ("file"), TEXT ("format"), INTEGER ("size"), TEXT ("sha256"),
       TEXT ("question"), ANYS_OF ("redactions", redaction));
SHAPE (withheld, TEXT ("table"), KEY ("row"), TEXT ("field"), CELL ("value"),
       CHOICE ("by", withheld_by), ANY ("ground"));
SHAPE (note, TEXT ("question"), TEXT ("table"), KEY ("row"), TEXT ("field"), TEXT ("text"),
       TEXT ("unread"), TEXT ("kept"), TEXT ("by"), DATE ("date"));
SHAPE (import, TEXT ("table"), TEXT ("file"), TEXT ("sha256"), TEXT ("sheet"), TEXT ("range"),
       DATE ("date"), ANYS ("changes"));
SHAPE (same, TEXT ("table"), KEY ("row"), TEXT ("field"));
SHAPE (combined, TEXT ("table"), KEY ("row"), TEXT ("field"), KEY ("was_row"), TEXT ("was_field"),
       TEXT ("was_title"), CELL ("value"), OBJECTS ("same", same));
SHAPE (disposed, DATE ("date"), TEXT ("requester"));
SHAPE (accepted, TEXT ("finding"), TEXT ("path"), TEXT ("reason"), TEXT ("by"), DATE ("date"));

/* ---- the authority ---- */

SHAPE (person, TEXT ("name"), TEXT ("role"));
SHAPE (window, INTEGER ("n"), CHOICE ("unit", window_units), CHOICE ("from", window_starts));
SHAPE (review, TEXT ("who"), TEXT ("email"), OBJECT ("window", window));
SHAPE (licence, TEXT ("name"), TEXT ("url"));
SHAPE (limit, INTEGER ("pounds"), INTEGER ("rate"), DATE ("from"), DATE_SINCE ("to", "from"),
       TEXT ("note"));
SHAPE (limits, OBJECT ("appropriate-limit", limit));
SHAPE (closed, DATE ("from"), DATE ("to"));
SHAPE (web_link, TEXT ("text"), TEXT ("url"));
SHAPE (small_numbers, INTEGER ("threshold"), TEXT ("zero"), INTEGER ("round"));
#define AUTHORITY \
  TEXT ("name"), TEXT ("team"), TEXTS ("address"), TEXT ("phone"), TEXT ("email"), TEXT ("web"), \
  CHOICE ("type", authority_types), BOOLEAN ("scottish"), OBJECT ("limits", limits), \
  OBJECTS ("closed", closed), \
  ANY_OF ("qualified_person", person), \
  OBJECT ("review", review), ANY_OF ("licence", licence), TEXT ("disclosure_log"), \
  ANYS_OF ("links", web_link), ANY_OF ("signatory", person), ANY ("letterhead"), \
  TEXT ("colour"), ANY_OF ("small_numbers", small_numbers), TEXT ("reference_pattern"), \
  INTEGER ("ask_days"), BOOLEAN ("needs_approval"), MAP ("wording")
SHAPE (authority, AUTHORITY);
PUBLIC_SHAPE (foi_shape_profile,
              { .key = "format", .kind = FOI_SHAPE_TEXT, .required = TRUE,
                .choices = profile_formats },
              { .key = "version", .kind = FOI_SHAPE_INTEGER, .required = TRUE }, AUTHORITY);

/* ---- tables ---- */

SHAPE (constraints, BOOLEAN ("required"), BOOLEAN ("unique"), ANY ("minimum"), ANY ("maximum"),
       TEXT ("pattern"));
PUBLIC_SHAPE (foi_shape_field, NEEDED ("name"), TEXT ("title"), TEXT ("description"),
              CHOICE ("type", types), TEXT ("format"), CHOICE ("foi:role", roles),
              CHOICE ("foi:period", periods), INTEGER ("foi:of"), TEXTS ("foi:covers"),
              INTEGER ("foi:decimals"), TEXT ("foi:unit"), OBJECT ("constraints", constraints));
PUBLIC_SHAPE (foi_shape_schema, NEEDED_OBJECTS ("fields", foi_shape_field), LINES ("primaryKey"),
              TEXTS ("missingValues"));
SHAPE (bounds, CELL ("from"), CELL ("to"));
SHAPE (table_note, TEXT ("id"), KEY ("row"), TEXT ("field"), TEXT ("text"),
       OBJECT ("bounds", bounds));
SHAPE (total, KEY ("row"), TEXT ("field"), PARTS ("of"));
SHAPE (rule, INTEGER ("threshold"), TEXT ("zero"), INTEGER ("round"),
       CHOICE ("method", small_methods), TEXT ("marks"), TEXT ("reason"), TEXT ("by"),
       DATE ("date"));
SHAPE (chart, TEXT ("kind"), TEXT ("x"), TEXTS ("y"), BOOLEAN ("rate"), TEXT ("title"),
       TEXT ("alt"), BOOLEAN ("in_letter"));
PUBLIC_SHAPE (foi_shape_resource, NEEDED ("name"), TEXT ("type"), TEXT ("title"),
              TEXT ("description"), TEXT ("mediatype"),
              NEEDED_OBJECT ("schema", foi_shape_schema), ANYS ("data"),
              OBJECTS ("foi:notes", table_note), OBJECTS ("foi:totals", total),
              ANYS_OF ("foi:same", same), OBJECT ("foi:rule", rule), OBJECT ("foi:chart", chart),
              CHOICE ("foi:print", prints));

/* ---- the whole ---- */

PUBLIC_SHAPE (foi_shape_left_out, NEEDED ("table"), TEXT ("after"),
              NEEDED_OBJECT ("field", foi_shape_field), NEEDED_LIST ("data"));
PUBLIC_SHAPE (foi_shape_internal, ANYS_OF ("notes", note), OBJECTS ("fields", foi_shape_left_out),
              ANYS_OF ("imports", import), OBJECTS ("combined", combined));
PUBLIC_SHAPE (foi_shape_case,
              { .key = "format", .kind = FOI_SHAPE_TEXT, .required = TRUE, .choices = formats },
              { .key = "version", .kind = FOI_SHAPE_INTEGER, .required = TRUE }, TEXT ("_rev"),
              TEXT ("regime"), OBJECT ("request", request), OBJECT ("period", period),
              OBJECTS ("questions", question), OBJECTS ("events", event),
              OBJECTS ("letters", letter), OBJECTS ("issued", issued),
              OBJECTS ("attachments", attachment), OBJECTS ("withheld", withheld),
              OBJECT ("internal", foi_shape_internal), OBJECTS ("accepted", accepted),
              OBJECT ("disposed", disposed), OBJECT ("authority", authority));
PUBLIC_SHAPE (foi_shape_file, TEXT ("foi:notice"), TEXT ("name"), TEXT ("id"), TEXT ("title"),
              MOMENT ("created"), NEEDED_OBJECT ("foi:case", foi_shape_case),
              OBJECTS ("resources", foi_shape_resource));

/**
 * foi_shape_find_member:
 * @shape: a kind of object
 * @key: a key of one
 *
 * Returns: (nullable) (transfer none): what is known of that member.
 */
const FoiShapeMember *
foi_shape_find_member (const FoiShape *shape, const char *key)
{
  g_return_val_if_fail (shape != NULL && key != NULL, NULL);

  for (gsize i = 0; i < shape->n_members; i++)
    {
      if (g_str_equal (shape->members[i].key, key))
        return &shape->members[i];
    }
  return NULL;
}

/**
 * foi_shape_dup_keys:
 * @shape: a kind of object
 *
 * Returns: (transfer container) (array zero-terminated=1): its known keys in the order of writing.
 */
const char **
foi_shape_dup_keys (const FoiShape *shape)
{
  const char **keys;

  g_return_val_if_fail (shape != NULL, NULL);

  keys = g_new0 (const char *, shape->n_members + 1);
  for (gsize i = 0; i < shape->n_members; i++)
    keys[i] = shape->members[i].key;
  return keys;
}
