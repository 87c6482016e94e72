/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-asked-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-text-start.h"

/* More than eight lines or so is folded, and unfolded scrolls in a third of a small window. */
#define MOST_CHARACTERS 450
#define MOST_LINES 8
#define MOST_HEIGHT 240

struct _FoiAskedText
{
  GtkWidget parent_instance;

  char      *text;
  GtkWidget *start;    /* all of a short text */
  GtkWidget *scroller;
  GtkWidget *whole;    /* of a long one, a view that lays out what is seen of it */
  GtkWidget *unfold;
};

G_DEFINE_FINAL_TYPE (FoiAskedText, foi_asked_text, GTK_TYPE_WIDGET)

/* What is seen of @text while it is folded. */
static char *
dup_folded (const char *text)
{
  const char *end = text;
  guint n_lines = 0;
  g_autofree char *lines = NULL, *start = NULL;

  while (n_lines < MOST_LINES && end != NULL)
    {
      end = strchr (end, '\n');
      end = end != NULL ? end + 1 : NULL;
      n_lines++;
    }
  if (end == NULL)
    return foi_text_dup_start (text, MOST_CHARACTERS);
  lines = g_strchomp (g_strndup (text, (gsize) (end - text)));
  start = foi_text_dup_start (lines, MOST_CHARACTERS);
  return g_str_has_suffix (start, "…") ? g_steal_pointer (&start)
                                       : g_strconcat (start, "…", NULL);
}

static void
unfold_cb (FoiAskedText *self)
{
  const gboolean whole = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unfold));

  if (whole)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->whole)), self->text,
                              -1);
  gtk_widget_set_visible (self->start, !whole);
  gtk_widget_set_visible (self->scroller, whole);
  gtk_button_set_label (GTK_BUTTON (self->unfold),
                        whole ? _("Less of the Question") : _("The Whole Question"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->unfold), GTK_ACCESSIBLE_STATE_EXPANDED,
                               whole, -1);
}

/* ---- how it is made -------------------------------------------------------------------------- */

static GtkWidget *
new_start (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "foi-asked");
  return label;
}

static GtkWidget *
new_whole (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The question as asked"), -1);
  return view;
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_add_css_class (scroller, "foi-asked");
  gtk_widget_set_visible (scroller, FALSE);
  return scroller;
}

static void
foi_asked_text_init (FoiAskedText *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->start = new_start ();
  self->whole = new_whole ();
  self->scroller = new_scroller (self->whole);
  self->unfold = gtk_toggle_button_new_with_label (_("The Whole Question"));
  gtk_widget_add_css_class (self->unfold, "flat");
  gtk_widget_set_halign (self->unfold, GTK_ALIGN_START);
  gtk_widget_set_visible (self->unfold, FALSE);
  gtk_widget_set_parent (self->start, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (self->unfold, GTK_WIDGET (self));
  g_signal_connect_object (self->unfold, "toggled", G_CALLBACK (unfold_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
foi_asked_text_dispose (GObject *object)
{
  FoiAskedText *self = FOI_ASKED_TEXT (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->unfold, gtk_widget_unparent);
  G_OBJECT_CLASS (foi_asked_text_parent_class)->dispose (object);
}

static void
foi_asked_text_finalize (GObject *object)
{
  g_free (FOI_ASKED_TEXT (object)->text);
  G_OBJECT_CLASS (foi_asked_text_parent_class)->finalize (object);
}

static void
foi_asked_text_class_init (FoiAskedTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_asked_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_asked_text_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/**
 * foi_asked_text_set_text:
 * @text: the question as asked; another one is folded again
 */
void
foi_asked_text_set_text (FoiAskedText *self, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (FOI_IS_ASKED_TEXT (self) && text != NULL);

  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  folded = dup_folded (text);
  gtk_label_set_text (GTK_LABEL (self->start), folded);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unfold), FALSE);
  gtk_widget_set_visible (self->unfold, strcmp (folded, text) != 0);
}
