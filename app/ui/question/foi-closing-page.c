/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-closing-page.h"

#include <glib/gi18n.h>

#include "foi-case-facts.h"
#include "foi-case-field.h"
#include "foi-focus.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-letter-kind.h"
#include "foi-paragraph-row.h"
#include "foi-particular-row.h"
#include "foi-review-points.h"
#include "foi-rules.h"
#include "foi-wording.h"

struct _FoiClosingPage
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  FoiCaseField *date_field;    /* the entry owns it */
  FoiCaseState *shown;         /* what the rows were last made from */
  char         *letter;        /* the id of the letter whose paragraphs they are */

  const FoiLetterKind *kind;   /* of that letter */
  char         *is_made_for;   /* the letter whose particulars there are */
  gboolean      is_pinned;     /* to a letter, whichever answers the request */

  GtkWidget *scroller;
  GtkWidget *title;
  GtkWidget *particulars;
  GtkWidget *points;       /* holds those of a review */
  GtkWidget *before_title;
  GtkWidget *after_title;
  GtkWidget *date;
  GtkWidget *date_problem;
  GtkWidget *before;
  GtkWidget *after;
};

G_DEFINE_FINAL_TYPE (FoiClosingPage, foi_closing_page, GTK_TYPE_WIDGET)

static void
remove_rows (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
box_of (FoiClosingPage *self, const FoiWording *wording)
{
  return wording->place >= FOI_PARAGRAPH_AFTER_QUESTIONS ? self->after : self->before;
}

/* Another regime has other paragraphs; as a rule they are the same, and only say other things. */
static gboolean
has_these_rows (FoiClosingPage *self, GPtrArray *wordings)
{
  GtkWidget *rows[] = { gtk_widget_get_first_child (self->before),
                        gtk_widget_get_first_child (self->after) };

  for (guint i = 0; i < wordings->len; i++)
    {
      const FoiWording *wording = wordings->pdata[i];
      GtkWidget **row = &rows[box_of (self, wording) == self->after ? 1 : 0];

      if (*row == NULL
          || !g_str_equal (foi_paragraph_row_get_id (FOI_PARAGRAPH_ROW (*row)), wording->id))
        return FALSE;
      *row = gtk_widget_get_next_sibling (*row);
    }
  return rows[0] == NULL && rows[1] == NULL;
}

static void
make_rows (FoiClosingPage *self, GPtrArray *wordings)
{
  remove_rows (self->before);
  remove_rows (self->after);
  for (guint i = 0; i < wordings->len; i++)
    {
      const FoiWording *wording = wordings->pdata[i];

      gtk_box_append (GTK_BOX (box_of (self, wording)),
                      foi_paragraph_row_new (self->document, self->letter, self->is_pinned,
                                             wording));
    }
}

static void
make_particulars (FoiClosingPage *self)
{
  remove_rows (self->particulars);
  remove_rows (self->points);
  gtk_box_append (GTK_BOX (self->points), foi_review_points_new (self->document, self->letter));
  for (guint i = 0; self->kind != NULL && self->kind->particulars[i].name != NULL; i++)
    gtk_box_append (GTK_BOX (self->particulars),
                    foi_particular_row_new (self->document, self->letter,
                                            &self->kind->particulars[i]));
  gtk_widget_set_visible (self->particulars,
                          gtk_widget_get_first_child (self->particulars) != NULL);
}

static FoiReviewPoints *
get_points (FoiClosingPage *self)
{
  return FOI_REVIEW_POINTS (gtk_widget_get_first_child (self->points));
}

/* What a review comes to as a whole follows from its points, if it has any, and why stands with
 * each of them; what was written before there were points is not hidden. */
static void
show_by_points (FoiClosingPage *self, const char *name)
{
  GtkWidget *row = foi_closing_page_find_particular (self, name);
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *path = g_strdup_printf ("letters/%s/particulars/%s", self->letter, name);
  const char *text = foi_case_state_get_string (state, path);

  if (row != NULL)
    gtk_widget_set_visible (row, foi_review_points_get_n (get_points (self)) == 0
                                   || (text != NULL && text[0] != '\0'));
}

static void
update_particulars (FoiClosingPage *self)
{
  foi_review_points_update (get_points (self));
  show_by_points (self, "decision");
  show_by_points (self, "findings");
  for (GtkWidget *row = gtk_widget_get_first_child (self->particulars); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    foi_particular_row_update (FOI_PARTICULAR_ROW (row));
}

/* The titles say what the page is about, and whether the letter has questions at all. */
static void
update_titles (FoiClosingPage *self)
{
  const gboolean has_questions
    = self->kind == NULL || self->kind->questions != FOI_LETTER_WITHOUT_QUESTIONS;
  g_autofree char *name = NULL;

  if (self->is_pinned)
    name = foi_case_facts_dup_letter_name (foi_document_get_case (self->document), self->letter);
  gtk_label_set_label (GTK_LABEL (self->title),
                       name != NULL ? name : _("The letter around the answers"));
  gtk_label_set_label (GTK_LABEL (self->before_title),
                       has_questions ? _("Before the questions") : _("Paragraphs"));
  gtk_label_set_label (GTK_LABEL (self->after_title),
                       has_questions ? _("After the questions") : _("At the end"));
}

/* A corrected letter takes the place of the one that was sent, which nobody may change any more.
 * Returns whether the letter is another than before. */
static gboolean
set_letter (FoiClosingPage *self, const char *letter)
{
  g_autofree char *path = NULL;

  if (g_strcmp0 (self->letter, letter) == 0)
    return FALSE;
  g_free (self->letter);
  self->letter = g_strdup (letter);
  path = g_strdup_printf ("letters/%s/date", letter);
  foi_case_field_set_path (self->date_field, path);
  foi_case_field_set_place (self->date_field, self->is_pinned ? path : "closing");
  return TRUE;
}

/* A letter that was begun again under the same id may be of another type. */
static void
update_kind (FoiClosingPage *self, FoiBrief *brief)
{
  JsonNode *letter = foi_brief_get_letter (brief, self->letter);
  const FoiLetterKind *kind
    = foi_letter_kind_find (foi_json_get_string (letter, "type", "response"));

  if (kind != self->kind || self->is_made_for == NULL
      || !g_str_equal (self->is_made_for, self->letter))
    {
      self->kind = kind;
      g_free (self->is_made_for);
      self->is_made_for = g_strdup (self->letter);
      make_particulars (self);
    }
  update_particulars (self);
  update_titles (self);
}

static void
update (FoiClosingPage *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autoptr (FoiBrief) brief = NULL;
  g_autoptr (GPtrArray) wordings = NULL;
  gboolean is_another;

  if (state == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->shown, foi_case_state_unref);
  self->shown = foi_case_state_ref (state);
  brief = foi_case_state_publish (state);
  if (self->is_pinned && foi_brief_get_letter (brief, self->letter) == NULL)
    return;
  is_another = !self->is_pinned && set_letter (self, foi_brief_get_current_letter (brief));
  update_kind (self, brief);
  wordings = foi_wording_list (brief, foi_rules_get_default (), self->letter);
  if (is_another || !has_these_rows (self, wordings))
    {
      make_rows (self, wordings);
      return;
    }
  for (guint i = 0; i < wordings->len; i++)
    {
      const FoiWording *wording = wordings->pdata[i];
      GtkWidget *row = foi_closing_page_find_row (self, wording->id);

      foi_paragraph_row_update (FOI_PARAGRAPH_ROW (row), wording);
    }
}

static void
problem_changed_cb (FoiClosingPage *self)
{
  const char *problem = foi_case_field_get_problem (self->date_field);

  gtk_label_set_label (GTK_LABEL (self->date_problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->date_problem, problem != NULL);
}

static gboolean
is_date_place (const char *place)
{
  return g_str_has_prefix (place, "letters/") && g_str_has_suffix (place, "/date");
}

static gboolean
is_place_of_letter (FoiClosingPage *self, const char *place)
{
  g_autofree char *own = g_strdup_printf ("letters/%s/", self->letter);

  return g_str_has_prefix (place, own);
}

static GtkWidget *
find_pinned (FoiClosingPage *self, const char *member, const char *name)
{
  if (!g_str_equal (member, "particulars"))
    return foi_closing_page_find_row (self, name);
  if (g_str_has_prefix (name, "points/"))
    return foi_review_points_find (get_points (self), name);
  return foi_closing_page_find_particular (self, name);
}

/* "letters/late", its date, one of its particulars or of its paragraphs. */
static void
go_to_pinned (FoiClosingPage *self, const char *place)
{
  g_auto (GStrv) segments = g_strsplit (place, "/", 4);
  GtkWidget *target = self->date;

  if (g_strv_length (segments) < 2 || !g_str_equal (segments[0], "letters")
      || !g_str_equal (segments[1], self->letter))
    return;
  update (self);
  if (g_strv_length (segments) == 4)
    target = find_pinned (self, segments[2], segments[3]);
  else if (segments[2] == NULL && gtk_widget_get_first_child (self->particulars) != NULL)
    target = gtk_widget_get_first_child (self->particulars);
  if (target != NULL)
    gtk_widget_grab_focus (target);
}

static void
go_to_cb (FoiClosingPage *self, const char *place)
{
  GtkWidget *row;

  if (self->is_pinned)
    {
      go_to_pinned (self, place);
      return;
    }
  if (is_date_place (place))
    {
      if (!is_place_of_letter (self, place))
        return;
      foi_document_set_place (self->document, "closing");
      gtk_widget_grab_focus (self->date);
      return;
    }
  if (g_str_equal (place, "closing"))
    {
      gtk_widget_grab_focus (self->date);
      return;
    }
  if (!g_str_has_prefix (place, "wording/"))
    return;
  update (self);
  row = foi_closing_page_find_row (self, place + strlen ("wording/"));
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
foi_closing_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foi_closing_page_parent_class)->map (widget);
  update (FOI_CLOSING_PAGE (widget));
}

static gboolean
foi_closing_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_CLOSING_PAGE (widget)->date);
}

static void
foi_closing_page_dispose (GObject *object)
{
  FoiClosingPage *self = FOI_CLOSING_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->shown, foi_case_state_unref);
  g_clear_pointer (&self->letter, g_free);
  g_clear_pointer (&self->is_made_for, g_free);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_CLOSING_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_closing_page_parent_class)->dispose (object);
}

static void
foi_closing_page_class_init (FoiClosingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_closing_page_dispose;
  widget_class->map = foi_closing_page_map;
  widget_class->grab_focus = foi_closing_page_grab_focus;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-closing-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, title);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, particulars);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, points);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, before_title);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, after_title);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, date);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, date_problem);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, before);
  gtk_widget_class_bind_template_child (widget_class, FoiClosingPage, after);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_closing_page_init (FoiClosingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * foi_closing_page_new:
 *
 * Returns: (transfer floating): the page; its rows are made when it is first seen.
 */
GtkWidget *
foi_closing_page_new (FoiDocument *document)
{
  FoiClosingPage *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_CLOSING_PAGE, NULL);
  self->document = g_object_ref (document);
  self->letter = g_strdup (foi_document_get_letter_id (document));
  path = g_strdup_printf ("letters/%s/date", self->letter);
  self->date_field = foi_case_field_new (self->date, document, FOI_FIELD_DATE, path,
                                         _("Change Date of the Letter"));
  foi_case_field_set_place (self->date_field, "closing");
  g_signal_connect_object (self->date_field, "notify::problem", G_CALLBACK (problem_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_closing_page_set_letter:
 * @letter: the id of a letter
 *
 * Has the page edit that letter, and no longer the one that answers the request.
 */
void
foi_closing_page_set_letter (FoiClosingPage *self, const char *letter)
{
  g_return_if_fail (FOI_IS_CLOSING_PAGE (self));
  g_return_if_fail (letter != NULL);

  if (!self->is_pinned)
    g_clear_pointer (&self->letter, g_free);
  self->is_pinned = TRUE;
  if (!set_letter (self, letter))
    return;
  g_clear_pointer (&self->shown, foi_case_state_unref);
  remove_rows (self->before);
  remove_rows (self->after);
  update (self);
}

/**
 * foi_closing_page_find_particular:
 * @name: "fee"
 *
 * Returns: (transfer none) (nullable): the #FoiParticularRow that edits it.
 */
GtkWidget *
foi_closing_page_find_particular (FoiClosingPage *self, const char *name)
{
  g_return_val_if_fail (FOI_IS_CLOSING_PAGE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (self->particulars); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (foi_particular_row_get_name (FOI_PARTICULAR_ROW (row)), name))
      return row;
  return NULL;
}

/**
 * foi_closing_page_find_row:
 * @paragraph: the id of a paragraph
 *
 * Returns: (transfer none) (nullable): the #FoiParagraphRow that edits it.
 */
GtkWidget *
foi_closing_page_find_row (FoiClosingPage *self, const char *paragraph)
{
  g_return_val_if_fail (FOI_IS_CLOSING_PAGE (self), NULL);
  g_return_val_if_fail (paragraph != NULL, NULL);

  for (guint i = 0; i < 2; i++)
    for (GtkWidget *row = gtk_widget_get_first_child (i == 0 ? self->before : self->after);
         row != NULL; row = gtk_widget_get_next_sibling (row))
      if (g_str_equal (foi_paragraph_row_get_id (FOI_PARAGRAPH_ROW (row)), paragraph))
        return row;
  return NULL;
}
