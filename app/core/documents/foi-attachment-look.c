/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attachment-look.h"

#include <glib/gi18n-lib.h>

/* So many places are named in a message. */
#define MAX_NAMED 5

/**
 * foi_attachment_look_new:
 *
 * Returns: (transfer full): one that found nothing yet. It is not changed once it is shared.
 */
FoiAttachmentLook *
foi_attachment_look_new (void)
{
  return g_atomic_rc_box_new0 (FoiAttachmentLook);
}

/**
 * foi_attachment_look_ref:
 * @self: a look
 *
 * Returns: (transfer full): the same. On any thread.
 */
FoiAttachmentLook *
foi_attachment_look_ref (FoiAttachmentLook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
look_clear (gpointer data)
{
  FoiAttachmentLook *self = data;

  g_free (self->id);
  g_free (self->reason);
  g_free (self->refusal);
  g_free (self->way_out);
  g_free (self->data);
  g_free (self->sha256);
  foi_hidden_free (self->hidden);
}

/**
 * foi_attachment_look_unref:
 * @self: (transfer full): a look
 *
 * Gives it up.
 */
void
foi_attachment_look_unref (FoiAttachmentLook *self)
{
  g_atomic_rc_box_release_full (self, look_clear);
}

/**
 * foi_attachment_looks_find:
 * @looks: (nullable) (element-type FoiAttachmentLook): some
 * @id: of an attachment
 *
 * Returns: (transfer none) (nullable): the look into its file; %NULL where nobody looked.
 */
FoiAttachmentLook *
foi_attachment_looks_find (GPtrArray *looks, const char *id)
{
  for (guint i = 0; looks != NULL && i < looks->len; i++)
    {
      FoiAttachmentLook *look = looks->pdata[i];

      if (g_strcmp0 (look->id, id) == 0)
        return look;
    }
  return NULL;
}

/**
 * foi_hidden_kind_is_grave:
 * @kind: what was found
 *
 * Returns: whether somebody who gets the file can read what was not meant for them. Who wrote it, a
 *   layer that is shown, or a field of a form is to be considered, and no more.
 */
gboolean
foi_hidden_kind_is_grave (FoiHiddenKind kind)
{
  static const FoiHiddenKind grave[] = {
    FOI_HIDDEN_COMMENT, FOI_HIDDEN_EMBEDDED_OBJECT, FOI_HIDDEN_CHART_CACHE,
    FOI_HIDDEN_INVISIBLE_TEXT, FOI_HIDDEN_TRACKED_CHANGE, FOI_HIDDEN_TEXT, FOI_HIDDEN_COVERED_TEXT,
    FOI_HIDDEN_UNMADE_REDACTION, FOI_HIDDEN_OUTSIDE_PAGE, FOI_HIDDEN_CROPPED_PICTURE,
    FOI_HIDDEN_UNSEEN_LAYER, FOI_HIDDEN_ANNOTATION, FOI_HIDDEN_EARLIER_VERSION,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (grave); i++)
    if (grave[i] == kind)
      return TRUE;
  return FALSE;
}

/**
 * foi_attachment_look_dup_places:
 * @self: a look
 * @grave: whether what may not leave is wanted, or the rest
 *
 * Returns: (transfer full) (nullable): "text under something drawn over it: page 2; comments: …"
 */
char *
foi_attachment_look_dup_places (FoiAttachmentLook *self, gboolean grave)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; self->hidden != NULL && i < foi_hidden_get_length (self->hidden); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (self->hidden, i);

      if (foi_hidden_kind_is_grave (item->kind) != grave || n++ >= MAX_NAMED)
        continue;
      g_string_append_printf (text, "%s%s: %s", n > 1 ? "; " : "",
                              foi_hidden_kind_get_words (item->kind), item->place);
    }
  if (n > MAX_NAMED)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more",
                                                 n - MAX_NAMED), n - MAX_NAMED);
    }
  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
