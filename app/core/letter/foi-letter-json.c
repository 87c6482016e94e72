/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter.h"

#include "foi-error.h"
#include "foi-json-edit.h"

#include <glib/gi18n-lib.h>

#define FORMAT_NAME "uk-foi-letter"
#define FORMAT_VERSION 1

/* Deeper than the composer goes; what is deeper was not written by it. */
#define MAX_DEPTH 16

static const char *const kind_names[] = {
  [FOI_BLOCK_LETTERHEAD] = "letterhead", [FOI_BLOCK_DATE] = "date",
  [FOI_BLOCK_ADDRESSEE] = "addressee",   [FOI_BLOCK_SALUTATION] = "salutation",
  [FOI_BLOCK_SUBJECT] = "subject",       [FOI_BLOCK_HEADING] = "heading",
  [FOI_BLOCK_PARAGRAPH] = "paragraph",   [FOI_BLOCK_ASKED] = "asked",
  [FOI_BLOCK_LIST] = "list",             [FOI_BLOCK_ITEM] = "item",
  [FOI_BLOCK_QUOTE] = "quote",           [FOI_BLOCK_TABLE] = "table",
  [FOI_BLOCK_FIGURE] = "figure",         [FOI_BLOCK_NOTE] = "note",
  [FOI_BLOCK_SIGN_OFF] = "sign-off",
};

static const struct
{
  const char *name;
  FoiSpanFlags flag;
} flag_names[] = {
  { "strong", FOI_SPAN_STRONG },   { "emphasis", FOI_SPAN_EMPHASIS }, { "locked", FOI_SPAN_LOCKED },
  { "missing", FOI_SPAN_MISSING }, { "break", FOI_SPAN_BREAK },
};

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
}

static JsonNode *
span_to_json (const FoiSpan *span)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "text", span->text);
  set_text (object, "target", span->target);
  for (gsize i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if ((span->flags & flag_names[i].flag) != 0)
      json_object_set_boolean_member (object, flag_names[i].name, TRUE);
  return foi_json_take_object (object);
}

static JsonNode *block_to_json (const FoiBlock *block);

static JsonNode *
blocks_to_json (GPtrArray *blocks)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    json_array_add_element (array, block_to_json (blocks->pdata[i]));
  return foi_json_take_array (array);
}

static JsonNode *
block_to_json (const FoiBlock *block)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind_names[block->kind]);
  json_object_set_string_member (object, "id", block->id);
  set_text (object, "place", block->place);
  if (block->level != 0)
    json_object_set_int_member (object, "level", block->level);
  if (block->ordered)
    json_object_set_boolean_member (object, "ordered", TRUE);
  if (block->start != 0)
    json_object_set_int_member (object, "start", block->start);
  if (block->number != 0)
    json_object_set_int_member (object, "number", block->number);
  if (block->table != NULL)
    set_text (object, "table", foi_publication_get_name (block->table));
  if (block->spans != NULL)
    {
      JsonArray *spans = json_array_new ();

      for (guint i = 0; i < block->spans->len; i++)
        json_array_add_element (spans, span_to_json (&g_array_index (block->spans, FoiSpan, i)));
      json_object_set_member (object, "spans", foi_json_take_array (spans));
    }
  if (block->children != NULL)
    json_object_set_member (object, "children", blocks_to_json (block->children));
  return foi_json_take_object (object);
}

/**
 * foi_letter_to_json:
 * @self: a letter
 *
 * Freezes the letter: everything that any output needs is in it, the published tables too, each
 * once and named by the blocks that show them.
 *
 * Returns: (transfer full): an object for `issued[].tree`.
 */
JsonNode *
foi_letter_to_json (FoiLetter *self)
{
  g_autoptr (GPtrArray) tables = NULL;
  JsonObject *object;
  JsonArray *array;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "format", FORMAT_NAME);
  json_object_set_int_member (object, "version", FORMAT_VERSION);
  set_text (object, "id", self->id);
  set_text (object, "title", self->title);
  set_text (object, "author", self->author);
  set_text (object, "language", self->language);
  set_text (object, "reference", self->reference);
  set_text (object, "date", self->date);
  json_object_set_boolean_member (object, "draft", self->draft);
  json_object_set_member (object, "blocks", blocks_to_json (self->blocks));

  array = json_array_new ();
  for (guint i = 0; i < self->annexes->len; i++)
    json_array_add_string_element (array, foi_publication_get_name (self->annexes->pdata[i]));
  json_object_set_member (object, "annexes", foi_json_take_array (array));

  tables = foi_letter_list_tables (self);
  array = json_array_new ();
  for (guint i = 0; i < tables->len; i++)
    json_array_add_element (array, foi_publication_to_json (tables->pdata[i]));
  json_object_set_member (object, "tables", foi_json_take_array (array));

  node = foi_json_take_object (object);
  json_node_seal (node);
  return node;
}

/* What reading a letter needs to know all along. */
typedef struct
{
  GHashTable *tables; /* name -> FoiPublication */
  GHashTable *ids;    /* of blocks seen */
} Thaw;

static void
thaw_clear (Thaw *thaw)
{
  g_clear_pointer (&thaw->tables, g_hash_table_unref);
  g_clear_pointer (&thaw->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Thaw, thaw_clear)

/* The same words for every fault: the place in the tree and what is wrong there. */
static gboolean G_GNUC_PRINTF (3, 4)
fail (GError **error, const char *place, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: a place inside an issued letter, then what is wrong there. */
  g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, _("The issued letter cannot be read: %s: %s"),
               place, reason);
  return FALSE;
}

static gboolean
read_spans (FoiBlock *block, JsonNode *spans, GError **error)
{
  for (guint i = 0; i < foi_json_get_n_elements (spans); i++)
    {
      JsonNode *node = foi_json_get_element (spans, i);
      const char *text = foi_json_get_string (node, "text", NULL);
      const char *target = foi_json_get_string (node, "target", NULL);
      guint flags = 0;

      if (text == NULL)
        return fail (error, block->id, _("a run of text has no text"));
      for (gsize j = 0; j < G_N_ELEMENTS (flag_names); j++)
        if (foi_json_get_boolean (node, flag_names[j].name, FALSE))
          flags |= flag_names[j].flag;
      foi_block_add_span (block, text, (FoiSpanFlags) flags, target);
    }
  return TRUE;
}

static gboolean
read_figures (FoiBlock *block, JsonNode *node, Thaw *thaw, GError **error)
{
  const char *name = foi_json_get_string (node, "table", NULL);
  FoiPublication *table = name != NULL ? g_hash_table_lookup (thaw->tables, name) : NULL;

  if (block->kind != FOI_BLOCK_TABLE && block->kind != FOI_BLOCK_FIGURE)
    return TRUE;
  if (table == NULL)
    return fail (error, block->id, _("the table “%s” is not there"), name != NULL ? name : "");
  block->table = foi_publication_ref (table);
  if (block->kind == FOI_BLOCK_FIGURE)
    {
      JsonNode *spec = foi_publication_get_chart (table);

      if (spec == NULL)
        return fail (error, block->id, _("the table “%s” has no chart"), name);
      block->chart = foi_chart_new (table, spec, error);
      return block->chart != NULL;
    }
  return TRUE;
}

static gboolean
find_kind (const char *name, FoiBlockKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind_names[i], name) == 0)
      {
        *kind = (FoiBlockKind) i;
        return TRUE;
      }
  return FALSE;
}

static FoiBlock *
block_from_json (JsonNode *node, guint depth, Thaw *thaw, GError **error)
{
  const char *id = foi_json_get_string (node, "id", "");
  const char *kind_name = foi_json_get_string (node, "kind", "");
  JsonNode *children = foi_json_get_member (node, "children");
  g_autoptr (FoiBlock) block = NULL;
  FoiBlockKind kind;

  if (id[0] == '\0' || !g_hash_table_add (thaw->ids, g_strdup (id)))
    return fail (error, id, _("a block has no id of its own")), NULL;
  if (!find_kind (kind_name, &kind))
    return fail (error, id, _("“%s” is no kind of block"), kind_name), NULL;
  if (depth > MAX_DEPTH)
    return fail (error, id, _("blocks lie more than %d deep"), MAX_DEPTH), NULL;

  block = foi_block_new (kind, id, foi_json_get_string (node, "place", NULL));
  block->level = (guint) CLAMP (foi_json_get_integer (node, "level", 0), 0, 6);
  block->ordered = foi_json_get_boolean (node, "ordered", FALSE);
  block->start = (int) CLAMP (foi_json_get_integer (node, "start", 0), 0, G_MAXINT);
  block->number = (guint) CLAMP (foi_json_get_integer (node, "number", 0), 0, G_MAXINT);
  if (!read_spans (block, foi_json_get_member (node, "spans"), error)
      || !read_figures (block, node, thaw, error))
    return NULL;
  for (guint i = 0; i < foi_json_get_n_elements (children); i++)
    {
      JsonNode *element = foi_json_get_element (children, i);
      FoiBlock *child = block_from_json (element, depth + 1, thaw, error);

      if (child == NULL)
        return NULL;
      foi_block_add_child (block, child);
    }
  return g_steal_pointer (&block);
}

static gboolean
read_tables (JsonNode *tables, Thaw *thaw, GError **error)
{
  for (guint i = 0; i < foi_json_get_n_elements (tables); i++)
    {
      FoiPublication *table = foi_publication_new_from_json (foi_json_get_element (tables, i),
                                                             error);

      if (table == NULL)
        return FALSE;
      g_hash_table_insert (thaw->tables, g_strdup (foi_publication_get_name (table)), table);
    }
  return TRUE;
}

static gboolean
read_annexes (FoiLetter *self, JsonNode *annexes, Thaw *thaw, GError **error)
{
  for (guint i = 0; i < foi_json_get_n_elements (annexes); i++)
    {
      JsonNode *element = foi_json_get_element (annexes, i);
      const char *name = foi_json_is_string (element) ? json_node_get_string (element) : "";
      FoiPublication *table = g_hash_table_lookup (thaw->tables, name);

      if (table == NULL)
        return fail (error, "annexes", _("the table “%s” is not there"), name);
      g_ptr_array_add (self->annexes, foi_publication_ref (table));
    }
  return TRUE;
}

/**
 * foi_letter_new_from_json:
 * @node: what foi_letter_to_json() gave
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the letter as it was frozen, or %NULL where @node is no such
 *   thing (%FOI_ERROR_CONTENT).
 */
FoiLetter *
foi_letter_new_from_json (JsonNode *node, GError **error)
{
  g_autoptr (FoiLetter) self = foi_letter_new ();
  g_auto (Thaw) thaw = { 0 };
  JsonNode *blocks;

  g_return_val_if_fail (node != NULL, NULL);

  if (g_strcmp0 (foi_json_get_string (node, "format", NULL), FORMAT_NAME) != 0
      || foi_json_get_integer (node, "version", 0) != FORMAT_VERSION)
    return fail (error, "format", _("it is no letter of a version known here")), NULL;

  thaw.tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) foi_publication_unref);
  thaw.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->id = g_strdup (foi_json_get_string (node, "id", NULL));
  self->title = g_strdup (foi_json_get_string (node, "title", NULL));
  self->author = g_strdup (foi_json_get_string (node, "author", NULL));
  self->language = g_strdup (foi_json_get_string (node, "language", NULL));
  self->reference = g_strdup (foi_json_get_string (node, "reference", NULL));
  self->date = g_strdup (foi_json_get_string (node, "date", NULL));
  self->draft = foi_json_get_boolean (node, "draft", FALSE);
  if (!read_tables (foi_json_get_member (node, "tables"), &thaw, error)
      || !read_annexes (self, foi_json_get_member (node, "annexes"), &thaw, error))
    return NULL;

  blocks = foi_json_get_member (node, "blocks");
  for (guint i = 0; i < foi_json_get_n_elements (blocks); i++)
    {
      FoiBlock *block = block_from_json (foi_json_get_element (blocks, i), 0, &thaw, error);

      if (block == NULL)
        return NULL;
      g_ptr_array_add (self->blocks, block);
    }
  return g_steal_pointer (&self);
}
