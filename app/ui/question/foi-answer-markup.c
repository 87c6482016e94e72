/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-answer-markup.h"

#include <string.h>

/* A text as its characters, because text buffers and cursors count characters. */
typedef struct
{
  gunichar *chars;
  glong     length;
} Chars;

static void
chars_clear (Chars *chars)
{
  g_free (chars->chars);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chars, chars_clear)

static Chars
chars_from_text (const char *text)
{
  Chars chars;

  chars.chars = g_utf8_to_ucs4_fast (text, -1, &chars.length);
  return chars;
}

static gboolean
has_at (const Chars *chars, glong at, const char *ascii)
{
  glong length = (glong) strlen (ascii);

  if (at < 0 || at + length > chars->length)
    return FALSE;
  for (glong i = 0; i < length; i++)
    {
      if (chars->chars[at + i] != (gunichar) ascii[i])
        return FALSE;
    }
  return TRUE;
}

/* Where @ascii comes next on the same line, or -1. */
static glong
find_on_line (const Chars *chars, glong from, const char *ascii)
{
  for (glong i = from; i < chars->length && chars->chars[i] != '\n'; i++)
    {
      if (has_at (chars, i, ascii))
        return i;
    }
  return -1;
}

static void
add_run (GArray *runs, FoiMarkupKind kind, glong start, glong end)
{
  FoiMarkupRun run = { kind, (guint) start, (guint) end };

  if (end > start)
    g_array_append_val (runs, run);
}

/* "**words**" or "*words*" at @at; returns where it ends, or @at when it is neither. */
static glong
scan_emphasis (const Chars *chars, glong at, GArray *runs)
{
  const char *marker = has_at (chars, at, "**") ? "**" : "*";
  glong length = (glong) strlen (marker);
  glong end;

  if (!has_at (chars, at, marker) || at + length >= chars->length
      || g_unichar_isspace (chars->chars[at + length]))
    return at;
  end = find_on_line (chars, at + length, marker);
  if (end <= at + length || g_unichar_isspace (chars->chars[end - 1]))
    return at;
  add_run (runs, FOI_MARKUP_MARKER, at, at + length);
  add_run (runs, length == 2 ? FOI_MARKUP_STRONG : FOI_MARKUP_EMPHASIS, at + length, end);
  add_run (runs, FOI_MARKUP_MARKER, end, end + length);
  return end + length;
}

/* "[words](target)" at @at. */
static glong
scan_link (const Chars *chars, glong at, GArray *runs)
{
  glong middle, end;

  if (!has_at (chars, at, "["))
    return at;
  middle = find_on_line (chars, at, "](");
  if (middle < 0)
    return at;
  end = find_on_line (chars, middle, ")");
  if (end < 0)
    return at;
  add_run (runs, FOI_MARKUP_MARKER, at, at + 1);
  add_run (runs, FOI_MARKUP_LINK, at + 1, middle);
  add_run (runs, FOI_MARKUP_MARKER, middle, end + 1);
  return end + 1;
}

static glong
scan_bare_link (const Chars *chars, glong at, GArray *runs)
{
  glong end = at;

  if (!has_at (chars, at, "http://") && !has_at (chars, at, "https://"))
    return at;
  while (end < chars->length && !g_unichar_isspace (chars->chars[end])
         && chars->chars[end] != '>' && chars->chars[end] != ')')
    end++;
  add_run (runs, FOI_MARKUP_LINK, at, end);
  return end;
}

static glong
scan_placeholder (const Chars *chars, glong at, GArray *runs)
{
  glong end;

  if (!has_at (chars, at, "{{"))
    return at;
  end = find_on_line (chars, at, "}}");
  if (end < 0)
    return at;
  add_run (runs, FOI_MARKUP_PLACEHOLDER, at, end + 2);
  return end + 2;
}

/* How many characters of a list's marker begin the line at @at, spaces included; 0 for no list. */
static glong
measure_bullet (const Chars *chars, glong at)
{
  glong end = at;

  while (end < chars->length && chars->chars[end] == ' ')
    end++;
  if (end < chars->length && (chars->chars[end] == '-' || chars->chars[end] == '*'))
    end++;
  else
    {
      glong digits = end;

      while (end < chars->length && end - digits < 2 && g_unichar_isdigit (chars->chars[end]))
        end++;
      if (end == digits || end >= chars->length || chars->chars[end] != '.')
        return 0;
      end++;
    }
  if (end >= chars->length || chars->chars[end] != ' ')
    return 0;
  return end + 1 - at;
}

/**
 * foi_answer_markup_scan:
 * @text: an answer in CommonMark
 *
 * Finds what the editor shows in a manner of its own. Only for the eye: what is printed is decided
 * by the letter's own reading.
 *
 * Returns: (transfer full) (element-type FoiMarkupRun): the runs in their order.
 */
GArray *
foi_answer_markup_scan (const char *text)
{
  static glong (*const scanners[]) (const Chars *, glong, GArray *)
    = { scan_placeholder, scan_link, scan_bare_link, scan_emphasis };
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FoiMarkupRun));
  g_auto (Chars) chars = chars_from_text (text);

  for (glong at = 0; at < chars.length;)
    {
      glong next = at;

      if (at == 0 || chars.chars[at - 1] == '\n')
        {
          glong bullet = measure_bullet (&chars, at);

          add_run (runs, FOI_MARKUP_BULLET, at, at + bullet);
          next = at + bullet;
        }
      for (gsize i = 0; next == at && i < G_N_ELEMENTS (scanners); i++)
        next = scanners[i](&chars, at, runs);
      at = next == at ? at + 1 : next;
    }
  return runs;
}

/**
 * foi_markup_change_clear:
 *
 * Frees what a change holds.
 */
void
foi_markup_change_clear (FoiMarkupChange *change)
{
  g_clear_pointer (&change->text, g_free);
}

static char *
slice (const Chars *chars, glong start, glong end)
{
  return g_ucs4_to_utf8 (chars->chars + start, end - start, NULL, NULL, NULL);
}

/**
 * foi_answer_markup_toggle:
 * @start: the selection's start
 * @end: its end; the same as @start for no selection
 * @marker: "**" for bold, "*" for italic
 * @change: (out): what to do
 *
 * Makes the selection bold or italic, or plain again where it is so already.
 *
 * Returns: whether there is anything to do; nothing is done across lines.
 */
gboolean
foi_answer_markup_toggle (const char *text, guint start, guint end, const char *marker,
                          FoiMarkupChange *change)
{
  g_auto (Chars) chars = chars_from_text (text);
  glong from = start, to = end, length = (glong) strlen (marker);
  g_autofree char *words = NULL;

  while (from < to && g_unichar_isspace (chars.chars[from]))
    from++;
  while (to > from && g_unichar_isspace (chars.chars[to - 1]))
    to--;
  for (glong i = from; i < to; i++)
    {
      if (chars.chars[i] == '\n')
        return FALSE;
    }
  words = slice (&chars, from, to);
  if (has_at (&chars, from - length, marker) && has_at (&chars, to, marker))
    {
      change->start = (guint) (from - length);
      change->end = (guint) (to + length);
      change->text = g_steal_pointer (&words);
      change->select_start = change->start;
    }
  else
    {
      change->start = (guint) from;
      change->end = (guint) to;
      change->text = g_strconcat (marker, words, marker, NULL);
      change->select_start = (guint) (from + length);
    }
  change->select_end = change->select_start + (guint) (to - from);
  return TRUE;
}

/* The lines that hold start to end, whole. */
static void
widen_to_lines (const Chars *chars, glong *start, glong *end)
{
  while (*start > 0 && chars->chars[*start - 1] != '\n')
    (*start)--;
  while (*end < chars->length && chars->chars[*end] != '\n')
    (*end)++;
}

/**
 * foi_answer_markup_toggle_list:
 * @start: the selection's start
 * @end: its end
 * @change: (out): what to do
 *
 * Makes the selected lines a bulleted list, or plain lines again where all of them are items.
 */
void
foi_answer_markup_toggle_list (const char *text, guint start, guint end, FoiMarkupChange *change)
{
  g_auto (Chars) chars = chars_from_text (text);
  glong from = start, to = end;
  g_autofree char *block = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean all_items = TRUE;

  widen_to_lines (&chars, &from, &to);
  block = slice (&chars, from, to);
  lines = g_strsplit (block, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    all_items = all_items && g_str_has_prefix (lines[i], "- ");
  for (guint i = 0; lines[i] != NULL || i == 0; i++)
    {
      const char *line = lines[i] != NULL ? lines[i] : "";

      if (i > 0)
        g_string_append_c (out, '\n');
      if (all_items && lines[0] != NULL)
        g_string_append (out, line + 2);
      else
        g_string_append_printf (out, "%s%s", g_str_has_prefix (line, "- ") ? "" : "- ", line);
      if (lines[i] == NULL)
        break;
    }
  change->start = (guint) from;
  change->end = (guint) to;
  change->select_end = (guint) (from + g_utf8_strlen (out->str, -1));
  change->select_start = strchr (out->str, '\n') == NULL ? change->select_end : (guint) from;
  change->text = g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * foi_answer_markup_link:
 * @url: where the link leads
 * @change: (out): what to do
 *
 * Makes the selected words a link; with nothing selected the address is its own words.
 */
void
foi_answer_markup_link (const char *text, guint start, guint end, const char *url,
                        FoiMarkupChange *change)
{
  g_auto (Chars) chars = chars_from_text (text);
  g_autofree char *words = slice (&chars, start, end);

  change->start = start;
  change->end = end;
  change->text = words[0] == '\0' ? g_strdup_printf ("<%s>", url)
                                  : g_strdup_printf ("[%s](%s)", words, url);
  change->select_start = start + (guint) g_utf8_strlen (change->text, -1);
  change->select_end = change->select_start;
}

/**
 * foi_answer_markup_place:
 * @offset: the cursor
 * @placeholder: "{{table:mash-calls}}", or the words of a paragraph
 * @change: (out): what to do
 *
 * Puts it on a line of its own below the cursor's, with blank lines around it.
 */
void
foi_answer_markup_place (const char *text, guint offset, const char *placeholder,
                         FoiMarkupChange *change)
{
  g_auto (Chars) chars = chars_from_text (text);
  glong at = offset, unused = offset;
  int before = 2, after = 2;

  widen_to_lines (&chars, &unused, &at);
  for (glong i = at; before > 0 && (i == 0 || chars.chars[i - 1] == '\n'); i--)
    before = i == 0 ? 0 : before - 1;
  for (glong i = at; after > 0 && (i >= chars.length || chars.chars[i] == '\n'); i++)
    after = i >= chars.length ? 0 : after - 1;
  change->start = (guint) at;
  change->end = (guint) at;
  change->text = g_strdup_printf ("%.*s%s%.*s", before, "\n\n", placeholder, after, "\n\n");
  change->select_start = (guint) at + (guint) (before + g_utf8_strlen (placeholder, -1));
  change->select_end = change->select_start;
}

/**
 * foi_answer_markup_continue_list:
 * @offset: the cursor, where Enter is pressed
 * @line_start: (out): where the cursor's line begins
 * @is_empty: (out): the item has no words: the list ends here
 *
 * Returns: (transfer full) (nullable): the marker that the next line of the list begins with; %NULL
 *   outside lists.
 */
char *
foi_answer_markup_continue_list (const char *text, guint offset, guint *line_start,
                                 gboolean *is_empty)
{
  g_auto (Chars) chars = chars_from_text (text);
  glong start = offset, end = offset, length;
  g_autofree char *marker = NULL;
  guint64 number;

  widen_to_lines (&chars, &start, &end);
  length = measure_bullet (&chars, start);
  if (length == 0 || offset < start + length)
    return NULL;
  *line_start = (guint) start;
  *is_empty = end == start + length;
  marker = slice (&chars, start, start + length);
  number = g_ascii_strtoull (marker, NULL, 10);
  return number == 0 ? g_steal_pointer (&marker)
                     : g_strdup_printf ("%*s%" G_GUINT64_FORMAT ". ",
                                        (int) strspn (marker, " "), "", number + 1);
}
