/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-last-look.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-check-words.h"
#include "foi-json-edit.h"
#include "foi-letter-words.h"
#include "foi-phrase.h"
#include "foi-requester-details.h"
#include "foi-told.h"

/* After so many nobody reads on. */
#define MAX_LEAKS 20

struct _FoiLastLook
{
  FoiCaseState *state;
  FoiPackKind   kind;
  FoiSecrets   *secrets;
  GPtrArray    *details;  /* of FoiRequesterDetail: none where the requester reads it */
  GHashTable   *accepted; /* paths of what officers looked at */
  GHashTable   *shown;    /* headings and titles that may be seen, squashed */
  GPtrArray    *leaks;    /* of FoiLeak */
  GPtrArray    *attached; /* of FoiPassage: the words of attachments */
  char         *file;
  gboolean      is_attachment;
};

static void
leak_free (gpointer data)
{
  FoiLeak *leak = data;

  g_free (leak->file);
  g_free (leak->place);
  g_free (leak->what);
  g_free (leak->sentence);
  g_free (leak->path);
  g_free (leak);
}

static gboolean
is_of_machine (const char *name)
{
  return strchr (name, '_') != NULL || g_str_has_prefix (name, "foi:");
}

/* What is shown under one name may be left out under the same in another table. */
static void
collect_shown (FoiLastLook *self)
{
  GPtrArray *tables = foi_brief_get_publications (self->secrets->brief);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiPublication *table = tables->pdata[i];

      g_hash_table_add (self->shown, foi_squash (foi_publication_get_title (table)));
      g_hash_table_add (self->shown, foi_squash (foi_publication_get_name (table)));
      for (guint j = 0; j < foi_publication_get_n_columns (table); j++)
        {
          FoiColumn *column = foi_publication_get_column (table, j);
          g_autofree char *heading = foi_column_dup_heading (column);

          g_hash_table_add (self->shown, foi_squash (heading));
          g_hash_table_add (self->shown, foi_squash (foi_column_get_title (column)));
          g_hash_table_add (self->shown, foi_squash (foi_column_get_name (column)));
        }
    }
}

/* What somebody asked for by its name is no secret by that name; but no name that only machines
 * know. */
static gboolean
is_asked_for (FoiLastLook *self, const FoiHiddenName *name)
{
  GPtrArray *questions = foi_brief_get_questions (self->secrets->brief);

  if (name->is_note || name->is_person || is_of_machine (name->text))
    return FALSE;
  for (guint i = 0; i < questions->len; i++)
    if (foi_phrase_find (foi_question_get_text (questions->pdata[i]), name->text, FALSE, 0, NULL,
                         NULL))
      return TRUE;
  return FALSE;
}

static void
collect_asked (FoiLastLook *self)
{
  for (guint i = 0; i < self->secrets->names->len; i++)
    {
      const FoiHiddenName *name = self->secrets->names->pdata[i];

      if (is_asked_for (self, name))
        g_hash_table_add (self->shown, g_strdup (name->squashed));
    }
}

static void
collect_accepted (FoiLastLook *self)
{
  JsonNode *accepted = foi_case_state_get_node (self->state, "accepted");

  for (guint i = 0; i < foi_json_get_n_elements (accepted); i++)
    {
      JsonNode *entry = foi_json_get_element (accepted, i);
      const char *reason = foi_json_get_string (entry, "reason", "");

      if (g_strcmp0 (foi_json_get_string (entry, "finding", NULL), FOI_LEAK_FINDING) == 0
          && reason[0] != '\0')
        g_hash_table_add (self->accepted, g_strdup (foi_json_get_string (entry, "path", "")));
    }
}

/**
 * foi_last_look_new:
 * @state: a case
 * @kind: whom the files are for
 *
 * Returns: (transfer full): a look at files of that case.
 */
FoiLastLook *
foi_last_look_new (FoiCaseState *state, FoiPackKind kind)
{
  FoiLastLook *self = g_new0 (FoiLastLook, 1);
  FoiBrief *brief;

  self->state = foi_case_state_ref (state);
  self->kind = kind;
  self->secrets = foi_secrets_new (state, TRUE);
  brief = self->secrets->brief;
  self->details = foi_requester_details_list (
    kind == FOI_PACK_PUBLISH ? foi_brief_get_request (brief) : NULL,
    foi_brief_get_authority (brief));
  if (kind == FOI_PACK_PUBLISH)
    foi_requester_details_add_reference (self->details, foi_brief_get_reference (brief));
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->leaks = g_ptr_array_new_with_free_func (leak_free);
  self->attached = foi_passages_new ();
  self->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_shown (self);
  collect_asked (self);
  collect_accepted (self);
  return self;
}

/**
 * foi_last_look_free:
 * @self: (transfer full): a look
 *
 * Frees it with what it found.
 */
void
foi_last_look_free (FoiLastLook *self)
{
  g_return_if_fail (self != NULL);

  foi_secrets_free (self->secrets);
  g_ptr_array_unref (self->details);
  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->accepted);
  g_ptr_array_unref (self->leaks);
  g_ptr_array_unref (self->attached);
  foi_case_state_unref (self->state);
  g_free (self->file);
  g_free (self);
}

/**
 * foi_last_look_begin_file:
 * @self: a look
 * @name: what the next file is called; its name is looked at as well
 * @is_attachment: whether its words are read like those of the letter
 *
 * Says which file is read from now on.
 */
void
foi_last_look_begin_file (FoiLastLook *self, const char *name, gboolean is_attachment)
{
  const FoiReadUnit unit = { .kind = FOI_READ_ABOUT, .text = name };

  g_free (self->file);
  self->file = g_strdup (name);
  self->is_attachment = is_attachment;
  foi_last_look_read (&unit, self);
}

/**
 * foi_last_look_get_leaks:
 * @self: a look
 *
 * Returns: (transfer none) (element-type FoiLeak): what was found.
 */
GPtrArray *
foi_last_look_get_leaks (FoiLastLook *self)
{
  return self->leaks;
}

/* @what is taken over. */
static FoiLeak *
add_leak (FoiLastLook *self, const FoiReadUnit *unit, char *what)
{
  FoiLeak *leak = g_new0 (FoiLeak, 1);

  leak->file = g_strdup (self->file != NULL ? self->file : "");
  leak->place = foi_read_unit_dup_place (unit);
  leak->what = what;
  g_ptr_array_add (self->leaks, leak);
  return leak;
}

static FoiLeak *
add_secret (FoiLastLook *self, const FoiReadUnit *unit, const FoiSecret *secret)
{
  g_autofree char *words = foi_secret_dup_words (secret);

  /* Translators: a table's title and the key of a row. */
  return add_leak (self, unit,
                   g_strdup_printf (secret->is_hidden
                                      ? _("it has what stands in a column that is left out of %s")
                                      : _("it has a figure that is withheld in %s"),
                                    words));
}

/**
 * foi_leak_dup_path:
 * @secret: a figure
 * @sentence: what seems to tell it
 *
 * Returns: (transfer full): under what an officer's word about it is kept: which figure, and which
 *   sentence, however it is broken over lines. Another word in it, and it is looked at again.
 */
char *
foi_leak_dup_path (const FoiSecret *secret, const char *sentence)
{
  g_autofree char *words = foi_secret_dup_words (secret);
  g_autofree char *squashed = foi_squash (sentence);

  return g_strdup_printf ("%s, %s: %s", words, (const char *) secret->measures->pdata[0],
                          squashed);
}

/* A number in a sentence that seems to be a withheld figure. It may be a date, or count something
 * else: somebody who looked at it can say so. */
static void
add_told (FoiLastLook *self, const FoiReadUnit *unit, const FoiSecret *secret,
          const char *sentence)
{
  g_autofree char *path = secret->is_hidden ? NULL : foi_leak_dup_path (secret, sentence);
  FoiLeak *leak;

  if (path != NULL && g_hash_table_contains (self->accepted, path))
    return;
  leak = add_secret (self, unit, secret);
  leak->sentence = path != NULL ? g_strstrip (g_strdup (sentence)) : NULL;
  leak->path = g_steal_pointer (&path);
}

/* ---- words ---- */

static void
look_for_details (FoiLastLook *self, const FoiReadUnit *unit, const char *text)
{
  const FoiRequesterDetail *detail
    = self->details->len > 0 ? foi_requester_details_find (self->details, text, 0, NULL, NULL)
                             : NULL;

  if (detail == NULL)
    return;
  add_leak (self, unit,
            g_strdup (detail->kind == FOI_DETAIL_NAME ? _("it has the requester’s name")
                      : detail->kind == FOI_DETAIL_CONTACT
                        ? _("it has the requester’s contact details")
                        : _("it has the requester’s organisation")));
}

/* A surname or a given name alone may be a place or somebody else's: who looked at the sentence can
 * say so. */
static void
look_for_doubt (FoiLastLook *self, const FoiReadUnit *unit, const char *sentence)
{
  g_autofree char *squashed = NULL;
  g_autofree char *path = NULL;
  FoiLeak *leak;

  const FoiRequesterDetail *doubt
    = self->details->len > 0 ? foi_requester_details_find_doubt (self->details, sentence) : NULL;

  if (doubt == NULL
      || foi_requester_details_find (self->details, sentence, 0, NULL, NULL) != NULL)
    return;
  squashed = foi_squash (sentence);
  path = g_strdup_printf ("requester: %s", squashed);
  if (g_hash_table_contains (self->accepted, path))
    return;
  leak = add_leak (self, unit,
                   g_strdup (doubt->kind == FOI_DETAIL_ORGANISATION
                               ? _("it has the requester’s organisation")
                             : doubt->is_doubt ? _("it has the requester’s first name")
                                               : _("it has the requester’s surname")));
  leak->sentence = g_strstrip (g_strdup (sentence));
  leak->path = g_steal_pointer (&path);
}

/* A name that only a program would give: "officer_note". */
/* Whether the text speaks of the table: a heading or the title of it is there as well. */
static gboolean
speaks_of_table (const FoiHiddenName *name, const char *text)
{
  FoiPublication *table = name->publication;

  if (foi_phrase_find (text, foi_publication_get_title (table), FALSE, 0, NULL, NULL))
    return TRUE;
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    if (foi_phrase_find (text, foi_column_get_title (foi_publication_get_column (table, i)), FALSE,
                         0, NULL, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
shows_column (const FoiHiddenName *name, const FoiReadUnit *unit, const char *text)
{
  if (unit->kind == FOI_READ_MEMBER && g_ascii_strcasecmp (text, name->text) == 0)
    return TRUE;
  if (!foi_phrase_find (text, name->text, !is_of_machine (name->text), 0, NULL, NULL))
    return FALSE;
  return is_of_machine (name->text)
         || (unit->kind != FOI_READ_MEMBER && speaks_of_table (name, text));
}

static void
look_for_names (FoiLastLook *self, const FoiReadUnit *unit, const char *text)
{
  for (guint i = 0; i < self->secrets->names->len; i++)
    {
      const FoiHiddenName *name = self->secrets->names->pdata[i];

      if (name->is_note || name->is_person)
        {
          if (foi_phrase_find (text, name->text, FALSE, 0, NULL, NULL))
            add_leak (self, unit,
                      g_strdup (name->is_note ? _("it has a note that officers made for themselves")
                                              : _("it names somebody who worked on the answer")));
        }
      else if (!g_hash_table_contains (self->shown, name->squashed)
               && shows_column (name, unit, text))
        add_leak (self, unit,
                  g_strdup_printf (_("it names a column that is left out of “%s”"), name->table));
    }
}

/* Every figure that @text tells beside what @context names. */
static void
look_at_numbers (FoiLastLook *self, const FoiReadUnit *unit, const char *text, const char *context)
{
  g_autoptr (GPtrArray) told = foi_secrets_list_told (self->secrets, text, context);

  for (guint i = 0; i < told->len; i++)
    add_told (self, unit, told->pdata[i], text);
}

/* Every number and word of a sentence that is the value of a secret. */
static void
look_at_sentence (FoiLastLook *self, const FoiReadUnit *unit, const char *sentence)
{
  g_autofree char *lower = g_utf8_strdown (sentence, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\n", -1);

  look_at_numbers (self, unit, sentence, sentence);
  for (guint i = 0; words[i] != NULL; i++)
    {
      GPtrArray *found = foi_secrets_find (self->secrets, words[i]);

      for (guint j = 0; found != NULL && j < found->len; j++)
        if (!((FoiSecret *) found->pdata[j])->is_number
            && foi_secret_is_told (found->pdata[j], sentence))
          {
            add_secret (self, unit, found->pdata[j]);
            break;
          }
    }
}

static void
look_at_text (FoiLastLook *self, const FoiReadUnit *unit, const char *text)
{
  FoiRange sentence = { 0 };

  look_for_details (self, unit, text);
  while (foi_check_sentence_next (text, &sentence))
    {
      g_autofree char *piece = g_strndup (text + sentence.begin, sentence.end - sentence.begin);

      look_for_doubt (self, unit, piece);
      look_for_names (self, unit, piece);
      if (g_hash_table_size (self->secrets->by_value) > 0)
        look_at_sentence (self, unit, piece);
    }
}

/* ---- rows ---- */

/* A cell without the marks of notes: "3 [note 1]". */
static char *
dup_value (const char *cell)
{
  const char *note = strstr (cell, "[note");
  g_autofree char *bare = note != NULL && note != cell ? g_strndup (cell, (gsize) (note - cell))
                                                       : g_strdup (cell);

  return foi_number_normalise (bare);
}

/* Whether all keys of the row that has the secret are among the cells. */
static gboolean
has_keys (const FoiSecret *secret, const char *const *cells, guint but)
{
  for (guint i = 0; i < secret->keys->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; cells[j] != NULL && !found; j++)
        found = j != but && foi_secret_is_key (secret->keys->pdata[i], cells[j]);
      if (!found)
        return FALSE;
    }
  return secret->keys->len > 0;
}

/* Whether the value may stand there: the table shows the same somewhere in the row, and not only as
 * a remark. */
static gboolean
is_shown_in_row (const FoiSecret *secret)
{
  for (guint i = 0; i < foi_publication_get_n_columns (secret->publication); i++)
    {
      FoiColumn *column = foi_publication_get_column (secret->publication, i);
      g_autofree char *text = foi_publication_format (secret->publication, secret->row, i);
      g_autofree char *value = foi_number_normalise (text);

      if (g_str_equal (value, secret->value) && foi_column_get_role (column) != FOI_ROLE_NOTE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
cell_tells (const FoiSecret *secret, const FoiReadUnit *unit, guint column)
{
  if (!has_keys (secret, unit->cells, column))
    return FALSE;
  if (!secret->is_number || unit->headings == NULL)
    return !is_shown_in_row (secret);
  return foi_secret_knows_measure (secret, unit->headings[column]);
}

static void
look_at_cell (FoiLastLook *self, const FoiReadUnit *unit, guint column)
{
  g_autofree char *value = dup_value (unit->cells[column]);
  g_autofree char *first = g_strndup (value, strcspn (value, " \t\n"));
  GPtrArray *found = foi_secrets_find (self->secrets, first);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const FoiSecret *secret = found->pdata[i];

      if ((secret->is_number ? g_str_equal (value, secret->value)
                             : foi_phrase_find (value, secret->value, FALSE, 0, NULL, NULL))
          && cell_tells (secret, unit, column))
        {
          add_secret (self, unit, secret);
          return;
        }
    }
}

static void
look_at_headings (FoiLastLook *self, const FoiReadUnit *unit)
{
  for (guint i = 0; i < self->secrets->names->len; i++)
    {
      const FoiHiddenName *name = self->secrets->names->pdata[i];

      for (guint j = 0; unit->cells[j] != NULL && !name->is_note && !name->is_person; j++)
        {
          g_autofree char *heading = foi_squash (unit->cells[j]);

          if (g_str_equal (heading, name->squashed)
              && !g_hash_table_contains (self->shown, name->squashed))
            add_leak (self, unit,
                      g_strdup_printf (_("it names a column that is left out of “%s”"),
                                       name->table));
        }
    }
}

/* A cell that holds a sentence may tell the value of another. */
static void
look_at_row (FoiLastLook *self, const FoiReadUnit *unit)
{
  if (unit->number == 0)
    look_at_headings (self, unit);
  for (guint i = 0; unit->cells[i] != NULL; i++)
    {
      const char *cell = unit->cells[i];

      if (unit->number > 0)
        look_at_cell (self, unit, i);
      if (strpbrk (cell, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@") == NULL)
        continue;
      look_for_details (self, unit, cell);
      look_for_doubt (self, unit, cell);
      look_for_names (self, unit, cell);
      if (strchr (cell, ' ') != NULL && unit->number > 0
          && g_hash_table_size (self->secrets->by_value) > 0)
        {
          g_autofree char *whole = g_strjoinv (" | ", (GStrv) unit->cells);

          look_at_numbers (self, unit, cell, whole);
        }
    }
}

/**
 * foi_last_look_read:
 * @unit: a piece of a file
 * @user_data: a #FoiLastLook
 *
 * Looks at it. For the readers of files, which call it.
 *
 * Returns: whether to go on.
 */
gboolean
foi_last_look_read (const FoiReadUnit *unit, gpointer user_data)
{
  FoiLastLook *self = user_data;

  if (unit->cells != NULL)
    look_at_row (self, unit);
  else
    look_at_text (self, unit, unit->text);
  if (self->is_attachment)
    foi_passages_add_read (self->attached, self->file, unit);
  return self->leaks->len < MAX_LEAKS;
}

/* Whether something else was found in the sentence. */
static gboolean
is_leaking (FoiLastLook *self, const char *sentence)
{
  g_autofree char *squashed = foi_squash (sentence);

  for (guint i = 0; i < self->leaks->len; i++)
    {
      const FoiLeak *leak = self->leaks->pdata[i];
      g_autofree char *other = leak->sentence != NULL ? foi_squash (leak->sentence) : NULL;

      if (g_strcmp0 (other, squashed) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_last_look_read_letter:
 * @letter: the letter that the files are of
 * @rules: the law
 * @name: the file that it is
 *
 * Looks for numbers in its words, and in those of attachments, of which nobody knows what they are,
 * as foi_doubts_list() does; but where an officer said it. For after the files: what was found in a
 * sentence is told once.
 */
void
foi_last_look_read_letter (FoiLastLook *self, FoiLetter *letter, FoiRules *rules, const char *name)
{
  const FoiDoubtful what = { letter, self->attached, self->kind == FOI_PACK_PUBLISH };
  g_autoptr (GPtrArray) doubts = foi_doubts_list (self->state, self->secrets, rules, &what);

  for (guint i = 0; i < doubts->len && self->leaks->len < MAX_LEAKS; i++)
    {
      const FoiDoubt *doubt = doubts->pdata[i];
      FoiLeak *leak;

      if (doubt->accepted != NULL || is_leaking (self, doubt->sentence))
        continue;
      leak = g_new0 (FoiLeak, 1);
      leak->file = g_strdup (doubt->file != NULL ? doubt->file : name);
      leak->place = g_strdup (doubt->where);
      if (doubt->n_listed > 0)
        leak->what = g_strdup (_("whoever counts what it lists may have a figure that is "
                                 "withheld"));
      else
        /* Translators: what a sentence does; numbers, "14, nine". */
        leak->what = g_strdup_printf (_("it says %s, which may tell a figure that is withheld"),
                                      doubt->numbers);
      leak->sentence = g_strdup (doubt->sentence);
      leak->path = g_strdup (doubt->path);
      g_ptr_array_add (self->leaks, leak);
    }
}
