/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-remedy-request.h"

/**
 * foi_remedy_request_new:
 *
 * Returns: (transfer full): a request that asks for nothing yet.
 */
FoiRemedyRequest *
foi_remedy_request_new (const char *table)
{
  FoiRemedyRequest *self = g_new0 (FoiRemedyRequest, 1);

  self->table = g_strdup (table);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

/**
 * foi_remedy_request_copy:
 *
 * Returns: (transfer full): the same.
 */
FoiRemedyRequest *
foi_remedy_request_copy (const FoiRemedyRequest *self)
{
  FoiRemedyRequest *copy = foi_remedy_request_new (self->table);

  copy->also = g_strdupv (self->also);
  copy->takes_off = self->takes_off;
  copy->rule = self->rule;
  copy->reason = g_strdup (self->reason);
  copy->dropped = g_strdupv (self->dropped);
  copy->columns = g_strdupv (self->columns);
  copy->columns_label = g_strdup (self->columns_label);
  g_array_append_vals (copy->rows, self->rows->data, self->rows->len);
  copy->rows_label = g_strdup (self->rows_label);
  return copy;
}

/**
 * foi_remedy_request_free:
 *
 * Frees it, and all that is in it.
 */
void
foi_remedy_request_free (FoiRemedyRequest *self)
{
  g_free (self->table);
  g_strfreev (self->also);
  g_free (self->reason);
  g_strfreev (self->dropped);
  g_strfreev (self->columns);
  g_free (self->columns_label);
  g_array_unref (self->rows);
  g_free (self->rows_label);
  g_free (self);
}

/**
 * foi_remedy_request_is_of:
 * @table: the name of a table
 *
 * Returns: whether the request is about that table, by itself or together with others.
 */
gboolean
foi_remedy_request_is_of (const FoiRemedyRequest *self, const char *table)
{
  return g_strcmp0 (self->table, table) == 0
         || (self->also != NULL
             && g_strv_contains ((const char *const *) self->also, table));
}
