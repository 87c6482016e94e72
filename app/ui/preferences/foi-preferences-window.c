/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-preferences-window.h"

#include <glib/gi18n.h>

#include "foi-authority-offer.h"
#include "foi-dialogs.h"
#include "foi-error.h"
#include "foi-holidays-page.h"
#include "foi-json-edit.h"
#include "foi-message-band.h"
#include "foi-profile-conflict.h"
#include "foi-profile-draft.h"
#include "foi-profile-form.h"
#include "foi-profile.h"
#include "foi-program-page.h"
#include "foi-settings.h"
#include "foi-wording-page.h"

/* Milliseconds after which a window is shown whose profile is still being read. */
#define PATIENCE 500

/* What a person was about to do when there were changes to ask about. */
typedef void (*Then) (FoiPreferencesWindow *self);

struct _FoiPreferencesWindow
{
  GtkWindow parent_instance;

  FoiDocument     *document;      /* NULL without a case, or once its window is gone */
  FoiProfileDraft *draft;
  GtkWidget       *stack;
  FoiMessageBand  *band;
  GtkWidget       *apply_button;
  GtkWidget       *program;
  gboolean         may_save;      /* the file at the chosen path is a profile, or there is none */
  Then             then;          /* after saving, or NULL */
  char            *chosen;        /* the path of the next profile; NULL for the usual place */
  GCancellable    *loading;       /* NULL while nothing is read */
  guint            patience;
  JsonNode        *proposed;      /* the authority of the open case, while nothing is saved */
};

G_DEFINE_FINAL_TYPE (FoiPreferencesWindow, foi_preferences_window, GTK_TYPE_WINDOW)

/* The pages that show the profile; the others can be used while it is read, or a server hangs: one
 * of them says which file is the profile. */
static const char *const profile_pages[] = { "authority", "letters", "wording" };

static void
set_profile_sensitive (FoiPreferencesWindow *self, gboolean sensitive)
{
  GtkStack *stack = GTK_STACK (self->stack);
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (gsize i = 0; i < G_N_ELEMENTS (profile_pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (stack, profile_pages[i]);

      if (page == shown && !sensitive)
        gtk_window_set_focus (GTK_WINDOW (self), NULL);
      gtk_widget_set_sensitive (page, sensitive);
    }
}

static void
update_actions (FoiPreferencesWindow *self)
{
  JsonNode *authority = NULL;
  JsonNode *profile = foi_profile_draft_get (self->draft);

  if (self->document != NULL)
    authority = foi_case_state_get_node (
      foi_case_get_state (foi_document_get_case (self->document)), "authority");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.save",
                                 self->loading == NULL && self->may_save
                                   && foi_profile_draft_is_modified (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.apply",
                                 self->document != NULL && self->loading == NULL
                                   && (authority == NULL || !foi_json_equal (authority, profile)));
  gtk_widget_set_visible (self->apply_button, self->document != NULL);
}

/* Nothing on disk yet: a case that is open may know the authority already. */
static void
begin_from_case (FoiPreferencesWindow *self)
{
  g_autoptr (JsonNode) nothing = foi_profile_new ();
  JsonNode *authority = NULL;

  foi_profile_draft_replace (self->draft, nothing, TRUE);
  if (self->document != NULL)
    authority = foi_case_state_get_node (
      foi_case_get_state (foi_document_get_case (self->document)), "authority");
  if (foi_json_is_object (authority))
    {
      self->proposed = json_node_ref (authority);
      foi_profile_draft_replace (self->draft, authority, FALSE);
      foi_message_band_tell (self->band, _("There is no profile yet. This is the authority of the "
                                           "open case: save it to use it for new ones."));
    }
}

static void
take_loaded (FoiPreferencesWindow *self, JsonNode *profile, const GError *error)
{
  self->may_save = profile != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  foi_message_band_dismiss (self->band);
  if (profile != NULL)
    foi_profile_draft_replace (self->draft, profile, TRUE);
  else if (self->may_save)
    begin_from_case (self);
  else
    {
      g_autofree char *text = g_strdup_printf (_("The profile cannot be read, and so not be saved: "
                                                 "%s. Choose another file under Program."),
                                               error->message);

      foi_message_band_tell (self->band, text);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) profile = foi_profile_load_finish (result, &error);

  /* Another is being read by now, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->patience, g_source_remove);
  take_loaded (self, profile, error);
  gtk_widget_set_visible (self->stack, TRUE);
  set_profile_sensitive (self, TRUE);
  update_actions (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static gboolean
patience_cb (gpointer user_data)
{
  FoiPreferencesWindow *self = user_data;

  self->patience = 0;
  foi_message_band_tell (self->band, _("The profile is being read…"));
  gtk_widget_set_visible (self->stack, TRUE);
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* Nothing is typed into a form that is about to say something else. */
static void
load (FoiPreferencesWindow *self)
{
  g_autoptr (GFile) file = foi_settings_ref_authority_file (foi_settings_get_default ());

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->proposed, json_node_unref);
  self->loading = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  set_profile_sensitive (self, FALSE);
  update_actions (self);
  foi_profile_load_async (file, self->loading, loaded_cb, g_object_ref (self));
}

static void
go_on (FoiPreferencesWindow *self)
{
  const Then then = self->then;

  self->then = NULL;
  if (then != NULL)
    then (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foi_profile_draft_save_finish (FOI_PROFILE_DRAFT (source), result, &error))
    {
      g_autoptr (GFile) file = foi_settings_ref_authority_file (foi_settings_get_default ());

      self->then = NULL;
      if (g_error_matches (error, FOI_ERROR, FOI_ERROR_CONFLICT))
        foi_profile_conflict_ask (GTK_WINDOW (self), self->draft, file);
      else
        foi_message_band_tell (self->band, error->message);
      return;
    }
  foi_message_band_dismiss (self->band);
  go_on (self);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiPreferencesWindow *self = FOI_PREFERENCES_WINDOW (widget);
  g_autoptr (GFile) file = foi_settings_ref_authority_file (foi_settings_get_default ());

  foi_profile_draft_save_async (self->draft, file, saved_cb, g_object_ref (self));
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiPreferencesWindow *self = FOI_PREFERENCES_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (foi_authority_use (self->document, foi_profile_draft_get (self->draft), &error))
    foi_message_band_tell (self->band, _("The open case uses this profile now. It can be undone "
                                         "there."));
  else
    foi_message_band_tell (self->band, error->message);
  update_actions (self);
}

static void
changes_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiPreferencesWindow) self = user_data;
  const char *choice = foi_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (choice, "save") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "preferences.save", NULL);
  else if (choice != NULL)
    go_on (self);
  else
    self->then = NULL;
}

/* What was only looked at is not asked about. */
static gboolean
has_something_to_lose (FoiPreferencesWindow *self)
{
  return self->may_save && foi_profile_draft_is_modified (self->draft)
         && (self->proposed == NULL
             || !foi_json_equal (foi_profile_draft_get (self->draft), self->proposed));
}

/* Goes on with @then when it is clear what becomes of the changes. */
static void
ask_about_changes (FoiPreferencesWindow *self, Then then)
{
  const FoiChoice choices[] = {
    { "discard", _("_Discard"), FOI_CHOICE_DESTRUCTIVE },
    { "save", _("_Save"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };

  self->then = then;
  if (!has_something_to_lose (self))
    go_on (self);
  else
    foi_dialogs_ask_async (GTK_WINDOW (self), _("Save the profile?"),
                           _("New cases are given it when it is saved."), choices,
                           changes_answered_cb, g_object_ref (self));
}

static void
destroy (FoiPreferencesWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
foi_preferences_window_close_request (GtkWindow *window)
{
  ask_about_changes (FOI_PREFERENCES_WINDOW (window), destroy);
  return TRUE;
}

static void
take_chosen (FoiPreferencesWindow *self)
{
  foi_program_page_set_profile (FOI_PROGRAM_PAGE (self->program), self->chosen);
  load (self);
}

static void
profile_chosen_cb (FoiPreferencesWindow *self, const char *path)
{
  g_free (self->chosen);
  self->chosen = g_strdup (path);
  ask_about_changes (self, take_chosen);
}

/* Nobody could save what is changed in a case without a window. */
static void
parent_gone_cb (FoiPreferencesWindow *self)
{
  g_clear_object (&self->document);
  update_actions (self);
}

static void
foi_preferences_window_dispose (GObject *object)
{
  FoiPreferencesWindow *self = FOI_PREFERENCES_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->draft);
  g_clear_object (&self->document);
  g_clear_pointer (&self->proposed, json_node_unref);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (foi_preferences_window_parent_class)->dispose (object);
}

static void
foi_preferences_window_class_init (FoiPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = foi_preferences_window_close_request;

  g_type_ensure (FOI_TYPE_MESSAGE_BAND);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiPreferencesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FoiPreferencesWindow, band);
  gtk_widget_class_bind_template_child (widget_class, FoiPreferencesWindow, apply_button);
  gtk_widget_class_install_action (widget_class, "preferences.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "preferences.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "preferences.save", NULL);
}

static void
foi_preferences_window_init (FoiPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->draft = foi_profile_draft_new ();
  g_signal_connect_object (self->draft, "notify::profile", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::modified", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
add_pages (FoiPreferencesWindow *self)
{
  GtkStack *stack = GTK_STACK (self->stack);

  self->program = foi_program_page_new ();
  gtk_stack_add_titled (stack, foi_profile_form_new (self->draft, FOI_PAGE_AUTHORITY), "authority",
                        _("Authority"));
  gtk_stack_add_titled (stack, foi_profile_form_new (self->draft, FOI_PAGE_LETTERS), "letters",
                        _("Letters"));
  gtk_stack_add_titled (stack, foi_wording_page_new (self->draft), "wording", _("Wording"));
  gtk_stack_add_titled (stack, foi_holidays_page_new (self->document), "holidays",
                        _("Bank Holidays"));
  gtk_stack_add_titled (stack, self->program, "program", _("Program"));
  g_signal_connect_object (self->program, "profile-chosen", G_CALLBACK (profile_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * foi_preferences_window_present:
 * @parent: (nullable): the window that is in front
 * @document: (nullable): its case, to which the profile can be applied
 *
 * Shows the preferences as soon as the profile is read.
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
FoiPreferencesWindow *
foi_preferences_window_present (FoiApplication *application, GtkWindow *parent,
                                FoiDocument *document)
{
  FoiPreferencesWindow *self;

  g_return_val_if_fail (FOI_IS_APPLICATION (application), NULL);

  self = g_object_new (FOI_TYPE_PREFERENCES_WINDOW, "application", application, "transient-for",
                       parent, NULL);
  g_set_object (&self->document, document);
  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), self,
                             G_CONNECT_SWAPPED);
  add_pages (self);
  /* Not an empty form that fills: it is shown with the profile, unless that takes long. */
  gtk_widget_set_visible (self->stack, FALSE);
  load (self);
  return self;
}
