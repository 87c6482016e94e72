/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-odf-package.h"
#include "foi-ods-private.h"
#include "foi-page-text.h"
#include "foi-part-survey.h"

#define MAX_PAGE_TEXT 65536

/* What is counted in the one part that has all sheets; the rest is found with their cells. */
static const struct
{
  FoiHiddenKind kind;
  FoiSurveyWish wish;
} contents[] = {
  { FOI_HIDDEN_PIVOT_CACHE, { "data-pilot-table", "data-pilot-table", "name" } },
  { FOI_HIDDEN_EXTERNAL_LINK, { "table-source", "table-source", "href" } },
  { FOI_HIDDEN_EXTERNAL_LINK, { "cell-range-source", "cell-range-source", "href" } },
  { FOI_HIDDEN_EXTERNAL_LINK, { "dde-link", "dde-source", "dde-topic" } },
  { FOI_HIDDEN_CONNECTION, { "database-source-table", "database-source-table", "database-name" } },
  { FOI_HIDDEN_CONNECTION, { "database-source-query", "database-source-query", "database-name" } },
  { FOI_HIDDEN_CONNECTION, { "database-source-sql", "database-source-sql", "database-name" } },
  { FOI_HIDDEN_DATA_VALIDATION, { "content-validation", NULL, NULL } },
  { FOI_HIDDEN_TRACKED_CHANGE, { "change-info", "creator", NULL } },
  { FOI_HIDDEN_EMBEDDED_OBJECT, { "text-box", NULL, NULL } },
  { FOI_HIDDEN_EMBEDDED_OBJECT, { "form", "form", "name" } },
  { FOI_HIDDEN_MACRO, { "event-listener", NULL, NULL } },
};

static gboolean
inspect_contents (FoiOds *self, FoiHidden *hidden, gboolean has_lists, GCancellable *cancellable,
                  GError **error)
{
  const guint n = G_N_ELEMENTS (contents);
  FoiSurveyWish wishes[G_N_ELEMENTS (contents)];
  FoiSurvey *surveys = g_new0 (FoiSurvey, n);
  gboolean done;

  for (guint i = 0; i < n; i++)
    wishes[i] = contents[i].wish;
  done = foi_part_survey_all (self->zip, FOI_ODS_CONTENT, wishes, surveys, n, cancellable, error);
  for (guint i = 0; done && i < n; i++)
    if (contents[i].kind != FOI_HIDDEN_DATA_VALIDATION || !has_lists)
      foi_hidden_add (hidden, contents[i].kind, FOI_ODS_CONTENT, surveys[i].count,
                      surveys[i].names);
  foi_surveys_free (surveys, n);
  return done;
}

/* What a cell says when it is chosen, or something else is typed than may be. */
typedef struct
{
  guint depth, message; /* the depth of what is in one; 0 outside */
  gboolean says;
  guint n_said;
} Messages;

static gboolean
messages_begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                   GError **error)
{
  Messages *self = data;
  const char *title;

  self->depth++;
  if (strcmp (name, "help-message") == 0 || strcmp (name, "error-message") == 0)
    {
      title = foi_xml_get (attributes, "title");
      self->message = self->depth;
      self->says = title != NULL && *title != '\0';
    }
  /* They stand before all sheets. */
  return strcmp (name, "table") != 0;
}

static gboolean
messages_end_cb (const char *name, gpointer data, GError **error)
{
  Messages *self = data;

  if (self->message == self->depth)
    {
      self->n_said += self->says;
      self->message = 0;
    }
  self->depth--;
  return TRUE;
}

static void
messages_text_cb (const char *text, gsize length, gpointer data)
{
  Messages *self = data;

  for (gsize i = 0; self->message > 0 && i < length; i++)
    self->says = self->says || !g_ascii_isspace (text[i]);
}

static gboolean
inspect_messages (FoiOds *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler
    = { messages_begin_cb, messages_end_cb, messages_text_cb, NULL };
  Messages messages = { 0 };

  if (!foi_xml_read (self->zip, FOI_ODS_CONTENT, &handler, &messages, cancellable, error))
    return FALSE;
  foi_hidden_add (hidden, FOI_HIDDEN_DATA_VALIDATION, FOI_ODS_CONTENT, messages.n_said,
                  _("messages of cells"));
  return TRUE;
}

/* What stands above and below the pages: words of somebody's own, and no fields. */
typedef struct
{
  guint depth, page, field; /* the depth of what is in one; 0 outside */
  GString *text;
  guint n_said;
} Pages;

static gboolean
is_page (const char *name)
{
  static const char *const pages[]
    = { "header", "header-left", "header-first", "footer", "footer-left", "footer-first", NULL };

  return g_strv_contains (pages, name);
}

static gboolean
is_words (const char *name)
{
  static const char *const words[]
    = { "p", "span", "s", "a", "tab", "line-break", "region-left", "region-center",
        "region-right", NULL };

  return g_strv_contains (words, name);
}

static gboolean
pages_begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                GError **error)
{
  Pages *self = data;

  self->depth++;
  if (self->page == 0 && is_page (name)
      && g_strcmp0 (foi_xml_get (attributes, "display"), "false") != 0)
    {
      self->page = self->depth;
      g_string_truncate (self->text, 0);
    }
  else if (self->page > 0 && self->field == 0 && !is_words (name))
    self->field = self->depth;
  if (self->page > 0 && strcmp (name, "span") != 0)
    g_string_append_c (self->text, ' ');
  return TRUE;
}

static gboolean
pages_end_cb (const char *name, gpointer data, GError **error)
{
  Pages *self = data;

  if (self->page == self->depth)
    {
      self->n_said += foi_page_text_says (self->text->str);
      self->page = 0;
    }
  if (self->field == self->depth)
    self->field = 0;
  self->depth--;
  return TRUE;
}

static void
pages_text_cb (const char *text, gsize length, gpointer data)
{
  Pages *self = data;

  if (self->page > 0 && self->field == 0 && self->text->len < MAX_PAGE_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

/* Where the file was begun from: a path tells of people and machines. */
static gboolean
inspect_template (FoiOds *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  static const FoiSurveyWish wish = { "template", "template", "href" };
  g_auto (FoiSurvey) survey = { 0, NULL, NULL };

  if (foi_zip_find (self->zip, "meta.xml") == NULL)
    return TRUE;
  if (!foi_part_survey (self->zip, "meta.xml", &wish, &survey, cancellable, error))
    return FALSE;
  foi_hidden_add (hidden, FOI_HIDDEN_EXTERNAL_LINK, "meta.xml", survey.count, survey.names);
  return TRUE;
}

static gboolean
inspect_pages (FoiOds *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { pages_begin_cb, pages_end_cb, pages_text_cb, NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  Pages pages = { .text = text };

  if (foi_zip_find (self->zip, "styles.xml") == NULL)
    return TRUE;
  if (!foi_xml_read (self->zip, "styles.xml", &handler, &pages, cancellable, error))
    return FALSE;
  foi_hidden_add (hidden, FOI_HIDDEN_EMBEDDED_OBJECT, "styles.xml", pages.n_said,
                  _("header or footer"));
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
  gboolean has_lists;

  if (!_foi_ods_inspect_sheets (self, hidden, &has_lists, cancellable, error))
    return FALSE;
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
  return inspect_contents (self, hidden, has_lists, cancellable, error)
         && inspect_messages (self, hidden, cancellable, error)
         && inspect_pages (self, hidden, cancellable, error)
         && inspect_template (self, hidden, cancellable, error)
         && foi_odf_inspect_properties (self->zip, hidden, cancellable, error);
}
