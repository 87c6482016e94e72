/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <glib/gi18n-lib.h>

#include "foi-phrase.h"
#include "foi-requester-details.h"
#include "foi-secrets.h"

/* Who asked, and who worked on the answer, are nobody else's business. */

typedef struct
{
  FoiCheck   *check;
  GPtrArray  *details;
  FoiSecrets *secrets;
} Search;

/* What is said of @text that should not be; NULL for nothing. */
static const char *
find_person (const Search *self, const char *text)
{
  const FoiRequesterDetail *detail
    = foi_requester_details_find (self->details, text, 0, NULL, NULL);

  if (detail != NULL)
    return detail->kind == FOI_DETAIL_NAME ? _("the requester’s name")
           : detail->kind == FOI_DETAIL_CONTACT ? _("the requester’s contact details")
                                                : _("the requester’s organisation");
  for (guint i = 0; i < self->secrets->names->len; i++)
    {
      const FoiHiddenName *name = self->secrets->names->pdata[i];

      if (name->is_person && foi_phrase_find (text, name->text, FALSE, 0, NULL, NULL))
        return _("somebody who worked on the answer");
    }
  return NULL;
}

static void
check_text (const Search *self, const FoiCheckText *text, const char *regime)
{
  FoiRange sentence = { 0 };

  while (foi_check_sentence_next (text->raw, &sentence))
    {
      g_autofree char *piece = g_strndup (text->raw + sentence.begin,
                                          sentence.end - sentence.begin);
      const char *found = find_person (self, piece);
      g_autofree char *quoted = NULL, *message = NULL;

      if (found == NULL)
        continue;
      quoted = foi_check_text_dup_words (text, sentence);
      /* Translators: "the requester's name", and the sentence. */
      message = g_strdup_printf (_("The copy that everybody may read would have %s: “%s”"), found,
                                 quoted);
      _foi_finding_set_words (
        _foi_check_add (self->check, regime, text->place, message,
                        _("Say it without naming anybody.")), quoted);
      return;
    }
}

/* "SMITH-2024-01" stands on every page and in the names of files. */
static void
check_reference (const Search *self)
{
  const char *reference = foi_brief_get_reference (self->check->brief);
  g_autofree char *message = NULL;

  if (!foi_requester_details_add_reference (self->details, reference))
    return;
  message = g_strdup_printf (_("The reference “%s” has the requester’s name in it. Where it stands "
                               "the copy that everybody may read has other words."),
                             reference);
  _foi_check_add (self->check, self->check->regime, "request/reference", message,
                  _("Give the case a reference that names nobody."));
}

static void
add_to_table (const Search *self, FoiPublication *table, const char *member, const char *found)
{
  g_autofree char *place = g_strdup_printf ("tables/%s/%s", foi_publication_get_name (table),
                                            member);
  g_autofree char *message
    = g_strdup_printf (_("“%s” has %s, and everybody may read the table."),
                       foi_publication_get_title (table), found);

  _foi_check_add (self->check, self->check->regime, place, message,
                  _("Take it out of the table, or leave the column out of the letter."));
}

static const char *
find_in_cells (const Search *self, FoiPublication *table, guint *row)
{
  for (*row = 0; *row < foi_publication_get_n_rows (table); (*row)++)
    for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
      {
        FoiCell cell = FOI_CELL_INIT;
        const char *found;

        foi_publication_get_cell (table, *row, i, &cell);
        found = cell.has_text ? find_person (self, cell.text) : NULL;
        if (found != NULL)
          return found;
      }
  return NULL;
}

static void
check_table (const Search *self, FoiPublication *table)
{
  const char *description = foi_publication_get_description (table);
  g_autofree char *member = NULL;
  const char *found;
  guint row;

  found = find_person (self, foi_publication_get_title (table));
  if (found != NULL)
    add_to_table (self, table, "title", found);
  found = description != NULL ? find_person (self, description) : NULL;
  if (found != NULL)
    add_to_table (self, table, "description", found);
  for (guint i = 0; i < foi_publication_get_n_notes (table); i++)
    {
      found = find_person (self, foi_publication_get_note (table, i)->text);
      if (found != NULL)
        {
          add_to_table (self, table, "foi:notes", found);
          break;
        }
    }
  found = find_in_cells (self, table, &row);
  member = g_strdup_printf ("data/#%u", row + 1);
  if (found != NULL)
    add_to_table (self, table, member, found);
}

/* _foi_check_personal: the copy that is published names neither who asked nor who answered. */
void
_foi_check_personal (FoiCheck *self)
{
  Search search = { .check = self };
  GPtrArray *tables = foi_brief_get_publications (self->brief);

  search.details = foi_requester_details_list (foi_brief_get_request (self->brief),
                                               foi_brief_get_authority (self->brief));
  check_reference (&search);
  search.secrets = foi_secrets_new (self->state, FALSE);
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->texts->len; j++)
        check_text (&search, question->texts->pdata[j], question->regime);
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    check_text (&search, self->paragraphs->pdata[i], self->regime);
  for (guint i = 0; i < tables->len; i++)
    check_table (&search, tables->pdata[i]);
  g_ptr_array_unref (search.details);
  foi_secrets_free (search.secrets);
}

/* ---- what stands for somebody ---- */

static void
check_removed (FoiCheck *check, const FoiCheckText *text, const char *regime)
{
  FoiRange sentence = { 0 };

  while (foi_check_sentence_next (text->raw, &sentence))
    {
      g_autofree char *piece = g_strndup (text->raw + sentence.begin,
                                          sentence.end - sentence.begin);
      const char *words = foi_detail_find_words (piece);
      g_autofree char *quoted = NULL, *message = NULL;

      if (words == NULL)
        continue;
      quoted = foi_check_text_dup_words (text, sentence);
      /* Translators: "[name removed]", and the sentence. */
      message = g_strdup_printf (_("“%s” stands where somebody was named in an earlier answer: "
                                   "“%s”"), words, quoted);
      _foi_finding_set_words (
        _foi_check_add (check, regime, text->place, message,
                        _("Say it in words that fit this request.")), quoted);
      return;
    }
}

/* _foi_check_removed: an answer that was used again speaks to whoever asked now. */
void
_foi_check_removed (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->texts->len; j++)
        check_removed (self, question->texts->pdata[j], question->regime);
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    check_removed (self, self->paragraphs->pdata[i], self->regime);
}
