/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-bundle-paper.h"

#include <glib/gi18n-lib.h>

#include "foi-cell-list.h"
#include "foi-json-edit.h"
#include "foi-last-look.h"
#include "foi-sent-files.h"

/* The letters that were issued: those that were sent, and those that were withdrawn before. */

typedef struct
{
  FoiBlockWriter *writer;
  FoiCaseState   *state;
  FoiDate         today;
  gboolean        is_disposed;
} Listing;

static char *
dup_day (const char *iso)
{
  const FoiDate date = foi_date_from_iso (iso);

  return date != FOI_DATE_NONE ? foi_date_to_words (date) : g_strdup ("");
}

/* ---- files ---- */

static void
add_files (const Listing *self, FoiBlock *list, JsonNode *issued)
{
  JsonNode *files = foi_json_get_member (issued, "files");
  const gboolean was_sent = foi_json_get_member (issued, "withdrawn") == NULL;

  for (guint i = 0; i < foi_json_get_n_elements (files); i++)
    {
      JsonNode *file = foi_json_get_element (files, i);
      g_autofree char *words
        /* Translators: the name of a file, and its hash. */
        = g_strdup_printf (self->is_disposed && was_sent
                             ? _("File “%s”, as it was sent: SHA-256 %s")
                             : _("File “%s”, SHA-256 %s"),
                           foi_json_get_string (file, "name", ""),
                           foi_json_get_string (file, "sha256", ""));

      foi_block_writer_add_item (self->writer, list, words);
    }
}

/**
 * foi_bundle_dup_anew:
 * @issued: an element of the case's `issued`
 * @sha256: of the PDF that was made of it now
 * @today: the day on which it was made
 *
 * Returns: (transfer full) (nullable): what is to be known of that PDF; %NULL where it is, byte for
 *   byte, the one that was issued.
 */
char *
foi_bundle_dup_anew (JsonNode *issued, const char *sha256, FoiDate today)
{
  const char *sent = foi_sent_files_get_letter_hash (issued);
  g_autofree char *day = foi_date_to_words (today);

  g_return_val_if_fail (sha256 != NULL, NULL);

  if (sent == NULL)
    /* Translators: a day. */
    return g_strdup_printf (_("Made anew on %s. The case does not say which file was issued: "
                              "nobody can tell whether this one is the same."), day);
  if (g_ascii_strcasecmp (sent, sha256) == 0)
    return NULL;
  /* Translators: a day, and the hashes of two files. */
  return g_strdup_printf (_("Made anew on %s, with SHA-256 %s; the file that was issued had "
                            "SHA-256 %s. They differ: what was issued was changed in the case file "
                            "since, or the fonts or the program are others. What counts is the "
                            "file that the authority kept when the letter was issued."),
                          day, sha256, sent);
}

/* ---- letters that were withdrawn ---- */

/* Whether @text may tell what is withheld. Of figures that are, any number may be one. */
static gboolean
may_tell (FoiCaseState *state, const char *text)
{
  g_autoptr (FoiLastLook) look = foi_last_look_new (state, FOI_PACK_SEND);
  const FoiReadUnit unit = { .kind = FOI_READ_LINE, .number = 1, .text = text };
  gboolean has_digit = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    has_digit |= g_unichar_isdigit (g_utf8_get_char (p));
  if (has_digit && foi_case_state_withholds_figures (state))
    return TRUE;
  foi_last_look_begin_file (look, "", FALSE);
  foi_last_look_read (&unit, look);
  return foi_last_look_get_leaks (look)->len > 0;
}

static void
add_withdrawn (const Listing *self, FoiBlock *list, JsonNode *withdrawn)
{
  const char *reason = foi_json_get_string (withdrawn, "reason", "");
  const char *by = foi_json_get_string (withdrawn, "by", "");
  g_autofree char *day = dup_day (foi_json_get_string (withdrawn, "date", NULL));
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_printf (words, _("Withdrawn before it left: never sent. Withdrawn on %s"), day);
  if (by[0] != '\0')
    g_string_append_printf (words, _(" by %s"), by);
  if (reason[0] != '\0' && may_tell (self->state, reason))
    g_string_append (words, _("; the reason is in the case file and not here, as it may tell what "
                              "is withheld"));
  else if (reason[0] != '\0')
    /* Translators: why a letter was withdrawn. */
    g_string_append_printf (words, _("; the reason: %s"), reason);
  foi_block_writer_add_item (self->writer, list, words->str);
}

/* ---- all of them ---- */

static void
add_letter (const Listing *self, JsonNode *issued, const char *sha256)
{
  JsonNode *withdrawn = foi_json_get_member (issued, "withdrawn");
  const char *approver = foi_json_get_string (issued, "approver", "");
  g_autofree char *day = dup_day (foi_json_get_string (issued, "date", NULL));
  g_autofree char *words
    /* Translators: the id of a letter, a day, how it was sent, and by whom. */
    = g_strdup_printf (withdrawn != NULL ? _("%s, issued on %s, to go by %s, by %s")
                                         : _("%s, %s, by %s, sent by %s"),
                       foi_json_get_string (issued, "letter", ""), day,
                       foi_json_get_string (issued, "how", ""),
                       foi_json_get_string (issued, "by", ""));
  g_autofree char *anew = sha256 != NULL && !self->is_disposed
                            ? foi_bundle_dup_anew (issued, sha256, self->today) : NULL;
  FoiBlock *list = foi_block_writer_new_list (self->writer);

  foi_block_writer_add_item (self->writer, list, words);
  if (approver[0] != '\0')
    {
      /* Translators: a person. */
      g_autofree char *approved = g_strdup_printf (_("Approved by: %s"), approver);

      foi_block_writer_add_item (self->writer, list, approved);
    }
  if (withdrawn != NULL)
    add_withdrawn (self, list, withdrawn);
  add_files (self, list, issued);
  if (anew != NULL)
    {
      /* Translators: what is to be known of a file. */
      g_autofree char *told = g_strdup_printf (_("The PDF of it in this bundle: %s"), anew);

      foi_block_writer_add_item (self->writer, list, told);
    }
  foi_block_writer_take_list (self->writer, list);
}

static guint
add_those (const Listing *self, gboolean withdrawn, const char *heading, GPtrArray *made)
{
  JsonNode *issued = foi_case_state_get_node (self->state, "issued");
  guint n = 0;

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *element = foi_json_get_element (issued, i);

      if ((foi_json_get_member (element, "withdrawn") != NULL) != withdrawn)
        continue;
      if (n++ == 0)
        foi_block_writer_add_heading (self->writer, heading);
      add_letter (self, element, made != NULL && i < made->len ? made->pdata[i] : NULL);
    }
  return n;
}

/**
 * foi_bundle_add_letters:
 * @writer: what writes the paper
 * @state: the case
 * @today: the day on which it is made
 * @made: (nullable) (element-type utf8): the SHA-256 of each issued letter's PDF as it is made now
 *
 * Writes which letters were sent, with the hashes of what was, and which were issued and withdrawn
 * before they left, when and why; and of which the PDF is not the one that was issued.
 */
void
foi_bundle_add_letters (FoiBlockWriter *writer, FoiCaseState *state, FoiDate today,
                        GPtrArray *made)
{
  const Listing listing = { writer, state, today,
                            foi_case_state_get_node (state, "disposed") != NULL };

  if (add_those (&listing, FALSE, _("Letters as they were sent"), made) == 0)
    {
      foi_block_writer_add_heading (writer, _("Letters as they were sent"));
      foi_block_writer_add_paragraph (writer, _("No letter that was issued with this program was "
                                                "sent."));
    }
  add_those (&listing, TRUE, _("Letters that were withdrawn before they left"), made);
}
