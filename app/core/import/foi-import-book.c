/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-book.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-paste-cover.h"
#include "foi-work.h"

/* What of the time goes into reading a file, into the table of it, and into looking through that;
 * the rest into the history. */
#define READ 0.35
#define MADE 0.7
#define SEEN 0.85

struct _FoiImportBook
{
  gatomicrefcount ref_count;
  GFile          *file;
  GBytes         *bytes;
  char           *sha256;
  char           *encoding;  /* as what it was asked to be read */
  char            delimiter;
  FoiWorkbook    *workbook;
  FoiHidden      *hidden;
  int             sheet;     /* of @block; -1 for none */
  gboolean        has_range;
  FoiSheetRange   range;
  FoiSheetBlock  *block;
};

/**
 * foi_import_ask_init:
 * @self: (out caller-allocates): what is wanted: all that is seen first, as a new table
 */
void
foi_import_ask_init (FoiImportAsk *self)
{
  g_return_if_fail (self != NULL);

  *self = (FoiImportAsk) { .sheet = -1 };
  foi_import_wish_init (&self->wish);
}

/**
 * foi_import_ask_clear:
 * @self: what is wanted
 *
 * Frees what it has.
 */
void
foi_import_ask_clear (FoiImportAsk *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->table, foi_table_data_unref);
  g_clear_pointer (&self->state, foi_case_state_unref);
  foi_import_wish_clear (&self->wish);
}

/**
 * foi_import_ask_copy:
 * @self: what is wanted
 * @copy: (out caller-allocates): the same, for another thread
 */
void
foi_import_ask_copy (const FoiImportAsk *self, FoiImportAsk *copy)
{
  g_return_if_fail (self != NULL && copy != NULL);

  *copy = *self;
  copy->encoding = g_strdup (self->encoding);
  copy->name = g_strdup (self->name);
  copy->title = g_strdup (self->title);
  copy->date = g_strdup (self->date);
  copy->table = self->table != NULL ? foi_table_data_ref (self->table) : NULL;
  copy->state = self->state != NULL ? foi_case_state_ref (self->state) : NULL;
  foi_import_wish_copy (&self->wish, &copy->wish);
}

/**
 * foi_import_made_free:
 * @self: (nullable): what came of it
 *
 * Frees it.
 */
void
foi_import_made_free (FoiImportMade *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->proposal, foi_paste_proposal_free);
  g_clear_pointer (&self->match, foi_paste_match_free);
  g_clear_pointer (&self->survey, foi_import_survey_free);
  g_clear_pointer (&self->history, foi_import_history_free);
  g_free (self);
}

/**
 * foi_import_book_new:
 * @file: a file, which is not read yet
 *
 * Returns: (transfer full): a book.
 */
FoiImportBook *
foi_import_book_new (GFile *file)
{
  FoiImportBook *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_new0 (FoiImportBook, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->file = g_object_ref (file);
  self->sheet = -1;
  return self;
}

FoiImportBook *
foi_import_book_ref (FoiImportBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_import_book_unref (FoiImportBook *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->block, foi_sheet_block_free);
  g_clear_pointer (&self->hidden, foi_hidden_free);
  g_clear_pointer (&self->workbook, foi_workbook_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_object_unref (self->file);
  g_free (self->sha256);
  g_free (self->encoding);
  g_free (self);
}

/* ---- reading ---- */

static gboolean
open_book (FoiImportBook *self, const FoiImportAsk *ask, GCancellable *cancellable, GError **error)
{
  const FoiTextWish text = { ask->encoding, ask->delimiter };

  if (self->bytes == NULL)
    {
      self->bytes = foi_workbook_load (self->file, cancellable, error);
      if (self->bytes == NULL)
        return FALSE;
    }
  if (self->workbook != NULL && g_strcmp0 (self->encoding, ask->encoding) == 0
      && self->delimiter == ask->delimiter)
    return TRUE;
  g_clear_pointer (&self->block, foi_sheet_block_free);
  g_clear_pointer (&self->hidden, foi_hidden_free);
  g_clear_pointer (&self->workbook, foi_workbook_free);
  self->workbook = foi_workbook_new (self->bytes, &text, cancellable, error);
  if (self->workbook == NULL)
    return FALSE;
  g_free (self->encoding);
  self->encoding = g_strdup (ask->encoding);
  self->delimiter = ask->delimiter;
  self->hidden = foi_workbook_inspect (self->workbook, cancellable, error);
  if (self->hidden == NULL)
    g_clear_pointer (&self->workbook, foi_workbook_free);
  return self->hidden != NULL;
}

static int
find_sheet (FoiImportBook *self, const FoiImportAsk *ask, GError **error)
{
  if (ask->sheet < 0)
    return foi_workbook_find_first (self->workbook, error);
  if ((guint) ask->sheet < foi_workbook_get_n_sheets (self->workbook))
    return ask->sheet;
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
               _("There is no sheet with anything to be seen"));
  return -1;
}

static gboolean
is_range (const FoiImportBook *self, const FoiImportAsk *ask)
{
  const FoiSheetRange *a = &self->range, *b = &ask->range;

  if (!self->has_range || !ask->has_range)
    return self->has_range == ask->has_range;
  return a->first_row == b->first_row && a->last_row == b->last_row
         && a->first_column == b->first_column && a->last_column == b->last_column;
}

static void
read_cb (double fraction, gpointer data)
{
  FoiWork *work = data;

  if (work->progress != NULL)
    work->progress (READ * fraction, work->data);
}

static gboolean
read_block (FoiImportBook *self, const FoiImportAsk *ask, FoiWork *work, GError **error)
{
  int sheet = find_sheet (self, ask, error);

  if (sheet < 0)
    return FALSE;
  if (self->block != NULL && self->sheet == sheet && is_range (self, ask))
    return TRUE;
  g_clear_pointer (&self->block, foi_sheet_block_free);
  self->block = foi_sheet_block_read (self->workbook, (guint) sheet,
                                      ask->has_range ? &ask->range : NULL, read_cb, work,
                                      work->cancellable, error);
  self->sheet = sheet;
  self->has_range = ask->has_range;
  self->range = ask->range;
  return self->block != NULL;
}

/* ---- making ---- */

static void
keep_facts (FoiImportBook *self, FoiImportMade *made)
{
  made->sheet = self->sheet;
  made->range = self->block->range;
  made->n_merged = self->block->merged->len;
  made->n_hidden = self->block->n_hidden;
  made->n_computed = self->block->n_computed;
  made->n_rounded = self->block->n_rounded;
}

/* Marks have a meaning where there are values, and are text in a column of text. */
static void
find_text (FoiPasteProposal *proposal, FoiImportWish *wish)
{
  for (guint i = 0; i < proposal->sources->len; i++)
    {
      FoiColumn *column = foi_table_data_get_column (proposal->table, i);

      if (foi_column_get_value_type (column) == FOI_VALUE_TEXT)
        g_hash_table_add (wish->texts, GUINT_TO_POINTER (g_array_index (proposal->sources, guint,
                                                                        i)));
    }
}

static gboolean
make_new (FoiImportBook *self, const FoiImportAsk *ask, FoiImportMade *made,
          const FoiImportSource *source, GError **error)
{
  g_auto (FoiImportWish) wish = { NULL };
  g_autoptr (FoiPasteGrid) said = NULL;

  foi_import_wish_copy (&ask->wish, &wish);
  if (g_hash_table_size (wish.meanings) > 0)
    {
      g_autoptr (FoiPasteProposal) first
        = foi_import_wish_propose (&wish, self->block->grid, ask->name, error);

      if (first == NULL)
        return FALSE;
      find_text (first, &wish);
    }
  said = foi_import_wish_apply (&wish, self->block->grid);
  made->proposal = foi_import_wish_propose (&wish, said, ask->name, error);
  if (made->proposal == NULL)
    return FALSE;
  foi_work_set_part (MADE, SEEN);
  made->survey = foi_import_survey_new (self->block, made->proposal, wish.meanings);
  foi_work_set_part (SEEN, 1);
  made->history = foi_import_history_new (self->block, made->proposal, source);
  return TRUE;
}

static gboolean
make_over (FoiImportBook *self, const FoiImportAsk *ask, FoiImportMade *made,
           const FoiImportSource *source, GError **error)
{
  g_autoptr (FoiPasteGrid) said = foi_import_wish_apply (&ask->wish, self->block->grid);

  made->match = foi_import_match (said, ask->table, ask->title, ask->mode, error);
  if (made->match == NULL
      || (ask->mode == FOI_IMPORT_APPEND
          && !foi_import_may_append (ask->table, made->match, error)))
    return FALSE;
  if (ask->state != NULL)
    foi_paste_cover_find (made->match, ask->state, foi_table_data_get_name (ask->table));
  foi_work_set_part (MADE, SEEN);
  made->survey = foi_import_survey_new_over (self->block, said, ask->table, made->match);
  foi_work_set_part (SEEN, 1);
  made->history = foi_import_history_new_over (self->block, ask->table, made->match, source);
  return TRUE;
}

/**
 * foi_import_book_make:
 * @ask: what is wanted
 * @progress: (nullable): is told what fraction is done
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: as foi_workbook_new(), foi_sheet_block_read(), foi_import_match()
 *
 * Reads what was not read yet, and makes of it what is wanted.
 *
 * Returns: (transfer full) (nullable): what came of it.
 */
FoiImportMade *
foi_import_book_make (FoiImportBook *self, const FoiImportAsk *ask,
                      void (*progress) (double, gpointer), gpointer data,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiImportMade) made = g_new0 (FoiImportMade, 1);
  g_autoptr (GError) wrong = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  FoiWork work = { cancellable, progress, data, 0, 0, 0 };
  FoiImportSource source;
  gboolean done;

  g_return_val_if_fail (self != NULL && ask != NULL, NULL);

  name = g_file_get_basename (self->file);
  shown = g_filename_display_name (name);
  if (!open_book (self, ask, cancellable, error)
      || !read_block (self, ask, &work, error))
    return NULL;
  /* A file that is refused has its hash for nothing, which takes longer than refusing it. */
  if (self->sha256 == NULL)
    self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  source = (FoiImportSource) { shown, self->sha256, NULL, ask->date };
  source.sheet = foi_workbook_get_sheet_name (self->workbook, (guint) self->sheet);
  keep_facts (self, made);
  foi_work_begin (&work);
  foi_work_set_part (READ, MADE);
  done = ask->mode == FOI_IMPORT_NEW ? make_new (self, ask, made, &source, &wrong)
                                     : make_over (self, ask, made, &source, &wrong);
  foi_work_end (&work);
  /* What is made by then is unfinished, and so is what is wrong with it. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (done)
    return g_steal_pointer (&made);
  g_propagate_error (error, g_steal_pointer (&wrong));
  return NULL;
}

/**
 * foi_import_book_get_workbook:
 *
 * Returns: (transfer none) (nullable): the workbook, once it is open.
 */
FoiWorkbook *
foi_import_book_get_workbook (FoiImportBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->workbook;
}

/**
 * foi_import_book_get_hidden:
 *
 * Returns: (transfer none) (nullable): what is hidden in it, once it is open.
 */
FoiHidden *
foi_import_book_get_hidden (FoiImportBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hidden;
}

/**
 * foi_import_brings_in:
 * @item: something that a glance at a workbook does not show
 * @sheet: the name of a sheet of it
 *
 * Cells that are hidden stay behind. What cells hold that are only hard to see, or that show
 * something else, comes in with the sheet.
 *
 * Returns: whether that is so of @item.
 */
gboolean
foi_import_brings_in (const FoiHiddenItem *item, const char *sheet)
{
  gsize length;

  g_return_val_if_fail (item != NULL && sheet != NULL, FALSE);

  length = strlen (sheet);
  return (item->kind == FOI_HIDDEN_INVISIBLE_TEXT || item->kind == FOI_HIDDEN_INVISIBLE_FORMAT)
         && strncmp (item->place, sheet, length) == 0
         && (item->place[length] == '\0' || item->place[length] == '!');
}
