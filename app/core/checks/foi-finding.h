/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  FOI_SEVERITY_UNFINISHED, /* to do: nothing is wrong yet */
  FOI_SEVERITY_ERROR,      /* to fix */
  FOI_SEVERITY_WARNING,    /* to consider; likely wrong */
  FOI_SEVERITY_ADVICE,     /* to consider */
} FoiSeverity;

/**
 * FoiMend:
 * @label: what it does, for a button: "Bring the paragraph back"
 * @path: what it changes, as foi_case_state_with_node() takes it
 * @value: (nullable): what is put there; %NULL removes it
 *
 * The way to put a finding right where that needs no judgement of law.
 */
typedef struct
{
  char     *label;
  char     *path;
  JsonNode *value;
} FoiMend;

#define FOI_TYPE_FINDING (foi_finding_get_type ())

/**
 * FoiFinding:
 * @id: the check, "s12-2-but-held"; what scripts and accepted findings know it by
 * @place: where it is edited, in the terms of a letter's blocks: "questions/q2/answer"
 * @path: the same as a JSON path: "$.foi:case.questions[1].answer"
 * @accept_path: (nullable): what it is accepted under, where @path says too little: another number
 *   at the same place is another thing to look at
 * @law: the statute or guidance behind it
 * @message: what is wrong, in the case's own terms
 * @fix: what to do about it
 * @words: (nullable): the officer's words that it is about, on one line; "…" stands for the end of
 *   many
 * @mend: (nullable): what does it for the officer
 * @accepted: (nullable): why an officer let it stand
 *
 * One thing to do, to fix or to consider before a letter goes. Plain data.
 */
typedef struct
{
  const char *id;
  FoiSeverity severity;
  char       *place;
  char       *path;
  char       *accept_path;
  char       *law;
  char       *message;
  char       *fix;
  char       *words;
  FoiMend    *mend;
  char       *accepted;
} FoiFinding;

GType       foi_finding_get_type (void);
FoiFinding *foi_finding_copy (const FoiFinding *self);
void        foi_finding_free (FoiFinding *self);
const char *foi_finding_get_accept_path (const FoiFinding *self);
const char *foi_severity_to_name (FoiSeverity severity);
const char *foi_severity_to_words (FoiSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiFinding, foi_finding_free)

G_END_DECLS
