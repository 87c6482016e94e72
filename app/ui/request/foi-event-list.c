/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-event-list.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-case-event.h"
#include "foi-clock-words.h"
#include "foi-event-row.h"
#include "foi-json-edit.h"

struct _FoiEventList
{
  GtkWidget parent_instance;

  FoiDocument *document;
  GtkWidget   *rows;
  GtkWidget   *words;      /* what the clock makes of it */
  GtkWidget   *problems;
  GtkWidget   *add_button;
};

G_DEFINE_FINAL_TYPE (FoiEventList, foi_event_list, GTK_TYPE_WIDGET)

static FoiCaseState *
get_state (FoiEventList *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_event_list_add (FOI_EVENT_LIST (widget), g_variant_get_string (parameter, NULL));
}

/* First what moves the date. What services were asked is said with the questions: as an event alone
 * it would be seen by nobody who chases or counts. */
static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  gsize n_kinds;
  const FoiEventKind *kinds = foi_event_get_kinds (&n_kinds);

  for (int moves = TRUE; moves >= FALSE; moves--)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (gsize i = 0; i < n_kinds; i++)
        {
          g_autofree char *target = g_strdup_printf ("events.add::%s", kinds[i].type);

          if (kinds[i].moves_clock == moves && !kinds[i].is_asking)
            g_menu_append (section, foi_event_type_to_words (kinds[i].type), target);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

static void
show_rows (FoiEventList *self)
{
  const guint n_events
    = foi_json_get_n_elements (foi_case_state_get_node (get_state (self), "events"));
  GtkWidget *row = gtk_widget_get_first_child (self->rows);
  guint i = 0;

  for (; row != NULL && i < n_events; i++, row = gtk_widget_get_next_sibling (row))
    foi_event_row_update (FOI_EVENT_ROW (row));
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (GTK_BOX (self->rows), row);
      row = next;
    }
  for (; i < n_events; i++)
    gtk_box_append (GTK_BOX (self->rows), foi_event_row_new (self->document, i));
  gtk_widget_set_visible (self->rows, n_events > 0);
}

static void
show_clock (FoiEventList *self)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();
  g_autoptr (FoiCaseClock) clock = foi_almanac_read_clock (almanac, get_state (self));
  g_autofree char *words = foi_clock_dup_words (clock, foi_almanac_get_today (almanac));
  g_autofree char *problems = NULL;

  gtk_label_set_label (GTK_LABEL (self->words), words);
  g_ptr_array_add (clock->problems, NULL);
  problems = g_strjoinv ("\n", (char **) clock->problems->pdata);
  gtk_label_set_label (GTK_LABEL (self->problems), problems);
  gtk_widget_set_visible (self->problems, problems[0] != '\0');
}

static void
foi_event_list_dispose (GObject *object)
{
  FoiEventList *self = FOI_EVENT_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_event_list_parent_class)->dispose (object);
}

static void
foi_event_list_class_init (FoiEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_event_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "events.add", "s", add_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
foi_event_list_init (FoiEventList *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 8);
  self->words = make_label ("dim-label");
  self->problems = make_label ("foi-remark");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->add_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add_button), _("Add an _Event"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->add_button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_button), menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add an Event"), -1);
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  gtk_widget_set_parent (self->problems, GTK_WIDGET (self));
  gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What happened"), -1);
}

/**
 * foi_event_list_new:
 *
 * Returns: (transfer floating): the events of a case. Its page tells it to follow the case.
 */
GtkWidget *
foi_event_list_new (FoiDocument *document)
{
  FoiEventList *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_EVENT_LIST, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_almanac_get_default (), "changed", G_CALLBACK (show_clock), self,
                           G_CONNECT_SWAPPED);
  foi_event_list_update (self);
  return GTK_WIDGET (self);
}

/**
 * foi_event_list_update:
 *
 * Shows the events that the case has now.
 */
void
foi_event_list_update (FoiEventList *self)
{
  g_return_if_fail (FOI_IS_EVENT_LIST (self));

  show_rows (self);
  show_clock (self);
}

/**
 * foi_event_list_add:
 * @type: what happened
 *
 * Adds an event of today, as one command, and gives its day the focus.
 */
void
foi_event_list_add (FoiEventList *self, const char *type)
{
  FoiNewEvent event = { .type = type };
  g_autoptr (GError) error = NULL;

  g_return_if_fail (FOI_IS_EVENT_LIST (self) && type != NULL);

  foi_document_commit (self->document);
  event.date = foi_almanac_get_today (foi_almanac_get_default ());
  if (!foi_case_editor_add_event (foi_document_get_editor (self->document), &event, &error))
    {
      foi_document_tell_error (self->document, error);
      return;
    }
  foi_event_list_update (self);
  gtk_widget_grab_focus (gtk_widget_get_last_child (self->rows));
}
