/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-wording-page.h"

#include <glib/gi18n.h>

#include "foi-json-edit.h"
#include "foi-locked-words.h"
#include "foi-profile-fields.h"
#include "foi-profile.h"
#include "foi-rules.h"

struct _FoiWordingPage
{
  GtkWidget parent_instance;

  FoiProfileDraft *draft;
  GtkWidget       *box;
  GtkWidget       *list;
  GtkWidget       *standard;      /* the words of the rules */
  GtkWidget       *use_standard;
  GtkWidget       *use_own;
  GtkWidget       *leave_out;
  GtkWidget       *own_frame;
  GtkWidget       *own_view;
  GtkWidget       *unlock;
  GtkWidget       *law_remark;
  GtkTextBuffer   *own;
  gboolean         is_showing;
};

G_DEFINE_FINAL_TYPE (FoiWordingPage, foi_wording_page, GTK_TYPE_WIDGET)

static const char *
place_title (FoiParagraphPlace place)
{
  switch (place)
    {
    case FOI_PARAGRAPH_SUBJECT:
    case FOI_PARAGRAPH_SALUTATION:
    case FOI_PARAGRAPH_OPENING:
      return _("Opening");
    case FOI_PARAGRAPH_POINT:
      return _("At a point of a review");
    case FOI_PARAGRAPH_BEFORE_ANSWER:
      return _("Before an answer");
    case FOI_PARAGRAPH_AFTER_ANSWER:
      return _("After an answer");
    case FOI_PARAGRAPH_TABLE:
      return _("Under a table");
    case FOI_PARAGRAPH_AFTER_QUESTIONS:
    case FOI_PARAGRAPH_CLOSING:
    case FOI_PARAGRAPH_SIGN_OFF:
      return _("Closing");
    case FOI_PARAGRAPH_LABEL:
    default:
      return NULL;
    }
}

/* As a person reads it: without the marks of what is fixed by law. */
static char *
dup_readable (const char *text)
{
  g_autoptr (GString) readable = g_string_new (text);

  g_string_replace (readable, "[[", "", 0);
  g_string_replace (readable, "]]", "", 0);
  return g_string_free (g_steal_pointer (&readable), FALSE);
}

static const FoiParagraph *
paragraph_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "paragraph") : NULL;
}

static const FoiParagraph *
selected (FoiWordingPage *self)
{
  /* The list says that nothing is selected while it is being taken apart. */
  if (self->list == NULL)
    return NULL;
  return paragraph_of (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

/* NULL: the standard words; "": left out. */
static const char *
own_words (FoiWordingPage *self, const char *id)
{
  return foi_json_get_string (
    foi_json_get_member (foi_profile_draft_get (self->draft), "wording"), id, NULL);
}

static void
update_row (FoiWordingPage *self, GtkListBoxRow *row)
{
  GtkWidget *state = g_object_get_data (G_OBJECT (row), "state");
  const char *words = own_words (self, paragraph_of (row)->id);

  gtk_widget_set_visible (state, words != NULL);
  if (words != NULL)
    gtk_label_set_label (GTK_LABEL (state), words[0] != '\0' ? _("Own words") : _("Left out"));
}

static void
set_words (FoiWordingPage *self, const char *words)
{
  const FoiParagraph *paragraph = selected (self);
  g_autofree char *path = g_strconcat ("wording/", paragraph->id, NULL);
  g_autoptr (JsonNode) value = words != NULL ? foi_json_new_string (words) : NULL;
  g_autoptr (JsonNode) profile
    = foi_profile_with_node (foi_profile_draft_get (self->draft), path, value);

  foi_profile_draft_set (self->draft, profile);
  update_row (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

static char *
dup_typed (FoiWordingPage *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->own, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->own, &start, &end, TRUE));
}

/* Only where words of the law stand is there something to unlock; who changed them is told. */
static void
update_law (FoiWordingPage *self)
{
  const FoiParagraph *paragraph = selected (self);
  g_autofree char *typed = dup_typed (self);
  const gboolean is_own = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->use_own));

  if (paragraph == NULL)
    return;
  gtk_widget_set_visible (self->unlock, is_own && foi_locked_words_are_in (typed)
                                          && !foi_locked_words_are_unlocked (self->own));
  gtk_widget_set_visible (self->law_remark, is_own && typed[0] != '\0'
                                              && !foi_locked_words_stand (typed, paragraph->text));
}

static void
unlock_clicked_cb (FoiWordingPage *self)
{
  foi_locked_words_unlock (self->own, TRUE);
  update_law (self);
  gtk_widget_grab_focus (self->own_view);
}

static void
typed_cb (FoiWordingPage *self)
{
  g_autofree char *words = dup_typed (self);

  if (!self->is_showing && words[0] != '\0')
    set_words (self, words);
  if (!self->is_showing)
    update_law (self);
}

static void
choice_changed_cb (FoiWordingPage *self, GParamSpec *pspec, GtkWidget *button)
{

  if (self->is_showing || !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
    return;
  gtk_widget_set_sensitive (self->own_frame, button == self->use_own);
  if (button == self->use_standard)
    set_words (self, NULL);
  else if (button == self->leave_out)
    set_words (self, "");
  else
    {
      g_autofree char *words = dup_typed (self);

      /* What one begins to reword is what stands there. */
      if (words[0] == '\0')
        {
          foi_locked_words_unlock (self->own, FALSE);
          gtk_text_buffer_set_text (self->own, selected (self)->text, -1);
        }
      else
        set_words (self, words);
    }
  update_law (self);
}

static void
show_selected (FoiWordingPage *self)
{
  const FoiParagraph *paragraph = selected (self);
  const char *words;
  g_autofree char *standard = NULL;

  if (paragraph == NULL)
    return;
  words = own_words (self, paragraph->id);
  standard = dup_readable (paragraph->text);
  self->is_showing = TRUE;
  gtk_label_set_label (GTK_LABEL (self->standard), standard);
  foi_locked_words_unlock (self->own, FALSE);
  gtk_text_buffer_set_text (self->own, words != NULL ? words : "", -1);
  update_law (self);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (words == NULL ? self->use_standard
                                    : words[0] != '\0' ? self->use_own : self->leave_out),
    TRUE);
  gtk_widget_set_sensitive (self->own_frame, words != NULL && words[0] != '\0');
  self->is_showing = FALSE;
}

static GtkWidget *
new_row (FoiWordingPage *self, const FoiParagraph *paragraph)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label;
  GtkWidget *state = gtk_label_new (NULL);
  g_autofree char *text = dup_readable (paragraph->text);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_widget_add_css_class (state, "row-subtitle");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (row), "paragraph", (gpointer) paragraph);
  g_object_set_data (G_OBJECT (row), "state", state);
  return row;
}

/* A paragraph that comes in several variants is reworded as one. */
static void
fill (FoiWordingPage *self)
{
  GPtrArray *paragraphs = foi_rules_get_paragraphs (foi_rules_get_default (),
                                                    foi_profile_get_regime (
                                                      foi_profile_draft_get (self->draft)));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const FoiParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->place == FOI_PARAGRAPH_LABEL
          || !g_hash_table_add (seen, (gpointer) paragraph->id))
        continue;
      row = new_row (self, paragraph);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      update_row (self, GTK_LIST_BOX_ROW (row));
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *title = place_title (paragraph_of (row)->place);
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (place_title (paragraph_of (before)->place), title) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "outline-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
foi_wording_page_dispose (GObject *object)
{
  FoiWordingPage *self = FOI_WORDING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_WORDING_PAGE);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (foi_wording_page_parent_class)->dispose (object);
}

static void
foi_wording_page_class_init (FoiWordingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_wording_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-wording-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, box);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, list);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, standard);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, use_standard);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, use_own);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, leave_out);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, own_frame);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, own);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, own_view);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, unlock);
  gtk_widget_class_bind_template_child (widget_class, FoiWordingPage, law_remark);
  gtk_widget_class_bind_template_callback (widget_class, unlock_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_wording_page_init (FoiWordingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foi_locked_words_follow (self->own);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_func, NULL, NULL);
}

/**
 * foi_wording_page_new:
 *
 * Returns: (transfer floating): the paragraphs as @draft words them.
 */
GtkWidget *
foi_wording_page_new (FoiProfileDraft *draft)
{
  FoiWordingPage *self;

  g_return_val_if_fail (FOI_IS_PROFILE_DRAFT (draft), NULL);

  self = g_object_new (FOI_TYPE_WORDING_PAGE, NULL);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "replaced", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * foi_wording_row_get_id:
 *
 * Returns: (transfer none): the id of the paragraph of a row of the page's list.
 */
const char *
foi_wording_row_get_id (GtkListBoxRow *row)
{
  const FoiParagraph *paragraph = paragraph_of (row);

  return paragraph != NULL ? paragraph->id : NULL;
}
