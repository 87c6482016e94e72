/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-attachment-look.h"
#include "foi-case-attachments.h"
#include "foi-cell-list.h"
#include "foi-json-edit.h"

/* What goes with the letter. What is in the files was looked at before, and is in `looks`; without
 * that nothing is said of them. */

/* So much of a hash tells two files apart that go with one letter. */
#define ENOUGH_OF_HASH 16

static FoiAttachmentLook *
get_look (FoiCheck *self, guint position)
{
  g_autofree char *id
    = foi_attachment_dup_id (foi_case_state_get_attachment (self->state, position));

  return foi_attachment_looks_find (self->looks, id);
}

static FoiFinding *
add (FoiCheck *self, guint position, const char *message, const char *fix)
{
  g_autofree char *place = g_strdup_printf ("attachments/#%u", position);

  return _foi_check_add (self, self->regime, place, message, fix);
}

/* A finding of what is in a file is accepted for that file, and no other one of its name. */
static void
add_of_file (FoiCheck *self, guint position, const char *message, const char *fix)
{
  FoiFinding *finding = add (self, position, message, fix);
  JsonNode *attachment = foi_case_state_get_attachment (self->state, position);
  g_autofree char *sha256
    = g_strndup (foi_json_get_string (attachment, "sha256", ""), ENOUGH_OF_HASH);

  if (sha256[0] != '\0')
    _foi_check_accept_as (self, finding, sha256);
}

static const char *
get_name (FoiCheck *self, guint position)
{
  return foi_json_get_string (foi_case_state_get_attachment (self->state, position), "name", "");
}

static void
check_state (FoiCheck *self, FoiAttachmentState state, const char *fix)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (self->state); i++)
    {
      FoiAttachmentLook *look = get_look (self, i);
      g_autofree char *message = NULL;

      if (look == NULL || look->state != state)
        continue;
      message = g_strdup_printf (_("The attachment “%s”: %s."), get_name (self, i), look->reason);
      add (self, i, message, fix);
    }
}

void
_foi_check_attachments_there (FoiCheck *self)
{
  check_state (self, FOI_ATTACHMENT_MISSING,
               _("Put the file back beside the case, or remove the attachment and add it again."));
}

void
_foi_check_attachments_changed (FoiCheck *self)
{
  check_state (self, FOI_ATTACHMENT_CHANGED,
               _("If the file as it is now is the right one, remove the attachment and add it "
                 "again."));
}

void
_foi_check_attachments_hiding (FoiCheck *self)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (self->state); i++)
    {
      FoiAttachmentLook *look = get_look (self, i);
      g_autofree char *places = look != NULL ? foi_attachment_look_dup_places (look, TRUE) : NULL;
      g_autofree char *message = NULL;

      if (look != NULL && look->refusal != NULL)
        {
          message = g_strdup_printf (_("The attachment “%s”: %s"), get_name (self, i),
                                     look->refusal);
          add (self, i, message, look->way_out);
        }
      else if (places != NULL)
        {
          message = g_strdup_printf (_("The attachment “%s” holds more than it shows (%s)."),
                                     get_name (self, i), places);
          add_of_file (self, i, message,
                       _("Whoever gets the file can read that. FOI Desk does not redact: take it "
                         "out with the program that made the file, in a copy, and attach that."));
        }
    }
}

void
_foi_check_attachments_telling (FoiCheck *self)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (self->state); i++)
    {
      FoiAttachmentLook *look = get_look (self, i);
      g_autofree char *places = look != NULL ? foi_attachment_look_dup_places (look, FALSE) : NULL;
      g_autofree char *message = NULL;

      if (places == NULL)
        continue;
      message = g_strdup_printf (_("The attachment “%s” says something of itself (%s)."),
                                 get_name (self, i), places);
      add_of_file (self, i, message,
                   _("See whether all of it may be known; if not, attach a copy without it."));
    }
}

void
_foi_check_attachments_unseen (FoiCheck *self)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (self->state); i++)
    {
      FoiAttachmentLook *look = get_look (self, i);
      g_autofree char *message = NULL;

      if (look == NULL || look->state != FOI_ATTACHMENT_THERE || look->hidden != NULL
          || look->refusal != NULL)
        continue;
      message = g_strdup_printf (_("The program cannot look through the attachment “%s”."),
                                 get_name (self, i));
      add_of_file (self, i, message,
                   _("Look through it yourself before it goes: its properties, and what it shows "
                     "in the program that made it."));
    }
}

/* ---- what is held against nothing ---- */

static void
add_unaudited (FoiCheck *self, guint position, FoiAttachmentLook *look)
{
  /* Translators: what a file is called; why: "it is a spreadsheet". */
  g_autofree char *message
    = g_strdup_printf (_("The attachment “%s” was not held against the figures that are withheld "
                         "in this case (%s)."), get_name (self, position), look->data);
  FoiFinding *finding
    = add (self, position, message,
           _("Import it as a table of the answer and remove the attachment; or make sure that no "
             "withheld figure is in it or follows from its totals, shares and differences, and say "
             "here why. What is said holds for the file as it is now."));
  JsonNode *attachment = foi_case_state_get_attachment (self->state, position);
  g_autofree char *sha256
    = g_strndup (look->sha256 != NULL ? look->sha256
                                      : foi_json_get_string (attachment, "sha256", ""),
                 ENOUGH_OF_HASH);

  if (sha256[0] != '\0')
    _foi_check_accept_as (self, finding, sha256);
}

/* _foi_check_attachments_unaudited: while figures are withheld, no file that may hold figures goes
 * before somebody said why it gives none of them away: the audit sees tables and sentences. */
void
_foi_check_attachments_unaudited (FoiCheck *self)
{
  gboolean withholds = FALSE;

  for (guint i = 0; i < foi_case_state_get_n_attachments (self->state); i++)
    {
      FoiAttachmentLook *look = get_look (self, i);

      if (look == NULL || look->state != FOI_ATTACHMENT_THERE || look->data == NULL
          || look->refusal != NULL)
        continue;
      withholds = withholds || foi_case_state_withholds_figures (self->state);
      if (!withholds)
        return;
      add_unaudited (self, i, look);
    }
}

/* ---- redactions ---- */

typedef gboolean (*GroundFunc) (FoiCheck *self, const char *regime, const char *section);

static gboolean
is_in_rules (FoiCheck *self, const char *regime, const char *section)
{
  return foi_rules_find_ground (self->rules, regime, section) != NULL;
}

static gboolean
is_in_answers (FoiCheck *self, const char *regime, const char *section)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->grounds->len; j++)
        {
          const FoiCheckGround *ground = question->grounds->pdata[j];

          if (g_str_equal (foi_json_get_string (ground->node, "section", ""), section))
            return TRUE;
        }
    }
  return FALSE;
}

/* "31(1)(a)" is of the ground that the rules list as "31". */
static gboolean
is_ground (FoiCheck *self, const char *regime, const char *section, GroundFunc is_there)
{
  g_autofree char *part = g_strdup (section);

  while (part[0] != '\0')
    {
      char *limb = g_str_has_suffix (part, ")") ? strrchr (part, '(') : NULL;

      if (is_there (self, regime, part))
        return TRUE;
      if (limb == NULL)
        return FALSE;
      *limb = '\0';
    }
  return FALSE;
}

/* What is wrong with the ground of a redaction of the file called @name; NULL: nothing. */
static char *
dup_fault (FoiCheck *self, const char *regime, const char *name, const FoiRedaction *redaction)
{
  if (redaction->ground[0] == '\0')
    return g_strdup_printf (_("A redaction of “%s” (%s) has no ground."), name, redaction->place);
  if (!is_ground (self, regime, redaction->ground, is_in_rules))
    return g_strdup_printf (_("A redaction of “%s” (%s) has the ground %s, which there is not."),
                            name, redaction->place, redaction->ground);
  if (!is_ground (self, regime, redaction->ground, is_in_answers))
    return g_strdup_printf (_("Words of “%s” are covered (%s) under %s, which no answer gives as a "
                              "ground."), name, redaction->place, redaction->ground);
  return NULL;
}

void
_foi_check_redactions (FoiCheck *self)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (self->state); i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (self->state, i);
      const char *id = foi_json_get_string (attachment, "question", NULL);
      FoiCheckQuestion *question = id != NULL ? _foi_check_find_question (self, id) : NULL;
      const char *regime = question != NULL ? question->regime : self->regime;

      for (guint j = 0; j < foi_attachment_get_n_redactions (attachment); j++)
        {
          g_autofree char *message = NULL;
          g_autofree char *place = g_strdup_printf ("attachments/#%u/redactions/#%u", i, j);
          FoiRedaction redaction;

          foi_attachment_get_redaction (attachment, j, &redaction);
          message = dup_fault (self, regime, get_name (self, i), &redaction);
          if (message == NULL)
            continue;
          _foi_check_add (self, regime, place, message,
                          _("Say under which exemption the words were covered, and give it as a "
                            "ground of the answer: the letter has to state it."));
        }
    }
}
