/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-words.h"

#include <string.h>

#include "foi-core-resources.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"

#define RESOURCE_FILE "/io/github/foidesk/FoiDesk/core/checks/checks.json"

/* Between the words of a phrase: spaces, line ends, and the signs of CommonMark's emphasis. */
#define GAP "[\\s*_]+"
#define ANY_GAP "[\\s*_]*"

/* Phrases of which one makes a sentence remarkable, and those that explain it. */
typedef struct
{
  GRegex *any;
  GRegex *unless; /* or NULL */
} List;

typedef struct
{
  char   *title;
  FoiDate from;    /* before that day the other form was right; or none */
  GRegex *like;
  GRegex *right;
} Title;

struct _FoiCheckWords
{
  JsonNode   *root;
  GHashTable *lists;  /* name -> List */
  GPtrArray  *titles; /* of Title */
};

/* ---- phrases --------------------------------------------------------------------------------- */

/*
 * A phrase is a regular expression in which a space is any white space, ' any apostrophe, # a
 * number and ... up to six words. A space and a question mark: a space or none.
 */
static void
append_phrase (GString *pattern, const char *phrase)
{
  gboolean in_class = FALSE;

  for (const char *c = phrase; *c != '\0'; c++)
    {
      in_class = *c == '[' || (in_class && *c != ']');
      if (in_class)
        g_string_append_len (pattern, *c == ' ' ? "\\s" : c, *c == ' ' ? 2 : 1);
      else if (g_str_has_prefix (c, " ... "))
        {
          g_string_append (pattern, GAP "(?:[^\\s.;!?]+" GAP "){0,6}?");
          c += strlen (" ... ") - 1;
        }
      else if (c[0] == ' ' && c[1] == '?')
        {
          g_string_append (pattern, ANY_GAP);
          c++;
        }
      else if (*c == ' ')
        g_string_append (pattern, GAP);
      else if (*c == '#')
        g_string_append (pattern, "\\d(?:[\\d,.]*\\d)?");
      else if (*c == '\'')
        g_string_append (pattern, "['’]");
      else
        g_string_append_c (pattern, *c);
    }
}

static GRegex *
compile (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);

  if (regex == NULL)
    g_error ("A phrase of the checks cannot be read: %s", error->message);
  return regex;
}

/* One expression for all phrases of a list, which begin and end with whole words. */
static GRegex *
compile_phrases (JsonNode *phrases)
{
  g_autoptr (GString) pattern = g_string_new ("(?<!\\w)(?:");

  for (guint i = 0; i < foi_json_get_n_elements (phrases); i++)
    {
      if (i > 0)
        g_string_append_c (pattern, '|');
      append_phrase (pattern, json_node_get_string (foi_json_get_element (phrases, i)));
    }
  g_string_append (pattern, ")(?!\\w)");
  return compile (pattern->str);
}

static void
add_list (FoiCheckWords *self, const char *name, JsonNode *node)
{
  JsonNode *unless = foi_json_get_member (node, "unless");
  List *list = g_new0 (List, 1);

  list->any = compile_phrases (foi_json_get_member (node, "any"));
  if (foi_json_get_n_elements (unless) > 0)
    list->unless = compile_phrases (unless);
  g_hash_table_insert (self->lists, g_strdup (name), list);
}

static void
add_title (FoiCheckWords *self, JsonNode *node)
{
  Title *title = g_new0 (Title, 1);
  g_autoptr (GString) right = g_string_new ("^(?:");
  JsonNode *also = foi_json_get_member (node, "also");
  g_autofree char *escaped = NULL;

  title->title = g_strdup (foi_json_get_string (node, "title", ""));
  title->from = foi_date_from_iso (foi_json_get_string (node, "from", NULL));
  title->like = compile_phrases (foi_json_get_member (node, "like"));
  escaped = g_regex_escape_string (title->title, -1);
  append_phrase (right, escaped);
  for (guint i = 0; i < foi_json_get_n_elements (also); i++)
    {
      g_string_append_c (right, '|');
      append_phrase (right, json_node_get_string (foi_json_get_element (also, i)));
    }
  g_string_append (right, ")$");
  title->right = compile (right->str);
  g_ptr_array_add (self->titles, title);
}

static FoiCheckWords *
load (void)
{
  FoiCheckWords *self = g_new0 (FoiCheckWords, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (foi_core_get_resource (), RESOURCE_FILE, 0,
                                                     &error);
  g_autoptr (FoiJsonDocument) document = NULL;
  JsonObjectIter iter;
  JsonNode *titles, *node;
  const char *name;

  if (bytes != NULL)
    document = foi_json_document_read (bytes, FALSE, NULL, &error);
  if (document == NULL)
    g_error ("The phrases that belong to the program cannot be read: %s", error->message);
  self->root = json_node_ref (foi_json_document_get_root (document));
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titles = g_ptr_array_new ();
  json_object_iter_init (&iter,
                         json_node_get_object (foi_json_get_member (self->root, "phrases")));
  while (json_object_iter_next (&iter, &name, &node))
    add_list (self, name, node);
  titles = foi_json_get_member (self->root, "titles");
  for (guint i = 0; i < foi_json_get_n_elements (titles); i++)
    add_title (self, foi_json_get_element (titles, i));
  return self;
}

/**
 * foi_check_words_get_default:
 *
 * Returns: (transfer none): the words that are compiled into the program.
 */
FoiCheckWords *
foi_check_words_get_default (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) load ());
  return (FoiCheckWords *) once;
}

/* ---- searching ------------------------------------------------------------------------------- */

static gboolean
find (GRegex *regex, const char *text, FoiRange within, FoiRange *found)
{
  g_autoptr (GMatchInfo) match = NULL;
  int begin, end;

  if (!g_regex_match_full (regex, text, (gssize) within.end, (int) within.begin, 0, &match, NULL))
    return FALSE;
  g_match_info_fetch_pos (match, 0, &begin, &end);
  if (found != NULL)
    *found = (FoiRange) { (gsize) begin, (gsize) end };
  return TRUE;
}

/**
 * foi_check_words_find:
 * @list: the name of a list
 * @text: a text
 * @within: where to look
 * @found: (out) (optional): the phrase
 *
 * Returns: whether a phrase of the list stands there, and none that explains it.
 */
gboolean
foi_check_words_find (FoiCheckWords *self, const char *list, const char *text, FoiRange within,
                      FoiRange *found)
{
  const List *phrases = g_hash_table_lookup (self->lists, list);

  g_assert (phrases != NULL);
  return find (phrases->any, text, within, found)
         && (phrases->unless == NULL || !find (phrases->unless, text, within, NULL));
}

/**
 * foi_check_words_find_sentence:
 * @list: the name of a list
 * @text: a text
 * @sentence: (inout): the sentence after which to look, all zero at first; then the one found
 * @found: (out) (optional): the phrase in it
 *
 * Returns: whether a sentence with a phrase of the list comes.
 */
gboolean
foi_check_words_find_sentence (FoiCheckWords *self, const char *list, const char *text,
                               FoiRange *sentence, FoiRange *found)
{
  const List *phrases = g_hash_table_lookup (self->lists, list);

  g_assert (phrases != NULL);
  if (!find (phrases->any, text, (FoiRange) { sentence->end, strlen (text) }, NULL))
    return FALSE;
  while (foi_check_sentence_next (text, sentence))
    if (foi_check_words_find (self, list, text, *sentence, found))
      return TRUE;
  return FALSE;
}

/**
 * foi_check_words_find_title:
 * @text: a text
 * @from: where to begin
 * @day: when it is written
 * @found: (out): the first title that is not written as the statute has it
 *
 * Returns: whether there is one.
 */
gboolean
foi_check_words_find_title (FoiCheckWords *self, const char *text, gsize from,
                            FoiDate day, FoiWrongTitle *found)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->titles->len; i++)
    {
      const Title *title = self->titles->pdata[i];
      FoiRange range = { from, from };

      while (day >= title->from
             && find (title->like, text, (FoiRange) { range.end, strlen (text) }, &range))
        {
          g_autofree char *written = g_strndup (text + range.begin, range.end - range.begin);

          if (g_regex_match (title->right, written, 0, NULL))
            continue;
          if (!any || range.begin < found->range.begin)
            *found = (FoiWrongTitle) { range, title->title };
          any = TRUE;
          break;
        }
    }
  return any;
}

/**
 * foi_check_words_get_law:
 * @id: a check
 * @regime: the law a question is answered under
 *
 * Returns: the statute or guidance behind the check; "" where there is none.
 */
const char *
foi_check_words_get_law (FoiCheckWords *self, const char *id, const char *regime)
{
  JsonNode *law = foi_json_get_member (foi_json_get_member (self->root, "law"), id);

  return foi_json_get_string (law, regime, foi_json_get_string (law, "any", ""));
}

/* ---- sentences ------------------------------------------------------------------------------- */

/* Where a paragraph or an item of a list ends. */
static gboolean
is_break (const char *at)
{
  if (*at != '\n')
    return FALSE;
  at += 1 + strspn (at + 1, " \t");
  return *at == '\n' || *at == '-' || *at == '*' || *at == '|'
         || (g_ascii_isdigit (*at) && (at[1] == '.' || at[1] == ')'));
}

static gboolean
is_full_stop (const char *at)
{
  const char *next = at + 1;

  if (strchr (".?!", *at) == NULL)
    return FALSE;
  while (*next == ')' || *next == '"' || *next == '\'')
    next++;
  /* "s. 12", "No. 4": a number goes on with the sentence. */
  return g_ascii_isspace (*next) && !g_ascii_isdigit (next[strspn (next, " ")])
         && !g_ascii_islower (next[strspn (next, " ")]);
}

/**
 * foi_check_sentence_next:
 * @text: CommonMark
 * @sentence: (inout): a sentence of it, all zero at first; then the next one
 *
 * Returns: whether there is a next one.
 */
gboolean
foi_check_sentence_next (const char *text, FoiRange *sentence)
{
  gsize begin = sentence->end + strspn (text + sentence->end, " \t\r\n");
  gsize end = begin;

  if (text[begin] == '\0')
    return FALSE;
  while (text[end] != '\0' && !is_break (text + end) && !is_full_stop (text + end))
    end++;
  if (text[end] != '\0')
    end++;
  *sentence = (FoiRange) { begin, end };
  return TRUE;
}
