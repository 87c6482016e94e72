/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-profile-conflict.h"

#include <glib/gi18n.h>

#include "foi-dialogs.h"
#include "foi-json-edit.h"
#include "foi-profile-fields.h"
#include "foi-profile.h"

/* Two people's changes of one profile. */
typedef struct
{
  GtkWindow       *window;
  FoiProfileDraft *draft;
  JsonNode        *theirs;   /* NULL while it is being read */
} Conflict;

static void
conflict_free (Conflict *conflict)
{
  g_object_unref (conflict->window);
  g_object_unref (conflict->draft);
  g_clear_pointer (&conflict->theirs, json_node_unref);
  g_free (conflict);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Conflict, conflict_free)

/* Mine in their profile; it is saved when the person has seen it. */
static void
keep_both (Conflict *conflict)
{
  g_autoptr (JsonNode) merged
    = foi_profile_merge (foi_profile_draft_get_saved (conflict->draft),
                         foi_profile_draft_get (conflict->draft), conflict->theirs);

  foi_profile_draft_set_saved (conflict->draft, conflict->theirs);
  foi_profile_draft_replace (conflict->draft, merged, FALSE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Conflict) conflict = user_data;
  const char *choice = foi_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (choice, "theirs") == 0)
    foi_profile_draft_replace (conflict->draft, conflict->theirs, TRUE);
  else if (g_strcmp0 (choice, "both") == 0)
    keep_both (conflict);
  else if (g_strcmp0 (choice, "mine") == 0)
    {
      foi_profile_draft_set_saved (conflict->draft, conflict->theirs);
      gtk_widget_activate_action (GTK_WIDGET (conflict->window), "preferences.save", NULL);
    }
}

/* "Who signs: Name" of "_Name" under that heading: the letter to press is for the form. */
static void
add_name (GStrvBuilder *names, const char *group, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  /* Translators: a group of fields of the profile, and a field of it. */
  g_autofree char *name = group != NULL ? g_strdup_printf (_("%s: %s"), group, plain)
                                        : g_strdup (plain);

  g_strv_builder_add (names, name);
}

/* Where theirs is not what both began with: "Name, Phone". */
static char *
dup_changed (JsonNode *base, JsonNode *theirs)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  JsonNode *base_wording = foi_profile_get_node (base, "wording");
  JsonNode *their_wording = foi_profile_get_node (theirs, "wording");

  for (int page = FOI_PAGE_AUTHORITY; page <= FOI_PAGE_LETTERS; page++)
    {
      guint n_fields;
      const FoiField *fields = foi_profile_fields ((FoiProfilePage) page, &n_fields);
      const char *group = NULL;

      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;

          if (fields[i].path == NULL)
            {
              group = _(fields[i].label);
              continue;
            }
          before = foi_profile_dup_field (base, &fields[i]);
          after = foi_profile_dup_field (theirs, &fields[i]);
          if (g_strcmp0 (before, after) != 0)
            add_name (names, group, _(fields[i].label));
        }
    }
  if (base_wording != their_wording
      && (base_wording == NULL || their_wording == NULL
          || !foi_json_equal (base_wording, their_wording)))
    g_strv_builder_add (names, _("Wording"));
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

static void
ask (Conflict *conflict)
{
  const FoiChoice choices[] = {
    { "theirs", _("Take _Theirs"), FOI_CHOICE_DESTRUCTIVE },
    { "mine", _("_Replace Theirs"), FOI_CHOICE_DESTRUCTIVE },
    { "both", _("Keep _Both"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  g_autofree char *changed
    = dup_changed (foi_profile_draft_get_saved (conflict->draft), conflict->theirs);
  /* Translators: %s are the names of the fields that the other person changed. */
  g_autofree char *what = changed[0] != '\0' ? g_strdup_printf (_("They changed: %s\n\n"), changed)
                                             : g_strdup ("");
  g_autofree char *body
    = g_strdup_printf (_("It was saved from another place since you opened it. Nothing has been "
                         "written, and your changes are still here.\n\n%sKeeping both puts your "
                         "changes into their profile, for you to look at and save. Where you both "
                         "changed a field, yours is kept."),
                       what);

  foi_dialogs_ask_async (conflict->window, _("Somebody else changed the profile"), body, choices,
                         answered_cb, conflict);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Conflict) conflict = user_data;
  g_autoptr (GError) error = NULL;

  conflict->theirs = foi_profile_load_finish (result, &error);
  if (!gtk_widget_get_mapped (GTK_WIDGET (conflict->window)))
    return;
  if (conflict->theirs != NULL)
    ask (g_steal_pointer (&conflict));
  else
    foi_dialogs_tell (conflict->window, _("Somebody else changed the profile"), error->message);
}

/**
 * foi_profile_conflict_ask:
 * @window: the preferences
 * @draft: the profile as it was changed here
 * @file: its file, which somebody else changed
 *
 * Reads what is there now, says what differs, and offers it: theirs, ours, or both in one.
 */
void
foi_profile_conflict_ask (GtkWindow *window, FoiProfileDraft *draft, GFile *file)
{
  Conflict *conflict;

  g_return_if_fail (GTK_IS_WINDOW (window) && FOI_IS_PROFILE_DRAFT (draft) && G_IS_FILE (file));

  conflict = g_new0 (Conflict, 1);
  conflict->window = g_object_ref (window);
  conflict->draft = g_object_ref (draft);
  foi_profile_load_async (file, NULL, loaded_cb, conflict);
}
