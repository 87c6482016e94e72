/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-odf-package.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-part-survey.h"

/* Properties of the document. Some say only when and with what it was made. */
static const struct
{
  const char *element;
  gboolean is_trace;
} properties[] = {
  { "initial-creator", FALSE }, { "creator", FALSE },       { "printed-by", FALSE },
  { "title", FALSE },           { "subject", FALSE },       { "description", FALSE },
  { "keyword", FALSE },         { "generator", TRUE },      { "creation-date", TRUE },
  { "date", TRUE },             { "print-date", TRUE },     { "editing-cycles", TRUE },
  { "editing-duration", TRUE },
};

static gboolean
inspect_meta (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  const guint n = G_N_ELEMENTS (properties) + 1;
  FoiSurveyWish wishes[G_N_ELEMENTS (properties) + 1] = {
    [G_N_ELEMENTS (properties)] = { "user-defined", "user-defined", "name" },
  };
  FoiSurvey *surveys;
  gboolean done;

  if (foi_zip_find (zip, "meta.xml") == NULL)
    return TRUE;
  surveys = g_new0 (FoiSurvey, n);
  for (guint i = 0; i < n - 1; i++)
    wishes[i] = (FoiSurveyWish){ properties[i].element, properties[i].element, NULL };
  done = foi_part_survey_all (zip, "meta.xml", wishes, surveys, n, cancellable, error);
  for (guint i = 0; done && i < n - 1; i++)
    {
      if (surveys[i].names != NULL && properties[i].is_trace)
        foi_hidden_add_trace (hidden, properties[i].element);
      else if (surveys[i].names != NULL)
        foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, properties[i].element, 1,
                        surveys[i].names);
    }
  if (done)
    foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, "user-defined", surveys[n - 1].count,
                    surveys[n - 1].names);
  foi_surveys_free (surveys, n);
  return done;
}

/* In hundredths. Of a sheet that is made smaller nobody reads anything. */
#define TINY_ZOOM 20

/* A setting of a printer that says something; LibreOffice writes empty ones. And of each sheet how
 * large it is shown. */
typedef struct
{
  FoiHidden *hidden;
  gboolean in_setup;
  guint length;
  char *sheet;
  gboolean in_zoom;
  char zoom[8];
} Settings;

static gboolean
settings_begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                   GError **error)
{
  Settings *self = data;
  const char *called = foi_xml_get (attributes, "name");

  self->in_setup
      = strcmp (name, "config-item") == 0
        && (g_strcmp0 (called, "PrinterSetup") == 0 || g_strcmp0 (called, "PrinterName") == 0);
  if (strcmp (name, "config-item-map-entry") == 0 && called != NULL)
    {
      g_free (self->sheet);
      self->sheet = g_strdup (called);
    }
  self->in_zoom = strcmp (name, "config-item") == 0 && g_strcmp0 (called, "ZoomValue") == 0;
  self->zoom[0] = '\0';
  return TRUE;
}

static gboolean
settings_end_cb (const char *name, gpointer data, GError **error)
{
  Settings *self = data;
  guint64 zoom;

  if (self->in_zoom && self->sheet != NULL
      && g_ascii_string_to_unsigned (self->zoom, 10, 1, TINY_ZOOM, &zoom, NULL))
    {
      g_autofree char *detail
        /* Translators: how large a sheet is shown, as 10%. */
        = g_strdup_printf (_("shown at %u%% of its size"), (guint) zoom);

      foi_hidden_add (self->hidden, FOI_HIDDEN_INVISIBLE_TEXT, self->sheet, 1, detail);
    }
  self->in_setup = self->in_zoom = FALSE;
  return TRUE;
}

static void
settings_text_cb (const char *text, gsize length, gpointer data)
{
  Settings *self = data;

  self->length += self->in_setup ? (guint) length : 0;
  if (self->in_zoom && strlen (self->zoom) + length < sizeof self->zoom)
    strncat (self->zoom, text, length);
}

static gboolean
inspect_settings (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler
      = { settings_begin_cb, settings_end_cb, settings_text_cb, NULL };
  Settings settings = { .hidden = hidden };
  gboolean done;

  if (foi_zip_find (zip, "settings.xml") == NULL)
    return TRUE;
  done = foi_xml_read (zip, "settings.xml", &handler, &settings, cancellable, error);
  g_free (settings.sheet);
  if (!done)
    return FALSE;
  foi_hidden_add (hidden, FOI_HIDDEN_PRINTER_SETTINGS, "settings.xml", settings.length > 0, NULL);
  return TRUE;
}

typedef struct
{
  guint n_cells;
  gboolean is_chart;
} Object;

static gboolean
object_begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                 GError **error)
{
  Object *self = data;

  self->n_cells += strcmp (name, "table-cell") == 0;
  self->is_chart = self->is_chart || strcmp (name, "plot-area") == 0;
  return TRUE;
}

/**
 * foi_odf_inspect_object:
 * @zip: an OpenDocument file
 * @name: `Object 1/content.xml`, of a chart or of something else put in
 * @hidden: gets it
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Returns: whether it could be read.
 */
gboolean
foi_odf_inspect_object (FoiZip *zip, const char *name, FoiHidden *hidden,
                        GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { object_begin_cb, NULL, NULL, NULL };
  Object object = { 0, FALSE };

  if (!foi_xml_read (zip, name, &handler, &object, cancellable, error))
    return FALSE;
  if (object.is_chart)
    foi_hidden_add (hidden, FOI_HIDDEN_CHART_CACHE, name, object.n_cells, NULL);
  else
    foi_hidden_add (hidden, FOI_HIDDEN_EMBEDDED_OBJECT, name, 1, NULL);
  return TRUE;
}

/**
 * foi_odf_check_open:
 * @zip: an OpenDocument file
 * @cancellable: (nullable): stops it
 * @error: %FOI_ERROR_REFUSED where it has a password, or as foi_xml_read()
 *
 * A password turns the parts into noise; the list of parts says so.
 *
 * Returns: whether its parts can be read.
 */
gboolean
foi_odf_check_open (FoiZip *zip, GCancellable *cancellable, GError **error)
{
  static const FoiSurveyWish wish = { "encryption-data", NULL, NULL };
  g_auto (FoiSurvey) survey = { 0, NULL, NULL };

  if (foi_zip_find (zip, "META-INF/manifest.xml") == NULL)
    return TRUE;
  if (!foi_part_survey (zip, "META-INF/manifest.xml", &wish, &survey, cancellable, error))
    return FALSE;
  if (survey.count == 0 && foi_zip_find (zip, "encrypted-package") == NULL)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("The file is protected by a password. Open it where it came from, and save it "
                 "without one."));
  return FALSE;
}

/**
 * foi_odf_inspect_properties:
 * @zip: an OpenDocument file
 * @hidden: gets them
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Names who wrote it, what it says of itself, and the printer.
 *
 * Returns: whether they could be read.
 */
gboolean
foi_odf_inspect_properties (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable,
                            GError **error)
{
  return inspect_meta (zip, hidden, cancellable, error)
         && inspect_settings (zip, hidden, cancellable, error);
}
