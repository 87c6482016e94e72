/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoiSpellingMenu:
 *
 * What the context menu of a view has for a misspelt word: what may be meant, and the lists that
 * can take it.
 */
typedef struct _FoiSpellingMenu FoiSpellingMenu;

FoiSpellingMenu *foi_spelling_menu_new  (GtkTextView *view, GtkTextTag *tag);
void             foi_spelling_menu_free (FoiSpellingMenu *self);

G_END_DECLS
