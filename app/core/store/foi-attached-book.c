/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attached-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-error.h"
#include "foi-hidden.h"
#include "foi-workbook.h"
#include "foi-zip.h"

/* So many places are named in a message. */
#define MAX_NAMED 5

/* Those too that no reader of ours opens: a spreadsheet that is not looked through stays here. */
static const char *const suffixes[] = {
  ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".xla", ".xlam", ".ods", ".ots",
  ".fods",
};

/**
 * foi_attached_book_is:
 * @name: what a file is called
 * @bytes: what is in it
 * @cancellable: (nullable): stops it
 *
 * Returns: whether it is a spreadsheet, by its name or under any other.
 */
gboolean
foi_attached_book_is (const char *name, GBytes *bytes, GCancellable *cancellable)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr (FoiWorkbook) workbook = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  if (!foi_zip_is (bytes))
    return FALSE;
  workbook = foi_workbook_new (bytes, NULL, cancellable, NULL);
  return workbook != NULL && foi_workbook_get_n_sheets (workbook) > 0;
}

/* "hidden sheet: Staff; comments: xl/comments1.xml": what a person can go and look for. */
static char *
dup_places (FoiHidden *hidden)
{
  GString *text = g_string_new (NULL);
  guint length = foi_hidden_get_length (hidden);

  for (guint i = 0; i < MIN (length, MAX_NAMED); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (hidden, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "",
                              foi_hidden_kind_get_words (item->kind), item->place);
    }
  if (length > MAX_NAMED)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more",
                                                 length - MAX_NAMED), length - MAX_NAMED);
    }
  return g_string_free (text, FALSE);
}

/**
 * foi_attached_book_check:
 * @bytes: a spreadsheet
 * @cancellable: (nullable): stops it
 * @error: %FOI_ERROR_REFUSED with what is hidden, or what foi_workbook_inspect() says
 *
 * When and with which program it was made says nothing of anybody, and is in nearly every file: it
 * is told, and refuses nothing. Who made it, for whom and from what does, as cells do.
 *
 * Returns: (transfer full) (nullable): what it says of itself, where a glance at it shows all that
 *   it holds otherwise, so that it may be handed over.
 */
FoiHidden *
foi_attached_book_check (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiWorkbook) workbook = foi_workbook_new (bytes, NULL, cancellable, error);
  g_autoptr (FoiHidden) hidden = NULL;
  g_autofree char *places = NULL;

  if (workbook == NULL)
    return NULL;
  hidden = foi_workbook_inspect (workbook, cancellable, error);
  if (hidden == NULL || foi_hidden_get_length (hidden) == 0)
    return g_steal_pointer (&hidden);
  places = dup_places (hidden);
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("this spreadsheet holds more than it shows (%s). Import the cells that are seen "
                 "as a table of the answer, or attach a CSV file of them in its place"),
               places);
  return NULL;
}

typedef struct
{
  FoiReadFunc func;
  gpointer    user_data;
  GPtrArray  *cells;    /* of char *, of the row that is being read */
  GPtrArray  *stored;   /* the same with all that is kept behind a shorter number */
  GPtrArray  *headings; /* the first row, or NULL before it */
  guint       row;
  gboolean    differs;
  gboolean    had_enough;
} BookReading;

static void
pad (GPtrArray *cells, guint length)
{
  while (cells->len < length)
    g_ptr_array_add (cells, g_strdup (""));
}

/* Gives @cells on; an end is put to them for as long as they are looked at. */
static void
tell (BookReading *self, GPtrArray *cells, GPtrArray *headings, guint number)
{
  FoiReadUnit unit = { .kind = FOI_READ_ROW, .number = number };

  if (self->had_enough)
    return;
  if (headings != NULL && cells->len <= headings->len)
    {
      pad (cells, headings->len);
      unit.headings = (const char *const *) headings->pdata;
    }
  g_ptr_array_add (cells, NULL);
  if (headings != NULL && headings != cells)
    g_ptr_array_add (headings, NULL);
  unit.cells = (const char *const *) cells->pdata;
  unit.headings = unit.headings != NULL ? (const char *const *) headings->pdata : NULL;
  self->had_enough = !self->func (&unit, self->user_data);
  g_ptr_array_set_size (cells, (int) cells->len - 1);
  if (headings != NULL && headings != cells)
    g_ptr_array_set_size (headings, (int) headings->len - 1);
}

/* The first row is looked at as headings and, as nobody says that it has any, as figures. */
static void
end_row (BookReading *self)
{
  if (self->cells->len == 0)
    return;
  if (self->headings == NULL)
    {
      tell (self, self->cells, self->cells, 0);
      tell (self, self->cells, NULL, self->row + 1);
      self->headings = g_ptr_array_ref (self->cells);
      g_ptr_array_unref (self->cells);
      self->cells = g_ptr_array_new_with_free_func (g_free);
    }
  else
    tell (self, self->cells, self->headings, self->row + 1);
  if (self->differs)
    tell (self, self->stored, self->headings, self->row + 1);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->stored, 0);
  self->differs = FALSE;
}

static gboolean
cell_cb (const FoiSheetCell *cell, gpointer data, GError **error)
{
  BookReading *self = data;

  if (cell->row != self->row)
    end_row (self);
  self->row = cell->row;
  if (self->had_enough || cell->column < self->cells->len)
    return TRUE;
  pad (self->cells, cell->column);
  pad (self->stored, cell->column);
  g_ptr_array_add (self->cells, g_strdup (cell->text));
  g_ptr_array_add (self->stored, g_strdup (cell->stored != NULL ? cell->stored : cell->text));
  self->differs = self->differs || cell->stored != NULL;
  return TRUE;
}

static gboolean
read_sheet (FoiWorkbook *workbook, guint sheet, FoiReadFunc func, gpointer user_data,
            gboolean *goes_on, GError **error)
{
  static const FoiSheetVisitor visitor = { cell_cb, NULL, NULL };
  const FoiReadUnit name = { .kind = FOI_READ_ABOUT,
                             .text = foi_workbook_get_sheet_name (workbook, sheet) };
  BookReading self = { .func = func, .user_data = user_data };
  gboolean done;

  *goes_on = func (&name, user_data);
  if (!*goes_on)
    return TRUE;
  self.cells = g_ptr_array_new_with_free_func (g_free);
  self.stored = g_ptr_array_new_with_free_func (g_free);
  done = foi_workbook_read_sheet (workbook, sheet, &visitor, &self, NULL, error);
  if (done)
    end_row (&self);
  *goes_on = !self.had_enough;
  g_ptr_array_unref (self.cells);
  g_ptr_array_unref (self.stored);
  g_clear_pointer (&self.headings, g_ptr_array_unref);
  return done;
}

/**
 * foi_attached_book_read:
 * @bytes: a spreadsheet
 * @func: is called for the name of each sheet and each row of it
 * @user_data: for @func
 * @error: as foi_workbook_read_sheet()
 *
 * Reads all cells, as they are shown and as they are kept where that is more.
 *
 * Returns: whether all was read, or @func had enough.
 */
gboolean
foi_attached_book_read (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FoiWorkbook) workbook = foi_workbook_new (bytes, NULL, NULL, error);
  gboolean goes_on = TRUE;

  for (guint i = 0; workbook != NULL && goes_on && i < foi_workbook_get_n_sheets (workbook); i++)
    if (!read_sheet (workbook, i, func, user_data, &goes_on, error))
      return FALSE;
  return workbook != NULL;
}
