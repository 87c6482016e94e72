/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-editor.h"

#include "foi-case-edits-private.h"
#include "foi-case-private.h"
#include "foi-command.h"
#include "foi-json-edit.h"

struct _FoiCaseEditor
{
  GObject parent_instance;

  FoiCase      *foi_case;
  GPtrArray    *commands;    /* of FoiCommand: before n_done to be undone, then redone */
  guint         n_done;
  gboolean      merge_broken;
  FoiCaseState *saved;

  GHashTable   *used_ids;    /* of questions that were made or deleted, undone or not */
  GPtrArray    *groups;      /* of FoiCaseState: before each begin that is not ended yet */
  char         *group_label;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiCaseEditor, foi_case_editor, G_TYPE_OBJECT)

static void
notify_history (FoiCaseEditor *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
foi_case_editor_finalize (GObject *object)
{
  FoiCaseEditor *self = FOI_CASE_EDITOR (object);

  g_clear_pointer (&self->commands, g_ptr_array_unref);
  g_clear_pointer (&self->saved, foi_case_state_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->used_ids, g_hash_table_unref);
  g_free (self->group_label);
  g_clear_object (&self->foi_case);

  G_OBJECT_CLASS (foi_case_editor_parent_class)->finalize (object);
}

static void
foi_case_editor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiCaseEditor *self = FOI_CASE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, foi_case_editor_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, foi_case_editor_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, foi_case_editor_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, foi_case_editor_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, foi_case_editor_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_case_editor_class_init (FoiCaseEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = foi_case_editor_finalize;
  object_class->get_property = foi_case_editor_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foi_case_editor_init (FoiCaseEditor *self)
{
  self->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_command_free);
  self->used_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_case_state_unref);
}

/**
 * foi_case_editor_new:
 * @foi_case: the case to write; as it is now it counts as saved
 *
 * Returns: (transfer full): its editor.
 */
FoiCaseEditor *
foi_case_editor_new (FoiCase *foi_case)
{
  FoiCaseEditor *self;

  g_return_val_if_fail (FOI_IS_CASE (foi_case), NULL);

  self = g_object_new (FOI_TYPE_CASE_EDITOR, NULL);
  self->foi_case = g_object_ref (foi_case);
  self->saved = foi_case_ref_snapshot (foi_case);
  return self;
}

/**
 * foi_case_editor_get_case:
 *
 * Returns: (transfer none): the case it writes.
 */
FoiCase *
foi_case_editor_get_case (FoiCaseEditor *self)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), NULL);
  return self->foi_case;
}

/* The command that more typing may join: the last, if nothing happened since. */
static FoiCommand *
get_open_command (FoiCaseEditor *self)
{
  FoiCommand *last;

  if (self->n_done == 0 || self->n_done != self->commands->len || self->merge_broken)
    return NULL;
  last = g_ptr_array_index (self->commands, self->n_done - 1);
  return foi_command_apply (last) != self->saved ? last : NULL;
}

static void
record_command (FoiCaseEditor *self, FoiCaseState *before, FoiCaseState *after, const char *label,
                const char *merge_key)
{
  FoiCommand *open = get_open_command (self);

  if (open != NULL && foi_command_merge (open, merge_key, after))
    return;
  if (self->n_done < self->commands->len)
    g_ptr_array_set_size (self->commands, (int) self->n_done);
  g_ptr_array_add (self->commands, foi_command_new (label, merge_key, before, after));
  self->n_done++;
  self->merge_broken = FALSE;
}

/**
 * foi_case_editor_push:
 * @state: the case as it is to be
 * @label: what the person did, as in "Undo Change Answer"
 * @merge_key: (nullable): the place of typing; what is typed on in the same place is one command
 *
 * The one way in which a case changes.
 */
void
foi_case_editor_push (FoiCaseEditor *self, FoiCaseState *state, const char *label,
                      const char *merge_key)
{
  g_autoptr (FoiCaseState) before = NULL;
  g_autoptr (FoiCaseState) after = NULL;

  g_return_if_fail (FOI_IS_CASE_EDITOR (self));
  g_return_if_fail (state != NULL && label != NULL);

  if (state == foi_case_get_state (self->foi_case))
    return;
  before = foi_case_ref_snapshot (self->foi_case);
  after = _foi_case_follow_accepted (before, state);
  if (self->groups->len == 0)
    record_command (self, before, after, label, merge_key);
  _foi_case_set_state (self->foi_case, after);
  if (self->groups->len == 0)
    notify_history (self);
}

/**
 * foi_case_editor_begin:
 * @label: what the whole is called
 *
 * Everything up to the matching foi_case_editor_end() is one command. May be nested; the outermost
 * label counts.
 */
void
foi_case_editor_begin (FoiCaseEditor *self, const char *label)
{
  g_return_if_fail (FOI_IS_CASE_EDITOR (self));

  if (self->groups->len == 0)
    self->group_label = g_strdup (label);
  g_ptr_array_add (self->groups, foi_case_ref_snapshot (self->foi_case));
}

/**
 * foi_case_editor_end:
 *
 * Ends what foi_case_editor_begin() began.
 */
void
foi_case_editor_end (FoiCaseEditor *self)
{
  g_autoptr (FoiCaseState) before = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (FOI_IS_CASE_EDITOR (self));
  g_return_if_fail (self->groups->len > 0);

  before = g_ptr_array_steal_index (self->groups, self->groups->len - 1);
  if (self->groups->len > 0)
    return;
  label = g_steal_pointer (&self->group_label);
  if (before == foi_case_get_state (self->foi_case))
    return;
  record_command (self, before, foi_case_get_state (self->foi_case), label, NULL);
  notify_history (self);
}

/**
 * foi_case_editor_is_in_group:
 *
 * Returns: whether a command was begun and not ended: what the case is now, it may never have been.
 */
gboolean
foi_case_editor_is_in_group (FoiCaseEditor *self)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  return self->groups->len > 0;
}

/**
 * foi_case_editor_cancel:
 *
 * Ends what the matching foi_case_editor_begin() began, and leaves the case as it was then.
 */
void
foi_case_editor_cancel (FoiCaseEditor *self)
{
  g_autoptr (FoiCaseState) before = NULL;

  g_return_if_fail (FOI_IS_CASE_EDITOR (self));
  g_return_if_fail (self->groups->len > 0);

  before = g_ptr_array_steal_index (self->groups, self->groups->len - 1);
  if (self->groups->len == 0)
    g_clear_pointer (&self->group_label, g_free);
  _foi_case_set_state (self->foi_case, before);
}

/*
 * _foi_case_editor_use_id:
 * @id: of a question that is made or goes
 *
 * Returns: whether no question that was made or went in this window had it.
 */
gboolean
_foi_case_editor_use_id (FoiCaseEditor *self, const char *id)
{
  return g_hash_table_add (self->used_ids, g_strdup (id));
}

/**
 * foi_case_editor_break_merge:
 *
 * What is typed from now on is a command of its own: the person paused, or left the field.
 */
void
foi_case_editor_break_merge (FoiCaseEditor *self)
{
  g_return_if_fail (FOI_IS_CASE_EDITOR (self));
  self->merge_broken = TRUE;
}

/**
 * foi_case_editor_forget_history:
 *
 * Nothing that was done so far can be undone any more: a letter went out, and what it says is not
 * taken back by a key.
 */
void
foi_case_editor_forget_history (FoiCaseEditor *self)
{
  g_return_if_fail (FOI_IS_CASE_EDITOR (self));
  g_return_if_fail (self->groups->len == 0);

  g_ptr_array_set_size (self->commands, 0);
  self->n_done = 0;
  _foi_case_forget_gone (self->foi_case);
  notify_history (self);
}

/**
 * foi_case_editor_undo:
 *
 * Returns: whether there was anything to undo.
 */
gboolean
foi_case_editor_undo (FoiCaseEditor *self)
{
  FoiCommand *command;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  if (!foi_case_editor_can_undo (self))
    return FALSE;
  command = g_ptr_array_index (self->commands, --self->n_done);
  self->merge_broken = TRUE;
  _foi_case_set_state (self->foi_case, foi_command_revert (command));
  notify_history (self);
  return TRUE;
}

/**
 * foi_case_editor_redo:
 *
 * Returns: whether there was anything to redo.
 */
gboolean
foi_case_editor_redo (FoiCaseEditor *self)
{
  FoiCommand *command;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  if (!foi_case_editor_can_redo (self))
    return FALSE;
  command = g_ptr_array_index (self->commands, self->n_done++);
  self->merge_broken = TRUE;
  _foi_case_set_state (self->foi_case, foi_command_apply (command));
  notify_history (self);
  return TRUE;
}

/**
 * foi_case_editor_can_undo:
 *
 * Returns: whether there is anything to undo.
 */
gboolean
foi_case_editor_can_undo (FoiCaseEditor *self)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  return self->groups->len == 0 && self->n_done > 0;
}

/**
 * foi_case_editor_can_redo:
 *
 * Returns: whether there is anything to redo.
 */
gboolean
foi_case_editor_can_redo (FoiCaseEditor *self)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  return self->groups->len == 0 && self->n_done < self->commands->len;
}

/**
 * foi_case_editor_get_undo_label:
 *
 * Returns: (nullable): what undo would take back.
 */
const char *
foi_case_editor_get_undo_label (FoiCaseEditor *self)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), NULL);
  if (!foi_case_editor_can_undo (self))
    return NULL;
  return foi_command_describe (g_ptr_array_index (self->commands, self->n_done - 1));
}

/**
 * foi_case_editor_get_redo_label:
 *
 * Returns: (nullable): what redo would do again.
 */
const char *
foi_case_editor_get_redo_label (FoiCaseEditor *self)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), NULL);
  if (!foi_case_editor_can_redo (self))
    return NULL;
  return foi_command_describe (g_ptr_array_index (self->commands, self->n_done));
}

/**
 * foi_case_editor_is_modified:
 *
 * Returns: whether the case differs from what was saved; undoing back to that point says no.
 */
gboolean
foi_case_editor_is_modified (FoiCaseEditor *self)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  return foi_case_get_state (self->foi_case) != self->saved;
}

/**
 * foi_case_editor_mark_saved:
 * @saved: the state that was written; the case may have moved on meanwhile
 *
 * Sets the saved point.
 */
void
foi_case_editor_mark_saved (FoiCaseEditor *self, FoiCaseState *saved)
{
  g_return_if_fail (FOI_IS_CASE_EDITOR (self));
  g_return_if_fail (saved != NULL);

  foi_case_state_ref (saved);
  foi_case_state_unref (self->saved);
  self->saved = saved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static gboolean
push_node (FoiCaseEditor *self, const char *path, JsonNode *value, const char *label,
           const char *merge_key, GError **error)
{
  g_autoptr (FoiCaseState) state = NULL;

  state = foi_case_state_with_node (foi_case_get_state (self->foi_case), path, value, error);
  if (state == NULL)
    return FALSE;
  foi_case_editor_push (self, state, label, merge_key);
  return TRUE;
}

/**
 * foi_case_editor_set_string:
 * @path: where, as in foi_case_state_get_node()
 * @text: (nullable): what was typed; %NULL removes
 * @label: what the person did
 *
 * Sets a text that is being typed: what is typed on at the same path joins this command.
 *
 * Returns: whether @path leads anywhere, else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_set_string (FoiCaseEditor *self, const char *path, const char *text,
                            const char *label, GError **error)
{
  g_autoptr (JsonNode) value = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (path != NULL && label != NULL, FALSE);

  if (text != NULL)
    value = foi_json_new_string (text);
  return push_node (self, path, value, label, path, error);
}

/**
 * foi_case_editor_set_node:
 * @path: where, as in foi_case_state_get_node()
 * @value: (nullable): sealed; %NULL removes
 * @label: what the person did
 *
 * Sets something that is chosen rather than typed: each call is one command.
 *
 * Returns: whether @path leads anywhere, else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_set_node (FoiCaseEditor *self, const char *path, JsonNode *value, const char *label,
                          GError **error)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (path != NULL && label != NULL, FALSE);

  return push_node (self, path, value, label, NULL, error);
}
