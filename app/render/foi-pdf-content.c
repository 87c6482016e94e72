/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-content.h"

#include <gio/gio.h>
#include <string.h>

/* A page's content, being read operation by operation. */
typedef struct
{
  const char *at, *end;
  GString *out;
  guint depth;           /* of marked content with an identity: the structure's */
  GQueue marks;          /* for each mark open: whether it has an identity */
  gboolean in_artifact;
  gsize artifact_end;    /* where in @out the last painting of the artifact ends */
} Reading;

/*
 * What an operation is: where it is in the stream, its operator, and whether it begins what has an
 * identity already: content of an element, or an artifact of cairo's own.
 */
typedef struct
{
  const char *start;
  const char *operator;
  gsize operator_length;
  gboolean has_identity;
} Operation;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return is_space (c) || strchr ("()<>[]{}/%", c) != NULL;
}

static const char *
skip_string (const char *at, const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    if (*at == '\\')
      at++;
    else if (*at == '(')
      depth++;
    else if (*at == ')' && --depth == 0)
      return at + 1;
  return end;
}

static const char *
skip_word (const char *at, const char *end)
{
  for (at++; at < end && !is_delimiter (*at); at++)
    ;
  return at;
}

static const char *
skip_hexadecimal (const char *at, const char *end)
{
  while (at < end && *at != '>')
    at++;
  return MIN (at + 1, end);
}

static const char *
skip_comment (const char *at, const char *end)
{
  while (at < end && *at != '\n' && *at != '\r')
    at++;
  return at;
}

static gboolean
is_word (const char *start, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - start) == length && strncmp (start, word, length) == 0;
}

/* Whether what starts with a regular character is an operand all the same. */
static gboolean
is_operand (const char *start, const char *end)
{
  return g_ascii_isdigit (*start) || strchr ("+-.", *start) != NULL || is_word (start, end, "true")
         || is_word (start, end, "false") || is_word (start, end, "null");
}

static const char *
skip_token (const char *start, const char *end)
{
  if (*start == '(')
    return skip_string (start, end);
  if (*start == '%')
    return skip_comment (start, end);
  if (*start == '<' && start + 1 < end && start[1] != '<')
    return skip_hexadecimal (start, end);
  if (*start == '<' || *start == '>')
    return MIN (start + 2, end);
  if (*start == '/' || !is_delimiter (*start))
    return skip_word (start, end);
  return start + 1;
}

/* Reads up to the operator that ends the next operation. FALSE at the end of the stream. */
static gboolean
read_operation (Reading *self, Operation *operation)
{
  *operation = (Operation) { .start = NULL };
  while (self->at < self->end)
    {
      const char *start = self->at;

      if (is_space (*start))
        {
          self->at++;
          continue;
        }
      if (operation->start == NULL)
        operation->start = start;
      self->at = skip_token (start, self->end);
      if (is_word (start, self->at, "/MCID") || is_word (start, self->at, "/Artifact"))
        operation->has_identity = TRUE;
      else if (!is_delimiter (*start) && !is_operand (start, self->at))
        {
          operation->operator = start;
          operation->operator_length = (gsize) (self->at - start);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_operator (const Operation *operation, const char *name)
{
  return is_word (operation->operator, operation->operator + operation->operator_length, name);
}

/* Whether it only sets how later operations paint. */
static gboolean
is_setting (const Operation *operation)
{
  static const char *const settings[]
      = { "q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "gs", "cs", "CS", "sc", "SC",
          "scn", "SCN", "g", "G", "rg", "RG", "k", "K" };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (is_operator (operation, settings[i]))
      return TRUE;
  return FALSE;
}

static void
begin_artifact (Reading *self)
{
  if (self->in_artifact)
    return;
  g_string_append (self->out, "/Artifact BMC\n");
  self->in_artifact = TRUE;
}

static void
end_artifact (Reading *self)
{
  if (!self->in_artifact)
    return;
  g_string_insert (self->out, (gssize) self->artifact_end, "EMC\n");
  self->in_artifact = FALSE;
}

static void
copy (Reading *self, const Operation *operation)
{
  g_string_append_len (self->out, operation->start, self->at - operation->start);
  g_string_append_c (self->out, '\n');
}

static gboolean
take_operation (Reading *self, const Operation *operation)
{
  gboolean begins = is_operator (operation, "BDC") || is_operator (operation, "BMC");

  if (begins && operation->has_identity)
    end_artifact (self);
  else if (self->depth == 0 && !is_setting (operation))
    begin_artifact (self);
  copy (self, operation);
  if (self->depth == 0 && self->in_artifact && !is_setting (operation))
    self->artifact_end = self->out->len;
  if (begins)
    {
      g_queue_push_head (&self->marks, GINT_TO_POINTER (operation->has_identity));
      self->depth += operation->has_identity ? 1 : 0;
    }
  else if (is_operator (operation, "EMC"))
    {
      if (g_queue_is_empty (&self->marks))
        return FALSE;
      self->depth -= GPOINTER_TO_INT (g_queue_pop_head (&self->marks)) ? 1 : 0;
    }
  return !is_operator (operation, "BI");
}

/**
 * foi_pdf_content_mark_artifacts:
 * @content: a page's content stream, as cairo writes it
 * @length: in bytes
 * @error: return location
 *
 * Marks what is painted outside the structure as artifacts (ISO 32000-1, 14.8.2.2): running
 * headers, page numbers, watermarks, tints, lines. PDF/UA wants every stroke to be either.
 *
 * Returns: (transfer full): the content; %NULL with %G_IO_ERROR_INVALID_DATA when marks do not pair
 *   up or there are pictures in the stream itself, neither of which cairo writes for a letter.
 */
GString *
foi_pdf_content_mark_artifacts (const char *content, gsize length, GError **error)
{
  Reading self = { .at = content, .end = content + length, .marks = G_QUEUE_INIT };
  Operation operation;
  gboolean is_sound = TRUE;

  g_return_val_if_fail (content != NULL, NULL);

  self.out = g_string_sized_new (length + 256);
  while (is_sound && read_operation (&self, &operation))
    is_sound = take_operation (&self, &operation);
  end_artifact (&self);
  is_sound = is_sound && operation.start == NULL && g_queue_is_empty (&self.marks);
  g_queue_clear (&self.marks);
  if (is_sound)
    return self.out;
  g_string_free (self.out, TRUE);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "the marks in a page's content do not pair up");
  return NULL;
}
