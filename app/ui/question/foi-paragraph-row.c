/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paragraph-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-field.h"
#include "foi-focus.h"
#include "foi-locked-words.h"
#include "foi-paragraph.h"
#include "foi-spelling.h"

struct _FoiParagraphRow
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  FoiCaseField *field;     /* the view owns it */
  char         *id;
  char         *path;

  GtkWidget     *title;
  GtkWidget     *law;
  GtkWidget     *restore;
  GtkWidget     *unlock;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkTextTag    *gap_tag;
  GtkWidget     *remark;
};

G_DEFINE_FINAL_TYPE (FoiParagraphRow, foi_paragraph_row, GTK_TYPE_WIDGET)

/* ---- words ----------------------------------------------------------------------------------- */

static const struct
{
  const char *id;
  const char *title;
} titles[] = {
  { "subject-act", N_("Subject line: the law") },
  { "subject-reference", N_("Subject line: the request") },
  { "salutation", N_("Greeting") },
  { "opening", N_("Opening") },
  { "request-intro", N_("Before the questions") },
  { "acknowledgement-opening", N_("Opening") },
  { "acknowledgement-due", N_("When it is answered") },
  { "acknowledgement-next", N_("What happens next") },
  { "acknowledgement-environment", N_("If it is about the environment") },
  { "acknowledgement-publish", N_("What may be published") },
  { "clarification-opening", N_("Opening") },
  { "clarification-questions", N_("Before the questions") },
  { "clarification-unclear", N_("What is unclear") },
  { "clarification-options", N_("What may help") },
  { "clarification-law", N_("Why we may ask") },
  { "clarification-clock", N_("When the time starts afresh") },
  { "clarification-others", N_("The rest of the request") },
  { "clarification-close", N_("When it is closed") },
  { "fees-opening", N_("Opening") },
  { "fees-amount", N_("The fee") },
  { "fees-staff", N_("What the fee is not for") },
  { "fees-pay", N_("How to pay") },
  { "fees-lapse", N_("By when to pay") },
  { "fees-clock", N_("When the time stands still") },
  { "pit-opening", N_("Opening") },
  { "pit-why", N_("Why it takes longer") },
  { "pit-others", N_("The rest of the request") },
  { "extension-opening", N_("Opening") },
  { "extension-why", N_("Why it takes longer") },
  { "extension-complexity", N_("Why it is complex") },
  { "extension-volume", N_("How much there is") },
  { "request-restated", N_("Before the questions") },
  { "late-opening", N_("Opening") },
  { "late-apology", N_("Apology") },
  { "late-reason", N_("Why it is late") },
  { "late-date", N_("New date") },
  { "review-opening", N_("Opening") },
  { "review-who", N_("Who reviewed it") },
  { "review-points", N_("Before the points") },
  { "review-complaint", N_("What the requester is unhappy with") },
  { "review-decision", N_("Outcome") },
  { "review-findings", N_("Findings") },
  { "review-further", N_("Further findings") },
  { "review-time", N_("Whether it was answered in time") },
  { "review-releases", N_("Before what is released") },
  { "review-released", N_("What is released now") },
  { "review-end", N_("End of the review procedure") },
  { "everyday-opening", N_("Opening") },
  { "everyday-rights", N_("Rights that are kept") },
  { "regulator-after-review", N_("Complaining to the regulator") },
  { "refusal-notice", N_("Refusal notice") },
  { "replaces", N_("What this letter replaces") },
  { "next-heading", N_("Heading of what follows") },
  { "attachments", N_("Files sent with the letter") },
  { "re-use", N_("Using the information again") },
  { "publications", N_("What is published") },
  { "review", N_("Asking for a review") },
  { "regulator", N_("Complaining to the regulator") },
  { "accessible", N_("Other formats") },
  { "quote-reference", N_("Quoting the reference") },
  { "valediction", N_("Sign-off") },
};

/* A paragraph that only newer rules have is called by its id. */
static char *
dup_title (const char *id)
{
  char *title;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].id, id))
      return g_strdup (_(titles[i].title));
  title = g_strdelimit (g_strdup (id), "-", ' ');
  title[0] = g_ascii_toupper (title[0]);
  return title;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n")] == '\0';
}

static const char *
describe (const FoiWording *wording)
{
  if (!wording->is_due)
    return _("Not in this letter: what it is about does not arise.");
  switch (wording->source)
    {
    case FOI_WORDING_LETTER:
      if (!is_blank (wording->text) && !foi_locked_words_stand (wording->text, wording->standard))
        return _("Changed in this letter only. Words of the law are changed, too.");
      if (is_blank (wording->text))
        return wording->inherited_source == FOI_WORDING_AUTHORITY
                 ? _("Left out of this letter. The authority’s wording has it.")
                 : _("Left out of this letter. The standard wording has it.");
      return wording->inherited_source == FOI_WORDING_AUTHORITY
               ? _("Changed in this letter only. It differs from the authority’s wording.")
               : _("Changed in this letter only. It differs from the standard wording.");
    case FOI_WORDING_AUTHORITY:
      if (!is_blank (wording->text) && !foi_locked_words_stand (wording->text, wording->standard))
        return _("The authority’s own wording. Words of the law are changed.");
      return is_blank (wording->text)
               ? _("Left out: the authority’s wording has no such paragraph.")
               : _("The authority’s own wording.");
    case FOI_WORDING_STANDARD:
    default:
      return "";
    }
}

/* ---- the text -------------------------------------------------------------------------------- */

/* What stands in braces is filled in by the letter. */
static void
mark_gaps (FoiParagraphRow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  gsize offset = 0, begin, finish;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->gap_tag, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  while (foi_gap_find_next (text + offset, &begin, &finish))
    {
      gtk_text_buffer_get_iter_at_offset (
        self->buffer, &start, (int) g_utf8_strlen (text, (gssize) (offset + begin - 1)));
      gtk_text_buffer_get_iter_at_offset (
        self->buffer, &end, (int) g_utf8_strlen (text, (gssize) (offset + finish + 1)));
      gtk_text_buffer_apply_tag (self->buffer, self->gap_tag, &start, &end);
      offset += finish;
    }
}

static void
restore_clicked_cb (FoiParagraphRow *self)
{
  foi_paragraph_row_restore (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Locked again once the paragraph is as it was. */
static void
unlock_clicked_cb (FoiParagraphRow *self)
{
  foi_locked_words_unlock (self->buffer, TRUE);
  gtk_widget_set_visible (self->unlock, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
foi_paragraph_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOI_PARAGRAPH_ROW (widget)->view));
}

static void
foi_paragraph_row_dispose (GObject *object)
{
  FoiParagraphRow *self = FOI_PARAGRAPH_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_PARAGRAPH_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_paragraph_row_parent_class)->dispose (object);
}

static void
foi_paragraph_row_finalize (GObject *object)
{
  FoiParagraphRow *self = FOI_PARAGRAPH_ROW (object);

  g_free (self->id);
  g_free (self->path);

  G_OBJECT_CLASS (foi_paragraph_row_parent_class)->finalize (object);
}

static void
foi_paragraph_row_class_init (FoiParagraphRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_paragraph_row_dispose;
  object_class->finalize = foi_paragraph_row_finalize;
  widget_class->grab_focus = foi_paragraph_row_grab_focus;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-paragraph-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FoiParagraphRow, title);
  gtk_widget_class_bind_template_child (widget_class, FoiParagraphRow, law);
  gtk_widget_class_bind_template_child (widget_class, FoiParagraphRow, restore);
  gtk_widget_class_bind_template_child (widget_class, FoiParagraphRow, unlock);
  gtk_widget_class_bind_template_child (widget_class, FoiParagraphRow, view);
  gtk_widget_class_bind_template_child (widget_class, FoiParagraphRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, FoiParagraphRow, remark);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_clicked_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_paragraph_row_init (FoiParagraphRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foi_locked_words_follow (self->buffer);
  foi_spelling_attach (self->view);
  self->gap_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "background",
                                              "rgba(53,132,228,0.15)", NULL);
}

/**
 * foi_paragraph_row_new:
 * @letter: the id of the letter whose paragraph it is
 * @is_pinned: whether it is edited as that letter’s, and not as that of the answer
 *
 * Returns: (transfer floating): the row of one paragraph.
 */
GtkWidget *
foi_paragraph_row_new (FoiDocument *document, const char *letter, gboolean is_pinned,
                       const FoiWording *wording)
{
  FoiParagraphRow *self;
  g_autofree char *place = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (letter != NULL && wording != NULL, NULL);

  self = g_object_new (FOI_TYPE_PARAGRAPH_ROW, NULL);
  self->document = g_object_ref (document);
  self->id = g_strdup (wording->id);
  self->path = g_strdup_printf ("letters/%s/paragraphs/%s", letter, wording->id);
  title = dup_title (wording->id);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  self->field = foi_case_field_new (GTK_WIDGET (self->view), document, FOI_FIELD_TEXT, self->path,
                                    _("Change Wording"));
  place = is_pinned ? g_strdup (self->path) : g_strconcat ("wording/", wording->id, NULL);
  foi_case_field_set_place (self->field, place);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (mark_gaps), self,
                           G_CONNECT_SWAPPED);
  foi_paragraph_row_update (self, wording);
  mark_gaps (self);
  return GTK_WIDGET (self);
}

/**
 * foi_paragraph_row_update:
 * @wording: the same paragraph as the case has it now
 */
void
foi_paragraph_row_update (FoiParagraphRow *self, const FoiWording *wording)
{
  const char *words;

  g_return_if_fail (FOI_IS_PARAGRAPH_ROW (self));
  g_return_if_fail (wording != NULL && g_strcmp0 (wording->id, self->id) == 0);

  foi_case_field_set_fallback (self->field, wording->inherited);
  words = describe (wording);
  gtk_label_set_label (GTK_LABEL (self->remark), words);
  gtk_widget_set_visible (self->remark, words[0] != '\0');
  gtk_label_set_label (GTK_LABEL (self->law), wording->law != NULL ? wording->law : "");
  gtk_widget_set_visible (self->law, wording->law != NULL);
  gtk_widget_set_visible (self->restore, wording->source == FOI_WORDING_LETTER);
  gtk_widget_set_visible (self->unlock, foi_locked_words_are_in (wording->text)
                                          && !foi_locked_words_are_unlocked (self->buffer));
  gtk_widget_set_tooltip_text (self->restore,
                               wording->inherited_source == FOI_WORDING_AUTHORITY
                                 ? _("Go back to the authority’s wording")
                                 : _("Go back to the standard wording"));
  if (wording->is_due && !is_blank (wording->text))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "left-out");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "left-out");
}

/**
 * foi_paragraph_row_get_id:
 *
 * Returns: the id of the paragraph.
 */
const char *
foi_paragraph_row_get_id (FoiParagraphRow *self)
{
  g_return_val_if_fail (FOI_IS_PARAGRAPH_ROW (self), NULL);
  return self->id;
}

/**
 * foi_paragraph_row_get_remark:
 *
 * Returns: what the row says about whose words these are; empty for the standard's.
 */
const char *
foi_paragraph_row_get_remark (FoiParagraphRow *self)
{
  g_return_val_if_fail (FOI_IS_PARAGRAPH_ROW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->remark));
}

/**
 * foi_paragraph_row_restore:
 *
 * Takes this letter's own words away, as one command.
 */
void
foi_paragraph_row_restore (FoiParagraphRow *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (FOI_IS_PARAGRAPH_ROW (self));

  foi_locked_words_unlock (self->buffer, FALSE);
  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), self->path, NULL,
                                 _("Restore Wording"), &error))
    foi_document_tell_error (self->document, error);
}
