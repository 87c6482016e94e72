/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-finding-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-case-accept.h"
#include "foi-checks.h"
#include "foi-mnemonics.h"

#define MAX_WIDTH_CHARS 56

struct _FoiFindingRow
{
  GtkBox parent_instance;

  FoiDocument *document;
  FoiFinding  *finding;
  GtkWidget   *actions;
  GtkWidget   *accept_box;
  GtkWidget   *reason;
};

enum
{
  LEAVING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiFindingRow, foi_finding_row, GTK_TYPE_BOX)

/* ---- what can be done ------------------------------------------------------------------------ */

static void
go_cb (FoiFindingRow *self)
{
  g_autoptr (FoiDocument) document = g_object_ref (self->document);
  g_autofree char *place = foi_finding_dup_editor (self->finding);

  g_signal_emit (self, signals[LEAVING], 0);
  foi_document_go_to (document, place);
}

/* The panel in which small numbers of the table are taken care of. */
static void
small_numbers_cb (FoiFindingRow *self)
{
  g_autoptr (FoiDocument) document = g_object_ref (self->document);
  g_autofree char *table = foi_finding_dup_editor (self->finding);
  g_autofree char *place = g_strconcat (table, "/small-numbers", NULL);

  g_signal_emit (self, signals[LEAVING], 0);
  foi_document_go_to (document, place);
}

static void
mend_cb (FoiFindingRow *self)
{
  const FoiMend *mend = self->finding->mend;
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), mend->path, mend->value,
                                 mend->label, &error))
    foi_document_tell_error (self->document, error);
}

static void
accept_cb (FoiFindingRow *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autoptr (GError) error = NULL;

  if (reason[strspn (reason, " \t")] == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  if (!foi_case_editor_accept_finding (foi_document_get_editor (self->document),
                                       self->finding->id,
                                       foi_finding_get_accept_path (self->finding), reason,
                                       foi_almanac_get_today (foi_almanac_get_default ()), &error))
    foi_document_tell_error (self->document, error);
}

static void
ask_reason_cb (FoiFindingRow *self)
{
  gtk_widget_set_visible (self->accept_box, TRUE);
  gtk_widget_set_visible (self->actions, FALSE);
  gtk_widget_grab_focus (self->reason);
}

/* ---- how it looks ---------------------------------------------------------------------------- */

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                "max-width-chars", MAX_WIDTH_CHARS, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
add_button (FoiFindingRow *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  /* Several have the same words: which finding it is about is said with them. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->finding->message, -1);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_accept (FoiFindingRow *self)
{
  self->accept_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->reason = gtk_entry_new ();
  gtk_widget_set_visible (self->accept_box, FALSE);
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Why it stays as it is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Why it stays as it is"), -1);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (accept_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->accept_box), self->reason);
  add_button (self, self->accept_box, _("_Accept"), G_CALLBACK (accept_cb));
  gtk_box_append (GTK_BOX (self), self->accept_box);
}

static void
add_actions (FoiFindingRow *self, gboolean is_there)
{
  self->actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  if (!is_there)
    add_button (self, self->actions, _("_Go There"), G_CALLBACK (go_cb));
  if (self->finding->accepted == NULL && !foi_document_is_read_only (self->document))
    {
      if (g_str_equal (self->finding->id, "suppression-derivable")
          || g_str_equal (self->finding->id, FOI_CHECK_OPEN))
        add_button (self, self->actions, _("_Small Numbers…"), G_CALLBACK (small_numbers_cb));
      if (self->finding->mend != NULL)
        add_button (self, self->actions, self->finding->mend->label, G_CALLBACK (mend_cb));
      add_button (self, self->actions, _("_Accept…"), G_CALLBACK (ask_reason_cb));
    }
  gtk_box_append (GTK_BOX (self), self->actions);
}

static void
foi_finding_row_dispose (GObject *object)
{
  FoiFindingRow *self = FOI_FINDING_ROW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->finding, foi_finding_free);

  G_OBJECT_CLASS (foi_finding_row_parent_class)->dispose (object);
}

static void
foi_finding_row_class_init (FoiFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_finding_row_dispose;

  signals[LEAVING] = g_signal_new ("leaving", FOI_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_finding_row_init (FoiFindingRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
}

static GtkWidget *
new_row (FoiDocument *document, const FoiFinding *finding, gboolean is_there)
{
  FoiFindingRow *self = g_object_new (FOI_TYPE_FINDING_ROW, NULL);

  self->document = g_object_ref (document);
  self->finding = foi_finding_copy (finding);
  gtk_box_append (GTK_BOX (self), new_text (finding->message, NULL));
  if (finding->accepted != NULL)
    {
      /* Translators: %s is why an officer let a finding stand. */
      g_autofree char *accepted = g_strdup_printf (_("Accepted: %s"), finding->accepted);

      gtk_box_append (GTK_BOX (self), new_text (accepted, "dim-label"));
    }
  else
    gtk_box_append (GTK_BOX (self), new_text (finding->fix, "dim-label"));
  gtk_box_append (GTK_BOX (self), new_text (finding->law, "caption"));
  add_actions (self, is_there);
  add_accept (self);
  foi_mnemonics_name_buttons (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * foi_finding_row_new:
 * @document: the case it is about
 * @finding: a finding
 *
 * Returns: (transfer full): a row that shows it.
 */
GtkWidget *
foi_finding_row_new (FoiDocument *document, const FoiFinding *finding)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && finding != NULL, NULL);

  return new_row (document, finding, FALSE);
}

/**
 * foi_finding_row_new_there:
 * @document: the case it is about
 * @finding: a finding
 *
 * Returns: (transfer full): a row that shows it, beside what it is about.
 */
GtkWidget *
foi_finding_row_new_there (FoiDocument *document, const FoiFinding *finding)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && finding != NULL, NULL);

  return new_row (document, finding, TRUE);
}

static char *
dup_first (char *const *segments, guint n)
{
  GString *place = g_string_new (segments[0]);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (place, "/%s", segments[i]);
  return g_string_free (place, FALSE);
}

/**
 * foi_finding_dup_editor:
 * @finding: a finding
 *
 * Returns: (transfer full): the place at which the window edits what it is about.
 */
char *
foi_finding_dup_editor (const FoiFinding *finding)
{
  g_auto (GStrv) segments = NULL;
  guint n_segments;

  g_return_val_if_fail (finding != NULL, NULL);

  segments = g_strsplit (finding->place, "/", -1);
  n_segments = g_strv_length (segments);
  if (g_str_has_prefix (finding->place, "authority/wording/")
      || (g_str_has_prefix (finding->place, "letters/") && n_segments == 4))
    return g_strconcat ("wording/", segments[n_segments - 1], NULL);
  if (g_str_equal (segments[0], "authority") || g_str_equal (segments[0], "letters"))
    return g_strdup ("closing");
  if (g_str_equal (segments[0], "tables"))
    return g_strconcat ("tables/", segments[1], NULL);
  /* A ground and an estimate are edited in one place each. */
  for (guint i = 0; i < n_segments; i++)
    if (g_str_equal (segments[i], "grounds") || g_str_equal (segments[i], "estimate"))
      return dup_first (segments, i + 1);
  return g_strdup (finding->place);
}
