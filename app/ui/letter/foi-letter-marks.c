/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-marks.h"

#include <string.h>

#include "foi-finding-row.h"

#define ELLIPSIS "…"
#define GROUNDS "/grounds/#"

/* ---- places ---------------------------------------------------------------------------------- */

/* Whether @name is @prefix or something of it. */
static gboolean
is_at (const char *name, const char *prefix)
{
  const gsize length = strlen (prefix);

  return name != NULL && strncmp (name, prefix, length) == 0
         && (name[length] == '\0' || name[length] == '/');
}

/* "Some more words …" are there where their beginning is. */
static gboolean
says (const FoiBlock *block, const char *words)
{
  g_autofree char *text = foi_block_dup_text (block);
  g_autofree char *beginning = g_strdup (words);

  if (g_str_has_suffix (beginning, ELLIPSIS))
    beginning[strlen (beginning) - strlen (ELLIPSIS)] = '\0';
  return strstr (text, beginning) != NULL;
}

/* The block of that place, or with that beginning of its id, that has the words; else the first. */
static const FoiBlock *
find_block (GPtrArray *blocks, const char *place, const char *id, const char *words)
{
  const FoiBlock *first = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];

      if (id != NULL ? !is_at (block->id, id) : !is_at (block->place, place))
        continue;
      if (words == NULL || says (block, words))
        return block;
      if (first == NULL)
        first = block;
    }
  return first;
}

/* What the letter says of a ground has its number in the id: "q2/ground/1". */
static const FoiBlock *
find_ground (GPtrArray *blocks, const char *place)
{
  const char *grounds = strstr (place, GROUNDS);
  g_autofree char *question = NULL;
  g_autofree char *id = NULL;

  if (grounds == NULL)
    return NULL;
  question = g_strndup (place, (gsize) (grounds - place));
  id = g_strdup_printf ("%s/ground/%" G_GUINT64_FORMAT, strrchr (question, '/') + 1,
                        g_ascii_strtoull (grounds + strlen (GROUNDS), NULL, 10) + 1);
  return find_block (blocks, NULL, id, NULL);
}

/* Where the letter says what a finding is about: at its place, or at what that belongs to. */
static const FoiBlock *
find_finding (GPtrArray *blocks, const FoiFinding *finding)
{
  g_autofree char *place = foi_finding_dup_editor (finding);
  const FoiBlock *block = find_ground (blocks, finding->place);
  char *slash;

  /* A paragraph of this letter, or of the authority. */
  if (g_str_has_prefix (place, "wording/"))
    return find_block (blocks, place, NULL, finding->words);
  g_free (place);
  place = g_strdup (finding->place);
  while (block == NULL && (slash = strrchr (place, '/')) != NULL)
    {
      block = find_block (blocks, place, NULL, finding->words);
      *slash = '\0';
    }
  return block;
}

/* ---- marks ----------------------------------------------------------------------------------- */

static void
mark_free (FoiLetterMark *mark)
{
  g_free (mark->editor);
  g_free (mark->text);
  g_free (mark);
}

/* The gravest is told first. */
static void
add (GHashTable *marks, const FoiBlock *block, const FoiFinding *finding)
{
  FoiLetterMark *mark = g_hash_table_lookup (marks, block->id);
  g_autofree char *line = g_strdup_printf ("%s: %s", foi_severity_to_words (finding->severity),
                                           finding->message);
  g_autofree char *others = NULL;

  if (mark == NULL)
    {
      mark = g_new0 (FoiLetterMark, 1);
      mark->severity = finding->severity;
      mark->editor = foi_finding_dup_editor (finding);
      mark->text = g_steal_pointer (&line);
      g_hash_table_insert (marks, g_strdup (block->id), mark);
    }
  else
    {
      others = g_steal_pointer (&mark->text);
      mark->text = g_strdup_printf ("%s\n%s", others, line);
    }
  mark->n_findings++;
}

static GPtrArray *
list_blocks (FoiLayout *layout)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint page = 0; page < foi_layout_get_n_pages (layout); page++)
    {
      g_autoptr (GArray) there = foi_layout_list_blocks (layout, page);

      for (guint i = 0; i < there->len; i++)
        g_ptr_array_add (blocks, g_array_index (there, FoiPageBlock, i).block);
    }
  return blocks;
}

/**
 * foi_letter_marks_new:
 * @layout: the letter that was checked
 * @findings: (element-type FoiFinding): what was found
 *
 * Finds the paragraphs that the findings are about. What an officer accepted is marked no more;
 * what is about nothing that stands in the letter cannot be.
 *
 * Returns: (transfer full) (element-type utf8 FoiLetterMark): the marks, by the ids of the blocks.
 */
GHashTable *
foi_letter_marks_new (FoiLayout *layout, GPtrArray *findings)
{
  static const FoiSeverity gravest_first[] = {
    FOI_SEVERITY_ERROR, FOI_SEVERITY_UNFINISHED, FOI_SEVERITY_WARNING, FOI_SEVERITY_ADVICE,
  };
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) mark_free);
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (layout != NULL && findings != NULL, marks);

  blocks = list_blocks (layout);
  for (gsize level = 0; level < G_N_ELEMENTS (gravest_first); level++)
    for (guint i = 0; i < findings->len; i++)
      {
        const FoiFinding *finding = findings->pdata[i];
        const FoiBlock *block = NULL;

        if (finding->severity == gravest_first[level] && finding->accepted == NULL)
          block = find_finding (blocks, finding);
        if (block != NULL)
          add (marks, block, finding);
      }
  return marks;
}

/**
 * foi_letter_mark_equal:
 *
 * Returns: whether both say the same and lead to the same place.
 */
gboolean
foi_letter_mark_equal (const FoiLetterMark *a, const FoiLetterMark *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->severity == b->severity && a->n_findings == b->n_findings
         && g_str_equal (a->editor, b->editor) && g_str_equal (a->text, b->text);
}
