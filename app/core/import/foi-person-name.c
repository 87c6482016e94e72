/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-person-name.h"

#include <string.h>

#include "foi-contact.h"

#define MAX_WORDS 7
#define MAX_LENGTH 120

/* Titles as people sign with them. A knight or a dame is addressed by the first name, a peer by
 * the whole of the rest. */
typedef enum
{
  TITLE_NONE,
  TITLE_SURNAME,
  TITLE_FIRST_NAME,
  TITLE_WHOLE,
} TitleKind;

static TitleKind
title_kind (const char *word)
{
  static const struct
  {
    const char *word;
    TitleKind   kind;
  } titles[] = {
    { "mr", TITLE_SURNAME },         { "mrs", TITLE_SURNAME },      { "ms", TITLE_SURNAME },
    { "miss", TITLE_SURNAME },       { "mx", TITLE_SURNAME },       { "dr", TITLE_SURNAME },
    { "doctor", TITLE_SURNAME },     { "prof", TITLE_SURNAME },     { "professor", TITLE_SURNAME },
    { "rev", TITLE_SURNAME },        { "revd", TITLE_SURNAME },     { "reverend", TITLE_SURNAME },
    { "cllr", TITLE_SURNAME },       { "councillor", TITLE_SURNAME }, { "canon", TITLE_SURNAME },
    { "rabbi", TITLE_SURNAME },      { "imam", TITLE_SURNAME },     { "captain", TITLE_SURNAME },
    { "capt", TITLE_SURNAME },       { "major", TITLE_SURNAME },    { "colonel", TITLE_SURNAME },
    { "sir", TITLE_FIRST_NAME },     { "dame", TITLE_FIRST_NAME },  { "lord", TITLE_WHOLE },
    { "lady", TITLE_WHOLE },         { "baroness", TITLE_WHOLE },   { "sister", TITLE_WHOLE },
  };
  gsize length = strcspn (word, ".,");

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (strlen (titles[i].word) == length
          && g_ascii_strncasecmp (word, titles[i].word, length) == 0)
        return titles[i].kind;
    }
  return TITLE_NONE;
}

/* Small words that belong to the surname after them. */
static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = {
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "du", "st",
    "st.", "al", "el", "bin", "binti", "ibn", "ap", "ab", "ferch", "y", "mac", "ter", NULL
  };

  for (gsize i = 0; particles[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (word, particles[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Letters after the name: honours, degrees, membership of a parliament. */
static gboolean
is_letters_after (const char *word)
{
  static const char *const letters[] = {
    "MP", "MSP", "MEP", "OBE", "MBE", "CBE", "BSc", "MSc", "BA", "MA", "MEng", "BEng", "PhD",
    "DPhil", "LLB", "LLM", "MBA", "KC", "QC", "FRCS", "FRSA", "JP", "Esq", "Esq.", "(Hons)", NULL
  };

  return g_strv_contains (letters, word);
}

static gboolean
is_name_word (const char *word, gboolean signed_off)
{
  gunichar first = g_utf8_get_char (word);
  guint letters = 0;

  if (is_particle (word))
    return TRUE;
  if (!g_unichar_isalpha (first) || (g_unichar_islower (first) && !signed_off))
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0x200c || c == 0x200d)
        letters++;
      else if (c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != 0x2010 && c != 0xb7)
        return FALSE;
    }
  return letters > 0;
}

/* Words that begin with a capital in a signature and are no names. */
static gboolean
is_other (const char *folded)
{
  static const char *const others[] = {
    "dear", "hi", "hello", "re", "fao", "freedom of information", "request", "sent from", "foi",
    "the", "please", "thank", "thanks", "regards", "kind regards", "yours", "subject", "date",
    "from", "to", "tel", "email", "ps", "p.s", "question", "questions", "i", "and", "road",
    "street", "reporter", "journalist", "director", "manager", "researcher", "student", "editor",
    "officer", "secretary", "chair", "private and confidential", "by email", "by post", NULL
  };
  static const char *const within[] = {
    "street", "road", "avenue", "crescent", "information", "request", "requests", "data", "team",
    "department", "officer", "reporter", "editor", "manager", "director", "researcher",
    "united kingdom", NULL
  };

  return foi_phrase_begins (folded, others) > 0 || foi_phrase_within (folded, within)
         || foi_contact_is_organisation (folded);
}

/* The words of @line up to a comma, without the letters after a name; titles in brackets too. */
static GStrv
split_name (const char *line)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (line, " ", MAX_WORDS + 2);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      gboolean last = length > 0 && words[i][length - 1] == ',';

      if (last)
        words[i][length - 1] = '\0';
      if (*words[i] == '\0' || (i > 0 && is_letters_after (words[i])))
        continue;
      g_strv_builder_add (builder, words[i]);
      if (last && title_kind (words[i]) == TITLE_NONE)
        break;
    }
  return g_strv_builder_end (builder);
}

/* Takes "(Ms)" out of @words, wherever it stands; returns it without its brackets. */
static char *
take_bracketed_title (GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      g_autofree char *inner = NULL;

      if (length < 4 || words[i][0] != '(' || words[i][length - 1] != ')')
        continue;
      inner = g_strndup (words[i] + 1, length - 2);
      if (title_kind (inner) == TITLE_NONE)
        continue;
      g_free (words[i]);
      memmove (words + i, words + i + 1, (g_strv_length (words + i + 1) + 1) * sizeof *words);
      return g_steal_pointer (&inner);
    }
  return NULL;
}

/* The name as a list of words, a title first if there is one; NULL when it cannot be a name. */
static GStrv
parse_name (const char *line, gboolean signed_off)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *title = NULL;
  guint n, n_names = 0;

  if (strlen (line) > MAX_LENGTH)
    return NULL;
  words = split_name (line);
  title = take_bracketed_title (words);
  n = g_strv_length (words);
  if (n == 0 || n > MAX_WORDS)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      gboolean joins = strcmp (words[i], "&") == 0 || g_ascii_strcasecmp (words[i], "and") == 0;

      if (joins && i > 0 && title_kind (words[i - 1]) != TITLE_NONE && i + 1 < n
          && title_kind (words[i + 1]) != TITLE_NONE)
        continue;
      if (!is_name_word (words[i], signed_off))
        return NULL;
      n_names += title_kind (words[i]) == TITLE_NONE;
    }
  if (n_names == 0)
    return NULL;
  if (title != NULL)
    {
      g_autofree char *rest = g_strjoinv (" ", words);
      g_autofree char *whole = g_strconcat (title, " ", rest, NULL);

      return g_strsplit (whole, " ", -1);
    }
  return g_steal_pointer (&words);
}

/**
 * foi_person_name_is_name:
 * @line: a line without white space at its ends
 * @signed_off: whether it stands after "Yours faithfully" or the like, where people also write
 *   their names in small letters
 *
 * Returns: whether @line reads as the name of a person and nothing else.
 */
gboolean
foi_person_name_is_name (const char *line, gboolean signed_off)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *folded = NULL;
  gsize last;

  g_return_val_if_fail (line != NULL, FALSE);

  last = strlen (line);
  if (last == 0 || strchr ("?!:;", line[last - 1]) != NULL)
    return FALSE;
  folded = foi_text_span_fold (line, (FoiTextSpan){ 0, last });
  words = parse_name (line, signed_off);
  if (words == NULL || is_other (folded))
    return FALSE;
  /* A lower-case line of four words is the end of a sentence, not a name. */
  return !g_unichar_islower (g_utf8_get_char (line)) || g_strv_length (words) <= 3;
}

/**
 * foi_person_name_dup_plain:
 * @line: a line that is a name
 *
 * Returns: (transfer full): the name without letters after it, its title first: `Ms A Patel` for
 *   `A Patel (Ms), BSc`.
 */
char *
foi_person_name_dup_plain (const char *line)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  words = parse_name (line, TRUE);
  return words != NULL ? g_strjoinv (" ", words) : g_strdup (line);
}

/**
 * foi_person_name_has_title:
 * @name: a name from foi_person_name_dup_plain()
 *
 * Returns: whether the person gave a title.
 */
gboolean
foi_person_name_has_title (const char *name)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  first = g_strndup (name, strcspn (name, " "));
  return title_kind (first) != TITLE_NONE;
}

/* Where the surname begins: the last word with the particles before it. */
static guint
surname_index (GStrv words, guint first)
{
  guint i = g_strv_length (words) - 1;

  while (i > first + 1 && is_particle (words[i - 1]))
    i--;
  return MAX (i, first);
}

static char *
join_words (GStrv words, guint from, guint to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (joined, "%s%s", i > from ? " " : "", words[i]);
  return g_string_free (joined, FALSE);
}

/**
 * foi_person_name_dup_salutation:
 * @name: a name from foi_person_name_dup_plain()
 *
 * Whom to write "Dear" to: by the title only where the person gave one, else by the whole name.
 * Nobody's title is guessed.
 *
 * Returns: (transfer full): `Ms Patel`, `Anita Patel`.
 */
char *
foi_person_name_dup_salutation (const char *name)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *titles = NULL;
  g_autofree char *rest = NULL;
  TitleKind kind;
  guint n_titles = 0, from;

  g_return_val_if_fail (name != NULL, NULL);

  words = g_strsplit (name, " ", -1);
  while (words[n_titles] != NULL
         && (title_kind (words[n_titles]) != TITLE_NONE
             || (n_titles > 0 && (strcmp (words[n_titles], "&") == 0
                                  || g_ascii_strcasecmp (words[n_titles], "and") == 0))))
    n_titles++;
  kind = n_titles > 0 ? title_kind (words[n_titles - 1]) : TITLE_NONE;
  if (kind == TITLE_NONE || words[n_titles] == NULL)
    return g_strdup (name);
  from = kind == TITLE_SURNAME ? surname_index (words, n_titles) : n_titles;
  rest = kind == TITLE_FIRST_NAME && g_utf8_strlen (words[from], -1) > 2
           ? g_strdup (words[from])
           : join_words (words, from, g_strv_length (words));
  titles = join_words (words, 0, n_titles);
  g_strdelimit (titles, ".", ' ');
  g_strchomp (titles);
  return g_strconcat (titles, " ", rest, NULL);
}
