/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attachment-row.h"

#include <glib/gi18n.h>

#include "foi-case-attachments.h"
#include "foi-document-files.h"
#include "foi-finding-row.h"
#include "foi-focus.h"
#include "foi-import-window.h"
#include "foi-json-edit.h"
#include "foi-redaction-row.h"
#include "foi-words.h"

struct _FoiAttachmentRow
{
  GtkWidget parent_instance;

  FoiDocument *document;
  guint        position;
  gboolean     updating;

  GtkWidget *name;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;
  GtkWidget *about;
  GtkWidget *findings;
  GtkWidget *unaudited; /* a FoiFindingRow, or NULL */
  char      *shown;     /* what it says */
  GtkWidget *redactions;
  GtkWidget *record;
  GtkWidget *import;
};

G_DEFINE_FINAL_TYPE (FoiAttachmentRow, foi_attachment_row, GTK_TYPE_WIDGET)

static FoiCaseEditor *
get_editor (FoiAttachmentRow *self)
{
  return foi_document_get_editor (self->document);
}

static FoiCaseState *
get_state (FoiAttachmentRow *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static JsonNode *
get_attachment (FoiAttachmentRow *self)
{
  return foi_case_state_get_attachment (get_state (self), self->position);
}

static void
show_name (FoiAttachmentRow *self)
{
  const char *name = foi_json_get_string (get_attachment (self), "name", "");

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is typed becomes the name; what cannot be one is told, and the name is as before. */
static void
commit (FoiAttachmentRow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->updating || get_attachment (self) == NULL
      || foi_document_is_read_only (self->document))
    return;
  if (!foi_case_editor_rename_attachment (get_editor (self), self->position,
                                          gtk_editable_get_text (GTK_EDITABLE (self->name)),
                                          &error))
    foi_document_tell_error (self->document, error);
  show_name (self);
}

static void
move (FoiAttachmentRow *self, guint to)
{
  g_autoptr (GError) error = NULL;

  commit (self);
  if (!foi_case_editor_move_attachment (get_editor (self), self->position, to, &error))
    foi_document_tell_error (self->document, error);
}

static void
up_cb (FoiAttachmentRow *self)
{
  if (self->position > 0)
    move (self, self->position - 1);
}

static void
down_cb (FoiAttachmentRow *self)
{
  move (self, self->position + 1);
}

static void
remove_cb (FoiAttachmentRow *self)
{
  JsonNode *attachment = get_attachment (self);
  g_autofree char *name = g_strdup (foi_json_get_string (attachment, "name", ""));
  g_autofree char *words = NULL;
  g_autoptr (FoiDocument) document = g_object_ref (self->document);
  g_autoptr (GError) error = NULL;

  if (attachment == NULL)
    return;
  foi_document_files_note (document, foi_attachment_get_file (attachment), FALSE);
  self->updating = TRUE;
  if (!foi_case_editor_detach (foi_document_get_editor (document), self->position, &error))
    {
      self->updating = FALSE;
      foi_document_tell_error (document, error);
      return;
    }
  words = g_strdup_printf (_("“%s” does not go with the letter any more. Undo brings it back."),
                           name);
  foi_document_tell (document, words);
}

static void
record_cb (FoiAttachmentRow *self)
{
  static const FoiRedaction nothing = { "", "", "" };
  const guint n = foi_attachment_get_n_redactions (get_attachment (self));
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_set_redaction (get_editor (self), self->position, n, &nothing, &error))
    {
      foi_document_tell_error (self->document, error);
      return;
    }
  foi_attachment_row_update (self);
  foi_attachment_row_go_to (self, (int) n);
}

/* Whether the import assistant reads it, by its name. */
static gboolean
is_table (FoiAttachmentRow *self)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods", ".htm",
                                          ".html" };
  g_autofree char *lower = g_ascii_strdown (foi_attachment_get_file (get_attachment (self)), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static void
import_cb (FoiAttachmentRow *self)
{
  JsonNode *attachment = get_attachment (self);
  g_autofree char *folder = foi_document_files_dup_folder (self->document);
  g_autoptr (GFile) file = NULL;

  if (attachment == NULL || folder == NULL)
    return;
  file = g_file_new_build_filename (folder, foi_attachment_get_file (attachment), NULL);
  foi_import_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document,
                             foi_json_get_string (attachment, "question", NULL), NULL, file);
}

/* ---- what it shows ---- */

static void
show_about (FoiAttachmentRow *self)
{
  JsonNode *attachment = get_attachment (self);
  const char *file = foi_attachment_get_file (attachment);
  const char *sha256 = foi_json_get_string (attachment, "sha256", "");
  g_autofree char *type = g_content_type_from_mime_type (
    foi_json_get_string (attachment, "format", "application/octet-stream"));
  g_autofree char *kind = type != NULL ? g_content_type_get_description (type) : g_strdup ("");
  g_autofree char *size
    = g_format_size ((guint64) MAX (foi_json_get_integer (attachment, "size", 0), 0));
  g_autofree char *words = g_strdup_printf ("%s · %s", kind, size);
  g_autofree char *tip = NULL;

  if (!g_str_equal (file, foi_json_get_string (attachment, "name", "")))
    {
      g_autofree char *before = g_steal_pointer (&words);

      /* Translators: the kind of a file and its size, and what it is called where it lies. */
      words = g_strdup_printf (_("%s · the file “%s”"), before, file);
    }
  tip = g_strdup_printf ("SHA-256 %s", sha256);
  gtk_label_set_label (GTK_LABEL (self->about), words);
  gtk_widget_set_tooltip_text (self->about, sha256[0] != '\0' ? tip : NULL);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static guint
count_children (GtkWidget *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
show_redactions (FoiAttachmentRow *self)
{
  const guint n = foi_attachment_get_n_redactions (get_attachment (self));

  if (count_children (self->redactions) != n)
    {
      clear (self->redactions);
      for (guint i = 0; i < n; i++)
        gtk_box_append (GTK_BOX (self->redactions),
                        foi_redaction_row_new (self->document, self->position, i));
    }
  for (GtkWidget *row = gtk_widget_get_first_child (self->redactions); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    foi_redaction_row_update (FOI_REDACTION_ROW (row));
  gtk_widget_set_visible (self->redactions, n > 0);
}

static void
add_finding (FoiAttachmentRow *self, const char *words, gboolean is_grave)
{
  gtk_box_append (GTK_BOX (self->findings),
                  foi_words_new (words, is_grave ? "foi-problem" : "foi-remark"));
}

static void
add_hidden (FoiAttachmentRow *self, const FoiHiddenItem *item)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *kind = foi_hidden_kind_get_words (item->kind);

  g_string_append_unichar (words, g_unichar_totitle (g_utf8_get_char (kind)));
  /* Translators: what was found in a file, and where: "comments: paragraph 3". */
  g_string_append_printf (words, _("%s: %s"), g_utf8_next_char (kind), item->place);
  if (item->detail != NULL && item->detail[0] != '\0')
    g_string_append_printf (words, " (%s)", item->detail);
  add_finding (self, words->str, foi_hidden_kind_is_grave (item->kind));
}

static gboolean
has_focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Nothing is made anew while a reason is being typed. Who gave one goes on from there. */
static void
show_unaudited (FoiAttachmentRow *self, const FoiFinding *finding)
{
  g_autofree char *words = finding != NULL
                             ? g_strdup_printf ("%s\n%s\n%s", finding->message,
                                                foi_finding_get_accept_path (finding),
                                                finding->accepted != NULL ? finding->accepted : "")
                             : NULL;
  gboolean had_focus;

  if (g_strcmp0 (words, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
  had_focus = self->unaudited != NULL && has_focus_in (self->unaudited);
  g_clear_pointer (&self->unaudited, gtk_widget_unparent);
  if (finding != NULL)
    {
      self->unaudited = foi_finding_row_new_there (self->document, finding);
      if (finding->accepted == NULL)
        gtk_widget_add_css_class (gtk_widget_get_first_child (self->unaudited), "foi-problem");
      gtk_widget_insert_after (self->unaudited, GTK_WIDGET (self), self->findings);
    }
  if (had_focus)
    gtk_widget_grab_focus (self->record);
}

/**
 * foi_attachment_row_set_look:
 * @look: (nullable): what a look into the file found; %NULL while nobody looked
 * @unaudited: (nullable): that it may hold figures, and was not held against what is withheld
 *
 * Has it say what was found.
 */
void
foi_attachment_row_set_look (FoiAttachmentRow *self, FoiAttachmentLook *look,
                             const FoiFinding *unaudited)
{
  g_return_if_fail (FOI_IS_ATTACHMENT_ROW (self));

  show_unaudited (self, unaudited);
  gtk_widget_set_visible (self->import, look != NULL && look->state == FOI_ATTACHMENT_THERE
                                          && is_table (self));
  clear (self->findings);
  if (look == NULL)
    return;
  if (look->state != FOI_ATTACHMENT_THERE)
    add_finding (self, look->reason, TRUE);
  else if (look->refusal != NULL)
    add_finding (self, look->refusal, TRUE);
  else if (look->hidden == NULL)
    add_finding (self, _("The program cannot look through this file: do so yourself before it "
                         "goes."), FALSE);
  else if (foi_hidden_get_length (look->hidden) == 0)
    gtk_box_append (GTK_BOX (self->findings),
                    foi_words_new (_("Nothing is hidden in it."), "row-subtitle"));
  for (guint i = 0; look->hidden != NULL && i < foi_hidden_get_length (look->hidden); i++)
    add_hidden (self, foi_hidden_get (look->hidden, i));
}

/**
 * foi_attachment_row_update:
 *
 * Has it show what the case says.
 */
void
foi_attachment_row_update (FoiAttachmentRow *self)
{
  const gboolean may = !foi_document_is_read_only (self->document);

  g_return_if_fail (FOI_IS_ATTACHMENT_ROW (self));

  if (get_attachment (self) == NULL)
    return;
  self->updating = TRUE;
  show_name (self);
  show_about (self);
  show_redactions (self);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->name, may);
  gtk_widget_set_sensitive (self->remove, may);
  gtk_widget_set_sensitive (self->record, may);
  gtk_widget_set_sensitive (self->import, may);
  gtk_widget_set_sensitive (self->up, may && self->position > 0);
  gtk_widget_set_sensitive (
    self->down, may && self->position + 1 < foi_case_state_get_n_attachments (get_state (self)));
}

/**
 * foi_attachment_row_go_to:
 * @redaction: which of its redactions, from 0; -1 for its name
 *
 * Gives it the focus.
 */
void
foi_attachment_row_go_to (FoiAttachmentRow *self, int redaction)
{
  GtkWidget *row = redaction >= 0 ? gtk_widget_get_first_child (self->redactions) : NULL;

  for (int i = 0; row != NULL && i < redaction; i++)
    row = gtk_widget_get_next_sibling (row);
  gtk_widget_grab_focus (row != NULL ? row : self->name);
}

/* ---- the widget ---- */

static gboolean
foi_attachment_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_ATTACHMENT_ROW (widget)->name);
}

static void
foi_attachment_row_dispose (GObject *object)
{
  FoiAttachmentRow *self = FOI_ATTACHMENT_ROW (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (foi_attachment_row_parent_class)->dispose (object);
}

static void
foi_attachment_row_class_init (FoiAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_attachment_row_dispose;
  widget_class->grab_focus = foi_attachment_row_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_button (FoiAttachmentRow *self, GtkWidget *box, const char *icon, const char *tip,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_first_line (FoiAttachmentRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->name = gtk_entry_new ();
  /* Undo is the case's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->name), FALSE);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_set_tooltip_text (self->name, _("What the letter calls this file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the letter calls this file"), -1);
  g_signal_connect_object (self->name, "activate", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->name, focus);
  gtk_box_append (GTK_BOX (box), self->name);
  self->up = new_button (self, box, "go-up-symbolic", _("List it earlier"), G_CALLBACK (up_cb));
  self->down = new_button (self, box, "go-down-symbolic", _("List it later"),
                           G_CALLBACK (down_cb));
  self->remove = new_button (self, box, "user-trash-symbolic", _("Remove this attachment"),
                             G_CALLBACK (remove_cb));
  return box;
}

static void
foi_attachment_row_init (FoiAttachmentRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_set_parent (new_first_line (self), GTK_WIDGET (self));
  self->about = foi_words_new (NULL, "row-subtitle");
  gtk_widget_set_parent (self->about, GTK_WIDGET (self));
  self->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->findings, GTK_WIDGET (self));
  self->redactions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->redactions, GTK_WIDGET (self));
  self->record = gtk_button_new_with_label (_("Record a Redaction"));
  gtk_widget_add_css_class (self->record, "flat");
  gtk_widget_set_halign (self->record, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->record,
                               _("Note what was covered in this file with another program, and "
                                 "under which ground"));
  g_signal_connect_object (self->record, "clicked", G_CALLBACK (record_cb), self,
                           G_CONNECT_SWAPPED);
  self->import = gtk_button_new_with_label (_("Import as a Table…"));
  gtk_widget_add_css_class (self->import, "flat");
  gtk_widget_set_visible (self->import, FALSE);
  gtk_widget_set_tooltip_text (self->import,
                               _("Take its figures into the answer, where they are held against "
                                 "what is withheld. The file still goes until you remove it"));
  g_signal_connect_object (self->import, "clicked", G_CALLBACK (import_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->record);
  gtk_box_append (GTK_BOX (buttons), self->import);
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
}

/**
 * foi_attachment_row_new:
 * @document: what the window shows
 * @position: which attachment, from 0
 *
 * Returns: (transfer floating): the row.
 */
GtkWidget *
foi_attachment_row_new (FoiDocument *document, guint position)
{
  FoiAttachmentRow *self = g_object_new (FOI_TYPE_ATTACHMENT_ROW, NULL);

  self->document = g_object_ref (document);
  self->position = position;
  foi_attachment_row_update (self);
  g_signal_connect_object (document, "commit", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
