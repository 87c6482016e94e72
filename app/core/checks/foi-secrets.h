/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-number-scan.h"

G_BEGIN_DECLS

/*
 * A figure or a text that may not leave, and by what it is known: the row's key as letters say it,
 * the column's names, words of these that mean something. @is_hidden: the whole column is left out.
 * @is_in_cell: it stands in its cell all the same. A reader has to reckon with all numbers from
 * @need_from to @need_to, unless the latter is 0.
 */
typedef struct
{
  const char *table;    /* its title; belongs to the state */
  FoiPublication *publication;
  GPtrArray  *keys;     /* of char *: all of them are said with it */
  GPtrArray  *measures; /* of char *, shared by the column */
  GPtrArray  *words;    /* of char *, shared by the column */
  char       *value;    /* as foi_number_normalise() gives it */
  guint       row;
  guint       column;   /* of the publication, unless the column is left out */
  gint64      need_from, need_to;
  gboolean    is_hidden;
  gboolean    is_number;
  gboolean    is_in_cell;
} FoiSecret;

/* A column left out of the letter, or something that an officer wrote for officers. */
typedef struct
{
  const char *table;     /* its title, or NULL */
  FoiPublication *publication; /* of its table, or NULL */
  char       *text;
  char       *squashed;
  gboolean    is_note;   /* else it is the name of a column or of a person */
  gboolean    is_person;
} FoiHiddenName;

/* All that a case keeps to itself. */
typedef struct
{
  FoiBrief   *brief;
  GPtrArray  *secrets;  /* of FoiSecret */
  GHashTable *by_value; /* value, or its first word -> GPtrArray of FoiSecret, borrowed */
  GPtrArray  *names;    /* of FoiHiddenName */
} FoiSecrets;

FoiSecrets *foi_secrets_new (FoiCaseState *state, gboolean with_hidden_cells);
void        foi_secrets_free (FoiSecrets *self);
GPtrArray  *foi_secrets_find (FoiSecrets *self, const char *word);
const FoiSecret *foi_secrets_find_cell (FoiSecrets *self, const char *table, guint row,
                                        FoiColumn *column);
gboolean    foi_secret_may_be (const FoiSecret *secret, const char *text,
                               const FoiFoundNumber *number);
gboolean    foi_secret_names_row (const FoiSecret *secret, const char *words);
gboolean    foi_secret_is_told (const FoiSecret *secret, const char *sentence);
gboolean    foi_secret_is_key (const char *key, const char *cell);
gboolean    foi_secret_knows_measure (const FoiSecret *secret, const char *heading);
char       *foi_secret_dup_words (const FoiSecret *secret);
char       *foi_squash (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSecrets, foi_secrets_free)

G_END_DECLS
