/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-outline.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-edits.h"
#include "foi-case-facts.h"
#include "foi-outline-model.h"
#include "foi-outline-row.h"
#include "foi-tooltip.h"

struct _FoiOutline
{
  GtkWidget parent_instance;

  FoiDocument     *document;
  FoiOutlineModel *model;
  GtkWidget       *scroller;
  GtkWidget       *list;
  GtkWidget       *menu;
  GMenu           *outline_menu;
  GMenuModel      *letters_menu; /* or NULL */
  GtkWidget       *add_letter;   /* beside the heading of the letters; not owned */
  gboolean         following;   /* the selection follows the document, not the person */
};

enum
{
  MENU_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiOutline, foi_outline, GTK_TYPE_WIDGET)

static const char *
section_title (FoiSection section)
{
  switch (section)
    {
    case FOI_SECTION_CASE:
      return _("Case");
    case FOI_SECTION_LETTERS:
      return _("Letters");
    case FOI_SECTION_TABLES:
      return _("Tables");
    default:
      g_assert_not_reached ();
    }
}

static FoiOutlineItem *
selected_item (FoiOutline *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? foi_outline_row_get_item (FOI_OUTLINE_ROW (row)) : NULL;
}

static const char *
selected_question (FoiOutline *self)
{
  FoiOutlineItem *item = selected_item (self);

  if (item == NULL || !foi_outline_item_is_question (item))
    return NULL;
  return foi_outline_item_get_place (item) + strlen ("questions/");
}

static guint
question_index (FoiOutline *self, const char *id)
{
  GListModel *questions = foi_case_get_questions (foi_document_get_case (self->document));

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);

      if (g_strcmp0 (foi_question_get_id (question), id) == 0)
        return i;
    }
  return G_MAXUINT;
}

static guint
n_questions (FoiOutline *self)
{
  return g_list_model_get_n_items (foi_case_get_questions (foi_document_get_case (self->document)));
}

/* All that can be done with the chosen line is enabled here and nowhere else. */
static void
update_actions (FoiOutline *self)
{
  const char *id = selected_question (self);
  const guint index = id != NULL ? question_index (self, id) : G_MAXUINT;
  const gboolean is_question = index != G_MAXUINT;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.move-up", is_question && index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.move-down",
                                 is_question && index + 1 < n_questions (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.delete", is_question);
}

static void
scroll_to (FoiOutline *self, GtkWidget *row)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row, self->list, &bounds) || bounds.size.height <= 0)
    return;
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static GtkListBoxRow *
find_row (FoiOutline *self, const char *place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      FoiOutlineItem *item = foi_outline_row_get_item (FOI_OUTLINE_ROW (row));

      if (g_strcmp0 (foi_outline_item_get_place (item), place) == 0)
        return row;
    }
  return NULL;
}

/* A table belongs to its question's line, unless its own was chosen. */
static GtkListBoxRow *
row_of_place (FoiOutline *self, const char *place)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  g_autofree char *topic = foi_case_facts_dup_topic (self->document);

  if (selected != NULL && g_str_has_prefix (place, "tables/")
      && g_str_equal (foi_outline_item_get_place (selected_item (self)), place))
    return selected;
  return find_row (self, topic);
}

static void
follow_document (FoiOutline *self)
{
  GtkListBoxRow *row = row_of_place (self, foi_document_get_place (self->document));

  if (row == NULL)
    return;
  self->following = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->following = FALSE;
  scroll_to (self, GTK_WIDGET (row));
  update_actions (self);
}

static void
menu_shown_cb (GtkMenuButton *button, FoiOutline *self)
{
  g_signal_emit (self, signals[MENU_SHOWN], 0);
}

/* "Letters", and what begins another beside it. */
static GtkWidget *
new_heading (FoiOutline *self, FoiSection section)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (section_title (section));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (heading), label);
  gtk_widget_add_css_class (heading, "outline-heading");
  if (section != FOI_SECTION_LETTERS || self->letters_menu == NULL)
    return heading;
  g_set_weak_pointer (&self->add_letter,
                      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "list-add-symbolic",
                                    "menu-model", self->letters_menu, "has-frame", FALSE,
                                    "valign", GTK_ALIGN_CENTER, NULL));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add_letter),
                                         (GtkMenuButtonCreatePopupFunc) menu_shown_cb, self, NULL);
  foi_tooltip_set (self->add_letter, _("New Letter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_letter),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Letter"), -1);
  gtk_box_append (GTK_BOX (heading), self->add_letter);
  return heading;
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const FoiOutlineFacts *facts
    = foi_outline_item_get_facts (foi_outline_row_get_item (FOI_OUTLINE_ROW (row)));

  if (before != NULL
      && foi_outline_item_get_facts (foi_outline_row_get_item (FOI_OUTLINE_ROW (before)))->section
           == facts->section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  gtk_list_box_row_set_header (row, new_heading (user_data, facts->section));
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  return foi_outline_row_new (FOI_OUTLINE_ITEM (item));
}

static void
selected_rows_changed_cb (FoiOutline *self)
{
  FoiOutlineItem *item = selected_item (self);

  update_actions (self);
  if (!self->following && item != NULL)
    foi_document_set_place (self->document, foi_outline_item_get_place (item));
}

static void
row_activated_cb (FoiOutline *self, GtkListBoxRow *row)
{
  const char *place = foi_outline_item_get_place (foi_outline_row_get_item (FOI_OUTLINE_ROW (row)));
  g_autofree char *answer = NULL;

  if (g_str_has_prefix (place, "questions/"))
    answer = g_strconcat (place, "/answer", NULL);
  foi_document_go_to (self->document, answer != NULL ? answer : place);
}

static void
popup_menu (FoiOutline *self, double x, double y)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  g_signal_emit (self, signals[MENU_SHOWN], 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (FoiOutline *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  double list_x, list_y;
  GtkListBoxRow *row;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), self->list, x, y, &list_x, &list_y);
  row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) list_y);
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, x, y);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiOutline *self = FOI_OUTLINE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    popup_menu (self, bounds.origin.x + bounds.size.width / 2,
                bounds.origin.y + bounds.size.height / 2);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiOutline *self = FOI_OUTLINE (widget);
  const char *selected = selected_question (self);
  g_autofree char *id = g_strdup (selected);
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;
  guint index;

  if (id == NULL)
    return;
  index = question_index (self, id);
  index = g_str_has_suffix (action_name, "up") ? index - 1 : index + 1;
  if (!foi_case_editor_move_question (foi_document_get_editor (self->document), id, index, &error))
    {
      foi_document_tell_error (self->document, error);
      return;
    }
  /* The line moves once the case says so; the focus goes with it. */
  place = g_strconcat ("questions/", id, NULL);
  foi_document_set_place (self->document, place);
  row = find_row (self, place);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiOutline *self = FOI_OUTLINE (widget);
  g_autofree char *id = g_strdup (selected_question (self));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  FoiQuestion *question;
  guint index;

  if (id == NULL)
    return;
  index = question_index (self, id);
  question = foi_case_find_question (foi_document_get_case (self->document), id);
  text = g_strdup_printf (_("Question %s was deleted. Undo brings it back."),
                          foi_question_get_number (question));
  if (!foi_case_editor_remove_question (foi_document_get_editor (self->document), id, &error))
    {
      foi_document_tell_error (self->document, error);
      return;
    }
  if (n_questions (self) > 0)
    {
      GListModel *questions = foi_case_get_questions (foi_document_get_case (self->document));
      g_autoptr (FoiQuestion) next
        = g_list_model_get_item (questions, MIN (index, n_questions (self) - 1));
      g_autofree char *place = g_strconcat ("questions/", foi_question_get_id (next), NULL);

      foi_document_set_place (self->document, place);
    }
  else
    foi_document_set_place (self->document, "request");
  foi_document_tell (self->document, text);
}

static void
add_question_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiOutline *self = FOI_OUTLINE (widget);
  const char *after = selected_question (self);
  const guint index = after != NULL ? question_index (self, after) + 1 : n_questions (self);
  g_autofree char *id = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_add_question (foi_document_get_editor (self->document), index, "", "", &id,
                                     &error))
    {
      foi_document_tell_error (self->document, error);
      return;
    }
  place = g_strconcat ("questions/", id, "/text", NULL);
  foi_document_go_to (self->document, place);
}

/* Insert adds another of what the chosen line is. */
static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiOutline *self = FOI_OUTLINE (widget);
  FoiOutlineItem *item = selected_item (self);

  if (self->add_letter != NULL && item != NULL
      && foi_outline_item_get_facts (item)->section == FOI_SECTION_LETTERS)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->add_letter));
  else
    gtk_widget_activate_action (widget, "outline.add-question", NULL);
}

static void
items_changed_cb (FoiOutline *self)
{
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
  follow_document (self);
}

static void
foi_outline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoiOutline *self = FOI_OUTLINE (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
foi_outline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (FOI_OUTLINE (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
foi_outline_dispose (GObject *object)
{
  FoiOutline *self = FOI_OUTLINE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_OUTLINE);
  g_clear_weak_pointer (&self->add_letter);
  g_clear_object (&self->letters_menu);
  g_clear_object (&self->model);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_outline_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "outline.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "outline.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "outline.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "outline.add-question", NULL,
                                   add_question_action);
  gtk_widget_class_install_action (widget_class, "outline.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "outline.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "outline.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "outline.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "outline.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "outline.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "outline.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "outline.menu",
                                       NULL);
}

static void
foi_outline_class_init (FoiOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_outline_dispose;
  widget_class->measure = foi_outline_measure;
  widget_class->size_allocate = foi_outline_size_allocate;

  signals[MENU_SHOWN] = g_signal_new ("menu-shown", FOI_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiOutline, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoiOutline, list);
  gtk_widget_class_bind_template_child (widget_class, FoiOutline, menu);
  gtk_widget_class_bind_template_child (widget_class, FoiOutline, outline_menu);
  gtk_widget_class_bind_template_callback (widget_class, selected_rows_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "outline");
  install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_outline_init (FoiOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_func, self, NULL);
}

/**
 * foi_outline_new:
 * @document: a case
 * @letters_menu: (nullable): what begins a letter, one item for each type; it may be filled when
 *   "menu-shown" says that it is about to be seen
 *
 * Returns: (transfer floating): the outline of the case of @document.
 */
GtkWidget *
foi_outline_new (FoiDocument *document, GMenuModel *letters_menu)
{
  FoiOutline *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_OUTLINE, NULL);
  self->document = g_object_ref (document);
  if (g_set_object (&self->letters_menu, letters_menu))
    {
      g_autoptr (GMenuItem) item = g_menu_item_new_submenu (_("New _Letter"), letters_menu);

      g_menu_insert_item (self->outline_menu, 1, item);
    }
  self->model = foi_outline_model_new (document);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->model), create_row_cb,
                           NULL, NULL);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::place", G_CALLBACK (follow_document), self,
                           G_CONNECT_SWAPPED);
  follow_document (self);
  return GTK_WIDGET (self);
}
