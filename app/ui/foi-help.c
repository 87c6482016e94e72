/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-help.h"

#include <glib/gi18n.h>

#include "foi-dialogs.h"

/* The language in which there is always a page. */
#define FALLBACK "en_GB"

static GFile *
find_in (const char *folder, const char *language)
{
  g_autofree char *path = g_build_filename (folder, language, "index.html", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_file_new_for_path (path) : NULL;
}

/**
 * foi_help_find:
 *
 * Returns: (transfer full) (nullable): the page of help in the language of the person who reads it,
 *   or else in English; %NULL where none is installed.
 */
GFile *
foi_help_find (void)
{
  const char *folder = g_getenv ("FOI_HELP_DIR");
  const char *const *languages = g_get_language_names ();

  /* Set where the program runs without being installed. */
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

/**
 * foi_help_show:
 * @parent: the window it is asked from
 *
 * Shows the help in the web browser. Where there is none, says where the page lies.
 */
void
foi_help_show (GtkWindow *parent)
{
  g_autoptr (GFile) file = foi_help_find ();
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (file == NULL)
    {
      foi_dialogs_tell (parent, _("The Help Cannot Be Shown"),
                        _("Its page is not installed. “man foi-desk” and the Keyboard Shortcuts in "
                          "the menu say the most important things."));
      return;
    }
  uri = g_file_get_uri (file);
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_steal_pointer (&file));
}
