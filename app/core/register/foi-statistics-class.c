/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-statistics-class.h"

/**
 * foi_statistics_class_new:
 * @scheme: a static string
 * @id: what it is called by other programs
 * @words: its head
 * @level: how far it is set in
 *
 * Returns: (transfer full): a number, of no cases yet.
 */
FoiStatisticsClass *
foi_statistics_class_new (const char *scheme, const char *id, const char *words, guint level)
{
  FoiStatisticsClass *self = g_new (FoiStatisticsClass, 1);

  *self = (FoiStatisticsClass) {
    scheme, g_strdup (id), g_strdup (words), level,
    g_ptr_array_new_with_free_func ((GDestroyNotify) foi_register_row_unref), NULL
  };
  return self;
}

/**
 * foi_statistics_class_take:
 * @row: a case
 *
 * Counts it.
 */
void
foi_statistics_class_take (FoiStatisticsClass *self, const FoiRegisterRow *row)
{
  g_return_if_fail (self != NULL && row != NULL);

  g_ptr_array_add (self->rows, foi_register_row_ref ((FoiRegisterRow *) row));
}

/**
 * foi_statistics_class_free:
 * @data: (transfer full): a number
 */
void
foi_statistics_class_free (gpointer data)
{
  FoiStatisticsClass *self = data;

  g_free (self->id);
  g_free (self->words);
  g_free (self->value);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
