/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-grounds-row.h"

#include <glib/gi18n.h>

#include "foi-case-stance.h"
#include "foi-focus.h"
#include "foi-ground-form.h"
#include "foi-json-edit.h"
#include "foi-rules.h"

struct _FoiGroundsRow
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  char         *question;
  GSignalGroup *question_signals;

  char      *names;        /* of the grounds that have a button */
  GtkWidget *box;          /* of the grounds' buttons */
  GtkWidget *add_button;
  GtkWidget *search;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (FoiGroundsRow, foi_grounds_row, GTK_TYPE_WIDGET)

static FoiStance
get_stance (FoiGroundsRow *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  FoiQuestion *question = foi_case_find_question (foi_case, self->question);
  const FoiStance nothing = { .regime = "foia" };

  return question != NULL
           ? foi_case_state_get_stance (foi_case_get_state (foi_case), question) : nothing;
}

/* "section 21 · Information accessible by other means" */
static char *
describe_ground (const char *regime, const char *section, const char *title)
{
  const char *word = foi_rules_get_section_word (foi_rules_get_default (), regime);

  if (title == NULL || title[0] == '\0')
    return g_strdup_printf ("%s %s", word != NULL ? word : "", section);
  return g_strdup_printf ("%s %s · %s", word != NULL ? word : "", section, title);
}

static char *
dup_path (FoiGroundsRow *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = foi_case_state_dup_question_path (state, self->question);

  return path != NULL ? g_strconcat (path, "/grounds", NULL) : NULL;
}

static void
set_grounds (FoiGroundsRow *self, JsonNode *grounds, const char *label)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (foi_json_get_n_elements (grounds) == 0)
    grounds = NULL;
  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), path, grounds, label,
                                 &error))
    foi_document_tell_error (self->document, error);
}

static JsonNode *
get_grounds (FoiGroundsRow *self)
{
  FoiQuestion *question = self->question == NULL
                            ? NULL
                            : foi_case_find_question (foi_document_get_case (self->document),
                                                      self->question);

  return question != NULL ? foi_question_get_grounds (question) : NULL;
}

static void
remove_clicked_cb (GtkWidget *button, FoiGroundsRow *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  JsonNode *grounds = get_grounds (self);
  g_autoptr (JsonNode) rest = NULL;

  if (index >= foi_json_get_n_elements (grounds))
    return;
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  rest = foi_json_array_remove (grounds, index);
  set_grounds (self, rest, _("Remove Ground"));
  gtk_widget_grab_focus (self->add_button);
}

/* What a ground asks for, or what must not be said of it. */
static void
append_remark (GtkWidget *box, const char *icon, const char *css_class, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* The words beside it say the same. */
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 2);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (line, css_class);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (box), line);
}

static void
append_remarks (GtkWidget *box, JsonNode *rule)
{
  const char *note = foi_json_get_string (rule, "note", NULL);
  const char *avoid = foi_json_get_string (rule, "avoid", NULL);

  if (note != NULL)
    append_remark (box, "dialog-information-symbolic", "foi-hint", note);
  if (avoid != NULL)
    append_remark (box, "dialog-warning-symbolic", "foi-remark", avoid);
}

static GtkWidget *
new_form_scroller (FoiGroundsRow *self, guint index)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *form = foi_ground_form_new (self->document, self->question, index);

  g_object_set (scroller, "child", form, "hscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-height", TRUE, "max-content-height", 420, NULL);
  return scroller;
}

/* What there is to say of a ground, in its button's popover, and the way to be rid of it. */
static GtkWidget *
new_ground_popover (FoiGroundsRow *self, guint index, const char *words, JsonNode *rule)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *title = gtk_label_new (words);
  GtkWidget *remove = gtk_button_new_with_label (_("Remove Ground"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "foi-section");
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_add_css_class (remove, "flat");
  g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (box), title);
  append_remarks (box, rule);
  gtk_box_append (GTK_BOX (box), new_form_scroller (self, index));
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_set_size_request (box, 460, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  foi_focus_keep_shortcuts (popover);
  return popover;
}

static void
append_ground_button (FoiGroundsRow *self, guint index, JsonNode *ground)
{
  const char *regime = foi_json_get_string (ground, "act", get_stance (self).regime);
  const char *section = foi_json_get_string (ground, "section", "");
  JsonNode *rule = foi_rules_find_ground (foi_rules_get_default (), regime, section);
  g_autofree char *words = describe_ground (regime, section,
                                            foi_json_get_string (rule, "title", NULL));
  GtkWidget *button = gtk_menu_button_new ();
  const char *title = foi_json_get_string (rule, "title", "");
  g_autofree char *brief = g_strjoin (title[0] != '\0' ? " · " : "", section, title, NULL);
  GtkWidget *label = gtk_label_new (brief);

  /* A long title must not push the letter aside, nor hide the number. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button),
                               new_ground_popover (self, index, words, rule));
  gtk_widget_add_css_class (button, "foi-ground");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "words", g_steal_pointer (&words), g_free);
  gtk_box_append (GTK_BOX (self->box), button);
}

static FoiGroundForm *
find_form (GtkWidget *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  GtkWidget *child = gtk_widget_get_first_child (gtk_popover_get_child (popover));

  while (child != NULL && !GTK_IS_SCROLLED_WINDOW (child))
    child = gtk_widget_get_next_sibling (child);
  child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child));
  return FOI_GROUND_FORM (GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child))
                                                  : child);
}

/* The grounds whose buttons are there; what is typed of one changes none of them. */
static char *
dup_names (FoiGroundsRow *self)
{
  JsonNode *grounds = get_grounds (self);
  GString *names = g_string_new (self->question);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      g_string_append_printf (names, "\n%s %s", foi_json_get_string (ground, "act", ""),
                              foi_json_get_string (ground, "section", ""));
    }
  /* The limbs on offer go by the outcome. */
  g_string_append_printf (names, "\n%u", get_stance (self).outcome);
  return g_string_free (names, FALSE);
}

static void
update (FoiGroundsRow *self)
{
  JsonNode *grounds = get_grounds (self);
  g_autofree char *names = dup_names (self);
  GtkWidget *child;

  if (g_strcmp0 (names, self->names) == 0)
    {
      for (child = gtk_widget_get_first_child (self->box); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        foi_ground_form_update (find_form (child));
      return;
    }
  g_free (self->names);
  self->names = g_steal_pointer (&names);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    append_ground_button (self, i, foi_json_get_element (grounds, i));
}

/* What the letter says of a new ground is a key away. */
static void
focus_last (FoiGroundsRow *self)
{
  GtkWidget *button = gtk_widget_get_last_child (self->box);

  if (button != NULL)
    gtk_widget_grab_focus (button);
}

/* Nobody looks for what a vexatious request asks for. */
static void
forget_held (FoiGroundsRow *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *question = foi_case_state_dup_question_path (state, self->question);
  g_autofree char *path = g_strconcat (question, "/held", NULL);
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), path, NULL,
                                 _("Change Held"), &error))
    foi_document_tell_error (self->document, error);
}

static void
row_activated_cb (FoiGroundsRow *self, GtkListBoxRow *row)
{
  JsonNode *rule = g_object_get_data (G_OBJECT (row), "rule");
  JsonNode *grounds = get_grounds (self);
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) longer = NULL;
  g_autoptr (JsonNode) ground = NULL;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "act", get_stance (self).regime);
  json_object_set_string_member (object, "section", foi_json_get_string (rule, "section", ""));
  json_object_set_string_member (object, "kind", foi_json_get_string (rule, "kind", ""));
  ground = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  json_node_seal (ground);
  longer = foi_json_array_insert (grounds != NULL ? grounds : empty,
                                  foi_json_get_n_elements (grounds), ground);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add_button));
  foi_case_editor_begin (foi_document_get_editor (self->document), _("Add Ground"));
  set_grounds (self, longer, _("Add Ground"));
  if (!foi_ground_kind_asks_held (foi_json_get_string (rule, "kind", "")))
    forget_held (self);
  foi_case_editor_end (foi_document_get_editor (self->document));
  focus_last (self);
}

static gboolean
has_typed_words (FoiGroundsRow *self, GtkWidget *row, const char *kind_of_words)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *words = g_object_get_data (G_OBJECT (row), kind_of_words);

  return typed[0] == '\0' || g_str_match_string (typed, words, TRUE);
}

/* Numbers and titles come first; only where none has what was typed, all that is said of a ground
 * is looked through. */
static const char *
choose_words (FoiGroundsRow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (has_typed_words (self, GTK_WIDGET (row), "words"))
      return "words";
  return "more-words";
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  FoiGroundsRow *self = user_data;

  return has_typed_words (self, GTK_WIDGET (row), choose_words (self));
}

/* The first ground that the typed words leave is the one that Enter adds; the list may not have
   heard of the last keys yet. */
static void
search_activated_cb (FoiGroundsRow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (filter_cb (row, self))
      {
        row_activated_cb (self, row);
        return;
      }
}

/* An entry for searching keeps Escape to itself. */
static void
search_stopped_cb (FoiGroundsRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (self->search, GTK_TYPE_POPOVER)));
}

/* Plain words of a ground and of its limbs: "crime" finds the enforcement of the law. */
static char *
dup_more_words (JsonNode *rule)
{
  JsonNode *limbs = foi_json_get_member (rule, "limbs");
  GString *words = g_string_new (foi_json_get_string (rule, "plain", ""));

  for (guint i = 0; i < foi_json_get_n_elements (limbs); i++)
    g_string_append_printf (words, " %s", foi_json_get_string (foi_json_get_element (limbs, i),
                                                               "plain", ""));
  g_string_append_printf (words, " %s", foi_json_get_string (rule, "note", ""));
  return g_string_free (words, FALSE);
}

static void
append_row (FoiGroundsRow *self, const char *regime, JsonNode *rule)
{
  char *words = describe_ground (regime, foi_json_get_string (rule, "section", ""),
                                 foi_json_get_string (rule, "title", ""));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_tooltip_text (row, foi_json_get_string (rule, "note", NULL));
  g_object_set_data_full (G_OBJECT (row), "rule", json_node_ref (rule),
                          (GDestroyNotify) json_node_unref);
  g_object_set_data_full (G_OBJECT (row), "words", words, g_free);
  g_object_set_data_full (G_OBJECT (row), "more-words", dup_more_words (rule), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* What can be chosen by this authority, with what it says of Held and with the outcome. */
static void
fill_list (FoiGroundsRow *self)
{
  const FoiStance stance = get_stance (self);
  JsonNode *regime = foi_rules_get_regime (foi_rules_get_default (), stance.regime);
  JsonNode *rules = foi_json_get_member (regime, "grounds");
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < foi_json_get_n_elements (rules); i++)
    {
      JsonNode *rule = foi_json_get_element (rules, i);

      if (foi_offer_ground (foi_rules_get_default (), &stance, rule))
        append_row (self, stance.regime, rule);
    }
}

static void
popover_shown_cb (FoiGroundsRow *self)
{
  fill_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
foi_grounds_row_dispose (GObject *object)
{
  FoiGroundsRow *self = FOI_GROUNDS_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->question_signals);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_GROUNDS_ROW);
  /* The template lets go of the children that have a name, and of no others. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_grounds_row_parent_class)->dispose (object);
}

static void
foi_grounds_row_finalize (GObject *object)
{
  g_free (FOI_GROUNDS_ROW (object)->names);
  g_free (FOI_GROUNDS_ROW (object)->question);

  G_OBJECT_CLASS (foi_grounds_row_parent_class)->finalize (object);
}

static gboolean
foi_grounds_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_GROUNDS_ROW (widget)->add_button);
}

static void
foi_grounds_row_class_init (FoiGroundsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_grounds_row_dispose;
  object_class->finalize = foi_grounds_row_finalize;
  widget_class->grab_focus = foi_grounds_row_grab_focus;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-grounds-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FoiGroundsRow, box);
  gtk_widget_class_bind_template_child (widget_class, FoiGroundsRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, FoiGroundsRow, search);
  gtk_widget_class_bind_template_child (widget_class, FoiGroundsRow, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

/* An empty list says why: what is said so far leaves no such ground, or there is none. */
static void
add_placeholder (FoiGroundsRow *self)
{
  GtkWidget *label = gtk_label_new (
    _("No ground that goes with this outcome has these words. Try its number or fewer words, or "
      "choose another outcome."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  g_object_set (label, "margin-start", 12, "margin-end", 12, "margin-top", 24, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), label);
}

static void
foi_grounds_row_init (FoiGroundsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_placeholder (self);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  g_signal_connect_object (self->search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), self->list,
                           G_CONNECT_SWAPPED);
  self->question_signals = g_signal_group_new (FOI_TYPE_QUESTION);
  g_signal_group_connect_object (self->question_signals, "notify::node", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * foi_grounds_row_new:
 *
 * Returns: (transfer floating): a row without a question yet.
 */
GtkWidget *
foi_grounds_row_new (FoiDocument *document)
{
  FoiGroundsRow *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_GROUNDS_ROW, NULL);
  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/**
 * foi_grounds_row_set_question:
 * @question: (nullable): the id of a question or of a part of one
 *
 * Shows its grounds.
 */
void
foi_grounds_row_set_question (FoiGroundsRow *self, const char *question)
{
  FoiCase *foi_case;

  g_return_if_fail (FOI_IS_GROUNDS_ROW (self));

  foi_case = foi_document_get_case (self->document);
  g_free (self->question);
  self->question = g_strdup (question);
  g_signal_group_set_target (self->question_signals,
                             question != NULL ? foi_case_find_question (foi_case, question)
                                              : NULL);
  update (self);
}
