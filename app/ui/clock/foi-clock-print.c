/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-clock-print.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-clock-words.h"

#define FONT "Liberation Sans, Arial, sans 10"
#define MARGIN 56.0   /* in points */

typedef struct
{
  char        *text;
  PangoLayout *layout;   /* all pages */
  GArray      *breaks;   /* of int: the first line of each page */
} Report;

static void
report_free (gpointer data, GClosure *closure)
{
  Report *report = data;

  g_free (report->text);
  g_clear_object (&report->layout);
  g_array_unref (report->breaks);
  g_free (report);
}

static char *
make_text (FoiDocument *document)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  g_autoptr (FoiCaseClock) clock = foi_almanac_read_clock (almanac, state);
  g_autofree char *title = foi_document_dup_title (document);
  g_autofree char *report = foi_clock_dup_report (clock, foi_almanac_get_today (almanac));

  return g_strdup_printf (_("How the due date was reached\n%s\n\n%s"), title, report);
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Report *report)
{
  const double height = gtk_print_context_get_height (context) - 2 * MARGIN;
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  double used = 0;

  report->layout = gtk_print_context_create_pango_layout (context);
  pango_layout_set_font_description (report->layout, font);
  pango_layout_set_width (
    report->layout,
    (int) ((gtk_print_context_get_width (context) - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_text (report->layout, report->text, -1);
  g_array_set_size (report->breaks, 0);
  for (int i = 0; i < pango_layout_get_line_count (report->layout); i++)
    {
      PangoRectangle line;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (report->layout, i), NULL,
                                     &line);
      if (i == 0 || used + (double) line.height / PANGO_SCALE > height)
        {
          g_array_append_val (report->breaks, i);
          used = 0;
        }
      used += (double) line.height / PANGO_SCALE;
    }
  gtk_print_operation_set_n_pages (operation, (int) report->breaks->len);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Report *report)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const guint next = (guint) page + 1;
  int last = next < report->breaks->len ? g_array_index (report->breaks, int, next)
                                        : pango_layout_get_line_count (report->layout);
  double y = MARGIN;

  for (int i = g_array_index (report->breaks, int, page); i < last; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (report->layout, i);
      PangoRectangle extents;

      pango_layout_line_get_extents (line, NULL, &extents);
      cairo_move_to (cr, MARGIN, y - (double) extents.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, line);
      y += (double) extents.height / PANGO_SCALE;
    }
}

/**
 * foi_clock_print_operation_new:
 *
 * Returns: (transfer full): what prints how the due date of the case was reached: its clock in
 *   words and every day with its number, or why it has none.
 */
GtkPrintOperation *
foi_clock_print_operation_new (FoiDocument *document)
{
  GtkPrintOperation *operation;
  Report *report;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  report = g_new0 (Report, 1);
  report->text = make_text (document);
  report->breaks = g_array_new (FALSE, FALSE, sizeof (int));
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _("How the due date was reached"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), report);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), report, report_free, 0);
  return operation;
}

/**
 * foi_clock_print:
 * @parent: the window of @document
 *
 * Asks for a printer and prints.
 */
void
foi_clock_print (GtkWindow *parent, FoiDocument *document)
{
  g_autoptr (GtkPrintOperation) operation = foi_clock_print_operation_new (document);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
  if (error != NULL)
    foi_document_tell_error (document, error);
}
