/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask-names.h"

#include "foi-case-asks.h"
#include "foi-register-item.h"

/* A service, and how it was reached on the last day on which it was asked. */
typedef struct
{
  char   *service, *contact;
  FoiDate asked;
} Name;

struct _FoiAskNames
{
  GHashTable *names; /* the service in small letters -> Name */
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->service);
  g_free (name->contact);
  g_free (name);
}

static char *
dup_key (const char *service)
{
  g_autofree char *folded = g_utf8_casefold (service, -1);

  return g_strdup (g_strstrip (folded));
}

static void
take (FoiAskNames *self, const char *service, const char *contact, FoiDate asked)
{
  g_autofree char *key = dup_key (service);
  Name *name = g_hash_table_lookup (self->names, key);

  if (key[0] == '\0')
    return;
  if (name == NULL)
    {
      name = g_new0 (Name, 1);
      name->service = g_strdup (service);
      name->contact = g_strdup ("");
      g_hash_table_insert (self->names, g_steal_pointer (&key), name);
    }
  if (contact[0] == '\0' || asked < name->asked)
    return;
  g_free (name->contact);
  name->contact = g_strdup (contact);
  name->asked = asked;
}

/**
 * foi_ask_names_new:
 * @state: the case at hand
 * @cases: (nullable) (element-type FoiRegisterItem): the cases beside it
 *
 * Returns: (transfer full): who was asked in them.
 */
FoiAskNames *
foi_ask_names_new (FoiCaseState *state, GListModel *cases)
{
  FoiAskNames *self = g_new0 (FoiAskNames, 1);
  g_autoptr (GArray) asks = foi_case_state_list_asks (state, NULL);
  const guint n_cases = cases != NULL ? g_list_model_get_n_items (cases) : 0;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, name_free);
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (FoiRegisterItem) item = g_list_model_get_item (cases, i);
      GPtrArray *waits = foi_register_item_get_entry (item)->row->waits;

      for (guint j = 0; j < waits->len; j++)
        {
          const FoiServiceWait *wait = waits->pdata[j];

          take (self, wait->service, wait->contact, wait->asked);
        }
    }
  for (guint i = 0; i < asks->len; i++)
    {
      const FoiAsk *ask = &g_array_index (asks, FoiAskPlace, i).ask;

      take (self, ask->service, ask->contact, ask->asked);
    }
  return self;
}

void
foi_ask_names_free (FoiAskNames *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * foi_ask_names_find_contact:
 * @service: a service, capitals or not
 *
 * Returns: (nullable): how it was reached last; %NULL where that is not known.
 */
const char *
foi_ask_names_find_contact (FoiAskNames *self, const char *service)
{
  g_autofree char *key = NULL;
  const Name *name;

  g_return_val_if_fail (self != NULL && service != NULL, NULL);

  key = dup_key (service);
  name = g_hash_table_lookup (self->names, key);
  return name != NULL && name->contact[0] != '\0' ? name->contact : NULL;
}

/**
 * foi_ask_names_complete:
 * @entry: where a service is typed
 *
 * Completes the services as they are typed.
 */
void
foi_ask_names_complete (FoiAskNames *self, GtkEntry *entry)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  GHashTableIter iter;
  gpointer name;

  g_return_if_fail (self != NULL && GTK_IS_ENTRY (entry));

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    gtk_list_store_insert_with_values (store, NULL, -1, 0, ((Name *) name)->service, -1);
  gtk_tree_sortable_set_sort_column_id (GTK_TREE_SORTABLE (store), 0, GTK_SORT_ASCENDING);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  /* In its list a space would choose a line while somebody types on. */
  gtk_entry_completion_set_popup_completion (completion, FALSE);
  gtk_entry_completion_set_inline_completion (completion, TRUE);
  gtk_entry_set_completion (entry, completion);
}
