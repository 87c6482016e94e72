/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-said-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-number-words.h"

/* What a case says in words: of a table, in its answers, and wherever else words go out. */

/* So much of a sentence is quoted, in letters. */
#define MAX_QUOTED 120

static void
said_free (gpointer data)
{
  FoiSaid *said = data;

  g_free (said->raw);
  g_free (said->plain);
  g_free (said->folded);
  g_free (said->where);
  g_free (said);
}

/* ---- sentences ---- */

/* An address or the name of a file: words that something joins. */
static gboolean
is_joined (const char *token, gsize length)
{
  gsize n_joints = 0, n_digits = 0, n_letters = 0;

  for (gsize i = 0; i < length; i++)
    {
      n_digits += g_ascii_isdigit (token[i]) ? 1 : 0;
      n_letters += g_ascii_isalpha (token[i]) ? 1 : 0;
      if (i > 0 && i + 1 < length && strchr ("-_/.%+=&?#", token[i]) != NULL)
        n_joints += token[i] == '-' ? 1 : 2;
    }
  return n_digits > 0 && n_letters > 2 && n_joints >= 2;
}

/* "abbey-boys3.csv" in words: "abbey boys 3 csv". "%20" is a space. */
static void
append_parted (GString *out, const char *token, gsize length)
{
  char last = ' ';

  g_string_append (out, " ; ");
  for (gsize i = 0; i < length; i++)
    {
      const char c = token[i];
      const gboolean is_escape = c == '%' && i + 2 < length && g_ascii_isxdigit (token[i + 1])
                                 && g_ascii_isxdigit (token[i + 2]);

      if ((g_ascii_isdigit (c) && g_ascii_isalpha (last))
          || (g_ascii_isalpha (c) && g_ascii_isdigit (last))
          || (g_ascii_isupper (c) && g_ascii_islower (last)))
        g_string_append_c (out, ' ');
      if (is_escape)
        {
          const int code = g_ascii_xdigit_value (token[i + 1]) * 16
                           + g_ascii_xdigit_value (token[i + 2]);

          last = g_ascii_isalnum (code) ? (char) code : ' ';
          i += 2;
        }
      else
        last = g_ascii_isalnum (c) || (c & 0x80) != 0 ? c : ' ';
      g_string_append_c (out, last);
    }
}

/* The sentence as it is read, with what its links and names of files are called behind it. */
static char *
dup_plain (const char *raw)
{
  g_autofree char *folded = foi_number_fold (raw);
  GString *out = g_string_new (folded);

  for (const char *at = folded; *at != '\0';)
    {
      const gsize length = strcspn (at, " \t\n");

      if (is_joined (at, length))
        append_parted (out, at, length);
      at += length;
      at += strspn (at, " \t\n");
    }
  /* Marks of CommonMark: "**3**". */
  for (char *at = out->str; *at != '\0'; at++)
    if (strchr ("*`_", *at) != NULL)
      *at = ' ';
  return g_string_free (out, FALSE);
}

static void
add_sentence (FoiCollecting *self, const char *begin, gsize length)
{
  FoiSaid *said = g_new0 (FoiSaid, 1);

  said->raw = g_strstrip (g_strndup (begin, length));
  said->plain = dup_plain (said->raw);
  said->folded = g_utf8_casefold (said->plain, -1);
  said->where = g_strdup (self->where);
  said->passage = self->n;
  said->is_elsewhere = self->is_elsewhere;
  said->is_apart = self->is_apart;
  said->is_asked = self->is_asked;
  g_ptr_array_add (self->said, said);
}

/* These go on after their full stop, as single letters do. */
static const char *const short_words[] = { "incl", "excl", "inc", "approx", "no", "nos", "st",
                                           "dr", "mr", "mrs", "ms", "eg", "ie", "viz", "vs",
                                           "dept", "est", "min", "max", "avg", "cf", "ca", "fig",
                                           "ref", NULL };

/* Whether a full stop only cuts a word short: "incl. 3". */
static gboolean
is_cut_short (const char *text, const char *stop)
{
  const char *begin = stop;
  g_autofree char *word = NULL;

  if (*stop != '.')
    return FALSE;
  while (begin > text && g_ascii_isalpha (begin[-1]))
    begin--;
  word = g_ascii_strdown (begin, stop - begin);
  return stop - begin == 1 || g_strv_contains (short_words, word);
}

/* Each sentence; of a paragraph with marks of its own that is near enough. */
static void
add_sentences (FoiCollecting *self, const char *text)
{
  const char *start = text;

  for (const char *at = text;; at++)
    {
      if (*at != '\0' && *at != '\n'
          && (strchr (".!?;", *at) == NULL || at[1] != ' ' || is_cut_short (text, at)))
        continue;
      if (at > start)
        add_sentence (self, start, (gsize) (at - start) + (*at != '\0' && *at != '\n'));
      if (*at == '\0')
        break;
      start = at + 1;
    }
}

/*
 * _foi_disclosure_collect_text:
 * @where: where it stands, in words
 *
 * Adds the sentences of a text that stands by itself.
 */
void
_foi_disclosure_collect_text (FoiCollecting *self, const char *text, const char *where)
{
  self->n++;
  self->where = where;
  add_sentences (self, text);
}

/* ---- answers ---- */

/* What a question has besides, which nobody reads in a letter or which is no sentence. */
static const char *const silent_members[] = {
  "id", "number", "text", "regime", "period", "held", "outcome", "see", "answer", "label",
  "tables", "asked", "owner", "approved", "parts", "act", "section", "limb", "kind", "source",
  "rows", "requests", NULL,
};

static void
add_strings (FoiCollecting *self, JsonNode *node)
{
  if (foi_json_is_string (node))
    add_sentences (self, json_node_get_string (node));
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    add_strings (self, foi_json_get_element (node, i));
  if (foi_json_is_object (node))
    {
      g_autoptr (GList) members = json_object_get_members (json_node_get_object (node));

      for (GList *link = members; link != NULL; link = link->next)
        if (!g_strv_contains (silent_members, link->data))
          add_strings (self, foi_json_get_member (node, link->data));
    }
}

static gboolean
is_about (FoiTableData *data, JsonNode *question)
{
  const char *name = foi_table_data_get_name (data);
  JsonNode *tables = foi_json_get_member (question, "tables");
  g_autofree char *placed = g_strdup_printf ("{{table:%s}}", name);
  gboolean found = strstr (foi_json_get_string (question, "answer", ""), placed) != NULL;

  for (guint i = 0; i < foi_json_get_n_elements (tables) && !found; i++)
    {
      JsonNode *element = foi_json_get_element (tables, i);

      found = foi_json_is_string (element) && strcmp (json_node_get_string (element), name) == 0;
    }
  return found;
}

/* What was asked says what is spoken of in the answer. Where it shows the table any number may be
 * one of its totals. */
static void
add_answers (FoiCollecting *self, FoiTableData *data, JsonNode *questions)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      const char *number = foi_json_get_string (question, "number", "");
      g_autofree char *where
        = g_strdup_printf (_("question %s"),
                           number[0] != '\0' ? number : foi_json_get_string (question, "id", ""));

      self->is_elsewhere = !is_about (data, question);
      self->is_asked = TRUE;
      _foi_disclosure_collect_text (self, foi_json_get_string (question, "text", ""), where);
      self->is_asked = FALSE;
      add_sentences (self, foi_json_get_string (question, "label", ""));
      add_sentences (self, foi_json_get_string (question, "answer", ""));
      self->is_elsewhere = TRUE;
      self->n++;
      add_strings (self, question);
      add_answers (self, data, foi_json_get_member (question, "parts"));
    }
}

/* ---- elsewhere ---- */

/* The paragraphs of a letter that was issued: of each block the words of its spans; but not what
 * the requester asked. */
static void
add_earlier (FoiCollecting *self, JsonNode *node)
{
  JsonNode *spans = foi_json_get_member (node, "spans");
  g_autoptr (GString) text = g_string_new (NULL);

  if (foi_json_is_object (node)
      && g_strcmp0 (foi_json_get_string (node, "kind", NULL), "asked") == 0)
    return;
  for (guint i = 0; i < foi_json_get_n_elements (spans); i++)
    g_string_append (text, foi_json_get_string (foi_json_get_element (spans, i), "text", ""));
  if (text->len > 0)
    add_sentences (self, text->str);
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    add_earlier (self, foi_json_get_element (node, i));
  if (foi_json_is_object (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *link = members; link != NULL; link = link->next)
        add_earlier (self, link->data);
    }
}

/* The letters' own words, what they are about, and what their files are called. */
static void
add_letters (FoiCollecting *self, FoiCaseState *state)
{
  JsonNode *letters = foi_case_state_get_node (state, "letters");
  JsonNode *attachments = foi_case_state_get_node (state, "attachments");
  const char *title = foi_case_state_get_string (state, "/title");

  self->is_elsewhere = TRUE;
  if (title != NULL)
    _foi_disclosure_collect_text (self, title, _("the subject"));
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      self->n++;
      self->where = _("the letter");
      add_strings (self, foi_json_get_member (letter, "paragraphs"));
      add_strings (self, foi_json_get_member (letter, "particulars"));
    }
  for (guint i = 0; i < foi_json_get_n_elements (attachments); i++)
    _foi_disclosure_collect_text (
      self, foi_json_get_string (foi_json_get_element (attachments, i), "name", ""),
      _("the name of an attachment"));
}

/*
 * _foi_disclosure_list_said:
 *
 * Returns: (transfer full) (element-type FoiSaid): all sentences that go out and may be about a
 *   table, and those of earlier letters.
 */
GPtrArray *
_foi_disclosure_list_said (FoiDisclosureDraft *draft, FoiTableData *data)
{
  FoiCaseState *state = draft->self->state;
  FoiCollecting self = { .draft = draft, .said = g_ptr_array_new_with_free_func (said_free) };
  JsonNode *issued = foi_case_state_get_node (state, "issued");

  _foi_disclosure_collect_table (&self, data);
  add_answers (&self, data, foi_case_state_get_node (state, "questions"));
  add_letters (&self, state);
  self.is_elsewhere = TRUE;
  self.where = NULL;
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      self.n++;
      add_earlier (&self, foi_json_get_member (foi_json_get_element (issued, i), "tree"));
    }
  for (guint i = 0; i < self.said->len; i++)
    _foi_disclosure_pass_rule (self.said->pdata[i], data, _foi_disclosure_get_rule (draft, data));
  return self.said;
}

/*
 * _foi_disclosure_set_source:
 *
 * Keeps with a line where it was said, without line breaks and no longer than is read at once.
 */
void
_foi_disclosure_set_source (FoiLine *line, const FoiSaid *said)
{
  g_autofree char *words = g_strdelimit (g_strdup (said->raw), "\r\n\t", ' ');

  if (said->where == NULL)
    {
      line->kind = FOI_LINE_ISSUED;
      return;
    }
  g_strstrip (words);
  if (g_utf8_strlen (words, -1) <= MAX_QUOTED)
    line->sentence = g_steal_pointer (&words);
  else
    {
      g_autofree char *piece = g_utf8_substring (words, 0, MAX_QUOTED);

      line->sentence = g_strconcat (piece, "…", NULL);
    }
  line->where = g_strdup (said->where);
  line->is_apart = said->is_apart;
}
