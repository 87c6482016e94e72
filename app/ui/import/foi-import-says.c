/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-drop-down.h"
#include "foi-import-window-private.h"

/* What only a person can say: the days that dates mean, what fractions beside percentages are, what
 * marks stand for, and whether what adds up is a total. */

/* So many are asked for at a time, the most frequent first; the others come when these are said. */
#define MAX_ASKED 12

/* As they are listed. The first is what was read, or nothing. */
static const char *const meanings[] = { NULL, "[c]", "[x]", "[z]", "[low]", "0", "" };

static GHashTable *
get_said (FoiImportWindow *self, gpointer kind)
{
  return GPOINTER_TO_UINT (kind) == FOI_IMPORT_DOUBT_DATES ? self->ask.wish.orders
                                                           : self->ask.wish.shares;
}

/* Whether nothing was said of it yet. */
gboolean
_foi_import_says_is_open (FoiImportWindow *self, const FoiImportDoubt *doubt)
{
  return !g_hash_table_contains (get_said (self, GUINT_TO_POINTER (doubt->kind)),
                                 GUINT_TO_POINTER (doubt->source));
}

/* What is listed are those of FoiDateOrder or FoiShareOrder. */
static void
doubt_chosen_cb (FoiImportWindow *self, GParamSpec *pspec, GtkDropDown *choice)
{
  gpointer source = g_object_get_data (G_OBJECT (choice), "source");
  GHashTable *said = get_said (self, g_object_get_data (G_OBJECT (choice), "kind"));
  guint chosen = gtk_drop_down_get_selected (choice);

  if (self->updating)
    return;
  if (chosen == 0)
    g_hash_table_remove (said, source);
  else
    g_hash_table_insert (said, source, GUINT_TO_POINTER (chosen));
  _foi_import_window_ask (self);
}

static void
meaning_chosen_cb (FoiImportWindow *self, GParamSpec *pspec, GtkDropDown *choice)
{
  const char *text = g_object_get_data (G_OBJECT (choice), "text");
  guint meaning = gtk_drop_down_get_selected (choice);

  if (self->updating || meaning >= G_N_ELEMENTS (meanings))
    return;
  if (meanings[meaning] == NULL)
    g_hash_table_remove (self->ask.wish.meanings, text);
  else
    g_hash_table_insert (self->ask.wish.meanings, g_strdup (text), g_strdup (meanings[meaning]));
  _foi_import_window_ask (self);
}

static void
total_toggled_cb (FoiImportWindow *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");

  if (self->updating)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->ask.wish.refused, id);
  else
    g_hash_table_add (self->ask.wish.refused, g_strdup (id));
  _foi_import_window_ask (self);
}

static GtkWidget *
add_choice (FoiImportWindow *self, GtkWidget *box, const char *words, const char *const *labels,
            const char *name, GCallback callback)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  _foi_import_add_label (box, words, "form-label");
  foi_drop_down_set_name (choice, name);
  g_signal_connect_object (choice, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), choice);
  return choice;
}

/* 03/04/2024 as "Day first: 3 April 2024", 0.5 as "A fraction: 50%". */
static char *
dup_label (const FoiImportDoubt *doubt, guint choice)
{
  g_autofree char *meaning = foi_import_doubt_dup_meaning (doubt, choice);

  if (doubt->kind == FOI_IMPORT_DOUBT_SHARES)
    return choice == FOI_SHARE_ORDER_FRACTION ? g_strdup_printf (_("A fraction: %s"), meaning)
                                              : g_strdup_printf (_("A percentage: %s"), meaning);
  return choice == FOI_DATE_ORDER_DAY_FIRST ? g_strdup_printf (_("Day first: %s"), meaning)
                                            : g_strdup_printf (_("Month first: %s"), meaning);
}

static void
add_doubt (FoiImportWindow *self, const FoiImportDoubt *doubt)
{
  g_autofree char *first = dup_label (doubt, 1);
  g_autofree char *second = dup_label (doubt, 2);
  const char *const labels[] = { _("Not said yet"), first, second, NULL };
  g_autofree char *words = foi_import_doubt_dup_words (doubt);
  g_autofree char *name
    = g_strdup_printf (doubt->kind == FOI_IMPORT_DOUBT_DATES
                         /* Translators: the heading of a column. */
                         ? _("What dates in %s mean")
                         /* Translators: the heading of a column. */
                         : _("What numbers in %s mean"),
                       doubt->heading);
  GtkWidget *choice
    = add_choice (self, self->doubts, words, labels, name, G_CALLBACK (doubt_chosen_cb));

  g_object_set_data (G_OBJECT (choice), "source", GUINT_TO_POINTER (doubt->source));
  g_object_set_data (G_OBJECT (choice), "kind", GUINT_TO_POINTER (doubt->kind));
}

static void
add_mark (FoiImportWindow *self, const FoiImportMark *mark)
{
  FoiCellState state;
  gboolean is_read = mark->meaning != NULL
                     && foi_cell_state_from_mark (mark->meaning, strlen (mark->meaning), &state);
  g_autofree char *read
    = is_read ? g_strdup_printf (_("Read as: %s"), foi_cell_state_to_words (state))
              : g_strdup (_("Not said: it is not read"));
  const char *const labels[] = { read,
                                 foi_cell_state_to_words (FOI_CELL_SUPPRESSED),
                                 foi_cell_state_to_words (FOI_CELL_NOT_AVAILABLE),
                                 foi_cell_state_to_words (FOI_CELL_NOT_APPLICABLE),
                                 foi_cell_state_to_words (FOI_CELL_LOW),
                                 _("Zero"),
                                 foi_cell_state_to_words (FOI_CELL_BLANK),
                                 NULL };
  g_autofree char *words = g_strdup_printf (
    ngettext ("“%s” in %u cell", "“%s” in %u cells", mark->count), mark->text, mark->count);
  /* Translators: what stands in cells, as “-”. */
  g_autofree char *name = g_strdup_printf (_("What “%s” means"), mark->text);
  GtkWidget *choice
    = add_choice (self, self->marks, words, labels, name, G_CALLBACK (meaning_chosen_cb));

  g_object_set_data_full (G_OBJECT (choice), "text", g_strdup (mark->text), g_free);
}

static void
add_total (FoiImportWindow *self, const FoiImportTotal *total)
{
  GtkWidget *check = gtk_check_button_new_with_label (total->words);
  GtkWidget *label = gtk_label_new (total->words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  total->words, -1);
  gtk_widget_set_tooltip_text (check, _("Nobody said so, but it adds up. Readers take it for the "
                                        "total, and a figure left out could be worked out by it"));
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (total->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (total_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->totals), check);
}

/* A part of the form, with its heading; @list gets what is asked for. */
static GtkWidget *
add_part (GtkWidget *box, const char *title, GtkWidget **list)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_margin_top (part, 16);
  _foi_import_add_label (part, title, "title-label");
  *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (part), *list);
  gtk_box_append (GTK_BOX (box), part);
  gtk_widget_set_visible (part, FALSE);
  return part;
}

/* Below the rest of the form, where there is something to be said. */
void
_foi_import_says_add (FoiImportWindow *self, GtkWidget *box)
{
  self->doubts_box = add_part (box, _("What could mean two things"), &self->doubts);
  self->totals_box = add_part (box, _("Totals"), &self->totals);
  self->marks_box = add_part (box, _("What marks mean"), &self->marks);
}

/* What is asked for, so that the same questions keep their places and the focus. What somebody gave
 * a meaning is still asked for. */
static char *
describe (const FoiImportSurvey *survey)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < survey->doubts->len; i++)
    {
      const FoiImportDoubt *doubt = g_ptr_array_index (survey->doubts, i);

      g_string_append_printf (text, "%u %u %s %u\n", doubt->kind, doubt->source, doubt->heading,
                              doubt->count);
    }
  for (guint i = 0; i < survey->totals->len; i++)
    g_string_append_printf (text, "%s\n",
                            ((FoiImportTotal *) g_ptr_array_index (survey->totals, i))->words);
  for (guint i = 0; i < survey->marks->len; i++)
    g_string_append_printf (text, "%s\n",
                            ((FoiImportMark *) g_ptr_array_index (survey->marks, i))->text);
  return g_string_free (text, FALSE);
}

static void
select_said (FoiImportWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->doubts); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer source = g_object_get_data (G_OBJECT (child), "source");
      GHashTable *said = get_said (self, g_object_get_data (G_OBJECT (child), "kind"));

      if (GTK_IS_DROP_DOWN (child))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (child),
                                    GPOINTER_TO_UINT (g_hash_table_lookup (said, source)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (self->marks); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = g_object_get_data (G_OBJECT (child), "text");
      const char *meaning
        = text != NULL ? g_hash_table_lookup (self->ask.wish.meanings, text) : NULL;

      for (guint i = 1; meaning != NULL && i < G_N_ELEMENTS (meanings); i++)
        if (g_str_equal (meaning, meanings[i]))
          gtk_drop_down_set_selected (GTK_DROP_DOWN (child), i);
    }
  for (GtkWidget *check = gtk_widget_get_first_child (self->totals); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      !g_hash_table_contains (self->ask.wish.refused, g_object_get_data (G_OBJECT (check), "id")));
}

/* Asks for one thing more; whether there was any. */
static gboolean
ask_next (FoiImportWindow *self, const FoiImportSurvey *survey)
{
  if (self->n_doubts < MIN (survey->doubts->len, MAX_ASKED))
    add_doubt (self, g_ptr_array_index (survey->doubts, self->n_doubts++));
  else if (self->n_marks < MIN (survey->marks->len, MAX_ASKED))
    add_mark (self, g_ptr_array_index (survey->marks, self->n_marks++));
  else if (self->n_totals < MIN (survey->totals->len, MAX_ASKED))
    add_total (self, g_ptr_array_index (survey->totals, self->n_totals++));
  else
    return FALSE;
  return TRUE;
}

/* Takes one thing away that was asked for; whether there was any. */
static gboolean
drop_from (GtkWidget *box)
{
  GtkWidget *child = gtk_widget_get_last_child (box);

  if (child == NULL)
    return FALSE;
  gtk_box_remove (GTK_BOX (box), child);
  return TRUE;
}

/* A drop-down is many widgets: one in each frame comes or goes. */
static gboolean
ask_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoiImportWindow *self = FOI_IMPORT_WINDOW (widget);
  gboolean any = FALSE;

  if (self->clearing)
    {
      self->clearing = _foi_import_says_drop (self);
      return G_SOURCE_CONTINUE;
    }
  if (self->made != NULL)
    {
      self->updating = TRUE;
      any = ask_next (self, self->made->survey);
      select_said (self);
      self->updating = FALSE;
    }
  if (!any)
    self->asking = 0;
  return any ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
rebuild (FoiImportWindow *self, const FoiImportSurvey *survey)
{
  self->clearing = TRUE;
  self->n_doubts = self->n_marks = self->n_totals = 0;
  gtk_widget_set_visible (self->doubts_box, survey->doubts->len > 0);
  gtk_widget_set_visible (self->marks_box, survey->marks->len > 0);
  gtk_widget_set_visible (self->totals_box, survey->totals->len > 0);
  if (self->asking == 0)
    self->asking = gtk_widget_add_tick_callback (GTK_WIDGET (self), ask_cb, NULL, NULL);
}

/* Asks what is to be said; of a table that is there its columns say most of it. */
void
_foi_import_says_show (FoiImportWindow *self)
{
  g_autofree char *asked = NULL;

  if (self->made == NULL)
    return;
  asked = describe (self->made->survey);
  if (g_strcmp0 (asked, self->said_for) != 0)
    rebuild (self, self->made->survey);
  g_free (self->said_for);
  self->said_for = g_steal_pointer (&asked);
  select_said (self);
}

/* Takes one thing away that was asked for; whether there was any. */
gboolean
_foi_import_says_drop (FoiImportWindow *self)
{
  return drop_from (self->doubts) || drop_from (self->marks) || drop_from (self->totals);
}
