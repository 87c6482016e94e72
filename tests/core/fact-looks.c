/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fact-looks.h"

#include "foi-attachment-look.h"
#include "foi-case-attachments.h"
#include "foi-json-edit.h"

/* What a look into the files of a case found: `looks`, one for each attachment, with its `state`,
 * `refusal`, the `data` it may hold, or what is `hidden` as [kind, place]; null is a file that
 * nobody can look through. */
GPtrArray *
fact_looks_read (FoiCaseState *state, JsonNode *list)
{
  GPtrArray *looks = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_attachment_look_unref);

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *found = foi_json_get_element (list, i);
      JsonNode *hidden = foi_json_get_member (found, "hidden");
      const char *how = foi_json_get_string (found, "state", "there");
      FoiAttachmentLook *look = foi_attachment_look_new ();

      look->id = foi_attachment_dup_id (foi_case_state_get_attachment (state, i));
      look->state = g_str_equal (how, "missing") ? FOI_ATTACHMENT_MISSING
                    : g_str_equal (how, "changed") ? FOI_ATTACHMENT_CHANGED
                                                     : FOI_ATTACHMENT_THERE;
      look->reason = g_strdup ("why");
      look->refusal = g_strdup (foi_json_get_string (found, "refusal", NULL));
      if (look->refusal != NULL)
        look->way_out = g_strdup ("Remove it.");
      look->data = g_strdup (foi_json_get_string (found, "data", NULL));
      look->sha256 = g_strdup (foi_json_get_string (found, "sha256", NULL));
      look->hidden = hidden != NULL ? foi_hidden_new () : NULL;
      for (guint j = 0; j < foi_json_get_n_elements (hidden); j++)
        {
          JsonNode *item = foi_json_get_element (hidden, j);
          const char *id = json_node_get_string (foi_json_get_element (item, 0));
          guint kind = 0;

          while (kind < FOI_HIDDEN_N_KINDS
                 && !g_str_equal (foi_hidden_kind_get_id ((FoiHiddenKind) kind), id))
            kind++;
          g_assert_cmpuint (kind, <, FOI_HIDDEN_N_KINDS);
          foi_hidden_add (look->hidden, (FoiHiddenKind) kind,
                          json_node_get_string (foi_json_get_element (item, 1)), 1, NULL);
        }
      g_ptr_array_add (looks, look);
    }
  return looks;
}
