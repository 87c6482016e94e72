/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-leak-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FoiLeakRow
{
  GtkBox parent_instance;

  char      *path;
  GString   *places;     /* where the sentence stands */
  char      *what;
  GtkWidget *where;
  GtkWidget *ask_button;
  GtkWidget *answer;     /* the reason and its button */
  GtkWidget *reason;
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiLeakRow, foi_leak_row, GTK_TYPE_BOX)

static void
ask_cb (FoiLeakRow *self)
{
  gtk_widget_set_visible (self->ask_button, FALSE);
  gtk_widget_set_visible (self->answer, TRUE);
  gtk_widget_grab_focus (self->reason);
}

static void
confirm_cb (FoiLeakRow *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  if (reason[strspn (reason, " \t")] == '\0')
    gtk_widget_grab_focus (self->reason);
  else
    g_signal_emit (self, signals[CONFIRMED], 0, reason);
}

static void
foi_leak_row_finalize (GObject *object)
{
  FoiLeakRow *self = FOI_LEAK_ROW (object);

  g_free (self->path);
  g_free (self->what);
  g_string_free (self->places, TRUE);

  G_OBJECT_CLASS (foi_leak_row_parent_class)->finalize (object);
}

static void
foi_leak_row_class_init (FoiLeakRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_leak_row_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CONFIRMED] = g_signal_new ("confirmed", FOI_TYPE_LEAK_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
add_text (FoiLeakRow *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static GtkWidget *
new_button (FoiLeakRow *self, const char *label, GCallback callback, const char *sentence)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  /* Several have the same words: which sentence it is about is said with them. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_answer (FoiLeakRow *self, const char *sentence)
{
  self->ask_button = new_button (self, _("_It Is Another Number…"), G_CALLBACK (ask_cb), sentence);
  gtk_widget_set_halign (self->ask_button, GTK_ALIGN_START);
  self->answer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_visible (self->answer, FALSE);
  self->reason = gtk_entry_new ();
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("What the number is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the number is"), -1);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (confirm_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->answer), self->reason);
  gtk_box_append (GTK_BOX (self->answer),
                  new_button (self, _("_Confirm"), G_CALLBACK (confirm_cb), sentence));
  gtk_box_append (GTK_BOX (self), self->ask_button);
  gtk_box_append (GTK_BOX (self), self->answer);
}

static void
foi_leak_row_init (FoiLeakRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "foi-leak");
  self->places = g_string_new (NULL);
}

/**
 * foi_leak_row_new:
 * @leak: one whose meaning can be doubted
 *
 * Returns: (transfer floating): a row for its sentence.
 */
GtkWidget *
foi_leak_row_new (const FoiLeak *leak)
{
  FoiLeakRow *self;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (leak != NULL && leak->path != NULL, NULL);

  self = g_object_new (FOI_TYPE_LEAK_ROW, NULL);
  self->path = g_strdup (leak->path);
  self->what = g_strdup (leak->what);
  /* Translators: a sentence of the letter. */
  quoted = g_strdup_printf (_("“%s”"), leak->sentence);
  add_text (self, quoted, NULL);
  self->where = add_text (self, NULL, "row-subtitle");
  add_answer (self, leak->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, quoted, -1);
  foi_leak_row_add_place (self, leak);
  return GTK_WIDGET (self);
}

/**
 * foi_leak_row_add_place:
 * @leak: the same in another file
 *
 * Says where else the sentence stands.
 */
void
foi_leak_row_add_place (FoiLeakRow *self, const FoiLeak *leak)
{
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FOI_IS_LEAK_ROW (self) && leak != NULL);

  /* Translators: the name of a file, a place in it. */
  place = g_strdup_printf (_("“%s”, %s"), leak->file, leak->place);
  /* It may have the number twice. */
  if (g_str_has_suffix (self->places->str, place))
    return;
  g_string_append_printf (self->places, "%s%s", self->places->len > 0 ? "; " : "", place);
  /* Translators: where a sentence stands; what may be in it. */
  text = g_strdup_printf (_("%s. It seems that %s."), self->places->str, self->what);
  gtk_label_set_text (GTK_LABEL (self->where), text);
}

/**
 * foi_leak_row_get_path:
 *
 * Returns: what an officer's word for the sentence is kept under.
 */
const char *
foi_leak_row_get_path (FoiLeakRow *self)
{
  g_return_val_if_fail (FOI_IS_LEAK_ROW (self), NULL);
  return self->path;
}
