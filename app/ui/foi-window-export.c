/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-facts.h"
#include "foi-checks.h"
#include "foi-error.h"
#include "foi-issued.h"
#include "foi-letter-painter.h"
#include "foi-letter-writers.h"
#include "foi-made-file.h"
#include "foi-pack-dialog.h"
#include "foi-paper.h"
#include "foi-table.h"

/* What is made of a case. */
typedef enum
{
  EXPORT_PDF,
  EXPORT_TEXT,
  EXPORT_CSV,
} ExportKind;

/* One file to be made: from immutable values, in a thread. */
typedef struct
{
  FoiWindow    *window;     /* used on the main loop only, as the next is */
  FoiDocument  *document;   /* the window's, which it has not any more once it is closed */
  ExportKind    kind;
  FoiCaseState *state;
  FoiPaper      paper;
  char         *letter;     /* the id of the letter */
  char         *table;      /* the name of the table */
  char         *telling;    /* or NULL: that it may tell a figure that is withheld */
  gboolean      issued;     /* what was made is what went out */
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_object (&export->document);
  g_clear_pointer (&export->state, foi_case_state_unref);
  g_free (export->letter);
  g_free (export->table);
  g_free (export->telling);
  g_free (export);
}

static GBytes *
bytes_from_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static FoiPaper
get_paper (Export *export)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (export->state);

  return foi_paper_from_name (foi_issued_find_paper (brief, export->letter), export->paper);
}

static GBytes *
make_letter (Export *export, FoiLetter *letter, GError **error)
{
  g_autoptr (FoiLayout) layout = NULL;

  export->issued = !letter->draft;
  if (export->kind == EXPORT_TEXT)
    return bytes_from_text (foi_letter_to_text (letter));
  layout = foi_layout_new (letter, get_paper (export), NULL);
  return foi_letter_to_pdf (layout, error);
}

/* A table of an issued letter is what went out with it; another is what it is now. */
static GBytes *
make_table (Export *export, FoiLetter *letter, GError **error)
{
  FoiTableData *data = foi_case_state_find_table (export->state, export->table);
  FoiPublication *frozen = letter->draft ? NULL : foi_letter_find_table (letter, export->table);
  g_autoptr (FoiPublication) publication = NULL;

  export->issued = frozen != NULL;
  if (frozen != NULL)
    return foi_publication_to_csv_file (frozen);
  if (data == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no table “%s” any more."),
                   export->table);
      return NULL;
    }
  publication = foi_case_state_publish_table (export->state, data);
  return foi_publication_to_csv_file (publication);
}

static GBytes *
make (gpointer data, GError **error)
{
  Export *export = data;
  g_autoptr (FoiBrief) brief = foi_case_state_publish (export->state);
  g_autoptr (FoiLetter) letter = NULL;

  /* Made anew: what was typed a moment ago may not be on the screen yet. */
  letter = foi_issued_or_draft (brief, foi_rules_get_default (), export->letter, error);
  if (letter == NULL)
    return NULL;
  if (export->kind == EXPORT_CSV)
    return make_table (export, letter, error);
  g_free (export->telling);
  export->telling = foi_checks_run_telling (export->state, export->letter, FALSE,
                                            foi_rules_get_default (), foi_holidays_get_default ());
  return make_letter (export, letter, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Export *export = foi_made_file_get_data (result);
  FoiDocument *document = export->document;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = foi_made_file_finish (result, &error);
  g_autofree char *text = NULL, *more = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (name == NULL)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (export->window)))
        foi_document_tell_error (document, error);
      else
        /* Who closed the window meanwhile still counts on the file. */
        foi_dialogs_tell (NULL, _("The File Was Not Made"), error->message);
      return;
    }
  text = g_strdup_printf (export->issued ? _("“%s” was made from the letter as it was issued.")
                                         : _("“%s” was made from the case as it is now."),
                          name);
  more = export->telling != NULL ? g_strconcat (text, " ", export->telling, NULL) : NULL;
  foi_document_tell (document, more != NULL ? more : text);
}

static char *
dup_name (FoiWindow *self, const char *stem, const char *suffix)
{
  g_autofree char *file_name
    = foi_case_facts_dup_file_name (foi_document_get_case (self->document));
  g_autofree char *reference = g_strndup (file_name, strlen (file_name) - strlen (".foi.json"));

  return stem != NULL ? g_strconcat (reference, " ", stem, suffix, NULL)
                      : g_strconcat (reference, suffix, NULL);
}

/* The dialog that lies over the window, or the window: choosers lie above what asked for them. */
static GtkWindow *
get_parent (FoiWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self)
          && gtk_window_get_modal (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return GTK_WINDOW (self);
}

static void
choose (Export *export, const char *title, FoiFileKind kind, const char *name)
{
  GFile *file = foi_document_get_file (export->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  foi_made_file_async (get_parent (export->window),
                       &(FoiMadeFile) {
                         .title = title,
                         .kind = kind,
                         .folder = folder,
                         .name = name,
                         .make = make,
                         .data = export,
                         .free_data = (GDestroyNotify) export_free,
                       },
                       made_cb, NULL);
}

static Export *
export_new (FoiWindow *self, ExportKind kind)
{
  Export *export = g_new0 (Export, 1);

  foi_document_commit (self->document);
  export->window = g_object_ref (self);
  export->document = g_object_ref (self->document);
  export->kind = kind;
  export->state = foi_case_ref_snapshot (foi_document_get_case (self->document));
  export->paper = foi_document_get_paper (self->document);
  export->letter = g_strdup (foi_document_get_letter_id (self->document));
  return export;
}

void
_foi_window_export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);
  const gboolean text = g_str_equal (g_variant_get_string (parameter, NULL), "text");
  /* A draft must not be taken for the letter, nor take the place of its file. */
  const gboolean draft
    = foi_case_facts_find_issued (foi_document_get_case (self->document),
                                  foi_document_get_letter_id (self->document)) == NULL;
  g_autofree char *name = dup_name (self, draft ? _("draft") : NULL, text ? ".txt" : ".pdf");

  if (text)
    choose (export_new (self, EXPORT_TEXT), _("Save Letter as Text"), FOI_FILE_TEXT, name);
  else
    choose (export_new (self, EXPORT_PDF), _("Save Letter as PDF"), FOI_FILE_PDF, name);
}

void
_foi_window_export_csv_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);
  const char *table = g_variant_get_string (parameter, NULL);
  g_autofree char *name = dup_name (self, table, ".csv");
  Export *export = export_new (self, EXPORT_CSV);

  export->table = g_strdup (table);
  choose (export, _("Save Table as CSV"), FOI_FILE_CSV, name);
}

void
_foi_window_make_pack_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foi_pack_dialog_present (GTK_WINDOW (widget), FOI_WINDOW (widget)->document);
}

/* One entry for each table of the case, as it is published. */
void
_foi_window_update_tables_menu (FoiWindow *self)
{
  GListModel *tables = foi_case_get_tables (foi_document_get_case (self->document));

  g_menu_remove_all (self->tables_menu);
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);
      const char *title = foi_table_get_title (table);
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (title == NULL || title[0] == '\0')
        title = foi_table_get_name (table);
      label = g_strdup_printf (_("%s as CSV…"), title);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.export-csv", "s", foi_table_get_name (table));
      g_menu_append_item (self->tables_menu, item);
    }
}
