/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-service-wait.h"

#include "foi-ask.h"
#include "foi-clean-text.h"
#include "foi-json-edit.h"

static void
free_wait (gpointer data)
{
  FoiServiceWait *wait = data;

  g_free (wait->service);
  g_free (wait->contact);
  g_free (wait->question);
  g_free (wait);
}

/**
 * foi_service_waits_new:
 *
 * Returns: (transfer full) (element-type FoiServiceWait): an empty list.
 */
GPtrArray *
foi_service_waits_new (void)
{
  return g_ptr_array_new_with_free_func (free_wait);
}

/**
 * foi_service_waits_add:
 * @waits: (element-type FoiServiceWait): a list
 * @question: a question, or a part of one, without the parts that it has itself
 *
 * Adds who was asked for what answers it.
 */
void
foi_service_waits_add (GPtrArray *waits, JsonNode *question)
{
  JsonNode *asked = foi_json_get_member (question, "asked");

  g_return_if_fail (waits != NULL);

  for (guint i = 0; i < foi_json_get_n_elements (asked); i++)
    {
      FoiServiceWait *wait = g_new0 (FoiServiceWait, 1);
      FoiAsk ask;

      foi_ask_read (&ask, foi_json_get_element (asked, i));
      wait->service = foi_clean_seen (ask.service);
      wait->contact = g_strdup (ask.contact);
      wait->question = g_strdup (foi_json_get_string (question, "number", ""));
      wait->asked = ask.asked;
      wait->wanted_by = ask.wanted_by;
      wait->chased = ask.chased;
      wait->answered = ask.answered;
      g_ptr_array_add (waits, wait);
    }
}
