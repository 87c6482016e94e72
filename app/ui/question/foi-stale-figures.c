/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-stale-figures.h"

#include <glib/gi18n.h>

#include "foi-table.h"
#include "foi-value-quotes.h"

static void
clear_figure (FoiStaleFigure *figure)
{
  g_free (figure->said);
  g_free (figure->now);
}

static void
add_figures (GArray *figures, const char *answer, FoiPublication *before, FoiPublication *after)
{
  g_autoptr (GArray) quotes = foi_quotes_find_stale (answer, before, after);

  for (guint i = 0; i < quotes->len; i++)
    {
      const FoiStaleQuote *quote = &g_array_index (quotes, FoiStaleQuote, i);
      FoiStaleFigure figure = {
        .start = (guint) g_utf8_pointer_to_offset (answer, answer + quote->start),
        .end = (guint) g_utf8_pointer_to_offset (answer, answer + quote->end),
        .said = g_strndup (answer + quote->start, quote->end - quote->start),
        .now = g_strdup (quote->now),
      };

      g_array_append_val (figures, figure);
    }
}

/**
 * foi_stale_figures_find:
 * @answer: an answer's text
 *
 * Finds figures in @answer that a table showed when the case was opened and shows no longer.
 *
 * Returns: (transfer full) (element-type FoiStaleFigure): them.
 */
GArray *
foi_stale_figures_find (FoiDocument *document, const char *answer)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (FoiStaleFigure));
  GPtrArray *opened;
  FoiCaseState *state;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), figures);

  g_array_set_clear_func (figures, (GDestroyNotify) clear_figure);
  opened = foi_brief_get_publications (foi_document_get_opened_brief (document));
  state = foi_case_get_state (foi_document_get_case (document));
  for (guint i = 0; i < opened->len; i++)
    {
      FoiPublication *before = g_ptr_array_index (opened, i);
      FoiTableData *data = foi_case_state_find_table (state, foi_publication_get_name (before));
      g_autoptr (FoiPublication) after = data != NULL ? foi_case_state_publish_table (state, data)
                                                            : NULL;

      /* Tables of thousands of rows are not quoted from memory, and would hold up the typing. */
      if (after != NULL && foi_publication_get_n_rows (before) <= FOI_MAX_LETTER_ROWS
          && foi_publication_get_n_rows (after) <= FOI_MAX_LETTER_ROWS
          && foi_publication_get_stamp (before) != foi_publication_get_stamp (after))
        add_figures (figures, answer, before, after);
    }
  return figures;
}

/**
 * foi_stale_figure_describe:
 *
 * Returns: (transfer full): in words what is out of date.
 */
char *
foi_stale_figure_describe (const FoiStaleFigure *figure)
{
  g_return_val_if_fail (figure != NULL, NULL);

  if (figure->now == NULL)
    /* Translators: %s is a figure. */
    return g_strdup_printf (_("This answer says %s, which the table does not show any more."),
                            figure->said);
  /* Translators: two figures. */
  return g_strdup_printf (_("This answer says %s. The table shows %s now."), figure->said,
                          figure->now);
}
