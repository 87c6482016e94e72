/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-rules-private.h"

#include "foi-core-resources.h"
#include "foi-error.h"
#include "foi-regular-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_PATH "/io/github/foidesk/FoiDesk/core/rules"
#define SUFFIX ".json"

/* What takes the place of the rules that are compiled in; it stays to the end. */
static FoiRules *in_use;

static FoiRules *
rules_new (void)
{
  FoiRules *self = g_new0 (FoiRules, 1);

  self->ref_count = 1;
  self->names = g_ptr_array_new ();
  self->regimes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) _foi_regime_free);
  return self;
}

static gboolean
add_file (FoiRules *self, FoiJsonSchema *schema, GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (FoiRegime) regime = _foi_regime_new (bytes, file, schema, error);

  if (regime == NULL)
    return FALSE;
  if (g_hash_table_contains (self->regimes, regime->name))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("%s: another file has rules of the regime “%s” already"), file, regime->name);
      return FALSE;
    }
  g_hash_table_insert (self->regimes, regime->name, regime);
  g_steal_pointer (&regime);
  return TRUE;
}

/* Those that the program knows a place for, then the others by name. */
static int
compare_regimes (gconstpointer a, gconstpointer b)
{
  static const char *const first[] = { "foia", "eir", "foisa", "eisr" };
  const char *const names[] = { *(const char *const *) a, *(const char *const *) b };
  gsize places[] = { G_N_ELEMENTS (first), G_N_ELEMENTS (first) };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (first); j++)
      if (g_str_equal (names[i], first[j]))
        places[i] = j;
  return places[0] != places[1] ? (int) places[0] - (int) places[1] : strcmp (names[0], names[1]);
}

static void
list_names (FoiRules *self)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->regimes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (self->names, name);
  g_ptr_array_sort (self->names, compare_regimes);
  g_ptr_array_add (self->names, NULL);
}

static gboolean
inherit_all (FoiRules *self, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->regimes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      FoiRegime *regime = value, *parent = NULL;

      if (regime->inherits != NULL)
        {
          parent = g_hash_table_lookup (self->regimes, regime->inherits);
          if (parent == NULL || parent->inherits != NULL)
            {
              g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                           _("%s.json: $.inherits: there is no regime “%s” to inherit from, or it "
                             "inherits itself"),
                           regime->name, regime->inherits);
              return FALSE;
            }
        }
      _foi_regime_inherit (regime, parent);
    }
  list_names (self);
  return TRUE;
}

/* A regime that an own folder has already stays as it is there. */
static void
add_built_in (FoiRules *self)
{
  g_autoptr (GError) error = NULL;
  GResource *resource = foi_core_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_PATH, 0, &error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_PATH "/", names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, &error);
      g_autofree char *regime = g_strndup (names[i], strlen (names[i]) - strlen (SUFFIX));

      if (bytes != NULL && g_hash_table_contains (self->regimes, regime))
        continue;
      /* What is compiled in was held against its schema by the tests, and not at each start. */
      if (bytes == NULL || !add_file (self, NULL, bytes, names[i], &error))
        break;
    }
  if (error != NULL)
    g_error ("The rules that belong to the program cannot be read: %s", error->message);
}

static FoiRules *
load_built_in (void)
{
  FoiRules *self = rules_new ();
  g_autoptr (GError) error = NULL;

  add_built_in (self);
  if (!inherit_all (self, &error))
    g_error ("The rules that belong to the program cannot be read: %s", error->message);
  return self;
}

/**
 * foi_rules_get_default:
 *
 * Returns: (transfer none): the rules that the program goes by: those that are compiled into it,
 *   with those of foi_rules_use_folder().
 */
FoiRules *
foi_rules_get_default (void)
{
  static gsize once = 0;
  FoiRules *chosen = g_atomic_pointer_get (&in_use);

  if (chosen != NULL)
    return chosen;
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) load_built_in ());
  return (FoiRules *) once;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_folder (FoiRules *self, const char *path, GError **error)
{
  g_autoptr (FoiJsonSchema) schema = _foi_rule_schema_new ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    return FALSE;
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, names->pdata[i], NULL);
      g_autoptr (GFile) place = g_file_new_for_path (file);
      g_autoptr (GBytes) bytes = foi_regular_file_load (place, 0, NULL, error);

      if (bytes == NULL || !add_file (self, schema, bytes, names->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_rules_new_from_directory:
 * @path: a folder with a `REGIME.json` for each regime
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rules, or %NULL with an error that says where a file is
 *   wrong.
 */
FoiRules *
foi_rules_new_from_directory (const char *path, GError **error)
{
  g_autoptr (FoiRules) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = rules_new ();
  if (!add_folder (self, path, error) || !inherit_all (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * foi_rules_use_folder:
 * @path: a folder as for foi_rules_new_from_directory(), which need not be there
 * @error: return location
 *
 * Has the program go by the rules of that folder, too: a regime of it takes the place of the
 * program's own of that name, or comes to them. Called once, before anything asks for the rules.
 *
 * Returns: whether the folder is good, or is not there; otherwise @error says where a file is
 *   wrong, and nothing of it is used.
 */
gboolean
foi_rules_use_folder (const char *path, GError **error)
{
  g_autoptr (FoiRules) self = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  self = rules_new ();
  if (add_folder (self, path, &failed))
    {
      add_built_in (self);
      if (inherit_all (self, &failed))
        {
          /* Whoever asked before may still hold what there was. */
          g_atomic_pointer_set (&in_use, g_steal_pointer (&self));
          return TRUE;
        }
    }
  if (failed->domain == FOI_ERROR)
    g_prefix_error (&failed, "%s" G_DIR_SEPARATOR_S, path);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * foi_rules_use_own:
 * @error: as from foi_rules_use_folder()
 *
 * foi_rules_use_folder() of the folder in which this user keeps rules, which command and window
 * share.
 *
 * Returns: whether the folder is good, or is not there.
 */
gboolean
foi_rules_use_own (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "foi-desk", "rules", NULL);

  return foi_rules_use_folder (path, error);
}
