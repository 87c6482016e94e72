/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-block-offer.h"

#include "foi-task.h"

/* What LibreOffice Calc takes as cells without asking; it asks about plain text each time. */
#define CALC_TEXT "application/x-libreoffice-tsvc"
/* More cells are written down in a thread. */
#define MAX_CELLS_AT_ONCE 5000

struct _FoiBlockOffer
{
  GdkContentProvider parent_instance;

  FoiBlockCopy *copy;
  gboolean      is_ready;
  GPtrArray    *waiting;  /* of GTask: who wants what is not written yet */
};

/* What somebody wants the cells as, and where to. */
typedef struct
{
  char          *mime_type;
  GOutputStream *stream;
} Wanted;

static guint ready_signal;

G_DEFINE_FINAL_TYPE (FoiBlockOffer, foi_block_offer, GDK_TYPE_CONTENT_PROVIDER)

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->stream);
  g_free (wanted->mime_type);
  g_free (wanted);
}

static void
return_sent (GTask *task, gboolean sent, GError *error)
{
  if (sent)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
text_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean sent = gdk_content_serialize_finish (result, &error);

  return_sent (task, sent, error);
}

static void
calc_text_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean sent = g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error);

  return_sent (task, sent, error);
}

static void
send (FoiBlockOffer *self, GTask *task)
{
  const Wanted *wanted = g_task_get_task_data (task);
  g_auto (GValue) text = G_VALUE_INIT;

  if (g_str_equal (wanted->mime_type, CALC_TEXT))
    {
      gsize size;
      const char *cells = g_bytes_get_data (self->copy->calc_text, &size);

      g_output_stream_write_all_async (wanted->stream, cells, size, g_task_get_priority (task),
                                       g_task_get_cancellable (task), calc_text_sent_cb,
                                       g_object_ref (task));
      return;
    }
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_string (&text, self->copy->text);
  gdk_content_serialize_async (wanted->stream, wanted->mime_type, &text,
                               g_task_get_priority (task), g_task_get_cancellable (task),
                               text_sent_cb, g_object_ref (task));
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  foi_block_copy_write (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiBlockOffer) self = user_data;

  self->is_ready = TRUE;
  for (guint i = 0; i < self->waiting->len; i++)
    send (self, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
  g_signal_emit (self, ready_signal, 0);
}

static GdkContentFormats *
foi_block_offer_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, CALC_TEXT);
  return gdk_content_formats_union_serialize_mime_types (
    gdk_content_formats_builder_free_to_formats (builder));
}

/* Only what is there at once; GTK asks for it to be written where it is not. */
static gboolean
foi_block_offer_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  FoiBlockOffer *self = FOI_BLOCK_OFFER (provider);

  if (!self->is_ready || !G_VALUE_HOLDS_STRING (value))
    return GDK_CONTENT_PROVIDER_CLASS (foi_block_offer_parent_class)->get_value (provider, value,
                                                                                 error);
  g_value_set_string (value, self->copy->text);
  return TRUE;
}

static void
foi_block_offer_write_mime_type_async (GdkContentProvider *provider, const char *mime_type,
                                       GOutputStream *stream, int io_priority,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  FoiBlockOffer *self = FOI_BLOCK_OFFER (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->mime_type = g_strdup (mime_type);
  wanted->stream = g_object_ref (stream);
  g_task_set_source_tag (task, foi_block_offer_write_mime_type_async);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, wanted, wanted_free);
  if (self->is_ready)
    send (self, task);
  else
    g_ptr_array_add (self->waiting, g_steal_pointer (&task));
}

static gboolean
foi_block_offer_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result,
                                        GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
foi_block_offer_finalize (GObject *object)
{
  FoiBlockOffer *self = FOI_BLOCK_OFFER (object);

  g_ptr_array_unref (self->waiting);
  foi_block_copy_unref (self->copy);

  G_OBJECT_CLASS (foi_block_offer_parent_class)->finalize (object);
}

static void
foi_block_offer_class_init (FoiBlockOfferClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foi_block_offer_finalize;
  provider_class->ref_formats = foi_block_offer_ref_formats;
  provider_class->get_value = foi_block_offer_get_value;
  provider_class->write_mime_type_async = foi_block_offer_write_mime_type_async;
  provider_class->write_mime_type_finish = foi_block_offer_write_mime_type_finish;

  ready_signal = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_block_offer_init (FoiBlockOffer *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * foi_block_offer_new:
 * @copy: (transfer full): cells that are not written down yet
 *
 * Returns: (transfer full): them for the clipboard, ready where they are few.
 */
FoiBlockOffer *
foi_block_offer_new (FoiBlockCopy *copy)
{
  FoiBlockOffer *self;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (copy != NULL, NULL);

  self = g_object_new (FOI_TYPE_BLOCK_OFFER, NULL);
  self->copy = copy;
  if (foi_block_copy_get_n_cells (copy) <= MAX_CELLS_AT_ONCE)
    {
      foi_block_copy_write (copy);
      self->is_ready = TRUE;
      return self;
    }
  task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));
  g_task_set_source_tag (task, foi_block_offer_new);
  g_task_set_task_data (task, foi_block_copy_ref (copy), (GDestroyNotify) foi_block_copy_unref);
  foi_task_run_in_thread (task, write_thread);
  return self;
}

/**
 * foi_block_offer_is_ready:
 *
 * Returns: whether the cells are written down.
 */
gboolean
foi_block_offer_is_ready (FoiBlockOffer *self)
{
  g_return_val_if_fail (FOI_IS_BLOCK_OFFER (self), FALSE);
  return self->is_ready;
}

/**
 * foi_block_offer_get_copy:
 *
 * Returns: (transfer none): the cells.
 */
FoiBlockCopy *
foi_block_offer_get_copy (FoiBlockOffer *self)
{
  g_return_val_if_fail (FOI_IS_BLOCK_OFFER (self), NULL);
  return self->copy;
}
