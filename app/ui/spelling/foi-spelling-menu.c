/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-spelling-menu.h"

#include <glib/gi18n.h>

#include "foi-dialogs.h"
#include "foi-speller.h"

struct _FoiSpellingMenu
{
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkTextTag    *tag;
  GtkTextMark   *start, *end;   /* the word that the menu is about */
  GMenu         *menu;
  GMenu         *suggestions;   /* a section of it */
  GCancellable  *cancellable;   /* of the search for suggestions */
  GSimpleActionGroup *actions;
};

static char *
dup_word (FoiSpellingMenu *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* ---- what is chosen -------------------------------------------------------------------------- */

static void
replace_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiSpellingMenu *self = user_data;
  const gboolean editable = gtk_text_view_get_editable (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->end);
  gtk_text_buffer_begin_user_action (self->buffer);
  /* Words that are locked stay. */
  if (gtk_text_buffer_delete_interactive (self->buffer, &start, &end, editable))
    gtk_text_buffer_insert_interactive (self->buffer, &start,
                                        g_variant_get_string (parameter, NULL), -1, editable);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) view = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (view);

  if (!foi_speller_add_finish (FOI_SPELLER (source), result, &error) && GTK_IS_WINDOW (root))
    foi_dialogs_tell (GTK_WINDOW (root), _("The word was not added"), error->message);
}

static void
add (FoiSpellingMenu *self, FoiWords words)
{
  g_autofree char *word = dup_word (self);

  if (word[0] != '\0')
    foi_speller_add_async (foi_speller_get_default (), word, words, added_cb,
                           g_object_ref (self->view));
}

static void
add_own_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  add (user_data, FOI_WORDS_OWN);
}

static void
add_authority_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  add (user_data, FOI_WORDS_AUTHORITY);
}

static void
ignore_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  add (user_data, FOI_WORDS_SESSION);
}

/* ---- what there is to choose ----------------------------------------------------------------- */

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GMenu) suggestions = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = foi_speller_suggest_finish (FOI_SPELLER (source), result, &error);

  if (words == NULL)
    return;
  g_menu_remove_all (suggestions);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (words[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.replace", "s", words[i]);
      g_menu_append_item (suggestions, item);
    }
  if (words[0] == NULL)
    g_menu_append (suggestions, _("Nothing is like it"), "spelling.none");
}

static void
stop (FoiSpellingMenu *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->suggestions);
}

static void
fill (FoiSpellingMenu *self)
{
  g_autoptr (GMenu) lists = g_menu_new ();
  g_autofree char *word = dup_word (self);

  self->suggestions = g_menu_new ();
  self->cancellable = g_cancellable_new ();
  g_menu_append (self->suggestions, _("Looking for words like it…"), "spelling.none");
  g_menu_append (lists, _("Add to My Words"), "spelling.add-own");
  g_menu_append (lists, _("Add to the Authority’s Words"), "spelling.add-authority");
  g_menu_append (lists, _("Ignore for Now"), "spelling.ignore");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (self->suggestions));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (lists));
  foi_speller_suggest_async (foi_speller_get_default (), word, self->cancellable, suggested_cb,
                             g_object_ref (self->suggestions));
}

/* The menu is about the word at @at, if that is misspelt. */
static void
update (FoiSpellingMenu *self, const GtkTextIter *at)
{
  GtkTextIter start = *at, end;

  stop (self);
  g_menu_remove_all (self->menu);
  if (!gtk_text_iter_has_tag (at, self->tag) && !gtk_text_iter_ends_tag (at, self->tag))
    return;
  if (!gtk_text_iter_starts_tag (&start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (&start, self->tag);
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, self->tag);
  gtk_text_buffer_move_mark (self->buffer, self->start, &start);
  gtk_text_buffer_move_mark (self->buffer, self->end, &end);
  fill (self);
}

static void
pressed_cb (FoiSpellingMenu *self, int n_press, double x, double y)
{
  GtkTextIter at;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->view, &at, buffer_x, buffer_y))
    gtk_text_buffer_get_end_iter (self->buffer, &at);
  update (self, &at);
}

static gboolean
key_cb (FoiSpellingMenu *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkTextIter at;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_text_buffer_get_iter_at_mark (self->buffer, &at,
                                        gtk_text_buffer_get_insert (self->buffer));
      update (self, &at);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_controllers (FoiSpellingMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * foi_spelling_menu_new:
 * @view: a view, which outlives the menu
 * @tag: what misspelt words of its buffer have
 *
 * Returns: (transfer full): the menu, which comes with the view's own.
 */
FoiSpellingMenu *
foi_spelling_menu_new (GtkTextView *view, GtkTextTag *tag)
{
  static const GActionEntry entries[] = {
    { .name = "replace", .activate = replace_action, .parameter_type = "s" },
    { .name = "add-own", .activate = add_own_action },
    { .name = "add-authority", .activate = add_authority_action },
    { .name = "ignore", .activate = ignore_action },
  };
  FoiSpellingMenu *self = g_new0 (FoiSpellingMenu, 1);
  GtkTextIter start;

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->tag = g_object_ref (tag);
  self->menu = g_menu_new ();
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->start = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  self->end = gtk_text_buffer_create_mark (self->buffer, NULL, &start, FALSE);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (self->actions));
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (self->menu));
  add_controllers (self);
  return self;
}

/**
 * foi_spelling_menu_free:
 * @self: (transfer full): a menu whose view goes
 */
void
foi_spelling_menu_free (FoiSpellingMenu *self)
{
  g_return_if_fail (self != NULL);

  stop (self);
  g_object_unref (self->actions);
  g_object_unref (self->menu);
  g_object_unref (self->tag);
  g_object_unref (self->buffer);
  g_free (self);
}
