/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-laws.h"

#include "foi-rules.h"

/**
 * foi_laws_fill:
 * @drop_down: a #GtkDropDown
 * @in_full: with their titles, and not in short
 *
 * Has it offer the laws that there are rules of.
 */
void
foi_laws_fill (GtkWidget *drop_down, gboolean in_full)
{
  FoiRules *rules = foi_rules_get_default ();
  const char *const *regimes = foi_rules_get_regimes (rules);
  g_autoptr (GtkStringList) laws = gtk_string_list_new (NULL);

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  for (guint i = 0; regimes[i] != NULL; i++)
    gtk_string_list_append (laws, in_full ? foi_rules_get_act_title (rules, regimes[i])
                                          : foi_rules_get_act_short (rules, regimes[i]));
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (laws));
}

/**
 * foi_laws_get_first:
 *
 * Returns: the regime that is chosen where nothing speaks for another.
 */
const char *
foi_laws_get_first (void)
{
  return foi_rules_get_regimes (foi_rules_get_default ())[0];
}

/**
 * foi_laws_get_selected:
 * @drop_down: one that foi_laws_fill() filled
 *
 * Returns: (nullable): the regime of the law that is chosen: "foia".
 */
const char *
foi_laws_get_selected (GtkWidget *drop_down)
{
  const char *const *regimes = foi_rules_get_regimes (foi_rules_get_default ());
  guint selected;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), NULL);

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
  return selected < g_strv_length ((char **) regimes) ? regimes[selected] : NULL;
}

/**
 * foi_laws_select:
 * @drop_down: one that foi_laws_fill() filled
 * @regime: (nullable): "foia"; of one that there are no rules of, nothing is chosen
 */
void
foi_laws_select (GtkWidget *drop_down, const char *regime)
{
  const char *const *regimes = foi_rules_get_regimes (foi_rules_get_default ());
  guint selected = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  for (guint i = 0; regimes[i] != NULL; i++)
    if (g_strcmp0 (regimes[i], regime) == 0)
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
}
