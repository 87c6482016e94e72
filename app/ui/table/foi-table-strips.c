/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-clipboard-cells.h"
#include "foi-paste-grid.h"
#include "foi-paste-over.h"
#include "foi-paste-strip.h"
#include "foi-table-paste-new.h"
#include "foi-table-view-private.h"

/* What stands between the title of a table and its rows for a while. */

/* Frames after which the page is laid out anew with a strip. */
#define N_FRAMES 4

typedef struct
{
  GtkWidget *card;
  guint n_frames;
} Scroll;

/* The card of the table with its strip, as far as both have room: the top of it in any case. */
static gboolean
scroll_to_card_cb (GtkWidget *strip, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  GtkWidget *page = gtk_widget_get_ancestor (scroll->card, GTK_TYPE_VIEWPORT);
  GtkWidget *content = page != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (page)) : NULL;
  graphene_rect_t bounds;

  if (content == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (strip) > 0
      && gtk_widget_compute_bounds (scroll->card, content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
  return ++scroll->n_frames < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
show_strip (FoiTableView *self, GtkWidget *strip)
{
  Scroll *scroll = g_new0 (Scroll, 1);

  scroll->card = GTK_WIDGET (self);
  _foi_table_view_set_strip (self, strip);
  gtk_widget_add_tick_callback (strip, scroll_to_card_cb, scroll, g_free);
}

static void
remove_strip (FoiTableView *self)
{
  _foi_table_view_set_strip (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/*
 * _foi_table_view_show_proposal:
 *
 * Where the table was pasted just now, shows what was recognised; where it was imported, what could
 * not be read.
 */
void
_foi_table_view_show_proposal (FoiTableView *self)
{
  FoiPasteProposal *proposal
      = foi_table_paste_take_proposal (self->document, _foi_table_view_get_name (self));
  g_autoptr (GArray) problems
      = foi_table_paste_take_problems (self->document, _foi_table_view_get_name (self));
  GtkWidget *strip;

  if (problems != NULL)
    foi_table_grid_take_problems (self->grid, problems);
  if (proposal == NULL)
    return;
  strip = foi_paste_strip_new (self->document, self->grid, proposal);
  g_signal_connect_object (strip, "done", G_CALLBACK (remove_strip), self, G_CONNECT_SWAPPED);
  show_strip (self, strip);
  foi_table_grid_claim_focus (self->grid);
}

/* What was pasted and how many columns it has too many, while the person is asked. */
typedef struct
{
  FoiTableView *view; /* unowned: the strip is in it */
  char *text;
  guint n_missing;
} Wide;

static void
wide_free (gpointer data, GClosure *closure)
{
  Wide *wide = data;

  g_free (wide->text);
  g_free (wide);
}

static void
paste_wide (Wide *wide, guint new_columns, gboolean clip)
{
  FoiTableView *view = wide->view;
  g_autofree char *text = g_strdup (wide->text);

  _foi_table_view_set_strip (view, NULL);
  foi_table_grid_paste_text (view->grid, text, new_columns, clip);
  gtk_widget_grab_focus (GTK_WIDGET (view->grid));
}

static void
add_columns_cb (GtkButton *button, gpointer user_data)
{
  Wide *wide = user_data;

  paste_wide (wide, wide->n_missing, FALSE);
}

static void
clip_cb (GtkButton *button, gpointer user_data)
{
  paste_wide (user_data, 0, TRUE);
}

static void
cancel_cb (GtkButton *button, gpointer user_data)
{
  remove_strip (((Wide *) user_data)->view);
}

static void
add_button (GtkWidget *box, const char *label, GCallback callback, FoiTableView *view,
            const char *text, guint n_missing)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Wide *wide = g_new0 (Wide, 1);

  wide->view = view;
  wide->text = g_strdup (text);
  wide->n_missing = n_missing;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", callback, wide, wide_free, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), button);
}

static guint
count_missing (FoiTableView *self, const char *text)
{
  g_autoptr (FoiPasteGrid) cells = foi_paste_grid_new (text, -1, NULL);
  guint n_fields = foi_table_grid_get_n_fields (self->grid);
  guint n_pasted = cells != NULL ? foi_paste_grid_get_n_columns (cells) : 0;
  FoiGridBlock block;

  if (!foi_table_grid_get_block (self->grid, &block))
    return 0;
  return block.left + n_pasted > n_fields ? block.left + n_pasted - n_fields : 0;
}

static void
too_wide_cb (FoiTableView *self, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint n_missing = count_missing (self, text);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *question
      = g_strdup_printf (ngettext ("What was copied has %u column more than there is room for",
                                   "What was copied has %u columns more than there is room for",
                                   n_missing),
                         n_missing);
  g_autofree char *add
      = g_strdup_printf (ngettext ("Add %u Column", "Add %u Columns", n_missing), n_missing);

  gtk_label_set_text (GTK_LABEL (label), question);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "foi-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  gtk_box_append (GTK_BOX (box), label);
  add_button (box, add, G_CALLBACK (add_columns_cb), self, text, n_missing);
  add_button (box, _("Paste What Fits"), G_CALLBACK (clip_cb), self, text, n_missing);
  add_button (box, _("Cancel"), G_CALLBACK (cancel_cb), self, text, n_missing);
  show_strip (self, box);
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (label));
}

/*
 * _foi_table_view_paste_over:
 *
 * Lists what pasting @text over the table would change.
 */
void
_foi_table_view_paste_over (FoiTableView *self, const char *text)
{
  GError *error = NULL;
  GtkWidget *strip = foi_paste_over_new (self->document, self->grid, text, &error);

  if (!_foi_table_view_done (self, strip != NULL, error))
    return;
  g_signal_connect_object (strip, "done", G_CALLBACK (remove_strip), self, G_CONNECT_SWAPPED);
  show_strip (self, strip);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiTableView) self = user_data;
  g_autofree char *text = foi_clipboard_cells_read_finish (result);

  if (self->grid == NULL)
    return;
  if (text == NULL || text[0] == '\0')
    foi_document_tell (self->document, _("There is no text to paste"));
  else
    _foi_table_view_paste_over (self, text);
}

static void
paste_over_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;

  foi_table_grid_commit (self->grid);
  foi_clipboard_cells_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), FALSE,
                                  text_read_cb, g_object_ref (self));
}

/*
 * _foi_table_view_add_strips:
 *
 * Lets the card ask and tell between its title and its rows.
 */
void
_foi_table_view_add_strips (FoiTableView *self)
{
  static const GActionEntry entries[] = { { .name = "paste-over", .activate = paste_over_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (self->grid, "paste-too-wide", G_CALLBACK (too_wide_cb), self,
                           G_CONNECT_SWAPPED);
  _foi_table_view_show_proposal (self);
}
