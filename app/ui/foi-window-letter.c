/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window-private.h"

#include <glib/gi18n.h>

#include "foi-approve-dialog.h"
#include "foi-bundle.h"
#include "foi-case-facts.h"
#include "foi-case-letters.h"
#include "foi-chance.h"
#include "foi-checks.h"
#include "foi-issue-dialog.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-letter-copy.h"
#include "foi-letter-kind.h"
#include "foi-print.h"
#include "foi-review-dialog.h"
#include "foi-tooltip.h"
#include "foi-withdraw-dialog.h"

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);
  GPtrArray *findings = foi_case_checker_get_findings (self->checker);
  g_autofree char *telling = findings != NULL ? foi_checks_dup_telling (findings) : NULL;

  if (telling != NULL)
    foi_document_tell (self->document, telling);
  foi_print (GTK_WINDOW (widget), self->document);
}

static void
copy_letter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foi_letter_copy (FOI_WINDOW (widget)->document, gtk_widget_get_clipboard (widget));
}

static void
issue_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);

  foi_issue_dialog_present (GTK_WINDOW (self), self->document, self->checker);
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foi_withdraw_dialog_present (GTK_WINDOW (widget), FOI_WINDOW (widget)->document);
}

static void
go_to_last_letter (FoiDocument *document)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  JsonNode *letters = foi_case_state_get_node (state, "letters");
  const guint n_letters = foi_json_get_n_elements (letters);
  g_autofree char *place = NULL;
  JsonNode *last;

  if (n_letters == 0)
    return;
  last = foi_json_get_element (letters, n_letters - 1);
  place = g_strconcat ("letters/", foi_json_get_string (last, "id", ""), NULL);
  foi_document_go_to (document, place);
}

static const char *
get_type (FoiDocument *document, const char *letter)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  g_autofree char *path = g_strdup_printf ("letters/%s/type", letter);
  const char *type = foi_case_state_get_string (state, path);

  return type != NULL ? type : "response";
}

/* Whether it is the last of its type: an earlier one, seen again, was sent; what came after stands
 * on it. */
static gboolean
shows_last_letter (FoiDocument *document)
{
  FoiBrief *brief = foi_document_get_brief (document);
  const char *shown = foi_document_get_letter_id (document);
  const char *type = get_type (document, shown);
  JsonNode *letters = brief != NULL ? foi_brief_get_letters (brief) : NULL;

  for (guint i = foi_json_get_n_elements (letters); i-- > 0;)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (g_str_equal (foi_json_get_string (letter, "type", ""), type))
        return g_strcmp0 (foi_json_get_string (letter, "id", NULL), shown) == 0;
    }
  return FALSE;
}

static void
correct_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiDocument *document = FOI_WINDOW (widget)->document;
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_correct_letter (foi_document_get_editor (document),
                                       foi_document_get_letter_id (document), &error))
    {
      foi_document_tell_error (document, error);
      return;
    }
  go_to_last_letter (document);
  foi_document_tell (document, _("This is a new draft. The letter that was sent stays as it "
                                 "was."));
}

static void
new_letter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiDocument *document = FOI_WINDOW (widget)->document;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *place = NULL;

  foi_document_commit (document);
  id = foi_case_editor_add_letter (foi_document_get_editor (document),
                                   g_variant_get_string (parameter, NULL), &error);
  if (id == NULL)
    {
      foi_document_tell_error (document, error);
      return;
    }
  place = g_strconcat ("letters/", id, NULL);
  foi_document_go_to (document, place);
}

static void
delete_draft_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiDocument *document = FOI_WINDOW (widget)->document;
  g_autofree char *id = g_strdup (foi_document_get_letter_id (document));
  g_autoptr (GError) error = NULL;

  foi_document_go_to (document, "request");
  if (!foi_case_editor_remove_letter (foi_document_get_editor (document), id, &error))
    foi_document_tell_error (document, error);
}

/* Whether the rules of the case's law have words for letters of that type. */
static gboolean
is_offered (FoiDocument *document, const char *type)
{
  const char *regime = foi_case_get_regime (foi_document_get_case (document));
  GPtrArray *paragraphs = foi_rules_get_paragraphs (foi_rules_get_default (), regime);

  for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
    {
      const FoiParagraph *paragraph = paragraphs->pdata[i];

      if (paragraph->place == FOI_PARAGRAPH_OPENING && paragraph->conditions->len == 0
          && foi_paragraph_is_for (paragraph, type, FOI_DATE_NONE)
          && g_str_has_suffix (paragraph->id, "-opening"))
        return TRUE;
    }
  return FALSE;
}

/* The types of letters that the case's law knows, in the order in which they are written. */
void
_foi_window_update_letters_menu (FoiWindow *self)
{
  guint n_kinds;
  const FoiLetterKind *kinds = foi_letter_kind_list (&n_kinds);

  g_menu_remove_all (self->letters_menu);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!is_offered (self->document, kinds[i].type))
        continue;
      item = g_menu_item_new (foi_case_facts_get_type_name (kinds[i].type), NULL);
      g_menu_item_set_action_and_target (item, "win.new-letter", "s", kinds[i].type);
      g_menu_append_item (self->letters_menu, item);
    }
}

static void
approve_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_approve_dialog_present (GTK_WINDOW (widget), FOI_WINDOW (widget)->document, NULL);
}

static void
review_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_review_dialog_present (GTK_WINDOW (widget), FOI_WINDOW (widget)->document);
}

static void
bundle_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_bundle_choose (GTK_WINDOW (widget), FOI_WINDOW (widget)->document);
}

/* Printing, issuing, copying, and what can be done once a letter is issued. */
void
_foi_window_letter_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.copy-letter", NULL, copy_letter_action);
  gtk_widget_class_install_action (widget_class, "win.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "win.start-review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "win.complaint-bundle", NULL, bundle_action);
  gtk_widget_class_install_action (widget_class, "win.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "win.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "win.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "win.new-letter", "s", new_letter_action);
  gtk_widget_class_install_action (widget_class, "win.delete-draft", NULL, delete_draft_action);
}

/* Called from the one place that enables actions. */
void
_foi_window_letter_update_actions (FoiWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean has_letter = foi_document_get_layout (self->document) != NULL;
  const gboolean issued = foi_document_is_issued (self->document);
  const gboolean can_write = !foi_document_is_read_only (self->document);
  const gboolean is_last = shows_last_letter (self->document);

  gtk_widget_action_set_enabled (widget, "win.print", has_letter);
  gtk_widget_action_set_enabled (widget, "win.copy-letter", has_letter);
  gtk_widget_action_set_enabled (widget, "win.approve", can_write);
  gtk_widget_action_set_enabled (widget, "win.start-review", can_write);
  gtk_widget_action_set_enabled (widget, "win.issue", has_letter && !issued && can_write);
  gtk_widget_action_set_enabled (widget, "win.withdraw", issued && is_last && can_write);
  gtk_widget_action_set_enabled (widget, "win.correct", issued && is_last && can_write);
  gtk_widget_action_set_enabled (widget, "win.new-letter", can_write);
  gtk_widget_action_set_enabled (widget, "win.delete-draft",
                                 has_letter && !issued && can_write
                                   && !foi_letter_kind_is_answer (get_type (
                                     self->document,
                                     foi_document_get_letter_id (self->document))));
  gtk_button_set_label (GTK_BUTTON (self->print_button), issued ? _("Print") : _("Print draft"));
  foi_tooltip_set (self->print_button, issued
                                         ? _("Print the Letter as It Was Issued")
                                         : _("Print the Letter with the Word Draft across It"));
}
