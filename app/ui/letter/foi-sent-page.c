/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sent-page.h"

#include <glib/gi18n.h>

#include "foi-case-facts.h"
#include "foi-chance.h"
#include "foi-focus.h"
#include "foi-json-edit.h"
#include "foi-sent-approvals.h"
#include "foi-words.h"

struct _FoiSentPage
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *letter; /* its id, or NULL */

  GtkWidget *scroller;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *first_button;
};

G_DEFINE_FINAL_TYPE (FoiSentPage, foi_sent_page, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_fact (FoiSentPage *self, const char *name, const char *value)
{
  /* Translators: what is told, and its value. */
  g_autofree char *words = g_strdup_printf (_("%s: %s"), name, value != NULL ? value : "");

  if (value != NULL && value[0] != '\0')
    gtk_box_append (GTK_BOX (self->facts), foi_words_new (words, "sent-fact"));
}

/* Who had approved each answer; the questions may have other approvals since. */
static void
add_approvals (FoiSentPage *self, JsonNode *approvals)
{
  for (guint i = 0; i < foi_json_get_n_elements (approvals); i++)
    {
      g_autofree char *words
        = foi_sent_approval_dup_words (foi_json_get_element (approvals, i), foi_today ());

      gtk_box_append (GTK_BOX (self->facts), foi_words_new (words, "sent-fact"));
    }
}

static void
update (FoiSentPage *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  JsonNode *issued
    = self->letter != NULL ? foi_case_facts_find_issued (foi_case, self->letter) : NULL;
  JsonNode *files = foi_json_get_member (issued, "files");
  g_autofree char *name = NULL, *stands = NULL;

  clear (self->facts);
  if (issued == NULL)
    return;
  name = foi_case_facts_dup_letter_name (foi_case, self->letter);
  stands = foi_case_facts_dup_letter_state (foi_case, self->letter);
  gtk_label_set_label (GTK_LABEL (self->title), name);
  gtk_box_append (GTK_BOX (self->facts), foi_words_new (stands, "sent-fact"));
  add_fact (self, _("How it was sent"), foi_json_get_string (issued, "how", NULL));
  add_fact (self, _("Sent by"), foi_json_get_string (issued, "by", NULL));
  add_fact (self, _("Approved by"), foi_json_get_string (issued, "approver", NULL));
  add_approvals (self, foi_json_get_member (issued, "approvals"));
  for (guint i = 0; i < foi_json_get_n_elements (files); i++)
    add_fact (self, _("File"),
              foi_json_get_string (foi_json_get_element (files, i), "name", NULL));
}

static gboolean
foi_sent_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_SENT_PAGE (widget)->first_button);
}

static void
foi_sent_page_dispose (GObject *object)
{
  FoiSentPage *self = FOI_SENT_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_sent_page_parent_class)->dispose (object);
}

static void
foi_sent_page_finalize (GObject *object)
{
  g_free (FOI_SENT_PAGE (object)->letter);

  G_OBJECT_CLASS (foi_sent_page_parent_class)->finalize (object);
}

static void
foi_sent_page_class_init (FoiSentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_sent_page_dispose;
  object_class->finalize = foi_sent_page_finalize;
  widget_class->grab_focus = foi_sent_page_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* What can be done with it, where the window allows it. */
static GtkWidget *
new_buttons (FoiSentPage *self)
{
  static const struct
  {
    const char *label, *action;
  } buttons[] = {
    { N_("Write _Corrected Letter"), "win.correct" },
    { N_("Make a _Pack…"), "win.make-pack" },
    { N_("_Withdraw…"), "win.withdraw" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_(buttons[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (box), button);
      if (i == 0)
        self->first_button = button;
    }
  return box;
}

static void
foi_sent_page_init (FoiSentPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->title = foi_words_new ("", "title-label");
  self->facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (box),
                  foi_words_new (_("It was issued and stays as it was. What changes in the case "
                                   "now is not in it."), "row-subtitle"));
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "hexpand", TRUE, "vexpand", TRUE, "child", box, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * foi_sent_page_new:
 * @document: what the window shows
 *
 * Returns: (transfer floating): the page, of no letter yet.
 */
GtkWidget *
foi_sent_page_new (FoiDocument *document)
{
  FoiSentPage *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_SENT_PAGE, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_sent_page_set_letter:
 * @letter: the id of a letter that was issued
 *
 * Has the page tell of that letter.
 */
void
foi_sent_page_set_letter (FoiSentPage *self, const char *letter)
{
  g_return_if_fail (FOI_IS_SENT_PAGE (self));
  g_return_if_fail (letter != NULL);

  g_free (self->letter);
  self->letter = g_strdup (letter);
  update (self);
}
