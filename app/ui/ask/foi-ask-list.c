/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask-list.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-answered-dialog.h"
#include "foi-ask-window.h"
#include "foi-case-asks.h"
#include "foi-focus.h"

struct _FoiAskList
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *question;
  GtkWidget   *rows;
};

G_DEFINE_FINAL_TYPE (FoiAskList, foi_ask_list, GTK_TYPE_WIDGET)

/* The parts of a row that follow the case. */
typedef struct
{
  GtkWidget *words, *chase, *answered, *again;
} Row;

static FoiCaseState *
get_state (FoiAskList *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static GtkWindow *
get_window (FoiAskList *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- what can be done ------------------------------------------------------------------------ */

static void
chase_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskList *self = FOI_ASK_LIST (widget);
  FoiAsk ask;

  if (foi_case_state_get_ask (get_state (self), self->question, g_variant_get_uint32 (parameter),
                              &ask))
    foi_ask_window_present (get_window (self), self->document, self->question, ask.service);
}

static void
answered_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskList *self = FOI_ASK_LIST (widget);

  foi_answered_dialog_present (get_window (self), self->document, self->question,
                               g_variant_get_uint32 (parameter));
}

static void
tell (FoiAskList *self, gboolean done, GError *error)
{
  if (!done)
    foi_document_tell_error (self->document, error);
}

static void
again_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskList *self = FOI_ASK_LIST (widget);
  g_autoptr (GError) error = NULL;

  tell (self, foi_case_editor_note_answered (foi_document_get_editor (self->document),
                                             self->question, g_variant_get_uint32 (parameter),
                                             FOI_DATE_NONE, &error), error);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskList *self = FOI_ASK_LIST (widget);
  g_autoptr (GError) error = NULL;

  tell (self, foi_case_editor_remove_ask (foi_document_get_editor (self->document),
                                          self->question, g_variant_get_uint32 (parameter),
                                          &error), error);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static GtkWidget *
add_button (GtkWidget *box, GtkWidget *button, const char *action, guint position)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_row (guint position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  Row *row = g_new0 (Row, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  row->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (row->words), 0);
  gtk_label_set_wrap (GTK_LABEL (row->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (row->words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (row->words, TRUE);
  gtk_box_append (GTK_BOX (box), row->words);
  row->chase = add_button (box, gtk_button_new_with_label (_("Chase…")), "ask.chase", position);
  row->answered = add_button (box, gtk_button_new_with_label (_("Answered…")), "ask.answered",
                              position);
  row->again = add_button (box, gtk_button_new_with_label (_("Not Answered")), "ask.again",
                           position);
  gtk_widget_set_tooltip_text (row->again, _("Wait for the service again"));
  gtk_widget_set_tooltip_text (remove, _("Remove what is noted of this service"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove what is noted of this service"), -1);
  add_button (box, remove, "ask.remove", position);
  gtk_widget_add_css_class (box, "foi-ask");
  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  return box;
}

/* Each button says to a screen reader whom it is about. */
static void
name_button (GtkWidget *button, const char *service)
{
  g_autofree char *name = g_strdup_printf ("%s %s", gtk_button_get_label (GTK_BUTTON (button)),
                                           service);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_row (GtkWidget *box, const FoiAsk *ask, FoiDate today)
{
  Row *row = g_object_get_data (G_OBJECT (box), "row");
  const FoiAskState state = foi_ask_get_state (ask, today);
  g_autofree char *asked = foi_date_to_words_seen (ask->asked, today);
  g_autofree char *stands = foi_ask_dup_words (ask, today);
  g_autofree char *words
    = ask->asked != FOI_DATE_NONE
        /* Translators: a service of the authority, when it was asked, and how that stands. */
        ? g_markup_printf_escaped (_("<b>%s</b>, asked %s. %s."), ask->service, asked, stands)
        : g_markup_printf_escaped ("<b>%s</b>. %s.", ask->service, stands);

  gtk_label_set_markup (GTK_LABEL (row->words), words);
  gtk_widget_set_visible (row->chase, state != FOI_ASK_ANSWERED);
  gtk_widget_set_visible (row->answered, state != FOI_ASK_ANSWERED);
  gtk_widget_set_visible (row->again, state == FOI_ASK_ANSWERED);
  if (state == FOI_ASK_LATE)
    gtk_widget_add_css_class (box, "late");
  else
    gtk_widget_remove_css_class (box, "late");
  name_button (row->chase, ask->service);
  name_button (row->answered, ask->service);
  name_button (row->again, ask->service);
}

/**
 * foi_ask_list_update:
 *
 * Shows what the case says now. Rows stay, so that the focus does.
 */
void
foi_ask_list_update (FoiAskList *self)
{
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  GtkWidget *row;
  FoiAsk ask;
  guint n_asks = 0;

  g_return_if_fail (FOI_IS_ASK_LIST (self));

  row = gtk_widget_get_first_child (self->rows);
  while (self->question != NULL
         && foi_case_state_get_ask (get_state (self), self->question, n_asks, &ask))
    {
      if (row == NULL)
        {
          row = new_row (n_asks);
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      show_row (row, &ask, today);
      row = gtk_widget_get_next_sibling (row);
      n_asks++;
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (GTK_BOX (self->rows), row);
      row = next;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_asks > 0);
}

/* ---- the widget ------------------------------------------------------------------------------ */

static void
foi_ask_list_dispose (GObject *object)
{
  FoiAskList *self = FOI_ASK_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_ask_list_parent_class)->dispose (object);
}

static void
foi_ask_list_finalize (GObject *object)
{
  g_free (FOI_ASK_LIST (object)->question);

  G_OBJECT_CLASS (foi_ask_list_parent_class)->finalize (object);
}

static void
foi_ask_list_class_init (FoiAskListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_ask_list_dispose;
  object_class->finalize = foi_ask_list_finalize;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "ask.chase", "u", chase_action);
  gtk_widget_class_install_action (widget_class, "ask.answered", "u", answered_action);
  gtk_widget_class_install_action (widget_class, "ask.again", "u", again_action);
  gtk_widget_class_install_action (widget_class, "ask.remove", "u", remove_action);
}

static void
foi_ask_list_init (FoiAskList *self)
{
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "foi-card");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Services that were asked"), -1);
}

/**
 * foi_ask_list_new:
 *
 * Returns: (transfer floating): a list without a question yet.
 */
GtkWidget *
foi_ask_list_new (FoiDocument *document)
{
  FoiAskList *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_ASK_LIST, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_almanac_get_default (), "changed",
                           G_CALLBACK (foi_ask_list_update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_ask_list_set_question:
 * @question: (nullable): the id of a question or of a part of one
 */
void
foi_ask_list_set_question (FoiAskList *self, const char *question)
{
  g_return_if_fail (FOI_IS_ASK_LIST (self));

  g_free (self->question);
  self->question = g_strdup (question);
  foi_ask_list_update (self);
}

/**
 * foi_ask_list_ask:
 *
 * Begins a mail to a service about the question.
 */
void
foi_ask_list_ask (FoiAskList *self)
{
  g_return_if_fail (FOI_IS_ASK_LIST (self));

  if (self->question != NULL)
    foi_ask_window_present (get_window (self), self->document, self->question, NULL);
}
