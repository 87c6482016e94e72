/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-answer-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-answer-markup.h"
#include "foi-focus.h"
#include "foi-insert-menu.h"
#include "foi-placeholder-words.h"
#include "foi-question-paste.h"
#include "foi-spelling.h"
#include "foi-stale-figures.h"
#include "foi-text-height.h"

/* A pause of so many milliseconds ends the command that typing is. */
#define PAUSE 1500

/* Longer texts are shown plain: colouring them would hold up the typing. */
#define MAX_SCANNED 100000

/* What is markup and not read stands back so much, and still has a contrast of 4.5 to 1,
 * of 7 to 1 in a theme of high contrast. */
#define MARKER_ALPHA 0.8f

/* Pixels that a text is given even where the page is short on room: a longer one scrolls. */
#define SURE_HEIGHT 240
/* Pixels beyond which no page gets higher. */
#define ENOUGH_HEIGHT 4000

struct _FoiAnswerEditor
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  char         *question;
  char         *path;          /* of the answer in the case */
  GSignalGroup *question_signals;
  gboolean      updating;
  guint         pause_source;
  FoiTextHeight *height;
  int           text_width;    /* in pixels */

  GtkWidget     *card;
  GtkWidget     *link_button;
  GtkWidget     *link_entry;
  GtkWidget     *insert_button;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkTextTag    *tags[FOI_N_MARKUP_KINDS];
  GtkTextTag    *unknown_tag;  /* placeholders of what the case does not have */
  GtkTextTag    *stale_tag;
  GtkWidget     *stale_band;
  GtkWidget     *stale_label;
  GtkWidget     *stale_button;
  GArray        *stale;        /* of FoiStaleFigure */
};

G_DEFINE_FINAL_TYPE (FoiAnswerEditor, foi_answer_editor, GTK_TYPE_WIDGET)

static char *
dup_text (FoiAnswerEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* The placeholder at @at, with its bounds; NULL where there is none. */
static char *
dup_placeholder (FoiAnswerEditor *self, const GtkTextIter *at, GtkTextIter *start,
                 GtkTextIter *end)
{
  GtkTextTag *tag = self->tags[FOI_MARKUP_PLACEHOLDER];

  *start = *end = *at;
  if (!gtk_text_iter_has_tag (at, tag) && !gtk_text_iter_ends_tag (at, tag))
    return NULL;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return gtk_text_buffer_get_text (self->buffer, start, end, TRUE);
}

static char *
describe_at (FoiAnswerEditor *self, const GtkTextIter *at)
{
  GtkTextIter start, end;
  g_autofree char *placeholder = dup_placeholder (self, at, &start, &end);
  gboolean known;

  if (placeholder == NULL || self->document == NULL)
    return NULL;
  return foi_placeholder_describe (self->document, placeholder, &known);
}

/* Says below what the placeholder under the cursor stands for. */
static void
cursor_moved_cb (FoiAnswerEditor *self)
{
  GtkTextIter cursor;
  g_autofree char *words = NULL;

  if (self->document == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  words = describe_at (self, &cursor);
  foi_document_set_status (self->document, words != NULL ? words : "");
}

static gboolean
query_tooltip_cb (FoiAnswerEditor *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  GtkTextIter at;
  g_autofree char *words = NULL;
  int buffer_x, buffer_y;

  if (by_keyboard)
    gtk_text_buffer_get_iter_at_mark (self->buffer, &at,
                                      gtk_text_buffer_get_insert (self->buffer));
  else
    {
      gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                             &buffer_y);
      if (!gtk_text_view_get_iter_at_location (self->view, &at, buffer_x, buffer_y))
        return FALSE;
    }
  words = describe_at (self, &at);
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* Marks a placeholder for which the letter has nothing to show. */
static void
check_placeholder (FoiAnswerEditor *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *placeholder = gtk_text_buffer_get_text (self->buffer, start, end, TRUE);
  g_autofree char *words = NULL;
  gboolean known = TRUE;

  if (self->document == NULL)
    return;
  words = foi_placeholder_describe (self->document, placeholder, &known);
  if (!known)
    gtk_text_buffer_apply_tag (self->buffer, self->unknown_tag, start, end);
}

static void
colour_text (FoiAnswerEditor *self, const char *text)
{
  GtkTextIter start, end;
  g_autoptr (GArray) runs = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < FOI_N_MARKUP_KINDS; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->unknown_tag, &start, &end);
  if (strlen (text) > MAX_SCANNED)
    return;
  runs = foi_answer_markup_scan (text);
  for (guint i = 0; i < runs->len; i++)
    {
      const FoiMarkupRun *run = &g_array_index (runs, FoiMarkupRun, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) run->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) run->end);
      gtk_text_buffer_apply_tag (self->buffer, self->tags[run->kind], &start, &end);
      if (run->kind == FOI_MARKUP_PLACEHOLDER)
        check_placeholder (self, &start, &end);
    }
}

/* Marks figures that a table showed when the case was opened and shows no longer. */
static void
update_stale (FoiAnswerEditor *self)
{
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  if (self->document == NULL)
    return;
  text = dup_text (self);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->stale_tag, &start, &end);
  g_clear_pointer (&self->stale, g_array_unref);
  self->stale = foi_stale_figures_find (self->document, text);
  for (guint i = 0; i < self->stale->len; i++)
    {
      const FoiStaleFigure *figure = &g_array_index (self->stale, FoiStaleFigure, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) figure->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) figure->end);
      gtk_text_buffer_apply_tag (self->buffer, self->stale_tag, &start, &end);
    }
  gtk_widget_set_visible (self->stale_band, self->stale->len > 0);
  if (self->stale->len == 0)
    return;
  words = foi_stale_figure_describe (&g_array_index (self->stale, FoiStaleFigure, 0));
  gtk_label_set_text (GTK_LABEL (self->stale_label), words);
  gtk_widget_set_visible (self->stale_button,
                          g_array_index (self->stale, FoiStaleFigure, 0).now != NULL);
}

static void
end_typing (FoiAnswerEditor *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (self->document != NULL)
    foi_case_editor_break_merge (foi_document_get_editor (self->document));
}

static gboolean
pause_cb (gpointer user_data)
{
  FoiAnswerEditor *self = user_data;

  self->pause_source = 0;
  end_typing (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (FoiAnswerEditor *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;

  colour_text (self, text);
  /* Most keys leave the text as high as it was; what stands below is laid out only for others. */
  if (foi_text_height_follow (self->height, self->text_width))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->updating || self->path == NULL)
    {
      update_stale (self);
      return;
    }
  /* What is typed changes the case, and that compares the figures anew. */
  if (!foi_case_editor_set_string (foi_document_get_editor (self->document), self->path, text,
                                   _("Change Answer"), &error))
    foi_document_tell_error (self->document, error);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
}

/* Makes the buffer say @text by changing only the stretch that differs, so that the cursor
   stays. */
static void
replace_difference (FoiAnswerEditor *self, const char *text)
{
  g_autofree char *old = dup_text (self);
  gsize old_length = strlen (old), length = strlen (text), head = 0, tail = 0;
  GtkTextIter start, end;

  while (head < old_length && head < length && old[head] == text[head])
    head++;
  while (head > 0 && (old[head] & 0xc0) == 0x80)
    head--;
  while (tail < old_length - head && tail < length - head
         && old[old_length - tail - 1] == text[length - tail - 1])
    tail++;
  while (tail > 0 && (old[old_length - tail] & 0xc0) == 0x80)
    tail--;
  if (head + tail == old_length && old_length == length)
    return;

  self->updating = TRUE;
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      (int) g_utf8_strlen (old, (gssize) head));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      (int) g_utf8_strlen (old, (gssize) (old_length - tail)));
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text + head, (int) (length - head - tail));
  gtk_text_buffer_end_user_action (self->buffer);
  self->updating = FALSE;
}

static void
answer_changed_cb (FoiAnswerEditor *self)
{
  FoiQuestion *question = g_signal_group_dup_target (self->question_signals);

  if (question != NULL)
    {
      replace_difference (self, foi_question_get_answer (question));
      g_object_unref (question);
    }
}

/* Does what a toolbar action says, as one command of its own. */
static void
apply_change (FoiAnswerEditor *self, const FoiMarkupChange *change)
{
  GtkTextIter start, end;

  end_typing (self);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) change->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) change->end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, change->text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) change->select_start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) change->select_end);
  gtk_text_buffer_select_range (self->buffer, &end, &start);
  gtk_text_buffer_end_user_action (self->buffer);
  end_typing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

/* The first figure that is out of date becomes what its table shows. */
static void
stale_clicked_cb (FoiAnswerEditor *self)
{
  FoiMarkupChange change = { 0 };
  const FoiStaleFigure *figure;

  if (self->stale == NULL || self->stale->len == 0)
    return;
  figure = &g_array_index (self->stale, FoiStaleFigure, 0);
  if (figure->now == NULL)
    return;
  change.start = figure->start;
  change.end = figure->end;
  change.text = g_strdup (figure->now);
  change.select_start = change.start + (guint) g_utf8_strlen (change.text, -1);
  change.select_end = change.select_start;
  apply_change (self, &change);
  foi_markup_change_clear (&change);
}

static void
get_selection (FoiAnswerEditor *self, guint *start, guint *end)
{
  GtkTextIter start_iter, end_iter;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start_iter, &end_iter);
  *start = (guint) gtk_text_iter_get_offset (&start_iter);
  *end = (guint) gtk_text_iter_get_offset (&end_iter);
}

static void
emphasis_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (widget);
  g_autofree char *text = dup_text (self);
  g_auto (FoiMarkupChange) change = { 0 };
  guint start, end;

  get_selection (self, &start, &end);
  if (foi_answer_markup_toggle (text, start, end, g_str_has_suffix (action, "bold") ? "**" : "*",
                                &change))
    apply_change (self, &change);
}

static void
list_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (widget);
  g_autofree char *text = dup_text (self);
  g_auto (FoiMarkupChange) change = { 0 };
  guint start, end;

  get_selection (self, &start, &end);
  foi_answer_markup_toggle_list (text, start, end, &change);
  apply_change (self, &change);
}

static void
link_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (widget);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->link_button));
  gtk_widget_grab_focus (self->link_entry);
}

static void
link_activated_cb (FoiAnswerEditor *self)
{
  g_autofree char *url = g_strstrip (g_strdup (gtk_editable_get_text (
    GTK_EDITABLE (self->link_entry))));
  g_autofree char *text = dup_text (self);
  g_auto (FoiMarkupChange) change = { 0 };
  guint start, end;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->link_button));
  if (url[0] == '\0')
    return;
  get_selection (self, &start, &end);
  foi_answer_markup_link (text, start, end, url, &change);
  gtk_editable_set_text (GTK_EDITABLE (self->link_entry), "");
  apply_change (self, &change);
}

static void
place_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_answer_editor_place (FOI_ANSWER_EDITOR (widget), g_variant_get_string (parameter, NULL));
}

static void
insert_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_answer_editor_insert (FOI_ANSWER_EDITOR (widget), g_variant_get_string (parameter, NULL));
}

/* Enter in a list begins the next item; in an item without words it ends the list. */
static gboolean
key_pressed_cb (FoiAnswerEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_autofree char *text = NULL;
  g_autofree char *marker = NULL;
  GtkTextIter start, end;
  guint cursor, selection_end, line_start;
  gboolean is_empty;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  get_selection (self, &cursor, &selection_end);
  text = dup_text (self);
  marker = cursor == selection_end
             ? foi_answer_markup_continue_list (text, cursor, &line_start, &is_empty) : NULL;
  if (marker == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) cursor);
  if (is_empty)
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) line_start);
      gtk_text_buffer_delete (self->buffer, &start, &end);
    }
  else
    {
      g_autofree char *line = g_strconcat ("\n", marker, NULL);

      gtk_text_buffer_insert (self->buffer, &end, line, -1);
      gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
    }
  return GDK_EVENT_STOP;
}

static void
focus_entered_cb (FoiAnswerEditor *self)
{
  if (self->path != NULL)
    foi_document_set_place (self->document, self->path);
}

static void
focus_left_cb (FoiAnswerEditor *self)
{
  end_typing (self);
  if (self->document != NULL)
    foi_document_set_status (self->document, "");
}

static void
insert_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  FoiAnswerEditor *self = user_data;
  g_autoptr (GMenuModel) menu = foi_insert_menu_new (self->document, self->question);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
foi_answer_editor_dispose (GObject *object)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_object (&self->question_signals);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_ANSWER_EDITOR);
  /* The template lets go of the children that have a name, and of no others. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_answer_editor_parent_class)->dispose (object);
}

static void
foi_answer_editor_finalize (GObject *object)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (object);

  g_clear_pointer (&self->stale, g_array_unref);
  g_clear_pointer (&self->height, foi_text_height_free);
  g_free (self->question);
  g_free (self->path);

  G_OBJECT_CLASS (foi_answer_editor_parent_class)->finalize (object);
}

static gboolean
foi_answer_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOI_ANSWER_EDITOR (widget)->view));
}

static GtkSizeRequestMode
foi_answer_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_text_width (FoiAnswerEditor *self, int width)
{
  GtkBorder border;

  gtk_style_context_get_border (gtk_widget_get_style_context (self->card), &border);
  return width - border.left - border.right;
}

/* The view breaks its lines some time after it got another width or text, and would move what
 * stands below: so the height of its text is worked out here. */
static void
foi_answer_editor_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (widget);
  GtkWidget *scroller = gtk_widget_get_parent (GTK_WIDGET (self->view));
  int least, usual, text;

  gtk_widget_measure (self->card, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    return;
  for_size = get_text_width (self, for_size);
  gtk_widget_measure (scroller, orientation, for_size, &least, &usual, NULL, NULL);
  text = MAX (foi_text_height_get (self->height, for_size), least);
  *natural += text - usual;
  *minimum = MAX (*minimum, MIN (*natural, SURE_HEIGHT));
}

static void
foi_answer_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (widget);

  self->text_width = get_text_width (self, width);
  gtk_widget_allocate (self->card, width, height, baseline, NULL);
}

/* Targets of links stand back behind what is read, in whatever colours the theme has. */
static void
foi_answer_editor_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  FoiAnswerEditor *self = FOI_ANSWER_EDITOR (widget);
  GdkRGBA colour;

  GTK_WIDGET_CLASS (foi_answer_editor_parent_class)->css_changed (widget, change);
  if (self->height != NULL)
    foi_text_height_forget (self->height);
  gtk_widget_queue_resize (widget);
  if (self->tags[FOI_MARKUP_MARKER] == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= MARKER_ALPHA;
  g_object_set (self->tags[FOI_MARKUP_MARKER], "foreground-rgba", &colour, NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;

  gtk_widget_class_install_action (widget_class, "answer.bold", NULL, emphasis_action);
  gtk_widget_class_install_action (widget_class, "answer.italic", NULL, emphasis_action);
  gtk_widget_class_install_action (widget_class, "answer.list", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "answer.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "answer.place", "s", place_action);
  gtk_widget_class_install_action (widget_class, "answer.insert", "s", insert_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, control, "answer.bold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, control, "answer.italic", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, control, "answer.link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, control | GDK_SHIFT_MASK,
                                       "answer.list", NULL);
}

static void
foi_answer_editor_class_init (FoiAnswerEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_answer_editor_dispose;
  object_class->finalize = foi_answer_editor_finalize;
  widget_class->grab_focus = foi_answer_editor_grab_focus;
  foi_focus_let_go (widget_class);
  widget_class->get_request_mode = foi_answer_editor_get_request_mode;
  widget_class->measure = foi_answer_editor_measure;
  widget_class->size_allocate = foi_answer_editor_size_allocate;
  widget_class->css_changed = foi_answer_editor_css_changed;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-answer-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, card);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, link_button);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, link_entry);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, insert_button);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, view);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, stale_band);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, stale_label);
  gtk_widget_class_bind_template_child (widget_class, FoiAnswerEditor, stale_button);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stale_clicked_cb);
  install_actions (widget_class);
}

static void
make_tags (FoiAnswerEditor *self)
{
  self->tags[FOI_MARKUP_STRONG]
    = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->tags[FOI_MARKUP_EMPHASIS]
    = gtk_text_buffer_create_tag (self->buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
  self->tags[FOI_MARKUP_LINK]
    = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->tags[FOI_MARKUP_PLACEHOLDER]
    = gtk_text_buffer_create_tag (self->buffer, NULL, "scale", PANGO_SCALE_SMALL,
                                  "background", "rgba(128,128,128,0.18)", NULL);
  self->tags[FOI_MARKUP_MARKER]
    = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  self->unknown_tag
    = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  self->stale_tag
    = gtk_text_buffer_create_tag (self->buffer, NULL, "background", "rgba(245,194,17,0.35)", NULL);
  self->tags[FOI_MARKUP_BULLET]
    = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
}

/* Cells of a spreadsheet become a table of the question. */
static void
paste_cb (FoiAnswerEditor *self)
{
  g_signal_stop_emission_by_name (self->view, "paste-clipboard");
  foi_question_paste_text (self->view, self->document, self->question);
}

static void
foi_answer_editor_init (FoiAnswerEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->height = foi_text_height_new (self->view, ENOUGH_HEIGHT);
  make_tags (self);
  foi_spelling_attach (self->view);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (self->view, "paste-clipboard", G_CALLBACK (paste_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->insert_button), insert_menu_cb,
                                         self, NULL);
  self->question_signals = g_signal_group_new (FOI_TYPE_QUESTION);
  g_signal_group_connect_object (self->question_signals, "notify::answer",
                                 G_CALLBACK (answer_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * foi_answer_editor_new:
 *
 * Returns: (transfer floating): an editor without a question yet.
 */
GtkWidget *
foi_answer_editor_new (FoiDocument *document)
{
  FoiAnswerEditor *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_ANSWER_EDITOR, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed",
                           G_CALLBACK (update_stale), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_answer_editor_set_question:
 * @question: (nullable): the id of a question or of a part of one
 *
 * Shows the answer to it.
 */
void
foi_answer_editor_set_question (FoiAnswerEditor *self, const char *question)
{
  FoiCase *foi_case;
  g_autofree char *path = NULL;
  FoiQuestion *object;

  g_return_if_fail (FOI_IS_ANSWER_EDITOR (self));

  foi_case = foi_document_get_case (self->document);
  end_typing (self);
  g_free (self->question);
  g_clear_pointer (&self->path, g_free);
  self->question = g_strdup (question);
  object = question != NULL ? foi_case_find_question (foi_case, question) : NULL;
  g_signal_group_set_target (self->question_signals, object);
  if (object == NULL)
    return;
  replace_difference (self, foi_question_get_answer (object));
  path = foi_case_state_dup_question_path (foi_case_get_state (foi_case), question);
  self->path = g_strconcat (path, "/answer", NULL);
}

/**
 * foi_answer_editor_insert:
 * @text: what comes to the cursor, in a sentence
 *
 * Inserts text, as one command.
 */
void
foi_answer_editor_insert (FoiAnswerEditor *self, const char *text)
{
  FoiMarkupChange change = { 0 };

  g_return_if_fail (FOI_IS_ANSWER_EDITOR (self));

  get_selection (self, &change.start, &change.end);
  change.select_start = change.start + (guint) g_utf8_strlen (text, -1);
  change.select_end = change.select_start;
  change.text = g_strdup (text);
  apply_change (self, &change);
  foi_markup_change_clear (&change);
}

/**
 * foi_answer_editor_dup_marked:
 *
 * Returns: (transfer full): the words that are marked; where none are, the whole answer.
 */
char *
foi_answer_editor_dup_marked (FoiAnswerEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (FOI_IS_ANSWER_EDITOR (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * foi_answer_editor_place:
 * @placeholder: "{{table:mash-calls}}"
 *
 * Puts a table, a chart or the like on a line of its own, as one command.
 */
void
foi_answer_editor_place (FoiAnswerEditor *self, const char *placeholder)
{
  g_autofree char *text = NULL;
  g_auto (FoiMarkupChange) change = { 0 };
  guint start, end;

  g_return_if_fail (FOI_IS_ANSWER_EDITOR (self));

  text = dup_text (self);
  get_selection (self, &start, &end);
  foi_answer_markup_place (text, end, placeholder, &change);
  apply_change (self, &change);
}
