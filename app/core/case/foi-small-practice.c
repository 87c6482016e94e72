/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-practice.h"

#include "foi-core-resources.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"

#define RESOURCE_FILE "/io/github/foidesk/FoiDesk/core/practice/small-numbers.json"

/* The practices, and what their words belong to: both stay while the program runs. */
typedef struct
{
  JsonNode *root;
  GArray *practices;
} Loaded;

static gpointer
load (gpointer data)
{
  Loaded *loaded = g_new (Loaded, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (foi_core_get_resource (), RESOURCE_FILE, 0,
                                                     &error);
  g_autoptr (FoiJsonDocument) document = NULL;
  JsonNode *list;

  if (bytes != NULL)
    document = foi_json_document_read (bytes, FALSE, NULL, &error);
  if (document == NULL)
    g_error ("The practices that belong to the program cannot be read: %s", error->message);
  loaded->root = json_node_ref (foi_json_document_get_root (document));
  loaded->practices = g_array_new (FALSE, FALSE, sizeof (FoiSmallPractice));
  list = foi_json_get_member (loaded->root, "practices");
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *node = foi_json_get_element (list, i);
      FoiSmallPractice practice = { .rule = foi_small_rule_read (node) };

      practice.id = foi_json_get_string (node, "id", "");
      practice.name = foi_json_get_string (node, "name", "");
      practice.source = foi_json_get_string (node, "source", "");
      g_array_append_val (loaded->practices, practice);
    }
  return loaded;
}

/**
 * foi_small_practices_get:
 *
 * Returns: (transfer none) (element-type FoiSmallPractice): what authorities commonly call small,
 *   the smallest threshold first. On any thread.
 */
GArray *
foi_small_practices_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return ((Loaded *) g_once (&once, load, NULL))->practices;
}

/**
 * foi_small_practice_find:
 *
 * Returns: (transfer none) (nullable): the practice that is called @id.
 */
const FoiSmallPractice *
foi_small_practice_find (const char *id)
{
  GArray *practices = foi_small_practices_get ();

  for (guint i = 0; i < practices->len; i++)
    {
      const FoiSmallPractice *practice = &g_array_index (practices, FoiSmallPractice, i);

      if (g_strcmp0 (practice->id, id) == 0)
        return practice;
    }
  return NULL;
}
