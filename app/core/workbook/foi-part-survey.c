/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-part-survey.h"

#include <string.h>

#define MAX_NAMES 20
#define MAX_NAME  200

/* One wish, and what there is of it so far. */
typedef struct
{
  const FoiSurveyWish *wish;
  FoiSurvey *survey;
  GHashTable *seen;
  GString *names;
  GString *text;
  gboolean in_name;
} Surveying;

typedef struct
{
  Surveying *each;
  guint n;
} All;

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

static void
begin_one (Surveying *self, const char *name, const FoiXmlAttributes *attributes)
{
  if (self->survey->root == NULL)
    self->survey->root = g_strdup (name);
  self->survey->count += g_strcmp0 (name, self->wish->counted) == 0;
  if (g_strcmp0 (name, self->wish->named) != 0)
    return;
  if (self->wish->attribute != NULL)
    {
      const char *value = foi_xml_get (attributes, self->wish->attribute);

      add_name (self, value != NULL ? value : "");
      return;
    }
  self->in_name = TRUE;
  g_string_truncate (self->text, 0);
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  All *all = data;

  for (guint i = 0; i < all->n; i++)
    begin_one (&all->each[i], name, attributes);
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  All *all = data;

  for (guint i = 0; i < all->n; i++)
    {
      Surveying *self = &all->each[i];

      if (!self->in_name || g_strcmp0 (name, self->wish->named) != 0)
        continue;
      add_name (self, self->text->str);
      self->in_name = FALSE;
    }
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  All *all = data;

  for (guint i = 0; i < all->n; i++)
    {
      Surveying *self = &all->each[i];

      if (self->in_name && self->text->len < 4 * MAX_NAME)
        g_string_append_len (self->text, text, (gssize) length);
    }
}

/**
 * foi_part_survey_all:
 * @zip: an archive
 * @part: the name of a part in it
 * @wishes: (array length=n): what is counted and named
 * @surveys: (out caller-allocates) (array length=n): what there is of each
 * @n: how many
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Goes through a part once.
 *
 * Returns: whether the part could be read.
 */
gboolean
foi_part_survey_all (FoiZip *zip, const char *part, const FoiSurveyWish *wishes,
                     FoiSurvey *surveys, guint n, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, NULL };
  g_autofree Surveying *each = g_new0 (Surveying, n);
  All all = { each, n };
  gboolean done;

  for (guint i = 0; i < n; i++)
    {
      surveys[i] = (FoiSurvey){ 0, NULL, NULL };
      each[i] = (Surveying){ &wishes[i], &surveys[i], NULL, g_string_new (NULL),
                             g_string_new (NULL), FALSE };
      each[i].seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  done = foi_xml_read (zip, part, &handler, &all, cancellable, error);
  for (guint i = 0; i < n; i++)
    {
      g_hash_table_unref (each[i].seen);
      g_string_free (each[i].text, TRUE);
      surveys[i].names = g_string_free (each[i].names, each[i].names->len == 0);
    }
  return done;
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
  return foi_part_survey_all (zip, part, wish, survey, 1, cancellable, error);
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

/**
 * foi_surveys_free:
 * @surveys: (transfer full) (array length=n): surveys
 * @n: how many
 *
 * Frees them.
 */
void
foi_surveys_free (FoiSurvey *surveys, guint n)
{
  for (guint i = 0; i < n; i++)
    foi_survey_clear (&surveys[i]);
  g_free (surveys);
}
