/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-case-approval.h"
#include "foi-check-families.h"

/* A part is approved with its question as well. */
static void
find_approval (FoiCheck *self, FoiCheckQuestion *question, FoiApproval *approval)
{
  g_auto (GStrv) segments = g_strsplit (question->place, "/", -1);
  FoiApproval whole;

  foi_case_state_get_approval (self->state, question->id, approval);
  if (approval->state == FOI_APPROVAL_GIVEN || segments[1] == NULL
      || g_str_equal (segments[1], question->id))
    return;
  foi_case_state_get_approval (self->state, segments[1], &whole);
  if (whole.state > FOI_APPROVAL_NONE)
    *approval = whole;
}

/* _foi_check_approvals: where the authority wants it, somebody agreed to each answer as it is.
 * Wherever somebody agreed to another one, they would want to know. */
void
_foi_check_approvals (FoiCheck *self)
{
  const gboolean needs = foi_case_state_needs_approval (self->state);

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autofree char *message = NULL;
      FoiFinding *finding;
      FoiApproval approval;

      find_approval (self, question, &approval);
      if (approval.state == FOI_APPROVAL_GIVEN
          || (approval.state == FOI_APPROVAL_NONE && !needs))
        continue;
      message = approval.state == FOI_APPROVAL_CHANGED
                  /* Translators: "Question 2", and a person. */
                  ? g_strdup_printf (_("%s changed since %s approved it."), question->name,
                                     approval.by)
                  : g_strdup_printf (_("Nobody approved %s."), question->name);
      finding = _foi_check_add_to (self, question, "approved", message,
                                   _("Have it approved as it is, or accept that it goes "
                                     "without."));
      if (!needs)
        finding->severity = FOI_SEVERITY_WARNING;
    }
}
