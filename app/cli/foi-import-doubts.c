/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-cli.h"
#include "foi-import-report.h"

/* What `foi import` asks for, and which numbers it rounds. */

/* For each kind of doubt, the option that ends it and its values. */
static const struct
{
  const char *id;
  const char *option;
  const char *values[2];
} remedies[] = {
  { "dates", "--dates", { "day-first", "month-first" } },
  { "shares", "--shares", { "fraction", "percentage" } },
};

/**
 * foi_import_find_doubts:
 * @self: an import
 * @has_dates: whether it was said what dates mean
 * @has_shares: whether it was said what fractions beside percentages mean
 *
 * Finds what is still to be said.
 */
void
foi_import_find_doubts (FoiImport *self, gboolean has_dates, gboolean has_shares)
{
  self->doubts = foi_import_doubts_find (self->block->grid);
  for (guint i = self->doubts->len; i-- > 0;)
    {
      const FoiImportDoubt *doubt = g_ptr_array_index (self->doubts, i);

      if (doubt->kind == FOI_IMPORT_DOUBT_DATES ? has_dates : has_shares)
        g_ptr_array_remove_index (self->doubts, i);
    }
}

/**
 * foi_import_add_doubts:
 *
 * Writes as JSON what is to be said, with the option and the values that say it.
 */
void
foi_import_add_doubts (FoiJsonWriter *json, const FoiImport *self)
{
  foi_json_writer_begin_array (json, "questions");
  for (guint i = 0; i < self->doubts->len; i++)
    {
      const FoiImportDoubt *doubt = g_ptr_array_index (self->doubts, i);
      g_autofree char *words = foi_import_doubt_dup_words (doubt);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "kind", remedies[doubt->kind].id);
      foi_json_writer_add_string (json, "column", doubt->heading);
      foi_json_writer_add_integer (json, "count", doubt->count);
      foi_json_writer_add_string (json, "example", doubt->example);
      foi_json_writer_add_string (json, "option", remedies[doubt->kind].option);
      foi_json_writer_begin_object (json, "values");
      for (guint j = 0; j < G_N_ELEMENTS (remedies[doubt->kind].values); j++)
        {
          g_autofree char *meaning = foi_import_doubt_dup_meaning (doubt, j + 1);

          foi_json_writer_add_string (json, remedies[doubt->kind].values[j], meaning);
        }
      foi_json_writer_end_object (json);
      foi_json_writer_add_string (json, "words", words);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

/**
 * foi_import_append_doubts:
 *
 * Appends what is to be said, a line for each, with the option and the values that say it.
 */
void
foi_import_append_doubts (GString *text, const FoiImport *self)
{
  for (guint i = 0; i < self->doubts->len; i++)
    {
      const FoiImportDoubt *doubt = g_ptr_array_index (self->doubts, i);
      const char *option = remedies[doubt->kind].option;
      const char *const *values = remedies[doubt->kind].values;
      g_autofree char *words = foi_import_doubt_dup_words (doubt);
      g_autofree char *line = foi_cli_dup_line (words);
      g_autofree char *first = foi_import_doubt_dup_meaning (doubt, 1);
      g_autofree char *second = foi_import_doubt_dup_meaning (doubt, 2);

      /* Translators: a question; then twice an option, its value and what that makes of a cell:
       * --dates day-first (3 April 2024) or --dates month-first (4 March 2024). */
      g_string_append_printf (text, _("%s %s %s (%s) or %s %s (%s)\n"), line, option, values[0],
                              first, option, values[1], second);
    }
}

/**
 * foi_import_add_rounded:
 *
 * Writes as JSON which numbers were rounded, with their places and both values.
 */
void
foi_import_add_rounded (FoiJsonWriter *json, const FoiImport *self)
{
  foi_json_writer_add_integer (json, "rounded", self->block->n_rounded);
  foi_json_writer_begin_array (json, "rounded_cells");
  for (guint i = 0; i < self->block->rounded->len; i++)
    {
      const FoiSheetRounded *rounded
        = &g_array_index (self->block->rounded, FoiSheetRounded, i);
      g_autofree char *place = foi_sheet_rounded_dup_place (rounded);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "place", place);
      foi_json_writer_add_string (json, "stored", rounded->stored);
      foi_json_writer_add_string (json, "value", rounded->shown);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

/**
 * foi_import_append_rounded:
 *
 * Appends which numbers were rounded, a line for each.
 */
void
foi_import_append_rounded (GString *text, const FoiImport *self)
{
  guint n_left = self->block->n_rounded - self->block->rounded->len;

  if (self->block->n_rounded > 0)
    g_string_append_printf (text, _("numbers rounded to six decimal places or fewer: %u\n"),
                            self->block->n_rounded);
  for (guint i = 0; i < self->block->rounded->len; i++)
    {
      const FoiSheetRounded *rounded
        = &g_array_index (self->block->rounded, FoiSheetRounded, i);
      g_autofree char *place = foi_sheet_rounded_dup_place (rounded);

      g_string_append_printf (text, "  %s: %s → %s\n", place, rounded->stored, rounded->shown);
    }
  if (n_left > 0)
    g_string_append_printf (text,
                            ngettext ("  and %u more\n", "  and %u more\n", n_left), n_left);
}
