/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-command.h"

/**
 * foi_command_new:
 * @label: what the person did, for the menu: "Change Answer"
 * @merge_key: (nullable): where it was typed; commands with the same key become one
 *
 * Returns: (transfer full): the command.
 */
FoiCommand *
foi_command_new (const char *label, const char *merge_key, FoiCaseState *before,
                 FoiCaseState *after)
{
  FoiCommand *self = g_new0 (FoiCommand, 1);

  self->label = g_strdup (label);
  self->merge_key = g_strdup (merge_key);
  self->before = foi_case_state_ref (before);
  self->after = foi_case_state_ref (after);
  return self;
}

/**
 * foi_command_free:
 *
 * Forgets the command.
 */
void
foi_command_free (FoiCommand *self)
{
  g_free (self->label);
  g_free (self->merge_key);
  foi_case_state_unref (self->before);
  foi_case_state_unref (self->after);
  g_free (self);
}

/**
 * foi_command_apply:
 *
 * Returns: (transfer none): the case once it is done; doing is the first redoing.
 */
FoiCaseState *
foi_command_apply (FoiCommand *self)
{
  return self->after;
}

/**
 * foi_command_revert:
 *
 * Returns: (transfer none): the case as it was.
 */
FoiCaseState *
foi_command_revert (FoiCommand *self)
{
  return self->before;
}

/**
 * foi_command_describe:
 *
 * Returns: the words for "Undo …" and "Redo …".
 */
const char *
foi_command_describe (FoiCommand *self)
{
  return self->label;
}

/**
 * foi_command_merge:
 * @after: the case after more was typed in the same place
 *
 * Returns: whether @self now stands for both.
 */
gboolean
foi_command_merge (FoiCommand *self, const char *merge_key, FoiCaseState *after)
{
  if (merge_key == NULL || g_strcmp0 (self->merge_key, merge_key) != 0)
    return FALSE;
  foi_case_state_ref (after);
  foi_case_state_unref (self->after);
  self->after = after;
  return TRUE;
}
