/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-reload.h"

#include "foi-case-private.h"

/**
 * foi_case_editor_reload:
 * @state: what the file says now
 *
 * Takes over what somebody else saved: it is the case, and is saved. Nothing that was done before
 * can be undone any more, for that would take back what they did.
 */
void
foi_case_editor_reload (FoiCaseEditor *self, FoiCaseState *state)
{
  g_return_if_fail (FOI_IS_CASE_EDITOR (self));
  g_return_if_fail (state != NULL);
  g_return_if_fail (!foi_case_editor_is_in_group (self));

  _foi_case_set_state (foi_case_editor_get_case (self), state);
  foi_case_editor_mark_saved (self, state);
  foi_case_editor_forget_history (self);
}
