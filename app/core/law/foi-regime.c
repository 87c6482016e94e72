/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-rules-private.h"

#include "foi-core-resources.h"
#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define FORMAT_NAME "uk-foi-rules"
#define FORMAT_VERSION 1
#define SCHEMA "/io/github/foidesk/FoiDesk/core/schema/foi-rules-1.schema.json"

static gboolean
fail (GError **error, const char *file, FoiJsonDocument *document, JsonNode *node,
      const char *reason)
{
  g_autofree char *where = foi_json_document_describe (document, node, reason);

  g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, "%s:%s", file, where);
  return FALSE;
}

static gboolean
check_texts (JsonNode *root, const char *file, FoiJsonDocument *document, GError **error)
{
  static const char *const keys[] = { "regime", "name", "act", "act_short", "section_word" };

  if (g_strcmp0 (foi_json_get_string (root, "format", NULL), FORMAT_NAME) != 0
      || foi_json_get_integer (root, "version", 0) != FORMAT_VERSION)
    return fail (error, file, document, root, _("this is no rule file of a version known here"));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (foi_json_get_string (root, keys[i], NULL) == NULL)
      {
        g_autofree char *reason = g_strdup_printf (_("the text “%s” is missing"), keys[i]);

        return fail (error, file, document, root, reason);
      }
  return TRUE;
}

static gboolean
check_grounds (JsonNode *root, const char *file, FoiJsonDocument *document, GError **error)
{
  JsonNode *grounds = foi_json_get_member (root, "grounds");

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      if (foi_json_get_string (ground, "section", NULL) == NULL
          || !foi_ground_kind_is_known (foi_json_get_string (ground, "kind", NULL)))
        return fail (error, file, document, ground,
                     _("a ground needs a section and a kind that is known"));
    }
  return TRUE;
}

static gboolean
ends_before (JsonNode *element)
{
  const FoiDate to = foi_date_from_iso (foi_json_get_string (element, "to", NULL));

  return to != FOI_DATE_NONE
         && to < foi_date_from_iso (foi_json_get_string (element, "from", NULL));
}

/* Whether all in the list that have dates have real ones, in their order. */
static gboolean
check_dates (JsonNode *root, const char *key, const char *file, FoiJsonDocument *document,
             GError **error)
{
  static const char *const ends[] = { "from", "to" };
  JsonNode *list = foi_json_get_member (root, key);

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ends); j++)
      {
        JsonNode *element = foi_json_get_element (list, i);
        JsonNode *date = foi_json_get_member (element, ends[j]);

        if (date != NULL
            && foi_date_from_iso (foi_json_get_string (element, ends[j], NULL)) == FOI_DATE_NONE)
          return fail (error, file, document, date, _("this is not a date such as 2024-11-27"));
        if (date != NULL && ends_before (element))
          return fail (error, file, document, foi_json_get_member (element, "to"),
                       _("this is before the day from which it applies"));
      }
  return TRUE;
}

/* What is counted on a clock or printed before "working days" is of that unit, or it would be
 * another time than the law's. */
static gboolean
check_units (JsonNode *root, const char *file, FoiJsonDocument *document, GError **error)
{
  static const struct
  {
    const char *id, *unit;
  } counted[] = {
    { "response", "working-day" },           { "response-extended", "working-day" },
    { "school-response", "school-day" },     { "school-response-most", "working-day" },
    { "fees-notice-lapse", "month" },        { "charge-lapse", "working-day" },
    { "public-interest-target", "working-day" }, { "review-answer", "working-day" },
    { "review-answer-most", "working-day" }, { "aggregation", "working-day" },
  };
  JsonNode *limits = foi_json_get_member (root, "time_limits");

  for (guint i = 0; i < foi_json_get_n_elements (limits); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (counted); j++)
      {
        JsonNode *limit = foi_json_get_element (limits, i);
        g_autofree char *reason = NULL;

        if (g_strcmp0 (foi_json_get_string (limit, "id", NULL), counted[j].id) != 0
            || g_strcmp0 (foi_json_get_string (limit, "unit", NULL), counted[j].unit) == 0)
          continue;
        /* Translators: the ids of a time limit and of a unit: "review-answer", "working-day". */
        reason = g_strdup_printf (_("“%s” is counted in the unit “%s” alone"), counted[j].id,
                                  counted[j].unit);
        return fail (error, file, document, foi_json_get_member (limit, "unit"), reason);
      }
  return TRUE;
}

static gboolean
read_paragraphs (FoiRegime *self, const char *file, FoiJsonDocument *document, GError **error)
{
  JsonNode *list = foi_json_get_member (self->root, "paragraphs");

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      g_autofree char *reason = NULL;
      JsonNode *culprit = NULL;
      FoiParagraph *paragraph = foi_paragraph_new (foi_json_get_element (list, i), &culprit,
                                                   &reason);

      if (paragraph == NULL)
        return fail (error, file, document, culprit, reason);
      g_ptr_array_add (self->own, paragraph);
    }
  return TRUE;
}

/*
 * _foi_rule_schema_new:
 *
 * Returns: (transfer full): what a rule file may say.
 */
FoiJsonSchema *
_foi_rule_schema_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (foi_core_get_resource (), SCHEMA, 0, &error);
  g_autoptr (FoiJsonDocument) document = NULL;
  FoiJsonSchema *schema = NULL;

  if (bytes != NULL)
    document = foi_json_document_read (bytes, FALSE, NULL, &error);
  if (document != NULL)
    schema = foi_json_schema_new (foi_json_document_get_root (document), &error);
  if (schema == NULL)
    g_error ("The schema of rule files cannot be read: %s", error->message);
  return schema;
}

static gboolean
check_schema (JsonNode *root, FoiJsonSchema *schema, const char *file, FoiJsonDocument *document,
              GError **error)
{
  g_autofree char *reason = NULL;
  JsonNode *culprit = NULL;

  return schema == NULL || foi_json_schema_check (schema, root, &culprit, &reason)
         || fail (error, file, document, culprit, reason);
}

/*
 * _foi_regime_new:
 * @bytes: a rule file
 * @file: its name, for messages
 * @schema: (nullable): that of rule files; %NULL for one that the tests have checked
 *
 * Returns: (transfer full) (nullable): the regime, its paragraphs not yet in order; or %NULL with
 *   an error that says where the file is wrong.
 */
FoiRegime *
_foi_regime_new (GBytes *bytes, const char *file, FoiJsonSchema *schema, GError **error)
{
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, FALSE, NULL, error);
  g_autoptr (FoiRegime) self = NULL;
  JsonNode *root;

  if (document == NULL)
    {
      g_prefix_error (error, "%s:", file);
      return NULL;
    }
  root = foi_json_document_get_root (document);
  if (!check_texts (root, file, document, error) || !check_grounds (root, file, document, error)
      || !check_dates (root, "regulators", file, document, error)
      || !check_dates (root, "limits", file, document, error)
      || !check_dates (root, "time_limits", file, document, error))
    return NULL;

  self = g_new0 (FoiRegime, 1);
  self->name = g_strdup (foi_json_get_string (root, "regime", NULL));
  self->inherits = g_strdup (foi_json_get_string (root, "inherits", NULL));
  self->root = json_node_ref (root);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_paragraph_free);
  self->paragraphs = g_ptr_array_new ();
  if (!read_paragraphs (self, file, document, error)
      || !check_schema (root, schema, file, document, error)
      || !check_units (root, file, document, error))
    return NULL;
  return g_steal_pointer (&self);
}

/*
 * _foi_regime_free:
 */
void
_foi_regime_free (FoiRegime *self)
{
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->own);
  json_node_unref (self->root);
  g_free (self->inherits);
  g_free (self->name);
  g_free (self);
}

static gboolean
find_id (GPtrArray *ids, const char *id, guint *position)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, position);
}

static gboolean
has_paragraph (FoiRegime *self, const char *id)
{
  for (guint i = 0; i < self->own->len; i++)
    if (g_str_equal (((FoiParagraph *) self->own->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* The ids in the order of letters: the inherited file's, a new one after the one before it. */
static GPtrArray *
order_ids (FoiRegime *self, FoiRegime *parent)
{
  GPtrArray *ids = g_ptr_array_new ();
  guint next = 0, position;

  for (guint i = 0; parent != NULL && i < parent->own->len; i++)
    {
      FoiParagraph *paragraph = parent->own->pdata[i];

      if (!find_id (ids, paragraph->id, NULL))
        g_ptr_array_add (ids, (gpointer) paragraph->id);
    }
  for (guint i = 0; i < self->own->len; i++)
    {
      FoiParagraph *paragraph = self->own->pdata[i];

      if (find_id (ids, paragraph->id, &position))
        next = position + 1;
      else
        g_ptr_array_insert (ids, (int) next++, (gpointer) paragraph->id);
    }
  return ids;
}

/*
 * _foi_regime_inherit:
 * @parent: (nullable): the regime it inherits from
 *
 * Puts the paragraphs in order. Those of @parent whose id this regime words itself, or that are for
 * @parent alone, are not taken over.
 */
void
_foi_regime_inherit (FoiRegime *self, FoiRegime *parent)
{
  g_autoptr (GPtrArray) ids = order_ids (self, parent);

  g_ptr_array_set_size (self->paragraphs, 0);
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean is_own = has_paragraph (self, ids->pdata[i]);
      GPtrArray *source = is_own ? self->own : parent->own;

      for (guint j = 0; j < source->len; j++)
        {
          FoiParagraph *paragraph = source->pdata[j];

          if (g_str_equal (paragraph->id, ids->pdata[i]) && (is_own || !paragraph->own_regime))
            g_ptr_array_add (self->paragraphs, paragraph);
        }
    }
}
