/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-profile-draft.h"

#include "foi-json-edit.h"
#include "foi-profile.h"
#include "foi-task.h"

struct _FoiProfileDraft
{
  GObject parent_instance;

  JsonNode *profile;
  JsonNode *saved;
};

enum
{
  PROP_0,
  PROP_PROFILE,
  PROP_MODIFIED,
  N_PROPS
};

enum
{
  REPLACED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiProfileDraft, foi_profile_draft, G_TYPE_OBJECT)

static void
foi_profile_draft_finalize (GObject *object)
{
  FoiProfileDraft *self = FOI_PROFILE_DRAFT (object);

  g_clear_pointer (&self->profile, json_node_unref);
  g_clear_pointer (&self->saved, json_node_unref);

  G_OBJECT_CLASS (foi_profile_draft_parent_class)->finalize (object);
}

static void
foi_profile_draft_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiProfileDraft *self = FOI_PROFILE_DRAFT (object);

  switch (prop_id)
    {
    case PROP_PROFILE:
      g_value_set_boxed (value, self->profile);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, foi_profile_draft_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_profile_draft_class_init (FoiProfileDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = foi_profile_draft_finalize;
  object_class->get_property = foi_profile_draft_get_property;

  properties[PROP_PROFILE] = g_param_spec_boxed ("profile", NULL, NULL, JSON_TYPE_NODE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REPLACED] = g_signal_new ("replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_profile_draft_init (FoiProfileDraft *self)
{
  self->profile = foi_profile_new ();
  self->saved = json_node_ref (self->profile);
}

/**
 * foi_profile_draft_new:
 *
 * Returns: (transfer full): a profile that says nothing yet.
 */
FoiProfileDraft *
foi_profile_draft_new (void)
{
  return g_object_new (FOI_TYPE_PROFILE_DRAFT, NULL);
}

/**
 * foi_profile_draft_get:
 *
 * Returns: (transfer none): the profile as it is now.
 */
JsonNode *
foi_profile_draft_get (FoiProfileDraft *self)
{
  g_return_val_if_fail (FOI_IS_PROFILE_DRAFT (self), NULL);
  return self->profile;
}

static void
take (JsonNode **field, JsonNode *node)
{
  json_node_ref (node);
  json_node_unref (*field);
  *field = node;
}

static void
notify (FoiProfileDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROFILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * foi_profile_draft_set:
 *
 * Says what the profile is now: a field of it was changed.
 */
void
foi_profile_draft_set (FoiProfileDraft *self, JsonNode *profile)
{
  g_return_if_fail (FOI_IS_PROFILE_DRAFT (self));

  if (foi_json_equal (self->profile, profile))
    return;
  take (&self->profile, profile);
  notify (self);
}

/**
 * foi_profile_draft_replace:
 * @is_saved: it was read from its file
 *
 * Says what the whole profile is: another was read.
 */
void
foi_profile_draft_replace (FoiProfileDraft *self, JsonNode *profile, gboolean is_saved)
{
  g_return_if_fail (FOI_IS_PROFILE_DRAFT (self));

  take (&self->profile, profile);
  if (is_saved)
    take (&self->saved, profile);
  notify (self);
  g_signal_emit (self, signals[REPLACED], 0);
}

/**
 * foi_profile_draft_is_modified:
 *
 * Returns: whether it says something else than its file.
 */
gboolean
foi_profile_draft_is_modified (FoiProfileDraft *self)
{
  g_return_val_if_fail (FOI_IS_PROFILE_DRAFT (self), FALSE);
  return !foi_json_equal (self->profile, self->saved);
}

/**
 * foi_profile_draft_get_saved:
 *
 * Returns: (transfer none): the profile as its file was when it was read or saved last.
 */
JsonNode *
foi_profile_draft_get_saved (FoiProfileDraft *self)
{
  g_return_val_if_fail (FOI_IS_PROFILE_DRAFT (self), NULL);
  return self->saved;
}

/**
 * foi_profile_draft_set_saved:
 * @saved: what its file says now
 *
 * Has the next save expect what somebody else wrote, and so replace it.
 */
void
foi_profile_draft_set_saved (FoiProfileDraft *self, JsonNode *saved)
{
  g_return_if_fail (FOI_IS_PROFILE_DRAFT (self));

  take (&self->saved, saved);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  JsonNode *profile = task_data;
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  JsonNode *expected = g_object_get_data (G_OBJECT (task), "expected");
  g_autoptr (GError) error = NULL;

  if (foi_profile_save (profile, expected, file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foi_profile_draft_save_async:
 *
 * Writes the profile durably, in a thread; not over what a colleague has saved since it was read.
 */
void
foi_profile_draft_save_async (FoiProfileDraft *self, GFile *file, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FOI_IS_PROFILE_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, foi_profile_draft_save_async);
  g_task_set_task_data (task, json_node_ref (self->profile), (GDestroyNotify) json_node_unref);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "expected", json_node_ref (self->saved),
                          (GDestroyNotify) json_node_unref);
  foi_task_run_in_thread (task, save_thread);
}

/**
 * foi_profile_draft_save_finish:
 *
 * Returns: whether it is written.
 */
gboolean
foi_profile_draft_save_finish (FoiProfileDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  take (&self->saved, g_task_get_task_data (G_TASK (result)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  return TRUE;
}
