/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-copy.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-letter-writers.h"

static GdkContentProvider *
new_provider (const char *mime_type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime_type, bytes);
}

static void
letter_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GdkClipboard) clipboard = user_data;
  FoiDocument *document = FOI_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLayout) layout = foi_document_set_letter_finish (document, result, &error);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *providers[3];
  FoiLetter *letter;

  if (layout == NULL)
    {
      foi_document_tell_error (document, error);
      return;
    }
  letter = foi_layout_get_letter (layout);
  /* Rich text first: a receiver takes the first kind that it understands. */
  providers[0] = new_provider ("text/html", foi_letter_to_html (letter));
  providers[1] = new_provider ("text/plain;charset=utf-8", foi_letter_to_text (letter));
  providers[2] = new_provider ("text/plain", foi_letter_to_text (letter));
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (clipboard, provider);
  foi_document_tell (document, _("The letter is copied: paste it into an e-mail"));
}

/**
 * foi_letter_copy:
 * @clipboard: where to
 *
 * Copies the whole letter as rich and as plain text.
 */
void
foi_letter_copy (FoiDocument *document, GdkClipboard *clipboard)
{
  g_return_if_fail (FOI_IS_DOCUMENT (document));
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  foi_document_set_letter_async (document, NULL, letter_set_cb, g_object_ref (clipboard));
}
