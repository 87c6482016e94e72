/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-help.h"

#include <glib/gi18n.h>

#include "foi-dialogs.h"
#include "foi-task.h"

/* The language in which there is always a page. */
#define FALLBACK "en_GB"
#define OWN "/io/github/foidesk/FoiDesk/help/%s/index.html"
#define FALLBACK_OWN "/io/github/foidesk/FoiDesk/help/" FALLBACK "/index.html"

static GFile *
find_in (const char *folder, const char *language)
{
  g_autofree char *path = g_build_filename (folder, language, "index.html", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_file_new_for_path (path) : NULL;
}

static GFile *
find_installed (void)
{
  const char *folder = g_getenv ("FOI_HELP_DIR");
  const char *const *languages = g_get_language_names ();

  /* Set where somebody works on it. */
  if (folder == NULL)
    folder = FOI_PKGDATA_DIR "/help";
  for (guint i = 0; languages[i] != NULL; i++)
    {
      GFile *file = find_in (folder, languages[i]);

      if (file != NULL)
        return file;
    }
  return find_in (folder, FALLBACK);
}

/* The program's own copy, in the best language; *@language is set to which that is. */
static GBytes *
read_own (const char **language, GError **error)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf (OWN, languages[i]);
      GBytes *page = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      *language = languages[i];
      if (page != NULL)
        return page;
    }
  *language = FALLBACK;
  return g_resources_lookup_data (FALLBACK_OWN, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* A web browser opens files only. */
static GFile *
write_own (GCancellable *cancellable, GError **error)
{
  const char *language;
  g_autoptr (GBytes) page = read_own (&language, error);
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = NULL;
  gsize size;
  const char *data;

  if (page == NULL)
    return NULL;
  folder = g_build_filename (g_get_user_cache_dir (), "foi-desk", "help", language, NULL);
  g_mkdir_with_parents (folder, 0700);
  file = g_file_new_build_filename (folder, "index.html", NULL);
  data = g_bytes_get_data (page, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error)
           ? g_steal_pointer (&file) : NULL;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GFile *file = find_installed ();

  if (file == NULL)
    file = write_own (cancellable, &error);
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * foi_help_find_async:
 * @cancellable: (nullable): stops it
 * @callback: called when it is found
 * @user_data: for @callback
 *
 * Looks for the page of help in the language of the person who reads it, or else in English. Where
 * none is installed, the program's own is written into the user's cache.
 */
void
foi_help_find_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, foi_help_find_async);
  foi_task_run_in_thread (task, find_in_thread);
}

/**
 * foi_help_find_finish:
 * @result: as the callback got it
 * @error: why there is none: those of files
 *
 * Returns: (transfer full) (nullable): the page.
 */
GFile *
foi_help_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = user_data;
  GtkWindow *parent = GTK_WINDOW (source);
  g_autofree char *where = g_file_get_parse_name (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (parent, result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = g_strdup_printf (_("%s\n\nThe help is this page, which any web browser can open:\n%s"),
                          error->message, where);
  foi_dialogs_tell (parent, _("The Help Cannot Be Shown"), text);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = foi_help_find_finish (result, &error);
  g_autofree char *uri = NULL, *text = NULL;

  if (file == NULL)
    {
      text = g_strdup_printf (_("%s\n\n“man foi-desk” and the Keyboard Shortcuts in the menu say "
                                "the most important things."), error->message);
      foi_dialogs_tell (parent, _("The Help Cannot Be Shown"), text);
      return;
    }
  uri = g_file_get_uri (file);
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_steal_pointer (&file));
}

/**
 * foi_help_show:
 * @parent: the window it is asked from
 *
 * Shows the help in the web browser. Where there is none, says where the page lies.
 */
void
foi_help_show (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  foi_help_find_async (NULL, found_cb, g_object_ref (parent));
}
