/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-hidden.h"

#include <glib/gi18n-lib.h>

/* A file can be made to have more places of a kind than anybody reads. Those beyond are counted
 * together: what there is of one kind must not keep another from being said. */
#define MAX_PLACES 1000

struct _FoiHidden
{
  GArray *items;
  GHashTable *places; /* "KIND PLACE DETAIL" to the index, plus one */
  guint n_places[FOI_HIDDEN_N_KINDS];
  guint more[FOI_HIDDEN_N_KINDS]; /* the index of those beyond, plus one */
  GString *traces;
};

/* In the order of FoiHiddenKind. */
static const struct
{
  const char *id;
  const char *words;
} kinds[FOI_HIDDEN_N_KINDS] = {
  { "hidden-sheet", N_("hidden sheet") },
  { "very-hidden-sheet", N_("hidden sheet that no menu shows") },
  { "hidden-row", N_("hidden rows") },
  { "hidden-column", N_("hidden columns") },
  { "filtered-row", N_("rows that a filter hides") },
  { "zero-size", N_("rows or columns without height or width") },
  { "collapsed-group", N_("rows or columns folded away") },
  { "pivot-cache", N_("records kept behind a pivot table") },
  { "external-link", N_("link to another file") },
  { "defined-name", N_("name for cells out of sight") },
  { "comment", N_("comments") },
  { "document-property", N_("property of the document") },
  { "embedded-object", N_("object or picture inside") },
  { "chart-cache", N_("figures kept in a chart") },
  { "macro", N_("macros") },
  { "connection", N_("connection to data elsewhere") },
  { "data-model", N_("data model or query") },
  { "formula", N_("formulas with figures from elsewhere, or words that no cell shows") },
  { "invisible-text", N_("text that is not seen") },
  { "invisible-format", N_("cells in a format that does not show what they hold") },
  { "data-validation", N_("lists of permitted entries, or messages of cells") },
  { "custom-xml", N_("data of another program") },
  { "printer-settings", N_("settings of a printer") },
  { "tracked-change", N_("recorded changes") },
  { "hidden-text", N_("text marked as hidden") },
  { "covered-text", N_("text under something drawn over it") },
  { "unmade-redaction", N_("redactions that were marked and never made") },
  { "scanned-text", N_("text without ink, as scanners put it under a picture") },
  { "outside-page", N_("text outside what is seen of the page") },
  { "cropped-picture", N_("pictures of which only a part is seen") },
  { "layer", N_("layers that a reader can turn off") },
  { "unseen-layer", N_("layers that are not shown") },
  { "annotation", N_("annotations") },
  { "form-field", N_("fields of a form") },
  { "earlier-version", N_("earlier versions kept in the file") },
};

static void
clear_item (gpointer data)
{
  FoiHiddenItem *item = data;

  g_free (item->place);
  g_free (item->detail);
}

/**
 * foi_hidden_new:
 *
 * Returns: (transfer full): nothing yet.
 */
FoiHidden *
foi_hidden_new (void)
{
  FoiHidden *self = g_new0 (FoiHidden, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (FoiHiddenItem));
  g_array_set_clear_func (self->items, clear_item);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->traces = g_string_new (NULL);
  return self;
}

/**
 * foi_hidden_free:
 * @self: (nullable): what is hidden
 *
 * Frees it.
 */
void
foi_hidden_free (FoiHidden *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_hash_table_unref (self->places);
  g_string_free (self->traces, TRUE);
  g_free (self);
}

static void
add_more (FoiHidden *self, FoiHiddenKind kind, guint count)
{
  FoiHiddenItem item = { kind, NULL, count, NULL };

  if (self->more[kind] > 0)
    {
      g_array_index (self->items, FoiHiddenItem, self->more[kind] - 1).count += count;
      return;
    }
  /* Translators: in the place of a place: more of the same than are named one by one. */
  item.place = g_strdup (_("… and more"));
  g_array_append_val (self->items, item);
  self->more[kind] = self->items->len;
}

/**
 * foi_hidden_add:
 * @self: (nullable): where it is noted, if anywhere
 * @kind: what it is
 * @place: a sheet, a part of one, or of the file
 * @count: how many; of none nothing is noted
 * @detail: (nullable): their names
 *
 * Notes what was found. The same at the same place is counted together, and so is, as one more
 * place, what is at too many places of its kind to name them.
 */
void
foi_hidden_add (FoiHidden *self, FoiHiddenKind kind, const char *place, guint count,
                const char *detail)
{
  FoiHiddenItem item = { kind, NULL, count, NULL };
  g_autofree char *key = NULL;
  guint known;

  if (self == NULL || count == 0)
    return;
  key = g_strdup_printf ("%d %s\n%s", kind, place, detail != NULL ? detail : "");
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));
  if (known > 0)
    {
      g_array_index (self->items, FoiHiddenItem, known - 1).count += count;
      return;
    }
  if (self->n_places[kind] >= MAX_PLACES)
    {
      add_more (self, kind, count);
      return;
    }
  self->n_places[kind]++;
  item.place = g_strdup (place);
  item.detail = g_strdup (detail);
  g_array_append_val (self->items, item);
  g_hash_table_insert (self->places, g_steal_pointer (&key), GUINT_TO_POINTER (self->items->len));
}

/**
 * foi_hidden_get_length:
 * @self: what is hidden
 *
 * Returns: how many places there are.
 */
guint
foi_hidden_get_length (FoiHidden *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * foi_hidden_get:
 * @self: what is hidden
 * @index: from 0
 *
 * Returns: (transfer none): what is at one place.
 */
const FoiHiddenItem *
foi_hidden_get (FoiHidden *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->items->len, NULL);

  return &g_array_index (self->items, FoiHiddenItem, index);
}

/**
 * foi_hidden_add_trace:
 * @self: (nullable): where it is noted, if anywhere
 * @name: a property of the document
 *
 * Notes what a program leaves in every file that it writes: when that was, and which program. It
 * names nobody, and nobody hid it.
 */
void
foi_hidden_add_trace (FoiHidden *self, const char *name)
{
  if (self != NULL)
    g_string_append_printf (self->traces, "%s%s", self->traces->len > 0 ? ", " : "", name);
}

/**
 * foi_hidden_get_traces:
 * @self: what is hidden
 *
 * Returns: (transfer none): the names of such properties, with commas; "" if there are none.
 */
const char *
foi_hidden_get_traces (FoiHidden *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->traces->str;
}

/**
 * foi_hidden_kind_get_id:
 * @kind: what it is
 *
 * Returns: (transfer none): its name for programs.
 */
const char *
foi_hidden_kind_get_id (FoiHiddenKind kind)
{
  g_return_val_if_fail (kind < FOI_HIDDEN_N_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * foi_hidden_kind_get_words:
 * @kind: what it is
 *
 * Returns: (transfer none): its name for people, translated.
 */
const char *
foi_hidden_kind_get_words (FoiHiddenKind kind)
{
  g_return_val_if_fail (kind < FOI_HIDDEN_N_KINDS, NULL);

  return _(kinds[kind].words);
}
