/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list is for a team's standing words, not for an archive. */
#define FOI_SAVED_PARAGRAPHS_MAX 2000
#define FOI_SAVED_TITLE_MAX 120
#define FOI_SAVED_TEXT_MAX 20000

/**
 * FoiSavedParagraph:
 * @title: what it is found by, in one line; no two of a list have the same
 * @text: CommonMark, as in an answer
 *
 * Words that are used again, in a file of an officer's own or of the authority.
 */
typedef struct
{
  char *title;
  char *text;
} FoiSavedParagraph;

void       foi_saved_paragraph_free (FoiSavedParagraph *self);
gboolean   foi_saved_paragraph_matches (const FoiSavedParagraph *self, const char *words);
char      *foi_saved_paragraph_dup_title (const char *text);
GPtrArray *foi_saved_paragraphs_parse (GBytes *bytes, GError **error);
GPtrArray *foi_saved_paragraphs_load (GFile *file, GCancellable *cancellable, GError **error);
gboolean   foi_saved_paragraphs_put (GFile *file, const char *former, const char *title,
                                     const char *text, GError **error);
gboolean   foi_saved_paragraphs_remove (GFile *file, const char *title, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSavedParagraph, foi_saved_paragraph_free)

G_END_DECLS
