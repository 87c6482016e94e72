/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-finding.h"

#include <glib/gi18n-lib.h>

#include "foi-term.h"

G_DEFINE_BOXED_TYPE (FoiFinding, foi_finding, foi_finding_copy, foi_finding_free)

/* In the order of FoiSeverity. */
static const FoiTerm severities[] = {
  [FOI_SEVERITY_UNFINISHED] = { "unfinished", N_("To do") },
  [FOI_SEVERITY_ERROR] = { "error", N_("To fix") },
  [FOI_SEVERITY_WARNING] = { "warning", N_("To consider") },
  [FOI_SEVERITY_ADVICE] = { "advice", N_("To consider") },
};

static FoiMend *
copy_mend (const FoiMend *mend)
{
  FoiMend *copy = g_new0 (FoiMend, 1);

  copy->label = g_strdup (mend->label);
  copy->path = g_strdup (mend->path);
  copy->value = mend->value != NULL ? json_node_ref (mend->value) : NULL;
  return copy;
}

static void
free_mend (FoiMend *mend)
{
  g_free (mend->label);
  g_free (mend->path);
  g_clear_pointer (&mend->value, json_node_unref);
  g_free (mend);
}

/**
 * foi_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): another one that says the same.
 */
FoiFinding *
foi_finding_copy (const FoiFinding *self)
{
  FoiFinding *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (FoiFinding, 1);
  copy->id = self->id;
  copy->severity = self->severity;
  copy->place = g_strdup (self->place);
  copy->path = g_strdup (self->path);
  copy->accept_path = g_strdup (self->accept_path);
  copy->law = g_strdup (self->law);
  copy->message = g_strdup (self->message);
  copy->fix = g_strdup (self->fix);
  copy->words = g_strdup (self->words);
  copy->mend = self->mend != NULL ? copy_mend (self->mend) : NULL;
  copy->accepted = g_strdup (self->accepted);
  return copy;
}

/**
 * foi_finding_free:
 * @self: (transfer full): a finding
 *
 * Frees it.
 */
void
foi_finding_free (FoiFinding *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->place);
  g_free (self->path);
  g_free (self->accept_path);
  g_free (self->law);
  g_free (self->message);
  g_free (self->fix);
  g_free (self->words);
  g_clear_pointer (&self->mend, free_mend);
  g_free (self->accepted);
  g_free (self);
}

/**
 * foi_finding_get_accept_path:
 *
 * Returns: what an officer's reason to let it stand is kept under.
 */
const char *
foi_finding_get_accept_path (const FoiFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->accept_path != NULL ? self->accept_path : self->path;
}

/**
 * foi_severity_to_name:
 *
 * Returns: its name for other programs: "unfinished".
 */
const char *
foi_severity_to_name (FoiSeverity severity)
{
  return foi_term_get_name (severities, G_N_ELEMENTS (severities), severity);
}

/**
 * foi_severity_to_words:
 *
 * Returns: the group in which the window shows it: "To fix".
 */
const char *
foi_severity_to_words (FoiSeverity severity)
{
  return foi_term_get_words (severities, G_N_ELEMENTS (severities), severity);
}
