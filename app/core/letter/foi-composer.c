/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-wording-private.h"

#include "foi-composer-facts-private.h"

#include "foi-clean-text.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-link.h"

#include <glib/gi18n-lib.h>

#define RESPONSE "response"

/* Letters of the program's forms are in this language until a profile can say another. */
#define LANGUAGE "en-GB"

/* ---- lines ----------------------------------------------------------------------------------- */

static void
add_line (FoiBlock *block, const char *name, const char *place, const char *text)
{
  g_autofree char *id = NULL, *clean = NULL;
  FoiBlock *line;

  if (text == NULL)
    return;
  clean = foi_clean_line (text);
  if (clean[0] == '\0')
    return;
  id = g_strdup_printf ("%s/%s", block->id, name);
  line = foi_block_new (FOI_BLOCK_PARAGRAPH, id, place);
  foi_link_add_text (line, clean, 0);
  foi_block_add_child (block, line);
}

static void
add_member (FoiBlock *block, JsonNode *node, const char *key, const char *where)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", where, key);

  add_line (block, key, place, foi_json_get_string (node, key, NULL));
}

static void
add_members (FoiBlock *block, JsonNode *array, const char *key, const char *place)
{
  for (guint i = 0; i < foi_json_get_n_elements (array); i++)
    {
      JsonNode *element = foi_json_get_element (array, i);
      g_autofree char *name = g_strdup_printf ("%s/%u", key, i + 1);

      if (foi_json_is_string (element))
        add_line (block, name, place, json_node_get_string (element));
    }
}

static void
take_block (FoiComposer *self, FoiBlock *block)
{
  if (block->children != NULL || block->spans != NULL)
    g_ptr_array_add (self->letter->blocks, block);
  else
    foi_block_unref (block);
}

/* A line that the rules word: "Phone: …"; none where the profile has nothing to put there. */
static void
add_labelled (FoiComposer *self, FoiBlock *block, JsonNode *authority, const char *key,
              const char *label)
{
  const FoiScope scope = { .composer = self };
  g_autofree char *id = g_strdup_printf ("%s/%s", block->id, key);
  g_autofree char *place = g_strdup_printf ("authority/%s", key);
  FoiBlock *line;

  if (foi_json_get_string (authority, key, "")[0] == '\0')
    return;
  line = foi_block_new (FOI_BLOCK_PARAGRAPH, id, place);
  _foi_scope_add_label (&scope, label, line, 0);
  foi_block_add_child (block, line);
}

/* ---- the frame ------------------------------------------------------------------------------- */

static void
add_letterhead (FoiComposer *self)
{
  JsonNode *authority = foi_brief_get_authority (self->brief);
  FoiBlock *block = foi_block_new (FOI_BLOCK_LETTERHEAD, "letterhead", "authority");

  add_member (block, authority, "team", "authority");
  add_member (block, authority, "name", "authority");
  add_members (block, foi_json_get_member (authority, "address"), "address", "authority/address");
  add_member (block, authority, "web", "authority");
  add_labelled (self, block, authority, "email", "email-label");
  add_labelled (self, block, authority, "phone", "phone-label");
  take_block (self, block);
}

static void
add_date (FoiComposer *self, const char *letter_id)
{
  g_autofree char *place = g_strdup_printf ("letters/%s/date", letter_id);
  FoiBlock *block = foi_block_new (FOI_BLOCK_DATE, "date", place);

  if (self->date != FOI_DATE_NONE)
    {
      g_autofree char *words = foi_date_to_words (self->date);

      foi_block_add_span (block, words, 0, NULL);
    }
  else
    foi_block_add_span (block, _("[missing: date]"), FOI_SPAN_MISSING, NULL);
  g_ptr_array_add (self->letter->blocks, block);
}

static void
add_addressee (FoiComposer *self, const char *letter_id)
{
  JsonNode *own = foi_json_get_member (self->node, "addressee");
  JsonNode *requester = foi_json_get_member (foi_brief_get_request (self->brief), "requester");
  g_autofree char *place = g_strdup_printf ("letters/%s/addressee", letter_id);
  FoiBlock *block;

  if (foi_json_get_n_elements (own) > 0)
    {
      block = foi_block_new (FOI_BLOCK_ADDRESSEE, "addressee", place);
      add_members (block, own, "line", place);
    }
  else
    {
      block = foi_block_new (FOI_BLOCK_ADDRESSEE, "addressee", "request/requester");
      add_member (block, requester, "name", "request/requester");
      add_member (block, requester, "organisation", "request/requester");
      add_members (block, foi_json_get_member (requester, "address"), "address",
                   "request/requester/address");
    }
  take_block (self, block);
}

/* All paragraphs of one place as the lines of one block, or as its text where it has no lines. */
static void
add_in_one (FoiComposer *self, FoiParagraphPlace place, FoiBlock *block)
{
  const FoiScope scope = { .composer = self };
  g_autoptr (GPtrArray) lines
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_block_unref);

  _foi_scope_add_place (&scope, place, "wording", lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const FoiBlock *line = lines->pdata[i];

      if (block->kind != FOI_BLOCK_SALUTATION)
        foi_block_add_child (block, foi_block_ref (lines->pdata[i]));
      else
        for (guint j = 0; line->spans != NULL && j < line->spans->len; j++)
          {
            const FoiSpan *span = &g_array_index (line->spans, FoiSpan, j);

            foi_block_add_span (block, span->text, span->flags, span->target);
          }
    }
}

static void
add_preamble (FoiComposer *self)
{
  const char *preamble = foi_json_get_string (foi_brief_get_request (self->brief), "preamble", "");
  g_autofree char *apart = foi_clean_text_apart (preamble);
  FoiBlock *block = foi_block_new (FOI_BLOCK_ASKED, "request/preamble", "request/preamble");

  foi_link_add_text (block, apart, 0);
  take_block (self, block);
}

static void
add_sign_off (FoiComposer *self)
{
  JsonNode *authority = foi_brief_get_authority (self->brief);
  JsonNode *signatory = foi_json_get_member (authority, "signatory");
  FoiBlock *block = foi_block_new (FOI_BLOCK_SIGN_OFF, "sign-off", "authority/signatory");

  add_in_one (self, FOI_PARAGRAPH_SIGN_OFF, block);
  if (foi_json_get_string (signatory, "name", "")[0] != '\0')
    {
      add_member (block, signatory, "name", "authority/signatory");
      add_member (block, signatory, "role", "authority/signatory");
    }
  else
    add_member (block, authority, "team", "authority");
  take_block (self, block);
}

static void
compose (FoiComposer *self, const char *letter_id)
{
  const FoiScope scope = { .composer = self };
  FoiBlock *salutation = foi_block_new (FOI_BLOCK_SALUTATION, "salutation",
                                        "request/requester/salutation");
  FoiBlock *subject = foi_block_new (FOI_BLOCK_SUBJECT, "subject", "wording/subject");

  add_letterhead (self);
  add_date (self, letter_id);
  add_addressee (self, letter_id);
  add_in_one (self, FOI_PARAGRAPH_SALUTATION, salutation);
  take_block (self, salutation);
  add_in_one (self, FOI_PARAGRAPH_SUBJECT, subject);
  take_block (self, subject);
  _foi_scope_add_place (&scope, FOI_PARAGRAPH_OPENING, "wording", self->letter->blocks);
  if (self->kind->questions == FOI_LETTER_ASKED)
    _foi_composer_add_asked (self);
  else if (self->kind->questions == FOI_LETTER_ANSWERED)
    {
      if (self->kind->outcome == NULL)
        add_preamble (self);
      _foi_composer_add_questions (self);
    }
  _foi_scope_add_place (&scope, FOI_PARAGRAPH_AFTER_QUESTIONS, "wording", self->letter->blocks);
  _foi_scope_add_place (&scope, FOI_PARAGRAPH_CLOSING, "wording", self->letter->blocks);
  add_sign_off (self);
  _foi_composer_resolve (self, self->letter->blocks);
}

/* ---- the composer ---------------------------------------------------------------------------- */

/*
 * _foi_composer_init:
 *
 * Sets up what is known of a letter before it is planned: no more than its paragraphs need.
 */
void
_foi_composer_init (FoiComposer *self, FoiBrief *brief, FoiRules *rules, const char *letter_id)
{
  self->brief = brief;
  self->rules = rules;
  self->node = foi_brief_get_letter (brief, letter_id);
  self->type = foi_json_get_string (self->node, "type", RESPONSE);
  self->kind = foi_letter_kind_find (self->type);
  if (self->kind == NULL)
    self->kind = foi_letter_kind_find (RESPONSE);
  self->date = foi_date_from_iso (foi_json_get_string (self->node, "date", NULL));
  self->letter_wording = foi_json_get_member (self->node, "paragraphs");
  self->authority_wording = foi_json_get_member (foi_brief_get_authority (brief), "wording");
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify) foi_block_unref);
  self->marks = g_hash_table_new (NULL, NULL);
}

/*
 * _foi_composer_clear:
 *
 * Lets go of what the composer knew; the letter is the caller's.
 */
void
_foi_composer_clear (FoiComposer *self)
{
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->set);
  g_hash_table_unref (self->marks);
  _foi_composer_clear_clock (self);
  _foi_composer_clear_estimates (self);
}

static FoiLetter *
make_letter (FoiComposer *self, const char *letter_id, gboolean draft)
{
  JsonNode *authority = foi_brief_get_authority (self->brief);
  g_autofree char *reference = foi_clean_line (foi_brief_get_reference (self->brief));
  g_autofree char *subject = foi_clean_line (foi_brief_get_subject (self->brief));
  FoiLetter *letter = foi_letter_new ();

  letter->id = g_strdup (letter_id);
  letter->title = g_strdup_printf ("%s%s%s", reference,
                                   reference[0] != '\0' && subject[0] != '\0' ? ": " : "",
                                   subject);
  letter->author = g_strdup (foi_json_get_string (authority, "name", ""));
  letter->language = g_strdup (LANGUAGE);
  letter->reference = g_steal_pointer (&reference);
  letter->date = self->date != FOI_DATE_NONE ? foi_date_to_iso (self->date) : NULL;
  letter->draft = draft;
  return letter;
}

/**
 * foi_letter_compose:
 * @brief: a case as a letter may know it
 * @rules: the rules
 * @letter_id: which of the case's letters; "response" needs not be there yet
 * @draft: whether it is not issued
 * @error: return location
 *
 * Makes the letter: letterhead, date, addressee, salutation, subject, opening; each question with
 * its answer, tables, charts and notes; closing paragraphs, sign-off. The words are the rules', the
 * authority's and the officer's. The same input gives the same letter.
 *
 * What the case lacks stands in the letter as "[missing: …]". In a draft, that and the words of
 * links that lead nowhere have %FOI_SPAN_MISSING; in an issued letter nothing is marked.
 *
 * Returns: (transfer full) (nullable): the letter; %NULL where the case has no such letter
 *   (%FOI_ERROR_NOT_FOUND).
 */
FoiLetter *
foi_letter_compose (FoiBrief *brief, FoiRules *rules, const char *letter_id, gboolean draft,
                    GError **error)
{
  FoiComposer self = { 0 };

  g_return_val_if_fail (brief != NULL && rules != NULL && letter_id != NULL, NULL);

  if (foi_brief_get_letter (brief, letter_id) == NULL && !g_str_equal (letter_id, RESPONSE))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("The case has no letter “%s”"),
                   letter_id);
      return NULL;
    }
  _foi_composer_init (&self, brief, rules, letter_id);
  self.letter = make_letter (&self, letter_id, draft);
  _foi_composer_plan (&self);
  compose (&self, letter_id);
  _foi_composer_clear (&self);
  return self.letter;
}
