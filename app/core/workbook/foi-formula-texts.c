/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-formula-texts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What is kept at most: of more texts some are told that a cell does show, and of more places not
 * all. */
#define MAX_SHOWN   200000
#define MAX_LENGTH  255
#define MAX_PLACES  200000
#define MAX_DEPTH   64

struct _FoiFormulaTexts
{
  GHashTable *shown;  /* folded texts of cells */
  GHashTable *texts;  /* folded text -> GArray of Place: where it stands */
  GPtrArray  *sheets; /* of char *, their names; the last is the one that is read */
  guint       n_places;
};

typedef struct
{
  guint sheet;
  FoiSheetRange cells;
} Place;

/**
 * foi_formula_texts_new:
 *
 * Returns: (transfer full): of a workbook that has none yet. For one thread at a time.
 */
FoiFormulaTexts *
foi_formula_texts_new (void)
{
  FoiFormulaTexts *self = g_new0 (FoiFormulaTexts, 1);

  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * foi_formula_texts_free:
 * @self: (transfer full): some
 *
 * Gives them up.
 */
void
foi_formula_texts_free (FoiFormulaTexts *self)
{
  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

static char *
dup_folded (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

/**
 * foi_formula_texts_show:
 * @text: what a cell shows
 *
 * A text that somebody sees is not hidden in a formula.
 */
void
foi_formula_texts_show (FoiFormulaTexts *self, const char *text)
{
  if (*text != '\0' && strlen (text) <= MAX_LENGTH
      && g_hash_table_size (self->shown) < MAX_SHOWN)
    g_hash_table_add (self->shown, dup_folded (text));
}

/* ---- what tells nothing ---- */

/* Words that formulas answer with, and that name nobody. */
static const char *const idle[] = {
  "n/a", "na", "nil", "none", "yes", "no", "y", "n", "true", "false", "ok", "error", "total", "x",
  "unknown", "other", "blank", "missing", "check", "0", "1",
};

static gboolean
has_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* "dd mmmm yyyy", "[Red]#,##0.0": how a number is to be shown, and no words. */
static gboolean
is_number_format (const char *text)
{
  static const char letters[] = "dmyhsapeDMYHSAPE";
  gboolean in_brackets = FALSE;

  if (g_ascii_strcasecmp (text, "general") == 0)
    return TRUE;
  for (const char *p = text; *p != '\0'; p++)
    {
      in_brackets = *p == '[' || (in_brackets && *p != ']');
      if (!in_brackets && ((*p & 0x80) != 0 || (g_ascii_isalpha (*p) && !strchr (letters, *p))))
        return FALSE;
    }
  return TRUE;
}

/* A text for a function that knows what it means: which unit, what of a cell, how to be shown. */
static gboolean
is_code (const char *function, guint argument, const char *text)
{
  static const char *const knowing[] = { "CELL", "INFO", "CONVERT", "DATEDIF" };

  for (gsize i = 0; i < G_N_ELEMENTS (knowing); i++)
    if (g_ascii_strcasecmp (function, knowing[i]) == 0)
      return TRUE;
  return argument > 0 && g_ascii_strcasecmp (function, "TEXT") == 0 && is_number_format (text);
}

/* ">=3" is what is looked for, and no more than the rest of the formula says. */
static gboolean
is_condition (const char *text)
{
  const char *rest = text + strspn (text, "<>=");

  return rest > text && rest[strspn (rest, "0123456789.,%- ")] == '\0';
}

static gboolean
tells_nothing (const char *text)
{
  g_autofree char *folded = dup_folded (text);

  if (!has_word (text) || is_condition (folded))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (idle); i++)
    if (g_str_equal (folded, idle[i]))
      return TRUE;
  return FALSE;
}

/* ---- formulas ---- */

typedef struct
{
  char name[32];
  guint argument;
} Call;

/* Where a formula is being read. */
typedef struct
{
  Call calls[MAX_DEPTH]; /* in which it is, the first in none */
  guint depth;
  const char *word; /* where the last name begins, or NULL */
} Formula;

static Call *
get_call (Formula *self)
{
  return &self->calls[MIN (self->depth, MAX_DEPTH - 1)];
}

static void
begin_call (Formula *self, const char *at)
{
  const gsize length = self->word != NULL ? (gsize) (at - self->word) : 0;
  Call *call;

  self->depth++;
  call = get_call (self);
  *call = (Call) { "", 0 };
  if (length > 0 && length < sizeof call->name)
    memcpy (call->name, self->word, length);
}

/* Reads a text in quotes, of which two are one. Returns: where it ends. */
static const char *
read_text (const char *at, GString *text)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at == '"' && at[1] == '"')
        at++;
      else if (*at == '"')
        return at;
      g_string_append_c (text, *at);
    }
  return at - 1;
}

/* The next text of a formula from *@at on that is for people. */
static gboolean
next_text (Formula *self, const char **at, GString *text)
{
  for (const char *p = *at; *p != '\0'; p++)
    {
      Call *call = get_call (self);

      if (*p == '"')
        {
          g_string_truncate (text, 0);
          p = read_text (p, text);
          if (is_code (call->name, call->argument, text->str))
            continue;
          *at = p + 1;
          self->word = NULL;
          return TRUE;
        }
      /* The name of a sheet or a file may have anything in it. */
      if (*p == '\'' && strchr (p + 1, '\'') != NULL)
        p = strchr (p + 1, '\'');
      else if (*p == '(')
        begin_call (self, p);
      else if (*p == ')' && self->depth > 0)
        self->depth--;
      else if (*p == ',' || *p == ';')
        call->argument++;
      if (!g_ascii_isalnum (*p) && strchr ("._", *p) == NULL)
        self->word = NULL;
      else if (self->word == NULL)
        self->word = p;
    }
  return FALSE;
}

static void
add_text (FoiFormulaTexts *self, const char *text, const FoiSheetRange *cells)
{
  g_autofree char *folded = dup_folded (text);
  Place place = { self->sheets->len - 1, *cells };
  GArray *places = g_hash_table_lookup (self->texts, folded);

  if (self->n_places >= MAX_PLACES)
    return;
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (Place));
      g_hash_table_insert (self->texts, g_steal_pointer (&folded), places);
    }
  g_array_append_val (places, place);
  self->n_places++;
}

/**
 * foi_formula_texts_add:
 * @sheet: the name of a sheet; one after another
 * @cells: which cells have the formula
 * @formula: it, of Excel or OpenDocument
 * @shown: what the cells show
 *
 * Takes up the texts of a formula that are not seen in its own cell.
 */
void
foi_formula_texts_add (FoiFormulaTexts *self, const char *sheet, const FoiSheetRange *cells,
                       const char *formula, const char *shown)
{
  const char *last = self->sheets->len > 0 ? self->sheets->pdata[self->sheets->len - 1] : NULL;
  g_autoptr (GString) text = NULL;
  Formula reading = { 0 };

  if (strchr (formula, '"') == NULL)
    return;
  if (g_strcmp0 (last, sheet) != 0)
    g_ptr_array_add (self->sheets, g_strdup (sheet));
  text = g_string_new (NULL);
  while (next_text (&reading, &formula, text))
    {
      g_autofree char *valid = g_utf8_make_valid (text->str, (gssize) text->len);

      if (!tells_nothing (valid) && strstr (shown, valid) == NULL)
        add_text (self, valid, cells);
    }
}

/**
 * foi_formula_texts_is_empty:
 *
 * Returns: whether no formula has a text that its cell does not show.
 */
gboolean
foi_formula_texts_is_empty (FoiFormulaTexts *self)
{
  return g_hash_table_size (self->texts) == 0;
}

/**
 * foi_formula_texts_tell:
 * @hidden: where it is told
 *
 * Tells in which cells there are texts that nobody sees, sheet by sheet. To be called once.
 */
void
foi_formula_texts_tell (FoiFormulaTexts *self, FoiHidden *hidden)
{
  g_autoptr (GPtrArray) facts
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_sheet_facts_free);
  GHashTableIter iter;
  gpointer text, value;

  for (guint i = 0; i < self->sheets->len; i++)
    g_ptr_array_add (facts, foi_sheet_facts_new ());
  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &text, &value))
    {
      const GArray *places = value;

      for (guint i = 0; i < places->len && !g_hash_table_contains (self->shown, text); i++)
        {
          const Place *place = &g_array_index (places, Place, i);

          foi_sheet_facts_note (facts->pdata[place->sheet], FOI_HIDDEN_FORMULA,
                                _("words that no cell shows"), &place->cells);
        }
    }
  for (guint i = 0; i < self->sheets->len; i++)
    foi_sheet_facts_tell (facts->pdata[i], self->sheets->pdata[i], hidden);
}
