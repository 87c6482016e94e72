/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-print.h"

#include <glib/gi18n.h>

#include "foi-letter-painter.h"
#include "foi-settings.h"

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, FoiLayout *layout)
{
  foi_letter_paint_page (layout, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
unref_layout_cb (gpointer layout, GClosure *closure)
{
  foi_layout_unref (layout);
}

/* The paper that the letter was set for: the pages are whole, their margins are the letter's
   own. */
static GtkPageSetup *
new_page_setup (FoiLayout *layout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  g_autoptr (GtkPaperSize) paper = NULL;

  foi_layout_get_page_size (layout, &width, &height);
  paper = gtk_paper_size_new (height > 800 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

/**
 * foi_print_operation_new:
 * @layout: a letter
 * @name: what the print queue calls it
 *
 * Returns: (transfer full): what prints the pages as they are seen: one painter for all.
 */
GtkPrintOperation *
foi_print_operation_new (FoiLayout *layout, const char *name)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (layout != NULL, NULL);

  operation = gtk_print_operation_new ();
  setup = new_page_setup (layout);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) foi_layout_get_n_pages (layout));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         foi_layout_ref (layout), unref_layout_cb, 0);
  return operation;
}

typedef struct
{
  GtkWindow   *parent;
  FoiDocument *document;
} Printing;

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->parent);
  g_object_unref (printing->document);
  g_free (printing);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, FoiDocument *document)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      foi_document_tell_error (document, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
      g_autoptr (GVariant) variant = g_variant_ref_sink (gtk_print_settings_to_gvariant (settings));

      foi_settings_set_print_settings (foi_settings_get_default (), variant);
    }
}

static void
letter_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLayout) layout = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GVariant) remembered = NULL;
  g_autofree char *name = NULL;

  layout = foi_document_set_letter_finish (FOI_DOCUMENT (source), result, &error);
  if (layout == NULL)
    {
      foi_document_tell_error (printing->document, error);
      printing_free (printing);
      return;
    }
  name = foi_document_dup_title (printing->document);
  operation = foi_print_operation_new (layout, name);
  remembered = foi_settings_ref_print_settings (foi_settings_get_default ());
  if (remembered != NULL)
    {
      g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new_from_gvariant (remembered);

      gtk_print_operation_set_print_settings (operation, settings);
    }
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), printing->document, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, printing->parent,
                           NULL);
  printing_free (printing);
}

/**
 * foi_print:
 * @parent: the window it is asked from
 * @document: the case
 *
 * Prints its letter, with the word DRAFT across it until it is issued, by the system's dialog. What
 * was chosen there is remembered.
 */
void
foi_print (GtkWindow *parent, FoiDocument *document)
{
  Printing *printing;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  printing = g_new0 (Printing, 1);
  printing->parent = g_object_ref (parent);
  printing->document = g_object_ref (document);
  foi_document_set_letter_async (document, NULL, letter_set_cb, printing);
}
