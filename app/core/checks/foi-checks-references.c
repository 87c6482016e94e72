/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* What points to another question or to a table, and what is refused by pointing. */

/* ---- what is not there ----------------------------------------------------------------------- */

static void
add_broken (FoiCheck *self, FoiCheckQuestion *question, const char *member, char *message)
{
  _foi_check_add_to (self, question, member, message,
                     _("Point to what is there, or take the reference away."));
  g_free (message);
}

static gboolean
value_exists (FoiCheck *self, const char *address)
{
  const char *first = strchr (address, '/');
  const char *last = strrchr (address, '/');
  g_autofree char *name = NULL, *key = NULL;
  FoiPublication *table;
  guint row, column;

  if (first == NULL || first == last)
    return FALSE;
  name = g_strndup (address, (gsize) (first - address));
  key = g_strndup (first + 1, (gsize) (last - first - 1));
  table = foi_brief_find_publication (self->brief, name);
  return table != NULL && foi_publication_find_cell (table, key, last + 1, &row, &column);
}

static void
check_placeholder (FoiCheck *self, FoiCheckQuestion *question, const char *kind, const char *name)
{
  if (g_str_equal (kind, "question"))
    {
      if (g_strcmp0 (name, question->id) == 0)
        add_broken (self, question, "answer",
                    g_strdup_printf (_("%s points to itself (%s)."),
                                     question->name, name));
      else if (foi_brief_find_question (self->brief, name) == NULL)
        add_broken (self, question, "answer",
                    g_strdup_printf (_("%s points to the question “%s”, which is not in the case."),
                                     question->name, name));
    }
  else if (g_str_equal (kind, "value"))
    {
      if (!value_exists (self, name))
        add_broken (self, question, "answer",
                    g_strdup_printf (_("%s quotes the figure “%s”, which is not in a table."),
                                     question->name, name));
    }
  else if ((g_str_equal (kind, "table") || g_str_equal (kind, "chart"))
           && foi_brief_find_publication (self->brief, name) == NULL)
    add_broken (self, question, "answer",
                g_strdup_printf (_("%s places the table “%s”, which is not in the case."),
                                 question->name, name));
}

static void
check_placeholders (FoiCheck *self, FoiCheckQuestion *question)
{
  const char *at = question->answer->raw;

  while ((at = strstr (at, "{{")) != NULL)
    {
      const char *end = strstr (at, "}}");
      const char *colon = end != NULL ? memchr (at, ':', (gsize) (end - at)) : NULL;

      if (end == NULL)
        return;
      if (colon != NULL)
        {
          g_autofree char *kind = g_strndup (at + 2, (gsize) (colon - at) - 2);
          g_autofree char *name = g_strndup (colon + 1, (gsize) (end - colon) - 1);

          check_placeholder (self, question, g_strstrip (kind), g_strstrip (name));
        }
      at = end;
    }
}

/* "see our answer to Question 9" in the officer's own words */
static void
check_typed (FoiCheck *self, FoiCheckQuestion *question)
{
  FoiRange sentence = { 0 }, found;

  while (foi_check_words_find_sentence (self->words, "see-question", question->answer->masked,
                                        &sentence, &found))
    {
      g_autofree char *phrase = foi_check_text_dup_words (question->answer, found);
      const char *number = strrchr (phrase, ' ');
      gboolean exists = FALSE;
      GPtrArray *questions = foi_brief_get_questions (self->brief);

      for (guint i = 0; number != NULL && i < questions->len; i++)
        exists |= g_strcmp0 (foi_question_get_number (questions->pdata[i]), number + 1) == 0;
      for (guint i = 0; number != NULL && i < self->questions->len; i++)
        exists |= g_strcmp0 (foi_question_get_number (
                               ((FoiCheckQuestion *) self->questions->pdata[i])->question),
                             number + 1) == 0;
      if (number != NULL && !exists)
        add_broken (self, question, "answer",
                    g_strdup_printf (_("%s points to Question %s, which is not in the case."),
                                     question->name, number + 1));
    }
}

static void
check_lists (FoiCheck *self, FoiCheckQuestion *question)
{
  JsonNode *node = foi_question_get_node (question->question);
  JsonNode *similar = foi_json_get_member (foi_json_get_member (node, "estimate"), "similar_to");
  g_auto (GStrv) see = foi_question_dup_see (question->question);
  g_auto (GStrv) tables = foi_question_dup_tables (question->question);

  for (guint i = 0; see[i] != NULL; i++)
    if (g_str_equal (see[i], question->id))
      add_broken (self, question, "see",
                  g_strdup_printf (_("%s points to itself (%s)."),
                                   question->name, see[i]));
    else if (foi_brief_find_question (self->brief, see[i]) == NULL)
      add_broken (self, question, "see",
                  g_strdup_printf (_("%s is answered together with the question “%s”, which is "
                                     "not in the case."),
                                   question->name, see[i]));
  for (guint i = 0; tables[i] != NULL; i++)
    if (foi_brief_find_publication (self->brief, tables[i]) == NULL)
      add_broken (self, question, "tables",
                  g_strdup_printf (_("%s has the table “%s”, which is not in the case."),
                                   question->name, tables[i]));
  for (guint i = 0; i < foi_json_get_n_elements (similar); i++)
    {
      const char *id = json_node_get_string (foi_json_get_element (similar, i));

      if (foi_brief_find_question (self->brief, id) == NULL)
        add_broken (self, question, "estimate/similar_to",
                    g_strdup_printf (_("The work for %s is added to that for the question “%s”, "
                                       "which is not in the case."),
                                     question->name, id));
    }
}

/* ---- circles --------------------------------------------------------------------------------- */

/* Whether a question says something that others can point to. */
static gboolean
stands_alone (FoiCheckQuestion *question)
{
  const char *words = question->answer->masked;

  if (question->grounds->len > 0 || question->tables->len > 0)
    return TRUE;
  return question->outcome != FOI_OUTCOME_REFUSED && words[strspn (words, " \t\r\n")] != '\0';
}

/* Whether pointing leads from @from back to @to, past questions that say nothing themselves. */
static gboolean
leads_back (FoiCheckQuestion *from, FoiCheckQuestion *to, GPtrArray *seen)
{
  if (g_ptr_array_find (seen, from, NULL) || stands_alone (from))
    return FALSE;
  g_ptr_array_add (seen, from);
  for (guint i = 0; i < from->leads_to->len; i++)
    if (from->leads_to->pdata[i] == to || leads_back (from->leads_to->pdata[i], to, seen))
      return TRUE;
  return FALSE;
}

/* _foi_check_references: what is pointed to is there, and says something. */
void
_foi_check_references (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autoptr (GPtrArray) seen = g_ptr_array_new ();

      check_placeholders (self, question);
      check_typed (self, question);
      check_lists (self, question);
      if (leads_back (question, question, seen))
        add_broken (self, question, "answer",
                    g_strdup_printf (_("%s points to other questions, and they point back to %s: "
                                       "nobody says anything."),
                                     question->name, question->name));
    }
}

/* ---- refusing by reference ------------------------------------------------------------------- */

static gboolean
cites_ground_of (FoiCheck *self, FoiCheckQuestion *question, FoiCheckQuestion *other)
{
  for (guint i = 0; i < other->grounds->len; i++)
    {
      const FoiCheckGround *ground = other->grounds->pdata[i];

      if (_foi_check_cites (self, question, foi_json_get_string (ground->node, "section", "?")))
        return TRUE;
    }
  return FALSE;
}

static gboolean
pools (FoiCheckQuestion *question, FoiCheckQuestion *other)
{
  JsonNode *node = foi_question_get_node (question->question);
  JsonNode *similar = foi_json_get_member (foi_json_get_member (node, "estimate"), "similar_to");

  for (guint i = 0; i < foi_json_get_n_elements (similar); i++)
    if (g_strcmp0 (json_node_get_string (foi_json_get_element (similar, i)), other->id) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the notice of @other is one for @question, too. */
static gboolean
is_covered (FoiCheck *self, FoiCheckQuestion *question, FoiCheckQuestion *other, guint depth)
{
  if (other->grounds->len > 0)
    return _foi_check_is_refusal (other)
           && (foi_check_text_is_blank (question->answer) || _foi_check_names (other, question)
               || pools (other, question) || cites_ground_of (self, question, other));
  for (guint i = 0; i < other->leads_to->len && depth < self->questions->len; i++)
    if (is_covered (self, question, other->leads_to->pdata[i], depth + 1))
      return TRUE;
  return FALSE;
}

static void
add_uncovered (FoiCheck *self, FoiCheckQuestion *question)
{
  FoiCheckQuestion *other = question->leads_to->pdata[0];
  g_autofree char *message = NULL;

  if (_foi_check_is_refusal (other))
    message = g_strdup_printf (_("%s is refused by pointing to %s, but what is said there is not "
                                 "said of this question: no ground is named for it."),
                               question->name, other->name);
  else
    message = g_strdup_printf (_("%s is refused by pointing to %s, which is not refused itself."),
                               question->name, other->name);
  _foi_check_add_to (self, question, "answer", message,
                     _("Give the question its own ground; or name it in the notice that it points "
                       "to."));
}

/* _foi_check_by_reference: who is refused by a reference finds the refusal there. */
void
_foi_check_by_reference (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      gboolean covered = FALSE;

      if (question->outcome != FOI_OUTCOME_REFUSED || question->grounds->len > 0
          || question->leads_to->len == 0)
        continue;
      for (guint j = 0; j < question->leads_to->len; j++)
        covered |= is_covered (self, question, question->leads_to->pdata[j], 0);
      if (!covered)
        add_uncovered (self, question);
    }
}
