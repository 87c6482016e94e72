/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-wording.h"

#include "foi-wording-private.h"

#include "foi-json-edit.h"

static const FoiParagraphPlace places[] = {
  FOI_PARAGRAPH_SUBJECT,
  FOI_PARAGRAPH_SALUTATION,
  FOI_PARAGRAPH_OPENING,
  FOI_PARAGRAPH_AFTER_QUESTIONS,
  FOI_PARAGRAPH_CLOSING,
  FOI_PARAGRAPH_SIGN_OFF,
};

/**
 * foi_wording_free:
 *
 * Frees a wording of foi_wording_list().
 */
void
foi_wording_free (FoiWording *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->inherited);
  g_free (self->standard);
  g_free (self->law);
  g_free (self);
}

static const char *
get_own_text (FoiComposer *composer, const char *id)
{
  return foi_json_get_string (composer->letter_wording, id, NULL);
}

static const char *
get_authority_text (FoiComposer *composer, const char *id)
{
  return foi_json_get_string (composer->authority_wording, id, NULL);
}

/* The words that the rules have for a paragraph that may not be due; the first, which say most. */
static const FoiParagraph *
find_for_letter (FoiComposer *composer, GPtrArray *paragraphs, guint first)
{
  for (guint i = first; foi_rules_has_same_id (paragraphs, first, i); i++)
    if (foi_paragraph_is_for (paragraphs->pdata[i], composer->type, composer->date))
      return paragraphs->pdata[i];
  return NULL;
}

static FoiWording *
new_wording (const FoiScope *scope, GPtrArray *paragraphs, guint first)
{
  const FoiParagraph *any = find_for_letter (scope->composer, paragraphs, first);
  const FoiParagraph *plain, *due;
  const char *own, *authority;
  FoiWording *wording;

  if (any == NULL)
    return NULL;
  own = get_own_text (scope->composer, any->id);
  authority = get_authority_text (scope->composer, any->id);
  plain = _foi_scope_find_paragraph (scope, paragraphs, first, FALSE);
  due = own == NULL && authority == NULL
          ? plain : _foi_scope_find_paragraph (scope, paragraphs, first, TRUE);
  wording = g_new0 (FoiWording, 1);
  wording->id = g_strdup (any->id);
  wording->place = any->place;
  wording->standard = g_strdup (plain != NULL ? plain->text : any->text);
  wording->law = g_strdup (any->law);
  wording->inherited = g_strdup (authority != NULL ? authority : wording->standard);
  wording->inherited_source = authority != NULL ? FOI_WORDING_AUTHORITY : FOI_WORDING_STANDARD;
  wording->text = g_strdup (own != NULL ? own : wording->inherited);
  wording->source = own != NULL ? FOI_WORDING_LETTER : wording->inherited_source;
  wording->is_due = due != NULL;
  return wording;
}

static gboolean
has_wording (GPtrArray *wordings, const char *id)
{
  for (guint i = 0; i < wordings->len; i++)
    if (g_str_equal (((FoiWording *) wordings->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/**
 * foi_wording_list:
 * @brief: a case as a letter may know it
 * @rules: the rules
 * @letter_id: which of the case's letters
 *
 * The paragraphs that this kind of letter can print before and after the questions, in their order.
 * This letter's own words win over the authority's, which win over the rules'; what is printed is
 * decided by the composer, of which this is the list of contents.
 *
 * Returns: (transfer full) (element-type FoiWording): them.
 */
GPtrArray *
foi_wording_list (FoiBrief *brief, FoiRules *rules, const char *letter_id)
{
  GPtrArray *wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_wording_free);
  FoiComposer composer = { 0 };
  const FoiScope scope = { .composer = &composer };
  GPtrArray *paragraphs;

  g_return_val_if_fail (brief != NULL && rules != NULL && letter_id != NULL, wordings);

  _foi_composer_init (&composer, brief, rules, letter_id);
  paragraphs = foi_rules_get_paragraphs (rules, _foi_scope_get_regime (&scope));
  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
      {
        const FoiParagraph *paragraph = paragraphs->pdata[i];
        FoiWording *wording = NULL;

        if (paragraph->place == places[p] && !has_wording (wordings, paragraph->id))
          wording = new_wording (&scope, paragraphs, i);
        if (wording != NULL)
          g_ptr_array_add (wordings, wording);
      }
  _foi_composer_clear (&composer);
  return wordings;
}
