/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-part-survey.h"

#include <string.h>

#define MAX_NAMES 20
#define MAX_NAME  200

typedef struct
{
  const FoiSurveyWish *wish;
  FoiSurvey *survey;
  GHashTable *seen;
  GString *names;
  GString *text;
  gboolean in_name;
} Surveying;

static void
add_name (Surveying *self, const char *name)
{
  g_autofree char *clean = g_strstrip (g_strndup (name, MAX_NAME));

  if (*clean == '\0' || !g_utf8_validate (clean, -1, NULL)
      || g_hash_table_size (self->seen) >= MAX_NAMES
      || !g_hash_table_add (self->seen, g_strdup (clean)))
    return;
  g_string_append_printf (self->names, "%s%s", self->names->len > 0 ? ", " : "", clean);
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Surveying *self = data;

  if (self->survey->root == NULL)
    self->survey->root = g_strdup (name);
  self->survey->count += g_strcmp0 (name, self->wish->counted) == 0;
  if (g_strcmp0 (name, self->wish->named) != 0)
    return TRUE;
  if (self->wish->attribute != NULL)
    {
      const char *value = foi_xml_get (attributes, self->wish->attribute);

      add_name (self, value != NULL ? value : "");
      return TRUE;
    }
  self->in_name = TRUE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  Surveying *self = data;

  if (self->in_name && g_strcmp0 (name, self->wish->named) == 0)
    {
      add_name (self, self->text->str);
      self->in_name = FALSE;
    }
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  Surveying *self = data;

  if (self->in_name && self->text->len < 4 * MAX_NAME)
    g_string_append_len (self->text, text, (gssize) length);
}

/**
 * foi_part_survey:
 * @zip: an archive
 * @part: the name of a part in it
 * @wish: what is counted and named
 * @survey: (out caller-allocates): what there is of it
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Returns: whether the part could be read.
 */
gboolean
foi_part_survey (FoiZip *zip, const char *part, const FoiSurveyWish *wish, FoiSurvey *survey,
                 GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) names = g_string_new (NULL), text = g_string_new (NULL);
  Surveying self = { wish, survey, seen, names, text, FALSE };

  *survey = (FoiSurvey){ 0, NULL, NULL };
  if (!foi_xml_read (zip, part, &handler, &self, cancellable, error))
    return FALSE;
  if (names->len > 0)
    survey->names = g_strdup (names->str);
  return TRUE;
}

/**
 * foi_survey_clear:
 * @survey: a survey
 *
 * Frees what it has.
 */
void
foi_survey_clear (FoiSurvey *survey)
{
  g_clear_pointer (&survey->names, g_free);
  g_clear_pointer (&survey->root, g_free);
}
