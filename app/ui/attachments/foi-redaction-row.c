/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-redaction-row.h"

#include <glib/gi18n.h>

#include "foi-case-attachments.h"
#include "foi-drop-down.h"
#include "foi-focus.h"
#include "foi-json-edit.h"
#include "foi-rules.h"

/* Of a ground, in its button. */
#define BUTTON_CHARS 15

struct _FoiRedactionRow
{
  GtkWidget parent_instance;

  FoiDocument *document;
  guint        attachment, index;
  GPtrArray   *sections; /* of char *: what each choice is; the first is none */
  gboolean     updating;

  GtkWidget *place;
  GtkWidget *tool;
  GtkWidget *ground;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (FoiRedactionRow, foi_redaction_row, GTK_TYPE_WIDGET)

static gboolean
get_redaction (FoiRedactionRow *self, FoiRedaction *redaction)
{
  JsonNode *attachment = foi_case_state_get_attachment (
    foi_case_get_state (foi_document_get_case (self->document)), self->attachment);

  if (attachment == NULL || self->index >= foi_attachment_get_n_redactions (attachment))
    return FALSE;
  foi_attachment_get_redaction (attachment, self->index, redaction);
  return TRUE;
}

/* What is typed and chosen goes into the case, if it is anything else than is there. */
static void
commit (FoiRedactionRow *self)
{
  const guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->ground));
  FoiRedaction before, after;
  g_autoptr (GError) error = NULL;

  if (self->updating || !get_redaction (self, &before)
      || foi_document_is_read_only (self->document))
    return;
  after = (FoiRedaction){ gtk_editable_get_text (GTK_EDITABLE (self->place)),
                          gtk_editable_get_text (GTK_EDITABLE (self->tool)),
                          chosen < self->sections->len ? self->sections->pdata[chosen] : "" };
  if (g_str_equal (after.place, before.place) && g_str_equal (after.tool, before.tool)
      && g_str_equal (after.ground, before.ground))
    return;
  if (!foi_case_editor_set_redaction (foi_document_get_editor (self->document), self->attachment,
                                      self->index, &after, &error))
    foi_document_tell_error (self->document, error);
}

static void
remove_cb (FoiRedactionRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_remove_redaction (foi_document_get_editor (self->document),
                                         self->attachment, self->index, &error))
    foi_document_tell_error (self->document, error);
}

static void
set_text (GtkWidget *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* The ground may be one that no list has: a limb, or one of another Act. */
static guint
find_choice (FoiRedactionRow *self, const char *section)
{
  GtkStringList *choices
    = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->ground)));

  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (self->sections->pdata[i], section))
      return i;
  g_ptr_array_add (self->sections, g_strdup (section));
  gtk_string_list_append (choices, section);
  return self->sections->len - 1;
}

static void
fill_grounds (FoiRedactionRow *self)
{
  const char *regime = foi_case_state_get_string (
    foi_case_get_state (foi_document_get_case (self->document)), "regime");
  JsonNode *grounds = foi_json_get_member (
    foi_rules_get_regime (foi_rules_get_default (), regime != NULL ? regime : "foia"), "grounds");
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Choose the ground"));
  g_ptr_array_add (self->sections, g_strdup (""));
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);
      const char *section = foi_json_get_string (ground, "section", "");
      g_autofree char *words = g_strdup_printf ("%s · %s", section,
                                                foi_json_get_string (ground, "title", ""));

      gtk_string_list_append (choices, words);
      g_ptr_array_add (self->sections, g_strdup (section));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->ground), G_LIST_MODEL (choices));
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer is_button)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* A long title must not push the other fields aside. */
  if (GPOINTER_TO_INT (is_button))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), BUTTON_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), BUTTON_CHARS);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
new_factory (gboolean is_button)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), GINT_TO_POINTER (is_button));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);
  return factory;
}

static GtkWidget *
new_choice (void)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) button = new_factory (TRUE), list = new_factory (FALSE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), list);
  return choice;
}

static gboolean
foi_redaction_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_REDACTION_ROW (widget)->place);
}

static void
foi_redaction_row_dispose (GObject *object)
{
  FoiRedactionRow *self = FOI_REDACTION_ROW (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_redaction_row_parent_class)->dispose (object);
}

static void
foi_redaction_row_class_init (FoiRedactionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_redaction_row_dispose;
  widget_class->grab_focus = foi_redaction_row_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_entry (FoiRedactionRow *self, const char *hint, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Undo is the case's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  return entry;
}

static void
foi_redaction_row_init (FoiRedactionRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->sections = g_ptr_array_new_with_free_func (g_free);
  self->place = new_entry (self, _("Page 3, two names"), _("What the redaction covers"));
  self->tool = new_entry (self, _("Program it was made with"),
                          _("The program that the redaction was made with"));
  self->ground = new_choice ();
  gtk_widget_set_parent (self->ground, GTK_WIDGET (self));
  self->remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_tooltip_text (self->remove, _("Remove this redaction from the record"));
  gtk_widget_set_parent (self->remove, GTK_WIDGET (self));
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * foi_redaction_row_new:
 * @document: what the window shows
 * @attachment: which attachment, from 0
 * @index: which of its redactions, from 0
 *
 * Returns: (transfer floating): the row.
 */
GtkWidget *
foi_redaction_row_new (FoiDocument *document, guint attachment, guint index)
{
  FoiRedactionRow *self = g_object_new (FOI_TYPE_REDACTION_ROW, NULL);

  self->document = g_object_ref (document);
  self->attachment = attachment;
  self->index = index;
  self->updating = TRUE;
  fill_grounds (self);
  foi_drop_down_set_name (self->ground, _("Ground"));
  self->updating = FALSE;
  foi_redaction_row_update (self);
  g_signal_connect_object (self->ground, "notify::selected", G_CALLBACK (commit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "commit", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_redaction_row_update:
 *
 * Has it show what the case says.
 */
void
foi_redaction_row_update (FoiRedactionRow *self)
{
  FoiRedaction redaction;

  if (!get_redaction (self, &redaction))
    return;
  self->updating = TRUE;
  set_text (self->place, redaction.place);
  set_text (self->tool, redaction.tool);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->ground), find_choice (self, redaction.ground));
  self->updating = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), !foi_document_is_read_only (self->document));
}
