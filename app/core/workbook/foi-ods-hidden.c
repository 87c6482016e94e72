/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-odf-package.h"
#include "foi-ods-private.h"
#include "foi-part-survey.h"

/* What is counted in the one part that has all sheets. */
static const struct
{
  FoiHiddenKind kind;
  FoiSurveyWish wish;
} contents[] = {
  { FOI_HIDDEN_PIVOT_CACHE, { "data-pilot-table", "data-pilot-table", "name" } },
  { FOI_HIDDEN_EXTERNAL_LINK, { "table-source", "table-source", "href" } },
  { FOI_HIDDEN_EXTERNAL_LINK, { "cell-range-source", "cell-range-source", "href" } },
  { FOI_HIDDEN_EXTERNAL_LINK, { "dde-link", "dde-source", "dde-topic" } },
  { FOI_HIDDEN_COMMENT, { "annotation", "creator", NULL } },
  { FOI_HIDDEN_CONNECTION, { "database-source-table", "database-source-table", "database-name" } },
  { FOI_HIDDEN_CONNECTION, { "database-source-query", "database-source-query", "database-name" } },
  { FOI_HIDDEN_CONNECTION, { "database-source-sql", "database-source-sql", "database-name" } },
  { FOI_HIDDEN_DATA_VALIDATION, { "content-validation", NULL, NULL } },
  { FOI_HIDDEN_TRACKED_CHANGE, { "change-info", "creator", NULL } },
  { FOI_HIDDEN_DEFINED_NAME, { "named-range", "named-range", "name" } },
  { FOI_HIDDEN_DEFINED_NAME, { "named-expression", "named-expression", "name" } },
};

static gboolean
inspect_contents (FoiOds *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_auto (FoiSurvey) survey = { 0, NULL, NULL };

      if (!foi_part_survey (self->zip, FOI_ODS_CONTENT, &contents[i].wish, &survey, cancellable,
                            error))
        return FALSE;
      foi_hidden_add (hidden, contents[i].kind, FOI_ODS_CONTENT, survey.count, survey.names);
    }
  return TRUE;
}

/* What programs write into every file, or what is looked at elsewhere; anything else may hold
 * anything. An object is named once, by its contents. */
static gboolean
is_shown (const char *name)
{
  static const char *const names[] = {
    "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf",
    "META-INF/manifest.xml", "Basic/script-lc.xml", "Basic/Standard/script-lb.xml",
  };
  const char *part = g_str_has_prefix (name, "Object ") ? strchr (name, '/') : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  /* A picture of what is seen first, and how windows and keys were set. */
  if (g_str_equal (name, "Thumbnails/thumbnail.png") || g_str_has_prefix (name, "Configurations2/"))
    return TRUE;
  return part != NULL
         && (strcmp (part, "/styles.xml") == 0 || strcmp (part, "/meta.xml") == 0
             || strcmp (part, "/settings.xml") == 0);
}

gboolean
_foi_ods_inspect (FoiOds *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  GPtrArray *entries = foi_zip_get_entries (self->zip);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (!_foi_ods_read_sheet (self, i, NULL, NULL, hidden, cancellable, error))
        return FALSE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = ((FoiZipEntry *) g_ptr_array_index (entries, i))->name;

      if (g_str_has_suffix (name, "/"))
        continue;
      if (g_str_has_prefix (name, "Object ") && g_str_has_suffix (name, "/content.xml"))
        {
          if (!foi_odf_inspect_object (self->zip, name, hidden, cancellable, error))
            return FALSE;
        }
      else if (g_str_has_prefix (name, "Pictures/") || g_str_has_prefix (name, "media/"))
        foi_hidden_add (hidden, FOI_HIDDEN_EMBEDDED_OBJECT, name, 1, NULL);
      else if ((g_str_has_prefix (name, "Basic/") && strstr (name, "script-lb") == NULL
                && strstr (name, "script-lc") == NULL)
               || g_str_has_prefix (name, "Scripts/"))
        foi_hidden_add (hidden, FOI_HIDDEN_MACRO, name, 1, NULL);
      else if (!is_shown (name))
        foi_hidden_add (hidden, FOI_HIDDEN_EMBEDDED_OBJECT, name, 1, NULL);
    }
  return inspect_contents (self, hidden, cancellable, error)
         && foi_odf_inspect_properties (self->zip, hidden, cancellable, error);
}
