/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-program-page.h"

#include <glib/gi18n.h>

#include "foi-dialogs.h"
#include "foi-drop-down.h"
#include "foi-settings.h"
#include "foi-speller.h"

struct _FoiProgramPage
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *paper;
  GtkWidget *appearance;
  GtkWidget *spelling;
  GtkWidget *spelling_note;
  GtkWidget *path;
};

enum
{
  PROFILE_CHOSEN,
  N_SIGNALS
};

/* In the order of the lists in the template. */
static const FoiPaper papers[] = { FOI_PAPER_A4, FOI_PAPER_LETTER };
static const char *const appearances[] = { "system", "light", "dark" };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiProgramPage, foi_program_page, GTK_TYPE_WIDGET)

static void
show_path (FoiProgramPage *self)
{
  g_autofree char *path = foi_settings_dup_authority_path (foi_settings_get_default ());
  g_autofree char *name = g_filename_display_name (path);

  gtk_label_set_label (GTK_LABEL (self->path), name);
  gtk_widget_set_tooltip_text (self->path, name);
}

/* Who edits the profile at hand may want it saved before another takes its place. */
static void
choose (FoiProgramPage *self, const char *path)
{
  g_signal_emit (self, signals[PROFILE_CHOSEN], 0, path);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiProgramPage) self = user_data;
  g_autoptr (GListModel) files = foi_dialogs_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    choose (self, g_file_peek_path (file));
}

static void
choose_cb (FoiProgramPage *self)
{
  foi_dialogs_open_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                          _("Choose the Authority’s Profile"), FOI_FILE_AUTHORITY, FALSE,
                          file_chosen_cb, g_object_ref (self));
}

static void
usual_cb (FoiProgramPage *self)
{
  choose (self, NULL);
}

static void
paper_changed_cb (FoiProgramPage *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->paper));

  foi_settings_set_paper (foi_settings_get_default (),
                          papers[MIN (selected, G_N_ELEMENTS (papers) - 1)]);
}

static void
appearance_changed_cb (FoiProgramPage *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->appearance));

  foi_settings_set_appearance (foi_settings_get_default (),
                               appearances[MIN (selected, G_N_ELEMENTS (appearances) - 1)]);
}

/* Where nothing can be checked, the switch says why. */
static void
show_dictionary (FoiProgramPage *self)
{
  const gboolean is_there = foi_speller_is_available (foi_speller_get_default ());

  gtk_label_set_text (GTK_LABEL (self->spelling_note),
                      _("No dictionary of British English is installed."));
  gtk_widget_set_sensitive (self->spelling, is_there);
  gtk_widget_set_visible (self->spelling_note, !is_there);
}

static void
foi_program_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOI_TYPE_PROGRAM_PAGE);

  G_OBJECT_CLASS (foi_program_page_parent_class)->dispose (object);
}

static void
foi_program_page_class_init (FoiProgramPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_program_page_dispose;

  signals[PROFILE_CHOSEN] = g_signal_new ("profile-chosen", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-program-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiProgramPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FoiProgramPage, paper);
  gtk_widget_class_bind_template_child (widget_class, FoiProgramPage, appearance);
  gtk_widget_class_bind_template_child (widget_class, FoiProgramPage, spelling);
  gtk_widget_class_bind_template_child (widget_class, FoiProgramPage, spelling_note);
  gtk_widget_class_bind_template_child (widget_class, FoiProgramPage, path);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, usual_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, appearance_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_program_page_init (FoiProgramPage *self)
{
  FoiSettings *settings = foi_settings_get_default ();
  const FoiPaper paper = foi_settings_get_paper (settings);
  const char *appearance = foi_settings_get_appearance (settings);

  gtk_widget_init_template (GTK_WIDGET (self));
  foi_drop_down_set_name (self->paper, _("Paper"));
  foi_drop_down_set_name (self->appearance, _("Colours"));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (papers[i] == paper)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->paper), i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (appearances); i++)
    {
      if (g_str_equal (appearances[i], appearance))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->appearance), i);
    }
  show_path (self);
  foi_settings_bind_check_spelling (settings, G_OBJECT (self->spelling), "active");
  g_signal_connect_object (foi_speller_get_default (), "changed", G_CALLBACK (show_dictionary),
                           self, G_CONNECT_SWAPPED);
  show_dictionary (self);
}

/**
 * foi_program_page_new:
 *
 * Returns: (transfer floating): the page; what it changes is remembered at once.
 */
GtkWidget *
foi_program_page_new (void)
{
  return g_object_new (FOI_TYPE_PROGRAM_PAGE, NULL);
}

/**
 * foi_program_page_set_profile:
 * @path: (nullable): %NULL for the usual place
 *
 * Has new cases be given the profile there: the answer to the page's "profile-chosen".
 */
void
foi_program_page_set_profile (FoiProgramPage *self, const char *path)
{
  g_return_if_fail (FOI_IS_PROGRAM_PAGE (self));

  foi_settings_set_authority_path (foi_settings_get_default (), path);
  show_path (self);
}
