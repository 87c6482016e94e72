/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-case-facts.h"
#include "foi-cell-drafts.h"
#include "foi-case-letters.h"
#include "foi-clock-panel.h"
#include "foi-document-files.h"
#include "foi-import-window.h"
#include "foi-inspect-window.h"
#include "foi-outline.h"
#include "foi-letter-pane.h"
#include "foi-recent.h"
#include "foi-settings.h"
#include "foi-todo.h"
#include "foi-tooltip.h"
#include "foi-issued.h"
#include "foi-question-page.h"
#include "foi-window-follow.h"
#include "foi-window-private.h"

#define MAX_RECENT 12

G_DEFINE_FINAL_TYPE (FoiWindow, foi_window, GTK_TYPE_APPLICATION_WINDOW)

static void
update_title (FoiWindow *self)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();
  const FoiDate today = foi_almanac_get_today (almanac);
  g_autoptr (FoiCaseClock) clock = foi_almanac_read_clock (
    almanac, foi_case_get_state (foi_document_get_case (self->document)));
  g_autofree char *title = foi_document_dup_title (self->document);
  g_autofree char *subtitle = foi_case_facts_dup_subtitle (self->document, clock, today);
  GFile *file = foi_document_get_file (self->document);
  g_autofree char *where = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *tip = g_strdup_printf ("%s\n%s\n%s", title, subtitle,
                                          where != NULL ? where : _("Not saved yet"));
  /* Translators: what a case is called, and by when it must be answered. */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), title, subtitle);

  /* Each time that it is set the window manager works on it. */
  if (g_strcmp0 (title, gtk_window_get_title (GTK_WINDOW (self))) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
  if (g_strcmp0 (title, gtk_label_get_label (GTK_LABEL (self->title_label))) != 0
      || g_strcmp0 (subtitle, gtk_label_get_label (GTK_LABEL (self->subtitle_label))) != 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->clock_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle_label), subtitle);
  /* The words say it; the colour only helps to see it. */
  if (foi_case_clock_is_open (clock) && clock->certain && clock->due < today)
    gtk_widget_add_css_class (self->subtitle_label, "late");
  else
    gtk_widget_remove_css_class (self->subtitle_label, "late");
  foi_tooltip_set (self->clock_button, tip);
}

/* A table that has gone was on the page of a question; back to its answer, where it was pasted. */
static void
leave_table (FoiWindow *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  GtkWidget *page = self->question_page;
  const char *question
    = page != NULL ? foi_question_page_get_question (FOI_QUESTION_PAGE (page)) : NULL;
  g_autofree char *path = question != NULL ? foi_case_state_dup_question_path (state, question)
                                           : NULL;
  g_autofree char *answer = path != NULL ? g_strconcat (path, "/answer", NULL) : NULL;

  if (answer != NULL)
    foi_document_go_to (self->document, answer);
  else
    foi_document_set_place (self->document, "request");
}

static gboolean
has_letter (FoiWindow *self, const char *id)
{
  g_autofree char *path = g_strconcat ("letters/", id, NULL);

  return foi_case_state_get_node (foi_case_get_state (foi_document_get_case (self->document)), path)
         != NULL;
}

/* What a person was at may be gone: deleted, or undone. */
static void
leave_what_is_gone (FoiWindow *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  const char *place = foi_document_get_place (self->document);
  g_autofree char *id = foi_document_dup_question (self->document);
  g_auto (GStrv) segments = g_strsplit (place, "/", 3);

  if (g_str_has_prefix (place, "questions/")
      && (id == NULL || foi_case_find_question (foi_case, id) == NULL))
    foi_document_set_place (self->document, "request");
  else if (g_str_has_prefix (place, "tables/")
           && foi_case_find_table (foi_case, segments[1]) == NULL)
    leave_table (self);
  else if (g_str_has_prefix (place, "letters/") && !has_letter (self, segments[1]))
    foi_document_set_place (self->document, "request");
  /* A letter that is issued, or withdrawn, has another page. */
  else if (g_str_has_prefix (place, "letters/"))
    _foi_window_show_place (self);
}

/* Whether the answer would be another one, by what is in the case: states share what is equal. */
static gboolean
differs_in_answer (FoiWindow *self, FoiCaseState *before, FoiCaseState *after)
{
  FoiBrief *brief = foi_document_get_brief (self->document);
  g_autofree char *letter = g_strconcat (
    "letters/", brief != NULL ? foi_brief_get_current_letter (brief) : "response", NULL);
  const char *const parts[] = { "questions", "attachments", "request/requester", "authority",
                                letter };
  GPtrArray *tables[] = { foi_case_state_get_tables (before), foi_case_state_get_tables (after) };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (foi_case_state_get_node (before, parts[i]) != foi_case_state_get_node (after, parts[i]))
      return TRUE;
  if (tables[0]->len != tables[1]->len)
    return TRUE;
  for (guint i = 0; i < tables[0]->len; i++)
    if (tables[0]->pdata[i] != tables[1]->pdata[i])
      return TRUE;
  return FALSE;
}

/* What is changed after the letter was issued is in the case, and not in the letter. To say so once
 * is enough: at every key it would stand in the place of what else there is to say. A review, an
 * event or another letter changes nothing that the answer says; nor does what was undone. */
static void
say_letter_stays (FoiWindow *self)
{
  const char *words = _("The letter was issued and stays as it was. What you change now is in "
                        "the case only, until you write a corrected letter.");
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  const gboolean is_issued = foi_case_state_is_issued (state);

  if (!is_issued || self->sent_state == NULL)
    {
      g_clear_pointer (&self->sent_state, foi_case_state_unref);
      self->sent_state = is_issued ? foi_case_state_ref (state) : NULL;
      self->told_letter_stays = FALSE;
    }
  else if (!differs_in_answer (self, self->sent_state, state))
    {
      if (self->told_letter_stays
          && g_strcmp0 (foi_message_band_get_text (self->band), words) == 0)
        foi_message_band_dismiss (self->band);
      self->told_letter_stays = FALSE;
    }
  else if (!self->told_letter_stays && !foi_document_is_read_only (self->document))
    {
      self->told_letter_stays = TRUE;
      foi_message_band_tell (self->band, words);
      foi_message_band_offer (self->band, _("Write Corrected Letter"), "win.correct");
    }
}

static gboolean
actions_idle_cb (gpointer user_data)
{
  FoiWindow *self = user_data;

  self->actions_idle = 0;
  _foi_window_update_actions (self);
  return G_SOURCE_REMOVE;
}

/* A change is told of by several signals: once is enough, after all of them. */
static void
update_actions_soon (FoiWindow *self)
{
  if (self->actions_idle == 0)
    self->actions_idle = g_idle_add_full (G_PRIORITY_DEFAULT, actions_idle_cb, self, NULL);
}

/* The first letter allows a good deal, and at once. */
static void
layout_changed_cb (FoiWindow *self)
{
  if (self->has_letter)
    update_actions_soon (self);
  else
    _foi_window_update_actions (self);
  self->has_letter = foi_document_get_layout (self->document) != NULL;
}

static void
case_changed_cb (FoiWindow *self)
{
  g_autoptr (GPtrArray) todos = foi_todo_list (foi_document_get_case (self->document));
  g_autofree char *text = g_strdup_printf (ngettext ("%u to do", "%u to do", todos->len),
                                           todos->len);

  leave_what_is_gone (self);
  say_letter_stays (self);
  gtk_button_set_label (GTK_BUTTON (self->todo_button), text);
  gtk_widget_set_visible (self->todo_button, todos->len > 0);
  update_title (self);
  update_actions_soon (self);
}

/* A computer that slept over midnight; a share that does not tell who changed a file. */
static void
active_changed_cb (FoiWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  foi_almanac_check (foi_almanac_get_default ());
  if (self->follower != NULL)
    foi_case_follower_look (self->follower);
}

static void
message_cb (FoiWindow *self, const char *text)
{
  foi_message_band_tell (self->band, text);
}

static void
recent_missing_cb (gpointer listener, GFile *file)
{
  GMenu *menu = FOI_WINDOW (listener)->recent_menu;
  g_autofree char *uri = g_file_get_uri (file);

  for (int i = g_menu_model_get_n_items (G_MENU_MODEL (menu)) - 1; i >= 0; i--)
    {
      g_autofree char *target = NULL;

      if (g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, G_MENU_ATTRIBUTE_TARGET, "s",
                                           &target)
          && g_str_equal (target, uri))
        g_menu_remove (menu, i);
    }
}

/* Made when the main menu is about to be seen: other windows change the list meanwhile. */
static void
menu_shown_cb (GtkMenuButton *button, FoiWindow *self)
{
  g_autoptr (GPtrArray) recents = foi_recent_list (MAX_RECENT);

  _foi_window_update_tables_menu (self);
  _foi_window_update_letters_menu (self);
  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; i < recents->len; i++)
    {
      const FoiRecent *recent = g_ptr_array_index (recents, i);
      g_autofree char *title = foi_recent_dup_title (recent);
      g_autofree char *uri = g_file_get_uri (recent->file);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "app.open-uri", "s", uri);
      g_menu_append_item (self->recent_menu, item);
    }
  foi_recent_find_missing (recents, G_OBJECT (self), recent_missing_cb);
}

static void
narrow_changed_cb (FoiWindow *self)
{
  gboolean narrow, roomy;

  g_object_get (self->panes, "narrow", &narrow, "roomy", &roomy, NULL);
  gtk_widget_set_visible (self->outline_button, narrow);
  /* It is in the menu as well. */
  gtk_widget_set_visible (self->print_button, roomy);
  if (self->checker != NULL)
    _foi_window_update_checks (self);
}

static void
remember_widths (FoiWindow *self)
{
  FoiSettings *settings = foi_settings_get_default ();
  int outline, letter;

  foi_panes_get_widths (self->panes, &outline, &letter);
  if (outline > 0)
    foi_settings_set_outline_width (settings, outline);
  if (letter > 0)
    foi_settings_set_letter_width (settings, letter);
}

static gboolean
has_something_to_lose (FoiWindow *self)
{
  if (foi_case_editor_is_modified (foi_document_get_editor (self->document)))
    return TRUE;
  if (foi_document_get_file (self->document) == NULL && !self->is_sample)
    return TRUE;
  return foi_cell_drafts_count (foi_document_get_case (self->document)) > 0;
}

static gboolean
foi_window_close_request (GtkWindow *window)
{
  FoiWindow *self = FOI_WINDOW (window);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->checks_button));
  foi_document_commit (self->document);
  if (!self->may_close && has_something_to_lose (self))
    {
      _foi_window_ask_to_close (self);
      return TRUE;
    }
  remember_widths (self);
  foi_recovery_keeper_forget (self->keeper);
  return GTK_WINDOW_CLASS (foi_window_parent_class)->close_request (window);
}

static void
foi_window_dispose (GObject *object)
{
  FoiWindow *self = FOI_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_WINDOW);
  g_clear_handle_id (&self->actions_idle, g_source_remove);
  g_clear_object (&self->keeper);
  g_clear_object (&self->follower);
  g_clear_pointer (&self->told_of_file, g_free);
  g_clear_pointer (&self->told_failure, g_free);
  g_clear_object (&self->checker);
  g_clear_pointer (&self->sent_state, foi_case_state_unref);
  if (self->document != NULL)
    foi_document_files_tidy (self->document);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_window_parent_class)->dispose (object);
}

/* A workbook is no case: its figures come into this one, or, of a case that only is looked at, what
 * it hides is shown. */
static void
take_workbook (FoiWindow *self, GFile *file)
{
  if (foi_document_is_read_only (self->document))
    foi_inspect_window_present (gtk_window_get_application (GTK_WINDOW (self)), file);
  else
    foi_import_window_present (GTK_WINDOW (self), self->document, NULL, NULL, file);
}

static gboolean
dropped_cb (FoiWindow *self, const GValue *value)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GSList *files = g_value_get_boxed (value);

  for (GSList *link = files; link != NULL; link = link->next)
    {
      GFile *file = link->data;

      if (foi_inspect_takes (file))
        take_workbook (self, file);
      else
        g_application_open (application, &file, 1, "");
    }
  return files != NULL;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, clock_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, todo_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, checks_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, outline_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, tables_menu);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, letters_menu);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, band);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, read_only_band);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, FoiWindow, status_bar);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
foi_window_class_init (FoiWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = foi_window_close_request;

  g_type_ensure (FOI_TYPE_MESSAGE_BAND);
  g_type_ensure (FOI_TYPE_PANES);
  g_type_ensure (FOI_TYPE_STATUS_BAR);
  bind_template (widget_class);
  _foi_window_install_actions (widget_class);
  _foi_window_go_install_actions (widget_class);
  _foi_window_checks_install_actions (widget_class);
}

static void
foi_window_init (FoiWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  FoiSettings *settings = foi_settings_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  if (FOI_NAME_SUFFIX[0] != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  foi_settings_bind_window (settings, G_OBJECT (self));
  foi_settings_bind_letter_visible (settings, G_OBJECT (self->panes), "letter-visible");
  foi_panes_set_widths (self->panes, foi_settings_get_outline_width (settings),
                        foi_settings_get_letter_width (settings));
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button),
                                         (GtkMenuButtonCreatePopupFunc) menu_shown_cb, self, NULL);
}

static void
add_panes (FoiWindow *self)
{
  GtkWidget *letter = foi_letter_pane_new (self->document);
  GtkWidget *outline = foi_outline_new (self->document, G_MENU_MODEL (self->letters_menu));

  g_signal_connect_object (outline, "menu-shown", G_CALLBACK (_foi_window_update_letters_menu),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (letter, "letter-pane");
  foi_panes_set_child (self->panes, FOI_PANE_OUTLINE, outline);
  foi_panes_set_child (self->panes, FOI_PANE_PAGE, self->pages);
  foi_panes_set_child (self->panes, FOI_PANE_LETTER, letter);
}

static void
add_clock (FoiWindow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), foi_clock_panel_new (self->document));
  gtk_widget_add_css_class (popover, "foi-clock");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->clock_button), popover);
}

static void
follow_document (FoiWindow *self)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  static const char *const editor_signals[] = {
    "notify::can-undo", "notify::can-redo", "notify::undo-label", "notify::redo-label",
    "notify::modified",
  };

  g_signal_connect_object (foi_document_get_case (self->document), "changed",
                           G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "todos-changed", G_CALLBACK (case_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::title", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::busy", G_CALLBACK (update_actions_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::layout",
                           G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::layout", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_almanac_get_default (), "changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  g_signal_connect_object (self->document, "notify::place", G_CALLBACK (_foi_window_show_place),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "go-to", G_CALLBACK (_foi_window_go_to), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "message", G_CALLBACK (message_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (editor_signals); i++)
    g_signal_connect_object (editor, editor_signals[i], G_CALLBACK (update_actions_soon), self,
                             G_CONNECT_SWAPPED);
}

/**
 * foi_window_new:
 *
 * Returns: (transfer none): the window of a case; the toolkit owns it.
 */
FoiWindow *
foi_window_new (FoiApplication *application, FoiDocument *document)
{
  FoiWindow *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_WINDOW, "application", application, NULL);
  self->document = g_object_ref (document);
  self->keeper = foi_recovery_keeper_new (document);
  foi_document_set_paper (document, foi_settings_get_paper (foi_settings_get_default ()));
  _foi_window_follow_file (self);
  /* Before the pages listen: a page must be seen before its editor can take the focus. */
  follow_document (self);
  self->pages = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->pages), FALSE);
  add_panes (self);
  add_clock (self);
  foi_status_bar_set_document (self->status_bar, document);
  _foi_window_follow_checks (self);
  case_changed_cb (self);
  narrow_changed_cb (self);
  _foi_window_show_place (self);
  if (foi_document_is_read_only (document))
    foi_message_band_tell (self->read_only_band,
                           _("This case was made by a newer version of FOI Desk. It can be read "
                             "here, and not changed on disk."));
  return self;
}

/**
 * foi_window_get_document:
 *
 * Returns: (transfer none): what the window shows.
 */
FoiDocument *
foi_window_get_document (FoiWindow *self)
{
  g_return_val_if_fail (FOI_IS_WINDOW (self), NULL);
  return self->document;
}

/**
 * foi_window_get_message:
 *
 * Returns: (nullable): what the band tells a person at the moment.
 */
const char *
foi_window_get_message (FoiWindow *self)
{
  g_return_val_if_fail (FOI_IS_WINDOW (self), NULL);
  return foi_message_band_get_text (self->band);
}

/**
 * foi_window_get_checker:
 *
 * Returns: (transfer none): what checks its case before the letter goes.
 */
FoiCaseChecker *
foi_window_get_checker (FoiWindow *self)
{
  g_return_val_if_fail (FOI_IS_WINDOW (self), NULL);
  return self->checker;
}

/**
 * foi_window_set_sample:
 *
 * Says that the case is a copy of something that stays: unchanged, it can be closed unasked.
 */
void
foi_window_set_sample (FoiWindow *self)
{
  g_return_if_fail (FOI_IS_WINDOW (self));
  self->is_sample = TRUE;
  foi_recovery_keeper_set_sample (self->keeper);
}

/**
 * foi_window_get_keeper:
 *
 * Returns: (transfer none): what keeps the journal of the case's unsaved changes.
 */
FoiRecoveryKeeper *
foi_window_get_keeper (FoiWindow *self)
{
  g_return_val_if_fail (FOI_IS_WINDOW (self), NULL);
  return self->keeper;
}
