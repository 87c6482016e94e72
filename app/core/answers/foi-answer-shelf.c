/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-answer-shelf.h"

#include <string.h>

#include "foi-case-file.h"
#include "foi-case-folder.h"

/* What was read of a case. */
typedef struct
{
  char            *path;
  GPtrArray       *answers;
  FoiKnownRequest *request;
} Book;

typedef struct
{
  GCancellable *cancellable;
  GMutex        lock;
  GPtrArray    *books;
} Reading;

static void
free_book (gpointer data)
{
  Book *book = data;

  g_free (book->path);
  g_ptr_array_unref (book->answers);
  foi_known_request_unref (book->request);
  g_free (book);
}

/* What cannot be read is said by the register; here it has nothing to give. */
static void
read_one (gpointer data, gpointer user_data)
{
  const FoiCaseFile *file = data;
  Reading *self = user_data;
  g_autoptr (FoiCaseState) state = NULL;
  Book *book;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  state = foi_case_file_load (file->path, NULL, NULL, NULL, self->cancellable, NULL);
  if (state == NULL)
    return;
  book = g_new (Book, 1);
  *book = (Book) { g_strdup (file->path), foi_past_answers_new (file->path, state),
                   foi_known_request_new (file->path, state) };
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->books, book);
  g_mutex_unlock (&self->lock);
}

static int
compare_books (gconstpointer a, gconstpointer b)
{
  const Book *first = *(Book *const *) a, *second = *(Book *const *) b;

  return strcmp (first->path, second->path);
}

/* In the order of names, so that one folder gives the same answers whoever was read first. */
static FoiAnswerShelf *
put_up (GPtrArray *books)
{
  FoiAnswerShelf *self = g_atomic_rc_box_new0 (FoiAnswerShelf);

  g_ptr_array_sort (books, compare_books);
  self->index = foi_answer_index_new ();
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_known_request_unref);
  for (guint i = 0; i < books->len; i++)
    {
      const Book *book = g_ptr_array_index (books, i);

      for (guint k = 0; k < book->answers->len; k++)
        foi_answer_index_add (self->index, g_ptr_array_index (book->answers, k));
      g_ptr_array_add (self->requests, foi_known_request_ref (book->request));
    }
  return self;
}

/**
 * foi_answer_shelf_read:
 * @folder: a folder of cases
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR: the folder cannot be read, or it was stopped
 *
 * Reads the cases of a folder, as many at once as there are processors.
 *
 * Returns: (transfer full) (nullable): what they have.
 */
FoiAnswerShelf *
foi_answer_shelf_read (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) books = g_ptr_array_new_with_free_func (free_book);
  g_autoptr (GPtrArray) files = NULL;
  Reading reading = { .cancellable = cancellable, .books = books };

  g_return_val_if_fail (folder != NULL, NULL);

  files = foi_case_folder_list (folder, cancellable, error);
  if (files == NULL)
    return NULL;
  g_mutex_init (&reading.lock);
  foi_case_folder_each (files, read_one, &reading);
  g_mutex_clear (&reading.lock);
  return !g_cancellable_set_error_if_cancelled (cancellable, error) ? put_up (books) : NULL;
}

FoiAnswerShelf *
foi_answer_shelf_ref (FoiAnswerShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoiAnswerShelf *self = data;

  foi_answer_index_unref (self->index);
  g_ptr_array_unref (self->requests);
}

void
foi_answer_shelf_unref (FoiAnswerShelf *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}
