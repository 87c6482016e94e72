/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pack.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-data-package.h"
#include "foi-number.h"
#include "foi-pack-names.h"
#include "foi-text-wrap.h"

/* The list is read in any window. */
#define LINE_LENGTH 76

struct _FoiPack
{
  FoiPackKind kind;
  FoiLetter  *letter;
  GPtrArray  *files;   /* of FoiPackFile */
  GPtrArray  *remarks; /* of char * */
  GPtrArray  *left_out; /* of char *: names of files */
  GHashTable *taken;   /* names of files, in small letters */
};

static const struct
{
  const char *name;
  const char *words;
} kinds[] = {
  [FOI_PACK_PUBLISH] = { "publish", N_("To publish: for everybody") },
  [FOI_PACK_SEND] = { "send", N_("To send: for the requester") },
  [FOI_PACK_FILE] = { "file", N_("For our file: never to be released") },
  [FOI_PACK_REGULATOR] = { "regulator",
                           N_("For the regulator; not to publish") },
};

/**
 * foi_pack_kind_to_name:
 * @kind: a kind of pack
 *
 * Returns: its name for programs: "publish".
 */
const char *
foi_pack_kind_to_name (FoiPackKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind].name;
}

/**
 * foi_pack_kind_from_name:
 * @name: (nullable): "publish"
 * @out: (out): the kind
 *
 * Returns: whether there is one of that name.
 */
gboolean
foi_pack_kind_from_name (const char *name, FoiPackKind *out)
{
  for (gsize i = 0; i < FOI_PACK_REGULATOR; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        *out = (FoiPackKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * foi_pack_kind_to_words:
 * @kind: a kind of pack
 *
 * Returns: whom it is for, in words.
 */
const char *
foi_pack_kind_to_words (FoiPackKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return _(kinds[kind].words);
}

static void
file_free (gpointer data)
{
  FoiPackFile *file = data;

  g_free (file->name);
  g_free (file->format);
  g_free (file->what);
  g_free (file->remark);
  g_bytes_unref (file->bytes);
  g_clear_pointer (&file->table, foi_publication_unref);
  g_free (file);
}

/**
 * foi_pack_new:
 * @kind: whom it is for
 * @letter: the letter that goes out; a public copy if it is for everybody
 *
 * Returns: (transfer full): a pack without files.
 */
FoiPack *
foi_pack_new (FoiPackKind kind, FoiLetter *letter)
{
  FoiPack *self;

  g_return_val_if_fail (letter != NULL, NULL);

  self = g_new0 (FoiPack, 1);
  self->kind = kind;
  self->letter = foi_letter_ref (letter);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->taken, g_strdup (FOI_PACK_LIST));
  g_hash_table_add (self->taken, g_strdup (FOI_PACK_LIST_OF_OURS));
  g_hash_table_add (self->taken, g_strdup (FOI_DATA_PACKAGE));
  return self;
}

/**
 * foi_pack_free:
 * @self: (transfer full): a pack
 *
 * Frees it with its files.
 */
void
foi_pack_free (FoiPack *self)
{
  g_return_if_fail (self != NULL);

  foi_letter_unref (self->letter);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->left_out);
  g_hash_table_unref (self->taken);
  g_free (self);
}

/**
 * foi_pack_get_kind:
 * @self: a pack
 *
 * Returns: whom it is for.
 */
FoiPackKind
foi_pack_get_kind (FoiPack *self)
{
  g_return_val_if_fail (self != NULL, FOI_PACK_FILE);
  return self->kind;
}

/**
 * foi_pack_get_letter:
 * @self: a pack
 *
 * Returns: (transfer none): its letter.
 */
FoiLetter *
foi_pack_get_letter (FoiPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->letter;
}

/**
 * foi_pack_get_n_files:
 * @self: a pack
 *
 * Returns: how many files are in it so far.
 */
guint
foi_pack_get_n_files (FoiPack *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->files->len;
}

/**
 * foi_pack_get_file:
 * @self: a pack
 * @index: from 0
 *
 * Returns: (transfer none): that file.
 */
FoiPackFile *
foi_pack_get_file (FoiPack *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->files->len, NULL);
  return self->files->pdata[index];
}

static FoiPackFile *
take_file (FoiPack *self, char *name, const char *format, char *what, GBytes *bytes)
{
  FoiPackFile *file = g_new0 (FoiPackFile, 1);

  file->name = name;
  file->format = g_strdup (format);
  file->what = what;
  file->bytes = bytes;
  g_ptr_array_add (self->files, file);
  return file;
}

/**
 * foi_pack_add:
 * @self: a pack
 * @wish: what the file would be called if all names could be had
 * @extension: "pdf"
 * @format: "application/pdf"
 * @what: (transfer full): what it is, in words
 * @bytes: (transfer full): what it holds
 *
 * Adds a file.
 *
 * Returns: (transfer none): it.
 */
FoiPackFile *
foi_pack_add (FoiPack *self, const char *wish, const char *extension, const char *format,
              char *what, GBytes *bytes)
{
  g_return_val_if_fail (self != NULL && bytes != NULL, NULL);
  return take_file (self, foi_pack_dup_file_name (wish, extension, self->taken), format, what,
                    bytes);
}

/* ---- tables ---- */

static guint
count_suppressed (FoiPublication *table)
{
  guint n = 0;

  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
      {
        FoiCell cell = FOI_CELL_INIT;

        foi_publication_get_cell (table, row, i, &cell);
        n += cell.state == FOI_CELL_SUPPRESSED;
      }
  return n;
}

static char *
describe_table (FoiPublication *table)
{
  guint n_rows = foi_publication_get_n_rows (table);
  guint n_suppressed = count_suppressed (table);
  g_autofree char *rows = foi_number_dup_count (ngettext ("%s row", "%s rows", n_rows), n_rows);
  g_autofree char *withheld
    = g_strdup_printf (ngettext ("%u figure withheld", "%u figures withheld", n_suppressed),
                       n_suppressed);

  /* Translators: a table's title, how many rows it has, how many of its figures are withheld. */
  return n_suppressed > 0
           ? g_strdup_printf (_("The table “%s”: %s, %s"), foi_publication_get_title (table), rows,
                              withheld)
           : g_strdup_printf (_("The table “%s”: %s"), foi_publication_get_title (table), rows);
}

/* Where an apostrophe was put before what a spreadsheet would run. */
static char *
describe_disarmed (FoiPublication *table)
{
  g_autoptr (GArray) places = foi_publication_list_disarmed (table);
  g_auto (GStrv) headings = NULL;
  GString *words;

  if (places->len == 0)
    return NULL;
  headings = foi_publication_dup_csv_headings (table);
  words = g_string_new (NULL);
  g_string_append_printf (words,
                          ngettext ("%u cell begins like a formula of a spreadsheet. It has an "
                                    "apostrophe before it, so that no spreadsheet runs it:",
                                    "%u cells begin like formulas of a spreadsheet. Each has an "
                                    "apostrophe before it, so that no spreadsheet runs it:",
                                    places->len),
                          places->len);
  for (guint i = 0; i < places->len; i++)
    {
      const FoiCsvPlace *place = &g_array_index (places, FoiCsvPlace, i);

      g_string_append (words, i == 0 ? " " : "; ");
      if (place->row == G_MAXUINT)
        g_string_append_printf (words, _("the heading of column %u"), place->column + 1);
      else
        g_string_append_printf (words, _("row %u, “%s”"), place->row + 1,
                                headings[place->column]);
    }
  return g_string_free (words, FALSE);
}

/**
 * foi_pack_add_table:
 * @self: a pack
 * @table: a table
 *
 * Adds it as CSV: with a byte order mark for people who open it in a spreadsheet; without one in a
 * pack that is published, which is a Data Package for programs.
 *
 * Returns: (transfer none): the file.
 */
FoiPackFile *
foi_pack_add_table (FoiPack *self, FoiPublication *table)
{
  GBytes *bytes;
  FoiPackFile *file;

  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  if (self->kind == FOI_PACK_PUBLISH)
    {
      char *csv = foi_publication_to_csv (table);

      bytes = g_bytes_new_take (csv, strlen (csv));
    }
  else
    bytes = foi_publication_to_csv_file (table);
  file = foi_pack_add (self, foi_publication_get_name (table), "csv", "text/csv",
                       describe_table (table), bytes);
  file->table = foi_publication_ref (table);
  file->remark = describe_disarmed (table);
  return file;
}

/**
 * foi_pack_add_data_package:
 * @self: a pack that has all its tables
 * @authority: (nullable): the authority's profile
 *
 * Adds the description of the tables that makes the folder a Data Package, unless there are none.
 */
void
foi_pack_add_data_package (FoiPack *self, JsonNode *authority)
{
  GBytes *bytes;

  g_return_if_fail (self != NULL);

  bytes = foi_data_package_write (self, authority);
  if (bytes != NULL)
    take_file (self, g_strdup (FOI_DATA_PACKAGE), "application/json",
               g_strdup (_("What the columns of the tables mean, for programs")), bytes);
}

/* ---- the list ---- */

/**
 * foi_pack_add_remark:
 * @self: a pack
 * @remark: (transfer full): what whoever hands the pack on should know of it
 *
 * Adds a line to its list.
 */
void
foi_pack_add_remark (FoiPack *self, char *remark)
{
  g_return_if_fail (self != NULL && remark != NULL);
  g_ptr_array_add (self->remarks, remark);
}

/**
 * foi_pack_leave_out:
 * @self: a pack
 * @name: of a file that goes with its letter, as everybody may read it
 *
 * Notes that the letter speaks of a file that is not in the pack.
 */
void
foi_pack_leave_out (FoiPack *self, const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);
  g_ptr_array_add (self->left_out, g_strdup (name));
}

/**
 * foi_pack_get_left_out:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type utf8): the files that go with its letter, not in it.
 */
GPtrArray *
foi_pack_get_left_out (FoiPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->left_out;
}

/**
 * foi_pack_dup_left_out:
 * @self: a pack
 *
 * Returns: (transfer full) (nullable): which files that go with its letter are not in it, and what
 *   is to be done to publish them; %NULL where there is none.
 */
char *
foi_pack_dup_left_out (FoiPack *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->left_out->len == 0)
    return NULL;
  for (guint i = 0; i < self->left_out->len; i++)
    /* Translators: the name of a file in a list of them. */
    g_string_append_printf (g_string_append (names, i > 0 ? ", " : ""), _("“%s”"),
                            (const char *) self->left_out->pdata[i]);
  /* Translators: the names of files. */
  return g_strdup_printf (ngettext ("Not in this pack: %s, which the letter was sent with. To "
                                    "publish it, look through a copy of it, take out of that copy "
                                    "what names whoever asked or anybody else, and put it beside "
                                    "these files.",
                                    "Not in this pack: %s, which the letter was sent with. To "
                                    "publish them, look through a copy of each, take out of that "
                                    "copy what names whoever asked or anybody else, and put it "
                                    "beside these files.",
                                    self->left_out->len),
                          names->str);
}

static void
append_wrapped (GString *list, const char *text, const char *indent)
{
  g_autoptr (GPtrArray) lines = foi_text_wrap (text, LINE_LENGTH - (guint) strlen (indent));

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (list, "%s%s\n", indent, (const char *) lines->pdata[i]);
}

static void
append_file (GString *list, const FoiPackFile *file)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (file->bytes));

  g_string_append_printf (list, "\n%s\n", file->name);
  append_wrapped (list, file->what, "  ");
  /* Translators: the size of a file. */
  g_string_append_printf (list, _("  %s bytes"), size);
  g_string_append_printf (list, "\n  SHA-256 %s\n", sha256);
  /* That nobody could look through it is told to whoever sends it, not to whoever gets it. */
  if (file->remark != NULL && !file->is_ours)
    append_wrapped (list, file->remark, "  ");
}

/**
 * foi_pack_add_list:
 * @self: a pack that has everything else
 *
 * Adds the plain list of what is in it, with the SHA-256 of each file.
 */
void
foi_pack_add_list (FoiPack *self)
{
  g_autofree char *left_out = NULL;
  gboolean is_ours;
  GString *list;
  const char *name;
  char *text;
  gsize length;

  g_return_if_fail (self != NULL);

  is_ours = self->kind == FOI_PACK_FILE || self->kind == FOI_PACK_REGULATOR;
  name = is_ours ? FOI_PACK_LIST_OF_OURS : FOI_PACK_LIST;
  list = g_string_new (is_ours ? _("What is in this folder") : _("What leaves the building"));
  g_string_append_printf (list, "\n%s\n%s\n", self->letter->title,
                          foi_pack_kind_to_words (self->kind));
  for (guint i = 0; i < self->remarks->len; i++)
    {
      g_string_append_c (list, '\n');
      append_wrapped (list, self->remarks->pdata[i], "");
    }
  left_out = foi_pack_dup_left_out (self);
  if (left_out != NULL)
    append_wrapped (g_string_append_c (list, '\n'), left_out, "");
  for (guint i = 0; i < self->files->len; i++)
    append_file (list, self->files->pdata[i]);
  length = list->len;
  text = g_string_free (list, FALSE);
  take_file (self, g_strdup (name), "text/plain",
             g_strdup (is_ours ? _("This list") : _("This list of what leaves the building")),
             g_bytes_new_take (text, length));
}
