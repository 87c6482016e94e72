/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-document-tally.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* So many places and names of a kind are said. */
#define MAX_PLACES 12
#define MAX_NAMES  20
#define MAX_NAME   200

typedef struct
{
  guint count;
  guint n_places;
  guint last_paragraph;
  GString *paragraphs;
  GPtrArray *parts; /* of char * */
  GPtrArray *names; /* of char * */
} Kind;

struct _FoiDocumentTally
{
  Kind kinds[FOI_HIDDEN_N_KINDS];
};

/**
 * foi_document_tally_new:
 *
 * Returns: (transfer full): nothing yet.
 */
FoiDocumentTally *
foi_document_tally_new (void)
{
  FoiDocumentTally *self = g_new0 (FoiDocumentTally, 1);

  for (guint i = 0; i < FOI_HIDDEN_N_KINDS; i++)
    {
      self->kinds[i].paragraphs = g_string_new (NULL);
      self->kinds[i].parts = g_ptr_array_new_with_free_func (g_free);
      self->kinds[i].names = g_ptr_array_new_with_free_func (g_free);
    }
  return self;
}

/**
 * foi_document_tally_free:
 * @self: (transfer full): a tally
 *
 * Frees it.
 */
void
foi_document_tally_free (FoiDocumentTally *self)
{
  for (guint i = 0; i < FOI_HIDDEN_N_KINDS; i++)
    {
      g_string_free (self->kinds[i].paragraphs, TRUE);
      g_ptr_array_unref (self->kinds[i].parts);
      g_ptr_array_unref (self->kinds[i].names);
    }
  g_free (self);
}

static void
add_once (GPtrArray *list, const char *text, guint limit)
{
  g_autofree char *clean = g_strstrip (g_strndup (text, MAX_NAME));
  g_autofree char *valid = g_utf8_make_valid (clean, -1);

  if (*valid != '\0' && list->len < limit
      && !g_ptr_array_find_with_equal_func (list, valid, g_str_equal, NULL))
    g_ptr_array_add (list, g_steal_pointer (&valid));
}

static void
add_paragraph (Kind *kind, guint paragraph)
{
  if (paragraph == kind->last_paragraph)
    return;
  kind->last_paragraph = paragraph;
  if (kind->n_places++ < MAX_PLACES)
    g_string_append_printf (kind->paragraphs, "%s%u", kind->paragraphs->len > 0 ? ", " : "",
                            paragraph);
  else if (kind->n_places == MAX_PLACES + 1)
    g_string_append (kind->paragraphs, "…");
}

/**
 * foi_document_tally_add:
 * @self: a tally
 * @kind: what was found
 * @place: where
 * @count: how many; 0 notes the place and the name alone
 * @name: (nullable): whose it is
 *
 * Notes it.
 */
void
foi_document_tally_add (FoiDocumentTally *self, FoiHiddenKind kind, FoiDocumentPlace place,
                        guint count, const char *name)
{
  Kind *found = &self->kinds[kind];

  found->count += count;
  if (place.paragraph > 0)
    add_paragraph (found, place.paragraph);
  else if (place.part != NULL)
    add_once (found->parts, place.part, MAX_PLACES);
  if (name != NULL)
    add_once (found->names, name, MAX_NAMES);
}

static char *
join (GPtrArray *list, const char *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? between : "", (const char *) list->pdata[i]);
  return g_string_free (text, FALSE);
}

/**
 * foi_document_tally_tell:
 * @self: a tally
 * @hidden: gets a finding for each kind that there is
 *
 * Adds what was found. The place is "paragraph 3, 5; word/header1.xml".
 */
void
foi_document_tally_tell (FoiDocumentTally *self, FoiHidden *hidden)
{
  for (guint i = 0; i < FOI_HIDDEN_N_KINDS; i++)
    {
      Kind *kind = &self->kinds[i];
      g_autofree char *parts = join (kind->parts, "; ");
      g_autofree char *names = join (kind->names, ", ");
      g_autofree char *place = NULL;

      if (kind->count == 0)
        continue;
      /* Translators: the numbers of paragraphs: "paragraph 3, 5, 8". */
      place = kind->paragraphs->len > 0
                ? g_strdup_printf (_("paragraph %s"), kind->paragraphs->str) : g_strdup ("");
      if (*place != '\0' && *parts != '\0')
        {
          g_autofree char *first = g_steal_pointer (&place);

          place = g_strdup_printf ("%s; %s", first, parts);
        }
      foi_hidden_add (hidden, (FoiHiddenKind) i, *place != '\0' ? place : parts, kind->count,
                      *names != '\0' ? names : NULL);
    }
}
