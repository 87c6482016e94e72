/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-spelling.h"

#include <glib/gi18n.h>

#include "foi-speller.h"
#include "foi-spelling-menu.h"
#include "foi-word-scan.h"

/* So many milliseconds after the last key words are looked at. */
#define PAUSE 300
/* So many microseconds of a frame are taken for it. */
#define SLICE 3000

#define KEY "foi-spelling"

/* Of one view, which owns it. */
typedef struct
{
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkTextTag    *tag;
  GtkTextMark   *first, *last;  /* the lines to be looked at, where there are any */
  gboolean       is_dirty;
  gboolean       has_unfinished;
  guint          source;
  FoiSpellingMenu *menu;
} Spelling;

static gboolean check_cb (gpointer user_data);

static Spelling *
get_spelling (GtkTextView *view)
{
  return g_object_get_data (G_OBJECT (view), KEY);
}

/* ---- which lines ----------------------------------------------------------------------------- */

static void
schedule (Spelling *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, check_cb, self);
}

/* From @start to @end there is something to be looked at, besides what there was. */
static void
look_at (Spelling *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter first, last;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &first, self->first);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &last, self->last);
  if (!self->is_dirty || gtk_text_iter_compare (start, &first) < 0)
    gtk_text_buffer_move_mark (self->buffer, self->first, start);
  if (!self->is_dirty || gtk_text_iter_compare (end, &last) > 0)
    gtk_text_buffer_move_mark (self->buffer, self->last, end);
  self->is_dirty = TRUE;
  schedule (self);
}

static void
look_at_all (Spelling *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  look_at (self, &start, &end);
}

static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *end, const char *text, int length, Spelling *self)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  look_at (self, &start, end);
}

static void
deleted_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, Spelling *self)
{
  look_at (self, start, start);
}

/* Who leaves a word has finished it. */
static void
cursor_moved_cb (Spelling *self)
{
  if (self->has_unfinished)
    look_at_all (self);
  self->has_unfinished = FALSE;
}

/* ---- looking --------------------------------------------------------------------------------- */

static gboolean
is_being_typed (Spelling *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter cursor;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_compare (&cursor, start) >= 0 && gtk_text_iter_compare (&cursor, end) <= 0;
}

/* Most words keep what they have: what is drawn anew costs more than looking at it. */
static void
set_tag (Spelling *self, const GtkTextIter *start, const GtkTextIter *end, gboolean is_wrong)
{
  GtkTextIter toggle = *start;
  gboolean has_all = gtk_text_iter_has_tag (start, self->tag), has_none = !has_all;

  if (gtk_text_iter_forward_to_tag_toggle (&toggle, self->tag)
      && gtk_text_iter_compare (&toggle, end) < 0)
    has_all = has_none = FALSE;
  if (is_wrong && !has_all)
    gtk_text_buffer_apply_tag (self->buffer, self->tag, start, end);
  if (!is_wrong && !has_none)
    gtk_text_buffer_remove_tag (self->buffer, self->tag, start, end);
}

static void
look_at_line (Spelling *self, const GtkTextIter *line)
{
  FoiSpeller *speller = foi_speller_get_default ();
  GtkTextIter end = *line, done = *line;
  g_autofree char *text = NULL;
  g_autoptr (GArray) words = NULL;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_buffer_get_slice (self->buffer, line, &end, TRUE);
  words = foi_word_scan (text);
  for (guint i = 0; i < words->len; i++)
    {
      const FoiWordRange *range = &g_array_index (words, FoiWordRange, i);
      GtkTextIter start = *line, stop = *line;
      g_autofree char *word = g_utf8_substring (text, range->start, range->end);
      gboolean is_wrong = !foi_speller_is_right (speller, word);

      gtk_text_iter_set_line_offset (&start, (int) range->start);
      gtk_text_iter_set_line_offset (&stop, (int) range->end);
      if (is_wrong && is_being_typed (self, &start, &stop)
          && !gtk_text_iter_has_tag (&start, self->tag))
        {
          self->has_unfinished = TRUE;
          is_wrong = FALSE;
        }
      set_tag (self, &done, &start, FALSE);
      set_tag (self, &start, &stop, is_wrong);
      done = stop;
    }
  set_tag (self, &done, &end, FALSE);
}

/* A few lines at a time, so that typing never waits. */
static gboolean
check_cb (gpointer user_data)
{
  Spelling *self = user_data;
  const gint64 since = g_get_monotonic_time ();
  GtkTextIter line, last;

  self->source = 0;
  do
    {
      gtk_text_buffer_get_iter_at_mark (self->buffer, &line, self->first);
      gtk_text_buffer_get_iter_at_mark (self->buffer, &last, self->last);
      gtk_text_iter_set_line_offset (&line, 0);
      look_at_line (self, &line);
      gtk_text_buffer_get_iter_at_mark (self->buffer, &line, self->first);
      self->is_dirty = gtk_text_iter_forward_line (&line)
                       && gtk_text_iter_compare (&line, &last) <= 0;
      gtk_text_buffer_move_mark (self->buffer, self->first, &line);
    }
  while (self->is_dirty && g_get_monotonic_time () - since < SLICE);
  if (self->is_dirty)
    self->source = g_idle_add (check_cb, self);
  return G_SOURCE_REMOVE;
}

/* ---- the person ------------------------------------------------------------------------------ */

/* Goes to the next one, from the top again after the last. */
static gboolean
next_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Spelling *self = user_data;
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (self->buffer, NULL, &start);
  for (guint i = 0; i < 2; i++)
    {
      if (gtk_text_iter_has_tag (&start, self->tag)
          && !gtk_text_iter_starts_tag (&start, self->tag))
        gtk_text_iter_forward_to_tag_toggle (&start, self->tag);
      if (gtk_text_iter_starts_tag (&start, self->tag)
          || (gtk_text_iter_forward_to_tag_toggle (&start, self->tag)
              && gtk_text_iter_starts_tag (&start, self->tag)))
        {
          end = start;
          gtk_text_iter_forward_to_tag_toggle (&end, self->tag);
          gtk_text_buffer_select_range (self->buffer, &start, &end);
          gtk_text_view_scroll_mark_onscreen (self->view,
                                              gtk_text_buffer_get_insert (self->buffer));
          return TRUE;
        }
      gtk_text_buffer_get_start_iter (self->buffer, &start);
    }
  gtk_widget_error_bell (widget);
  return TRUE;
}

static void
add_shortcut (Spelling *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F7, GDK_CONTROL_MASK),
                      gtk_callback_action_new (next_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
spelling_free (gpointer data)
{
  Spelling *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (foi_speller_get_default (), self);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  foi_spelling_menu_free (self->menu);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * foi_spelling_attach:
 * @view: a view whose buffer stays
 *
 * Has the spelling of its text looked at for as long as it lives.
 */
void
foi_spelling_attach (GtkTextView *view)
{
  Spelling *self;
  GtkTextIter start;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view) && get_spelling (view) == NULL);

  self = g_new0 (Spelling, 1);
  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
                                          NULL);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->first = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  self->last = gtk_text_buffer_create_mark (self->buffer, NULL, &start, FALSE);
  self->menu = foi_spelling_menu_new (view, self->tag);
  g_signal_connect_swapped (foi_speller_get_default (), "changed", G_CALLBACK (look_at_all), self);
  g_signal_connect_after (self->buffer, "insert-text", G_CALLBACK (inserted_cb), self);
  g_signal_connect_after (self->buffer, "delete-range", G_CALLBACK (deleted_cb), self);
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb),
                            self);
  add_shortcut (self);
  g_object_set_data_full (G_OBJECT (view), KEY, self, spelling_free);
  look_at_all (self);
}

/**
 * foi_spelling_is_busy:
 *
 * Returns: whether there is text that was not looked at yet.
 */
gboolean
foi_spelling_is_busy (GtkTextView *view)
{
  const Spelling *self = get_spelling (view);

  return self != NULL && (self->is_dirty || self->source != 0);
}

/**
 * foi_spelling_count:
 *
 * Returns: how many words are underlined.
 */
guint
foi_spelling_count (GtkTextView *view)
{
  const Spelling *self = get_spelling (view);
  GtkTextIter at;
  guint n = 0;

  if (self == NULL)
    return 0;
  gtk_text_buffer_get_start_iter (self->buffer, &at);
  n += gtk_text_iter_starts_tag (&at, self->tag) ? 1 : 0;
  while (gtk_text_iter_forward_to_tag_toggle (&at, self->tag))
    n += gtk_text_iter_starts_tag (&at, self->tag) ? 1 : 0;
  return n;
}
