/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-issued.h"

#include "foi-composer.h"
#include "foi-json-edit.h"
#include "foi-letter-kind.h"

static void
set_string (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (object, key, text);
}

static void
add_file (JsonArray *array, const FoiIssuedFile *file)
{
  JsonObject *object = json_object_new ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

  json_object_set_string_member (object, "name", file->name);
  json_object_set_string_member (object, "format", file->format);
  json_object_set_int_member (object, "size", (gint64) g_bytes_get_size (file->bytes));
  json_object_set_string_member (object, "sha256", sha256);
  json_array_add_object_element (array, object);
}

static JsonNode *
freeze (FoiLetter *letter, const FoiIssueFacts *facts, const FoiIssuedFile *files, gsize n_files)
{
  g_autoptr (JsonNode) tree = foi_letter_to_json (letter);
  g_autoptr (JsonNode) bare_tree = foi_json_set_member (tree, "tables", NULL, NULL);
  JsonNode *tables = foi_json_get_member (tree, "tables");
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  json_object_set_string_member (object, "letter", letter->id);
  json_object_set_string_member (object, "date", facts->date);
  set_string (object, "how", facts->how);
  set_string (object, "by", facts->by);
  set_string (object, "approver", facts->approver);
  set_string (object, "paper", facts->paper);
  json_object_set_member (object, "tree", json_node_ref (bare_tree));
  if (tables != NULL)
    json_object_set_member (object, "tables", json_node_ref (tables));
  for (gsize i = 0; i < n_files; i++)
    add_file (array, &files[i]);
  json_object_set_array_member (object, "files", array);
  return foi_json_take_object (object);
}

/**
 * foi_issued_new:
 * @letter: the letter as it goes out, not a draft
 * @facts: how it goes out
 * @files: (array length=n_files): what goes with it: its PDF, the tables supplied as files
 * @error: as from foi_issued_read()
 *
 * Freezes a letter: its tree and the published tables in it, so that it can be printed again as it
 * was whatever happens to the case, and the SHA-256 of each file. What was frozen is read once
 * before anybody relies on it.
 *
 * Returns: (transfer full) (nullable): an element of the case's `issued`.
 */
JsonNode *
foi_issued_new (FoiLetter *letter, const FoiIssueFacts *facts, const FoiIssuedFile *files,
                gsize n_files, GError **error)
{
  g_autoptr (JsonNode) issued = NULL;
  g_autoptr (FoiLetter) again = NULL;

  g_return_val_if_fail (letter != NULL && facts != NULL && facts->date != NULL, NULL);
  g_return_val_if_fail (!letter->draft, NULL);

  issued = freeze (letter, facts, files, n_files);
  again = foi_issued_read (issued, error);
  return again != NULL ? g_steal_pointer (&issued) : NULL;
}

/**
 * foi_issued_find:
 * @letter_id: the id of a letter
 *
 * Returns: (transfer none) (nullable): that letter as it was issued; %NULL while it is a draft,
 *   also again after it was withdrawn.
 */
JsonNode *
foi_issued_find (FoiBrief *brief, const char *letter_id)
{
  JsonNode *issued;

  g_return_val_if_fail (brief != NULL, NULL);

  issued = foi_brief_get_issued (brief);
  for (guint i = foi_json_get_n_elements (issued); i-- > 0;)
    {
      JsonNode *element = foi_json_get_element (issued, i);

      if (g_strcmp0 (foi_json_get_string (element, "letter", NULL), letter_id) == 0
          && foi_json_get_member (element, "withdrawn") == NULL)
        return element;
    }
  return NULL;
}

/**
 * foi_issued_find_paper:
 * @letter_id: the id of a letter
 *
 * Returns: (nullable): the paper that the letter was set for when it was issued: on another one its
 *   pages would end elsewhere. %NULL for a draft, and where the file is from before this was kept.
 */
const char *
foi_issued_find_paper (FoiBrief *brief, const char *letter_id)
{
  JsonNode *issued = foi_issued_find (brief, letter_id);

  return issued != NULL ? foi_json_get_string (issued, "paper", NULL) : NULL;
}

/**
 * foi_issued_read:
 * @issued: an element of the case's `issued`
 * @error: %FOI_ERROR_CONTENT where it does not hold a whole letter
 *
 * Returns: (transfer full): the letter as it went out.
 */
FoiLetter *
foi_issued_read (JsonNode *issued, GError **error)
{
  JsonNode *tree = foi_json_get_member (issued, "tree");
  JsonNode *tables = foi_json_get_member (issued, "tables");
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) whole = NULL;

  whole = foi_json_set_member (tree != NULL ? tree : empty, "tables", tables, NULL);
  return foi_letter_new_from_json (whole, error);
}

/**
 * foi_issued_or_draft:
 * @letter_id: the id of a letter
 *
 * The one way to a letter for all that is seen, printed, copied or written to a file.
 *
 * Returns: (transfer full): the letter as it was frozen when it was issued, whatever became of the
 *   case since; while it is not issued, the draft that the case makes now.
 */
FoiLetter *
foi_issued_or_draft (FoiBrief *brief, FoiRules *rules, const char *letter_id, GError **error)
{
  JsonNode *issued = foi_issued_find (brief, letter_id);

  return issued != NULL ? foi_issued_read (issued, error)
                        : foi_letter_compose (brief, rules, letter_id, TRUE, error);
}

/**
 * foi_brief_get_current_letter:
 *
 * Returns: the id of the answer that is being written: of the last letter that answers the request.
 */
const char *
foi_brief_get_current_letter (FoiBrief *brief)
{
  JsonNode *letters;
  const char *current = "response";

  g_return_val_if_fail (brief != NULL, current);

  letters = foi_brief_get_letters (brief);
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (foi_letter_kind_is_answer (foi_json_get_string (letter, "type", "response")))
        current = foi_json_get_string (letter, "id", current);
    }
  return current;
}

/**
 * foi_brief_choose_letter:
 * @wanted: (nullable): the id of the letter that a person asked to see
 *
 * Returns: that letter's id where the case has it, else that of the current one.
 */
const char *
foi_brief_choose_letter (FoiBrief *brief, const char *wanted)
{
  JsonNode *letters;

  g_return_val_if_fail (brief != NULL, "response");

  letters = foi_brief_get_letters (brief);
  for (guint i = 0; wanted != NULL && i < foi_json_get_n_elements (letters); i++)
    {
      const char *id = foi_json_get_string (foi_json_get_element (letters, i), "id", NULL);

      if (g_strcmp0 (id, wanted) == 0)
        return id;
    }
  return foi_brief_get_current_letter (brief);
}
