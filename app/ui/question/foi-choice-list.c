/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-choice-list.h"

#define WORDS "foi-choice-words"
#define OFFERED "foi-choice-offered"

static guint
get_offered (GtkWidget *drop_down)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), OFFERED));
}

static void
set_offered (GtkWidget *drop_down, guint offered)
{
  const char *const *words = g_object_get_data (G_OBJECT (drop_down), WORDS);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if ((offered & (1u << i)) != 0)
      gtk_string_list_append (list, words[i]);
  g_object_set_data (G_OBJECT (drop_down), OFFERED, GUINT_TO_POINTER (offered));
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
}

/* How many of the offered stand before a value. */
static guint
get_position (guint offered, guint value)
{
  guint position = 0;

  for (guint i = 0; i < value; i++)
    position += (offered >> i) & 1u;
  return position;
}

/**
 * foi_choice_list_fill:
 * @drop_down: a #GtkDropDown
 * @words: (array zero-terminated=1): those of each value, from 0 on; at most 31
 *
 * Offers all of them.
 */
void
foi_choice_list_fill (GtkWidget *drop_down, const char *const *words)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (g_strv_length ((char **) words) < 32);

  g_object_set_data_full (G_OBJECT (drop_down), WORDS, g_strdupv ((char **) words),
                          (GDestroyNotify) g_strfreev);
  set_offered (drop_down, (1u << g_strv_length ((char **) words)) - 1);
}

/**
 * foi_choice_list_show:
 * @drop_down: a list that was filled
 * @offered: a bit for each value that can be chosen, that of @value among them
 * @value: the one that is
 */
void
foi_choice_list_show (GtkWidget *drop_down, guint offered, guint value)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail ((offered & (1u << value)) != 0);

  if (get_offered (drop_down) != offered)
    set_offered (drop_down, offered);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), get_position (offered, value));
}

/**
 * foi_choice_list_get:
 * @value: (out): what is chosen
 *
 * Returns: whether something is.
 */
gboolean
foi_choice_list_get (GtkWidget *drop_down, guint *value)
{
  const guint offered = get_offered (drop_down);
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  g_return_val_if_fail (value != NULL, FALSE);

  for (*value = 0; *value < 32 && selected != GTK_INVALID_LIST_POSITION; (*value)++)
    if ((offered & (1u << *value)) != 0 && get_position (offered, *value) == selected)
      return TRUE;
  return FALSE;
}
