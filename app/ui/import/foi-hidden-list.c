/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-hidden-list.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-list-filler.h"

/* Each row is two texts that wrap, which are slow to measure. */
#define ROWS_EACH 3

struct _FoiHiddenList
{
  GtkWidget parent_instance;

  GPtrArray     *lines;  /* of GtkStringObject: what it is, a newline, where it is */
  FoiListFiller *filler;
  GtkWidget     *list;
};

G_DEFINE_FINAL_TYPE (FoiHiddenList, foi_hidden_list, GTK_TYPE_WIDGET)

/* ---- words ---- */

/* A place or a name on one line, whatever it has inside. */
static char *
dup_one_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_isprint (c) ? c : ' ');
    }
  return g_strdup (g_strstrip (line->str));
}

static char *
dup_capital (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, words + strlen (first), NULL);
}

/* What a property says is a value; whose comments there are, and what a link is called, is not. */
static char *
describe (const FoiHiddenItem *item)
{
  g_autofree char *kind = dup_capital (foi_hidden_kind_get_words (item->kind));
  g_autofree char *place = dup_one_line (item->place);
  g_autofree char *detail = item->detail != NULL && item->kind != FOI_HIDDEN_DOCUMENT_PROPERTY
                              ? dup_one_line (item->detail)
                              : NULL;
  g_autoptr (GString) line = g_string_new (kind);

  g_string_append_printf (line, "\n%s", place);
  if (detail != NULL && *detail != '\0')
    g_string_append_printf (line, " · %s", detail);
  if (item->count > 1)
    /* Translators: after the place of something hidden, how much of it there is. */
    g_string_append_printf (line, _(" · %u in all"), item->count);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * foi_hidden_list_describe:
 * @hidden: what is hidden
 *
 * For any thread.
 *
 * Returns: (transfer full) (element-type utf8): each in words: what it is, a newline, where it is.
 */
GPtrArray *
foi_hidden_list_describe (FoiHidden *hidden)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (hidden != NULL, lines);

  for (guint i = 0; i < foi_hidden_get_length (hidden); i++)
    g_ptr_array_add (lines, describe (foi_hidden_get (hidden, i)));
  return lines;
}

/* ---- rows ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  add_label (box, "row-title");
  add_label (box, "row-subtitle");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const char *place = strchr (line, '\n');
  g_autofree char *kind = g_strndup (line, (gsize) (place - line));

  gtk_label_set_text (GTK_LABEL (title), kind);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), place + 1);
}

static void
foi_hidden_list_dispose (GObject *object)
{
  FoiHiddenList *self = FOI_HIDDEN_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->filler, foi_list_filler_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (foi_hidden_list_parent_class)->dispose (object);
}

static void
foi_hidden_list_class_init (FoiHiddenListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_hidden_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_hidden_list_init (FoiHiddenList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->filler = foi_list_filler_new (GTK_WIDGET (self), GTK_TYPE_STRING_OBJECT, ROWS_EACH);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  selection
    = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (
      foi_list_filler_get_list (self->filler))));
  self->list = gtk_list_view_new (selection, factory);
  gtk_widget_add_css_class (self->list, "recent-list");
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_add_css_class (scroller, "foi-card");
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * foi_hidden_list_new:
 * @name: what it lists, for screen readers
 *
 * Returns: (transfer floating): a list of nothing yet.
 */
GtkWidget *
foi_hidden_list_new (const char *name)
{
  FoiHiddenList *self = g_object_new (FOI_TYPE_HIDDEN_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * foi_hidden_list_set_lines:
 * @lines: (element-type utf8): what foi_hidden_list_describe() gave
 *
 * Shows them.
 */
void
foi_hidden_list_set_lines (FoiHiddenList *self, GPtrArray *lines)
{
  GPtrArray *objects;

  g_return_if_fail (FOI_IS_HIDDEN_LIST (self) && lines != NULL);

  objects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (objects, gtk_string_object_new (g_ptr_array_index (lines, i)));
  g_ptr_array_unref (self->lines);
  self->lines = g_ptr_array_ref (objects);
  foi_list_filler_set (self->filler, objects);
}

/**
 * foi_hidden_list_drop:
 *
 * Takes a few of the lines away, of a list that is not shown any more.
 *
 * Returns: whether there are others.
 */
gboolean
foi_hidden_list_drop (FoiHiddenList *self)
{
  g_return_val_if_fail (FOI_IS_HIDDEN_LIST (self), FALSE);

  if (self->lines->len > 0)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      foi_hidden_list_set_lines (self, none);
    }
  return foi_list_filler_drop (self->filler);
}

/**
 * foi_hidden_list_get_length:
 *
 * Returns: how many there are.
 */
guint
foi_hidden_list_get_length (FoiHiddenList *self)
{
  g_return_val_if_fail (FOI_IS_HIDDEN_LIST (self), 0);

  return self->lines->len;
}

/**
 * foi_hidden_list_dup_text:
 *
 * Returns: (transfer full): each on a line: what it is, and where.
 */
char *
foi_hidden_list_dup_text (FoiHiddenList *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (FOI_IS_HIDDEN_LIST (self), NULL);

  for (guint i = 0; i < foi_hidden_list_get_length (self); i++)
    {
      GtkStringObject *object = g_ptr_array_index (self->lines, i);
      g_autofree char *line = g_strdup (gtk_string_object_get_string (object));
      char *place = strchr (line, '\n');

      *place = '\0';
      g_string_append_printf (text, "%s: %s\n", line, place + 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * foi_hidden_list_copy:
 *
 * Copies them as text.
 */
void
foi_hidden_list_copy (FoiHiddenList *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (FOI_IS_HIDDEN_LIST (self));

  text = foi_hidden_list_dup_text (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}
