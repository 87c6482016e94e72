/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-history.h"
#include "foi-checks.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-letter-writers.h"
#include "foi-pack-attached.h"
#include "foi-pack-folder.h"
#include "foi-public-copy.h"
#include "foi-sent-files.h"
#include "foi-table.h"

typedef struct
{
  FoiCaseState       *state;
  FoiBrief           *brief;
  const FoiPackWish  *wish;
  const FoiPackTools *tools;
  FoiPack            *pack;
  const char         *letter_id;
  GCancellable       *cancellable;
} Packing;

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

/* ---- the letter ---- */

static gboolean
add_pdf (Packing *self, FoiLetter *letter, const char *name, const char *paper, GError **error)
{
  GBytes *pdf = self->tools->make_pdf (letter, paper != NULL ? paper : self->wish->paper, error);

  if (pdf == NULL)
    return FALSE;
  foi_pack_add (self->pack, name, "pdf", "application/pdf",
                g_strdup (self->wish->kind == FOI_PACK_PUBLISH
                            ? _("The letter, without the requester’s name and contact details")
                            : _("The letter")),
                pdf);
  return TRUE;
}

/* Whether @file, which was made anew, is what was issued, byte for byte, or nobody knows. */
static gboolean
is_as_issued (const FoiPackFile *file, const char *sent, char **made)
{
  *made = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  return sent == NULL || g_ascii_strcasecmp (sent, *made) == 0;
}

/* Says so where the same letter does not come out again as it was issued. */
static void
compare_with_issued (FoiPackFile *file, const char *sent)
{
  g_autofree char *made = NULL;
  g_autofree char *before = NULL;

  if (is_as_issued (file, sent, &made))
    return;
  before = g_steal_pointer (&file->remark);
  /* Translators: the hash of a file. */
  file->remark = g_strdup_printf (_("This is not the file that was issued, whose SHA-256 is %s: "
                                    "what was issued was changed in the case file since, or the "
                                    "fonts or the program are others."), sent);
  if (before != NULL)
    {
      g_autofree char *ours = g_steal_pointer (&file->remark);

      file->remark = g_strjoin (" ", ours, before, NULL);
    }
}

/* Nobody is sent another letter under the name of the one that was issued. */
static gboolean
refuse_another (const FoiPackFile *file, const char *sent, GError **error)
{
  g_autofree char *made = NULL;

  if (is_as_issued (file, sent, &made))
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               /* Translators: the hashes of two files. */
               _("The letter was issued as a PDF with SHA-256 %1$s. Made anew from the case file "
                 "it has SHA-256 %2$s, so it is not what was issued: that was changed in the case "
                 "file since, or the fonts or the program of this computer are others. Send the "
                 "PDF that the authority kept when the letter was issued, which has SHA-256 %1$s, "
                 "or make the pack on the computer on which it was issued. Nothing was handed "
                 "over."),
               sent, made);
  return FALSE;
}

/* The same of a table that went with it as a file. */
static gboolean
refuse_another_table (const FoiPackFile *file, const char *sent, GError **error)
{
  g_autofree char *made = NULL;

  if (is_as_issued (file, sent, &made))
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               /* Translators: the name of a file, and the hashes of two. */
               _("“%1$s” was issued with the letter with SHA-256 %2$s. Made anew from the case "
                 "file it has SHA-256 %3$s, so it is not what was issued: that was changed in the "
                 "case file since, or the program is another. Send the file that the authority "
                 "kept when the letter was issued. Nothing was handed over."),
               file->name, sent, made);
  return FALSE;
}

/* What the case is called in the names of files. A letter that was issued may say nothing of it,
 * and so may the case; what is published is called as its letter says, without who asked. */
static const char *
get_reference (Packing *self)
{
  const char *reference = foi_pack_get_letter (self->pack)->reference;

  if ((reference == NULL || reference[0] == '\0') && self->wish->kind != FOI_PACK_PUBLISH)
    reference = foi_case_state_get_string (self->state, "/id");
  return reference != NULL && reference[0] != '\0' ? reference : "case";
}

static gboolean
add_letter (Packing *self, GError **error)
{
  FoiLetter *letter = foi_pack_get_letter (self->pack);
  JsonNode *issued = foi_issued_find (self->brief, self->letter_id);

  if (!add_pdf (self, letter, get_reference (self),
                foi_issued_find_paper (self->brief, self->letter_id), error))
    return FALSE;
  if (letter->draft)
    foi_pack_add_remark (self->pack,
                         g_strdup (_("The letter was not issued: this is a draft, and its pages "
                                     "say so.")));
  else if (issued != NULL && self->wish->kind == FOI_PACK_FILE)
    compare_with_issued (foi_pack_get_file (self->pack, 0),
                         foi_sent_files_get_letter_hash (issued));
  else if (issued != NULL && self->wish->kind == FOI_PACK_SEND
           && !refuse_another (foi_pack_get_file (self->pack, 0),
                               foi_sent_files_get_letter_hash (issued), error))
    return FALSE;
  if (self->wish->kind != FOI_PACK_SEND)
    foi_pack_add (self->pack, get_reference (self), "txt", "text/plain",
                  g_strdup (_("The same letter as plain text")),
                  take_text (foi_letter_to_text (letter)));
  return TRUE;
}

/* ---- tables ---- */

/* A pack to publish has no byte order mark in its tables, so that its files are others. */
static gboolean
add_table (Packing *self, FoiPublication *table, GError **error)
{
  FoiPackFile *file = foi_pack_add_table (self->pack, table);
  JsonNode *issued = foi_issued_find (self->brief, self->letter_id);
  const char *sent = issued != NULL && !foi_pack_get_letter (self->pack)->draft
                       ? foi_sent_files_get_table_hash (issued, foi_publication_get_name (table))
                       : NULL;

  if (self->wish->kind == FOI_PACK_FILE)
    compare_with_issued (file, sent);
  return self->wish->kind != FOI_PACK_SEND || refuse_another_table (file, sent, error);
}

static gboolean
add_tables (Packing *self, GError **error)
{
  g_autoptr (GPtrArray) tables = foi_letter_list_tables (foi_pack_get_letter (self->pack));
  GPtrArray *all = foi_brief_get_publications (self->brief);

  for (guint i = 0; i < tables->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!add_table (self, tables->pdata[i], error))
        return FALSE;
    }
  for (guint i = 0; self->wish->kind == FOI_PACK_FILE && i < all->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (foi_letter_find_table (foi_pack_get_letter (self->pack),
                                 foi_publication_get_name (all->pdata[i])) == NULL)
        foi_pack_add_table (self->pack, all->pdata[i]);
    }
  return TRUE;
}

/* ---- our own file ---- */

/* Each letter as it went out, those too that were taken back. */
static gboolean
add_issued (Packing *self, GError **error)
{
  JsonNode *issued = foi_brief_get_issued (self->brief);

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *element = foi_json_get_element (issued, i);
      g_autoptr (FoiLetter) letter = foi_issued_read (element, error);
      g_autofree char *name = NULL;

      if (letter == NULL)
        return FALSE;
      name = g_strdup_printf ("%s-%s-%s", get_reference (self),
                              foi_json_get_string (element, "letter", ""),
                              foi_json_get_string (element, "date", ""));
      if (!add_pdf (self, letter, name, foi_json_get_string (element, "paper", NULL), error))
        return FALSE;
      compare_with_issued (foi_pack_get_file (self->pack, foi_pack_get_n_files (self->pack) - 1),
                           foi_sent_files_get_letter_hash (element));
    }
  return TRUE;
}

static gboolean
add_ours (Packing *self, GError **error)
{
  GBytes *bytes = foi_case_file_write (self->state, error);

  if (bytes == NULL)
    return FALSE;
  foi_pack_add (self->pack, get_reference (self), "foi.json", "application/json",
                g_strdup (_("The case file, with all that is withheld")), bytes);
  foi_pack_add (self->pack, "history", "txt", "text/plain", g_strdup (_("What happened, and when")),
                take_text (foi_case_history_to_text (self->state)));
  return add_issued (self, error);
}

/* ---- packs ---- */

static FoiLetter *
make_letter (Packing *self, GError **error)
{
  g_autoptr (FoiLetter) letter
    = foi_issued_or_draft (self->brief, foi_rules_get_default (), self->letter_id, error);

  if (letter == NULL || self->wish->kind != FOI_PACK_PUBLISH)
    return g_steal_pointer (&letter);
  return foi_letter_make_public (letter, foi_brief_get_request (self->brief),
                                 foi_brief_get_authority (self->brief));
}

static gboolean
is_open (const FoiFinding *finding)
{
  return g_str_equal (finding->id, FOI_CHECK_OPEN);
}

static gboolean
is_let_stand (const FoiFinding *finding)
{
  return finding->accepted != NULL && finding->accepted[0] != '\0';
}

/* Says which figures stop a pack, of all tables; @first is the first of them. */
static void
refuse_small (GPtrArray *found, const FoiFinding *first, const char *title, GError **error)
{
  g_autoptr (GString) messages = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const FoiFinding *finding = found->pdata[i];

      if (!is_let_stand (finding))
        g_string_append_printf (messages, "%s%s %s", messages->len > 0 ? " " : "",
                                finding->message, finding->fix);
    }
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               is_open (first)
                 /* Translators: the title of a table, and which figures it shows. */
                 ? _("“%s”: figures that are small by the rule of this table are shown in it. %s "
                     "Nothing was handed over.")
                 /* Translators: the title of a table, and what could be worked out and how. */
                 : _("“%s”: somebody could work out a figure that is withheld in it, or it is not "
                     "proven that nobody could. %s Nothing was handed over."),
               title, messages->str);
}

/* Small figures that are shown, and withheld ones that can be worked out, stop a pack; where an
 * officer accepted that, the list says it, for who hands the files over: without the reason, which
 * is the officers' own. */
static gboolean
audit (Packing *self, GError **error)
{
  g_autoptr (GPtrArray) found
    = foi_checks_run_small (self->state, self->wish->kind == FOI_PACK_PUBLISH,
                            foi_rules_get_default (), foi_holidays_get_default (),
                            self->cancellable);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const FoiFinding *finding = found->pdata[i];
      const char *name = strchr (finding->place, '/');
      FoiPublication *table
        = name != NULL ? foi_brief_find_publication (self->brief, name + 1) : NULL;
      const char *title = table != NULL ? foi_publication_get_title (table) : "";

      if (!is_let_stand (finding))
        {
          refuse_small (found, finding, title, error);
          return FALSE;
        }
      foi_pack_add_remark (self->pack,
                           g_strdup_printf (is_open (finding)
                                              ? _("“%s”: figures that are small by the rule of "
                                                  "this table are shown. That was accepted, with "
                                                  "a reason that is kept in the case.")
                                              : _("“%s”: figures that are withheld in it can be "
                                                  "worked out. That was accepted, with a reason "
                                                  "that is kept in the case."), title));
    }
  return TRUE;
}

static gboolean
fill (Packing *self, FoiProgressFunc progress, gpointer user_data, GError **error)
{
  FoiPackKind kind = self->wish->kind;
  JsonNode *issued = foi_issued_find (self->brief, self->letter_id);

  if (!add_letter (self, error))
    return FALSE;
  if (progress != NULL)
    progress (0.3, user_data);
  if (!add_tables (self, error))
    return FALSE;
  if (progress != NULL)
    progress (0.8, user_data);
  if (kind == FOI_PACK_PUBLISH)
    {
      foi_pack_add_data_package (self->pack, foi_brief_get_authority (self->brief));
      foi_pack_leave_attached (self->pack, self->state, issued);
    }
  else if (!foi_pack_attach (self->pack, self->state, issued, self->wish->files, self->tools,
                             self->cancellable, error))
    return FALSE;
  if (kind == FOI_PACK_FILE && !add_ours (self, error))
    return FALSE;
  foi_pack_add_list (self->pack);
  return TRUE;
}

static gboolean
audit_attached (Packing *self, GError **error)
{
  return foi_pack_audit_attached (self->pack, self->state,
                                  foi_issued_find (self->brief, self->letter_id),
                                  self->wish->files, self->cancellable, error);
}

/* Fills a pack, and has it looked through all the same where the audit refused it: whoever mends
 * the one is told where the other is. */
static gboolean
fill_or_refuse (Packing *self, GPtrArray **leaks, FoiProgressFunc progress, gpointer user_data,
                GError **error)
{
  g_autoptr (GError) refusal = NULL;

  if (self->wish->kind == FOI_PACK_FILE
      || (audit (self, &refusal) && audit_attached (self, &refusal)))
    return fill (self, progress, user_data, error);
  if (g_error_matches (refusal, FOI_ERROR, FOI_ERROR_REFUSED)
      && fill (self, progress, user_data, NULL))
    foi_case_pack_look (self->state, self->pack, self->tools, leaks, self->cancellable, NULL);
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

/**
 * foi_case_pack_new:
 * @state: a case
 * @wish: what is packed
 * @tools: how pages are made and read
 * @leaks: (out) (optional) (nullable): (element-type FoiLeak): what may not leave of a pack that is
 *   refused because figures can be worked out
 * @progress: (nullable): is told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it
 * @error: what could not be packed, and why
 *
 * Makes the files that go out together, in memory. On any thread.
 *
 * Returns: (transfer full) (nullable): the pack.
 */
FoiPack *
foi_case_pack_new (FoiCaseState *state, const FoiPackWish *wish, const FoiPackTools *tools,
                   GPtrArray **leaks, FoiProgressFunc progress, gpointer user_data,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiBrief) brief = NULL;
  g_autoptr (FoiLetter) letter = NULL;
  g_autoptr (FoiPack) pack = NULL;
  Packing self = { .state = state, .wish = wish, .tools = tools, .cancellable = cancellable };

  g_return_val_if_fail (state != NULL && wish != NULL && tools != NULL, NULL);

  brief = foi_case_state_publish (state);
  self.brief = brief;
  self.letter_id = wish->letter_id != NULL ? wish->letter_id : foi_brief_get_current_letter (brief);
  letter = make_letter (&self, error);
  if (letter == NULL)
    return NULL;
  pack = foi_pack_new (wish->kind, letter);
  self.pack = pack;
  if (!fill_or_refuse (&self, leaks, progress, user_data, error))
    return NULL;
  return g_steal_pointer (&pack);
}

/* ---- the last look ---- */

typedef struct
{
  FoiLastLook        *look;
  const FoiPackTools *tools;
} Looking;

static gboolean
look_at_file (const FoiPackFile *file, GBytes *bytes, gpointer user_data, GError **error)
{
  Looking *self = user_data;
  g_autoptr (GError) reason = NULL;
  gboolean is_known;

  foi_last_look_begin_file (self->look, file->name, file->is_ours);
  if (foi_pack_read (self->tools, file->name, bytes, foi_last_look_read, self->look, &is_known,
                     &reason)
      && is_known)
    return TRUE;
  /* Of what cannot be read whole is read what can be. */
  if (file->is_opaque)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("“%s” cannot be looked through: %s"),
               file->name, reason != NULL ? reason->message : "");
  return FALSE;
}

/* Reads the letter's words once more, sentence by sentence, and tells what was found in all. */
static gboolean
end_look (FoiLastLook *look, FoiPack *pack, GPtrArray **leaks, GError **error)
{
  GPtrArray *found = foi_last_look_get_leaks (look);
  const FoiLeak *leak;

  foi_last_look_read_letter (look, foi_pack_get_letter (pack), foi_rules_get_default (),
                             foi_pack_get_file (pack, 0)->name);
  leak = found->len > 0 ? found->pdata[0] : NULL;
  if (leaks != NULL)
    *leaks = g_ptr_array_ref (found);
  if (leak == NULL)
    return TRUE;
  /* Translators: the name of a file, a place in it, and what is there. */
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("“%s”, %s: %s. Nothing was handed over."),
               leak->file, leak->place, leak->what);
  return FALSE;
}

/**
 * foi_case_pack_look:
 * @state: the case that it was made of
 * @pack: a pack
 * @tools: how pages are read
 * @leaks: (out) (optional): (element-type FoiLeak): what was found
 * @cancellable: (nullable): ends it
 * @error: %FOI_ERROR_REFUSED with the first of them
 *
 * Looks through the files as they are in memory for all that may not leave. Our own file has it
 * all, and is not looked through.
 *
 * Returns: whether there is nothing.
 */
gboolean
foi_case_pack_look (FoiCaseState *state, FoiPack *pack, const FoiPackTools *tools,
                    GPtrArray **leaks, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiLastLook) look = NULL;
  Looking looking = { NULL, tools };

  if (foi_pack_get_kind (pack) == FOI_PACK_FILE)
    return TRUE;
  look = foi_last_look_new (state, foi_pack_get_kind (pack));
  looking.look = look;
  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    {
      const FoiPackFile *file = foi_pack_get_file (pack, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !look_at_file (file, file->bytes, &looking, error))
        return FALSE;
    }
  return end_look (look, pack, leaks, error);
}

/* The last of the files ends the look: whatever was found before it stops the whole. */
typedef struct
{
  Looking            looking;
  FoiPack           *pack;
  const FoiPackFile *last;
  GPtrArray        **leaks;
} Ending;

static gboolean
look_in_folder (const FoiPackFile *file, GBytes *bytes, gpointer user_data, GError **error)
{
  Ending *self = user_data;

  if (!look_at_file (file, bytes, &self->looking, error))
    return FALSE;
  return file != self->last
         || end_look (self->looking.look, self->pack, self->leaks, error);
}

/**
 * foi_case_pack_write:
 * @state: the case that it was made of
 * @pack: a pack
 * @tools: how pages are read
 * @path: a folder that is not there
 * @replace: as in foi_pack_folder_write()
 * @leaks: (out) (optional): (element-type FoiLeak): what was found
 * @progress: (nullable): is told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it
 * @error: as in foi_pack_folder_write(); %FOI_ERROR_REFUSED where something was found
 *
 * Writes the files, reads them back, and looks through what was read for all that may not leave. If
 * anything is found, nothing is left of them.
 *
 * Returns: whether the folder is there.
 */
gboolean
foi_case_pack_write (FoiCaseState *state, FoiPack *pack, const FoiPackTools *tools,
                     const char *path, gboolean replace, GPtrArray **leaks,
                     FoiProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (FoiLastLook) look = NULL;
  Ending ending = { .looking = { NULL, tools }, .pack = pack, .leaks = leaks };

  g_return_val_if_fail (state != NULL && pack != NULL && foi_pack_get_n_files (pack) > 0, FALSE);

  if (foi_pack_get_kind (pack) == FOI_PACK_FILE)
    return foi_pack_folder_write (pack, path, replace, NULL, NULL, progress, user_data, cancellable,
                                  error);
  look = foi_last_look_new (state, foi_pack_get_kind (pack));
  ending.looking.look = look;
  ending.last = foi_pack_get_file (pack, foi_pack_get_n_files (pack) - 1);
  return foi_pack_folder_write (pack, path, replace, look_in_folder, &ending, progress, user_data,
                                cancellable, error);
}
