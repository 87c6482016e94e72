/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-authority-offer.h"

#include <glib/gi18n.h>

#include "foi-case-status.h"
#include "foi-dialogs.h"
#include "foi-json-edit.h"
#include "foi-profile.h"
#include "foi-settings.h"

/* On a window while its person is asked, or is going to be. */
#define ASKING "foi-authority-offer"

/* A profile that can be taken into a case. */
typedef struct
{
  GtkWindow   *window;
  FoiDocument *document;
  JsonNode    *profile;    /* NULL while it is being read */
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_set_data (G_OBJECT (offer->window), ASKING, NULL);
  g_object_unref (offer->window);
  g_object_unref (offer->document);
  g_clear_pointer (&offer->profile, json_node_unref);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static gboolean
is_complete (FoiCaseState *state)
{
  return foi_case_state_names_authority (state) && foi_case_state_names_sender (state);
}

/* Whether the case would say with the profile who sends its letter. */
static gboolean
would_complete (FoiDocument *document, JsonNode *profile)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  g_autoptr (FoiCaseState) with_profile
    = foi_case_state_with_node (state, "authority", profile, NULL);

  return with_profile != NULL && is_complete (with_profile);
}

static void
open_preferences (GtkWindow *window)
{
  gtk_window_present (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "app.preferences", NULL);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Offer) offer = user_data;
  const char *choice = foi_dialogs_ask_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (choice, "preferences") == 0)
    open_preferences (offer->window);
  else if (g_strcmp0 (choice, "use") == 0
           && !foi_authority_use (offer->document, offer->profile, &error))
    foi_document_tell_error (offer->document, error);
}

static void
ask (Offer *offer)
{
  const FoiChoice choices[] = {
    { "preferences", _("Open _Preferences"), FOI_CHOICE_PLAIN },
    { "use", _("_Use This Profile"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  const char *team = foi_json_get_string (offer->profile, "team", "");
  /* Translators: the names of an authority and of its team; the latter may be empty. */
  g_autofree char *body
    = g_strdup_printf (_("%s\n%s\n\nIts address, signature and wording come with it. This can be "
                         "undone."),
                       foi_json_get_string (offer->profile, "name", ""), team);

  foi_dialogs_ask_async (offer->window, _("Use your authority’s profile in this case?"), body,
                         choices, answered_cb, offer);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Offer) offer = user_data;

  offer->profile = foi_profile_load_finish (result, NULL);
  if (!gtk_widget_get_mapped (GTK_WIDGET (offer->window)))
    return;
  if (offer->profile != NULL && would_complete (offer->document, offer->profile))
    ask (g_steal_pointer (&offer));
  else
    /* They say what is missing, or why the profile cannot be read. */
    open_preferences (offer->window);
}

/**
 * foi_authority_offer:
 * @window: the window of @document
 *
 * Where the case does not say who sends its letter, offers the authority's profile; where that does
 * not say it either, or there is none, opens the preferences, in which it is written. Does nothing
 * while it is asking already.
 */
void
foi_authority_offer (GtkWindow *window, FoiDocument *document)
{
  g_autoptr (GFile) file = NULL;
  Offer *offer;

  g_return_if_fail (GTK_IS_WINDOW (window) && FOI_IS_DOCUMENT (document));

  if (g_object_get_data (G_OBJECT (window), ASKING) != NULL
      || is_complete (foi_case_get_state (foi_document_get_case (document))))
    return;
  g_object_set_data (G_OBJECT (window), ASKING, GINT_TO_POINTER (TRUE));
  file = foi_settings_ref_authority_file (foi_settings_get_default ());
  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (window);
  offer->document = g_object_ref (document);
  foi_profile_load_async (file, NULL, loaded_cb, offer);
}

/**
 * foi_authority_use:
 * @profile: the profile of an authority
 *
 * Puts a copy of the profile into the case, which can be undone.
 *
 * Returns: whether it is there.
 */
gboolean
foi_authority_use (FoiDocument *document, JsonNode *profile, GError **error)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && profile != NULL, FALSE);
  return foi_case_editor_set_node (foi_document_get_editor (document), "authority", profile,
                                   _("Use Authority Profile"), error);
}
