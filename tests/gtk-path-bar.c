/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In the programs that the leak checker watches: GTK 4.8's path bar, over the folders of its file
 * dialog, never frees the answers about each folder. They are made in a thread of GIO's, so that no
 * suppression can name who keeps them: here they are not counted. The programs' own symbols come
 * before the libraries', so that GTK calls this function. */

#include "config.h"

#include <dlfcn.h>
#include <gio/gio.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

typedef GFileInfo *(*Finish) (GFile *, GAsyncResult *, GError **);

/* Nothing else asks only for these. */
static gboolean
is_for_path_bar (GFileInfo *info)
{
  return g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME)
         && !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_NAME)
         && !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_TYPE)
         && !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_ICON)
         && !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SYMBOLIC_ICON);
}

static gboolean
is_gtk (const void *address)
{
  Dl_info place;

  return dladdr (address, &place) != 0 && strstr (place.dli_fname, "libgtk-4.so") != NULL;
}

GFileInfo *
g_file_query_info_finish (GFile *file, GAsyncResult *result, GError **error)
{
  const Finish finish = (Finish) dlsym (RTLD_NEXT, "g_file_query_info_finish");
  GFileInfo *info = finish (file, result, error);

  if (info != NULL && is_gtk (__builtin_return_address (0)) && is_for_path_bar (info))
    __lsan_ignore_object (info);
  return info;
}
